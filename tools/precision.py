"""Writes docs/precision.md: how many reports are right by frame, and by the confidence they were given.

usage: python tools/precision.py
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import UNSET

from dragoman.engines import map_articles
from dragoman.packs.loader import load_packs
from dragoman.records import Reading, Report
from dragoman.scoring.gold import GoldText, load_gold
from dragoman.scoring.matching import fits_report, pair, report_agreement
from dragoman.scoring.scores import article_of

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
OPEN = ("open", "second", "third", "fourth", "fifth", "events", "ledger/open", "ledger/further")
BLIND = ("blind", "blind-short", "blind-fifth")
PAGE = ROOT / "docs" / "precision.md"
BINS = (0.9, 0.8, 0.7, 0.6, 0.0)
INTRODUCTION = """# Precision

Written by `make scores`. A report is right where its type and the full sets of its actors and recipients are those
that were annotated.

## By confidence

The figure that a report carries says how many of its like are right. Its weights
([confidence.json](../src/dragoman/packs/data/confidence.json), from `tools/calibrate.py`) are fitted on open
gold and on verdicts by hand; the blind sets counted here had no part in it.
"""
FRAMES = """
## By frame

On all open gold together. What is wrong more often than it is right is switched off (`disabled` in
`packs/frames.yaml`); of a frame seen a few times the share says little.
"""


class Judged(NamedTuple):
    """A report of annotated text, and whether it is right."""

    report: Report
    right: bool


def main() -> None:
    """Write the page."""
    blind = list(judged(BLIND))
    rows = ["| confidence | reports | right | share |", "|---|--:|--:|--:|"]
    for low, high in zip(BINS, (1.01, *BINS), strict=False):
        rows += row(f"{low:.1f} and more", [one.right for one in blind if low <= one.report.confidence < high])
    frames: dict[str, list[bool]] = defaultdict(list)
    for one in judged(OPEN):
        frames[one.report.frame].append(one.right)
    listed = ["| frame | reports | right | share |", "|---|--:|--:|--:|"]
    for frame, marks in sorted(frames.items(), key=lambda item: (-len(item[1]), item[0])):
        listed += row(f"`{frame}`", marks)
    PAGE.write_text("\n".join([INTRODUCTION, *rows, FRAMES, *listed, ""]), "utf-8")


def row(name: str, marks: Sequence[bool]) -> list[str]:
    """Return a line of a table; none where nothing was read."""
    return [f"| {name} | {len(marks)} | {sum(marks)} | {sum(marks) / len(marks):.2f} |"] if marks else []


def judged(folders: Iterable[str]) -> Iterator[Judged]:
    """Read the annotated texts of some folders of gold, in the languages that have an event lexicon."""
    read = {code for code, pack in load_packs().items() if pack.events is not None}
    paths = [path for name in folders for path in sorted((GOLD / name).glob("*.jsonl"))]
    texts = [t for path in paths for t in annotated(path) if t.language in read and t.reports is not UNSET]
    for text, (_, reading) in zip(texts, map_articles([article_of(t) for t in texts], None), strict=True):
        assert isinstance(reading, Reading), text.id
        right = right_ones(reading, text)
        yield from (Judged(report, number in right) for number, report in enumerate(reading.reports))


def annotated(path: Path) -> list[GoldText]:
    """Return the texts of a file; none of one that holds events."""
    return [] if path.name.endswith(".events.jsonl") else load_gold(path)


def right_ones(reading: Reading, text: GoldText) -> dict[int, int]:
    """Return which reports are right, each with the number of the annotated one that it is."""
    wanted = () if text.reports is UNSET else tuple(text.reports)
    return pair(reading.reports, wanted, fits_report, lambda one, other: report_agreement(reading, one, other))


if __name__ == "__main__":
    main()
