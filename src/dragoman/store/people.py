"""Unlisted people of an archive who are one, spelled otherwise: worked out when asked, a person's word above it.

Nothing is stored of what is worked out: it depends on the two names and their company alone (`identity.people`). A
person joins what was not joined (`one-actor`) and parts what was (`two-actors`); both are judgements, undone so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from dragoman.errors import UsageError
from dragoman.identity.people import PREFIX, Bearer, OnePerson, groups_of, likely_pairs, one_person
from dragoman.store import queries, writes
from dragoman.store import schema as t
from dragoman.store.actors import Actor, Joined, actors_of

if TYPE_CHECKING:
    from dragoman.ledger import Judgement

__all__ = ["actors", "is_actor", "join", "part"]

_KINDS = ("new:", "per:", "org:")


def is_actor(id: str) -> bool:
    """Whether an id is an actor's, and no event's or report's."""
    return id.startswith(_KINDS)


def actors(connection: Connection, name: str | None = None, entity: str | None = None) -> list[Actor]:
    """Return who is in the archive, or those who bear a name or have an id, spellings of one person together."""
    rows = list(queries.mentions(connection, name, None if entity is None else [entity]))
    asked = {row["entity"] for row in rows}
    made = queries.judgements(connection, actors=True)
    if name is not None or entity is not None:
        more = _neighbours(connection, asked, made) - asked
        rows += [row for ids in _chunks(more) for row in queries.mentions(connection, entities=ids)]
        rows.sort(key=lambda row: row["entity"])
    found, heads = _joined(connection, rows, made)
    if name is not None or entity is not None:
        kept = {heads.get(id_, id_) for id_ in asked}
        rows = [row for row in rows if heads.get(row["entity"], row["entity"]) in kept]
    return actors_of(rows, heads, found)


def join(connection: Connection, a: str, b: str) -> Judgement:
    """Judge that two actors are one."""
    from dragoman.ledger import Judgement

    for id_ in (a, b):
        if next(iter(queries.mentions(connection, entities=[id_])), None) is None:
            raise UsageError(f"there is no actor {id_}: `dragoman actors` lists ids")
    if a == b:
        raise UsageError(f"{a} is one actor already")
    one, other = sorted((a, b))
    judgement = Judgement(kind="one-actor", report=one, other=other)
    writes.put_judgement(connection, judgement)
    return judgement


def part(connection: Connection, id: str) -> Judgement | None:
    """Take back what was worked out: two actors that the judgement of this id would join are kept apart.

    Returns the judgement that is kept, or None where nothing that was worked out has the id.
    """
    from dragoman.ledger import Judgement

    rows = list(queries.mentions(connection))
    for pair in _pairs(connection, rows):
        if Judgement(kind="one-actor", report=pair.a, other=pair.b).id == id:
            judgement = Judgement(kind="two-actors", report=pair.a, other=pair.b)
            writes.put_judgement(connection, judgement)
            return judgement
    return None


def _joined(
    connection: Connection, rows: list[dict[str, Any]], made: Iterable[Judgement]
) -> tuple[dict[str, tuple[Joined, ...]], dict[str, str]]:
    """Return what was joined, by the id that stands for it, and that id for each of its members."""
    from dragoman.ledger import Judgement

    said = [(one.report, one.other) for one in made if one.kind == "one-actor"]
    apart = {(one.report, one.other) for one in made if one.kind == "two-actors"}
    worked_out = {(pair.a, pair.b): pair for pair in _pairs(connection, rows) if (pair.a, pair.b) not in apart}
    best = sorted(worked_out.values(), key=lambda pair: (-pair.score, pair.a, pair.b))
    there = {row["entity"] for row in rows}
    pairs = [pair for pair in said if there.issuperset(pair)] + [(pair.a, pair.b) for pair in best]
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[row["entity"]] += row["count"]
    heads = groups_of(pairs, apart, lambda id_: (id_.startswith(PREFIX), -counts[id_]))
    found: dict[str, list[Joined]] = defaultdict(list)
    for a, b in dict.fromkeys(pairs):
        if heads.get(a, a) == heads.get(b, b):
            pair = worked_out.get((a, b))
            reasons = ("a person's word",) if (a, b) in said or pair is None else pair.reasons
            id_ = Judgement(kind="one-actor", report=a, other=b).id
            found[heads[a]].append(
                Joined(id=id_, a=a, b=b, score=1.0 if pair is None else pair.score, reasons=reasons)
            )
    return {head: tuple(joined) for head, joined in found.items()}, heads


def _pairs(connection: Connection, rows: list[dict[str, Any]]) -> list[OnePerson]:
    """Return the pairs of unlisted people among the rows that are one person by their names and company."""
    likely = list(likely_pairs(_bearers(rows)))
    company = _company(connection, {bearer.id for one, other, _ in likely for bearer in (one, other)})
    verdicts = (one_person(one, other, distance, company) for one, other, distance in likely)
    return [verdict for verdict in verdicts if verdict is not None]


def _bearers(rows: list[dict[str, Any]]) -> list[Bearer]:
    """Return the unlisted people whose names have two words or more."""
    by_id: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["type"] == "PER" and row["entity"].startswith(PREFIX) and "-" in row["entity"]:
            by_id[row["entity"]].append(row)
    found = []
    for id_, own in by_id.items():
        own.sort(key=lambda row: (-row["count"], row["text"]))
        countries = {row["country"] for row in own} - {None}
        articles = frozenset(article for row in own for article in row["articles"])
        names = tuple(dict.fromkeys(row["text"] for row in own))
        found.append(Bearer(id_, countries.pop() if len(countries) == 1 else None, names, articles))
    return found


def _neighbours(connection: Connection, ids: Collection[str], made: Iterable[Judgement]) -> set[str]:
    """Return the ids that some may be joined with: unlisted people of as many words, and who was judged."""
    found = {id_ for one in made for id_ in (one.report, one.other)}
    words = {id_.count("-") for id_ in ids if id_.startswith(PREFIX) and "-" in id_}
    if words:
        column = t.mentions.c.entity
        query = select(column).where(column.startswith(PREFIX), t.mentions.c.type == "PER").distinct()
        found |= {row.entity for row in connection.execute(query) if row.entity.count("-") in words}
    return found


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), writes.CHUNK):
        yield ordered[at : at + writes.CHUNK]


def _company(connection: Connection, ids: Iterable[str]) -> dict[str, set[str]]:
    """Return, for each of some entities, the listed ones that stand in the same articles."""
    found: dict[str, set[str]] = {}
    own, other = t.mentions.alias(), t.mentions.alias()
    for chunk in _chunks(ids):
        query = (
            select(own.c.entity, other.c.entity.label("beside"))
            .join(other, other.c.article == own.c.article)
            .where(own.c.entity.in_(chunk), ~other.c.entity.startswith(PREFIX))
            .distinct()
        )
        for row in connection.execute(query):
            found.setdefault(row.entity, set()).add(row.beside)
    return found
