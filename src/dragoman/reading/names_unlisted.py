"""Finds names that no list has, by how the text is built: capitals, titles, honorifics, words of bodies.

An unlisted name gets `new:` and a key of its sound as entity, the same in every script. Where the text gives
no reason to take words for a name, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anyascii import anyascii

from ..knowledge.sound import sound_key
from ..records import NameType
from .names_context import Context
from .names_found import Span
from .names_match import is_ending, name_endings, stem_end

__all__ = ["unlisted_spans"]

_LONGEST = 4
_LONGEST_UNCASED = 3
_LEAST_STEM = 3
_APPOSITION = 4
"""Words after a comma in which a title is looked for."""
_MARGIN = 60
"""By how much the tagger must prefer a name to no name; measured on held-out sentences."""
_TITLED_MARGIN = 10
"""The same where a title or honorific stands before it."""
_SINGLE_MARGIN = 150
"""The same for one word as name of a body or place, which the tagger mistakes most."""
_BODY_CONNECTORS = {"of", "for", "and", "the", "on"}


def unlisted_spans(spans: Sequence[Span], context: Context) -> list[Span]:
    """Return unlisted names in the order of the text. Single listed words that belong to a longer name
    ("Kim" in the name of an unknown Kim) are settled as no names of their own."""
    taken: dict[tuple[int, int], Span] = {}
    for span in spans:
        for token in range(span.first, span.last + 1):
            taken[span.line, token] = span
    finder = _Cased(context, taken) if context.language.text.capitals else _Uncased(context, taken)
    found: list[Span] = []
    for number in range(len(context.lines)):
        found.extend(finder.find(number))
    return found


def settle_unlisted(span: Span, type_: NameType, written: str, country: str | None, how: str) -> Span:
    """Settle a span as an unlisted name: its id from its sound, its name romanised."""
    key = sound_key(span.alias)
    entity = f"new:{key}" if key else None
    span.settle(type_, entity, _romanised(written), country, how)
    return span


def _romanised(written: str) -> str:
    latin = written if written[:1].isascii() or written[:1] < "\u0370" else anyascii(written)
    return " ".join(word[:1].upper() + word[1:] for word in latin.split())


class _Finder:
    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        self.context = context
        self.taken = taken
        self.endings = name_endings(context.language)

    def find(self, number: int) -> Iterator[Span]:
        raise NotImplementedError

    def span(self, number: int, first: int, last: int) -> Span:
        """Return an unsettled span, its alias without the last word's ending."""
        tokens = self.context.lines[number].tokens[first : last + 1]
        words = [token.norm for token in tokens if token.norm[0].isalnum()]
        end = None
        if not self.context.language.text.capitals:
            stem = self._stem(words[-1])
            end = stem_end(tokens[-1], stem) if stem != words[-1] else None
            words[-1] = stem if end is not None else words[-1]
        return Span(number, first, last, alias=" ".join(words), stem_end=end, words=tuple(words))

    def _stem(self, word: str) -> str:
        """Return a word without an ending of two letters or more; shorter ones may be its own."""
        cuts = (cut for cut in range(_LEAST_STEM, len(word) - 1) if word[cut:] in self.endings)
        return word[: next(cuts, len(word))]

    def absorb(self, number: int, first: int, last: int) -> None:
        """Settle listed words inside an unlisted name as no names of their own."""
        for token in range(first, last + 1):
            inner = self.taken.get((number, token))
            if inner is not None and not inner.settled:
                inner.reject()

    def soft(self, span: Span) -> bool:
        """Whether a listed span may be part of a longer unlisted name: one word, a person's or small
        place's."""
        return span.single and not span.settled and not any(len(hit.entity) == 3 for hit in span.hits)


class _Cased(_Finder):
    """Scripts with capitals: runs of capitalised words."""

    _alone: set[str] | None = None
    """Capitalised words that stand alone somewhere inside a sentence."""

    def find(self, number: int) -> Iterator[Span]:
        line = self.context.lines[number]
        if self.context.titled(number):
            return
        at = 0
        while at < len(line.tokens):
            end = self._run_end(number, at)
            if end > at:
                yield from self._read(number, at, end - 1)
                at = end
            else:
                at += 1

    def _capital(self, number: int, token: int) -> bool:
        word = self.context.word(number, token)
        if not word[:1].isupper() or (len(word) > 1 and word.isupper()):
            return False
        span = self.taken.get((number, token))
        if span is not None:
            return self.soft(span)
        if (
            self.context.timed(Span(number, token, token))
            or self.context.ending(number, token, "honorific")
            or self._titling(number, token)
        ):
            return False
        if not self.context.first_word(number, token):
            return True
        common = self.context.known(number, token) or word.lower() in self.context.written
        return not common and self._capital(number, token + 1)

    def _titling(self, number: int, token: int) -> bool:
        """Whether a token belongs to a title."""
        hits = self.context.lines[number].hits.get("title", ())
        return any(hit.first <= token <= hit.last for hit in hits)

    def _run_end(self, number: int, first: int) -> int:
        """Return the token after the run of capitalised words that begins at `first`."""
        if not self._capital(number, first):
            return first
        names = self.context.language.pack.names
        connectors = {"-", *(names.connectors if names else ())}
        at = first + 1
        while True:
            word = self.context.word(number, at)
            initial = word == "." and len(self.context.word(number, at - 1)) == 1
            if self._capital(number, at):
                at += 1
            elif (word in connectors or initial) and self._capital(number, at + 1):
                at += 2
            else:
                return at

    def _read(self, number: int, first: int, last: int) -> Iterator[Span]:
        words = [t for t in range(first, last + 1) if self.context.is_word(number, t)]
        inner = self.taken.get((number, first))
        if inner is not None and inner.last >= last:
            return
        type_ = self._type(number, first, last, len(words))
        if type_ is None:
            return
        if type_ == "ORG":
            last = self._body_end(number, last)
        span = self.span(number, first, last)
        self.absorb(number, first, last)
        line = self.context.lines[number]
        yield settle_unlisted(span, type_, line.words(first, last), None, "capitals")

    def _type(self, number: int, first: int, last: int, words: int) -> NameType | None:
        context = self.context
        if words > 1 and any(context.starting(number, token, "org-word") for token in range(first, last + 1)):
            body = context.starting(number, first, "body")
            return None if body is not None and body.last >= last else "ORG"
        if words <= _LONGEST and self._is_person(number, first, last, words):
            return "PER"
        placed = context.starting(number, last + 1, "place-word") or context.ending(
            number, first - 1, "place-word"
        )
        return "GPE" if placed and words <= _LONGEST else None

    def _is_person(self, number: int, first: int, last: int, words: int) -> bool:
        """Whether a title, a reporting verb, an apposition or a listed family name shows a person."""
        context = self.context
        if context.personal(Span(number, first, last)):
            return True
        if words < 2:
            return False
        inner = [self.taken[number, t] for t in range(first, last + 1) if (number, t) in self.taken]
        return (
            self._speaks(number, last + 1)
            or any(hit.type == "PER" for span in inner for hit in span.hits)
            or self._titled_beside(number, first, last)
            or self._named_again(number, first, last)
        )

    def _titled_beside(self, number: int, first: int, last: int) -> bool:
        """Whether a title stands in apposition: "X, a spokesman", "its minister, X"."""
        context = self.context
        if context.word(number, first - 1) == "," and context.ending(number, first - 2, "title"):
            return True
        if context.word(number, last + 1) != ",":
            return False
        after = range(last + 2, last + 2 + _APPOSITION)
        return any(
            context.starting(number, token, "title") is not None
            for token in after
            if "," not in {context.word(number, passed) for passed in range(last + 2, token)}
        )

    def _named_again(self, number: int, first: int, last: int) -> bool:
        """Whether the last of two or three words stands alone as a name elsewhere, as family names do."""
        if last - first > _LONGEST_UNCASED:
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

    def _speaks(self, number: int, token: int) -> bool:
        return self.context.starting(number, token, "reporting") is not None

    def _body_end(self, number: int, last: int) -> int:
        """Return the last token of a body's name: "Ministry" goes on in "of Foreign Affairs"."""
        if not self.context.ending(number, last, "org-word"):
            return last
        token = last + 1
        while self.context.word(number, token) in _BODY_CONNECTORS:
            token += 1
        end = token
        while self.context.word(number, end)[:1].isupper() and (number, end) not in self.taken:
            end += 1
        return end - 1 if end > token > last + 1 else last


class _Uncased(_Finder):
    """Scripts without capitals: what the tagger proposes; without one, unknown words after a title."""

    def find(self, number: int) -> Iterator[Span]:
        proposals = self.context.proposals.get(number)
        if proposals is None:
            yield from self._after_titles(number)
        else:
            for span, type_, margin in proposals:
                found = self._proposed(span, type_, margin)
                if found is not None:
                    yield found
            yield from self._after_titles(number, marked=True)
        for hit in self.context.lines[number].hits.get("org-word", ()):
            body = self._body(number, hit.first, hit.last)
            if body is not None:
                yield body

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
        while first <= last and (
            self.context.timed(Span(number, last, last)) or not tokens[last].text[0].isalnum()
        ):
            last -= 1
        while first <= last and not tokens[first].text[0].isalnum():
            first += 1
        while self._hyphened(number, last + 1):
            last += 2
        while first <= last and self._hyphened(number, first - 1):
            first -= 2
        return first, last

    def _hyphened(self, number: int, token: int) -> bool:
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
        if listed.last - listed.first >= last - first or (listed.first == first and listed.suffix):
            return False
        if type_ == "ORG":
            return all(hit.type in ("GPE", "LOC", "PER") for hit in listed.hits)
        return type_ == "PER" and self.soft(listed)

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
        while last - first < _LONGEST_UNCASED and self._unknown(number, last):
            last += 1
        roles = {
            hit.payload.item.role for hit in self.context.lines[number].hits.get("marker", ()) if hit.first == last
        }
        return bool(roles) and (last - first > 1 or (last > first and "agent" in roles))

    def _unknown(self, number: int, token: int) -> bool:
        if not self.context.is_word(number, token) or len(self.context.word(number, token)) < 2:
            return False
        if self.context.timed(Span(number, token, token)):
            return False
        span = self.taken.get((number, token))
        if span is not None:
            return self.soft(span)
        return not self.context.known(number, token)

    def _person_after(self, number: int, first: int) -> Span | None:
        last = first
        while last - first < _LONGEST_UNCASED and self._unknown(number, last):
            last += 1
            if self._inflected(number, last - 1):
                break
        if last == first or (last - first == 1 and (number, first) in self.taken):
            return None
        if last - first == _LONGEST_UNCASED and self._unknown(number, last):
            return None  # too long a stretch of unknown words to be a name
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
        if any(len(hit.entity) == 3 for hit in before.hits):
            return None
        span = self.span(number, before.first, last)
        before.reject()
        line = self.context.lines[number]
        return settle_unlisted(span, "ORG", line.words(before.first, last), None, "word of a body")
