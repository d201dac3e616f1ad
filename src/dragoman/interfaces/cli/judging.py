"""`merge`, `split`, `reject` and `undo`: a person's judgement on what the program took for one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    Format,
    FormatOption,
    QuietOption,
    VerboseOption,
    open_archive,
)
from dragoman.interfaces.cli.output import chosen, note, print_records

if TYPE_CHECKING:
    from dragoman.store import Judged

__all__ = ["merge", "reject", "split", "undo"]

EventArgument = Annotated[str, typer.Argument(metavar="EVENT", help="An event's id.", show_default=False)]
ReportArgument = Annotated[str, typer.Argument(metavar="REPORT", help="A report's id.", show_default=False)]


def merge(
    a: Annotated[str, typer.Argument(metavar="A", help="An event's or an actor's id.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one's id.", show_default=False)],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Judge that two events are one, or two actors. The judgement is kept through later runs until it is undone.

    Examples:

    - `dragoman merge r8d376f9dd3735582 r52407dee985870c8`
    - `dragoman merge new:kln-mrb new:gln-mrb`
    - `dragoman show judgements`
    """
    with open_archive(archive) as opened:
        _tell(opened.merge(a, b), format, quiet=quiet)


def split(
    event: EventArgument,
    report: ReportArgument,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Judge that a report does not belong to its event: it gets an event of its own, or joins another.

    Examples:

    - `dragoman split r8d376f9dd3735582 r52407dee985870c8`
    """
    with open_archive(archive) as opened:
        _tell(opened.split(event, report), format, quiet=quiet)


def reject(
    report: ReportArgument,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Judge that a report is wrong: the ledger leaves it out, its article keeps it.

    Examples:

    - `dragoman reject r52407dee985870c8`
    """
    with open_archive(archive) as opened:
        _tell(opened.reject(report), format, quiet=quiet)


def undo(
    id: Annotated[str, typer.Argument(metavar="ID", help="A judgement's id.", show_default=False)],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Take a judgement back, as if it had never been made.

    Two spellings that were taken for one person are kept apart by the id that `dragoman actors NAME` shows.

    Examples:

    - `dragoman show judgements`
    - `dragoman undo j5f0c2a9e41d7`
    """
    with open_archive(archive) as opened:
        judged = opened.undo(id)
    if chosen(format) is Format.table:
        note(f"{id} is taken back ({judged.kind})", quiet=quiet)
    else:
        print_records([judged], format, lambda _console, _records: None)


def _tell(judged: Judged, format: Format | None, *, quiet: bool) -> None:
    if chosen(format) is not Format.table:
        print_records([judged], format, lambda _console, _records: None)
        return
    if judged.kind in ("one-actor", "two-actors"):
        note(
            f"{judged.report} and {judged.other} are one; `dragoman undo {judged.id}` takes that back", quiet=quiet
        )
        return
    held = f"{judged.report} is now told by {judged.event}" if judged.event else f"{judged.report} is left out"
    note(f"{held}; `dragoman undo {judged.id}` takes that back", quiet=quiet)
