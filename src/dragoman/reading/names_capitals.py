"""Finds names that no list has where scripts have capitals: runs of words that begin with one."""

from __future__ import annotations

from collections.abc import Iterator

from ..packs.schema import Tag
from .names_apposed import (
    BODY_CONNECTORS,
    attached,
    bare_name,
    dateline_end,
    of_things,
)
from .names_capital_runs import CapitalRuns
from .names_finder import settle_unlisted
from .names_found import Span

__all__ = ["Capitals"]

_LARGE = 500
"""Weight of a listed city that is no first name as well."""


class Capitals(CapitalRuns):
    """Scripts with capitals: runs of capitalised words."""

    def find(self, number: int) -> Iterator[Span]:
        line = self.context.lines[number]
        if self.context.titled(number):
            return
        yield from self.opened(number)
        end = dateline_end(self.context, number) if self.apart else -1
        if end >= 0 and not self._listed(number, 0, end):
            yield self.settle_words(number, 0, end, "GPE", "capitals")
        at = 0
        while at < len(line.tokens):
            if not line.tokens[at].text[0].isupper():
                at += 1
                continue
            end = self._run_end(number, at)
            if end > at:
                yield from self._read(number, at, end - 1)
                at = end
            else:
                at += 1

    def _listed(self, number: int, first: int, last: int) -> bool:
        """Whether one listed name covers just these tokens."""
        span = self.taken.get((number, first))
        return span is not None and (span.first, span.last) == (first, last)

    def _read(self, number: int, first: int, last: int) -> Iterator[Span]:
        inner = self.taken.get((number, first))
        if inner is not None and inner.last >= last:
            return
        if inner is not None and self._owner(number, inner, last):
            first = inner.last + 1
        words = self._words(number, first, last)
        type_ = self._type(number, first, last, len(words))
        if (
            type_ is None
            and self.apart
            and not of_things(self.context, number, first, last)
            and bare_name(self.context, number, words, first, last)
        ):
            type_ = "PER"
        if type_ is None:
            return
        if type_ == "ORG":
            last = self._body_end(number, last)
        span = self.span(number, first, last)
        self.absorb(number, first, last)
        line = self.context.lines[number]
        if type_ == "GPE" and words == [first]:
            self._places.update(self._cited(number, first))
        written = line.words(first, last)
        if type_ == "PER" and self.given_names and len(span.words) > 1:
            span.words = self._nominative(span.words)
            span.alias = " ".join(span.words)
            written = " ".join(word.capitalize() for word in span.words)
        yield settle_unlisted(span, type_, written, None, "capitals")

    def _words(self, number: int, first: int, last: int) -> list[int]:
        """Return the tokens that are words; where names have one word mostly, a hyphen makes one of two."""
        words = [t for t in range(first, last + 1) if self.context.is_word(number, t)]
        if self.apart:
            words = [t for t in words if t in (first, last) or self.context.word(number, t) not in self.connectors]
            return [t for t in words if t == first or self._word_apart(number, t, first)]
        if not self.bodies_open or first == last:
            return words
        joined = all(self._hyphen(number, t) for t in range(first + 1, last, 2)) and (last - first) % 2 == 0
        return words[:1] if joined and not self._given(number, first) else words

    def _word_apart(self, number: int, token: int, first: int) -> bool:
        """Whether no hyphen joins a token to the one before, but in a listed family name: "Rifaat al-Assad"."""
        listed = self.taken.get((number, token))
        family = listed is not None and first < listed.first < token == listed.last and self.soft(listed)
        return family or not attached(self.context, number, token - 1)

    def _owner(self, number: int, inner: Span, last: int) -> bool:
        """Whether a listed place or body stands between a title and the two words or more of its bearer's name:
        the mayor of X, in scripts that need no word for it."""
        if not self.heads_first or self.context.ending(number, inner.first - 1, "title") is None:
            return False
        people = any(hit.type == "PER" for hit in inner.hits)
        small = all(hit.entity.startswith("geonames:") and hit.weight < _LARGE for hit in inner.hits)
        return not people and not small and len(self._words(number, inner.last + 1, last)) > 1

    def _nominative(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return a person's name in the nominative where a listed given name at its start tells the case."""
        noun = self.context.language.inflection.noun
        if words[0] in self.given_names:
            return words
        given = [one for one in noun(words[0]) if one.stem in self.given_names]
        if not given:
            return words
        cases = frozenset[Tag]().union(*(one.tags for one in given))
        rest = (
            next((one.stem for one in noun(word) if not cases or one.tags & cases), word) for word in words[1:]
        )
        return given[0].stem, *rest

    def _body_end(self, number: int, last: int) -> int:
        """Return the last token of a body's name: "Ministry" goes on in "of Foreign Affairs"."""
        if not self.context.ending(number, last, "org-word"):
            return last
        token = last + 1
        while self.context.word(number, token) in BODY_CONNECTORS:
            token += 1
        end = token
        while self.context.word(number, end)[:1].isupper() and (number, end) not in self.taken:
            end += 1
        return end - 1 if end > token > last + 1 else last
