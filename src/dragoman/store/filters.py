"""What a reader of the ledger may ask for, checked before it reaches the database."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import msgspec

from dragoman.errors import UsageError
from dragoman.records import EventStatus, Record

__all__ = ["TYPES", "EventFilter", "checked_filter", "in_window"]

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)


class EventFilter(Record, frozen=True, kw_only=True):
    """Which events to list. Values of one field are alternatives; fields narrow each other down.

    `actor` and `with_` take an entity id, a country code or a name in any script, of a party on either
    side; of `parties` every one must take part. `since` and `until` are inclusive and keep events that may
    lie in between; undated ones do not. `dated` keeps what has a date, `whole` what is no part of another.
    """

    since: str | None = None
    until: str | None = None
    actor: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    limit: int | None = None
    parties: tuple[str, ...] = ()
    dated: bool = False
    whole: bool = False


def checked_filter(wanted: EventFilter) -> EventFilter:
    """Return the filter with dates checked, and codes checked and in their own letter case.

    Raises UsageError, which names what is allowed.
    """
    wanted = msgspec.structs.replace(
        wanted,
        type=tuple(kind.upper() for kind in wanted.type),
        status=tuple(status.lower() for status in wanted.status),
    )
    for field, given in (("--since", wanted.since), ("--until", wanted.until)):
        if given is not None:
            checked_day(field, given)
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError(f"--since {wanted.since} is later than --until {wanted.until}")
    for kind in wanted.type:
        if kind not in TYPES:
            raise UsageError(f"--type {kind} is unknown; the types are {', '.join(TYPES)}")
    for status in wanted.status:
        if status not in get_args(EventStatus):
            raise UsageError(f"--status {status} is unknown; it may be {', '.join(get_args(EventStatus))}")
    if wanted.limit is not None and wanted.limit < 0:
        raise UsageError(f"--limit {wanted.limit} makes no sense: give a number from 0 on")
    return wanted


def checked_day(field: str, given: str) -> str:
    """Return a day as it was given. Raises UsageError where it is none."""
    try:
        day = date.fromisoformat(given)
    except ValueError as fault:
        raise UsageError(f"{field} {given} is no date: write it as 2023-09-14") from fault
    if day.isoformat() != given:
        raise UsageError(f"{field} {given} is no date in the form 2023-09-14")
    return given


def in_window(day: str, earliest: str | None, latest: str | None) -> bool:
    """Tell whether a day lies between two dates, an open side reaching as far as one likes."""
    return (earliest is None or earliest <= day) and (latest is None or day <= latest)


def day_after(day: str) -> str:
    """The next day, as an exclusive bound for date-times of the day itself."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
