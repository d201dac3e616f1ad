"""Writing tables: CSV, JSON Lines and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from .tables import Column, Table

if TYPE_CHECKING:
    import pyarrow

__all__ = ["csv_text", "write_csv", "write_jsonl", "write_parquet"]

BATCH = 5_000
"""Rows held at once."""


def write_csv(path: Path, table: Table, rows: Iterable[Mapping[str, object]]) -> int:
    """Write rows as UTF-8 CSV with a header; return how many there are.

    What a spreadsheet would take for a formula is written with an apostrophe before it.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        return _write(file, table.columns, rows)


def csv_text(columns: Iterable[Column], records: Iterable[Any]) -> str:
    """Return records as CSV with a header, in the manner of `write_csv`."""
    file, chosen = io.StringIO(newline=""), tuple(columns)
    _write(file, chosen, ({column.name: column.take(one) for column in chosen} for one in records))
    return file.getvalue()


def _write(file: TextIO, columns: Iterable[Column], rows: Iterable[Mapping[str, object]]) -> int:
    count = 0
    writer = csv.DictWriter(file, [column.name for column in columns], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
        count += 1
    return count


def _cell(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def write_jsonl(path: Path, objects: Iterable[Mapping[str, Any]]) -> int:
    """Write objects, one a line; return how many there are."""
    count = 0
    with path.open("wb") as file:
        for plain in objects:
            file.write(msgspec.json.encode(plain) + b"\n")
            count += 1
    return count


def write_parquet(path: Path, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows as Parquet, in batches; each column has the Arrow type of its kind."""
    import pyarrow
    import pyarrow.parquet

    types = {
        "text": pyarrow.string(),
        "number": pyarrow.float64(),
        "whole": pyarrow.int64(),
        "truth": pyarrow.bool_(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.kind], metadata={"holds": column.holds})
            for column in table.columns
        ]
    )
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        for batch in _batches(rows, schema):
            writer.write_batch(batch)


def _batches(rows: Iterable[Mapping[str, object]], schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow

    waiting = iter(rows)
    while chunk := list(islice(waiting, BATCH)):
        yield pyarrow.RecordBatch.from_pylist(chunk, schema=schema)
