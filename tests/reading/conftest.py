"""The real reader, loaded once, and short ways to ask it about a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import Context, explain_article, load_context, read_article
from dragoman.reading.article import Parsed
from dragoman.records import Article, Reading

PUBLISHED = "2023-09-14"


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
