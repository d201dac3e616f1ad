"""Forecasts: what was announced, predicted, threatened or promised, and what came of it as of a day.

Window and rule are fixed by what was said (`windows`); the outcome is worked out when asked. A window that passed
without anything deciding it is void, never "did not": silence is no evidence against what was announced. For a
prediction that something will not happen, it is the silence that was predicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from ..records import Event, Forecast
from .deeds import Deed, Deeds, day_after, deed_of
from .history import said_by, status_of
from .postponed import puts_off
from .spans import iso
from .statements import AHEAD, Fact, Statement, canonical, fact_of, ordinal
from .windows import Window, is_forecast, late_by, rule_of, soon, window_of

__all__ = ["forecasts"]

_Outcome = Literal["came true", "did not", "open", "void"]


class _Case(NamedTuple):
    """A forecast to decide: what was said, of which event, with all that was said of it, as of a day."""

    fact: Fact
    event: Event
    own: Sequence[Fact]
    window: Window
    as_of: str | None

    @property
    def expected(self) -> bool:
        return not (self.fact.statement.report.negated and self.fact.status in AHEAD)


def forecasts(
    events: Sequence[Event],
    statements: Iterable[Statement],
    as_of: str | None,
    among: Sequence[Event] | None = None,
) -> list[Forecast]:
    """Return every forecast of some events with its outcome as of a day (ISO date; none: as of the last word).

    `among` are all events of the ledger, where `events` are only some: other events may decide. They come by the
    day on which they were said (unknown last), then by event. One source's repeating itself on one day counts
    once; what parts of an event announce is counted with the whole.
    """
    facts = {one.report.id: fact_of(one) for one in canonical(statements)}
    day = as_of[:10] if as_of else None
    deeds = Deeds(events if among is None else among, facts)
    found: list[Forecast] = []
    for event in events:
        if event.part_of is None:
            found.extend(_of_event(event, facts, deeds, day))
    found.sort(key=lambda f: (f.said is None, f.said or "", f.event, f.expects, f.by, f.window[0] or "", f.about))
    return found


def _of_event(event: Event, facts: Mapping[str, Fact], deeds: Deeds, day: str | None) -> Iterable[Forecast]:
    own = [facts[one.report] for one in event.evidence if one.report in facts]
    known = [fact for fact in own if not _after(fact, day)]
    said = [fact for fact in known if is_forecast(fact)]
    in_text = {_told_by(fact) for fact in said if fact.statement.start > 0}
    seen: set[tuple[object, ...]] = set()
    for fact in said:
        if not fact.statement.start and _told_by(fact) in in_text:
            continue  # a title tells its text
        case = _Case(fact, event, known, window_of(fact), day)
        forecast = _forecast(case, deeds)
        key = (forecast.said, forecast.by, forecast.expects, forecast.window)
        if key not in seen:
            seen.add(key)
            yield forecast


def _told_by(fact: Fact) -> tuple[str, str, bool]:
    return fact.statement.article, fact.family, fact.statement.report.negated


def _after(fact: Fact, day: str | None) -> bool:
    """Whether it was said after a day; what stands on a page without a date never counts as later."""
    return bool(day and fact.said and (iso(fact.said) or "") > day)


def _forecast(case: _Case, deeds: Deeds) -> Forecast:
    outcome, why, by = _outcome(case, deeds)
    return Forecast(
        event=case.event.id,
        said=iso(case.fact.said),
        by=said_by(case.fact),
        about=case.fact.statement.report.gloss,
        expects="yes" if case.expected else "no",
        window=(case.window.first, case.window.last),
        outcome=outcome,
        why=why,
        decided_by=by,
        rule=rule_of(case.fact, case.window),
        report=case.fact.id,
    )


def _outcome(case: _Case, deeds: Deeds) -> tuple[_Outcome, str, str | None]:
    """Return what came of a forecast, why, and the event that decided it."""
    first, last = case.window.first, case.window.last
    if first is None or last is None:
        return _timeless(case, deeds)
    own = deed_of(case.event, case.own, case.as_of) if case.fact.status in AHEAD else None
    late = own is not None and case.expected and own.comes_after(case.window)
    if own is not None and (late or own.lies_in(case.window)):
        deed = None if late else own
    else:
        missed = _missed(case, own) if case.expected else None
        if missed is not None:
            return "did not", missed, case.event.id
        deed = deeds.within(case.fact, case.window, case.as_of)
    if deed is not None:
        return _verdict(case.expected), deed.told(), deed.event
    if case.fact.status == "conditional" and case.expected:
        return _unconditioned(case, last)
    off = _called_off(case)
    if off is not None:
        return _verdict(not case.expected), off, case.event.id
    later = own if own and own.comes_after(case.window) else deeds.after(case.fact, case.window, case.as_of)
    if later is not None:
        return _verdict(not case.expected), f"{later.told()}, after the window", later.event
    if case.as_of is None or last >= case.as_of:
        return "open", "the window has not passed", None
    if not case.expected:
        return "came true", "the window passed and nobody tells that it happened", case.event.id
    unmet = _unmet(case, last)
    if unmet is not None:
        return "did not", unmet, case.event.id
    against = deeds.against(case.fact, (first, day_after(last, late_by(case.window))), case.as_of, _agreed(case))
    if against is not None:
        return "did not", *against
    moved = deeds.moved(case.fact, last, case.as_of) if case.window.stated else None
    if moved is not None:
        return "did not", _later(moved), case.event.id
    return "void", "the window passed and nothing decides it", None


def _missed(case: _Case, own: Deed | None) -> str | None:
    """Return how the event itself tells that it did not come as announced, whatever else of the kind took place.

    It was called off for days of the window, or had come before.
    """
    off = _called_off(case)
    if off is not None and _of_its_days(case):
        return off
    early = own is not None and own.comes_before(case.window) and (iso(case.fact.said) or "") <= own.first
    return f"{own.told()}, before the window" if own is not None and early else None


def _unconditioned(case: _Case, last: str) -> tuple[_Outcome, str, str | None]:
    """Return what came of something announced under a condition that did not come: who knows if that was met?"""
    if case.as_of is None or last >= case.as_of:
        return "open", "the window has not passed", None
    return "void", "it did not take place, and the condition may not have been met", None


def _timeless(case: _Case, deeds: Deeds) -> tuple[_Outcome, str, str | None]:
    """Return what came of a forecast that has no window: a calling-off decides doubt, or that it came soon."""
    first = case.window.first
    if first is None:
        return "void", "said on a page without a date, of no stated time", None
    near = Window(first, day_after(first, soon(case.fact)), False)
    deed = deeds.within(case.fact, near, case.as_of)
    if deed is not None:
        return _verdict(case.expected), deed.told(), deed.event
    off = _called_off(case)
    return ("came true", off, case.event.id) if off else ("void", "said of no stated time", None)


def _called_off(case: _Case) -> str | None:
    """Return how the event ended before it began, if it did."""
    if case.fact.status not in AHEAD or _known_to_be_off(case):
        return None
    status = status_of(case.own)
    if status == "cancelled":
        return "it was called off"
    return "it did not happen" if status == "not_occurred" else None


def _known_to_be_off(case: _Case) -> bool:
    """Whether it was foreseen by who knew that it had been called off: all that tells so was said before."""
    off = [fact for fact in case.own if fact.status == "not_occurred"]
    return bool(off) and all(_said_before(fact, case.fact) for fact in off)


def _said_before(one: Fact, other: Fact) -> bool:
    if one.said is None or other.said is None or one.said > other.said:
        return False
    same_article = one.statement.article == other.statement.article
    return one.said < other.said or (same_article and one.statement.start < other.statement.start)


def _of_its_days(case: _Case) -> bool:
    """Whether some account gives days of the window itself as those on which it did not take place."""
    first, last = ordinal(case.window.first), ordinal(case.window.last)
    days = (f.when for f in case.own if f.status == "not_occurred" and f.when.from_text and f.when.bounded)
    return any((first or 0) <= (when.first or 0) and (when.last or 0) <= (last or 0) for when in days)


def _later(again: Fact) -> str:
    if again.when.from_text:
        return f"on {iso(again.said)} it was put off to {iso(again.when.first)}"
    return f"on {iso(again.said)} it was still to come"


def _agreed(case: _Case) -> str:
    """Return the last day on which somebody announced it as settled; no older refusal is of it."""
    return max(
        (iso(fact.said) or "" for fact in case.own if fact.status == "planned" and fact is not case.fact),
        default="",
    )


def _unmet(case: _Case, last: str) -> str | None:
    """Return what tells that it has not come: a denial, that it was put off, or that it is still to come."""
    if case.fact.status not in AHEAD:
        return None
    for fact in case.own:
        said = iso(fact.said) or ""
        if fact.status == "denied" and said >= (iso(case.fact.said) or ""):
            return f"it was denied on {said}, and nobody tells that it took place"
        if puts_off(fact, case.fact):
            return f"on {said} it was put off"
        if case.window.stated and fact.status in AHEAD and said > last and not fact.when.from_text:
            return f"on {said} it was still to come"
    return None


def _verdict(true: bool) -> _Outcome:
    return "came true" if true else "did not"
