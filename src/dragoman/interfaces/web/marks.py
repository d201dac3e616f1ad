"""Text with what was read in it marked: stretches that may overlap, cut into pieces that do not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dragoman.records import Evidence, Name, Reading, Report, Time

__all__ = ["Mark", "Piece", "marked", "marks_between", "marks_of_evidence", "marks_of_reading"]


class Mark(NamedTuple):
    """A stretch of a text (code points, end exclusive), the layer it belongs to, and what is said of it."""

    start: int
    end: int
    layer: str
    note: str = ""


class Piece(NamedTuple):
    """Letters that lie in the same marks: class names of their layers, and what is said of them."""

    text: str
    layers: str
    notes: str


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> list[Piece]:
    """Cut a text into pieces at the edges of marks; what lies outside of it is left out.

    `offset` is where the text begins in the one that the marks count from.
    """
    inside = []
    for mark in marks:
        start, end = max(mark.start - offset, 0), min(mark.end - offset, len(text))
        if start < end:
            inside.append(mark._replace(start=start, end=end))
    edges = sorted({0, len(text), *(one.start for one in inside), *(one.end for one in inside)})
    starts = sorted(inside, key=lambda one: one.start)
    open_: list[Mark] = []
    pieces, next_ = [], 0
    for start, end in pairwise(edges):
        open_ = [one for one in open_ if one.end > start]
        began = []
        while next_ < len(starts) and starts[next_].start == start:
            began.append(starts[next_])
            next_ += 1
        open_ += began
        layers = " ".join(sorted({f"m-{one.layer}" for one in open_}))
        notes = " · ".join(dict.fromkeys(one.note for one in open_ if one.note))
        pieces.append(Piece(text[start:end], layers, notes))
    return pieces


def marks_of_report(report: Report | None) -> list[Mark]:
    """Return where a report's parts stand: who acts, the act, upon whom, where, when, and who says so."""
    if report is None:
        return []
    found = [Mark(report.trigger.start, report.trigger.end, "act")]
    found += [Mark(one.start, one.end, "actor") for one in report.actors]
    found += [Mark(one.start, one.end, "recipient") for one in report.recipients]
    found += [Mark(one.start, one.end, "source") for one in report.attribution]
    if report.place is not None:
        found.append(Mark(report.place.start, report.place.end, "place"))
    if report.time is not None:
        found.append(Mark(report.time.start, report.time.end, "time"))
    return found


def marks_of_evidence(evidence: Iterable[Evidence], reports: dict[str, Report]) -> list[Mark]:
    """Return the marks of all reports of one sentence."""
    return [mark for one in evidence for mark in marks_of_report(reports.get(one.report))]


def marks_of_reading(reading: Reading) -> list[Mark]:
    """Return everything that was read in an article, layer by layer."""
    found = [Mark(x.start, x.end, "times", _time_note(x)) for x in reading.times]
    found += [Mark(x.start, x.end, "names", _name_note(x)) for x in reading.names]
    found += [Mark(x.start, x.end, "quotations") for x in reading.quotations]
    found += [Mark(x.start, x.end, "dropped", x.why) for x in reading.dropped]
    found += [Mark(x.start, x.end, "warnings", x.detail) for x in reading.warnings]
    found += [Mark(x.trigger.start, x.trigger.end, "reports", x.gloss) for x in reading.reports]
    return found


def marks_between(marks: list[Mark], start: int, end: int) -> list[Mark]:
    """Return the marks that reach into a stretch."""
    return [one for one in marks if one.start < end and one.end > start]


def _time_note(time: Time) -> str:
    span = " – ".join(dict.fromkeys(day for day in (time.earliest, time.latest) if day))
    return span or time.value or time.type


def _name_note(name: Name) -> str:
    return " · ".join(dict.fromkeys(one for one in (name.name, name.entity) if one)) or name.type
