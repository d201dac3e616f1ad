"""Models in the place of the shipped table, with fakes: nothing is loaded and no server is asked."""

import io
import json
from typing import Any

import numpy as np
import pytest

from dragoman.errors import UsageError
from dragoman.stories import models
from dragoman.stories.models import RemoteVectors, SentenceVectors, embedder_of

URL = "http://127.0.0.1:9/v1/embeddings"


class FakeModel:
    def get_sentence_embedding_dimension(self) -> int:
        return 2

    def encode(self, texts: list[str], **_: Any) -> list[list[float]]:
        return [[float(len(text)), 0.0] for text in texts]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What a fake server was asked; it answers in reverse order."""
    requests: list[Any] = []

    def answer(request: Any, timeout: float) -> io.BytesIO:
        requests.append(request)
        texts = json.loads(request.data)["input"]
        data = [{"index": n, "embedding": [3.0 * len(t), 4.0 * len(t)]} for n, t in enumerate(texts)]
        return io.BytesIO(json.dumps({"data": data[::-1]}).encode())

    monkeypatch.setattr(models.urllib.request, "urlopen", answer)
    return requests


def test_a_model_of_the_library() -> None:
    vectors = SentenceVectors("some-model", load=lambda name: FakeModel())
    assert (vectors.name, vectors.dimensions) == ("sentence-transformers/some-model", 2)
    assert vectors.embed(["abc"], ["en"]).tolist() == [[3.0, 0.0]]
    assert vectors.embed([], []).shape == (0, 2)


def test_a_server_answers_in_batches(asked: list[Any]) -> None:
    vectors = RemoteVectors(URL, "small", key="secret")
    found = vectors.embed(["a" * (n + 1) for n in range(70)], [None] * 70)
    assert found.shape == (70, 2)
    assert found == pytest.approx(np.array([[0.6, 0.8]] * 70))
    assert len(asked) == 2
    assert json.loads(asked[0].data)["model"] == "small"
    assert asked[0].headers["Authorization"] == "Bearer secret"
    assert vectors.dimensions == 2


def test_what_is_no_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models.urllib.request, "urlopen", lambda *_, **__: io.BytesIO(b"{}"))
    with pytest.raises(UsageError, match="no vectors came back"):
        RemoteVectors(URL, "small").embed(["a"], [None])
    with pytest.raises(UsageError, match="http"):
        RemoteVectors("file:///etc/passwd", "small")


def test_a_name_says_which(asked: list[Any]) -> None:
    chosen = embedder_of(f"{URL}#small")
    assert isinstance(chosen, RemoteVectors)
    assert chosen.name == f"{URL}#small"
