"""Learns by which letters names differ from other words, for scripts without capitals.

    python tools/train_looks.py bn [SENTENCES.jsonl ...] [--passes 6]

Names are those of the knowledge base in the language; other words are those of its pack, of our own open gold,
and the common ones of annotated sentences (as `train_names.py` takes them), less what inflects a listed name.
Writes `src/dragoman/knowledge/data/taggers/<language>.looks.tsv`: a group of letters, then its weight. The same
input gives the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.knowledge import fold
from dragoman.knowledge.compile import MERGED, TAGGERS, read_merged
from dragoman.packs.loader import load_pack
from dragoman.reading.names_looks import SCALE, groups
from dragoman.scoring.gold import load_gold

ROOT = Path(__file__).parent.parent
LEAST_WEIGHT = 2
HELD_OUT = 500
OFTEN = 4
KINDS = {"name", "alias", "family"}
SPECIES = {"PER", "GPE", "LOC"}


def words_of(text: str) -> list[str]:
    """Return the folded words of a text in no Latin script."""
    return [fold(word).text for word in re.findall(r"[^\W\d_a-zA-Z][\w\u0900-\u09ff\u200c\u200d]*", text)]


def names(language: str) -> set[str]:
    """Return the words of all names of people and places."""
    rows = (row for row in read_merged(MERGED) if row.entity.type in SPECIES)
    texts = (one.text for row in rows for one in row.aliases if one.language == language and one.kind in KINDS)
    return {word for text in texts for word in words_of(text) if len(word) > 1}


def strings(data: Any) -> Iterator[str]:
    """Yield every text in nested data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for value in data.values() for text in strings(value))
    elif isinstance(data, list):
        yield from (text for value in data for text in strings(value))


def common(path: Path) -> Counter[str]:
    """Return the words that annotated sentences have often outside names; rare ones may be missed names."""
    counts: Counter[str] = Counter()
    for record in map(json.loads, path.read_text("utf-8").splitlines()):
        pairs = zip(record["tokens"], record["tags"], strict=True)
        counts.update(word for token, tag in pairs if tag == "O" for word in words_of(token))
    return Counter({word: count for word, count in counts.items() if count >= OFTEN})


def others(language: str, listed: set[str], sentences: list[Path]) -> Counter[str]:
    """Return the words that are no names, as often as they occur."""
    counts: Counter[str] = Counter()
    for path in (ROOT / "src/dragoman/packs/data" / language).glob("*.yaml"):
        counts.update(word for text in strings(msgspec.yaml.decode(path.read_bytes())) for word in words_of(text))
    marked: set[str] = set()
    for path in sorted((ROOT / "tests/gold").rglob(f"{language}.jsonl")):
        for gold in load_gold(path) if not any("blind" in part for part in path.parts) else ():
            counts.update(words_of(gold.text))
            marked.update(word for name in gold.names or () for word in words_of(name.text))
    for path in sentences:
        counts.update(common(path))
    pack = load_pack(language).text
    suffixes = sorted({fold(one.suffix).text for one in pack.noun_endings if one.suffix}, key=len, reverse=True)
    known = listed | marked
    inflected = (
        word for word in counts
        if any(word.endswith(end) and word[: -len(end)] in known for end in suffixes)
    )  # fmt: skip
    for word in {*known, *inflected}:
        counts.pop(word, None)
    return Counter({word: count for word, count in counts.items() if len(word) > 1})


def learn(examples: list[tuple[str, int, float]], passes: int) -> dict[str, float]:
    """Return the weights of groups of letters after some passes of logistic regression."""
    shuffled = random.Random(1)
    weights: dict[str, float] = defaultdict(float)
    for round_ in range(passes):
        shuffled.shuffle(examples)
        rate = 0.3 / (1 + round_)
        for word, sign, importance in examples:
            made_of = groups(word)
            score = sum(weights[group] for group in made_of)
            step = rate * sign * importance / (1 + math.exp(min(30.0, score * sign)))
            for group in made_of:
                weights[group] += step
    return weights


def main() -> None:
    """Learn the weights of one language, say how well they do on held-out words, and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language")
    parser.add_argument("sentences", nargs="*", type=Path)
    parser.add_argument("--passes", type=int, default=6)
    options = parser.parse_args()
    positive = names(options.language)
    negative = sorted(others(options.language, positive, options.sentences))
    ordered = sorted(positive)
    random.Random(1).shuffle(ordered)
    random.Random(1).shuffle(negative)
    balance = min(3.0, len(ordered) / len(negative))
    examples = [(word, 1, 1.0) for word in ordered[HELD_OUT:]]
    examples += [(word, -1, balance) for word in negative[HELD_OUT:]]
    learned = learn(examples, options.passes)
    kept = {
        group: round(weight * SCALE) for group, weight in learned.items() if abs(weight * SCALE) >= LEAST_WEIGHT
    }
    for least in (0, 10, 20, 30):
        right, wrong = (
            sum(sum(kept.get(group, 0) for group in groups(word)) > least for word in held[:HELD_OUT]) / HELD_OUT
            for held in (ordered, negative)
        )
        print(f"above {least}: {right:.3f} of held-out names, {wrong:.3f} of other words")
    lines = [f"{group}\t{weight}" for group, weight in sorted(kept.items()) if weight or not group]
    (TAGGERS / f"{options.language}.looks.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} groups")


if __name__ == "__main__":
    main()
