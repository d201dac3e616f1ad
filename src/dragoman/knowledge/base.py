"""The knowledge base as the stages see it: names, entities, offices by date, all read from a mapped file."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

import marisa_trie
import msgspec

from dragoman.errors import DataError
from dragoman.knowledge.artefact import (
    CAPITALS,
    CASES,
    FOOTER_LENGTH,
    FORMAT,
    HIT,
    HOLDER,
    INDEX,
    NO_CASE,
    UPPER,
    Footer,
    alias_key,
    given_key,
    holder_key,
    id_key,
    sound_index,
    town_index,
    weight_key,
)
from dragoman.knowledge.folding import Folded, fold
from dragoman.knowledge.schema import ALIAS_KINDS, AliasKind
from dragoman.records import Entity, NameType

__all__ = ["AliasHit", "Knowledge", "Match", "case_fits"]

_PARTING = " ,.;:!?()\"'-"
"""What ends a word, inside an alias as in a text."""
_WORD = re.compile(rf"[^\s{_PARTING}]+")
_TYPES: tuple[NameType, ...] = ("PER", "ORG", "GPE", "LOC", "FAC", "WEA", "TRE", "EVT")
_OFTEN = 4
"""Times after which a word is one that comes again and again."""
REMEMBERED = 200_000
"""Words that a language remembers."""
_MOST_KNOWN = 8192
"""Entities that are remembered by their ids."""
_STATE = 3
"""Letters of the id of a state."""
_KINDS: tuple[AliasKind, ...] = ALIAS_KINDS  # type: ignore[assignment]


class AliasHit(msgspec.Struct, frozen=True, gc=False):
    """An entity that an alias may mean. `weight`: inhabitants in thousands for places, standing for
    people, 1000 for states; `case`: what the alias asks of capitals (see `artefact`)."""

    entity: str
    kind: AliasKind
    type: NameType
    weight: int
    case: int


class Match(msgspec.Struct, frozen=True, gc=False):
    """An alias found in a text: offsets in the original, and what it may mean, heaviest first."""

    start: int
    end: int
    hits: tuple[AliasHit, ...]


class _Opening(msgspec.Struct, frozen=True, gc=False):
    """How aliases begin with a word, or with its beginning: language and key prefix of such aliases."""

    language: str
    prefix: str
    short: bool
    """Some alias ends with the word, or inside it."""
    onward: frozenset[str] | None = None
    """The next one or two characters of aliases that go on behind the word; None while nobody knows."""

    def may_begin(self, behind: str) -> bool:
        """Whether such an alias may stand where two characters of the text come behind the word."""
        return self.short or self.onward is None or behind in self.onward or behind[:1] in self.onward


class _Asked(msgspec.Struct, gc=False):
    """The openings of a word, and how often they were asked for."""

    openings: tuple[_Opening, ...]
    times: int = 1


class Beginnings(dict[str, bool]):
    """Whether an alias of one language may begin with a word of a text, as written; remembered."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self._knowledge, self._language = knowledge, language

    def __missing__(self, written: str) -> bool:
        word = _WORD.match(fold(written).text) if written[0].isalpha() else None
        begins = word is not None and bool(self._knowledge.openings(self._language, word[0], written[0].isupper()))
        if len(self) < REMEMBERED:
            self[written] = begins
        return begins


class Knowledge:
    """Who and where: read-only, safe to share between threads. Made by `dragoman.knowledge.load`."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        view = memoryview(self._map)
        self.path = path
        self.footer = read_footer(view)
        sections = {name: view[start:end] for name, (start, end) in self.footer.sections.items()}
        self._trie = marisa_trie.Trie()
        self._trie.map(self._map)
        self._values, self._value_at = sections["values"], sections["value_at"].cast("I")
        self._ids, self._id_at = sections["ids"], sections["id_at"].cast("I")
        self._entities, self._entity_at = sections["entities"], sections["entity_at"].cast("I")
        self._decoder = msgspec.msgpack.Decoder(Entity)
        self._domains: dict[str, int] = msgspec.msgpack.decode(sections["domains"])
        self._openings: dict[tuple[str, str, bool], _Asked] = {}
        self._beginnings: dict[str, Beginnings] = {}
        self._begun: dict[str, bool] = {}
        self._known: dict[str, Entity | None] = {}
        self._hits = lru_cache(maxsize=8192)(self._read_hits)
        self._meant = lru_cache(maxsize=8192)(self._read_meant)
        self.called = lru_cache(maxsize=1024)(self._read_called)
        """Who is listed by one word that begins with a family name and has up to two letters more:
        `called(language, family)`; remembered."""
        self.bearers = lru_cache(maxsize=REMEMBERED)(self._read_bearers)
        """How many people's full names begin with a word in a language: `bearers(language, word)`; remembered."""
        self.words_begin = lru_cache(maxsize=REMEMBERED)(self._read_words_begin)
        """Whether an alias of a language is one of a word's forms or goes on with another word behind it:
        `words_begin(language, forms, capital)`; remembered."""
        self._entity_by_index = lru_cache(maxsize=4096)(self._read_entity)

    def __len__(self) -> int:
        return len(self._id_at) - 1

    def ids(self) -> tuple[str, ...]:
        """Return all entity ids."""
        return tuple(self._id(index) for index in range(len(self)))

    def entity(self, id: str) -> Entity | None:
        """Return the entity with this id, or None; remembered."""
        try:
            return self._known[id]
        except KeyError:
            value = self._value(id_key(id))
            entity = None if value is None else self._entity_by_index(INDEX.unpack(value)[0])
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[id] = entity
            return entity

    def outlet(self, domain: str) -> Entity | None:
        """Return the outlet that publishes under a domain (or a domain above it), or None."""
        labels = domain.lower().split(".")
        for first in range(len(labels) - 1):
            index = self._domains.get(".".join(labels[first:]))
            if index is not None:
                return self._entity_by_index(index)
        return None

    def match(self, language: str, folded: Folded, position: int) -> list[Match]:
        """Return the aliases that begin at a position of the folded text, longest first.

        The text after an alias may go on inside the same word: whether that is an inflection is for the
        caller to say. Names in Latin letters are found in every language, its own aliases first.
        """
        word = _WORD.match(folded.text, position)
        if word is None:
            return []
        start, behind = folded.original_at(position), folded.text[word.end() : word.end() + 2]
        openings = [
            one
            for one in self.openings(language, word[0], folded.original[start : start + 1].isupper())
            if one.may_begin(behind)
        ]
        if not openings:
            return []
        window = folded.text[position : position + self.footer.longest]
        found: dict[int, tuple[tuple[str, int], ...]] = {}
        for one in openings:
            for key, number in self._trie.iter_prefixes_with_ids(one.prefix + window):
                length = len(key) - len(one.prefix)
                found[length] = (*found.get(length, ()), (one.language, number))
        matches = []
        for length in sorted(found, reverse=True):
            last = position + length - 1
            cases = _cases_of(folded.original[start : folded.original_at(last) + 1])
            hits = self._meant(found[length], cases)
            if hits:
                matches.append(Match(start, folded.end_of(last), hits))
        return matches

    def match_words(
        self, language: str, words: Iterable[tuple[str, tuple[str, ...]]], capital: bool
    ) -> list[tuple[int, str, tuple[AliasHit, ...]]]:
        """Return the aliases that a text's next words may be, shortest first: number of words, alias, hits.

        Each word comes with what parts it from the one before and with the folded forms that it may stand
        for. Words are taken only as long as some alias goes on so. Whether their capitals fit is for the
        caller to say.
        """
        found: list[tuple[int, str, tuple[AliasHit, ...]]] = []
        begun = [("", alias_key(language, "", True)), ("", alias_key(language, ""))][0 if capital else 1 :]
        written = ""
        for count, (gap, forms) in enumerate(words, 1):
            written += gap + forms[0]
            after = [(alias + gap + form, key + gap + form) for alias, key in begun for form in forms]
            begun = [(alias, key) for alias, key in after if self._goes_on(key)]
            if not begun:
                break
            hits: dict[tuple[str, str], tuple[AliasHit, str]] = {}
            for alias, key in begun:
                number = self._trie.get(key)
                for hit in self._hits(number) if number is not None else ():
                    known = hits.setdefault((hit.entity, hit.kind), (hit, alias))[1]
                    if known != written and len(known) < len(alias):  # gazetteers list cases of names: Одесс
                        hits[hit.entity, hit.kind] = (hit, alias)
            if hits:
                ordered = sorted(hits.values(), key=lambda one: -one[0].weight)
                states = [alias for hit, alias in ordered if len(hit.entity) == _STATE]
                unchanged = any(alias == written for alias in states or [alias for _, alias in ordered])
                alias = written if unchanged else (states or [ordered[0][1]])[0]
                found.append((count, alias, tuple(hit for hit, _ in ordered)))
        return found

    def _read_words_begin(self, language: str, forms: tuple[str, ...], capital: bool) -> bool:
        prefixes = (alias_key(language, ""), *([alias_key(language, "", True)] if capital else ()))
        begun = (prefix + form for prefix in prefixes for form in forms)
        return any(not key[len(one) :][:1].isalpha() for one in begun for key in self._trie.iterkeys(one))

    def _goes_on(self, key: str) -> bool:
        """Whether any key begins so; remembered."""
        known = self._begun.get(key)
        if known is None:
            known = next(self._trie.iterkeys(key), None) is not None
            if len(self._begun) < REMEMBERED:
                self._begun[key] = known
        return known

    def beginnings(self, language: str) -> Beginnings:
        """Return the words of texts that may begin an alias: most do not, and are passed over at once."""
        return self._beginnings.setdefault(language, Beginnings(self, language))

    def openings(self, language: str, word: str, capital: bool) -> tuple[_Opening, ...]:
        """Return how aliases begin with a folded word or with its beginning; remembered.

        `capital`: the text writes the word with a capital, so aliases that need one count too. How they go on
        takes long to find out, and is worth it for words that come again and again.
        """
        known = self._openings.get((language, word, capital))
        if known is None:
            known = _Asked(
                tuple(
                    _Opening(code, prefix, short)
                    for code in _languages(language, word)
                    for prefix in (alias_key(code, ""), *([alias_key(code, "", True)] if capital else ()))
                    if (short := bool(self._trie.prefixes(prefix + word)))
                    or next(self._trie.iterkeys(prefix + word), None) is not None
                )
            )
            if len(self._openings) < REMEMBERED:
                self._openings[language, word, capital] = known
        elif known.times < _OFTEN:
            known.times += 1
            if known.times == _OFTEN:
                further = (_Opening(one.language, one.prefix, one.short, self._onward(one.prefix + word))
                           for one in known.openings)  # fmt: skip
                known.openings = tuple(one for one in further if one.short or one.onward)
        return known.openings

    def _onward(self, begun: str) -> frozenset[str]:
        longer = (key for mark in _PARTING for key in self._trie.iterkeys(begun + mark))
        return frozenset(key[len(begun) : len(begun) + 2] for key in longer)

    def lookup(self, language: str, folded_alias: str) -> tuple[AliasHit, ...]:
        """Return what one whole alias may mean, whatever its capitals, heaviest first."""
        hits: dict[str, AliasHit] = {}
        for code in (language, "mul"):
            for capital in (False, True):
                number = self._trie.get(alias_key(code, folded_alias, capital))
                for hit in self._hits(number) if number is not None else ():
                    hits.setdefault(hit.entity, hit)
        return tuple(hits.values())

    def weights(self, language: str, feature: str) -> tuple[int, ...] | None:
        """Return the weights of a feature of a language's name tagger, or None."""
        value = self._value(weight_key(language, feature))
        return None if value is None else tuple(value.cast("h"))

    def sounding(self, key: str) -> Entity | None:
        """Return the one person whose full name has this sound key, or None."""
        value = self._value(sound_index(key))
        return None if value is None else self._entity_by_index(INDEX.unpack(value)[0])

    def towns(self, country: str, key: str) -> tuple[Entity, ...]:
        """Return the towns of a country whose names have this sound key, words joined; the largest first."""
        value = self._value(town_index(country, key))
        return () if value is None else tuple(map(self._entity_by_index, value.cast("I")))

    def sounds_on(self, key: str) -> bool:
        """Whether the sound key of anybody's full name begins so; remembered."""
        return self._goes_on(sound_index(key))

    def _read_bearers(self, language: str, word: str) -> int:
        value = self._value(given_key(language, fold(word).text))
        return 0 if value is None else int(INDEX.unpack(value)[0])

    def _read_called(self, language: str, family: str) -> tuple[Entity, ...]:
        begun = alias_key(language, fold(family).text)
        found: dict[str, None] = {}
        for key, number in self._trie.iteritems(begun):
            if 0 < len(key) - len(begun) <= 2 and " " not in key:
                found.update((hit.entity, None) for hit in self._hits(number) if hit.type == "PER")
        return tuple(one for one in map(self.entity, found) if one is not None)

    def holder(self, office: str, where: str, on: str | date | None) -> tuple[Entity, ...]:
        """Return who held an office of a country (alpha-3) or organisation (id) on a day.

        A day that nobody's term covers gives nobody; without a day, whoever holds it with no known end.
        """
        day = _ordinal(on)
        return tuple(
            self._entity_by_index(index)
            for index, since, until in self._terms(office, where)
            if (since <= day <= until if day is not None else until == 0xFFFFFFFF)
        )

    def former(self, office: str, where: str, on: str | date | None) -> tuple[Entity, ...]:
        """Return who held an office before a day and no longer did, last holder first."""
        day = _ordinal(on)
        terms = [term for term in self._terms(office, where) if term[2] < (day or 0xFFFFFFFF)]
        ordered = sorted(terms, key=lambda term: -term[2])
        return tuple(dict.fromkeys(self._entity_by_index(index) for index, _, _ in ordered))

    def country_name(self, alpha3: str) -> str:
        """Return a state's English name, or the code itself where it is unknown."""
        state = self.entity(alpha3)
        return alpha3 if state is None else state.name

    def capital(self, alpha3: str) -> Entity | None:
        """Return a state's capital, or None."""
        value = self._value(holder_key("capital", alpha3))
        return None if value is None else self._entity_by_index(HOLDER.unpack_from(value)[0])

    def _terms(self, office: str, where: str) -> list[tuple[int, int, int]]:
        value = self._value(holder_key(office, where))
        return [] if value is None else list(HOLDER.iter_unpack(value))

    def _value(self, key: str) -> memoryview | None:
        number = self._trie.get(key)
        return None if number is None else self._value_by_number(number)

    def _value_by_number(self, number: int) -> memoryview:
        return self._values[self._value_at[number] : self._value_at[number + 1]]

    def _read_hits(self, number: int) -> tuple[AliasHit, ...]:
        return tuple(
            AliasHit(self._id(index), _KINDS[kind], _TYPES[type_], weight, case)
            for index, weight, kind, type_, case in HIT.iter_unpack(self._value_by_number(number))
        )

    def _read_meant(self, aliases: tuple[tuple[str, int], ...], cases: tuple[int, ...]) -> tuple[AliasHit, ...]:
        """Return what aliases of one length (language and number), written with such capitals, may mean."""
        found: list[tuple[str, AliasHit]] = []
        for code, number in aliases:
            hits = [(code, hit) for hit in self._hits(number) if hit.case in cases]
            acronyms = [(code, hit) for code, hit in hits if hit.case == UPPER]
            found += acronyms or hits  # "UN" is the acronym, not the town Un
        return _preferred(found) if found else ()

    def _id(self, index: int) -> str:
        return str(self._ids[self._id_at[index] : self._id_at[index + 1]], "utf-8")

    def _read_entity(self, index: int) -> Entity:
        return self._decoder.decode(self._entities[self._entity_at[index] : self._entity_at[index + 1]])


def read_footer(view: memoryview) -> Footer:
    """Read what a compiled file says of itself. Raises `DataError` where it is no such file."""
    try:
        (length,) = FOOTER_LENGTH.unpack(view[-FOOTER_LENGTH.size :])
        footer = msgspec.msgpack.decode(view[-FOOTER_LENGTH.size - length : -FOOTER_LENGTH.size], type=Footer)
    except Exception as error:
        raise DataError("the compiled knowledge base is damaged: remove it, it is made afresh") from error
    if footer.format != FORMAT:
        raise DataError(f"the compiled knowledge base has format {footer.format}, not {FORMAT}")
    return footer


def _preferred(hits: list[tuple[str, AliasHit]]) -> tuple[AliasHit, ...]:
    """Return each entity's first hit: those of the first language that has any, and names in any language."""
    first = hits[0][0]
    kept: dict[tuple[str, str], AliasHit] = {}
    for code, hit in hits:
        if code == first:
            kept.setdefault((hit.entity, hit.kind), hit)
    entities = {entity for entity, _ in kept}
    for code, hit in hits:
        if code == "mul" and hit.entity not in entities:
            kept.setdefault((hit.entity, hit.kind), hit)
    return tuple(kept.values())


def _languages(language: str, text: str) -> tuple[str, ...]:
    """Return whose aliases are looked for: a text in Latin letters may hold English names too."""
    if not text or text[0] >= "\u0370":
        return (language,)
    return (language, "mul") if language == "en" else (language, "en", "mul")


def _cases_of(written: str) -> tuple[int, ...]:
    """Return what aliases may ask of capitals that words as written have."""
    if not written[0].isupper():
        return (NO_CASE,)
    return tuple(case for case in CASES if case_fits(written, case))


def case_fits(written: str, case: int) -> bool:
    """Whether words as written have the capitals that an alias asks for."""
    if case == NO_CASE:
        return True
    if not written[0].isupper():
        return False
    if case == UPPER:
        return written.isupper()
    return case != CAPITALS or written.rsplit(maxsplit=1)[-1][0].isupper()


def _ordinal(on: str | date | None) -> int | None:
    return date.fromisoformat(on[:10]).toordinal() if isinstance(on, str) else on.toordinal() if on else None
