"""Runs of capitalised words: where one ends, and what kind of name it is."""

from __future__ import annotations

from ..records import NameType
from .names_apposed import (
    aged,
    attached,
    described,
    known_as,
    listed_with,
    of_things,
    titled_beside,
)
from .names_bodies import OPENING, OpenedFinder
from .names_context import Context
from .names_finder import LONGEST
from .names_found import Span

__all__ = ["CapitalRuns"]

_OWNED = {"'s", "’s"}
_MARKS = frozenset("\"'“”‘’")
_LONGEST_RUN = 3
_LEAST_ALONE = 4
"""Letters of one word that is taken for a family name where nothing beside it says so."""


class CapitalRuns(OpenedFinder):
    """Tells how far a run of capitalised words reaches, and whom or what it names."""

    _alone: set[str] | None = None
    """Capitalised words that stand alone somewhere inside a sentence."""

    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        super().__init__(context, taken)
        names = context.language.pack.names
        self.person_clauses = frozenset(names.person_clauses) if names is not None else frozenset[str]()
        self.apart = not self.bodies_open and not self.heads_first
        """Modifiers stand before, and each word of a name has a capital (English)."""
        self._places: set[str] = set()
        """What words taken for places so far may be cases of."""

    def _capital(self, number: int, token: int) -> bool:
        word = self.context.word(number, token)
        if not word[:1].isupper() or (len(word) > 1 and word.isupper()):
            return False
        if self.apart and word.lower() in self.context.language.identify:
            return False  # "NIAMEY — In Petobo": what opens a sentence behind its place
        span = self.taken.get((number, token))
        if span is not None:
            return self.soft(span)
        if (
            self.context.dated(number, token)
            or self.context.ending(number, token, "honorific")
            or (self._titling(number, token) and not self._family_like_title(number, token))
        ):
            return False
        if not self.context.first_word(number, token):
            return True
        if self._given(number, token):
            return True
        norm = self.context.lines[number].tokens[token].norm
        after = self.context.is_word(number, token + 1) and self._given(number, token + 1)
        if self.bodies_open and (after or norm in self.context.language.not_names):
            return False
        if self._hyphen(number, token + 1) and norm in self.connectors:
            return self._capital(number, token + 2)
        if self.context.word(number, token + 1) in self.connectors:
            following = token + 3 if self._hyphen(number, token + 2) else token + 2
            if not self.context.known(number, token) and self._capital(number, following):
                return True  # "Amarildo da Costa", "Rifaat al-Assad"
        common = self.context.known(number, token) or word.lower() in self.context.written
        if common and not self.heads_first and self.context.starting(number, token, "org-word") is not None:
            common = word.lower() in self.context.written  # "Radio X", "Grupo Y" at the head of a sentence
        return not common and self._capital(number, token + 1)

    def _family_like_title(self, number: int, token: int) -> bool:
        """Whether a title's one word ends a name that a listed given name opens: Tom King, John Bishop."""
        if not self.apart or self.context.word(number, token - 1).islower():
            return False
        longer = any(hit.last > hit.first for hit in self.context.lines[number].at[token])
        following = self.context.word(number, token + 1)
        return token > 0 and not longer and not following[:1].isupper() and self._given(number, token - 1)

    def soft(self, span: Span) -> bool:
        """Whether a listed span may be part of a longer name; so may one with a particle (da Silva)."""
        if span.single or span.settled:
            return super().soft(span)
        particle = self.context.word(span.line, span.first) in self.connectors
        return particle and all(hit.type == "PER" for hit in span.hits)

    def _hyphen(self, number: int, token: int) -> bool:
        return self.context.word(number, token) in {"-", "‑"}

    def _given(self, number: int, token: int) -> bool:
        """Whether a word is a listed given name in some case."""
        norm = self.context.lines[number].tokens[token].norm
        forms = self.context.language.inflection.citations(norm)
        return bool(self.given_names) and not self.given_names.isdisjoint(forms)

    def _opens_person(self, number: int, token: int) -> bool:
        """Whether a listed given name in the nominative stands behind a word in another case: somebody else's
        name begins ("of the Duma Leonid X")."""
        norms = [one.norm for one in self.context.lines[number].tokens[token - 1 : token + 1]]
        return (
            len(norms) > 1
            and norms[1] in self.given_names
            and not self._given(number, token - 1)
            and self.context.known(number, token - 1)
        )

    def _run_end(self, number: int, first: int) -> int:
        """Return the token after the run of capitalised words that begins at `first`."""
        if not self._capital(number, first):
            return first
        connectors = self.connectors
        at = first + 1
        while True:
            word = self.context.word(number, at)
            if self._opens_person(number, at):
                return at
            initial = word == "." and len(self.context.word(number, at - 1)) == 1
            if self._capital(number, at):
                at += 1
            elif word == "-" and self._apart(number, at):
                return at  # "Trump - Putin": two names
            elif self._hyphenated(number, first, at) or (
                (word in connectors or initial) and self._capital(number, at + 1)
            ):
                at += 2
            elif word in connectors and self._hyphen(number, at + 1) and self._capital(number, at + 2):
                at += 3
            elif (behind := self._nickname_end(number, at)) is not None:
                at = behind
            else:
                return at

    def _nickname_end(self, number: int, token: int) -> int | None:
        """Return the token behind a name in quotation marks that stands inside another: Ann "Red" Lee."""
        if not self.apart or self.context.word(number, token) not in _MARKS:
            return None
        end = token + 1
        while self._capital(number, end) and end - token <= _LONGEST_RUN:
            end += 1
        closed = end > token + 1 and self.context.word(number, end) in _MARKS
        return end + 1 if closed and self._capital(number, end + 1) else None

    def _apart(self, number: int, token: int) -> bool:
        """Whether blanks stand around a token."""
        tokens = self.context.lines[number].tokens
        return (
            token + 1 < len(tokens) and tokens[token - 1].end < tokens[token].start < tokens[token + 1].start - 1
        )

    def _hyphenated(self, number: int, first: int, at: int) -> bool:
        """Whether a hyphen joins a word in small letters to a name of two words: "Yoon Hee-keun"."""
        if (
            not self.apart
            or not attached(self.context, number, at)
            or at - first < 2
            or not self.context.is_word(number, at + 1)
        ):
            return False
        ending = self.context.language.verbal_tags(self.context.lines[number].tokens[at + 1].norm)
        given = (number, at - 1) not in self.taken and not self.context.known(number, at - 1)
        return given and not self.context.known(number, at + 1) and ending is None

    def _type(self, number: int, first: int, last: int, words: int) -> NameType | None:
        context = self.context
        if self.bodies_open and context.word(number, first)[0] < "\u0370":
            foreign = context.ending(number, first - 1, "org-word") is not None
            return "ORG" if foreign else "PER" if context.personal(Span(number, first, last)) else None
        if words > 1 and any(context.starting(number, token, "org-word") for token in range(first, last + 1)):
            body = context.starting(number, first, "body")
            return None if body is not None and body.last >= last else "ORG"
        if not self.bodies_open and self._called_body(number, first, last):
            return "ORG"
        if words > 1 and self._ends_as_body(number, last):
            return "ORG"
        if self.apart and not context.personal(Span(number, first, last)):
            if of_things(context, number, first, last):
                return None
            if aged(context, number, last) or known_as(context, number, first):
                return "PER"
            if (told := described(context, number, last)) is not None:
                return told
        if self._behind_place_word(number, first, last):
            return "GPE"
        if words <= LONGEST and self._is_person(number, first, last, words):
            return "PER"
        if words > LONGEST:
            return None
        placed = context.starting(number, last + 1, "place-word") or context.ending(
            number, first - 1, "place-word"
        )
        owner = context.word(number, last + 1) in _OWNED
        alone = words == 1 if self.bodies_open else words < LONGEST and not owner
        opener = context.ending(number, first - 1, "place-opener") if alone else None
        if opener and not placed and self._adjectival(number, first):
            return None  # "в Международную федерацию": what goes on is no place
        if placed or opener or (words > 1 and context.starting(number, first, "place-opener")):
            return "GPE"
        if words == 1 and (self._place_like(number, first) or self._told_place(number, first)):
            return "GPE"
        if alone and self.bodies_open and self._goes_on_places(number, first, last):
            return "GPE"
        if self.apart and (beside := listed_with(context, number, first, last, self.taken)) is not None:
            return beside
        return "PER" if self._bare_person(number, first, last, words) else None

    def _called_body(self, number: int, first: int, last: int) -> bool:
        """Whether the word for a body stands right before, without a capital: the station X, ngân hàng X."""
        context = self.context
        hit = context.ending(number, first - 1, "org-word")
        if hit is None or context.personal(Span(number, first, last)):
            return False
        return (
            context.word(number, hit.last).islower() and titled_beside(self.context, number, first, last) is False
        )

    def _ends_as_body(self, number: int, last: int) -> bool:
        """Whether words end as names of companies and papers do: Tankers, Energy, Herald."""
        names = self.context.language.pack.names
        return names is not None and self.context.lines[number].tokens[last].norm in names.body_endings

    def _behind_place_word(self, number: int, first: int, last: int) -> bool:
        """Whether the word for a town or province stands right before words, and no title: the village of X."""
        context = self.context
        hit = context.ending(number, first - 1, "place-word") or context.ending(number, first - 1, "place-opener")
        if hit is None or context.personal(Span(number, first, last)) or self._given(number, first):
            return False
        if hit.payload.kind == "place-opener" and hit.last == hit.first:
            return False
        return context.word(number, hit.last).islower() and not context.starting(number, hit.first, "title")

    def _goes_on_places(self, number: int, first: int, last: int) -> bool:
        """Whether a word goes on with a list of places that a preposition opens: "в Опытном и Водяном"."""
        context, at = self.context, first - 1
        ends = context.word(number, at) == "," and context.word(number, last + 1) != ","
        if self._speaks(number, last + 1) or (ends and context.starting(number, last + 1, "coordinator") is None):
            return False  # "достигнув вершины в Австралии, Гейер вернулась"
        while at > 0 and (
            context.word(number, at) == "," or context.ending(number, at, "coordinator") is not None
        ):
            span = self.taken.get((number, at - 1))
            if not (_of_place(span) if span is not None else self._told_place(number, at - 1)):
                return False
            at = (span.first if span is not None else at - 1) - 1
            opener = context.ending(number, at, "place-opener") or context.ending(number, at, "place-word")
            if opener is not None:
                return True
        return False

    def _told_place(self, number: int, token: int) -> bool:
        """Whether a word is in some case what was taken for a place before."""
        return not self._places.isdisjoint(self._cited(number, token))

    def _cited(self, number: int, token: int) -> tuple[str, ...]:
        norm = self.context.lines[number].tokens[token].norm
        return self.context.language.inflection.citations(norm) if self.bodies_open else ()

    def _place_like(self, number: int, token: int) -> bool:
        """Whether a word inside a sentence ends as names of places do."""
        names, norm = self.context.language.pack.names, self.context.lines[number].tokens[token].norm
        return (
            names is not None
            and not self.context.first_word(number, token)
            and norm.endswith(names.place_endings)
            and len(norm) > _LEAST_ALONE
            and not self.context.known(number, token)
        )

    def _bare_person(self, number: int, first: int, last: int, words: int) -> bool:
        """Whether words with capitals are a person where nothing beside them says what they are."""
        names = self.context.language.pack.names
        if names is None or not names.person_runs or self._quoted(number, first, last):
            return False
        tokens = self.context.lines[number].tokens[first : last + 1]
        if any(token.text[0] < "\u0370" for token in tokens):
            return False  # words in another script are brands as often as people
        if any(len(token.norm) > 5 and token.norm.endswith(names.patronymics) for token in tokens):
            return True
        if any(self.context.known(number, token) for token in range(first, last + 1)):
            return False
        if words == 1 and not self.context.language.not_names.isdisjoint(self._cited(number, first)):
            return False
        if words > 1:
            return words < LONGEST
        return (
            len(tokens[0].text) >= _LEAST_ALONE
            and not tokens[0].norm.endswith(names.person_never)
            and not self.context.first_word(number, first)
            and self.context.word(number, first - 1) not in {*OPENING, ":", "—", "–", "."}
        )

    def _is_person(self, number: int, first: int, last: int, words: int) -> bool:
        """Whether a title, a reporting verb, an apposition or a listed family name shows a person."""
        context = self.context
        if context.personal(Span(number, first, last)):
            return True
        if words < 2:
            names = context.language.pack.names
            runs = names is not None and names.person_runs and not context.known(number, first)
            if self._given(number, first):
                return True
            return runs and (self._speaks(number, last + 1) or self._spoken(number, first - 1))
        inner = [self.taken[number, t] for t in range(first, last + 1) if (number, t) in self.taken]
        return (
            self._speaks(number, last + 1)
            or (not self.bodies_open and self._spoken(number, first - 1))
            or any(
                self._given(number, token) for token in (range(first, last + 1) if self.bodies_open else (first,))
            )
            or (context.word(number, last + 1) == "," and context.word(number, last + 2) in self.person_clauses)
            or self._of_body(number, last)
            or self._first_name(number, first)
            or any(hit.type == "PER" for span in inner for hit in span.hits)
            or titled_beside(self.context, number, first, last)
            or self._named_again(number, first, last)
        )

    def _of_body(self, number: int, last: int) -> bool:
        """Whether a body is what somebody is of: "X Y of the think tank Z"."""
        context = self.context
        if context.word(number, last + 1) != "of" or self.heads_first:
            return False
        at = last + 2 + (context.word(number, last + 2) == "the")
        span = self.taken.get((number, at))
        listed = span is not None and any(hit.type == "ORG" for hit in span.hits)
        return listed or context.starting(number, at, "org-word") is not None

    def _first_name(self, number: int, first: int) -> bool:
        """Whether full names of several listed people begin with a word that nobody knows otherwise."""
        context = self.context
        if (number, first) in self.taken or context.known(number, first) or self.bodies_open:
            return False
        word = context.lines[number].tokens[first].norm
        return len(word) > _LEAST_ALONE and context.knowledge.bearers(context.language.code, word) > 1

    def _adjectival(self, number: int, token: int) -> bool:
        """Whether a word ends as adjectives do, in languages that tell bodies by their first word."""
        names = self.context.language.pack.names
        never = names.person_never if names is not None and self.bodies_open else ()
        return self.context.lines[number].tokens[token].norm.endswith(never)

    def _named_again(self, number: int, first: int, last: int) -> bool:
        """Whether the last of two or three words stands alone as a name elsewhere, as family names do."""
        if last - first > _LONGEST_RUN:
            return False
        if self._alone is None:
            self._alone = {
                line.tokens[token].text
                for other, line in enumerate(self.context.lines)
                for token in range(1, len(line.tokens))
                if not self.context.titled(other)
                and (other, token) not in self.taken
                and self._run_end(other, token) == token + 1
                and not line.tokens[token - 1].text[0].isupper()
            }
        word = self.context.word(number, last)
        return word in self._alone and not self.context.known(number, first)


def _of_place(span: Span) -> bool:
    """Whether a span was taken for a place, or can be nothing else."""
    if span.settled:
        return span.type in ("GPE", "LOC")
    return bool(span.hits) and all(hit.type in ("GPE", "LOC") for hit in span.hits)
