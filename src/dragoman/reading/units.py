"""The pieces of a line that noun phrases are put together from: names, nationalities, titles, bodies, pronouns."""

from __future__ import annotations

from typing import Any

import msgspec

from ..knowledge import Knowledge
from ..packs.names_schema import Body
from ..packs.schema import Tag
from ..records import Name
from .language import EntryHit, Language
from .line import Line
from .noun_owners import hyphened_ending, of_another

__all__ = ["Reader", "Unit", "units_of"]

_NO_TAGS: frozenset[Tag] = frozenset()
_LEAST = 2
"""Syllables of a guessed person's name that is no part of a longer word."""
_CRAFT = frozenset(("aircraft", "drone", "ship", "submarine"))
"""Kinds of weapons that somebody flies or sails."""
_OF_TYPE = Body(forms=(), sector=("MIL",), kind="vehicle")
_SIDING = "siding"
"""A pack's class of what stands before a hyphen and a name: pro-, anti-."""
_RANK = {"name": 8, "group": 7, "compact": 6, "demonym": 6, "title": 5, "body": 4, "source": 3, "pronoun": 2}
_LEXICAL = ("title", "body", "group", "compact", "pronoun", "honorific", "former", "acting", "source")


class Reader(msgspec.Struct, frozen=True, gc=False):
    """What reading needs beside the text: one language, the knowledge base, the day of publication."""

    language: Language
    knowledge: Knowledge
    published: str | None


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A piece that a noun phrase is put together from."""

    kind: str
    first: int
    last: int
    data: Any
    tags: frozenset[Tag]


def _sided(line: Line, first: int, siding: set[int]) -> bool:
    """Whether a name only says whom others are for or against: "pro-X separatists", "anti-X protesters"."""
    return first - 2 in siding and line.tokens[first - 1].text in "-–"


def units_of(line: Line, names: list[Name], demonyms: list[tuple[int, int, str]], reader: Reader) -> list[Unit]:
    found: dict[int, list[Unit]] = {}
    inflection, folding = reader.language.inflection, reader.language.folding
    siding = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == _SIDING}
    for name in names:
        first, last = line.token_at(name.start), line.token_at(name.end - 1)
        if _sided(line, first, siding):
            continue
        if last >= len(line.tokens) or (name.type in ("GPE", "ORG") and _hyphened(line, name.end)):
            if _flagged(line, last) and name.country and name.type == "GPE":
                found.setdefault(first, []).append(Unit("demonym", first, last + 2, name.country, _NO_TAGS))
            continue
        rest = line.text[name.end : line.tokens[last].end]
        tags = inflection.ending(folding(rest)) if rest else _NO_TAGS
        if not rest and (glued := hyphened_ending(line, last, reader)):
            last, tags = last + 2, glued
        found.setdefault(first, []).append(Unit("name", first, last, name, tags))
    for start, end, country in demonyms:
        first, last = line.token_at(start), line.token_at(end - 1)
        if _sided(line, first, siding):
            continue
        if _hyphened(line, end):
            if _flagged(line, last):
                found.setdefault(first, []).append(Unit("demonym", first, last + 2, country, _NO_TAGS))
            continue
        rest = line.text[end : line.tokens[last].end] if last < len(line.tokens) else ""
        tags = inflection.ending(folding(rest)) if rest else _NO_TAGS
        found.setdefault(first, []).append(Unit("demonym", first, last, country, tags))
    begins = {first: here[0] for first, here in found.items()}
    for kind in _LEXICAL:
        for hit in line.hits.get(kind, ()):
            if kind == "body" and (_counts_more(line, hit) or _in_name(line, hit) or _acts(line, hit, begins)):
                continue
            if kind == "title" and _adjectival(line, hit, found):
                continue
            tags = hit.tags
            found.setdefault(hit.first, []).append(Unit(kind, hit.first, hit.last, hit.payload.item, tags))
    units: list[Unit] = []
    free = 0
    for at in sorted(found):
        if at < free or at >= len(line.tokens):
            continue
        here = found[at]
        if reader.language.text.modifier == "after":
            here = _before_names(here, found)
        if here and reader.language.text.agglutinative:
            here = _prefer_words(here)
        if here:
            best = max(here, key=_reach) if len(here) > 1 else here[0]
            best = of_another(units[-1:], best, here) or best
            if best.kind == "former" and units and _is_verb(line, units[-1], best):
                free = best.last + 1
                continue
            armed = bool(units) and _type_of_craft(units[-1], best)
            if armed and reader.language.text.modifier == "before":  # "एफ-16 विमानों"
                best = msgspec.structs.replace(best, first=units.pop().first)
            units.append(best)
            free = best.last + 1
    return _craft_by_type(units, reader) if reader.language.text.modifier == "before" else units


def _craft_by_type(units: list[Unit], reader: Reader) -> list[Unit]:
    """Return the units with craft that are told by their type alone as craft of who owns them: "Polish F-16s"."""
    for at, unit in enumerate(units):
        if not at or unit.kind != "name" or unit.data.type != "WEA":
            continue
        owner, behind = units[at - 1], units[at + 1] if at + 1 < len(units) else None
        owned = owner.kind == "demonym" or (owner.kind == "name" and owner.data.type == "GPE")
        if not owned or owner.last + 1 != unit.first or (behind is not None and _type_of_craft(unit, behind)):
            continue
        weapon = reader.knowledge.entity(unit.data.entity or "")
        if weapon is not None and weapon.kind in _CRAFT:
            units[at] = Unit("body", unit.first, unit.last, _OF_TYPE, unit.tags)
    return units


def _type_of_craft(name: Unit, craft: Unit) -> bool:
    """Whether the name of a weapon stands right before the craft whose type it is."""
    named = name.kind == "name" and name.data.type == "WEA" and name.last + 1 == craft.first
    return named and craft.kind == "body" and craft.data.kind == "vehicle"


def _reach(unit: Unit) -> tuple[int, int]:
    return unit.last, _RANK.get(unit.kind, 0)


def _counts_more(line: Line, hit: EntryHit) -> bool:
    """Whether a word for a crowd only counts what follows: "thousands of protesters"."""
    amounts = (h for h in line.at[hit.first] if h.payload.kind == "class" and h.payload.item == "quantifier")
    return not hit.payload.item.sector and any(h.last > hit.last for h in amounts)


def _in_name(line: Line, hit: EntryHit) -> bool:
    """Whether a word for people is part of a longer name: "National Day"."""
    behind = hit.last + 1
    return (
        hit.payload.item.kind == "people"
        and hit.first > 0
        and behind < len(line.tokens)
        and line.tokens[hit.first].text[0].isupper()
        and line.tokens[behind].text[0].isupper()
    )


def _acts(line: Line, hit: EntryHit, begins: dict[int, Unit]) -> bool:
    """Whether a body's word is the verb of a headline between two names: "Russia shells Kharkiv"."""
    ahead, behind = begins.get(0), begins.get(hit.last + 1)
    if hit.first != hit.last or ahead is None or behind is None or ahead.last + 1 != hit.first:
        return False
    if ahead.kind != "name" or ahead.data.type != "GPE" or behind.kind not in ("name", "demonym"):
        return False
    return any(h.payload.kind == "verb" and h.head == hit.first for h in line.at[hit.first])


def _flagged(line: Line, last: int) -> bool:
    """Whether a name and the word joined to it by a hyphen say whose a thing is: "a Maltese-flagged tanker"."""
    hits = line.at[last + 2] if last + 2 < len(line.at) else []
    return any(hit.payload.kind == "class" and hit.payload.item == "flagged" for hit in hits)


def _adjectival(line: Line, hit: EntryHit, found: dict[int, list[Unit]]) -> bool:
    """Whether a title that is an adjective too stands before a noun, and nobody's name: "প্রধান বিরোধী দল", the main
    opposition party. A pack lists such words as the class `adjectival`."""
    at = hit.last + 1
    listed = any(h.payload.kind == "class" and h.payload.item == "adjectival" for h in line.at[hit.first])
    if not listed or hit.tags or hit.first != hit.last or at >= len(line.tokens):
        return False
    if not line.tokens[at].norm[0].isalpha() or any(u.kind == "name" for u in found.get(at, ())):
        return False
    return not any(h.payload.kind in ("marker", "coordinator", "verb", "reporting", "cue") for h in line.at[at])


def _is_verb(line: Line, before: Unit, word: Unit) -> bool:
    """Whether a word for former officers is a verb behind its subject: "soldiers in Guinea ousted President X"."""
    if before.last + 1 != word.first or before.kind not in ("name", "body", "title", "group", "pronoun"):
        return False
    if "genitive" in before.tags or (before.kind == "pronoun" and before.data.role == "genitive"):
        return False
    return any(h.payload.kind == "verb" and h.head == word.first for h in line.at[word.first])


def _hyphened(line: Line, end: int) -> bool:
    """Whether a name is the first half of an adjective: "a Russian-led alliance" is not Russia's."""
    return line.text[end : end + 1] == "-" and line.text[end + 1 : end + 2].islower()


def _prefer_words(units: list[Unit]) -> list[Unit]:
    """Return the readings of a token without guessed persons where it is a word of the pack ("rebel army")."""
    words = [unit for unit in units if unit.kind != "name"]
    if not words:
        return units
    end = max(word.last for word in words)
    return [unit for unit in units if unit.last > end or not _guessed(unit)]


def _guessed(unit: Unit) -> bool:
    """Whether a name is only guessed: a body's, or a family name of one syllable."""
    if unit.kind != "name" or not (unit.data.entity or "new:").startswith("new:"):
        return False
    return bool(unit.data.type == "ORG") or (unit.data.type == "PER" and unit.data.end - unit.data.start < _LEAST)


def _before_names(here: list[Unit], found: dict[int, list[Unit]]) -> list[Unit]:
    """Return the units that cut no name: "người phát ngôn" before "Bộ Ngoại giao Mỹ", not with half of it."""
    whole = [
        unit
        for unit in here
        if not any(
            other.kind == "name" and other.last > unit.last
            for first in range(unit.first + 1, unit.last + 1)
            for other in found.get(first, ())
        )
    ]
    return whole or here
