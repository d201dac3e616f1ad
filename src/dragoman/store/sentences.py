"""The sentences of articles and their words, kept so that they can be searched."""

from __future__ import annotations

from sqlalchemy import Connection, column, delete, func, insert, select, table

from dragoman.records import Reading
from dragoman.store import schema as t
from dragoman.store.words import indexed

__all__ = ["drop", "put"]

_WORDS = table("words", column("rowid"), column("exact"), column("folded"))


def put(connection: Connection, article: str, reading: Reading) -> None:
    """Gather the words of an article's sentences."""
    first = 1 + (connection.execute(select(func.max(t.sentences.c.id))).scalar() or 0)
    rows: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    for number, one in enumerate(reading.sentences):
        exact, folded = indexed(reading.text[one.start : one.end])
        if exact:
            id = first + len(rows)
            rows.append({"id": id, "article": article, "number": number, "start": one.start, "end": one.end})
            words.append({"rowid": id, "exact": exact, "folded": folded})
    if rows:
        connection.execute(insert(t.sentences), rows)
        connection.execute(insert(_WORDS), words)


def drop(connection: Connection, article: str) -> None:
    """Forget the words of an article."""
    own = select(t.sentences.c.id).where(t.sentences.c.article == article)
    connection.execute(delete(_WORDS).where(_WORDS.c.rowid.in_(own)))
    connection.execute(delete(t.sentences).where(t.sentences.c.article == article))
