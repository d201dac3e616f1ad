"""`demo`: an archive of the articles that ship with the package, and what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.interfaces.cli.options import QuietOption, VerboseOption, open_archive
from dragoman.interfaces.cli.output import console
from dragoman.interfaces.cli.serving import HOST, PORT, HostOption, PortOption, open_pages

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.ledger import LedgerConflict
    from dragoman.records import Event, Forecast
    from dragoman.store import Archive

__all__ = ["demo"]

SAMPLES = Path(__file__).parents[2] / "samples"
DEMO_ARCHIVE = "dragoman-demo.db"
LINES = 24
"""Lines of the chronicle that are shown: those told most widely."""
SHOWN = 3
SENTENCES = 6
"""Sentences shown of an event."""


def demo(
    archive: Annotated[
        str, typer.Option("--archive", metavar="PATH", help="The archive to build.")
    ] = DEMO_ARCHIVE,
    serve: Annotated[bool, typer.Option("--serve", help="Serve its pages when it is built.")] = False,
    host: HostOption = HOST,
    port: PortOption = PORT,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Build dragoman-demo.db from the articles that ship with the package and show what is in it.

    Examples:

    - `dragoman demo`, then `dragoman timeline Russia --archive dragoman-demo.db`
    - `dragoman demo --serve`, then open http://127.0.0.1:8000
    """
    target = console()
    if archive == DEMO_ARCHIVE:  # built anew by whatever program this is; an archive of another name is the user's
        for ending in ("", "-wal", "-shm"):
            Path(archive + ending).unlink(missing_ok=True)
    with open_archive(archive, create=True) as opened:
        result = opened.add(SAMPLES)
        if not quiet and not serve:
            _show(target, opened, result.seconds, archive)
    if serve:
        open_pages(archive, (host, port), quiet=quiet)


def _show(target: Console, opened: Archive, seconds: float, archive: str) -> None:
    counts = opened.counts()
    target.print(
        f"[bold]{counts['articles']} articles[/bold] in {len(_languages(opened))} languages tell "
        f"[bold]{counts['events']} events[/bold] in {counts['reports']} reports "
        f"({seconds:.1f} s, {archive})\n"
    )
    _tell(target, opened)
    target.print(
        f"\nGo on with [bold]dragoman timeline --archive {archive}[/bold], "
        f"[bold]dragoman demo --serve[/bold] or your own articles: [bold]dragoman add FOLDER[/bold]"
    )


def _tell(target: Console, opened: Archive) -> None:
    from dragoman.interfaces.cli.pages import draw_event
    from dragoman.interfaces.cli.tables import draw_conflicts, draw_forecasts, draw_timeline

    dated = [event for event in opened.events(dated=True, whole=True) if event.dated == "text"]
    widest = sorted(dated, key=_weight)
    kept = {event.id for event in widest[:LINES]}
    _head(target, "A chronicle of what most languages tell")
    draw_timeline(target, [event for event in dated if event.id in kept], opened.day())
    _head(target, "Three events, and the sentences behind them")
    for event in _different(widest):
        target.print()
        draw_event(target, event, opened.reports(x.report for x in event.evidence), SENTENCES)
    if conflicts := opened.conflicts():
        _head(target, "Where reports disagree")
        draw_conflicts(target, _of_each_kind(conflicts))
    if told := _settled(opened.forecasts()):
        _head(target, "What was announced, and what came of it")
        draw_forecasts(target, told)


def _head(target: Console, title: str) -> None:
    target.print()
    target.rule(f"[bold]{title}[/bold]", align="left")


def _settled(forecasts: Sequence[Forecast]) -> list[Forecast]:
    """Some announcements that were decided, of each outcome the first."""
    kept = [one for one in forecasts if one.outcome in ("came true", "did not")]
    first = {one.outcome: one for one in reversed(kept)}
    return list(first.values()) + [one for one in kept if one not in first.values()][: SHOWN - len(first)]


def _of_each_kind(conflicts: Sequence[LedgerConflict]) -> list[LedgerConflict]:
    """The first conflict of each kind, and more where there are few kinds."""
    first = {one.kind: one for one in reversed(conflicts)}
    chosen = [one for one in conflicts if first[one.kind] is one]
    return (chosen + [one for one in conflicts if one not in chosen])[:SHOWN]


def _weight(event: Event) -> tuple[int, int, int, str]:
    """Sorts first what most languages and most independent sources tell."""
    return (-len(event.languages), -event.independent, -event.reports, event.id)


def _different(widest: list[Event]) -> list[Event]:
    """The widest told events of three types, a disputed one and one that was announced first among them."""
    disputed = [event for event in widest if event.status == "disputed"]
    foretold = [event for event in widest if {"planned", "occurred"} <= {x.status for x in event.history}]
    chosen: list[Event] = []
    for candidates in (foretold, disputed, widest, widest, widest):
        fresh = [x for x in candidates if x.type not in {kept.type for kept in chosen}]
        chosen += fresh[:1]
    return chosen[:SHOWN]


def _languages(opened: Archive) -> set[str]:
    return {reading.language for reading in opened.readings() if reading.language}
