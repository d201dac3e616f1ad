"""Page vectors: a page and its translation get nearly the same one, without a model at run time.

A vector for each token was distilled from multilingual-e5-small (Microsoft, MIT); a page's vector is their mean,
rarer tokens weighing more (a / (a + p), Arora et al. 2017), made comparable across languages (`alignment`). The
tables are mapped, not read, when the first page asks for a vector. `tools/make_vectors.py` makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import marisa_trie
import numpy as np

from dragoman.stories.alignment import Alignment, Vectors
from dragoman.stories.segment import Segmenter

__all__ = ["Embedder", "TokenVectors", "load_vectors"]

DATA = Path(__file__).parent / "data"
MOST = 20_000
"""Code points of a text that are looked at."""
_RARITY = 1e-4


class Embedder(Protocol):
    """What makes vectors of texts."""

    @property
    def name(self) -> str:
        """The model and its version: vectors of two names cannot be compared."""

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""

    def embed(self, texts: Sequence[str], languages: Sequence[str | None]) -> Vectors:
        """Return one vector of length 1 for each text, float32 (n, dimensions); of a text without words, 0."""


class TokenVectors:
    """The token table that ships with the package.

    `vectors` is int8 (tokens, d), rows in the order of the ids of `tokens`; a row times its scale is the token's
    vector. `chances` are log probabilities of tokens.
    """

    name = "e5-small-tokens-1"

    def __init__(self, folder: Path = DATA) -> None:
        self._table = np.load(folder / "vectors.npy", mmap_mode="r")
        tokens = marisa_trie.Trie()
        tokens.mmap(str(folder / "tokens.marisa"))
        with np.load(folder / "space.npz") as space:
            chances = space["chances"].astype(np.float32)
            self._weights = (_RARITY / (_RARITY + np.exp(chances))).astype(np.float32)
            self._scales = space["scales"].astype(np.float32) * self._weights
            means = space["means"]
            named = dict(zip(space["languages"].tolist(), means, strict=True))
            self.alignment = Alignment(named, means.mean(axis=0), space["map"])
        self._segmenter = Segmenter(tokens, chances.tolist())

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    def embed(self, texts: Sequence[str], languages: Sequence[str | None]) -> Vectors:
        """Return one vector of length 1 for each text, float32 (n, dimensions); of a text without words, 0."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        # One by one: a product of many rows rounds otherwise than that of one, and a text has one vector.
        pairs = zip(texts, languages, strict=True)
        return np.concatenate([self.alignment.apply(self.plain([text]), [code]) for text, code in pairs])

    def plain(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors before they are aligned: of use only to learn an alignment."""
        found = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in enumerate(texts):
            ids, counts = np.unique(np.array(self._segmenter.ids(text[:MOST]), np.int64), return_counts=True)
            if len(ids):
                total = float(counts @ self._weights[ids])
                found[row] = (counts * self._scales[ids]).astype(np.float32) @ self._table[ids] / total
        return found


@cache
def load_vectors() -> TokenVectors:
    """Open the shipped table; once in a process."""
    return TokenVectors()
