"""How sure the reader is of a report: a logistic sum over named features of how it was read.

The weights are data (`packs/data/confidence.json`), fitted by `tools/calibrate.py` on annotated text and on
verdicts by hand. Without weights a report keeps the cost of its steps.
"""

from __future__ import annotations

from functools import cache
from math import exp

import msgspec

from ..packs.loader import DATA
from ..records import Party, Record, Status
from .drafts import Draft

__all__ = ["WEIGHTS", "Weights", "certainty", "features", "load_weights"]

WEIGHTS = DATA / "confidence.json"
STARTS_AT = 0.92
"""What a draft has before its steps cost anything."""
_AHEAD: frozenset[Status] = frozenset(("planned", "proposed", "conditional", "forecast"))
_HEARSAY: frozenset[Status] = frozenset(("alleged", "denied"))
_LEAST, _MOST = 0.05, 0.98
"""No report is certain, and none that was made is worth nothing."""


class Weights(Record, frozen=True, kw_only=True):
    """A logistic model: log odds by feature, and on how many reports of what it was fitted."""

    reports: int
    right: int
    fitted_on: str
    bias: float
    weights: dict[str, float]


@cache
def load_weights() -> Weights | None:
    """Return the weights that ship with the package; None where there are none."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights) if WEIGHTS.exists() else None


def features(draft: Draft) -> dict[str, float]:
    """Return the features of a draft: each is 1 where it holds, but for the cost of steps, in tenths."""
    status, frame = draft.verdict.status, draft.frame
    found = {"steps": (STARTS_AT - draft.confidence) * 10, f"type {frame.type}": 1.0}
    for role, parties in (("actor", draft.actors), ("recipient", draft.recipients)):
        for step in {_step(party) for party in parties}:
            found[f"{role} {step}"] = 1.0
        if len(parties) > 1:
            found[f"{role}s several"] = 1.0
    if not draft.recipients:
        found["recipient none"] = 1.0
    if status in _AHEAD:
        found["status ahead"] = 1.0
    elif status in _HEARSAY:
        found["status hearsay"] = 1.0
    elif status == "not_occurred":
        found["status not occurred"] = 1.0
    if len(draft.links) > 1:
        found["source through another"] = 1.0
    if draft.time is None:
        found["time none"] = 1.0
    return found


def certainty(draft: Draft, weights: Weights | None) -> float:
    """Return 0 to 1, to two places: of the reports with this figure so many are expected to be right."""
    if weights is None:
        return draft.confidence
    total = weights.bias
    for name, value in features(draft).items():
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
