"""Finds bodies whose names are words of one syllable each, where every second or so has a capital: Liên đoàn Lao
động Hàn Quốc, Tổng cục Hải quan Campuchia (Vietnamese)."""

from __future__ import annotations

from collections.abc import Iterator

from .language import EntryHit
from .names_finder import Finder
from .names_found import Span

__all__ = ["syllabic_bodies"]

_LONGEST = 10
"""Syllables behind the word for a body at the most."""
_SHORT = 4
"""Letters of a syllable without marks at the most; longer words are foreign."""
_STATE = 3
"""Letters of a state's id."""
_JOINS = 1
"""Words in small letters that may join two parts of a name."""
_BREAKS = (
    "marker",
    "reporting",
    "verb",
    "cue",
    "coordinator",
    "plain",
    "complementiser",
    "subordinator",
    "pronoun",
)
"""What begins no second syllable of a word in a name."""


def syllabic_bodies(number: int, finder: Finder) -> Iterator[Span]:
    """Yield the bodies of a line, the state that ends a name among its words."""
    context = finder.context
    for hit in context.lines[number].hits.get("org-word", ()):
        first = hit.first
        if not context.word(number, first)[:1].isupper() or not _free(number, first, hit.last, finder):
            continue
        last, state = _end(number, hit.last, finder)
        own = state is not None and state.first == hit.last + 1
        inside = not context.first_word(number, first) and context.word(number, last + 1)[:1].islower()
        least = 1 if own or (inside and not _said_outside(number, hit, finder)) else 2
        bare = own and (hit.first == hit.last or context.ending(number, hit.last, "body") is not None)
        if bare or last - hit.last < least:
            continue  # a state's body is put together when names are given back
        found = finder.settle_words(number, first, last, "ORG", "word of a body")
        if state is not None:
            found.country = next((one.entity for one in state.hits if len(one.entity) == _STATE), None)
        yield found


def _said_outside(number: int, hit: EntryHit, finder: Finder) -> bool:
    """Whether the word for a body stands outside the names that it shows."""
    language, names = finder.context.language, finder.context.language.pack.names
    said = " ".join(token.norm for token in finder.context.lines[number].tokens[hit.first : hit.last + 1])
    return names is None or said in {language.folding(word) for word in names.outside_names}


def _free(number: int, first: int, last: int, finder: Finder) -> bool:
    return all((number, token) not in finder.taken for token in range(first, last + 1))


def _end(number: int, head: int, finder: Finder) -> tuple[int, Span | None]:
    """Return the last token of a body's name behind its head, and the listed place that ends it."""
    context = finder.context
    last, at = head, head + 1
    while at - head <= _LONGEST:
        word, span = context.word(number, at), finder.taken.get((number, at))
        if not word[:1].isupper():
            joins = at == last + _JOINS and context.starting(number, at, "coordinator") is not None
            if not joins or not context.word(number, at + 1)[:1].isupper() or last == head:
                break
            at += 1
            continue
        if span is not None and not finder.soft(span):
            placed = not span.settled and any(hit.type == "GPE" for hit in span.hits)
            return (span.last, span) if placed else (last, None)
        last, at = at, at + 1
        if _second(number, at, finder) and (not word.isascii() or len(word) <= _SHORT):
            last, at = at, at + 1
    return last, None


def _second(number: int, at: int, finder: Finder) -> bool:
    """Whether a word in small letters may be the second syllable of a word of a name."""
    context = finder.context
    if not context.word(number, at)[:1].islower() or not context.is_word(number, at):
        return False
    return all(context.starting(number, at, kind) is None for kind in _BREAKS)
