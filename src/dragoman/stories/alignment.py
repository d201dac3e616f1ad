"""What makes vectors of different languages comparable: each language's mean, and one linear map for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Alignment", "Vectors", "fit", "unit"]

Vectors = NDArray[np.float32]
"""One vector a row."""
RIDGE = 0.3
"""What is added to the diagonal of the scatter, in mean eigenvalues; the best of 0.01 to 1 on held-out pages."""


class Alignment(NamedTuple):
    """The mean vector of each language (d), their mean for any other, and the map (d, d) that follows."""

    means: Mapping[str, Vectors]
    other: Vectors
    map: Vectors

    def apply(self, vectors: Vectors, languages: Sequence[str | None]) -> Vectors:
        """Return vectors (n, d) that are comparable across languages, of length 1; of nothing, 0."""
        means = np.stack([self.means.get(language or "", self.other) for language in languages])
        empty = ~vectors.any(axis=1)
        aligned = unit(unit(vectors - means) @ self.map)
        aligned[empty] = 0.0
        return aligned


def unit(vectors: Vectors) -> Vectors:
    """Scale each vector to length 1, 0 staying 0."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


def fit(versions: Vectors, languages: Sequence[str]) -> Alignment:
    """Learn from pages in several languages: `versions` is (pages, languages, d), a page's translations in a row.

    The versions of one page should be one vector. Directions in which they scatter around their mean say little
    of the topic: the map divides by that scatter (whitening within classes).
    """
    means = versions.mean(axis=0)
    centred = unit(versions - means)
    scatter = (centred - centred.mean(axis=1, keepdims=True)).reshape(-1, versions.shape[-1])
    values, axes = np.linalg.eigh((scatter.T @ scatter / len(scatter)).astype(np.float64))
    scale = 1 / np.sqrt(np.maximum(values, 0) + RIDGE * values.mean())
    linear = (axes * scale) @ axes.T
    # The scale of a direction means nothing afterwards, so the map is kept at a mean of 1.
    return Alignment(
        means=dict(zip(languages, means.astype(np.float32), strict=True)),
        other=means.mean(axis=0).astype(np.float32),
        map=(linear / scale.mean()).astype(np.float32),
    )
