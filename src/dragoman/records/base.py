"""What all records are, and the words that they choose from."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

__all__ = ["EventStatus", "NameType", "Record", "Stance", "Status", "TimeType"]


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
