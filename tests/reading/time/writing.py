"""Writes a date by the rows of a pack's patterns: what is written so must be read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, product

from dragoman.packs.time_schema import TimePack
from dragoman.reading.time.tokens import is_unspaced

ELEMENT = re.compile(r"<?\((?:\\.|[^)\\])*\)>?\??|<[^>\s]+>\??|\S+")
FIELDS = {"day", "month", "monthnumber", "year", "weekday", "dmy", "dm", "my", "ordinal"}
MOST = 12
"""Ways of one row that are tried."""


def written(pack: TimePack, row: str, day: date) -> Iterator[tuple[str, set[str]]]:
    """Yield the ways in which a row writes a date, each with the fields that it fills; none where it cannot."""
    if any(row.count(f"{{{slot}}}") > 1 for slot in FIELDS):
        return  # two days of one month are no one date
    choices = [list(options(pack, element, day)) for element in ELEMENT.findall(row)]
    for picked in islice(product(*choices), MOST):
        words = [word for word, _ in picked if word]
        glue = "" if is_unspaced(next(iter(pack.months.values()))[0][-1]) else " "
        text = re.sub(r" (?=,)", "", glue.join(words))
        yield text, {field for _, field in picked if field}


def options(pack: TimePack, element: str, day: date) -> Iterator[tuple[str, str]]:
    """Yield what may stand for one element of a row, each with the field that it fills."""
    body = element[:-1] if element.endswith("?") and len(element) > 1 else element
    if body is not element:
        yield "", ""
    body = body[1:-1] if body.startswith("<") and body.endswith(">") and len(body) > 2 else body
    grouped = body.startswith("(") and body.endswith(")") and len(body) > 2
    for option in body[1:-1].split("|") if grouped else [body]:
        if option.startswith("{"):
            yield from slots(pack, option[1:-1], day)
        else:
            yield option.replace("\\", ""), ""


def slots(pack: TimePack, slot: str, day: date) -> Iterator[tuple[str, str]]:
    """Yield the words that fill a slot with a field of the date."""
    words = {
        "day": [str(day.day)],
        "year": [str(day.year)],
        "month": pack.months[day.month],
        "monthnumber": [str(day.month)],
        "weekday": pack.weekdays[day.isoweekday()],
        "ordinal": pack.ordinals.get(day.day, ()),
    }
    if slot in FIELDS and slot in words:
        strong = [word for word in words[slot] if not {word, word.lower()} & set(pack.weak)]
        yield from ((word, slot) for word in strong[:3])
    elif slot in ("dmy", "dm", "my"):
        yield from ((text, slot) for text in digits(pack, slot, day))
    elif slot in pack.words and slot not in ("last", "this", "next", "following", "preceding"):
        yield pack.words[slot][0], ""


def digits(pack: TimePack, slot: str, day: date) -> Iterator[str]:
    """Yield a date in digits with each mark that the pack allows, in its own order."""
    numeric = pack.numeric
    marks = {"dmy": numeric.full, "dm": numeric.day_month, "my": numeric.month_year}[slot]
    parts = {"d": str(day.day), "m": str(day.month), "y": str(day.year)}
    order = [one for one in numeric.order if one in slot]
    for mark in marks:
        yield mark.join(parts[one] for one in order)
