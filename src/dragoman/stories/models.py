"""Larger models in the place of the shipped table: each an `Embedder`, loaded only where it is asked for."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Sequence
from typing import Any
from urllib.error import URLError

import msgspec
import numpy as np

from dragoman.errors import UsageError
from dragoman.stories.alignment import Vectors, unit

__all__ = ["RemoteVectors", "SentenceVectors", "embedder_of"]

SECONDS = 60.0
BATCH = 64


class SentenceVectors:
    """A model of the sentence-transformers library (extra `models`), by the path or name that it knows."""

    def __init__(self, model: str, load: Callable[[str], Any] | None = None) -> None:
        if load is None:
            try:
                from sentence_transformers import SentenceTransformer
            except ImportError as fault:
                raise UsageError(
                    "sentence-transformers is not installed: pip install 'dragoman[models]'"
                ) from fault
            load = SentenceTransformer
        self.name = f"sentence-transformers/{model}"
        self._model: Any = load(model)

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self._model.get_sentence_embedding_dimension())

    def embed(self, texts: Sequence[str], languages: Sequence[str | None]) -> Vectors:
        """Return one vector of length 1 for each text, float32 (n, dimensions)."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        found = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)


class _Embedding(msgspec.Struct):
    index: int
    embedding: list[float]


class _Answer(msgspec.Struct):
    data: list[_Embedding]


class RemoteVectors:
    """A server that answers POST `url` as OpenAI's embeddings route does. `key` goes into the header, if given.

    Text leaves this machine where the server stands elsewhere: nothing uses it unless it is named.
    """

    def __init__(self, url: str, model: str, key: str | None = None) -> None:
        if not url.startswith(("http://", "https://")):
            raise UsageError(f"{url}: a server of vectors is named by an http or https URL")
        self.name = f"{url}#{model}"
        self._url, self._model, self._key = url, model, key
        self._dimensions: int | None = None

    @property
    def dimensions(self) -> int:
        """Numbers in a vector; asks the server once."""
        if self._dimensions is None:
            self._dimensions = self.embed(["."], [None]).shape[1]
        return self._dimensions

    def embed(self, texts: Sequence[str], languages: Sequence[str | None]) -> Vectors:
        """Return one vector of length 1 for each text, float32 (n, dimensions).

        Raises UsageError where the server cannot be reached or answers something else.
        """
        rows: list[list[float]] = []
        for start in range(0, len(texts), BATCH):
            answer = self._ask(list(texts[start : start + BATCH]))
            rows += [one.embedding for one in sorted(answer.data, key=lambda one: one.index)]
        if len(rows) != len(texts):
            raise UsageError(f"{self._url}: {len(rows)} vectors for {len(texts)} texts")
        if not rows:
            return np.zeros((0, self.dimensions), np.float32)
        return unit(np.array(rows, np.float32))

    def _ask(self, texts: list[str]) -> _Answer:
        body = msgspec.json.encode({"model": self._model, "input": texts})
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {self._key}"} if self._key else {}
        )
        request = urllib.request.Request(self._url, data=body, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return msgspec.json.decode(answer.read(), type=_Answer)
        except (URLError, OSError, msgspec.DecodeError) as fault:
            raise UsageError(f"{self._url}: no vectors came back: {fault}") from fault


def embedder_of(name: str) -> SentenceVectors | RemoteVectors:
    """Return the model that a name stands for: `URL#MODEL` of a server, else one of sentence-transformers."""
    if name.startswith(("http://", "https://")):
        url, _, model = name.partition("#")
        return RemoteVectors(url, model)
    return SentenceVectors(name)
