"""What holds for any text: nothing raises, offsets fit, and a date that a pack can write reads back."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.time import find_published, find_times
from dragoman.reading.time.calendars import Stretch, day_of, month_of, year_of
from dragoman.records import Sentence

from .packs import CODES, lexicon, time_pack
from .writing import written

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def vocabulary(code: str) -> list[str]:
    """Return words of a pack's own, numbers and marks: the text most likely to upset it."""
    pack = time_pack(code)
    tables = (
        pack.months,
        pack.weekdays,
        pack.units,
        pack.dayparts,
        pack.parts,
        pack.numbers.values,
        pack.ordinals,
    )
    words = [word for table in tables for listed in table.values() for word in listed]
    words += [word for listed in pack.words.values() for word in listed]
    words += [word for day in pack.days for word in day.words]
    return [
        *words,
        *pack.joins,
        *pack.between,
        "31",
        "2023",
        "14-9",
        "0",
        "99999999999999",
        "15/9/2023",
        "3:15",
        "(",
    ]


@pytest.mark.parametrize(
    ("code", "text", "first"),
    [("fr", "15 h cet après-midi", "15 h"), ("es", "3:15 lunes hora del este lunes", "3:15 lunes")],
)
def test_a_zone_takes_no_word_of_the_expression_behind_it(code: str, text: str, first: str) -> None:
    times, _ = find_times(text, (), lexicon(code), "2023-09-14")
    assert all(one.end <= other.start for one, other in pairwise(times))
    assert times[0].text.startswith(first)


@pytest.mark.parametrize("code", CODES)
def test_never_raises_and_offsets_fit(code: str) -> None:
    @settings(max_examples=120, deadline=None)
    @given(
        st.lists(st.one_of(st.sampled_from(vocabulary(code)), st.text(max_size=6)), max_size=14),
        st.sampled_from([" ", "", "-"]),
        st.one_of(st.none(), DAYS.map(str), st.just("0001-01-01"), st.just("9999-12-31"), st.just("nonsense")),
        st.sampled_from([None, "past", "future", "present"]),
    )
    def check(pieces: list[str], glue: str, published: str | None, tense: str | None) -> None:
        text = glue.join(pieces)
        times, anomalies = find_times(text, (), lexicon(code), published, lambda offset: tense)
        reached = 0
        for time in times:
            assert reached <= time.start < time.end <= len(text)
            assert text[time.start : time.end] == time.text
            assert not (time.earliest and time.latest) or time.earliest <= time.latest
            reached = time.end
        assert all(0 <= anomaly.start < anomaly.end <= len(text) for anomaly in anomalies)
        find_published(text, [lexicon(code)])

    check()


def days_of(fields: set[str], day: date) -> Stretch:
    """Return what the fields of a written date mean where it was written on that very day."""
    if fields & {"day", "dmy", "dm", "ordinal", "weekday"}:
        return day_of(day)
    if fields & {"my", "month", "monthnumber"}:
        return month_of(day.year, day.month)
    return year_of(day.year)


@pytest.mark.parametrize("code", CODES)
def test_a_date_written_by_any_pattern_reads_back(code: str) -> None:
    pack = time_pack(code)
    rows = [row for row in pack.patterns["date"] if row[:2] not in ("~ ", "! ")]
    able = [row for row in rows if any(fields for _, fields in written(pack, row, date(2023, 9, 13)))]
    assert len(able) >= 10

    @settings(max_examples=60, deadline=None)
    @given(DAYS, st.sampled_from(able))
    def check(day: date, row: str) -> None:
        for text, fields in written(pack, row, day):
            if not fields:
                continue
            times, anomalies = find_times(text, (), lexicon(code), str(day))
            wanted = days_of(fields, day)
            found = {(time.earliest, time.latest) for time in times}
            assert found == {(str(wanted.first), str(wanted.last))}, (row, text)
            assert not anomalies

    check()


@pytest.mark.parametrize("code", CODES)
def test_what_counts_from_publication_moves_with_it(code: str) -> None:
    pack = time_pack(code)
    words = [word for one in pack.days if len(one.offsets) == 1 for word in one.words]
    words += [listed[0] for listed in pack.weekdays.values()]
    words += [word for one in pack.relative if one.unit in ("day", "week") for word in one.words]

    @settings(max_examples=60, deadline=None)
    @given(DAYS, st.sampled_from(words), st.integers(-500, 500))
    def check(day: date, word: str, weeks: int) -> None:
        move = timedelta(days=7 * weeks)
        before, after = (
            find_times(word, (), lexicon(code), str(written_on))[0] for written_on in (day, day + move)
        )
        assert [(time.text, time.value and time.type) for time in before] == [
            (time.text, time.value and time.type) for time in after
        ]
        for one, other in zip(before, after, strict=True):
            for old, new in ((one.earliest, other.earliest), (one.latest, other.latest)):
                assert old is None or date.fromisoformat(old) + move == date.fromisoformat(new or "")

    check()


def calls(text: str, code: str) -> int:
    """Count the calls that reading a text makes: a measure of work that no busy machine disturbs."""
    count = 0

    def tell(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tell)
    try:
        find_times(text, (), lexicon(code), "2023-09-14")
    finally:
        sys.setprofile(None)
    return count


def hostile(code: str) -> list[str]:
    """Return what a text may be made of that makes a careless reader slow."""
    pack = time_pack(code)
    month, number = pack.months[9][0], next(iter(pack.numbers.values.values()))[0]
    either = (pack.numbers.either or ("-",))[0]
    glued = [month, number, f"{number} {either} ", f"12 {month} ", f"{month} {month} ", *pack.numbers.more[:1]]
    return ["1", "-", "1-", "12/", "1,", "1.", "1:", "2023 ", "2023-", *glued]


@pytest.mark.parametrize("code", CODES)
def test_work_grows_with_the_length(code: str) -> None:
    for unit in hostile(code):
        short, long = (calls((unit * 6_000)[:length], code) for length in (1_500, 6_000))
        assert long < 5 * short + 5_000, unit


@pytest.mark.parametrize("unit", ["1", "-", "1-", "12/", "September ", "2023 ", "two or "])
def test_a_million_characters(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    times, _ = find_times(text, (), lexicon("en"), "2023-09-14")
    assert all(text[time.start : time.end] == time.text for time in times)


@pytest.mark.parametrize("code", CODES)
def test_sentences_bound_expressions(code: str) -> None:
    text = "12. 2023-09-13"
    times, _ = find_times(text, (Sentence(start=0, end=3), Sentence(start=4, end=14)), lexicon(code), None)
    assert [time.text for time in times] == ["2023-09-13"]
