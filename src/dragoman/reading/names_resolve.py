"""Decides what listed aliases mean where they stand.

What decides, in this order: the alias itself (a state, a body, a person's full name); what stands beside it
(title, honorific, place word, marker, the country after a comma); who was named in full in the same text;
who holds the office in the title on the day of publication; which country the text speaks of; standing and
size. Where none decides, the name keeps its candidates and no entity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..knowledge import AliasHit, Knowledge
from ..records import Candidate, Entity
from .names_context import Context
from .names_found import Span
from .names_holders import holds, in_office, is_state, sounds_whole, weight

__all__ = ["Resolver"]

_LARGE_PLACE = 300
"""Thousands of inhabitants from which a city is taken without support."""
_TOWN = 50
"""The same for a town of a country of the language itself."""
_NAMESAKE = 8
"""How many times larger a place is than its namesake in a country of the text to be meant all the same."""
_STANDING = 40
"""Standing from which a bare family name is taken to be its best-known bearer."""
_HIGH = 60
"""Standing of those whose family name beside another's is a name by itself."""
_WORLD_KNOWN = 73
"""Standing of those whom a text names without saying whose they are."""
_KNOWN = 50
"""Standing of holders of an office whom a text names by a long family name without saying whose they are."""
_LONG = 6
"""Letters from which a family name is hardly a common word as well."""
_CLEARLY = 1.6
_DOTS = {"·", "ㆍ", "‧", "・"}
_SUBJECT = frozenset(("가", "이", "은"))
"""Particles of a subject in scripts that write syllables as blocks; "-neun" ends verbs as well."""
_SHORT = 2
"""Letters up to which an alias needs support."""
_FIRM = {"ORG", "WEA", "TRE", "EVT"}


class Resolver:
    """Settles the listed spans of one text."""

    def __init__(self, spans: Sequence[Span], context: Context, knowledge: Knowledge, day: str | None) -> None:
        self.spans = spans
        self.context = context
        self.knowledge = knowledge
        self.day = day
        self.by_first = {(span.line, span.first): span for span in spans}
        self.by_last = {(span.line, span.last): span for span in spans}
        self.persons: dict[str, int] = {}
        """People named in full, with the place of their first mention in the order of spans."""
        self.countries: Counter[str] = Counter()
        self.demonyms: list[Span] = []
        names = context.language.pack.names
        self._blocks = names is not None and bool(names.family_names)
        """Whether a word of three syllables is a whole name."""
        self._home = frozenset(names.home) if names is not None else frozenset[str]()
        self._not_names = context.language.not_names

    def told(self, unlisted: Iterable[Span]) -> None:
        """Take note of listed people who were found by the sound of their names."""
        for span in unlisted:
            if span.how == "sound" and span.entity is not None:
                self.persons.setdefault(span.entity, 0)
                self.countries[span.country or ""] += 1

    def run(self) -> None:
        """Settle all spans: clear ones first, the others by what these tell."""
        for number, span in enumerate(self.spans):
            if not span.settled:
                self._clear(span, number)
        for span in self.spans:
            if not span.settled:
                self._by_context(span)

    def needs_support(self, span: Span) -> bool:
        """Whether an alias is or may be a common word here, or too short to stand alone."""
        if self._blocks and len(span.alias) == 1 and "\uac00" <= span.alias <= "\ud7a3":
            return True
        state = len(span.alias) > _SHORT and any(is_state(hit) for hit in span.hits)
        if self.context.begins_as_word(span) and not state:
            return True
        if self.context.language.folding(span.alias) in self._not_names:
            return True
        if len(span.alias) - span.alias.count(" ") > _SHORT:
            return False
        letters = sum(2 if "\uac00" <= char <= "\ud7a3" else char != " " for char in span.alias)
        return letters <= _SHORT and not any(
            is_state(hit) or hit.kind == "demonym" or self._world_known(hit) for hit in span.hits
        )

    def _world_known(self, hit: AliasHit) -> bool:
        """Whether a capital is enough to tell a short name from a word: one known everywhere ("Xi")."""
        return hit.type == "PER" and hit.weight >= _WORLD_KNOWN and self.context.language.text.capitals

    def _clear(self, span: Span, number: int) -> None:
        if self.needs_support(span) or self.context.timed(span):
            return
        states = [hit for hit in span.hits if is_state(hit)]
        if states:
            self._settle(span, states[0], "alias", others=span.hits)
            return
        if all(hit.kind == "demonym" for hit in span.hits):
            self.demonym(span)
            return
        firm = [hit for hit in span.hits if hit.type in _FIRM]
        people = [hit for hit in span.hits if hit.type == "PER"]
        if firm and not (people and self.context.personal(span)):
            self._settle(span, firm[0], "alias")
            return
        if people and len({hit.entity for hit in people}) == 1 and self._whole(span, people[0]):
            self._settle(span, people[0], "alias")
            self.persons.setdefault(people[0].entity, number)

    def _whole(self, span: Span, person: AliasHit) -> bool:
        """Whether an alias is somebody's full name: several words, or one that sounds as long as they do where
        scripts write a whole name as one."""
        if len(span.words) > 1:
            return True
        entity = self.knowledge.entity(person.entity) if self._blocks and len(span.alias) > _SHORT else None
        return entity is not None and sounds_whole(span.alias, entity.name)

    def demonym(self, span: Span) -> None:
        """Settle a span as a demonym, which is no name."""
        span.reject()
        span.country = span.hits[0].entity
        self.countries[span.hits[0].entity] += 1
        self.demonyms.append(span)

    def _by_context(self, span: Span) -> None:
        personal = self.context.personal(span)
        people = [hit for hit in span.hits if hit.type == "PER"]
        places = [hit for hit in span.hits if hit.type in ("GPE", "LOC", "FAC") and hit.kind != "demonym"]
        supported = self.context.placed(span) or self.context.followed_by_country(span, self.by_first)
        if self.context.timed(span) and not personal:
            span.reject()
            return
        if self.needs_support(span) and not self._supported(span, personal, bool(supported), people):
            span.reject()
            return
        if people and (personal or not supported) and (personal or not self._is_large(places)):
            self._person(span, people)
        elif places:
            self._place(span, places, bool(supported) or (self._blocks and self._before_noun(span)))
        elif (demonyms := [hit for hit in span.hits if hit.kind == "demonym"]) and len(demonyms) == len(span.hits):
            self.demonym(span)
        else:
            firm = [hit for hit in span.hits if hit.type in _FIRM]
            if firm:
                self._settle(span, firm[0], "alias")
            elif people:
                self._person(span, people)
            else:
                span.reject()

    def _before_noun(self, span: Span) -> bool:
        """Whether a name without particle stands before a noun that is no body or office: 서울 회담."""
        if span.suffix or not self.context.is_word(span.line, span.last + 1):
            return False
        kinds = ("title", "body", "following", "reporting", "honorific")
        return not any(self.context.starting(span.line, span.last + 1, kind) for kind in kinds)

    def _supported(self, span: Span, personal: bool, placed: bool, people: Sequence[AliasHit]) -> bool:
        if self._blocks and len(span.alias) == 1:
            return self._one_letter(span)
        if people and (personal or any(hit.entity in self.persons for hit in people)):
            return True
        if any(hit.kind == "demonym" for hit in span.hits):
            return True
        if self._blocks and not span.suffix and any(is_state(hit) for hit in span.hits):
            owned = ("body", "title")  # "말리 정부": no word stands bare before a body but a state
            if any(self.context.starting(span.line, span.last + 1, kind) for kind in owned):
                return True
        opens = span.suffix in _SUBJECT and self.context.first_word(span.line, span.first)
        if self._blocks and (opens or self._dotted(span)) and any(is_state(hit) for hit in span.hits):
            return True  # "말리가 …": who acts opens the sentence; "말리·니제르"
        if placed and any(hit.type in ("GPE", "LOC", "FAC") and self._known_here(span, hit) for hit in span.hits):
            return True
        # a capital inside a sentence tells a name from a common word
        inside = span.first > 0 and self.context.word(span.line, span.first - 1) not in {
            '"',
            "“",
            ":",
            "‘",
            "'",
        }
        written = self.context.word(span.line, span.first)
        if self._blocks and len(span.words) == 1:  # "EU는", "G7은"
            written = "".join(self.context.word(span.line, at) for at in range(span.first, span.last + 1))
            written = written[: len(span.alias)]
        single = span.single or (self._blocks and len(span.words) == 1)
        acronym = single and len(written) > 1 and written.isupper()  # "EU" tells itself apart at any place
        if acronym and written.isascii() and not self.context.language.text.capitals:
            return self.context.language.folding(span.alias) not in self._not_names
        told = acronym or (inside and not people)
        return self.context.language.text.capitals and told and not self.context.titled(span.line)

    def _known_here(self, span: Span, hit: AliasHit) -> bool:
        """Whether an ending of place can tell a name from a word: of one that is a common word too, only where
        the text speaks of its country (আস্তানায়, in a den or in Astana)."""
        common = self.context.language.folding(span.alias) in self._not_names
        if not span.suffix or not common or is_state(hit):
            return True
        place = self.knowledge.entity(hit.entity)
        return place is not None and place.country is not None and self.countries[place.country] > 0

    def _one_letter(self, span: Span) -> bool:
        """Whether one letter stands for a state: among such letters with dots between, or before an office."""
        if not any(is_state(hit) for hit in span.hits) or any(hit.kind == "name" for hit in span.hits):
            return True
        if self._dotted(span):
            return True
        if span.suffix or self.context.language.folding(span.alias) in self._not_names:
            return False
        return any(self.context.starting(span.line, span.last + 1, kind) for kind in ("title", "body"))

    def _dotted(self, span: Span) -> bool:
        return any(self.context.word(span.line, at) in _DOTS for at in (span.first - 1, span.last + 1))

    def _is_large(self, places: Iterable[AliasHit]) -> bool:
        return any(hit.weight >= _LARGE_PLACE for hit in places)

    def _place(self, span: Span, places: Sequence[AliasHit], supported: bool) -> None:
        if self.context.first_word(span.line, span.first) and self._word_of_body(span):
            span.reject()  # "Police in Haiti": no town
            return
        metonyms = [hit for hit in places if hit.kind == "metonym"]
        proper = [hit for hit in places if hit.kind != "metonym"]
        if metonyms and not (supported and proper):
            self._settle(span, metonyms[0], "metonym", others=proper)
            return
        named = self.context.followed_by_country(span, self.by_first)
        known = {hit.entity: self.knowledge.entity(hit.entity) for hit in proper}
        near = [
            hit
            for hit in proper
            if self._spoken_of(known[hit.entity], named) and (named or hit.weight * _NAMESAKE >= proper[0].weight)
        ]
        if near:
            self._settle(span, near[0], "alias", others=proper)
        elif named and self.context.inside(span) and not any(self._in(known[hit.entity], named) for hit in proper):
            span.settle(proper[0].type, None, None, named, "alias")  # "Palma in Mozambique": not the listed one
            span.candidates = self._candidates(proper)
        elif proper[0].weight >= _LARGE_PLACE:
            homely = (
                hit for hit in proper if hit.weight >= _LARGE_PLACE and self._at_home(hit, known[hit.entity])
            )
            self._settle(span, next(homely, proper[0]), "alias", others=proper)
        elif home := next((hit for hit in proper if self._at_home(hit, known[hit.entity])), None):
            self._settle(span, home, "alias", others=proper)
        elif supported and len(span.alias) > _SHORT + 1:
            span.settle(proper[0].type, None, None, None, "alias")
            span.candidates = self._candidates(proper)
        else:
            span.reject()

    def _word_of_body(self, span: Span) -> bool:
        """Whether a name's words are those of a body without a name, written with a capital."""
        hit = self.context.starting(span.line, span.first, "body")
        return hit is not None and hit.last == span.last

    @staticmethod
    def _in(place: Entity | None, country: str) -> bool:
        """Whether a place lies in a country, as far as a list says."""
        return place is not None and place.country == country

    def _at_home(self, hit: AliasHit, place: Entity | None) -> bool:
        """Whether a town lies in a country of the text's language, whose papers name it without the country."""
        return place is not None and place.country in self._home and hit.weight >= _TOWN

    def _spoken_of(self, place: Entity | None, named: str | None) -> bool:
        """Whether the text names the place's country (after it, if it names one there at all)."""
        if place is None or place.country is None:
            return False
        return place.country == named if named else self.countries[place.country] > 0

    def _person(self, span: Span, people: Sequence[AliasHit]) -> None:
        title = self.context.title_of(span)
        entities = {hit.entity: self.knowledge.entity(hit.entity) for hit in people}
        named = [hit for hit in people if hit.entity in self.persons]
        if title is not None and title.office is not None:
            fitting = [
                hit for hit in people if holds(entities[hit.entity], title.office, self.day, on_the_day=True)
            ] or [hit for hit in people if holds(entities[hit.entity], title.office, self.day)]
            if fitting and (not named or not set(fitting) & set(named)):
                self._settle(span, fitting[0], "title and name")
                return
            named = [hit for hit in named if hit in fitting] or named
        if named:
            self._settle(span, named[0], "named in full")
            return
        scores = {hit.entity: weight(hit, entities[hit.entity], self.day, self.countries) for hit in people}
        ordered = sorted(people, key=lambda hit: -scores[hit.entity])
        best = scores[ordered[0].entity]
        second = scores[ordered[1].entity] if len(ordered) > 1 else 0.0
        far_off = self._far_off(span, ordered[0])
        if self._behind_latin(span) or (
            not self.context.personal(span)
            and (self._inside_longer(span) or (far_off and not self._proposed(span)))
        ):
            span.reject()
        elif best >= _STANDING and best >= _CLEARLY * second and not far_off:
            self._settle(span, ordered[0], "alias" if len(span.words) > 1 else "best known")
        elif self.context.proposals and not self._proposed(span):
            span.reject()
        else:
            span.settle("PER", None, None, None, "family name")
            span.candidates = self._candidates(ordered)

    def _far_off(self, span: Span, hit: AliasHit) -> bool:
        """Whether somebody of moderate standing is meant by one word only if the text speaks of his country:
        scripts without capitals tell a family name neither from a common word nor from a given name."""
        if self.context.language.text.capitals or len(span.words) > 1 or hit.weight >= _WORLD_KNOWN:
            return False
        if self._blocks and len(span.alias) > _SHORT:
            return False
        person = self.knowledge.entity(hit.entity)
        if person is None or self._unmistakable(span, hit, person):
            return person is None
        return not person.country or not self.countries[person.country]

    def _unmistakable(self, span: Span, hit: AliasHit, person: Entity) -> bool:
        """Whether a long word is the family name of one person who holds an office, and nobody's given name."""
        code = self.context.language.code
        long = len(span.alias) >= _LONG and hit.weight >= _KNOWN
        held = any(in_office(office.since, office.until, self.day) for office in person.offices)
        return long and held and len(span.hits) == 1 and not self.knowledge.bearers(code, span.alias)

    def _proposed(self, span: Span) -> bool:
        """Whether the tagger takes exactly these words for a name."""
        proposals = self.context.proposals.get(span.line, ())
        return any((named.first, named.last) == (span.first, span.last) for named, _, _ in proposals)

    def _inside_longer(self, span: Span) -> bool:
        """Whether a family name seems to be part of somebody else's full name: scripts without capitals do
        not show it, so a word beside it that nobody knows and that has no ending counts."""
        if self.context.language.text.capitals or len(span.words) > 1 or self._blocks:
            return False
        if self._proposed(span):
            return False
        before = (span.line, span.first - 1)
        after = (span.line, span.last + 1)
        if self.context.unknown(*before) and not self._another(self.by_last.get(before)):
            return True
        following = self.by_first.get(after)
        whither = following is not None and any(is_state(h) or self._is_large((h,)) for h in following.hits)
        return not (span.suffix or whither or self._another(following)) and self.context.unknown(*after)

    def _another(self, span: Span | None) -> bool:
        """Whether somebody else of high standing is listed there, so that two people stand side by side:
        "ট্রাম্প পুতিনকে ফোন করেন", Trump phones Putin."""
        people = [hit for hit in span.hits if hit.type == "PER"] if span is not None else []
        return any(hit.weight >= _HIGH for hit in people)

    def _behind_latin(self, span: Span) -> bool:
        """Whether a family name in Latin letters has a given name before it that is not its bearer's: names
        are often given so, in brackets, in texts whose own letters know no capitals."""
        tokens = self.context.lines[span.line].tokens
        if self.context.language.text.capitals or not span.first or not tokens[span.first].text[:1].isascii():
            return False
        before = tokens[span.first - 1]
        latin = before.text.isascii() and before.text.isalpha() and before.text.istitle()
        return latin and tokens[span.first].start == before.end + 1

    def _settle(self, span: Span, hit: AliasHit, how: str, others: Iterable[AliasHit] = ()) -> None:
        entity = self.knowledge.entity(hit.entity)
        assert entity is not None
        if hit.type == "PER" and not span.single and self.context.titles_follow:
            self._without_title(span)
        span.settle(hit.type, entity.id, entity.name, entity.country, how)
        span.candidates = self._candidates(
            other for other in others if other.entity != hit.entity and other.kind != "demonym"
        )
        if entity.country:
            self.countries[entity.country] += 1

    def _without_title(self, span: Span) -> None:
        """End a name before the title behind it, where a list has a name that is a word with its title alone."""
        for token in range(span.first + 1, span.last + 1):
            if self.context.starting(span.line, token, "title") is not None:
                span.last, span.stem_end, span.suffix = token - 1, None, ""
                span.words = span.words[: token - span.first]
                span.alias = " ".join(span.words)
                return

    def _candidates(self, hits: Iterable[AliasHit]) -> tuple[Candidate, ...]:
        found: dict[str, Candidate] = {}
        for hit in hits:
            entity = self.knowledge.entity(hit.entity)
            if entity is not None and len(found) < 5:
                how = "metonym" if hit.kind == "metonym" else "alias"
                found.setdefault(
                    hit.entity, Candidate(entity=entity.id, name=entity.name, country=entity.country, how=how)
                )
        return tuple(found.values())
