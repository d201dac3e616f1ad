"""Calendar arithmetic: named stretches of time as first and last day, both inclusive. Proleptic Gregorian."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

import msgspec

__all__ = [
    "SEASONS",
    "Stretch",
    "add_units",
    "month_of",
    "part_of",
    "unit_of",
    "week_of",
    "weekday_beside",
    "year_of",
]

SEASONS: Final = {"spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "winter": (12, "WI")}
"""First month of each season as the northern hemisphere's meteorologists count, and its TIMEX3 code."""


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of days and its TIMEX3 value."""

    value: str
    first: date
    last: date


def day_of(day: date) -> Stretch:
    """Return one day."""
    return Stretch(day.isoformat(), day, day)


def week_of(day: date) -> Stretch:
    """Return the ISO week (from Monday) that a day lies in."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Stretch(f"{year}-W{week:02d}", monday, monday + timedelta(days=6))


def month_of(year: int, month: int) -> Stretch:
    """Return one month."""
    length = calendar.monthrange(year, month)[1]
    return Stretch(f"{year}-{month:02d}", date(year, month, 1), date(year, month, length))


def year_of(year: int) -> Stretch:
    """Return one year."""
    return Stretch(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def months_from(year: int, month: int, count: int, value: str) -> Stretch:
    """Return `count` months from the given one on."""
    last_year, last_month = _shifted(year, month, count - 1)
    return Stretch(value, date(year, month, 1), month_of(last_year, last_month).last)


def season_of(year: int, season: str) -> Stretch:
    """Return a season; winter runs into the following year."""
    month, code = SEASONS[season]
    return months_from(year, month, 3, f"{year}-{code}")


def decade_of(first: int) -> Stretch:
    """Return the decade that begins with a year."""
    return Stretch(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31))


def century_of(number: int) -> Stretch:
    """Return a century as it is counted: the 21st runs from 2001 to 2100."""
    return Stretch(f"{number - 1:02d}XX", date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def unit_of(day: date, unit: str) -> Stretch:
    """Return the day, week, month, quarter, half, year ... that a day lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        week = week_of(day)
        return Stretch(f"{week.value}-WE", week.last - timedelta(days=1), week.last)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        quarter = (day.month + 2) // 3
        return months_from(day.year, 3 * quarter - 2, 3, f"{day.year}-Q{quarter}")
    if unit == "half":
        half = (day.month + 5) // 6
        return months_from(day.year, 6 * half - 5, 6, f"{day.year}-H{half}")
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return decade_of(day.year // 10 * 10)
    if unit == "century":
        return century_of((day.year + 99) // 100)
    return day_of(day)


def add_units(day: date, unit: str, count: int) -> date | None:
    """Return a day moved by units (month ends are kept inside the month), or `None` outside the calendar."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is not None:
            year, month = _shifted(day.year, day.month, count * months)
            return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        if unit in ("hour", "minute", "second"):
            per_day = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}[unit]
            whole = -(-abs(count) // per_day)
            return day + timedelta(days=whole if count > 0 else -whole)
        return day + timedelta(days=count * (7 if unit in ("week", "weekend") else 1))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


_PARTED_YEARS: Final = {10: (48, 84), 100: (33 * 12, 66 * 12)}
"""Months after which the middle and the end of a decade and of a century begin."""


def weekday_beside(stretch: Stretch, weekday: int, direction: int) -> Stretch:
    """Return the first such weekday (1 is Monday) after a stretch, or the last one before it."""
    if direction > 0:
        return day_of(stretch.last + timedelta(days=(weekday - stretch.last.isoweekday() - 1) % 7 + 1))
    return day_of(stretch.first - timedelta(days=(stretch.first.isoweekday() - weekday - 1) % 7 + 1))


def part_of(stretch: Stretch, part: str, published: date | None) -> Stretch:
    """Return the first, middle or last third of a stretch, or what lies before or after publication in it."""
    days = (stretch.last - stretch.first).days + 1
    third = days // 3
    if part in ("first-half", "second-half"):
        return _half(stretch, part == "first-half")
    first, last = stretch.first, stretch.last
    if days >= 360:
        years = round(days / 365.25)
        one, two = _PARTED_YEARS.get(years, (years * 4, years * 8))
        bounds = (add_units(first, "month", one) or first, add_units(first, "month", two) or last)
    elif 28 <= days <= 31:
        bounds = (first + timedelta(days=10), first + timedelta(days=20))
    elif days > 31:  # a season, a quarter, a half: whole months
        months = round(days / 30.44) // 3
        bounds = (add_units(first, "month", months) or first, add_units(first, "month", 2 * months) or last)
    else:
        bounds = (first + timedelta(days=third), first + timedelta(days=2 * third))
    if part == "start":
        last = bounds[0] - timedelta(days=1)
    elif part == "middle":
        first, last = bounds[0], bounds[1] - timedelta(days=1)
    elif part == "end":
        first = bounds[1]
    elif part == "eve":
        first -= timedelta(days=1)
        return Stretch(f"{first}/{last}", first, last)
    elif published is not None and first <= published <= last:
        step = timedelta(days=1)  # "earlier this week" is not today
        first, last = (first, published - step) if part == "before" else (published + step, last)
        first, last = min(first, last), max(first, last)
    return Stretch(stretch.value, first, last)


def _half(stretch: Stretch, opening: bool) -> Stretch:
    """Return one half of a stretch: 15 days of a month, whole months of years, years of longer ones."""
    first, days = stretch.first, (stretch.last - stretch.first).days + 1
    months = round(days / 30.44 / 2) if days >= 60 else 0
    fortnight = first + timedelta(days=15 if days >= 28 else days // 2)
    middle = add_units(first, "month", months) if months else fortnight
    if middle is None:
        return stretch
    if opening:
        return Stretch(stretch.value, first, middle - timedelta(days=1))
    return Stretch(stretch.value, middle, stretch.last)


def _shifted(year: int, month: int, count: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1
