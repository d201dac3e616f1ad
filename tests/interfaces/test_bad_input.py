"""Bad input through the whole command line and the real reader: quarantined with a reason, or read as nothing."""

import gzip
import io
import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.interfaces.cli.app import run

GOOD = {"id": "good", "text": "Vladimir Putin met Kim Jong Un in Vladivostok.", "published": "2023-09-14"}
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dragoman(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in an empty folder; returns exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_ARCHIVE", raising=False)

    def command(*words: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(words)
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line]


def article(id: str, text: str, **more: Any) -> bytes:
    return json.dumps({"id": id, "text": text, **more}, ensure_ascii=False).encode()


UNREADABLE: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "the file is empty"),
    ("blank.md", b" \n\t\n", "the file is empty"),
    ("empty.jsonl", b"\n\n", "the file is empty"),
    ("binary.txt", bytes(range(256)) * 20, "looks like a binary file"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(255, -1, -1)) * 9, "looks like a binary file"),
    ("cut.txt", "পুতিন কিমের সঙ্গে বৈঠক করেছেন।".encode()[:-2], "not UTF-8 at byte"),
    ("short-latin-1.txt", "déjà vu".encode("latin-1"), "not UTF-8 at byte 2"),
    ("broken.json", b'{"text": "abc', "broken JSON"),
    ("hollow.html", b"<html><title>x</title></html>", "no article text found"),
    ("deep.html", b"<div>" * 20_000 + b"Putin met Kim.", "no article text found"),
    ("no.jsonl.gz", b"no gzip", "cannot be read"),
    ("cut.jsonl.gz", gzip.compress(b"x" * 9999)[:20], "cannot be read"),
    ("no.jsonl.zst", b"no zstandard", "cannot be read"),
    ("picture.png", b"\x89PNG", "does not read .png"),
]


@pytest.mark.parametrize(("name", "data", "reason"), UNREADABLE, ids=[name for name, _, _ in UNREADABLE])
def test_what_cannot_be_read_is_kept_with_its_reason(
    dragoman: Command, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    Path(name).write_bytes(data)
    for command in ("read", "add"):
        code, out, err = dragoman(command, name)
        assert (code, out) == (3, "")
        assert err.startswith(f"dragoman: nothing could be read: {name}: ") and reason in err
        assert err.count("\n") == 1
    (kept,) = lines(dragoman("show", "quarantine")[1])
    assert kept["origin"] == name and reason in kept["reason"]


def test_good_files_go_in_among_bad_ones(dragoman: Command, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, data, _ in UNREADABLE:
        (folder / name).write_bytes(data)
    (folder / "good.jsonl").write_bytes(article(**GOOD))
    (folder / "utf-16.txt").write_text("Joe Biden met Xi Jinping in Bali.", "utf-16")
    code, out, err = dragoman("add", "mixed", "--format", "jsonl")
    (counts,) = lines(out)
    assert (code, err) == (0, "")
    assert (counts["added"], counts["quarantined"], counts["events"]) == (2, len(UNREADABLE), 2)


BAD_LINES: list[tuple[bytes, str]] = [
    (b'{"text": "broken', "broken JSON"),
    (b"[]", "not an article object"),
    (b"null", "not an article object"),
    (b'"words"', "not an article object"),
    (b"{}", "neither text nor html"),
    (b'{"text": null}', "neither text nor html"),
    (b'{"text": 5}', "not an article object"),
    (b'{"text": " \\n "}', "the text is empty"),
    (b'{"text": "\\ud800 half a pair"}', "broken JSON"),
    (b'{"text": "\xff"}', "not UTF-8"),
    (b"\0" * 50, "broken JSON"),
    (b'{"deep": ' + b"[" * 5000 + b"]" * 5000 + b', "text": 1}', ""),
    (article("y", "Putin met Kim.", published="9999-12-31"), "outside the years"),
    (article("z", "Putin met Kim.", published="0000-00-00"), "no ISO 8601 date"),
    (article("w", "Putin met Kim.", published="2023-02-30"), "no ISO 8601 date"),
    (article("v", "Putin met Kim.", published="yesterday"), "no ISO 8601 date"),
    (article("long", "Putin met Kim. " * 140_000), "longer than 2,000,000 characters"),
    (b'{"text": "' + b"a" * 50_000_000 + b'"}', "longer than 16 MB"),
]


def test_one_bad_line_never_harms_its_neighbours(dragoman: Command) -> None:
    rows = [article(**GOOD), *(line for line, _ in BAD_LINES), article("last", "Joe Biden met Xi Jinping.")]
    Path("mixed.jsonl").write_bytes(b"\n".join(rows))
    code, out, err = dragoman("read", "mixed.jsonl")
    assert code == 0 and [reading["id"] for reading in lines(out)] == ["good", "last"]
    told = err.splitlines()
    for number, ((_, reason), line) in enumerate(zip(BAD_LINES, told, strict=True), start=2):
        assert line.startswith(f"dragoman: mixed.jsonl, line {number}: ") and reason in line
    (counts,) = lines(dragoman("add", "mixed.jsonl", "--format", "jsonl")[1])
    assert (counts["added"], counts["quarantined"]) == (2, len(BAD_LINES))
    kept = {row["origin"]: row["reason"] for row in lines(dragoman("show", "quarantine")[1])}
    assert len(kept) == len(BAD_LINES)


NOTHING = {
    "combining-marks": "\u0301" * 500,
    "bengali-marks": "\u09cd\u09bc\u09be" * 100,
    "right-to-left-marks": "\u202e\u200f\u2067\u061c",
    "joiners": "\u200d\u200c\ufeff\u00ad",
    "emoji": "😀👩‍👩‍👧🇷🇺",
    "punctuation": "“”‘’…—।।??!!",
    "digits": "১২৩ 456 ٧٨٩",
    "controls": "\u0000\u0001\u001b[31m",
    "georgian": "პრეზიდენტი პრემიერს პარასკევს თბილისში შეხვდა.",
    "yoruba": "Ààrẹ ti dé sí ìlú náà lónìí, àwọn ènìyàn sì ń yọ̀.",
    "hebrew": "נשיא המדינה נפגש עם ראש הממשלה ביום שישי.",
}


def test_texts_that_say_nothing_we_can_read_are_readings_with_nothing_in_them(dragoman: Command) -> None:
    stdin = b"\n".join([*(article(id, text) for id, text in NOTHING.items()), article(**GOOD)])
    code, out, err = dragoman("read", "-", stdin=stdin)
    *readings, good = lines(out)
    assert (code, err) == (0, "")
    assert [reading["id"] for reading in readings] == list(NOTHING)
    for reading in readings:
        assert reading["language"] is None and not reading["reports"] and not reading["names"]
        assert reading["text"] == unicodedata.normalize("NFC", NOTHING[reading["id"]])
    assert good["reports"]
    (counts,) = lines(dragoman("add", "-", "--format", "jsonl", stdin=stdin)[1])
    assert (counts["added"], counts["quarantined"], counts["events"]) == (len(NOTHING) + 1, 0, 1)


@pytest.mark.parametrize("language", ["xx", "ka", "bn"])
def test_a_language_that_is_unknown_or_wrong_invents_nothing(dragoman: Command, language: str) -> None:
    (reading,) = lines(dragoman("read", "-", stdin=article("a", "Putin met Kim.", language=language))[1])
    assert reading["reports"] == [] and reading["language"] is None


def test_right_to_left_marks_inside_a_text_hide_nothing(dragoman: Command) -> None:
    text = "\u200fVladimir Putin met\u202c \u2067Kim Jong Un\u2069 in Vladivostok on Wednesday."
    (reading,) = lines(dragoman("read", "-", stdin=article("a", text, published="2023-09-14", language="en"))[1])
    assert [report["type"] for report in reading["reports"]] == ["CONSULT"]


def test_no_date_is_invented_for_the_year_9999(dragoman: Command) -> None:
    text = "Vladimir Putin met Kim Jong Un on 13 September 9999, and they will meet again in 99999999 years."
    (reading,) = lines(dragoman("read", "-", stdin=article("a", text, published="2023-09-14"))[1])
    assert all(time["earliest"] is None for time in reading["times"])
    assert [warning["kind"] for warning in reading["warnings"]] == ["no-such-date"]
    assert all((report["time"] or {}).get("earliest") is None for report in reading["reports"])


def test_names_of_files_may_be_anything(dragoman: Command) -> None:
    folder = Path("odd")
    folder.mkdir()
    for name in (b"\xff.txt", b"two\nlines.txt", "खाली.txt".encode()):
        (folder / os.fsdecode(name)).write_bytes(b"")
    (folder / os.fsdecode(b"\xfe.txt")).write_text("Vladimir Putin met Kim Jong Un in Vladivostok.")
    (folder / "dangling.txt").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.txt")
    code, out, err = dragoman("add", "odd", "--format", "jsonl", "--verbose")
    (counts,) = lines(out)
    assert code == 0 and (counts["added"], counts["quarantined"]) == (1, 4)
    assert err.count("\n") == 4 and "odd/\\udcff.txt: the file is empty" in err and "two\\nlines" in err
    assert len(lines(dragoman("show", "quarantine")[1])) == 4


def test_what_is_mended_leaves_quarantine(dragoman: Command) -> None:
    Path("a.jsonl").write_bytes(b'{"text": "broken')
    assert dragoman("add", "a.jsonl")[0] == 3
    Path("a.jsonl").write_bytes(article(**GOOD))
    assert dragoman("add", "a.jsonl")[0] == 0
    assert dragoman("show", "quarantine")[1] == ""


def test_no_text_can_steer_a_terminal(dragoman: Command) -> None:
    text = "Vladimir Putin met Kim Jong Un in Vladivostok. \x1b]0;mine\x07 \x9b2J"
    Path("a.jsonl").write_bytes(article("a", text, title="Red \x1b[31m", language="en") + b'\n{"a": "\x1b[2J"')
    assert dragoman("add", "a.jsonl")[0] == 0
    (event,) = lines(dragoman("events")[1])
    for words in (
        ("read", "a.jsonl"),
        ("show", event["id"]),
        ("show", "quarantine"),
        ("show", "a"),
        ("timeline",),
    ):
        code, out, err = dragoman(*words, "--format", "table")
        assert code == 0 and not {"\x1b", "\x07", "\x9b"} & set(out + err), words
    assert "\x1b" not in dragoman("read", "a.jsonl", "--explain")[1]
    assert json.loads(dragoman("read", "a.jsonl")[1])["text"].endswith(text)


def test_verbose_shows_the_fault_and_keeps_the_code(dragoman: Command) -> None:
    code, _, err = dragoman("add", "nowhere", "--verbose")
    assert code == 3 and "Traceback" in err and err.splitlines()[-1].startswith("dragoman: ")
