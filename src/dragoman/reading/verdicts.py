"""What a decision about status looks at, and what it answers."""

from __future__ import annotations

import msgspec

from ..packs.frames import Frame
from ..packs.schema import Tag
from ..records import Party, Status
from .line import Line, Region

__all__ = ["Context", "Verdict"]


class Context(msgspec.Struct, frozen=True, gc=False):
    """What the rules look at."""

    line: Line
    frame: Frame
    head: int
    tags: frozenset[Tag]
    verbal: bool
    """The trigger is a verb, or a noun with a light verb that shows tense."""
    first: int
    last: int
    regions: list[Region]
    actors: tuple[Party, ...]
    neutral: frozenset[str]
    """Entities that report without taking sides: agencies, papers, bodies of the world."""
    reach_before: int
    """First token from which cues before the trigger may speak for it."""
    reach_after: int
    verb_final: bool


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """A status with the word or rule that decided it; `status` None means no report."""

    status: Status | None
    negated: bool
    why: str
