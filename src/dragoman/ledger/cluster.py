"""Clusters statements into events: in canonical order, dated deeds first, never against a "different".

A statement joins the cluster that it fits best on average, if it is different from none of its members; so no
bridge article chains two events. The result does not depend on the order of arrival.
"""

from __future__ import annotations

from collections import defaultdict

from .compare import SAME, compare
from .statements import Fact

__all__ = ["cluster"]

_WITNESSES = 24
"""Members of a cluster that a statement is compared with: the founding ones and those that differ most."""


class _Cluster:
    def __init__(self, fact: Fact) -> None:
        self.members = [fact]
        self.witnesses = [fact]
        self._signatures = {_signature(fact)}

    def add(self, fact: Fact) -> None:
        self.members.append(fact)
        signature = _signature(fact)
        if signature not in self._signatures and len(self.witnesses) < _WITNESSES:
            self._signatures.add(signature)
            self.witnesses.append(fact)

    def first_day(self) -> int:
        """Return the day on which the deed was done, or a far one."""
        days = [m.when.last for m in self.members if not m.ahead and m.when.last is not None]
        return min(days, default=10**7)


def cluster(facts: list[Fact]) -> list[list[Fact]]:
    """Return groups of facts (in canonical order) that are one event each."""
    clusters: list[_Cluster] = []
    by_party: dict[tuple[str, str], list[_Cluster]] = defaultdict(list)
    for rank in range(3):
        for fact in facts:
            if _rank(fact) == rank:
                _place(fact, clusters, by_party)
    return [one.members for one in clusters]


def _rank(fact: Fact) -> int:
    """Deeds dated by the text come first, then deeds dated by publication, then all that lies ahead."""
    if fact.ahead or fact.published is None:
        return 2
    return 0 if fact.when.from_text and fact.when.bounded else 1


def _place(fact: Fact, clusters: list[_Cluster], by_party: dict[tuple[str, str], list[_Cluster]]) -> None:
    candidates: dict[int, _Cluster] = {}
    for party in fact.parties:
        for one in by_party[fact.family, party]:
            candidates[id(one)] = one
    scored = []
    for order, one in enumerate(candidates.values()):
        score = _score(fact, one)
        if score >= SAME:
            scored.append((score, one, order))
    chosen = _choose(fact, scored)
    if chosen is None:
        chosen = _Cluster(fact)
        clusters.append(chosen)
    else:
        chosen.add(fact)
    for party in fact.parties:
        if not any(one is chosen for one in by_party[fact.family, party]):
            by_party[fact.family, party].append(chosen)


def _score(fact: Fact, one: _Cluster) -> float:
    total = 0.0
    for member in one.witnesses:
        result = compare(fact, member)
        if result.verdict == "different" and any(feature.different for feature in result.features):
            return 0.0
        total += result.score
    return total / len(one.witnesses)


def _choose(fact: Fact, scored: list[tuple[float, _Cluster, int]]) -> _Cluster | None:
    if not scored:
        return None
    if fact.ahead and not fact.when.from_text:
        # An announcement without a date means the next such event, not the best-told one.
        return min(scored, key=lambda item: (item[1].first_day(), -item[0], item[2]))[1]
    if fact.published is None and not fact.when.from_text and len(scored) > 1:
        best, second = sorted((score for score, _, _ in scored), reverse=True)[:2]
        if best - second < 0.05:
            return None
    return max(scored, key=lambda item: (item[0], -item[2]))[1]


def _signature(fact: Fact) -> tuple[object, ...]:
    return (
        fact.status, fact.actors, fact.recipients, tuple(sorted(fact.persons.items(), key=lambda p: p[0])),
        fact.when, fact.visit, fact.statement.report.place and fact.statement.report.place.name,
    )  # fmt: skip
