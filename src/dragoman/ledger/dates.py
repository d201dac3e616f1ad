"""The feature `dates`: whether two statements can speak of the same days."""

from __future__ import annotations

from .levels import Feature
from .statements import CLAIMED, Fact

__all__ = ["EXACT_DAYS", "STAY", "dates", "is_shipment"]

EXACT_DAYS = 10
"""An interval of at most so many days dates an act; a longer one only limits it."""
STAY = 3
"""Days between two days of one visit, told by different stops of it."""
_LONG_DAYS = 92
_SLACK = 3
"""Days by which an act may miss the window announced for it."""
_WAITS = {"CONSULT": 120, "RETREAT": 60, "SUPPORT": 180}
_WAIT_OF_A_VISIT = 540
_WAIT = 45
_COURSE_DAYS = 540
_HOSTILE = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "ACCUSE", "REQUEST", "REJECT", "THREATEN"))

_FIRE = frozenset(("aerial", "drone", "heavy-weapons", "firearms"))

_COURSE = Feature("dates", "one course of deliveries", 0.25)
_NEW_COURSE = Feature("dates", "courses far apart", 0, True)
_SHIPMENT = Feature("dates", "a dated shipment and a course", 0, True)
_APART = Feature("dates", "apart", 0, True)
_DAYS = Feature("dates", "same days", 0.3)
_STAY = Feature("dates", "days of one stay", 0.15)
_DAY_APART = Feature("dates", "a day apart", 0.15)
_OVERLAP = Feature("dates", "days overlap", 0.25)
_FRESH = Feature("dates", "news of the same days", 0.2)
_LIMITED = Feature("dates", "within a long span", 0.15)
_VAGUE = Feature("dates", "within a very long span", 0.0)
_BEGIN = Feature("dates", "spans from the same day", 0.25)
_WEEKS = Feature("dates", "told within three weeks", 0.2)
_MONTHS = Feature("dates", "claimed within two months", 0.15)
_STRIKES = Feature("dates", "strikes claimed weeks apart", 0, True)
_UNDATED_PAGE = Feature("dates", "a page without a date", 0.1)
_UNKNOWN = Feature("dates", "unknown", 0.05)
_WINDOW = Feature("dates", "in its window", 0.3)
_OTHER_WINDOW = Feature("dates", "another window", 0, True)
_AFTER = Feature("dates", "after an undated announcement", 0.2)
_AFTER_THREAT = Feature("dates", "after an undated forecast of force or protest", 0.05)
_OVER = Feature("dates", "announced after it was over", 0, True)
_LATE = Feature("dates", "too long after the announcement", 0, True)


def dates(a: Fact, b: Fact) -> Feature:
    """When: days that overlap. What is announced comes in its window or, undated, as the next such act.

    Accounts of one event may be a day apart; the dissent is kept as a conflict. Days of one visit may lie
    three days apart, since it has stops. Deliveries of arms are one course until a shipment has its own days.
    """
    if a.family == "arms":
        return _arms(a, b)
    if a.ahead != b.ahead:
        return _ahead(a, b) if a.ahead else _ahead(b, a)
    first, last = a.when.first, a.when.last
    other_first, other_last = b.when.first, b.when.last
    gap = max(first or 0, other_first or 0) - min(last or 10**7, other_last or 10**7)
    if first is None or last is None or other_first is None or other_last is None:
        return _half_open(a, b, gap)
    if gap > 0:
        if a.visit and b.visit and gap <= STAY and a.when.from_text and b.when.from_text:
            return _DAY_APART if gap == 1 else _STAY
        near = gap == 1 and a.when.from_text and b.when.from_text
        return _DAY_APART if near and a.when.days <= EXACT_DAYS and b.when.days <= EXACT_DAYS else _APART
    longer, shorter = max(a.when.days, b.when.days), min(a.when.days, b.when.days)
    if longer <= EXACT_DAYS:
        if a.when.from_text and b.when.from_text:
            return _DAYS
        return _OVERLAP if a.when.from_text or b.when.from_text else _FRESH
    if shorter > EXACT_DAYS and abs(first - other_first) <= 1:
        return _BEGIN
    if longer <= _LONG_DAYS:
        return _LIMITED
    return _UNKNOWN if shorter > EXACT_DAYS or not (a.when.from_text and b.when.from_text) else _VAGUE


def _half_open(a: Fact, b: Fact, gap: int) -> Feature:
    if gap > 1:
        return _APART
    if a.published is None or b.published is None:
        return _UNDATED_PAGE
    between = abs(a.published - b.published)
    if between <= 21:
        return _WEEKS
    if a.ahead and between <= _wait(a):
        return _WEEKS if a.visit else _UNKNOWN
    if a.status in CLAIMED and b.status in CLAIMED:
        if _fighting(a) or _fighting(b):
            return _STRIKES
        if between <= 60:
            return _MONTHS
    return _UNKNOWN


def _fighting(fact: Fact) -> bool:
    """Whether it is an act of war that comes again and again, unlike a murder or a kidnapping."""
    return not _FIRE.isdisjoint(fact.statement.report.mode)


def _arms(a: Fact, b: Fact) -> Feature:
    one, other = is_shipment(a), is_shipment(b)
    if one != other:
        return _SHIPMENT
    if one:
        gap = max(a.when.first or 0, b.when.first or 0) - min(a.when.last or 0, b.when.last or 0)
        return _APART if gap > 1 else _DAYS if gap <= 0 else _DAY_APART
    if a.published is not None and b.published is not None and abs(a.published - b.published) > _COURSE_DAYS:
        return _NEW_COURSE
    return _COURSE


def is_shipment(fact: Fact) -> bool:
    """Return whether the text gives a delivery days of its own."""
    return fact.family == "arms" and fact.when.from_text and fact.when.days <= EXACT_DAYS


def _wait(fact: Fact) -> int:
    """Return the days for which an announcement without a date may wait for its act."""
    return _WAIT_OF_A_VISIT if fact.visit else _WAITS.get(fact.family, _WAIT)


def _ahead(plan: Fact, deed: Fact) -> Feature:
    """Whether what is announced can be what then happened."""
    when, done = plan.when, deed.when
    if when.from_text and when.first is not None and when.last is not None:
        if done.first is None or done.last is None:
            if done.last is not None and done.last < when.first - _SLACK:
                return _OTHER_WINDOW
            return _UNKNOWN
        gap = max(when.first, done.first) - min(when.last, done.last)
        return _WINDOW if gap <= (_SLACK if when.days < 28 else 0) else _OTHER_WINDOW
    if when.from_text and when.first is not None and done.last is not None and done.last < when.first:
        return _OTHER_WINDOW
    if plan.said is None or done.last is None:
        return _UNDATED_PAGE
    wait = done.last - plan.said
    # A deed dated by its publication may have been told a day before the announcement of another outlet.
    if wait < (0 if done.from_text and done.days <= EXACT_DAYS else -1):
        return _OVER
    if wait > _wait(plan):
        return _LATE
    return _AFTER_THREAT if plan.family in _HOSTILE else _AFTER
