"""What the finders of unlisted names share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..knowledge.sound import sound_key
from ..records import NameType
from .names_context import Context
from .names_found import Span
from .names_match import is_ending, name_endings, stem_end
from .romanise import romanised

__all__ = ["Finder", "settle_unlisted"]

LONGEST = 4
"""Words of a name at the most."""
LEAST_STEM = 3


def settle_unlisted(span: Span, type_: NameType, written: str, country: str | None, how: str) -> Span:
    """Settle a span as an unlisted name: its id from its sound, its name romanised."""
    key = sound_key(span.alias)
    entity = f"new:{key}" if key else None
    span.settle(type_, entity, romanised(written), country, how)
    return span


class Finder:
    def __init__(self, context: Context, taken: dict[tuple[int, int], Span]) -> None:
        self.context = context
        self.taken = taken
        self.endings = name_endings(context.language)
        names = context.language.pack.names
        self.connectors = frozenset(("-", *(names.connectors if names is not None else ())))

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
        cuts = (cut for cut in range(LEAST_STEM, len(word) - 1) if word[cut:] in self.endings)
        return word[: next(cuts, len(word))]

    def cut(self, span: Span, forms: Iterable[str]) -> None:
        """End a name before the ending of its last word, however short, by the forms that the word may be."""
        token, folding = self.context.lines[span.line].tokens[span.last], self.context.language.folding
        last = (folding(form.rstrip("~").rsplit(" ", 1)[-1]) for form in forms)
        stems = (
            one for one in last if token.norm.startswith(one) and is_ending(token.norm[len(one) :], self.endings)
        )
        stem = max(stems, key=len, default=None)
        if stem is None:
            return
        span.stem_end = stem_end(token, stem) if stem != token.norm else None
        span.words = (*span.words[:-1], stem)
        span.alias = " ".join(span.words)

    def absorb(self, number: int, first: int, last: int) -> None:
        """Settle listed words inside an unlisted name as no names of their own."""
        for token in range(first, last + 1):
            inner = self.taken.get((number, token))
            if inner is not None and not inner.settled:
                inner.reject()

    def settle_words(self, number: int, first: int, last: int, type_: NameType, how: str) -> Span:
        """Settle words as an unlisted name and what is listed among them as no names of their own."""
        span = self.span(number, first, last)
        self.absorb(number, first, last)
        for token in range(first, last + 1):
            self.taken[number, token] = span
        line = self.context.lines[number]
        return settle_unlisted(span, type_, line.words(first, last), None, how)

    def soft(self, span: Span) -> bool:
        """Whether a listed span may be part of a longer unlisted name: one word, a person's or small
        place's."""
        return span.single and not span.settled and not any(len(hit.entity) == 3 for hit in span.hits)
