"""Who is meant by a short or shared name beside an office: whoever holds the office on the day of publication.

Papers whose people have family names of one syllable call them by it ("Si juseok", Chairman Xi).
"""

from __future__ import annotations

from ..records import Entity, Office
from .noun_phrases import Reader, Unit

__all__ = ["country_then", "holder_named"]


def holder_named(name: str, titles: list[Unit], reader: Reader) -> Entity | None:
    """Return the one who bears a name, or a family name of one syllable, and holds the office then."""
    knowledge, language = reader.knowledge, reader.language
    if len(name) == 1:
        families = language.pack.names.family_first if language.pack.names is not None else ()
        bearers = [one for one in knowledge.called(language.code, name) if one.country in families]
    else:
        hits = knowledge.lookup(language.code, language.folding(name))
        found = [knowledge.entity(hit.entity) for hit in hits if hit.type == "PER"]
        bearers = [one for one in found if one is not None]
    fitting = [one for one in bearers if _held(one, titles, reader.published)]
    return fitting[0] if len(fitting) == 1 else None


def country_then(entity: str | None, titles: list[Unit], reader: Reader) -> str | None:
    """Return the country whose office somebody held then who has come to stand for a body of the world."""
    person = reader.knowledge.entity(entity) if entity else None
    held = _held(person, titles, reader.published) if person is not None else []
    return held[0].country if held else None


def _held(person: Entity, titles: list[Unit], published: str | None) -> list[Office]:
    """Return the offices of these titles that somebody holds on a day."""
    offices = {title.data.office for title in titles if title.data.office}
    day = (published or "")[:10]
    return [
        one
        for one in person.offices
        if day and one.office in offices and (one.since or "") <= day <= (one.until or "9999")
    ]
