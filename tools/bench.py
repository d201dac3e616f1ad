"""Measures what a user waits for: start, one article from cold, reading, adding, and a query.

usage: python tools/bench.py

Prints one line a figure, with the bound it is held against. Times are wall-clock seconds on this machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman.clean import Cleaned, clean_page
from dragoman.engines import map_articles
from dragoman.records import Article
from dragoman.sources import RawPage, read_sources
from dragoman.store import AddOptions, Archive

SAMPLES = Path(__file__).parents[1] / "src" / "dragoman" / "samples"
PROGRAM = str(Path(sys.executable).with_name("dragoman"))
ROUNDS = 5
MANY = 1000


def main() -> None:
    """Run every measurement and print it."""
    articles = _articles()
    text = json.dumps({"text": articles[0].text}) + "\n"
    print(f"{os.cpu_count()} cores, {len(articles)} sample articles")
    _tell("dragoman --help", _best(lambda: _run("--help")), "s", "0.4")
    _tell("one article from cold", _best(lambda: _run("read", "-", stdin=text)), "s", "1.5")
    many = [msgspec.structs.replace(articles[n % len(articles)], id=f"bench-{n}") for n in range(MANY)]
    list(map_articles(many[:20], 1))
    seconds = _timed(lambda: list(map_articles(many, 1)))
    points = sum(len(article.text) for article in many) / MANY
    _tell(f"reading, one core, {points:.0f} code points each", MANY / seconds, "articles/s", "100 of 2500 points")
    with tempfile.TemporaryDirectory() as folder:
        _bench_archive(Path(folder), many)


def _bench_archive(folder: Path, many: list[Article]) -> None:
    path = folder / "many.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode({"id": x.id, "text": x.text}) for x in many))
    with Archive(folder / "bench.db", create=True) as archive:
        _tell(f"adding {len(many)}", _timed(lambda: archive.add(path, options=AddOptions(jobs=1))), "s", "-")
        _tell("adding them again", _timed(lambda: archive.add(path)), "s", "-")
        query = _best(lambda: list(archive.events(actor="RUS", limit=100)))
        _tell("a filtered query", query, "s", "0.1")


def _articles() -> list[Article]:
    pages = [page for page in read_sources([str(SAMPLES)]) if isinstance(page, RawPage)]
    return [found.article for page in pages if isinstance(found := clean_page(page), Cleaned)]


def _run(*words: str, stdin: str = "") -> None:
    subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, text=True, check=True)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _best(work: Callable[[], object]) -> float:
    return min(_timed(work) for _ in range(ROUNDS))


def _tell(what: str, figure: float, unit: str, bound: str) -> None:
    print(f"{what:<48} {figure:>8.2f} {unit:<12} (bound: {bound})")


if __name__ == "__main__":
    main()
