"""Quotations: which marks open, which close, and what runs over lines."""

from __future__ import annotations

import pytest

from dragoman.packs.loader import load_packs
from dragoman.reading.layout import find_quotes


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
