"""Works out what follows from all events of an archive: forecasts, contradictions, stories, relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import UsageError
from dragoman.reading.collecting import without_collecting
from dragoman.records import Event, Forecast, Reading, Record, Relation, Story
from dragoman.store import listing, narrowing, queries, stories
from dragoman.store.asking import Asking
from dragoman.store.connection import reading
from dragoman.store.filters import EventFilter
from dragoman.store.listing import ArticleLine

if TYPE_CHECKING:
    from dragoman.ledger import (
        LedgerConflict,
        Network,
        Period,
        Sides,
        TrackRecord,
        Trend,
    )

__all__ = ["Concluding"]


class Concluding(Asking):
    """What an archive answers by going through its events."""

    def forecasts(self, as_of: str | None = None, wanted: EventFilter | None = None) -> list[Forecast]:
        """Return what was announced or predicted, and what came of it as of a day.

        Nothing said after that day is in it. `wanted` names the events in question, and how many at most.
        """
        from dragoman.ledger import forecasts

        asked = wanted or EventFilter()
        unlimited = msgspec.structs.replace(asked, limit=None)
        with without_collecting():
            every = list(self.filtered(EventFilter()))
            some = every if unlimited == EventFilter() else list(self.filtered(unlimited))
            return forecasts(some, self.statements(), self.day(as_of), among=every)[: asked.limit]

    def track_records(self, as_of: str | None = None, wanted: EventFilter | None = None) -> list[TrackRecord]:
        """Return how often all sources together and then each of them were right, as of a day."""
        from dragoman.ledger import overall, track_records

        asked = wanted or EventFilter()
        found = self.forecasts(as_of, msgspec.structs.replace(asked, limit=None))
        return [overall(found), *track_records(found)[: asked.limit]] if found else []

    def conflicts(self, wanted: EventFilter | None = None) -> list[LedgerConflict]:
        """Return where reports contradict each other, or an article contradicts itself.

        `wanted` names the events in question, and how many conflicts at most. Contradictions inside one article
        belong to no event: they are left out where anything but languages and outlets is asked for.
        """
        from dragoman.ledger import conflicts

        asked = wanted or EventFilter()
        events = self.filtered(msgspec.structs.replace(asked, limit=None))
        about = EventFilter(language=asked.language, outlet=asked.outlet, limit=asked.limit)
        articles = (one for one in self._warned() if _is_of(one, about)) if asked == about else ()
        return conflicts(list(events), articles)[: asked.limit]

    def _warned(self) -> Iterator[Reading]:
        with reading(self._engine) as connection:
            yield from queries.warned(connection)

    def stories(self, wanted: EventFilter | None = None) -> list[Story]:
        """Return articles about one course of events, the last told first.

        `wanted` names the events of which a story must tell one, and how many stories at most.
        """
        asked = wanted or EventFilter()
        every = msgspec.structs.replace(asked, limit=None)
        events = None if every == EventFilter() else list(self.filtered(every))
        ledger = list(self.events())
        with reading(self._engine) as connection:
            return stories.chosen(stories.stories(connection, ledger), events, asked.limit)

    def story(self, id: str) -> Story | None:
        """Return the story of an id."""
        return next((one for one in self.stories() if one.id == id), None) if stories.is_id(id) else None

    def events_of(self, story: Story) -> list[Event]:
        """Return the events that a story tells, in the ledger's order."""
        with reading(self._engine) as connection:
            return [event for id in story.events if (event := queries.event(connection, id)) is not None]

    def articles_of(self, story: Story) -> list[ArticleLine]:
        """Return the articles of a story without their texts, in its order."""
        with reading(self._engine) as connection:
            return listing.lines(connection, story.articles)

    def relations(
        self, a: str | None = None, b: str | None = None, *, by: Period = "all", wanted: EventFilter | None = None
    ) -> list[Relation]:
        """Return cooperation and conflict of two sides, of one with everybody, or of all pairs, by period.

        `a` and `b` are entity ids, country codes or names; `wanted` names the events in question.
        """
        from dragoman.ledger import relations

        events, sides = self._between(a, b, wanted)
        return relations(events, sides, by)[: wanted.limit if wanted else None]

    def trends(
        self,
        a: str | None = None,
        b: str | None = None,
        *,
        by: Period = "month",
        wanted: EventFilter | None = None,
    ) -> list[Trend]:
        """Return how relations change from period to period: the points with their events, and a slope."""
        from dragoman.ledger import relations, trends

        events, sides = self._between(a, b, wanted)
        return trends(relations(events, sides, by), by)[: wanted.limit if wanted else None]

    def network(self, actor: str | None = None, wanted: EventFilter | None = None) -> Network:
        """Return who deals with whom, with blocs and triads out of balance; `actor` keeps what it takes part in.

        The limit of `wanted` does not count: half a network is none.
        """
        from dragoman.ledger import network_of

        return network_of(*self._between(actor, None, wanted))

    def _between(self, a: str | None, b: str | None, wanted: EventFilter | None) -> tuple[list[Event], Sides]:
        """Return the events of two sides, and by which names these are known."""
        from dragoman.ledger import Sides

        parties = tuple(one for one in (a, b) if one is not None)
        asked = msgspec.structs.replace(wanted or EventFilter(), parties=parties, limit=None)
        with reading(self._engine) as connection:
            keys = [narrowing.party_keys(connection, (one,)) if one else set() for one in (a, b)]
            names = [narrowing.side_name(connection, one) if one else "" for one in (a, b)]
        return list(self.filtered(asked)), Sides(frozenset(keys[0]), frozenset(keys[1]), *names)

    def frame(self, kind: str = "events", **wanted: Any) -> Any:
        """Return events, articles or actors as an Arrow table, for pandas, Polars and R."""
        import pyarrow

        rows: Iterable[Record]
        if kind == "events":
            rows = self.events(**wanted)
        elif kind in ("articles", "actors") and not wanted:
            rows = self.articles() if kind == "articles" else self.actors()
        else:
            raise UsageError(f"there is no frame of {kind!r}: ask for events (with filters), articles or actors")
        return pyarrow.Table.from_pylist([row.to_dict() for row in rows])


def _is_of(reading: Reading, wanted: EventFilter) -> bool:
    """Whether a reading is of one of the languages and of one of the outlets, where any are asked for."""
    pairs = ((reading.language, wanted.language), (reading.outlet, wanted.outlet))
    return all(
        not choices or (own or "").casefold() in {choice.casefold() for choice in choices}
        for own, choices in pairs
    )
