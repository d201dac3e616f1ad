"""What the ledger is made of: reports with the articles they stand in, and the facts that comparing needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..records import Party, Record, Report

__all__ = ["Fact", "Interval", "Statement", "canonical", "fact_of", "numbers_of"]

FRESH_DAYS = 7
"""A deed told as news without a date lies in the days up to publication."""
_DONE = frozenset(("occurred", "ongoing", "not_occurred"))
AHEAD = frozenset(("planned", "proposed", "forecast", "conditional"))
_COURSES = frozenset(("AID", "COOPERATE"))
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Statement(Record, frozen=True, kw_only=True):
    """One report with its article. `quote` is the sentence, `start` and `end` its offsets."""

    report: Report
    article: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    quote: str = ""
    start: int = 0
    end: int = 0
    reader: str = ""


class Interval(NamedTuple):
    """Days as ordinals, inclusive; `None` is open. `from_text` is false where publication gave it."""

    first: int | None
    last: int | None
    from_text: bool

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None


class Fact(NamedTuple):
    """What two statements are compared by; everything comes from the statement itself."""

    statement: Statement
    family: str
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: dict[str, frozenset[str]]
    """Named persons by country (or by themselves, where they have none)."""
    when: Interval
    published: int | None
    status: str
    visit: bool
    words: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """All sides."""
        return self.actors | self.recipients

    @property
    def ahead(self) -> bool:
        """Whether it speaks of something to come."""
        return self.status in AHEAD


def canonical(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order that everything is decided in: publication, article, place in the text."""
    return sorted(
        statements,
        key=lambda s: (
            s.published is None,
            s.published or "",
            s.article,
            s.start,
            s.report.trigger.start,
            s.report.id,
        ),
    )


def fact_of(statement: Statement) -> Fact:
    """Return the facts of a statement."""
    report = statement.report
    published = _ordinal(statement.published)
    persons: dict[str, set[str]] = {}
    for party in (*report.actors, *report.recipients):
        if party.type == "PER" and party.entity and party.entity.startswith(("per:", "new:")):
            persons.setdefault(party.country or party.entity, set()).add(party.entity)
    return Fact(
        statement,
        _family(report),
        frozenset(_side(report.actors)),
        frozenset(_side(report.recipients)),
        {country: frozenset(ids) for country, ids in persons.items()},
        _when(report, published),
        published,
        report.status,
        "visit" in report.mode,
        frozenset(_WORD.findall(statement.quote.casefold())),
    )


def _side(parties: Iterable[Party]) -> set[str]:
    return {party.country or party.entity or f"name:{party.name}" for party in parties}


def _family(report: Report) -> str:
    """Return the family of types in which reports may speak of one event."""
    if report.type in _COURSES and "military" in report.context:
        return "arms" if report.type == "AID" or "military" in report.context[:1] else "help"
    if report.type in _COURSES:
        return "help"
    return report.type


def _when(report: Report, published: int | None) -> Interval:
    time = report.time
    if time is not None and (time.earliest or time.latest):
        return Interval(_ordinal(time.earliest), _ordinal(time.latest), True)
    if published is None:
        return Interval(None, None, False)
    if report.status in _DONE and not report.historical:
        return Interval(published - FRESH_DAYS, published, False)
    if report.status in AHEAD:
        return Interval(published, None, False)
    return Interval(None, published, False)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if day else None


def numbers_of(quote: str) -> tuple[int, ...]:
    """Return the whole numbers of a sentence, in order; years and days are among them."""
    return tuple(int(n.replace(",", "")) for n in _NUMBER.findall(quote) if n.replace(",", "").isdigit())
