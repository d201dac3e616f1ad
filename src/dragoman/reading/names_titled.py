"""Finds people behind a title where the script has no capitals: two or three words that nobody knows, made of
letters as names are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ..records import NameType
from .names_context import Context
from .names_found import Span
from .names_looks import Looks
from .names_match import is_ending

__all__ = ["titled_runs"]

_FEWEST, _MOST = 2, 3
_EACH, _TOGETHER = -10, 15
"""How much one word and all words of a name must look like one (tenths of the log of the odds)."""
_THIRD = 10
"""How much a third word must look like one: by then the sentence goes on as often as the name."""
_SURELY = 20
"""How much a first word must look like a name where it ends as a word with a case ending does."""
_MARGIN = 10
"""By how much the tagger must prefer a longer name to be followed, as where a title stands before it."""
_TITLES = ("title", "honorific")


class _Finder(Protocol):
    context: Context
    endings: frozenset[str]
    taken: dict[tuple[int, int], Span]

    def unknown(self, number: int, token: int) -> bool: ...
    def hyphened(self, number: int, token: int) -> bool: ...
    def surname(self, number: int, token: int) -> bool: ...
    def settle_words(self, number: int, first: int, last: int, type_: NameType, how: str) -> Span: ...


def titled_runs(number: int, finder: _Finder, looks: Looks) -> Iterator[Span]:
    """Yield the people of a line whose names stand right behind a title."""
    line = finder.context.lines[number]
    behind = {
        hit.last + 1
        for kind in _TITLES
        for hit in line.hits.get(kind, ())
        if not _turned(number, hit.last, finder)
    }
    for first in sorted(behind):
        if finder.surname(number, first):
            continue
        last, score, words = first - 1, 0, 0
        while words < _MOST and finder.unknown(number, last + 1):
            norm = line.tokens[last + 1].norm
            if looks.score(norm) < (_EACH if words < _FEWEST else _THIRD) or _body(number, last + 1, finder):
                break
            last, words, score = last + 1, words + 1, score + looks.score(norm)
            while finder.hyphened(number, last + 1):
                last += 2
            if _closed(norm, finder.endings) and (words > 1 or looks.score(norm) < _SURELY):
                break
        goes_on = words == _MOST and finder.unknown(number, last + 1)
        if words < _FEWEST or score <= _TOGETHER or goes_on:
            continue
        if not _longer(number, first, last, finder):
            yield finder.settle_words(number, first, last, "PER", "title")


def _body(number: int, token: int, finder: _Finder) -> bool:
    """Whether a word is listed as a body or state and nothing else."""
    span = finder.taken.get((number, token))
    return span is not None and all(hit.type in ("ORG", "GPE") for hit in span.hits)


def _longer(number: int, first: int, last: int, finder: _Finder) -> bool:
    """Whether the tagger sees a longer name there."""
    return any(
        type_ == "PER" and span.first <= first and span.last > last and margin >= _MARGIN
        for span, type_, margin in finder.context.proposals.get(number, ())
    )


def _turned(number: int, token: int, finder: _Finder) -> bool:
    """Whether a title has an ending, so that what stands behind it is no name of its bearer."""
    norm = finder.context.lines[number].tokens[token].norm
    return _closed(norm, finder.endings)


def _closed(norm: str, endings: frozenset[str]) -> bool:
    """Whether a word ends as one with a case ending of two letters or more does."""
    return any(len(norm) - cut >= 2 and is_ending(norm[cut:], endings) for cut in range(3, len(norm) - 1))
