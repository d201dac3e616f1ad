"""Stories, worked out from all articles and events when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, select

from dragoman.records import Event, Story
from dragoman.store import schema as t
from dragoman.store import traces

__all__ = ["chosen", "is_id", "stories"]

_ID = re.compile("s[0-9a-f]{12}")


def is_id(text: str) -> bool:
    """Tell whether a text looks like the id of a story; others need no stories worked out to be known for none."""
    return _ID.fullmatch(text) is not None


def stories(connection: Connection, events: Sequence[Event]) -> list[Story]:
    """Return the stories of all articles, the last told first; `events` are all of the ledger."""
    from dragoman.stories.clusters import StoryPage, stories_of

    columns = t.articles.c
    kept = t.articles.outerjoin(t.traces, t.traces.c.article == columns.id)
    query = select(columns.id, columns.title, columns.published, columns.language, t.traces.c.body).select_from(
        kept
    )
    pages = (
        StoryPage(
            article=row.id,
            title=row.title,
            published=row.published,
            language=row.language,
            trace=traces.read(row.body),
        )
        for row in connection.execute(query)
    )
    return stories_of(pages, events)


def chosen(found: Sequence[Story], events: Sequence[Event] | None, limit: int | None) -> list[Story]:
    """Return the stories that tell one of some events (None: all stories), so many at most."""
    if events is not None:
        wanted = {event.id for event in events}
        found = [story for story in found if not wanted.isdisjoint(story.events)]
    return list(found[:limit])
