"""Article objects in tables of comma- or tab-separated values, one a row, the first row naming the columns."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.errors import SourceError
from dragoman.sources.records import ArticleObject, RawPage, Refusal

__all__ = ["MAX_CELL", "from_table"]

MAX_CELL = 16 * 1024 * 1024
"""The longest cell, in characters."""
EXCERPT = 120
_NEEDED = ("text", "html")


def from_table(stream: BinaryIO, origin: str, delimiter: str) -> Iterator[RawPage | Refusal]:
    """Yield the article of each row. Columns are the keys of an article object, in any letter case; others are
    passed over, and an empty cell is a key left out. `origin` and the line on which a row ends name it.
    """
    csv.field_size_limit(min(MAX_CELL, sys.maxsize))
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        columns = _columns(next(rows, []))
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _page(columns, row, f"{origin}, line {rows.line_num}")
    except SourceError as fault:
        yield Refusal(origin=origin, reason=str(fault))
    except UnicodeDecodeError as fault:
        yield Refusal(origin=origin, reason=f"not UTF-8 after line {rows.line_num}: {fault.reason}")
    except csv.Error as fault:
        yield Refusal(origin=f"{origin}, line {rows.line_num}", reason=f"broken table: {fault}")


def _columns(header: list[str]) -> list[str]:
    columns = [name.strip().casefold() for name in header]
    if not any(name in columns for name in _NEEDED):
        shown = ", ".join(header)[:80]
        raise SourceError(f"the first row names no column text or html, but {shown!r}: name columns as in JSON")
    return columns


def _page(columns: list[str], row: list[str], where: str) -> RawPage | Refusal:
    if len(row) > len(columns):
        reason = f"the row has {len(row)} cells, and the table {len(columns)} columns"
        return Refusal(origin=where, reason=reason, excerpt=", ".join(row)[:EXCERPT])
    known = ArticleObject.__struct_fields__
    fields = {name: cell for name, cell in zip(columns, row, strict=False) if name in known and cell.strip()}
    return RawPage(origin=where, kind="object", fields=msgspec.convert(fields, ArticleObject))
