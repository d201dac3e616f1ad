"""To whom an act is done where the clause beside tells it: "summoned X and demanded", "curbs that it laid on X".

For languages whose word order tells clauses apart.
"""

from __future__ import annotations

from ..records import Party
from .filling import Filling
from .line import Line, Mention
from .nationality import state_of
from .shared_times import verb_joined
from .sites import Site

__all__ = ["beside_clause"]

_THAT = ("relative", "content")
"""How a clause with "that" may have been cut off."""
_RISEN = frozenset(("UAF", "REB"))
_CALLED = frozenset(("summon", "phone", "meet", "protest-note"))
"""Frames of words and meetings after which a demand is made of the same side."""


def beside_clause(task: Filling) -> tuple[Party, ...]:
    """Return whom the clause beside names, or whose ground rebels take; nobody where none does."""
    line, site, frame = task.line, task.site, task.frame
    if not line.formed:
        return ()
    if frame.type == "REQUEST":
        return task.others(task.meant_by(_summoned_before(line, site)))
    if frame.id == "ease":
        return task.others(task.meant_by(_laid_upon(line, site)))
    return _of_risen(task) if frame.id == "take-ground" and task.where is None else ()


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
