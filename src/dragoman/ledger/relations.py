"""Cooperation and conflict between two sides over time: each event once, by its PLOVER score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ..records import Event, EventParty, Record, Relation
from .bodies import side_of

__all__ = ["Period", "Shift", "Sides", "between", "relations", "shifts"]

Period = Literal["day", "week", "month", "year", "all"]


class Sides(NamedTuple):
    """Whose relations are asked for. Keys are folded ids, country codes and names; no keys: everybody."""

    a: frozenset[str] = frozenset()
    b: frozenset[str] = frozenset()
    name_a: str = ""
    name_b: str = ""


def relations(events: Iterable[Event], sides: Sides, by: Period = "all") -> list[Relation]:
    """Return the relations of pairs by period, busiest pair first and then in order of time.

    Events that happened count, each once: a part counts with its whole. A pair is whoever acts and upon whom, or
    two who act together upon nobody else. Undated events stand in no period but `all`.
    """
    found: dict[tuple[str, str], dict[tuple[str, str], list[Event]]] = defaultdict(lambda: defaultdict(list))
    for pair, own in between(events, sides).items():
        for event in own:
            if (span := _period(event, by)) is not None:
                found[pair][span].append(event)
    total = {pair: sum(map(len, spans.values())) for pair, spans in found.items()}
    return [
        _relation(pair, span, found[pair][span])
        for pair in sorted(found, key=lambda pair: (-total[pair], pair))
        for span in sorted(found[pair])
    ]


def between(events: Iterable[Event], sides: Sides) -> dict[tuple[str, str], list[Event]]:
    """Return what happened between each two sides: every event once, parts with their wholes."""
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.status in ("occurred", "ongoing") and event.part_of is None:
            for pair in sorted(set(_pairs(event, sides))):
                found[pair].append(event)
    return found


class Shift(Record, frozen=True, kw_only=True):
    """How a relation has changed: mean scores before a day and since, and how many events each rests on.

    Without events before it, `before` is null and the change is counted from 0, which is neither side's doing.
    """

    a: str
    b: str
    before: float | None
    now: float
    change: float
    events_before: int
    events_now: int


def shifts(events: Iterable[Event], since: str) -> list[Shift]:
    """Return how relations have changed since a day (ISO date), the most changed first, new ones last."""
    dated = [event for event in events if event.latest is not None]
    recent = {(one.a, one.b): one for one in relations([e for e in dated if (e.latest or "") >= since], Sides())}
    earlier = {(one.a, one.b): one for one in relations([e for e in dated if (e.latest or "") < since], Sides())}
    found = [_shift(one, earlier.get(pair)) for pair, one in recent.items()]
    return sorted(found, key=lambda one: (one.before is None, -abs(one.change), -one.events_now, one.a, one.b))


def _shift(now: Relation, before: Relation | None) -> Shift:
    return Shift(
        a=now.a,
        b=now.b,
        before=before.score if before else None,
        now=now.score,
        change=round(now.score - (before.score if before else 0.0), 2),
        events_before=before.events if before else 0,
        events_now=now.events,
    )


def _relation(pair: tuple[str, str], span: tuple[str, str], events: list[Event]) -> Relation:
    scores = [event.score for event in events]
    days = [day for event in events for day in (event.earliest, event.latest) if day]
    first, last = span if span[0] else (min(days, default=None), max(days, default=None))
    return Relation(
        a=pair[0],
        b=pair[1],
        from_=first,
        to=last,
        events=len(events),
        cooperation=round(sum(score for score in scores if score > 0), 1),
        conflict=round(sum(score for score in scores if score < 0), 1),
        score=round(sum(scores) / len(scores), 2),
        independent=sum(event.independent for event in events),
        behind=tuple(event.id for event in events),
    )


def _period(event: Event, by: Period) -> tuple[str, str] | None:
    """Return first and last day of the period in which an event began; empty for all time.

    What only its publication dates began most likely just before it.
    """
    if by == "all":
        return "", ""
    day = (event.latest if event.dated == "publication" else event.earliest) or event.latest
    if day is None:
        return None
    first = date.fromisoformat(day)
    match by:
        case "day":
            last = first
        case "week":
            first -= timedelta(first.weekday())
            last = first + timedelta(6)
        case "month":
            first = first.replace(day=1)
            last = (first + timedelta(31)).replace(day=1) - timedelta(1)
        case "year":
            first, last = first.replace(month=1, day=1), first.replace(month=12, day=31)
    return first.isoformat(), last.isoformat()


def _pairs(event: Event, sides: Sides) -> Iterator[tuple[str, str]]:
    actors, recipients = list(event.actors), list(event.recipients)
    if recipients:
        met = [(one, other) for one in actors for other in recipients]
    else:
        met = [(one, other) for number, one in enumerate(actors) for other in actors[number + 1 :]]
    for one, other in met:
        for first, second in ((one, other), (other, one)):
            if _is(first, sides.a) and _is(second, sides.b):
                a, b = sides.name_a or _key(first), sides.name_b or _key(second)
                if a != b:
                    yield (a, b) if sides.a else (min(a, b), max(a, b))


def _is(party: EventParty, keys: frozenset[str]) -> bool:
    return not keys or any(one.casefold() in keys for one in (party.entity, party.country, party.name) if one)


def _key(party: EventParty) -> str:
    """Return what a party is counted as: its country, else itself; an armed group is not the state it fights."""
    return side_of(party) or party.name or ""
