"""Whose act an answer speaks of: "condemned the attack", "इस कदम की निंदा की", "a move that X welcomed".

A step back with a closed list of ends: a pack lists under the class `this-act` the words that point at an act
just told, and an answer (a frame that `answers`) without a recipient of its own takes who did the nearest act that
fits, in the same line or the two before. A denial answers who accused, a refusal who demanded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from ..records import Party
from .line import Line, Mention
from .sites import Site

if TYPE_CHECKING:
    from ..packs.frames import Frame
    from .drafts import Draft

__all__ = ["BACK", "answers_unknown", "other_side", "whose_act"]

BACK = 2
"""Lines that the step may look back over."""
_TOLD = frozenset(("occurred", "ongoing", "alleged", "planned"))
_ADDRESSED = {
    "reject-accusation": frozenset(("ACCUSE",)),
    "refuse": frozenset(("REQUEST", "AGREE", "THREATEN")),
    "refuse-demand": frozenset(("REQUEST", "SANCTION", "THREATEN")),
}
"""Answers that need an act upon those who answer, of one of these types."""
_VERBAL = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
_ATTACKS = frozenset(("ASSAULT", "PROTEST"))
_TREATIES = frozenset(("SUPPORT", "AGREE", "CONCEDE", "COOPERATE", "RETREAT"))


def whose_act(
    line: Line,
    site: Site,
    frame: Frame,
    answering: Mention | None,
    earlier: Sequence[Draft],
    here: Sequence[Draft],
) -> tuple[Party, ...]:
    """Return the parties whose act an answer speaks of, or none.

    `answering` is who answers; `earlier` are the drafts of the lines before, `here` those of this line, the
    nearest last. A denial names who accused only where its own line does.
    """
    told = here if frame.id == "reject-accusation" else (*earlier, *here)
    if frame.id != "reject-accusation" and not _points_back(line, site):
        return ()
    own = {party.country or party.entity for party in answering.parties} if answering is not None else set()
    if not own - {None}:
        return ()
    attack = _names_attack(line, site)
    for draft in reversed(told):
        if draft.verdict.status not in _TOLD or (draft in here and draft.hit.head == site.head):
            continue
        sides = {party.country or party.entity for party in draft.actors}
        if sides & own or not _fits(draft, frame, own) or (attack and draft.frame.type not in _ATTACKS):
            continue
        return tuple(structs.replace(party, how="whose act it is, looked back") for party in draft.actors)
    return ()


def _fits(draft: Draft, frame: Frame, own: set[str | None]) -> bool:
    """Whether an act can be what is answered: an accusation or demand must have been made of who answers."""
    if frame.id in _ADDRESSED:
        upon = {party.country or party.entity for party in draft.recipients}
        return draft.frame.type in _ADDRESSED[frame.id] and bool(upon & own)
    if draft.frame.both:
        return draft.frame.type in _TREATIES and frame.id != "welcome-act"
    return draft.frame.type not in _VERBAL


def _names_attack(line: Line, site: Site) -> bool:
    """Whether the words that point back name an attack, which no arrest or visit is."""
    number = line.segments[site.head]
    spans = [
        (hit.first, hit.last)
        for hit in line.hits.get("class", ())
        if hit.payload.item == "this-act" and line.segments[hit.first] == number
    ]
    return any(
        hit.payload.frame is not None
        and hit.payload.frame.type == "ASSAULT"
        and any(hit.first <= last and first <= hit.last for first, last in spans)
        for hit in line.hits.get("noun", ())
    )


def _points_back(line: Line, site: Site) -> bool:
    """Whether words that mean an act just told stand in the answer's clause, before its verb or close behind."""
    number = line.segments[site.head]
    return any(
        hit.payload.item in ("this-act", "this")
        and number in (line.segments[hit.first], line.segments[hit.last])
        and hit.first <= site.last + 6
        for hit in line.hits.get("class", ())
    )


def other_side(site: Site, told: Sequence[Draft]) -> tuple[Party, ...]:
    """Return the one other state in the nearest act told of who acts ("recalled its ambassador")."""
    own = {party.country for party in site.subject.parties} - {None} if site.subject is not None else set()
    for draft in reversed(told):
        sides = (*draft.actors, *draft.recipients)
        if not own & {party.country for party in sides}:
            continue
        others = [party for party in sides if party.country and party.country not in own]
        if len({party.country for party in others}) == 1:
            return (structs.replace(others[0], how="the other side of what was told, looked back"),)
        return ()
    return ()


def answers_unknown(line: Line, site: Site) -> bool:
    """Whether a bare pronoun ("इसे", "that") means an act in an answer's clause that no step back has found."""
    number = line.segments[site.head]
    return any(
        hit.payload.item == "this" and line.segments[hit.first] == number and site.low <= hit.first < site.first
        for hit in line.hits.get("class", ())
    )
