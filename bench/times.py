"""Measures the reading of time expressions beside dateparser's `search_dates`, told the language, on one gold.

usage: python bench/times.py [LANGUAGE...]

Two figures of accuracy, each for both readers. *Exact*: F1 of expressions whose text and interval are those of the
gold. *Day*: F1 of dated expressions alone, right where the two overlap in the text and the first day found lies in
the interval of the gold; it asks no interval of a reader that gives one day. Speed is measured on the sentences of
the gold joined to articles of 2,500 code points, as many expressions in each as news has, both in the same run,
in processor seconds of one core.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from dragoman.pipeline import load_context
from dragoman.reading.language import Language
from dragoman.reading.layout import find_sentences
from dragoman.reading.time import find_times

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "time"
LENGTH = 2500
ARTICLES = 6
EXPRESSIONS = 12
"""Time expressions in 2,500 code points of our sample articles."""
LEAST_SECONDS = 1.0
"""How long a reader is timed at the least."""
AIM = 10
"""How many times as fast as dateparser we mean to be."""


class Span(NamedTuple):
    """One expression: where it stands, and its days."""

    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None


class Row(NamedTuple):
    """One sentence of the gold."""

    text: str
    published: str | None
    spans: list[Span]


Reader = Callable[[str, str | None], list[Span]]


def main() -> None:
    """Print one line a language."""
    warnings.filterwarnings("ignore")
    languages = load_context().languages
    codes = sys.argv[1:] or sorted(path.stem for path in GOLD.glob("*.jsonl"))
    print(f"{'':10}{'exact F1':^20}{'day F1':^20}{'articles a second':^30}")
    print(
        f"{'':10}{'ours':>10}{'dateparser':>11}{'ours':>9}{'dateparser':>11}{'ours':>9}{'dateparser':>11}  ratio"
    )
    for code in codes:
        language = languages[code]
        rows = gold(GOLD / f"{code}.jsonl")
        readers = (ours(language), dateparsers(code))
        found = [[reader(row.text, row.published) for row in rows] for reader in readers]
        exact = [f1(rows, spans, is_same, dated=False) for spans in found]
        day = [f1(rows, spans, is_day, dated=True) for spans in found]
        texts = articles(rows)
        rates = [rate(reader, texts) for reader in readers]
        ratio = rates[0] / rates[1]
        told = "" if ratio >= AIM else f" (aim {AIM})"
        figures = "".join(f"{one:>10.3f}" for one in (*exact, *day))
        print(f"{code:10}{figures}{rates[0]:>10.0f}{rates[1]:>10.1f}{ratio:>7.0f}{told}", flush=True)


def gold(path: Path) -> list[Row]:
    """Return the sentences of a gold file."""
    rows = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        spans, at = [], 0
        for one in row["times"]:
            start = row["text"].index(one["text"], at)
            at = start + len(one["text"])
            spans.append(Span(start, at, one["text"], day_of(one["earliest"]), day_of(one["latest"])))
        rows.append(Row(row["text"], row["published"], spans))
    return rows


def day_of(iso: str | None) -> date | None:
    """Return an ISO date as a day."""
    return date.fromisoformat(iso) if iso else None


def ours(language: Language) -> Reader:
    """Return our reader of one language."""

    def read(text: str, published: str | None) -> list[Span]:
        assert language.times is not None
        times, _ = find_times(text, find_sentences(text, language.text, ()), language.times, published)
        return [Span(one.start, one.end, one.text, day_of(one.earliest), day_of(one.latest)) for one in times]

    return read


def dateparsers(code: str) -> Reader:
    """Return dateparser's reader of one language."""
    from dateparser.search import search_dates

    def read(text: str, published: str | None) -> list[Span]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(published)} if published else {}
        spans, at = [], 0
        for found, moment in search_dates(text, languages=[code], settings=settings) or ():
            start = text.find(found, at)
            start = start if start >= 0 else at
            at = start + len(found)
            spans.append(Span(start, at, found, moment.date(), moment.date()))
        return spans

    return read


def is_same(found: Span, wanted: Span) -> bool:
    """Say whether text and interval are the same."""
    return found[2:] == wanted[2:]


def is_day(found: Span, wanted: Span) -> bool:
    """Say whether the two overlap and the first day found lies in the interval that is wanted."""
    day = found.earliest or found.latest
    if not (found.start < wanted.end and wanted.start < found.end) or day is None:
        return False
    return (wanted.earliest or day) <= day <= (wanted.latest or day)


def f1(rows: list[Row], found: list[list[Span]], fits: Callable[[Span, Span], bool], *, dated: bool) -> float:
    """Return F1 over all sentences, matched one to one; `dated` leaves out what has no day."""
    right = seen = wanted = 0
    for row, spans in zip(rows, found, strict=True):
        want, have = kept(row.spans, dated), kept(spans, dated)
        seen, wanted = seen + len(have), wanted + len(want)
        for one in have:
            match = next((other for other in want if fits(one, other)), None)
            if match is not None:
                want.remove(match)
                right += 1
    return 2 * right / (seen + wanted) if seen + wanted else 0.0


def kept(spans: Iterable[Span], dated: bool) -> list[Span]:
    """Return the spans, or those of them that have a day."""
    return [one for one in spans if not dated or one.earliest or one.latest]


def articles(rows: list[Row]) -> list[tuple[str, str | None]]:
    """Return the sentences joined to articles with as many expressions as the samples have."""
    telling = itertools.cycle([row for row in rows if row.spans])
    plain = itertools.cycle([row for row in rows if not row.spans])
    texts: list[tuple[str, str | None]] = []
    for _ in range(ARTICLES):
        chosen, expressions = [], 0
        while expressions < EXPRESSIONS:
            chosen.append(next(telling))
            expressions += len(chosen[-1].spans)
        while sum(len(row.text) + 1 for row in chosen) < LENGTH:
            chosen.append(next(plain))
        texts.append(("\n".join(row.text for row in chosen), "2024-06-20"))
    return texts


def rate(reader: Reader, texts: list[tuple[str, str | None]]) -> float:
    """Return how many articles a second a reader reads; the first round warms it up."""
    reader(*texts[0])
    done, start = 0, time.process_time()
    while (spent := time.process_time() - start) < LEAST_SECONDS:
        reader(*texts[done % len(texts)])
        done += 1
    return done / spent


if __name__ == "__main__":
    main()
