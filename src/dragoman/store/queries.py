"""Every question that is put to an archive, by name. No other room knows the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, or_, select, tuple_

from dragoman.records import Article, Event, Reading, Record, Report
from dragoman.store import narrowing, traces
from dragoman.store import schema as t
from dragoman.store.filters import EventFilter
from dragoman.store.writes import CHUNK

if TYPE_CHECKING:
    from dragoman.ledger import Judgement, Statement
    from dragoman.stories.traces import Trace

__all__ = [
    "CHUNK",
    "article",
    "article_ids",
    "articles",
    "counts",
    "current_event",
    "event",
    "event_page",
    "events",
    "holders",
    "judgements",
    "known_fingerprints",
    "mentions",
    "newest_date",
    "outdated",
    "parts",
    "quarantined",
    "reading",
    "readings",
    "reports",
    "setting",
    "statements",
    "versions",
    "warned",
]


class _Warnings(Record, frozen=True, kw_only=True):
    """What a reading warns of, without anything else of it."""

    warnings: tuple[msgspec.Raw, ...] = ()


_ARTICLE = msgspec.msgpack.Decoder(Article)
_READING = msgspec.msgpack.Decoder(Reading)
_WARNINGS = msgspec.msgpack.Decoder(_Warnings)
_REPORT = msgspec.msgpack.Decoder(Report)
_EVENT = msgspec.msgpack.Decoder(Event)


def events(connection: Connection, wanted: EventFilter) -> Iterator[Event]:
    """Yield events by earliest date, unknown last, then by id."""
    query = narrowing.filtered(connection, select(t.events.c.body), wanted)
    query = query.order_by(t.events.c.position, t.events.c.id)
    for body in connection.execute(query.limit(wanted.limit)).scalars():
        yield _EVENT.decode(body)


def event_page(
    connection: Connection, wanted: EventFilter, limit: int, after: tuple[str, str] | None
) -> list[tuple[str, Event]]:
    """Return at most `limit` events with their place in the ledger's order, after one of these places."""
    columns = t.events.c
    query = narrowing.filtered(connection, select(columns.position, columns.body), wanted)
    if after is not None:
        query = query.where(tuple_(columns.position, columns.id) > after)
    query = query.order_by(columns.position, columns.id).limit(limit)
    return [(row.position, _EVENT.decode(row.body)) for row in connection.execute(query)]


def event(connection: Connection, id: str) -> Event | None:
    """Return the event of exactly this id."""
    body = connection.execute(select(t.events.c.body).where(t.events.c.id == id)).scalar()
    return None if body is None else _EVENT.decode(body)


def current_event(connection: Connection, report: str) -> Event | None:
    """Return the event that now holds a report, however often it has moved since its id was given out."""
    seen: set[str] = set()
    while report not in seen:
        seen.add(report)
        query = select(t.event_ids.c.event).where(t.event_ids.c.report == report)
        target = connection.execute(query).scalar()
        if target is None:
            return None
        if (found := event(connection, target)) is not None:
            return found
        report = target
    return None


def parts(connection: Connection, id: str) -> list[Event]:
    """Return the events that are parts of one, in the ledger's order."""
    columns = t.events.c
    query = select(columns.body).where(columns.part_of == id).order_by(columns.position, columns.id)
    return [_EVENT.decode(body) for body in connection.execute(query).scalars()]


def article(connection: Connection, id: str) -> Article | None:
    """Return the present version of an article."""
    query = select(t.versions.c.body).join(t.articles, _current_version()).where(t.articles.c.id == id)
    body = connection.execute(query).scalar()
    return None if body is None else _ARTICLE.decode(body)


def articles(connection: Connection, ids: Iterable[str]) -> Iterator[Article]:
    """Yield the present versions of articles, in no order."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        chosen = t.articles.c.id.in_(wanted[start : start + CHUNK])
        query = select(t.versions.c.body).join(t.articles, _current_version()).where(chosen)
        yield from (_ARTICLE.decode(body) for body in connection.execute(query).scalars())


def article_ids(connection: Connection) -> list[str]:
    """Return the ids of all articles, by date of publication (unknown last), then id."""
    columns = t.articles.c
    query = select(columns.id).order_by(columns.published.is_(None), columns.published, columns.id)
    return list(connection.execute(query).scalars())


def outdated(connection: Connection, reader: str) -> list[str]:
    """Return the ids of the articles that another version of the reader has read, in order."""
    columns = t.readings.c
    return list(
        connection.execute(
            select(columns.article).where(columns.reader != reader).order_by(columns.article)
        ).scalars()
    )


def versions(connection: Connection, id: str) -> list[Article]:
    """Return every version of an article, in the order in which they came."""
    query = select(t.versions.c.body).where(t.versions.c.article == id).order_by(t.versions.c.number)
    return [_ARTICLE.decode(body) for body in connection.execute(query).scalars()]


def reading(connection: Connection, id: str) -> Reading | None:
    """Return the reading of an article, its text filled in again."""
    query = _readings().where(t.articles.c.id == id)
    row = connection.execute(query).first()
    return None if row is None else _whole(*row)


def readings(connection: Connection) -> Iterator[Reading]:
    """Yield the readings of all articles, by article id."""
    for row in connection.execute(_readings().order_by(t.articles.c.id)):
        yield _whole(*row)


def warned(connection: Connection) -> Iterator[Reading]:
    """Yield the readings that warn of something, by article id; of the others nothing else is decoded."""
    columns = t.readings.c
    every = connection.execute(select(columns.article, columns.body).order_by(columns.article))
    wanted = [row.article for row in every if _WARNINGS.decode(row.body).warnings]
    for start in range(0, len(wanted), CHUNK):
        query = _readings().where(t.articles.c.id.in_(wanted[start : start + CHUNK])).order_by(t.articles.c.id)
        for row in connection.execute(query):
            yield _whole(*row)


def statements(connection: Connection, reports: Iterable[str] | None = None) -> Iterator[Statement]:
    """Yield reports with their words and what is known of their articles, by article id and place in it.

    All of them, or those of some ids.
    """
    if reports is None:
        yield from _statements(connection, _report_query())
        return
    wanted = sorted(reports)
    for start in range(0, len(wanted), CHUNK):
        chosen = t.reports.c.id.in_(wanted[start : start + CHUNK])
        yield from _statements(connection, _report_query().where(chosen))


def _report_query() -> Select[Any]:
    return (
        select(
            t.reports.c.body,
            t.reports.c.article,
            t.articles.c.outlet,
            t.articles.c.url,
            t.articles.c.published,
            t.articles.c.language,
            t.reports.c.quote,
            t.reports.c.start,
            t.reports.c.end,
            t.readings.c.reader,
            t.traces.c.body.label("trace"),
        )
        .join(t.articles, t.articles.c.id == t.reports.c.article)
        .join(t.readings, t.readings.c.article == t.articles.c.id)
        .outerjoin(t.traces, t.traces.c.article == t.articles.c.id)
        .order_by(t.reports.c.article, t.reports.c.number)
    )


def _statements(connection: Connection, query: Select[Any]) -> Iterator[Statement]:
    from dragoman.ledger import Statement

    last: tuple[str, Trace | None] = "", None
    rows = connection.execute(query)
    for body, article, outlet, url, published, language, quote, start, end, reader, kept in rows:
        if article != last[0]:
            last = article, traces.read(kept)
        yield Statement(
            report=_REPORT.decode(body), article=article, outlet=outlet, url=url, published=published,
            language=language, quote=quote, start=start, end=end, reader=reader, trace=last[1],
        )  # fmt: skip


def reports(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """Return reports by id."""
    wanted = list(ids)
    found: dict[str, Report] = {}
    for start in range(0, len(wanted), CHUNK):
        query = select(t.reports.c.id, t.reports.c.body)
        query = query.where(t.reports.c.id.in_(wanted[start : start + CHUNK]))
        found.update((row.id, _REPORT.decode(row.body)) for row in connection.execute(query))
    return found


def holders(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    """Return the event that holds each of these reports itself, not as the whole of a part."""
    wanted = list(reports)
    found: dict[str, str] = {}
    for start in range(0, len(wanted), CHUNK):
        query = select(t.event_ids.c.report, t.event_ids.c.event)
        query = query.where(t.event_ids.c.report.in_(wanted[start : start + CHUNK]))
        found.update((row.report, row.event) for row in connection.execute(query))
    return found


def judgements(connection: Connection, *, actors: bool = False) -> list[Judgement]:
    """Return what persons judged of reports, or of actors, by kind and report."""
    from dragoman.ledger import Judgement

    columns = t.judgements.c
    query = select(columns.verdict, columns.a, columns.b).order_by(columns.verdict, columns.a, columns.b)
    of_actors = columns.verdict.in_(("one-actor", "two-actors"))
    rows = connection.execute(query.where(of_actors if actors else ~of_actors)).all()
    return [Judgement(kind=row.verdict, report=row.a, other=row.b) for row in rows]


def known_fingerprints(connection: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Return article id and fingerprint of every version that the archive holds of these articles."""
    found: set[tuple[str, str]] = set()
    wanted = list(ids)
    for start in range(0, len(wanted), CHUNK):
        query = select(t.versions.c.article, t.versions.c.fingerprint)
        query = query.where(t.versions.c.article.in_(wanted[start : start + CHUNK]))
        found.update((row.article, row.fingerprint) for row in connection.execute(query))
    return found


def mentions(
    connection: Connection, name: str | None = None, entities: Iterable[str] | None = None
) -> Iterator[dict[str, Any]]:
    """Yield each form of a name that stands for an entity, with its languages and counts, by entity id.

    Of all entities, of some, or of those who bear a name.
    """
    columns = t.mentions.c
    query = (
        select(
            columns.entity,
            columns.text,
            columns.name,
            columns.type,
            columns.country,
            t.articles.c.language,
            func.sum(columns.count).label("count"),
            func.json_group_array(columns.article.distinct()).label("articles"),
        )
        .join(t.articles, t.articles.c.id == columns.article)
        .group_by(columns.entity, columns.text, columns.name, columns.type, columns.country, t.articles.c.language)
        .order_by(columns.entity, columns.text, t.articles.c.language)
    )
    if entities is not None:
        query = query.where(columns.entity.in_(list(entities)))
    if name is not None:
        like = f"%{_escaped(name)}%"
        hits = select(columns.entity).where(
            or_(
                columns.entity == name,
                columns.name.ilike(like, escape="\\"),
                columns.text.like(like, escape="\\"),
            )
        )
        query = query.where(columns.entity.in_(hits))
    for row in connection.execute(query).mappings():
        yield {**row, "articles": msgspec.json.decode(row["articles"])}


def quarantined(connection: Connection) -> list[dict[str, Any]]:
    """Return what could not be read: origin, reason and excerpt, by origin."""
    columns = t.quarantine.c
    query = select(columns.origin, columns.reason, columns.excerpt).order_by(columns.origin, columns.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def newest_date(connection: Connection) -> str | None:
    """Return the day of the newest publication in the archive."""
    newest = connection.execute(select(func.max(func.substr(t.articles.c.published, 1, 10)))).scalar()
    return None if newest is None else str(newest)


def counts(connection: Connection) -> dict[str, int]:
    """Count articles, reports, events and what lies in quarantine."""
    tables = (t.articles, t.reports, t.events, t.quarantine)
    return {x.name: connection.execute(select(func.count()).select_from(x)).scalar_one() for x in tables}


def setting(connection: Connection, key: str) -> str | None:
    """Return what the archive remembers under a key."""
    return connection.execute(select(t.settings.c.value).where(t.settings.c.key == key)).scalar()


def _current_version() -> Any:
    return and_(t.versions.c.article == t.articles.c.id, t.versions.c.number == t.articles.c.version)


def _readings() -> Select[Any]:
    return (
        select(t.articles.c.id, t.readings.c.body, t.versions.c.body)
        .join(t.readings, t.readings.c.article == t.articles.c.id)
        .join(t.versions, _current_version())
    )


def _whole(id: str, reading_body: bytes, article_body: bytes) -> Reading:
    text = _ARTICLE.decode(article_body).text
    return msgspec.structs.replace(_READING.decode(reading_body), id=id, text=text)


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
