"""`export`: everything an archive holds, for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.interfaces.cli.ledger import tell_if_stale
from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    Format,
    FormatOption,
    QuietOption,
    VerboseOption,
    open_archive,
)
from dragoman.interfaces.cli.output import chosen, note, print_line

__all__ = ["export"]


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder; made where it is missing.")],
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds files.")] = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write everything for other tools: tables as CSV, JSON Lines and Parquet, and the forms of other programs.

    Those are PLOVER records, GDELT rows, GeoJSON, iCalendar and FollowTheMoney. A README in the folder says what
    every column holds.

    Examples:

    - `dragoman export out/`
    - `dragoman export out/ --archive world.db --force`
    """
    from dragoman.interfaces.export import export_archive

    with open_archive(archive) as opened:
        tell_if_stale(opened, quiet=quiet)
        counts = export_archive(opened, folder, force=force)
    if chosen(format) is Format.table:
        told = ", ".join(f"{number} {name}" for name, number in counts.items())
        note(f"{told} in {folder}; {folder / 'README.md'} says what is what", quiet=quiet)
    else:
        print_line(counts)
