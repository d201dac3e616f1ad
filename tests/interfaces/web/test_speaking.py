"""Numbers, days and names as readers of each language write them."""

from __future__ import annotations

import pytest

from dragoman.interfaces.web.speaking import Voice, direction
from dragoman.records import EventParty


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("en", ["19 Jun 2024", "18–19 Jun 2024", "June 2024", "2024", "until 3 May 2024", "no date"]),
        ("bn", ["১৯ জুন ২০২৪", "১৮–১৯ জুন, ২০২৪", "জুন ২০২৪", "২০২৪", "৩ মে ২০২৪ পর্যন্ত", "তারিখ নেই"]),
        ("hi", ["19 जून 2024", "18–19 जून 2024", "जून 2024", "2024", "3 मई 2024 तक", "तारीख़ नहीं"]),
    ],
)
def test_days(language: str, days: list[str]) -> None:
    voice = Voice(language)
    spans = [
        ("2024-06-19", "2024-06-19"),
        ("2024-06-18", "2024-06-19"),
        ("2024-06-01", "2024-06-30"),
        ("2024-01-01", "2024-12-31"),
        (None, "2024-05-03"),
        (None, None),
    ]
    assert [str(voice.days(*span)).replace("\u202f", " ") for span in spans] == days


def test_numbers_and_names() -> None:
    assert Voice("en").number(12345) == "12,345"
    assert Voice("bn").number(12345) == "১২,৩৪৫"
    assert Voice("vi").number(12345.5) == "12.345,5"
    assert Voice("en").signed(-3.25) == "−3.2"
    assert Voice("hi").state("RUS") == "रूस"
    assert Voice("hi").state("org:nato") == "org:nato"
    assert Voice("vi").party(EventParty(entity="CHN", name="China", country="CHN")) == "Trung Quốc"
    assert Voice("en").side("org:nato", {"org:nato": "NATO"}) == "NATO"
    assert Voice("en").label("status", "not_occurred") == "did not occur"
    assert Voice("en").label("status", "unheard") == "unheard"


def test_directions() -> None:
    assert [direction(code) for code in ("ar", "bn", "fa", "nonsense!", None)] == [
        "rtl",
        "ltr",
        "rtl",
        "ltr",
        "ltr",
    ]
