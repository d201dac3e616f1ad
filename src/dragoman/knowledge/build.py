"""Merges the sources and the hand-written tables into `data/merged/*.jsonl`, which are committed.

    python -m dragoman.knowledge.build           write the merged tables
    python -m dragoman.knowledge.build --check   build in memory, compare, fail on a difference

Hand-written rows stand above what the sources say. The build refuses unknown keys and offices, text that
is not NFC, ids given twice, two holders of one post at one time, and an alias of two entities that
nothing in a text could tell apart (see `checks`).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from dragoman.errors import DataError
from dragoman.knowledge.checks import check
from dragoman.knowledge.compile import MERGED
from dragoman.knowledge.gather import City, Territory, cities, plain, territories
from dragoman.knowledge.schema import (
    ALIAS_KINDS,
    OFFICES,
    Aliases,
    EventRow,
    MergedAlias,
    MergedEntity,
    NamesRow,
    OrganisationRow,
    OutletRow,
    PersonRow,
    PlaceRow,
    StateRow,
    TreatyRow,
    WeaponRow,
)
from dragoman.records import Entity, NameType, Office

__all__ = ["build", "build_user_tables", "main", "read_names", "read_table"]

DATA = Path(__file__).parent / "data"
Row = TypeVar("Row")

_TYPE_OF_TABLE: dict[str, NameType] = {
    "organisations": "ORG",
    "outlets": "ORG",
    "weapons": "WEA",
    "treaties": "TRE",
    "named_events": "EVT",
}
_USER_TABLES: dict[str, Any] = {
    "places": PlaceRow,
    "people": PersonRow,
    "organisations": OrganisationRow,
    "outlets": OutletRow,
    "weapons": WeaponRow,
    "treaties": TreatyRow,
    "named_events": EventRow,
}
_FIELD_OF_KIND = {"alias": "aliases", "demonym": "demonyms", "metonym": "metonyms"}
_STATE_WEIGHT = 1000
_OTHER_WEIGHT = 100
_PLACE_WEIGHT = 300
_WORLD_SIZE = 7
"""The size that counts for who holds an office of a body of many states, beside the states' power of ten."""
_WATER_AND_LAND = {
    "sea", "ocean", "gulf", "strait", "river", "lake", "bay", "canal", "island", "islands", "peninsula",
    "mountain", "mountains", "desert", "continent", "border", "line", "valley", "waterway", "area", "reef",
    "shoal", "subcontinent", "forest", "plateau", "reefs", "world-region", "supraregion", "macroregion",
}  # fmt: skip
_BUILT = {
    "facility", "airport", "port", "base", "dam", "bridge", "palace", "building", "plant", "crossing", "camp",
    "square", "prison", "hospital", "spaceport", "harbour", "shrine", "mosque", "temple", "pipeline", "site",
    "military-base", "nuclear-plant", "power-plant", "cosmodrome", "refinery", "university", "tunnel",
}  # fmt: skip


def read_table(name: str, row: type[Row]) -> list[Row]:
    """Read a hand-written table: `NAME.yaml` and all files of the folder `NAME`; a missing one is empty.

    Raises `DataError` naming the row at fault.
    """
    rows: list[Row] = []
    for path in (DATA / f"{name}.yaml", *sorted((DATA / name).glob("*.yaml"))):
        if path.exists():
            rows += convert_rows(str(path.relative_to(DATA)), _read_yaml(path) or [], row)
    return rows


def read_names() -> dict[str, dict[str, NamesRow]]:
    """Read the names that a language has beside the tables: language, then entity id, to its names.

    They stand in `names/LANGUAGE.yaml`. Raises `DataError` naming file and id at fault.
    """
    found: dict[str, dict[str, NamesRow]] = {}
    for path in sorted((DATA / "names").glob("*.yaml")):
        given = _read_yaml(path) or {}
        try:
            found[path.stem] = msgspec.convert(given, dict[str, NamesRow], strict=True)
        except msgspec.ValidationError as error:
            raise DataError(f"names/{path.name}: {error}") from error
    return found


def with_names(
    tables: dict[str, list[MergedEntity]], names: dict[str, dict[str, NamesRow]]
) -> dict[str, list[MergedEntity]]:
    """Return the tables with the names of `read_names` added. Raises `DataError` for an id in no table."""
    added: dict[str, set[MergedAlias]] = defaultdict(set)
    for language, rows in names.items():
        for id_, row in rows.items():
            for kind in ALIAS_KINDS:
                texts = getattr(row, _FIELD_OF_KIND[kind], ()) if kind in _FIELD_OF_KIND else ()
                added[id_].update(MergedAlias(language=language, text=text, kind=kind) for text in texts)
    known = {row.entity.id for table in tables.values() for row in table}
    if unknown := sorted(added.keys() - known):
        raise DataError(f"names/: no table has {', '.join(unknown[:10])}")
    return {
        name: [_with(row, added[row.entity.id]) if row.entity.id in added else row for row in table]
        for name, table in tables.items()
    }


def _with(row: MergedEntity, added: set[MergedAlias]) -> MergedEntity:
    aliases = sorted({*row.aliases, *added}, key=lambda alias: (alias.language, alias.kind, alias.text))
    return msgspec.structs.replace(row, aliases=aliases)


def _read_yaml(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), loader)


def convert_rows(file: str, plain_rows: Iterable[Any], row: type[Row]) -> list[Row]:
    """Return plain values as rows. Raises `DataError` naming file and row at fault."""
    rows = []
    for number, plain_row in enumerate(plain_rows, 1):
        try:
            rows.append(msgspec.convert(plain_row, row, strict=True))
        except msgspec.ValidationError as error:
            where = plain_row.get("id") or plain_row.get("name") if isinstance(plain_row, dict) else plain_row
            raise DataError(f"{file}, row {number} ({where}): {error}") from error
    return rows


def _aliases(kinds: dict[str, Aliases], name: str | None = None) -> list[MergedAlias]:
    """Return names by kind and language as one sorted list without repetitions."""
    found = {MergedAlias(language="en", text=name, kind="name")} if name else set()
    for kind, aliases in kinds.items():
        for language, texts in aliases.items():
            for text in texts:
                shown = text.removeprefix("the ").removeprefix("The ") if language in {"en", "mul"} else text
                if not (shown == name and language == "en"):
                    found.add(MergedAlias(language=language, text=shown, kind=kind))
    return sorted(found, key=lambda alias: (alias.language, alias.kind, alias.text))


def _states(rows: Iterable[StateRow], known: Iterable[Territory]) -> list[MergedEntity]:
    by_id = {row.id: row for row in rows}
    base = {territory.alpha3: territory for territory in known}
    merged = []
    for alpha3 in sorted(by_id.keys() | base.keys()):
        territory = base.get(alpha3)
        names = territory.names if territory else {}
        row = by_id.get(alpha3) or StateRow(id=alpha3, name=names["en"][0] if "en" in names else alpha3)
        kinds = {"name": names, "alias": row.aliases, "demonym": row.demonyms, "metonym": row.metonyms}
        entity = Entity(id=alpha3, type="GPE", name=row.name, country=alpha3, sector=("GOV",), kind="state")
        merged.append(MergedEntity(entity=entity, weight=_STATE_WEIGHT, aliases=_aliases(kinds, row.name)))
    return merged


class _Places:
    """Joins the places table with GeoNames."""

    def __init__(
        self,
        rows: Iterable[PlaceRow],
        states: Iterable[StateRow] = (),
        known: Iterable[City] = (),
        lands: Iterable[Territory] = (),
    ) -> None:
        self.rows = list(rows)
        self.cities = {f"geonames:{city.number}": city for city in known}
        self.by_name: dict[tuple[str, str], str] = {}
        for id_, city in sorted(self.cities.items(), key=lambda item: item[1].population):
            for name in (city.name, plain(city.name)):
                self.by_name[name.casefold(), city.country] = id_
        self.capitals = {territory.alpha3: territory.capital for territory in lands}
        self.capitals |= {row.id: row.capital for row in states if row.capital}

    def id_of(self, row: PlaceRow) -> str:
        """Return the row's id: its own, that of the city of its name, or one made of its name."""
        found = row.id
        if found is None and row.kind in {"capital", "city", "town", "port"}:
            found = self.by_name.get((row.name.casefold(), row.country or ""))
        slug = "-".join(plain(row.name).lower().replace("'", "").replace(".", "").split())
        return found or f"place:{slug}" + (f"-{row.country.lower()}" if row.country else "")

    def merge(self) -> list[MergedEntity]:
        """Return all places by id."""
        own = {self.id_of(row): row for row in self.rows}
        if len(own) != len(self.rows):
            ids = [self.id_of(row) for row in self.rows]
            raise DataError(f"places.yaml: given twice: {sorted({i for i in ids if ids.count(i) > 1})}")
        capitals = {self.by_name.get((name.casefold(), code)) for code, name in self.capitals.items()}
        merged = []
        for id_ in sorted(own.keys() | self.cities.keys()):
            merged.append(self._one(id_, own.get(id_), self.cities.get(id_), id_ in capitals))
        return merged

    def _one(self, id_: str, row: PlaceRow | None, city: City | None, capital: bool) -> MergedEntity:
        population = city.population if city else 0
        written_by_hand = row is not None
        if row is None:
            assert city is not None
            row = PlaceRow(name=city.name, country=city.country, kind="city")
        kind = "capital" if capital and row.kind == "city" else row.kind
        boundless = kind == "region" and row.country is None  # Asia, the Middle East
        type_: NameType = "LOC" if boundless or kind in _WATER_AND_LAND else "FAC" if kind in _BUILT else "GPE"
        lat = row.lat if row.lat is not None else city.lat if city else None
        lon = row.lon if row.lon is not None else city.lon if city else None
        entity = Entity(
            id=id_,
            type=type_,
            name=row.name,
            country=row.country or (city.country if city else None),
            kind=kind,
            lat=lat,
            lon=lon,
            part_of=row.part_of,
        )
        kinds: dict[str, Aliases] = {"alias": row.aliases}
        if city:
            written = {(language, text) for language, texts in row.aliases.items() for text in texts}
            kinds["name"] = {
                language: [text for text in texts if (language, text) not in written and text != row.name]
                for language, texts in city.names.items()
            }
        # A place in our own table is one that the news speaks of, however small it is.
        weight = max(population // 1000, _PLACE_WEIGHT if written_by_hand or capital or city is None else 0)
        return MergedEntity(entity=entity, weight=weight, aliases=_aliases(kinds, row.name))


def _people(rows: Iterable[PersonRow], populations: dict[str, int]) -> list[MergedEntity]:
    merged = []
    for row in sorted(rows, key=lambda row: row.id):
        offices = tuple(
            Office(office=o.office, country=o.country, organisation=o.organisation, since=o.since, until=o.until)
            for o in row.offices
        )
        entity = Entity(
            id=row.id,
            type="PER",
            name=row.name,
            country=row.country,
            sector=tuple(row.sector),
            gender=row.gender,
            offices=offices,
        )
        # the power of ten of the inhabitants
        size = len(str(populations.get(row.country, 0))) if row.country else _WORLD_SIZE
        standing = max((OFFICES.get(o.office, 0) for o in row.offices), default=2) * size
        merged.append(
            MergedEntity(entity=entity, weight=standing, aliases=_aliases({"alias": row.aliases}, row.name))
        )
    return merged


def _others(
    rows: Iterable[OrganisationRow | OutletRow | WeaponRow | TreatyRow | EventRow], type_: NameType
) -> list[MergedEntity]:
    merged = []
    for row in sorted(rows, key=lambda row: row.id):
        sector = tuple(row.sector) if isinstance(row, OrganisationRow) else ()
        if isinstance(row, OutletRow):
            sector = ("JRN",)
        entity = Entity(id=row.id, type=type_, name=row.name, country=row.country, sector=sector, kind=row.kind)
        domains = row.domains if isinstance(row, OutletRow) else []
        aliases = _aliases({"alias": row.aliases}, row.name)
        merged.append(MergedEntity(entity=entity, weight=_OTHER_WEIGHT, domains=domains, aliases=aliases))
    return merged


def build() -> dict[str, list[MergedEntity]]:
    """Return the merged tables by name. Raises `DataError` that lists everything wrong with them."""
    known = territories()
    states = read_table("states", StateRow)
    tables = {
        "states": _states(states, known),
        "places": _Places(read_table("places", PlaceRow), states, cities(), known).merge(),
        "people": _people(read_table("people", PersonRow), {t.alpha3: t.population for t in known}),
    }
    tables |= {
        name: _others(read_table(name, _USER_TABLES[name]), type_) for name, type_ in _TYPE_OF_TABLE.items()
    }
    tables = with_names(tables, read_names())
    check([row for table in tables.values() for row in table])
    return tables


def build_user_tables(path: Path) -> list[MergedEntity]:
    """Read a user's own tables: YAML that maps names of tables to rows in the form of ours.

    States may not be added. Raises `DataError` naming the row at fault, `OSError` where there is no file.
    """
    try:
        given = yaml.safe_load(path.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise DataError(f"{path}: is no YAML: {' '.join(str(fault).split())}") from fault
    if not isinstance(given, dict) or given.keys() - _USER_TABLES.keys():
        raise DataError(f"{path}: must map some of {', '.join(_USER_TABLES)} to rows")
    rows = {name: convert_rows(path.name, given.get(name) or [], row) for name, row in _USER_TABLES.items()}
    merged = _Places(rows["places"]).merge() + _people(rows["people"], {})
    for name, type_ in _TYPE_OF_TABLE.items():
        merged += _others(rows[name], type_)
    return merged


def _encoded(table: Iterable[MergedEntity]) -> bytes:
    return b"".join(msgspec.json.encode(_slim(row)) + b"\n" for row in table)


def _slim(row: MergedEntity) -> dict[str, object]:
    """Leave out what is empty, so that the tables stay readable in review."""
    entity = {key: value for key, value in msgspec.to_builtins(row.entity).items() if value not in (None, ())}
    for office in entity.get("offices", ()):
        for key in [key for key, value in office.items() if value is None]:
            del office[key]
    slim: dict[str, object] = {"entity": entity, "weight": row.weight}
    if row.domains:
        slim["domains"] = row.domains
    slim["aliases"] = row.aliases
    return slim


def main(arguments: list[str] | None = None) -> int:
    """Build, or with `--check` compare with what is committed; returns the exit code."""
    checking = "--check" in (sys.argv[1:] if arguments is None else arguments)
    differing = []
    for name, table in build().items():
        path = MERGED / f"{name}.jsonl"
        content = _encoded(table)
        if checking and (not path.exists() or path.read_bytes() != content):
            differing.append(path.name)
        if not checking and (not path.exists() or path.read_bytes() != content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if differing:
        print(f"stale: {', '.join(differing)}; run python -m dragoman.knowledge.build", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
