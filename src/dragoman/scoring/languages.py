"""Which languages are read, by which layers, and how well: figures measured when the package was made."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.packs.loader import DATA, load_packs
from dragoman.records import Record

__all__ = ["Language", "known_languages", "less_well"]

SCORES = DATA / "scores.json"
"""Scores by language and kind, as `make scores` writes them."""
_PRECISION = 0.75
"""Of the reports in a language so many must be right for it to be shown without a warning."""


class Language(Record, frozen=True, kw_only=True):
    """One language pack: its layers, and precision, recall and F1 by kind where they were measured."""

    code: str
    name: str
    own_name: str
    layers: tuple[str, ...]
    scores: dict[str, dict[str, float | None]]


def known_languages(scores: Path = SCORES) -> list[Language]:
    """Return all languages by code."""
    measured: dict[str, dict[str, dict[str, float | None]]] = {}
    if scores.exists():
        measured = msgspec.json.decode(scores.read_bytes(), type=dict[str, dict[str, dict[str, float | None]]])
    return [
        Language(
            code=code,
            name=pack.text.name,
            own_name=pack.text.own_name,
            layers=pack.layers,
            scores=measured.get(code, {}),
        )
        for code, pack in sorted(load_packs().items())
    ]


@cache
def less_well(code: str | None) -> Literal["unread", "events", "precision"] | None:
    """Return why a language is read less well than others; None if it is not.

    It is not read at all, no events are read in it, or too many reports are wrong (or nobody has counted them).
    """
    language = next((one for one in known_languages() if one.code == code), None)
    if language is None:
        return "unread"
    if "events" not in language.layers:
        return "events"
    precision = language.scores.get("reports", {}).get("precision")
    return "precision" if precision is None or precision < _PRECISION else None
