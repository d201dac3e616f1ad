"""What the merged tables may not hold. Each check yields one line for each fault."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians

from dragoman.errors import DataError
from dragoman.knowledge.compile import day_range
from dragoman.knowledge.folding import normalise_alias
from dragoman.knowledge.schema import OFFICES, MergedEntity

__all__ = ["check"]

_SINGLE_POSTS = {
    "president",
    "prime-minister",
    "king",
    "supreme-leader",
    "foreign-minister",
    "defence-minister",
    "secretary-general",
    "director-general",
    "vice-president",
}
_SHARED_POSTS = {
    ("president", "BIH"),
    ("head-of-state", "SMR"),
    ("vice-president", "ARE"),
    ("vice-president", "IRN"),
    ("vice-president", "ZWE"),
}
"""Posts that several people hold together by law."""
_CLEAR_TYPES = {"ORG", "WEA", "TRE", "EVT"}
_CITIES = {"capital", "city", "town", "port"}
_KILOMETRES = 111.2
"""Of one degree of latitude."""
_NEAR, _SAME_SPOT = 25, 1.5
"""Kilometres within which two cities of one name, or of any, are one."""
_LONGEST_HANDOVER = 31
"""Days by which two terms may overlap: sources differ on whether election, oath or handover counts."""


def check(merged: Sequence[MergedEntity]) -> None:
    """Raise `DataError` with one line for each fault, if there is any."""
    faults = [*_identity(merged), *_texts(merged), *_offices(merged), *_overlaps(merged), *_clashes(merged)]
    faults += _doubles(merged)
    if faults:
        raise DataError("the knowledge tables are wrong:\n  " + "\n  ".join(faults))


def _identity(merged: Iterable[MergedEntity]) -> Iterator[str]:
    seen = set()
    for row in merged:
        if row.entity.id in seen:
            yield f"{row.entity.id}: given twice"
        seen.add(row.entity.id)
    for row in merged:
        country = row.entity.country
        if country is not None and country not in seen:
            yield f"{row.entity.id}: no state {country}"


def _texts(merged: Iterable[MergedEntity]) -> Iterator[str]:
    for row in merged:
        for text in [row.entity.name, *(alias.text for alias in row.aliases)]:
            if not unicodedata.is_normalized("NFC", text):
                yield f"{row.entity.id}: {text!r} is not NFC"
            if text != " ".join(text.split()) or not normalise_alias(text):
                yield f"{row.entity.id}: {text!r} has stray spaces or nothing to read"


def _offices(merged: Sequence[MergedEntity]) -> Iterator[str]:
    ids = {row.entity.id for row in merged}
    for row in merged:
        for office in row.entity.offices:
            if office.office not in OFFICES:
                yield f"{row.entity.id}: no office {office.office!r}"
            for where in filter(None, (office.country, office.organisation)):
                if where not in ids:
                    yield f"{row.entity.id}: {office.office} of unknown {where}"
            since, until = day_range(office)
            if since > until:
                yield f"{row.entity.id}: {office.office} ends before it begins"


def _overlaps(merged: Iterable[MergedEntity]) -> Iterator[str]:
    terms: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for row in merged:
        for office in row.entity.offices:
            where = office.country or office.organisation or ""
            if office.office in _SINGLE_POSTS and (office.office, where) not in _SHARED_POSTS:
                terms[office.office, where].append((*day_range(office), row.entity.id))
    for (office_key, where), held in terms.items():
        ordered = sorted(held)
        for earlier, later in pairwise(ordered):
            overlap = min(earlier[1], later[1]) - later[0]
            if overlap > _LONGEST_HANDOVER and earlier[2] != later[2]:
                yield f"{office_key} of {where}: {earlier[2]} and {later[2]} at one time"


def _clashes(merged: Iterable[MergedEntity]) -> Iterator[str]:
    """Aliases that mean two things which no context tells apart: two bodies, two weapons, two people of
    one full name, two states. Cities of one name are told apart by size and country, family names by
    who was named in full, a person and a place by what stands around them."""
    meant: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in merged:
        entity = row.entity
        for alias in row.aliases:
            folded = normalise_alias(alias.text)
            if entity.type in _CLEAR_TYPES or (entity.type == "PER" and " " in folded):
                meant[entity.type, alias.language, folded].add(entity.id)
            elif entity.kind == "state" and alias.kind != "demonym":
                meant["state", alias.language, folded].add(entity.id)
    for (type_, language, folded), ids in meant.items():
        if len(ids) > 1:
            yield f"{type_} alias {folded!r} ({language}) of {', '.join(sorted(ids))}"


def _doubles(merged: Iterable[MergedEntity]) -> Iterator[str]:
    """Cities of our own table that GeoNames lists under another spelling: the row has to give the id."""
    listed: dict[str | None, list[MergedEntity]] = defaultdict(list)
    own = []
    for row in merged:
        if row.entity.id.startswith("geonames:"):
            listed[row.entity.country].append(row)
        elif row.entity.kind in _CITIES:
            own.append(row)
    for row in own:
        names = {normalise_alias(alias.text) for alias in row.aliases}
        for other in listed[row.entity.country]:
            apart = _kilometres(row, other)
            if apart > _NEAR:
                continue
            named_alike = any(normalise_alias(alias.text) in names for alias in other.aliases)
            if named_alike or apart < _SAME_SPOT:
                yield f"{row.entity.id}: is {other.entity.id} ({other.entity.name}), {apart:.1f} km away"


def _kilometres(row: MergedEntity, other: MergedEntity) -> float:
    """Return how far apart two places are, on a plane; without coordinates, infinitely."""
    one, two = row.entity, other.entity
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return float("inf")
    east = (two.lon - one.lon) * cos(radians(one.lat))
    return hypot(two.lat - one.lat, east) * _KILOMETRES
