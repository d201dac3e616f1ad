"""Finds names that no list has where words are blocks of syllables without capitals, titles stand behind the
name and particles are glued to it (Korean).

A family name of one syllable is a person only with a title glued or right behind (박씨, 곽 교수), with an age in
brackets behind it, or with two syllables that given names are made of. Foreign names show by a listed given name
or a title behind; bodies and places by what their last word ends in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..records import NameType
from .names_context import Context
from .names_finder import Finder, settle_unlisted
from .names_foreign import agrees, foreign_run
from .names_found import Span
from .names_looks import looks_for
from .names_match import is_ending, stem_end
from .names_places import headed_places
from .names_sounds import sounding_spans

__all__ = ["Syllables"]

_LETTER = re.compile(r"[A-Z]{1,2}(?=[^\W\dA-Za-z])")
"""A letter that stands for somebody unnamed, before a syllable."""
_ACRONYM = re.compile(r"[A-Z]{2,6}(?![A-Za-z])")
_FULL = 3
_LONGEST_FOREIGN = 6
"""Syllables of a foreign name at the most."""
_LEAST_FOREIGN = 2
_DIGITS = 2
_SURELY_THIRD = 30
"""How much a third word of a foreign person must look like a name."""
_ALIKE, _SURE = 0, 15
"""How much a word must look like a name before a title, and before the glued word for a river."""


class Syllables(Finder):
    """Names by family names, titles behind them and endings of words."""

    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        super().__init__(context, taken)
        names = context.language.pack.names
        assert names is not None
        self.sure = frozenset(names.family_names)
        self.families = self.sure | frozenset(names.rare_family_names)
        self.never_given = frozenset(names.never_given)
        self.generic = frozenset(names.organisation_words)
        self.honorifics = frozenset(names.honorifics)
        self.given = frozenset(names.given_syllables)
        self.given_names = frozenset(names.given_names)
        self.common = frozenset(names.common)
        self.looks = looks_for(context.knowledge, context.language.code)
        self.glued: dict[str, list[str]] = {}
        """Titles that may be glued to a name, by their first syllable."""
        for form in names.following:
            if " " not in form:
                self.glued.setdefault(form[0], []).append(form.rstrip("~"))
        self.heads: tuple[tuple[NameType, str], ...] = tuple(
            (head.type, form) for head in names.place_heads if head.glued for form in head.forms
        )
        self.last_words: tuple[tuple[NameType, tuple[str, ...], tuple[str, ...]], ...] = (
            ("ORG", *_by_length(names.body_endings)),
            ("FAC", (), names.facility_words),
            ("LOC", *_by_length(names.place_endings)),
        )

    def find(self, number: int) -> Iterator[Span]:
        """Yield the unlisted names of a line."""
        yield from sounding_spans(number, self)
        yield from headed_places(number, self)
        tokens = self.context.lines[number].tokens
        at = 0
        while at < len(tokens):
            if not tokens[at].text[0].isalpha():
                at += 1
                continue
            span = None if (number, at) in self.taken else self._acronym(number, at) or self._ending(number, at)
            if span is None and self.looks is not None:
                span = foreign_run(number, at, self, self.looks)
            if span is None and (number, at) not in self.taken:
                span = self._person(number, at) or self._foreign(number, at)
            if span is not None:
                yield span
                at = span.last + 1
            else:
                at += 1

    def stems(self, word: str) -> tuple[str, ...]:
        """Return a word without particles, longest first."""
        return _stems(word, self.endings)

    def settled(self, number: int, first: int, last: int, stem: str, type_: NameType, how: str) -> Span:
        """Settle tokens as a name whose last word is `stem` and an ending."""
        line = self.context.lines[number]
        words = [token.norm for token in line.tokens[first:last]] + [stem]
        end = stem_end(line.tokens[last], stem)
        span = Span(number, first, last, alias=" ".join(words), stem_end=end, words=tuple(words))
        self.absorb(number, first, last)
        for token in range(first, last + 1):
            self.taken[number, token] = span
        written = line.text[line.tokens[first].start : end or line.tokens[last].end]
        settle_unlisted(span, type_, written, None, how)
        if len(stem) == 1 and first == last:
            span.entity = None  # a fifth of all Koreans are Kim: alone it is nobody's id
        return span

    def _acronym(self, number: int, at: int) -> Span | None:
        """Return a body by the Latin capitals that it is known by."""
        token = self.context.lines[number].tokens[at]
        letters = _ACRONYM.match(token.text)
        before = self.context.word(number, at - 1)
        if before[-1:].isdigit() and self.context.lines[number].tokens[at - 1].end == token.start:
            return None  # "2NE1"
        if letters is None or letters[0] in self.context.language.not_names:
            return None
        stem = token.norm[: letters.end()]
        if stem in self.context.language.not_names or not is_ending(token.norm[letters.end() :], self.endings):
            return None
        return self.settled(number, at, at, stem, "ORG", "capitals")

    def _person(self, number: int, at: int) -> Span | None:
        token = self.context.lines[number].tokens[at]
        letter = _LETTER.match(token.text)
        if letter is not None and self.titled_rest(token.norm[letter.end() :]):
            return self.settled(number, at, at, token.norm[: letter.end()], "PER", "title")
        lettered = len(token.text) == 1 and token.text.isascii() and token.text.isupper()
        if lettered and (self._title_behind(number, at) or self._aged(number, at)):
            return self.settled(number, at, at, token.norm, "PER", "title")
        word, line = token.norm, self.context.lines[number]
        counted = at > 0 and line.tokens[at - 1].end == token.start and line.tokens[at - 1].text[-1].isdigit()
        if counted or any(stem in self.common for stem in self.stems(word)):
            return None
        for family in {word[:2], word[:1]} & self.families:
            for length in (len(family) + 2, len(family) + 1, len(family)):
                stem, rest = word[:length], word[length:]
                sure = family in self.sure or any(rest.startswith(form) for form in self.honorifics)
                if sure and len(stem) == length and self.titled_rest(rest) and self._namely(stem, family):
                    return self.settled(number, at, at, stem, "PER", "title")
        return self._full(number, at, word)

    def titled_rest(self, rest: str) -> bool:
        """Whether a title is glued to a name, itself with or without particle."""
        return bool(rest) and any(
            rest.startswith(form) and is_ending(rest[len(form) :], self.endings)
            for form in self.glued.get(rest[0], ())
        )

    def _namely(self, stem: str, family: str) -> bool:
        given = stem[len(family) :]
        return stem not in self.common and set(given) <= self.given

    def _full(self, number: int, at: int, word: str) -> Span | None:
        """Return a whole name with what shows it: a title, an age, or syllables that given names are made of."""
        for stem in self.stems(word):
            families = {stem[:2], stem[:1]} & self.families
            family = max(families, key=len, default="")
            if not family or stem in self.common or len(stem) > len(family) + 2:
                continue
            marked = word == stem and (self._title_behind(number, at) or self._aged(number, at))
            alone = len(stem) == 1 and family in self.sure
            named = len(stem) > len(family) and self._namely(stem, family)
            if marked and not self.context.known(number, at) and (alone or named):
                return self.settled(number, at, at, stem, "PER", "title")
            whole = len(stem) == len(family) + 2 and self._namely(stem, family)
            if whole and family in self.sure:
                if self.context.known(number, at) or word in self.common:
                    return None
                if stem[-1] in self.never_given:
                    return None
                return self.settled(number, at, at, stem, "PER", "family name")
        return None

    def _title_behind(self, number: int, at: int) -> bool:
        """Whether a title stands right behind a word, with or without a particle of its own."""
        context = self.context
        if context.starting(number, at + 1, "title") or context.starting(number, at + 1, "following"):
            return True
        if not context.is_word(number, at + 1):
            return False
        return self.titled_rest(context.lines[number].tokens[at + 1].norm)

    def _aged(self, number: int, at: int) -> bool:
        """Whether an age in brackets stands right behind a word."""
        context = self.context
        age = context.word(number, at + 2)
        return context.word(number, at + 1) == "(" and age[:_DIGITS].isdigit() and len(age) <= _DIGITS + 1

    def _foreign(self, number: int, at: int) -> Span | None:
        """Return a foreign name: a listed given name and the word behind it, or an unknown word before a title."""
        context, tokens = self.context, self.context.lines[number].tokens
        word = tokens[at].norm
        if self._given_foreign(word) and context.is_word(number, at + 1) and (number, at + 1) not in self.taken:
            after = tokens[at + 1].norm
            if not context.known(number, at + 1) and not self.titled_rest(after) and after not in self.common:
                stem = self._unmarked(number, at + 1, after)
                if len(stem) <= _LONGEST_FOREIGN:
                    last, stem = self._third(number, at + 1, stem)
                    return self.settled(number, at, last, stem, "PER", "given name")
        if context.known(number, at) or word in self.common or word.endswith(self.last_words[0][2]):
            return None
        if not (_LEAST_FOREIGN <= len(word) <= _LONGEST_FOREIGN) or self._inflected(word):
            return None
        if self._titled_foreign(number, at + 1):
            titled = context.is_word(number, at + 1) and (number, at + 1) not in self.taken
            if (
                titled
                and not context.starting(number, at + 1, "title")
                and not self._inflected(tokens[at + 1].norm)
            ):
                return self.settled(number, at, at + 1, tokens[at + 1].norm, "PER", "title")
        alike = self.looks is None or self.looks.score(word) > _ALIKE
        if alike and len(word) > _LEAST_FOREIGN and context.starting(number, at + 1, "title"):
            return self.settled(number, at, at, word, "PER", "title")
        return None

    def _unmarked(self, number: int, at: int, word: str) -> str:
        """Return the last word of a name without particles, which part no name from its title."""
        if any(self.context.starting(number, at + 1, kind) for kind in ("title", "following", "former")):
            return word
        stems = list(self.stems(word))
        short = next((s for s in stems if agrees(s, word[len(s) :])), None)
        return short or next((s for s in reversed(stems) if len(s) >= _LEAST_FOREIGN), word)

    def _third(self, number: int, last: int, stem: str) -> tuple[int, str]:
        """Return the last token of a foreign name of two or three words, and that word without particle."""
        tokens = self.context.lines[number].tokens
        norm = tokens[last + 1].norm if self.context.is_word(number, last + 1) else ""
        if self.looks is None or stem != tokens[last].norm or not norm or norm in self.common:
            return last, stem
        if self.context.known(number, last + 1) or self.titled_rest(norm):
            return last, stem
        listed = self.taken.get((number, last + 1))
        if listed is not None:
            person = self.soft(listed) and all(hit.type == "PER" for hit in listed.hits)
            return (last + 1, norm.removesuffix(listed.suffix)) if person else (last, stem)
        best = max((one for one in self.stems(norm) if len(one) > 1), key=self.looks.score, default=norm)
        if len(best) > _LEAST_FOREIGN and self.looks.score(best) > _SURELY_THIRD:
            return last + 1, best
        return last, stem

    def _titled_foreign(self, number: int, at: int) -> bool:
        """Whether a word that nobody knows stands right before a title: the last of a foreign name."""
        context = self.context
        word = context.word(number, at)
        return (
            _LEAST_FOREIGN < len(word) <= _LONGEST_FOREIGN
            and not any(
                len(word) == len(family) + 2 and self._namely(word, family)
                for family in {word[:2], word[:1]} & self.families
            )
            and context.is_word(number, at)
            and not context.known(number, at)
            and word not in self.common
            and not word.endswith(self.last_words[0][2])
            and (context.starting(number, at + 1, "title") or context.starting(number, at + 1, "following"))
            is not None
        )

    def _inflected(self, word: str) -> bool:
        """Whether a word ends as one with a particle does."""
        return any(word[cut:] in self.endings for cut in range(2, len(word)))

    def _given_foreign(self, word: str) -> bool:
        """Whether a word is a foreign given name: of the pack, or of two listed people."""
        if word in self.given_names:
            return True
        return len(word) >= _LEAST_FOREIGN and self.context.knowledge.bearers(self.context.language.code, word) > 1

    def _ending(self, number: int, at: int) -> Span | None:
        """Return a body or place that shows by what its word ends in."""
        token = self.context.lines[number].tokens[at]
        brief = len(token.norm) <= _FULL + 1
        if brief and self._title_behind(number, at) and {token.norm[:2], token.norm[:1]} & self.families:
            return None
        for stem in self.stems(token.norm):
            if len(stem) < _FULL or stem in self.common:
                continue
            for type_, short, long in self.last_words:
                fits = stem.endswith(long) or (len(stem) == _FULL and stem.endswith(short))
                if fits and stem not in self.generic:
                    return self.settled(number, at, at, stem, type_, "word of a body")
            for type_, head in self.heads:
                if stem.endswith(head) and self._headed(stem[: -len(head)]):
                    return self.settled(number, at, at, stem, type_, "word of a place")
        return None

    def _headed(self, name: str) -> bool:
        """Whether what stands before a head in one word looks like a name, and is no listed place: 칠레산 is made
        in Chile."""
        if len(name) < _LEAST_FOREIGN or self.looks is None or self.looks.score(name) <= _SURE:
            return False
        return not any(
            hit.type == "GPE" for hit in self.context.knowledge.lookup(self.context.language.code, name)
        )


@lru_cache(maxsize=50_000)
def _stems(word: str, endings: frozenset[str]) -> tuple[str, ...]:
    return tuple(word[:cut] for cut in range(len(word), 0, -1) if is_ending(word[cut:], endings))


def _by_length(endings: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return endings of one syllable, which tell something of short words alone, and longer ones."""
    return tuple(end for end in endings if len(end) == 1), tuple(end for end in endings if len(end) > 1)
