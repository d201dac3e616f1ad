"""Who is said to have had a hand in violence, and who denies it: "denied any role in the attack", "was behind it".

The word for taking part carries no act of its own; joined to a noun of violence it tells whose deed that is said
to be. A pack lists such words as the classes `involvement`, `no-involvement` ("had no part in") and `violence`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..packs.frames import Frame
from ..records import Link, Party
from .attribution import chain_of, regions_of
from .drafts import Draft
from .language import EntryHit
from .line import Line, Region
from .verdicts import Verdict

__all__ = ["involved_drafts"]

_NEAR = 4
"""Tokens between a word for taking part and the noun of what was done."""
_BESIDE = 8
"""Tokens from a denial to the word for taking part."""
_CONFIDENCE = 0.92


def involved_drafts(line: Line, drafts: Sequence[Draft], frame: Frame, *, verb_final: bool) -> list[Draft]:
    """Return a draft (`frame`) for every part in violence that the line denies or alleges, and no draft tells."""
    joined = list(_joined(line, verb_final))
    if not joined:
        return []
    told = {country for draft in drafts if draft.frame.type == frame.type for country in _sides(draft.actors)}
    found: list[Draft] = []
    for hit, denied in joined:
        draft = _of_words(line, drafts, hit, frame, denied) or _of_clause(line, hit, frame, denied)
        if draft is None or _sides(draft.actors) & told:
            continue
        told |= _sides(draft.actors)
        found.append(draft)
    return found


def _joined(line: Line, verb_final: bool) -> list[tuple[EntryHit, bool]]:
    """Return the words for taking part beside a noun of violence, and whether they say that somebody did not."""
    classes = line.hits.get("class", ())
    violence = [hit for hit in classes if hit.payload.item == "violence"]
    found = []
    for hit in classes if violence else ():
        if hit.payload.item not in ("involvement", "no-involvement"):
            continue
        gaps = ((hit.first - v.last if verb_final else v.first - hit.last) for v in violence)
        if any(0 < gap <= _NEAR + 1 for gap in gaps):
            found.append((hit, hit.payload.item == "no-involvement"))
    return found


def _of_words(line: Line, drafts: Sequence[Draft], hit: EntryHit, frame: Frame, denied: bool) -> Draft | None:
    """Return the deed that a denial beside the word denies."""
    for draft in drafts:
        near = draft.hit.first - _BESIDE <= hit.first <= draft.hit.last + _BESIDE
        if not near or draft.verdict.status != "occurred":
            continue
        if draft.frame.content == "denied":
            return _draft(frame, hit, draft.actors, "denied", _by(draft, line))
    return None


def _of_clause(line: Line, hit: EntryHit, frame: Frame, denied: bool) -> Draft | None:
    """Return what somebody says of the subject of the clause in which the word stands."""
    number = line.segments[hit.first]
    subject = next((p.subject for p in line.predicates if p.segment == number and p.subject is not None), None)
    sources = [region for region in regions_of(line, hit.first) if region.source is not None]
    if subject is None or not subject.countries or not sources:
        return None
    own = bool(_named(sources[-1]) & subject.countries)
    if own != denied:
        return None
    return _draft(frame, hit, subject.parties, "denied" if denied else "alleged", chain_of(sources))


def _draft(frame: Frame, hit: EntryHit, actors: tuple[Party, ...], status: str, links: tuple[Link, ...]) -> Draft:
    denied = status == "denied"
    why = "denies a part in it" if denied else "is said to have a part in it"
    verdict = Verdict("denied" if denied else "alleged", denied, why)
    return Draft(frame, hit, actors, (), None, None, verdict, links, _CONFIDENCE)


def _by(draft: Draft, line: Line) -> tuple[Link, ...]:
    """Return those who deny as the source."""
    cue = line.words(draft.hit.first, draft.hit.last)
    return tuple(
        Link(start=p.start, end=p.end, name=p.name, entity=p.entity, country=p.country, stance="denies", cue=cue)
        for p in draft.actors
    )


def _named(region: Region) -> set[str]:
    return region.source.countries if region.source is not None else set()


def _sides(parties: Sequence[Party]) -> set[str]:
    return {party.country or party.entity or "" for party in parties} - {""}
