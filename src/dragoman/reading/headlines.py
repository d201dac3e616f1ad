"""Headlines that tell of a visit without any word for it: a place, and who is there ("বেইজিংয়ে ব্লিঙ্কেন")."""

from __future__ import annotations

from ..packs.events_schema import Triggers
from .language import Entry, EntryHit, Language
from .line import Line, Mention
from .sites import Site, Trigger

__all__ = ["visit_told"]

_LONGEST = 12
"""Tokens of a headline."""
_CLOSES = frozenset((",", ";", ":"))


def visit_told(line: Line, language: Language) -> Trigger | None:
    """Return a visit that a headline tells by a place in the locative and who stands right behind it, or None."""
    if not line.tokens or len(line.tokens) > _LONGEST or not line.tokens[-1].norm[-1].isalnum():
        return None
    for place, guest in zip(line.mentions, line.mentions[1:], strict=False):
        if not _there(place) or not _guest(guest) or guest.first != place.last + 1:
            continue
        closes = guest.last + 1 == len(line.tokens) or line.tokens[guest.last + 1].text in _CLOSES
        if not closes or any(p.segment == line.segments[guest.first] for p in line.predicates):
            continue
        entry = Entry(kind="noun", item=Triggers(), frame=language.frames["arrive"])
        hit = EntryHit(guest.first, guest.last, guest.last, frozenset(), entry)
        site = Site(guest.first, guest.last, guest.last, False, before=[place], subject=guest)
        site.low, site.high = guest.first, guest.last
        return Trigger(hit, site)
    return None


def _there(place: Mention) -> bool:
    """Whether a phrase names a foreign country or town as where somebody is."""
    return place.role == "place" and place.kind in ("place", "state") and len(place.countries) == 1


def _guest(guest: Mention) -> bool:
    """Whether a phrase names one person of known country, unmarked."""
    plain = guest.kind == "person" and guest.role is None and not guest.genitive
    return plain and len(guest.parties) == 1 and guest.parties[0].type == "PER" and bool(guest.countries)
