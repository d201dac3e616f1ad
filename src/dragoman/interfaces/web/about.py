"""This archive: sizes, sources, quarantine, versions."""

from __future__ import annotations

from litestar import Response, get

from dragoman.interfaces.api.parameters import TheReader

from .page import Asked, rendered

__all__ = ["HANDLERS"]

SHOWN = 100
"""Entries of quarantine that are listed."""
FIRST, MOST = 12, 500
"""Outlets that are shown at once, and after a click."""


@get("/about", sync_to_thread=True)
def about(request: Asked, reader: TheReader) -> Response[str]:
    """What the archive tells of itself."""
    quarantine = reader.archive.quarantine()[:SHOWN]
    judgements = reader.archive.judgements()
    return rendered(
        request,
        "about.html",
        about=reader.about(),
        first=FIRST,
        most=MOST,
        quarantine=quarantine,
        judgements=judgements,
        twin="/api/archive",
    )


HANDLERS = (about,)
