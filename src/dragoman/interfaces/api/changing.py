"""The routes that change an archive: articles taken in, events joined and parted. Each needs the token."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import anyio.to_thread
from litestar import Request, delete, post
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import PathParameter

from dragoman.errors import UsageError
from dragoman.records import Record
from dragoman.sources import RawPage, Refusal
from dragoman.sources.json_articles import from_document
from dragoman.store import AddOptions, AddResult, Archive, Judged

from .guards import may_change

__all__ = ["CHANGING", "JudgementId", "Merge", "Reject", "Split", "judged", "undone"]

ORIGIN = "sent to /api/articles"
MOST = 200
"""Articles of one request at most: reading them is what a request waits for."""
JudgementId = Annotated[str, PathParameter(description="Id of the judgement.", max_length=200)]
_one_at_a_time = threading.Lock()


class Merge(Record, frozen=True, kw_only=True, tag="merge", tag_field="kind", forbid_unknown_fields=True):
    """Two events (ids of theirs, or of reports in them) are one."""

    a: str
    b: str


class Split(Record, frozen=True, kw_only=True, tag="split", tag_field="kind", forbid_unknown_fields=True):
    """A report does not belong to its event."""

    event: str
    report: str


class Reject(Record, frozen=True, kw_only=True, tag="reject", tag_field="kind", forbid_unknown_fields=True):
    """A report says nothing that belongs into the ledger."""

    report: str


@post("/articles", guards=[may_change], opt={"costly": True}, status_code=200)
async def add_articles(request: Request[Any, Any, Any], state: State) -> AddResult:
    """Add an article object, a list of them, or one a line (JSON Lines); what cannot be read is quarantined."""
    pages = _pages(await request.body())
    return await anyio.to_thread.run_sync(_add, str(state.location), pages)


@post("/judgements", guards=[may_change], opt={"costly": True}, status_code=201, sync_to_thread=True)
def judge(data: Merge | Split | Reject, state: State) -> Judged:
    """Join two events, part a report from its event, or reject a report; the answer's `id` takes it back."""
    return judged(data, str(state.location))


@delete("/judgements/{id:str}", guards=[may_change], opt={"costly": True}, status_code=200, sync_to_thread=True)
def undo(id: JudgementId, state: State) -> Judged:
    """Take a judgement back."""
    return undone(id, str(state.location))


CHANGING = (add_articles, judge, undo)
"""All routes that change something."""


def judged(judgement: Merge | Split | Reject, location: str) -> Judged:
    """Keep a judgement in the archive at a location."""
    with _writer(location) as archive:
        match judgement:
            case Merge(a=a, b=b):
                return archive.merge(a, b)
            case Split(event=event, report=report):
                return archive.split(event, report)
            case Reject(report=report):
                return archive.reject(report)


def undone(id: str, location: str) -> Judged:
    """Take a judgement back. Raises 404 where there is none of this id."""
    with _writer(location) as archive:
        if id not in {made.id for made in archive.judgements()}:
            raise NotFoundException(detail=f"no judgement {id}")
        return archive.undo(id)


@contextmanager
def _writer(location: str) -> Iterator[Archive]:
    with _one_at_a_time, Archive(location) as archive:
        yield archive


def _add(location: str, pages: list[RawPage | Refusal]) -> AddResult:
    with _writer(location) as archive:
        return archive.take(pages, AddOptions(jobs=1))


def _pages(body: bytes) -> list[RawPage | Refusal]:
    """Return the articles of a request. Raises UsageError where it holds none, or too many."""
    pages = list(from_document(body, ORIGIN)) if body.strip() else []
    if not any(isinstance(page, RawPage) for page in pages):
        why = next((page.reason for page in pages if isinstance(page, Refusal)), "it is empty")
        raise UsageError(f"the request holds no article object: {why}")
    if len(pages) > MOST:
        raise UsageError(f"the request holds {len(pages)} articles: send at most {MOST} at once")
    return pages
