"""What an article has told so far, for steps back: who was named, with which title, as whose subject.

The list of steps is closed: a title, a body, a group and a pronoun. Each takes the nearest antecedent that
fits and returns nothing where none or several do.
"""

from __future__ import annotations

from ..knowledge import Knowledge
from ..packs.names_schema import Pronoun, Title
from ..records import Party
from .line import Mention

__all__ = ["ARMED", "Discourse"]

_HEADS = frozenset(("president", "prime-minister", "supreme-leader", "king", "head-of-state"))
_SEVERAL = 2
ARMED = frozenset(("UAF", "REB", "PRM"))
"""Sectors of armed groups, which act for no state."""
_WHOLE = (2, 4)
"""Syllables of a name written as one word: a family name of one and a given name of one or two, and a particle."""
_CASES = frozenset(("dative", "locative"))
_FAR = 3
"""Sentences that a pronoun or a group may look back over."""
_KINDS_MEANT = {
    "person": ("person", "people"),
    "state": ("state",),
    "ground": ("state",),
    "body": ("body", "state"),
    "union": ("body", "person"),
    "organisation": ("body",),
    "any": ("person", "state", "body", "people"),
}
"""Kinds of those whom a pronoun may mean, by what it refers to."""


def _one_word(text: str) -> bool:
    first = text.split()[0].partition("(")[0]
    return _WHOLE[0] <= len(first) <= _WHOLE[1]


def _armed(party: Party) -> bool:
    """Whether a party is an armed group with a name, which faces states and other groups of its own country."""
    return (party.entity or "").startswith("org:") and bool(ARMED & set(party.sector))


def _of_no_state(party: Party) -> bool:
    return (party.entity or "").startswith("org:") and party.country is None


def _officers(parties: tuple[Party, ...]) -> bool:
    """Whether parties are persons; a state in a list with one has its office too: "US and Japanese ministers"."""
    persons = [party for party in parties if party.type == "PER"]
    return len(persons) == len(parties) or (bool(persons) and all(party.country for party in parties))


class Discourse:
    """The memory of one article while it is read."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._mentions: list[tuple[int, Mention]] = []
        self._people: list[tuple[int, Mention]] = []
        self._titles: list[tuple[frozenset[str], Party]] = []
        self._bodies: dict[str, Party] = {}
        self._lists: list[tuple[int, tuple[Party, ...]]] = []
        self._met: list[tuple[int, tuple[Party, ...]]] = []
        self._faced: list[tuple[int, tuple[Party, ...]]] = []
        self._countries: dict[str, str] = {}
        self.home_named = False
        """Whether the text names the country whose papers the language's pack describes, or a body of it."""
        self.subject: Mention | None = None
        """Subject of the last sentence's main clause."""

    def seen(self, mention: Mention, sentence: int) -> None:
        """Remember a mention. One without identity is forgotten."""
        national = mention.kind == "people" and not mention.needs_place
        if mention.parties and (national or mention.kind in ("person", "state", "body")):
            self._mentions.append((sentence, mention))
        elif mention.parties and mention.kind == "people" and not mention.needs_place:
            self._people.append((sentence, mention))

    def titled(self, party: Party, titles: list[Title]) -> None:
        """Remember with which titles somebody stood, and an unlisted person's country."""
        offices = {title.office for title in titles if title.office}
        if party.entity:
            entity = self._knowledge.entity(party.entity)
            if entity is not None:
                offices.update(office.office for office in entity.offices if office.until is None)
            elif party.country:
                self._countries[party.entity] = party.country
        self._titles.append((frozenset(offices), party))

    def country_of(self, entity: str | None) -> str | None:
        """Return the country that the text gave an unlisted person before."""
        return self._countries.get(entity) if entity else None

    def holder_of(self, title: Title, sentence: int) -> Party | None:
        """Return who was last given the title's office in this article."""
        wanted = {title.office} if title.office else set(title.looks)
        if not wanted:
            return None
        holders = [party for offices, party in self._titles[-20:] if wanted & offices]
        return holders[-1] if len({(p.entity, p.name) for p in holders}) == 1 else None

    def leader_of(self, country: str | None) -> Party | None:
        """Return the one head of a country's state or government that the article named."""
        found = {
            party.entity: party
            for offices, party in self._titles
            if party.country == country and party.entity and offices & _HEADS
        }
        return next(iter(found.values())) if country and len(found) == 1 else None

    def of_family(self, family: str) -> Party | None:
        """Return the one person named in full whose name, in one word, begins with a family name."""
        found = {
            party.entity: party
            for _, party in self._titles
            if party.entity and party.text.startswith(family) and _one_word(party.text)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def body_seen(self, form: str, party: Party) -> None:
        """Remember whose a body was."""
        self._bodies[form] = party

    def body_of(self, form: str) -> Party | None:
        """Return whose that body was before."""
        return self._bodies.get(form)

    def armed_group(self, sentence: int) -> Party | None:
        """Return the one armed group that the article has named, if it did so not long before: "the militants"."""
        found = {p.entity: (n, p) for n, m in self._mentions for p in m.parties if _armed(p) and p.type == "ORG"}
        if len(found) != 1:
            return None
        number, party = next(iter(found.values()))
        return party if sentence - number <= _FAR else None

    def group(self, take: str, count: int, sentence: int) -> tuple[Party, ...]:
        """Return the parties that "the two leaders", "both countries" mean: those last listed or met together.

        Two names that merely stood near each other are no pair: that guess is wrong in two of five cases.
        """
        found = self._list_of(take, count, sentence)
        if found or take != "persons" or not count:
            return found
        states = self._list_of("states", count, sentence)  # "A and B …": the two leaders are theirs
        return states if all(party.country for party in states) else ()

    def listed(self, parties: tuple[Party, ...], sentence: int) -> None:
        """Remember parties that stood in one list: "the two sides" are most likely they."""
        self._lists.append((sentence, parties))

    def joint(self, parties: tuple[Party, ...], sentence: int) -> None:
        """Forget a list of parties who did something together to others: they are one side, and no two."""
        own = {party.country or party.entity for party in parties}
        self._lists = [
            (number, listed)
            for number, listed in self._lists
            if number != sentence or {party.country or party.entity for party in listed} != own
        ]

    def met(self, parties: tuple[Party, ...], sentence: int) -> None:
        """Remember parties that did something with each other: "the two sides" are they before any list."""
        self._met.append((sentence, parties))

    def faced(self, parties: tuple[Party, ...], sentence: int) -> None:
        """Remember who did something to whom: "both countries" are they where no others faced each other."""
        if all(party.country for party in parties):
            self._faced.append((sentence, parties))

    def _list_of(self, take: str, want: int, sentence: int) -> tuple[Party, ...]:
        opponents = self._opponents()
        for number, parties in (*reversed(self._met), *reversed(self._lists), *opponents):
            if sentence - number > _FAR + 1 and (number, parties) not in opponents:
                continue
            inside = take in ("bodies", "forces") or len({p.country for p in parties}) == 1  # of one country
            named = [(p.entity or p.country) if inside or _armed(p) else (p.country or p.entity) for p in parties]
            keys = list(dict.fromkeys(key for key in named if key))
            visited = (
                number,
                parties,
            ) in opponents and sentence - number == 1  # "X reached Riyadh. The two leaders"
            if (len(keys) != want if want else len(keys) < _SEVERAL) or (
                take == "persons" and not visited and not _officers(parties)
            ):
                continue
            if take == "states" and not any(p.country for p in parties):
                continue  # "the two countries" are no unions of states
            if take == "forces" and any(p.type != "ORG" for p in parties):
                continue  # "the two forces" are no states
            if take == "states":
                chosen = [parties[named.index(key)] for key in keys]
                return tuple(self._as_state(p) if p.country and not (inside or _armed(p)) else p for p in chosen)
            return parties
        return self._only_pair(want) if take == "persons" and want else ()

    def _opponents(self) -> list[tuple[int, tuple[Party, ...]]]:
        """Return the one pair of countries of which one did something to the other, as far as the article goes."""
        pairs = {frozenset(party.country for party in parties) for _, parties in self._faced}
        return self._faced[-1:] if len(pairs) == 1 else []

    def _only_pair(self, want: int) -> tuple[Party, ...]:
        """Return the persons who met anywhere in the article, where no others did: "the two ministers"."""
        pairs = {
            frozenset(p.entity for p in parties): parties
            for _, parties in self._met
            if len(parties) == want and all(p.type == "PER" and p.entity for p in parties)
        }
        return next(iter(pairs.values())) if len(pairs) == 1 else ()

    def _as_state(self, party: Party) -> Party:
        country = party.country or ""
        name = self._knowledge.country_name(country)
        return Party(
            start=party.start, end=party.end, text=party.text, entity=country, name=name, type="GPE",
            country=country, how=party.how,
        )  # fmt: skip

    def antecedent(
        self, pronoun: Pronoun, sentence: int, *, near: bool = False, behind: int | None = None
    ) -> tuple[Mention | None, float]:
        """Return whom a pronoun means, and the confidence that the step costs. In its own sentence that is the
        subject, or with `near` the last one named ("… নেতা বলেছেন যে তিনি …").

        `behind` is the first token of the pronoun's own clause, whose other phrases it does not mean.
        """
        if pronoun.of:
            return self._one_of(pronoun, sentence), 0.1
        plural = pronoun.number == "plural" and pronoun.refers == "any"
        pair = self._pair_here(sentence) if plural else None
        if pair is not None:
            return pair, 0.15
        together = self._together(sentence) if pronoun.number == "plural" and pronoun.refers == "any" else None
        if together is not None:
            return together, 0.1
        fitting = self._fitting(pronoun, sentence)
        if pronoun.refers == "ground":  # "the army there": where something was said to be, or else the last state
            fitting = [one for one in fitting if _where(one[1])][-1:] or fitting
        if behind is not None:
            fitting = [(n, m) for n, m in fitting if n < sentence or m.first < behind]
        if pronoun.refers == "state" and (not fitting or fitting[-1][0] < sentence):
            owning = self._owning_state(sentence, 0 if fitting else 1)
            if owning[0] is not None or not fitting:
                return owning
        if pronoun.nouns and (not fitting or fitting[-1][0] < sentence - 1):
            return self._noun_meant(pronoun, sentence), 0.15
        if not fitting:
            return None, 0.0
        last_sentence = fitting[-1][0]
        last = [mention for number, mention in fitting if number == last_sentence]
        different = {mention.parties[0].entity or mention.parties[0].name for mention in last}
        chosen = next((m for m in last if last_sentence < sentence and self._was_subject(m)), None)
        ordered = reversed(last) if near and last_sentence == sentence else last
        bare = [m for m in ordered if not m.genitive and m.role in (None, "agent")]
        bare = [m for m in bare if m.role == "agent"] or bare  # "[X ने] Y से मुलाकात की और कहा कि वे …"
        chosen = chosen or next((m for m in bare if not m.tags & _CASES), (bare or last[-1:])[0])
        if len(different) > 1 and not self._was_subject(chosen) and last_sentence < sentence:
            return None, 0.0
        if pronoun.refers == "state":  # "the country" may be that of somebody named beside the state
            different |= {c for n, m in self._mentions[-8:] if n == last_sentence for c in m.countries}
        return chosen, 0.1 if len(different) == 1 else 0.2

    def _one_of(self, pronoun: Pronoun, sentence: int) -> Mention | None:
        """Return the one of a noun's states that was named not long before, as a state."""
        near = [
            (m, p) for n, m in self._mentions if sentence - n <= _FAR for p in m.parties if p.country in pronoun.of
        ]
        if len({party.country for _, party in near}) != 1:
            return None
        mention, party = near[-1]
        return Mention(mention.first, mention.last, (self._as_state(party),), "state")

    def _noun_meant(self, pronoun: Pronoun, sentence: int) -> Mention | None:
        """Return the one state or body of a pronoun's gender that is this sentence's subject or was the last."""
        near = [(n, m) for n, m in self._mentions[-8:] if sentence - n <= 1 and m.gender == pronoun.gender]
        near = [(n, m) for n, m in near if len(m.parties) == 1 and m.kind in ("state", "body") and not m.genitive]
        here = [m for n, m in near if n == sentence and "nominative" in m.cases and m.role is None]
        found = here or [m for n, m in near if n < sentence and (m is self.subject or self._was_subject(m))]
        return found[0] if len({m.parties[0].country or m.parties[0].entity for m in found}) == 1 else None

    def rival(self, pronoun: Pronoun, sentence: int) -> Mention | None:
        """Return whom else a pronoun could mean: the one other country's, beside the antecedent's own."""
        chosen, _ = self.antecedent(pronoun, sentence)
        if chosen is None:
            return None
        fitting = [(n, m) for n, m in self._fitting(pronoun, sentence) if not m.countries & chosen.countries]
        here = [m for number, m in fitting if number == sentence and pronoun.role is None]
        others = here or [m for _, m in fitting]
        return others[-1] if others and len({frozenset(m.countries) for m in others}) == 1 else None

    def _fitting(self, pronoun: Pronoun, sentence: int) -> list[tuple[int, Mention]]:
        kinds = _KINDS_MEANT[pronoun.refers]
        many = pronoun.refers == "any" and pronoun.number == "plural"
        pool = self._mentions[-16:]
        if many or pronoun.gender:  # "Palestinians … they", "a Tunisian man … him"
            pool = sorted([*pool, *self._people[-4:]], key=lambda one: one[0])
        return [
            (number, mention)
            for number, mention in pool
            if mention.parties
            and mention.kind in kinds
            and not (many and mention.kind == "state" and _where(mention))
            and sentence - number <= _FAR
            and self._number_fits(pronoun, mention)
            and self._gender_fits(pronoun, mention)
            and (pronoun.refers != "union" or all(_of_no_state(p) for p in mention.parties))
        ]

    def _owning_state(self, sentence: int, back: int) -> tuple[Mention | None, float]:
        """Return the one country that somebody named here or `back` sentences before belongs to ("its police")."""
        near = [m for number, m in self._mentions[-6:] if sentence - number <= back and len(m.parties) == 1]
        near = [m for m in near if back or m.parties[0].how != "pronoun"]
        countries = {m.parties[0].country for m in near if m.parties[0].country}
        if len(countries) != 1:
            return None, 0.0
        party = self._as_state(next(m.parties[0] for m in reversed(near) if m.parties[0].country))
        here = any(number == sentence for number, m in self._mentions[-6:] if m in near)
        return Mention(near[-1].first, near[-1].last, (party,), "state"), 0.1 if here else 0.15

    def _together(self, sentence: int) -> Mention | None:
        """Return the several who were the subject of the last sentence, or who met in it: "They agreed …"."""
        if self.subject is not None and len(self.subject.parties) > 1:
            return self.subject
        met = [parties for number, parties in self._met if number == sentence - 1 and len(parties) > 1]
        kind = "person" if met and all(p.type == "PER" for p in met[-1]) else "state"
        return Mention(0, 0, met[-1], kind) if met else None

    def _pair_here(self, sentence: int) -> Mention | None:
        """Return the only two whom this sentence names, both persons or both states, where neither is a place."""
        here = [m for number, m in self._mentions[-8:] if number == sentence and not _where(m)]
        here = [m for m in here if not m.genitive or any(m.first - one.last == _SEVERAL for one in here)]
        here = [m for m in here if not (m.role is None and all("pronoun" in p.how for p in m.parties))]
        if len({m.role == "agent" for m in here}) > 1:
            return None  # "[X ने] Y से मुलाकात की और कहा कि वे …": X alone, in the honorific
        kinds = {m.kind for m in here}
        parties = tuple(p for m in here for p in m.parties)
        apart = len({p.country for p in parties if p.country}) == len(parties) == len(here) == _SEVERAL
        if not apart or len(kinds) != 1 or not kinds <= {"person", "state"}:
            return None
        return Mention(0, 0, parties, here[0].kind)

    def _was_subject(self, mention: Mention) -> bool:
        """Whether a mention means the subject of the last sentence's main clause."""
        if self.subject is None or not self.subject.parties:
            return False
        own, other = mention.parties[0], self.subject.parties[0]
        if own.entity is None and other.entity is None:
            return own.name is not None and (own.name, own.country) == (other.name, other.country)
        return own.entity == other.entity

    @staticmethod
    def _number_fits(pronoun: Pronoun, mention: Mention) -> bool:
        """Whether one or several are meant; "they" may mean one state or body where the pack says so."""
        several = len(mention.parties) > 1
        if pronoun.number == "plural":
            unnamed = mention.kind == "person" and mention.parties[0].how == "office without a name"
            many = unnamed or mention.kind in ("state", "body", "people")
            return several or (pronoun.refers == "any" and many)
        if pronoun.gender and mention.parties[0].how == "office without a name" and "plural" in mention.tags:
            return False  # "prosecutors accuse him"
        crowd = mention.kind == "people" and ("plural" in mention.tags or pronoun.gender is None)
        return not several and not crowd

    def _gender_fits(self, pronoun: Pronoun, mention: Mention) -> bool:
        if pronoun.gender is None or mention.kind != "person":
            return True
        gender = getattr(self._knowledge.entity(mention.parties[0].entity or ""), "gender", None)
        return gender is None or gender == pronoun.gender


def _where(mention: Mention) -> bool:
    """Whether a state only says where something was: "they" are not the ground that they met on."""
    return mention.role == "place" or "locative" in mention.tags
