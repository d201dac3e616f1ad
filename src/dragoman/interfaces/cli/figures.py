"""How figures are drawn on a terminal: trends, the network of relations, the record of sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.interfaces.wording import brief_dates, count

if TYPE_CHECKING:
    from dragoman.ledger import Network, TrackRecord, Trend

__all__ = ["draw_network", "draw_track_records", "draw_trends"]

TIES = 20
"""Ties and triads that are shown on a terminal; all of them are in jsonl."""
_WORDS = {
    "warmer": "growing warmer",
    "colder": "growing colder",
    "none": "no clear trend",
    "unknown": "too few periods for a trend",
}
_COLOURS = {"warmer": "green", "colder": "red"}


def draw_trends(console: Console, trends: Sequence[Trend]) -> None:
    """One pair after the other: its slope with the interval, then a period a row with the events behind it."""
    if not trends:
        console.print("no relations", style="dim")
    for trend in trends:
        console.print(Text(f"{trend.a} and {trend.b}", style="bold"))
        told = _WORDS[trend.direction]
        if trend.slope is not None:
            told += f": {trend.slope:+.2f} a year (95 in 100: {trend.low:+.2f} to {trend.high:+.2f})"
        console.print(Text(told, style=_COLOURS.get(trend.direction, "dim")))
        table = _table("time", "mean", "events", "behind")
        for point in trend.points:
            behind = ", ".join(point.behind[:3]) + (" …" if len(point.behind) > 3 else "")
            table.add_row(brief_dates(point.from_, point.to), f"{point.score:+.1f}", str(point.events), behind)
        console.print(table)


def draw_network(console: Console, networks: Sequence[Network]) -> None:
    """Blocs, the busiest ties, and the triads that are out of balance."""
    for network in networks:
        console.print(f"{count(len(network.sides), 'side')}, {count(len(network.ties), 'tie')}")
        blocs = _table("bloc", "members")
        for bloc in network.blocs:
            blocs.add_row(str(bloc.number), ", ".join(bloc.members))
        ties = _table("between", "and", "events", "cooperation", "conflict", "mean")
        for tie in network.ties[:TIES]:
            ties.add_row(
                tie.a,
                tie.b,
                str(tie.events),
                f"{tie.cooperation:+.1f}",
                f"{tie.conflict:+.1f}",
                f"{tie.score:+.1f}",
            )
        triads = _table("at odds", "with", "both friends of", "strength")
        for triad in network.triads[:TIES]:
            triads.add_row(triad.a, triad.b, triad.shared, f"{triad.strength:.1f}")
        for table in (blocs, ties, triads):
            if table.row_count:
                console.print(table)


def draw_track_records(console: Console, records: Sequence[TrackRecord]) -> None:
    """One source a row: what came of its forecasts, and how often it was right, with the interval."""
    table = _table("source", "came true", "did not", "open", "void", "void share", "right", "95 in 100")
    for column in table.columns[1:]:
        column.justify = "right"
    for one in records:
        right = "" if one.share is None else f"{one.share:.0%}"
        between = "" if one.low is None or one.high is None else f"{one.low:.0%} - {one.high:.0%}"
        void = "" if one.void_share is None else f"{one.void_share:.0%}"
        table.add_row(
            one.source, str(one.came_true), str(one.did_not), str(one.open), str(one.void), void, right, between
        )
    console.print(table if records else Text("no forecasts", style="dim"))


def _table(*headers: str) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    for header in headers:
        table.add_column(header)
    return table
