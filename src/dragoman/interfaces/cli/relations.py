"""`relations`: cooperation and conflict between two sides over time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

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
    """
    from dragoman.interfaces.cli.tables import draw_relations

    wanted = filter_of(
        since=since, until=until, type=type, place=place, language=language, outlet=outlet, limit=limit
    )
    period: Period = (by or (Periods.month if b is not None else Periods.all)).value
    with open_archive(archive) as opened:
        tell_if_stale(opened, quiet=quiet)
        print_records(opened.relations(a, b, by=period, wanted=wanted), format, draw_relations)
