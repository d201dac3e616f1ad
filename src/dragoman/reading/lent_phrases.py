"""Phrases that a relative word brings into its clause, where cases tell roles: "Каир, [где] он встретился с …".

A pack lists such words as the classes `relative-place`, `relative-goal` and so on, by the role that whoever stands
before their comma then has.
"""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from ..packs.schema import Role
from .line import Line, Mention

__all__ = ["lent"]

_CLASS = "relative-"
_COMMA = 2
"""Tokens from a phrase to the relative word behind its comma."""
_WHERE = frozenset(("place", "goal", "source"))


def lent(line: Line, number: int) -> list[Mention]:
    """Return whom or what the word that opens a relative clause stands for, with the role that it has there."""
    opening = line.segments.index(number)
    words = [
        hit for at in (opening, opening - 1) for hit in (line.at[at] if at >= 0 else ())
        if hit.payload.kind == "class" and str(hit.payload.item).startswith(_CLASS) and hit.last >= opening
    ]  # fmt: skip
    word = max(words, key=lambda hit: hit.last - hit.first, default=None)
    before = [m for m in line.mentions if word is not None and m.last < word.first]
    if word is None or not before or word.first - before[-1].last > _COMMA:
        return []
    mention = before[-1]
    role = cast(Role, str(word.payload.item).removeprefix(_CLASS))
    if mention.modifier or not mention.parties or (role in _WHERE and mention.place is None and not mention.human):
        return []
    return [replace(mention, role=role, genitive=False, marker=None)]
