"""Compares what is found in a gold sentence with what is annotated: text and interval."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman.reading.time import find_times

from .packs import lexicon

GOLD = Path(__file__).parents[2] / "gold" / "time"
Key = tuple[str, str | None, str | None]


def gold(code: str) -> list[dict[str, Any]]:
    with (GOLD / f"{code}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def found(row: dict[str, Any]) -> list[Key]:
    times, _ = find_times(row["text"], (), lexicon(row["language"]), row["published"])
    return [(time.text, time.earliest, time.latest) for time in times]


def expected(row: dict[str, Any]) -> list[Key]:
    return [(time["text"], time["earliest"], time["latest"]) for time in row["times"]]


def counts(code: str) -> tuple[int, int, int]:
    """Return how many times are right, found and annotated in a language."""
    right = seen = wanted = 0
    for row in gold(code):
        want, have = expected(row), found(row)
        right += sum(min(want.count(key), have.count(key)) for key in set(want))
        seen, wanted = seen + len(have), wanted + len(want)
    return right, seen, wanted


def misses(code: str) -> list[str]:
    """Return every sentence read otherwise than annotated, for people."""
    lines = []
    for row in gold(code):
        want, have = expected(row), found(row)
        if want != have:
            lines.append(f"{row['id']} {row['text']}\n   gold  {want}\n   found {have}")
    return lines
