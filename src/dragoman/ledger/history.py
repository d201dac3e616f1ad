"""An event's status: what was said of it when and by whom, and what that makes it now.

The first rule that holds:

1. claimed (alleged, or told as done) by some and denied by others: disputed;
2. told as done: occurred, or ongoing where nobody tells that it is over;
3. announced and then, no earlier, said not to happen: cancelled; never announced: not_occurred;
4. only claimed: alleged; only denied: denied;
5. else what was announced or expected last, the surest word of that day first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..records import EventStatus, HistoryEntry
from .statements import AHEAD, DONE, Fact

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
    done = told & DONE
    if "denied" in told and (done or "alleged" in told):
        return "disputed"
    if done:
        return "occurred" if "occurred" in told else "ongoing"
    ahead = [fact for fact in facts if fact.status in AHEAD]
    against = [fact for fact in facts if fact.status in ("not_occurred", "denied")]
    if ahead and against:
        return _newest_of(ahead) if _newest(ahead) > _newest(against) else "cancelled"
    if "not_occurred" in told:
        return "not_occurred"
    if "alleged" in told:
        return "alleged"
    return "denied" if against else _newest_of(ahead)


def _newest(facts: Sequence[Fact]) -> int:
    """Return the newest day on which it was said, 0 where no day is known."""
    return max(fact.said or 0 for fact in facts)


def _newest_of(ahead: Sequence[Fact]) -> EventStatus:
    """Return the word of those who can bring it about before that of others, and of these the newest."""
    strong = [fact for fact in ahead if fact.status in ("planned", "proposed")] or list(ahead)
    newest = max(strong, key=lambda fact: (fact.said or 0, -_STRENGTH[fact.status]))
    return cast(EventStatus, newest.status)
