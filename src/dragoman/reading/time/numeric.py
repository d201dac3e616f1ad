"""What a number in digits may be: a count, a day, a year, a clock time, or a date of two or three groups."""

from __future__ import annotations

from typing import Any

from .lexicon import TimeLexicon
from .numbers import number_runs, plain_integer, split_digits
from .tokens import Token

__all__ = ["numeric_items", "year_of"]

Item = tuple[str, Any, int, bool]


def year_of(surface: str) -> int | None:
    """Return plain digits as a year between 1000 and 2100."""
    value = plain_integer(surface, 4)
    return value if value is not None and len(surface) == 4 and 1000 <= value <= 2100 else None


def numeric_items(tokens: list[Token], index: int, lexicon: TimeLexicon) -> list[Item]:
    """Return every slot that the number at a token may fill."""
    token = tokens[index]
    items: list[Item] = [
        ("number", (value, value), past, False) for value, past in number_runs(tokens, index, lexicon)
    ]
    if token.key.isdecimal():
        items += _plain(tokens, index, lexicon)
    else:
        items.append(("figure", None, index + 1, False))
        groups, separators = split_digits(token.key)
        past = index + 1
        items += [(slot, value, past, False) for slot, value in _compound(groups, separators, lexicon)]
    return items


def _plain(tokens: list[Token], index: int, lexicon: TimeLexicon) -> list[Item]:
    surface, past = tokens[index].key, index + 1
    items: list[Item] = []
    value = plain_integer(surface)
    if value is None:
        return items
    year = year_of(surface)
    if year is not None:
        items.append(("year", year, past, False))
    if len(surface) > 4:
        return items
    ending = _ordinal_end(tokens, past, lexicon)
    if len(surface) <= 2:
        for slot, low, high in (("monthnumber", 1, 12), ("day", 1, 31), ("hour", 0, 24), ("minute", 0, 59)):
            if low <= value <= high:
                items.append((slot, value, past, False))
        if ending and 1 <= value <= 31:
            items.append(("day", value, ending, False))
    if ending:
        items.append(("ordinal", value, ending, False))
    return items


def _ordinal_end(tokens: list[Token], past: int, lexicon: TimeLexicon) -> int | None:
    """Return the index past an ordinal ending that touches the number ("15th", "১৯-এ")."""
    end = tokens[past - 1].end
    if past < len(tokens) and tokens[past].start == end:
        if tokens[past].key in lexicon.ordinal_endings:
            return past + 1
        dashed = tokens[past].key in "-\u2010\u2011" and past + 1 < len(tokens)
        if dashed and tokens[past + 1].start == end + 1 and tokens[past + 1].key in lexicon.ordinal_endings:
            return past + 2
    return None


def _compound(groups: list[str], marks: str, lexicon: TimeLexicon) -> list[tuple[str, Any]]:
    """Return the slots that digit groups with separators may fill."""
    found: list[tuple[str, Any]] = []
    numeric = lexicon.numeric
    values = [int(group) for group in groups] if all(len(group) <= 4 for group in groups) else []
    if len(values) == 3:
        if marks[0] == marks[1] and marks[0] in numeric.full:
            found += _full_date(groups, values, numeric.order)
        if marks[0] == "-" and marks[1] in numeric.day_month.replace("-", "") + numeric.full.replace("-", ""):
            low, high, month = values
            if 1 <= low < high <= 31 and 1 <= month <= 12 and len(groups[2]) <= 2:
                found.append(("ddm", (low, high, month)))
        if marks == "::" and values[0] <= 24 and values[1] < 60 and values[2] < 60:
            found.append(("clock", (values[0], values[1])))
    if len(values) == 2:
        found += _two_groups(groups, values, marks, lexicon)
    return found


def _full_date(groups: list[str], values: list[int], order: str) -> list[tuple[str, Any]]:
    """Return a date of three groups as (day, month, year); a four-digit first group is always the year."""
    if len(groups[0]) == 4:
        year, month, day = values
    elif len(groups[2]) in (2, 4) and len(groups[0]) <= 2:
        day, month, year = values if order != "mdy" or values[0] > 12 else (values[1], values[0], values[2])
        year += 2000 if len(groups[2]) == 2 else 0
    else:
        return []
    if month > 12 >= day and len(groups[0]) != 4:  # the other order is the only one that makes a date
        day, month = month, day
    return [("dmy", (day, month, year))] if 1 <= day <= 31 and 1 <= month <= 12 and 1000 <= year <= 2100 else []


def _two_groups(groups: list[str], values: list[int], mark: str, lexicon: TimeLexicon) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    (low, high), numeric = values, lexicon.numeric
    short = len(groups[0]) <= 2 and len(groups[1]) <= 2
    if short and mark in numeric.day_month:
        day, month = (high, low) if numeric.order == "mdy" and high > 12 else (low, high)
        if 1 <= day <= 31 and 1 <= month <= 12:
            found.append(("dm", (day, month)))
    if mark in numeric.month_year and 1 <= low <= 12 and len(groups[0]) <= 2 and year_of(groups[1]):
        found.append(("my", (low, high)))
    if mark == "-":
        if short and 1 <= low < high <= 31:
            found.append(("dd", (low, high)))
        if short and 1 <= low < high <= 12:
            found.append(("mm", (low, high)))
        first = year_of(groups[0])
        if first and len(groups[1]) in (2, 4):
            last = high if len(groups[1]) == 4 else first // 100 * 100 + high
            if first < last <= 2100:
                found.append(("yy", (first, last)))
        if low < high <= 4 * low + 4:
            found.append(("number", (low, high)))
    if (
        mark in numeric.clock
        and mark in ":."
        and low <= 24
        and high < 60
        and len(groups[1]) == 2
        and len(groups[0]) <= 2
    ):
        found.append(("clock" if mark == ":" else "dotclock", (low, high)))
    return found
