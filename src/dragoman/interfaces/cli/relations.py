"""`relations`: cooperation and conflict between two sides over time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.interfaces.cli.ledger import tell_if_stale
from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    FormatOption,
    LanguageOption,
    LimitOption,
    OutletOption,
    PlaceOption,
    QuietOption,
    SinceOption,
    TypeOption,
    UntilOption,
    VerboseOption,
    filter_of,
    open_archive,
)
from dragoman.interfaces.cli.output import print_records

if TYPE_CHECKING:
    from dragoman.ledger import Period

__all__ = ["relations"]


class Periods(StrEnum):
    """The lengths of time that relations are told by."""

    day = "day"
    week = "week"
    month = "month"
    year = "year"
    all = "all"


def relations(
    a: Annotated[str | None, typer.Argument(metavar="[A]", help="A state or actor.", show_default=False)] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="Another one.", show_default=False)] = None,
    by: Annotated[
        Periods | None,
        typer.Option("--by", help="The periods: months for two sides, else all time.", show_default=False),
    ] = None,
    trend: Annotated[
        bool, typer.Option("--trend", help="Tell the trend, and the events behind each period.")
    ] = False,
    network: Annotated[
        bool, typer.Option("--network", help="Tell who deals with whom: blocs, ties, triads out of balance.")
    ] = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    since: SinceOption = None,
    until: UntilOption = None,
    type: TypeOption = None,
    place: PlaceOption = None,
    language: LanguageOption = None,
    outlet: OutletOption = None,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Tell cooperation and conflict between two sides, of one side with everybody, or of all pairs.

    Each event that happened counts once, by its PLOVER score from -10 (conflict) to +10 (cooperation).

    Examples:

    - `dragoman relations RUS PRK --by month`
    - `dragoman relations "North Korea" --since 2023-01-01`
    - `dragoman relations USA CHN --trend`
    - `dragoman relations --network --format jsonl`
    """
    from dragoman.interfaces.cli.figures import draw_network, draw_trends
    from dragoman.interfaces.cli.tables import draw_relations

    if network and (trend or b is not None):
        raise UsageError("--network is of all sides, or of those around one: give at most one, and no --trend")
    if trend and by is Periods.all:
        raise UsageError("--trend needs periods: give --by day, week, month or year")

    wanted = filter_of(
        since=since, until=until, type=type, place=place, language=language, outlet=outlet, limit=limit
    )
    period: Period = (by or (Periods.month if trend or b is not None else Periods.all)).value
    with open_archive(archive) as opened:
        tell_if_stale(opened, quiet=quiet)
        if network:
            print_records([opened.network(a, wanted)], format, draw_network)
        elif trend:
            print_records(opened.trends(a, b, by=period, wanted=wanted), format, draw_trends)
        else:
            print_records(opened.relations(a, b, by=period, wanted=wanted), format, draw_relations)
