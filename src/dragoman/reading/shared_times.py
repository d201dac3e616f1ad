"""Days that a clause has from the one beside it: "two days after X had …, Y …", "arrived on Friday and met Z".

The steps are taken only where the clause has no day of its own.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..records import ReportTime, Time
from .line import Line, Predicate
from .sites import Site

__all__ = ["joined_day", "parted_day", "verb_joined", "verb_shared"]

_WEEK = 7
_HALF_A_DAY = 12
"""Hours up to which two events fall on one day, as papers tell them."""
_MOST = 60
"""Days that two events lie apart at the most for one to date the other."""
_REACH = 4
"""Tokens before "after" in which the stretch between two events stands."""


def joined_day(line: Line, site: Site, times: list[tuple[int, Time]]) -> Time | None:
    """Return the day of the clause before that "and" joins without a comma, where both have one subject and tense.

    `times` are (token, time) of the line.
    """
    before = verb_joined(line, site)
    found = [time for at, time in times if before is not None and line.segments[at] == before.segment]
    return found[0] if len(found) == 1 else None


def verb_joined(line: Line, site: Site) -> Predicate | None:
    """Return the verb that "and" joins without comma to the one of a site, of the same subject and tense."""
    number = line.segments[site.head]
    predicate = site.predicate
    if predicate is None or not number or line.segment_kinds[number] != "coordinate":
        return None
    if predicate.subject_how != "subject of the clause before" or predicate.subject is None:
        return None
    opening = line.segments.index(number)
    before = [p for p in line.predicates if p.segment == number - 1 and p.subject is predicate.subject]
    if not before or not opening or line.tokens[opening - 1].text in ",;:" or not _alike(before[-1], predicate):
        return None
    return before[-1]


def verb_shared(line: Line, site: Site) -> Predicate | None:
    """Return the verb before, in front of which a time dates this deed too: "ngày 5/4 xông vào …, bắt đi …".

    Only where no ending shows the tense, and one subject does both right after one another.
    """
    own = site.predicate
    if line.formed or own is None or site.subject_how != "subject of the clause before" or site.carried:
        return None
    if line.segment_kinds[own.segment] not in ("coordinate", "main"):
        return None
    before = [p for p in line.predicates if p.head < own.head and p.subject is site.subject]
    if not before or own.segment - before[-1].segment > 1:
        return None
    return before[-1]


def _alike(one: Predicate, other: Predicate) -> bool:
    return {"past", "finite"} <= one.tags and {"past", "finite"} <= other.tags


def parted_day(line: Line, site: Site, times: list[tuple[int, Time]]) -> ReportTime | None:
    """Return the day of a clause that so many days part from the one beside it, which has a day.

    "Two days after X had struck" and "hours after"; of months and years nothing follows.
    """
    number = line.segments[site.head]
    kind = line.segment_kinds[number]
    if kind in ("time-after", "time-before"):
        opening = line.segments.index(number)
        apart = _apart(line, opening)
        other = number - 1 if opening else number + 1
        sign = -1 if kind == "time-after" else 1
    else:
        near = [n for n in (number - 1, number + 1) if 0 <= n < len(line.segment_kinds)]
        other = next((n for n in near if line.segment_kinds[n] in ("time-after", "time-before")), -1)
        if other < 0 or other not in line.segments:
            return None
        apart = _apart(line, line.segments.index(other))
        sign = 1 if line.segment_kinds[other] == "time-after" else -1
    days = [time for at, time in times if line.segments[at] == other]
    if (
        apart is None
        or site.predicate is None
        or len(days) != 1
        or days[0].earliest is None
        or days[0].latest is None
    ):
        return None
    first, last = days[0].earliest[:10], days[0].latest[:10]
    if first != last or len(first) != len("2000-01-01"):
        return None
    known = date.fromisoformat(first)
    low, high = sorted((known + timedelta(days=sign * apart[0]), known + timedelta(days=sign * apart[1])))
    return ReportTime(
        start=days[0].start, end=days[0].end, value=low.isoformat() if low == high else None,
        earliest=low.isoformat(), latest=high.isoformat(), how="so many days from the other",
    )  # fmt: skip


def _apart(line: Line, opening: int) -> tuple[int, int] | None:
    """Return how many days the words around "after" part two events by, at the least and the most, or None."""
    close = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "same-day"}
    if opening - 1 in close:
        return 0, 0
    for time in line.times:
        first, last = line.token_at(time.start), line.token_at(time.end - 1)
        if time.earliest is None and time.value and opening - _REACH <= first < opening <= last + 1:
            return _days_of(time.value)
    return None


def _days_of(value: str) -> tuple[int, int] | None:
    """Return the days of a stretch in TIMEX3: P2D, P1W; many hours (PT20H) may reach into the next day."""
    count, unit = value.lstrip("PT")[:-1], value[-1:]
    if not count.isdigit():
        return None
    if value.startswith("PT"):
        late = unit == "H" and int(count) >= _HALF_A_DAY
        return (0, 1) if late else (0, 0)
    days = int(count) * (_WEEK if unit == "W" else 1)
    return (days, days) if unit in ("D", "W") and days <= _MOST else None
