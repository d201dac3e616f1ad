"""The form of the hard ledger gold: articles and events name each other, and every word is of its vocabulary.

A failure names files, articles and events by id alone, so that no text of the blind half is ever printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec
import pytest

from dragoman.records import EventStatus, Record, Status
from dragoman.scoring.gold import GoldText, load_gold

LEDGER = Path(__file__).parents[1] / "gold" / "ledger"
NAMES = ("open", "further", "second", "third", "fourth", "blind-second")
FOLDERS = [folder for name in NAMES if (folder := LEDGER / name).is_dir()]
LAST = "2025-12-31"
"""The day as of which outcomes are judged."""
TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
STATUSES = frozenset(get_args(Status))
AHEAD = frozenset({"planned", "proposed", "forecast", "conditional"})


class Step(Record, frozen=True, kw_only=True):
    """A status, and the publication date of the first article that gives it."""

    status: Status
    said: str


class Conflict(Record, frozen=True, kw_only=True):
    """Articles that contradict each other, or one that holds a contradiction."""

    kind: Literal["date", "place", "number", "denial", "actor"]
    articles: tuple[str, ...]


class Forecast(Record, frozen=True, kw_only=True):
    """What one article says is to come, and what came of it."""

    article: str
    status: Literal["planned", "proposed", "forecast", "conditional", "occurred"]
    """`occurred` of a threat or promise, which is itself made when it is told."""
    expects: Literal["yes", "no"]
    window: tuple[str | None, str | None] | None
    outcome: Literal["came true", "did not", "open", "void"]


class HardEvent(Record, frozen=True, kw_only=True):
    """One event of a scenario, as all its articles together tell it."""

    event: str
    about: str
    status: EventStatus
    history: tuple[Step, ...]
    earliest: str | None
    latest: str | None
    origins: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...]
    forecasts: tuple[Forecast, ...]


class Scenario(Record, frozen=True, kw_only=True):
    """The articles of one course of events, and its events."""

    texts: tuple[GoldText, ...]
    events: tuple[HardEvent, ...]

    def tellers(self, event: str) -> set[str]:
        """Return the ids of the articles that tell an event."""
        return {str(text.id) for text in self.texts if any(report.event == event for report in text.reports or ())}


@cache
def scenario(path: Path) -> Scenario:
    """Read one scenario by the path of its articles."""
    lines = path.with_name(f"{path.stem}.events.jsonl").read_bytes().splitlines()
    events = tuple(msgspec.json.decode(line, type=HardEvent) for line in lines if line.strip())
    return Scenario(texts=tuple(load_gold(path)), events=events)


def paths(folder: Path) -> list[Path]:
    """Return the files of articles in a folder, in order."""
    return sorted(path for path in folder.glob("*.jsonl") if not path.name.endswith(".events.jsonl"))


def is_day(text: str | None) -> bool:
    """Tell whether a text is an ISO date, or nothing."""
    if text is None:
        return True
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


ALL = [pytest.param(path, id=f"{folder.name}/{path.stem}") for folder in FOLDERS for path in paths(folder)]


@pytest.mark.parametrize("path", ALL)
def test_articles_are_whole(path: Path) -> None:
    faults = [fault for text in scenario(path).texts for fault in _faults(text)]
    assert not faults, faults


def _faults(text: GoldText) -> Iterator[str]:
    name = str(text.id)
    if not text.language:
        yield f"{name}: language"
    if text.published and not (is_day(text.published[:10]) and text.published[:10] <= LAST):
        yield f"{name}: published"
    for number, report in enumerate(text.reports or (), start=1):
        sound = {
            "type": report.type in TYPES,
            "status": report.status in STATUSES,
            "actors": bool(report.actors),
            "days": is_day(report.earliest or None) and is_day(report.latest or None),
            "event": bool(report.event),
            "quote": report.quote is None or report.quote in text.text,
        }
        yield from (f"{name}, report {number}: {key}" for key, holds in sound.items() if not holds)


@pytest.mark.parametrize("path", ALL)
def test_reports_and_events_name_each_other(path: Path) -> None:
    read = scenario(path)
    told = {str(report.event) for text in read.texts for report in text.reports or ()}
    listed = {event.event for event in read.events}
    assert len(listed) == len(read.events)
    assert told == listed, sorted(told ^ listed)


@pytest.mark.parametrize("path", ALL)
def test_events_agree_with_the_articles_that_tell_them(path: Path) -> None:
    read = scenario(path)
    faults = [f"{event.event}: {key}" for event in read.events for key in _disagreements(read, event)]
    assert not faults, faults


def _disagreements(read: Scenario, event: HardEvent) -> list[str]:
    tellers = read.tellers(event.event)
    grouped = [article for origin in event.origins for article in origin]
    days = [event.earliest, event.latest, *(day for forecast in event.forecasts for day in forecast.window or ())]
    said = [step.said for step in event.history]
    ahead = {
        (str(text.id), str(report.status))
        for text in read.texts
        for report in text.reports or ()
        if report.event == event.event and report.status in AHEAD
    }
    sound = {
        "origins": Counter(grouped) == Counter(tellers),
        "conflicts": all(set(conflict.articles) <= tellers for conflict in event.conflicts),
        "days": all(is_day(day) for day in (*days, *said)),
        "interval": (event.earliest or "") <= (event.latest or "9"),
        "history": said == sorted(said) and len({step.status for step in event.history}) == len(said),
        "forecasts": {(one.article, one.status) for one in event.forecasts if one.status != "occurred"} == ahead,
    }
    return [key for key, holds in sound.items() if not holds]


@pytest.mark.parametrize("folder", [pytest.param(folder, id=folder.name) for folder in FOLDERS])
def test_names_are_unique_in_a_folder(folder: Path) -> None:
    read = [scenario(path) for path in paths(folder)]
    names = Counter(event.event for one in read for event in one.events)
    names.update(str(text.id) for one in read for text in one.texts)
    assert not [name for name, count in names.items() if count > 1]
