"""The real reader, loaded once, and short ways to ask it about a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import structs

from dragoman.pipeline import Context, explain_article, load_context, read_article
from dragoman.reading import article
from dragoman.reading.article import Parsed
from dragoman.reading.confidence import load_weights
from dragoman.records import Article, Reading

PUBLISHED = "2023-09-14"
AS_SHIPPED = ("test_scoreboard", "test_confidence")
"""Modules that test what is left out as too unsure, too; all others test what rules read."""


@pytest.fixture(autouse=True)
def however_unsure(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Report what rules read, however unsure it is: the weights are fitted anew more often than rules change."""
    weights = load_weights()
    if weights is not None and not request.module.__name__.endswith(AS_SHIPPED):
        monkeypatch.setattr(article, "load_weights", lambda: structs.replace(weights, least=0.0))


@pytest.fixture(scope="session")
def context() -> Context:
    """The packs and the knowledge that ship with the package."""
    return load_context()


@pytest.fixture
def read(context: Context) -> Callable[..., Reading]:
    """Reads a text of one language, published on Thursday, 14 September 2023."""

    def reading(text: str, language: str | None = None, published: str | None = PUBLISHED) -> Reading:
        return read_article(Article(id="t", text=text, language=language, published=published), context)

    return reading


@pytest.fixture
def parse(context: Context) -> Callable[..., Parsed]:
    """Reads a text and keeps the workspaces of its lines."""

    def parsed(text: str, language: str | None = None, published: str | None = PUBLISHED) -> Parsed:
        return explain_article(Article(id="t", text=text, language=language, published=published), context)

    return parsed
