"""`serve`: the archive in a browser and over HTTP."""

from __future__ import annotations

import copy
import os
import socket
from functools import partial
from typing import Annotated, Any

import msgspec
import typer

from dragoman.errors import UsageError
from dragoman.interfaces.cli.options import DEFAULT_ARCHIVE, ArchiveOption, QuietOption, VerboseOption
from dragoman.interfaces.cli.output import note

__all__ = ["HOST", "PORT", "HostOption", "PortOption", "answer_on", "listen", "open_pages", "serve"]

HOST, PORT = "127.0.0.1", 8000

HostOption = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")]


def serve(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    host: HostOption = HOST,
    port: PortOption = PORT,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="Another name under which it is asked.", show_default=False),
    ] = None,
    costly: Annotated[
        int, typer.Option(min=1, metavar="N", help="Searches and changes from one address in a minute.")
    ] = 120,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Processes that answer (2 for a large archive).", show_default=False
        ),
    ] = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Serve the archive: pages for people, the same records as JSON under /api, until stopped.

    Only this machine can ask, unless --host says otherwise. Articles and judgements are taken from whoever shows
    the token in $DRAGOMAN_TOKEN; without one nothing can be changed.

    Examples:

    - `dragoman serve`, then open http://127.0.0.1:8000
    - `dragoman serve --archive world.db --host 0.0.0.0 --name news.example.org`
    """
    open_pages(archive, (host, port), tuple(name or ()), costly=costly, workers=workers, quiet=quiet)


def open_pages(
    archive: str,
    place: tuple[str, int],
    names: tuple[str, ...] = (),
    *,
    costly: int = 120,
    workers: int | None = None,
    quiet: bool = False,
) -> None:
    """Serve an archive until stopped. Raises UsageError where the address is taken or no address of ours."""
    from dragoman.interfaces.api import ServeOptions, create_app
    from dragoman.interfaces.cli import workers as many
    from dragoman.store import Archive
    from dragoman.store.reader import is_small

    host, port = place
    options = ServeOptions(hosts=(host, *names), token=os.environ.get("DRAGOMAN_TOKEN"), costly=costly)
    with Archive.for_readers(archive) as opened:
        count = workers or (1 if is_small(opened) else many.usual())
    with listen(host, port) as listening:
        taken = listening.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        told = f"{archive} is served at http://{shown}:{taken} (Ctrl-C stops it)"
        if count == 1 or not many.possible():
            note(told, quiet=quiet)
            answer_on(listening, create_app(archive, msgspec.structs.replace(options, aside=True)), quiet=quiet)
            return
    ready = partial(note, told, quiet=quiet)
    many.answer(count, archive, options, (host, taken), ready=ready, quiet=quiet)


def answer_on(listening: socket.socket, app: Any, *, quiet: bool) -> None:
    """Answer those who connect to a socket with an application of ours, until stopped."""
    import uvicorn

    from dragoman.interfaces.api import KeptAnswers

    logging = copy.deepcopy(LOGGING)
    if quiet:
        logging["loggers"]["dragoman"]["level"] = "WARNING"
    config = uvicorn.Config(
        KeptAnswers(app, app.state.reader.watch()),
        log_level="warning",
        log_config=logging,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int, *, shared: bool = False) -> socket.socket:
    """Return a socket that listens, `shared` with others of ours. Raises UsageError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, reuse_port=shared)
    except OSError as fault:
        why = fault.strerror or str(fault)
        told = f"cannot listen on {host}, port {port} ({why}): choose another --host or --port"
        raise UsageError(told) from fault


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "uvicorn": {"handlers": ["stderr"], "level": "INFO"},
        "dragoman": {"handlers": ["stderr"], "level": "INFO"},
    },
}
"""One line a request, with its id, on stderr."""
