"""Makes mentions of named persons and of offices without a name: who held it then, or who was told before."""

from __future__ import annotations

from typing import Any

from ..packs.names_schema import Title
from ..records import Name, Party
from .cases import adjectival
from .discourse import ARMED
from .holders import country_then, holder_named
from .line import Mention
from .maker import Maker, owned
from .noun_phrases import Unit
from .offices import home_of_office

__all__ = ["Officers"]

_PRIVATE = frozenset(("CVL", "MIL", "REL"))
"""Sectors of titles that, with a nationality, mean a person of that nation: "an Iranian general"."""
_OFFICIAL = frozenset(("GOV", "JUD"))
"""Sectors of titles that mean an office, though none that a list has."""
_OFFICIAL_SECTORS = frozenset(("GOV", "MIL", "LEG", "JUD", "COP"))
"""Sectors of titles that speak for a state."""
_WHOLE_NAME = 3
"""Syllables of a family name and a given name of two."""
_TWO = 2
"""Persons whom an office in the plural looks back to."""
_LEADING = frozenset(("leader", "supreme-leader", "head-of-state"))


class Officers(Maker):
    """Makes mentions of persons, by name or by office."""

    def person(self, unit: Unit, owners: list[Unit], titles: list[Unit], former: bool) -> Mention:
        """A named person, with or without title."""
        name: Name = unit.data
        if name.entity is None and self.reader.language.text.agglutinative:
            known = self._called(name.text, titles)
            if known is not None:
                return known
        country = name.country or country_then(name.entity, titles, self.reader)
        how = name.how
        if country is None or (name.entity or "new:").startswith("new:"):
            given = [c for c in (self.country_of(owner) for owner in owners) if c]
            if given:
                country, how = given[-1], f"{name.how}, nationality"
        sector = self.sector_of(name.entity) or tuple(s for t in titles for s in t.data.sector)
        if any(title.data.sector and title.data.office != "leader" for title in titles) and not former:
            how = f"{how}, by title"
        country = country or self.discourse.country_of(name.entity)
        country = country or self._countryman(name, titles, owners)
        if country is None and not owners and not former:
            country = self._of_the_readers(titles)
        if country is None and titles and not owners:
            country = home_of_office(self.line, self.first, self.last, self.reader)
            how = f"{how}, an office of the papers' own" if country else how
        party = self.party(
            entity=name.entity,
            name=name.name or name.text,
            type="PER",
            country=country,
            sector=sector,
            how=how,
        )
        bodies = any(o.kind == "name" and o.data.type == "ORG" and o.data.country is None for o in owners)
        if name.entity is not None and not former:
            unowned = not any(map(self.country_of, owners))
            offices = frozenset(t.data.office for t in titles if unowned and t.data.office)
            party = self._speaking_for(party, whole=country is None or bodies, offices=offices)
        if bodies and party.type == "PER" and not former:
            unlisted = (name.entity or "new:").startswith("new:") and country is None
            if unlisted or (titles and not any(map(self.country_of, owners)) and not self._of_a_state(name)):
                party = self._speaking_of(party, owners)
        self.discourse.titled(party, [t.data for t in titles])
        return Mention(self.first, self.last, (party,), "person", lost=0.1 if name.entity is None else 0.0)

    def _of_the_readers(self, titles: list[Unit]) -> str | None:
        """Return the readers' own country, where papers name an office of theirs without it."""
        names = self.reader.language.pack.names
        if names is None or len(names.home) != 1 or not self.discourse.home_named:
            return None
        return names.home[0] if any(title.data.at_home for title in titles) else None

    def _countryman(self, name: Name, titles: list[Unit], owners: list[Unit]) -> str | None:
        """Return the papers' own country for an unlisted officer with one of its family names, and no owner."""
        names = self.reader.language.pack.names
        if names is None or len(names.home) != 1 or not names.home_family_names:
            return None
        if any(
            o.kind != "name" or self.country_of(o) or not (o.data.entity or "new:").startswith("new:")
            for o in owners
        ):
            return None
        official = any(_OFFICIAL_SECTORS & set(title.data.sector) for title in titles)
        parts = name.text.lower().split()
        local = len(parts) >= _WHOLE_NAME and parts[0] in names.home_family_names
        unlisted = self.discourse.home_named and (name.entity or "new:").startswith("new:")
        return names.home[0] if official and local and unlisted else None

    def _of_a_state(self, name: Name) -> bool:
        """Whether a listed person held an office of a state then: "Russia's UN envoy X" is Russia's."""
        entity = self.reader.knowledge.entity(name.entity or "")
        day = (self.reader.published or "9999")[:10]
        return entity is not None and any(
            office.organisation is None
            and (office.since or "") <= day
            and (office.until is None or office.until >= day)
            for office in entity.offices
        )

    def _speaking_of(self, party: Party, owners: list[Unit]) -> Party:
        """Return the body of the world whose title a person has here, as the party: "African Union envoy X"."""
        name = next(o.data for o in owners if o.kind == "name" and o.data.type == "ORG" and o.data.country is None)
        if name.entity is None:
            return party
        return self.party(
            entity=name.entity, name=f"{name.name} ({party.name})", type="ORG",
            how=f"{party.how}, speaks for the body",
        )  # fmt: skip

    def _speaking_for(self, party: Party, *, whole: bool = True, offices: frozenset[str] = frozenset()) -> Party:
        """Return the body that a person holds an office of, as the party: an armed group, or one of no one state.

        Not `whole`, only an armed group, or the body of which he holds one of `offices`, with which he is named.
        Whoever speaks for another body is the person.
        """
        entity = self.reader.knowledge.entity(party.entity or "")
        held = [o for o in entity.offices if o.organisation] if entity else []
        if not held:
            return party
        day = (self.reader.published or "9999")[:10]
        held = [o for o in held if (o.since or "") <= day and (o.until is None or o.until >= day)]
        body = self.reader.knowledge.entity(held[0].organisation or "") if len(held) == 1 else None
        if body is None:
            return party
        armed = body.country is not None and bool(ARMED & set(body.sector))
        if not armed and (body.country is not None or not (whole or held[0].office in offices)):
            return party
        return self.party(
            entity=body.id, name=f"{body.name} ({party.name})", type="ORG", country=body.country,
            sector=body.sector, how=f"{party.how}, speaks for the body",
        )  # fmt: skip

    def officer(
        self, titles: list[Unit], owners: list[Unit], former: bool, *, of_body: bool = False
    ) -> Mention | None:
        """An office without a name: who held it, by country and date, or by looking back.

        `of_body`: whether it is an office of a state's body ("the head of Kenya's police").
        """
        title: Title = next((t.data for t in titles if t.data.office), titles[-1].data)
        family = "" if owners else self._family_before(titles)
        if family:
            known = self._called(family, titles)
            if known is not None:
                return known
            if len(titles) > 1 or not self.line.at[self.first - 1]:
                return Mention(self.first, self.last, (), "source", office=title.office is not None)
        if not owners and self._in_plural(titles[-1]):
            met = self.discourse.group("persons", _TWO, self.line.index)
            if met:
                parties = tuple(self.again(party, "group, looked back") for party in met)
                return Mention(self.first, self.last, parties, "person", lost=0.1)
        if not owners:
            party = self.discourse.holder_of(title, self.line.index) or self._of_home(title, former)
            if party is None:
                return Mention(
                    self.first,
                    self.last,
                    (),
                    "source",
                    office=bool(title.office or former or _OFFICIAL & set(title.sector)),
                )
            return Mention(self.first, self.last, (self.again(party, "title, looked back"),), "person", lost=0.1)
        named = [owner for owner in owners if self.country_of(owner) or owner.kind == "name"]
        several = "plural" in titles[-1].tags and len(named) == 1  # "ministers of the European Union"
        parties = tuple(
            self._holders(title, owner) if several else self._office(title, owner, former) for owner in named
        )
        if (
            self.reader.language.cased
            and not title.sector
            and parties
            and all(self._of_business(p) for p in parties)
        ):
            return Mention(self.first, self.last, (), "source")
        if not title.alone and not of_body and not any(party.entity for party in parties):
            private = bool(_PRIVATE & set(title.sector)) and any(party.country for party in parties)
            return Mention(self.first, self.last, parties, "people" if private else "source")
        for party in parties:
            self.discourse.titled(party, [title])
        return Mention(self.first, self.last, parties, "person")

    def _of_business(self, party: Party) -> bool:
        """Whether an office is one of a company: "глава Apple"."""
        return bool({"BUS", "MNC"} & set(self.sector_of(party.entity)))

    def _in_plural(self, title: Unit) -> bool:
        """Whether an office stands in the plural, where cases tell roles: "президенты"."""
        language, tokens = self.reader.language, self.line.tokens
        if not language.cased or not tokens[title.last].norm.endswith(language.text.plural_names):
            return False
        described = self.first > 0 and adjectival(tokens[self.first - 1].norm, language)
        looks = bool(title.data.office or title.data.looks) or not title.data.sector
        return looks and not described

    def _of_home(self, title: Title, former: bool) -> Party | None:
        """Return who holds an office of the country whose papers do not name it: "Tongil-bu janggwan"."""
        country = title.country or home_of_office(self.line, self.first, self.last, self.reader)
        country = None if former else country
        if country is None:
            return None
        of = self.reader.knowledge.country_name(country)
        return self.party(
            name=owned("official", of),
            type="PER",
            country=country,
            sector=title.sector,
            how="the papers' own office",
        )

    def _family_before(self, titles: list[Unit]) -> str:
        """Return the syllable before an office that may be a family name: nobody told before is meant."""
        if not self.reader.language.text.agglutinative:
            return ""
        opening = self.line.tokens[self.first].norm
        if len(titles) > 1 and len(opening) == 1:  # "Wang" is a king as well
            return opening
        if self.first == 0:
            return ""
        before = self.line.tokens[self.first - 1].norm
        return before if len(before) == 1 and before.isalpha() else ""

    def _called(self, name: str, titles: list[Unit]) -> Mention | None:
        """Return whom a short name with an office means: who was named in full, else its one holder then."""
        named = self.discourse.of_family(name) if len(name) == 1 else None
        if named is not None:
            return Mention(
                self.first, self.last, (self.again(named, "family name, named before"),), "person", lost=0.05
            )
        found = holder_named(name, titles, self.reader)
        if found is None:
            return None
        party = self.party(
            entity=found.id, name=found.name, type="PER", country=found.country, sector=found.sector,
            how="name, by office",
        )  # fmt: skip
        return Mention(self.first, self.last, (party,), "person", lost=0.05)

    def _holders(self, title: Title, owner: Unit) -> Party:
        """Several who hold an office of one state or body: they act for it."""
        country = self.country_of(owner)
        entity = owner.data.entity if owner.kind == "name" and owner.data.type == "ORG" else None
        of = self.reader.knowledge.country_name(country) if country and entity is None else owner.data.name
        return self.party(
            entity=entity, name=owned("officials", of), type="ORG", country=country, sector=title.sector,
            how="officials without names",
        )  # fmt: skip

    def _office(self, title: Title, owner: Unit, former: bool) -> Party:
        country = self.country_of(owner)
        where = owner.data.entity if owner.kind == "name" and owner.data.type == "ORG" else country
        knowledge, published = self.reader.knowledge, self.reader.published
        held: tuple[Any, ...] = ()
        if title.office and where:
            held = (knowledge.former if former else knowledge.holder)(title.office, where, published)
        if len(held) == 1 and published is not None and not former:
            entity = held[0]
            person = self.party(
                entity=entity.id, name=entity.name, type="PER", country=entity.country or country,
                sector=entity.sector, how="office",
            )  # fmt: skip
            return person if country else self._speaking_for(person)
        leader = self.discourse.leader_of(country) if title.office in _LEADING and not former else None
        if leader is not None:
            return self.again(leader, "office, named before")
        entity_id = where if where and where.startswith("org:") else None
        office = "leader" if entity_id and title.office == "king" else title.office  # the amir of a party
        label = (office or "official").replace("-", " ")
        of = knowledge.country_name(country) if country and not entity_id else owner.data.name
        return self.party(
            entity=entity_id, name=f"{label} of {of}" if title.office else owned("official", of), type="PER",
            country=country, sector=title.sector, how="office without a name",
        )  # fmt: skip
