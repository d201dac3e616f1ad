"""An export holds what the archive holds, in every format alike, and says what its columns are."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from dragoman.interfaces.cli.app import run
from dragoman.interfaces.export.exchange import GDELT_COLUMNS, calendar, gdelt_row
from dragoman.interfaces.export.formats import write_csv
from dragoman.interfaces.export.tables import TABLES
from dragoman.records import Event, EventParty

ARTICLES = (
    {
        "id": "a",
        "text": "RUS meets PRK on 2023-09-13.",
        "published": "2023-09-14",
        "outlet": "One",
        "title": "=1+1",
    },
    {"id": "b", "text": "RUS meets PRK on 2023-09-13.", "published": "2023-09-15", "outlet": "Two"},
    {"id": "c", "text": "USA blames PRK.", "published": "2023-11-01", "outlet": "Two", "language": "vi"},
)


@pytest.fixture
def exported(tmp_path: Path, plain_reader: None, write_lines: Callable[..., str]) -> Path:
    place = ("--archive", str(tmp_path / "w.db"))
    assert run(["add", write_lines("a.jsonl", *ARTICLES), *place]) == 0
    assert run(["export", str(tmp_path / "out"), *place]) == 0
    return tmp_path / "out"


def rows_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_format_has_the_same_rows(exported: Path, table: Any) -> None:
    rows = rows_of(exported / f"{table.name}.csv")
    frame = pyarrow.parquet.read_table(exported / f"{table.name}.parquet")
    lines = (exported / f"{table.name}.jsonl").read_text("utf-8").splitlines()
    columns = [column.name for column in table.columns]
    assert rows and len(rows) == frame.num_rows == len(lines)
    assert list(rows[0]) == frame.column_names == columns
    readme = (exported / "README.md").read_text("utf-8")
    assert all(f"| {column.name} | {column.kind} | {column.holds} |" in readme for column in table.columns)


def test_reports_lead_to_their_events(exported: Path) -> None:
    events = {row["id"] for row in rows_of(exported / "events.csv")}
    assert {row["event"] for row in rows_of(exported / "reports.csv")} == events and len(events) == 2


def test_what_a_spreadsheet_would_run_is_only_text(exported: Path, tmp_path: Path) -> None:
    articles = next(table for table in TABLES if table.name == "articles")
    row = dict.fromkeys((column.name for column in articles.columns), "=cmd()")
    write_csv(tmp_path / "x.csv", articles, [row])
    assert rows_of(tmp_path / "x.csv")[0]["title"] == "'=cmd()"


def test_the_forms_of_other_programs(exported: Path) -> None:
    plover = [json.loads(line) for line in (exported / "plover.jsonl").read_text("utf-8").splitlines()]
    assert [one["event"] for one in plover] == ["CONSULT", "ACCUSE"] and plover[0]["source"][0]["actor"] == "RUS"
    with (exported / "gdelt.csv").open(encoding="utf-8", newline="") as file:
        gdelt = list(csv.reader(file, delimiter="\t"))
    assert [len(row) for row in gdelt] == [61, 61] and len(GDELT_COLUMNS) == 61
    assert gdelt[0][GDELT_COLUMNS.index("SQLDATE")] == "20230913"
    assert json.loads((exported / "places.geojson").read_text())["type"] == "FeatureCollection"
    actors = [json.loads(line) for line in (exported / "actors.ftm.json").read_text("utf-8").splitlines()]
    assert all(one["schema"] in ("Person", "Organization") for one in actors)


def test_a_calendar_of_what_is_announced() -> None:
    side = EventParty(entity="RUS", name="Russia", country="RUS")
    long = Event(id="r1", type="CONSULT", status="planned", earliest="2024-06-18", latest="2024-06-19",
                 gloss="Россия, КНДР " * 9, actors=(side,))  # fmt: skip
    lines = list(calendar([long, Event(id="r2", type="AID", earliest="2024-01-01", latest="2024-01-01")]))
    assert lines[0] == "BEGIN:VCALENDAR" and lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20240618" in lines and "DTEND;VALUE=DATE:20240620" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    assert gdelt_row(long) is None


def test_a_folder_with_files_is_not_written_into_unasked(exported: Path, tmp_path: Path) -> None:
    place = ("--archive", str(tmp_path / "w.db"))
    assert run(["export", str(exported), *place]) == 2
    assert run(["export", str(exported), "--force", *place]) == 0
