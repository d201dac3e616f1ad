"""Where reports contradict each other, side by side."""

from __future__ import annotations

from litestar import Response, get

from dragoman.interfaces.api.parameters import Part, TheReader, Wanted

from .page import Asked, rendered

__all__ = ["HANDLERS"]


@get("/conflicts", sync_to_thread=True)
def contradictions(request: Asked, reader: TheReader, wanted: Wanted, part: Part) -> Response[str]:
    """Contradictions inside events, then those inside articles."""
    page = reader.conflicts(wanted, part)
    events = {one.event: reader.archive.event(one.event) for one in page.items if one.event}
    return rendered(request, "conflicts.html", page=page, events=events)


HANDLERS = (contradictions,)
