"""How records leave: as JSON, as CSV where a table knows their columns, or not at all where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, NotFoundException

from dragoman import __version__
from dragoman.errors import UsageError
from dragoman.interfaces.export.formats import csv_text
from dragoman.interfaces.export.tables import Column
from dragoman.store import Archive, Page

__all__ = ["MEDIA", "Make", "NotAcceptable", "answered", "chosen", "found", "table"]

JSON = "json"
MEDIA = {JSON: "application/json", "csv": "text/csv", "atom": "application/atom+xml", "ics": "text/calendar"}
"""Media types of the forms."""

Found = TypeVar("Found")
Make = Callable[[Any], tuple[bytes, str]]
"""Turns what was found into bytes of a media type."""
NONE: Mapping[str, Make] = MappingProxyType({})


class NotAcceptable(HTTPException):
    """The request accepts no form that there is."""

    status_code = 406


def answered(
    request: Request[Any, Any, Any], archive: Archive, find: Callable[[], Any], others: Mapping[str, Make] = NONE
) -> Response[Any]:
    """Return what `find` finds, in the form that the request asks for; 304 where the client has it already.

    `others` are the forms besides JSON, by name.
    """
    form = chosen(request, others)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept"}
    state = None
    if held := request.headers.get("if-none-match"):
        state = archive.state
        headers["ETag"] = _tag(state, form)
        if headers["ETag"] in [one.strip() for one in held.split(",")]:
            return Response(None, status_code=304, headers=headers)
    if not others:  # a list names its state itself
        state = state or archive.state  # read before the answer: what changes meanwhile is asked for once more
    result = find()
    headers["ETag"] = _tag((result.state if isinstance(result, Page) else state) or "", form)
    if isinstance(result, Page) and result.next:
        query = [(key, value) for key, value in request.query_params.multi_items() if key != "cursor"]
        following = urlencode([*query, ("cursor", result.next)])
        headers["Link"] = f'<{quote(request.url.path)}?{following}>; rel="next"'
    body, media = (others[form] if form != JSON else _json)(result)
    return Response(body, media_type=media, headers=headers)


def chosen(request: Request[Any, Any, Any], others: Mapping[str, Make]) -> str:
    """Return the form asked for by `format`, else by Accept. Raises 400 or 406 for one that there is not."""
    forms = (JSON, *others)
    asked = request.query_params.get("format")
    if asked is not None:
        if asked not in forms:
            raise UsageError(f"--format {asked} is unknown here; it may be {', '.join(forms)}")
        return str(asked)
    accepted = request.headers.get("accept", "*/*")
    kinds = [MEDIA[form] for form in forms]
    best = request.accept.best_match(kinds) if accepted.strip() else kinds[0]
    if best is None:
        raise NotAcceptable(detail=f"there is {', '.join(kinds)}")
    return next(form for form in forms if MEDIA[form] == best)


def table(columns: Sequence[Column]) -> Mapping[str, Make]:
    """Return the form of a list that is a table: CSV."""
    return {"csv": lambda page: (csv_text(columns, page.items).encode(), MEDIA["csv"])}


def found(record: Found | None, what: str) -> Found:
    """Return what is there. Raises 404 where there is nothing."""
    if record is None:
        raise NotFoundException(detail=what)
    return record


def _tag(state: str, form: str) -> str:
    return f'W/"{__version__}-{state}-{form}"'


def _json(result: Any) -> tuple[bytes, str]:
    return msgspec.json.encode(result), MEDIA[JSON]
