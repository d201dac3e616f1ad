"""What is kept of a page to find its translations: its vector, numbers and names, and the agency that it credits.

Vectors alone are no evidence that one page is the translation of another: two reports of one meeting are as near.
So numbers and names decide. All of it is worked out from one page; two pages are compared by their traces alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.records import Reading, Record

if TYPE_CHECKING:
    from dragoman.stories.alignment import Vectors

__all__ = ["Denial", "Heading", "Toll", "Trace", "near", "trace_of", "translated", "vector_of"]

_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*(?<![.,])")
_STEPS = 127
NEAR = 0.3
"""Nearness from which two pages may be one text; 95 in 100 translations of news pages are nearer."""
_ROW = 4
"""Numbers that two pages must have in the same order."""
_SAME_ROW = 0.5
"""Share of the numbers, of the page with more of them, that stand in that order in both."""
_NAMES = 2
_SAME_NAMES = 0.5
"""Share of the names of the page with fewer that the other must have: not every name is known in each language."""
_MOST = 200
"""Numbers of a page that are compared."""


class Toll(Record, frozen=True, kw_only=True):
    """A sentence that tells how many an attack hit; `of` is where the sentence that told the attack begins."""

    of: int
    text: str
    earliest: str | None = None
    latest: str | None = None


class Heading(Record, frozen=True, kw_only=True):
    """The days that the first sentences of a page give to what its title tells without any."""

    report: str
    earliest: str | None = None
    latest: str | None = None


class Denial(Record, frozen=True, kw_only=True):
    """Who denies, in the sentence that tells a claim or in the next, what a report claims of them."""

    report: str
    by: tuple[str, ...]


class Trace(Record, frozen=True, kw_only=True):
    """The trace of one page. `vector` is int8, 127 for 1; `model` says which vectors can be compared.

    `numbers` are those written in digits, 3 and more, in the order of the text; `names` are entity ids;
    `credit` is the agency that it credits, `tolls` are told beside attacks, `headings` date what its title tells,
    `denials` contradict what it tells as claimed.
    """

    model: str
    vector: bytes
    numbers: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    credit: str | None = None
    tolls: tuple[Toll, ...] = ()
    headings: tuple[Heading, ...] = ()
    denials: tuple[Denial, ...] = ()


def trace_of(reading: Reading, vector: Vectors, model: str, credit: str | None = None) -> Trace:
    """Return the trace of a page that was read; `vector` (d) has length 1, or is 0."""
    import numpy as np

    numbers = [_value(found) for found in _NUMBER.findall(reading.text)]
    names = {name.entity for name in reading.names if name.entity}
    return Trace(
        model=model,
        vector=np.round(vector * _STEPS).astype(np.int8).tobytes(),
        numbers=tuple(number for number in numbers if number > 2)[:_MOST],
        names=tuple(sorted(names)),
        credit=credit,
    )


def _value(digits: str) -> int:
    """Return the whole part of a number in digits of any script, thousands however separated."""
    parts = re.split("[.,]", digits)
    grouped = len(parts) > 1 and all(len(part) in (2, 3) for part in parts[1:-1]) and len(parts[-1]) == 3
    return int("".join(parts) if grouped else parts[0])


@lru_cache(maxsize=4096)
def vector_of(trace: Trace) -> Vectors:
    """Return the vector (d) of a trace, of length about 1."""
    import numpy as np

    found: Vectors = np.frombuffer(trace.vector, np.int8).astype(np.float32) / np.float32(_STEPS)
    return found


def near(a: Trace, b: Trace) -> float:
    """Return how near two pages are, 1 for the same subject told alike; 0 where vectors cannot be compared."""
    return float(vector_of(a) @ vector_of(b)) if a.model == b.model else 0.0


def translated(a: Trace, b: Trace) -> str | None:
    """Return why two pages in different languages are one text, None where they are not, or cannot be told apart.

    A translation has the same figures in the same order and the same names. Another report on the same event has
    others, or in another order; a short page with few figures may be either, and is taken for none.
    """
    numbers, most = _in_order(a.numbers, b.numbers), max(len(a.numbers), len(b.numbers))
    names, fewer = len(set(a.names) & set(b.names)), min(len(a.names), len(b.names))
    if numbers < _ROW or numbers < _SAME_ROW * most or names < _NAMES or names < _SAME_NAMES * fewer:
        return None
    nearness = near(a, b)
    if nearness < NEAR:
        return None
    return f"{numbers} figures in one order, {names} names, nearness {nearness:.2f}"


def _in_order(one: Sequence[int], other: Sequence[int]) -> int:
    """Return the length of the longest row of numbers that stands in both, with others between (LCS)."""
    before = [0] * (len(other) + 1)
    for number in one:
        row = [0]
        for place, wanted in enumerate(other):
            row.append(before[place] + 1 if number == wanted else max(row[place], before[place + 1]))
        before = row
    return before[-1]
