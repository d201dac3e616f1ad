"""Further spellings of foreign names in Bengali and Hindi."""

from __future__ import annotations

import pytest

from dragoman.knowledge import load
from dragoman.knowledge.folding import normalise_alias
from dragoman.knowledge.spellings import respelled


@pytest.mark.parametrize(
    ("language", "written", "entity"),
    [
        ("bn", "জার্মানী", "DEU"),
        ("bn", "থাইল্যাণ্ড", "THA"),
        ("bn", "আফগানিস্থান", "AFG"),
        ("bn", "তিউনিশিয়া", "TUN"),
        ("bn", "কোসোভো", "XKX"),
        ("hi", "इन्डोनेशिया", "IDN"),
        ("hi", "बोलिविया", "BOL"),
        ("hi", "पोलैण्ड", "POL"),
    ],
)
def test_spelled_otherwise(language: str, written: str, entity: str) -> None:
    """A state is found in spellings that no table has."""
    assert [hit.entity for hit in load().lookup(language, normalise_alias(written))] == [entity]


@pytest.mark.parametrize(("language", "name"), [("bn", "চাদ"), ("hi", "रूस"), ("ru", "Германия")])
def test_short_names_and_other_languages_stay_as_they_are(language: str, name: str) -> None:
    """A short name is too near to other words, and other scripts have no such rules."""
    assert not list(respelled(language, name))


def test_ends_keep_their_vowels() -> None:
    """What inflects a word is no spelling of it: ইসরায়েলে, in Israel, is not ইসরায়েলি."""
    assert "ইসরায়েলে" not in set(respelled("bn", "ইসরায়েলি"))
