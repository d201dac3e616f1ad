"""Who is in the archive; one of them: names in all scripts, events, with whom, over time."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Annotated

from litestar import Response, get
from litestar.params import PathParameter

from dragoman.interfaces.api.answers import found
from dragoman.interfaces.api.parameters import Part, TheReader
from dragoman.interfaces.api.routes import Name
from dragoman.store import EventFilter, Slice

from .page import Asked, called, rendered

__all__ = ["HANDLERS"]

WITH = Slice(limit=20)
EVENTS = Slice(limit=25)


@get("/actors", sync_to_thread=True)
def all_actors(request: Asked, reader: TheReader, part: Part, name: Name = None) -> Response[str]:
    """Who is in the archive, most mentioned first."""
    return rendered(request, "actors.html", page=reader.actors(name, part), name=name)


@get("/actors/{id:path}", sync_to_thread=True)
def one_actor(
    request: Asked, reader: TheReader, id: Annotated[str, PathParameter(max_length=2000)]
) -> Response[str]:
    """One actor."""
    key = id.removeprefix("/")
    actor = found(reader.archive.actor(key), f"no actor {key}")
    wanted = EventFilter(actor=(actor.id,))
    by_language = attrgetter("language")
    others = reader.relations((actor.id, None), "all", EventFilter(), WITH).items
    names = sorted(actor.names, key=lambda one: (one.language or "", -one.count))
    return rendered(
        request,
        "actor.html",
        actor=actor,
        names=[(language, list(own)) for language, own in groupby(names, key=by_language)],
        events=reader.archive.event_page(wanted, EVENTS),
        months=reader.months(wanted),
        others=others,
        called=called(reader, (one.b for one in others)),
    )


HANDLERS = (all_actors, one_actor)
