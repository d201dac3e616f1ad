"""Measures what twice as many aliases cost in reading.

usage: python bench/names.py

The knowledge base is compiled twice, once with every alias doubled by one that differs in its third letter, and
the samples are read with both. Processor seconds of one core, the best of three rounds.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import msgspec

from dragoman.knowledge import Knowledge
from dragoman.knowledge.compile import MERGED, inputs_of, read_merged, serialise, write
from dragoman.knowledge.schema import MergedEntity
from dragoman.packs.loader import load_frames, load_packs
from dragoman.reading.article import read
from dragoman.reading.language import Language
from dragoman.records import Article

SAMPLES = Path(__file__).parents[1] / "src" / "dragoman" / "samples"
ROUNDS = 3
BOUND = 1.1


def main() -> None:
    """Read the samples with the knowledge base and with one of twice the aliases, and print both times."""
    frames = load_frames()
    languages = {code: Language(pack, frames) for code, pack in load_packs().items()}
    rows = [json.loads(line) for path in sorted(SAMPLES.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    articles = [Article(id=str(n), text=row["text"], language=row.get("language")) for n, row in enumerate(rows)]
    merged = read_merged(MERGED)
    with tempfile.TemporaryDirectory() as folder:
        bases = [
            base(Path(folder) / f"{number}.bin", kind) for number, kind in enumerate((merged, doubled(merged)))
        ]
        times = [9e9, 9e9]
        for _ in range(ROUNDS + 1):  # the first one fills what is remembered
            for number, knowledge in enumerate(bases):
                start = time.process_time()
                for article in articles:
                    read(article, languages, knowledge, "0")
                times[number] = min(times[number], time.process_time() - start)
    print(f"{len(articles)} articles: {times[0]:.2f} s; with twice the aliases {times[1]:.2f} s,", end=" ")
    print(f"{times[1] / times[0]:.3f} times as long (at most {BOUND})")


def base(path: Path, merged: list[MergedEntity]) -> Knowledge:
    """Compile and map a knowledge base."""
    write(path, serialise(merged, inputs_of(MERGED)))
    return Knowledge(path)


def doubled(merged: list[MergedEntity]) -> list[MergedEntity]:
    """Return the entities with a second alias for each that they have."""
    return [
        msgspec.structs.replace(
            row,
            aliases=(
                *row.aliases,
                *(msgspec.structs.replace(alias, text=_other(alias.text)) for alias in row.aliases),
            ),
        )
        for row in merged
    ]


def _other(alias: str) -> str:
    return alias[:2] + alias[1:] if len(alias) > 2 else alias * 3


if __name__ == "__main__":
    main()
