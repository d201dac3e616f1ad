"""Why the reports of an event are one event: each beside the earlier one that it fits best, feature by feature."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Record
from .compare import compare
from .levels import Feature
from .statements import Fact, Statement, canonical, fact_of

__all__ = ["Finding", "Reason", "reasons_of"]


class Finding(Record, frozen=True, kw_only=True):
    """What one feature found: its level in words, and what that adds to the score."""

    feature: str
    level: str
    adds: float


class Reason(Record, frozen=True, kw_only=True):
    """Why a report stands in its event: `other` is the earlier report it fits best.

    `score` is None where it is different from all of them by itself, and a person or a third report joined them.
    """

    report: str
    other: str
    score: float | None
    findings: tuple[Finding, ...]


def reasons_of(statements: Iterable[Statement]) -> list[Reason]:
    """Return the reasons of the reports of one event, in canonical order, but for the founding one."""
    facts = [fact_of(one) for one in canonical(statements)]
    return [_reason(fact, facts[:number]) for number, fact in enumerate(facts) if number]


def _reason(fact: Fact, earlier: list[Fact]) -> Reason:
    found = []
    for other in earlier:
        if other.family != fact.family:
            continue
        compared = compare(other, fact)
        apart = compared.features[-1].different
        found.append((not apart, compared.score, other.id, compared.features))
    if not found:
        return Reason(report=fact.id, other=earlier[0].id, score=None, findings=())
    fits, score, other_id, features = max(found, key=lambda one: one[:2])
    return Reason(
        report=fact.id,
        other=other_id,
        score=score if fits else None,
        findings=tuple(_finding(one) for one in features if one.weight or one.different),
    )


def _finding(feature: Feature) -> Finding:
    return Finding(feature=feature.name, level=feature.level, adds=feature.weight)
