"""Every pack: strict, normalised, without duplicates, naming its sources, and fit to read with."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import msgspec
import pytest
import yaml

from dragoman.errors import DataError
from dragoman.packs import loader
from dragoman.packs.events_schema import Triggers
from dragoman.packs.frames import QUADS
from dragoman.packs.loader import DATA, LAYERS, Pack, codes, load_frames, load_packs, read_frames, read_pack
from dragoman.reading.language import Language

packs = pytest.mark.parametrize("code", codes())
whole_packs = pytest.mark.parametrize("code", codes("events"))
MARKS = re.compile(r"[~+()|<>…]")


def triggers(pack: Pack) -> dict[str, tuple[Triggers, ...]]:
    assert pack.events is not None
    return {frame: one if isinstance(one, tuple) else (one,) for frame, one in pack.events.frames.items()}


class OnceOnly(yaml.SafeLoader):
    """Refuses a mapping that gives a key twice: the later one would hide the first without a word."""


def once_only(reader: OnceOnly, node: yaml.MappingNode) -> dict[object, object]:
    keys = Counter(reader.construct_object(key) for key, _ in node.value)
    twice = sorted(str(key) for key, count in keys.items() if count > 1)
    assert not twice, f"given twice: {twice}, {node.start_mark}"
    return {reader.construct_object(key): reader.construct_object(value, deep=True) for key, value in node.value}


OnceOnly.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, once_only)


@pytest.mark.parametrize("path", sorted(DATA.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_key_is_given_twice(path: Path) -> None:
    yaml.load(path.read_text("utf-8"), OnceOnly)


@packs
def test_a_pack_is_read_by_its_schema_and_has_every_layer_or_the_first_ones(code: str) -> None:
    assert read_pack(code).layers in (LAYERS, LAYERS[:2], LAYERS[:4], LAYERS[:5])


@packs
def test_a_pack_makes_a_language(code: str) -> None:
    language = Language(read_pack(code), load_frames())
    assert language.code == code and language.times is not None and len(language.identify) >= 40


@pytest.mark.parametrize(("code", "layer"), [(code, layer) for layer in LAYERS for code in codes(layer)])
def test_a_layer_is_nfc_and_names_its_sources(code: str, layer: str) -> None:
    raw = (DATA / code / f"{layer}.yaml").read_text("utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    assert msgspec.yaml.decode(raw)["sources"]


@whole_packs
def test_no_pattern_stands_twice_in_a_frame(code: str) -> None:
    for frame, given in triggers(read_pack(code)).items():
        for kind in ("verbs", "nouns"):
            # two sets of triggers may share a pattern where they differ in roles; one set never repeats itself
            for one in given:
                counts = Counter(getattr(one, kind))
                assert not [form for form, count in counts.items() if count > 1], (frame, kind)


@packs
def test_word_lists_hold_no_word_twice(code: str) -> None:
    pack = read_pack(code)
    lists = {
        "identify": pack.text.identify,
        "abbreviations": pack.text.abbreviations,
        "transparent": pack.text.transparent,
    }
    if pack.names and pack.attribution and pack.events:
        lists |= {
            "honorifics": pack.names.honorifics,
            "complementisers": pack.attribution.complementisers,
            "light_verbs": pack.events.light_verbs,
            "happen_verbs": pack.events.happen_verbs,
            **{f"class {name}": members for name, members in pack.events.classes.items()},
        }
    for name, words in lists.items():
        assert not [word for word, count in Counter(words).items() if count > 1], name


@pytest.mark.parametrize("code", codes("counts"))
def test_what_is_counted_is_named_once(code: str) -> None:
    counts = read_pack(code).counts
    assert counts is not None
    bounds = {"least": counts.least, "most": counts.most, "about": counts.about, "none": counts.none}
    for name, words in (*counts.fates.items(), *counts.things.items(), *bounds.items()):
        assert not [word for word, count in Counter(words).items() if count > 1], name


@whole_packs
def test_patterns_are_written_in_the_notation(code: str) -> None:
    for frame, given in triggers(read_pack(code)).items():
        for pattern in (form for one in given for form in (*one.verbs, *one.nouns, *one.without)):
            assert pattern == pattern.strip() != "" and "  " not in pattern, (frame, pattern)
            assert pattern.count("(") == pattern.count(")") and pattern.count("<") == pattern.count(">")
            assert MARKS.sub("", pattern).strip(), (frame, pattern)


@packs
def test_clutter_rules_are_regular_expressions_that_end(code: str) -> None:
    for rule in read_pack(code).text.clutter:
        pattern = re.compile(rule.line, re.IGNORECASE)
        assert rule.why and pattern.fullmatch("") is None
        assert pattern.fullmatch("x " * 5000) is None  # and no search that takes for ever


def test_frames_have_codes_and_glosses() -> None:
    frames = read_frames()
    assert len({frame.id for frame in frames}) == len(frames)
    for frame in frames:
        assert frame.type in QUADS and frame.gloss and frame.actor


def test_the_compiled_packs_are_the_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_packs() == {code: read_pack(code) for code in codes()}
    target = tmp_path / "compiled.msgpack"
    loader.compile_packs(target)
    monkeypatch.setattr(loader, "COMPILED", target)
    monkeypatch.setattr(loader, "_parse", lambda: pytest.fail("YAML was read although a compiled file is there"))
    assert loader._compiled.__wrapped__() == loader._Compiled(
        inputs=loader._inputs(), frames=read_frames(), packs=tuple(read_pack(code) for code in codes())
    )


def test_a_stale_or_broken_compiled_file_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "compiled.msgpack"
    monkeypatch.setattr(loader, "COMPILED", target)
    for broken in (b"", b"nothing of ours", b"\x83"):
        target.write_bytes(broken)
        assert loader._compiled.__wrapped__().inputs == loader._inputs()
        assert len(target.read_bytes()) > 1000
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize(
    ("layer", "text", "fault"),
    [
        ("text", "colour: red\n", "text.yaml"),
        ("events", "frames: {no-such-frame: {verbs: [a+]}}\n", "no-such-frame"),
        ("events", "frames: {meet: {verbs: 7}}\n", "events.yaml"),
        ("names", "titles: [{forms: [x], offices: y}]\n", "offices"),
        ("attribution", "[unclosed\n", "no valid YAML"),
        ("names", "honorifics: ['e\u0301']\n", "not NFC"),
    ],
)
def test_a_wrong_pack_says_which_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layer: str, text: str, fault: str
) -> None:
    folder = tmp_path / "zz"
    folder.mkdir()
    (folder / "text.yaml").write_text((DATA / "en" / "text.yaml").read_text("utf-8"), "utf-8")
    (folder / f"{layer}.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(loader, "DATA", tmp_path)
    with pytest.raises(DataError, match=rf"{layer}\.yaml") as raised:
        read_pack("zz")
    assert fault in str(raised.value)
