"""`conflicts` and `forecasts`: where reports disagree, and what came of what was announced."""

from __future__ import annotations

from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    AsOfOption,
    FormatOption,
    LimitOption,
    QuietOption,
    VerboseOption,
    open_archive,
)
from dragoman.interfaces.cli.output import print_records

__all__ = ["conflicts", "forecasts"]


def conflicts(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List where reports contradict each other, or an article contradicts itself.

    Examples:

    - `dragoman conflicts --format jsonl`
    """
    from dragoman.interfaces.cli.tables import draw_conflicts

    with open_archive(archive) as opened:
        print_records(opened.conflicts()[:limit], format, draw_conflicts)


def forecasts(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List what was announced or predicted, and what came of it as of a day.

    Examples:

    - `dragoman forecasts --as-of 2024-07-01`
    """
    from dragoman.interfaces.cli.tables import draw_forecasts

    with open_archive(archive) as opened:
        print_records(opened.forecasts(as_of)[:limit], format, draw_forecasts)
