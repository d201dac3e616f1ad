"""Anyone or anything named, as the knowledge base has it."""

from __future__ import annotations

from typing import Literal

from .base import NameType, Record

__all__ = ["Entity", "Office"]


class Office(Record, frozen=True, kw_only=True):
    """An office that an entity held: `office` is a key of the offices table, dates are inclusive."""

    office: str
    country: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None


class Entity(Record, frozen=True, kw_only=True):
    """Anyone or anything named. `same_as` lists ids elsewhere, only where a named source gave them."""

    id: str
    type: NameType
    name: str
    country: str | None = None
    sector: tuple[str, ...] = ()
    kind: str | None = None
    """What kind within the type: of an outlet wire, state or private; of a place its feature; and so on."""
    gender: Literal["m", "f"] | None = None
    offices: tuple[Office, ...] = ()
    lat: float | None = None
    lon: float | None = None
    part_of: str | None = None
    same_as: tuple[str, ...] = ()
