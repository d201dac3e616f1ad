"""What is wrong with a date: days that do not exist, and weekdays that the date does not fall on."""

from __future__ import annotations

import calendar
from datetime import date

from ...records import Anomaly
from .meaning import Core

__all__ = ["anomalies_of"]


def anomalies_of(core: Core, first: date | None, strange_year: str | None) -> list[Anomaly]:
    """Return the days that do not exist, or else the weekday that the date does not fall on."""
    meaning = core.meaning
    if strange_year:
        detail = f"the year {strange_year[:12]} lies outside 1000 to 2100"
        return [Anomaly(start=core.start, end=core.end, kind="no-such-date", detail=detail)]
    if meaning.calendar and meaning.day and meaning.year and first is None:
        detail = f"the {meaning.calendar} month {meaning.month} of {meaning.year} has no day {meaning.day}"
        return [Anomaly(start=core.start, end=core.end, kind="no-such-date", detail=detail)]
    for end in (meaning, meaning.until):
        if end is None or end.calendar:
            continue
        if end.day and end.month and end.day > _month_length(end.year, end.month):
            detail = f"{calendar.month_name[end.month]} has no day {end.day}" + (
                f" in {end.year}" if end.year else ""
            )
            return [Anomaly(start=core.start, end=core.end, kind="no-such-date", detail=detail)]
    dated = (meaning.day and meaning.month) or meaning.offsets
    if meaning.weekday and dated and not meaning.until and first:
        said, real = calendar.day_name[meaning.weekday - 1], calendar.day_name[first.weekday()]
        if said != real:
            detail = f"{said} does not fit {first.isoformat()}, which is a {real}"
            return [Anomaly(start=core.start, end=core.end, kind="date-weekday-mismatch", detail=detail)]
    return []


def _month_length(year: int | None, month: int) -> int:
    return calendar.monthrange(year or 2000, month)[1]
