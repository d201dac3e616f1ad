"""The archive: articles, what was read in them, and the ledger made of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from dragoman import __version__
from dragoman.engines import map_articles
from dragoman.reading.collecting import without_collecting
from dragoman.records import Reading
from dragoman.sources import RawPage, Refusal, read_sources
from dragoman.store import judging, people, placing, queries, searching, writes
from dragoman.store.adding import Adding, AddOptions, AddResult, batches
from dragoman.store.concluding import Concluding
from dragoman.store.connection import connect, connect_readers, reading, writing
from dragoman.store.judging import Judged

if TYPE_CHECKING:
    from dragoman.ledger import (
        Judgement,
    )

__all__ = ["Archive"]


class Archive(Concluding):
    """One archive, opened. Readers see a whole state while a writer works; there is one writer at a time.

    Every method raises ArchiveError where the database cannot be used, and says what to do.
    """

    def __init__(self, location: str | Path, *, create: bool = False) -> None:
        self._engine = connect(str(location), create=create)
        with reading(self._engine) as connection:
            gathered = searching.words_are_gathered(connection)
        if not gathered:
            with writing(self._engine) as connection:
                searching.gather_words(connection)

    @classmethod
    def for_readers(cls, location: str | Path, *, seconds: float = 10.0, threads: int = 8) -> Self:
        """Open an archive for reading by several threads at once; what it was asked ends after some seconds.

        The archive is brought up to date first, which may take long.
        """
        cls(location).close()
        opened = cls.__new__(cls)
        opened._engine = connect_readers(str(location), seconds=seconds, threads=threads)
        return opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, *sources: str | Path, options: AddOptions | None = None) -> AddResult:
        """Read what is new in the sources and bring the ledger up to date.

        Each batch is kept as a whole: an interrupted run loses at most its last one, and the next run
        goes on from there.
        """
        return self.take(read_sources([str(source) for source in sources]), options)

    def take(self, pages: Iterable[RawPage | Refusal], options: AddOptions | None = None) -> AddResult:
        """Read what is new among pages and bring the ledger up to date, as `add` does."""
        start = time.monotonic()
        adding = Adding(self._known, options or AddOptions())
        for batch in batches(adding.results(pages)):
            with writing(self._engine) as connection:
                adding.keep(connection, batch)
        events = self.refresh()
        return adding.result(events=events, seconds=round(time.monotonic() - start, 3))

    def refresh(self, *, force: bool = False) -> int:
        """Compute the ledger anew where articles came since, or another version made it; count events."""
        with reading(self._engine) as connection:
            current = queries.setting(connection, "ledger") == __version__
            counts = queries.counts(connection)
        if not counts["articles"] or (current and not force):
            return counts["events"]
        with writing(self._engine) as connection, without_collecting():
            return _bring_up(connection, afresh=force)

    def merge(self, a: str, b: str) -> Judged:
        """Judge that two events (ids of theirs, or of reports in them) or actors are one, now and later on."""
        return self._judge(lambda connection: judging.merge(connection, a, b))

    def split(self, event: str, report: str) -> Judged:
        """Judge that a report does not belong to its event."""
        return self._judge(lambda connection: judging.split(connection, event, report))

    def reject(self, report: str) -> Judged:
        """Judge that a report says nothing that belongs into the ledger; its article keeps it."""
        return self._judge(lambda connection: judging.reject(connection, report))

    def undo(self, id: str) -> Judged:
        """Take a judgement back."""
        return self._judge(lambda connection: judging.undo(connection, id))

    def judgements(self) -> list[Judged]:
        """Return all judgements that stand, by kind and report."""
        with reading(self._engine) as connection:
            made = [*queries.judgements(connection), *queries.judgements(connection, actors=True)]
            return [_judged(connection, one) for one in made]

    def _judge(self, act: Callable[[Connection], Judgement]) -> Judged:
        with writing(self._engine) as connection:
            made = act(connection)
            if not people.is_actor(made.report):
                _bring_up(connection, judged=made)
            return _judged(connection, made)

    def reread(self, *, every: bool = False, options: AddOptions | None = None) -> AddResult:
        """Read again what another version of the reader read (or everything), and bring the ledger up to date.

        `updated` counts what was read again, `quarantined` what the reader failed on: its old reading stays.
        """
        start = time.monotonic()
        asked = options or AddOptions()
        with reading(self._engine) as connection:
            known = queries.article_ids(connection)
            ids = known if every else queries.outdated(connection, __version__)
        updated = failed = 0
        again = map_articles(filter(None, map(self.article, ids)), asked.jobs, asked.knowledge)
        for batch in batches(again):
            read = [(article, found) for article, found in batch if isinstance(found, Reading)]
            updated, failed = updated + len(read), failed + len(batch) - len(read)
            with writing(self._engine) as connection:
                for article, found in read:
                    writes.put_reading(connection, article, found)
                writes.put_setting(connection, "ledger", "stale")
            if asked.on_page is not None:
                for _ in batch:
                    asked.on_page()
        return AddResult(
            updated=updated,
            unchanged=len(known) - len(ids),
            quarantined=failed,
            events=self.refresh(),
            seconds=round(time.monotonic() - start, 3),
        )

    @property
    def stale(self) -> bool:
        """True where articles were added that the ledger does not count yet (an interrupted run)."""
        with reading(self._engine) as connection:
            return queries.setting(connection, "ledger") == "stale"

    def _known(self, ids: Sequence[str]) -> set[tuple[str, str]]:
        with reading(self._engine) as connection:
            return queries.known_fingerprints(connection, ids)


def _bring_up(connection: Connection, *, afresh: bool = False, judged: Judgement | None = None) -> int:
    """Bring the ledger up to date with everything that was read and judged; return how many events it has."""
    judgements = queries.judgements(connection)
    waiting = placing.pending(connection, judgements)
    if afresh or waiting.many or queries.setting(connection, "placed") != __version__:
        _make(connection, judgements)
    else:
        placing.bring_up_to_date(connection, waiting, judgements, judged)
    writes.put_setting(connection, "ledger", __version__)
    return queries.counts(connection)["events"]


def _make(connection: Connection, judgements: list[Judgement]) -> None:
    """Make the whole ledger."""
    from dragoman.ledger import build_ledger

    statements = list(queries.statements(connection))
    ledger = build_ledger(statements, judgements)
    writes.put_events(connection, ledger.events)
    writes.put_ids(connection, ledger.aliases)
    placing.place_all(connection, statements, ledger.clusters)
    writes.put_setting(connection, "placed", __version__)


def _judged(connection: Connection, made: Judgement) -> Judged:
    held = queries.current_event(connection, made.report) if made.kind != "reject" else None
    return Judged(
        id=made.id, kind=made.kind, report=made.report, other=made.other or None, event=held.id if held else None
    )
