"""Articles, and one of them with everything that was read marked in it."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get
from litestar.params import PathParameter

from dragoman.interfaces.api.answers import found
from dragoman.interfaces.api.parameters import Part, TheReader, Told

from .marks import marks_between, marks_of_reading
from .page import Asked, rendered

__all__ = ["HANDLERS"]

LETTERS = 12_000
"""Code points of a text that are shown: what is longer is a book, or an attack."""
LAYERS = ("names", "times", "quotations", "reports", "dropped")


@get("/articles", sync_to_thread=True)
def all_articles(request: Asked, reader: TheReader, told: Told, part: Part) -> Response[str]:
    """Articles, newest first."""
    page = reader.archive.article_page(told, part)
    return rendered(request, "articles.html", page=page, told=told, about=reader.about())


@get("/articles/{id:path}", sync_to_thread=True)
def one_article(
    request: Asked, reader: TheReader, id: Annotated[str, PathParameter(max_length=2000)]
) -> Response[str]:
    """The text of an article, marked."""
    key = id.removeprefix("/")
    archive = reader.archive
    reading = found(archive.reading(key), f"no article {key}")
    return rendered(
        request,
        "article.html",
        id=key,
        article=found(archive.article(key), f"no article {key}"),
        reading=reading,
        marks=marks_of_reading(reading),
        marks_between=marks_between,
        sentences=[one for one in reading.sentences if one.end <= LETTERS],
        cut=len(reading.text) > LETTERS,
        layers=LAYERS,
        versions=len(archive.versions(key)),
        state=archive.state,
    )


HANDLERS = (all_articles, one_article)
