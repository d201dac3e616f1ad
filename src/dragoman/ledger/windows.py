"""Forecasts before their outcome: the window of what was announced, and the rule that will decide it.

Both follow from what was said alone: nothing that became known later may change them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from .spans import iso
from .statements import AHEAD, Fact, ordinal

__all__ = [
    "FORCE",
    "Window",
    "carried_out_by",
    "is_forecast",
    "is_of_calendar",
    "late_by",
    "rule_of",
    "soon",
    "window_of",
]

_DAYS = {"CONSULT": 120, "SUPPORT": 365, "AGREE": 180, "CONCEDE": 180, "SANCTION": 120, "RETREAT": 120}
_DAYS_OF_A_VISIT = 365
_DAYS_OF_FORCE = 90
_DAYS_OF_A_MEASURE = 180
_MEASURES = frozenset(("COERCE", "MOBILIZE"))
"""What a state announces and prepares before it does it."""
_LONG = 365
_SOON = 90
_DAY_OR_TWO = 2
_VAGUE = 3
"""Days by which a window of days or weeks may be missed."""
FORCE = frozenset(("ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "THREATEN"))
"""Acts that come within weeks of being announced, if at all."""
_THREAT = {
    "violence": ("ASSAULT",),
    "restrict": ("COERCE", "SANCTION"),
    "arrest": ("COERCE",),
    "relations": ("SANCTION",),
    "expel": ("SANCTION", "COERCE"),
    "territory": ("MOBILIZE", "ASSAULT"),
}
"""What carries a threat out, by its mode. Without one, any act of material conflict does."""
_ANY_THREAT = ("SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
_LIKE = {
    "CONCEDE": ("RETREAT",),
    "RETREAT": ("COOPERATE",),
    "AGREE": ("SUPPORT", "COOPERATE"),
    "SUPPORT": ("AGREE", "COOPERATE"),
    "COOPERATE": ("AID", "arms", "RETREAT", "MOBILIZE"),
    "AID": ("arms", "COOPERATE"),
    "arms": ("AID", "COOPERATE"),
    "MOBILIZE": ("COOPERATE",),
    "SANCTION": ("COERCE",),
    "COERCE": ("SANCTION",),
}
"""What else may be told where what was announced comes: a ceasefire that holds, a pact that is signed, prisoners
who are swapped, an exercise that is held together, a ban."""
_PROMISE = ("SUPPORT", "COOPERATE", "AID", "RETREAT")
"""What keeps a promise, or an agreement to cooperate."""


class Window(NamedTuple):
    """First and last day as ISO dates, and whether the text gives them (else they follow from the kind of act)."""

    first: str | None
    last: str | None
    stated: bool


def is_forecast(fact: Fact) -> bool:
    """Return whether a statement says that something is to come: an announcement, prediction, threat or promise.

    A promise counts where the text tells who promised and to whom, since nothing else could decide it. What two
    agree on is a deed of both, and no promise. Whom somebody will meet, and with what and whom somebody threatens,
    must be told for the same reason.
    """
    if fact.status in AHEAD:
        return fact.family != "CONSULT" or len(fact.parties) > 1 or bool(_place(fact))
    if fact.status not in ("occurred", "ongoing") or fact.statement.report.historical:
        return False
    if fact.family == "THREATEN":
        return bool(fact.recipients) and not _THREAT.keys().isdisjoint(fact.statement.report.mode)
    return fact.family == "AGREE" and bool(fact.recipients)


def carried_out_by(fact: Fact) -> tuple[str, ...]:
    """Return the families of acts that decide a forecast; a like act tells nothing of what was doubted."""
    if fact.status in AHEAD and fact.statement.report.negated:
        return (fact.family,)
    if fact.status in AHEAD:
        return (fact.family, *_LIKE.get(fact.family, ()))
    if fact.family == "AGREE":
        return _PROMISE
    found = [family for mode in fact.statement.report.mode for family in _THREAT.get(mode, ())]
    return tuple(dict.fromkeys(found)) or _ANY_THREAT


def window_of(fact: Fact) -> Window:
    """Return the window of a forecast: the days that the text gives, else so many days from the saying as acts of
    its kind take to come.

    A visit and what is signed or ratified have a year, a meeting four months, force three months, what is granted
    half a year. On a page
    without a date, of no stated time, it has none. Doubt without a stated time has no end: nobody can say when
    "unlikely to come" has held long enough.
    """
    time = fact.statement.report.time
    ahead = fact.status in AHEAD
    if ahead and time is not None and (fact.when.from_text or fact.statement.report.negated):
        first, last = ordinal(time.earliest), ordinal(time.latest)
        if fact.said is not None and (first is None or last is None or first < fact.said <= last):
            first = max(first or 0, fact.said) if last is None else min(fact.said, last)
        if first is not None:
            return Window(iso(first), iso(first + _days(fact) if last is None else last), True)
    if fact.said is None:
        return Window(None, None, False)
    if ahead and fact.statement.report.negated:
        return Window(iso(fact.said), None, False)
    said = fact.said
    if not ahead and fact.when.from_text and fact.when.bounded:
        said = fact.when.last or said
    return Window(iso(said), iso(said + _days(fact)), False)


def late_by(window: Window) -> int:
    """Return by how many days what comes after a window is still in time.

    One for time zones, up to three where the window itself is vague ("in the coming days").
    """
    if window.first is None or window.last is None:
        return 0
    days = date.fromisoformat(window.last).toordinal() - date.fromisoformat(window.first).toordinal() + 1
    return max(1, min(_VAGUE, days // 2))


def is_of_calendar(window: Window) -> bool:
    """Return whether a text gives a day or two as the window, or the end of a month: not "in the coming days"."""
    if not window.stated or window.first is None or window.last is None:
        return False
    first, last = date.fromisoformat(window.first), date.fromisoformat(window.last)
    return (last - first).days < _DAY_OR_TWO or (last + timedelta(days=1)).day == 1


def soon(fact: Fact) -> int:
    """Return within how many days of a doubt of no stated time the thing itself refutes it."""
    return min(_SOON, _days(fact))


def _days(fact: Fact) -> int:
    if fact.visit or _to_be_hosted(fact):
        return _DAYS_OF_A_VISIT
    if fact.family in _MEASURES and fact.status == "planned":
        return _DAYS_OF_A_MEASURE
    return _DAYS_OF_FORCE if fact.family in FORCE else _DAYS.get(fact.family, _LONG)


def _to_be_hosted(fact: Fact) -> bool:
    """Whether a meeting is to be held with one of the parties at home: an invitation, as a visit is."""
    return fact.family == "CONSULT" and fact.ahead and _place(fact) in fact.parties


def _place(fact: Fact) -> str | None:
    place = fact.statement.report.place
    return place.country if place is not None else None


def rule_of(fact: Fact, window: Window) -> str:
    """Return in words what will decide a forecast, as it can be told on the day on which it is made."""
    if window.first is None:
        return "none: said on a page without a date, of no stated time"
    if window.last is None:
        return (
            f"came true if it is called off or told not to have happened; did not if it takes place within "
            f"{soon(fact)} days; void else: said of no stated time"
        )
    days = f"on {window.first}" if window.first == window.last else f"from {window.first} to {window.last}"
    act = (
        "it takes place"
        if fact.status in AHEAD
        else f"{' or '.join(carried_out_by(fact))} by the same side follows"
    )
    if fact.statement.report.negated and fact.status in AHEAD:
        return f"did not if {act} {days}; else came true when they are over"
    if fact.status == "conditional":
        return f"came true if {act} {days}; void else: the condition may not have been met"
    return (
        f"came true if {act} {days}; did not if it is called off or denied, comes later or is still to come after "
        "that; void if nothing tells"
    )
