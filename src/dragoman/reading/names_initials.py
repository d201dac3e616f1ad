"""Finds people whose given names papers write as initials where the script has no capitals: "जे.पी. नड्डा".

A pack lists the names of letters (`initials`). One to four of them, each with a full stop, and the words behind
that nobody knows otherwise are a person; listed, where a table has the name without its stops.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from ..knowledge import fold
from ..records import NameType
from .language import Language
from .names_context import Context
from .names_found import Span
from .names_looks import Looks

__all__ = ["initialled"]

_MOST_LETTERS, _MOST_WORDS = 4, 3
_LEAST = -20
"""How much a word behind initials must look like a name."""
_FURTHER = 10
"""How much a second or third word must: by then the sentence goes on as often as the name."""


class _Finder(Protocol):
    context: Context
    taken: dict[tuple[int, int], Span]

    def unknown(self, number: int, token: int) -> bool: ...
    def hyphened(self, number: int, token: int) -> bool: ...
    def soft(self, span: Span) -> bool: ...
    def settle_words(self, number: int, first: int, last: int, type_: NameType, how: str) -> Span: ...


def initialled(number: int, finder: _Finder, looks: Looks) -> Iterator[Span]:
    """Yield the people of a line whose names begin with initials."""
    line, letters = finder.context.lines[number], _letters(finder.context.language)
    if not letters or line.text.find(".", line.start, line.end) < 0:
        return
    tokens = line.tokens
    at = 0
    while at < len(tokens) - 2:
        first = at
        while at + 1 < len(tokens) and tokens[at].norm in letters and tokens[at + 1].text == "." and (
            at - first < 2 * _MOST_LETTERS and _free(number, at, finder)
        ):  # fmt: skip
            at += 2
        if at == first:
            at += 1
            continue
        last = _end(number, at, finder, looks)
        if last >= at:
            yield _settled(number, first, at, last, finder)
            at = last + 1


@lru_cache(maxsize=64)
def _letters(language: Language) -> frozenset[str]:
    """Return how a language writes initials."""
    names = language.pack.names
    return frozenset(map(language.folding, names.initials)) if names is not None else frozenset()


def _free(number: int, token: int, finder: _Finder) -> bool:
    """Whether no name of several words has a token already."""
    taken = finder.taken.get((number, token))
    return taken is None or finder.soft(taken)


def _end(number: int, first: int, finder: _Finder, looks: Looks) -> int:
    """Return the last token of the name that goes on at a token, or the one before it."""
    tokens = finder.context.lines[number].tokens
    last = first - 1
    for count in range(_MOST_WORDS):
        at = last + 1
        if at >= len(tokens) or not finder.unknown(number, at):
            break
        if looks.score(tokens[at].norm) < (_FURTHER if count else _LEAST) and (number, at) not in finder.taken:
            break
        last = at
        while finder.hyphened(number, last + 1):
            last += 2
    return last


def _settled(number: int, first: int, words: int, last: int, finder: _Finder) -> Span:
    """Return the person from token `first` to `last`, listed if a table has the name without stops."""
    tokens = finder.context.lines[number].tokens
    letters = [tokens[at].text for at in range(first, words, 2)]
    rest = " ".join(token.text for token in tokens[words : last + 1])
    span = finder.settle_words(number, first, last, "PER", "initials")
    knowledge, code = finder.context.knowledge, finder.context.language.code
    for written in ("".join(letters), " ".join(letters)):
        hits = [hit for hit in knowledge.lookup(code, fold(f"{written} {rest}").text) if hit.type == "PER"]
        if len({hit.entity for hit in hits}) == 1:
            person = knowledge.entity(hits[0].entity)
            if person is not None:
                span.settle("PER", person.id, person.name, person.country, "alias")
    return span
