"""Says whether a word looks like a name where the script has no capitals: by the letters it is made of.

A linear model over groups of letters, learned from the names of the knowledge base against the words of the pack
and of our own texts (`tools/train_looks.py`). By itself it makes nothing a name: rules ask it about unknown words
that stand where a name would stand, behind a title or before the word for a river.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from ..knowledge import Knowledge

__all__ = ["SCALE", "Looks", "groups", "looks_for"]

SCALE = 10
"""Weights and scores are this many times the logarithm of the odds."""
_LONG, _SHORT = (2, 3, 4), (1, 2, 3)
_BLOCKS = "가"
_REMEMBERED = 50_000
_SHARED = 20_000
"""Groups of letters whose weights are remembered: words share most of them."""


def groups(word: str) -> list[str]:
    """Return the groups of letters of a folded word, its edges marked; of syllables where letters are blocks of
    them. The empty group stands for any word."""
    marked = f"^{word}$"
    sizes = _SHORT if word[:1] >= _BLOCKS else _LONG
    return ["", *(marked[at : at + size] for size in sizes for at in range(len(marked) - size + 1))]


class Looks:
    """Scores words, and remembers them."""

    def __init__(self, weights: Callable[[str], tuple[int, ...] | None]) -> None:
        self._weights = weights
        self._scores: dict[str, int] = {}

    def score(self, word: str) -> int:
        """Return how much more a folded word looks like a name than like any other word, below 0: less."""
        known = self._scores.get(word)
        if known is None:
            known = sum(found[0] for group in groups(word) if (found := self._weights(group)) is not None)
            if len(self._scores) < _REMEMBERED:
                self._scores[word] = known
        return known


_LOOKS: dict[tuple[int, str], Looks | None] = {}


def looks_for(knowledge: Knowledge, language: str) -> Looks | None:
    """Return the model of a language, or None where none was learned; remembered for each base."""
    key = (id(knowledge), language)
    if key not in _LOOKS:
        code = f"{language}.looks"
        learned = knowledge.weights(code, "") is not None
        weights = lru_cache(maxsize=_SHARED)(partial(knowledge.weights, code))
        _LOOKS[key] = Looks(weights) if learned else None
    return _LOOKS[key]
