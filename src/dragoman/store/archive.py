"""The archive: articles, what was read in them, and the ledger made of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec
from sqlalchemy import Connection

from dragoman import __version__
from dragoman.engines import map_articles
from dragoman.errors import UsageError
from dragoman.records import Article, Event, Forecast, Reading, Record, Relation, Report, Story
from dragoman.sources import RawPage, Refusal, read_sources
from dragoman.store import judging, listing, people, placing, queries, searching, stories, writes
from dragoman.store.actors import Actor
from dragoman.store.adding import Adding, AddOptions, AddResult, batches
from dragoman.store.connection import connect, connect_readers, reading, watching, writing
from dragoman.store.filters import EventFilter, checked_day, checked_filter
from dragoman.store.judging import Judged
from dragoman.store.listing import About, ArticleLine
from dragoman.store.paging import Page, Slice, cut, key_of
from dragoman.store.searching import Hit

if TYPE_CHECKING:
    from dragoman.ledger import (
        Judgement,
        LedgerConflict,
        Network,
        Period,
        Reason,
        Sides,
        Statement,
        TrackRecord,
        Trend,
    )
    from dragoman.store.today import Today

__all__ = ["Archive"]


class Archive:
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
        with writing(self._engine) as connection:
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

    def events(self, **wanted: Any) -> Iterator[Event]:
        """Yield events, filtered by the fields of `EventFilter` (a single text stands for a list of one)."""
        known = EventFilter.__struct_fields__
        if unknown := sorted(set(wanted) - set(known)):
            raise UsageError(f"unknown filter {unknown[0]!r}; there are {', '.join(known)}")
        listed = {key: (value,) if _is_choice(key, value) else value for key, value in wanted.items()}
        try:
            yield from self.filtered(msgspec.convert(listed, EventFilter))
        except msgspec.ValidationError as fault:
            raise UsageError(f"a filter of the wrong kind: {fault}") from fault

    def filtered(self, wanted: EventFilter) -> Iterator[Event]:
        """Yield the events that a filter keeps, by earliest date (unknown last), then id."""
        checked = checked_filter(wanted)
        with reading(self._engine) as connection:
            yield from queries.events(connection, checked)

    def event_page(self, wanted: EventFilter, part: Slice) -> Page[Event]:
        """Return some of the events that a filter keeps, in the same order."""
        checked, after = checked_filter(wanted), key_of(part.cursor, tuple[str, str])
        with reading(self._engine) as connection:
            found = queries.event_page(connection, checked, part.limit + 1, after)
            state = listing.state(connection)
        shown, following = cut(found, part.limit, lambda pair: (pair[0], pair[1].id))
        return Page(items=tuple(event for _, event in shown), next=following, state=state)

    def event(self, id: str) -> Event | None:
        """Return the event of an id, or the one that now holds the report of that id."""
        with reading(self._engine) as connection:
            return queries.event(connection, id) or queries.current_event(connection, id)

    def reasons(self, event: Event) -> list[Reason]:
        """Return why the reports of an event (not those of its parts) are one, in canonical order."""
        from dragoman.ledger import reasons_of

        with reading(self._engine) as connection:
            held = queries.holders(connection, [evidence.report for evidence in event.evidence])
            own = [report for report, holder in held.items() if holder == event.id]
            return reasons_of(queries.statements(connection, own))

    def parts(self, event: Event) -> list[Event]:
        """Return the events that are parts of an event, in the ledger's order."""
        with reading(self._engine) as connection:
            return queries.parts(connection, event.id)

    def months(self, wanted: EventFilter) -> list[tuple[str, int]]:
        """Return how many of the events that a filter keeps began in each month (2023-09), in order of time."""
        from dragoman.store.today import months

        with reading(self._engine) as connection:
            return months(connection, checked_filter(wanted))

    def today(self, since: str | None = None) -> Today:
        """Return what is new since a day, else since as few days as tell enough."""
        from dragoman.store.today import today

        begins = checked_day("--since", since) if since else None
        with reading(self._engine) as connection:
            return today(connection, begins)

    def article(self, id: str) -> Article | None:
        """Return the present version of an article."""
        with reading(self._engine) as connection:
            return queries.article(connection, id)

    def articles(self) -> Iterator[Article]:
        """Yield all articles by date of publication (unknown last), then id."""
        with reading(self._engine) as connection:
            for id in queries.article_ids(connection):
                if (article := queries.article(connection, id)) is not None:
                    yield article

    def article_page(self, wanted: EventFilter, part: Slice) -> Page[ArticleLine]:
        """Return some of the articles without their texts, newest first; days are those of publication."""
        checked, after = checked_filter(wanted), key_of(part.cursor, tuple[str, str])
        with reading(self._engine) as connection:
            found = listing.article_page(connection, checked, part.limit + 1, after)
            state = listing.state(connection)
        shown, following = cut(found, part.limit, lambda line: (line.published or "", line.id))
        return Page(items=tuple(shown), next=following, state=state)

    def search(self, question: str, wanted: EventFilter | None = None, limit: int = 50) -> list[Hit]:
        """Return the sentences that fit a question best. Of the filter languages, outlets and days count."""
        return list(self.search_page(question, wanted or EventFilter(), Slice(limit=limit)).items)

    def search_page(self, question: str, wanted: EventFilter, part: Slice) -> Page[Hit]:
        """Return some of the sentences that hold what is asked: words, "words together", -words not there."""
        checked, after = checked_filter(wanted), key_of(part.cursor, tuple[float, int])
        if (asked := searching.asked(question)) is None:
            return Page(items=(), state=self.state)
        with reading(self._engine) as connection:
            found = searching.search(connection, asked, checked, part.limit + 1, after)
            state = listing.state(connection)
        shown, following = cut(found, part.limit, lambda hit: hit[:2])
        return Page(items=tuple(hit for _, _, hit in shown), next=following, state=state)

    def versions(self, id: str) -> list[Article]:
        """Return all texts that an article has had, oldest first."""
        with reading(self._engine) as connection:
            return queries.versions(connection, id)

    def reading(self, id: str) -> Reading | None:
        """Return what was understood in an article."""
        with reading(self._engine) as connection:
            return queries.reading(connection, id)

    def readings(self) -> Iterator[Reading]:
        """Yield what was understood in each article, by article id."""
        with reading(self._engine) as connection:
            yield from queries.readings(connection)

    def reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """Return the reports of these ids, by id."""
        with reading(self._engine) as connection:
            return queries.reports(connection, ids)

    def statements(self) -> list[Statement]:
        """Return every report with its words and article, by article id and place in the text."""
        with reading(self._engine) as connection:
            return list(queries.statements(connection))

    def actors(self, name: str | None = None) -> list[Actor]:
        """Return who is in the archive under which names, most mentioned first, or those who bear a name."""
        with reading(self._engine) as connection:
            return people.actors(connection, name)

    def actor(self, id: str) -> Actor | None:
        """Return one of those who are in the archive."""
        with reading(self._engine) as connection:
            return next(iter(people.actors(connection, entity=id)), None)

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the names of entities, by id, in English or romanised."""
        with reading(self._engine) as connection:
            return queries.names_of(connection, ids)

    def quarantine(self) -> list[dict[str, Any]]:
        """Return what could not be read: origin, reason and the beginning of it."""
        with reading(self._engine) as connection:
            return queries.quarantined(connection)

    def newest_date(self) -> str | None:
        """Return the newest day of publication: what "open" and "coming" are judged by."""
        with reading(self._engine) as connection:
            return queries.newest_date(connection)

    def day(self, as_of: str | None = None) -> str | None:
        """Return the day by which open and coming are judged: as given, else the newest publication."""
        return checked_day("--as-of", as_of) if as_of else self.newest_date()

    @property
    def state(self) -> str:
        """A key of the present state: another one after every change, in this process or another."""
        with reading(self._engine) as connection:
            return listing.state(connection)

    def watch(self) -> Callable[[], int | None]:
        """Return what gives a number that differs after every change, in microseconds; None where that fails."""
        return watching(self._engine)

    def about(self) -> About:
        """Return what the archive tells of itself: sizes, days, languages, outlets, versions."""
        with reading(self._engine) as connection:
            return listing.about(connection)

    def counts(self) -> dict[str, int]:
        """Count articles, reports, events and what lies in quarantine."""
        with reading(self._engine) as connection:
            return queries.counts(connection)

    def knows(self, name: str) -> bool:
        """Tell whether anybody takes part in an event, or stands in an article, under a name or id."""
        with reading(self._engine) as connection:
            return queries.is_party(connection, name) or bool(list(queries.mentions(connection, name)))

    def forecasts(self, as_of: str | None = None, wanted: EventFilter | None = None) -> list[Forecast]:
        """Return what was announced or predicted, and what came of it as of a day.

        Nothing said after that day is in it. `wanted` names the events in question, and how many at most.
        """
        from dragoman.ledger import forecasts

        asked = wanted or EventFilter()
        every = list(self.filtered(EventFilter()))
        unlimited = msgspec.structs.replace(asked, limit=None)
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
        articles = (one for one in self.readings() if _is_of(one, about)) if asked == about else ()
        return conflicts(list(events), articles)[: asked.limit]

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
            keys = [queries.party_keys(connection, (one,)) if one else set() for one in (a, b)]
            names = [queries.side_name(connection, one) if one else "" for one in (a, b)]
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


def _is_of(reading: Reading, wanted: EventFilter) -> bool:
    """Whether a reading is of one of the languages and of one of the outlets, where any are asked for."""
    pairs = ((reading.language, wanted.language), (reading.outlet, wanted.outlet))
    return all(
        not choices or (own or "").casefold() in {choice.casefold() for choice in choices}
        for own, choices in pairs
    )


def _is_choice(key: str, value: object) -> bool:
    return isinstance(value, str) and key not in ("since", "until")
