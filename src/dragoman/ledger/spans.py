"""The days of an event, out of what its accounts say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from .dates import EXACT_DAYS, STAY
from .statements import Fact

__all__ = ["Span", "iso", "span_of"]

Dated = Literal["text", "publication", "none"]


class Span(NamedTuple):
    """First and last day as ordinals, `None` where open or unknown, and what dates them."""

    first: int | None
    last: int | None
    dated: Dated

    @property
    def known(self) -> bool:
        """Whether both days are known."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int:
        """How many days it has, 0 where an end is open."""
        return self.last - self.first + 1 if self.first is not None and self.last is not None else 0


def span_of(facts: Sequence[Fact]) -> Span:
    """Return the days of one event.

    Deeds dated by the text count first, then announcements with their window, then days of publication. Of
    accounts that do not agree, the days that most of them support; within those, what they have in common,
    or for a visit (which spans days) all days that accounts give it.
    """
    bounded = [f for f in facts if f.when.bounded and not f.to_oneself] or [f for f in facts if f.when.bounded]
    told = [f for f in bounded if f.when.from_text and not f.ahead]
    told = told or [f for f in bounded if f.when.from_text]
    if told:
        return _of_text(told)
    if bounded:
        days = [(f.when.first or 0, f.when.last or 0) for f in bounded]
        first, last = max(d[0] for d in days), min(d[1] for d in days)
        return Span(*((first, last) if first <= last else days[0]), "publication")
    half = next((f for f in facts if f.when.from_text), None)
    return Span(half.when.first, half.when.last, "text") if half else Span(None, None, "none")


def _of_text(told: Sequence[Fact]) -> Span:
    days = [(f.when.first or 0, f.when.last or 0) for f in told]
    exact = [d for d in days if d[1] - d[0] < EXACT_DAYS] or days
    # Shorter intervals win among equally supported ones, so that "in June" does not blur the nineteenth.
    best = min(set(exact), key=lambda d: (-sum(_meet(d, o) for o in exact), d[1] - d[0], d))
    near = [d for d in exact if _meet(d, best)]
    if told[0].visit:
        near = [d for d in exact if any(_meet((o[0] - STAY, o[1] + STAY), d) for o in near)]
        return Span(min(d[0] for d in near), max(d[1] for d in near), "text")
    if told[0].family == "arms":
        return Span(min(d[0] for d in days), max(d[1] for d in days), "text")
    first, last = max(d[0] for d in near), min(d[1] for d in near)
    return Span(*((first, last) if first <= last else best), "text")


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def iso(day: int | None) -> str | None:
    """Return the ISO date of an ordinal day."""
    return date.fromordinal(day).isoformat() if day is not None and 0 < day < 3_652_060 else None
