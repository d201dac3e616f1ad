"""The date of publication, checked at the gate: everything later is reckoned from it."""

from __future__ import annotations

import re
from datetime import date, datetime

from dragoman.errors import SourceError

__all__ = ["FIRST_YEAR", "LAST_YEAR", "checked_date"]

FIRST_YEAR, LAST_YEAR = 1800, 2100
_EXTENDED = re.compile(r"\d{4}-\d\d-\d\d(T.+)?")


def checked_date(given: str) -> str:
    """Return an ISO 8601 date or date-time, as it was given where that is in the extended form.

    Raises SourceError for anything else, and for years that no newspaper bears.
    """
    text = given.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise SourceError(f"published {given[:40]!r} is no ISO 8601 date: write 2023-09-14") from fault
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise SourceError(f"published {given[:40]!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    if _EXTENDED.fullmatch(text):
        return text
    if len(text) <= len("2023-W37-4"):
        return date(moment.year, moment.month, moment.day).isoformat()
    return moment.isoformat()
