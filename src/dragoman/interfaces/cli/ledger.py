"""`events`, `show` and `timeline`: what the archive knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import msgspec
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
    filter_of,
    open_archive,
)
from dragoman.interfaces.cli.output import chosen, console, harmless, note, print_line, print_records

if TYPE_CHECKING:
    from dragoman.records import Event, Story
    from dragoman.store import Archive

__all__ = ["events", "show", "tell_if_stale", "timeline"]

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
    as_of: AsOfOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the ledger: every event of every status, by earliest date, or those that filters keep.

    An option may be given several times: any of its values will do. Tables part what is past from what is to
    come.

    Examples:

    - `dragoman events --actor RUS --with PRK --since 2023-09-01`
    - `dragoman events --type CONSULT --status planned --format csv > meetings.csv`
    """
    from dragoman.interfaces.cli.tables import draw_events

    wanted = filter_of(
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
        tell_if_stale(opened, quiet=quiet)
        if chosen(format) is not Format.table:
            print_records(opened.filtered(wanted), format, lambda _console, _records: None)
            return
        screenful = wanted if limit is not None else msgspec.structs.replace(wanted, limit=SCREEN + 1)
        found = list(opened.filtered(screenful))
        today = opened.day(as_of)
        if not found and not quiet:
            _tell_unknown(opened, [*(actor or ()), *(with_ or ())], archive)
    shown = found if limit is not None else found[:SCREEN]
    print_records(shown, format, lambda target, told: draw_events(target, told, today))
    if len(found) > len(shown):
        note(f"the first {SCREEN} are shown; --limit N or a filter shows others", quiet=quiet)


def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="An event, a story, an article, an actor; or the word quarantine or judgements."
        ),
    ],
    why: Annotated[bool, typer.Option("--why", help="Why an event's reports were taken for one.")] = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show one event, story, article or actor with every sentence behind it.

    Examples:

    - `dragoman show per:vladimir-putin`
    - `dragoman show r8d376f9dd3735582 --why`
    - `dragoman show quarantine`
    """
    from dragoman.interfaces.cli import pages, tables

    with open_archive(archive) as opened:
        tell_if_stale(opened, quiet=quiet)
        if id == "quarantine":
            print_records(opened.quarantine(), format, tables.draw_quarantine)
        elif id == "judgements":
            print_records(opened.judgements(), format, tables.draw_judgements)
        elif (event := opened.event(id)) is not None:
            if event.id != id:
                note(f"{id} is now part of {event.id}", quiet=quiet)
            if why:
                print_records(opened.reasons(event), format, pages.draw_reasons)
            else:
                _show_event(opened, event, format)
        elif (story := opened.story(id)) is not None:
            _show_story(opened, story, format)
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

    wanted = filter_of(
        since=since,
        until=until,
        type=type,
        status=status,
        place=place,
        language=language,
        outlet=outlet,
        limit=limit,
        parties=actors,
        dated=True,
        whole=True,
    )
    with open_archive(archive) as opened:
        tell_if_stale(opened, quiet=quiet)
        found = list(opened.filtered(wanted))
        today = opened.day(as_of)
        if not found and not quiet:
            _tell_unknown(opened, actors or (), archive)
    print_records(found, format, lambda target, told: draw_timeline(target, told, today))


def _show_event(opened: Archive, event: Event, format: Format | None) -> None:
    from dragoman.interfaces.cli.pages import draw_event

    if chosen(format) is Format.table:
        draw_event(console(), harmless(event), opened.reports(x.report for x in event.evidence))
    elif chosen(format) is Format.jsonl:
        print_line(event)
    else:
        print_records(event.evidence, format, lambda _console, _records: None)


def _show_story(opened: Archive, story: Story, format: Format | None) -> None:
    from dragoman.interfaces.cli.story_pages import draw_story

    if chosen(format) is Format.table:
        articles, events = opened.articles_of(story), opened.events_of(story)
        draw_story(console(), *(harmless(one) for one in (story, articles, events)))
    else:
        print_records([story], format, lambda _console, _records: None)


def tell_if_stale(opened: Archive, *, quiet: bool) -> None:
    """Say that articles wait for the next `add` to count them, which no result shows."""
    if not quiet and opened.stale:
        note("an interrupted `add` left articles that the ledger does not count yet: run it again")


def _tell_unknown(opened: Archive, names: Iterable[str], archive: str) -> None:
    for name in names:
        if not opened.knows(name):
            note(f"nobody in {archive} goes by {name}: `dragoman actors` lists who is there")
