"""Weighs whom a name may mean: standing, offices held on the day, how much of a name is told, states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..knowledge import AliasHit
from ..knowledge.sound import sound_key
from ..records import Entity

__all__ = ["holds", "in_office", "is_state", "sounds_whole", "weight"]

_WHOLE = 0.7
"""Share of the sounds of somebody's full name that one word has which is all of it."""


def weight(hit: AliasHit, person: Entity | None, day: str | None, countries: Mapping[str, int]) -> float:
    """Return the standing of a bearer, doubled for an office held on the day, raised where the text speaks of the
    country (`countries` counts them)."""
    score = float(hit.weight)
    if person is None:
        return score
    if any(in_office(office.since, office.until, day) for office in person.offices):
        score *= 2
    if person.country and countries[person.country]:
        score *= 1.5
    return score


def in_office(since: str | None, until: str | None, day: str | None) -> bool:
    """Whether a day lies in a term; without a day, whether the term is open."""
    if day is None:
        return until is None
    return (since or "") <= day and (until is None or until + "~" >= day)


def holds(person: Entity | None, office: str, day: str | None, *, on_the_day: bool = False) -> bool:
    """Whether somebody held an office: ever, or on the day of publication."""
    return person is not None and any(
        held.office == office and (not on_the_day or in_office(held.since, held.until, day))
        for held in person.offices
    )


def is_state(hit: AliasHit) -> bool:
    """Whether a hit is a state's own name."""
    return len(hit.entity) == 3 and hit.kind in ("name", "alias")


def sounds_whole(alias: str, name: str) -> bool:
    """Whether one word sounds as long as a full name does."""
    return _sounds(alias) >= _WHOLE * _sounds(name)


@lru_cache(maxsize=10_000)
def _sounds(name: str) -> int:
    """Return how many sounds a name's key has."""
    return len(sound_key(name).replace("-", ""))
