"""Finds bodies and places that no list has where scripts have capitals and a language gives one to the first
word alone: "Ministry of defence", the newspaper "X", the Black sea, acronyms."""

from __future__ import annotations

from collections.abc import Iterator

from ..packs.names_schema import PlaceHead
from .language import EntryHit
from .names_context import Context
from .names_finder import LONGEST, settle_unlisted
from .names_found import Span
from .names_headed import HeadedFinder
from .names_places import headed_places
from .names_syllabic import syllabic_bodies

__all__ = ["CLOSING", "OPENING", "OpenedFinder"]

_ADJECTIVES = 2
"""Words in small letters between the first word of a body's name and the word for it."""
_LEAST_ACRONYM, _LONGEST_ACRONYM = 3, 6
OPENING = frozenset('«“"„')
CLOSING = frozenset('»”"“')


class OpenedFinder(HeadedFinder):
    """Names that a word of a body or place, or quotation marks, open."""

    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        super().__init__(context, taken)
        names = context.language.pack.names
        self.given_names = frozenset(names.given_names) if names is not None else frozenset[str]()
        self.bodies_open = names is not None and names.person_runs

    def opened(self, number: int) -> Iterator[Span]:
        """Yield the bodies and places of a line that its words open."""
        if self.heads_first and not self.bodies_open:
            yield from syllabic_bodies(number, self)
        yield from headed_places(number, self)
        yield from self.headed(number)
        yield from self._quoted_body(number)
        if self.bodies_open:
            yield from self._opened_body(number)
            yield from self._opened_place(number)
        yield from self._acronyms(number)

    def _titling(self, number: int, token: int) -> bool:
        """Whether a token belongs to a title."""
        hits = self.context.lines[number].hits.get("title", ())
        return any(hit.first <= token <= hit.last for hit in hits)

    def _quoted(self, number: int, first: int, last: int) -> bool:
        """Whether quotation marks stand right around words."""
        context = self.context
        return context.word(number, first - 1) in OPENING and context.word(number, last + 1) in CLOSING

    def _opened_body(self, number: int) -> Iterator[Span]:
        """Yield bodies whose first word alone has a capital: "Ministry of defence", "Republican party"."""
        context = self.context
        for hit in context.lines[number].hits.get("org-word", ()):
            first, last = hit.first, hit.last
            capital = self._body_capital(number, first)
            if not capital:
                opening = self._opening(number, first)
                first, capital = (first, False) if opening is None else (opening, True)
            if not capital or any((number, token) in self.taken for token in range(first + 1, last + 1)):
                continue
            if context.first_word(number, first):
                continue  # any word has a capital there
            body = context.starting(number, first, "body")
            if body is not None and (body.first, body.last) == (first, last):
                continue  # an acronym of a body that every state has: МИД
            if self._of_state(number, last) or (first == hit.first and self._behind_people(number, hit)):
                continue  # a body and its state: they are read apart
            last = self._genitives_end(number, last)
            span = self.span(number, first, last)
            people = self.taken.get((number, first))
            country = people.hits[0].entity if people is not None and people.hits else None
            for token in range(first, last + 1):
                inner = self.taken.get((number, token))
                if inner is not None:
                    inner.reject()
                self.taken[number, token] = span
            line = context.lines[number]
            yield settle_unlisted(span, "ORG", line.words(first, last), country, "word of a body")

    def _opening(self, number: int, token: int) -> int | None:
        """Return the adjective with a capital that opens the name of a body, up to two others between: "Немецкого
        футбольного союза". Inside a sentence a people's adjective has a capital in names alone."""
        names = self.context.language.pack.names
        for at in range(token - 1, token - 2 - _ADJECTIVES, -1):
            word = self.context.word(number, at)
            if self._body_capital(number, at) or self._demonym(number, at):
                return at
            if names is None or not word.islower() or not word.endswith(names.person_never):
                return None
        return None

    def _demonym(self, number: int, token: int) -> bool:
        """Whether a word with a capital is a people's adjective alone."""
        span = self.taken.get((number, token))
        return (
            span is not None
            and span.single
            and not span.settled
            and self.context.word(number, token)[:1].isupper()
            and bool(span.hits)
            and all(hit.kind == "demonym" for hit in span.hits)
        )

    def _behind_people(self, number: int, hit: EntryHit) -> bool:
        """Whether a people's adjective stands right before a listed word for a body: "филиппинский МИД"."""
        listed = any(
            h.first == hit.first and h.last == hit.last for h in self.context.lines[number].hits.get("body", ())
        )
        span = self.taken.get((number, hit.first - 1)) if hit.first else None
        return listed and span is not None and bool(span.hits) and all(h.kind == "demonym" for h in span.hits)

    def _of_state(self, number: int, last: int) -> bool:
        """Whether a word for a body of a state ends at a token and a listed state stands right behind it."""
        bodies = self.context.lines[number].hits.get("body", ())
        state = self.taken.get((number, last + 1))
        named = state is not None and any(hit.type == "GPE" for hit in state.hits)
        return named and any(hit.last == last for hit in bodies)

    def _opened_place(self, number: int) -> Iterator[Span]:
        """Yield places of an adjective with a capital and what they are: the Black sea."""
        names, line = self.context.language.pack.names, self.context.lines[number]
        for hit in line.hits.get("place-word", ()):
            first = hit.first - 1
            if first < 0 or not self._body_capital(number, first) or self.context.first_word(number, first):
                continue
            if names is None or not line.tokens[first].norm.endswith(names.person_never):
                continue
            if any((number, token) in self.taken for token in range(hit.first, hit.last + 1)):
                continue
            span = self.span(number, first, hit.last)
            for token in range(first, hit.last + 1):
                self.taken[number, token] = span
            natural = any(
                isinstance(one.payload.item, PlaceHead) for one in line.hits["place-word"] if one.last == hit.last
            )
            yield settle_unlisted(span, "LOC" if natural else "GPE", line.words(first, hit.last), None, "capitals")

    def _acronyms(self, number: int) -> Iterator[Span]:
        """Yield words all in capitals: mostly bodies, and what else is common the pack has as no names."""
        context = self.context
        for at, token in enumerate(context.lines[number].tokens):
            short = _LEAST_ACRONYM <= len(token.text) <= _LONGEST_ACRONYM
            if not short or not token.text.isupper() or not token.text.isalpha() or (number, at) in self.taken:
                continue
            following = context.lines[number].tokens[at + 1 : at + 2]
            if following and following[0].start == token.end and following[0].text[0].isdigit():
                continue  # COP25
            if context.known(number, at) or token.norm in context.language.not_names or _is_roman(token.text):
                continue
            span = self.span(number, at, at)
            self.taken[number, at] = span
            yield settle_unlisted(span, "ORG", token.text, None, "capitals")

    def _body_capital(self, number: int, token: int) -> bool:
        """Whether a capital tells the first word of a body's name: any inside a sentence, or that of an unknown
        adjective."""
        word = self.context.word(number, token)
        if not word[:1].isupper() or word[0] < "\u0370" or self._titling(number, token):
            return False
        return (number, token) not in self.taken

    def _genitives_end(self, number: int, last: int) -> int:
        """Return the last of up to four words behind a body's that seem to depend on it, a country's name
        among them."""
        inflection, names = self.context.language.inflection, self.context.language.pack.names
        assert names is not None
        end = last
        for token in range(last + 1, last + 1 + LONGEST):
            if not self.context.is_word(number, token) or self._speaks(number, token):
                break
            span = self.taken.get((number, token))
            norm = self.context.lines[number].tokens[token].norm
            genitive = any(
                "genitive" in analysis.tags and analysis.stem[:-1] != norm for analysis in inflection.noun(norm)
            )
            undeclined = token == last + 1 and self._undeclined(number, token)
            if norm in self.context.language.identify or not (genitive or undeclined):
                break
            if token > last + 1 and norm in self.given_names:
                break
            end = token if span is None else max(token, span.last)
            if span is not None and any(len(hit.entity) == 3 for hit in span.hits):
                break  # the state whose body it is ends the name
        return end

    def _undeclined(self, number: int, token: int) -> bool:
        """Whether one unknown word with a capital stands behind the word for a body: Университета Отаго."""
        context = self.context
        return (
            context.word(number, token)[:1].isupper()
            and (number, token) not in self.taken
            and not context.word(number, token + 1)[:1].isupper()
            and not context.known(number, token)
            and context.lines[number].tokens[token].norm not in self.given_names
        )

    def _quoted_body(self, number: int) -> Iterator[Span]:
        """Yield what stands in quotation marks behind the word for a body: the newspaper "X"."""
        for hit in self.context.lines[number].hits.get("org-word", ()):
            first = hit.last + 2
            if self.context.word(number, hit.last + 1) not in OPENING or (number, first) in self.taken:
                continue
            last = first
            while last - first < LONGEST and self.context.word(number, last + 1) not in {*CLOSING, ""}:
                last += 1
            if not self.context.word(number, first)[:1].isupper():
                continue
            if self.context.word(number, last + 1) in CLOSING:
                span = self.span(number, first, last)
                self.absorb(number, first, last)
                for token in range(first, last + 1):
                    self.taken[number, token] = span
                line = self.context.lines[number]
                yield settle_unlisted(span, "ORG", line.words(first, last), None, "word of a body")

    def _spoken(self, number: int, token: int) -> bool:
        return self.context.ending(number, token, "reporting") is not None

    def _speaks(self, number: int, token: int) -> bool:
        return self.context.starting(number, token, "reporting") is not None


def _is_roman(word: str) -> bool:
    """Whether a word in capitals may be a Roman number."""
    return set(word) <= set("IVXLCDMХ")
