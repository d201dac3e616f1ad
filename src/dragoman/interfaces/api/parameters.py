"""Query parameters that routes share, each declared once; they are the filters of the commands."""

from __future__ import annotations

from typing import Annotated, Any

from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter

from dragoman.store import MOST, EventFilter, Reader, Slice
from dragoman.store.filters import TYPES, checked_day, checked_filter

__all__ = ["AsOf", "Part", "Since", "TheReader", "Told", "Wanted", "dependencies", "sliced", "wanted"]

TheReader = NamedDependency[Reader]
Wanted = NamedDependency[EventFilter]
Told = NamedDependency[EventFilter]
Part = NamedDependency[Slice]
"""What handlers ask for, by the names `reader`, `wanted`, `told` and `part`."""
SHORT = 200
"""Letters of a filter at most: no name is longer."""
MANY = 20
"""Values of one filter at most."""


def _choice(name: str, description: str, **bounds: Any) -> Any:
    return QueryParameter(name=name, description=description, max_items=MANY, **bounds)


Day = r"^\d{4}-\d{2}-\d{2}$"
Texts = list[Annotated[str, QueryParameter(min_length=1, max_length=SHORT)]] | None
Since = Annotated[str | None, QueryParameter(description="Not before this day (2023-09-14).", pattern=Day)]
Until = Annotated[str | None, QueryParameter(description="Not after this day (2023-09-14).", pattern=Day)]
AsOf = Annotated[
    str | None,
    QueryParameter(
        name="as-of",
        description="The day by which open and coming are judged (the newest publication).",
        pattern=Day,
    ),
]
Actors = Annotated[Texts, _choice("actor", "A party on either side: entity id, country code or name.")]
Others = Annotated[Texts, _choice("with", "Another party of the same event.")]
Types = Annotated[Texts, _choice("type", f"A type of event: {', '.join(TYPES)}.")]
Statuses = Annotated[Texts, _choice("status", "A status, like disputed.")]
Places = Annotated[Texts, _choice("place", "A place or a country code.")]
Languages = Annotated[Texts, _choice("language", "Told in this language (a code, like bn).")]
Outlets = Annotated[Texts, _choice("outlet", "Told by this outlet.")]
Limit = Annotated[int, QueryParameter(description="At most so many.", ge=1, le=MOST)]
Cursor = Annotated[
    str | None, QueryParameter(description="Go on after this: `next` of the page before.", max_length=2000)
]


def wanted(
    since: Since = None,
    until: Until = None,
    actor: Actors = None,
    with_: Others = None,
    type: Types = None,
    status: Statuses = None,
    place: Places = None,
    language: Languages = None,
    outlet: Outlets = None,
) -> EventFilter:
    """Return the filter that a query asks for. Raises UsageError, which names what is wrong."""
    for field, day in (("--since", since), ("--until", until)):
        if day is not None:
            checked_day(field, day)
    return checked_filter(
        EventFilter(
            since=since,
            until=until,
            actor=tuple(actor or ()),
            with_=tuple(with_ or ()),
            type=tuple(type or ()),
            status=tuple(status or ()),
            place=tuple(place or ()),
            language=tuple(language or ()),
            outlet=tuple(outlet or ()),
        )
    )


def told(
    since: Since = None, until: Until = None, language: Languages = None, outlet: Outlets = None
) -> EventFilter:
    """Return the filter of articles that a query asks for; days are those of publication."""
    return wanted(since=since, until=until, language=language, outlet=outlet)


def sliced(limit: Limit = 50, cursor: Cursor = None) -> Slice:
    """Return which part of a list a query asks for."""
    return Slice(limit=limit, cursor=cursor)


def dependencies() -> dict[str, Provide]:
    """Return what handlers may ask for by name: `wanted` (of events), `told` (of articles), `part` (of a list)."""
    return {
        "wanted": Provide(wanted, sync_to_thread=False),
        "told": Provide(told, sync_to_thread=False),
        "part": Provide(sliced, sync_to_thread=False),
    }
