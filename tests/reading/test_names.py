"""The names stage, with packs that hold only what each case needs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.knowledge import load
from dragoman.packs.events_schema import Events, Marker
from dragoman.packs.loader import Pack
from dragoman.packs.names_schema import Names, Title
from dragoman.packs.text_schema import Ending, Text
from dragoman.pipeline import load_context, read_article
from dragoman.reading.language import Language
from dragoman.reading.line import Line
from dragoman.reading.names import NamesFound, find_names, whole_words
from dragoman.reading.tokens import tokenize
from dragoman.records import Article, Time

TITLES = {
    "en": {"president": "president", "prime minister": "prime-minister", "spokesman": None},
    "bn": {"প্রেসিডেন্ট": "president", "পররাষ্ট্রমন্ত্রী": "foreign-minister", "বিশ্লেষক": None},
    "hi": {"राष्ट्रपति": "president", "विदेश मंत्री": "foreign-minister", "विश्लेषक": None},
    "vi": {"tổng thống": "president", "ngoại trưởng": "foreign-minister", "nhà phân tích": None},
}
MARKERS = {
    "en": {"in": "place", "to": "goal", "from": "source"},
    "hi": {"में": "place", "से": "source"},
    "vi": {"tại": "place", "tới": "goal"},
}
HONORIFICS = {"vi": ("ông", "bà"), "hi": ("श्री",), "en": ("mr",)}
WORDS = {"en": ("the", "on", "a", "of"), "vi": ("trong",), "bn": ("এবং", "বলেন"), "hi": ("ने", "और")}
CASES = (
    ("র", "genitive"),
    ("ের", "genitive"),
    ("কে", "dative"),
    ("তে", "locative"),
    ("ে", "locative"),
    ("ও", "emphatic"),
)


def language(code: str) -> Language:
    cased = code in {"en", "vi"}
    text = Text(
        language=code,
        name=code,
        own_name=code,
        script="Latn" if cased else "Beng",
        order="SVO" if cased else "SOV",
        adpositions="before" if cased else "after",
        modifier="after" if code == "vi" else "before",
        capitals=cased,
        identify=WORDS[code],
        noun_endings=tuple(Ending(suffix=s, tags=(t,)) for s, t in CASES) if code == "bn" else (),  # type: ignore[arg-type]
    )
    names = Names(
        titles=tuple(Title(forms=(form,), office=office) for form, office in TITLES[code].items()),
        honorifics=HONORIFICS.get(code, ()),
        organisation_words=("ministry", "university") if code == "en" else (),
        not_names=("Reading", "March") if code == "en" else (),
    )
    markers = tuple(Marker(forms=(form,), role=role) for form, role in MARKERS.get(code, {}).items())  # type: ignore[arg-type]
    return Language(Pack(code=code, text=text, names=names, events=Events(frames={}, markers=markers)), {})


LANGUAGES = {code: language(code) for code in TITLES}


def lines_of(text: str, language: Language, times: list[Time]) -> list[Line]:
    lines, start = [], 0
    for number, sentence in enumerate(text.split("\n")):
        tokens = tokenize(text, start, start + len(sentence), language.folding)
        shapes = language.lexicon.shapes(tokens)
        line = Line(number, start, start + len(sentence), text, tokens, shapes, {}, [[] for _ in tokens], times)
        for hit in language.lexicon.find(tokens, shapes):
            line.hits.setdefault(hit.payload.kind, []).append(hit)
            line.at[hit.first].append(hit)
        lines.append(line)
        start += len(sentence) + 1
    return lines


def read(code: str, text: str, published: str | None = None, times: tuple[Time, ...] = ()) -> NamesFound:
    language = LANGUAGES[code]
    return find_names(lines_of(text, language, list(times)), language, load(), published)


def entities(found: NamesFound) -> list[tuple[str, str | None]]:
    return [(name.text, name.entity) for name in found.names]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "China's president met Emmanuel Macron.",
            [("China", "CHN"), ("Emmanuel Macron", "per:emmanuel-macron")],
        ),
        ("bn", "চীনের প্রেসিডেন্ট জাপানকে ধন্যবাদ দেন", [("চীন", "CHN"), ("জাপান", "JPN")]),
        ("hi", "जापान और चीन ने बात की", [("जापान", "JPN"), ("चीन", "CHN")]),
        ("vi", "Ngoại trưởng Nhật Bản thăm Ấn Độ", [("Nhật Bản", "JPN"), ("Ấn Độ", "IND")]),
    ],
)
def test_listed_names_end_before_their_endings(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert entities(read(code, text)) == expected


def test_whole_words_have_their_endings() -> None:
    lines = lines_of("চীনের প্রেসিডেন্ট জাপানকে", LANGUAGES["bn"], [])
    found = find_names(lines, LANGUAGES["bn"], load(), None)
    assert [name.text for name in whole_words(found.names, lines)] == ["চীনের", "জাপানকে"]


def test_demonyms_are_no_names() -> None:
    found = read("en", "The French president spoke.")
    assert found.names == ()
    assert [(hit.text, hit.country) for hit in found.demonyms] == [("French", "FRA")]


def test_a_capital_is_a_place_where_marked_and_else_its_government() -> None:
    found = read("en", "Tokyo protested. A delegation flew to Tokyo.")
    assert [(name.entity, name.how) for name in found.names] == [("JPN", "metonym"), ("geonames:1850147", "alias")]
    assert found.names[0].candidates[0].entity == "geonames:1850147"


def test_a_family_name_means_who_was_named_in_full() -> None:
    found = read("en", "Kim Yo Jong spoke.\nThe statement by Kim was short.")
    assert [name.entity for name in found.names] == ["per:kim-yo-jong", "per:kim-yo-jong"]


def test_a_family_name_alone_means_its_best_known_bearer() -> None:
    found = read("vi", "Báo chí dẫn lời ông Putin.", "2023-09-14")
    assert [(n.text, n.entity, n.how) for n in found.names] == [("Putin", "per:vladimir-putin", "best known")]


@pytest.mark.parametrize(
    "text",
    ["Reading is fun.", "They will march. March was cold.", "It can be a turkey.", "Nothing of note happened."],
)
def test_common_words_are_no_names(text: str) -> None:
    assert read("en", text).names == ()


def test_times_are_no_names() -> None:
    may = Time(start=7, end=15, text="May 2021", type="DATE")
    assert read("en", "It was May 2021.", times=(may,)).names == ()


def test_capitals_and_a_title_make_an_unlisted_name() -> None:
    found = read("en", "On Friday spokesman Orvan Teldrik spoke.\nLater the words of Teldrik were quoted.")
    assert [(name.text, name.type, name.how) for name in found.names] == [
        ("Orvan Teldrik", "PER", "capitals"),
        ("Teldrik", "PER", "short form"),
    ]
    assert len({name.entity for name in found.names}) == 1
    assert (found.names[0].entity or "").startswith("new:")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "On Friday Wang Yi spoke in Oslo. On Monday Wang left."),
        ("hi", "वांग यी ओस्लो में बोले। सोमवार को वांग से बात हुई।"),
    ],
)
def test_a_family_name_that_stands_first_is_a_short_form(code: str, text: str) -> None:
    reading = read_article(Article(id="t", text=text, language=code), load_context())
    people = [name for name in reading.names if name.type == "PER"]
    assert [(name.entity, name.how) for name in people] == [
        ("per:wang-yi", "alias"),
        ("per:wang-yi", "short form"),
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("hi", "पुतिन सोमवार को ओस्लो जाएंगे।"),
        ("hi", "पुतिन भारत की यात्रा करेंगे।"),
        ("bn", "পুতিন আগামী সপ্তাহে অসলো যাবেন।"),
        ("bn", "পুতিন টোকিও যাবেন।"),
    ],
)
def test_a_day_or_a_state_behind_a_family_name_is_no_part_of_it(code: str, text: str) -> None:
    reading = read_article(Article(id="t", text=text, language=code, published="2024-06-12"), load_context())
    assert "per:vladimir-putin" in {name.entity for name in reading.names}


def test_a_family_name_is_no_part_of_other_words() -> None:
    text = "ताइवान के नेता चेन शुई-बियान आए। सप्लाई चेन पर असर पड़ा।"
    reading = read_article(Article(id="t", text=text, language="hi"), load_context())
    assert [name.text for name in reading.names if name.type == "PER"] == ["चेन शुई-बियान"]


def test_one_unlisted_name_has_one_id_in_every_script() -> None:
    latin = read("vi", "Theo nhà phân tích Karbalevich, tình hình xấu đi.")
    assert [name.entity for name in latin.names] == ["new:krblbc"]


def test_a_longer_name_is_not_its_famous_part() -> None:
    found = read("en", "On Friday Mr Orvan Putin spoke.")
    assert [(name.text, name.entity) for name in found.names] == [("Orvan Putin", "new:arbn-ptn")]


def test_names_are_sorted_and_never_overlap() -> None:
    text = "On Monday the United States, South Korea and the United Nations met in New York City in the US."
    names = read("en", text).names
    assert [name.text for name in names] == [text[name.start : name.end] for name in names]
    assert all(first.end <= second.start for first, second in pairwise(names))


@pytest.mark.parametrize(
    ("published", "entity"), [("2023-02-01", "per:shehbaz-sharif"), ("2016-02-01", "per:nawaz-sharif")]
)
def test_the_title_and_the_day_tell_bearers_of_one_name_apart(published: str, entity: str) -> None:
    found = read("en", "On Monday prime minister Sharif spoke.", published)
    assert [(name.text, name.entity) for name in found.names] == [("Sharif", entity)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "파울라 에르도안(Paula Erdogan) 대변인은 성명을 냈다."),
        ("hi", "प्रवक्ता (Paula Erdogan) ने बयान दिया।"),
        ("bn", "মুখপাত্র (Paula Erdogan) বিবৃতি দেন।"),
    ],
)
def test_a_family_name_in_latin_letters_is_not_taken_from_another_given_name(language: str, text: str) -> None:
    reading = read_article(Article(id="t", text=text, language=language), load_context())
    assert "Erdogan" not in {name.text for name in reading.names if (name.entity or "").startswith("per:")}
