"""Calendars whose months follow the moon and whose years follow the sun: of China, Korea, Vietnam and India.

Sources: the rules of the Chinese calendar of 1645 (months begin on the day of the new moon, the winter solstice
falls in the eleventh, a month without a principal solar term is a leap month) and of the Hindu calendar (a
month is named for the sidereal sign that the sun enters in it), as E. M. Reingold and N. Dershowitz,
Calendrical Calculations (fourth edition, 2018), state them in chapters 19 and 20.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from .moons import day_number, from_day_number, new_moon, new_moon_before, sun_longitude

__all__ = ["HINDU_UNCERTAIN", "ZONES", "hindu_day", "hindu_month", "lunar_day", "lunar_month"]

ZONES: Final = {"chinese": 8, "dangi": 9, "vietnamese": 7}
"""Hours ahead of universal time by which each calendar dates its new moons; dangi is Korea's."""
HINDU_UNCERTAIN: Final = 1
"""Days by which a Hindu date may differ: a feast is kept by the lunar day that holds at sunrise, noon or dusk."""
_INDIA: Final = 5.5 / 24
_AYANAMSHA: Final = 23.853
"""How far sidereal longitudes lie behind tropical ones in 2000, in degrees, after Lahiri; 0.01397 more a year."""


def lunar_day(calendar: str, year: int, month: int, day: int) -> date | None:
    """Return a day of the lunisolar year that begins in a Gregorian one; leap months are passed over."""
    stretch = lunar_month(calendar, year, month)
    if stretch is None or not 1 <= day <= (stretch[1] - stretch[0]).days + 1:
        return None
    return stretch[0] + timedelta(days=day - 1)


def lunar_month(calendar: str, year: int, month: int) -> tuple[date, date] | None:
    """Return the first and last day of a month of the lunisolar year that begins in a Gregorian one."""
    # months 11 and 12 belong to the stretch that begins at the winter solstice of the year itself
    months = _solstice_year(ZONES[calendar], year if month <= 10 else year + 1)
    return months.get(month)


@lru_cache(maxsize=256)
def _solstice_year(zone: int, year: int) -> dict[int, tuple[date, date]]:
    """Return the months from the one that holds the winter solstice before a year to the next such month."""
    first, last = _solstice_month(zone, year - 1), _solstice_month(zone, year)
    starts = [_new_moon_day(zone, lunation) for lunation in range(first, last + 1)]
    leap = None
    if last - first == 13:
        bare = (index for index in range(1, 13) if not _has_term(zone, starts[index], starts[index + 1]))
        leap = next(bare, None)
    months: dict[int, tuple[date, date]] = {}
    number = 11
    for index in range(last - first):
        if index == leap:
            continue
        months[number] = (starts[index], starts[index + 1] - timedelta(days=1))
        number = number % 12 + 1
    return months


def _solstice_month(zone: int, year: int) -> int:
    """Return the lunation whose month holds the winter solstice of a year."""
    day = date(year, 12, 19)
    while sun_longitude(_midnight(zone, day + timedelta(days=1))) < 270:
        day += timedelta(days=1)
    lunation = new_moon_before(_midnight(zone, day + timedelta(days=1)))
    return lunation if _new_moon_day(zone, lunation) <= day else lunation - 1


def _has_term(zone: int, start: date, after: date) -> bool:
    """Say whether the sun crosses a multiple of 30 degrees between two midnights."""
    return _term(zone, start) != _term(zone, after)


def _term(zone: int, day: date) -> int:
    return math.floor(sun_longitude(_midnight(zone, day)) / 30)


def _midnight(zone: int, day: date) -> float:
    return day_number(day) - zone / 24


def _new_moon_day(zone: int, lunation: int) -> date:
    return from_day_number(new_moon(lunation) + zone / 24)


@lru_cache(maxsize=256)
def _hindu_year(year: int) -> dict[int, tuple[date, date]]:
    """Return the months, from new moon to new moon, of the Hindu year that begins in a Gregorian one."""
    lunation = new_moon_before(day_number(date(year, 3, 8)))
    while _sign(new_moon(lunation)) != 11 or _sign(new_moon(lunation + 1)) != 0:
        lunation += 1
    months: dict[int, tuple[date, date]] = {}
    while len(months) < 12:
        sign, following = _sign(new_moon(lunation)), _sign(new_moon(lunation + 1))
        lunation += 1
        if sign == following:  # a leap month, in which the sun enters no sign
            continue
        first = from_day_number(new_moon(lunation - 1) + _INDIA) + timedelta(days=1)
        months[len(months) + 1] = (first, from_day_number(new_moon(lunation) + _INDIA))
    return months


def hindu_day(year: int, month: int, tithi: int) -> date | None:
    """Return about which day a lunar day (1 to 30, from the new moon) falls on; Chaitra is month 1."""
    if not (1 <= month <= 12 and 1 <= tithi <= 30):
        return None
    first, last = _hindu_year(year)[month]
    return first + timedelta(days=math.floor((tithi - 1) * (last - first).days / 29.5))


def hindu_month(year: int, month: int) -> tuple[date, date] | None:
    """Return a month as the north of India counts it, from full moon to full moon."""
    if not 1 <= month <= 12:
        return None
    first, last = _hindu_year(year)[month]
    half = timedelta(days=15)
    return first - half, last - half


def _sign(instant: float) -> int:
    """Return the sidereal sign that the sun stands in: 0 is Mesha."""
    shift = _AYANAMSHA + 0.01397 * (instant - 2451545.0) / 365.25
    return math.floor(((sun_longitude(instant) - shift) % 360) / 30)
