"""The pages as routes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from litestar import Request, Response, Router, get
from litestar.plugins.jinja import JinjaTemplateEngine

from dragoman.interfaces.api.parameters import Part, TheReader, Wanted
from dragoman.store import EventFilter, Slice

__all__ = ["error_page", "routes"]

TEMPLATES = Path(__file__).parent / "templates"
_engine = JinjaTemplateEngine(directory=TEMPLATES)


def _page(name: str, **context: Any) -> Response[str]:
    return Response(_engine.get_template(name).render(**context), media_type="text/html; charset=utf-8")


@get("/", sync_to_thread=True, include_in_schema=False)
def today(reader: TheReader) -> Response[str]:
    """The front page."""
    return _page("events.html", title="Today", events=reader.archive.event_page(EventFilter(), Slice()).items)


@get("/events", sync_to_thread=True, include_in_schema=False)
def events(reader: TheReader, wanted: Wanted, part: Part) -> Response[str]:
    """The ledger, filtered."""
    return _page("events.html", title="Events", events=reader.archive.event_page(wanted, part).items)


def routes() -> Sequence[Router]:
    """Return the routes of all pages."""
    return [Router("/", route_handlers=[today, events])]


def error_page(_request: Request[Any, Any, Any], _problem: Response[Any]) -> Response[Any] | None:
    """Return a page that tells people of a problem, or None for the problem document itself."""
    return None
