"""Forecasts: what was announced or predicted of an event, its window, and what came of it as of a day.

The window is fixed by what was said; the outcome is worked out when asked. A window that passed without anything
deciding it is void, never "did not".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..records import Event, Forecast
from .history import said_by
from .statements import AHEAD, Fact, Statement, canonical, fact_of

__all__ = ["forecasts"]

_OPEN_DAYS = 365
"""Days that an announcement without a window stays open."""


def forecasts(events: Sequence[Event], statements: Iterable[Statement], as_of: str | None) -> list[Forecast]:
    """Return every announcement and prediction with its outcome, in order of the day it was said."""
    facts = {fact.statement.report.id: fact for fact in map(fact_of, canonical(statements))}
    found: list[Forecast] = []
    for event in events:
        own = [facts[one.report] for one in event.evidence if one.report in facts]
        seen: set[tuple[object, ...]] = set()
        for fact in own:
            if fact.status not in AHEAD:
                continue
            forecast = _forecast(event, fact, own, as_of)
            key = (forecast.said, forecast.by, forecast.expects, forecast.window)
            if key not in seen and event.part_of is None:
                seen.add(key)
                found.append(forecast)
    found.sort(key=lambda f: (f.said is None, f.said or "", f.event, f.expects, f.by))
    return found


def _forecast(event: Event, fact: Fact, own: Sequence[Fact], as_of: str | None) -> Forecast:
    said = fact.statement.published[:10] if fact.statement.published else None
    window = _window(fact)
    expects = "no" if fact.statement.report.negated else "yes"
    deed = _deed(event, own)
    outcome, why = _outcome(fact, window, expects == "yes", deed, event, as_of)
    decided = event.id if outcome in ("came true", "did not") else None
    return Forecast(
        event=event.id,
        said=said,
        by=said_by(fact),
        about=fact.statement.report.gloss,
        expects="no" if expects == "no" else "yes",
        window=window,
        outcome=outcome,  # type: ignore[arg-type]
        why=why,
        decided_by=decided,
    )


def _window(fact: Fact) -> tuple[str | None, str | None]:
    if fact.when.from_text:
        first, last = fact.when.first, fact.when.last
    elif fact.published is not None:
        first, last = fact.published, fact.published + _OPEN_DAYS
    else:
        return None, None
    return _iso(first), _iso(last)


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None


def _deed(event: Event, own: Sequence[Fact]) -> tuple[str, str] | None:
    """Return the days on which the event took place, where somebody tells that it did."""
    if not any(f.status in ("occurred", "ongoing") for f in own):
        return None
    return (event.earliest, event.latest) if event.earliest and event.latest else None


def _outcome(
    fact: Fact,
    window: tuple[str | None, str | None],
    expects: bool,
    deed: tuple[str, str] | None,
    event: Event,
    as_of: str | None,
) -> tuple[str, str]:
    if window == (None, None):
        return "void", "said on a page without a date, of no stated time"
    first, last = window
    if deed is not None:
        inside = (last is None or deed[0] <= _later(last)) and (first is None or first <= deed[1])
        when = deed[0] if deed[0] == deed[1] else f"{deed[0]} to {deed[1]}"
        if inside:
            return ("came true" if expects else "did not"), f"it took place {when}"
        return ("did not" if expects else "came true"), f"it took place {when}, outside the window"
    if event.status in ("cancelled", "not_occurred"):
        return ("did not" if expects else "came true"), f"the event is {event.status.replace('_', ' ')}"
    if as_of is not None and last is not None and last < as_of[:10]:
        if not expects:
            return "came true", "the window passed and nobody tells that it happened"
        return "void", "the window passed and nothing decides it"
    return "open", "the window has not passed"


def _later(day: str) -> str:
    """Allow a day for time zones."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
