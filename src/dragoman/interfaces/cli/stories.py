"""`stories`: articles about one course of events, across languages."""

from __future__ import annotations

from dragoman.interfaces.cli.ledger import tell_if_stale
from dragoman.interfaces.cli.options import (
    DEFAULT_ARCHIVE,
    ActorOption,
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

__all__ = ["stories"]


def stories(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    since: SinceOption = None,
    until: UntilOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    place: PlaceOption = None,
    language: LanguageOption = None,
    outlet: OutletOption = None,
    limit: LimitOption = None,
    format: FormatOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List articles grouped by the course of events that they tell, in whatever languages; the last told first.

    A story has two articles or more. Filters keep the stories that tell an event which fits them.

    Examples:

    - `dragoman stories --actor RUS`
    - `dragoman stories --since 2024-06-01 --limit 10`
    """
    from dragoman.interfaces.cli.story_pages import draw_stories

    wanted = filter_of(
        since=since,
        until=until,
        actor=actor,
        type=type,
        place=place,
        language=language,
        outlet=outlet,
        limit=limit,
    )
    with open_archive(archive) as opened:
        tell_if_stale(opened, quiet=quiet)
        print_records(opened.stories(wanted), format, draw_stories)
