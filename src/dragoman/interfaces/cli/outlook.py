"""`conflicts` and `forecasts`: where reports disagree, and what came of what was announced."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.interfaces.cli.ledger import tell_if_stale
from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ActorOption,
    ArchiveOption,
    AsOfOption,
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
from dragoman.interfaces.cli.output import print_records

__all__ = ["conflicts", "forecasts"]


def conflicts(
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
    """List where reports contradict each other, or an article contradicts itself.

    Filters are those of the events in question; what an article alone contradicts is of a language and an
    outlet only.

    Examples:

    - `dragoman conflicts --format jsonl`
    - `dragoman conflicts --actor RUS --since 2023-09-01`
    """
    from dragoman.interfaces.cli.tables import draw_conflicts

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
        print_records(opened.conflicts(wanted), format, draw_conflicts)


class Grouping(StrEnum):
    """What forecasts are counted by."""

    source = "source"


def forecasts(
    by: Annotated[
        Grouping | None, typer.Option("--by", help="Count how often each source was right.", show_default=False)
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_of: AsOfOption = None,
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
    """List what was announced, predicted, threatened or promised, and what came of it as of a day.

    Filters are those of the events that were announced. With `--by source`, the first row is of all sources
    together, and the void are those whose window passed and nothing decides.

    Examples:

    - `dragoman forecasts --as-of 2024-07-01`
    - `dragoman forecasts --actor RUS --type CONSULT`
    - `dragoman forecasts --by source`
    """
    from dragoman.interfaces.cli.figures import draw_track_records
    from dragoman.interfaces.cli.tables import draw_forecasts

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
        if by is None:
            print_records(opened.forecasts(as_of, wanted), format, draw_forecasts)
        else:
            print_records(opened.track_records(as_of, wanted), format, draw_track_records)
