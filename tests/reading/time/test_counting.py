"""What is counted from publication or from a date told before, and what tense opens or leaves open."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.packs.time_schema import TimePack
from dragoman.reading.time import find_times

from .packs import lexicon

PUBLISHED = "2023-10-19"
Found = tuple[str, str | None, str | None]


def read(code: str, text: str, published: str = PUBLISHED) -> list[Found]:
    times, _ = find_times(text, (), lexicon(code), published)
    return [(time.text, time.earliest, time.latest) for time in times]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Через два дня он приедет.", ("Через два дня", "2023-10-21", "2023-10-21")),
        ("ru", "Встреча прошла 3 мая, через два дня он уехал.", ("через два дня", "2023-05-05", "2023-05-05")),
        ("ru", "Через два дня после выборов он уехал.", ("Через два дня", None, None)),
        ("ko", "사흘 뒤 방문할 예정이다.", ("사흘 뒤", "2023-10-22", "2023-10-22")),
        ("zh", "他将在三天后访问河内。", ("三天后", "2023-10-22", "2023-10-22")),
        ("zh", "他5月3日抵达，三天后离开。", ("三天后", "2023-05-06", "2023-05-06")),
    ],
)
def test_after_counts_from_publication_if_it_lies_ahead(code: str, text: str, expected: Found) -> None:
    assert expected in read(code, text)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Посольство откроют: оно начнёт работу в течение двух месяцев.", "2023-12-19"),
        ("ko", "두 달 내 재개할 예정이다.", "2023-12-19"),
        ("zh", "双方将在两个月内重开使馆。", "2023-12-19"),
    ],
)
def test_within_is_a_span_ahead(code: str, text: str, expected: str) -> None:
    ((_, earliest, latest),) = read(code, text)
    assert (earliest, latest) == (PUBLISHED, expected)


def test_within_told_of_the_past_is_a_length_without_its_opener() -> None:
    assert read("ru", "Бои шли в течение двух месяцев.") == [("двух месяцев", None, None)]


def test_a_night_between_two_days_holds_both() -> None:
    assert read("ru", "в ночь на 18 октября") == [("ночь на 18 октября", "2023-10-17", "2023-10-18")]


def test_until_lets_a_date_lie_on_either_side() -> None:
    assert read("ru", "Арест продлили до 11 декабря.") == [("11 декабря", "2023-12-11", "2023-12-11")]


def test_a_capital_inside_a_sentence_makes_a_month_a_name() -> None:
    assert read("ru", "Она встретила Марту и читала об Октябре.") == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "ko",
            "그는 1979년 10월 26일 숨졌고 같은 해 12월 재판이 열렸다.",
            ("같은 해 12월", "1979-12-01", "1979-12-31"),
        ),
        ("zh", "1979年1月1日建交，同年2月爆发战争。", ("同年2月", "1979-02-01", "1979-02-28")),
        ("zh", "首批人员10月28日撤离，次月初口岸关闭。", ("次月初", "2023-11-01", "2023-11-10")),
    ],
)
def test_a_month_or_part_of_a_year_told_before(code: str, text: str, expected: Found) -> None:
    assert expected in read(code, text)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ko", "28일부터 11월 3일까지", ("28일부터 11월 3일", "2023-10-28", "2023-11-03")),
        ("ko", "11월 6일부터 내년 6월 말까지", ("11월 6일부터 내년 6월 말", "2023-11-06", "2024-06-30")),
        ("ko", "1950~53년 전쟁", ("1950~53년", "1950-01-01", "1953-12-31")),
        ("zh", "1至9月", ("1至9月", "2023-01-01", "2023-09-30")),
        ("zh", "上世纪五六十年代", ("上世纪五六十年代", "1950-01-01", "1969-12-31")),
    ],
)
def test_ranges_whose_ends_differ_in_what_they_say(code: str, text: str, expected: Found) -> None:
    assert read(code, text) == [expected]


def test_digits_in_words_one_by_one_make_a_year() -> None:
    assert read("zh", "一九四五年八月十五日") == [("一九四五年八月十五日", "1945-08-15", "1945-08-15")]
    assert read("zh", "他等了两三天。") == [("两三天", None, None)]


def test_particles_stay_outside() -> None:
    texts = [text for text, _, _ in read("ko", "15일부터는 비가 오고 17일까지도 흐리다. 사흘간의 비였다.")]
    assert texts == ["15일", "17일", "사흘간"]


def test_a_word_of_no_paradigm_is_refused() -> None:
    source = """
sources: [x]
paradigms: {a: [b]}
months: {1: ["c~d"]}
weekdays: {}
units: {}
numbers: {values: {}}
patterns: {}
"""
    with pytest.raises(msgspec.ValidationError, match="no paradigm is called 'd'"):
        msgspec.yaml.decode(source, type=TimePack)
