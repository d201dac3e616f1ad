"""To whom an act is done where the clause beside tells it: "summoned X and demanded", "curbs that it laid on X".

For languages whose word order tells clauses apart.
"""

from __future__ import annotations

from ..records import Party
from .filling import Filling
from .line import Line, Mention
from .nationality import state_of
from .results import particles_apart
from .shared_times import verb_joined
from .sites import Site

__all__ = ["beside_clause"]

_THAT = ("relative", "content")
"""How a clause with "that" may have been cut off."""
_RISEN = frozenset(("UAF", "REB"))
_KIND = frozenset(("AGREE", "SUPPORT"))
"""Types of kind words, which whoever calls or thanks somebody says to the same."""
_GREETED = frozenset(("phone", "meet", "congratulate", "thank", "praise"))
_CALLED = frozenset(("summon", "phone", "meet", "protest-note"))
"""Frames of words and meetings after which a demand is made of the same side."""


def beside_clause(task: Filling) -> tuple[Party, ...]:
    """Return whom the clause beside names, or whose ground rebels take; nobody where none does."""
    line, site, frame = task.line, task.site, task.frame
    if particles_apart(task.language):
        if frame.type in _KIND:
            return task.others(task.meant_by(_spoken_to(line, site)))
        return _both_ways(task) if frame.type == "SANCTION" else ()
    if not line.formed:
        return ()
    if frame.type == "REQUEST":
        return task.others(task.meant_by(_summoned_before(line, site)))
    if frame.id == "ease":
        return task.others(task.meant_by(_laid_upon(line, site)))
    return _of_risen(task) if frame.id == "take-ground" and task.where is None else ()


def _spoken_to(line: Line, site: Site) -> Mention | None:
    """Return whom the same subject calls, meets or thanks before: "[मोदी को] फोन कर … पूरे समर्थन का भरोसा दिया"."""
    subject = site.subject
    before = [p for p in line.predicates if p.head < site.first and p.subject is subject and not p.adjectival]
    if subject is None or not before:
        return None
    frames = [h.payload.frame for h in before[-1].hits]
    if not any(frame is not None and frame.id in _GREETED for frame in frames):
        before = before[:-1]  # "… फोन कर संवेदना जताई और …"
        frames = [h.payload.frame for h in before[-1].hits] if before else []
        if not any(frame is not None and frame.id in _GREETED for frame in frames):
            return None
    whom = [m for m in before[-1].before if m.role in ("dative", "source", "companion") and m.human and m.parties]
    others = {id(m) for m in line.mentions if m.human and m.parties and before[-1].last < m.first < site.first}
    return whom[-1] if whom and not others else None


def _both_ways(task: Filling) -> tuple[Party, ...]:
    """Return the one other state of a sentence whose trade or ties "with each other" somebody cuts.

    A pack lists the words for that as the class `bilateral`.
    """
    line, site = task.line, task.site
    words = [h for h in line.hits.get("class", ()) if h.payload.item == "bilateral"]
    if not any(site.first - 2 <= h.first <= site.head for h in words):
        return ()
    others = [m for m in line.mentions if m.countries and not m.countries & task.countries]
    return task.meant_by(others[0]) if len({frozenset(m.countries) for m in others}) == 1 else ()


def _summoned_before(line: Line, site: Site) -> Mention | None:
    """Return whom the verb that "and" joins summons or meets: "summoned the X ambassador and demanded that …"."""
    before = verb_joined(line, site)
    frames = [h.payload.frame for h in before.hits] if before is not None else []
    if before is None or not any(frame is not None and frame.id in _CALLED for frame in frames):
        return None
    objects = [m for m in before.after if m.role in (None, "goal", "companion") and m.human and m.parties]
    return objects[0] if objects and not objects[0].genitive else None


def _laid_upon(line: Line, site: Site) -> Mention | None:
    """Return upon whom what is lifted had been laid: "lift the curbs … that it imposed on X"."""
    number = line.segments[site.head]
    if number + 1 >= len(line.segment_kinds) or line.segment_kinds[number + 1] not in _THAT:
        return None
    verbs = [p for p in line.predicates if p.segment == number + 1 and "past" in p.tags]
    upon = [m for p in verbs for m in p.after if m.role in (None, "target", "against") and m.parties and m.human]
    return upon[0] if len(upon) == 1 else None


def _of_risen(task: Filling) -> tuple[Party, ...]:
    """Return the state whose ground its own rebels take where no list has the place: "seized the town of X"."""
    actors = task.actors
    if len(task.countries) != 1 or actors[0].country is None:
        return ()
    if not all(_RISEN & set(party.sector) and party.entity for party in actors):
        return ()
    abroad = any(m.kind == "place" and m.countries - {actors[0].country} for m in task.site.after)
    return () if abroad else (state_of(actors[0], task.reader, "the country that they rise in"),)
