"""Measures how well the sound of names brings spellings of one name together, on tests/gold/sound/pairs.jsonl.

    python tools/sound_measure.py [--every 10]

Prints in how many cases the right partner is nearest among 2,000 names in other scripts than the name's own,
and how many pairs of different people lie within the distance that brings 0.70 of the true pairs together.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from dragoman.identity.sound import script_of, sound_distance
from dragoman.knowledge.compile import MERGED, read_merged

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "sound" / "pairs.jsonl"
CANDIDATES = 2_000
TOGETHER = 0.70


class Pair(NamedTuple):
    """Two spellings: of one name, or of two people with similar names; `listed`: in the knowledge base."""

    a: str
    b: str
    same: bool
    listed: bool


def read_pairs() -> list[Pair]:
    """Return the annotated pairs."""
    return [Pair(**json.loads(line)) for line in GOLD.read_text("utf-8").splitlines()]


def spellings(pairs: list[Pair]) -> dict[str, frozenset[str]]:
    """Return names of people with what they are names of: ids, and numbers for those of the pairs."""
    owners: dict[str, set[str]] = {}
    for row in read_merged(MERGED):
        if row.entity.type == "PER":
            for alias in row.aliases:
                if " " in alias.text:
                    owners.setdefault(alias.text, set()).add(row.entity.id)
    joined = [pair for pair in pairs if pair.same and not pair.listed]
    for number, pair in enumerate(joined):
        for name in (pair.a, pair.b):
            owners.setdefault(name, set()).add(f"pair {number}")
    for pair in joined:  # one unlisted person may stand in several pairs
        both = owners[pair.a] | owners[pair.b]
        owners[pair.a] = owners[pair.b] = both
    return {name: frozenset(ids) for name, ids in owners.items()}


def is_first(pair: Pair, owners: dict[str, frozenset[str]]) -> bool:
    """Whether the partner is nearest to the first name among others, those in its own script first."""
    theirs = owners.get(pair.a, frozenset()) | owners.get(pair.b, frozenset())
    script, own = script_of(pair.b), script_of(pair.a)
    others = [name for name, ids in owners.items() if not ids & theirs and script_of(name) != own]
    others.sort(key=lambda name: script_of(name) != script)
    distance = sound_distance(pair.a, pair.b)
    return all(sound_distance(pair.a, name) > distance for name in others[: CANDIDATES - 1])


def threshold(pairs: list[Pair]) -> float:
    """Return the distance within which 0.70 of the true pairs lie."""
    distances = sorted(sound_distance(pair.a, pair.b) for pair in pairs if pair.same)
    return distances[int(len(distances) * TOGETHER)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="only every so manieth pair")
    options = parser.parse_args()
    pairs = read_pairs()
    owners = spellings(pairs)
    first, asked = Counter[bool](), Counter[bool]()
    for pair in [pair for pair in pairs if pair.same][:: options.every]:
        asked[pair.listed] += 1
        first[pair.listed] += is_first(pair, owners)
    for listed in (True, False):
        print("listed" if listed else "unlisted", f"first {first[listed]} of {asked[listed]}")
    print(f"all first {first.total()} of {asked.total()}: {first.total() / asked.total():.3f}")
    limit = threshold(pairs)
    different = [pair for pair in pairs if not pair.same]
    merged = [pair for pair in different if sound_distance(pair.a, pair.b) <= limit]
    print(f"within {limit:.3f}: {len(merged)} of {len(different)} pairs of different people")


if __name__ == "__main__":
    main()
