"""An export as a folder: tables in three formats, the forms of other programs, a README of every column."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from dragoman import __version__
from dragoman.errors import UsageError
from dragoman.store import Archive

from .exchange import GDELT_COLUMNS, calendar, feature, followthemoney, gdelt_row, plover
from .formats import write_csv, write_jsonl, write_parquet
from .tables import TABLES, Table

__all__ = ["export_archive"]

OTHERS = {
    "plover.jsonl": "events in PLOVER's own record form",
    "gdelt.csv": "events that happened and are dated, in the columns of a GDELT 2.0 event row (tab-separated); "
    "event codes are CAMEO's root codes, ids are ours, tone is empty",
    "places.geojson": "events whose place has a position",
    "calendar.ics": "what is announced for days that are known",
    "actors.ftm.json": "persons and bodies as FollowTheMoney entities, one a line",
}


def export_archive(
    archive: Archive, folder: Path, *, force: bool = False, on_file: Callable[[str], None] | None = None
) -> dict[str, int]:
    """Write an archive into a folder; return the number of rows by table.

    Raises UsageError where the folder holds anything and `force` is not given; files of the same names are
    replaced.
    """
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not force)):
        raise UsageError(f"{folder} is not an empty folder: choose another, or say --force to write into it")
    folder.mkdir(parents=True, exist_ok=True)
    holders = _holders(archive)
    counts = {}
    for table in TABLES:
        counts[table.name] = _write_table(archive, folder, table, holders)
        if on_file:
            on_file(table.name)
    _write_others(archive, folder)
    (folder / "README.md").write_text(_readme(counts), "utf-8")
    return counts


def _holders(archive: Archive) -> dict[str, str]:
    """Return the event that tells each report: of a report in a part, the part."""
    found: dict[str, str] = {}
    for event in archive.events():
        for evidence in event.evidence:
            if event.part_of is not None or evidence.report not in found:
                found[evidence.report] = event.id
    return found


def _write_table(archive: Archive, folder: Path, table: Table, holders: dict[str, str]) -> int:
    def rows() -> Iterator[dict[str, object]]:
        for row in table.rows(archive):
            yield {**row, "event": holders.get(str(row["id"]))} if table.name == "reports" else row

    count = write_csv(folder / f"{table.name}.csv", table, rows())
    write_parquet(folder / f"{table.name}.parquet", table, rows())
    write_jsonl(folder / f"{table.name}.jsonl", (table.plain(one) for one in table.records(archive)))
    return count


def _write_others(archive: Archive, folder: Path) -> None:
    write_jsonl(folder / "plover.jsonl", map(plover, archive.events()))
    write_jsonl(folder / "actors.ftm.json", filter(None, map(followthemoney, archive.actors())))
    features = list(filter(None, map(feature, archive.events())))
    (folder / "places.geojson").write_bytes(
        msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n"
    )
    lines = "".join(f"{line}\r\n" for line in calendar(archive.events()))
    (folder / "calendar.ics").write_bytes(lines.encode())
    with (folder / "gdelt.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, GDELT_COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writerows(filter(None, map(gdelt_row, archive.events())))


def _readme(counts: dict[str, int]) -> str:
    lines = [
        "# Export of a Dragoman archive",
        "",
        f"Written by dragoman {__version__}. Each table stands here as `.csv` (UTF-8, with a header, several",
        'values of a cell joined by "; "), `.parquet` (the same columns, typed) and `.jsonl` (the records whole).',
    ]
    for table in TABLES:
        lines += ["", f"## {table.name}", "", f"{counts[table.name]} rows; a row is {table.row}.", ""]
        lines += ["| column | type | holds |", "|---|---|---|"]
        lines += [f"| {column.name} | {column.kind} | {column.holds} |" for column in table.columns]
    lines += ["", "## Forms of other programs", "", "| file | holds |", "|---|---|"]
    lines += [f"| {name} | {holds} |" for name, holds in OTHERS.items()]
    lines += ["", f"Columns of gdelt.csv, which has no header: {', '.join(GDELT_COLUMNS)}."]
    return "\n".join(lines) + "\n"
