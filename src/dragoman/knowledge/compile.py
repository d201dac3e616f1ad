"""Compiles the merged tables into the file that `load` maps. Runs when the package is built or installed.

It needs msgspec, marisa-trie and anyascii only. The result depends on the merged tables alone.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import marisa_trie
import msgspec

from dragoman.errors import DataError
from dragoman.knowledge.artefact import (
    CAPITAL,
    CAPITALS,
    FOOTER_LENGTH,
    FORMAT,
    HIT,
    HOLDER,
    INDEX,
    NO_CASE,
    UPPER,
    Footer,
    alias_key,
    given_key,
    holder_key,
    id_key,
    sound_index,
    town_index,
    weight_key,
)
from dragoman.knowledge.folding import normalise_alias
from dragoman.knowledge.schema import ALIAS_KINDS, MergedEntity
from dragoman.knowledge.sound import sound_key
from dragoman.knowledge.spellings import respelled
from dragoman.records import NameType, Office

__all__ = ["ARTEFACT", "MERGED", "TAGGERS", "compile_to", "inputs_of", "read_merged", "serialise", "write"]

MERGED = Path(__file__).parent / "data" / "merged"
TAGGERS = Path(__file__).parent / "data" / "taggers"
ARTEFACT = Path(__file__).parent / "data" / "knowledge.bin"

NAME_TYPES: tuple[str, ...] = get_args(NameType)
_ALL_CAPITALS_UP_TO = 4
_UNKNOWN_END = 0xFFFFFFFF
_LEAST_BODY = 7
"""Letters of a body's name that is looked for in other spellings: a short one is near to common words."""
_LEAST_SOUNDS = 5
"""Sounds of a full name by which one person is told from others."""
_LEAST_TOWN_SOUNDS, _TOWNS_A_KEY = 2, 4
_TOWNS = {"capital", "city", "town", "province"}
_NAMED = {"name", "alias"}


def inputs_of(folder: Path) -> dict[str, str]:
    """Return what a compiled file is made from: each merged table's name with a digest of its bytes."""
    paths = sorted([*folder.glob("*.jsonl"), *TAGGERS.glob("*.tsv")])
    return {path.name: hashlib.blake2b(path.read_bytes(), digest_size=12).hexdigest() for path in paths}


def read_merged(folder: Path) -> list[MergedEntity]:
    """Read all merged tables of a folder. Raises `DataError` that names the file and line at fault."""
    decoder = msgspec.json.Decoder(MergedEntity)
    merged: list[MergedEntity] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            try:
                merged.append(decoder.decode(line))
            except msgspec.DecodeError as error:
                raise DataError(f"{path.name}, line {number}: {error}. Run the knowledge build.") from error
    return merged


def letter_case(language: str, alias: str) -> int:
    """Return what the alias asks of the text's capitals, by how the table writes it."""
    first, last = alias[0], alias.rsplit(maxsplit=1)[-1][0]
    if not first.isupper():
        return NO_CASE
    if alias.isupper() and len(alias.replace(".", "")) <= _ALL_CAPITALS_UP_TO:
        return UPPER
    return CAPITALS if last.isupper() and language != "vi" else CAPITAL


def day_range(office: Office) -> tuple[int, int]:
    """Return the first and last day in office as ordinals; a year or month is taken whole."""
    since = date.fromisoformat((office.since + "-01-01")[:10]).toordinal() if office.since else 0
    until = _UNKNOWN_END
    if office.until:
        until = date.fromisoformat((office.until + "-12-31")[:10]).toordinal()
        if len(office.until) == len("2024-01"):
            year, month = map(int, office.until.split("-"))
            until = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    return since, until


def _values(merged: Sequence[MergedEntity]) -> dict[str, bytes]:
    """Return every key with its value."""
    hits: dict[str, set[tuple[int, int, int, int, int]]] = {}
    values: dict[str, bytes] = {}
    holders: dict[str, list[tuple[int, int, int]]] = {}
    for index, row in enumerate(merged):
        values[id_key(row.entity.id)] = INDEX.pack(index)
        kind_of_type = NAME_TYPES.index(row.entity.type)
        for alias in row.aliases:
            case = letter_case(alias.language, alias.text)
            key = alias_key(alias.language, normalise_alias(alias.text), case != NO_CASE)
            hit = (index, row.weight, ALIAS_KINDS.index(alias.kind), kind_of_type, case)
            hits.setdefault(key, set()).add(hit)
        if row.entity.kind == "capital" and row.entity.country:
            capital = holder_key("capital", row.entity.country)
            holders.setdefault(capital, []).append((index, 0, _UNKNOWN_END))
        for office in row.entity.offices:
            for where in filter(None, (office.country, office.organisation)):
                holders.setdefault(holder_key(office.office, where), []).append((index, *day_range(office)))
    for key, hit in _respelled(merged, hits):
        hits.setdefault(key, set()).add(hit)
    for key, found in hits.items():
        # of several ways to write one alias, the one that asks least of the letters stands
        best: dict[tuple[int, int], tuple[int, int, int, int, int]] = {}
        for hit in sorted(found, key=lambda hit: -hit[4]):
            best[hit[0], hit[2]] = hit
        ordered = sorted(best.values(), key=lambda hit: (-hit[1], hit[0], hit[2]))
        values[key] = b"".join(HIT.pack(*hit) for hit in ordered)
    for key, terms in holders.items():
        values[key] = b"".join(HOLDER.pack(*term) for term in sorted(terms, key=lambda term: term[1:]))
    return values


def _respelled(
    merged: Sequence[MergedEntity], listed: Mapping[str, object]
) -> list[tuple[str, tuple[int, int, int, int, int]]]:
    """Return the further spellings of states, capitals and organisations that stand for nothing else."""
    found: dict[str, dict[int, tuple[int, int, int, int, int]]] = {}
    for index, row in enumerate(merged):
        if row.entity.type != "ORG" and row.entity.kind not in ("state", "capital"):
            continue
        body = row.entity.type == "ORG"
        for alias in row.aliases:
            if body and len(alias.text) < _LEAST_BODY:
                continue
            for spelling in respelled(alias.language, alias.text, 1 if body else 2):
                key = alias_key(alias.language, normalise_alias(spelling), False)
                if key not in listed:
                    kinds = ALIAS_KINDS.index(alias.kind), NAME_TYPES.index(row.entity.type)
                    found.setdefault(key, {})[index] = (index, row.weight, *kinds, NO_CASE)
    return [(key, next(iter(hits.values()))) for key, hits in found.items() if len(hits) == 1]


def _people(merged: Sequence[MergedEntity]) -> dict[str, bytes]:
    """Return what full names of people sound like, and the words that they begin with."""
    sounds: dict[str, set[int]] = {}
    begun: dict[tuple[str, str], set[int]] = {}
    for index, row in enumerate(merged):
        if row.entity.type != "PER":
            continue
        for alias in row.aliases:
            words = normalise_alias(alias.text).split()
            if len(words) < 2:
                continue
            begun.setdefault((alias.language, words[0]), set()).add(index)
            key = sound_key(alias.text)
            if len(key.replace("-", "")) >= _LEAST_SOUNDS:
                sounds.setdefault(key, set()).add(index)
    values = {sound_index(key): INDEX.pack(*found) for key, found in sounds.items() if len(found) == 1}
    return values | {given_key(*word): INDEX.pack(len(found)) for word, found in begun.items()}


def _towns(merged: Sequence[MergedEntity]) -> dict[str, bytes]:
    """Return what the Latin names of each country's towns sound like, heaviest town first."""
    sounds: dict[str, list[tuple[int, int]]] = {}
    for index, row in enumerate(merged):
        if not row.entity.country or row.entity.kind not in _TOWNS:
            continue
        latin = (alias.text for alias in row.aliases if alias.language in ("en", "mul") and alias.kind in _NAMED)
        for key in {sound_key(text).replace("-", "") for text in latin}:
            if len(key) >= _LEAST_TOWN_SOUNDS:
                sounds.setdefault(town_index(row.entity.country, key), []).append((-row.weight, index))
    return {
        key: b"".join(INDEX.pack(index) for _, index in sorted(found)[:_TOWNS_A_KEY])
        for key, found in sounds.items()
    }


def read_taggers() -> dict[str, bytes]:
    """Return the keys and values of all name taggers' weights."""
    values = {}
    for path in sorted(TAGGERS.glob("*.tsv")):
        for line in path.read_text("utf-8").split("\n"):
            feature, *weights = line.split("\t")
            if weights:
                values[weight_key(path.stem, feature)] = array("h", map(int, weights)).tobytes()
    return values


def _packed(parts: Iterable[bytes]) -> tuple[bytes, bytes]:
    """Return the parts joined, and where each begins (with the end as last entry)."""
    offsets, joined, at = [0], [], 0
    for part in parts:
        joined.append(part)
        at += len(part)
        offsets.append(at)
    return b"".join(joined), b"".join(INDEX.pack(offset) for offset in offsets)


def serialise(merged: Sequence[MergedEntity], inputs: dict[str, str]) -> bytes:
    """Return the compiled knowledge base as bytes (see `artefact` for the layout)."""
    values = _values(merged) | _people(merged) | _towns(merged) | read_taggers()
    trie = marisa_trie.Trie(sorted(values))
    keys = sorted(values, key=trie.key_id)
    sections: dict[str, bytes] = {"trie": trie.tobytes()}
    sections["values"], sections["value_at"] = _packed(values[key] for key in keys)
    sections["ids"], sections["id_at"] = _packed(row.entity.id.encode() for row in merged)
    encode = msgspec.msgpack.Encoder().encode
    sections["entities"], sections["entity_at"] = _packed(encode(row.entity) for row in merged)
    sections["domains"] = encode({domain: i for i, row in enumerate(merged) for domain in row.domains})
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for name, section in sections.items():
        places[name] = (at, at + len(section))
        at += len(section)
    longest = max((len(key.partition("\t")[2]) for key in keys if key[0] in "aA"), default=0)
    footer = encode(Footer(format=FORMAT, inputs=inputs, longest=longest, sections=places))
    return b"".join([*sections.values(), footer, FOOTER_LENGTH.pack(len(footer))])


def compile_to(target: Path, folder: Path = MERGED) -> None:
    """Compile the merged tables of `folder` into `target`, replacing it in one step.

    Raises `DataError` for a wrong table, `OSError` where the target cannot be written.
    """
    write(target, serialise(read_merged(folder), inputs_of(folder)))


def write(target: Path, compiled: bytes) -> None:
    """Write a compiled file in one step, so that nobody ever maps half of one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(compiled)
        os.chmod(name, 0o644)  # noqa: PTH101 (the temporary file is known by name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
