"""What is made of all readings: events, stories, forecasts, relations."""

from __future__ import annotations

from typing import Literal

from .base import EventStatus, Record

__all__ = [
    "Conflict",
    "Event",
    "EventParty",
    "EventPlace",
    "Evidence",
    "Forecast",
    "HistoryEntry",
    "Lead",
    "Origin",
    "Relation",
    "Story",
]


class EventParty(Record, frozen=True, kw_only=True):
    """A party of an event, as the ledger knows it."""

    entity: str | None = None
    name: str | None = None
    country: str | None = None


class EventPlace(Record, frozen=True, kw_only=True):
    """Where an event took place, as most and best-placed reports say."""

    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class HistoryEntry(Record, frozen=True, kw_only=True):
    """What was said of an event's status on a day, and by whom."""

    status: str
    said: str | None
    by: tuple[str, ...] = ()


class Conflict(Record, frozen=True, kw_only=True):
    """A contradiction inside one event; `kind` is date, place, number, actor or denial."""

    kind: str
    detail: str
    reports: tuple[str, ...] = ()


class Evidence(Record, frozen=True, kw_only=True):
    """One report behind an event, with its words. `start` and `end` are offsets in the article."""

    report: str
    article: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    quote: str = ""
    start: int = 0
    end: int = 0
    status: str = ""
    attribution: tuple[str, ...] = ()


class Lead(Record, frozen=True, kw_only=True):
    """From where an article has what it tells of an event: from another article (`of`), from the words of somebody
    (`source`), or from an article that cites the same words (both)."""

    article: str
    of: str | None = None
    source: str | None = None
    kind: Literal["copy", "translation", "statement", "outlet"]
    reason: str = ""


class Origin(Record, frozen=True, kw_only=True):
    """Articles that tell an event from one origin, the first first, with whom most of them cite."""

    articles: tuple[str, ...]
    source: str | None = None
    leads: tuple[Lead, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """One event of the ledger, whatever number of reports tells it."""

    id: str
    type: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    plover: str = ""
    quad: str = ""
    score: float = 0.0
    status: EventStatus = "occurred"
    actors: tuple[EventParty, ...] = ()
    recipients: tuple[EventParty, ...] = ()
    place: EventPlace | None = None
    earliest: str | None = None
    latest: str | None = None
    dated: Literal["text", "publication", "none"] = "none"
    part_of: str | None = None
    gloss: str = ""
    reports: int = 0
    articles: int = 0
    independent: int = 0
    languages: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    origins: tuple[Origin, ...] = ()


class Story(Record, frozen=True, kw_only=True):
    """Articles about one course of events, in the order of publication.

    `first` and `last` are days of publication; `events` and `actors` (entity ids, the most active first) are what
    the articles tell of.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    languages: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    events: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


class Forecast(Record, frozen=True, kw_only=True):
    """What was announced, predicted, threatened or promised of an event, and what came of it as of a date.

    `rule` tells in words what decides it, as it stood on the day of the saying; `decided_by` is the event that
    did, `report` the report that says it.
    """

    event: str
    said: str | None
    by: tuple[str, ...] = ()
    about: str = ""
    expects: Literal["yes", "no"] = "yes"
    window: tuple[str | None, str | None] = (None, None)
    outcome: Literal["came true", "did not", "open", "void"] = "open"
    why: str = ""
    decided_by: str | None = None
    rule: str = ""
    report: str = ""


class Relation(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What two sides did to each other in a period, by PLOVER's scores (-10 conflict to +10 cooperation).

    `cooperation` and `conflict` are the sums of positive and of negative scores, `score` is the mean of all.
    Events are counted once, however many pages tell them; `independent` adds up the origins behind them. `from`
    and `to` are the period, or first and last day of the events where none was asked for. `behind` are the events.
    """

    a: str
    b: str
    from_: str | None = None
    to: str | None = None
    events: int = 0
    cooperation: float = 0.0
    conflict: float = 0.0
    score: float = 0.0
    independent: int = 0
    behind: tuple[str, ...] = ()
