"""What sources hand on: raw pages, and what could not be read."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.records import Record

__all__ = ["ArticleObject", "RawPage", "Refusal"]


class ArticleObject(Record, frozen=True, kw_only=True):
    """An article as others write it in JSON: `text` or `html`, the rest as far as it is known."""

    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


class RawPage(Record, frozen=True, kw_only=True):
    """One page before cleaning. `origin` says where it came from, as a person would look for it."""

    origin: str
    kind: Literal["object", "text", "html"]
    body: bytes = b""
    """The bytes of a text or an HTML file; empty for an article object."""
    fields: ArticleObject = msgspec.field(default_factory=ArticleObject)


class Refusal(Record, frozen=True, kw_only=True):
    """Something that cannot be read, where it stands and why. `excerpt` is its beginning."""

    origin: str
    reason: str
    excerpt: str = ""
    missing: bool = False
    """True where the source itself is not there: a slip of the caller, nothing to keep in quarantine."""
