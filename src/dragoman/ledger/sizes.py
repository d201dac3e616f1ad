"""What else accounts may count: those who marched, and the months to which a court sentenced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..reading.time.find import read_cores
from ..reading.time.tokens import Token, tokenise
from .amounts import Counting, Number, counting_of, in_a_name, numbers, orders, ranged, unglued
from .figures import Figure, counted_in

__all__ = ["Crowd", "crowd_in", "term_in", "untimed"]

_TERM_REACH = 4
"""Words between a length of time and the word for prison that makes it a term."""
_MONTHS = {"year": 12, "month": 1}
_MARCH = 100
"""People from whom on a number may be that of a march; smaller ones in such sentences count other things."""
_YEARS = range(1900, 2101)


class Crowd(NamedTuple):
    """The numbers of those who marched; `two_counts` where a sentence sets the organisers' beside another one."""

    figures: tuple[Figure, ...]
    two_counts: bool = False


@lru_cache(maxsize=4096)
def crowd_in(quote: str, language: str | None) -> Crowd:
    """Return how many marched by a sentence that tells the turnout or names the organisers; else nothing."""
    counting = counting_of(language) if language else None
    if counting is None or not counting.crowds.may_hold(tokenise(quote, 0, len(quote), counting.lexicon.folding)):
        return Crowd(())
    tokens, spans = untimed(quote, counting)
    told = {name for n in range(len(tokens)) if (name := counting.crowds.at(tokens, n))}
    if not told:
        return Crowd(())
    fated = {figure.value for figure in counted_in(quote, language) if figure.fate}
    found = tuple(
        Figure(one.value, "", "people", _bound(tokens, one, counting), "", one.high)
        for one in spans
        if one.value >= _MARCH and one.value not in fated and not _year(quote, one)
    )
    return Crowd(found, len(found) == 2 and "organisers" in told)


def _year(quote: str, one: Number) -> bool:
    """Whether a number is written as years are: 2000, but not 2,000 or "two thousand"."""
    return one.value in _YEARS and quote[one.start : one.end].isdigit()


def untimed(quote: str, counting: Counting) -> tuple[list[Token], list[Number]]:
    """Return the tokens of a sentence, and its numbers that are no part of a date, a name or an ordinal."""
    tokens, cores = read_cores(quote, 0, len(quote), counting.lexicon)
    tokens = list(unglued(tokens, counting))
    spans = [
        one
        for one in ranged(list(numbers(tokens, counting)), tokens, counting)
        if not any(core.start < one.end and one.start < core.end for core in cores)
        and not in_a_name(quote, one)
        and not orders(tokens, one, counting)
    ]
    return tokens, spans


def _bound(tokens: list[Token], one: Number, counting: Counting) -> str:
    beside = (*range(max(0, one.first - 3), one.first), *range(one.past, min(len(tokens), one.past + 2)))
    return next((name for at in beside if (name := counting.bounds.at(tokens, at))), "")


@lru_cache(maxsize=4096)
def term_in(quote: str, language: str | None) -> int:
    """Return the months to which a court sentenced somebody by a sentence that tells one term; else 0.

    "Up to 15 years" is a term that may come, and "two years ago" none.
    """
    counting = counting_of(language) if language else None
    if counting is None or not counting.terms.may_hold(tokenise(quote, 0, len(quote), counting.lexicon.folding)):
        return 0
    tokens, cores = read_cores(quote, 0, len(quote), counting.lexicon)
    other = [(core.start, core.end) for core in cores if core.meaning.kind != "duration"]
    tokens = list(unglued(tokens, counting))
    found = list(_terms(tokens, [one for one in numbers(tokens, counting) if not _within(one, other)], counting))
    return found[0] if len(found) == 1 else 0


def _within(one: Number, stretches: list[tuple[int, int]]) -> bool:
    return any(a < one.end and one.start < b for a, b in stretches)


def _terms(tokens: list[Token], spans: list[Number], counting: Counting) -> Iterator[int]:
    """Yield each length of time, years and months together, that stands beside a word for prison."""
    at = 0
    while at < len(spans):
        first, last = spans[at], spans[at]
        months = last.value * _unit(tokens, last, counting)
        more = spans[at + 1] if at + 1 < len(spans) else None
        if months and months % 12 == 0 and more is not None and more.first - last.past <= 2:
            added = more.value if _unit(tokens, more, counting) == 1 else 0
            months, last, at = months + added, more if added else last, at + bool(added)
        at += 1
        beside = (
            *range(max(0, first.first - _TERM_REACH), first.first),
            *range(last.past + 1, min(len(tokens), last.past + 1 + _TERM_REACH)),
        )
        bound = _bound(tokens, first, counting)
        if months and not bound and any(counting.terms.at(tokens, n) for n in beside):
            yield months


def _unit(tokens: list[Token], one: Number, counting: Counting) -> int:
    """Return how many months the unit after a number has; 0 where none follows. A hyphen may stand between."""
    at = one.past + (one.past < len(tokens) and tokens[one.past].key == "-")
    if at >= len(tokens):
        return 0
    words = counting.lexicon.words.get(tokens[at].key, ())
    if at + 1 < len(tokens) and tokens[at + 1].key == "-":
        return 0  # a 35-year-old
    return next((_MONTHS.get(str(w.value), 0) for w in words if w.label in ("unit", "units") and not w.rest), 0)
