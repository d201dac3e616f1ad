"""Turns records into a page: the reader's language and theme, templates, addresses."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.response import Redirect
from markupsafe import Markup

from dragoman import __version__
from dragoman.interfaces.api.guards import allowed_host
from dragoman.records import Event, EventPlace
from dragoman.scoring.languages import less_well
from dragoman.store import Page, Reader

from .marks import marked
from .speaking import Voice, direction, is_state
from .texts import LANGUAGES, chosen_language

__all__ = ["Asked", "address", "called", "link", "prepared", "rendered"]

Asked = Request[Any, Any, Any]
TEMPLATES = Path(__file__).parent / "templates"
THEMES = ("light", "dark", "auto")
OURS = ("ui", "theme", "view", "why", "done")
"""Parameters that only the pages know: the records of a page are the same without them."""
LINES = 16_384
"""Lines of events that are remembered as they were last drawn: a line is on many pages."""
_YEAR = 365 * 24 * 3600
_HTML = "text/html; charset=utf-8"


def prepared(request: Asked) -> Response[Any] | None:
    """Look at a request before anything is done for it: empty fields of a form are left out of the address."""
    allowed_host(request.app.state.options)(request)
    given = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method == "GET" and any(not value.strip() for _, value in given):
        kept = [(name, value) for name, value in given if value.strip()]
        return Redirect(address(request.url.path, kept), status_code=303)
    return None


def rendered(request: Asked, template: str, status: int = 200, **context: Any) -> Response[Any]:
    """Return a page; the reader's choice of language and theme is kept for the next ones."""
    query = request.query_params
    language = chosen_language(
        query.get("ui"), request.cookies.get("ui"), request.headers.get("accept-language", "")
    )
    asked = query.get("theme")
    theme = asked if asked in THEMES else request.cookies.get("theme", "auto")
    here = [(name, value) for name, value in parse_qsl(request.url.query) if name not in ("ui", "theme", "done")]
    path = quote(request.url.path)
    twin = address(f"/api{path}", [pair for pair in here if pair[0] not in OURS])
    body = (
        _environment()
        .get_template(template)
        .render(
            {
                "voice": _voice(language),
                "t": _voice(language).t,
                "line": partial(_line, language),
                "theme": theme if theme in THEMES else "auto",
                "here": here,
                "path": path,
                "query": query,
                "root": str(request.base_url).rstrip("/"),
                "twin": twin,
                "can_change": bool(request.app.state.options.token),
                **context,
            }
        )
    )
    cookies = [
        Cookie(key=name, value=str(query[name]), max_age=_YEAR, samesite="lax", httponly=True)
        for name, known in (("ui", LANGUAGES), ("theme", THEMES))
        if query.get(name) in known
    ]
    headers = {
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Language, Cookie, HX-Request",
        "Content-Language": language,
    }
    if "HX-Request" in request.headers:
        headers["HX-Push-Url"] = address(path, here)
    return Response(body, status_code=status, media_type=_HTML, headers=headers, cookies=cookies)


def address(path: str, query: Mapping[str, Any] | list[tuple[str, Any]]) -> str:
    """Return an address on this server with its query."""
    pairs = query.items() if isinstance(query, Mapping) else query
    asked = urlencode([(name, value) for name, value in pairs if value not in (None, "")])
    return f"{path}?{asked}" if asked else path


class _Shown(NamedTuple):
    """What a line tells of an event."""

    id: str
    gloss: str
    type: str
    quad: str
    status: str
    earliest: str | None
    latest: str | None
    dated: str | None
    place: EventPlace | None
    independent: int
    languages: tuple[str, ...]
    conflicts: bool


def _line(language: str, event: Event, before: bool = False) -> Markup:
    """Return an event as one line of a list; `before` marks one that was told earlier too."""
    shown = _Shown(
        id=event.id,
        gloss=_voice(language).what(event),
        type=event.type,
        quad=event.quad,
        status=event.status,
        earliest=event.earliest,
        latest=event.latest,
        dated=event.dated,
        place=event.place,
        independent=event.independent,
        languages=event.languages,
        conflicts=bool(event.conflicts),
    )
    return _drawn(language, shown, before)


@lru_cache(LINES)
def _drawn(language: str, shown: _Shown, before: bool) -> Markup:
    return Markup(_parts(language).line(shown, before))


@cache
def _parts(language: str) -> Any:
    voice = _voice(language)
    return _environment().get_template("parts.html").make_module({"voice": voice, "t": voice.t})


@cache
def _voice(language: str) -> Voice:
    return Voice(language)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    made.globals.update(
        version=__version__,
        languages=LANGUAGES,
        themes=THEMES,
        address=address,
        direction=direction,
        marked=marked,
        less_well=less_well,
        link=link,
        more=_more,
        changed=_changed,
        last_day=_last_day,
    )
    return made


def link(kind: str, id: str, anchor: str = "") -> str:
    """Return the address of a record's page."""
    return f"/{kind}/{quote(id, safe='')}" + (f"#{anchor}" if anchor else "")


def called(reader: Reader, sides: Iterable[str]) -> dict[str, str]:
    """Return the names of sides that are no states: those have names in the reader's own language."""
    return reader.names(side for side in sides if not is_state(side))


def _more(page: Page[Any], path: str, here: list[tuple[str, str]]) -> str | None:
    """Return the address of the part of a list after this one."""
    rest = [pair for pair in here if pair[0] != "cursor"]
    return address(path, [*rest, ("cursor", page.next)]) if page.next else None


def _last_day(month: str) -> str:
    """Return the last day of a month (2023-09)."""
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]:02d}"


def _changed(here: list[tuple[str, str]], **values: str | None) -> list[tuple[str, str]]:
    """Return a query with some parameters changed (None: left out), begun from the first item of a list."""
    dropped = {name.rstrip("_") for name in values} | {"cursor"}
    kept = [pair for pair in here if pair[0] not in dropped]
    return kept + [(name.rstrip("_"), value) for name, value in values.items() if value is not None]
