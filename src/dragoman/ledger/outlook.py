"""Forecasts: what was announced or predicted of an event, its window, and what came of it as of a day.

The window is fixed by what was said; the outcome is worked out when asked. A window that passed without anything
deciding it is void, never "did not": silence is no evidence against what was announced. For a prediction that
something will not happen, it is the silence that was predicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ..records import Event, Forecast
from .history import said_by, status_of
from .spans import iso
from .statements import AHEAD, DONE, Fact, Statement, canonical, fact_of, ordinal

__all__ = ["forecasts"]

_OPEN_DAYS = 365
"""Days that an announcement without a window stays open."""
_Outcome = Literal["came true", "did not", "open", "void"]


class _Deed(NamedTuple):
    """The first and last day on which an event took place, as ISO dates."""

    first: str
    last: str

    def told(self) -> str:
        return (
            f"it took place {self.first}"
            if self.first == self.last
            else f"it took place {self.first} to {self.last}"
        )


def forecasts(events: Sequence[Event], statements: Iterable[Statement], as_of: str | None) -> list[Forecast]:
    """Return every announcement and prediction with its outcome as of a day (ISO date; none: as of the last word).

    They come by the day on which they were said (unknown last), then by event. One source's repeating itself on
    one day counts once; what parts of an event announce is counted with the whole.
    """
    facts = {one.report.id: fact_of(one) for one in canonical(statements)}
    day = as_of[:10] if as_of else None
    found: list[Forecast] = []
    for event in events:
        if event.part_of is not None:
            continue
        own = [facts[one.report] for one in event.evidence if one.report in facts]
        deed = _deed(event, own, day)
        off = _called_off(own, day)
        seen: set[tuple[object, ...]] = set()
        for fact in own:
            if fact.status not in AHEAD or _after(fact, day):
                continue
            forecast = _forecast(event, fact, deed, off, day)
            key = (forecast.said, forecast.by, forecast.expects, forecast.window)
            if key not in seen:
                seen.add(key)
                found.append(forecast)
    found.sort(key=lambda f: (f.said is None, f.said or "", f.event, f.expects, f.by, f.window[0] or "", f.about))
    return found


def _after(fact: Fact, day: str | None) -> bool:
    """Whether it was said after a day; what stands on a page without a date never counts as later."""
    return bool(day and fact.said and (iso(fact.said) or "") > day)


def _called_off(own: Sequence[Fact], day: str | None) -> str | None:
    """Return how the event ended before it began, if it did by what was known on a day."""
    known = [fact for fact in own if not _after(fact, day)]
    status = status_of(known) if known else None
    return status if status in ("cancelled", "not_occurred") else None


def _forecast(event: Event, fact: Fact, deed: _Deed | None, off: str | None, as_of: str | None) -> Forecast:
    window = _window(fact)
    expected = not fact.statement.report.negated
    outcome, why = _outcome(window, expected, deed, off, as_of)
    return Forecast(
        event=event.id,
        said=iso(fact.said),
        by=said_by(fact),
        about=fact.statement.report.gloss,
        expects="yes" if expected else "no",
        window=window,
        outcome=outcome,
        why=why,
        decided_by=event.id if outcome in ("came true", "did not") else None,
    )


def _window(fact: Fact) -> tuple[str | None, str | None]:
    """Return the window of what is announced: as the text gives it, else a year from the saying.

    Doubt without a stated time has no end: nobody can say when "unlikely to come" has held long enough.
    """
    time = fact.statement.report.time
    if fact.when.from_text or (fact.statement.report.negated and time is not None):
        first, last = ordinal(time.earliest if time else None), ordinal(time.latest if time else None)
        if first is None and fact.said is not None:
            first = fact.said
        if last is None and first is not None:
            last = first + _OPEN_DAYS
        return iso(first), iso(last)
    if fact.said is not None:
        return iso(fact.said), None if fact.statement.report.negated else iso(fact.said + _OPEN_DAYS)
    return None, None


def _deed(event: Event, own: Sequence[Fact], as_of: str | None) -> _Deed | None:
    """Return the days on which the event took place, where somebody tells that it did and it had by then."""
    if not any(f.status in DONE for f in own) or event.earliest is None or event.latest is None:
        return None
    return None if as_of and event.earliest > as_of else _Deed(event.earliest, event.latest)


def _outcome(
    window: tuple[str | None, str | None], expected: bool, deed: _Deed | None, off: str | None, as_of: str | None
) -> tuple[_Outcome, str]:
    first, last = window
    if first is None or last is None:
        return "void", "said of no stated time" if first else "said on a page without a date, of no stated time"
    if deed is not None:
        if deed.first <= _later(last) and first <= _later(deed.last):
            return _verdict(expected), deed.told()
        # What came before the window does not decide it; a prediction of absence holds once the window is over.
        if deed.first > last:
            return _verdict(not expected), f"{deed.told()}, after the window"
    if off is not None:
        return _verdict(not expected), "it was called off" if off == "cancelled" else "it did not happen"
    if as_of is None or last >= as_of:
        return "open", "the window has not passed"
    if expected:
        return "void", "the window passed and nothing decides it"
    return "came true", "the window passed and nobody tells that it happened"


def _verdict(true: bool) -> _Outcome:
    return "came true" if true else "did not"


def _later(day: str) -> str:
    """Allow a day for time zones."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
