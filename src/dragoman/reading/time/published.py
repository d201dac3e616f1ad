"""An article's own date line: "Published: 19 October 2023", or a line that is a full date and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from .dateline import find_dateline
from .find import read_cores
from .lexicon import TimeLexicon
from .meaning import Meaning
from .tokens import Token, tokenise
from .undated import stretch_of

__all__ = ["find_published", "published_in_url"]

_LINE: Final = re.compile(r"[^\n]+")
_LONGEST: Final = 160
"""A date line is short; prose that happens to name a date is not one."""
_GAP: Final = 8
"""Tokens that may stand between label and date: a colon, a clock time, a weekday."""
_EDGE_LINES: Final = 6
"""A bare date counts only among the first or last lines."""
_HOW: Final = ("date line", "line of last update", "dateline", "date standing alone")
_URL_DAY: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|$|(?:[01]\d|2[0-3])[0-5]\d[0-5]\d))"
)
"""A day in the address of a page: /2023/09/14/, 2023-09-14, 20230914, 20230914153000."""


def find_published(text: str, lexicons: Sequence[TimeLexicon]) -> tuple[str, str] | None:
    """Return the ISO date on which the text says that it came out, and how that was found.

    A labelled date line comes first, then that of an update, an agency's dateline, a bare date at the edge of
    the text. Lines of one sort that name different days decide nothing, and neither does a date without its year.
    """
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match.group().strip()]
    edge = {*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]}
    found: dict[int, set[str]] = {}
    for start, end in lines:
        if end - start > _LONGEST:
            if (start, end) in edge:
                _add_dateline(text, start, lexicons, found)
            continue
        for lexicon in lexicons:
            hit = _read_line(text, (start, end), lexicon, (start, end) in edge)
            if hit is not None:
                found.setdefault(hit[0], set()).add(hit[1])
    for sort, how in enumerate(_HOW):
        days = found.get(sort, set())
        if len(days) == 1:
            return next(iter(days)), how
        if days:
            return None
    return None


def _read_line(text: str, line: tuple[int, int], lexicon: TimeLexicon, bare: bool) -> tuple[int, str] | None:
    """Return the sort of a date line (0 published, 1 updated, 2 dateline, 3 bare) and its day."""
    start, end = line
    if not any(character.isdecimal() for character in text[start:end]):
        return None
    tokens, cores = read_cores(text, start, end, lexicon)
    dated = [(core, day) for core in cores if (day := _full_day(core.meaning))]
    if not dated:
        return None
    core, day = dated[0]
    for sort, labels in enumerate((lexicon.published, lexicon.updated)):
        past = _label_end(tokens, core.first, labels)
        if past is not None and core.first - past <= _GAP:
            return sort, day
    if bare and find_dateline(tokens, cores) is core:
        return 2, day
    others = tokenise(
        text[start : core.start] + " " + text[core.end : end],
        0,
        end - core.end + core.start - start + 1,
        lexicon.folding,
    )
    if bare and len(dated) == 1 and not any(len(token.key) > 3 and not token.number for token in others):
        return (3, day) if len(others) <= _GAP else None
    return None


def _add_dateline(text: str, start: int, lexicons: Sequence[TimeLexicon], found: dict[int, set[str]]) -> None:
    """Add the day of a dateline that a paragraph begins with."""
    for lexicon in lexicons:
        tokens, cores = read_cores(text, start, start + _LONGEST, lexicon)
        core = find_dateline(tokens, cores)
        day = _full_day(core.meaning) if core else None
        if day:
            found.setdefault(2, set()).add(day)


def published_in_url(url: str) -> str | None:
    """Return the ISO day that a page's address holds, or `None` where there is none or more than one."""
    days = {_iso(*(int(part) for part in (match[1], match[3] or match[5], match[4] or match[6])))
            for match in _URL_DAY.finditer(url)}  # fmt: skip
    return next(iter(days)) if len(days) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _label_end(tokens: list[Token], first: int, labels: Iterable[tuple[str, ...]]) -> int | None:
    """Return the index past a label that begins the line (or follows a mark in it) before the date."""
    keys = [token.key for token in tokens[:first]]
    for label in labels:
        for index in range(len(keys) - len(label) + 1):
            if tuple(keys[index : index + len(label)]) == label and (index == 0 or not keys[index - 1].isalpha()):
                return index + len(label)
    return None


def _full_day(meaning: Meaning) -> str | None:
    """Return the ISO day of a date with its year, or `None`."""
    if meaning.until or not (meaning.year and meaning.month and meaning.day):
        return None
    stretch, _ = stretch_of(meaning, None, lambda: None)
    return stretch.value if stretch else None
