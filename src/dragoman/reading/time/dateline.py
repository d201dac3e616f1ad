"""An agency's dateline, "HANOI, Sept 15 (VNS) — ...": the day on which its story was written."""

from __future__ import annotations

from typing import Final

from .meaning import Core
from .tokens import Token

__all__ = ["find_dateline"]

_DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015")
_OPENERS: Final = {"(": ")", "（": "）", "/": "/", "[": "]"}
_CLOSERS: Final = frozenset((":", "：", ".", "।", *_DASHES))
_PLACE: Final = 5
"""Words that the place may have at the most."""
_AGENCY: Final = 8
"""Words that the agency's name between brackets may have."""


def find_dateline(tokens: list[Token], cores: list[Core]) -> Core | None:
    """Return the date of a dateline that a sentence begins with, or `None`.

    A place of a few words and a comma stand before it and an agency in brackets behind, or the place before
    it and a dash behind, bracket or not.
    """
    if not cores:
        return None
    core = cores[0]
    meaning = core.meaning
    if (
        not (meaning.day and meaning.month)
        or meaning.until
        or meaning.calendar
        or not 0 < core.first <= _PLACE + 1
    ):
        return None
    before = tokens[: core.first]
    comma = before[-1].key in (",", "،", "，", "、")
    words = before[:-1] if comma else before
    if not words or any(
        token.number or (not token.key[:1].isalpha() and token.key not in "-.") for token in words
    ):
        return None
    past = _past_agency(tokens, core.past)
    if past is None:
        dashed = core.past < len(tokens) and tokens[core.past].key in _DASHES
        return core if dashed and _is_apart(tokens, core.past) else None
    closed = past < len(tokens) and tokens[past].key in _CLOSERS
    return core if comma or closed else None


def _past_agency(tokens: list[Token], index: int) -> int | None:
    """Return the index past an agency between brackets or strokes, or `None` where there is none."""
    if index < len(tokens) and tokens[index].key == ".":
        index += 1
    if index >= len(tokens) or tokens[index].key not in _OPENERS:
        return None
    closer = _OPENERS[tokens[index].key]
    for past in range(index + 2, min(index + _AGENCY + 2, len(tokens))):
        if tokens[past].key == closer:
            return past + 1
    return None


def _is_apart(tokens: list[Token], index: int) -> bool:
    """Say whether a dash has a blank before or behind it: it joins nothing."""
    return tokens[index - 1].end < tokens[index].start or (
        index + 1 < len(tokens) and tokens[index].end < tokens[index + 1].start
    )
