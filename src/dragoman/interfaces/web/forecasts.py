"""What was announced, what came of it, and how often each source was right."""

from __future__ import annotations

from litestar import Response, get

from dragoman.interfaces.api.parameters import AsOf, Part, TheReader, Wanted

from .page import Asked, rendered

__all__ = ["HANDLERS"]

FIRST, MOST = 15, 200
"""Sources that are shown at once, and after a click."""


@get("/forecasts", sync_to_thread=True)
def outlook(request: Asked, reader: TheReader, wanted: Wanted, part: Part, as_of: AsOf = None) -> Response[str]:
    """Announcements with their outcomes, and the record of each source."""
    return rendered(
        request,
        "forecasts.html",
        page=reader.forecasts(as_of, wanted, part),
        records=reader.track_records(as_of, wanted)[:MOST],
        first=FIRST,
        day=reader.archive.day(as_of),
    )


HANDLERS = (outlook,)
