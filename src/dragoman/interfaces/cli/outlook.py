"""`conflicts` and `forecasts`: where reports disagree, and what came of what was announced."""

from __future__ import annotations

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


def forecasts(
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
    """List what was announced or predicted, and what came of it as of a day.

    Filters are those of the events that were announced.

    Examples:

    - `dragoman forecasts --as-of 2024-07-01`
    - `dragoman forecasts --actor RUS --type CONSULT`
    """
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
        print_records(opened.forecasts(as_of, wanted), format, draw_forecasts)
