"""Where accounts of one event contradict each other: dates, places, numbers, actors, denials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ..records import Conflict, Event, Evidence, Reading, Record
from .dates import STAY
from .figures import at_night
from .history import denials_of
from .statements import DONE, Fact
from .tolls import number_conflicts

__all__ = ["LedgerConflict", "conflicts", "disputes_of"]

_SHORT = 3
"""Days that a date may span to contradict another one."""


class LedgerConflict(Record, frozen=True, kw_only=True):
    """A contradiction inside one event (`event`) or inside one article (`article`)."""

    event: str | None = None
    article: str | None = None
    kind: str
    detail: str
    evidence: tuple[Evidence, ...] = ()


def disputes_of(facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Return the contradictions among the facts of one event."""
    found = [*_dates(facts), *_places(facts), *number_conflicts(facts), *_actors(facts), *_denials(facts)]
    return tuple(found)


def _dates(facts: Sequence[Fact]) -> Iterable[Conflict]:
    """Two days of one deed that no account spans; of a visit, which has stops, days far apart.

    A night has two dates, and which one it is given is no contradiction.
    """
    by_day: dict[tuple[int, int], list[str]] = {}
    for fact in facts:
        first, last, from_text = fact.when
        if from_text and first is not None and last is not None and last - first < _SHORT and _is_deed(fact):
            by_day.setdefault((first, last), []).append(fact.id)
    days = sorted(by_day)
    nights = [f for f in facts if at_night(f.statement.quote, f.statement.language)] if len(days) > 1 else []
    slack = STAY if facts[0].visit else 0
    for number, one in enumerate(days):
        for other in days[number + 1 :]:
            spanned = any(d[0] <= one[0] and other[1] <= d[1] for d in days if d not in (one, other))
            night = other[0] - one[1] == 1 and any(fact.id in by_day[one] + by_day[other] for fact in nights)
            if one[1] + slack < other[0] and not spanned and not night:
                detail = f"{_told(one)} or {_told(other)}"
                yield Conflict(kind="date", detail=detail, reports=(*by_day[one], *by_day[other]))
                return


def _is_deed(fact: Fact) -> bool:
    """Whether something is told or claimed to have happened, or that claim denied: not what never came."""
    return not fact.ahead and fact.status != "not_occurred"


def _told(days: tuple[int, int]) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"


def _places(facts: Sequence[Fact]) -> Iterable[Conflict]:
    """Two countries of one deed; deliveries are sent from one, and used in another."""
    first: dict[str, tuple[str, str]] = {}
    for fact in facts if facts[0].family != "arms" else ():
        place = fact.statement.report.place
        if place is not None and place.country and _is_deed(fact):
            first.setdefault(place.country, (place.name or place.country, fact.id))
    if len(first) > 1:
        names, ids = zip(*first.values(), strict=True)
        yield Conflict(kind="place", detail=" or ".join(sorted(names)), reports=ids)


def _actors(facts: Sequence[Fact]) -> Iterable[Conflict]:
    """A visit that its own host pays, and an attack that is laid at two doors."""
    odd = [f for f in facts if f.to_oneself]
    usual = [f for f in facts if f.visit and not f.to_oneself]
    if odd and usual:
        a, b = odd[0].statement.report, usual[0].statement.report
        names = [", ".join(p.name or p.text for p in r.actors) for r in (b, a)]
        yield Conflict(kind="actor", detail=f"visitor: {names[0]} or {names[1]}", reports=(b.id, a.id))
    blamed = [f for f in facts if f.family == "ASSAULT" and f.actors and f.status in ("alleged", *DONE)]
    if any(f.claim for f in blamed):
        doors = list(dict.fromkeys(f.actors for f in blamed))
        two = next(((a, b) for n, b in enumerate(doors) for a in doors[:n] if not a & b), None)
        if two is not None:
            first, other = (next(f for f in blamed if f.actors == one) for one in two)
            names = [
                ", ".join(sorted(p.name or p.text for p in f.statement.report.actors)) for f in (first, other)
            ]
            sides = [f.id for f in blamed if f.actors <= first.actors or f.actors <= other.actors]
            yield Conflict(kind="actor", detail=f"by {names[0]} or {names[1]}", reports=tuple(sides))


def _denials(facts: Sequence[Fact]) -> Iterable[Conflict]:
    """What is claimed, told or announced by some and denied by others; a denial older than the deed is none."""
    denied = denials_of(facts)
    claimed = [f for f in facts if f.status in ("alleged", *DONE)]
    denied += [f for f in claimed if f.denied_by]
    if not claimed:
        claimed = [f for f in facts if f.status in ("planned", "proposed", "forecast")]
    if claimed and denied:
        who = sorted({name for f in denied for name in _names(f)})
        ids = tuple(dict.fromkeys(f.id for f in (*claimed, *denied)))
        yield Conflict(kind="denial", detail=f"denied by {', '.join(who)}" if who else "denied", reports=ids)


def _names(fact: Fact) -> list[str]:
    if fact.denied_by:
        return [*fact.denied_by]
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
