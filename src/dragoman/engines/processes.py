"""Reading many articles: in this process, or in as many as the machine has cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec

from dragoman.records import Article, Reading, Record

if TYPE_CHECKING:
    from dragoman.pipeline import Context

__all__ = ["Unread", "map_articles"]

WORTH_A_POOL = 40
"""Fewer articles than this are read before other processes would have started."""
CHUNK = 16
"""Articles that a worker takes at once."""
AHEAD = 3
"""Chunks that wait for each worker, so that none idles and memory stays bounded."""

_encode = msgspec.msgpack.Encoder().encode
_articles = msgspec.msgpack.Decoder(list[Article])


class Unread(Record, frozen=True, kw_only=True):
    """What stands in for a reading where the reader failed on an article."""

    reason: str


_results = msgspec.msgpack.Decoder(list[tuple[Reading | None, str]])


def map_articles(
    articles: Iterable[Article], jobs: int | None = None, knowledge: str | None = None
) -> Iterator[tuple[Article, Reading | Unread]]:
    """Yield each article with its reading, in the order of the input, whatever number of processes works.

    `jobs` None takes every core where there are enough articles to be worth it. With one job nothing is
    taken ahead of what was asked for, so that readings stream. `knowledge` is the path of a user's entities.
    """
    waiting = iter(articles)
    if jobs is None:
        first = list(islice(waiting, WORTH_A_POOL))
        jobs = (os.cpu_count() or 1) if len(first) == WORTH_A_POOL else 1
        waiting = chain(first, waiting)
    if jobs <= 1:
        for article in waiting:
            reading, fault = _read_one(article, knowledge)
            yield article, reading or Unread(reason=fault)
    else:
        yield from _in_pool(waiting, jobs, knowledge)


def _in_pool(
    articles: Iterator[Article], jobs: int, knowledge: str | None
) -> Iterator[tuple[Article, Reading | Unread]]:
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    if method == "fork":
        _context(knowledge)  # loaded once, and shared with the workers
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context(method), initializer=_ignore_interrupts
    )
    pending: deque[tuple[list[Article], Future[bytes]]] = deque()
    try:
        while True:
            while len(pending) < jobs * AHEAD and (chunk := list(islice(articles, CHUNK))):
                pending.append((chunk, pool.submit(_read_chunk, _encode(chunk), knowledge)))
            if not pending:
                break
            chunk, future = pending.popleft()
            for article, (reading, fault) in zip(chunk, _results.decode(future.result()), strict=True):
                yield article, reading or Unread(reason=fault)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal's group; the first process alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_chunk(data: bytes, knowledge: str | None) -> bytes:
    return _encode([_read_one(article, knowledge) for article in _articles.decode(data)])


def _read_one(article: Article, knowledge: str | None) -> tuple[Reading | None, str]:
    from dragoman.pipeline import read_article

    context = _context(knowledge)
    try:
        return read_article(article, context), ""
    except Exception as fault:  # a fault of the reader on one article must not end the run for the others
        return None, f"the reader failed: {type(fault).__name__}: {fault}"


@cache
def _context(knowledge: str | None) -> Context:
    from dragoman.engines.pages import context_of

    return context_of(knowledge)
