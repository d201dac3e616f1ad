"""For whom a party or a source stands: persons and bodies for their state, armed groups for themselves."""

from __future__ import annotations

from functools import lru_cache

from ..knowledge import load
from ..records import EventParty, Link, Party

__all__ = ["side_of"]

_ARMED = frozenset(("UAF", "REB", "CRM"))
_STATE = frozenset(("GOV", "MIL"))


def side_of(one: Party | Link | EventParty) -> str | None:
    """Return whom somebody named stands for: a state, or who is of none (a rebel army, the UN); None if nobody
    knows."""
    if one.country and one.entity and one.entity.startswith("org:") and _is_of_no_state(one.entity):
        return one.entity
    return one.country or one.entity or None


@lru_cache(maxsize=4096)
def _is_of_no_state(entity: str) -> bool:
    """Whether a body is under arms without being its state's: rebels are not the country that they fight."""
    known = load().entity(entity)
    sectors = frozenset(known.sector) if known is not None else frozenset()
    return not sectors.isdisjoint(_ARMED) and sectors.isdisjoint(_STATE)
