"""What the knowledge tables hold: one struct a table, unknown keys refused.

The hand-written tables in `data/*.yaml` are lists of these rows. `build.py` merges them with what CLDR
and GeoNames give into `data/merged/*.jsonl`, one `MergedEntity` a line.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from dragoman.records import Entity, NameType

__all__ = [
    "ALIAS_KINDS",
    "OFFICES",
    "AliasKind",
    "Aliases",
    "EventRow",
    "MergedAlias",
    "MergedEntity",
    "OfficeRow",
    "OrganisationRow",
    "OutletRow",
    "PersonRow",
    "PlaceRow",
    "StateRow",
    "TreatyRow",
    "WeaponRow",
]

Aliases = dict[str, list[str]]
"""Language code to the names in use in that language."""

AliasKind = Literal["name", "alias", "demonym", "metonym"]
"""`name`: the usual name; `alias`: any other; `demonym`: its people or its adjective; `metonym`: another
thing's name that stands for it (a capital, a palace)."""
ALIAS_KINDS: tuple[str, ...] = get_args(AliasKind)

OFFICES: dict[str, int] = {
    "president": 9,
    "supreme-leader": 9,
    "head-of-state": 8,
    "king": 8,
    "prime-minister": 9,
    "secretary-general": 8,
    "crown-prince": 7,
    "vice-president": 6,
    "foreign-minister": 7,
    "defence-minister": 6,
    "director-general": 6,
    "leader": 6,
    "deputy-prime-minister": 5,
    "national-security-adviser": 5,
    "interior-minister": 4,
    "finance-minister": 4,
    "chief-of-staff": 4,
    "commander": 4,
    "spokesperson-foreign-ministry": 3,
    "spokesperson-presidency": 4,
    "spokesperson": 3,
    "party-general-secretary": 7,
    "speaker": 4,
    "special-envoy": 4,
    "ambassador-un": 3,
    "central-bank-governor": 3,
    "chief-justice": 3,
}
"""Office keys, each with how far its holder is known by the bare family name (0 to 9)."""


class _Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The base of all rows: strict and immutable."""


class OfficeRow(_Row, frozen=True, kw_only=True):
    """An office held; dates are ISO and inclusive, a year or a month may stand for its first or last day."""

    office: str
    country: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None


class StateRow(_Row, frozen=True, kw_only=True):
    """A state or territory, by its ISO 3166 alpha-3 code (`XKX` for Kosovo)."""

    id: str
    name: str
    capital: str | None = None
    aliases: Aliases = {}
    demonyms: Aliases = {}
    metonyms: Aliases = {}


class PlaceRow(_Row, frozen=True, kw_only=True):
    """A place. Without an id it takes that of the GeoNames city of its name and country, if there is one."""

    id: str | None = None
    name: str
    country: str | None = None
    kind: str
    lat: float | None = None
    lon: float | None = None
    aliases: Aliases = {}
    part_of: str | None = None


class PersonRow(_Row, frozen=True, kw_only=True):
    """A person in public life."""

    id: str
    name: str
    country: str | None = None
    sector: list[str] = []
    gender: Literal["m", "f"] | None = None
    offices: list[OfficeRow] = []
    aliases: Aliases = {}


class OrganisationRow(_Row, frozen=True, kw_only=True):
    """A body: international, of a state, armed, commercial."""

    id: str
    name: str
    country: str | None = None
    sector: list[str] = []
    kind: str | None = None
    aliases: Aliases = {}


class OutletRow(_Row, frozen=True, kw_only=True):
    """A news outlet or agency; `domains` are without `www.`."""

    id: str
    name: str
    country: str | None = None
    kind: Literal["wire", "state", "public", "private"]
    domains: list[str] = []
    aliases: Aliases = {}


class WeaponRow(_Row, frozen=True, kw_only=True):
    """A named weapon or weapon system; `country` is the maker's."""

    id: str
    name: str
    country: str | None = None
    kind: str | None = None
    aliases: Aliases = {}


class TreatyRow(_Row, frozen=True, kw_only=True):
    """A treaty, agreement or resolution with a name of its own."""

    id: str
    name: str
    country: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    aliases: Aliases = {}


class EventRow(_Row, frozen=True, kw_only=True):
    """An event with a name of its own: a war, a summit series, an operation."""

    id: str
    name: str
    country: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    aliases: Aliases = {}


class NamesRow(_Row, frozen=True, kw_only=True):
    """What one language calls an entity of any table; demonyms and metonyms are a state's."""

    aliases: list[str] = []
    demonyms: list[str] = []
    metonyms: list[str] = []


class MergedAlias(_Row, frozen=True, kw_only=True, array_like=True):
    """One name of an entity in one language (`mul`: in any that writes it so)."""

    language: str
    text: str
    kind: str = "alias"


class MergedEntity(_Row, frozen=True, kw_only=True):
    """An entity with all its names. `weight` orders entities that share a name: inhabitants in thousands
    for places, standing (0 to 100) for people, 1000 for states."""

    entity: Entity
    weight: int = 0
    domains: list[str] = []
    aliases: list[MergedAlias] = []

    @property
    def type(self) -> NameType:
        """The entity's type."""
        return self.entity.type
