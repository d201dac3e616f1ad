"""Noun phrases that mean somebody: names with their titles and nationalities, bodies, pronouns, groups.

`find_mentions` reads a line's tokens, lexicon hits and names, and sets `line.mentions`. Who is meant is
decided here, by the knowledge base (offices by date) or by a step back in the text (`discourse`), and every step
is named in the party's `how`.
"""

from __future__ import annotations

from ..packs.names_schema import Group, Pronoun
from ..packs.schema import Tag
from ..records import Name
from .bodies import Bodies
from .cased_phrases import adjective, cased_head, compose_cased, outside_prepositions, with_rests
from .cases import gender_of, phrase_cases
from .discourse import Discourse
from .groups import only_backs
from .line import Line, Mention
from .maker import ONE_STEP
from .noun_phrases import Reader, Unit, compose_after, compose_before, is_modifier, of_owner, units_of
from .officers import Officers
from .offices import with_offices
from .particles import absorb_brackets, compose_glued

__all__ = ["find_mentions"]

_OF_SEVERAL: frozenset[Tag] = frozenset(("genitive", "plural"))


def find_mentions(
    line: Line, names: list[Name], demonyms: list[tuple[int, int, str]], reader: Reader, discourse: Discourse
) -> None:
    """Set `line.mentions`. `names` and `demonyms` (start, end, country) are those inside the line."""
    units = units_of(line, names, demonyms, reader)
    if reader.language.cased:
        units = outside_prepositions(with_rests(units, names, line, reader), line, reader.language)
    if reader.language.text.agglutinative:
        units = absorb_brackets(with_offices(units, line, reader), line, reader)
    compose = compose_after if reader.language.text.modifier == "after" else compose_before
    compose = compose_cased if reader.language.cased else compose
    mentions: list[Mention] = []
    at = 0
    glued = reader.language.text.agglutinative
    classes = line.hits.get("class", ())
    backed = {hit.first for hit in classes if hit.payload.item == "backed"} if classes else None
    while at < len(units):
        parts, at = compose_glued(units, at, line) if glued else compose(units, at, line, reader)
        mention = _mention(parts, line, reader, discourse)
        if mention is not None and not (backed and only_backs(mention, line, backed)):
            mentions.append(mention)
            if _stands_in(mention, line, reader):
                mention.role = "place"  # so far for who looks back; roles are marked when all phrases are known
            elif reader.language.own_marked and _marked_agent(mention, line):
                mention.role = "agent"
            discourse.seen(mention, line.index)
    line.mentions = mentions


def _marked_agent(mention: Mention, line: Line) -> bool:
    """Whether the postposition of who acts stands right behind a phrase: "पोम्पेओ ने"."""
    behind = line.at[mention.last + 1] if mention.last + 1 < len(line.at) else []
    return any(h.payload.kind == "marker" and h.payload.item.role == "agent" for h in behind)


def _stands_in(mention: Mention, line: Line, reader: Reader) -> bool:
    """Whether the adposition beside a state says that something was there."""
    if mention.kind != "state":
        return False
    if reader.language.text.adpositions == "before":
        return any(
            h.last == mention.first - 1 and h.first >= mention.first - 3 and h.payload.item.role == "place"
            for h in line.hits.get("marker", ())
        )
    behind = line.at[mention.last + 1] if mention.last + 1 < len(line.at) else []
    return any(h.payload.kind == "marker" and h.payload.item.role == "place" for h in behind)


def _mention(parts: list[Unit], line: Line, reader: Reader, discourse: Discourse) -> Mention | None:
    first, last = parts[0].first, parts[-1].last
    text = reader.language.text
    head = parts[-1] if text.modifier == "before" else _head_after(parts)
    if text.modifier == text.adpositions == "before":
        head = cased_head(parts) if reader.language.cased else of_owner(parts) or head
    by_kind: dict[str, list[Unit]] = {}
    for part in parts:
        by_kind.setdefault(part.kind, []).append(part)
    name = next((p for p in by_kind.get("name", ()) if p.data.type == "PER"), None)
    owners = [p for p in parts if p is not head and (is_modifier(p) or p.kind == "pronoun")]
    titles, bodies = by_kind.get("title", []), by_kind.get("body", [])
    if head.kind == "body":  # "দেশটির প্রধান শ্রমিক সংগঠন": chief, and nobody's chief
        titles = [p for p in titles if p.data.alone]
    former = "former" in by_kind
    tags = parts[-1].tags
    make = _Maker(line, reader, discourse, first, last)
    mention: Mention | None
    if parts[0].kind == "compact":
        mention = make.compact(parts[0], parts[1:])
    elif "group" in (parts[0].kind, head.kind) and owners:
        counted = text.modifier == "after" and parts[0].kind == "group" and len(owners) == 1
        counted = counted and parts[0].data.take == "persons"
        kind = "people" if counted else "state"  # "hai người Mỹ"
        mention = Mention(first, last, tuple(make.country_party(owner) for owner in owners), kind)
    elif parts[0].kind == "group":
        mention = make.group(parts[0])
    elif reader.language.cased and parts[-1].kind == "group":
        mention = make.group(parts[-1])
    elif name is not None and head.kind == "body" and head.first < name.first and parts[-1] is name:
        mention = make.body(head, [name])
    elif name is not None:
        mention = make.person(name, owners, titles, former)
    elif titles:
        official = reader.language.cased and any(p.data.kind == "state" and p.data.sector for p in bodies)
        mention = make.officer(titles, owners, former, of_body=official)
    elif bodies and not (head.kind == "name" and head.data.type == "ORG"):
        mention = make.body(bodies[0] if _crowd_of(bodies, text.modifier) else bodies[-1], owners)
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
        pronoun = parts[-1].data if parts[-1].kind == "pronoun" else None
        if pronoun is not None and pronoun.number == "plural" and pronoun.role == "genitive":
            tags |= _OF_SEVERAL
        mention.tags = tags
        if reader.language.leading_markers and head.kind == "title" and _many(line, head, reader):
            mention.tags = tags | {"plural"}
        if reader.language.cased:
            mention.cases = phrase_cases(parts, line, reader.language, mention.kind)
            if mention.kind in ("state", "body"):
                mention.gender = gender_of(head, line, reader.language)
        else:
            mention.genitive = mention.genitive or "genitive" in tags
        mention.source_kind = by_kind["source"][0].data.kind if "source" in by_kind else None
    return mention


def _crowd_of(bodies: list[Unit], modifier: str) -> bool:
    """Whether people stand before the body whose they are: "người ủng hộ phe đảo chính"."""
    return modifier == "after" and len(bodies) > 1 and bool(bodies[0].data.kind == "people")


def _many(line: Line, head: Unit, reader: Reader) -> bool:
    """Whether an office stands in the plural: "prosecutors"."""
    return any("plural" in one.tags for one in reader.language.inflection.noun(line.tokens[head.last].norm))


def _head_after(parts: list[Unit]) -> Unit:
    named = [p for p in parts if p.kind == "name" and p.data.type == "PER"]
    if named:
        return named[0]
    # A body with its country and then a name is that name: "Hãng thông tấn Triều Tiên KCNA".
    last = parts[-1]
    agency = len(parts) > 2 and parts[0].kind == "body" and last.kind == "name" and last.data.type == "ORG"
    return last if agency else parts[0]


class _Maker(Officers, Bodies):
    """Makes one mention, whatever it is of."""

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
            capital = self._is_capital(name)
            return Mention(self.first, self.last, (party,), kind, place=name, lost=lost, capital=capital)
        if name.type in ("LOC", "FAC"):
            return Mention(self.first, self.last, (party,), "place", place=name, lost=lost)
        kind = "body" if name.type == "ORG" else "thing"
        return Mention(self.first, self.last, (party,), kind, lost=lost)

    def _is_capital(self, name: Name) -> bool:
        """Whether a name is that of a capital, or of the city around it, which lists keep apart: Delhi."""
        meant = (name.entity, *(one.entity for one in name.candidates))
        found = (self.reader.knowledge.entity(one) for one in meant if one)
        return any(one is not None and one.kind == "capital" and one.country == name.country for one in found)

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
        language = self.reader.language
        if not language.subject_first:
            return False
        if unit.tags & {"dative", "genitive", "plural"}:
            return True
        norm = self.line.tokens[unit.last].norm
        if not language.text.agglutinative and any("plural" in one.tags for one in language.inflection.noun(norm)):
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
        parties = tuple(self.again(party, "group, looked back") for party in found)
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

    def _own_clause(self, pronoun: Pronoun) -> int | None:
        """Return where the clause of a subject pronoun opens, where cases tell roles: "дипломатам он дал …"."""
        if not self.reader.language.cased or pronoun.role is not None:
            return None
        joints = {hit.first for kind in ("coordinator", "complementiser") for hit in self.line.hits.get(kind, ())}
        tokens = self.line.tokens
        borders = (at for at in range(self.first - 1, -1, -1) if at in joints or not tokens[at].norm[0].isalnum())
        return next(borders, 0)

    def pronoun(self, unit: Unit) -> Mention | None:
        """A pronoun: the subject before that it agrees with."""
        pronoun: Pronoun = unit.data
        if pronoun.reflexive:
            return Mention(self.first, self.last, (), "thing", genitive=pronoun.role == "genitive", reflexive=True)
        if pronoun.refers in ("speaker", "others"):
            return Mention(self.first, self.last, (), pronoun.refers, genitive=pronoun.role == "genitive")
        near = self.reader.language.subject_first and pronoun.role is None
        behind = self._own_clause(pronoun)
        found, lost = self.discourse.antecedent(pronoun, self.line.index, near=near, behind=behind)
        if found is None or (pronoun.sole and lost > ONE_STEP):
            return Mention(self.first, self.last, (), "source", genitive=pronoun.role == "genitive")
        parties = tuple(self.again(party, "pronoun") for party in found.parties)
        mention = Mention(self.first, self.last, parties, found.kind, lost=lost)
        mention.role = pronoun.role if pronoun.role != "genitive" else None
        mention.genitive = pronoun.role == "genitive"
        alone = pronoun.number == "singular" and found.kind == "body"
        mention.needs_place = alone and found.needs_place  # "police said that it had …": the place tells whose
        if not mention.genitive or self.reader.language.own_marked:
            rival = self.rival(pronoun)
            mention.rival = tuple(self.again(p, "pronoun") for p in rival.parties) if rival is not None else ()
        return mention
