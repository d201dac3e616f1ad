"""Which languages are read, by which layers, and how well: figures measured when the package was made."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.packs.loader import DATA, load_packs
from dragoman.records import Record

__all__ = ["Language", "known_languages"]

SCORES = DATA / "scores.json"
"""Scores by language and kind, as `make scores` writes them."""


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
