"""Tells words apart that no ending tells apart: verbs that are prepositions too, and verbs made nouns.

Only languages with prepositions whose verbs are not inflected need it (Vietnamese tới: "to" and "arrive in").
"""

from __future__ import annotations

from .language import EntryHit, Language
from .line import Line

__all__ = ["is_coverb", "is_preposition", "nominalised"]

_NOT_OF_VERBS = frozenset(("passive", "failed", "alleged"))


def is_preposition(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a verb's form is one of the pack's prepositions."""
    return language.text.adpositions == "before" and any(
        h.payload.kind == "marker" and h.last == hit.last for h in line.at[hit.first]
    )


def is_coverb(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a form that is verb and preposition alike is a verb here: right behind its subject, behind a time at
    the head of its clause, or behind a word that speaks of verbs."""
    if not is_preposition(line, hit, language):
        return False
    at = hit.first - 1
    while at >= 0:
        time = next((t for t in line.times if t.start < line.tokens[at].end <= t.end), None)
        if time is None:
            break
        at = line.token_at(time.start) - 1
    if at < 0 or line.tokens[at].norm == ",":
        return at < hit.first - 1
    before = line.mention_at(at)
    if before is not None:
        return before.human and before.role is None and not before.genitive and not before.modifier
    return any(
        h.payload.kind == "cue" and h.payload.item.gives not in _NOT_OF_VERBS and h.last == at
        for start in range(max(0, at - 3), at + 1)
        for h in line.at[start]
    )


def nominalised(line: Line, hit: EntryHit) -> bool:
    """Whether a word that makes nouns of verbs stands right before a verb ("sự ủng hộ", support)."""
    return any(
        h.payload.kind == "nominaliser" and h.last == hit.first - 1
        for start in range(max(0, hit.first - 2), hit.first)
        for h in line.at[start]
    )
