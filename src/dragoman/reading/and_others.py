"""Particles that a list carries behind "and others", where endings are glued: "A-wa B deung 7-gaeguk-eun".

A pack lists the words for "and others" as the class `and-others`, and those for the states that they may count
("countries", "members") as `other-states`.
"""

from __future__ import annotations

from ..packs.schema import Tag
from .language import Language
from .line import Line, Mention

__all__ = ["take_others"]

_REACH = 4
"""Tokens from "and others" to the noun that tells what all of them are."""
_CASES: frozenset[Tag] = frozenset(
    ("topic", "nominative", "accusative", "genitive", "comitative", "dative", "allative", "locative", "ablative")
)


def take_others(line: Line, mention: Mention, language: Language) -> None:
    """Let a state reach over "and others", up to the word for states that ends the list and has its particle."""
    at = mention.last + 1
    if mention.kind != "state" or not mention.parties or not _of(line, at, "and-others"):
        return
    for end in range(at, min(len(line.tokens), at + 1 + _REACH)):
        if line.mention_at(end) is not None or not line.tokens[end].norm[0].isalnum():
            return
        particles = _particles(line, end, language)
        if (end == at and particles) or _of(line, end, "other-states"):
            mention.last, mention.tags = end, mention.tags | particles
            mention.genitive = "genitive" in particles
            return
        if particles - {"genitive"}:
            return


def _of(line: Line, at: int, name: str) -> bool:
    hits = line.at[at] if at < len(line.at) else []
    return any(hit.payload.kind == "class" and hit.payload.item == name and hit.first == at for hit in hits)


def _particles(line: Line, at: int, language: Language) -> frozenset[Tag]:
    forms = language.inflection.noun(line.tokens[at].norm)
    return next((one.tags & _CASES for one in forms if one.tags & _CASES and len(one.stem) > 0), frozenset())
