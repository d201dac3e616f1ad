"""Dates, parties and counts in the words of people, the same on the terminal and elsewhere."""

from __future__ import annotations

from calendar import month_abbr, month_name, monthrange
from collections.abc import Iterable
from datetime import date

from dragoman.records import Event, EventParty, Evidence

__all__ = ["brief_dates", "count", "dates", "day", "parties", "short_dates", "source", "what"]


def day(text: str | None) -> str:
    """One day: 19 June 2024."""
    if text is None:
        return "undated"
    found = date.fromisoformat(text[:10])
    return f"{found.day} {found:%B} {found.year}"


def dates(earliest: str | None, latest: str | None) -> str:
    """A span of days, as short as it can be said: 18-19 June 2024, June 2024, 2024, until 3 May 2024."""
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return "undated"
        return f"from {day(earliest)}" if earliest else f"until {day(latest)}"
    first, last = date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10])
    if first == last:
        return day(earliest)
    return _whole_months(first, last) or _span(first, last)


def _whole_months(first: date, last: date) -> str | None:
    """A span that begins and ends with calendar months of one year, named by them."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    months = f"{first:%B}" if first.month == last.month else f"{first:%B} to {last:%B}"
    return f"{months} {first.year}"


def _span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day} {last:%B} {last.year}"
    start = f"{first.day} {first:%B}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start} to {day(last.isoformat())}"


def brief_dates(earliest: str | None, latest: str | None) -> str:
    """A span of days for a narrow column: 7 Oct 2023, 18-19 Jun 2024, 28 Jun - 2 Jul 2024."""
    told = dates(earliest, latest)
    for number in range(1, 13):
        told = told.replace(month_name[number], month_abbr[number])
    return told.replace(" to ", " - ")


def short_dates(earliest: str | None, latest: str | None) -> str:
    """A span of days under the heading of its year: 7 Oct, 18-19 Jun, 28 Jun - 2 Jul, Jun, all year."""
    told = brief_dates(earliest, latest)
    year = (earliest or latest or "")[:4]
    return "all year" if told == year else told.removesuffix(f" {year}")


def source(evidence: Evidence) -> str:
    """Where a sentence stands: outlet, day and language, then the article where an outlet is named."""
    known = [day(evidence.published), evidence.language, evidence.article]
    return " · ".join(part for part in [evidence.outlet, *known] if part)


def parties(found: Iterable[EventParty]) -> str:
    """Names of parties, joined."""
    return ", ".join(party.name or party.entity or "unknown" for party in found)


def what(event: Event) -> str:
    """What happened, in a sentence, or as much of one as there is."""
    if event.gloss:
        return event.gloss
    sides = [side for side in (parties(event.actors), parties(event.recipients)) if side]
    return f"{event.type}: {' - '.join(sides)}" if sides else event.type


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 article, 2 articles."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"
