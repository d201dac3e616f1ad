"""What all ways of making one mention need: its words, the country of a modifier, a step back in the text."""

from __future__ import annotations

from typing import Any

from ..packs.names_schema import Pronoun
from ..records import Party
from .discourse import Discourse
from .line import Line, Mention
from .noun_phrases import Reader, Unit

__all__ = ["ONE_STEP", "Maker", "owned"]

_PEOPLE = frozenset(("civilians", "rebels", "refugees", "students", "workers", "journalists", "officials"))
ONE_STEP = 0.1
"""What a step back to the only antecedent near costs."""


def owned(word: str, owner: str) -> str:
    """Return an English name for somebody known by whose they are: "Kenya's police", "civilians of Sudan"."""
    if word in _PEOPLE:
        return f"{word} of {owner}"
    if word == "official":
        return f"an official of {owner}"
    return f"{owner}'{'' if owner.endswith('s') else 's'} {word}"


class Maker:
    """Makes one mention; holds what all its ways need."""

    def __init__(self, line: Line, reader: Reader, discourse: Discourse, first: int, last: int) -> None:
        self.line, self.reader, self.discourse = line, reader, discourse
        self.first, self.last = first, last
        self.start, self.end = line.tokens[first].start, line.tokens[last].end
        self.text = line.text[self.start : self.end]

    def party(self, **fields: Any) -> Party:
        """Return a party over this mention's words."""
        return Party(start=self.start, end=self.end, text=self.text, **fields)

    def country_of(self, unit: Unit) -> str | None:
        """Return the country that a modifier stands for."""
        if unit.kind == "demonym":
            return str(unit.data)
        if unit.kind == "pronoun":
            if unit.data.refers in ("speaker", "others") or unit.data.reflexive:
                return None
            found, lost = self.discourse.antecedent(unit.data, self.line.index)
            if unit.data.sole and lost > ONE_STEP:
                return None
            return found.parties[0].country if found is not None else None
        return unit.data.country if unit.kind == "name" else None

    def body_meant(self, unit: Unit) -> Party | None:
        """Return the body of no state that a possessive pronoun means."""
        if unit.data.refers in ("speaker", "others") or unit.data.reflexive or unit.data.sole:
            return None
        found, _ = self.discourse.antecedent(unit.data, self.line.index)
        party = found.parties[0] if found is not None and len(found.parties) == 1 else None
        of_none = party is not None and party.country is None and (party.entity or "").startswith("org:")
        return party if of_none else None

    def country_party(self, unit: Unit) -> Party:
        """Return the state that a modifier stands for."""
        country = self.country_of(unit)
        named = self.reader.knowledge.country_name(country) if country else None
        return self.party(entity=country, name=named, type="GPE", country=country, how="nationality")

    def again(self, party: Party, how: str) -> Party:
        return self.party(
            entity=party.entity, name=party.name, type=party.type, country=party.country, sector=party.sector,
            how=how,
        )  # fmt: skip

    def sector_of(self, entity_id: str | None) -> tuple[str, ...]:
        entity = self.reader.knowledge.entity(entity_id) if entity_id else None
        return entity.sector if entity else ()

    def rival(self, pronoun: Pronoun) -> Mention | None:
        return self.discourse.rival(pronoun, self.line.index)
