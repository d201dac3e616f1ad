"""Days that do not fit what is told: what is foreseen lies ahead, and what a text tells as done lies behind.

"He expects that they will be freed on the 15th", said on the 11th, is of the coming 15th, if that is nearer. What
was announced may be told looking back ("had been planned for the 15th"); what somebody expects is not. "On
Wednesday they met" is of the last Wednesday, though titles tell so what is to come.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import structs

from ..records import Report, ReportTime

__all__ = ["fitting"]

_BEFORE, _AFTER = " before publication", " after publication"
_MONTHS = {"day of the month": 1, "month": 12, "date": 12}
"""After how many months what the text names comes again."""
_NEWS_DAYS = 3
"""Days before publication that may be those of the saying."""
_TOMORROW, _WEEK = timedelta(days=1), timedelta(days=7)


def fitting(report: Report, published: str | None) -> ReportTime | None:
    """Return the days of a report, moved to where what it tells can lie."""
    time = report.time
    if time is None or not published or time.earliest is None or time.latest is None:
        return time
    said = date.fromisoformat(published[:10])
    first, last = date.fromisoformat(time.earliest[:10]), date.fromisoformat(time.latest[:10])
    if report.status in ("forecast", "conditional"):
        kind = time.how.removesuffix(_BEFORE)
        if kind != time.how and kind in _MONTHS and (said - last).days > _NEWS_DAYS:
            moved = _later(first, _MONTHS[kind]), _later(last, _MONTHS[kind])
            if (
                moved[0] is not None
                and moved[1] is not None
                and moved[1] >= said
                and moved[1] - said < said - last
            ):
                return _of(time, moved[0], moved[1], f"{kind}{_AFTER}")
    elif report.status == "occurred" and report.sentence and first == last and _TOMORROW < first - said < _WEEK:
        return _of(time, first - _WEEK, first - _WEEK, f"weekday{_BEFORE}") if _is_weekday(time) else time
    return time


def _is_weekday(time: ReportTime) -> bool:
    return time.how.startswith(("weekday", "counted from"))


def _of(time: ReportTime, first: date, last: date, how: str) -> ReportTime:
    value = first.isoformat() if first == last else None
    return structs.replace(time, earliest=first.isoformat(), latest=last.isoformat(), value=value, how=how)


def _later(day: date, months: int) -> date | None:
    month = day.month - 1 + months
    try:
        return day.replace(year=day.year + month // 12, month=month % 12 + 1)
    except ValueError:
        return None
