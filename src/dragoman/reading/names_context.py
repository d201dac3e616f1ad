"""What stands around a name and helps to say what it is: titles, honorifics, place words, markers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from ..knowledge import Knowledge, fold
from ..packs.names_schema import Title
from ..packs.schema import Tag
from ..records import NameType
from .language import EntryHit, Language
from .line import Line
from .names_found import Span

__all__ = ["Context", "is_locative"]

_COUNTRY_WORDS = 3
"""Capitalised words that may stand between a title and its bearer ("Tổng thống Hàn Quốc X")."""
_PLACE_ROLES = {"place", "goal", "source"}
_CASES: frozenset[Tag] = frozenset({"genitive", "dative", "locative", "ablative", "instrumental"})
_CLOSED = frozenset("'\"‘’“”«»()[],;:.!?।৷|–—-…")


class Context:
    """The lines of a text with look-ups by token; made once for each text."""

    def __init__(self, lines: Sequence[Line], language: Language, knowledge: Knowledge) -> None:
        self.lines = lines
        self.language = language
        self.knowledge = knowledge
        names = language.pack.names
        self.titles_follow = names is not None and bool(names.following)
        self.before = language.text.adpositions == "before"
        self._ends: dict[tuple[int, str], dict[int, EntryHit]] = {}
        self._timed: dict[int, frozenset[int]] = {}
        self._first_words: dict[int, int] = {}
        self._titled: dict[int, bool] = {}
        self.proposals: dict[int, list[tuple[Span, NameType, int]]] = {}
        """What a tagger proposes, by line; no entry where the language has none."""
        self._known = [_known(line, _frequent(language)) for line in lines]

    @cached_property
    def written(self) -> set[str]:
        """All words as written, to tell a capital at the start of a sentence from a name's."""
        return {token.text for line in self.lines for token in line.tokens}

    def locative(self, suffix: str) -> bool:
        """Whether an ending (folded) is a locative, alone or before other endings (-তেও)."""
        return is_locative(suffix, self.language)

    def genitive(self, suffix: str) -> bool:
        """Whether an ending (folded) is a genitive."""
        return "genitive" in _tags_of(self.language).get(suffix, ())

    def starting(self, line: int, token: int, kind: str) -> EntryHit | None:
        """Return the longest lexicon hit of a kind that begins at a token."""
        at = self.lines[line].at
        hits = [hit for hit in at[token] if hit.payload.kind == kind] if 0 <= token < len(at) else []
        return max(hits, key=lambda hit: hit.last) if hits else None

    def ending(self, line: int, token: int, kind: str) -> EntryHit | None:
        """Return the longest lexicon hit of a kind that ends at a token."""
        ends = self._ends.get((line, kind))
        if ends is None:
            ends = self._ends[line, kind] = {}
            for hit in self.lines[line].hits.get(kind, ()):
                known = ends.get(hit.last)
                if known is None or hit.first < known.first:
                    ends[hit.last] = hit
        return ends.get(token)

    def title_of(self, span: Span) -> Title | None:
        """Return the title beside a name: before it, or after it ("Putin, president"; सिंह, रक्षा मंत्री)."""
        hit = self._title_before(span) or self._title_behind(span)
        if hit is None and self.word(span.line, span.last + 1) == ",":
            hit = self.starting(span.line, span.last + 2, "title")
        return None if hit is None else hit.payload.item

    def honoured(self, span: Span) -> bool:
        """Whether an honorific stands right before a name, or after it where modifiers of names follow."""
        if self.ending(span.line, span.first - 1, "honorific") is not None:
            return True
        return not self.before and self.starting(span.line, span.last + 1, "honorific") is not None

    def personal(self, span: Span) -> bool:
        """Whether title or honorific show a person."""
        if self.honoured(span) or self._title_before(span) is not None or self._title_behind(span) is not None:
            return True
        return self.titles_follow and self.starting(span.line, span.last + 1, "following") is not None

    def _title_behind(self, span: Span) -> EntryHit | None:
        """Return the title right behind a name that has no ending, where titles stand there."""
        if not self.titles_follow or span.suffix:
            return None
        return self.starting(span.line, span.last + 1, "title")

    def _title_before(self, span: Span) -> EntryHit | None:
        """Return the title before a name; where modifiers follow their nouns, a country may stand between."""
        hit = self.ending(span.line, span.first - 1, "title")
        if hit is not None and self.titles_follow and hit.tags:
            return None  # "대통령이 X": who has a particle is somebody for himself
        if hit is not None or self.language.text.modifier == "before" or not self.language.text.capitals:
            return hit
        for at in range(span.first - 1, max(-1, span.first - 1 - _COUNTRY_WORDS), -1):
            if not self.word(span.line, at)[:1].isupper():
                return None
            hit = self.ending(span.line, at - 1, "title")
            if hit is not None:
                return hit
        return None

    def titled(self, line: int) -> bool:
        """Whether a line writes most of its words with capitals, as some titles do, so that they tell nothing."""
        known = self._titled.get(line)
        if known is None:
            known = self._titled[line] = _titled(self.lines[line])
        return known

    def begins_as_word(self, span: Span) -> bool:
        """Whether a name is one word of the language with the capital that any first word has."""
        if not (self.language.text.capitals and span.single):
            return False
        return self.first_word(span.line, span.first) and self.known(span.line, span.first)

    def first_word(self, line: int, token: int) -> bool:
        """Whether no word of the sentence stands before a token."""
        first = self._first_words.get(line)
        if first is None:
            tokens = self.lines[line].tokens
            first = next((at for at, one in enumerate(tokens) if one.text[:1].isalpha()), len(tokens))
            self._first_words[line] = first
        return token <= first

    def timed(self, span: Span) -> bool:
        """Whether a name stands inside a time expression (May, March)."""
        return not self._dated(span.line).isdisjoint(range(span.first, span.last + 1))

    def dated(self, line: int, token: int) -> bool:
        """Whether a token stands inside a time expression."""
        return token in self._dated(line)

    def _dated(self, line: int) -> frozenset[int]:
        """Return the tokens of a line that stand inside time expressions."""
        inside = self._timed.get(line)
        if inside is None:
            inside = self._timed[line] = _tokens_of_times(self.lines[line])
        return inside

    def placed(self, span: Span) -> bool:
        """Whether a marker, an ending or a place word beside a name shows a place."""
        if span.suffix and self.locative(span.suffix):
            return True
        if (
            self.ending(span.line, span.first - 1, "place-word")
            or self.starting(span.line, span.last + 1, "place-word")
            or self.ending(span.line, span.first - 1, "place-opener")
        ):
            return True
        beside = (
            self.ending(span.line, span.first - 1, "marker")
            if self.before
            else self.starting(span.line, span.last + 1, "marker")
        )
        return beside is not None and not span.suffix and beside.payload.item.role in _PLACE_ROLES

    def followed_by_country(self, span: Span, by_first: dict[tuple[int, int], Span]) -> str | None:
        """Return the country that is named after a comma ("Springfield, Illinois" has none), or behind "in"."""
        if self.word(span.line, span.last + 1) != "," and not self.inside(span):
            return None
        after = by_first.get((span.line, span.last + 2))
        if after is None and self.inside(span) and self.word(span.line, span.last + 2).islower():
            after = by_first.get((span.line, span.last + 3))  # "Goma in eastern Congo"
        if after is None:
            return None
        return next((hit.entity for hit in after.hits if len(hit.entity) == 3 and hit.kind != "metonym"), None)

    def inside(self, span: Span) -> bool:
        """Whether the word for "in" stands right behind a name."""
        at = self.lines[span.line].at
        hits = at[span.last + 1] if span.last + 1 < len(at) else []
        return any(hit.payload.kind == "class" and hit.payload.item == "inside" for hit in hits)

    def word(self, line: int, token: int) -> str:
        """Return a token as written, or nothing outside the sentence."""
        tokens = self.lines[line].tokens
        return tokens[token].text if 0 <= token < len(tokens) else ""

    def is_word(self, line: int, token: int) -> bool:
        """Whether there is a token and it begins with a letter."""
        return self.word(line, token)[:1].isalpha()

    def known(self, line: int, token: int) -> bool:
        """Whether a token is a word of the pack (in any of its lists)."""
        return self._known[line][token]

    def unknown(self, line: int, token: int) -> bool:
        """Whether a token is a word that nobody knows and that has no case ending, nor part of a time."""
        if not self.is_word(line, token) or self.known(line, token) or token in self._dated(line):
            return False
        norm = self.lines[line].tokens[token].norm
        return not any(
            analysis.tags & _CASES and len(analysis.stem) > 2 for analysis in self.language.inflection.noun(norm)
        )


def is_locative(suffix: str, language: Language) -> bool:
    """Whether an ending (folded) of a language is a locative, alone or before other endings."""
    tags = _tags_of(language)
    if suffix in tags:
        return "locative" in tags[suffix]
    return any("locative" in tags.get(suffix[:cut], ()) and suffix[cut:] in tags for cut in range(1, len(suffix)))


@lru_cache(maxsize=64)
def _tags_of(language: Language) -> dict[str, set[Tag]]:
    """Return what a language's noun endings, folded, say."""
    tags: dict[str, set[Tag]] = {}
    for ending in language.text.noun_endings:
        tags.setdefault(fold(ending.suffix).text, set()).update(ending.tags)
    return tags


def _tokens_of_times(line: Line) -> frozenset[int]:
    """Return the tokens that stand inside time expressions."""
    inside: set[int] = set()
    for time in line.times:
        at = line.token_at(time.start)
        while at < len(line.tokens) and line.tokens[at].start < time.end:
            inside.add(at)
            at += 1
    return frozenset(inside)


def _titled(line: Line) -> bool:
    if line.text[line.start : line.end].rstrip().endswith((".", "!")):
        return False  # a sentence full of names
    words = [token.text for token in line.tokens if len(token.text) > 3]
    return len(words) > 4 and sum(word[0].isupper() for word in words) * 10 >= len(words) * 8


@lru_cache(maxsize=64)
def _frequent(language: Language) -> frozenset[str]:
    """Return the words that are frequent in a language, and marks."""
    return language.identify | language.transparent | _CLOSED


def _known(line: Line, frequent: frozenset[str]) -> list[bool]:
    """Return which tokens are words of the pack (in any of its lists)."""
    known = [token.norm in frequent for token in line.tokens]
    for kind, hits in line.hits.items():
        if kind == "without":  # such a list names newspapers too: standing in it makes no word a common one
            continue
        for hit in hits:
            first, last = hit.first, hit.last
            if first == last:
                known[first] = True
            elif last - first < 4:
                known[first : last + 1] = [True] * (last + 1 - first)
    return known
