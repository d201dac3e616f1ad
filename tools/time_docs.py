"""What each language reads of time, told from its pack, for docs/time.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.packs.loader import load_packs
from dragoman.packs.time_schema import TimePack

__all__ = ["time_reading"]

SHOWN = 4
"""Examples of each kind."""
RULES = {
    "date": "dates", "range": "ranges", "decade": "decades", "century": "centuries", "quarter": "quarters",
    "half": "halves of a year or month", "nth": "first week, last month", "relative": "last, this, next",
    "part": "early, late", "ago": "ago", "ahead": "from now", "within": "in three days",
    "inside": "within three days", "back_span": "the past months", "ahead_span": "the coming months",
    "earlier": "earlier than a date told before", "later": "later than a date told before",
    "after": "after, from publication or a date told before",
    "apart": "before or after an event", "duration": "durations", "set": "what recurs", "clock": "clock times",
    "fiscal": "fiscal years", "nothing": "what is no time",
}  # fmt: skip
"""What the rules of patterns read, in words."""


def time_reading() -> str:
    """Return a section for each language that has a `time.yaml`."""
    parts = []
    for code, pack in sorted(load_packs().items()):
        if pack.time is not None:
            rows = [f"| {name} | {count} | {cells(shown)} |" for name, count, shown in kinds(pack.time) if count]
            head = f"## {pack.text.name} ({code})\n\n| words for | | for instance |\n|---|--:|---|"
            parts.append("\n".join([head, *rows, "", *patterns(pack.time), ""]))
    return "\n".join(parts)


def kinds(pack: TimePack) -> Iterator[tuple[str, int, Iterable[str]]]:
    """Yield each kind of word that a pack lists: its name, how many there are, and some of them."""
    tables: dict[str, dict[Any, tuple[str, ...]]] = {
        "months": pack.months, "weekdays": pack.weekdays, "units": pack.units, "parts of the day": pack.dayparts,
        "seasons": pack.seasons, "parts of a month or year": pack.parts,
    }  # fmt: skip
    for name, table in tables.items():
        yield name, sum(map(len, table.values())), [listed[0] for listed in table.values() if listed]
    for name, listed in (
        ("days from publication", pack.days), ("units from publication", pack.relative),
        ("days and units from a date told before", pack.anchored),
    ):  # fmt: skip
        yield name, sum(len(one.words) for one in listed), [one.words[0] for one in listed]
    numbers = pack.numbers
    values = sum(map(len, numbers.values.values()))
    yield "numbers", values, (f"{words[0]} {value}" for value, words in list(numbers.values.items())[-SHOWN:])
    yield "scales", len(numbers.scales), (f"{words[0]} {value:,}" for value, words in numbers.scales.items())
    feasts = (f"{words[0]} ({key})" for key, words in pack.holidays.items())
    yield "feasts and anniversaries", len(pack.holidays), feasts
    months = (f"{words[0]} ({name})" for name, table in pack.calendars.items() for words in table.values())
    yield "months of other calendars", sum(map(len, pack.calendars.values())), months
    yield "eras", len(pack.eras), (f"{words[0]} ({name})" for name, words in pack.eras.items())
    starts = (f"{one.words[0]} (from month {', '.join(map(str, one.starts))})" for one in pack.fiscal)
    yield "fiscal years", len(pack.fiscal), starts
    yield "time zones", len(pack.zones), (f"{words[0]} ({offset})" for offset, words in pack.zones.items())
    yield "labels of date lines", len(pack.published) + len(pack.updated), (*pack.published, *pack.updated)


def patterns(pack: TimePack) -> Iterator[str]:
    """Yield a table of a pack's patterns, a row a rule."""
    yield "| reads | patterns | for instance |\n|---|--:|---|"
    for rule, rows in pack.patterns.items():
        yield f"| {RULES[rule]} | {len(rows)} | {cells(f'`{row}`' for row in rows)} |"


def cells(shown: Iterable[str]) -> str:
    """Return the first few as one cell of a table."""
    return ", ".join(one for one, _ in zip(shown, range(SHOWN), strict=False)).replace("|", "\\|")
