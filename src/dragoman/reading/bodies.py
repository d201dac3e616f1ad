"""Makes mentions of bodies that act for a country: forces, police, protesters, vehicles."""

from __future__ import annotations

from ..packs.names_schema import Body
from ..records import Party
from .discourse import ARMED
from .line import Mention
from .maker import Maker, owned
from .noun_phrases import Unit

__all__ = ["Bodies"]

_SECTOR_WORDS = {
    "MIL": "military",
    "COP": "police",
    "GOV": "government",
    "JUD": "courts",
    "LEG": "legislature",
    "SPY": "intelligence service",
    "CVL": "civilians",
    "OPP": "opposition",
    "REB": "rebels",
    "UAF": "armed group",
    "REF": "refugees",
    "EDU": "students",
    "LAB": "workers",
    "JRN": "journalists",
    "PTY": "party",
    "BUS": "business",
}
_NO_NOUN = frozenset(("verb", "reporting", "light", "happen", "coordinator", "contrast", "marker", "cue"))
"""Kinds of words that are no noun behind a people's."""


class Bodies(Maker):
    """Makes mentions of bodies, whose nationality decides for whom they act."""

    def body(self, unit: Unit, owners: list[Unit]) -> Mention | None:
        """A body that acts for a country: forces, police, protesters. A thing that nobody owns is none."""
        body: Body = unit.data
        kind = {"people": "people", "vehicle": "vehicle", "thing": "other"}.get(body.kind, "body")
        form = self.line.tokens[unit.last].norm
        parties = []
        named = [o for o in owners if o.kind == "name" and o.data.type == "ORG" and o.data.country is None]
        for owner in named if named and body.kind == "armed-group" else owners:
            country = self.country_of(owner)
            if "JRN" in body.sector and owner.kind == "name" and owner.data.type == "ORG":
                continue  # "a reporter of Al Jazeera": of no nation that the text tells
            if country is None and owner.kind == "pronoun" and (org := self.body_meant(owner)) is not None:
                parties.append(self._own_body(body, org))
                continue
            entity = owner.data.entity if owner.kind == "name" and owner.data.type == "ORG" else None
            if owner.kind == "pronoun":
                entity = self._group_of(owner)
            if country or entity:
                how = "pronoun" if owner.kind == "pronoun" else "nationality"
                parties.append(self._body_party(body, country, entity, owner, how))
        if parties:
            self.discourse.body_seen(form, parties[-1])
            mention = Mention(self.first, self.last, tuple(parties), kind)
            if len(owners) == 1 and parties[0].how == "pronoun" and self.reader.language.own_marked:
                rival = self.rival(owners[0].data)
                country = rival.parties[0].country if rival is not None else None
                mention.rival = (self._body_party(body, country, None, owners[0], "pronoun"),) if country else ()
            return mention
        if body.country is not None:
            people = self._body_party(body, body.country, None, unit, "a people of the state")
            return Mention(self.first, self.last, (people,), kind, modifier=self._before_noun(unit))
        if any(owner.kind == "pronoun" and self._ours(owner) for owner in owners):
            ours = self.party(name=None, type="ORG", sector=body.sector, how="body without nationality")
            return Mention(self.first, self.last, (ours,), kind, needs_place=True, lost=0.1, ours=True)
        if any(owner.kind == "name" and owner.data.type in ("GPE", "LOC") for owner in owners):
            return Mention(self.first, self.last, (), "source")  # "African officials": of no one country
        if body.kind != "people" and self._inside_verb(unit):
            return None
        looks = any(owner.kind == "pronoun" and self._of_somebody(owner, body) for owner in owners)
        if looks and not self.reader.language.cased:
            return Mention(self.first, self.last, (), "source")
        own = any(owner.kind == "pronoun" and owner.data.reflexive for owner in owners)
        again = body.kind in ("state", "armed-group") or (body.kind == "vehicle" and self._definite())
        foreign = self.reader.language.leading_markers and self._of_a_people()  # "Kurdish forces": of no state
        known = self.discourse.body_of(form) if again and not own and not foreign else None
        if known is not None:
            return Mention(self.first, self.last, (self.again(known, "same body, looked back"),), kind, lost=0.1)
        if body.kind == "armed-group" and not owners and self.reader.language.leading_markers and self._definite():
            told = self.discourse.armed_group(self.line.index)
            if told is not None:
                return Mention(
                    self.first, self.last, (self.again(told, "armed group, looked back"),), kind, lost=0.1
                )
        if body.kind == "thing":
            return None
        of_a_people = body.kind != "people" and self._of_a_people()
        if of_a_people and body.kind != "armed-group":
            return Mention(self.first, self.last, (), "source")  # "Soviet troops": of no state that we know
        how = "body of a people" if of_a_people else "body without nationality"
        home = self._home_of(unit)
        if home is not None:
            own_body = self._body_party(body, home, None, unit, "the papers' own")
            return Mention(self.first, self.last, (own_body,), kind)
        party = self.party(name=None, type="ORG", sector=body.sector, how=how)
        return Mention(self.first, self.last, (party,), kind, needs_place=True, lost=0.1, reflexive=own)

    def _of_somebody(self, owner: Unit, body: Body) -> bool:
        """Whether a pronoun says that a body is that of a state named before, though it is not known which."""
        if owner.data.sole:
            return True
        others = owner.data.refers not in ("speaker", "others") and not owner.data.reflexive
        return self.reader.language.own_marked and others and body.kind == "state"

    def _group_of(self, owner: Unit) -> str | None:
        """Return the armed group that a pronoun before a body means: "the Houthis said [their fighters]"."""
        if owner.data.refers in ("speaker", "others") or owner.data.reflexive:
            return None
        found, _ = self.discourse.antecedent(owner.data, self.line.index)
        party = found.parties[0] if found is not None and len(found.parties) == 1 else None
        armed = party is not None and party.type == "ORG" and bool(ARMED & set(party.sector))
        return party.entity if party is not None and armed else None

    def _ours(self, owner: Unit) -> bool:
        names = self.reader.language.pack.names
        plural = owner.data.refers == "speaker" and owner.data.number == "plural"
        return plural and names is not None and bool(names.home_bodies)

    def _home_of(self, unit: Unit) -> str | None:
        """Return the country whose own body papers of the language name without it."""
        language = self.reader.language
        names = language.pack.names
        if names is None or len(names.home) != 1 or not language.home_bodies:
            return None
        forms = language.inflection.noun(self.line.tokens[unit.last].norm)
        whole = " ".join(token.norm for token in self.line.tokens[unit.first : unit.last + 1])
        stems = {whole, *(one.stem for one in forms)}
        told = self.discourse.home_named and not stems.isdisjoint(language.home_governments)
        return names.home[0] if told or not stems.isdisjoint(language.home_bodies) else None

    def _of_a_people(self) -> bool:
        """Whether a word for a people without a state of its own stands before the body."""
        hits = self.line.hits.get("class", ())
        return any(hit.payload.item == "peoples" and 0 < self.first - hit.last <= 2 for hit in hits)

    def _definite(self) -> bool:
        """Whether an article that points back stands before the phrase ("the missiles")."""
        hits = self.line.at[self.first - 1] if self.first else []
        classes = {hit.payload.item for hit in hits if hit.payload.kind == "class"}
        return "determiner" in classes and "indefinite" not in classes

    def _inside_verb(self, unit: Unit) -> bool:
        """Whether a body's word only belongs to a verbal phrase ("rút quân", to withdraw troops)."""
        medial = bool(self.reader.language.text.verb_endings) and not self.reader.language.subject_first
        if medial and unit.data.kind == "people":  # "arrested 15 people"
            return False
        behind = self.line.at[unit.last + 1] if unit.last + 1 < len(self.line.at) else []
        marked = any(hit.payload.kind == "marker" for hit in behind)
        return any(
            hit.payload.kind == "verb"
            and hit.first <= unit.first
            and (unit.last == hit.last if medial else unit.last <= hit.last)
            and (
                hit.head < unit.first
                or (hit.first == unit.first and hit.head > unit.last and not unit.tags and not marked)
            )
            for start in range(max(0, unit.first - 4), unit.first + 1)
            for hit in self.line.at[start]
        )

    def _before_noun(self, unit: Unit) -> bool:
        """Whether a people's word without any ending stands before a noun, which it describes: "রোহিঙ্গা সংকটে"."""
        at = unit.last + 1
        if unit.tags or at >= len(self.line.tokens) or not self.line.tokens[at].norm[0].isalpha():
            return False
        return not any(hit.payload.kind in _NO_NOUN for hit in self.line.at[at])

    def _own_body(self, body: Body, org: Party) -> Party:
        """Return those who act for a body of no state that a pronoun means: "their fighters"."""
        sector = tuple(dict.fromkeys((*org.sector, *body.sector)))
        return self.party(entity=org.entity, name=org.name, type="ORG", sector=sector, how="pronoun")

    def _body_party(self, body: Body, country: str | None, entity: str | None, owner: Unit, how: str) -> Party:
        of = self.reader.knowledge.country_name(country) if country else ""
        if entity is not None or not country:
            known = self.reader.knowledge.entity(entity or "")
            of = known.name if known is not None else owner.data.name
        word = next((_SECTOR_WORDS[s] for s in body.sector if s in _SECTOR_WORDS), None)
        name = owned(word, of) if word and entity is None else of
        sector = (*self.sector_of(entity), *body.sector)
        return self.party(
            entity=entity, name=name, type="ORG", country=country, sector=tuple(dict.fromkeys(sector)), how=how
        )
