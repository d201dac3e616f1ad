"""Everything that changes an archive, by name; each function works inside the caller's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from dragoman.clean import fingerprint
from dragoman.records import Article, Event, Reading, Report
from dragoman.sources import Refusal
from dragoman.store import schema as t
from dragoman.store import sentences, traces

if TYPE_CHECKING:
    from dragoman.ledger import Judgement

__all__ = [
    "CHUNK",
    "change_events",
    "change_ids",
    "drop_judgement",
    "forgive",
    "put_article",
    "put_events",
    "put_ids",
    "put_judgement",
    "put_quarantine",
    "put_reading",
    "put_setting",
]

CHUNK = 500
"""Values a statement takes at once; older builds of SQLite allow 999."""
UNKNOWN_LAST = "~"
"""Sorts after every date."""

_pack = msgspec.msgpack.Encoder().encode


def put_article(
    connection: Connection, article: Article, reading: Reading
) -> Literal["added", "updated", "unchanged"]:
    """Store an article, or a new version of it, with its reading; say which it was."""
    versions = t.versions.c
    query = select(versions.number, versions.fingerprint).where(versions.article == article.id)
    held = {row.fingerprint: row.number for row in connection.execute(query)}
    key = fingerprint(article)
    if key in held:  # another run was faster
        return "unchanged"
    number = len(held) + 1
    known = {"version": number, "title": article.title, "url": article.url, **_read_in(article, reading)}
    if number == 1:
        connection.execute(insert(t.articles).values(id=article.id, **known))
    else:
        _forget_reading(connection, article.id)
        connection.execute(update(t.articles).where(t.articles.c.id == article.id).values(**known))
    body = {"fingerprint": key, "body": _pack(article)}
    connection.execute(insert(t.versions).values(article=article.id, number=number, **body))
    _put_reading(connection, article, reading)
    return "added" if number == 1 else "updated"


def put_reading(connection: Connection, article: Article, reading: Reading) -> None:
    """Put a new reading of the present version of an article in the place of the old one."""
    _forget_reading(connection, article.id)
    known = _read_in(article, reading)
    connection.execute(update(t.articles).where(t.articles.c.id == article.id).values(**known))
    _put_reading(connection, article, reading)


def _read_in(article: Article, reading: Reading) -> dict[str, str | None]:
    """What is known of an article, which reading it may have found out."""
    return {
        "outlet": reading.outlet or article.outlet,
        "published": reading.published or article.published,
        "language": reading.language,
    }


def put_quarantine(connection: Connection, refusals: Iterable[Refusal]) -> None:
    """Keep what could not be read, once."""
    for refusal in refusals:
        row = {"origin": refusal.origin, "reason": refusal.reason, "excerpt": refusal.excerpt}
        id = hashlib.sha256(msgspec.json.encode(list(row.values()))).hexdigest()[:16]
        connection.execute(upsert(t.quarantine).values(id=id, **row).on_conflict_do_nothing())


def forgive(connection: Connection, origins: Iterable[str]) -> None:
    """Take out of quarantine what could be read after all."""
    held = set(connection.execute(select(t.quarantine.c.origin)).scalars())
    for origin in held.intersection(origins):
        connection.execute(delete(t.quarantine).where(t.quarantine.c.origin == origin))


def put_events(connection: Connection, events: Iterable[Event]) -> int:
    """Make the ledger hold exactly these events, touching only what changed; return how many they are."""
    new = {event.id: (event, _pack(event)) for event in events}
    old = {row.id: row.body for row in connection.execute(select(t.events.c.id, t.events.c.body))}
    changed = [id for id, (_, body) in new.items() if old.get(id) != body]
    for id in [id for id in old if id not in new] + [id for id in changed if id in old]:
        connection.execute(delete(t.event_keys).where(t.event_keys.c.event == id))
        connection.execute(delete(t.events).where(t.events.c.id == id))
    rows = [_event_row(*new[id]) for id in changed]
    keys = [row for id in changed for row in _event_keys(new[id][0])]
    if rows:
        connection.execute(insert(t.events), rows)
    if keys:
        connection.execute(insert(t.event_keys), keys)
    return len(new)


def change_events(connection: Connection, events: Iterable[Event], gone: Iterable[str]) -> None:
    """Put events in the place of those with their ids, and take out those that are gone."""
    new = {event.id: event for event in events}
    out = sorted({*new, *gone})
    for start in range(0, len(out), CHUNK):
        chosen = out[start : start + CHUNK]
        connection.execute(delete(t.event_keys).where(t.event_keys.c.event.in_(chosen)))
        connection.execute(delete(t.events).where(t.events.c.id.in_(chosen)))
    if new:
        connection.execute(insert(t.events), [_event_row(event, _pack(event)) for event in new.values()])
        connection.execute(insert(t.event_keys), [row for event in new.values() for row in _event_keys(event)])


def change_ids(connection: Connection, holders: Mapping[str, str], gone: Iterable[str]) -> None:
    """Remember which event holds reports that moved (`holders`: report id to event id).

    Ids given out for events that are gone, and for reports that went with them, follow the reports that stay.
    """
    columns = t.event_ids.c
    out = sorted(gone)
    rows = dict(holders)
    for start in range(0, len(out), CHUNK):
        query = select(columns.report, columns.event).where(columns.event.in_(out[start : start + CHUNK]))
        shared: dict[str, list[str]] = {}
        for row in connection.execute(query.order_by(columns.report)):
            shared.setdefault(row.event, []).append(row.report)
        for reports in shared.values():
            follows = next((holders[report] for report in reports if report in holders), None)
            if follows is not None:
                rows |= {report: follows for report in reports if report not in holders}
    _put_ids(connection, [{"report": report, "event": event} for report, event in sorted(rows.items())])


def put_ids(connection: Connection, holders: Mapping[str, str]) -> None:
    """Remember which event holds each report (`holders`: report id to event id).

    Ids given out earlier whose report is gone, as its article has a new text, follow the reports that
    shared their event.
    """
    query = select(t.event_ids.c.report, t.event_ids.c.event)
    old: dict[str, str] = {row.report: row.event for row in connection.execute(query)}
    moved: dict[str, str] = {}
    for report in sorted(holders):
        if report in old:
            moved.setdefault(old[report], holders[report])
    rows = dict(holders)
    for report, event in old.items():
        if report not in holders:
            rows[report] = moved.get(event, event)
    changed = [{"report": a, "event": b} for a, b in sorted(rows.items()) if old.get(a) != b]
    _put_ids(connection, changed)


def _put_ids(connection: Connection, rows: list[dict[str, str]]) -> None:
    if rows:
        statement = upsert(t.event_ids)
        statement = statement.on_conflict_do_update(
            index_elements=["report"], set_={"event": statement.excluded.event}
        )
        connection.execute(statement, rows)


def put_judgement(connection: Connection, judgement: Judgement) -> None:
    """Keep a person's judgement; the same one twice is one."""
    row = {"a": judgement.report, "b": judgement.other, "verdict": judgement.kind, "reasons": ""}
    statement = upsert(t.judgements).values(**row)
    changed = {"verdict": statement.excluded.verdict}
    connection.execute(statement.on_conflict_do_update(index_elements=["a", "b"], set_=changed))


def drop_judgement(connection: Connection, judgement: Judgement) -> None:
    """Forget a judgement."""
    columns = t.judgements.c
    connection.execute(delete(t.judgements).where(columns.a == judgement.report, columns.b == judgement.other))


def put_setting(connection: Connection, key: str, value: str) -> None:
    """Remember a value under a key."""
    statement = upsert(t.settings).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def _forget_reading(connection: Connection, article: str) -> None:
    own = select(t.reports.c.id).where(t.reports.c.article == article)
    connection.execute(update(t.placements).where(t.placements.c.report.in_(own)).values(gone=True))
    sentences.drop(connection, article)
    traces.drop(connection, article)
    for table in (t.readings, t.reports, t.mentions):
        connection.execute(delete(table).where(table.c.article == article))


def _put_reading(connection: Connection, read: Article, reading: Reading) -> None:
    article = read.id
    # The text stands in the version already, and the id is the article's.
    body = _pack(msgspec.structs.replace(reading, id=UNSET, text=""))
    connection.execute(insert(t.readings).values(article=article, reader=reading.reader, body=body))
    if rows := [_report_row(article, n, reading, report) for n, report in enumerate(reading.reports)]:
        connection.execute(insert(t.reports), rows)
    if mentions := list(_mention_rows(article, reading)):
        connection.execute(insert(t.mentions), mentions)
    sentences.put(connection, article, reading)
    traces.put(connection, read, reading)


def _report_row(article: str, number: int, reading: Reading, report: Report) -> dict[str, Any]:
    sentence = reading.sentences[report.sentence]
    return {
        "id": report.id,
        "article": article,
        "number": number,
        "type": report.type,
        "status": report.status,
        "earliest": report.time.earliest if report.time else None,
        "latest": report.time.latest if report.time else None,
        "quote": reading.text[sentence.start : sentence.end],
        "start": sentence.start,
        "end": sentence.end,
        "body": _pack(report),
    }


def _mention_rows(article: str, reading: Reading) -> Iterator[dict[str, Any]]:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for name in reading.names:
        if name.entity is None:
            continue
        about = {"name": name.name, "type": name.type, "country": name.country, "count": 0}
        key = {"article": article, "entity": name.entity, "text": name.text}
        rows.setdefault((name.entity, name.text), key | about)["count"] += 1
    yield from rows.values()


def _event_row(event: Event, body: bytes) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "position": event.earliest or UNKNOWN_LAST,
        "earliest": event.earliest,
        "latest": event.latest,
        "part_of": event.part_of,
        "body": body,
    }


def _event_keys(event: Event) -> Iterator[dict[str, str]]:
    """What an event is looked up by, in folded case: its parties, places, languages, outlets, articles."""
    keys: set[tuple[str, str | None]] = {("language", language) for language in event.languages}
    for party in (*event.actors, *event.recipients):
        keys |= {("party", party.entity), ("party", party.country), ("party", party.name)}
    if event.place:
        keys |= {("place", event.place.name), ("place", event.place.country)}
    for evidence in event.evidence:
        keys |= {("outlet", evidence.outlet), ("article", evidence.article)}
    folded = {(kind, key if kind == "article" else key.casefold()) for kind, key in keys if key}
    for kind, key in sorted(folded):
        yield {"kind": kind, "key": key, "event": event.id}
