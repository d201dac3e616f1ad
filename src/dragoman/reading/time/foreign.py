"""Calendars other than the Gregorian one that newspapers date by, each as days of ours.

Names follow Unicode CLDR where it has one. Sources: the Hijri calendar as the tabular civil one (Reingold and
Dershowitz, Calendrical Calculations, chapter 7), from whose days the sighted moon differs by one; the Bengali
calendar of Bangladesh as revised in 2019; India's national calendar of 1957; the rest in `lunisolar`.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import msgspec

from . import lunisolar
from .calendars import Stretch, month_of, year_of

__all__ = ["CALENDARS", "ERAS", "foreign_stretch", "foreign_year"]

ERAS: Final = {
    "minguo": 1911, "juche": 1911, "showa": 1925, "heisei": 1988, "reiwa": 2018, "buddhist": -543,
}  # fmt: skip
"""Eras that count Gregorian years from another one: what to add to their year."""
CALENDARS: Final = ("hijri", "bengali", "saka", "vikram", *lunisolar.ZONES)
"""Calendars with months of their own."""
_ONE: Final = timedelta(days=1)
_YEARS: Final = {"bengali": 593, "saka": 78, "vikram": -57, "hijri": 579}
"""Gregorian year in which year 0 began, about; of hijri for years near ours."""


class _Span(msgspec.Struct, frozen=True):
    """First and last day, and how many days the calendar may be wrong by."""

    first: date
    last: date
    unsure: int = 0


def foreign_year(name: str, gregorian: int) -> int:
    """Return the year of a calendar that begins in, or about, a Gregorian one."""
    if name == "hijri":
        return _hijri_of(date(gregorian, 7, 1))
    return gregorian - _YEARS.get(name, 0)


def foreign_stretch(name: str, year: int, month: int | None, day: int | None) -> Stretch | None:
    """Return a day, month or year of another calendar as days of ours; `None` where it has no such day.

    A calendar that leaves a day uncertain gives an interval with that day on either side.
    """
    if not 0 < year < 10_000:
        return None
    try:
        span = _RULES[name](year, month, day)
        if span is None:
            return None
        first, last = span.first - span.unsure * _ONE, span.last + span.unsure * _ONE
    except (ValueError, OverflowError):
        return None
    return Stretch(_value(first, last), first, last)


def _value(first: date, last: date) -> str:
    """Return the TIMEX3 value of the days."""
    if first == last:
        return first.isoformat()
    for whole in (month_of(first.year, first.month), year_of(first.year)):
        if (whole.first, whole.last) == (first, last):
            return whole.value
    return f"{first}/{last}"


def _hijri_start(year: int, month: int) -> date:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date(622, 7, 19) + timedelta(days=days)


def _hijri_of(day: date) -> int:
    year = (day - date(622, 7, 19)).days * 30 // 10631 + 1
    return year if _hijri_start(year, 1) <= day else year - 1


def _hijri(year: int, month: int | None, day: int | None) -> _Span | None:
    if month is None:
        return _Span(_hijri_start(year, 1), _hijri_start(year + 1, 1) - _ONE, 1)
    first = _hijri_start(year, month)
    last = (_hijri_start(year, month + 1) if month < 12 else _hijri_start(year + 1, 1)) - _ONE
    if day is None:
        return _Span(first, last, 1)
    if not 1 <= day <= 30:
        return None
    return _Span(first + (day - 1) * _ONE, first + (day - 1) * _ONE, 1)


def _solar(start: date, lengths: tuple[int, ...], month: int | None, day: int | None) -> _Span | None:
    """Return the span within a year of months whose lengths are known."""
    if month is None:
        return _Span(start, start + (sum(lengths) - 1) * _ONE)
    first = start + sum(lengths[: month - 1]) * _ONE
    if day is None:
        return _Span(first, first + (lengths[month - 1] - 1) * _ONE)
    return _Span(first + (day - 1) * _ONE, first + (day - 1) * _ONE) if 1 <= day <= lengths[month - 1] else None


def _bengali(year: int, month: int | None, day: int | None) -> _Span | None:
    spring = 30 if calendar.isleap(year + 594) else 29
    return _solar(date(year + 593, 4, 14), (31,) * 6 + (30,) * 4 + (spring, 30), month, day)


def _saka(year: int, month: int | None, day: int | None) -> _Span | None:
    leap = calendar.isleap(year + 78)
    start = date(year + 78, 3, 21 if leap else 22)
    return _solar(start, (31 if leap else 30,) + (31,) * 5 + (30,) * 6, month, day)


def _vikram(year: int, month: int | None, day: int | None) -> _Span | None:
    """Return the days of a Hindu month (days are lunar ones, from the new moon) or of the year from Chaitra on."""
    began = year - 57
    if month is None:
        first, after = lunisolar.hindu_day(began, 1, 1), lunisolar.hindu_day(began + 1, 1, 1)
        return _Span(first, after - _ONE, lunisolar.HINDU_UNCERTAIN) if first and after else None
    if day is None:
        whole = lunisolar.hindu_month(began, month)
        return _Span(*whole, lunisolar.HINDU_UNCERTAIN) if whole else None
    found = lunisolar.hindu_day(began, month, day)
    return _Span(found, found, lunisolar.HINDU_UNCERTAIN) if found else None


def _lunisolar(name: str) -> Callable[[int, int | None, int | None], _Span | None]:
    def read(year: int, month: int | None, day: int | None) -> _Span | None:
        if month is None:
            first, after = (lunisolar.lunar_day(name, start, 1, 1) for start in (year, year + 1))
            return _Span(first, after - _ONE) if first and after else None
        whole = lunisolar.lunar_month(name, year, month)
        if whole is None or day is None:
            return _Span(*whole) if whole else None
        found = lunisolar.lunar_day(name, year, month, day)
        return _Span(found, found) if found else None

    return read


_RULES: Final[dict[str, Callable[[int, int | None, int | None], _Span | None]]] = {
    "hijri": _hijri,
    "bengali": _bengali,
    "saka": _saka,
    "vikram": _vikram,
    **{name: _lunisolar(name) for name in lunisolar.ZONES},
}
