"""The options that commands share, each written once."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.store import Archive, EventFilter

__all__ = [
    "ActorOption",
    "ArchiveOption",
    "AsOfOption",
    "Format",
    "FormatOption",
    "KnowledgeOption",
    "LanguageOption",
    "LimitOption",
    "OutletOption",
    "PlaceOption",
    "QuietOption",
    "SinceOption",
    "StatusOption",
    "TypeOption",
    "UntilOption",
    "VerboseOption",
    "WithOption",
    "filter_of",
    "open_archive",
]

DEFAULT_ARCHIVE = "dragoman.db"
FILTERS = "Filters"


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


ArchiveOption = Annotated[
    str,
    typer.Option("--archive", metavar="PATH", envvar="DRAGOMAN_ARCHIVE", help="The archive to use."),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="How to print: table on a terminal, else jsonl.", show_default=False),
]
KnowledgeOption = Annotated[
    str | None,
    typer.Option(
        "--knowledge",
        metavar="FILE",
        help="Your own actors, places and outlets (YAML, in the form of ours).",
        show_default=False,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but results and errors.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Print more, and faults in full.")]


def _choices(flag: str, metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        flag, metavar=metavar, help=text, rich_help_panel=FILTERS, show_default=False
    )
    return option


SinceOption = Annotated[str | None, _choices("--since", "DATE", "Not before this day (2023-09-14).")]
UntilOption = Annotated[str | None, _choices("--until", "DATE", "Not after this day.")]
ActorOption = Annotated[
    list[str] | None, _choices("--actor", "NAME", "A party on either side: entity id, country code or name.")
]
WithOption = Annotated[list[str] | None, _choices("--with", "NAME", "Another party of the same event.")]
TypeOption = Annotated[list[str] | None, _choices("--type", "TYPE", "A type of event, like CONSULT.")]
StatusOption = Annotated[list[str] | None, _choices("--status", "STATUS", "A status, like disputed.")]
PlaceOption = Annotated[list[str] | None, _choices("--place", "NAME", "A place or a country code.")]
LanguageOption = Annotated[list[str] | None, _choices("--language", "CODE", "Told in this language.")]
OutletOption = Annotated[list[str] | None, _choices("--outlet", "NAME", "Told by this outlet.")]
LimitOption = Annotated[int | None, _choices("--limit", "N", "At most so many.")]


def _checked_day(given: str | None) -> str | None:
    if given is None:
        return None
    from dragoman.store.filters import checked_day

    return checked_day("--as-of", given)


AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        callback=_checked_day,
        help="The day by which open and coming are judged (the newest publication).",
        show_default=False,
    ),
]


def open_archive(location: str, *, create: bool = False) -> Archive:
    """Open an archive, the database library being loaded only now."""
    from dragoman.store import Archive

    return Archive(location, create=create)


def filter_of(**given: Any) -> EventFilter:
    """Return what was asked for as a filter; what was not stays at its default.

    Raises UsageError, before an archive is opened, for a day, type or status that cannot be.
    """
    from dragoman.store.filters import EventFilter, checked_filter

    fields: dict[str, Any] = {
        key: tuple(x) if isinstance(x, list) else x for key, x in given.items() if x is not None
    }
    return checked_filter(EventFilter(**fields))
