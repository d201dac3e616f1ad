"""One event: what is said of it, by whom, in which words."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from litestar import Response, get
from litestar.params import PathParameter, QueryParameter

from dragoman.interfaces.api.answers import found
from dragoman.interfaces.api.parameters import TheReader
from dragoman.records import Event, Evidence

from .marks import marks_of_evidence
from .page import Asked, rendered

__all__ = ["HANDLERS"]

EXPLAINED = 60
"""Reports of an event for which it is worked out why they are one."""


class Passage(NamedTuple):
    """A sentence and the reports that were read in it."""

    first: Evidence
    reports: list[Evidence]


class Origin(NamedTuple):
    """Passages that go back to one origin, by article; whom they cite; and why each leans on that origin."""

    articles: list[list[Passage]]
    source: str | None
    reasons: dict[str, str]


@get("/events/{id:path}", sync_to_thread=True)
def one_event(
    request: Asked,
    reader: TheReader,
    id: Annotated[str, PathParameter(max_length=2000)],
    why: Annotated[int | None, QueryParameter(ge=0, le=1)] = None,
    done: Annotated[str | None, QueryParameter(max_length=20)] = None,
) -> Response[str]:
    """One event with all evidence."""
    archive = reader.archive
    event = found(archive.event(id.removeprefix("/")), f"no event {id.removeprefix('/')}")
    reports = archive.reports(one.report for one in event.evidence)
    return rendered(
        request,
        "event.html",
        event=event,
        reports=reports,
        marks_of_evidence=marks_of_evidence,
        origins=origins(event),
        whole=archive.event(event.part_of) if event.part_of else None,
        parts_of=archive.parts(event),
        reasons=archive.reasons(event) if why and event.reports <= EXPLAINED else None,
        judgements=[one for one in archive.judgements() if one.event == event.id],
        done=done,
        state=archive.state,
    )


def origins(event: Event) -> list[Origin]:
    """Arrange the evidence of an event by origin, article and sentence."""
    by_article: dict[str, dict[tuple[int, int], list[Evidence]]] = {}
    for one in event.evidence:
        by_article.setdefault(one.article, {}).setdefault((one.start, one.end), []).append(one)
    return [
        Origin(
            [[Passage(same[0], same) for same in by_article.pop(article).values()] for article in kept],
            origin.source,
            {lead.article: lead.reason for lead in reversed(origin.leads)},
        )
        for origin in event.origins
        if (kept := [article for article in origin.articles if article in by_article])
    ]


HANDLERS = (one_event,)
