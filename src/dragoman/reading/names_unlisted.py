"""Finds names that no list has, by how the text is built: capitals, titles, honorifics, words of bodies.

An unlisted name gets `new:` and a key of its sound as entity, the same in every script. Where the text gives
no reason to take words for a name, there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from .names_capitals import Capitals
from .names_context import Context
from .names_finder import Finder, settle_unlisted
from .names_found import Span
from .names_syllables import Syllables
from .names_uncased import Uncased

__all__ = ["settle_unlisted", "unlisted_spans"]


def unlisted_spans(spans: Sequence[Span], context: Context) -> list[Span]:
    """Return unlisted names in the order of the text. Single listed words that belong to a longer name
    ("Kim" in the name of an unknown Kim) are settled as no names of their own."""
    taken: dict[tuple[int, int], Span] = {}
    for span in spans:
        for token in range(span.first, span.last + 1):
            taken[span.line, token] = span
    finder = _finder(context, taken)
    found: list[Span] = []
    for number in range(len(context.lines)):
        found.extend(finder.find(number))
    return found


def _finder(context: Context, taken: dict[tuple[int, int], Span]) -> Finder:
    """Return the finder that fits how a language is written."""
    names = context.language.pack.names
    if context.language.text.capitals:
        return Capitals(context, taken)
    return Syllables(context, taken) if names is not None and names.family_names else Uncased(context, taken)
