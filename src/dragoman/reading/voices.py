"""Tells whose words a trigger stands in: its own actor, somebody who cannot know, somebody who only claims it."""

from __future__ import annotations

from .line import Mention, Region
from .verdicts import Context

__all__ = ["HOSTILE", "alleged", "believed", "denied", "experts", "in_own_words", "regions_key"]

HOSTILE = frozenset(
    ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "AID", "COOPERATE", "ACCUSE", "REJECT", "PROTEST")
)
_CLAIMED = HOSTILE | {"REQUEST"}
"""Types of what is a claim where another state tells it."""
_DOUBTING = frozenset(("alleges", "claims", "doubts"))
_RISEN = frozenset(("REB", "UAF", "PRM"))
"""Sectors of those who have risen against a state, and whose word about its deeds is a claim."""
_NEUTRAL_KINDS = frozenset(("witness", "media"))


def denied(context: Context) -> bool:
    return any(region.stance == "denies" for region in context.regions)


def _sources(context: Context) -> list[Mention]:
    return [region.source for region in context.regions if region.source is not None]


def experts(context: Context) -> bool:
    """Whether the innermost words are those of somebody who cannot bring it about."""
    for region in reversed(context.regions):
        if region.stance == "predicts" or region.source_kind == "expert":
            return True
        if region.source is not None:
            return False
    return False


def believed(context: Context) -> bool:
    """Whether somebody else believes or claims it, of whom it does not depend."""
    doubting = any(region.stance in _DOUBTING and region.kind == "reported" for region in context.regions)
    return doubting and not in_own_words(context)


def in_own_words(context: Context) -> bool:
    actors = {p.country or p.entity for p in context.actors} - {None}
    entities = {p.entity for p in context.actors} - {None}
    for source in _sources(context):
        said = {p.country or p.entity for p in source.parties} | {p.entity for p in source.parties}
        if said & (actors | entities):
            return True
    return False


def alleged(context: Context, cues: dict[str, str]) -> bool:
    """Whether it is given only as somebody's claim about somebody else."""
    if "alleged" in cues:
        return True
    for region in reversed(context.regions):
        if region.kind == "rumour" or region.stance in _DOUBTING:
            return not (region.kind == "reported" and region.source and in_own_words(context))
        if region.stance == "predicts":
            return not (
                context.verb_final and {"verbal-noun", "locative"} <= context.tags
            )  # what is feared from it
        source = region.source
        if source is None or not source.parties or region.source_kind in _NEUTRAL_KINDS:
            continue
        if any((p.entity or "") in context.neutral for p in source.parties):
            continue
        if any(_RISEN & set(p.sector) and not p.country and not p.entity for p in source.parties):
            return context.frame.type == "ASSAULT"  # "the rebels said that the army had shelled …"
        countries = {p.country for p in source.parties if p.country}
        return bool(countries) and context.frame.type in _CLAIMED and not in_own_words(context)
    return False


def regions_key(regions: list[Region]) -> tuple[tuple[int, int], ...]:
    """Return what two tokens must share to stand in the same person's words."""
    return tuple((region.first, region.last) for region in regions if region.kind not in ("hearsay", "rumour"))
