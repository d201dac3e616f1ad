"""What no report may rest on alone: guesses at whose a body, a crowd or somebody arrested is.

A body without a nationality is taken for the text's own country, or that of the place. That is a fair step where
anything else in the sentence bears it out; where nothing does, the report is left out, with the reason.
"""

from __future__ import annotations

from ..packs.frames import Frame
from ..records import Party
from .line import Mention

__all__ = ["OF_TEXT", "guessed", "no_person", "of_the_law"]

OF_TEXT = "the country of the text"
_FOREIGN = frozenset(("REJECT", "THREATEN", "SUPPORT", "CONSULT"))
"""Types of what states say to each other, and seldom to themselves."""
_OPINIONS = (("disapprove",), ("allege",))
"""Modes of what anybody may say of anybody."""
_RULING = frozenset(("GOV", "COP", "MIL", "LEG", "PTY", "SPY", "PRM"))
"""Sectors of those against whom their own people act."""
_INQUIRIES = (("investigate",), ("allege",))
"""Modes of what police and courts do every day."""


def guessed(
    recipients: tuple[Party, ...], actors: tuple[Party, ...], mentions: tuple[Mention, ...], frame: Frame
) -> str | None:
    """Return why a report would rest on nothing but the country of the text or of the place, or None."""
    if any(party.how not in (OF_TEXT, "place of the act") for party in actors):
        return None
    if frame.type in _FOREIGN and recipients and all(party.how == OF_TEXT for party in recipients):
        return "both sides would be the country of the text"
    own = {party.country for party in actors}
    ruled = any(party.country in own and not party.how.endswith(OF_TEXT) and _rules(party) for party in recipients)
    if frame.mode in _OPINIONS and all(m.kind == "people" for m in mentions) and not ruled:
        return "the words of people of whom no nation is told"
    private = all(m.kind == "people" and not any("SOC" in p.sector for p in m.parties) for m in mentions)
    if frame.type == "REQUEST" and not recipients and private:
        return "the wishes of people of whom no nation is told"
    violent = frame.type == "ASSAULT" and frame.id != "destroy"  # crowds burn houses, and protest so
    if violent and private and not ruled and all(party.how == OF_TEXT for party in actors):
        return "the deed of people of whom no nation is told"
    nursed = frame.type == "AID" and all(party.how.endswith(OF_TEXT) for party in recipients)
    if nursed and (private or all("MED" in party.sector for party in actors)):
        return "help among people of whom no nation is told"
    if frame.mode in _INQUIRIES and not recipients:
        return "everyday work of police and courts"
    return None


def _rules(party: Party) -> bool:
    """Whether a party is a state or one of those who govern, guard and judge it."""
    return party.type == "GPE" or bool(_RULING & set(party.sector))


def of_the_law(frame: Frame) -> bool:
    """Whether police or courts do it: whom they arrest or try has no country unless the text gives him one."""
    return frame.mode[:1] in (("arrest",), ("convict",))


def no_person(mentions: tuple[Mention, ...], frame: Frame) -> str | None:
    """Return why nobody can be meant who is arrested or tried: a state or a place is not, but somebody unread."""
    if of_the_law(frame) and any(m.kind in ("state", "place") for m in mentions):
        return "a state or place would be arrested or tried"
    return None
