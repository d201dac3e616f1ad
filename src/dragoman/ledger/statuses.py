"""The feature `status`: whether two statements can be of one event with what each says of its coming about."""

from __future__ import annotations

from .dates import EXACT_DAYS
from .levels import Feature
from .statements import CLAIMED, DONE, Fact, own_word

__all__ = ["status"]

_SOON = 3
"""Days within which a claim without a day speaks of what has just happened."""
_RESUMED = 30
"""Days within which a meeting that was called off without a word on its day may take place after all."""


def status(a: Fact, b: Fact) -> Feature:
    """With which status: what happened and what did not are two; a denial belongs to what is alleged."""
    one, other = a.status, b.status
    if one == other:
        return _LIKE_STATUS
    if one in CLAIMED and other in CLAIMED:
        return _DENIAL
    if "not_occurred" in (one, other):
        if one in DONE or other in DONE:
            return _HELD if _held_after_all(*((a, b) if one == "not_occurred" else (b, a))) else _NOT_HAPPENED
        return _CALLED_OFF if a.ahead or b.ahead else _NOT_DENIED
    if (one in DONE and other == "alleged") or (other in DONE and one == "alleged"):
        if own_word(a if one in DONE else b):
            return _OWN_CLAIM
        return _ALLEGED_DAY if _on_one_day(a, b) else _ALLEGED
    if (one in DONE and other == "denied") or (other in DONE and one == "denied"):
        return _DENIED_DEED
    if a.ahead != b.ahead and (one in CLAIMED or other in CLAIMED):
        return _CLAIM_AHEAD
    return _LIKE_STATUS


def _held_after_all(off: Fact, deed: Fact) -> bool:
    """Whether what was called off took place later, on the day for which it was called off or soon after."""
    if off.published is None or deed.when.first is None or deed.published is None:
        return False
    if deed.when.from_text:
        return off.when.from_text or 0 < deed.when.first - off.published <= _RESUMED
    # News without a day of its own is mostly of the day before; it must be younger than the calling-off.
    called_for = off.when.first if off.when.from_text and off.when.first is not None else off.published + 1
    return deed.published > off.published and called_for <= deed.published <= called_for + _RESUMED


def _on_one_day(a: Fact, b: Fact) -> bool:
    """Whether the text dates both by the same few days, or only one, and the other was told then or soon after.

    What differs is then how the outlet tells it.
    """
    if a.when.from_text and b.when.from_text:
        return a.when[:2] == b.when[:2] and a.when.days <= EXACT_DAYS
    dated, other = (a, b) if a.when.from_text else (b, a)
    if not dated.when.from_text or dated.when.days > EXACT_DAYS or other.published is None:
        return False
    return (dated.when.first or 0) <= other.published <= (dated.when.last or 0) + _SOON


_LIKE_STATUS = Feature("status", "compatible", 0.0)
_DENIAL = Feature("status", "alleged and denied", 0.1)
_NOT_HAPPENED = Feature("status", "happened and did not happen", 0, True)
_CALLED_OFF = Feature("status", "announced and called off", 0.1)
_HELD = Feature("status", "called off and held after all", 0.0)
_NOT_DENIED = Feature("status", "claimed and did not happen", -0.1)
_ALLEGED = Feature("status", "told as done and alleged", -0.1)
_OWN_CLAIM = Feature("status", "claimed by who did it and alleged by others", 0.0)
_ALLEGED_DAY = Feature("status", "told as done and alleged of one day", 0.0)
_DENIED_DEED = Feature("status", "told as done and denied", -0.1)
_CLAIM_AHEAD = Feature("status", "claimed and to come", -0.05)
