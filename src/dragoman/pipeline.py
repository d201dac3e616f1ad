"""The stages in order: the file to read first."""

from __future__ import annotations

from dragoman import __version__
from dragoman.records import Article, Reading, Record

__all__ = ["Context", "load_context", "read_article"]


class Context(Record, frozen=True, kw_only=True):
    """What a reading needs besides the article: language packs and knowledge."""


def load_context() -> Context:
    """Load the packs and the knowledge that ship with the package."""
    return Context()


def read_article(article: Article, context: Context) -> Reading:
    """Read one article: the same article and context give the same reading anywhere."""
    return Reading(
        reader=__version__,
        language=article.language,
        script=None,
        title=article.title,
        published=article.published,
        published_how=article.published_how,
        outlet=article.outlet,
        text=article.text,
        dropped=article.dropped,
    )
