"""The pages as routes, one module a page, and the page that tells of a problem."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from litestar import Request, Response, Router
from litestar.static_files import create_static_files_router

from . import (
    about,
    actors,
    articles,
    conflicts,
    event,
    events,
    forecasts,
    judging,
    languages,
    relations,
    search,
    stories,
    today,
)
from .page import prepared, rendered

__all__ = ["error_page", "routes"]

STATIC = Path(__file__).parent / "static"
PAGES = (
    today,
    events,
    event,
    stories,
    actors,
    relations,
    forecasts,
    conflicts,
    articles,
    search,
    languages,
    about,
    judging,
)
_DAY = 24 * 3600


def routes(counted: Any) -> Sequence[Router]:
    """Return the routes of pages and of what they load; `counted` is the middleware that counts costly ones."""
    handlers = [handler for page in PAGES for handler in page.HANDLERS]
    files = create_static_files_router(
        "/static", [STATIC], include_in_schema=False, cache_control=_kept(), name="static"
    )
    pages = Router(
        "/", route_handlers=handlers, middleware=[counted], before_request=prepared, include_in_schema=False
    )
    return [pages, files]


def error_page(request: Request[Any, Any, Any], problem: Response[Any]) -> Response[Any] | None:
    """Return a page that tells people of a problem, or None where a program asks."""
    if "text/html" not in request.headers.get("accept", "*/*") and "*/*" not in request.headers.get(
        "accept", "*/*"
    ):
        return None
    told = msgspec.json.decode(problem.content)
    page = rendered(request, "problem.html", status=int(told["status"]), problem=told)
    for name, value in problem.headers.items():
        if name.lower() not in ("content-type", "content-length"):
            page.headers[name] = value
    return page


def _kept() -> Any:
    from litestar.datastructures import CacheControlHeader

    return CacheControlHeader(public=True, max_age=_DAY)
