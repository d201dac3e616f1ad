"""Where reports contradict each other, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Response, get

from dragoman.interfaces.api.parameters import Part, TheReader, Wanted
from dragoman.ledger import LedgerConflict
from dragoman.records import Event
from dragoman.store import Reader

from .page import Asked, rendered

__all__ = ["HANDLERS", "events_of"]


@get("/conflicts", sync_to_thread=True)
def contradictions(request: Asked, reader: TheReader, wanted: Wanted, part: Part) -> Response[str]:
    """Contradictions inside events, then those inside articles."""
    page = reader.conflicts(wanted, part)
    return rendered(request, "conflicts.html", page=page, events=events_of(reader, page.items))


def events_of(reader: Reader, found: Sequence[LedgerConflict]) -> dict[str, Event | None]:
    """Return the events that contradictions are about, by the ids that these name."""
    return {one.event: reader.archive.event(one.event) for one in found if one.event}


HANDLERS = (contradictions,)
