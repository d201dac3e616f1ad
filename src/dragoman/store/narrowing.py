"""What a filter keeps: questions narrowed down, and what a name given by a person may stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from dragoman.store import schema as t
from dragoman.store.filters import EventFilter, day_after
from dragoman.store.writes import CHUNK

__all__ = ["filtered", "is_party", "names_of", "newest_first", "of_articles", "party_keys", "side_name"]

_PLACES = ("GPE", "LOC", "FAC")


def of_articles(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    """Narrow a question about articles down by languages, outlets and days of publication."""
    columns = t.articles.c
    if wanted.language:
        query = query.where(columns.language.in_([one.casefold() for one in wanted.language]))
    if wanted.outlet:
        outlets = [one.casefold() for one in wanted.outlet]
        query = query.where(or_(columns.outlet.in_(wanted.outlet), func.lower(columns.outlet).in_(outlets)))
    day = newest_first()
    if wanted.since:
        query = query.where(day >= wanted.since)
    if wanted.until:
        query = query.where(day < day_after(wanted.until), day > "")
    return query


def newest_first() -> Any:
    """Return the day of publication as the indexes of articles have it: empty where it is not known."""
    return func.coalesce(t.articles.c.published, text("''"))


def filtered(connection: Connection, query: Select[Any], wanted: EventFilter) -> Select[Any]:
    """Narrow a question about events down to those that a filter keeps."""
    columns = t.events.c
    if wanted.type:
        query = query.where(columns.type.in_(wanted.type))
    if wanted.status:
        query = query.where(columns.status.in_(wanted.status))
    if wanted.whole:
        query = query.where(columns.part_of.is_(None))
    if wanted.dated or wanted.since or wanted.until:
        query = query.where(or_(columns.earliest.is_not(None), columns.latest.is_not(None)))
    if wanted.since:
        query = query.where(or_(columns.latest.is_(None), columns.latest >= wanted.since))
    if wanted.until:
        query = query.where(or_(columns.earliest.is_(None), columns.earliest <= wanted.until))
    for names in (wanted.actor, wanted.with_, *((party,) for party in wanted.parties)):
        if names:
            query = query.where(columns.id.in_(_keyed("party", party_keys(connection, names))))
    if wanted.place:
        query = query.where(columns.id.in_(_keyed("place", _place_keys(connection, wanted.place))))
    if wanted.outlet:
        query = query.where(columns.id.in_(_keyed("outlet", {value.casefold() for value in wanted.outlet})))
    if wanted.language:
        # A language is told in by a good part of all events: asking each in turn beats listing them first.
        told = _keyed("language", {value.casefold() for value in wanted.language})
        query = query.where(told.where(t.event_keys.c.event == columns.id).exists())
    return query


def _keyed(kind: str, keys: set[str]) -> Select[Any]:
    """Events that are looked up by any of these keys."""
    return select(t.event_keys.c.event).where(t.event_keys.c.kind == kind, t.event_keys.c.key.in_(keys))


def party_keys(connection: Connection, names: Iterable[str]) -> set[str]:
    """The keys that a name may stand for: itself, and every entity that the archive knows by it."""
    keys: set[str] = set()
    for name in names:
        keys.add(name.casefold())
        columns = t.mentions.c
        same = or_(columns.text == name, func.lower(columns.name) == name.lower())
        found = connection.execute(select(columns.entity).where(same).distinct()).scalars()
        keys.update(entity.casefold() for entity in found)
    return keys


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of entities, by id: the one that stands for each most often."""
    columns = t.mentions.c
    wanted, found = sorted(set(ids)), dict[str, str]()
    for start in range(0, len(wanted), CHUNK):
        query = select(columns.entity, columns.name, func.sum(columns.count))
        query = query.where(columns.entity.in_(wanted[start : start + CHUNK]), columns.name.is_not(None))
        query = query.group_by(columns.entity, columns.name).order_by(func.sum(columns.count).desc(), columns.name)
        for row in connection.execute(query):
            found.setdefault(row.entity, row.name)
    return found


def side_name(connection: Connection, name: str) -> str:
    """Return what a side is shown as: its country's code or its own id where the archive knows one entity by the
    name, else the name as given."""
    columns = t.mentions.c
    same = or_(columns.entity == name, columns.text == name, func.lower(columns.name) == name.lower())
    query = select(columns.entity, func.sum(columns.count).label("count")).where(same).group_by(columns.entity)
    best = connection.execute(query.order_by(func.sum(columns.count).desc(), columns.entity)).first()
    return str(best.entity) if best is not None else name


def _place_keys(connection: Connection, names: Iterable[str]) -> set[str]:
    """The keys that a place may stand for: its English name, or a state's code where it names nothing less."""
    keys: set[str] = set()
    columns = t.mentions.c
    for name in names:
        keys.add(name.casefold())
        same = or_(columns.entity == name, columns.text == name, func.lower(columns.name) == name.lower())
        query = select(columns.entity, columns.name, columns.country).where(same, columns.type.in_(_PLACES))
        found = connection.execute(query.distinct()).all()
        # A capital may stand for its state's government too, but who asks for Tehran does not mean all of Iran.
        states = {row.entity.casefold() for row in found if row.entity == row.country}
        keys.update({row.name.casefold() for row in found if row.entity != row.country and row.name} or states)
    return keys


def is_party(connection: Connection, name: str) -> bool:
    """Tell whether any event has a party that a name may stand for."""
    query = _keyed("party", party_keys(connection, (name,))).limit(1)
    return connection.execute(query).first() is not None
