"""An archive as many read it at once: lists in parts, and what is worked out from all events kept for a while."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.records import Forecast, Relation, Story
from dragoman.store.actors import Actor
from dragoman.store.archive import Archive
from dragoman.store.filters import EventFilter
from dragoman.store.paging import Page, Slice, page_of

if TYPE_CHECKING:
    from dragoman.ledger import LedgerConflict, Network, Period, TrackRecord, Trend
    from dragoman.store.today import Today

__all__ = ["Reader"]

KEPT = 32
"""Lists that are kept."""
QUICK = 0.25
"""Seconds in which a list is worked out anew after every change."""
AGAIN = 20
"""A list that takes longer is given out for so many times as long, although the archive has changed meanwhile."""


class _Listed(NamedTuple):
    """A list, the state of the archive that it is of, and until when (monotonic clock) it outlives that state."""

    state: str
    found: Sequence[Any]
    lasts: float


class Reader:
    """Answers in parts. A list that has to be worked out whole is so once for each state of the archive.

    Where that takes long, a page may be of an earlier state, which it names: readers then cost a writer's run no
    more than a twentieth of their time.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._lists: OrderedDict[tuple[Any, ...], _Listed] = OrderedDict()
        self._lock = threading.Lock()
        self._working = threading.Lock()

    def conflicts(self, wanted: EventFilter, part: Slice) -> Page[LedgerConflict]:
        """Return some of the contradictions."""
        return self._part(("conflicts", wanted), lambda: self.archive.conflicts(wanted), part)

    def forecasts(self, as_of: str | None, wanted: EventFilter, part: Slice) -> Page[Forecast]:
        """Return some of what was announced, with what came of it as of a day."""
        return self._part(("forecasts", as_of, wanted), lambda: self.archive.forecasts(as_of, wanted), part)

    def relations(
        self, sides: tuple[str | None, str | None], by: Period, wanted: EventFilter, part: Slice
    ) -> Page[Relation]:
        """Return some of the relations between two sides, of one with everybody, or of all pairs."""

        def work() -> list[Relation]:
            return self.archive.relations(*sides, by=by, wanted=wanted)

        return self._part(("relations", sides, by, wanted), work, part)

    def trends(
        self, sides: tuple[str | None, str | None], by: Period, wanted: EventFilter, part: Slice
    ) -> Page[Trend]:
        """Return some of the trends of relations."""

        def work() -> list[Trend]:
            return self.archive.trends(*sides, by=by, wanted=wanted)

        return self._part(("trends", sides, by, wanted), work, part)

    def network(self, actor: str | None, wanted: EventFilter) -> Network:
        """Return who deals with whom."""
        found: Network = self._part(
            ("network", actor, wanted), lambda: [self.archive.network(actor, wanted)], Slice()
        ).items[0]
        return found

    def stories(self, wanted: EventFilter, part: Slice) -> Page[Story]:
        """Return some of the stories."""
        return self._part(("stories", wanted), lambda: self.archive.stories(wanted), part)

    def story(self, id: str) -> Story | None:
        """Return the story of an id."""
        every = self._part(("stories", EventFilter()), self.archive.stories, Slice(limit=10**6)).items
        return next((one for one in every if one.id == id), None)

    def months(self, wanted: EventFilter) -> Sequence[tuple[str, int]]:
        """Return how many events that a filter keeps began in each month."""
        part = self._part(("months", wanted), lambda: self.archive.months(wanted), Slice(limit=10**6))
        return part.items

    def today(self, since: str | None = None) -> Today:
        """Return what is new since a day, else since as few days as tell enough."""
        found: Today = self._part(("today", since), lambda: [self.archive.today(since)], Slice()).items[0]
        return found

    def track_records(self, as_of: str | None, wanted: EventFilter) -> Sequence[TrackRecord]:
        """Return how often each source was right in what it announced, as of a day."""
        from dragoman.ledger import track_records

        def work() -> list[TrackRecord]:
            return track_records(self.archive.forecasts(as_of, wanted))

        return self._part(("records", as_of, wanted), work, Slice(limit=10**6)).items

    def actors(self, name: str | None, part: Slice) -> Page[Actor]:
        """Return some of those who are in the archive, most mentioned first."""
        return self._part(("actors", name), lambda: self.archive.actors(name), part)

    def _part(self, key: tuple[Any, ...], work: Callable[[], Sequence[Any]], part: Slice) -> Page[Any]:
        listed = self._kept(key, self.archive.state)
        if listed is None:
            with self._working:  # whoever asks for the same meanwhile takes what the first one found
                state = self.archive.state
                listed = self._kept(key, state)
                if listed is None:
                    began = time.monotonic()
                    found = work()
                    ended = time.monotonic()
                    took = ended - began
                    lasts = ended + AGAIN * took if took > QUICK else 0.0
                    listed = _Listed(state, found, lasts)
                    self._keep(key, listed)
        return page_of(listed.found, part, listed.state)

    def _kept(self, key: tuple[Any, ...], state: str) -> _Listed | None:
        with self._lock:
            listed = self._lists.get(key)
            if listed is None or (listed.state != state and time.monotonic() > listed.lasts):
                return None
            self._lists.move_to_end(key)
            return listed

    def _keep(self, key: tuple[Any, ...], listed: _Listed) -> None:
        with self._lock:
            self._lists[key] = listed
            self._lists.move_to_end(key)
            while len(self._lists) > KEPT:
                self._lists.popitem(last=False)
