"""A person's judgements on an archive: events joined, reports taken out of events or rejected, all of it undone.

A judgement is a row keyed by reports; reports never change, and a row whose report is no longer read waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from dragoman.errors import UsageError
from dragoman.records import Event, Record
from dragoman.store import people, queries, writes

if TYPE_CHECKING:
    from dragoman.ledger import Judgement

__all__ = ["Judged", "merge", "reject", "split", "undo"]


class Judged(Record, frozen=True, kw_only=True):
    """A judgement as it is listed: `id` undoes it, `event` holds its report now (null for a rejected one)."""

    id: str
    kind: str
    report: str
    other: str | None = None
    event: str | None = None


def merge(connection: Connection, a: str, b: str) -> Judgement:
    """Judge that two events or actors are one. `a` and `b` are ids of events, of reports in them, or of actors."""
    from dragoman.ledger import Judgement

    if people.is_actor(a) and people.is_actor(b):
        return people.join(connection, a, b)
    one, other = sorted((_event(connection, a), _event(connection, b)), key=lambda event: event.id)
    if one.id == other.id:
        raise UsageError(f"{a} and {b} are one event already: {one.id}")
    own, others = _own_reports(connection, one), _own_reports(connection, other)
    _refuse_against(
        connection,
        lambda made: made.kind == "different" and bool({made.report, made.other} & own)
        and bool({made.report, made.other} & others),
        "keeps them apart",
    )  # fmt: skip
    return _kept(connection, Judgement(kind="same", report=one.id, other=other.id))


def split(connection: Connection, event: str, report: str) -> Judgement:
    """Judge that a report does not belong to the event that holds it."""
    from dragoman.ledger import Judgement

    held = _event(connection, event)
    if report not in {evidence.report for evidence in held.evidence}:
        raise UsageError(f"{held.id} has no report {report}: `dragoman show {held.id} --format jsonl` lists them")
    own = _own_reports(connection, held)
    if report not in own:
        part = _event(connection, report)
        raise UsageError(f"{report} is told by a part of {held.id}: say `dragoman split {part.id} {report}`")
    if len(own) == 1:
        raise UsageError(
            f"{report} is all that {held.id} has: `dragoman reject {report}` takes it out of the ledger"
        )
    _refuse_against(
        connection, lambda made: made.kind == "same" and report in (made.report, made.other), "joined it"
    )
    other = next(one.report for one in held.evidence if one.report != report and one.report in own)
    return _kept(connection, Judgement(kind="different", report=report, other=other))


def reject(connection: Connection, report: str) -> Judgement:
    """Judge that a report says nothing that belongs into the ledger."""
    from dragoman.ledger import Judgement

    if not queries.reports(connection, [report]):
        raise UsageError(f"there is no report {report}: `dragoman show EVENT --format jsonl` lists an event's")
    return _kept(connection, Judgement(kind="reject", report=report))


def undo(connection: Connection, id: str) -> Judgement:
    """Take a judgement back; of two actors that were joined without one, judge that they are two."""
    for made in (*queries.judgements(connection), *queries.judgements(connection, actors=True)):
        if made.id == id:
            writes.drop_judgement(connection, made)
            return made
    if (parted := people.part(connection, id)) is not None:
        return parted
    raise UsageError(f"there is no judgement {id}: `dragoman show judgements` lists them")


def _event(connection: Connection, id: str) -> Event:
    found = queries.event(connection, id) or queries.current_event(connection, id)
    if found is None:
        raise UsageError(f"there is no event {id}: `dragoman events` lists ids")
    return found


def _own_reports(connection: Connection, event: Event) -> set[str]:
    """Return the reports of an event without those of its parts."""
    held = queries.holders(connection, [evidence.report for evidence in event.evidence])
    return {report for report, holder in held.items() if holder == event.id}


def _refuse_against(connection: Connection, against: Callable[[Judgement], bool], what: str) -> None:
    for made in queries.judgements(connection):
        if against(made):
            raise UsageError(f"the judgement {made.id} {what}: `dragoman undo {made.id}` takes it back first")


def _kept(connection: Connection, judgement: Judgement) -> Judgement:
    writes.put_judgement(connection, judgement)
    return judgement
