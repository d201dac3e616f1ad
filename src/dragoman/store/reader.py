"""An archive as many read it at once: lists in parts, and what is worked out from all events kept for a while."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.errors import TooSlowError
from dragoman.records import Forecast, Relation, Story
from dragoman.store.actors import Actor
from dragoman.store.archive import Archive
from dragoman.store.aside import AGAIN, QUICK, Aside, Key, Worked, work_out
from dragoman.store.filters import EventFilter
from dragoman.store.listing import About
from dragoman.store.paging import Page, Slice, page_of

if TYPE_CHECKING:
    from dragoman.ledger import LedgerConflict, Network, Period, TrackRecord, Trend
    from dragoman.store.today import Today

__all__ = ["Reader", "is_small"]

KEPT = 32
"""Lists that are kept."""
SHORT = ("about",)
"""What pages of every kind need, and can be waited for the first time."""
SMALL = 2000
"""Articles up to which nothing takes long."""
WAITING = 2
"""How many may wait at once for a list that nobody has asked for before: others are told to ask again."""
NAMES = 60.0
"""Seconds for which the names of entities are kept."""
EVERYTHING = EventFilter()
FIRST: tuple[Key, ...] = (
    *(("about",), ("today", None), ("relations", (None, None), "all", EVERYTHING), ("actors", None)),
    *(
        ("network", None, EVERYTHING),
        ("conflicts", EVERYTHING),
        ("records", None, EVERYTHING),
        ("forecasts", None, EVERYTHING),
    ),
)
"""What is worked out before anybody asks for it, and always kept."""


def is_small(archive: Archive) -> bool:
    """Tell whether nothing takes long in an archive."""
    return archive.counts()["articles"] < SMALL


class _Listed(NamedTuple):
    """A list, the state of the archive that it is of, and until when (monotonic clock) it outlives that state."""

    state: str
    found: Sequence[Any]
    lasts: float


class Reader:
    """Answers in parts. A list that has to be worked out whole is so once for each state of the archive.

    Where that takes long, a page may be of an earlier state, which it names: readers then cost a writer's run no
    more than a twentieth of their time. With a process `aside`, long questions are worked out there, and nobody
    waits for a list that there is of an earlier state, nor longer than `seconds` for one that there is not.
    """

    def __init__(self, archive: Archive, aside: Aside | None = None, seconds: float = 10.0) -> None:
        self.archive = archive
        self._aside, self._seconds = aside, seconds
        self._lists: OrderedDict[Key, _Listed] = OrderedDict()
        self._asked: dict[Key, Future[Worked]] = {}
        self._lock = threading.Lock()
        self._working = threading.Lock()
        self._waiting = threading.BoundedSemaphore(WAITING)
        self._found = 0
        self._names: dict[str, str | None] = {}
        self._names_until = 0.0

    def watch(self) -> Callable[[], tuple[int, tuple[int, int]] | None]:
        """Return what gives two keys: one that differs after a judgement was made or taken back, and one that
        differs after every change of the archive or of a list kept here."""
        look = self.archive.watch()

        def key() -> tuple[int, tuple[int, int]] | None:
            told = look()
            return None if told is None else (told[0], (told[1], self._found))

        return key

    def prepare(self) -> None:
        """Let the process aside work out what most readers ask for first."""
        if self._aside is not None and not is_small(self.archive):
            for key in FIRST:
                self._ask(self._aside, key)

    def about(self) -> About:
        """Return what the archive tells of itself."""
        found: About = self._long(("about",), Slice()).items[0]
        return found

    def conflicts(self, wanted: EventFilter, part: Slice) -> Page[LedgerConflict]:
        """Return some of the contradictions."""
        return self._long(("conflicts", wanted), part)

    def forecasts(self, as_of: str | None, wanted: EventFilter, part: Slice) -> Page[Forecast]:
        """Return some of what was announced, with what came of it as of a day."""
        return self._long(("forecasts", as_of, wanted), part)

    def relations(
        self, sides: tuple[str | None, str | None], by: Period, wanted: EventFilter, part: Slice
    ) -> Page[Relation]:
        """Return some of the relations between two sides, of one with everybody, or of all pairs."""
        key = ("relations", sides, by, wanted)
        if sides == (None, None):
            return self._long(key, part)
        return self._part(key, lambda: work_out(self.archive, key), part)

    def trends(
        self, sides: tuple[str | None, str | None], by: Period, wanted: EventFilter, part: Slice
    ) -> Page[Trend]:
        """Return some of the trends of relations."""

        def work() -> list[Trend]:
            return self.archive.trends(*sides, by=by, wanted=wanted)

        return self._part(("trends", sides, by, wanted), work, part)

    def network(self, actor: str | None, wanted: EventFilter) -> Network:
        """Return who deals with whom."""
        found: Network = self._long(("network", actor, wanted), Slice()).items[0]
        return found

    def stories(self, wanted: EventFilter, part: Slice) -> Page[Story]:
        """Return some of the stories."""
        return self._long(("stories", wanted), part)

    def story(self, id: str) -> Story | None:
        """Return the story of an id."""
        every = self._long(("stories", EventFilter()), Slice(limit=10**6)).items
        return next((one for one in every if one.id == id), None)

    def months(self, wanted: EventFilter) -> Sequence[tuple[str, int]]:
        """Return how many events that a filter keeps began in each month."""
        part = self._part(("months", wanted), lambda: self.archive.months(wanted), Slice(limit=10**6))
        return part.items

    def today(self, since: str | None = None) -> Today:
        """Return what is new since a day, else since as few days as tell enough."""
        found: Today = self._long(("today", since), Slice()).items[0]
        return found

    def track_records(self, as_of: str | None, wanted: EventFilter) -> Sequence[TrackRecord]:
        """Return how often each source was right in what it announced, as of a day."""
        return self._long(("records", as_of, wanted), Slice(limit=10**6)).items

    def actors(self, name: str | None, part: Slice) -> Page[Actor]:
        """Return some of those who are in the archive, most mentioned first."""
        key = ("actors", name)
        if name is None:
            return self._long(key, part)
        return self._part(key, lambda: work_out(self.archive, key), part)

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the names of entities, by id; they are looked up again after a minute."""
        wanted, now = set(ids), time.monotonic()
        with self._lock:
            if now > self._names_until:
                self._names, self._names_until = {}, now + NAMES
            known = self._names
        if missing := wanted - known.keys():
            found = self.archive.names(missing)
            known.update((id, found.get(id)) for id in missing)
        return {id: name for id in sorted(wanted) if (name := known[id]) is not None}

    def _long(self, key: Key, part: Slice) -> Page[Any]:
        """Return a part of a list that may take long: of one that there is, else from the process aside."""
        with self._lock:
            listed = self._lists.get(key)
        quick = not listed.lasts if listed is not None else key[0] in SHORT or is_small(self.archive)
        if self._aside is None or quick:
            return self._part(key, lambda: work_out(self.archive, key), part)
        if listed is None:
            listed = self._waited_for(self._ask(self._aside, key))
        elif self._kept(key, self.archive.state) is None:
            self._ask(self._aside, key)  # whoever asks after it was found has it
        return page_of(listed.found, part, listed.state)

    def _ask(self, aside: Aside, key: Key) -> Future[Worked]:
        with self._lock:
            asked = self._asked.get(key)
            if asked is not None:
                return asked
            asked = self._asked[key] = aside.ask(key)
        asked.add_done_callback(lambda done: self._take(key, done))
        return asked

    def _take(self, key: Key, done: Future[Worked]) -> None:
        with self._lock:
            self._asked.pop(key, None)
        if not done.cancelled() and done.exception() is None:
            self._keep(key, _listed(done.result()))

    def _waited_for(self, asked: Future[Worked]) -> _Listed:
        slow = TooSlowError("that takes long, and is being worked out: ask again in a while")
        if not self._waiting.acquire(blocking=False):
            raise slow
        try:
            return _listed(asked.result(self._seconds))
        except TimeoutError:
            raise slow from None
        finally:
            self._waiting.release()

    def _part(self, key: Key, work: Callable[[], Sequence[Any]], part: Slice) -> Page[Any]:
        listed = self._kept(key, self.archive.state)
        if listed is None:
            with self._working:  # whoever asks for the same meanwhile takes what the first one found
                state = self.archive.state
                listed = self._kept(key, state)
                if listed is None:
                    began = time.monotonic()
                    listed = _listed(Worked(work(), state, time.monotonic() - began))
                    self._keep(key, listed)
        return page_of(listed.found, part, listed.state)

    def _kept(self, key: Key, state: str) -> _Listed | None:
        with self._lock:
            listed = self._lists.get(key)
            if listed is None or (listed.state != state and time.monotonic() > listed.lasts):
                return None
            self._lists.move_to_end(key)
            return listed

    def _keep(self, key: Key, listed: _Listed) -> None:
        with self._lock:
            self._found += 1
            self._lists[key] = listed
            self._lists.move_to_end(key)
            if len(self._lists) > KEPT:  # what most readers ask for stays, whatever else is asked
                del self._lists[next(one for one in self._lists if one not in FIRST)]


def _listed(worked: Worked) -> _Listed:
    lasts = time.monotonic() + AGAIN * worked.took if worked.took > QUICK else 0.0
    return _Listed(worked.state, worked.found, lasts)
