"""An article, and what one article says: sentences, times, names, quotations, reports."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .base import NameType, Record, Stance, Status, TimeType

__all__ = [
    "Anomaly",
    "Article",
    "Candidate",
    "Dropped",
    "Link",
    "Name",
    "Party",
    "Place",
    "Quotation",
    "Reading",
    "Report",
    "ReportTime",
    "Sentence",
    "Time",
    "TimeCandidate",
    "Trigger",
]


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
