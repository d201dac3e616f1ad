"""Cuts text into the tokens that have a vector: the likeliest pieces of each word, as a Unigram model has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import marisa_trie

__all__ = ["LONGEST", "MARK", "Segmenter"]

MARK = "\u2581"
"""What stands for the space before a word in tokens."""
LONGEST = 16
"""Characters of the longest token."""
_UNKNOWN = -25.0
"""Log probability of a character that no token holds."""
_REMEMBERED = 100_000
"""Words whose pieces are remembered."""
_RARE = 24
"""Longer words are not remembered: in scripts without spaces they are sentences."""


class Segmenter:
    """Pieces of words. `tokens` gives the id of each token, `weights` its log probability by id.

    Method: Kudo (2018), Subword Regularization, the most probable segmentation (Viterbi).
    """

    def __init__(self, tokens: marisa_trie.Trie, weights: Sequence[float]) -> None:
        self._tokens = tokens
        self._weights = weights
        self._known: dict[str, list[int]] = {}

    def ids(self, text: str) -> list[int]:
        """Return the ids of the tokens of a text, in order; what no token holds is passed over."""
        found: list[int] = []
        known = self._known
        for word in unicodedata.normalize("NFKC", text).split():
            pieces = known.get(word)
            if pieces is None:
                pieces = self._pieces(MARK + word)
                if len(word) <= _RARE:
                    if len(known) >= _REMEMBERED:
                        known.clear()
                    known[word] = pieces
            found += pieces
        return found

    def _pieces(self, word: str) -> list[int]:
        end = len(word)
        best = [0.0] + [float("-inf")] * end
        came: list[tuple[int, int]] = [(0, -1)] * (end + 1)
        weights, prefixes = self._weights, self._tokens.iter_prefixes_with_ids
        for start in range(end):
            reached = best[start]
            if reached + _UNKNOWN > best[start + 1]:
                best[start + 1], came[start + 1] = reached + _UNKNOWN, (start, -1)
            for token, id in prefixes(word[start : start + LONGEST]):
                stop, score = start + len(token), reached + weights[id]
                if score > best[stop]:
                    best[stop], came[stop] = score, (start, id)
        pieces = []
        while end:
            end, id = came[end]
            if id >= 0:
                pieces.append(id)
        return pieces[::-1]
