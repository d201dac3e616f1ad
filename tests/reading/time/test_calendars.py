"""Other calendars, feasts, fiscal years, halves: a pack made for these tests, and days known from almanacs."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dragoman.errors import DataError
from dragoman.packs.time_schema import TimePack
from dragoman.reading.time import compile_time, find_times
from dragoman.reading.time.foreign import foreign_stretch
from dragoman.reading.time.holidays import holiday_in

PACK = """
sources: [written for this test]
months: {9: [September], 12: [December]}
weekdays: {5: [Friday]}
units: {hour: [hour, hours], week: [weeks], month: [month, months], quarter: [quarter], year: [year, years]}
dayparts: {night: [night]}
parts: {first-half: [first half of], start: [early]}
numbers: {values: {3: [three]}, halves: {3: [sesqui]}, more: [plushalf]}
ordinals: {1: [first]}
holidays: {hijri 10-1: [Eid], easter: [Easter], easter -2: [Good Friday], chinese 1-1: [Spring Festival],
  weekday 11 4 4: [Thanksgiving]}
calendars: {hijri: {9: [Ramadan]}, bengali: {1: [Boishakh]}}
eras: {minguo: [Minguo], reiwa: [Reiwa], chinese: [lunar], hijri: [AH], bengali: [BS]}
fiscal: [{words: [Rechnungsjahr], starts: [7]}, {words: [fiscal year], starts: [10, 4]}]
words: {last: [last], past: [past], andhalf: [and a half], at: [at]}
patterns:
  date:
    - "{day} {month} {year}"
    - "{day} {month}"
    - "{day} {calmonth} {year} {era}?"
    - "{day} {calmonth}"
    - "{calmonth}"
    - "{month}"
    - "{year}"
    - "{weekday}"
    - "{holiday}"
    - "{last} {unit}"
    - "{era} {number}"
    - "{era} {month} {day}"
  fiscal: ["{fiscal} {yy}", "{fiscal} {year}", "{last} {fiscal}"]
  part: ["~ {part}"]
  back_span: ["{past} {number} {unit}"]
  duration: ["{number} {unit} {andhalf}", "{number} {unit}"]
  clock: ["{at} {clock}"]
joins: [of, ","]
tense: {silent: open, past: {words: [ended, began]}, future: {words: [will]}}
"""


def read(text: str, published: str | None = "2023-10-19") -> list[tuple[str, str | None, str | None]]:
    lexicon = compile_time(msgspec.yaml.decode(PACK, type=TimePack))
    times, _ = find_times(text, (), lexicon, published)
    return [(time.text, time.earliest, time.latest) for time in times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 Boishakh 1430 BS", ("1 Boishakh 1430 BS", "2023-04-14", "2023-04-14")),
        ("1 Ramadan 1445 AH", ("1 Ramadan 1445 AH", "2024-03-10", "2024-03-12")),
        ("Ramadan began", ("Ramadan", "2023-03-22", "2023-04-22")),
        ("Minguo 112", ("Minguo 112", "2023-01-01", "2023-12-31")),
        ("Reiwa 5", ("Reiwa 5", "2023-01-01", "2023-12-31")),
        ("AH 1445", ("AH 1445", "2023-07-18", "2024-07-08")),
        ("lunar September 9 ended", ("lunar September 9", "2023-10-23", "2023-10-23")),
        ("Eid ended", ("Eid", "2023-04-21", "2023-04-23")),
        ("Eid of last year", ("Eid of last year", "2022-05-02", "2022-05-04")),
        ("Easter 2024", ("Easter 2024", "2024-03-31", "2024-03-31")),
        ("Good Friday 2024", ("Good Friday 2024", "2024-03-29", "2024-03-29")),
        ("it will end on Spring Festival", ("Spring Festival", "2024-02-10", "2024-02-10")),
        ("Thanksgiving 2023", ("Thanksgiving 2023", "2023-11-23", "2023-11-23")),
        ("Rechnungsjahr 2023-24", ("Rechnungsjahr 2023-24", "2023-07-01", "2024-06-30")),
        ("last Rechnungsjahr", ("last Rechnungsjahr", "2022-07-01", "2023-06-30")),
        ("fiscal year 2024", ("fiscal year 2024", None, None)),
        ("first half of September 2023", ("first half of September 2023", "2023-09-01", "2023-09-15")),
        ("first half of 2023", ("first half of 2023", "2023-01-01", "2023-06-30")),
        ("last quarter", ("last quarter", "2023-07-01", "2023-09-30")),
        ("past sesqui years", ("past sesqui years", "2022-04-19", "2023-10-19")),
        ("past plushalf 3 years", ("past plushalf 3 years", "2020-04-19", "2023-10-19")),
        ("Friday", ("Friday", None, None)),
        ("It ended on Friday", ("Friday", "2023-10-13", "2023-10-13")),
        ("1 Boishakh (14 September) ended", ("1 Boishakh (14 September)", "2023-09-14", "2023-09-14")),
    ],
)
def test_days_and_intervals(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert read(text) == [expected]


def test_what_nothing_decides_keeps_its_candidates() -> None:
    lexicon = compile_time(msgspec.yaml.decode(PACK, type=TimePack))
    times, _ = find_times("fiscal year 2024. Friday", (), lexicon, "2023-10-19")
    assert [time.how.split(":")[0] for time in times] == ["unresolved", "unresolved"]
    assert [[one.value for one in time.candidates] for time in times] == [
        ["2023-10-01/2024-09-30", "2023-04-01/2024-03-31"],
        ["2023-10-13", "2023-10-20"],
    ]


def test_a_clock_time_is_of_the_day_told_before() -> None:
    assert read("on 9 September 2023 it ended at 15:30")[1] == ("at 15:30", "2023-09-09", "2023-09-09")
    assert read("at 15:30") == [("at 15:30", None, None)]


@pytest.mark.parametrize(
    ("name", "year", "month", "day", "expected"),
    [
        ("chinese", 2020, 1, 1, "2020-01-25"),
        ("chinese", 2023, 8, 15, "2023-09-29"),
        ("chinese", 2033, 12, 30, "2034-02-18"),
        ("vietnamese", 1968, 1, 1, "1968-01-29"),
        ("vietnamese", 1985, 1, 1, "1985-01-21"),
        ("dangi", 2025, 8, 15, "2025-10-06"),
        ("bengali", 1430, 11, 8, "2024-02-21"),
        ("saka", 1879, 1, 1, "1957-03-22"),
    ],
)
def test_almanac_days(name: str, year: int, month: int, day: int, expected: str) -> None:
    stretch = foreign_stretch(name, year, month, day)
    assert stretch is not None and (str(stretch.first), str(stretch.last)) == (expected, expected)


def test_feasts_of_many_years() -> None:
    eid = {2021: "2021-05-13", 2022: "2022-05-02", 2023: "2023-04-21", 2024: "2024-04-10", 2025: "2025-03-30"}
    diwali = {2019: "2019-10-27", 2021: "2021-11-04", 2022: "2022-10-24", 2023: "2023-11-12", 2024: "2024-11-01"}
    for key, days in (("hijri 10-1", eid), ("vikram 7-30", diwali)):
        for year, day in days.items():
            (stretch,) = holiday_in(key, year)
            assert stretch.first <= date.fromisoformat(day) <= stretch.last
            assert (stretch.last - stretch.first).days == 2


def test_a_holiday_that_names_no_day_is_refused() -> None:
    wrong = PACK.replace("easter -2", "eastern 2")
    with pytest.raises(DataError, match="eastern 2"):
        compile_time(msgspec.yaml.decode(wrong, type=TimePack))
