"""Lists of events as feeds: Atom (RFC 4287) for what happened, iCalendar for what is announced."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from dragoman.interfaces.export.exchange import calendar
from dragoman.records import Event
from dragoman.store import Page

from .answers import MEDIA, Make

__all__ = ["FEEDS", "atom"]

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01"
"""Stands where no day is known: Atom demands one."""


def atom(page: Page[Event]) -> bytes:
    """Return events as an Atom feed; an entry was updated when its newest report was published."""
    ElementTree.register_namespace("", _ATOM)
    feed = _element("feed", (("id", "urn:dragoman:events"), ("title", "Dragoman: events")))
    feed.append(_element("author", (("name", "Dragoman"),)))
    stamps = [_updated(event) for event in page.items]
    feed.insert(2, _element("updated", text=max(stamps, default=f"{_NEVER}T00:00:00Z")))
    for event, stamp in zip(page.items, stamps, strict=True):
        day = " to ".join(dict.fromkeys(day for day in (event.earliest, event.latest) if day)) or "undated"
        said = "\n".join(f"{one.outlet or one.article}: {one.quote}" for one in event.evidence[:3])
        entry = _element(
            "entry",
            (
                ("id", f"urn:dragoman:event:{event.id}"),
                ("title", _clean(event.gloss or event.type)),
                ("updated", stamp),
                ("summary", _clean(f"{event.status}, {day}\n{said}")),
            ),
        )
        link = _element("link")
        link.set("href", f"/events/{event.id}")
        entry.append(link)
        feed.append(entry)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _updated(event: Event) -> str:
    newest = max((one.published[:10] for one in event.evidence if one.published), default=event.earliest or _NEVER)
    return f"{newest}T00:00:00Z"


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _element(
    name: str, children: tuple[tuple[str, str], ...] = (), text: str | None = None
) -> ElementTree.Element:
    made = ElementTree.Element(f"{{{_ATOM}}}{name}")
    made.text = text
    for child, value in children:
        made.append(_element(child, text=value))
    return made


def _atom(page: Page[Event]) -> tuple[bytes, str]:
    return atom(page), MEDIA["atom"] + "; charset=utf-8"


def _ics(page: Page[Event]) -> tuple[bytes, str]:
    return "".join(f"{line}\r\n" for line in calendar(page.items)).encode(), MEDIA["ics"] + "; charset=utf-8"


FEEDS: dict[str, Make] = {"atom": _atom, "ics": _ics}
