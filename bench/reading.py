"""Measures what a user waits for: start, one article from cold, reading by stage, adding, and a query.

usage: python bench/reading.py

One figure a line, with the bound it is held against where there is one. Reading is measured in processor seconds
of one core, what a user waits for in seconds of the clock. Articles are the samples, joined by language and cut
to 2,500 code points.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import cast

import msgspec

from dragoman.clean import Cleaned, clean_page
from dragoman.pipeline import load_context, read_article
from dragoman.records import Article
from dragoman.sources import RawPage, read_sources
from dragoman.store import AddOptions, Archive

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
PROGRAM = str(Path(sys.executable).with_name("dragoman"))
LENGTH = 2500
ROUNDS = 3
MANY = 300
SECONDS = 8.0
"""How long reading is measured."""
STAGES = {
    "identify": ("identify",),
    "layout": ("layout",),
    "time": ("time/",),
    "tokens and lexicon": ("tokens", "lexicon"),
    "names": ("names", "knowledge/"),
    "mentions": ("mentions", "discourse"),
    "phrases": ("phrases",),
    "clauses": ("clauses", "homographs", "wordclass", "isolating", "verb_final"),
    "attribution": ("attribution",),
    "events": (),
}
"""Stages and the files that do their work; whatever else stands in `reading` makes events of it."""


def main() -> None:
    """Run every measurement and print it."""
    articles = samples()
    print(f"{os.cpu_count()} cores, {len(articles)} articles of {LENGTH} code points")
    text = json.dumps({"text": articles[0].text}) + "\n"
    tell("dragoman --help", best(lambda: run("--help")), "s", "at most 0.4")
    tell("one article read from a cold start", best(lambda: run("read", "-", stdin=text)), "s", "at most 1.5")
    rate = reading_rate(articles)
    tell("reading, one core", rate, "articles/s", "at least 50; aim 100")
    print("  of which each stage takes")
    for stage, share in stage_shares(articles).items():
        print(f"    {stage:<22} {share:>5.0%}")
    with tempfile.TemporaryDirectory() as folder:
        bench_archive(Path(folder), [articles[n % len(articles)] for n in range(MANY)])


def samples() -> list[Article]:
    """Return the sample articles of each language, joined and cut into articles of one length."""
    texts: dict[str, list[str]] = defaultdict(list)
    for page in read_sources([str(SOURCE / "samples")]):
        found = clean_page(page) if isinstance(page, RawPage) else None
        if isinstance(found, Cleaned):
            texts[found.article.language or ""].append(found.article.text)
    articles = []
    for language, parts in sorted(texts.items()):
        joined = "\n\n".join(parts)
        articles += [
            Article(id=f"{language}-{at}", text=joined[at : at + LENGTH], published="2023-09-14")
            for at in range(0, len(joined) - LENGTH + 1, LENGTH)
        ]
    return articles


def reading_rate(articles: list[Article]) -> float:
    """Return articles a processor second, once everything is loaded."""
    context = load_context()
    for article in articles:
        read_article(article, context)
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS:
        for article in articles:
            read_article(article, context)
        count += len(articles)
    return count / spent


def stage_shares(articles: list[Article]) -> dict[str, float]:
    """Return the share of each stage in the time of reading, by the files in which it is spent.

    Time in the standard library and in C counts for the stage that called.
    """
    context, profile = load_context(), cProfile.Profile()
    profile.enable()
    for article in articles:
        read_article(article, context)
    profile.disable()
    spent: dict[str, float] = dict.fromkeys(STAGES, 0.0)
    rows = cast("dict[tuple[str, int, str], tuple[int, int, float, float, dict[object, object]]]", stats(profile))
    for place, (_, _, own, _, callers) in rows.items():
        if (stage := stage_of(place[0])) is not None:
            spent[stage] += own
            continue
        for caller, given in callers.items():
            called_from = stage_of(cast("tuple[str, int, str]", caller)[0])
            if called_from is not None:
                spent[called_from] += cast("tuple[int, int, float, float]", given)[2]
    total = sum(spent.values()) or 1.0
    return {stage: seconds / total for stage, seconds in spent.items()}


def stats(profile: cProfile.Profile) -> object:
    """Return the raw rows of a profile."""
    return vars(pstats.Stats(profile))["stats"]


def stage_of(path: str) -> str | None:
    """Return the stage that a file works for; None outside the reader."""
    if not path.startswith(str(SOURCE)):
        return None
    name = path.removeprefix(str(SOURCE) + os.sep).removeprefix("reading" + os.sep).replace(os.sep, "/")
    return next((stage for stage, files in STAGES.items() if files and name.startswith(files)), "events")


def bench_archive(folder: Path, many: list[Article]) -> None:
    """Measure adding, adding again, and one filtered query."""
    path = folder / "many.jsonl"
    rows = [{"id": f"{number}", "text": article.text} for number, article in enumerate(many)]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    with Archive(folder / "bench.db", create=True) as archive:
        options = AddOptions(jobs=1)
        tell(
            f"adding {len(many)} articles, ledger and all", timed(lambda: archive.add(path, options=options)), "s"
        )
        tell("adding them again", timed(lambda: archive.add(path)), "s")
        query = best(lambda: list(archive.events(actor="RUS", limit=100)))
        tell("a filtered query", query, "s", "at most 0.1")


def run(*words: str, stdin: str = "") -> None:
    """Run the program as a user does."""
    subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, text=True, check=True)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(work: Callable[[], object]) -> float:
    """Return the least of some rounds: the others tell of the machine."""
    return min(timed(work) for _ in range(ROUNDS))


def tell(what: str, figure: float, unit: str, bound: str = "") -> None:
    """Print one figure."""
    print(f"{what:<42} {figure:>8.2f} {unit:<11}{f' ({bound})' if bound else ''}", flush=True)


if __name__ == "__main__":
    main()
