"""Acts that were put off: what was announced for some days, the word that it comes later, and what came of it.

One such act stays one event. Two of its accounts, the announcement and the deed of later days, would be two by
themselves; the account that it was put off, which lies between them, makes them one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .statements import AHEAD, DONE, Fact

__all__ = ["AGAINST", "puts_off", "standing", "superseded"]

AGAINST = frozenset(("denied", "not_occurred"))
_AFTERWARDS = 7
"""Days after a window within which it is told that it was missed."""


def puts_off(word: Fact, plan: Fact) -> bool:
    """Whether a word that something comes later speaks of what was announced, or did not come, for some days."""
    last = plan.when.last
    if not word.put_off or word is plan or not plan.when.from_text or last is None or word.said is None:
        return False
    if plan.status not in AHEAD and plan.status != "not_occurred":
        return False
    if plan.put_off and (plan.said or 0) >= word.said:
        return False
    if word.ahead and word.when.from_text and (word.when.first or 0) <= last:
        return False
    return (plan.said or 0) <= word.said <= last + _AFTERWARDS


def superseded(one: Fact, other: Fact, words: Iterable[Fact]) -> bool:
    """Whether the days of one of two facts were put off by a word that the other, of later days, came after."""
    return any(
        puts_off(word, plan) and _came_later(word, later)
        for word in words
        for plan, later in ((one, other), (other, one))
    )


def _came_later(word: Fact, later: Fact) -> bool:
    """Whether something came, or was announced anew, after it was put off."""
    if later is word or word.said is None:
        return False
    if later.status in DONE:
        return later.when.last is not None and later.when.last >= word.said
    return later.ahead and (later.said or 0) >= word.said


def standing(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Return the facts of an event without those whose days were put off, as long as any is left."""
    words = [fact for fact in facts if fact.put_off]
    if not words:
        return facts
    return [fact for fact in facts if not any(puts_off(word, fact) for word in words)] or facts
