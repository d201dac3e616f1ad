"""Stories: articles about one course of events, in all languages."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get
from litestar.params import PathParameter

from dragoman.interfaces.api.answers import found
from dragoman.interfaces.api.parameters import Part, TheReader, Wanted

from .page import Asked, rendered

__all__ = ["HANDLERS"]


@get("/stories", sync_to_thread=True)
def all_stories(request: Asked, reader: TheReader, wanted: Wanted, part: Part) -> Response[str]:
    """All stories, the last told first."""
    return rendered(request, "stories.html", page=reader.stories(wanted, part))


@get("/stories/{id:path}", sync_to_thread=True)
def one_story(
    request: Asked, reader: TheReader, id: Annotated[str, PathParameter(max_length=200)]
) -> Response[str]:
    """One story: its events in order, and its articles."""
    key = id.removeprefix("/")
    story = found(reader.story(key), f"no story {key}")
    archive = reader.archive
    return rendered(
        request, "story.html", story=story, told=archive.events_of(story), articles=archive.articles_of(story)
    )


HANDLERS = (all_stories, one_story)
