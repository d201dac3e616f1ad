"""What a denial without content denies: "Baku denied it" speaks of the claim told just before.

A step back with one antecedent only: the nearest claim, in this sentence or the two before, of a deed by the side
that now denies. Nothing fitting, and the denial stays a refusal and no more.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..packs.frames import Frame
from ..records import Link, Party
from .drafts import Draft
from .line import Line, Predicate
from .verdicts import Verdict

__all__ = ["denied_drafts", "sided", "tellers_of"]

_BACK = 2
_COST = 0.15
_HOSTILE = frozenset(("ASSAULT", "COERCE", "THREATEN", "SANCTION", "AID"))
"""Types of deeds that nobody denies but who is accused of them."""
_ARMED = frozenset(("UAF", "REB"))
_STATE = frozenset(("GOV", "MIL"))
_CLAIMED = frozenset(("alleged", "occurred", "ongoing"))


def denied_drafts(
    line: Line, drafts: Sequence[Draft], earlier: Sequence[Sequence[Draft]], reject: Frame
) -> list[Draft]:
    """Return a denied draft for every denial of the line that has no content of its own.

    Where somebody denies a hostile deed of his own, he rejects (`reject`) the accusation.
    """
    denials = [draft for draft in drafts if draft.frame.content == "denied"]
    if line.formed and not denials and (own := _accused(line, drafts, reject)) is not None:
        return [own]
    if not denials or any(draft.verdict.status == "denied" for draft in drafts):
        return []
    found = []
    for denial in denials:
        if _says_else(line, denial):
            continue
        told = [d for d in drafts if d.hit.first < denial.hit.first]
        told = [*(d for line_drafts in earlier[-_BACK:] for d in line_drafts), *told]
        claim = next((d for d in reversed(told) if _fits(d, denial)), None)
        if claim is not None:
            found.append(_denied(claim, denial, line))
    return found


def _accused(line: Line, drafts: Sequence[Draft], reject: Frame) -> Draft | None:
    """Return the rejection by who says that he did no harm: "X denied that it had shelled …"."""
    for draft in drafts:
        if draft.verdict.status != "denied" or draft.frame.type not in _HOSTILE or "future" in draft.verdict.why:
            continue
        verb = next((p for p in reversed(line.predicates) if _denies(p) and p.head < draft.hit.head), None)
        if verb is None or verb.subject is None or not _sides(verb.subject.parties) & _sides(draft.actors):
            continue
        if any(h.payload.item.gives == "negation" and h.last == verb.first - 1 for h in line.hits.get("cue", ())):
            continue  # "neither confirmed nor denied"
        hit = next(h for h in verb.hits if h.payload.kind == "reporting")
        return draft._replace(
            frame=reject,
            hit=hit,
            recipients=(),
            time=None,
            place=None,
            verdict=Verdict("occurred", False, "denies a deed of its own"),
            links=(),
        )
    return None


def _denies(predicate: Predicate) -> bool:
    return any(h.payload.kind == "reporting" and h.payload.item.stance == "denies" for h in predicate.hits)


def _says_else(line: Line, denial: Draft) -> bool:
    """Whether a denial has words of its own, of what others do: "retorted that Manila had provoked it"."""
    own = _sides(denial.actors)
    for region in line.regions:
        if region.stance != "denies" or region.kind != "reported":
            continue
        for verb in line.predicates:
            doer = verb.subject if region.first <= verb.head <= region.last else None
            if doer is not None and doer.countries and not doer.countries & own:
                return True
    return False


def _fits(claim: Draft, denial: Draft) -> bool:
    """Whether a draft is a claim by others about a deed of those who deny: nobody denies what he says himself."""
    if claim.verdict.status not in _CLAIMED or claim.frame.content is not None or claim.frame.id == "involved":
        return False
    deniers = _sides(denial.actors)
    if not tellers_of(claim).isdisjoint(deniers) or (claim.verdict.status != "alleged" and not claim.links):
        return False
    return bool(_sides(claim.actors)) and _sides(claim.actors) <= deniers


def _sides(named: Sequence[Party | Link]) -> set[str]:
    return {sided(one) for one in named} - {""}


def sided(one: Party | Link) -> str:
    """Return the state for which somebody stands, but an armed group that is no army for itself."""
    if (
        isinstance(one, Party)
        and one.entity
        and not _ARMED.isdisjoint(one.sector)
        and _STATE.isdisjoint(one.sector)
    ):
        return one.entity
    return one.country or one.entity or ""


def tellers_of(draft: Draft) -> set[str]:
    """Return who tells a draft: states, and the bodies that speak."""
    return {name for link in draft.links for name in (link.country, link.entity) if name}


def _denied(claim: Draft, denial: Draft, line: Line) -> Draft:
    cue = line.words(denial.hit.first, denial.hit.last)
    links = tuple(
        Link(start=p.start, end=p.end, name=p.name, entity=p.entity, country=p.country, stance="denies", cue=cue)
        for p in denial.actors
    )
    return claim._replace(
        hit=denial.hit,
        actors=denial.actors,
        time=None,
        place=None,
        verdict=Verdict("denied", True, "denies what was claimed before"),
        links=links,
        confidence=round(max(0.1, min(claim.confidence, denial.confidence) - _COST), 2),
    )
