"""Finds family names that are words of the language too, by the office before them: President Bush, Prime Minister
May.

Lists leave such words out, since alone they hardly ever mean the person. Behind the title of an office, with a
capital and no other name beside it, one means whoever bears it and holds that office on the day, if only one does
(`how`: `surname and office`). So does one before a word for a government ("the Bush administration").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..knowledge import Knowledge
from ..records import Entity
from .names_context import Context
from .names_found import Span

__all__ = ["worded_spans"]

_HEADS = ("president", "prime-minister")
"""Offices after whose holder a government is called."""
_FAMILY_FIRST = frozenset(("CHN", "HKG", "HUN", "KHM", "KOR", "PRK", "TWN", "VNM"))
"""Countries whose people may have their family name first."""
_STATE = 3
"""Letters of a state's id."""


def worded_spans(spans: Sequence[Span], context: Context, knowledge: Knowledge, day: str | None) -> list[Span]:
    """Return family names behind the title of the office that their bearer held on a day (ISO date)."""
    if day is None or not context.language.text.capitals or not context.language.leading_markers:
        return []
    taken = {(span.line, at): span for span in spans if span.type for at in range(span.first, span.last + 1)}
    found = []
    for number, at, offices in _beside_offices(context):
        known = taken.get((number, at))
        if not (known is None or _nobody_known(known)) or not _may_be_name(number, at, context, taken):
            continue
        norm = context.lines[number].tokens[at].norm
        holders = {one.id: one for office in offices for one in _bearers(knowledge, office, day).get(norm, ())}
        if len(holders) == 1:
            holder = next(iter(holders.values()))
            span = known or Span(number, at, at, alias=norm, words=(norm,))
            span.settle("PER", holder.id, holder.name, holder.country, "surname and office")
            found += [span] if known is None else []
    return found


def _beside_offices(context: Context) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where a family name may stand, and the offices that its bearer must hold: line, token, offices."""
    for number, line in enumerate(context.lines):
        for hit in line.hits.get("title", ()):
            office = getattr(hit.payload.item, "office", None)
            if office is not None:
                yield number, hit.last + 1, (office,)
        for hit in line.hits.get("body", ()):
            governs = "GOV" in hit.payload.item.sector and hit.first == hit.last and hit.first > 1
            if governs and context.starting(number, hit.first - 2, "class") is not None:
                yield number, hit.first - 1, _HEADS


def _nobody_known(span: Span) -> bool:
    """Whether one word alone was taken for a person of whom nothing is known."""
    return span.single and span.type == "PER" and span.how == "capitals" and (span.entity or "").startswith("new:")


def _may_be_name(number: int, at: int, context: Context, taken: dict[tuple[int, int], Span]) -> bool:
    """Whether a word with a capital stands alone, in a line that gives not every word one."""
    word = context.word(number, at)
    if not word[:1].isupper() or not word.isalpha() or word.isupper() or context.titled(number):
        return False
    return (number, at + 1) not in taken and not context.word(number, at + 1)[:1].isupper()


@lru_cache(maxsize=64)
def _bearers(knowledge: Knowledge, office: str, day: str) -> dict[str, tuple[Entity, ...]]:
    """Return who held an office of any state on a day, by family name in small letters."""
    found: dict[str, tuple[Entity, ...]] = {}
    for state in _states(knowledge):
        for holder in knowledge.holder(office, state, day):
            parts = holder.name.lower().split()
            families = {parts[-1], *(parts[:1] if holder.country in _FAMILY_FIRST else ())}
            for family in families:
                found[family] = (*found.get(family, ()), holder)
    return found


@lru_cache(maxsize=1)
def _states(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(one for one in knowledge.ids() if len(one) == _STATE and one.isupper())
