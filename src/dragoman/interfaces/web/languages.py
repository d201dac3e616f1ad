"""The languages that are read, and how well."""

from __future__ import annotations

from litestar import Response, get

from dragoman.scoring.languages import known_languages

from .page import Asked, rendered

__all__ = ["HANDLERS"]


@get("/languages", sync_to_thread=True)
def all_languages(request: Asked) -> Response[str]:
    """Languages with their layers and measured figures."""
    found = sorted(known_languages(), key=lambda one: ("events" not in one.layers, one.code))
    return rendered(request, "languages.html", known=found)


HANDLERS = (all_languages,)
