"""Makes an event out of the facts that tell it: its fields are what most and best-placed accounts say."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..packs.frames import score_of
from ..records import Event, EventParty, EventPlace, Evidence, Party, Report
from .bodies import side_of
from .dates import EXACT_DAYS
from .disputes import disputes_of
from .history import history_of, status_of
from .origins import origins_of
from .spans import Span, begun, iso, span_of
from .statements import DONE, Fact

__all__ = ["Family", "event_of"]

_RANK = {"occurred": 0, "ongoing": 1, "alleged": 2, "planned": 3, "proposed": 4, "conditional": 5}
_SUPPORT = 3
"""One in so many accounts must name a party that the best account leaves out."""
_STATUS_WORDS = {"ongoing": "under way", "not_occurred": "did not happen"}


class Family(NamedTuple):
    """The facts of an event: its own, those with the facts of its parts, and of the whole that it is part of."""

    own: tuple[Fact, ...]
    all: tuple[Fact, ...]
    whole: tuple[Fact, ...] = ()


def event_of(facts: Family) -> Event:
    """Return the event that some facts (in canonical order) tell."""
    own, members = facts.own, facts.all
    best = min(own, key=_placing)
    report = best.statement.report
    mode = _mode(own, best)
    span = _span(facts)
    # A denial within one meeting does not make the visit disputed; of a course of deliveries it does.
    parts = set(members) - set(own)
    origins = origins_of(members)
    status = status_of([f for f in members if f not in parts or f.status in DONE or f.family == "arms"])
    return Event(
        id=own[0].id,
        type=report.type,
        mode=mode,
        context=tuple(dict.fromkeys(c for f in own for c in f.statement.report.context)),
        plover=report.plover,
        quad=report.quad,
        score=score_of(report.type, mode),
        status=status,
        actors=_parties(facts, best, "actors"),
        recipients=_parties(facts, best, "recipients"),
        place=_place(own),
        earliest=iso(span.first),
        latest=iso(span.last),
        dated=span.dated,
        part_of=facts.whole[0].id if facts.whole else None,
        gloss=_gloss(report, status),
        reports=len(members),
        articles=len({f.statement.article for f in members}),
        independent=len(origins),
        languages=tuple(sorted({f.statement.language for f in members if f.statement.language})),
        history=history_of(members),
        conflicts=disputes_of(members if own[0].family == "arms" else own),
        evidence=tuple(_evidence(f) for f in members),
        origins=origins,
    )


def _span(facts: Family) -> Span:
    """Return the days of an event: at least those of its parts; of a part that has none, those of its whole."""
    span = span_of(facts.own)
    if len(facts.all) > len(facts.own):
        own = set(facts.own)
        parts = span_of([f for f in facts.all if f not in own])
        if parts.dated == "text" and parts.known:
            if span.dated != "text" or not span.known or span.days > EXACT_DAYS:
                return parts
            days = (span.first or 0, span.last or 0, parts.first or 0, parts.last or 0)
            span = Span(min(days), max(days), "text")
    if facts.whole and span.dated == "publication":
        whole = begun(span_of(facts.whole), [*facts.whole, *facts.all])
        if whole.known:
            shared = max(span.first or 0, whole.first or 0), min(span.last or 0, whole.last or 0)
            return Span(*shared, "publication") if shared[0] <= shared[1] else whole
    return begun(span, facts.all) if facts.own[0].visit else span


def _placing(fact: Fact) -> tuple[object, ...]:
    """Rank accounts: deeds before plans, dated before undated, persons before states, the surer first."""
    return (
        fact.to_oneself,
        _RANK.get(fact.status, 6),
        not (fact.when.from_text and fact.when.bounded),
        -len(fact.persons),
        -len(fact.parties),
        -fact.statement.report.confidence,
        fact.id,
    )


def _mode(own: tuple[Fact, ...], best: Fact) -> tuple[str, ...]:
    """Return the mode that most accounts of the best one's type give, as the best has it where they tie."""
    modes = [f.statement.report.mode for f in own if f.statement.report.type == best.statement.report.type]
    counts = Counter(mode for mode in modes if mode)
    if not counts:
        return ()
    first = best.statement.report.mode
    return max(counts, key=lambda mode: (counts[mode], mode == first, mode))


def _parties(facts: Family, best: Fact, side: str) -> tuple[EventParty, ...]:
    """Return one side as the best account has it, with what others add.

    A person stands for his state where accounts name one for it; a party that the best account leaves out is
    added where enough others name it on this side.
    """
    report = best.statement.report
    found: list[EventParty] = []
    for party in (*getattr(report, side), *_added(facts.own, best, side)):
        chosen = party
        if party.type != "PER" and party.country and facts.own[0].family == "CONSULT":
            chosen = _person(facts.all, party, side == "recipients" and facts.own[0].visit) or party
        entry = EventParty(entity=chosen.entity or chosen.country, name=chosen.name, country=chosen.country)
        if entry not in found:
            found.append(entry)
    return tuple(found)


def _added(own: tuple[Fact, ...], best: Fact, side: str) -> list[Party]:
    told = [f for f in own if f.status == best.status and not f.to_oneself]
    counts: Counter[str] = Counter()
    first: dict[str, Party] = {}
    for fact in told:
        for party in getattr(fact.statement.report, side):
            key = side_of(party)
            if key and key not in best.parties and key not in first:
                first[key] = party
            if key in first:
                counts[key] += 1
    return [first[key] for key in sorted(first) if counts[key] * _SUPPORT >= len(told)]


def _person(members: tuple[Fact, ...], party: Party, host: bool) -> Party | None:
    """Return the person whom most accounts name for a state; of a host nobody, since a state is visited."""
    if host:
        return None
    named = [
        other
        for fact in members
        for other in (*fact.statement.report.actors, *fact.statement.report.recipients)
        if other.type == "PER"
        and other.country == party.country
        and other.entity
        and other.entity.startswith("per:")
        and not fact.to_oneself
    ]
    counts = Counter(other.entity for other in named).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return next(other for other in named if other.entity == counts[0][0])


def _place(own: tuple[Fact, ...]) -> EventPlace | None:
    """Return the place that most accounts of the deed give; a town is better than its state."""
    deeds = [f.statement.report.place for f in own if f.statement.report.place and not f.ahead]
    places = deeds or [f.statement.report.place for f in own if f.statement.report.place]
    counts = Counter((p.lat is not None, p.name, p.country, p.lat, p.lon) for p in places if p is not None)
    if not counts:
        return None
    best = max(counts.items(), key=lambda item: (item[0][0], item[1], item[0][1] or "", item[0][2] or ""))[0]
    return EventPlace(name=best[1], country=best[2], lat=best[3], lon=best[4])


def _gloss(report: Report, status: str) -> str:
    if report.status == status:
        return report.gloss
    told = report.gloss.endswith(")") and report.status != "occurred"
    plain = report.gloss.rpartition(" (")[0] if told else report.gloss
    if status == "occurred" or not plain:
        return plain
    return f"{plain} ({_STATUS_WORDS.get(status, status)})"


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
        attribution=tuple(link.name for link in statement.report.attribution if link.name),
    )
