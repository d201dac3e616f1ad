"""Asks an archive for what it keeps: events, articles, readings, reports, actors, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Engine

from dragoman.errors import UsageError
from dragoman.records import Article, Event, Reading, Report
from dragoman.store import listing, narrowing, people, queries, searching
from dragoman.store.actors import Actor
from dragoman.store.connection import reading, watching
from dragoman.store.filters import EventFilter, checked_day, checked_filter
from dragoman.store.listing import About, ArticleLine
from dragoman.store.paging import Page, Slice, cut, key_of
from dragoman.store.searching import Hit

if TYPE_CHECKING:
    from dragoman.ledger import (
        Reason,
        Statement,
    )
    from dragoman.store.today import Today

__all__ = ["Asking"]


class Asking:
    """What an archive answers out of its tables."""

    _engine: Engine

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
            return narrowing.names_of(connection, ids)

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

    def watch(self) -> Callable[[], tuple[int, int] | None]:
        """Return what gives, in microseconds, the number of judgements and one that differs after every change."""
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
            return narrowing.is_party(connection, name) or bool(list(queries.mentions(connection, name)))


def _is_choice(key: str, value: object) -> bool:
    return isinstance(value, str) and key not in ("since", "until")
