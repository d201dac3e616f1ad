"""Several processes that answer on one port: the system shares connections out among them.

One more works out long lists for all of them. A process that ends is started again; all end with the first one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from dragoman.errors import ArchiveError

if TYPE_CHECKING:
    from dragoman.interfaces.api import ServeOptions

__all__ = ["answer", "possible", "usual"]

USUAL = 2
"""Processes that answer for a large archive."""
TOO_SOON = 2.0
"""Seconds after which a process may end and be started again: one that ends sooner would do so for ever."""
GRACE = 5.0
"""Seconds that processes have to end what they answer."""


class _Job(NamedTuple):
    """What a process does, and with what."""

    work: Callable[..., None]
    given: tuple[Any, ...]


def possible() -> bool:
    """Tell whether the system shares connections out among processes that listen on one port."""
    return sys.platform == "linux" and hasattr(socket, "SO_REUSEPORT")


def usual() -> int:
    """Return how many processes answer where nobody says: no more than there are cores."""
    return min(USUAL, os.cpu_count() or 1)


def answer(
    count: int,
    archive: str,
    options: ServeOptions,
    place: tuple[str, int],
    *,
    ready: Callable[[], None],
    quiet: bool,
) -> None:
    """Answer with so many processes on an address and port, until stopped; `ready` is called when they do."""
    share = msgspec.structs.replace(options, costly=-(-options.costly // count), aside=False)
    with TemporaryDirectory(prefix="dragoman-") as folder:
        address = str(Path(folder) / "aside")
        jobs = [_Job(_work_out, (address, archive))]
        jobs += [_Job(_answer, (address, archive, share, place, quiet))] * count
        with _stoppable():
            threading.Thread(target=_call_when_open, args=(place, ready), daemon=True).start()
            _keep_running(jobs)


def _keep_running(jobs: list[_Job]) -> None:
    context = multiprocessing.get_context("spawn")
    running: dict[int, tuple[BaseProcess, _Job, float]] = {}

    def start(job: _Job) -> None:
        process = context.Process(target=job.work, args=job.given, daemon=True)
        process.start()
        running[process.sentinel] = process, job, time.monotonic()

    try:
        for job in jobs:
            start(job)
        while True:
            for sentinel in wait(list(running)):
                assert isinstance(sentinel, int)
                process, job, began = running.pop(sentinel)
                if time.monotonic() - began < TOO_SOON:
                    raise ArchiveError(
                        f"a process that serves the archive ended at once (code {process.exitcode})"
                    )
                start(job)
    finally:
        for process, _, _ in running.values():
            process.terminate()
        for process, _, _ in running.values():
            process.join(GRACE)


def _call_when_open(place: tuple[str, int], ready: Callable[[], None]) -> None:
    while True:
        with suppress(OSError), socket.create_connection(place, timeout=TOO_SOON):
            ready()
            return
        time.sleep(0.1)


def _work_out(address: str, archive: str) -> None:
    from dragoman.store.aside import answer_at

    _end_with_parent()
    answer_at(address, archive)


def _answer(address: str, archive: str, options: ServeOptions, place: tuple[str, int], quiet: bool) -> None:
    from dragoman.interfaces.api import create_app
    from dragoman.interfaces.cli.serving import answer_on, listen
    from dragoman.store.aside import Aside

    _end_with_parent()
    host, port = place
    with listen(host, port, shared=True) as listening:
        answer_on(listening, create_app(archive, options, Aside(archive, address)), quiet=quiet)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None

    def end() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end, daemon=True).start()


@contextmanager
def _stoppable() -> Iterator[None]:
    """Have SIGTERM end what is within as Ctrl-C does, but quietly."""

    def stop(_signal: int, _frame: object) -> None:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
