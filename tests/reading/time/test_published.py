"""The day that everything counts from: datelines, addresses of pages, and what is dated after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import load_context, read_article
from dragoman.reading.time import find_published, find_times, published_in_url
from dragoman.records import Article, Reading, Sentence

from .packs import lexicon


def times_of(code: str, text: str, published: str) -> list[tuple[str, str | None, str]]:
    ends = [index + 1 for index, character in enumerate(text) if character in ".।\n"]
    sentences = [Sentence(start=a, end=b) for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if a < b]
    times, _ = find_times(text, sentences, lexicon(code), published)
    return [(time.text, time.earliest, time.how) for time in times]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "HANOI, September 15 (VNS) — The ministers met yesterday"),
        ("en", "WASHINGTON, 15 Sept (Agency) - The ministers met yesterday"),
        ("vi", "HÀ NỘI, ngày 15/9 (TTX) – Hai bộ trưởng gặp nhau hôm qua"),
        ("bn", "ঢাকা, ১৫ সেপ্টেম্বর (সংবাদ সংস্থা): দুই মন্ত্রী গতকাল বৈঠক করেছেন"),
        ("hi", "नई दिल्ली, 15 सितंबर (एजेंसी)। दोनों मंत्री बीते कल मिले थे"),
    ],
)
def test_a_dateline_is_what_the_story_counts_from(code: str, text: str) -> None:
    found = times_of(code, text, "2023-09-17")
    assert found[0][1] == "2023-09-15"
    assert found[-1][1:] == ("2023-09-14", "day before the dateline")


@pytest.mark.parametrize(
    "text",
    [
        "The talks on 15 September (a holiday) went on. They met yesterday",
        "They met 15-17 September - and again yesterday",
        "Hanoi, 15 March (VNS) — They met yesterday",
    ],
)
def test_what_is_no_dateline_or_an_old_one_changes_nothing(text: str) -> None:
    assert times_of("en", text, "2023-09-17")[-1][1:] == ("2023-09-16", "day before publication")


def test_a_dateline_in_full_dates_an_article_without_date() -> None:
    text = "Ministers meet\n\nHANOI, 15 September 2023 (VNS) — The ministers met on Thursday to talk about trade."
    assert find_published(text, [lexicon("en")]) == ("2023-09-15", "dateline")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://heron.example/world/2023/09/14/leaders-meet", "2023-09-14"),
        ("https://heron.example/news/2023-9-4/leaders.html", "2023-09-04"),
        ("https://heron.example/leaders-20230914081530123.htm", "2023-09-14"),
        ("https://heron.example/20230914/leaders", "2023-09-14"),
        ("https://heron.example/leaders-4652341", None),
        ("https://heron.example/2023/02/30/leaders", None),
        ("https://heron.example/2023/09/14/from-2022-01-01", None),
        ("https://heron.example/tel/00442079460958", None),
    ],
)
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    assert published_in_url(url) == day


@pytest.fixture
def read_page() -> Callable[..., Reading]:
    def read(text: str, **fields: str) -> Reading:
        return read_article(Article(id="t", text=text, language="en", **fields), load_context())

    return read


def test_how_the_date_was_found_is_said(read_page: Callable[..., Reading]) -> None:
    url = "https://heron.example/2023/09/14/leaders"
    named = read_page("Published: 13 September 2023\nThe ministers met in Hanoi.", url=url)
    assert (named.published, named.published_how) == ("2023-09-13", "date line")
    bare = read_page("The ministers met in Hanoi.", url=url)
    assert (bare.published, bare.published_how) == ("2023-09-14", "url")


def test_an_act_told_as_done_and_dated_after_the_article_is_reported(read_page: Callable[..., Reading]) -> None:
    text = "Vladimir Putin met Kim Jong Un in Vladivostok on 20 September 2023."
    (warning,) = read_page(text, published="2023-09-14").warnings
    assert (warning.kind, text[warning.start : warning.end]) == ("dated-after-publication", "20 September 2023")
    assert not read_page(text, published="2023-09-21").warnings
    assert not read_page(text.replace("met", "will meet"), published="2023-09-14").warnings
