"""Fills a frame: finds the mentions for its roles and turns them into the parties and place of a report.

A place can stand for the state whose ground it is, a capital for its government, a crowd for the country where
it stands; each such step is named in the party's `how`. Where a role that the frame needs stays empty, the
answer is the reason, in words.
"""

from __future__ import annotations

from typing import NamedTuple

from ..packs.frames import Frame
from ..records import Party, Place
from .beside import place_beside
from .doers import complete_sides, find_actors, unfit_actors
from .filling import Filling
from .grounds import joined_place, place_mention, place_of
from .line import Line, Mention
from .noun_phrases import Reader
from .recipients import find_recipients, unfit_recipients
from .setting import Setting
from .sites import Site
from .whereabouts import invited_to, place_apart

__all__ = ["Filled", "fill_frame"]

_AIMED = frozenset((None, "dative", "goal", "target", "against"))
_FROM_AFAR = (("aerial",), ("drone",), ("heavy-weapons",))
"""Modes of attacks that strike a state's ground where the state is their aim."""


class Filled(NamedTuple):
    """A frame's fillers, and the confidence that finding them cost."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    lost: float


def fill_frame(
    line: Line,
    site: Site,
    frame: Frame,
    roles: tuple[tuple[str, ...], tuple[str, ...]],
    reader: Reader,
    setting: Setting,
) -> Filled | str:
    """Return the fillers, or why the frame cannot be filled. `roles` are those of the actor and the recipient."""
    site.sides = frame.both
    if site.verbal and site.predicate is not None and site.predicate.unknown:
        return "somebody unknown acts"
    task = Filling(line, site, frame, reader, setting, place_mention(line, site, frame, reader.language))
    reason = (
        find_actors(task, roles[0])
        or unfit_actors(task)
        or complete_sides(task)
        or find_recipients(task, roles[1])
        or unfit_recipients(task)
    )
    if reason:
        return reason
    lost = task.lost + max((m.lost for m in task.objects), default=0.0)
    place = place_of(_place(task), reader) or place_apart(task)
    return Filled(task.actors, task.recipients, place, lost)


def _place(task: Filling) -> Mention | None:
    """Return where it takes place: at the host's, on the ground that was hit, beside the two sides, or as told."""
    line, site, frame = task.line, task.site, task.frame
    host = task.objects[0] if task.objects else None
    if host is not None and frame.mode[:1] == ("visit",) and host.place is not None:
        return host
    if host is not None and frame.ground and host.kind == "place" and frame.type != "SANCTION":
        return host
    where = task.where
    if where is None and frame.both and task.doers:
        where = place_beside(line, site, task.doers, task.language)
    if where is not None and where is host and frame.type == "SANCTION":
        return None  # where an envoy is called back from
    if where is None and task.language.text.agglutinative and host is not None and _struck(host, frame):
        where = host
    if where is None and line.formed:
        where = joined_place(line, site, frame)
    return where or invited_to(task)


def _struck(host: Mention, frame: Frame) -> bool:
    """Whether a state is what somebody fires at, bombs or invades, so that it is where that happens."""
    aimed = host.kind == "state" and host.place is not None and host.role in _AIMED
    return aimed and frame.type == "ASSAULT" and (frame.mode in _FROM_AFAR or frame.id == "invade")
