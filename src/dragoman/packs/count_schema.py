"""What a sentence counts: how the dead, the hurt, the held and the things of war are told of in one language.

The ledger reads these to hold figures of two accounts against each other ("nine dead", "दस लोग मारे गए"). A word
is written as it stands; `word*` is every word that begins so, and several words follow each other.
"""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Counts", "Fate", "Thing"]

Fate = Literal["dead", "hurt", "held", "freed"]
"""What befell those who are counted."""
Thing = Literal[
    "people",
    "soldiers",
    "fighters",
    "civilians",
    "children",
    "police",
    "pilots",
    "captives",
    "diplomats",
    "aircraft",
    "drones",
    "missiles",
    "ships",
    "vehicles",
    "sites",
]
"""What is counted."""


class Counts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of fate, of things counted, and those that make a figure a bound or an estimate."""

    sources: tuple[str, ...]
    fates: dict[Fate, tuple[str, ...]]
    things: dict[Thing, tuple[str, ...]] = {}
    least: tuple[str, ...] = ()
    """Words beside a number that make it a lower bound ("at least", "more than")."""
    most: tuple[str, ...] = ()
    """Words beside a number that make it an upper bound."""
    about: tuple[str, ...] = ()
    """Words beside a number that make it an estimate."""
    counters: tuple[str, ...] = ()
    """What is glued to a number word when it counts (চার|জন, 두|명), or stands between it and its noun."""
    further: tuple[str, ...] = ()
    """Words beside a number that comes on top of others ("another six", "six more")."""
    vague: tuple[str, ...] = ()
    """Words beside a number word that make it no number (hàng chục, "tens of")."""
    ranges: tuple[str, ...] = ()
    """Words between the two ends of a range ("40 to 50")."""
    terms: tuple[str, ...] = ()
    """Words beside a length of time that make it a term of prison ("11 years in jail")."""
    turnout: tuple[str, ...] = ()
    """Words that tell that a number is of those who marched ("the turnout")."""
    organisers: tuple[str, ...] = ()
    """Words for those who called a march, whose count others do not share."""
    counted: tuple[str, ...] = ()
    """Words by which somebody gives a count of his own ("counted", "according to")."""
    whereas: tuple[str, ...] = ()
    """Words between two counts of one thing that set the one against the other ("while", "but")."""
    none: tuple[str, ...] = ()
    """Words for nobody and nothing beside which a fate tells that there were none ("nobody was hurt")."""
