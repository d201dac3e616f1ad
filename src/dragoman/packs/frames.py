"""The frames that triggers of all languages share: `frames.yaml`, typed and checked."""

from __future__ import annotations

from typing import Literal

from .schema import Strict

__all__ = ["QUADS", "Frame", "FrameRole", "quad_of", "score_of"]

FrameRole = Literal[
    "subject", "object", "owner", "of", "companion", "against", "toward", "goal", "place", "source",
    "beneficiary", "between", "about", "target", "into", "owner-of-object", "speaker",
]  # fmt: skip


class Frame(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a trigger means: its code, who may fill its roles, and how it is told in English."""

    id: str
    type: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    actor: tuple[FrameRole, ...] = ("subject", "owner")
    recipient: tuple[FrameRole, ...] = ()
    needs: tuple[Literal["recipient", "other", "actor"], ...] = ()
    both: bool = False
    foreign: bool = False
    ground: bool = False
    human: bool = False
    official: bool = False
    person: bool = False
    people: bool = False
    own: bool = False
    base: Literal["proposed", "planned"] | None = None
    disabled: bool = False
    """Its precision, measured on text that it was not written from, is too low: it makes no report."""
    cancels: bool = False
    negated: str | None = None
    """The frame that not doing it is ("did not agree" refuses)."""
    joint: str | None = None
    """The frame that several states doing it together is (exercises of two armies are joint exercises)."""
    also: str | None = None
    """The frame that the same words tell as well (a sentence of prison also locks up)."""
    result: bool = False
    """It tells what another act of its type brought about ("killing five"), and is no report beside that."""
    content: Literal["alleged", "denied"] | None = None
    answers: bool = False
    """It speaks of an act told before, whose actor is its recipient where its own clause names none."""
    authority: bool = False
    """Done by a state's police or court: a passive without agent has the state of its place as actor."""
    gloss: str


QUADS: dict[str, tuple[str, float]] = {
    "AGREE": ("verbal cooperation", 2.5),
    "CONSULT": ("verbal cooperation", 2.5),
    "SUPPORT": ("verbal cooperation", 5.0),
    "CONCEDE": ("verbal cooperation", 4.5),
    "COOPERATE": ("material cooperation", 9.5),
    "AID": ("material cooperation", 10.0),
    "RETREAT": ("material cooperation", 6.5),
    "REQUEST": ("verbal conflict", 0.0),
    "ACCUSE": ("verbal conflict", -3.0),
    "REJECT": ("verbal conflict", -2.0),
    "THREATEN": ("verbal conflict", -3.5),
    "PROTEST": ("material conflict", -5.0),
    "SANCTION": ("material conflict", -6.0),
    "MOBILIZE": ("material conflict", -5.5),
    "COERCE": ("material conflict", -7.0),
    "ASSAULT": ("material conflict", -9.0),
}
"""PLOVER's sixteen types: quad class and score (-10 conflict to +10 cooperation)."""

_MODES: dict[tuple[str, str], float] = {
    ("CONSULT", "visit"): 4, ("CONSULT", "third-party"): 1, ("CONSULT", "multilateral"): 4,
    ("CONSULT", "phone"): 1.5, ("RETREAT", "withdraw"): 8, ("RETREAT", "release"): 6.5,
    ("RETREAT", "disarm"): 10, ("RETREAT", "ceasefire"): 7.5, ("RETREAT", "access"): 6.5,
    ("RETREAT", "resign"): 4.5, ("REQUEST", "assist"): 0.5, ("REQUEST", "change"): -1,
    ("REQUEST", "yield"): -1, ("REQUEST", "meet"): 0, ("ACCUSE", "disapprove"): -2,
    ("ACCUSE", "investigate"): -3.5, ("ACCUSE", "allege"): -3.5, ("REJECT", "assist"): -1.5,
    ("REJECT", "change"): -2, ("REJECT", "yield"): -2, ("REJECT", "meet"): -2,
    ("THREATEN", "restrict"): -3, ("THREATEN", "arrest"): -3.5, ("THREATEN", "relations"): -3.5,
    ("THREATEN", "expel"): -3.5, ("THREATEN", "territory"): -4, ("THREATEN", "violence"): -3.5,
    ("PROTEST", "demo"): -5, ("PROTEST", "riot"): -7, ("PROTEST", "strike"): -5, ("PROTEST", "hunger"): -4.5,
    ("PROTEST", "boycott"): -4.5, ("PROTEST", "obstruct"): -4.5, ("PROTEST", "vandalize"): -5,
    ("SANCTION", "convict"): -6, ("SANCTION", "expel"): -5.5, ("SANCTION", "withdraw"): -6,
    ("SANCTION", "discontinue"): -6, ("MOBILIZE", "troops"): -6.5, ("MOBILIZE", "weapons"): -6.5,
    ("MOBILIZE", "police"): -5.5, ("MOBILIZE", "militia"): -6, ("COERCE", "seize"): -7,
    ("COERCE", "restrict"): -7, ("COERCE", "censor"): -6.5, ("COERCE", "curfew"): -6.5,
    ("COERCE", "martial-law"): -7.5, ("COERCE", "arrest"): -7, ("COERCE", "deport"): -7,
    ("COERCE", "withhold"): -7, ("COERCE", "misinformation"): -6.5, ("COERCE", "cyber"): -7,
    ("ASSAULT", "abduct"): -8.5, ("ASSAULT", "beat"): -7.5, ("ASSAULT", "torture"): -8.5,
    ("ASSAULT", "sexual"): -8.5, ("ASSAULT", "targeted"): -9.5, ("ASSAULT", "destroy"): -8.5,
    ("ASSAULT", "primitive"): -8, ("ASSAULT", "firearms"): -9, ("ASSAULT", "explosives"): -9,
    ("ASSAULT", "suicide-attack"): -9.5, ("ASSAULT", "aerial"): -9.5, ("ASSAULT", "drone"): -9.5,
    ("ASSAULT", "heavy-weapons"): -9.5, ("ASSAULT", "crowd-control"): -7.5,
    ("ASSAULT", "unconventional"): -10,
}  # fmt: skip


def quad_of(code: str) -> str:
    """Return the quad class of a PLOVER type."""
    return QUADS[code][0]


def score_of(code: str, mode: tuple[str, ...]) -> float:
    """Return PLOVER's score of a type, or of its mode where one is given."""
    return next((_MODES[code, one] for one in mode if (code, one) in _MODES), QUADS[code][1])
