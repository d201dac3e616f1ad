"""Measures the ledger: a year of 100,000 reports, twice as many, a thousand more, and how well it finds the truth.

usage: python bench/ledger.py [REPORTS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Table, insert
from synthetic import Told, bcubed, year

from dragoman.ledger import build_ledger
from dragoman.store import Archive, schema
from dragoman.store.connection import writing
from dragoman.store.writes import put_setting

REPORTS = 100_000
MORE = 1_000


def main() -> None:
    """Run and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    spent = [merge(year(number)) for number in (count, 2 * count)]
    print(f"twice as many reports take {spent[1] / spent[0]:.2f} times as long")
    add(year(count + MORE))


def merge(told: list[Told]) -> float:
    """Merge reports in memory and print what it took; return processor seconds."""
    statements = [one.statement for one in told]
    start = time.process_time()
    ledger = build_ledger(statements)
    spent = time.process_time() - start
    precision, recall = bcubed(told, ledger.aliases)
    print(
        f"{len(told):,} reports of {len({one.event for one in told}):,} events: {spent:.1f} s, "
        f"{len(ledger.events):,} events found, BCubed precision {precision:.2f}, recall {recall:.2f}",
        flush=True,
    )
    return spent


def add(told: list[Told]) -> None:
    """Make an archive of all but the last reports, add those, and compare with what is made of all at once.

    Each is brought up to date in a process of its own, as a command is, not among the reports that are held here.
    """
    with tempfile.TemporaryDirectory() as folder:
        grown, at_once = Path(folder, "grown.db"), Path(folder, "whole.db")
        keep(grown, told[:-MORE])
        whole = alone(grown)
        keep(grown, told[-MORE:])
        more = alone(grown)
        print(f"{len(told) - MORE:,} reports kept in an archive: {whole:.1f} s; {MORE:,} more: {more:.1f} s")
        keep(at_once, told)
        alone(at_once)
        print("the same ledger as made at once" if events(grown) == events(at_once) else "ANOTHER LEDGER")


def alone(path: Path) -> float:
    """Bring a ledger up to date in a new process; return seconds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(timed, path).result()


def timed(path: Path) -> float:
    """Bring a ledger up to date; return seconds."""
    with Archive(path) as archive:
        start = time.perf_counter()
        archive.refresh()
        return time.perf_counter() - start


def events(path: Path) -> list[str]:
    """Return the ids of a ledger's events."""
    with Archive(path) as archive:
        return [event.id for event in archive.events()]


def keep(path: Path, told: list[Told]) -> None:
    """Write reports with articles of one sentence, as reading them would have."""
    rows: dict[Table, list[dict[str, Any]]] = {schema.articles: [], schema.readings: [], schema.reports: []}
    for statement, _ in told:
        report, article = statement.report, statement.article
        rows[schema.articles].append(
            {"id": article, "version": 1, "outlet": statement.outlet, "published": statement.published,
             "language": statement.language}
        )  # fmt: skip
        rows[schema.readings].append({"article": article, "reader": "bench", "body": b""})
        rows[schema.reports].append(
            {"id": report.id, "article": article, "number": 0, "type": report.type, "status": report.status,
             "quote": statement.quote, "start": 0, "end": statement.end, "body": msgspec.msgpack.encode(report)}
        )  # fmt: skip
    with Archive(path, create=True) as archive, writing(archive._engine) as connection:
        for table, found in rows.items():
            connection.execute(insert(table), found)
        put_setting(connection, "ledger", "stale")


if __name__ == "__main__":
    main()
