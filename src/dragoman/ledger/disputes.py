"""Where accounts of one event contradict each other: dates, places, numbers, actors, denials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from ..records import Conflict, Event, Evidence, Reading, Record
from .statements import Fact, numbers_of

__all__ = ["LedgerConflict", "conflicts", "disputes_of"]

_SHORT = 3
"""Days that a date may span to contradict another one."""
_YEARS = range(1900, 2101)


class LedgerConflict(Record, frozen=True, kw_only=True):
    """A contradiction inside one event (`event`) or inside one article (`article`)."""

    event: str | None = None
    article: str | None = None
    kind: str
    detail: str
    evidence: tuple[Evidence, ...] = ()


def disputes_of(facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Return the contradictions among the facts of one event."""
    found = [*_dates(facts), *_places(facts), *_numbers(facts), *_actors(facts), *_denials(facts)]
    return tuple(found)


def _dates(facts: Sequence[Fact]) -> Iterable[Conflict]:
    by_day: dict[tuple[int, int], list[str]] = {}
    for fact in facts:
        first, last, from_text = fact.when
        if from_text and first is not None and last is not None and last - first < _SHORT and not fact.ahead:
            by_day.setdefault((first, last), []).append(fact.statement.report.id)
    days = sorted(by_day)
    apart = [(one, other) for one in days for other in days if one[1] < other[0]]
    singles = [pair for pair in apart if pair[0][0] == pair[0][1] and pair[1][0] == pair[1][1]]
    if singles and not any(one <= pair[0][0] and pair[1][1] <= other for one, other in days for pair in singles):
        (one, other) = singles[0]
        detail = f"{date.fromordinal(one[0])} or {date.fromordinal(other[0])}"
        yield Conflict(kind="date", detail=detail, reports=(*by_day[one], *by_day[other]))


def _places(facts: Sequence[Fact]) -> Iterable[Conflict]:
    by_country: dict[str, list[Fact]] = {}
    for fact in facts:
        place = fact.statement.report.place
        if place is not None and place.country and not fact.ahead:
            by_country.setdefault(place.country, []).append(fact)
    if len(by_country) > 1:
        names = sorted({f.statement.report.place.name or "?" for fs in by_country.values() for f in fs[:1]
                        if f.statement.report.place})  # fmt: skip
        ids = tuple(fs[0].statement.report.id for fs in by_country.values())
        yield Conflict(kind="place", detail=" or ".join(names), reports=ids)


def _numbers(facts: Sequence[Fact]) -> Iterable[Conflict]:
    """Figures that differ in otherwise like sentences of one day: each side must have just one candidate."""
    told: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.family not in ("ASSAULT", "COERCE", "PROTEST", "RETREAT", "help") or fact.ahead:
            continue
        figures = [n for n in numbers_of(fact.statement.quote) if n > 2 and n not in _YEARS]
        if len(figures) == 1:
            told.setdefault(figures[0], []).append(fact)
    values = sorted(told)
    for one, other in pairwise(values):
        a, b = told[one][0], told[other][0]
        same_day = a.published == b.published or a.published is None or b.published is None
        if same_day and a.statement.article != b.statement.article:
            ids = (a.statement.report.id, b.statement.report.id)
            yield Conflict(kind="number", detail=f"{one} or {other}", reports=ids)


def _actors(facts: Sequence[Fact]) -> Iterable[Conflict]:
    odd = [f for f in facts if f.visit and f.actors == f.recipients]
    usual = [f for f in facts if f.visit and f.actors != f.recipients]
    if odd and usual:
        a, b = odd[0].statement.report, usual[0].statement.report
        names = [", ".join(p.name or p.text for p in r.actors) for r in (b, a)]
        yield Conflict(kind="actor", detail=f"visitor: {names[0]} or {names[1]}", reports=(b.id, a.id))


def _denials(facts: Sequence[Fact]) -> Iterable[Conflict]:
    claimed = [f for f in facts if f.status in ("alleged", "occurred", "ongoing")]
    denied = [f for f in facts if f.status == "denied"]
    if claimed and denied:
        who = sorted({name for f in denied for name in _names(f)})
        ids = tuple(f.statement.report.id for f in (*claimed, *denied))
        yield Conflict(kind="denial", detail=f"denied by {', '.join(who)}" if who else "denied", reports=ids)


def _names(fact: Fact) -> list[str]:
    links = [link.name for link in fact.statement.report.attribution if link.name]
    return links or [p.name for p in fact.statement.report.actors if p.name]


def conflicts(events: Sequence[Event], readings: Iterable[Any] = ()) -> list[LedgerConflict]:
    """Return all contradictions: those inside events, with their evidence, then those inside single articles."""
    found: list[LedgerConflict] = []
    for event in events:
        by_report = {one.report: one for one in event.evidence}
        for conflict in event.conflicts:
            evidence = tuple(by_report[r] for r in conflict.reports if r in by_report)
            found.append(
                LedgerConflict(event=event.id, kind=conflict.kind, detail=conflict.detail, evidence=evidence)
            )
    for reading in readings:
        found.extend(_inside(reading))
    return found


def _inside(reading: Reading) -> Iterable[LedgerConflict]:
    article = reading.id if isinstance(reading.id, str) else None
    for warning in reading.warnings:
        sentence = next((s for s in reading.sentences if s.start <= warning.start < s.end), None)
        quote = (
            reading.text[sentence.start : sentence.end] if sentence else reading.text[warning.start : warning.end]
        )
        start, end = (sentence.start, sentence.end) if sentence else (warning.start, warning.end)
        quote = reading.text[start:end]
        evidence = Evidence(
            report="", article=article or "", outlet=reading.outlet, published=reading.published,
            language=reading.language, quote=quote, start=start, end=end,
        )  # fmt: skip
        yield LedgerConflict(article=article, kind=warning.kind, detail=warning.detail, evidence=(evidence,))
