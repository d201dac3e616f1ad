"""Pages of one sentence a line, and quotations: which marks open, which close, and what runs over lines."""

from __future__ import annotations

import pytest

from dragoman.packs.loader import load_packs
from dragoman.reading.layout import find_quotes, find_sentences, one_a_line


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "We go." She left.', ["We go."]),
        # the mark behind a word closes what an earlier line opened, and opens nothing
        ('so it was."\nThe next line says "yes" and no more.', ["yes"]),
        # one that is opened in a line and closed in the next is one quotation
        ('He wrote: "First the talks.\nThen the deal." Nobody answered.', ["First the talks.\nThen the deal."]),
        # a measure in inches opens nothing
        ('A 12" pipe burst in the town.\nHe called it "sabotage".', ["sabotage"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
    ],
)
def test_quotes(text: str, quoted: list[str]) -> None:
    """Marks that look alike are told apart by what stands beside them."""
    found = find_quotes(text, load_packs()["en"].text)
    assert [text[start:end] for start, end in found] == quoted


def _starts(text: str, language: str) -> list[int]:
    pack = load_packs()[language].text
    return [one.start for one in find_sentences(text, pack, ())]


def test_one_sentence_a_line_is_running_text() -> None:
    """What stands so is told in one go, from its first line to its last."""
    lines = ("A title", *["The minister went home."] * 5)
    assert one_a_line("\n".join(lines), _starts("\n".join(lines), "en"))


@pytest.mark.parametrize("line", ["Minister goes home", "The minister went home. He spoke to nobody."])
def test_decks_are_no_running_text(line: str) -> None:
    """Headlines have no stop, and summaries have several sentences."""
    text = "\n".join(("A title", *[line] * 5))
    assert not one_a_line(text, _starts(text, "en"))
