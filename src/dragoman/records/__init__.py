"""The nouns of Dragoman: frozen, slotted records that every room shares.

An `Article` is a page's text and what is known of it; a `Reading` is what one article says; a `Report` is
one thing said in one sentence; an `Event` is what reports agree they are about. This room imports
nothing of ours, and field order here is key order in the JSON that others rely on.

Offsets (`start`, `end`) count Unicode code points of the text they belong to, `end` exclusive. Dates are
ISO 8601 strings; `earliest` and `latest` are inclusive and `None` where unknown or open on that side.
"""

from .base import EventStatus, NameType, Record, Stance, Status, TimeType
from .entities import Entity, Office
from .ledger import (
    Conflict,
    Event,
    EventParty,
    EventPlace,
    Evidence,
    Forecast,
    HistoryEntry,
    Lead,
    Origin,
    Relation,
    Story,
)
from .reading import (
    Anomaly,
    Article,
    Candidate,
    Dropped,
    Link,
    Name,
    Party,
    Place,
    Quotation,
    Reading,
    Report,
    ReportTime,
    Sentence,
    Time,
    TimeCandidate,
    Trigger,
)

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
    "EventStatus",
    "Evidence",
    "Forecast",
    "HistoryEntry",
    "Lead",
    "Link",
    "Name",
    "NameType",
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
    "TimeType",
    "Trigger",
]
