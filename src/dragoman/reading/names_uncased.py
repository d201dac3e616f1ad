"""Finds names that no list has where scripts have no capitals: what the tagger proposes; without one, unknown
words after a title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..knowledge import Knowledge, fold
from ..records import NameType
from .names_context import Context
from .names_finder import Finder, settle_unlisted
from .names_found import Span
from .names_initials import initialled
from .names_looks import looks_for
from .names_match import is_ending
from .names_places import headed_places
from .names_runs import looking_runs
from .names_sounds import sounding_spans
from .names_titled import titled_runs

__all__ = ["Uncased"]

_LONGEST_UNCASED = 3
_LONGEST_GIVEN = 4
_SHORT = 3
"""Letters, vowel signs among them, up to which a word is a word as often as a given name."""
_MARGIN = 60
"""By how much the tagger must prefer a name to no name; measured on held-out sentences."""
_TITLED_MARGIN = 10
"""The same where a title or honorific stands before it."""
_UNLIKE = -40
"""Below which a word behind a title looks like no name."""
_LIKE = 10
"""From which a word beside a listed person's name looks like one more part of a longer name."""
_SINGLE_MARGIN = 150
"""The same for one word as name of a body or place, which the tagger mistakes most."""


@lru_cache(maxsize=16)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name).text for name in names)


@lru_cache(maxsize=50_000)
def _begins_person(knowledge: Knowledge, code: str, given: frozenset[str], word: str) -> bool:
    """Whether full names of people begin with a word: by the pack, or those of two listed people."""
    return knowledge.bearers(code, word) > 1 or fold(word).text in given


class Uncased(Finder):
    """Scripts without capitals: what the tagger proposes; without one, unknown words after a title."""

    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        super().__init__(context, taken)
        names = context.language.pack.names
        self.given_names = _folded(names.given_names if names is not None else ())
        self.common = context.language.common_words
        self.looks = looks_for(context.knowledge, context.language.code)

    def find(self, number: int) -> Iterator[Span]:
        if self.looks is not None:
            yield from initialled(number, self, self.looks)
        yield from sounding_spans(number, self)
        yield from headed_places(number, self)
        if self.looks is not None:
            yield from titled_runs(number, self, self.looks)
        yield from self._given_runs(number)
        proposals = self.context.proposals.get(number)
        if proposals is None:
            yield from self._after_titles(number)
        else:
            for span, type_, margin in proposals:
                found = self._proposed(span, type_, margin)
                if found is not None:
                    yield found
            yield from self._after_titles(number, marked=True)
        if self.looks is not None:
            yield from looking_runs(number, self, self.looks)
        for hit in self.context.lines[number].hits.get("org-word", ()):
            body = self._body(number, hit.first, hit.last)
            if body is not None:
                yield body

    def _given_runs(self, number: int) -> Iterator[Span]:
        """Yield a given name and the unknown words behind it, where the tagger sees no longer name."""
        tokens = self.context.lines[number].tokens
        longer = {
            token
            for span, type_, margin in self.context.proposals.get(number, ())
            if type_ != "LOC" and span.last > span.first and margin >= _MARGIN
            for token in range(span.first, span.last + 1)
        }
        at = 0
        while at < len(tokens) - 1:
            first, at = at, at + 1
            if first in longer or not (self._given(number, first) or self._of_another(number, first)):
                continue
            last = first
            while last - first < _LONGEST_GIVEN:
                step = self._step(number, last)
                if not step or not (self._given(number, last) or self._family(number, last + step)):
                    break
                last += step
            while last > first and self.hyphened(number, last + 1):
                last += 2
            if last > first:
                yield self.settle_words(number, first, last, "PER", "given name")
                at = last + 1

    def _step(self, number: int, last: int) -> int:
        """Return how many tokens further a name goes on: over a hyphen or a particle (दे, अल), or 0."""
        step = 2 if self.hyphened(number, last + 1) else 1
        if self.context.lines[number].tokens[last + step :][:1] and self._particle(number, last + step):
            step += 1
        return step if self.unknown(number, last + step) else 0

    def _particle(self, number: int, token: int) -> bool:
        """Whether a word is a particle of names that stands before another word nobody knows."""
        return self.context.word(number, token) in self.connectors and self.unknown(number, token + 1)

    def _family(self, number: int, token: int) -> bool:
        """Whether a word is listed as somebody's name and nothing else: a family name."""
        span = self.taken.get((number, token))
        return span is not None and bool(span.hits) and all(hit.type == "PER" for hit in span.hits)

    def _of_another(self, number: int, token: int) -> bool:
        """Whether a listed person's given name stands right before a word of other people's names alone: "ইমরান
        হোসেন" is none of them."""
        span, behind = self.taken.get((number, token)), self.taken.get((number, token + 1))
        if span is None or behind is None or not (self.soft(span) and self.soft(behind)) or span.suffix:
            return False
        if not (self._family(number, token) and self._family(number, token + 1)):
            return False
        if {hit.entity for hit in span.hits} & {hit.entity for hit in behind.hits}:
            return False
        return self._forename(number, token)

    def surname(self, number: int, token: int) -> bool:
        """Whether a word is a listed person's family name and begins nobody's: "राष्ट्रपति ट्रंप" is a whole name."""
        return self._family(number, token) and not self._forename(number, token)

    def _forename(self, number: int, token: int) -> bool:
        """Whether the full name of a listed person begins with a word."""
        word = self.context.lines[number].tokens[token].text
        return self.context.knowledge.bearers(self.context.language.code, word) > 0

    def _given(self, number: int, token: int) -> bool:
        """Whether a word that nobody knows otherwise is a given name: of the pack, or of listed people."""
        word = self.context.lines[number].tokens[token]
        context = self.context
        if len(word.text) <= _SHORT or not _begins_person(
            context.knowledge, context.language.code, self.given_names, word.text
        ):
            return False
        return self.unknown(number, token) and word.norm not in self.context.language.not_names

    def _proposed(self, span: Span, type_: NameType, margin: int) -> Span | None:
        """Settle a proposal of the tagger, unless it is weak or the lists know better."""
        number, (first, last) = span.line, self._bounds(span, type_)
        if first > last or margin < self._least_margin(number, first, last, type_):
            return None
        if type_ == "ORG" and self._generic(number, first, last):
            return None
        inner = {id(s): s for t in range(first, last + 1) if (s := self.taken.get((number, t))) is not None}
        if any(not self._gives_way(listed, first, last, type_) for listed in inner.values()):
            return None
        found = self.span(number, first, last)
        names = self.context.language.pack.names
        if type_ == "ORG" and names is not None:
            self.cut(found, names.organisation_words)
        countries = {hit.entity for s in inner.values() for hit in s.hits[:1] if len(hit.entity) == 3}
        for listed in inner.values():
            listed.reject()
        for token in range(first, last + 1):
            self.taken[number, token] = found
        country = countries.pop() if len(countries) == 1 and type_ == "ORG" else None
        line = self.context.lines[number]
        written = line.text[line.tokens[first].start : found.stem_end or line.tokens[last].end]
        return settle_unlisted(found, type_, written, country, "tagger")

    def _bounds(self, span: Span, type_: NameType) -> tuple[int, int]:
        """Return a proposal's first and last token without title or time words, with its hyphened parts."""
        number, first, last = span.line, span.first, span.last
        tokens = self.context.lines[number].tokens
        if type_ == "PER":
            first = self._after_title(number, first, last)
        while first <= last and (self.context.dated(number, last) or not tokens[last].text[0].isalnum()):
            last -= 1
        while first <= last and not tokens[first].text[0].isalnum():
            first += 1
        while self.hyphened(number, last + 1):
            last += 2
        while first <= last and self.hyphened(number, first - 1):
            first -= 2
        return first, last

    def hyphened(self, number: int, token: int) -> bool:
        """Whether a token is a hyphen between two words that nothing else took."""
        tokens = self.context.lines[number].tokens
        if not 0 < token < len(tokens) - 1 or tokens[token].text not in {"-", "‑", "–"}:
            return False
        joined = tokens[token - 1].end == tokens[token].start and tokens[token].end == tokens[token + 1].start
        return joined and all(
            tokens[at].text[0].isalpha() and (span is None or self.soft(span))
            for at in (token - 1, token + 1)
            for span in [self.taken.get((number, at))]
        )

    def _generic(self, number: int, first: int, last: int) -> bool:
        """Whether all words are a country's and such as name any state's body: the foreign ministry, the
        Armenian government. What they mean is for the reader of mentions to say."""
        bodies = {
            token
            for kind in ("body", "title")
            for hit in self.context.lines[number].hits.get(kind, ())
            for token in range(hit.first, hit.last + 1)
        }
        return all(token in bodies or (number, token) in self.taken for token in range(first, last + 1))

    def _least_margin(self, number: int, first: int, last: int, type_: NameType) -> int:
        if type_ == "PER":
            return _TITLED_MARGIN if self.context.personal(Span(number, first, last)) else _MARGIN
        return _MARGIN if last > first else _SINGLE_MARGIN

    def _gives_way(self, listed: Span, first: int, last: int, type_: NameType) -> bool:
        """Whether a listed name may be part of a longer unlisted one: a country or place in the name of a
        body, one word in a person's name. A listed name that is as long stays."""
        if listed.settled or listed.first < first or listed.last > last or not listed.hits:
            return False
        if listed.last - listed.first >= last - first or (listed.last < last and listed.suffix):
            return False
        if type_ == "ORG":
            return all(hit.type in ("GPE", "LOC", "PER") for hit in listed.hits)
        return type_ == "PER" and (self.soft(listed) or self._longer_name(listed, first, last))

    def _longer_name(self, listed: Span, first: int, last: int) -> bool:
        """Whether a listed person's full name is but a part of somebody else's longer one: "मनमोहन सिंह राठौर"."""
        if self.looks is None or (listed.suffix and listed.last < last):
            return False
        if not all(hit.type == "PER" for hit in listed.hits):
            return False
        line = self.context.lines[listed.line]
        more = [at for at in range(first, last + 1) if not listed.first <= at <= listed.last]
        return all(
            self.unknown(listed.line, at)
            and (self._family(listed.line, at) or self.looks.score(line.tokens[at].norm) >= _LIKE)
            for at in more
        )

    def _after_title(self, number: int, first: int, last: int) -> int:
        """Return the first token of a person's name that belongs to no title or honorific before it."""
        for kind in ("title", "honorific"):
            hit = self.context.starting(number, first, kind)
            if hit is not None and hit.last <= last:
                first = hit.last + 1
        return first

    def _after_titles(self, number: int, marked: bool = False) -> Iterator[Span]:
        """Yield unknown words behind a title; where a tagger has been asked, only those that a case marks."""
        for kind in ("title", "honorific") if not marked else ("title",):
            for hit in self.context.lines[number].hits.get(kind, ()):
                if marked and not self._marked_run(number, hit.last + 1):
                    continue
                span = self._person_after(number, hit.last + 1)
                if span is not None:
                    yield span

    def _marked_run(self, number: int, first: int) -> bool:
        """Whether two or three unknown words, or one that acts, stand right before an adposition."""
        last = first
        while last - first < _LONGEST_UNCASED and self.unknown(number, last):
            last += 1
        roles = {
            hit.payload.item.role for hit in self.context.lines[number].hits.get("marker", ()) if hit.first == last
        }
        return bool(roles) and (last - first > 1 or (last > first and "agent" in roles))

    def unknown(self, number: int, token: int) -> bool:
        if not self.context.is_word(number, token) or len(self.context.word(number, token)) < 2:
            return False
        if self.context.dated(number, token):
            return False
        span = self.taken.get((number, token))
        if span is not None:
            return self.soft(span)
        return (
            not self.context.known(number, token)
            and self.context.lines[number].tokens[token].norm not in self.common
        )

    def _person_after(self, number: int, first: int) -> Span | None:
        last = first
        while last - first < _LONGEST_UNCASED and self.unknown(number, last):
            last += 1
            if self._inflected(number, last - 1):
                break
        if last == first or (last - first == 1 and (number, first) in self.taken):
            return None
        if self.surname(number, first):
            return None
        if last - first == _LONGEST_UNCASED and self.unknown(number, last):
            return None  # too long a stretch of unknown words to be a name
        tokens = self.context.lines[number].tokens[first:last]
        if self.looks is not None and any(self.looks.score(token.norm) < _UNLIKE for token in tokens):
            return None
        span = self.span(number, first, last - 1)
        self.absorb(number, first, last - 1)
        for token in range(first, last):
            self.taken[number, token] = span
        line = self.context.lines[number]
        return settle_unlisted(span, "PER", line.words(first, last - 1), None, "title")

    def _inflected(self, number: int, token: int) -> bool:
        """Whether a word ends as case endings do (two letters or more, so that names are not cut)."""
        norm = self.context.lines[number].tokens[token].norm
        return any(len(norm) - cut >= 2 and is_ending(norm[cut:], self.endings) for cut in range(2, len(norm) - 1))

    def _body(self, number: int, first: int, last: int) -> Span | None:
        """A listed place right before the word of a body makes one name: ঢাকা বিশ্ববিদ্যালয়."""
        before = self.taken.get((number, first - 1))
        if before is None or before.suffix or before.settled or before.last != first - 1:
            return None
        if not any(hit.type in ("GPE", "LOC") and hit.kind != "demonym" for hit in before.hits):
            return None
        if any(len(hit.entity) == 3 and hit.kind != "metonym" for hit in before.hits):
            return None
        span = self.span(number, before.first, last)
        names = self.context.language.pack.names
        self.cut(span, names.organisation_words if names is not None else ())
        before.reject()
        line = self.context.lines[number]
        return settle_unlisted(span, "ORG", line.words(before.first, last), None, "word of a body")
