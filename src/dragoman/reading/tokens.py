"""Words of a text with their places, and the shapes under which words are compared.

A token is a run of letters, marks and digits, or one other visible character. Clitic `'s`, hyphens and full
stops are tokens of their own; initials ("U.S.") are one. Offsets are code points of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..packs.schema import Tag
from ..packs.text_schema import Text
from .agglutination import Agglutination, Clitics

__all__ = ["Analysis", "Folding", "Inflection", "Token", "tokenize", "words_of"]


def _combining_ranges() -> str:
    """Return the marks of the basic plane as a regular-expression class (they are no `\\w` in Python)."""
    ranges: list[tuple[int, int]] = []
    for code in range(0x0300, 0x10000):
        if unicodedata.category(chr(code)) in ("Mn", "Mc"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1] = (ranges[-1][0], code)
            else:
                ranges.append((code, code))
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in ranges)


_LETTERS = rf"(?:[^\W\d৷]++|[{_combining_ranges()}\u00ad\u200c\u200d]++)++"
"""A run of letters with their marks and joiners, without digits."""
_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,}}"  # U.S., U.N.
    rf"|\d+(?:[.,:/]\d+)+"  # 1,200 3.5 14/9/2023 15:30
    rf"|['’]s\b"
    rf"|{_LETTERS}(?:['’](?!s\b){_LETTERS})*"
    rf"|\d+"
    rf"|[^\s]"
)
_JOINERS = {0x200C: None, 0x200D: None, 0x2019: "'", 0x00AD: None}


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token: `start` and `end` in the text, the words as written, and the form they are compared by."""

    start: int
    end: int
    text: str
    norm: str


class Folding:
    """How words of one language are compared: case, joiners, the pack's dropped characters and variants."""

    def __init__(self, text: Text) -> None:
        table: dict[int, str | None] = dict(_JOINERS)
        table.update({ord(char): None for char in text.drop})
        table.update({ord(old): new for old, new in text.fold.items() if len(old) == 1})
        self._table = table
        self._longer = [(old, new) for old, new in text.fold.items() if len(old) > 1]
        self._digits = {ord(digit): str(value) for value, digit in enumerate(text.digits)}
        self._table.update(self._digits)
        self.seen: dict[str, str] = {}
        """Words that were folded before."""
        self.clitics = Clitics(text.clitics) if text.clitics else None
        self.leading = frozenset(text.leading_letters)
        self.particles = frozenset(ending.suffix for ending in text.noun_endings) if self.leading else frozenset()

    def __call__(self, word: str) -> str:
        """Return the form under which `word` is compared."""
        known = self.seen.get(word)
        if known is None:
            known = word.casefold().translate(self._table)
            for old, new in self._longer:
                known = known.replace(old, new)
            if len(self.seen) < 200_000:
                self.seen[word] = known
        return known


def words_of(text: str, end: int) -> list[str]:
    """Return the words of `text[:end]` as written: tokens that begin with a letter."""
    return [word for word in _TOKEN.findall(text, 0, end) if word[0].isalpha()]


def tokenize(text: str, start: int, end: int, folding: Folding) -> list[Token]:
    """Return the tokens of `text[start:end]`, with offsets in `text`.

    What folds to nothing (a joiner that stands alone) is no token.
    """
    known = folding.seen
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        norm = known.get(word) or folding(word)
        if norm:
            first = match.start()
            tokens.append(Token(first, first + len(word), word, norm))
    return tokens if folding.clitics is None else _parted(tokens, folding.clitics, folding)


def _parted(tokens: list[Token], clitics: Clitics, folding: Folding) -> list[Token]:
    """Return the tokens with what is written together as words of their own."""
    parted: list[Token] = []
    for token in _led(tokens, folding) if folding.leading else tokens:
        size = clitics.length(token.text)
        if size:
            cut, word = token.end - size, token.text
            parted.append(Token(token.start, cut, word[:-size], folding(word[:-size])))
            parted.append(Token(cut, token.end, word[-size:], folding(word[-size:])))
        else:
            parted.append(token)
    return parted


def _led(tokens: list[Token], folding: Folding) -> Iterator[Token]:
    """Yield the tokens, the letter of a state that begins one parted from the noun behind it."""
    for token in tokens:
        word = token.text
        rest = word[1:]
        noun = len(rest) > 1 and rest[0].isalpha() and rest not in folding.particles
        if not noun or word[0] not in folding.leading or folding.leading.issuperset(word[:2]):
            yield token
            continue
        cut = token.start + 1
        yield Token(token.start, cut, word[0], folding(word[0]))
        yield Token(cut, token.end, rest, folding(rest))


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """One way to take a form apart: its stem, and what its ending says."""

    stem: str
    tags: frozenset[Tag]


_NONE: frozenset[Tag] = frozenset()
_COUNTED: frozenset[Tag] = frozenset(("definite", "plural"))
"""What articles and plurals glued to a noun say, before any case."""


class Inflection:
    """Takes forms apart by a pack's endings; forms once seen are remembered.

    `noun(norm)` and `verb(norm)` return every analysis, the bare form first. An analysis is only a
    possibility: whether its stem exists is known to the lexicon that asks.
    """

    def __init__(self, text: Text, folding: Folding) -> None:
        self._glued = Agglutination(text) if text.agglutinative else None
        self._noun = _by_suffix(text.noun_endings, folding)
        self._paradigms = _by_form(text, folding)
        self.replaces = bool(text.paradigms)
        """Whether endings replace the last letters of names."""
        self._verb = _by_suffix(text.verb_endings, folding)
        self._shapes: dict[str, list[str]] = {}
        for stem, shapes in text.stems.items():
            for shape in shapes:
                self._shapes.setdefault(folding(shape), []).append(folding(stem))
        self._irregular: dict[str, list[Analysis]] = {}
        for entry in text.irregular:
            for form, tags in entry.forms.items():
                self._irregular.setdefault(folding(form), []).append(
                    Analysis(folding(entry.stem), frozenset(tags))
                )
        self._cases: dict[frozenset[Tag], list[str]] = {}
        articles = any("definite" in ending.tags for ending in text.noun_endings)
        for suffix, readings in self._noun[1].items() if articles else ():
            for restore, said in readings:
                if not restore and not said & _COUNTED:
                    self._cases.setdefault(said, []).append(suffix)
        self._imperfective = frozenset(folding(word) for word in text.imperfective)
        self.noun = lru_cache(maxsize=100_000)(self._analyse_noun)
        self.verb = lru_cache(maxsize=100_000)(self._analyse_verb)
        self.citations = lru_cache(maxsize=100_000)(self._citations)
        """The words that a form may be a case of, itself first; remembered."""

    def ending(self, suffix: str) -> frozenset[Tag]:
        """Return what a noun's ending says, or nothing where the pack has no such ending."""
        if self._glued is not None:
            return self._glued.particles(suffix)
        found = self._noun[1].get(suffix)
        return found[0][1] if found else _NONE

    def uncounted(self, analysis: Analysis) -> Iterator[str]:
        """Yield the forms that a noun with a glued article or plural has without it: চুক্তিটিতে, চুক্তিতে."""
        if not (self._cases and analysis.tags & _COUNTED):
            return
        case = analysis.tags - _COUNTED
        if not case:
            yield analysis.stem
        for suffix in self._cases.get(case, ()):
            yield analysis.stem + suffix

    def _analyse_noun(self, norm: str) -> tuple[Analysis, ...]:
        if self._glued is not None:
            return (Analysis(norm, _NONE), *(Analysis(*one) for one in self._glued.noun(norm)))
        bare = (Analysis(norm, _NONE), *_cut(norm, self._noun))
        return (*bare, *_citations(norm, self._paradigms)) if self.replaces else bare

    def _citations(self, norm: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(analysis.stem for analysis in self.noun(norm)))

    def _analyse_verb(self, norm: str) -> tuple[Analysis, ...]:
        if self._glued is not None:
            endings = [Analysis(*one) for one in self._glued.verb(norm)]
        else:
            endings = _cut(norm, self._verb)
        found = [Analysis(norm, _NONE), *self._irregular.get(norm, ()), *endings]
        for analysis in tuple(found):
            found.extend(Analysis(stem, analysis.tags) for stem in self._shapes.get(analysis.stem, ()))
        if self._imperfective:
            return tuple(_going_on(one) if one.stem in self._imperfective else _completed(one) for one in found)
        return tuple(found)


def _going_on(analysis: Analysis) -> Analysis:
    """Return a form of a verb of action under way: its present tells what goes on."""
    if "present" not in analysis.tags or not analysis.tags & {"finite", "participle"}:
        return analysis
    return Analysis(analysis.stem, analysis.tags | {"progressive"})


def _completed(analysis: Analysis) -> Analysis:
    """Return a form of a verb of completed action: its present tells the future."""
    if "present" not in analysis.tags or "participle" in analysis.tags:
        return analysis
    return Analysis(analysis.stem, (analysis.tags - {"present"}) | {"future"})


_Endings = dict[str, list[tuple[str, frozenset[Tag]]]]


def _by_suffix(endings: tuple, folding: Folding) -> tuple[int, _Endings]:  # type: ignore[type-arg]
    table: _Endings = {}
    for ending in endings:
        table.setdefault(folding(ending.suffix), []).append((ending.restore, frozenset(ending.tags)))
    return max(map(len, table), default=0), table


_Forms = dict[str, list[tuple[str, frozenset[str], frozenset[Tag]]]]


def _by_form(text: Text, folding: Folding) -> tuple[int, _Forms]:
    """Return a pack's paradigms by the endings of their forms: citation ending, letters before it, tags."""
    table: _Forms = {}
    for paradigm in text.paradigms:
        after = frozenset(folding(paradigm.after))
        for form, tags in paradigm.forms.items():
            table.setdefault(folding(form), []).append((folding(paradigm.ending), after, frozenset(tags)))
    return max(map(len, table), default=0), table


def _citations(norm: str, forms: tuple[int, _Forms]) -> list[Analysis]:
    longest, table = forms
    found = []
    for size in range(min(longest, len(norm) - 2) + 1):
        stem = norm[: len(norm) - size]
        for ending, after, tags in table.get(norm[len(norm) - size :], ()):
            if not after or stem[-1] in after:
                found.append(Analysis(stem + ending, tags))
    return found


def _cut(norm: str, endings: tuple[int, _Endings]) -> list[Analysis]:
    longest, table = endings
    found = []
    for size in range(1, min(longest, len(norm) - 1) + 1):
        for restore, tags in table.get(norm[-size:], ()):
            found.append(Analysis(norm[:-size] + restore, tags))
    return found
