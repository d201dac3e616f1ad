"""An archive as many read it at once: lists in parts, and what is worked out from all events kept for a while."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.records import Forecast, Relation
from dragoman.store.actors import Actor
from dragoman.store.archive import Archive
from dragoman.store.filters import EventFilter
from dragoman.store.paging import Page, Slice, page_of

if TYPE_CHECKING:
    from dragoman.ledger import LedgerConflict, Period

__all__ = ["Reader"]

KEPT = 32
"""Lists that are kept; each is of one state of the archive."""


class Reader:
    """Answers in parts. A list that has to be worked out whole is so once for each state of the archive."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._lists: OrderedDict[tuple[Any, ...], Sequence[Any]] = OrderedDict()
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

    def actors(self, name: str | None, part: Slice) -> Page[Actor]:
        """Return some of those who are in the archive, most mentioned first."""
        return self._part(("actors", name), lambda: self.archive.actors(name), part)

    def _part(self, key: tuple[Any, ...], work: Callable[[], Sequence[Any]], part: Slice) -> Page[Any]:
        kept = (self.archive.state, *key)
        if (found := self._kept(kept)) is None:
            with self._working:  # whoever asks for the same meanwhile takes what the first one found
                found = self._kept(kept)
                if found is None:
                    found = work()
                    with self._lock:
                        self._lists[kept] = found
                        while len(self._lists) > KEPT:
                            self._lists.popitem(last=False)
        return page_of(found, part)

    def _kept(self, key: tuple[Any, ...]) -> Sequence[Any] | None:
        with self._lock:
            if key in self._lists:
                self._lists.move_to_end(key)
            return self._lists.get(key)
