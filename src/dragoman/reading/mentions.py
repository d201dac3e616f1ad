"""Noun phrases that mean somebody: names with their titles and nationalities, bodies, pronouns, groups.

`find_mentions` reads a line's tokens, lexicon hits and names, and sets `line.mentions`. Who is meant is
decided here, by the knowledge base (offices by date) or by a step back in the text (`discourse`), and every step
is named in the party's `how`.
"""

from __future__ import annotations

from typing import Any

from ..packs.schema import Body, Group, Pronoun, Title
from ..records import Name, Party
from .cased_phrases import adjective, cased_head, compose_cased, outside_prepositions, with_rests
from .cases import phrase_cases
from .discourse import Discourse
from .groups import only_backs
from .holders import country_then, holder_named
from .line import Line, Mention
from .noun_phrases import Reader, Unit, compose_after, compose_before, is_modifier, of_owner, units_of
from .particles import absorb_brackets, compose_glued

__all__ = ["find_mentions"]

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
_PEOPLE = frozenset(("civilians", "rebels", "refugees", "students", "workers", "journalists", "officials"))


def _of(word: str, owner: str) -> str:
    """Return an English name for somebody known by whose they are: "Kenya's police", "civilians of Sudan"."""
    if word in _PEOPLE:
        return f"{word} of {owner}"
    if word == "official":
        return f"an official of {owner}"
    return f"{owner}'{'' if owner.endswith('s') else 's'} {word}"


_ONE = 0.1
"""What a step back to the only antecedent near costs."""
_OFFICIAL = frozenset(("GOV", "JUD"))
"""Sectors of titles that mean an office, though none that a list has."""
_LEADING = frozenset(("leader", "supreme-leader", "head-of-state"))


def find_mentions(
    line: Line, names: list[Name], demonyms: list[tuple[int, int, str]], reader: Reader, discourse: Discourse
) -> None:
    """Set `line.mentions`. `names` and `demonyms` (start, end, country) are those inside the line."""
    units = units_of(line, names, demonyms, reader)
    if reader.language.cased:
        units = outside_prepositions(with_rests(units, names, line, reader), line)
    if reader.language.text.agglutinative:
        units = absorb_brackets(units, line, reader)
    compose = compose_after if reader.language.text.modifier == "after" else compose_before
    compose = compose_cased if reader.language.cased else compose
    mentions: list[Mention] = []
    at = 0
    glued = reader.language.text.agglutinative
    backed = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "backed"}
    while at < len(units):
        parts, at = compose_glued(units, at, line) if glued else compose(units, at, line, reader)
        mention = _mention(parts, line, reader, discourse)
        if mention is not None and not (backed and only_backs(mention, line, backed)):
            mentions.append(mention)
            if _stands_in(mention, line, reader):
                mention.role = "place"  # so far for who looks back; roles are marked when all phrases are known
            discourse.seen(mention, line.index)
    line.mentions = mentions


def _stands_in(mention: Mention, line: Line, reader: Reader) -> bool:
    """Whether the adposition beside a state says that something was there."""
    if mention.kind != "state":
        return False
    if reader.language.text.adpositions == "before":
        beside = [h for start in range(max(0, mention.first - 3), mention.first) for h in line.at[start]]
        return any(
            h.payload.kind == "marker" and h.last == mention.first - 1 and h.payload.item.role == "place"
            for h in beside
        )
    behind = line.at[mention.last + 1] if mention.last + 1 < len(line.at) else []
    return any(h.payload.kind == "marker" and h.payload.item.role == "place" for h in behind)


def _mention(parts: list[Unit], line: Line, reader: Reader, discourse: Discourse) -> Mention | None:
    first, last = parts[0].first, parts[-1].last
    text = reader.language.text
    head = parts[-1] if text.modifier == "before" else _head_after(parts)
    if text.modifier == text.adpositions == "before":
        head = cased_head(parts) if reader.language.cased else of_owner(parts) or head
    name = next((p for p in parts if p.kind == "name" and p.data.type == "PER"), None)
    owners = [p for p in parts if p is not head and (is_modifier(p) or p.kind == "pronoun")]
    titles = [p for p in parts if p.kind == "title"]
    if head.kind == "body":  # "দেশটির প্রধান শ্রমিক সংগঠন": chief, and nobody's chief
        titles = [p for p in titles if p.data.alone]
    bodies = [p for p in parts if p.kind == "body"]
    former = any(p.kind == "former" for p in parts)
    tags = parts[-1].tags
    make = _Maker(line, reader, discourse, first, last)
    mention: Mention | None
    if parts[0].kind == "compact":
        mention = make.compact(parts[0], parts[1:])
    elif "group" in (parts[0].kind, head.kind) and owners:
        mention = Mention(first, last, tuple(make.country_party(owner) for owner in owners), "state")
    elif parts[0].kind == "group":
        mention = make.group(parts[0])
    elif name is not None and head.kind == "body" and head.first < name.first and parts[-1] is name:
        mention = make.body(head, [name])
    elif name is not None:
        mention = make.person(name, owners, titles, former)
    elif titles:
        mention = make.officer(titles, owners, former)
    elif bodies and not (head.kind == "name" and head.data.type == "ORG"):
        mention = make.body(bodies[-1], owners)
    elif head.kind == "name":
        mention = make.name(head)
    elif head.kind == "demonym":
        mention = make.demonym(head)
    elif head.kind == "group":
        mention = make.group(head)
    elif head.kind == "pronoun":
        mention = make.pronoun(head)
    elif head.kind == "source":
        outlets = [p for p in owners if p.kind == "name" and p.data.type == "ORG"]  # "a Reuters report"
        if outlets:
            mention = make.name(outlets[-1])
        else:
            countries = tuple(make.country_party(owner) for owner in owners)
            mention = Mention(first, last, countries, "body" if countries else "source")
    else:
        return None
    if mention is not None:
        mention.tags = tags
        if reader.language.cased:
            mention.cases = phrase_cases(parts, line, reader.language, mention.kind)
        else:
            mention.genitive = mention.genitive or "genitive" in tags
        mention.source_kind = next((p.data.kind for p in parts if p.kind == "source"), None)
    return mention


def _head_after(parts: list[Unit]) -> Unit:
    named = [p for p in parts if p.kind == "name" and p.data.type == "PER"]
    if named:
        return named[0]
    # A body with its country and then a name is that name: "Hãng thông tấn Triều Tiên KCNA".
    last = parts[-1]
    agency = len(parts) > 2 and parts[0].kind == "body" and last.kind == "name" and last.data.type == "ORG"
    return last if agency else parts[0]


class _Maker:
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
            if unit.data.sole and lost > _ONE:
                return None
            return found.parties[0].country if found is not None else None
        return unit.data.country if unit.kind == "name" else None

    def country_party(self, unit: Unit) -> Party:
        """Return the state that a modifier stands for."""
        country = self.country_of(unit)
        named = self.reader.knowledge.country_name(country) if country else None
        return self.party(entity=country, name=named, type="GPE", country=country, how="nationality")

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
        sector = self._sector(name.entity) or tuple(s for t in titles for s in t.data.sector)
        if any(title.data.sector and title.data.office != "leader" for title in titles) and not former:
            how = f"{how}, by title"
        country = country or self.discourse.country_of(name.entity)
        party = self.party(
            entity=name.entity,
            name=name.name or name.text,
            type="PER",
            country=country,
            sector=sector,
            how=how,
        )
        bodies = any(o.kind == "name" and o.data.type == "ORG" and o.data.country is None for o in owners)
        if (country is None or bodies) and name.entity is not None:
            party = self._speaking_for(party)
        if bodies and country is None and party.type == "PER" and (name.entity or "new:").startswith("new:"):
            party = self._speaking_unlisted(party, owners)
        self.discourse.titled(party, [t.data for t in titles])
        return Mention(self.first, self.last, (party,), "person", lost=0.1 if name.entity is None else 0.0)

    def _speaking_unlisted(self, party: Party, owners: list[Unit]) -> Party:
        """Return the body of the world whose title an unlisted person has, as the party."""
        name = next(o.data for o in owners if o.kind == "name" and o.data.type == "ORG" and o.data.country is None)
        if name.entity is None:
            return party
        return self.party(
            entity=name.entity, name=f"{name.name} ({party.name})", type="ORG",
            how=f"{party.how}, speaks for the body",
        )  # fmt: skip

    def _speaking_for(self, party: Party) -> Party:
        """Return the body of no one state that a person holds an office of, as the party; else the person."""
        entity = self.reader.knowledge.entity(party.entity or "")
        held = [o for o in entity.offices if o.organisation] if entity else []
        day = (self.reader.published or "9999")[:10]
        held = [o for o in held if (o.since or "") <= day and (o.until is None or o.until >= day)]
        body = self.reader.knowledge.entity(held[0].organisation or "") if len(held) == 1 else None
        if body is None or body.country is not None:
            return party
        return self.party(
            entity=body.id, name=f"{body.name} ({party.name})", type="ORG", sector=body.sector,
            how=f"{party.how}, speaks for the body",
        )  # fmt: skip

    def officer(self, titles: list[Unit], owners: list[Unit], former: bool) -> Mention | None:
        """An office without a name: who held it, by country and date, or by looking back."""
        title: Title = next((t.data for t in titles if t.data.office), titles[-1].data)
        family = "" if owners else self._family_before(titles)
        if family:
            known = self._called(family, titles)
            if known is not None:
                return known
            if len(titles) > 1 or not self.line.at[self.first - 1]:
                return Mention(self.first, self.last, (), "source", office=title.office is not None)
        if not owners:
            party = self.discourse.holder_of(title, self.line.index)
            if party is None:
                return Mention(
                    self.first,
                    self.last,
                    (),
                    "source",
                    office=bool(title.office or former or _OFFICIAL & set(title.sector)),
                )
            return Mention(self.first, self.last, (self._again(party, "title, looked back"),), "person", lost=0.1)
        named = [owner for owner in owners if self.country_of(owner) or owner.kind == "name"]
        several = "plural" in titles[-1].tags and len(named) == 1  # "ministers of the European Union"
        parties = tuple(
            self._holders(title, owner) if several else self._office(title, owner, former) for owner in named
        )
        if not title.alone and not any(party.entity for party in parties):
            private = "CVL" in title.sector and any(party.country for party in parties)
            return Mention(self.first, self.last, parties, "people" if private else "source")
        for party in parties:
            self.discourse.titled(party, [title])
        return Mention(self.first, self.last, parties, "person")

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
                self.first, self.last, (self._again(named, "family name, named before"),), "person", lost=0.05
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
            entity=entity, name=_of("officials", of), type="ORG", country=country, sector=title.sector,
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
            return self._again(leader, "office, named before")
        label = (title.office or "official").replace("-", " ")
        of = knowledge.country_name(country) if country else owner.data.name
        entity_id = where if where and where.startswith("org:") else None
        return self.party(
            entity=entity_id, name=f"{label} of {of}" if title.office else _of("official", of), type="PER",
            country=country, sector=title.sector, how="office without a name",
        )  # fmt: skip

    def body(self, unit: Unit, owners: list[Unit]) -> Mention | None:
        """A body that acts for a country: forces, police, protesters. A thing that nobody owns is none."""
        body: Body = unit.data
        kind = {"people": "people", "vehicle": "vehicle", "thing": "other"}.get(body.kind, "body")
        form = self.line.tokens[unit.last].norm
        parties = []
        for owner in owners:
            country = self.country_of(owner)
            entity = owner.data.entity if owner.kind == "name" and owner.data.type == "ORG" else None
            if country or entity:
                how = "pronoun" if owner.kind == "pronoun" else "nationality"
                parties.append(self._body_party(body, country, entity, owner, how))
        if parties:
            self.discourse.body_seen(form, parties[-1])
            mention = Mention(self.first, self.last, tuple(parties), kind)
            if len(owners) == 1 and parties[0].how == "pronoun" and self.reader.language.own_marked:
                rival = self._rival(owners[0].data)
                country = rival.parties[0].country if rival is not None else None
                mention.rival = (self._body_party(body, country, None, owners[0], "pronoun"),) if country else ()
            return mention
        if any(owner.kind == "name" and owner.data.type in ("GPE", "LOC") for owner in owners):
            return Mention(self.first, self.last, (), "source")  # "African officials": of no one country
        if body.kind != "people" and self._inside_verb(unit):
            return None
        if any(owner.kind == "pronoun" and owner.data.sole for owner in owners):
            return Mention(self.first, self.last, (), "source")
        own = any(owner.kind == "pronoun" and owner.data.reflexive for owner in owners)
        again = body.kind in ("state", "armed-group") or (body.kind == "vehicle" and self._definite())
        known = self.discourse.body_of(form) if again and not own else None
        if known is not None:
            return Mention(self.first, self.last, (self._again(known, "same body, looked back"),), kind, lost=0.1)
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

    def _home_of(self, unit: Unit) -> str | None:
        """Return the country whose own body papers of the language name without it."""
        names = self.reader.language.pack.names
        if names is None or len(names.home) != 1 or not names.home_bodies:
            return None
        forms = self.reader.language.inflection.noun(self.line.tokens[unit.last].norm)
        return names.home[0] if any(one.stem in names.home_bodies for one in forms) else None

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

    def _body_party(self, body: Body, country: str | None, entity: str | None, owner: Unit, how: str) -> Party:
        of = self.reader.knowledge.country_name(country) if country and entity is None else owner.data.name
        word = next((_SECTOR_WORDS[s] for s in body.sector if s in _SECTOR_WORDS), None)
        name = _of(word, of) if word and entity is None else of
        sector = (*self._sector(entity), *body.sector)
        return self.party(
            entity=entity, name=name, type="ORG", country=country, sector=tuple(dict.fromkeys(sector)), how=how
        )

    def name(self, unit: Unit) -> Mention:
        """A name by itself: a state, a body, a place, a thing."""
        name: Name = unit.data
        entity = self.reader.knowledge.entity(name.entity) if name.entity else None
        party = self.party(
            entity=name.entity, name=name.name or name.text, type=name.type, country=name.country,
            sector=entity.sector if entity else (), how=name.how,
        )  # fmt: skip
        lost = 0.1 if name.entity is None else 0.0
        if name.type == "GPE":
            state = (name.entity is not None and len(name.entity) == 3) or name.how == "metonym"
            kind = "state" if state else "place"
            capital = entity is not None and entity.kind == "capital"
            return Mention(self.first, self.last, (party,), kind, place=name, lost=lost, capital=capital)
        if name.type in ("LOC", "FAC"):
            return Mention(self.first, self.last, (party,), "place", place=name, lost=lost)
        kind = "body" if name.type == "ORG" else "thing"
        return Mention(self.first, self.last, (party,), kind, lost=lost)

    def demonym(self, unit: Unit) -> Mention:
        """A nationality without a noun that we know."""
        if self._ends_phrase(unit) or self._several(unit):
            return Mention(self.first, self.last, (self.country_party(unit),), "people")
        return Mention(self.first, self.last, (self.country_party(unit),), "demonym", modifier=True)

    def _several(self, unit: Unit) -> bool:
        """Whether a nationality has a plural's ending, and so means people by itself: "Kenyans" (but "Swiss")."""
        language = self.reader.language
        if language.text.adpositions != "before" or not language.text.verb_endings or language.cased:
            return False
        norm = self.line.tokens[unit.last].norm
        return norm[-1] != norm[-2] and any("plural" in a.tags for a in language.inflection.noun(norm))

    def _ends_phrase(self, unit: Unit) -> bool:
        """Whether a nationality stands for its people: it has a case of its own, or closes a verb-final clause."""
        if self.reader.language.cased:
            return not adjective(unit, self.line, self.reader.language)
        if not self.reader.language.subject_first:
            return False
        if unit.tags & {"dative", "genitive", "plural"}:
            return True
        after = unit.last + 1
        if after >= len(self.line.tokens) or self.line.tokens[after].norm in (",", "।", "?", "!"):
            return True
        counted = unit.first > 0 and self.line.tokens[unit.first - 1].norm[0].isdigit()
        return counted and any(hit.payload.kind in ("verb", "noun") for hit in self.line.at[after])

    def group(self, unit: Unit) -> Mention | None:
        """ "The two leaders", "both countries": the last fitting ones, if there are just as many."""
        group: Group = unit.data
        found = self.discourse.group(group.take, group.count, self.line.index)
        if not found:
            return Mention(self.first, self.last, (), "source", group=group)
        parties = tuple(self._again(party, "group, looked back") for party in found)
        kind = "person" if group.take == "persons" else "state"
        return Mention(self.first, self.last, parties, kind, lost=0.1)

    def compact(self, unit: Unit, behind: list[Unit]) -> Mention:
        """Several states in a word of a syllable each, alone or with an office or a body that they all have."""
        knowledge = self.reader.knowledge
        sector = tuple(s for part in behind if part.kind in ("title", "body") for s in part.data.sector)
        parties = tuple(
            self.party(
                entity=None if behind else country, name=knowledge.country_name(country), country=country,
                type="ORG" if behind else "GPE", sector=sector, how="nationality",
            )
            for country in unit.data.countries
        )  # fmt: skip
        kind = "state" if not behind else "person" if behind[-1].kind == "title" else "body"
        glued = self.reader.language.text.agglutinative
        return Mention(self.first, self.last, parties, kind, role=unit.data.role, genitive=glued and not behind)

    def pronoun(self, unit: Unit) -> Mention | None:
        """A pronoun: the subject before that it agrees with."""
        pronoun: Pronoun = unit.data
        if pronoun.reflexive:
            return Mention(self.first, self.last, (), "thing", genitive=pronoun.role == "genitive", reflexive=True)
        if pronoun.refers in ("speaker", "others"):
            return Mention(self.first, self.last, (), pronoun.refers, genitive=pronoun.role == "genitive")
        near = self.reader.language.subject_first and pronoun.role is None
        found, lost = self.discourse.antecedent(pronoun, self.line.index, near=near)
        if found is None or (pronoun.sole and lost > _ONE):
            return Mention(self.first, self.last, (), "source", genitive=pronoun.role == "genitive")
        parties = tuple(self._again(party, "pronoun") for party in found.parties)
        mention = Mention(self.first, self.last, parties, found.kind, lost=lost)
        mention.role = pronoun.role if pronoun.role != "genitive" else None
        mention.genitive = pronoun.role == "genitive"
        if not mention.genitive or self.reader.language.own_marked:
            rival = self._rival(pronoun)
            mention.rival = tuple(self._again(p, "pronoun") for p in rival.parties) if rival is not None else ()
        return mention

    def _rival(self, pronoun: Pronoun) -> Mention | None:
        return self.discourse.rival(pronoun, self.line.index)

    def _again(self, party: Party, how: str) -> Party:
        return self.party(
            entity=party.entity, name=party.name, type=party.type, country=party.country, sector=party.sector,
            how=how,
        )  # fmt: skip

    def _sector(self, entity_id: str | None) -> tuple[str, ...]:
        entity = self.reader.knowledge.entity(entity_id) if entity_id else None
        return entity.sector if entity else ()
