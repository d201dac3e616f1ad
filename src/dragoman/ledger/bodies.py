"""For whom a party or a source stands: persons and bodies for their state, armed groups for themselves."""

from __future__ import annotations

from functools import lru_cache

from ..knowledge import load
from ..records import EventParty, Link, Party

__all__ = ["side_of", "voice_of"]

_ARMED = frozenset(("UAF", "REB", "CRM"))
_STATE = frozenset(("GOV", "MIL"))
_OWN_VOICE = frozenset(("NGO", "JRN"))
"""Bodies that speak for themselves, unless a state runs them."""


def side_of(one: Party | Link | EventParty) -> str | None:
    """Return whom somebody named stands for: a state, or who is of none (a rebel army, the UN); None if nobody
    knows."""
    if one.country and one.entity and one.entity.startswith("org:") and _is_of_no_state(one.entity):
        return one.entity
    return one.country or one.entity or None


def voice_of(source: Link) -> str | None:
    """Return for whom a source speaks: a state for its persons and bodies, but a society or a paper for itself."""
    if source.entity and source.entity.startswith("org:") and _speaks_for_itself(source.entity):
        return source.entity
    return side_of(source)


@lru_cache(maxsize=4096)
def _speaks_for_itself(entity: str) -> bool:
    known = load().entity(entity)
    return known is not None and known.kind != "state" and not _OWN_VOICE.isdisjoint(known.sector)


@lru_cache(maxsize=4096)
def _is_of_no_state(entity: str) -> bool:
    """Whether a body is under arms without being its state's: rebels are not the country that they fight."""
    known = load().entity(entity)
    sectors = frozenset(known.sector) if known is not None else frozenset()
    return not sectors.isdisjoint(_ARMED) and sectors.isdisjoint(_STATE)
