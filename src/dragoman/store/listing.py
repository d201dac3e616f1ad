"""Articles as a list shows them, and what an archive tells of itself; the texts stay where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from dragoman import __version__
from dragoman.records import Record
from dragoman.store import narrowing, queries
from dragoman.store import schema as t
from dragoman.store.filters import EventFilter

__all__ = ["About", "ArticleLine", "Share", "about", "article_page", "lines", "state"]


class ArticleLine(Record, frozen=True, kw_only=True):
    """An article without its text; `reports` counts what was read in it."""

    id: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    reports: int = 0


class Share(Record, frozen=True, kw_only=True):
    """How many articles are of one language or outlet; `key` is null where that is not known."""

    key: str | None
    articles: int


class About(Record, frozen=True, kw_only=True):
    """An archive as a whole. `first` and `newest` are days of publication; `state` changes with every change."""

    program: str
    schema: str
    state: str
    articles: int
    reports: int
    events: int
    quarantine: int
    first: str | None
    newest: str | None
    stale: bool
    languages: tuple[Share, ...]
    outlets: tuple[Share, ...]
    readers: tuple[Share, ...]
    """Versions of the reader that read the articles."""


def article_page(
    connection: Connection, wanted: EventFilter, limit: int, after: tuple[str, str] | None
) -> list[ArticleLine]:
    """Return at most `limit` articles, newest first, undated last; `after` is day and id of the one before.

    Of the filter languages, outlets and days (of publication) count.
    """
    columns = t.articles.c
    day = narrowing.newest_first()
    query = narrowing.of_articles(_lines(), wanted)
    if after is not None:
        published, id = after
        query = query.where(or_(day < published, (day == published) & (columns.id > id)))
    query = query.order_by(day.desc(), columns.id).limit(limit)
    return [ArticleLine(**row) for row in connection.execute(query).mappings()]


def lines(connection: Connection, ids: Sequence[str]) -> list[ArticleLine]:
    """Return articles of some ids, in the order of the ids."""
    found: dict[str, ArticleLine] = {}
    for start in range(0, len(ids), queries.CHUNK):
        query = _lines().where(t.articles.c.id.in_(ids[start : start + queries.CHUNK]))
        found.update((row["id"], ArticleLine(**row)) for row in connection.execute(query).mappings())
    return [found[id] for id in ids if id in found]


def _lines() -> Select[Any]:
    columns = t.articles.c
    counted = select(func.count()).where(t.reports.c.article == columns.id).scalar_subquery()
    names = (columns.id, columns.title, columns.outlet, columns.published, columns.language, columns.url)
    return select(*names, counted.label("reports"))


def state(connection: Connection) -> str:
    """Return a key of the archive's present state: another one after every change."""
    found: dict[str, str] = {
        row.key: row.value
        for row in connection.execute(
            select(t.settings.c.key, t.settings.c.value).where(t.settings.c.key.in_(("identity", "changes")))
        )
    }
    return f"{found.get('identity', '0')}-{found.get('changes', '0')}"


def about(connection: Connection) -> About:
    """Return what an archive tells of itself."""
    published = func.substr(t.articles.c.published, 1, 10)
    first, newest = connection.execute(select(func.min(published), func.max(published))).one()
    return About(
        program=__version__,
        schema=str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()),
        state=state(connection),
        **queries.counts(connection),
        first=first,
        newest=newest,
        stale=queries.setting(connection, "ledger") == "stale",
        languages=_shares(connection, t.articles.c.language),
        outlets=_shares(connection, t.articles.c.outlet),
        readers=_shares(connection, t.readings.c.reader),
    )


def _shares(connection: Connection, column: Any) -> tuple[Share, ...]:
    query = select(column.label("key"), func.count().label("articles")).group_by(column)
    rows = connection.execute(query.order_by(func.count().desc(), column)).mappings()
    return tuple(Share(**row) for row in rows)
