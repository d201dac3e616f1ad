"""Tells whether a verb's subject is a noun that nobody knows: "an earthquake flattened", "a separatist shot dead".

What stands right before the verb decides: a noun that is no part of a phrase with an adposition, and no known one.
"""

from __future__ import annotations

from .language import Language
from .line import Line, Predicate

__all__ = ["of_adjective", "unnamed_subject"]

_FINAL_N = 4
"""Place of the consonant n among those that end a Korean syllable."""


def unnamed_subject(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether an unknown noun stands right before a verb, where heads end their phrases: it is the subject.

    So "an earthquake flattened" and "a separatist shot dead" have no actor that we could name.
    """
    if not predicate.tags & {"past", "present", "finite", "participle"}:
        return False
    at = predicate.first - 1
    amounts = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "quantifier"}
    while at >= 0 and (
        line.tokens[at].norm in language.transparent
        or (at in amounts and at + 1 < predicate.first)  # "most recently slapping"
        or line.tokens[at].norm.endswith(language.text.adverb_endings)
        or any(h.payload.kind in ("cue", "light", "happen") for h in line.at[at])
    ):
        at -= 1
    if at < 0 or not line.tokens[at].norm.isalpha():
        return False
    if line.tokens[at].text[0].isupper() and not _told(line, at):
        return False
    if any(one.head == at for one in line.predicates):  # "retaliated by expelling"
        return False
    if line.at[at] and any(
        h.payload.kind not in ("context", "class", "without", "org-word", "place-word") for h in line.at[at]
    ):
        return False
    if line.mention_at(at) is not None or _depends(line, at) or _ends_owner(line, at):
        return False
    start = line.tokens[at].start
    return not any(time.start <= start < time.end for time in line.times) and not any(
        hit.first < at <= hit.last for earlier in range(max(0, at - 3), at) for hit in line.at[earlier]
    )


def _ends_owner(line: Line, at: int) -> bool:
    """Whether a word only says what kind of place owns a body: "the government of Sindh province"."""
    behind = [hit for hit in line.hits.get("place-word", ()) if hit.last == at]
    return any(
        (owner := line.mention_at(hit.first - 1)) is not None and owner.kind == "body" and owner.first < owner.last
        for hit in behind
        if hit.first
    )


def _told(line: Line, at: int) -> bool:
    """Whether an unknown name begins what somebody says: "Seoul said [the North] had blown up a road"."""
    determiners = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "determiner"}
    before = at - 1 - (at - 1 in determiners)
    return any(h.payload.kind == "reporting" and h.last == before for h in line.at[before]) or any(
        hit.last == before for hit in line.hits.get("complementiser", ())
    )


def _depends(line: Line, at: int) -> bool:
    """Whether an unknown noun is governed: by an adposition, or ("of the …", "with its …") behind one we know."""
    determiners = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "determiner"}
    markers = {hit.last: hit for hit in sorted(line.hits.get("marker", ()), key=lambda one: -one.first)}
    if at - 1 in markers:
        return True
    owner = line.mention_at(at - 2) if at > 1 and line.tokens[at - 1].norm in ("'s", "'") else None
    if owner is not None and owner.role is not None:  # "workers at Argentina's ports went"
        return True
    while at - 1 in determiners or _owned_by(line, at - 1):
        at -= 1
    hit = markers.get(at - 1)
    if hit is None:
        return False
    opens = hit.first - 1
    if opens < 0 or line.tokens[opens].text == "," or any(h.payload.kind == "coordinator" for h in line.at[opens]):
        return True  # "…, and for the first time called"
    described = {h.first for h in line.hits.get("class", ()) if h.payload.item == "postmodifier"}
    return line.mention_at(hit.first - 1 - (hit.first - 1 in described)) is not None


def _owned_by(line: Line, at: int) -> bool:
    """Whether a possessive pronoun or a nationality stands there, the owner of the noun behind it."""
    mention = line.mention_at(at)
    return mention is not None and mention.first == mention.last and (mention.genitive or mention.modifier)


def of_adjective(line: Line, at: int) -> bool:
    """Whether an attributive form behind a noun describes somebody named behind it: "jijin-i nan Türkiye"."""
    if at + 2 >= len(line.tokens) or any(p.first <= at + 1 <= p.last for p in line.predicates):
        return False
    last = line.tokens[at + 1].text[-1]
    closed = "가" <= last <= "힣" and (ord(last) - ord("가")) % 28 == _FINAL_N
    behind = line.mention_at(at + 2)
    return closed and line.mention_at(at + 1) is None and behind is not None and behind.first == at + 2
