"""A pronoun right behind a verb of saying means who speaks: "Iraq said it would …", "the rebels say they have …".

The words between are those that only open what is said. Where the speaker is a body or a state, "he" stays as it
was; where the speaker is unknown, so is the pronoun.
"""

from __future__ import annotations

from msgspec import structs

from .line import Line, Mention, Predicate

__all__ = ["settle_own_words"]

_REFERS = {"person": ("person",), "body": ("state", "body"), "any": ("person", "state", "body", "people")}
"""What a pronoun may mean -> kinds of phrases that it can stand for."""
_OWN = "pronoun, who speaks"
_COST = 0.03


def settle_own_words(line: Line) -> None:
    """Give nominative pronouns behind "said" and "said that" the subject of that verb."""
    if not line.formed:
        return
    openers = {h.first: h.last for h in line.hits.get("complementiser", ())}
    for predicate in line.predicates:
        if predicate.subject is None or not any(h.payload.kind == "reporting" for h in predicate.hits):
            continue
        at = _behind(line, predicate)
        at = openers.get(at, at - 1) + 1
        mention = line.mention_at(at) if at < len(line.tokens) else None
        if mention is not None and mention.first == mention.last == at and not mention.genitive:
            _settle(line, mention, predicate.subject)


def _behind(line: Line, predicate: Predicate) -> int:
    """Return the first token behind a verb and a time that dates it."""
    at = predicate.head + 1
    for time in line.times:
        first, last = line.token_at(time.start), line.token_at(time.end - 1)
        if first <= at + 1 and at <= last:
            at = last + 1
    return at


def _settle(line: Line, mention: Mention, speaker: Mention) -> None:
    pronouns = [h.payload.item for h in line.hits.get("pronoun", ()) if h.first == mention.first == h.last]
    if not pronouns or mention is speaker or not speaker.parties:
        return
    kinds = _REFERS.get(pronouns[0].refers, ())
    if pronouns[0].role is not None or speaker.kind not in kinds:
        return
    mention.parties = tuple(
        structs.replace(p, start=line.tokens[mention.first].start, end=line.tokens[mention.first].end,
                        text=line.words(mention.first, mention.first), how=_OWN)
        for p in speaker.parties
    )  # fmt: skip
    mention.kind, mention.lost, mention.rival = speaker.kind, _COST, ()
    mention.needs_place = speaker.needs_place
