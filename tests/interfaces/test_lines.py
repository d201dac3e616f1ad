"""Lines that fit the screen in every script."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from dragoman.interfaces.cli.lines import fitting, print_wrapped, width

TEXTS = ("ভ্লাদিমির পুতিন উত্তর কোরিয়া সফরে গেছেন", "राष्ट्रपति पुतिन उत्तर कोरिया पहुंचे", "Tổng thống Putin thăm Triều Tiên")


def wrapped(text: Text, columns: int, indent: int) -> list[str]:
    console = Console(width=columns, file=io.StringIO(), color_system=None)
    print_wrapped(console, text, indent)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("text", TEXTS)
def test_no_line_is_longer_than_the_screen_and_no_word_is_lost(text: str) -> None:
    lines = wrapped(Text(text), 24, 4)
    assert all(width(line) <= 24 and line.startswith("    ") for line in lines)
    assert " ".join(line.strip() for line in lines) == text


@given(st.text(st.sampled_from("ab কি\n日ề"), max_size=60), st.integers(14, 30))
def test_any_text_fits(text: str, columns: int) -> None:
    lines = wrapped(Text(text), columns, 4)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_vowel_signs_with_a_place_of_their_own_count() -> None:
    assert width("কি") == 2
    assert width("kề") == 2


def test_as_many_parts_as_fit() -> None:
    assert fitting(["ab", "cd", "ef"], 12) == "ab, cd, ef"
    assert fitting(["ab", "cd", "ef"], 9) == "ab, cd …"
    assert fitting(["abcdefghij"], 3) == "abcdefghij"
