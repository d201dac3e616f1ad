"""Annotated text: what a careful reader found, in the form that `score` takes.

A key that is absent was not annotated and is not scored; an empty list says that there is nothing to find.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType

from dragoman.errors import SourceError
from dragoman.records import NameType, Record, Status

__all__ = ["EVENTS", "GoldName", "GoldReport", "GoldText", "GoldTime", "load_gold"]

EVENTS = ".events.jsonl"
"""How the names of files of annotated events end."""


class GoldTime(Record, frozen=True, kw_only=True):
    """A time expression and its interval."""

    text: str
    earliest: str | None = None
    latest: str | None = None


class GoldName(Record, frozen=True, kw_only=True):
    """A name; `entity` is compared only where it is given."""

    text: str
    type: NameType
    entity: str | None = None


class GoldReport(Record, frozen=True, kw_only=True):
    """One act of one sentence. Parties and `by` are entity ids or countries; either matches."""

    type: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: Status | UnsetType = UNSET
    earliest: str | UnsetType | None = UNSET
    latest: str | UnsetType | None = UNSET
    place: str | UnsetType | None = UNSET
    by: tuple[str, ...] | UnsetType = UNSET
    event: str | UnsetType | None = UNSET
    quote: str | None = None
    """The sentence that it stands in, where the annotator noted it; it helps to pair and to explain."""


class GoldText(Record, frozen=True, kw_only=True):
    """One annotated article."""

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    times: tuple[GoldTime, ...] | UnsetType = UNSET
    names: tuple[GoldName, ...] | UnsetType = UNSET
    reports: tuple[GoldReport, ...] | UnsetType = UNSET


def load_gold(path: Path) -> list[GoldText]:
    """Read a file of gold, or all .jsonl files below a folder in order of their paths.

    Files of annotated events (`NAME.events.jsonl`, see `ledger_gold`) are passed over. Raises SourceError, which
    names file and line at fault.
    """
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    below = (file for file in path.rglob("*.jsonl") if not file.name.endswith(EVENTS))
    files = sorted(below, key=lambda file: file.parts) if path.is_dir() else [path]
    texts = [text for file in files for text in _load_file(file)]
    if not texts:
        raise SourceError(f"{path}: no annotated text in it")
    return texts


def _load_file(path: Path) -> Iterator[GoldText]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield msgspec.json.decode(line, type=GoldText)
            except (msgspec.DecodeError, UnicodeDecodeError) as fault:
                raise SourceError(f"{path}, line {number}: {fault}") from fault
