"""Offices that no list has, by how their word ends, right behind a name, a state or a body.

Where endings are glued to words, an office is one word, mostly that of a body with "head" behind it: who holds it
stands before ("Bak Ji-won gukga-jeongbo-won-jang"), or whose it is ("Iran wonja-ryeok-cheong-jang").
"""

from __future__ import annotations

from functools import lru_cache

from ..packs.names_schema import Body, Title
from .language import Language
from .line import Line
from .noun_phrases import Reader, Unit

__all__ = ["home_of_office", "with_offices"]

_LONG = 3
"""Syllables that an office has where nobody's name stands before it."""
_STOPS = frozenset(
    ("verb", "reporting", "marker", "light", "vector", "cue", "subordinator", "coordinator", "plain", "closer")
)


_PUBLIC = Body(forms=(), sector=("GOV",))
"""A body of a state that only the state before it shows to be one."""
_PEOPLE = Body(forms=(), sector=("CVL",), kind="people")
"""People of a state that only the state before them shows to be its own."""


@lru_cache(maxsize=16)
def _endings(language: Language) -> tuple[tuple[str, Title], ...]:
    """Return the endings of offices, the longest first, each with the title that it makes."""
    names = language.pack.names
    found = [
        (ending, Title(forms=(ending,), sector=(sector,)))
        for sector, endings in (names.office_endings.items() if names else ())
        for ending in endings
    ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def with_offices(units: list[Unit], line: Line, reader: Reader) -> list[Unit]:
    """Return the units with one for each office that only its ending shows."""
    endings = _endings(reader.language)
    if not endings:
        return units
    taken = {at for unit in units for at in range(unit.first, unit.last + 1)}
    ends = {unit.last: unit for unit in units}
    found = []
    for at in range(1, len(line.tokens)):
        before = ends.get(at - 1) or (ends.get(at - 2) if _ordinal(line, at) else None)
        if at in taken or before is None or before.tags - {"genitive"} or not _may_hold(before):
            continue
        person = before.kind == "name" and before.data.type == "PER"
        unit = _office(line, at, reader, endings, 2 if person or _ordinal(line, at) else _LONG)
        if unit is None and not person:
            unit = _public(line, at, reader, before)
        if unit is not None:
            ends[at] = unit
            found.append(unit)
    return sorted([*units, *found], key=lambda unit: unit.first) if found else units


def _ordinal(line: Line, at: int) -> bool:
    """Whether a number is written together with the office: "il-cha-gwan", the first vice-minister."""
    before = line.tokens[at - 1]
    return before.norm.isdigit() and before.end == line.tokens[at].start


def _may_hold(unit: Unit) -> bool:
    if unit.kind == "name":
        return unit.data.type in ("PER", "GPE", "ORG")
    return unit.kind in ("body", "title", "compact", "demonym", "former")


def _plain(line: Line, at: int) -> bool:
    word = line.tokens[at].norm[0].isalpha()
    return word and not any(hit.payload.kind in _STOPS for hit in line.at[at])


def _office(
    line: Line, at: int, reader: Reader, endings: tuple[tuple[str, Title], ...], least: int
) -> Unit | None:
    """Return the office that a word is, or None."""
    if not _plain(line, at):
        return None
    for form in reader.language.inflection.noun(line.tokens[at].norm):
        if len(form.stem) < least:
            continue
        for ending, title in endings:
            if form.stem.endswith(ending):
                return Unit("title", at, at, title, form.tags)
    return None


def _public(line: Line, at: int, reader: Reader, before: Unit) -> Unit | None:
    """Return the body of the state that stands bare before it: "Türkiye jaenan-gwallicheong"."""
    names = reader.language.pack.names
    state = before.kind in ("compact", "demonym") or (before.kind == "name" and before.data.type == "GPE")
    if names is None or not state or before.tags or not _plain(line, at):
        return None
    for form in reader.language.inflection.noun(line.tokens[at].norm):
        if len(form.stem) > _LONG and form.stem.endswith(names.public_endings):
            return Unit("body", at, at, _PUBLIC, form.tags)
        if len(form.stem) >= _LONG and form.stem.endswith(names.people_endings):
            return Unit("body", at, at, _PEOPLE, form.tags)
    return None


def home_of_office(line: Line, first: int, last: int, reader: Reader) -> str | None:
    """Return the country whose papers name its own offices without it, where a phrase holds one of its bodies."""
    names = reader.language.pack.names
    if names is None or len(names.home) != 1 or not names.home_bodies:
        return None
    stems = {form.stem for t in line.tokens[first : last + 1] for form in reader.language.inflection.noun(t.norm)}
    own = not stems.isdisjoint(names.home_bodies) or not stems.isdisjoint(names.home_offices)
    return names.home[0] if own else None
