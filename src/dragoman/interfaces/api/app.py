"""The application: routes, what they may ask for, what stands around them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, Router, get
from litestar.datastructures import State
from litestar.di import Provide
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from dragoman import __version__
from dragoman.store import Archive, Reader
from dragoman.store.aside import Aside

from .changing import CHANGING
from .describing import describe, parameters_of
from .guards import allowed_host, known_parameters, send_with_headers
from .options import ServeOptions
from .parameters import TheReader, dependencies
from .problems import answer
from .routes import READING

__all__ = ["create_app"]


def create_app(location: str | Path, options: ServeOptions | None = None, aside: Aside | None = None) -> Litestar:
    """Return the application that serves an archive. Raises ArchiveError where that cannot be opened.

    `aside` works out long lists, where the options do not ask for a process of its own that does.
    """
    from dragoman.interfaces.web import routes  # pages stand on what this room offers

    chosen = options or ServeOptions()
    archive = Archive.for_readers(location, seconds=chosen.seconds, threads=chosen.threads)
    aside = Aside(str(location)) if chosen.aside else aside
    reader = Reader(archive, aside, chosen.seconds)

    @asynccontextmanager
    async def lifespan(_app: Litestar) -> AsyncIterator[None]:
        turns = ThreadPoolExecutor(chosen.threads, thread_name_prefix="answer")
        asyncio.get_running_loop().set_default_executor(turns)
        reader.prepare()
        try:
            yield
        finally:
            turns.shutdown(wait=False, cancel_futures=True)
            if aside is not None:
                aside.close()
            archive.close()

    app = Litestar(
        route_handlers=[_api(chosen), health, *routes(counted(chosen))],
        dependencies={
            "reader": Provide(lambda: reader, sync_to_thread=False),
            "archive": Provide(lambda: archive, sync_to_thread=False),
            **dependencies(),
        },
        state=State({"options": chosen, "location": str(location), "reader": reader}),
        lifespan=[lifespan],
        before_request=allowed_host(chosen),
        before_send=[send_with_headers],
        exception_handlers={Exception: _answer},
        request_max_body_size=chosen.largest,
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="Dragoman",
            version=__version__,
            description="Who did what to whom, when and where, and who says so.",
            path="/schema",
            use_handler_docstrings=True,
            render_plugins=[JsonRenderPlugin(path="/")],
        ),
    )
    describe(app)
    app.state.parameters = parameters_of(app)
    return app


def _api(options: ServeOptions) -> Router:
    """Return the routes of the API."""
    handlers = [*READING, *CHANGING]
    return Router("/api", route_handlers=handlers, middleware=[counted(options)], before_request=checked)


def counted(options: ServeOptions) -> Any:
    """Return the middleware that counts what costs much for each address, and refuses what is too much."""
    return RateLimitConfig(rate_limit=("minute", options.costly), check_throttle_handler=_is_costly).middleware


def checked(request: Request[Any, Any, Any]) -> None:
    """Look at a request before anything is done for it."""
    options: ServeOptions = request.app.state.options
    allowed_host(options)(request)
    known_parameters(request)


def _is_costly(request: Request[Any, Any, Any]) -> bool:
    return bool(request.route_handler.opt.get("costly"))


@get("/health", sync_to_thread=True)
def health(reader: TheReader) -> dict[str, str]:
    """Answers while the archive can be read."""
    return {"status": "ok", "state": reader.archive.state}


def _answer(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    from dragoman.interfaces.web import error_page

    problem = answer(request, fault)
    path = request.url.path
    if path.startswith(("/api", "/schema", "/health")):
        return problem
    return error_page(request, problem) or problem
