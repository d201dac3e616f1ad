"""Builds the ledger: statements to clusters to events, with parts of wholes, in the order of the contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..records import Event, Record
from .cluster import cluster, united
from .events import Family, event_of
from .parts import wholes_of
from .statements import Judgement, Statement, canonical, fact_of

__all__ = ["Ledger", "build_ledger"]


class Ledger(Record, frozen=True, kw_only=True):
    """Events by earliest date (unknown last), then id; and the event that holds each report.

    `clusters` says the same before a person's word: the first placed report of what was found to be one event.
    """

    events: tuple[Event, ...]
    aliases: dict[str, str]
    clusters: dict[str, str]


def build_ledger(statements: Iterable[Statement], judgements: Iterable[Judgement] = ()) -> Ledger:
    """Return the ledger of some statements, the same for any order of them.

    `judgements` are a person's: rejected reports are left out, and what was joined or parted stays so.
    """
    judged = sorted(judgements, key=lambda one: (one.kind, one.report, one.other))
    rejected = {one.report for one in judged if one.kind == "reject"}
    facts = [fact_of(one) for one in canonical(statements) if one.report.id not in rejected]
    order = {fact: number for number, fact in enumerate(facts)}
    found = cluster(facts, judged)
    clusters = {fact.id: group[0].id for group in found for fact in group}
    joined = united(found, [one for one in judged if one.kind == "same"])
    groups = [sorted(group, key=order.__getitem__) for group in joined]
    groups.sort(key=lambda group: order[group[0]])
    wholes = wholes_of(groups)
    parts: dict[int, list[int]] = defaultdict(list)
    for part, whole in wholes.items():
        parts[whole].append(part)
    events: list[Event] = []
    aliases: dict[str, str] = {}
    for number, group in enumerate(groups):
        members = group
        if number in parts:
            members = sorted([*group, *(f for one in parts[number] for f in groups[one])], key=order.__getitem__)
        holder = tuple(groups[wholes[number]]) if number in wholes else ()
        events.append(event_of(Family(tuple(group), tuple(members), holder)))
        for fact in group:
            aliases[fact.id] = events[-1].id
    events.sort(key=lambda event: (event.earliest is None, event.earliest or "", event.id))
    return Ledger(events=tuple(events), aliases=aliases, clusters=clusters)
