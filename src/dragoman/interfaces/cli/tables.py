"""Lists of records as tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.interfaces.wording import count, dates, day, short_dates, what
from dragoman.records import Event, Forecast

if TYPE_CHECKING:  # `read` draws without an archive, and without the database library that comes with it
    from dragoman.ledger import LedgerConflict
    from dragoman.store import Actor

__all__ = [
    "STATUS_STYLES",
    "draw_actor",
    "draw_actors",
    "draw_conflicts",
    "draw_events",
    "draw_forecasts",
    "draw_quarantine",
    "draw_timeline",
    "sources_of",
]

STATUS_STYLES = {
    "occurred": "green",
    "ongoing": "green",
    "planned": "cyan",
    "proposed": "cyan",
    "conditional": "cyan",
    "forecast": "blue",
    "alleged": "yellow",
    "denied": "magenta",
    "not_occurred": "magenta",
    "disputed": "bold red",
    "cancelled": "magenta",
}
OUTCOME_STYLES = {"came true": "green", "did not": "red", "open": "cyan", "void": "dim"}


def draw_events(console: Console, events: Sequence[Event]) -> None:
    """Events, one a row."""
    table = _table("when", "what", "status", "told by", "id")
    for event in events:
        table.add_row(
            dates(event.earliest, event.latest),
            Text(what(event)),
            _status(event.status),
            sources_of(event),
            Text(event.id, style="dim", overflow="fold"),
        )
    _print(console, table, "no events")


def draw_timeline(console: Console, events: Sequence[Event], today: str | None) -> None:
    """Dated events as a chronicle, with a line between what is past and what is to come as of a day."""
    if not events:
        console.print("no dated events")
        return
    coming = False
    year = ""
    rows: list[Event] = []
    for event in events:
        first = event.earliest or event.latest or ""
        turns = bool(today and not coming and first > today[:10])
        if turns or first[:4] != year:
            _draw_year(console, year, rows)
            rows, year = [], first[:4]
        if turns:
            coming = True
            console.print(Text(f"\nTo come, as of {day(today)}", style="cyan"))
        rows.append(event)
    _draw_year(console, year, rows)
    if any(event.dated == "publication" for event in events):
        console.print(Text("\n~ dated by the day of publication", style="dim"))


def _draw_year(console: Console, year: str, events: Sequence[Event]) -> None:
    if not events:
        return
    console.print(Text(f"\n{year}", style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(min_width=17, style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(style="dim", no_wrap=True)
    for event in events:
        when = short_dates(event.earliest, event.latest)
        told = Text(what(event))
        if event.status != "occurred" and not told.plain.endswith(f"({event.status})"):
            told.append(f" ({event.status})")
        told.stylize(STATUS_STYLES[event.status] if event.status != "occurred" else "")
        table.add_row(f"  ~{when}" if event.dated == "publication" else f"  {when}", told, sources_of(event))
    console.print(table)


def draw_actors(console: Console, actors: Sequence[Actor]) -> None:
    """Actors, one a row, with the commonest forms of their names."""
    table = _table("name", "kind", "country", "in articles", "also written", "id")
    for actor in actors:
        forms = list(dict.fromkeys(form.text for form in actor.names if form.text != actor.name))
        table.add_row(
            Text(actor.name or actor.id),
            actor.type,
            actor.country or "",
            str(actor.articles),
            Text(", ".join(forms[:4]) + (" …" if len(forms) > 4 else "")),
            Text(actor.id, style="dim"),
        )
    _print(console, table, "no actors")


def draw_actor(console: Console, actors: Sequence[Actor]) -> None:
    """One actor with every form of the name in every language."""
    for actor in actors:
        console.print(Text(f"{actor.name or actor.id}", style="bold"))
        told = f"{actor.type} · {actor.country or 'no country'} · {actor.id}"
        console.print(Text(f"{told} · {count(actor.mentions, 'mention')} in {count(actor.articles, 'article')}"))
        table = _table("language", "written", "times")
        for form in actor.names:
            table.add_row(form.language or "", Text(form.text), str(form.count))
        console.print(table)


def draw_conflicts(console: Console, conflicts: Sequence[LedgerConflict]) -> None:
    """Contradictions, each with the sentences that contradict each other."""
    if not conflicts:
        console.print("no conflicts")
    for conflict in conflicts:
        line = Text("\n")
        line.append(f"{conflict.kind}: {conflict.detail}", style="bold red")
        line.append(f"  {conflict.event or conflict.article or ''}", style="dim")
        console.print(line)
        for evidence in conflict.evidence:
            source = (evidence.outlet or evidence.article, evidence.published or "undated", evidence.language)
            console.print(Text("  " + " · ".join(part for part in source if part), style="dim"))
            console.print(Padding(Text(" ".join(evidence.quote.split())), (0, 0, 0, 4)))


def draw_forecasts(console: Console, forecasts: Sequence[Forecast]) -> None:
    """What was said of the future, one saying a row."""
    table = _table("said", "by", "about", "expects", "window", "outcome", "why")
    for forecast in forecasts:
        table.add_row(
            day(forecast.said),
            Text(", ".join(forecast.by)),
            Text(forecast.about),
            forecast.expects,
            dates(*forecast.window),
            Text(forecast.outcome, style=OUTCOME_STYLES[forecast.outcome]),
            Text(forecast.why),
        )
    _print(console, table, "no forecasts")


def draw_quarantine(console: Console, refused: Sequence[dict[str, Any]]) -> None:
    """What could not be read, one a row."""
    table = _table("where", "why", "begins")
    for entry in refused:
        excerpt = " ".join(entry["excerpt"].split())[:40]
        table.add_row(Text(entry["origin"], overflow="fold"), Text(entry["reason"]), Text(excerpt, style="dim"))
    _print(console, table, "nothing is in quarantine")


def sources_of(event: Event) -> str:
    """How well an event is told: 3 independent sources (bn, hi, vi)."""
    told = count(event.independent, "independent source") if event.independent > 1 else "1 source"
    languages = f" ({', '.join(event.languages)})" if event.languages else ""
    return told + languages


def _status(status: str) -> Text:
    return Text(status, style=STATUS_STYLES.get(status, ""))


def _table(*headers: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for header in headers:
        table.add_column(header)
    return table


def _print(console: Console, table: Table, nothing: str) -> None:
    console.print(table if table.row_count else nothing)
