"""Whether two statements speak of one event: named features, each a level with a weight, and a verdict.

Features come from the two statements alone, never from statistics of the archive. A feature that says
"different" decides alone; otherwise the weights of the others add up.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .statements import AHEAD, Fact

__all__ = ["FEATURES", "SAME", "Comparison", "Feature", "compare"]

SAME = 0.6
"""Score from which two statements are one event."""
UNSURE = 0.45
_TOLERANCE = 1
"""Days by which two dated accounts of one event may differ; the dissent is kept as a conflict."""
_AHEAD_DAYS = {"CONSULT": 540, "SUPPORT": 540}
_AHEAD_DEFAULT = 120
_LONG = 32
"""Days from which an interval is too long to say that two things are one."""


class Feature(NamedTuple):
    """One feature's finding: its level, what it adds to the score, and whether it rules sameness out."""

    name: str
    level: str
    weight: float
    different: bool = False


class Comparison(NamedTuple):
    """A verdict with its score and the features behind it."""

    verdict: Literal["same", "unsure", "different"]
    score: float
    features: tuple[Feature, ...]


def parties(a: Fact, b: Fact) -> Feature:
    """Who: the same sides in the same roles; in meetings, the same parties whoever is named first."""
    if a.family == "CONSULT":
        if a.visit and b.visit and a.actors != b.actors and a.actors != a.recipients and b.actors != b.recipients:
            return Feature("parties", "another visitor", 0, True)
        if a.parties == b.parties:
            return Feature("parties", "same", 0.4)
        if len(a.parties & b.parties) >= 2:
            return Feature("parties", "two in common", 0.25)
        if _self_visit(a, b) or _self_visit(b, a):
            return Feature("parties", "a visit to oneself", 0.2)
        return Feature("parties", "other parties", 0, True)
    if a.actors == b.actors and a.recipients == b.recipients:
        return Feature("parties", "same", 0.4)
    actors = a.actors <= b.actors or b.actors <= a.actors
    recipients = a.recipients <= b.recipients or b.recipients <= a.recipients
    if not actors or not recipients or not a.actors or not b.actors:
        return Feature("parties", "other parties", 0, True)
    if a.actors == b.actors and (not a.recipients or not b.recipients):
        return Feature("parties", "one without recipient", 0.25)
    return Feature("parties", "one names more", 0.3)


def _self_visit(a: Fact, b: Fact) -> bool:
    """Whether `a` lets somebody visit his own country, where `b` tells of a visit there."""
    return a.visit and a.actors == a.recipients and a.actors <= b.parties and len(b.parties) == 2


def persons(a: Fact, b: Fact) -> Feature:
    """Which persons: for a side that both name persons of, at least one must be the same."""
    shared = set(a.persons) & set(b.persons)
    if a.family not in ("CONSULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "ACCUSE", "THREATEN"):
        return Feature("persons", "not compared", 0.0)
    if not shared:
        return Feature("persons", "not named by both", 0.0)
    if any(not (a.persons[side] & b.persons[side]) for side in shared):
        return Feature("persons", "other persons", 0, a.family in ("CONSULT", "COERCE", "RETREAT"))
    return Feature("persons", "same persons", 0.15)


def dates(a: Fact, b: Fact) -> Feature:
    """When: days that overlap; what is announced may come in its window, or undated later on."""
    if a.family == "arms":
        return Feature("dates", "one course of deliveries", 0.25)
    if a.ahead != b.ahead:
        return _ahead(a, b) if a.ahead else _ahead(b, a)
    if a.when.bounded and b.when.bounded:
        gap = _gap(a, b)
        if gap > (_TOLERANCE if a.when.from_text and b.when.from_text else 0):
            return Feature("dates", "apart", 0, True)
        if _length(a) <= _LONG and _length(b) <= _LONG:
            if a.when.from_text and b.when.from_text:
                return Feature("dates", "same days" if gap <= 0 else "a day apart", 0.3 if gap <= 0 else 0.2)
            return Feature("dates", "days overlap", 0.25)
        return Feature("dates", "within a long span", 0.1)
    if a.published is not None and b.published is not None and abs(a.published - b.published) <= 21:
        return Feature("dates", "told within three weeks", 0.2)
    return Feature("dates", "unknown", 0.05)


def _ahead(plan: Fact, deed: Fact) -> Feature:
    """Whether what is announced can be what then happened."""
    if plan.when.from_text and plan.when.bounded and deed.when.bounded:
        gap = _gap(plan, deed)
        slack = 3 if _length(plan) < 28 else 0
        return (
            Feature("dates", "in its window", 0.3) if gap <= slack else Feature("dates", "another window", 0, True)
        )
    if plan.published is None or deed.when.last is None:
        return Feature("dates", "undated announcement", 0.15)
    wait = deed.when.last - plan.published
    if wait < -1:
        return Feature("dates", "announced after it was over", 0, True)
    if wait > _AHEAD_DAYS.get(plan.family, _AHEAD_DEFAULT):
        return Feature("dates", "too long after the announcement", 0, True)
    return Feature("dates", "after an undated announcement", 0.2)


def _gap(a: Fact, b: Fact) -> int:
    """Days between two bounded intervals; 0 or less where they overlap."""
    assert a.when.first is not None and a.when.last is not None
    assert b.when.first is not None and b.when.last is not None
    return max(a.when.first, b.when.first) - min(a.when.last, b.when.last)


def _length(fact: Fact) -> int:
    assert fact.when.first is not None and fact.when.last is not None
    return fact.when.last - fact.when.first + 1


def place(a: Fact, b: Fact) -> Feature:
    """Where: two named places in one country that are no parts of each other keep attacks apart."""
    one, other = a.statement.report.place, b.statement.report.place
    if one is None or other is None:
        return Feature("place", "not named by both", 0.0)
    if one.country and other.country and one.country != other.country:
        return Feature("place", "other country", 0, a.family in ("ASSAULT", "PROTEST", "COERCE"))
    if one.name == other.name:
        return Feature("place", "same", 0.1)
    if _wide(one.lat) or _wide(other.lat) or a.family not in ("ASSAULT", "PROTEST"):
        return Feature("place", "same country", 0.02)
    return Feature("place", "another place", -0.15)


def _wide(lat: float | None) -> bool:
    return lat is None


def manner(a: Fact, b: Fact) -> Feature:
    """How: the same mode, or kinds of the same thing."""
    one, other = a.statement.report, b.statement.report
    if one.type != other.type:
        return Feature("manner", "another type of the family", 0.0)
    if one.mode == other.mode:
        return Feature("manner", "same", 0.1)
    if one.mode and other.mode and a.family not in ("CONSULT", "ASSAULT", "ACCUSE", "REQUEST", "REJECT"):
        return Feature("manner", "another mode", 0, True)
    return Feature("manner", "another mode of the type", 0.0)


def words(a: Fact, b: Fact) -> Feature:
    """In which words: sentences of one language that share most of theirs."""
    if a.statement.language != b.statement.language or not a.words or not b.words:
        return Feature("words", "other language", 0.0)
    shared = len(a.words & b.words) / min(len(a.words), len(b.words))
    return Feature("words", f"{shared:.0%} shared", 0.2 if shared > 0.6 else 0.0)


FEATURES = (parties, persons, dates, place, manner, words)
"""Every feature, in the order in which reasons are shown."""


def compare(a: Fact, b: Fact) -> Comparison:
    """Return whether two statements of one family are one event, with reasons."""
    found: list[Feature] = []
    for feature in FEATURES:
        result = feature(a, b)
        found.append(result)
        if result.different:
            return Comparison("different", 0.0, tuple(found))
    score = round(sum(one.weight for one in found), 3)
    if score >= SAME:
        return Comparison("same", score, tuple(found))
    return Comparison("unsure" if score >= UNSURE else "different", score, tuple(found))


def comes_after(plan: Fact, deed: Fact) -> int | None:
    """Return the days from an undated announcement to a deed, or None where it is no such pair."""
    if plan.status not in AHEAD or plan.published is None or deed.when.last is None:
        return None
    return deed.when.last - plan.published
