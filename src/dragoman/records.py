"""The nouns of Dragoman: frozen, slotted records that every room shares.

An `Article` is a page's text and what is known of it; a `Reading` is what one article says; a `Report` is
one thing said in one sentence; an `Event` is what reports agree they are about. This module imports
nothing of ours, and field order here is key order in the JSON that others rely on.

Offsets (`start`, `end`) count Unicode code points of the text they belong to, `end` exclusive. Dates are
ISO 8601 strings; `earliest` and `latest` are inclusive and `None` where unknown or open on that side.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

__all__ = [
    "Anomaly",
    "Article",
    "Candidate",
    "Conflict",
    "Dropped",
    "Entity",
    "Event",
    "EventParty",
    "EventPlace",
    "Evidence",
    "Forecast",
    "HistoryEntry",
    "Lead",
    "Link",
    "Name",
    "Office",
    "Origin",
    "Party",
    "Place",
    "Quotation",
    "Reading",
    "Record",
    "Relation",
    "Report",
    "ReportTime",
    "Sentence",
    "Stance",
    "Status",
    "Story",
    "Time",
    "TimeCandidate",
    "Trigger",
]

Status = Literal[
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "conditional",
    "forecast",
    "alleged",
    "denied",
    "not_occurred",
]
EventStatus = Literal[
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "conditional",
    "forecast",
    "alleged",
    "denied",
    "not_occurred",
    "disputed",
    "cancelled",
]
Stance = Literal[
    "asserts",
    "reports",
    "confirms",
    "claims",
    "alleges",
    "doubts",
    "denies",
    "predicts",
    "threatens",
    "promises",
    "asks",
]
NameType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "WEA", "TRE", "EVT"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all records: immutable, compared by value, written with keys in field order."""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain Python values, exactly as its JSON has them."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain


class Article(Record, frozen=True, kw_only=True):
    """A page's text and what is known of it. `text` is NFC; `published` is an ISO date or date-time."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_how: str | None = None
    language: str | None = None
    dropped: tuple[Dropped, ...] = ()
    """What cleaning passed over (a saved page's menus do not come here: they never reach `text`)."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence of a reading's text."""

    start: int
    end: int


class TimeCandidate(Record, frozen=True, kw_only=True):
    """One of several readings of a time expression that the text leaves open."""

    value: str
    earliest: str | None = None
    latest: str | None = None
    how: str = ""


class Time(Record, frozen=True, kw_only=True):
    """A time expression, read as an interval. `value` is in the manner of TIMEX3."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    how: str = ""
    candidates: tuple[TimeCandidate, ...] = ()


class Candidate(Record, frozen=True, kw_only=True):
    """One of several entities that a name may mean."""

    entity: str
    name: str
    country: str | None = None
    how: str = ""


class Name(Record, frozen=True, kw_only=True):
    """A name as it stands in the text, and the entity it means where the text decides that."""

    start: int
    end: int
    text: str
    type: NameType
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    how: str = "alias"
    candidates: tuple[Candidate, ...] = ()


class Quotation(Record, frozen=True, kw_only=True):
    """Quoted words; `speaker` is the index of a name in `Reading.names`, or null."""

    start: int
    end: int
    speaker: int | None = None
    direct: bool = True


class Party(Record, frozen=True, kw_only=True):
    """Who acts in a report, or who is acted upon; `how` says by which step it was found."""

    start: int
    end: int
    text: str
    entity: str | None = None
    name: str | None = None
    type: NameType | None = None
    country: str | None = None
    sector: tuple[str, ...] = ()
    how: str = ""


class Place(Record, frozen=True, kw_only=True):
    """Where a report says that something happened. `lat` and `lon` are WGS 84 degrees."""

    start: int
    end: int
    text: str
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    how: str = ""


class ReportTime(Record, frozen=True, kw_only=True):
    """When a report says that something happened."""

    start: int
    end: int
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    how: str = ""


class Trigger(Record, frozen=True, kw_only=True):
    """The words that name the act."""

    start: int
    end: int
    text: str


class Link(Record, frozen=True, kw_only=True):
    """One link of an attribution chain: who says it, with which stance, in which words (`cue`)."""

    start: int
    end: int
    name: str | None = None
    entity: str | None = None
    country: str | None = None
    stance: Stance = "reports"
    cue: str = ""


class Report(Record, frozen=True, kw_only=True):
    """One thing that one sentence says; `sentence` is an index, `attribution` runs outermost first.

    `frame` names the entry of `packs/frames.yaml` by which it was read; of the reports with one `confidence` that
    share is right (docs/precision.md).
    """

    id: str
    type: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    plover: str = ""
    quad: str = ""
    score: float = 0.0
    status: Status = "occurred"
    negated: bool = False
    historical: bool = False
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    time: ReportTime | None = None
    trigger: Trigger
    attribution: tuple[Link, ...] = ()
    sentence: int
    confidence: float = 0.0
    gloss: str = ""
    frame: str = ""


class Dropped(Record, frozen=True, kw_only=True):
    """A stretch of text that is no part of the article, and why."""

    start: int
    end: int
    why: str


class Anomaly(Record, frozen=True, kw_only=True):
    """Something in the text that contradicts itself or cannot be."""

    start: int
    end: int
    kind: str
    detail: str


class Reading(Record, frozen=True, kw_only=True):
    """What one article says. Without an `id` in the input, the reading has none."""

    id: str | UnsetType = UNSET
    reader: str
    language: str | None
    script: str | None
    title: str | None = None
    published: str | None = None
    published_how: str | None = None
    outlet: str | None = None
    text: str
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    reports: tuple[Report, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[Anomaly, ...] = ()


class Office(Record, frozen=True, kw_only=True):
    """An office that an entity held: `office` is a key of the offices table, dates are inclusive."""

    office: str
    country: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None


class Entity(Record, frozen=True, kw_only=True):
    """Anyone or anything named. `same_as` lists ids elsewhere, only where a named source gave them."""

    id: str
    type: NameType
    name: str
    country: str | None = None
    sector: tuple[str, ...] = ()
    kind: str | None = None
    """What kind within the type: of an outlet wire, state or private; of a place its feature; and so on."""
    gender: Literal["m", "f"] | None = None
    offices: tuple[Office, ...] = ()
    lat: float | None = None
    lon: float | None = None
    part_of: str | None = None
    same_as: tuple[str, ...] = ()


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
