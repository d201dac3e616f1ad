"""Words whose particle stands behind a bracket: "yanghae-gakseo(MOU)-reul chegyeol" is a pattern like any other.

Where endings are glued to words, papers put an acronym or a gloss in brackets between a word and its particle. The
lexicon is asked once more without the brackets, each word before one together with the particle behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from .language import EntryHit, Language
from .tokens import Token

__all__ = ["closing_bracket", "particle_behind", "with_bracketed"]

_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_MARKS = frozenset(("(", *_QUOTES))
_REACH = 9
"""Tokens from a bracket behind a word to the one that closes it."""


def closing_bracket(tokens: Sequence[Token], last: int) -> int | None:
    """Return the bracket that closes one which opens right behind a word."""
    opening = last + 1
    if opening >= len(tokens) or tokens[opening].text != "(" or tokens[opening].start != tokens[last].end:
        return None
    near = range(opening + 1, min(len(tokens), opening + _REACH))
    return next((at for at in near if tokens[at].text == ")"), None)


def particle_behind(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the token behind `at` is a particle that is glued to it."""
    behind = at + 1
    glued = behind < len(tokens) and tokens[behind].start == tokens[at].end
    return glued and bool(language.inflection.ending(tokens[behind].norm))


def _scare_quotes(tokens: Sequence[Token], language: Language) -> set[int]:
    """Return the marks around a few words that are no speech: a particle stands behind them."""
    found: set[int] = set()
    opening = -1
    for at, token in enumerate(tokens):
        if opening < 0 and token.text in _QUOTES:
            opening = at
        elif opening >= 0 and token.text == _QUOTES[tokens[opening].text]:
            if 1 < at - opening <= _REACH and particle_behind(tokens, at, language):
                found.update((opening, at))
            opening = -1
    return found


def with_bracketed(hits: Sequence[EntryHit], tokens: Sequence[Token], language: Language) -> list[EntryHit]:
    """Return the hits of a line together with those that stand across brackets."""
    if not any(token.text in _MARKS for token in tokens):
        return list(hits)
    scare = _scare_quotes(tokens, language)
    kept: list[Token] = []
    places: list[int] = []
    joined: set[int] = set()
    at = 0
    while at < len(tokens):
        token, place = tokens[at], at
        if at in scare:
            joined.add(at + 1)
            at += 1
            continue
        if at + 1 in scare and particle_behind(tokens, at + 1, language):
            joined.add(at)
            kept.append(structs.replace(token, norm=token.norm + tokens[at + 2].norm))
            places.append(place)
            at += 3
            continue
        close = closing_bracket(tokens, at) if token.norm[0].isalpha() else None
        if close is not None:
            joined.add(at)
            at = close
            if particle_behind(tokens, at, language):
                token = structs.replace(token, norm=token.norm + tokens[at + 1].norm)
                at += 1
        kept.append(token)
        places.append(place)
        at += 1
    across = [
        structs.replace(
            hit, first=places[hit.first], last=places[hit.last], head=places[hit.head], joint=places[hit.joint]
        )
        for hit in language.lexicon.find(kept)
        if any(places[inside] in joined for inside in range(hit.first, hit.last + 1))
    ]
    known = {(hit.first, hit.last, id(hit.payload)) for hit in across}
    found = [*across, *(hit for hit in hits if (hit.first, hit.last, id(hit.payload)) not in known)]
    return sorted(found, key=lambda hit: (hit.first, -hit.last))
