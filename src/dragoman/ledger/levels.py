"""The finding of one feature of a comparison."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Feature"]


class Feature(NamedTuple):
    """One feature's finding: its level, what it adds to the score, and whether it rules sameness out."""

    name: str
    level: str
    weight: float
    different: bool = False
