"""Finds what the knowledge base lists: at each token the longest alias whose ending the pack allows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..knowledge import UPPER, Knowledge, Match, case_fits, fold
from .language import Language
from .line import Line
from .names_found import Span
from .tokens import Token

__all__ = ["is_ending", "listed_spans", "name_endings", "stem_end"]

_CHAIN = 3
"""Endings that may follow one another on a name (plural, case, emphasis)."""


@lru_cache(maxsize=64)
def name_endings(language: Language) -> frozenset[str]:
    """Return the endings, folded, that names take unchanged before them."""
    text = language.text
    bare = (ending.suffix for ending in text.noun_endings if not ending.restore)
    return frozenset(folded for suffix in (*bare, *text.joined_nouns) if (folded := fold(suffix).text))


@lru_cache(maxsize=64)
def _plural_endings(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the endings of a plural, folded, that replace last letters, with what they replace: -ियों, ी."""
    replacing = (e for e in language.text.noun_endings if e.restore and "plural" in e.tags)
    folded = ((fold(e.suffix).text, fold(e.restore).text) for e in replacing)
    return tuple((suffix, restore) for suffix, restore in folded if len(suffix) > len(restore) + 1)


def is_ending(rest: str, endings: frozenset[str], chain: int = _CHAIN) -> bool:
    """Whether what follows a name inside its word is nothing or up to three endings."""
    if not rest or rest in endings:
        return True
    return chain > 1 and any(
        rest[:cut] in endings and is_ending(rest[cut:], endings, chain - 1) for cut in range(1, len(rest))
    )


@lru_cache(maxsize=20_000)
def _folded(words: str) -> str:
    return fold(words).text


def stem_end(token: Token, stem: str) -> int | None:
    """Return where a stem ends in the text, or None where folding changed the word's length."""
    return token.start + len(stem) if len(token.norm) == len(token.text) else None


class _Matcher:
    """Matches the folded text of an article against the knowledge base."""

    def __init__(self, text: str, language: Language, knowledge: Knowledge) -> None:
        self.folded = fold(text)
        self.code = language.code
        self.language = language
        self.endings = name_endings(language)
        self.plurals = _plural_endings(language)
        self.knowledge = knowledge

    def position(self, offset: int) -> int | None:
        """Return where an offset of the text is in the folded text; None for a dropped character."""
        source = self.folded.source
        if source is None:
            return offset
        position = bisect_left(source, offset)
        return position if position < len(source) and source[position] == offset else None

    def between(self, start: int, end: int) -> str:
        """Return the folded form of `text[start:end]`."""
        if self.folded.source is None:
            return self.folded.text[start:end]
        return _folded(self.folded.original[start:end])

    def longest_at(self, number: int, line: Line, at: int) -> Span | None:
        """Return the longest listed alias that begins at a token."""
        position = self.position(line.tokens[at].start)
        if position is None:
            return None
        for match in self.knowledge.match(self.code, self.folded, position):
            last = line.token_at(match.end - 1)
            if last < len(line.tokens) and self._ends_well(match, line.tokens[last].end):
                alias = self.between(match.start, match.end)
                rest = self.between(match.end, line.tokens[last].end)
                words = tuple(alias.split())
                return Span(number, at, last, match.hits, alias, match.end, rest, words=words)
        return None

    def plural_at(self, number: int, line: Line, at: int) -> Span | None:
        """Return a listed people or body of one word in the plural, whose last letters its ending replaces."""
        token = line.tokens[at]
        folded = self.between(token.start, token.end)
        for suffix, restore in self.plurals:
            if folded.endswith(suffix):
                alias = folded.removesuffix(suffix) + restore
                hits = self.knowledge.lookup(self.code, alias)
                fitting = tuple(hit for hit in hits if hit.kind == "demonym" or hit.type == "ORG")
                if fitting and len(fitting) == len(hits):
                    end = stem_end(token, folded.removesuffix(suffix))
                    return Span(number, at, at, fitting, alias, end, suffix, words=(alias,))
        return None

    def inflected_at(self, number: int, line: Line, at: int) -> Span | None:
        """Return the longest listed alias whose words, each in some case, begin at a token."""
        tokens = line.tokens
        citations = self.language.inflection.citations
        capital = tokens[at].text[:1].isupper()
        if not self.knowledge.words_begin(self.code, citations(tokens[at].norm), capital):
            return None

        def words() -> Iterator[tuple[str, tuple[str, ...]]]:
            for token in range(at, len(tokens)):
                gap = line.text[tokens[token - 1].end : tokens[token].start] if token > at else ""
                yield (" " if gap.strip(" \u00a0") == "" and gap else gap), citations(tokens[token].norm)

        found = self.knowledge.match_words(self.code, words(), capital)
        for count, alias, hits in reversed(found):
            last = at + count - 1
            written = line.text[tokens[at].start : tokens[last].end]
            fitting = tuple(hit for hit in hits if case_fits(written, hit.case))
            acronyms = tuple(hit for hit in fitting if hit.case == UPPER)
            if fitting:
                return Span(number, at, last, acronyms or fitting, alias, words=tuple(alias.split()))
        return None

    def _ends_well(self, match: Match, end: int) -> bool:
        rest = self.between(match.end, end) if match.end < end else ""
        rest = rest[1:] if rest[:1] in ("'", "’") else rest  # an ending behind an acronym: "ইইউ’র"
        return not rest or (not rest[0].isascii() and is_ending(rest, self.endings))


def listed_spans(lines: Sequence[Line], language: Language, knowledge: Knowledge) -> list[Span]:
    """Return the listed aliases of all lines, from left to right, the longest at each token."""
    if not lines:
        return []
    matcher = _Matcher(lines[0].text, language, knowledge)
    begins = knowledge.beginnings(language.code)
    replaces = language.inflection.replaces
    spans = []
    for number, line in enumerate(lines):
        free = 0
        for at, token in enumerate(line.tokens):
            if at < free:
                continue
            if replaces and token.text[0] >= "\u0370":
                span = matcher.inflected_at(number, line, at) if token.text[0].isalpha() else None
            elif begins[token.text]:
                span = matcher.longest_at(number, line, at) or matcher.plural_at(number, line, at)
            else:
                continue
            if span is not None:
                spans.append(span)
                free = span.last + 1
    return spans
