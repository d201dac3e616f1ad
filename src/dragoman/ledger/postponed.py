"""Acts that were put off: what was announced for some days, the word that it comes later, and what came of it.

One such act stays one event. Two of its accounts, the announcement and the deed of later days, would be two by
themselves; the account that it was put off, which lies between them, makes them one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .statements import AHEAD, DONE, Fact

__all__ = ["AGAINST", "may_move", "puts_off", "standing", "superseded"]

AGAINST = frozenset(("denied", "not_occurred"))
_ONCE = frozenset(("CONSULT", "SUPPORT", "SANCTION", "CONCEDE"))
"""What is announced for one time, rather than again and again."""
_ONCE_MODES = frozenset(("withdraw", "disarm", "resign"))
_ANNOUNCED_AGAIN = 60
"""Days after a window within which it is announced anew."""
_AFTERWARDS = 7
"""Days after a window within which it is told that it was missed."""


def may_move(fact: Fact) -> bool:
    """Return whether it announces for days of its own what comes once: it may move what was announced before."""
    once = fact.family in _ONCE or not _ONCE_MODES.isdisjoint(fact.statement.report.mode)
    return once and fact.ahead and fact.when.from_text and fact.when.bounded and not fact.statement.report.negated


def _moves(word: Fact, plan: Fact) -> bool:
    """Whether it was announced for later days before its days were over, or, but for meetings, soon after."""
    if word.status != "planned" or not may_move(word) or not may_move(plan) or word.visit != plan.visit:
        return False
    first, last, said, before = word.when.first, plan.when.last, word.said, plan.said
    if first is None or last is None or said is None or before is None:
        return False
    if word.family == "CONSULT" and not _of_one_man(word, plan):
        return False
    other_page = word.statement.article != plan.statement.article
    return other_page and first > last and before < said <= last + _ANNOUNCED_AGAIN * (word.family != "CONSULT")


def _of_one_man(word: Fact, plan: Fact) -> bool:
    """Whether both name a person in common; two states meet again and again."""
    shared = word.persons.keys() & plan.persons.keys()
    return any(word.persons[side] & plan.persons[side] for side in shared)


def puts_off(word: Fact, plan: Fact) -> bool:
    """Whether a word that something comes later speaks of what was announced, or did not come, for some days."""
    if _moves(word, plan):
        return True
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
    words = [fact for fact in facts if fact.put_off or may_move(fact)]
    if not words:
        return facts
    return [fact for fact in facts if not any(puts_off(word, fact) for word in words)] or facts
