"""Two counts of one thing in one sentence, each by somebody else: "12 died, the mayor said; doctors counted 27".

The second count mostly leaves out what it counts. So it answers the first where a word that sets one against the
other (or a semicolon) stands between the two, a word of counting or saying beside it, and nothing else is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..reading.time.tokens import Token, tokenise
from .amounts import Counting, Number, counting_of
from .figures import FATES_OF_MANY, Figure, contradict, count_alike, counted_in
from .sizes import untimed

__all__ = ["told_by_somebody", "two_counts"]

_REACH = 8
"""Words between a count and the word that says whose it is."""
_LEAST = 2
_BREAKS = (";",)


@lru_cache(maxsize=4096)
def two_counts(quote: str, language: str | None) -> tuple[int, int] | None:
    """Return the smaller and the greater of two counts of one fate that a sentence sets against each other."""
    counting = counting_of(language) if language else None
    figures = counted_in(quote, language) if counting is not None else ()
    if counting is None or not any(one.fate in FATES_OF_MANY for one in figures):
        return None
    if not counting.told.may_hold(tokenise(quote, 0, len(quote), counting.lexicon.folding)):
        return None
    tokens, found = untimed(quote, counting)
    spans = [one for one in found if one.value >= _LEAST or any(one.value == f.value and f.fate for f in figures)]
    if len(spans) != _LEAST:
        return None
    first, second = spans
    cut = _break(tokens, first.past, second.first, counting)
    known, other = (_of(span, figures) for span in (first, second))
    if cut is None or known is None or known.fate not in FATES_OF_MANY:
        return None
    if other is not None and (other.fate or other.thing) and not count_alike(known, other):
        return None
    named = any(counting.fates.at(tokens, at) for at in range(cut, len(tokens)))
    if not _owned(tokens, second, cut, counting, named or counting.head_last):
        return None
    answer = other if other is not None and named else known._replace(value=second.value, high=0, bound="")
    small, great = sorted((known, answer))
    return (small.value, great.value) if contradict(small, great) else None


@lru_cache(maxsize=4096)
def told_by_somebody(quote: str, language: str | None) -> bool:
    """Return whether a sentence says whose count it gives."""
    counting = counting_of(language) if language else None
    if counting is None:
        return False
    tokens = tokenise(quote, 0, len(quote), counting.lexicon.folding)
    return any(counting.told.at(tokens, n) == "counted" for n in range(len(tokens)))


def _of(span: Number, figures: Sequence[Figure]) -> Figure | None:
    return next((one for one in figures if one.value == span.value), None)


def _break(tokens: Sequence[Token], low: int, high: int, counting: Counting) -> int | None:
    """Return where, between two numbers, the second count begins; None where nothing sets it against the first."""
    for at in range(high - 1, low - 1, -1):
        if tokens[at].key in _BREAKS or counting.told.at(tokens, at) == "whereas":
            return at
    return None


def _owned(tokens: Sequence[Token], span: Number, cut: int, counting: Counting, after: bool) -> bool:
    """Whether a word says whose count the second one is: between what parts the two and the number, or `after`."""
    reach = [*range(max(cut + 1, span.first - _REACH), span.first)]
    if after:
        reach += range(span.past, min(len(tokens), span.past + _REACH))
    return any(counting.told.at(tokens, at) == "counted" for at in reach)
