"""Lists of records as tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.interfaces.cli.lines import fitting, print_wrapped, width
from dragoman.interfaces.wording import brief_dates, count, day, short_dates, source, what
from dragoman.records import Event, Forecast, Relation

if TYPE_CHECKING:  # `read` draws without an archive, and without the database library that comes with it
    from dragoman.ledger import LedgerConflict
    from dragoman.store import Actor, Judged

__all__ = [
    "STATUS_STYLES",
    "draw_actor",
    "draw_actors",
    "draw_conflicts",
    "draw_events",
    "draw_forecasts",
    "draw_judgements",
    "draw_quarantine",
    "draw_relations",
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
WIDE = 110
"""Columns from which an event takes one row of a table."""
_BAR = 8
"""Columns of a full bar."""
NAME = 30
"""Columns for a name or an id in a list of actors."""


def draw_events(console: Console, events: Sequence[Event], today: str | None = None) -> None:
    """Events, one a row, or two lines on a narrow screen; with a day, a line parts what begins after it."""
    if not events:
        console.print("no events")
        return
    coming = [event for event in events if today and (event.earliest or "") > today[:10]]
    past = [event for event in events if event not in coming]
    _draw_rows(console, past)
    if coming and today:
        console.print(Text(f"\nTo come, as of {day(today)}", style="cyan"))
        _draw_rows(console, coming)


def _draw_rows(console: Console, events: Sequence[Event]) -> None:
    wide = console.width >= WIDE
    table = _table("when", "status", "what", *(("told by", "id") if wide else ()))
    for event in events:
        told, id = sources_of(event), Text(event.id, style="dim")
        when, status, said = brief_dates(event.earliest, event.latest), _status(event.status), _plain(event)
        if wide:
            table.add_row(when, status, Text(said), told, id)
        else:
            table.add_row(when, status, Text.assemble(said, "\n", (f"{told} · {event.id}", "dim")))
    for column, least in zip(table.columns, (12, 8), strict=False):
        column.no_wrap, column.min_width = True, least
    if wide:
        table.columns[-1].no_wrap = table.columns[-2].no_wrap = True
    console.print(table)


def _plain(event: Event) -> str:
    """What happened, without the status that a column of its own tells."""
    told = what(event)
    return told.rpartition(" (")[0] if event.status != "occurred" and told.endswith(")") else told


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
    table.add_column(style="dim", no_wrap=True, justify="right")
    for event in events:
        when = short_dates(event.earliest, event.latest)
        told = Text(what(event))
        if event.status != "occurred" and not told.plain.endswith(")"):
            told.append(f" ({event.status})")
        told.stylize(STATUS_STYLES[event.status] if event.status != "occurred" else "")
        table.add_row(f"  ~{when}" if event.dated == "publication" else f"  {when}", told, sources_of(event))
    console.print(table)


def draw_actors(console: Console, actors: Sequence[Actor]) -> None:
    """Actors, one a row, with the commonest forms of their names."""
    table = _table("name", "kind", "country", "articles", "id", "also written")
    names = max((width(actor.name or actor.id) for actor in actors), default=0)
    ids = max((width(actor.id) for actor in actors), default=0)
    room = max(console.width - min(names, NAME) - min(ids, NAME) - 32, 12)
    for actor in actors:
        forms = list(dict.fromkeys(form.text for form in actor.names if form.text != actor.name))
        table.add_row(
            Text(actor.name or actor.id),
            actor.type,
            actor.country or "",
            str(actor.articles),
            Text(actor.id, style="dim", overflow="fold"),
            Text(fitting(forms, room)),
        )
    for column, most in zip(table.columns, (NAME, 4, 7, 8, NAME), strict=False):
        column.max_width = most
    table.columns[3].justify = "right"
    table.columns[-1].no_wrap = True
    _print(console, table, "no actors")


def draw_actor(console: Console, actors: Sequence[Actor]) -> None:
    """One actor with every form of the name in every language."""
    for actor in actors:
        console.print(Text(f"{actor.name or actor.id}", style="bold"))
        told = f"{actor.type} · {actor.country or 'no country'} · {actor.id}"
        console.print(Text(f"{told} · {count(actor.mentions, 'mention')} in {count(actor.articles, 'article')}"))
        table = _table("language", "times", "written")
        table.columns[1].justify = "right"
        for form in actor.names:
            table.add_row(form.language or "", str(form.count), Text(form.text))
        console.print(table)
        for pair in actor.joined:
            told = f"{pair.a} and {pair.b} are one: {'; '.join(pair.reasons)} · undo {pair.id}"
            print_wrapped(console, Text(told, style="dim"), 0)


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
            print_wrapped(console, Text(source(evidence), style="dim"), 2)
            print_wrapped(console, Text(" ".join(evidence.quote.split())), 4)


def draw_relations(console: Console, relations: Sequence[Relation]) -> None:
    """Relations, a period a row: what adds up on either side of nought, and a bar of the mean score."""
    table = _table("between", "and", "time", "events", "cooperation", "conflict", "mean", "")
    for column in table.columns[3:7]:
        column.justify = "right"
    for one in relations:
        table.add_row(
            one.a,
            one.b,
            brief_dates(one.from_, one.to),
            str(one.events),
            Text(f"{one.cooperation:+.1f}", style="green" if one.cooperation else "dim"),
            Text(f"{one.conflict:+.1f}", style="red" if one.conflict else "dim"),
            f"{one.score:+.1f}",
            _bar(one.score),
        )
    _print(console, table, "no relations")


def _bar(score: float) -> Text:
    """A score from -10 to +10 as a bar to the left or to the right of a line."""
    left, right = round(max(-score, 0) / 10 * _BAR), round(max(score, 0) / 10 * _BAR)
    return Text.assemble((f"{'━' * left:>{_BAR}}", "red"), ("│", "dim"), (f"{'━' * right:<{_BAR}}", "green"))


def draw_forecasts(console: Console, forecasts: Sequence[Forecast]) -> None:
    """What was said of the future, one saying a row: when, what came of it, what was said, why, and by whom."""
    table = _table("said", "outcome", "what was expected")
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for forecast in forecasts:
        expected = "" if forecast.expects == "yes" else "not: "
        window = brief_dates(*forecast.window)
        lines = [f"expected {window}" if window != "undated" else "", forecast.why]
        by = f" · {', '.join(forecast.by)}" if forecast.by else ""
        table.add_row(
            brief_dates(forecast.said, forecast.said),
            Text(forecast.outcome, style=OUTCOME_STYLES[forecast.outcome]),
            Text.assemble(expected + forecast.about, ("\n" + "; ".join(x for x in lines if x) + by, "dim")),
        )
    _print(console, table, "no forecasts")


def draw_quarantine(console: Console, refused: Sequence[dict[str, Any]]) -> None:
    """What could not be read, one a row."""
    table = _table("where", "why", "begins")
    for entry in refused:
        excerpt = " ".join(entry["excerpt"].split())[:40]
        table.add_row(Text(entry["origin"], overflow="fold"), Text(entry["reason"]), Text(excerpt, style="dim"))
    _print(console, table, "nothing is in quarantine")


def draw_judgements(console: Console, judged: Sequence[Judged]) -> None:
    """What persons judged, and the event that holds the report now."""
    table = _table("id", "judged", "report", "and", "now in")
    for one in judged:
        now = one.event or ("" if one.kind.endswith(("-actor", "-actors")) else "left out")
        table.add_row(one.id, one.kind, one.report, one.other or "", now)
    _print(console, table, "nobody has judged anything")


def sources_of(event: Event) -> str:
    """By how many independent sources an event is told, and in which languages: 3 sources (bn, hi, vi)."""
    told = count(max(event.independent, 1), "source")
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
