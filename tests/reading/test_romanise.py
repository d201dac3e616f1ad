"""Names in the letters of another script."""

from __future__ import annotations

import pytest

from dragoman.reading.romanise import romanised


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("কারবালেভিচ", "Karbalebhich"),
        ("কুব্রাকভ", "Kubrakov"),
        ("লাভরভ", "Lavrov"),
        ("শোইগু", "Shoigu"),
        ("রহমান", "Rohman"),
        ("इंद्र", "Indra"),
        ("आसिफ़ ज़रदारी", "Asif Zardari"),
        ("मनमोहन सिंह", "Manmohan Sinh"),
        ("शोइगु", "Shoigu"),
        ("김민재", "GimMinJae"),
        ("Павел Морозов", "Pavel Morozov"),
        ("Nguyễn Phú Trọng", "Nguyễn Phú Trọng"),
        ("", ""),
    ],
)
def test_names_are_written_as_they_are_spoken(written: str, latin: str) -> None:
    assert romanised(written) == latin
