"""Whom "both sides" mean that stand behind them in one sentence, and names that only say whom others are for."""

from __future__ import annotations

from msgspec import structs

from ..records import Party
from .line import Line, Mention

__all__ = ["only_backs", "settle_groups"]

_PAIR = 2
_BESIDE = 2
"""Tokens from a phrase to the talks that it is one side of."""


def settle_groups(line: Line) -> None:
    """Give "the two sides" the pair that stands before them in their own sentence: "A met B, and both agreed"."""
    for hit in line.hits.get("group", ()):
        mention = line.mention_at(hit.first)
        if mention is None or mention.first != hit.first or hit.payload.item.count < 2:
            continue
        if mention.parties and not all("looked back" in party.how for party in mention.parties):
            continue
        several = hit.payload.item.count > 2
        pair = (
            _all_before(line, mention, hit.payload.item.count)
            if several
            else _pair_before(line, mention, lists=not mention.parties)
        )
        if not pair or (hit.payload.item.take == "persons" and any(party.type != "PER" for party in pair)):
            continue
        how = "group, named before in the sentence"
        mention.parties = tuple(structs.replace(party, how=how) for party in pair)
        mention.kind = "person" if hit.payload.item.take == "persons" else "state"
        mention.lost = 0.05


def _pair_before(line: Line, group: Mention, *, lists: bool) -> tuple[Party, ...]:
    """Return two parties of different countries: a subject and whom it is with, "between A and B", a list.

    Without `lists`, a list counts only where a marker shows that its members face each other.
    """
    before = [m for m in line.mentions if m.last < group.first and m.human and m.parties]
    for mention in reversed(before):
        if len(mention.countries) == len(mention.parties) == 2 and (
            mention.role == "between" or (lists and not mention.genitive)
        ):
            return mention.parties
        if (mention.role == "companion" or _met_by(line, mention)) and len(mention.parties) == 1:
            others = [m for m in before if m.first < mention.first and len(m.parties) == 1 and not m.genitive]
            agents = [m for m in others if m.role == "agent"]  # who tells of it stands before him who met
            subject = agents[-1] if agents else next((m for m in others if m.role is None), None)
            if subject is not None and len(subject.countries | mention.countries) == _PAIR:
                return (*subject.parties, *mention.parties)
    return ()


def _all_before(line: Line, group: Mention, count: int) -> tuple[Party, ...]:
    """Return the parties of all who are named before a group of three or more, where they are just as many."""
    before = [m for m in line.mentions if m.last < group.first and m.human and m.parties and m.role != "place"]
    found = {party.country: party for mention in before for party in mention.parties if party.country}
    return tuple(found.values()) if len(found) == count else ()


def _met_by(line: Line, mention: Mention) -> bool:
    """Whether a phrase in "from" is one side of the talks right behind it ("X से मुलाकात की")."""
    return mention.role == "source" and any(
        "source" in hit.payload.item.actor and 0 < hit.first - mention.last <= _BESIDE
        for kind in ("verb", "noun")
        for hit in line.hits.get(kind, ())
    )


def only_backs(mention: Mention, line: Line, backed: set[int]) -> bool:
    """Whether a name only says of others whom they are for or backed by: "রুয়ান্ডা-সমর্থিত বিদ্রোহী".

    A pack lists such words as the class `backed`.
    """
    at = mention.last + 1
    if at < len(line.tokens) and line.tokens[at].text in "-–":
        at += 1
    return at in backed and mention.kind in ("state", "person", "body", "place") and not mention.tags
