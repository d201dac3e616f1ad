"""Says whom a family name of one syllable with a title means (시 주석, 윤 대통령), where titles stand behind it.

The person whom the text names in full with that family name, if there is only one; a syllable that is a word of
its own besides (이, 시) needs the same title beside both. Where nobody is named so, the one person who
holds that office at home on the day and whose family name sounds so (`how`: `surname and office`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..knowledge import Knowledge
from ..knowledge.sound import sound_key
from ..packs.names_schema import Title
from ..records import Entity
from .language import EntryHit
from .names_context import Context
from .names_found import Span

__all__ = ["surname_spans"]

_FULL = 3
"""Syllables of a full name."""
_BEHIND = 4
"""Words behind a full name within which its title is looked for: 시진핑 중국 국가주석."""
_ALONE = frozenset(("president", "prime-minister", "supreme-leader", "head-of-state"))
"""Offices of which papers speak so without having named anybody."""


def surname_spans(spans: Sequence[Span], context: Context, knowledge: Knowledge, day: str | None) -> list[Span]:
    """Return family names with titles that were no names yet; those that were and meant nobody are settled."""
    names = context.language.pack.names
    if names is None or not names.family_names or not context.titles_follow:
        return []
    taken = {(span.line, token): span for span in spans if span.type for token in range(span.first, span.last + 1)}
    named = _named(spans)
    found = []
    for number, at, hit in _titled_syllables(context):
        span = taken.get((number, at))
        if span is not None and (span.entity is not None or span.type != "PER"):
            continue
        syllable = context.lines[number].tokens[at].norm
        whole = named.get(syllable)
        sure = syllable in names.family_names
        if whole is not None and (sure or _same_title(hit, whole, context)):
            target, how = (whole[0].entity, whole[0].name, whole[0].country), "short form"
        elif whole is None and sure and (holder := _holder(syllable, hit, names.home, knowledge, day)) is not None:
            target, how = (holder.id, holder.name, holder.country), "surname and office"
        else:
            continue
        if span is None:
            span = Span(number, at, at, alias=syllable, words=(syllable,))
            found.append(span)
        span.settle("PER", *target, how)
        span.candidates = ()
    return found


def _titled_syllables(context: Context) -> Iterator[tuple[int, int, EntryHit]]:
    """Yield words of one syllable that a title follows: line, token, title."""
    for number, line in enumerate(context.lines):
        for kind in ("title", "following"):
            for hit in line.hits.get(kind, ()):
                at = hit.first - 1
                if at >= 0 and len(line.tokens[at].norm) == 1 and line.tokens[at].text[0].isalpha():
                    title = context.starting(number, hit.first, "title")
                    if (title is None or title is hit) and context.starting(number, at, "former") is None:
                        yield number, at, hit


def _named(spans: Sequence[Span]) -> dict[str, list[Span]]:
    """Return the mentions of the one person named in full for each first syllable."""
    by_syllable: dict[str, list[Span]] = {}
    for span in spans:
        if span.type == "PER" and len(span.words) == 1 and len(span.alias) == _FULL and span.entity:
            by_syllable.setdefault(span.alias[0], []).append(span)
    return {first: whole for first, whole in by_syllable.items() if len({one.entity for one in whole}) == 1}


def _same_title(hit: EntryHit, whole: Sequence[Span], context: Context) -> bool:
    """Whether one of a person's mentions has the title beside it that stands behind the family name."""
    item = hit.payload.item
    return item is not None and any(
        (beside := context.starting(span.line, token, "title")) is not None and _alike(beside.payload.item, item)
        for span in whole
        for token in range(span.last + 1, span.last + 1 + _BEHIND)
    )


def _alike(one: Title, other: Title) -> bool:
    return one is other or (one.office is not None and one.office == other.office)


def _holder(
    syllable: str, hit: EntryHit, home: Sequence[str], knowledge: Knowledge, day: str | None
) -> Entity | None:
    """Return the one holder of an office at home on a day whose family name sounds like a syllable."""
    office = hit.payload.item.office if isinstance(hit.payload.item, Title) else None
    if office not in _ALONE or day is None:
        return None
    holders = {person.id: person for state in home for person in knowledge.holder(office, state, day)}
    fitting = [one for one in holders.values() if sound_key(one.name.split()[0]) == sound_key(syllable)]
    return fitting[0] if len(fitting) == 1 else None
