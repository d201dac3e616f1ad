"""`actors`: who is in the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    FormatOption,
    LimitOption,
    QuietOption,
    VerboseOption,
    open_archive,
)
from dragoman.interfaces.cli.output import print_records

__all__ = ["actors"]


def actors(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="A name, or part of one, in any script.", show_default=False),
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List who is in the archive, under all their names, most mentioned first.

    Examples:

    - `dragoman actors`
    - `dragoman actors Lavrov`
    - `dragoman actors ল্যাভরভ`
    """
    from dragoman.interfaces.cli.tables import draw_actor, draw_actors

    with open_archive(archive) as opened:
        found = opened.actors(name)[:limit]
    print_records(found, format, draw_actor if len(found) == 1 else draw_actors)
