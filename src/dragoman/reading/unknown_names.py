"""Names behind an office or title that no list has: how far they reach, and which word carries their case."""

from __future__ import annotations

from ..packs.schema import Tag
from ..records import Party
from .language import EntryHit, Language
from .line import Line, Mention

__all__ = ["past_unknown_name", "take_unknown_name"]

_CASES: frozenset[Tag] = frozenset(("dative", "genitive"))
_HYPHENS = frozenset(("-", "‑", "–"))
_UNKNOWN_NAME = 3
"""Words that the unknown name of an office's holder may have."""
_OF_ACTS = frozenset(("acts", "deed", "this-act", "demanded", "quantifier"))
"""Classes of words that name acts or count, and name nobody."""


def take_unknown_name(line: Line, mention: Mention, language: Language) -> None:
    """Let the unknown name behind an office belong to it, up to the word that carries the case.

    So too the last word of somebody's name that only his title has shown to be one: "রাষ্ট্রদূত অং কিয়াও [মোকে]".
    """
    if mention.genitive or mention.tags & _CASES:
        return
    if language.glued_cases and all(_by_title(party) for party in mention.parties):
        _take_last_word(line, mention, language)
        return
    if not any(p.how.startswith("office") for p in mention.parties):
        return
    for at in range(mention.last + 1, min(len(line.tokens), mention.last + _UNKNOWN_NAME + 1)):
        told = any(hit.payload.kind != "class" for hit in line.at[at])
        acts = any(hit.payload.item in _OF_ACTS for hit in line.at[at] if hit.payload.kind == "class")
        if told or acts or not line.tokens[at].norm[0].isalpha() or line.mention_at(at) is not None:
            return
        cased = [one.tags for one in language.inflection.noun(line.tokens[at].norm) if one.tags & _CASES]
        if cased and at > mention.last + 1:
            mention.last, mention.tags = at, cased[0]
            mention.genitive = "genitive" in cased[0]
            return


def _by_title(party: Party) -> bool:
    return party.type == "PER" and (party.entity or "").startswith("new:") and "title" in party.how


def _take_last_word(line: Line, mention: Mention, language: Language) -> None:
    """Let a word in the dative that nobody knows, right behind somebody's unlisted name, be the end of it."""
    at = mention.last + 1
    if not mention.parties or at >= len(line.tokens) or line.at[at] or not line.tokens[at].norm[0].isalpha():
        return
    cased = [one.tags for one in language.inflection.noun(line.tokens[at].norm) if "dative" in one.tags]
    if cased:
        mention.last, mention.tags = at, cased[0]


def past_unknown_name(line: Line, mention: Mention, at: int, starts: dict[int, list[EntryHit]]) -> int:
    """Return the adposition behind the unknown name of an office's holder ("प्रधानमंत्री निकोल … ने"), or `at`."""
    if not any(party.how.startswith("office") for party in mention.parties):
        return at
    hyphens = 0
    for step in range(at, min(len(line.tokens), at + 2 * _UNKNOWN_NAME)):
        if step in starts:
            topic = step > at and all(hit.payload.item.role == "about" for hit in starts[step])
            return at if topic else step  # "… প্রেসিডেন্ট [অভিবাসন] নিয়ে": what they speak about
        if any(hit.payload.kind == "class" and hit.payload.item == "quantifier" for hit in line.at[step]):
            return at  # "প্রেসিডেন্ট [সাত প্রদেশে]"
        if at < step and line.tokens[step].text in _HYPHENS:  # "डियाज-कैनेल"
            hyphens += 2
            continue
        if step - at - hyphens >= _UNKNOWN_NAME:
            return at
        told = any(hit.payload.kind not in ("context", "class") for hit in line.at[step])
        if told or not line.tokens[step].norm[0].isalpha() or line.mention_at(step) is not None:
            return at
        if any(time.start <= line.tokens[step].start < time.end for time in line.times):
            return at
    return at
