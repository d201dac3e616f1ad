"""Numbers in the words of a statement: figures with what they count, and ordinals with what they order."""

from __future__ import annotations

import re
from functools import lru_cache

from .statements import WORD, Statement

__all__ = ["figures_of", "ordinals_of"]

_LETTERS = WORD.removesuffix("+").replace("[^", r"[^\d")
"""One letter or vowel sign of any script; what is no separator and no digit."""
_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(\d{{1,3}}(?:[,.]\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}|\d+)({_LETTERS}+)?(?![\d/:-]|[.,]\d)"
)
_NEXT = re.compile(rf"\s+({_LETTERS}+)")
_YEARS = range(1900, 2101)


@lru_cache(maxsize=4096)
def _numbers(quote: str, skip: tuple[int, int]) -> tuple[tuple[int, str, str], ...]:
    """Return each whole number with the letters joined to it and the word after it."""
    found = []
    for match in _NUMBER.finditer(quote):
        if skip[0] <= match.start() < skip[1]:
            continue
        value = int(re.sub(r"[,.]", "", match[1]))
        after = _NEXT.match(quote, match.end())
        found.append((value, (match[2] or "").casefold(), after[1].casefold() if after else ""))
    return tuple(found)


def _of(statement: Statement) -> tuple[tuple[int, str, str], ...]:
    time = statement.report.time
    skip = (time.start - statement.start, time.end - statement.start) if time else (0, 0)
    return _numbers(statement.quote, skip)


def figures_of(statement: Statement) -> list[tuple[int, str]]:
    """Return the numbers of a sentence with the word that follows each: what it counts, mostly.

    Years, single digits up to 2 and whatever lies in the words of the statement's time are left out.
    """
    return [
        (value, f"{joined} {after}".strip())
        for value, joined, after in _of(statement)
        if value > 2 and not (value in _YEARS and not joined)
    ]


def ordinals_of(statement: Statement) -> dict[str, frozenset[int]]:
    """Return numbers written together with letters (13th, ১৩তম, 13वां), by letters and following word."""
    found: dict[str, set[int]] = {}
    for value, joined, after in _of(statement):
        if joined and after and value < 100:
            found.setdefault(f"{joined} {after}", set()).add(value)
    return {word: frozenset(values) for word, values in found.items()}
