"""What holds for any text: nothing raises, offsets fit, and a date that a pack can write reads back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.packs.time_schema import TimePack
from dragoman.reading.time import find_published, find_times
from dragoman.records import Sentence

from .packs import CODES, lexicon, time_pack

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
FULL_DATE = {"day", "month", "year"}


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


def rows_of(pack: TimePack) -> list[str]:
    """Return the rows of a pack that write day, month and year in words, the optional left out."""
    rows = []
    for row in pack.patterns["date"]:
        plain = re.sub(r"<[^>]*>\S*|\([^)]*\)\?|\S+\?", "", row)
        plain = re.sub(r"\(([^|)]*)\|[^)]*\)", r"\1", plain)
        slots = set(re.findall(r"\{(\w+)\}", plain))
        if slots >= FULL_DATE and slots <= {*FULL_DATE, "yearword", "genitive"}:
            rows.append(" ".join(plain.split()))
    return rows


@pytest.mark.parametrize("code", CODES)
def test_full_dates_read_back(code: str) -> None:
    pack = time_pack(code)
    rows = rows_of(pack)
    assert rows

    @settings(max_examples=60, deadline=None)
    @given(DAYS, st.sampled_from(rows), st.data())
    def check(day: date, row: str, data: st.DataObject) -> None:
        month = data.draw(st.sampled_from(pack.months[day.month]))
        filled = row.replace("{day}", str(day.day)).replace("{month}", month).replace("{year}", str(day.year))
        filled = re.sub(r"\{(\w+)\}", lambda slot: pack.words[slot[1]][0], filled).replace(" ,", ",")
        times, anomalies = find_times(filled, (), lexicon(code), None)
        assert [(time.earliest, time.latest) for time in times] == [(str(day), str(day))], filled
        assert not anomalies

    check()


@pytest.mark.parametrize("code", CODES)
def test_sentences_bound_expressions(code: str) -> None:
    text = "12. 2023-09-13"
    times, _ = find_times(text, (Sentence(start=0, end=3), Sentence(start=4, end=14)), lexicon(code), None)
    assert [time.text for time in times] == ["2023-09-13"]
