"""Finds the place of an act in the clause of its trigger."""

from __future__ import annotations

from ..packs.frames import Frame
from ..records import Place
from .beside import (
    of_purpose,
)
from .language import Language
from .line import Line, Mention
from .noun_phrases import Reader
from .roles import behind_comma, fill
from .sites import Site

__all__ = ["place_mention", "place_of"]

_WITHIN = 4
"""Tokens from a place to the wider one that it lies in."""
_LEFT = (("withdraw",), ("release",))
"""Modes of acts that take place where somebody is taken or let away from."""


def place_mention(line: Line, site: Site, frame: Frame, language: Language) -> Mention | None:
    """Return the place that the trigger's clause gives for the act."""
    for mention in (*fill("place", site, line, language), *site.before, *site.after):
        if not language.subject_first and line.segments[mention.first] < line.segments[site.head]:
            continue
        if language.subject_first and of_purpose(line, mention, language):
            continue
        beside = language.text.verb_endings or mention.first < site.first or not behind_comma(line, site, mention)
        if mention.place is not None and mention.role == "place" and not mention.modifier and beside:
            return _with_country(mention, site)
    if frame.mode[:1] in _LEFT:
        return next((m for m in fill("source", site, line, language) if m.place is not None), None)
    return None


def _with_country(mention: Mention, site: Site) -> Mention:
    """Return a place, or what it lies in where only that is known: "in the village of X in eastern Ukraine"."""
    if mention.countries:
        return mention
    wider = [m for m in site.after if m.role == "place" and 0 < m.first - mention.last <= _WITHIN and m.countries]
    return wider[0] if wider and wider[0].place is not None and not wider[0].modifier else mention


def place_of(mention: Mention | None, reader: Reader) -> Place | None:
    if mention is None or mention.place is None:
        return None
    name = mention.place
    entity = reader.knowledge.entity(name.entity) if name.entity else None
    if name.how == "metonym" and name.country:
        entity = reader.knowledge.capital(name.country) or entity
    called = entity.name if entity is not None else name.name
    return Place(
        start=name.start, end=name.end, text=name.text, name=called or name.text, country=name.country,
        lat=entity.lat if entity else None, lon=entity.lon if entity else None, how=mention.role or "ground",
    )  # fmt: skip
