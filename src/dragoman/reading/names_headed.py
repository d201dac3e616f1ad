"""Finds bodies and buildings by the word that says what they are, whatever the words beside it mean alone:
"Malaysia Airlines", "Hamid Karzai International Airport", sân bay Muan, площадь Независимости."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..records import NameType
from .language import Language
from .names_context import Context
from .names_finder import Finder
from .names_found import Span

__all__ = ["HeadedFinder"]

_LONGEST = 5
"""Words beside the one that says what the name is."""
_STATE = 3
"""Letters of a state's id."""
_OF = frozenset(("of", "for", "against"))
_INSIDE = _OF | {"the", "and", "on"}
"""Lower-case words inside what a body is of or for."""
_HYPHENS = {"-", "‑"}


@lru_cache(maxsize=64)
def _heads(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return a language's words for buildings, and those of bodies that make a name with their state."""
    names = language.pack.names
    if names is None:
        return frozenset(), frozenset()
    return frozenset(map(language.folding, names.facility_words)), frozenset(
        map(language.folding, names.named_bodies)
    )


class HeadedFinder(Finder):
    """Names in scripts with capitals that a word for a building or the last word of a body shows."""

    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        super().__init__(context, taken)
        self.facilities, self.of_state = _heads(context.language)
        self._pairs = frozenset(word.split()[0] for word in self.facilities if " " in word)
        """First words of those for buildings that are two."""
        self.heads_first = context.language.text.modifier == "after" or context.language.inflection.replaces

    def headed(self, number: int) -> Iterator[Span]:
        """Yield the bodies and buildings of a line."""
        if not self.facilities and self.heads_first:
            return
        tokens = self.context.lines[number].tokens
        capitals = [token.text[0].isupper() for token in tokens]
        if True not in capitals:
            return
        around = zip(
            (False, *capitals), capitals, (*capitals[1:], False), (*capitals[2:], False, False), strict=False
        )
        for at, near in enumerate(around):
            if True not in near:
                continue
            width = self._facility(number, at)
            if width and self.heads_first:
                last = self._capitals_end(number, at + width)
                if last >= at + width and self._free(number, at + width, last):
                    yield self.settle_words(number, at, last, "FAC", "word of a place")
                    continue
            if not self.context.word(number, at)[:1].isupper() and not (width and self.heads_first):
                continue
            type_ = "FAC" if width else self._body(number, at)
            if type_ is not None:
                yield from self._before(number, at, type_)

    def _facility(self, number: int, at: int) -> int:
        """Return how many words at a token name a kind of building: none, one or two."""
        if not self.facilities:
            return 0
        tokens = self.context.lines[number].tokens
        norm = tokens[at].norm
        paired = norm in self._pairs and at + 1 < len(tokens)
        if paired and f"{norm} {tokens[at + 1].norm}" in self.facilities:
            return 2
        inflection = self.context.language.inflection
        forms = inflection.citations(norm) if inflection.replaces else ()
        return int(norm in self.facilities or not self.facilities.isdisjoint(forms))

    def _body(self, number: int, at: int) -> NameType | None:
        """Return ORG where a word with a capital ends the name of a body that is not its state's alone."""
        if self.heads_first or self.context.ending(number, at, "org-word") is None:
            return None
        hits = self.context.lines[number].hits.get("body", ())
        words = self.context.lines[number].tokens
        own = any(
            hit.first <= at <= hit.last
            and not self.of_state.isdisjoint(t.norm for t in words[hit.first : hit.last + 1])
            for hit in hits
        )
        return None if own else "ORG"

    def _before(self, number: int, at: int, type_: NameType) -> Iterator[Span]:
        """Yield the capitalised words before a word that says what they are, with it."""
        first = at
        last = self._of_end(number, at) if type_ == "ORG" else at
        while at - first < _LONGEST and self._may_begin(number, first - 1):
            first -= 1
        while first < at and (
            self.context.word(number, first) in self.connectors
            or not self.context.is_word(number, first)
            or self.context.lines[number].tokens[first].norm in self.context.language.identify
            or (self.context.first_word(number, first) and self.context.known(number, first))
            or self.context.ending(number, first, "title") is not None
        ):
            first += 1
        if self.heads_first and not self._adjective(number, at - 1):
            return
        first = max(first, at - 1) if self.heads_first else first
        if first < last and self._free(number, first, last):
            states = {hit.entity for token in range(at, last + 1) if (span := self.taken.get((number, token)))
                      for hit in span.hits if len(hit.entity) == _STATE}  # fmt: skip
            opened = self._opening_state(number, first) if type_ == "ORG" and not self.heads_first else None
            found = self.settle_words(
                number, first, last, type_, "word of a body" if type_ == "ORG" else "word of a place"
            )
            found.country = next(iter(states)) if len(states) == 1 else opened
            yield found

    def _opening_state(self, number: int, first: int) -> str | None:
        """Return the state whose name or people a body's name begins with: the Kenyan Union of Teachers."""
        span = self.taken.get((number, first))
        if span is None or not span.single or span.settled:
            return None
        states = {hit.entity for hit in span.hits}
        state = next(iter(states)) if len(states) == 1 else ""
        return state if len(state) == _STATE else None

    def _of_end(self, number: int, at: int) -> int:
        """Return the last token of what a body is of or for: the Bank of Kenya, the Movement for Renewal."""
        context = self.context
        last, token = at, at + 1
        if context.word(number, token) not in _OF:
            return at
        while token - at <= _LONGEST + 1:
            while context.word(number, token) in _INSIDE and token - last <= 2:
                token += 1
            word = context.word(number, token)
            if not word[:1].isupper() or context.dated(number, token):
                break
            if context.ending(number, token, "title") is not None:
                break
            last, token = token, token + 1
        return last

    def _adjective(self, number: int, token: int) -> bool:
        names = self.context.language.pack.names
        word = self.context.word(number, token)
        return names is not None and word[:1].isupper() and word.lower().endswith(names.person_never)

    def _may_begin(self, number: int, token: int) -> bool:
        """Whether a token before a name may belong to it: a word with a capital, or what joins two."""
        word = self.context.word(number, token)
        if word in _HYPHENS or word in self.connectors:
            return self.context.word(number, token - 1)[:1].isupper()
        return word[:1].isupper() and not self.context.dated(number, token)

    def _capitals_end(self, number: int, first: int) -> int:
        """Return the last of the words with capitals that begin at a token; the one before it where none does."""
        last = first
        while last - first < _LONGEST and (
            self.context.word(number, last)[:1].isupper()
            or (self.context.word(number, last) in _HYPHENS and self.context.word(number, last + 1)[:1].isupper())
        ):
            last += 1
        return last - 1

    def _free(self, number: int, first: int, last: int) -> bool:
        """Whether no listed name is all of the words or goes on beyond them, nor several of them a body."""
        spans = {id(s): s for t in range(first, last + 1) if (s := self.taken.get((number, t))) is not None}
        return all(
            not span.settled
            and span.first >= first
            and span.last <= last
            and span.last - span.first < last - first
            and not (span.last == last and span.last > span.first and any(hit.type == "ORG" for hit in span.hits))
            for span in spans.values()
        )
