"""Records on their way out: JSON Lines, CSV, or a table drawn by whoever knows the record."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.interfaces.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["chosen", "console", "harmless", "note", "print_line", "print_records"]


_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")
"""All control signs but tab and line feed."""


def chosen(format: Format | None) -> Format:
    """The format asked for, else a table for people and JSON Lines for programs."""
    return format or (Format.table if sys.stdout.isatty() else Format.jsonl)


def print_records(
    records: Iterable[Any], format: Format | None, draw: Callable[[Console, Sequence[Any]], None]
) -> None:
    """Print records in a format; `draw` makes the table."""
    match chosen(format):
        case Format.jsonl:
            for record in records:
                print_line(record)
        case Format.csv:
            _print_csv(records)
        case Format.table:
            draw(console(), [harmless(record) for record in records])


def harmless(record: Any) -> Any:
    """Return a text or record with control signs made visible: no article may steer a terminal."""
    if isinstance(record, str):
        return record.translate(_CONTROLS)
    if isinstance(record, list | tuple):
        return type(record)(harmless(part) for part in record)
    if isinstance(record, dict):
        return {key: harmless(value) for key, value in record.items()}
    if isinstance(record, msgspec.Struct):
        fields = {key: harmless(getattr(record, key)) for key in record.__struct_fields__}
        return msgspec.structs.replace(record, **fields)
    return record


def print_line(record: Any) -> None:
    """Print one record as a line of JSON, at once where somebody waits for it."""
    sys.stdout.write(msgspec.json.encode(record).decode() + "\n")


def note(message: str, *, quiet: bool = False) -> None:
    """Tell people something beside the output."""
    if not quiet:
        print("dragoman: " + " ".join(harmless(message).split()), file=sys.stderr)


def console() -> Console:
    """A console on standard output; wide enough for a table where nobody watches."""
    from rich.console import Console

    class Screen(Console):
        """Leaves a closed pipe to `run`, which ends in peace; Rich would end with a fault."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Screen(highlight=False, width=None if sys.stdout.isatty() else 120)


def _print_csv(records: Iterable[Any]) -> None:
    writer = None
    for record in records:
        plain = msgspec.to_builtins(record)
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(plain), extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _cell(value) for key, value in plain.items()})


def _cell(value: Any) -> Any:
    """A nested value in one cell: names where there are names, JSON where nothing simpler says it all."""
    if isinstance(value, dict):
        return value["name"] if value.get("name") else msgspec.json.encode(value).decode()
    if isinstance(value, list | tuple):
        if all(isinstance(part, dict) and part.get("name") for part in value):
            return "; ".join(part["name"] for part in value)
        if all(isinstance(part, str) for part in value):
            return "; ".join(value)
        return msgspec.json.encode(value).decode()
    return value
