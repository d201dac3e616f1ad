"""The front page: what is new."""

from __future__ import annotations

from litestar import Response, get

from dragoman.interfaces.api.parameters import Since, TheReader

from .conflicts import events_of
from .page import Asked, called, rendered
from .places import spots

__all__ = ["HANDLERS"]

SHOWN = 14
"""Events listed; the map shows them all."""
ODDS = 6
"""Contradictions listed."""


@get("/", sync_to_thread=True)
def front(request: Asked, reader: TheReader, since: Since = None) -> Response[str]:
    """What is new since a day."""
    found = reader.today(since)
    return rendered(
        request,
        "today.html",
        today=found,
        shown=SHOWN,
        shown_odds=ODDS,
        told=events_of(reader, found.conflicts[:ODDS]),
        spots=spots(found.events),
        about=reader.about(),
        names=called(reader, (side for one in found.changed for side in (one.a, one.b))),
        twin="/api/today" + (f"?since={since}" if since else ""),
    )


HANDLERS = (front,)
