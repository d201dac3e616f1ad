"""The features of a comparison as a page of documentation, made from their docstrings and levels."""

from __future__ import annotations

import inspect

from .compare import FEATURES, SAME, UNSURE
from .levels import Feature

__all__ = ["features_page"]


def features_page() -> str:
    """Return Markdown: for each feature what it compares, and its levels with what they add to the score."""
    levels = _levels()
    parts = [f"Same from {SAME}, unsure from {UNSURE}.\n"]
    for feature in FEATURES:
        parts.append(f"### {feature.__name__}\n\n{inspect.getdoc(feature)}\n")
        parts.append("| level | adds |\n|---|---|")
        parts += [f"| {one.level} | {_adds(one)} |" for one in levels[feature.__name__]]
        parts.append("")
    return "\n".join(parts)


def _levels() -> dict[str, list[Feature]]:
    """Return the levels of each feature, those that add most first and those that decide last."""
    found: dict[str, list[Feature]] = {}
    for feature in FEATURES:
        for value in vars(inspect.getmodule(feature)).values():
            if isinstance(value, Feature) and value not in found.setdefault(value.name, []):
                found[value.name].append(value)
    for levels in found.values():
        levels.sort(key=lambda one: (one.different, -one.weight, one.level))
    return found


def _adds(one: Feature) -> str:
    return "different" if one.different else f"{one.weight:+.2f}"
