"""`events`, `show` and `timeline`: what the archive knows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import UsageError
from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ActorOption,
    ArchiveOption,
    AsOfOption,
    Format,
    FormatOption,
    LanguageOption,
    LimitOption,
    OutletOption,
    PlaceOption,
    QuietOption,
    SinceOption,
    StatusOption,
    TypeOption,
    UntilOption,
    VerboseOption,
    WithOption,
    open_archive,
)
from dragoman.interfaces.cli.output import chosen, console, harmless, note, print_line, print_records

if TYPE_CHECKING:
    from dragoman.records import Event
    from dragoman.store import Archive

__all__ = ["events", "show", "timeline"]

SCREEN = 100
"""Events shown on a terminal unless more are asked for."""


def events(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    since: SinceOption = None,
    until: UntilOption = None,
    actor: ActorOption = None,
    with_: WithOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    place: PlaceOption = None,
    language: LanguageOption = None,
    outlet: OutletOption = None,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the ledger: every event of every status, by earliest date, or those that filters keep.

    An option may be given several times: any of its values will do.

    Examples:

    - `dragoman events --actor RUS --with PRK --since 2023-09-01`
    - `dragoman events --type CONSULT --status planned --format csv > meetings.csv`
    """
    from dragoman.interfaces.cli.tables import draw_events

    wanted = _filter(
        since=since,
        until=until,
        actor=actor,
        with_=with_,
        type=type,
        status=status,
        place=place,
        language=language,
        outlet=outlet,
        limit=limit,
    )
    with open_archive(archive) as opened:
        _tell_if_stale(opened, quiet=quiet)
        if chosen(format) is Format.table and limit is None:
            found = list(opened.filtered(_filter_of(wanted | {"limit": SCREEN + 1})))
            print_records(found[:SCREEN], format, draw_events)
            if len(found) > SCREEN:
                note(f"the first {SCREEN} are shown; --limit N or a filter shows others", quiet=quiet)
        else:
            print_records(opened.filtered(_filter_of(wanted)), format, draw_events)


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="An event, an article, an actor; or the word quarantine.")
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show one event, article or actor with every sentence behind it.

    Examples:

    - `dragoman show per:vladimir-putin`
    - `dragoman show quarantine`
    """
    from dragoman.interfaces.cli import pages, tables

    with open_archive(archive) as opened:
        _tell_if_stale(opened, quiet=quiet)
        if id == "quarantine":
            print_records(opened.quarantine(), format, tables.draw_quarantine)
        elif (event := opened.event(id)) is not None:
            if event.id != id:
                note(f"{id} is now part of {event.id}", quiet=quiet)
            _show_event(opened, event, format)
        elif (reading := opened.reading(id)) is not None:
            print_records([reading], format, pages.draw_readings)
        elif found := [one for one in opened.actors(id) if one.id == id]:
            print_records(found, format, tables.draw_actor)
            if chosen(format) is Format.table:
                print()
                tables.draw_events(console(), list(opened.events(actor=id, limit=SCREEN)))
        else:
            raise UsageError(f"nothing in {archive} has the id {id}: `dragoman events` lists ids")


def timeline(
    actors: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ACTOR...]", help="Events in which all of these take part.", show_default=False),
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    since: SinceOption = None,
    until: UntilOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    place: PlaceOption = None,
    language: LanguageOption = None,
    outlet: OutletOption = None,
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Tell dated events in order, as people would read them; parts are told with their whole.

    Examples:

    - `dragoman timeline`
    - `dragoman timeline Russia "North Korea" --since 2023-09-01`
    """
    from dragoman.interfaces.cli.tables import draw_timeline

    wanted = _filter(
        since=since,
        until=until,
        type=type,
        status=status,
        place=place,
        language=language,
        outlet=outlet,
        limit=limit,
    )
    wanted |= {"parties": tuple(actors or ()), "dated": True, "whole": True}
    with open_archive(archive) as opened:
        _tell_if_stale(opened, quiet=quiet)
        found = list(opened.filtered(_filter_of(wanted)))
        today = opened.day(as_of)
    print_records(found, format, lambda target, told: draw_timeline(target, told, today))


def _filter(**given: Any) -> dict[str, Any]:
    """What was asked for, as the fields of a filter; what was not stays at its default."""
    return {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in given.items()
        if value is not None
    }


def _filter_of(fields: dict[str, Any]) -> Any:
    from dragoman.store import EventFilter

    return EventFilter(**fields)


def _show_event(opened: Archive, event: Event, format: Format | None) -> None:
    from dragoman.interfaces.cli.pages import draw_event

    if chosen(format) is Format.table:
        draw_event(console(), harmless(event), opened.reports(x.report for x in event.evidence))
    elif chosen(format) is Format.jsonl:
        print_line(event)
    else:
        print_records(event.evidence, format, lambda _console, _records: None)


def _tell_if_stale(opened: Archive, *, quiet: bool) -> None:
    if not quiet and sys.stderr.isatty() and opened.stale:
        note("an interrupted `add` left articles that the ledger does not count yet: run it again")
