"""Tells where a frame would turn back upon who acts: himself, his own ground, his own people, each other."""

from __future__ import annotations

from copy import copy

from ..packs.frames import Frame
from ..records import Party
from .discourse import ARMED
from .guesses import OF_TEXT
from .line import Line, Mention
from .nationality import (
    STATE,
    same_country,
    same_party,
)
from .sides import plural
from .sites import Site

__all__ = [
    "ARMED",
    "at_itself",
    "each_other",
    "guessed_at_itself",
    "instead",
    "own_ground",
    "own_people",
    "own_rulers",
    "reflexive",
]

_OUTWARD = frozenset(("ACCUSE", "AGREE", "THREATEN", "SUPPORT", "REJECT"))
"""Types of words that states address to others."""
_OF_PEOPLE = 4
"""Tokens from a verb of force to the people whom it hits."""
_UPON_OWN = frozenset(("airstrike", "drone-strike", "shoot"))
"""Frames of weapons that a state turns on its own ground against its own people."""
_NAMED = frozenset(("alias", "metonym", "nationality"))
_SECOND = 0.1
"""Confidence that taking the second antecedent of a pronoun costs."""


def own_people(line: Line, site: Site, actors: tuple[Party, ...]) -> bool:
    """Whether a state's forces hit people of no other nation on its ground: "opened fire on mourners in Saqez"."""
    forces = all({"MIL", "COP"} & set(p.sector) and p.country for p in actors)
    hit = [m for m in site.after if m.kind == "people" and m.first - site.last <= _OF_PEOPLE]
    unnamed = bool(hit) and hit[0].needs_place and not any("REF" in p.sector for p in hit[0].parties)
    return line.formed and forces and unnamed


def own_rulers(asked: Mention | None, frame: Frame, actors: tuple[Party, ...]) -> bool:
    """Whether people of a country ask something of those who govern it: "demanded that President X resign"."""
    if asked is None or frame.type != "REQUEST" or any(STATE & {*p.sector, p.type} for p in actors):
        return False
    return asked.kind in ("person", "body") and not any("pronoun" in p.how for p in asked.parties)


def at_itself(recipients: tuple[Party, ...], actors: tuple[Party, ...], frame: Frame) -> bool:
    """Whether a state would visit, accuse, threaten or praise itself: then somebody else is meant, or nobody."""
    own = {party.entity for party in actors if party.entity and len(party.entity) > 3}  # no state's code
    if any(party.entity in own for party in recipients):
        return True
    if not same_country(recipients, actors):
        return False
    if frame.mode == ("investigate",) and all(p.type == "ORG" for p in recipients):
        return True  # "opened an FBI investigation": who inquires
    if frame.foreign:
        return True
    forces = all(p.how == OF_TEXT and "MIL" in p.sector for p in recipients)
    if frame.type == "REQUEST" and forces and all(party.type == "GPE" for party in actors):
        return True  # "Syria demanded that the 'occupying forces' withdraw": not its own, or it would say so
    own_forces = all(p.how == OF_TEXT for p in recipients) and all(p.type == "PER" for p in actors)
    if frame.mode == ("allege",) and own_forces:
        return False  # "the president accused the security forces of negligence"
    states = all(
        party.type == "GPE" or STATE & set(party.sector) or (party.type == "ORG" and not party.sector)
        for party in (*actors, *recipients)
    )
    return frame.type in _OUTWARD and states


def guessed_at_itself(recipients: tuple[Party, ...], actors: tuple[Party, ...], frame: Frame) -> bool:
    """Whether a body that was given the country of the text would act upon that very state, named beside it."""
    if frame.type == "PROTEST" or not all(party.how.endswith(OF_TEXT) for party in actors):
        return False
    named = tuple(party for party in recipients if party.type == "GPE" and party.how in _NAMED)
    return same_country(named, actors)


def each_other(site: Site, actors: tuple[Mention, ...]) -> bool:
    """Whether several act upon each other ("accused each other"): all of them act, and nobody else receives."""
    return plural(actors) and (site.mutual or any(m.kind == "others" for m in (*site.before, *site.after)))


def own_ground(recipients: tuple[Party, ...], actors: tuple[Party, ...], frame: Frame) -> bool:
    """Whether only a place on the actor's own ground was hit: that names no victim.

    Who fires on people or bombs from the air at home hits his own; shelled and stormed ground may be in dispute.
    """
    if any(ARMED & set(party.sector) for party in actors) or frame.id in _UPON_OWN:
        return False
    placed = all(party.how == "state of the place" for party in recipients)
    return frame.type == "ASSAULT" and placed and same_country(recipients, actors)


def instead(mention: Mention, actors: tuple[Party, ...]) -> Mention | None:
    """Return a phrase as recipient: for a pronoun that would mean who acts, whom else it could, or None."""
    if not reflexive(mention, actors):
        return mention
    if not mention.rival:
        return None
    other = copy(mention)
    other.parties, other.lost = mention.rival, mention.lost + _SECOND
    return None if reflexive(other, actors) else other


def reflexive(mention: Mention, actors: tuple[Party, ...]) -> bool:
    """Whether a pronoun would make somebody act upon himself: it must mean somebody else then."""
    if mention.kind == "people":  # "urged its citizens"
        return False
    return any(p.how == "pronoun" or "looked back" in p.how for p in mention.parties) and any(
        same_party(p, actor)
        or (p.country is not None and p.country == actor.country and (p.type != "PER" or actor.type != "ORG"))
        for p in mention.parties
        for actor in actors
    )
