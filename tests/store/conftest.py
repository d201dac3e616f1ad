"""A ledger so plain that a test can say what it will hold: one event a type, pair and day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

import dragoman.ledger
from dragoman.records import Event, EventParty, Evidence, Record, Report
from dragoman.store import Archive


class PlainStatement(Record, frozen=True, kw_only=True):
    report: Report
    article: str
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    quote: str
    start: int
    end: int
    reader: str


class PlainLedger(Record, frozen=True, kw_only=True):
    events: tuple[Event, ...]
    aliases: dict[str, str]


@pytest.fixture
def plain_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dragoman.ledger, "Statement", PlainStatement, raising=False)
    monkeypatch.setattr(dragoman.ledger, "build_ledger", build_plainly, raising=False)


@pytest.fixture
def archive(tmp_path: Any, plain_reader: None, plain_ledger: None) -> Iterable[Archive]:
    with Archive(tmp_path / "test.db", create=True) as opened:
        yield opened


@pytest.fixture
def add(archive: Archive, write_lines: Callable[..., str]) -> Callable[..., Any]:
    """Adds article objects and returns the counts without events and seconds."""

    def add_articles(*articles: dict[str, Any]) -> list[int]:
        result = archive.add(write_lines("articles.jsonl", *articles)).to_dict()
        return [result[key] for key in ("added", "updated", "unchanged", "quarantined")]

    return add_articles


def build_plainly(statements: Iterable[PlainStatement], judgements: Iterable[Any] = ()) -> PlainLedger:
    groups: dict[Any, list[PlainStatement]] = {}
    for one in sorted(statements, key=lambda x: (x.published or "9", x.article, x.start)):
        day = one.report.time.earliest if one.report.time else None
        sides = frozenset(party.entity for party in (*one.report.actors, *one.report.recipients))
        groups.setdefault((one.report.type, sides, day), []).append(one)
    events = tuple(_event(day, group) for (_, _, day), group in groups.items())
    return PlainLedger(
        events=events,
        aliases={one.report.id: group[0].report.id for group in groups.values() for one in group},
    )


def _event(day: str | None, group: list[PlainStatement]) -> Event:
    first = group[0].report
    sides = [
        tuple(EventParty(entity=x.entity, name=x.name, country=x.country) for x in side)
        for side in (first.actors, first.recipients)
    ]
    return Event(
        id=first.id,
        type=first.type,
        actors=sides[0],
        recipients=sides[1],
        earliest=day,
        latest=day,
        reports=len(group),
        languages=tuple(sorted({one.language for one in group if one.language})),
        evidence=tuple(
            Evidence(
                report=one.report.id, article=one.article, outlet=one.outlet, quote=one.quote, start=one.start
            )
            for one in group
        ),
    )
