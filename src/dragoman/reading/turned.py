"""Phrases whose light verb stands before its noun, as headlines of verb-final languages have it.

"रूस ने मॉस्को पर किया ड्रोन हमला" is "ड्रोन हमला किया" with its verb in front. The lexicon finds such pairs over a gap,
so what stands around them must show that the noun ends its clause and that the verb governs no noun of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from .language import Entry, EntryHit, Language
from .tokens import Token

__all__ = ["is_turned", "settle_turned"]

_FINITE = frozenset(("past", "future", "finite"))


def is_turned(hit: EntryHit, language: Language) -> bool:
    """Whether a verbal trigger has its verb before the words that the verb carries."""
    return language.subject_first and hit.head == hit.first < hit.last


def settle_turned(hits: Sequence[EntryHit], tokens: Sequence[Token]) -> list[EntryHit]:
    """Return the hits with those turned pairs as verbs that close a clause, and without the others."""
    if not any(hit.payload.kind == "turned" for hit in hits):
        return list(hits)
    adpositions = {h.last for h in hits if h.payload.kind == "marker" and h.payload.item.role != "genitive"}
    passives = {h.first for h in hits if h.payload.kind == "cue" and h.payload.item.gives == "passive"}
    joints = {h.first for h in hits if h.payload.kind == "coordinator"}
    settled: list[EntryHit] = []
    for hit in hits:
        if hit.payload.kind != "turned":
            settled.append(hit)
            continue
        behind = hit.last + 1
        closes = behind >= len(tokens) or not tokens[behind].norm[0].isalnum() or behind in joints
        if closes and hit.tags & _FINITE and hit.first - 1 in adpositions and hit.first + 1 not in passives:
            settled.append(structs.replace(hit, payload=Entry("verb", hit.payload.item, hit.payload.frame)))
    return settled
