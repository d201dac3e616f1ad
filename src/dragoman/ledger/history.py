"""An event's status: what was said of it when and by whom, and what that makes it now.

Rules, the first that holds: claimed and denied is disputed; announced and then called off is cancelled; told as
done is occurred (or still ongoing, where the newest word says so); else the newest word of the strongest kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..records import EventStatus, HistoryEntry
from .statements import Fact

__all__ = ["history_of", "said_by", "status_of"]

_STRENGTH = {
    "occurred": 0,
    "ongoing": 1,
    "not_occurred": 2,
    "alleged": 3,
    "denied": 4,
    "planned": 5,
    "conditional": 6,
    "proposed": 7,
    "forecast": 8,
}


def said_by(fact: Fact) -> tuple[str, ...]:
    """Return who says it: the sources that the sentence names, else the outlet."""
    named = tuple(link.name for link in fact.statement.report.attribution if link.name)
    if named:
        return named
    return (fact.statement.outlet,) if fact.statement.outlet else ()


def history_of(facts: Sequence[Fact]) -> tuple[HistoryEntry, ...]:
    """Return one entry for each status, day and source, in order of the day (unknown last)."""
    entries: dict[tuple[str, str | None, tuple[str, ...]], HistoryEntry] = {}
    for fact in facts:
        said = fact.statement.published[:10] if fact.statement.published else None
        by = said_by(fact)
        entries.setdefault((fact.status, said, by), HistoryEntry(status=fact.status, said=said, by=by))
    return tuple(sorted(entries.values(), key=lambda e: (e.said is None, e.said or "", _STRENGTH[e.status], e.by)))


def status_of(facts: Sequence[Fact]) -> EventStatus:
    """Return the status that the history of an event makes."""
    told = {fact.status for fact in facts}
    deeds = told & {"occurred", "ongoing"}
    if "denied" in told and told & {"alleged", "occurred", "ongoing"}:
        return "disputed"
    if deeds:
        newest = [fact.status for fact in facts if fact.status in deeds]
        return "ongoing" if newest and newest[-1] == "ongoing" and "occurred" not in told else "occurred"
    if "not_occurred" in told:
        announced = [f for f in facts if f.status in ("planned", "proposed")]
        return "cancelled" if announced else "not_occurred"
    return cast(EventStatus, min(told, key=_STRENGTH.__getitem__))
