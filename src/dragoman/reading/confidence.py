"""How sure the reader is of a report: a logistic sum over named features of how it was read.

The weights are data (`packs/data/confidence.json`), fitted by `tools/calibrate.py` on annotated text and on
verdicts by hand. Without weights a report keeps the cost of its steps. What is less sure than the `least` of the
weights is not reported; `dragoman read --explain` says so.
"""

from __future__ import annotations

from functools import cache
from math import exp

import msgspec

from ..packs.loader import DATA
from ..records import Party, Record, Status
from .drafts import Draft
from .line import Line, Mention

__all__ = ["WEIGHTS", "Weights", "certainty", "features", "load_weights"]

WEIGHTS = DATA / "confidence.json"
STARTS_AT = 0.92
"""What a draft has before its steps cost anything."""
_AHEAD: frozenset[Status] = frozenset(("planned", "proposed", "conditional", "forecast"))
_HEARSAY: frozenset[Status] = frozenset(("alleged", "denied"))
_LEAST, _MOST = 0.05, 0.98
"""No report is certain, and none that was made is worth nothing."""
_MANY, _MANY_WORDS, _FAR = 4, 60, 30
"""Counts beyond which more tells nothing more: of others named, of words of a line, of words between."""


class Weights(Record, frozen=True, kw_only=True):
    """A logistic model: log odds by feature, and on how many reports of what it was fitted.

    Reports under `least` are not made.
    """

    reports: int
    right: int
    fitted_on: str
    bias: float
    weights: dict[str, float]
    least: float = 0.0


@cache
def load_weights() -> Weights | None:
    """Return the weights that ship with the package; None where there are none."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights) if WEIGHTS.exists() else None


def features(draft: Draft, line: Line) -> dict[str, float]:
    """Return the features of a draft: 1 where one holds, counts as parts of what is many, costs in tenths."""
    found = {"steps": (STARTS_AT - draft.confidence) * 10}
    found |= dict.fromkeys(_kinds(draft), 1.0)
    found |= _surroundings(draft, line)
    return found


def _kinds(draft: Draft) -> set[str]:
    """Return what kind of report it is, and by which steps its parties were found."""
    status, frame = draft.verdict.status, draft.frame
    found = {f"type {frame.type}", f"frame {frame.id}"}
    for role, parties in (("actor", draft.actors), ("recipient", draft.recipients)):
        found |= {f"{role} {_step(party)}" for party in parties}
        if len(parties) > 1:
            found.add(f"{role}s several")
    if not draft.recipients:
        found |= {"recipient none", f"recipient none, type {frame.type}"}
    if status in _AHEAD:
        found.add("status ahead")
    elif status in _HEARSAY:
        found.add("status hearsay")
    elif status == "not_occurred":
        found.add("status not occurred")
    if len(draft.links) > 1:
        found.add("source through another")
    if draft.time is None:
        found.add("time none")
    if draft.hit.payload.kind == "noun":
        found.add("told by a noun")
    return found


def _surroundings(draft: Draft, line: Line) -> dict[str, float]:
    """Return what stands around a draft: others who could have been meant, and how far away its actor is."""
    acting = [mention for mention in line.mentions if mention.human and mention.parties]
    taken = {_who(party) for party in (*draft.actors, *draft.recipients)} | {link.country for link in draft.links}
    if draft.place is not None:
        taken.add(draft.place.country)
    others = {_who(party) for mention in acting for party in mention.parties} - taken - {None}
    found = {
        "words": min(len(line.tokens), _MANY_WORDS) / _MANY_WORDS,
        "verbs": min(len(line.predicates), 2 * _MANY) / (2 * _MANY),
    }
    if others:
        found |= {"others": min(len(others), _MANY) / _MANY, "others any": 1.0}
        if not draft.recipients:
            found["others any, recipient none"] = 1.0
    for role, parties in (("actor", draft.actors), ("recipient", draft.recipients)):
        if parties:
            found |= _way(role, [m for m in acting if _holds(m, parties, line)], draft.hit.head, line)
    return found


def _way(role: str, mentions: list[Mention], head: int, line: Line) -> dict[str, float]:
    """Return how far it is from a trigger to the nearest mention of a role's party, and what stands between."""
    if not mentions:
        return {f"{role} elsewhere": 1.0}
    near = min(mentions, key=lambda mention: abs(mention.first - head))
    low, high = min(near.last, head), max(near.first, head)
    between = sum(low < m.first < high and m.human and bool(m.parties) for m in line.mentions if m not in mentions)
    found = {
        f"{role} away": min(abs(near.first - head), _FAR) / _FAR,
        f"{role}, others between": min(between, _MANY) / _MANY,
    }
    if near.first > head:
        found[f"{role} behind"] = 1.0
    if line.segments[near.first] == line.segments[head]:
        found[f"{role} in the clause"] = 1.0
    return found


def _holds(mention: Mention, parties: tuple[Party, ...], line: Line) -> bool:
    start, end = line.tokens[mention.first].start, line.tokens[mention.last].end
    return any(start <= party.start < end for party in parties)


def _who(party: Party) -> str | None:
    return party.country or party.entity


def certainty(draft: Draft, line: Line, weights: Weights | None) -> float:
    """Return 0 to 1, to two places: of the reports with this figure so many are expected to be right."""
    if weights is None:
        return draft.confidence
    total = weights.bias
    for name, value in features(draft, line).items():
        total += weights.weights.get(name, 0.0) * value
    return round(min(_MOST, max(_LEAST, 1 / (1 + exp(-total)))), 2)


def _step(party: Party) -> str:
    """Return by which kind of step a party was found."""
    how = party.how
    if "looked back" in how:
        return "looked back"
    if "pronoun" in how or "reflexive" in how:
        return "pronoun"
    if "group" in how or "without" in how:
        return "group"
    if "country" in how or "place" in how:
        return "by place"
    if "nationality" in how:
        return "nationality"
    return "named" if party.entity else "unlisted"
