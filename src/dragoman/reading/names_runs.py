"""Finds people by nothing but two or three words in a row that nobody knows and that are made of letters as names
are, where the script has no capitals.

The row must be whole: known words, marks or adpositions stand on both sides of it, an adposition or a mark right
behind. A place that owns it ("नेपाल के X Y"), a kind of person before it, or its own looks must speak for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ..records import NameType
from .names_context import Context
from .names_found import Span
from .names_looks import Looks

__all__ = ["looking_runs"]

_FEWEST, _MOST = 2, 3
_BODY = 5
"""How much each word before the word of a body must look like a name."""
_EACH, _TOGETHER, _OWNED = 12, 75, 40
"""How much each word, and all together, must look like names; and all together where something shows a person."""


class _Finder(Protocol):
    context: Context
    taken: dict[tuple[int, int], Span]

    def unknown(self, number: int, token: int) -> bool: ...
    def hyphened(self, number: int, token: int) -> bool: ...
    def settle_words(self, number: int, first: int, last: int, type_: NameType, how: str) -> Span: ...


def looking_runs(number: int, finder: _Finder, looks: Looks) -> Iterator[Span]:
    """Yield the people of a line that nothing but their looks and their place show."""
    if not finder.context.language.postposed:
        return  # glued endings hide where a row closes
    tokens = finder.context.lines[number].tokens
    at = 0
    while at < len(tokens):
        if not _fresh(number, at, finder):
            at += 1
            continue
        first, words = at, []
        while at < len(tokens) and _fresh(number, at, finder):
            words.append(tokens[at].norm)
            at += 1
            while at < len(tokens) - 1 and finder.hyphened(number, at):
                at += 2
        last = at - 1
        scores = [looks.score(word) for word in words]
        body = finder.context.starting(number, last + 1, "org-word")
        if body is not None and words and min(scores) >= _BODY and len(words) <= _MOST:
            if not _generic(number, body.last, finder):
                yield finder.settle_words(number, first, body.last, "ORG", "word of a body")
            continue
        if not _FEWEST <= len(words) <= _MOST or min(scores) < _EACH:
            continue
        least = _OWNED if _shown(number, first, finder) else _TOGETHER
        if sum(scores) >= least and _closed(number, last + 1, finder):
            yield finder.settle_words(number, first, last, "PER", "looks")


def _fresh(number: int, token: int, finder: _Finder) -> bool:
    """Whether nobody knows a word: neither the pack nor any list, and it is no verb's form."""
    context = finder.context
    if not finder.unknown(number, token) or (number, token) in finder.taken:
        return False
    norm = context.lines[number].tokens[token].norm
    return norm not in context.language.not_names and not norm[0].isdigit()


def _generic(number: int, token: int, finder: _Finder) -> bool:
    """Whether the word of a body stands outside its name ("the company X"), or acts for a state ("X अदालत")."""
    if finder.context.ending(number, token, "body") is not None:
        return True
    names = finder.context.language.pack.names
    outside = names.outside_names if names is not None else ()
    return finder.context.lines[number].tokens[token].norm in {finder.context.language.folding(w) for w in outside}


def _shown(number: int, first: int, finder: _Finder) -> bool:
    """Whether a place owns the row, or a word for a kind of person stands right before it."""
    context = finder.context
    if first < 1:
        return False
    if (
        context.ending(number, first - 1, "source") is not None
        or context.ending(number, first - 1, "body") is not None
    ):
        return True
    marker = context.ending(number, first - 1, "marker")
    if marker is None or marker.payload.item.role != "genitive" or first < 2:
        return False
    owner = finder.taken.get((number, marker.first - 1))
    return owner is not None and any(hit.type in ("GPE", "ORG") for hit in owner.hits)


def _closed(number: int, token: int, finder: _Finder) -> bool:
    """Whether an adposition, a mark or a word that joins stands at a token."""
    context = finder.context
    word = context.word(number, token)
    if not word or not word[0].isalnum():
        return True
    return any(
        context.starting(number, token, kind) is not None
        for kind in ("marker", "coordinator", "verb", "reporting", "according", "contrast")
    )
