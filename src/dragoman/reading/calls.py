"""Calls by phone that a verb's clause only mentions: "asked Putin in a phone call to …" tells of two acts."""

from __future__ import annotations

from .language import EntryHit
from .line import Line, Region
from .predicates import select
from .sites import Site

__all__ = ["passed_calls", "said_in_call"]


def passed_calls(line: Line, chosen: list[EntryHit]) -> list[EntryHit]:
    """Return the calls that a verb's pattern passes over: "asked Putin [in a phone call] to …"."""
    nouns = [
        h for h in line.hits.get("noun", ()) if h.payload.frame is not None and h.payload.frame.mode == ("phone",)
    ]
    return [
        hit for hit in select(nouns) if hit not in chosen and any(o.head < hit.first < o.joint for o in chosen)
    ]


def said_in_call(region: Region, site: Site) -> bool:
    """Whether a call stands in what its own subject says in it: "warned him in a call that …"."""
    return region.kind in ("content", "reported") and region.source is site.subject
