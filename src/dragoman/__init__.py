"""Reads world-affairs news in the language it was written in, and keeps the record.

import dragoman
reading = dragoman.read("…", published="2023-09-14")
with dragoman.open("world.db") as archive:
    archive.add("articles/")
    for event in archive.events(actor="RUS", type="CONSULT"):
        print(event.gloss)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.records import Reading
    from dragoman.store import Archive

__version__ = "0.1.0"
__all__ = ["__version__", "open", "read"]


def read(text: str, *, knowledge: str | Path | None = None, **known: str | None) -> Reading:
    """Read one text and return what it says.

    `known` takes what an article object may have: `id`, `url`, `title`, `outlet`, `byline`, `published`
    (ISO 8601) and `language`. `knowledge` is a file of one's own actors, places and outlets. Raises
    SourceError where the text cannot be read, UsageError for other keys and for a file that is wrong.
    """
    from dragoman.engines import read_text

    return read_text(text, known, None if knowledge is None else str(knowledge))


def open(path: str | Path = "dragoman.db") -> Archive:
    """Open an archive, created where there is none yet. Raises ArchiveError, which says what to do."""
    from dragoman.store import Archive

    return Archive(path, create=True)
