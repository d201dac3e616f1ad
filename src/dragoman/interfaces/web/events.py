"""The ledger: all events, filtered, as a table or in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated, Literal, get_args

from litestar import Response, get
from litestar.params import QueryParameter

from dragoman.interfaces.api.parameters import Part, TheReader, Wanted
from dragoman.records import Event, EventStatus
from dragoman.store.filters import TYPES

from .page import Asked, rendered

__all__ = ["HANDLERS"]

View = Annotated[Literal["table", "timeline"], QueryParameter(name="view")]


@get("/events", sync_to_thread=True)
def ledger(
    request: Asked, reader: TheReader, wanted: Wanted, part: Part, view: View = "timeline"
) -> Response[str]:
    """The ledger, filtered."""
    return rendered(
        request,
        "events.html",
        page=reader.archive.event_page(wanted, part),
        months=reader.months(wanted),
        wanted=wanted,
        part=part,
        view=view,
        types=TYPES,
        statuses=get_args(EventStatus),
        about=reader.about(),
        by_month=by_month,
    )


def by_month(events: Sequence[Event]) -> list[tuple[str | None, list[Event]]]:
    """Arrange events, in order of time as they are, by the month in which they began."""
    return [(month or None, list(own)) for month, own in groupby(events, key=_month)]


def _month(event: Event) -> str:
    return (event.earliest or event.latest or "")[:7]


HANDLERS = (ledger,)
