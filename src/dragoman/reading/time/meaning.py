"""What an expression means before anybody knows when it was written.

A `Meaning` holds calendar fields as the words give them; `merge` puts two neighbouring ones together
("Friday" + "last week"), and nothing here looks at a publication date.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

__all__ = ["Core", "Meaning", "merge", "rank"]

Kind = Literal["calendar", "counted", "within", "anchored", "after", "apart", "inside", "span", "duration", "set"]
Count = tuple[int, int]


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of one time expression; all are optional and none is resolved."""

    kind: Kind = "calendar"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 is Monday."""
    clock: str | None = None
    """HH:MM."""
    daypart: str | None = None
    zone: str | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    """Its first year."""
    century: int | None = None
    nth: tuple[int, str] | None = None
    """"First week" is (1, week); the last one is -1."""
    width: int | None = None
    """How many of its units an `nth` covers: 6 in "the first six months"."""
    part: str | None = None
    calendar: str | None = None
    """Which calendar year, month and day are of, where it is not the Gregorian one."""
    holiday: str | None = None
    """The key of a feast that has no fixed day (see `holidays`)."""
    fiscal: tuple[int, ...] = ()
    """Months in which the fiscal year may begin that `year` (or `relative`) is; `year` is its first one."""
    toward: int | None = None
    """-1 last, 0 this, 1 next: of a weekday, a month, a season."""
    offsets: tuple[int, ...] = ()
    """Days from publication; several where the word does not decide."""
    relative: tuple[str, int] | None = None
    """A unit and how many of them from the current one: last week is (week, -1)."""
    count: Count | None = None
    unit: str | None = None
    direction: int = 0
    """Of counted, anchored and span: -1 back, 1 ahead."""
    until: Meaning | None = None
    """The other end of a range."""


class Core(msgspec.Struct, frozen=True):
    """A meaning and where it stands: offsets of the text, and indices of its first token and past its last."""

    meaning: Meaning
    start: int
    end: int
    first: int
    past: int
    weak: bool = False
    count: int = 0
    """Offset of the count in a length that opens with a word like "within"."""


_UNIT_RANK: Final = {
    "day": 1, "week": 2, "weekend": 2, "month": 3, "quarter": 4, "half": 4, "year": 5, "decade": 6, "century": 7,
}  # fmt: skip
_MERGED: Final = (
    "year", "month", "day", "weekday", "clock", "daypart", "zone", "season", "quarter", "half", "decade",
    "century", "nth", "width", "part", "toward", "relative", "calendar", "holiday",
)  # fmt: skip


def rank(meaning: Meaning) -> int:
    """Return how fine a calendar meaning is: 0 a time of day, 1 a day, 2 a week ... 7 a century, 9 a bare part."""
    coarse = meaning.kind == "anchored" and meaning.unit in ("month", "year")
    if meaning.kind == "anchored" and not coarse:
        return 1
    if meaning.weekday or meaning.day or meaning.offsets or meaning.holiday:
        return 1
    if meaning.fiscal:
        return 4 if meaning.quarter or meaning.half else 5
    if meaning.nth:
        return min(_UNIT_RANK[meaning.nth[1]], 4)
    if meaning.month:
        return 3
    if meaning.quarter or meaning.half or meaning.season:
        return 4
    if meaning.year:
        return 5
    if meaning.relative:
        return _UNIT_RANK[meaning.relative[0]]
    if coarse:
        return _UNIT_RANK[meaning.unit or "year"]
    if meaning.decade is not None:
        return 6
    if meaning.century:
        return 7
    if meaning.clock or meaning.daypart:
        return 0
    return 9


def _coarse_open(meaning: Meaning) -> int:
    """Return the rank of the coarsest field that a meaning says, to see what may still be said."""
    ranks = [
        level
        for level, said in (
            (7, meaning.century), (6, meaning.decade is not None), (5, meaning.year), (4, meaning.quarter),
            (4, meaning.half), (4, meaning.season), (3, meaning.month),
        )
        if said
    ]  # fmt: skip
    if meaning.relative:
        ranks.append(_UNIT_RANK[meaning.relative[0]])
    return max([rank(meaning), *ranks])


def _fits(fine: Meaning, coarse: Meaning) -> bool:
    """Say whether `coarse` may complete `fine`."""
    low, high = rank(fine), rank(coarse)
    top = _coarse_open(fine)
    if low == 9:
        if fine.part == "eve":
            return high == 1 and not coarse.clock
        return 2 <= high <= 7 and coarse.part is None
    if low == 0:
        if high == 0:
            return bool(fine.clock) != bool(coarse.clock)
        return high == 1 and (not coarse.daypart or (bool(fine.clock) and not fine.daypart))
    if fine.holiday:
        return high == 5 and coarse.part is None and not coarse.fiscal
    if low == 1:
        if fine.toward is not None and high > 2:
            return False
        if fine.day and not fine.month:
            anchored = coarse.kind == "anchored" and coarse.unit == "month"
            return anchored or (coarse.relative is not None and coarse.relative[0] == "month")
        if fine.day:
            return top == 3 and high == 5 and coarse.part is None
        return bool(fine.weekday) and top == 1 and high == 2 and coarse.relative is not None
    if fine.nth:
        return high > low and top < high
    if low in (3, 4):
        return top < 5 and high == 5 and coarse.part is None and fine.toward is None
    return low == 4 and high in (6, 7)


def merge(one: Meaning, other: Meaning, bracketed: bool = False) -> Meaning | None:
    """Return what two neighbouring meanings make together, or `None` where they stay two.

    Where one stands in brackets behind the other, a day needs no month: "오늘(22일)".
    """
    if one.until or other.until:
        return _range_in_year(one, other)
    if {one.kind, other.kind} - {"calendar", "anchored"}:
        return None
    if one.calendar != other.calendar and rank(one) and rank(other) and not (one.weekday or other.weekday):
        return _same_day(one, other)
    pair = _day_pair(one, other, bracketed)
    if pair is not None:
        return pair
    fine, coarse = (one, other) if rank(one) <= rank(other) else (other, one)
    if rank(one) == 9:
        fine, coarse = one, other
    elif rank(other) == 9:
        fine, coarse = other, one
    return _union(fine, coarse) if _fits(fine, coarse) else None


def _same_day(one: Meaning, other: Meaning) -> Meaning | None:
    """Return the Gregorian date of two that name one day, month or year by two calendars."""
    if (one.calendar and other.calendar) or rank(one) != rank(other):
        return None
    return other if one.calendar else one


def _range_in_year(one: Meaning, other: Meaning) -> Meaning | None:
    """Return a range of days or months within the year (or "next month") that stands beside it."""
    for ranged, year in ((one, other), (other, one)):
        until = ranged.until
        if until is None or year.until or year.kind != "calendar" or rank(year) not in (3, 5) or year.part:
            continue
        if rank(year) == 3 and not (ranged.day and not ranged.month and year.relative):
            continue
        start = merge(msgspec.structs.replace(ranged, until=None), year)
        end = merge(until, year)
        if start is not None and end is not None:
            return msgspec.structs.replace(start, until=end)
    return None


def _day_pair(one: Meaning, other: Meaning, bracketed: bool) -> Meaning | None:
    """Return the day that a weekday (or a word like today) and a date name together."""
    for loose, dated in ((one, other), (other, one)):
        if loose.kind == dated.kind == "calendar" and dated.day and (dated.month or bracketed) and not loose.day:
            if loose.weekday and not dated.weekday and not loose.relative:
                return _union(dated, msgspec.structs.replace(loose, toward=None))
            if loose.offsets and not dated.offsets:
                return _union(dated, msgspec.structs.replace(loose, offsets=()))
    for anchored, loose in ((one, other), (other, one)):
        in_full = loose.day and (loose.month or bracketed) and anchored is one
        named = loose.kind == "calendar" and (loose.weekday or in_full)
        if anchored.kind == "anchored" and anchored.unit == "day" and named:
            return _union(loose, Meaning(daypart=anchored.daypart))  # "the day before, Sunday": Sunday says more
    if one.weekday and other.offsets and not one.day:
        return _union(other, msgspec.structs.replace(one, toward=None))
    if other.weekday and one.offsets and not other.day:
        return _union(one, msgspec.structs.replace(other, toward=None))
    return None


def _union(one: Meaning, other: Meaning) -> Meaning | None:
    """Return both meanings' fields, or `None` where they contradict each other."""
    fields = {}
    for name in _MERGED:
        first, second = getattr(one, name), getattr(other, name)
        if first is not None and second is not None:
            return None
        fields[name] = second if first is None else first
    base = one if one.kind != "calendar" or one.offsets else other
    return msgspec.structs.replace(base, fiscal=one.fiscal or other.fiscal, **fields)
