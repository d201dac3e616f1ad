"""Annotated events: what a careful reader makes of annotated articles, and these as a faultless reader reads them.

A folder holds `NAME.jsonl` (articles in the form of `gold`, each report with its `event`) and `NAME.events.jsonl`
(one event a line).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import UNSET

from dragoman.errors import SourceError
from dragoman.knowledge import Knowledge
from dragoman.ledger import Statement
from dragoman.records import Article, Link, Party, Place, Record, Report, ReportTime, Trigger
from dragoman.scoring.gold import EVENTS, GoldReport, GoldText, load_gold
from dragoman.stories.credits import credit_of
from dragoman.stories.traces import Trace

__all__ = [
    "GoldConflict",
    "GoldEvent",
    "GoldForecast",
    "GoldLedger",
    "GoldStatus",
    "faultless",
    "load_ledger_gold",
]

CONTEXTS = {"CONSULT": ("diplomatic",), "ASSAULT": ("military",)}


class GoldStatus(Record, frozen=True, kw_only=True):
    """A status of an event, and the day of the first article that says so."""

    status: str
    said: str | None = None


class GoldConflict(Record, frozen=True, kw_only=True):
    """A contradiction, and the articles that it is between."""

    kind: str
    articles: tuple[str, ...] = ()


class GoldForecast(Record, frozen=True, kw_only=True):
    """What an article announces or predicts, its window (None: no stated time), and what came of it."""

    article: str
    status: str
    expects: Literal["yes", "no"] = "yes"
    window: tuple[str | None, str | None] | None = None
    outcome: Literal["came true", "did not", "open", "void"]


class GoldEvent(Record, frozen=True, kw_only=True):
    """One event; `origins` are its articles, grouped by where they have it from."""

    event: str
    about: str = ""
    status: str
    history: tuple[GoldStatus, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    origins: tuple[tuple[str, ...], ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()
    forecasts: tuple[GoldForecast, ...] = ()


class GoldLedger(NamedTuple):
    """Annotated articles and their events."""

    texts: tuple[GoldText, ...]
    events: tuple[GoldEvent, ...]


def load_ledger_gold(folder: Path) -> GoldLedger:
    """Read all articles and events below a folder. Raises SourceError, which names the file at fault."""
    texts = tuple(load_gold(folder))
    files = sorted(folder.rglob(f"*{EVENTS}"), key=lambda file: file.parts)
    events = tuple(chain.from_iterable(_events(file) for file in files))
    if not events:
        raise SourceError(f"{folder}: no annotated event in it")
    return GoldLedger(texts, events)


def _events(file: Path) -> Iterator[GoldEvent]:
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            yield msgspec.json.decode(line, type=GoldEvent)
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise SourceError(f"{file}, line {number}: {fault}") from fault


def faultless(
    text: GoldText, article: Article, knowledge: Knowledge, events: Iterable[GoldEvent] = ()
) -> list[Statement]:
    """Return the statements that a faultless reader would make of an article: id "article/number".

    Who, status, days, place and sources are those annotated, the agency that a page credits is read from it. What
    the annotation leaves out stays empty: towns, modes, wording; that a CONSULT with one side each is a visit is
    known by the convention of the annotation, and which way a prediction points by the forecasts of its event.
    """
    reports = () if text.reports is UNSET else text.reports
    doubts = _doubts(article.id, reports, events)
    trace = Trace(model="", vector=b"", credit=credit_of(article, text.language, knowledge))
    told = [
        _statement(text, article, (f"{article.id}/{number:03d}", report, number in doubts), knowledge)
        for number, report in enumerate(reports)
    ]
    return [msgspec.structs.replace(statement, trace=trace) for statement in told]


def _doubts(article: str, reports: Sequence[GoldReport], events: Iterable[GoldEvent]) -> set[int]:
    """Return the numbers of the reports that say that something will not happen.

    An event's forecasts of one article and status come in the order of its reports; where there are fewer, they
    say it of all, or of none where they do not agree.
    """
    expected: dict[tuple[str, str], list[bool]] = {}
    for event in events:
        for one in event.forecasts:
            if one.article == article:
                expected.setdefault((event.event, one.status), []).append(one.expects == "no")
    told: dict[tuple[str, str], list[int]] = {}
    for number, report in enumerate(reports):
        told.setdefault((str(report.event), str(report.status)), []).append(number)
    found: set[int] = set()
    for key, doubted in expected.items():
        numbers = told.get(key, [])
        if len(numbers) == len(doubted):
            found.update(number for number, no in zip(numbers, doubted, strict=True) if no)
        elif all(doubted):
            found.update(numbers)
    return found


def _statement(
    text: GoldText, article: Article, numbered: tuple[str, GoldReport, bool], knowledge: Knowledge
) -> Statement:
    id, report, doubted = numbered
    status = "occurred" if report.status is UNSET else report.status
    quote = report.quote or ""
    start = max(article.text.find(quote), 0)
    visit = report.type == "CONSULT" and len(report.actors) == len(report.recipients) == 1
    read = Report(
        id=id,
        type=report.type,
        mode=("visit",) if visit else (),
        context=CONTEXTS.get(report.type, ()),
        status=status,
        negated=doubted or status in ("denied", "not_occurred"),
        actors=tuple(_party(one, knowledge) for one in report.actors),
        recipients=tuple(_party(one, knowledge) for one in report.recipients),
        place=_place(report, knowledge),
        time=_time(report),
        trigger=Trigger(start=start, end=start, text=""),
        attribution=() if report.by is UNSET else _links(report.by, knowledge),
        sentence=0,
        confidence=1.0,
    )
    return Statement(
        report=read,
        article=article.id,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        language=text.language,
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def _party(id: str, knowledge: Knowledge) -> Party:
    entity = knowledge.entity(id)
    name = entity.name if entity else id
    country = entity.country if entity else None
    return Party(
        start=0, end=0, text=name, entity=id, name=name, type=entity.type if entity else None,
        country=id if entity and entity.type == "GPE" and len(id) == 3 else country,
    )  # fmt: skip


def _links(ids: Sequence[str], knowledge: Knowledge) -> tuple[Link, ...]:
    parties = [_party(id, knowledge) for id in ids]
    return tuple(Link(start=0, end=0, name=one.name, entity=one.entity, country=one.country) for one in parties)


def _place(report: GoldReport, knowledge: Knowledge) -> Place | None:
    if report.place is UNSET or report.place is None:
        return None
    where = _party(report.place, knowledge)
    return Place(start=0, end=0, text=where.text, name=where.name, country=where.country or report.place)


def _time(report: GoldReport) -> ReportTime | None:
    first = None if report.earliest is UNSET else report.earliest
    last = None if report.latest is UNSET else report.latest
    return ReportTime(start=0, end=0, earliest=first, latest=last) if first or last else None
