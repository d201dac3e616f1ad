"""Web pages: the article without the page around it."""

from __future__ import annotations

from dragoman.errors import SourceError
from dragoman.records import Record

__all__ = ["PageText", "main_text"]

_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1990-01-01",
    "max_date": "2100-12-31",
}
"""Dates come from the page's metadata and markup alone, and never from the day of reading."""


class PageText(Record, frozen=True, kw_only=True):
    """What a page says of itself."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


def main_text(html: str, url: str | None = None) -> PageText:
    """Return the main text of a page with its metadata. Raises SourceError where there is none."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dict(_DATES),
        )
    except (
        Exception
    ) as fault:  # lxml and its users fail in many ways on broken pages; one page must not stop a run
        raise SourceError(f"the page cannot be taken apart: {type(fault).__name__}") from fault
    if found is None or isinstance(found, dict) or not (text := (found.text or "").strip()):
        raise SourceError("no article text found in the page")
    return PageText(
        text=text,
        title=found.title or None,
        url=url or found.url or None,
        outlet=found.sitename or None,
        byline=found.author or None,
        published=found.date or None,
    )
