"""The days of an event, out of what its accounts say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from .dates import EXACT_DAYS, STAY
from .postponed import standing
from .statements import DONE, Fact

__all__ = ["Span", "begun", "iso", "span_of"]

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

    Deeds with days of their own in the text count first, then the days announced for it, where no deed speaks
    against them, then days of publication, then months and years. Of accounts that do not agree, the days that
    most of them support; within those, what they have in common, or for a visit (which spans days) all of them.
    """
    facts = _told_as_done(standing(facts))
    bounded = [f for f in facts if f.when.bounded and not f.to_oneself] or [f for f in facts if f.when.bounded]
    told = [f for f in bounded if f.when.from_text]
    exact = [f for f in told if f.when.days <= EXACT_DAYS]
    deeds = [f for f in bounded if not f.ahead]
    if done := [f for f in exact if not f.ahead]:
        return _of_text(done)
    fresh = [f for f in deeds if not f.when.from_text]
    if exact:
        plan = _of_text(exact)
        common = _common([(plan.first or 0, plan.last or 0), *(_days(f) for f in fresh)])
        if not deeds or common:
            return Span(*common, "text") if common else plan
    if fresh:
        common = _common([_days(f) for f in fresh]) or _days(fresh[0])
        narrowed = _common([common, *(_days(f) for f in told)])
        return Span(*(narrowed or common), "publication")
    if told:
        return _of_text([f for f in told if not f.ahead] or told)
    half = next((f for f in facts if f.when.from_text), None)
    return Span(half.when.first, half.when.last, "text") if half else Span(None, None, "none")


def _told_as_done(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Return the facts without those on which it did not come, where it came after all."""
    if not any(fact.status in DONE for fact in facts):
        return facts
    return [fact for fact in facts if fact.status != "not_occurred"]


def begun(span: Span, facts: Sequence[Fact]) -> Span:
    """Return the days of a visit, of which a page told already before the first day that accounts give.

    A stop on the fifteenth and a page of the fourteenth that tells the visit as news make the fourteenth and
    fifteenth, as far as stops of one visit lie apart.
    """
    told = [f.when.last for f in facts if f.status in DONE and not f.when.from_text and f.when.last is not None]
    if span.dated != "text" or span.first is None or not told:
        return span
    return span._replace(first=min(told)) if span.first - STAY <= min(told) < span.first else span


def _days(fact: Fact) -> tuple[int, int]:
    return fact.when.first or 0, fact.when.last or 0


def _common(days: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the days that all intervals share."""
    first, last = max(d[0] for d in days), min(d[1] for d in days)
    return (first, last) if first <= last else None


def _of_text(told: Sequence[Fact]) -> Span:
    days = [_days(f) for f in told]
    exact = [d for d in days if d[1] - d[0] < EXACT_DAYS] or days
    # Shorter intervals win among equally supported ones, so that "in June" does not blur the nineteenth.
    best = min(set(exact), key=lambda d: (-sum(_meet(d, o) for o in exact), d[1] - d[0], d))
    near = [d for d in exact if _meet(d, best)]
    if told[0].visit:
        near = [d for d in exact if any(_meet((o[0] - STAY, o[1] + STAY), d) for o in near)]
        return Span(min(d[0] for d in near), max(d[1] for d in near), "text")
    if told[0].family == "arms":
        return Span(min(d[0] for d in days), max(d[1] for d in days), "text")
    return Span(*(_common(near) or best), "text")


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def iso(day: int | None) -> str | None:
    """Return the ISO date of an ordinal day."""
    return date.fromordinal(day).isoformat() if day is not None and 0 < day < 3_652_060 else None
