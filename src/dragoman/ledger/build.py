"""Builds the ledger: statements to clusters to events, with parts of wholes, in the order of the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from ..records import Event, EventParty, EventPlace, Evidence, Party, Record, Report
from .cluster import cluster
from .disputes import disputes_of
from .history import history_of, said_by, status_of
from .origins import count_origins
from .statements import Fact, Statement, canonical, fact_of

__all__ = ["Ledger", "build_ledger"]

_RANK = {"occurred": 0, "ongoing": 1, "alleged": 2, "planned": 3, "proposed": 4, "conditional": 5}


class Ledger(Record, frozen=True, kw_only=True):
    """Events by earliest date (unknown last), then id; and the event that holds each report."""

    events: tuple[Event, ...]
    aliases: dict[str, str]


def build_ledger(statements: Iterable[Statement]) -> Ledger:
    """Return the ledger of some statements, the same for any order of them."""
    facts = [fact_of(statement) for statement in canonical(statements)]
    order = {id(fact): number for number, fact in enumerate(facts)}
    groups = [sorted(group, key=lambda f: order[id(f)]) for group in cluster(facts)]
    groups.sort(key=lambda group: order[id(group[0])])
    wholes = _wholes(groups)
    events: list[Event] = []
    aliases: dict[str, str] = {}
    for number, group in enumerate(groups):
        parts = [part for part, whole in wholes.items() if whole == number]
        members = sorted([f for n in (number, *parts) for f in groups[n]], key=lambda f: order[id(f)])
        whole_id = _event_id(groups[wholes[number]]) if number in wholes else None
        events.append(_event(group, members, whole_id))
        for fact in group:
            aliases[fact.statement.report.id] = events[-1].id
    events.sort(key=lambda event: (event.earliest is None, event.earliest or "", event.id))
    return Ledger(events=tuple(events), aliases=aliases)


def _event_id(group: Sequence[Fact]) -> str:
    """Return the id of an event: that of its founding report."""
    return group[0].statement.report.id


def _wholes(groups: Sequence[Sequence[Fact]]) -> dict[int, int]:
    """Return which groups are parts of which: a meeting of the same parties within the days of a visit."""
    visits = [
        (number, group)
        for number, group in enumerate(groups)
        if group[0].family == "CONSULT" and any(f.visit and not f.ahead for f in group)
    ]
    found: dict[int, int] = {}
    for number, group in enumerate(groups):
        if group[0].family != "CONSULT" or any(f.visit for f in group) or all(f.ahead for f in group):
            continue
        for whole, visit in visits:
            if group[0].parties == visit[0].parties and _inside(group, visit) and _visitor_fits(group, visit):
                found[number] = whole
                break
    return found


def _inside(group: Sequence[Fact], visit: Sequence[Fact]) -> bool:
    part, whole = _span(group), _span(visit)
    if part is None or whole is None:
        return False
    return whole[0] - 1 <= part[0] and part[1] <= whole[1] + 1 and part[1] - part[0] <= 8


def _visitor_fits(group: Sequence[Fact], visit: Sequence[Fact]) -> bool:
    """Whether the visitor himself (or nobody by name) sits in the meeting."""
    for country in visit[0].actors:
        came = {p for f in visit for p in f.persons.get(country, ())}
        sat = {p for f in group for p in f.persons.get(country, ())}
        if came and sat and not came & sat:
            return False
    return True


def _span(group: Sequence[Fact]) -> tuple[int, int] | None:
    """Return the days of an event: where text-dated deeds overlap, else what the best of them says."""
    dated = [f for f in group if f.when.bounded and f.when.from_text and not f.ahead]
    dated = dated or [f for f in group if f.when.bounded and f.when.from_text]
    dated = dated or [f for f in group if f.when.bounded]
    if not dated:
        return None
    shortest = min(_length(f) for f in dated)
    exact = [f for f in dated if _length(f) <= max(shortest, 3 if group[0].visit else shortest)]
    counts = Counter((f.when.first, f.when.last) for f in exact)
    best = max(counts.items(), key=lambda item: (item[1], -(item[0][0] or 0)))[0]
    first, last = best
    assert first is not None and last is not None
    if all(not f.when.from_text for f in dated):
        first = max(f.when.first or first for f in dated if (f.when.first or 0) <= last)
        last = min(f.when.last or last for f in dated if (f.when.last or 0) >= first)
    return first, last


def _length(fact: Fact) -> int:
    assert fact.when.first is not None and fact.when.last is not None
    return fact.when.last - fact.when.first + 1


def _event(group: Sequence[Fact], members: Sequence[Fact], part_of: str | None) -> Event:
    best = min(group, key=_placing)
    report = best.statement.report
    earliest, latest, dated = _dates(group)
    status = status_of(members)
    return Event(
        id=_event_id(group),
        type=report.type,
        mode=report.mode,
        context=tuple(dict.fromkeys(c for f in group for c in f.statement.report.context)),
        plover=report.plover,
        quad=report.quad,
        score=report.score,
        status=status,
        actors=_parties(group, best, "actors"),
        recipients=_parties(group, best, "recipients"),
        place=_place(group),
        earliest=earliest,
        latest=latest,
        dated=dated,
        part_of=part_of,
        gloss=_gloss(report, status),
        reports=len(members),
        articles=len({f.statement.article for f in members}),
        independent=count_origins(members),
        languages=tuple(sorted({f.statement.language for f in members if f.statement.language})),
        history=history_of(members),
        conflicts=disputes_of(members),
        evidence=tuple(_evidence(f) for f in members),
    )


def _placing(fact: Fact) -> tuple[object, ...]:
    """Rank accounts: deeds before plans, dated before undated, persons before states, the surer first."""
    report = fact.statement.report
    odd = fact.visit and fact.actors == fact.recipients
    return (
        odd, _RANK.get(fact.status, 6), not (fact.when.from_text and fact.when.bounded), not fact.visit,
        -len(fact.persons), -report.confidence, report.id,
    )  # fmt: skip


def _dates(group: Sequence[Fact]) -> tuple[str | None, str | None, Literal["text", "publication", "none"]]:
    span = _span(group)
    if span is not None:
        from_text = any(f.when.from_text for f in group if f.when.bounded)
        return date.fromordinal(span[0]).isoformat(), date.fromordinal(span[1]).isoformat(), (
            "text" if from_text else "publication"
        )  # fmt: skip
    for fact in group:
        if fact.when.from_text:
            first, last = fact.when.first, fact.when.last
            return _iso(first), _iso(last), "text"
    return None, None, "none"


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None


def _parties(group: Sequence[Fact], best: Fact, side: str) -> tuple[EventParty, ...]:
    """Return one side as the best account has it, with persons where others name them for the same state."""
    found: list[EventParty] = []
    for party in getattr(best.statement.report, side):
        person = party if party.type == "PER" and party.entity else _person(group, party, side)
        chosen = person or party
        entry = EventParty(entity=chosen.entity or chosen.country, name=chosen.name, country=chosen.country)
        if entry not in found:
            found.append(entry)
    return tuple(found)


def _person(group: Sequence[Fact], party: Party, side: str) -> Party | None:
    if party.type == "PER" or not party.country:
        return None
    if group[0].family != "CONSULT" or side == "recipients":
        return None
    named = [
        other
        for fact in group
        for other in getattr(fact.statement.report, side)
        if other.type == "PER" and other.entity and other.country == party.country
        and other.entity.startswith("per:")
    ]  # fmt: skip
    counts = Counter(other.entity for other in named)
    if len(counts) != 1:
        return None
    chosen: Party = named[0]
    return chosen


def _place(group: Sequence[Fact]) -> EventPlace | None:
    """Return the place that most accounts of the deed give; a town is better than its state."""
    places = [f.statement.report.place for f in group if f.statement.report.place and not f.ahead]
    places = places or [f.statement.report.place for f in group if f.statement.report.place]
    if not places:
        return None
    counts = Counter((p.lat is not None, p.name, p.country, p.lat, p.lon) for p in places if p is not None)
    best = max(counts.items(), key=lambda item: (item[0][0], item[1], item[0][1] or ""))[0]
    return EventPlace(name=best[1], country=best[2], lat=best[3], lon=best[4])


def _gloss(report: Report, status: str) -> str:
    plain = report.gloss.rsplit(" (", 1)[0] if report.gloss.endswith(")") else report.gloss
    return plain if status in ("occurred", "ongoing") else f"{plain} ({status.replace('_', ' ')})"


def _evidence(fact: Fact) -> Evidence:
    statement = fact.statement
    return Evidence(
        report=statement.report.id,
        article=statement.article,
        outlet=statement.outlet,
        url=statement.url,
        published=statement.published,
        language=statement.language,
        quote=statement.quote,
        start=statement.start,
        end=statement.end,
        status=fact.status,
        attribution=tuple(said_by(fact)) if statement.report.attribution else (),
    )
