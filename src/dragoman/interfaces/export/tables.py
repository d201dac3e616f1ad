"""The tables of an export: each a list of columns, with what a column holds and how it is taken from a record.

A column's type is that of its Arrow field. Several values in one cell are joined by "; " in the order of the
record; whoever needs them apart takes the JSON Lines, which hold the records whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from dragoman.ledger import Statement
from dragoman.records import Article, Event, EventParty, Party, Record, Relation
from dragoman.store import Actor, Archive

__all__ = ["TABLES", "Column", "Table"]

Kind = Literal["text", "number", "whole", "truth"]


class Column(NamedTuple):
    """One column: its name, its type, what it holds, and how it is taken from a record."""

    name: str
    kind: Kind
    holds: str
    take: Callable[[Any], object]


class Table(NamedTuple):
    """One table: what a row is, its columns, where its records come from, and how one is written as JSON."""

    name: str
    row: str
    columns: tuple[Column, ...]
    records: Callable[[Archive], Iterable[Any]]
    plain: Callable[[Any], dict[str, Any]] = Record.to_dict

    def rows(self, archive: Archive) -> Iterator[dict[str, object]]:
        """Yield the rows of an archive, in its order."""
        for record in self.records(archive):
            yield {column.name: column.take(record) for column in self.columns}


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(value for value in values if value)


def _names(parties: Iterable[EventParty | Party]) -> str:
    return _joined(party.name or party.entity for party in parties)


def _ids(parties: Iterable[EventParty | Party]) -> str:
    return _joined(party.entity for party in parties)


def _countries(parties: Iterable[EventParty | Party]) -> str:
    return _joined(dict.fromkeys(party.country for party in parties if party.country))


def _chain(statement: Statement) -> str:
    return _joined(link.name or link.cue for link in statement.report.attribution)


_EVENTS = (
    Column("id", "text", "id of the event: that of its founding report", lambda e: e.id),
    Column("gloss", "text", "what happened, in English", lambda e: e.gloss),
    Column("type", "text", "one of PLOVER's sixteen types", lambda e: e.type),
    Column("mode", "text", "modes of the type", lambda e: _joined(e.mode)),
    Column("context", "text", "PLOVER contexts", lambda e: _joined(e.context)),
    Column("plover", "text", "the type as PLOVER gives it to what lies ahead", lambda e: e.plover),
    Column("quad", "text", "verbal or material, cooperation or conflict", lambda e: e.quad),
    Column("score", "number", "PLOVER's score, -10 (conflict) to +10 (cooperation)", lambda e: e.score),
    Column("status", "text", "status of the event", lambda e: e.status),
    Column("actors", "text", "who acted, by name", lambda e: _names(e.actors)),
    Column("actor_ids", "text", "their entity ids", lambda e: _ids(e.actors)),
    Column("actor_countries", "text", "their countries (ISO 3166 alpha-3)", lambda e: _countries(e.actors)),
    Column("recipients", "text", "upon whom, by name", lambda e: _names(e.recipients)),
    Column("recipient_ids", "text", "their entity ids", lambda e: _ids(e.recipients)),
    Column("recipient_countries", "text", "their countries", lambda e: _countries(e.recipients)),
    Column("place", "text", "where it took place", lambda e: e.place and e.place.name),
    Column("place_country", "text", "country of the place", lambda e: e.place and e.place.country),
    Column("lat", "number", "latitude of the place, degrees", lambda e: e.place and e.place.lat),
    Column("lon", "number", "longitude of the place, degrees", lambda e: e.place and e.place.lon),
    Column("earliest", "text", "first day, ISO 8601; empty where unknown", lambda e: e.earliest),
    Column("latest", "text", "last day, ISO 8601; empty where unknown", lambda e: e.latest),
    Column("dated", "text", "what dates it: text, publication or none", lambda e: e.dated),
    Column("part_of", "text", "the event that it is part of", lambda e: e.part_of),
    Column("reports", "whole", "reports that tell it", lambda e: e.reports),
    Column("articles", "whole", "articles that tell it", lambda e: e.articles),
    Column("independent", "whole", "independent origins behind them", lambda e: e.independent),
    Column("languages", "text", "languages that tell it", lambda e: _joined(e.languages)),
    Column("conflicts", "text", "kinds of contradiction", lambda e: _joined(c.kind for c in e.conflicts)),
)
_REPORTS = (
    Column("id", "text", "id of the report", lambda s: s.report.id),
    Column("event", "text", "the event that holds it; empty for a rejected one", lambda s: None),
    Column("article", "text", "the article that tells it", lambda s: s.article),
    Column("outlet", "text", "its outlet", lambda s: s.outlet),
    Column("url", "text", "its address", lambda s: s.url),
    Column("published", "text", "when it was published", lambda s: s.published),
    Column("language", "text", "its language", lambda s: s.language),
    Column("quote", "text", "the sentence, as it stands in the article", lambda s: s.quote),
    Column("start", "whole", "where the sentence begins in the article, code points", lambda s: s.start),
    Column("end", "whole", "where it ends", lambda s: s.end),
    Column("gloss", "text", "what it says, in English", lambda s: s.report.gloss),
    Column("type", "text", "one of PLOVER's sixteen types", lambda s: s.report.type),
    Column("mode", "text", "modes of the type", lambda s: _joined(s.report.mode)),
    Column("context", "text", "PLOVER contexts", lambda s: _joined(s.report.context)),
    Column("score", "number", "PLOVER's score", lambda s: s.report.score),
    Column("status", "text", "status of what is reported", lambda s: s.report.status),
    Column("negated", "truth", "whether it is said not to be", lambda s: s.report.negated),
    Column("actors", "text", "who acted, by name", lambda s: _names(s.report.actors)),
    Column("actor_ids", "text", "their entity ids", lambda s: _ids(s.report.actors)),
    Column("recipients", "text", "upon whom, by name", lambda s: _names(s.report.recipients)),
    Column("recipient_ids", "text", "their entity ids", lambda s: _ids(s.report.recipients)),
    Column("place", "text", "where", lambda s: s.report.place and s.report.place.name),
    Column(
        "earliest", "text", "first day that the sentence gives", lambda s: s.report.time and s.report.time.earliest
    ),
    Column("latest", "text", "last day that the sentence gives", lambda s: s.report.time and s.report.time.latest),
    Column("by", "text", "who says so, outermost first", _chain),
    Column("confidence", "number", "how sure the reader is, 0 to 1", lambda s: s.report.confidence),
)
_ARTICLES = (
    Column("id", "text", "id of the article", lambda a: a.id),
    Column("title", "text", "its title", lambda a: a.title),
    Column("outlet", "text", "its outlet", lambda a: a.outlet),
    Column("byline", "text", "who wrote it", lambda a: a.byline),
    Column("published", "text", "when it was published", lambda a: a.published),
    Column("language", "text", "its language", lambda a: a.language),
    Column("url", "text", "its address", lambda a: a.url),
    Column("text", "text", "its text", lambda a: a.text),
)
_ACTORS = (
    Column("id", "text", "entity id", lambda a: a.id),
    Column("name", "text", "name in English, or romanised", lambda a: a.name),
    Column("type", "text", "PER, ORG, GPE, LOC, FAC, WEA, TRE or EVT", lambda a: a.type),
    Column("country", "text", "country (ISO 3166 alpha-3)", lambda a: a.country),
    Column("mentions", "whole", "how often it is named", lambda a: a.mentions),
    Column("articles", "whole", "articles that name it", lambda a: a.articles),
    Column("languages", "text", "languages that name it", lambda a: _joined(a.languages)),
    Column("names", "text", "all forms of the name", lambda a: _joined(dict.fromkeys(n.text for n in a.names))),
)
_RELATIONS = (
    Column("a", "text", "one side", lambda r: r.a),
    Column("b", "text", "the other side", lambda r: r.b),
    Column("from", "text", "first day of the month", lambda r: r.from_),
    Column("to", "text", "last day of the month", lambda r: r.to),
    Column("events", "whole", "events between the two", lambda r: r.events),
    Column("cooperation", "number", "sum of the positive scores", lambda r: r.cooperation),
    Column("conflict", "number", "sum of the negative scores", lambda r: r.conflict),
    Column("score", "number", "mean score", lambda r: r.score),
    Column("independent", "whole", "independent origins behind the events", lambda r: r.independent),
)


def _statement(statement: Statement) -> dict[str, Any]:
    """A report with the article that it stands in, as one object."""
    plain = statement.to_dict()
    return {
        **plain.pop("report"),
        **{key: plain[key] for key in ("article", "outlet", "url", "published", "quote")},
    }


def _events(archive: Archive) -> Iterable[Event]:
    return archive.events()


def _articles(archive: Archive) -> Iterable[Article]:
    return archive.articles()


def _actors(archive: Archive) -> Iterable[Actor]:
    return archive.actors()


def _relations(archive: Archive) -> Iterable[Relation]:
    return archive.relations(by="month")


TABLES = (
    Table("events", "an event of the ledger", _EVENTS, _events),
    Table("reports", "a report: one thing said in one sentence", _REPORTS, Archive.statements, _statement),
    Table("articles", "an article, in its present version", _ARTICLES, _articles),
    Table("actors", "somebody or something named", _ACTORS, _actors),
    Table("relations", "two sides in one month", _RELATIONS, _relations),
)
