"""Where a trigger stands: the phrases around it that it may take, and who is its subject."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ..packs.schema import Tag
from ..records import Party
from .language import EntryHit
from .line import Mention, Predicate

__all__ = ["Site", "Trigger"]


class Site(msgspec.Struct, eq=False):
    """Where a trigger stands: the phrases it may take, and who is its subject."""

    first: int
    last: int
    head: int
    verbal: bool
    before: list[Mention] = msgspec.field(default_factory=list)
    after: list[Mention] = msgspec.field(default_factory=list)
    subject: Mention | None = None
    subject_how: str = "subject"
    predicate: Predicate | None = None
    passive: bool = False
    tags: frozenset[Tag] = frozenset()
    happens: bool = False
    carried: str | None = None
    """Words of a future that the verb before shares with this one."""
    low: int = 0
    high: int = 0
    sides: bool = False
    """Whether the frame has two sides that both act, so that a bare name behind its noun is one of them."""
    verb_head: bool = False
    """The trigger is a verb itself, and no noun with a verb that carries it."""
    doer: Mention | None = None
    """Who did the act that the trigger is a result of, where its own subject is who suffered it."""
    speaker: Mention | None = None
    """Whose words the trigger stands in."""
    undergone: bool = False
    """The genitive beside its noun is whom it is done to, where cases tell roles."""
    hidden: bool = False
    """A plural verb without subject hides who acts, as a passive without agent does: "в Минске задержали"."""
    addressed: Mention | None = None
    """Who must act, in what the trigger says."""
    mutual: bool = False
    """The trigger's words say that all who act do it to each other: "traded accusations"."""
    joins: bool = False
    """A participle whose clause goes on to a verb behind it: "নিন্দা জানিয়ে … হুমকি দিয়েছেন"."""
    answered: tuple[Party, ...] = ()
    """Whose act the trigger answers, where its own clause names nobody."""
    accused: bool = False
    """Whether somebody has just told that who answers did harm, so that what he denies is known."""


class Trigger(NamedTuple):
    """One selected hit with its surroundings."""

    hit: EntryHit
    site: Site
