"""Whose a body, an office or two sides are, by what stands right before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .line import Line

if TYPE_CHECKING:
    from ..packs.schema import Tag
    from .units import Reader, Unit

__all__ = ["acronym", "counted", "heads_a_state", "hyphened_ending", "of_another", "sides_of"]

_OF_STATES = frozenset(
    ("president", "prime-minister", "king", "vice-president", "foreign-minister", "defence-minister")
)
"""Offices of states, which no body that stands right before has."""


def heads_a_state(last: Unit, following: Unit) -> bool:
    """Whether an office of a state stands behind a body that has none such: "পেরুর কংগ্রেস | প্রেসিডেন্টকে"."""
    of_world = last.kind == "name" and last.data.country is None
    office = following.kind == "title" and following.first == last.last + 1 and following.data.office in _OF_STATES
    return office and not of_world and "genitive" not in last.tags


def of_another(before: list[Unit], best: Unit, here: list[Unit]) -> Unit | None:
    """Return the body that a name means which another state owns: "ইতালির কোস্টগার্ড" is not that of Bangladesh."""
    if best.kind != "name" or best.data.type != "ORG" or not before or best.first - before[0].last > 1:
        return None
    owner = before[0]
    states = owner.kind == "name" and owner.data.type == "GPE" and "genitive" in owner.tags
    country = owner.data if owner.kind == "demonym" else owner.data.country if states else None
    if country is None or best.data.country in (None, country):
        return None
    return next((unit for unit in here if unit.kind == "body" and unit.last == best.last), None)


def sides_of(unit: Unit, following: Unit) -> bool:
    """Whether a state owns the two sides behind it: "सूडान के दोनों पक्ष", "চীনের দুই নেতা"."""
    of_state = unit.kind == "demonym" or (unit.kind == "name" and unit.data.type == "GPE")
    return of_state and following.kind == "group" and following.data.take != "states"


def acronym(line: Line, unit: Unit) -> bool:
    """Whether a name is written in capitals alone, so that it stands before nouns as it is: "US border agents"."""
    letters = line.words(unit.first, unit.last).replace(".", "")
    return unit.kind == "name" and " " not in letters and 2 <= len(letters) <= 4 and letters.isupper()


def counted(line: Line, between: range) -> list[int]:
    """Return the tokens that count or measure: digits, and words of the pack's class `quantifier`."""
    if not between:
        return []
    words = {at for hit in line.hits.get("class", ()) if hit.payload.item == "quantifier"
             for at in range(hit.first, hit.last + 1)}  # fmt: skip
    return [at for at in between if at in words or line.tokens[at].norm[0].isdigit()]


def hyphened_ending(line: Line, last: int, reader: Reader) -> frozenset[Tag]:
    """Return the tags of an ending that a hyphen parts from its name ("পুতিন-এর"), where the pack lists it so."""
    if last + 2 >= len(line.tokens) or line.tokens[last + 1].text != "-":
        return frozenset()
    hyphen, ending = line.tokens[last + 1], line.tokens[last + 2]
    if hyphen.start != line.tokens[last].end or ending.start != hyphen.end:
        return frozenset()
    return reader.language.inflection.ending("-" + ending.norm)
