"""Takes words apart where endings are glued to stems, one behind the other, even inside a syllable.

A Korean verb is a stem, endings in the middle (passive, honour, tense) and a last one; a noun carries particles
one behind the other. A pack writes what begins inside a syllable with single letters: ㄴ다, ㅕㅆ, ㄹ. Words are
compared by their letters: 한다 is 하 and ㄴ다, 던졌다 is 던지, ㅕㅆ (in the place of ㅣ) and 다.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..packs.schema import Tag
from ..packs.text_schema import Clitic, Ending, Text

__all__ = ["Agglutination", "Clitics", "letters"]

_DEEPEST = 3
"""Endings in the middle of a verb, or particles on a noun, that may follow one another."""
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_INSIDE = {ord(letter): 0x1161 + at for at, letter in enumerate(_VOWELS)} | {
    ord(letter): 0x11A8 + at for at, letter in enumerate(_FINALS)
}
"""Single letters as they stand behind the first one of a syllable."""
_HEADLINE: frozenset[Tag] = frozenset(("headline",))
_CONTRACTED: frozenset[Tag] = frozenset(("conjunctive",))
_NONE: frozenset[Tag] = frozenset()


@lru_cache(maxsize=100_000)
def letters(word: str) -> str:
    """Return a word by its letters, single ones in the place inside a syllable that they stand for."""
    return unicodedata.normalize("NFD", word.translate(_INSIDE))


def _whole(stem: str) -> str | None:
    """Return a stem by its syllables, or None where half a syllable is left over."""
    word = unicodedata.normalize("NFC", stem)
    return word if word and not any("\u1100" <= char <= "\u11ff" for char in word) else None


class _Cut(NamedTuple):
    stem: str
    tags: frozenset[Tag]


_Table = tuple[int, dict[str, list[tuple[str, frozenset[Tag]]]]]
"""The longest ending, and all of them: letters -> what stands in their place, and what they say."""


def _table(endings: Iterable[Ending]) -> _Table:
    table: dict[str, list[tuple[str, frozenset[Tag]]]] = {}
    for ending in endings:
        table.setdefault(letters(ending.suffix), []).append((letters(ending.restore), frozenset(ending.tags)))
    return max(map(len, table), default=0), table


class Agglutination:
    """A pack's glued endings, ready to cut."""

    def __init__(self, text: Text) -> None:
        self._last = _table(text.verb_endings)
        self._middle = _table(text.verb_middles)
        self._particles = _table(text.noun_endings)
        joined = (*text.noun_endings, *(Ending(suffix=noun) for noun in text.joined_nouns))
        self._behind_names = _table(joined)
        self._acts = tuple(letters(stem) for stem in text.verb_makers)
        self._contracting = tuple(letters(vowel) for vowel in text.contracting)

    def verb(self, norm: str) -> Iterator[tuple[str, frozenset[Tag]]]:
        """Yield stems with what their endings say; a noun alone may be a headline's verb."""
        written = letters(norm)
        seen: set[tuple[str, frozenset[Tag]]] = set()
        for cut in _cuts(written, self._last):
            for whole in (cut, *self._deeper(cut, _DEEPEST)):
                stem = _whole(whole.stem)
                if stem is not None and (stem, whole.tags) not in seen:
                    seen.add((stem, whole.tags))
                    yield stem, whole.tags
        if len(norm) > 1 and written.endswith(self._contracting):
            yield norm, _CONTRACTED
        for maker in self._acts:
            stem = _whole(written + maker)
            if stem is not None and len(norm) > 1:
                yield stem, _HEADLINE

    def _deeper(self, cut: _Cut, depth: int) -> Iterator[_Cut]:
        for inner in _cuts(cut.stem, self._middle):
            found = _Cut(inner.stem, cut.tags | inner.tags)
            yield found
            if depth > 1:
                yield from self._deeper(found, depth - 1)

    def noun(self, norm: str) -> Iterator[tuple[str, frozenset[Tag]]]:
        """Yield stems without one or more particles, with what these say together."""
        for stem, tags in _stripped(letters(norm), self._particles, _DEEPEST):
            whole = _whole(stem)
            if whole is not None:
                yield whole, tags

    def particles(self, rest: str) -> frozenset[Tag]:
        """Return what particles and nouns behind a name say together, or nothing where they are none."""
        written = letters(rest)
        whole = self._behind_names[1].get(written)
        if whole:
            return whole[0][1]
        for stem, tags in _stripped(written, self._behind_names, _DEEPEST - 1):
            inner = self._behind_names[1].get(stem)
            if inner:
                return tags | inner[0][1]
        return _NONE


def _stripped(word: str, endings: _Table, depth: int, tags: frozenset[Tag] = _NONE) -> Iterator[_Cut]:
    for cut in _cuts(word, endings):
        found = _Cut(cut.stem, tags | cut.tags)
        yield found
        if depth > 1:
            yield from _stripped(found.stem, endings, depth - 1, found.tags)


def _cuts(word: str, endings: _Table) -> Iterator[_Cut]:
    longest, table = endings
    for size in range(1, min(longest, len(word) - 1) + 1):
        for restore, tags in table.get(word[-size:], ()):
            yield _Cut(word[:-size] + restore, tags)


class Clitics:
    """What a pack writes as part of a word and we take for a word of its own: 발사했다|고."""

    def __init__(self, clitics: tuple[Clitic, ...]) -> None:
        self._pairs = [
            (tuple(letters(one) for one in clitic.after), tail, clitic)
            for clitic in clitics
            for tail in sorted(clitic.cut, key=len, reverse=True)
        ]
        self._ends = frozenset(tail[-1] for _, tail, _ in self._pairs)
        self._known: dict[str, int] = {}

    def length(self, word: str) -> int:
        """Return how many letters at the end of a word are a word of their own, or 0."""
        if word[-1] not in self._ends:
            return 0
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word)
        return known

    def _find(self, word: str) -> int:
        for after, tail, clitic in self._pairs:
            host = word[: -len(tail)]
            if not word.endswith(tail) or len(host) < clitic.least or host.endswith(clitic.never):
                continue
            if letters(host).endswith(after):
                return len(tail)
        return 0
