"""An event's status: what was said of it when and by whom, and what that makes it now.

The first rule that holds:

1. claimed (alleged, or told as done) by some and denied by others: disputed, unless who denied it admits it then;
2. told as done: occurred, or ongoing where nobody tells that it is over;
3. announced and then, no earlier, said not to happen: cancelled; never announced by anybody who could bring it
   about: not_occurred;
4. announced and then, no earlier, denied by a party: disputed;
5. only claimed: alleged; only denied: denied;
6. else what was announced or expected last, the surest word of that day first.

A denial that is older than the deed speaks of something else, or of what was then still to come: it disputes
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..records import EventStatus, HistoryEntry
from .statements import AHEAD, DONE, Fact, own_word

__all__ = ["denials_of", "history_of", "said_by", "status_of"]

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
        if fact.denied_by:
            key = ("denied", said, fact.denied_by)
            entries.setdefault(key, HistoryEntry(status="denied", said=said, by=fact.denied_by))
    return tuple(sorted(entries.values(), key=lambda e: (e.said is None, e.said or "", _STRENGTH[e.status], e.by)))


def status_of(facts: Sequence[Fact]) -> EventStatus:
    """Return the status that the history of an event makes."""
    told = {fact.status for fact in facts}
    done = [fact for fact in facts if fact.status in DONE]
    denied = [fact for fact in facts if fact.status == "denied"]
    contested = any(fact.denied_by for fact in facts)
    if done and (contested or any(not _admitted(one, done) for one in denials_of(facts))):
        return "disputed"
    if done:
        return "occurred" if "occurred" in told else "ongoing"
    if "alleged" in told:
        return "disputed" if denied or contested else "alleged"
    off = [fact for fact in facts if fact.status == "not_occurred"]
    arranged = [fact for fact in facts if fact.status in ("planned", "proposed", "conditional")]
    ahead = [fact for fact in facts if fact.status in AHEAD]
    if off and not arranged:
        return "not_occurred"
    if off or denied:
        against = off or denied
        if not arranged:
            return "denied"
        later = [fact for fact in arranged if fact.put_off and not denied]
        if _newest(arranged) > _newest(against) or (later and _newest(later) >= _newest(against)):
            return _newest_of(ahead)
        return "cancelled" if off else "disputed"
    return _newest_of(ahead)


def denials_of(facts: Sequence[Fact]) -> list[Fact]:
    """Return what denies an event; a denial that is older than the deed denies something else."""
    done = [fact for fact in facts if fact.status in DONE]
    return [fact for fact in facts if fact.status == "denied" and not _before(fact, done)]


def _admitted(denial: Fact, done: Sequence[Fact]) -> bool:
    """Whether who denied it tells then, or later, that he did it."""
    return any(
        own_word(fact) and denial.actors <= fact.actors and (fact.said or 0) >= (denial.said or 0) > 0
        for fact in done
    )


def _before(denial: Fact, done: Sequence[Fact]) -> bool:
    """Whether a denial was over before anything is told to have happened."""
    begun = [fact.when.first for fact in done if fact.when.from_text and fact.when.first is not None]
    said = denial.published
    return bool(begun) and said is not None and said < min(begun) and not denial.when.from_text


def _newest(facts: Sequence[Fact]) -> int:
    """Return the newest day on which it was said, 0 where no day is known."""
    return max(fact.said or 0 for fact in facts)


def _newest_of(ahead: Sequence[Fact]) -> EventStatus:
    """Return the word of those who can bring it about before that of others, and of these the newest."""
    strong = [fact for fact in ahead if fact.status in ("planned", "proposed")] or list(ahead)
    newest = max(strong, key=lambda fact: (fact.said or 0, -_STRENGTH[fact.status]))
    return cast(EventStatus, newest.status)
