"""What is new in an archive: the questions behind its front page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from dragoman.ledger import LedgerConflict, Shift, conflicts, shifts
from dragoman.records import Event, Record
from dragoman.store import narrowing, queries
from dragoman.store import schema as t
from dragoman.store.filters import EventFilter

__all__ = ["Today", "months", "today"]

_STEPS = (0, 6, 29, 89, 364)
"""Days before the newest publication from which on something counts as new: the fewest that tell enough."""
_ENOUGH, _PLACED = 24, 4
"""Events that tell enough, and how many of them the map should be able to show."""
_SHOWN = 40
_LOOKED_AT = 200
"""Events that are weighed: those that most outlets tell."""
_COMPARED = 365
"""Days before the new ones whose events a relation is compared with."""
_AHEAD = 60
_PLANS = ("planned", "proposed", "ongoing", "conditional", "forecast")
_EVENT = msgspec.msgpack.Decoder(Event)


class Today(Record, frozen=True, kw_only=True):
    """What is new as of a day: `day` is that of the newest publication, `since` where new begins.

    `events` were told since, those with most independent origins first; `first_told` names those of them that
    nobody had told before. `coming` is announced for the days up to `until`.
    """

    day: str | None
    since: str | None
    until: str | None
    events: tuple[Event, ...] = ()
    first_told: tuple[str, ...] = ()
    changed: tuple[Shift, ...] = ()
    conflicts: tuple[LedgerConflict, ...] = ()
    coming: tuple[Event, ...] = ()


def today(connection: Connection, since: str | None = None) -> Today:
    """Return what is new since a day (ISO date), else since as few days as tell enough."""
    day = queries.newest_date(connection)
    if day is None:
        return Today(day=None, since=None, until=None)
    begins = since or _begin(connection, day)
    told = _told_since(connection, begins)
    until = _moved(day, _AHEAD)
    plans = EventFilter(status=_PLANS, since=day, until=until, whole=True, limit=_SHOWN)
    compared = EventFilter(since=_moved(begins, -_COMPARED), whole=True)
    new = {event.id for event in told if _first_told(event) >= begins}
    return Today(
        day=day,
        since=begins,
        until=until,
        events=tuple(told[:_SHOWN]),
        first_told=tuple(event.id for event in told[:_SHOWN] if event.id in new),
        changed=tuple(shifts(queries.events(connection, compared), begins)[:_SHOWN]),
        conflicts=tuple(conflicts(told)[:_SHOWN]),
        coming=tuple(event for event in queries.events(connection, plans) if (event.latest or "") >= day),
    )


def months(connection: Connection, wanted: EventFilter) -> list[tuple[str, int]]:
    """Return how many of the events that a filter keeps began in each month (2023-09), in order of time."""
    month = func.substr(func.coalesce(t.events.c.earliest, t.events.c.latest), 1, 7)
    query: Select[Any] = narrowing.filtered(
        connection, select(month.label("month"), func.count().label("n")), wanted
    )
    query = query.where(month.is_not(None)).group_by(month).order_by(month)
    return [(row.month, row.n) for row in connection.execute(query)]


def _begin(connection: Connection, day: str) -> str:
    """Return the day from which on enough events were told, some of them at a place if there are such."""
    begins, enough = day, None
    for step in _STEPS:
        begins = _moved(day, -step)
        if len(connection.execute(_told(begins).limit(_ENOUGH)).all()) < _ENOUGH:
            continue
        if sum(event.place is not None for event in _told_since(connection, begins)) >= _PLACED:
            return begins
        enough = enough or begins
    return enough or begins


def _told_since(connection: Connection, day: str) -> list[Event]:
    """Return events that articles of a day or later tell, those with most independent origins first."""
    ids = [row.event for row in connection.execute(_told(day).limit(_LOOKED_AT))]
    query = select(t.events.c.body).where(t.events.c.id.in_(ids), t.events.c.part_of.is_(None))
    found = [_EVENT.decode(body) for body in connection.execute(query).scalars()]
    return sorted(found, key=lambda e: (-e.independent, -e.articles, -e.reports, e.earliest or "", e.id))


def _told(day: str) -> Select[Any]:
    """Ask for the events that articles of a day or later tell, those of most articles first."""
    told = func.count(t.reports.c.article.distinct())
    return (
        select(t.event_ids.c.event)
        .join(t.reports, t.reports.c.id == t.event_ids.c.report)
        .join(t.articles, t.articles.c.id == t.reports.c.article)
        .where(narrowing.newest_first() >= day)
        .group_by(t.event_ids.c.event)
        .order_by(told.desc(), t.event_ids.c.event)
    )


def _first_told(event: Event) -> str:
    return min((one.published[:10] for one in event.evidence if one.published), default="")


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
