"""The traces of articles: made once, when an article has been read, and kept."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, delete, insert, select

from dragoman.records import Article, Reading
from dragoman.store import schema as t
from dragoman.stories.traces import Trace

__all__ = ["drop", "made", "put", "read", "stored"]

_pack = msgspec.msgpack.Encoder().encode
_TRACE = msgspec.msgpack.Decoder(Trace)


def made(article: Article, reading: Reading) -> Trace:
    """Return the trace of an article that was read."""
    from dragoman.knowledge import load
    from dragoman.ledger.beside import with_tolls
    from dragoman.stories.credits import credit_of
    from dragoman.stories.traces import trace_of
    from dragoman.stories.vectors import load_vectors

    vectors = load_vectors()
    vector = vectors.embed([reading.text], [reading.language])[0]
    trace = trace_of(reading, vector, vectors.name, credit_of(article, reading.language, load()))
    return with_tolls(trace, reading, reading.reports)


def put(connection: Connection, article: Article, reading: Reading) -> None:
    """Make and keep the trace of an article that was read."""
    connection.execute(insert(t.traces).values(article=article.id, body=_pack(made(article, reading))))


def drop(connection: Connection, article: str) -> None:
    """Forget the trace of an article."""
    connection.execute(delete(t.traces).where(t.traces.c.article == article))


def read(body: bytes | None) -> Trace | None:
    """Return a trace as it was kept; None where an older version read the article."""
    return None if body is None else _TRACE.decode(body)


def stored(connection: Connection) -> Iterator[tuple[str, Trace]]:
    """Yield the traces of all articles, by article id."""
    query = select(t.traces.c.article, t.traces.c.body).order_by(t.traces.c.article)
    for row in connection.execute(query):
        yield row.article, _TRACE.decode(row.body)
