"""Search over the words of articles: sentences that hold what was asked, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, column, delete, select, table, text, tuple_

from dragoman.records import Record
from dragoman.store import narrowing, queries, sentences, writes
from dragoman.store import schema as t
from dragoman.store.filters import EventFilter
from dragoman.store.words import VERSION, Word, fold, is_glued, words_of

__all__ = ["Asked", "Hit", "asked", "gather_words", "search", "words_are_gathered"]

_SETTING = "words"
_WORDS = table("words", column("rowid"), column("rank"))
_TERM = re.compile(r'(?P<out>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')
MOST_TERMS = 32
"""Words of a question that count; a longer one asks for what nobody wrote."""


class Hit(Record, frozen=True, kw_only=True):
    """A sentence that holds what was asked. `score` is over 0 to 1, higher is better; `sentence` is its number.

    `marks` are start and end of the words that were found, as offsets in `text`.
    """

    article: str
    sentence: int
    start: int
    end: int
    text: str
    language: str | None = None
    score: float
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    marks: tuple[tuple[int, int], ...] = ()


class Asked(NamedTuple):
    """A question: the index's own expression for it, and the words that a hit is marked with."""

    match: str
    words: frozenset[str]
    folded: frozenset[str]
    beginnings: tuple[str, ...]


def asked(question: str) -> Asked | None:
    """Return what a person asks for, None where there is no word to find.

    Words all have to be there; "words in quotation marks" stand together; -word must not be there. All else is
    passed over: no text is wrong.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    words: list[Word] = []
    beginnings: list[str] = []
    for found in _TERM.finditer(question):
        told = found["phrase"] if found["phrase"] is not None else found["plain"]
        term = list(words_of(told, alone=False))
        if not term or len(words) + len(term) > MOST_TERMS:
            continue
        glued = found["phrase"] is None and (
            is_glued(term[-1].text) or (term[-1].paired and len(term[-1].text) == 1)
        )
        (unwanted if found["out"] else wanted).append(_expression([word.text for word in term], glued))
        if not found["out"]:
            words += term
            beginnings += [term[-1].text] if glued else []
    if not wanted:
        return None
    match = " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)
    forms = frozenset(word.text for word in words)
    return Asked(match, forms, frozenset(map(fold, forms)), tuple(beginnings))


def search(
    connection: Connection, question: Asked, wanted: EventFilter, limit: int, after: tuple[float, int] | None
) -> list[tuple[float, int, Hit]]:
    """Return at most `limit` hits with rank and number of their sentence, best first; `after` is such a pair.

    Of the filter languages, outlets and days (of publication) count.
    """
    own, articles = t.sentences.c, t.articles.c
    found = select(_WORDS.c.rowid, _WORDS.c.rank).where(
        text("words MATCH :match").bindparams(match=question.match)
    )
    if after is not None:
        found = found.where(tuple_(_WORDS.c.rank, _WORDS.c.rowid) > after)
    if not (wanted.language or wanted.outlet or wanted.since or wanted.until):
        # Of a common word there are thousands of sentences: only those that are shown are looked up.
        found = found.order_by(_WORDS.c.rank, _WORDS.c.rowid).limit(limit)
    best = found.subquery()
    columns = (own.id, own.article, own.number, own.start, own.end)
    query: Select[Any] = (
        select(*columns, articles.language, articles.title, articles.outlet, articles.published, best.c.rank)
        .select_from(best)
        .join(t.sentences, own.id == best.c.rowid)
        .join(t.articles, articles.id == own.article)
    )
    query = narrowing.of_articles(query, wanted)
    rows = connection.execute(query.order_by(best.c.rank, own.id).limit(limit)).all()
    texts = {one.id: one for one in queries.articles(connection, {row.article for row in rows})}
    return [(row.rank, row.id, _hit(row, texts.get(row.article), question)) for row in rows]


def words_are_gathered(connection: Connection) -> bool:
    """Tell whether the index holds the words of all articles, as this version cuts them."""
    return queries.setting(connection, _SETTING) == VERSION


def gather_words(connection: Connection) -> None:
    """Gather the words of all articles anew."""
    connection.execute(text("DELETE FROM words"))
    connection.execute(delete(t.sentences))
    for reading in queries.readings(connection):
        sentences.put(connection, str(reading.id), reading)
    writes.put_setting(connection, _SETTING, VERSION)


def _expression(words: Sequence[str], glued: bool) -> str:
    end = " *" if glued else ""
    exact, folded = " ".join(words), " ".join(map(fold, words))
    return f'(exact : "{exact}"{end} OR folded : "{folded}"{end})'


def _hit(row: Any, article: Any, question: Asked) -> Hit:
    sentence = article.text[row.start : row.end] if article is not None else ""
    return Hit(
        article=row.article,
        sentence=row.number,
        start=row.start,
        end=row.end,
        text=sentence,
        language=row.language,
        score=round(-row.rank / (1 - row.rank), 4) or 0.0001,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        marks=tuple(_marks(sentence, question)),
    )


def _marks(sentence: str, question: Asked) -> Iterator[tuple[int, int]]:
    """Yield where the words asked for stand in a sentence, overlapping pairs as one."""
    start, end = -1, -1
    for word in words_of(sentence):
        if not (
            word.text in question.words
            or fold(word.text) in question.folded
            or word.text.startswith(question.beginnings or ("\n",))
        ):
            continue
        if word.start > end or not word.paired:
            if end > start:
                yield start, end
            start = word.start
        end = word.end
    if end > start:
        yield start, end
