"""How articles enter an archive: what is known is passed over, the rest is read and kept in batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection

from dragoman.clean import Defaults, clean_page, fingerprint
from dragoman.engines import Unread, map_articles
from dragoman.records import Article, Reading, Record
from dragoman.sources import RawPage, Refusal
from dragoman.store import writes

__all__ = ["AddOptions", "AddResult", "Adding", "batches"]

BATCH = 200
"""Articles kept in one transaction at most."""
BATCH_SECONDS = 2.0
"""Seconds after which what was read is kept, however little it is: all that an interruption can lose."""
LOOKUP = 100
"""Articles looked up at once, to pass over those that are known."""

Outcome = tuple[Article, Reading] | Refusal
_Item = TypeVar("_Item")


class AddResult(Record, frozen=True, kw_only=True):
    """What a run did: numbers of articles, of events in the ledger after it, and how long it took."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    quarantined: int = 0
    events: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class AddOptions:
    """How to add. `on_page` hears of every page that is done, `on_refusal` of what cannot be read.

    `knowledge` is a file of the user's own actors, places and outlets, by which new articles are read.
    """

    defaults: Defaults = field(default_factory=Defaults)
    knowledge: str | None = None
    jobs: int | None = None
    on_page: Callable[[], None] | None = None
    on_refusal: Callable[[Refusal], None] | None = None


class Adding:
    """One run of `add`: it knows what it has seen, and counts."""

    def __init__(self, known: Callable[[Sequence[str]], set[tuple[str, str]]], options: AddOptions) -> None:
        self._known = known
        self._options = options
        self._seen: set[tuple[str, str]] = set()
        self._origins: dict[tuple[str, str], str] = {}
        self._refused: list[Refusal] = []
        self._readable: list[str] = []
        self._counts = {"added": 0, "updated": 0, "unchanged": 0, "quarantined": 0}

    def results(self, pages: Iterable[RawPage | Refusal]) -> Iterator[Outcome]:
        """Yield readings of new articles, and refusals, roughly in the order of the pages."""
        for article, reading in map_articles(
            self._new_articles(pages), self._options.jobs, self._options.knowledge
        ):
            yield from self._take_refusals()
            origin = self._origins.pop((article.id, fingerprint(article)))
            if isinstance(reading, Unread):
                self._refuse(Refusal(origin=origin, reason=reading.reason, excerpt=article.text[:120]))
            else:
                self._readable.append(origin)
                yield article, reading
            self._done()
        yield from self._take_refusals()

    def keep(self, connection: Connection, batch: Sequence[Outcome]) -> None:
        """Write a batch; the ledger is behind from now on."""
        writes.put_quarantine(connection, [entry for entry in batch if isinstance(entry, Refusal)])
        writes.forgive(connection, self._readable)
        self._readable.clear()
        for entry in batch:
            if not isinstance(entry, Refusal):
                self._counts[writes.put_article(connection, *entry)] += 1
        if any(not isinstance(entry, Refusal) for entry in batch):
            writes.put_setting(connection, "ledger", "stale")

    def result(self, *, events: int, seconds: float) -> AddResult:
        """Return the counts of the run."""
        return AddResult(**self._counts, events=events, seconds=seconds)

    def _new_articles(self, given: Iterable[RawPage | Refusal]) -> Iterator[Article]:
        pages = iter(given)
        while chunk := list(islice(pages, LOOKUP)):
            fresh = list(self._cleaned(chunk))
            held = self._known([article.id for article, _ in fresh])
            for article, origin in fresh:
                key = (article.id, fingerprint(article))
                if key in held or key in self._seen:
                    self._counts["unchanged"] += 1
                    self._done()
                    continue
                self._seen.add(key)
                self._origins[key] = origin
                yield article

    def _cleaned(self, pages: Iterable[RawPage | Refusal]) -> Iterator[tuple[Article, str]]:
        for page in pages:
            cleaned = clean_page(page, self._options.defaults) if isinstance(page, RawPage) else page
            if isinstance(cleaned, Refusal):
                self._refuse(cleaned)
                self._done()
            else:
                yield cleaned.article, page.origin

    def _refuse(self, refusal: Refusal) -> None:
        if self._options.on_refusal:
            self._options.on_refusal(refusal)
        if not refusal.missing:
            self._counts["quarantined"] += 1
            self._refused.append(refusal)

    def _take_refusals(self) -> Iterator[Refusal]:
        yield from self._refused
        self._refused.clear()

    def _done(self) -> None:
        if self._options.on_page:
            self._options.on_page()


def batches(outcomes: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Cut a run into what one transaction keeps."""
    batch: list[_Item] = []
    began = time.monotonic()
    for outcome in outcomes:
        batch.append(outcome)
        if len(batch) == BATCH or time.monotonic() - began > BATCH_SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
