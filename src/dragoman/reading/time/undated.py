"""Calendar fields to a stretch of days: what the words leave out is found from publication and tense."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from . import calendars
from .calendars import Stretch
from .foreign import foreign_stretch, foreign_year
from .holidays import holiday_in
from .meaning import Meaning

__all__ = ["fiscal_stretches", "stretch_of"]

Tense = Callable[[], str | None]
Found = tuple[Stretch | None, str]

_UNKNOWN: Final = "counted from publication, whose date is not known"
_NEAR_DAYS: Final = 30
"""A date without a year that lies this near to publication is meant, whatever the tense ("had planned to")."""
_FULL: Final = {1: "date in full", 3: "month and year in full", 5: "year in full"}


def stretch_of(meaning: Meaning, published: date | None, tense: Tense) -> Found:
    """Return the days that calendar fields name, and by which step; no days where that stays open."""
    if meaning.relative is not None:
        return _relative(meaning, published)
    if meaning.decade is not None and not meaning.year:
        return calendars.decade_of(meaning.decade), "decade in full"
    if meaning.century is not None:
        return calendars.century_of(meaning.century), "century in full"
    if meaning.year:
        return _in_year(meaning, meaning.year), _full_words(meaning)
    if published is None:
        return None, _UNKNOWN
    if meaning.month or meaning.quarter or meaning.half or meaning.season or meaning.holiday:
        return _year_left_out(meaning, published, tense)
    if meaning.day:
        return _day_alone(meaning, published, tense)
    if meaning.weekday:
        return _weekday(meaning, published, tense)
    return None, "not enough said"


def _full_words(meaning: Meaning) -> str:
    if meaning.calendar:
        return f"{_noun(meaning)} in full, of the {meaning.calendar} calendar"
    if meaning.day and meaning.month:
        return "date in full"
    if meaning.month:
        return "month and year in full"
    return f"{_noun(meaning)} and year in full" if _noun(meaning) != "year" else "year in full"


def _noun(meaning: Meaning) -> str:
    """Return what kind of stretch the fields name."""
    if meaning.day or meaning.holiday:
        return "date"
    if meaning.nth:
        return meaning.nth[1]
    for field in ("month", "quarter", "half", "season"):
        if getattr(meaning, field):
            return field
    return "year"


def _in_year(meaning: Meaning, year: int) -> Stretch | None:
    """Return the fields' days in a year of their calendar, or `None` where the day does not exist."""
    if meaning.holiday:
        return next(iter(holiday_in(meaning.holiday, year)), None)
    if meaning.calendar:
        return foreign_stretch(meaning.calendar, year, meaning.month, meaning.day)
    if meaning.month and meaning.day:
        if meaning.day > calendar.monthrange(year, meaning.month)[1]:
            return None
        return calendars.day_of(date(year, meaning.month, meaning.day))
    if meaning.month:
        whole = calendars.month_of(year, meaning.month)
    elif meaning.quarter:
        whole = calendars.months_from(year, 3 * meaning.quarter - 2, 3, f"{year}-Q{meaning.quarter}")
    elif meaning.half:
        whole = calendars.months_from(year, 6 * meaning.half - 5, 6, f"{year}-H{meaning.half}")
    elif meaning.season:
        whole = calendars.season_of(year, meaning.season)
    else:
        whole = calendars.year_of(year)
    return _nth(meaning, whole)


def _nth(meaning: Meaning, whole: Stretch) -> Stretch | None:
    """Return the n-th week (days 1-7, 8-14 ...), weekend, Sunday or day of a stretch; -1 is the last."""
    if meaning.nth is None:
        return whole
    number, unit = meaning.nth
    if unit == "month":
        return calendars.months_from(
            whole.first.year, whole.first.month, meaning.width or 1, f"{whole.value}-01/P{meaning.width or 1}M"
        )
    if unit == "weekend":
        saturday = whole.first + timedelta(days=(5 - whole.first.weekday()) % 7)
        first = saturday + timedelta(days=7 * (number - 1))
        if number == -1:
            first = whole.last - timedelta(days=(whole.last.weekday() - 5) % 7)
        return Stretch(f"{calendars.week_of(first).value}-WE", first, first + timedelta(days=1))
    length, step = (7, 7) if unit == "week" else (1, 7 if unit == "weekday" else 1)
    first, last = whole.first, whole.last - timedelta(days=length - 1)
    if unit == "weekday":
        sought = (meaning.weekday or 1) - 1
        first += timedelta(days=(sought - first.weekday()) % 7)
        last -= timedelta(days=(last.weekday() - sought) % 7)
    first = last if number == -1 else first + timedelta(days=step * (number - 1))
    if not whole.first <= first <= whole.last:
        return None
    last = min(first + timedelta(days=length - 1), whole.last)
    return Stretch(first.isoformat() if length == 1 else f"{first}/{last}", first, last)


def _relative(meaning: Meaning, published: date | None) -> Found:
    """Return last week, this month, next year, or a finer field within it."""
    unit, steps = meaning.relative or ("day", 0)
    if published is None:
        return None, _UNKNOWN
    moved = calendars.add_units(published, unit, steps)
    if moved is None:
        return None, "beyond the calendar"
    whole = calendars.unit_of(moved, unit)
    number = "" if abs(steps) < 2 else f"{abs(steps)} "
    plural = "" if abs(steps) < 2 else "s"
    side = "of" if steps == 0 else "before" if steps < 0 else "after"
    how = f"{number}{unit}{plural} {side} publication"
    if unit == "year" and meaning.calendar:
        of_year = (one for one in _around(meaning, whole.first.year) if one.first.year == whole.first.year)
        return next(of_year, None), f"{_noun(meaning)} in the {how}"
    if unit == "year" and _noun(meaning) != "year":
        return _in_year(meaning, whole.first.year), f"{_noun(meaning)} in the {how}"
    if unit == "month" and meaning.day:
        return _checked_day(whole.first, meaning.day), f"date in the {how}"
    if unit == "week" and meaning.weekday:
        return calendars.day_of(whole.first + timedelta(days=meaning.weekday - 1)), f"weekday in the {how}"
    return _nth(meaning, whole), how if meaning.nth is None else f"{_noun(meaning)} in the {how}"


def _checked_day(month: date, day: int) -> Stretch | None:
    if day > calendar.monthrange(month.year, month.month)[1]:
        return None
    return calendars.day_of(month.replace(day=day))


def _year_left_out(meaning: Meaning, published: date, tense: Tense) -> Found:
    """Return the occurrence that "last", "next" or the tense picks, else the nearest one."""
    found = _around(meaning, published.year)
    noun = _noun(meaning)
    if not found:
        return None, "no such date"
    if noun in ("quarter", "half") and meaning.toward is None:
        stretch = _numbered_part(found, published, tense())
        return stretch, _side_words(noun, stretch, published)
    if meaning.toward is not None and noun != "year":
        stretch = _directed(found, published, meaning.toward)
    else:
        nearest = min(found, key=lambda stretch: _distance(stretch, published))
        day_like = bool(meaning.day) and _distance(nearest, published) <= _NEAR_DAYS
        stretch = nearest if day_like else _by_tense(found, published, tense()) or nearest
    return stretch, _side_words(noun, stretch, published)


def fiscal_stretches(meaning: Meaning, published: date | None) -> list[Stretch]:
    """Return the fiscal year (or its quarter or half), once for each month in which such years begin."""
    found = []
    for start in meaning.fiscal:
        first_year = meaning.year
        if first_year is None:
            if published is None:
                return []
            first_year = published.year - (published.month < start) + (meaning.relative or ("year", 0))[1]
        first, months = (first_year, start), 12
        for field, width in (("quarter", 3), ("half", 6)):
            number = getattr(meaning, field)
            if number:
                index = first_year * 12 + start - 1 + width * (number - 1)
                first, months = (index // 12, index % 12 + 1), width
        stretch = calendars.months_from(*first, months, "")
        found.append(Stretch(f"{stretch.first}/{stretch.last}", stretch.first, stretch.last))
    return found


def _around(meaning: Meaning, year: int) -> list[Stretch]:
    """Return every occurrence from five years before to five years after a Gregorian year."""
    years = range(max(year - 5, 1), min(year + 6, 9999))
    if meaning.holiday:
        return [stretch for year in years for stretch in holiday_in(meaning.holiday, year)]
    if meaning.calendar:
        years = range(foreign_year(meaning.calendar, years[0]), foreign_year(meaning.calendar, years[-1]) + 1)
    return [stretch for year in years if (stretch := _in_year(meaning, year)) is not None]


def _numbered_part(found: list[Stretch], published: date, tense: str | None) -> Stretch:
    """Return a quarter or half: of the year of publication, unless the tense makes that impossible."""
    own = next((one for one in found if one.first.year == published.year), found[len(found) // 2])
    possible = (tense != "past" or own.first <= published) and (tense != "future" or own.last >= published)
    return own if possible else _by_tense(found, published, tense) or own


def _directed(found: list[Stretch], published: date, toward: int) -> Stretch:
    """Return the last one over by publication, the next one after it, or this year's."""
    if toward < 0:
        return max((one for one in found if one.last < published), key=lambda one: one.last)
    if toward > 0:
        return min((one for one in found if one.first > published), key=lambda one: one.first)
    return next((one for one in found if one.first.year == published.year), found[len(found) // 2])


def _by_tense(found: Iterable[Stretch], published: date, tense: str | None) -> Stretch | None:
    """Return the latest that has begun, in the past tense, or the next that is not over, in the future."""
    if tense == "past":
        return max((one for one in found if one.first <= published), key=lambda one: one.first, default=None)
    if tense == "future":
        return min((one for one in found if one.last >= published), key=lambda one: one.first, default=None)
    return None


def _distance(stretch: Stretch, published: date) -> int:
    return max((stretch.first - published).days, (published - stretch.last).days, 0)


def _side_words(noun: str, stretch: Stretch, published: date) -> str:
    if stretch.last < published:
        return f"{noun} before publication"
    return f"{noun} after publication" if stretch.first > published else f"{noun} of publication"


def _day_alone(meaning: Meaning, published: date, tense: Tense) -> Found:
    """Return "the 15th": of the month that "last", "next" or the tense picks, else the nearest."""
    found = []
    for steps in (-2, -1, 0, 1, 2):
        month = calendars.add_units(published.replace(day=1), "month", steps)
        stretch = _checked_day(month, meaning.day or 1) if month else None
        if stretch is not None:
            found.append(stretch)
    if meaning.toward:
        stretch = _directed(found, published, meaning.toward)
        return stretch, _side_words("day of the month", stretch, published)
    nearest = min(found, key=lambda stretch: _distance(stretch, published))
    stretch = nearest if _distance(nearest, published) <= 3 else _by_tense(found, published, tense()) or nearest
    return stretch, _side_words("day of the month", stretch, published)


def _weekday(meaning: Meaning, published: date, tense: Tense) -> Found:
    """Return a weekday: the most recent one (publication's own day counts) unless words or tense look ahead."""
    back = (published.isoweekday() - (meaning.weekday or 1)) % 7
    ahead = -back % 7
    if meaning.toward == -1:
        day = published - timedelta(days=back or 7)
    elif meaning.toward == 1:
        day = published + timedelta(days=ahead or 7)
    elif meaning.toward == 0:
        day = published - timedelta(days=published.isoweekday() - (meaning.weekday or 1))
        told = tense() if day != published else None
        if (told == "past" and day > published) or (told == "future" and day < published):
            day += timedelta(days=-7 if told == "past" else 7)  # "this Sunday", told on a Monday, was yesterday
    else:
        day = published + timedelta(days=ahead) if tense() == "future" else published - timedelta(days=back)
    stretch = calendars.day_of(day)
    return stretch, _side_words("weekday", stretch, published)
