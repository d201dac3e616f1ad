"""Whose act an answer speaks of: a denial answers who accused, a refusal who demanded, a recall the other side.

A step back with a closed list of ends: a denial or refusal without a recipient of its own takes who did the
nearest act that fits, in the same line or the two before (a pack lists under the class `this-act` the words that
point back).
Who condemns or welcomes an act told before names nobody, and so does the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from ..records import Party
from .denials import sided, tellers_of
from .line import Line, Mention
from .sites import Site

if TYPE_CHECKING:
    from ..packs.frames import Frame
    from .drafts import Draft

__all__ = ["BACK", "accused", "answers_unknown", "other_side", "warned_by_if", "whose_act"]

BACK = 2
"""Lines that the step may look back over."""
_NEAR = 9
"""Tokens from a deed to the verb behind it that condemns it."""
_IF_REACH = 2
"""Clauses from a threat to its "if"."""
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_TOLD = frozenset(("occurred", "ongoing", "alleged", "planned"))
_ADDRESSED = {
    "reject-accusation": frozenset(("ACCUSE",)),
    "refuse": frozenset(("REQUEST", "AGREE", "THREATEN")),
    "refuse-demand": frozenset(("REQUEST", "SANCTION", "THREATEN")),
}
"""Answers that need an act upon those who answer, of one of these types."""


def _condemned(line: Line, site: Site, answering: Mention | None, here: Sequence[Draft]) -> tuple[Party, ...]:
    """Return whose deed, told right before a verb that stands last, is condemned ("মার্কিন হামলায় … ঘটনার নিন্দা")."""
    if not site.verbal or line.formed or not here:
        return ()
    draft = here[-1]
    near = 0 < site.first - draft.hit.last <= _NEAR and line.segments[draft.hit.head] == line.segments[site.head]
    if not near or draft.frame.type not in _DEEDS or draft.verdict.status not in _TOLD:
        return ()
    own = {party.country or party.entity for party in answering.parties} if answering is not None else set()
    if not own or own & {party.country or party.entity for party in draft.actors}:
        return ()
    return draft.actors


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
    if frame.id == "condemn":
        return _condemned(line, site, answering, here)
    if frame.id not in _ADDRESSED:
        return ()
    told = here if frame.id == "reject-accusation" else (*earlier, *here)
    if frame.id != "reject-accusation" and not _points_back(line, site):
        return ()
    own = {party.country or party.entity for party in answering.parties} if answering is not None else set()
    if not own - {None}:
        return ()
    for draft in reversed(told):
        if draft.verdict.status not in _TOLD or (draft in here and draft.hit.head == site.head):
            continue
        sides = {party.country or party.entity for party in draft.actors}
        if frame.id == "reject-accusation" and (claimed := _tellers(line, draft, answering)):
            return claimed
        if sides & own or not _fits(draft, frame, own):
            continue
        return tuple(structs.replace(party, how="whose act it is, looked back") for party in draft.actors)
    return ()


def _tellers(line: Line, draft: Draft, answering: Mention | None) -> tuple[Party, ...]:
    """Return who says that those who answer did some act, where they are known."""
    own = {sided(party) for party in answering.parties} - {""} if answering is not None else set()
    if not own or not _is_claim(draft, own):
        return ()
    how = "whose words they are, looked back"
    return tuple(
        Party(start=link.start, end=link.end, text=line.text[link.start : link.end], entity=link.entity,
              name=link.name, country=link.country, how=how)
        for link in draft.links
        if link.country or link.entity
    )[:1]  # fmt: skip


def _fits(draft: Draft, frame: Frame, own: set[str | None]) -> bool:
    """Whether an act can be what is answered: an accusation or demand made of who answers."""
    upon = {party.country or party.entity for party in draft.recipients}
    return draft.frame.type in _ADDRESSED[frame.id] and bool(upon & own)


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


def answers_unknown(line: Line, site: Site, frame: Frame) -> bool:
    """Whether a bare pronoun ("इसे", "that") means an act in an answer's clause that no step back has found."""
    if frame.id not in _ADDRESSED or site.accused:
        return False
    number = line.segments[site.head]
    return any(
        hit.payload.item == "this" and line.segments[hit.first] == number and site.low <= hit.first < site.first
        for hit in line.hits.get("class", ())
    )


def accused(frame: Frame, answering: Mention | None, told: Sequence[Draft]) -> bool:
    """Whether others have told, in this line or the two before, of a deed by who denies."""
    if frame.id != "reject-accusation" or answering is None:
        return False
    own = {sided(party) for party in answering.parties} - {""}
    return any(_is_claim(draft, own) for draft in told)


def _is_claim(draft: Draft, own: set[str]) -> bool:
    """Whether a draft tells what others say that these did."""
    sides, tellers = {sided(party) for party in draft.actors} - {""}, tellers_of(draft)
    return draft.verdict.status == "alleged" and bool(sides and tellers) and sides <= own and not tellers & own


def warned_by_if(line: Line, site: Site, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Return who must do or leave what a threat depends on: "will strike if the generals keep power", or none.

    He is the subject of the clause of the "if", where that names one side, and no side that threatens.
    """
    number = line.segments[site.head]
    near = [p for p in line.predicates if line.segment_kinds[p.segment] == "condition"]
    near = [p for p in near if 0 < abs(p.segment - number) <= _IF_REACH]
    subject = near[0].subject if near else None
    if subject is None or line.segments[subject.first] != near[0].segment or not subject.parties:
        return ()
    own = {party.country or party.entity for party in actors}
    sides = {party.country or party.entity for party in subject.parties}
    if len(sides) != 1 or sides & own or None in sides:
        return ()
    return tuple(structs.replace(party, how="whom the if means") for party in subject.parties[:1])
