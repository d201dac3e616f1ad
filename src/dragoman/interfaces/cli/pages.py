"""One event or one reading as a page: each sentence in its own script, with its English beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from dragoman.interfaces.cli.lines import print_wrapped
from dragoman.interfaces.cli.origins import draw_origins
from dragoman.interfaces.cli.tables import STATUS_STYLES
from dragoman.interfaces.wording import count, dates, day, parties, source, what
from dragoman.records import Event, Evidence, Party, Reading, Report

if TYPE_CHECKING:
    from dragoman.ledger import Reason

__all__ = ["draw_event", "draw_readings", "draw_reasons"]

TRIGGER = "bold underline"


def draw_event(console: Console, event: Event, reports: Mapping[str, Report], most: int | None = None) -> None:
    """An event: what, when and where; how its status grew; where reports differ; who had it from whom; every
    sentence.

    `most` bounds how many sentences are shown, and says so.
    """
    console.print(Text(what(event), style="bold"))
    _header(console, event)
    if event.history:
        console.print(Text("\nHistory", style="bold"))
        for entry in event.history:
            line = Text(f"  {day(entry.said):<20} ")
            line.append(f"{entry.status:<14}", style=STATUS_STYLES.get(entry.status, ""))
            line.append(", ".join(entry.by))
            print_wrapped(console, line, 0)
    if event.conflicts:
        console.print(Text("\nConflicts", style="bold"))
        for conflict in event.conflicts:
            console.print(Text(f"  {conflict.kind}: {conflict.detail}", style="red"))
    draw_origins(console, event)
    console.print(Text("\nEvidence", style="bold"))
    for evidence in event.evidence[:most]:
        _evidence(console, evidence, reports.get(evidence.report))
    if most is not None and len(event.evidence) > most:
        more = count(len(event.evidence) - most, "further sentence")
        console.print(Text(f"\n  {more}: dragoman show {event.id}", style="dim"))


def draw_readings(console: Console, readings: Sequence[Reading]) -> None:
    """Readings: what each article says, sentence by sentence."""
    for reading in readings:
        published = day(reading.published) if reading.published else None
        known = (reading.title or "untitled", reading.outlet, published, reading.language)
        print_wrapped(console, Text(" · ".join(part for part in known if part), style="bold"), 0)
        found = f"{count(len(reading.names), 'name')}, {count(len(reading.times), 'time')}"
        sentences, told = count(len(reading.sentences), "sentence"), count(len(reading.reports), "report")
        console.print(Text(f"{sentences}, {found}, {told}"))
        for index, sentence in enumerate(reading.sentences):
            reports = [report for report in reading.reports if report.sentence == index]
            if reports:
                text = Text(reading.text[sentence.start : sentence.end])
                for report in reports:
                    _mark(text, report, sentence.start)
                console.print()
                print_wrapped(console, text, 2)
            for report in reports:
                _report(console, report)
        for warning in reading.warnings:
            console.print(Text(f"  ! {warning.kind}: {warning.detail}", style="red"))
        console.print()


def draw_reasons(console: Console, reasons: Sequence[Reason]) -> None:
    """Why the reports of an event are one: the features of each pair, with what they add to the score."""
    if not reasons:
        console.print("one report alone: nothing was joined")
    for reason in reasons:
        line = Text(f"{reason.report} fits {reason.other}", style="bold")
        if reason.score is None:
            line.append(" by other reports, or by a person's judgement", style="not bold yellow")
        else:
            line.append(f"  {reason.score:.2f}", style="not bold")
        console.print(line)
        for one in reason.findings:
            console.print(Text(f"  {one.adds:+.2f}  {one.feature}: {one.level}"))


def _header(console: Console, event: Event) -> None:
    line = Text(event.status, style=STATUS_STYLES.get(event.status, ""))
    line.append(f" · {dates(event.earliest, event.latest)}", style="default")
    if event.dated == "publication":
        line.append(" (by the day of publication)", style="default")
    if event.place and (place := event.place.name or event.place.country):
        line.append(f" · {place}", style="default")
    line.append(f" · {'/'.join((event.type, *event.mode))}", style="default")
    line.append(f" · {event.id}", style="dim")
    console.print(line)
    told = f"{count(event.reports, 'report')} in {count(event.articles, 'article')}"
    console.print(Text(f"{told}, {count(event.independent, 'independent source')}; {', '.join(event.languages)}"))
    if event.recipients:
        console.print(Text(f"{parties(event.actors)} → {parties(event.recipients)}"))
    if event.part_of:
        console.print(Text(f"part of {event.part_of}"))


def _evidence(console: Console, evidence: Evidence, report: Report | None) -> None:
    console.print()
    print_wrapped(console, Text(source(evidence), style="dim"), 2)
    quote = Text(evidence.quote)
    if report is not None:
        _mark(quote, report, evidence.start)
    print_wrapped(console, quote, 4)
    if report is not None:
        _report(console, report)
    else:
        console.print(Text(f"      {evidence.status} · {', '.join(evidence.attribution)}"))
    if evidence.url:
        console.print(Text(f"      {evidence.url}", style="dim"))


def _mark(text: Text, report: Report, offset: int) -> None:
    """Underline the trigger; `offset` is where the quoted sentence begins in the article."""
    text.stylize(TRIGGER, max(report.trigger.start - offset, 0), max(report.trigger.end - offset, 0))


def _report(console: Console, report: Report) -> None:
    line = Text("= ", style="dim")
    line.append(report.gloss or report.type, style="not dim italic")
    print_wrapped(console, line, 6)
    facts = Text()
    facts.append(report.status, style=STATUS_STYLES.get(report.status, ""))
    facts.append(f" · {'/'.join((report.type, *report.mode))}")
    sides = [side for side in (_parties(report.actors), _parties(report.recipients)) if side]
    if sides:
        facts.append(f" · {' → '.join(sides)}")
    if report.time and (report.time.earliest or report.time.latest):
        facts.append(f" · {dates(report.time.earliest, report.time.latest)}")
    chain = [link.name for link in report.attribution if link.name]
    if chain:
        facts.append(f" · says {' citing '.join(chain)}")
    facts.append(f" · {report.confidence:.2f}", style="dim")
    print_wrapped(console, facts, 8)


def _parties(found: Sequence[Party]) -> str:
    return ", ".join(party.name or party.text or party.entity or "unknown" for party in found)
