"""Feasts and anniversaries: the key by which a pack names one, and the day that it falls on in a year.

    12-25            a day of the Gregorian calendar
    hijri 10-1       a day of another calendar: its month and day
    easter -2        so many days from Easter (of the western churches)
    pascha           Easter of the eastern churches
    weekday 11 4 4   the fourth (-1: the last) Thursday of November

Any of them may be followed by a number of days to add (chinese 1-1 -1: New Year's Eve). Source of both Easters:
the anonymous Gregorian and Meeus's Julian algorithm (Meeus, Astronomical Algorithms, chapter 8).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

from .calendars import Stretch, day_of
from .foreign import CALENDARS, foreign_stretch, foreign_year

__all__ = ["check_holiday", "holiday_in"]

_KEY: Final = re.compile(
    rf"(?:(?P<calendar>{'|'.join(CALENDARS)}) )?(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?: (?P<add>[+-]\d+))?"
    r"|(?P<feast>easter|pascha)(?: (?P<feast_add>[+-]\d+))?"
    r"|weekday (?P<in>\d{1,2}) (?P<weekday>[1-7]) (?P<nth>-1|[1-5])(?: (?P<nth_add>[+-]\d+))?"
)
_JULIAN_LAG: Final = 13
"""Days by which the Julian calendar is behind, 1900 to 2099."""


def check_holiday(key: str) -> bool:
    """Say whether a pack's key names a day."""
    return _KEY.fullmatch(key) is not None


def holiday_in(key: str, year: int) -> list[Stretch]:
    """Return when a holiday falls in a Gregorian year: once, or never, or (of Hijri ones) even twice."""
    parts = _KEY.fullmatch(key)
    if parts is None:
        return []
    add = timedelta(days=int(parts["add"] or parts["feast_add"] or parts["nth_add"] or 0))
    if parts["feast"]:
        found = [day_of(easter(year) if parts["feast"] == "easter" else pascha(year))]
    elif parts["weekday"]:
        found = _nth_weekday(year, int(parts["in"]), int(parts["weekday"]), int(parts["nth"]))
    elif parts["calendar"]:
        found = _foreign(parts["calendar"], year, int(parts["month"]), int(parts["day"]))
    else:
        month, day = int(parts["month"]), int(parts["day"])
        found = [day_of(date(year, month, day))] if day <= calendar.monthrange(year, month)[1] else []
    return [_moved(one, add) for one in found] if add else found


def _moved(stretch: Stretch, add: timedelta) -> Stretch:
    first, last = stretch.first + add, stretch.last + add
    return Stretch(first.isoformat() if first == last else f"{first}/{last}", first, last)


def _foreign(name: str, year: int, month: int, day: int) -> list[Stretch]:
    near = foreign_year(name, year)
    found = (foreign_stretch(name, other, month, day) for other in (near - 1, near, near + 1))
    return [one for one in found if one is not None and _middle(one).year == year]


def _middle(stretch: Stretch) -> date:
    return stretch.first + (stretch.last - stretch.first) / 2


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> list[Stretch]:
    if nth == -1:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return [day_of(last - timedelta(days=(last.isoweekday() - weekday) % 7))]
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return [day_of(day)] if day.month == month else []


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches."""
    cycle, century = year % 19, year // 100
    moon = (19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (cycle + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date:
    """Return Easter Sunday of the eastern churches, in our calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_LAG)
