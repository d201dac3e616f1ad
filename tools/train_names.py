"""Learns the weights of the name tagger from annotated sentences.

    python tools/train_names.py bn SENTENCES.jsonl [--held-out 0.15] [--passes 8]

A line of the input is {"tokens": [...], "tags": [...]} with BIO tags of PER, ORG and LOC. Writes
`src/dragoman/knowledge/data/taggers/<language>.tsv`: feature, then one integer a label. The same input gives
the same file. Sources and licences of the sentences used stand in SOURCES.md.
"""

from __future__ import annotations

import argparse
import json
import random
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from dragoman.knowledge import fold, load
from dragoman.knowledge.compile import TAGGERS
from dragoman.packs.loader import load_frames, load_pack
from dragoman.reading.language import Language
from dragoman.reading.line import Line
from dragoman.reading.names_match import listed_spans
from dragoman.reading.names_tagger import LABELS, Tagger, listed_features, word_features
from dragoman.reading.tokens import tokenize

LEAST_WEIGHT = 5
SCALE = 20.0


class Sentence(NamedTuple):
    """One sentence, tokenised as the reader does: words, what the lists have there, right labels."""

    words: list[str]
    listed: list[str]
    labels: list[int]


def read(path: Path, language: Language) -> list[Sentence]:
    """Read annotated sentences and take their labels to the reader's own tokens."""
    return [sentence(json.loads(line), language) for line in path.read_text("utf-8").splitlines()]


def sentence(record: dict[str, list[str]], language: Language) -> Sentence:
    """Return one annotated sentence under the reader's tokens."""
    text, tag_at = "", {}
    for token, tag in zip(record["tokens"], record["tags"], strict=True):
        text += " " if text else ""
        for offset, _ in enumerate(written := unicodedata.normalize("NFC", token)):
            tag_at[len(text) + offset] = tag if offset == 0 else tag.replace("B-", "I-")
        text += written
    tokens = tokenize(text, 0, len(text), language.folding)
    line = Line(index=0, start=0, end=len(text), text=text, tokens=tokens, shapes=[], hits={}, at=[])
    tags = [tag_at.get(token.start, "O") for token in tokens]
    labels = [LABELS.index(tag) if tag in LABELS else 0 for tag in tags]
    listed = listed_features(listed_spans([line], language, load()), len(tokens))
    return Sentence([token.text for token in tokens], listed, labels)


class Perceptron:
    """An averaged perceptron over the tagger's features."""

    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(LABELS))
        self.totals: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(LABELS))
        self.steps = 0

    def learn(self, sentence: Sentence) -> None:
        """Label a sentence from left to right and correct the weights at each mistake."""
        folded = ["", "", *(fold(word).text for word in sentence.words), "", ""]
        previous = 0
        for at, right in enumerate(sentence.labels):
            features = [f for d in (-2, -1, 0, 1, 2) for f in word_features(folded[at + 2 + d], d)]
            features.append(f"l{previous}")
            for d in (-1, 0, 1):
                if 0 <= at + d < len(sentence.words) and sentence.listed[at + d]:
                    features.append(f"{d}k{sentence.listed[at + d]}")
            rows = [self.weights[feature] for feature in features]
            scores = [sum(column) for column in zip(*rows, strict=True)]
            guess = max(range(len(LABELS)), key=scores.__getitem__)
            self.steps += 1
            if guess != right:
                for feature in features:
                    self.weights[feature][right] += 1
                    self.weights[feature][guess] -= 1
                    self.totals[feature][right] += self.steps
                    self.totals[feature][guess] -= self.steps
            previous = guess

    def averaged(self) -> dict[str, tuple[int, ...]]:
        """Return the averaged weights as integers, small ones left out."""
        kept = {}
        for feature, row in self.weights.items():
            total = self.totals[feature]
            values = tuple(round(SCALE * (w - t / self.steps)) for w, t in zip(row, total, strict=True))
            if max(map(abs, values)) >= LEAST_WEIGHT:
                kept[feature] = values
        return kept


def names_of(labels: list[int]) -> set[tuple[int, int, str]]:
    """Return the names that labels mark: first token, token after the last, kind."""
    found, start = set(), None
    for at, label in enumerate([*labels, 0]):
        name = LABELS[label]
        if start is not None and not name.startswith("I-"):
            found.add((start, at, LABELS[labels[start]][2:]))
            start = None
        if name.startswith("B-") or (name.startswith("I-") and start is None):
            start = at
    return found


def measure(weights: dict[str, tuple[int, ...]], sentences: list[Sentence]) -> str:
    """Return precision and recall of whole names on held-out sentences."""
    tagger, right, proposed, wanted = Tagger(weights.get), 0, 0, 0
    for one in sentences:
        guessed = names_of([label for label, _ in tagger.tag(one.words, one.listed)])
        gold = names_of(one.labels)
        right, proposed, wanted = right + len(guessed & gold), proposed + len(guessed), wanted + len(gold)
    return f"precision {right / max(1, proposed):.3f}, recall {right / max(1, wanted):.3f}, {wanted} names"


def main() -> None:
    """Train, measure on what was held out, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language")
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--held-out", type=float, default=0.15)
    parser.add_argument("--passes", type=int, default=8)
    options = parser.parse_args()
    language = Language(load_pack(options.language), load_frames())
    sentences = read(options.sentences, language)
    shuffler = random.Random(1)
    shuffler.shuffle(sentences)
    cut = int(len(sentences) * (1 - options.held_out))
    training, held_out = sentences[:cut], sentences[cut:]
    perceptron = Perceptron()
    for number in range(options.passes):
        shuffler.shuffle(training)
        for one in training:
            perceptron.learn(one)
        print(f"pass {number + 1}: {measure(perceptron.averaged(), held_out)}", flush=True)
    weights = perceptron.averaged()
    TAGGERS.mkdir(parents=True, exist_ok=True)
    rows = ("\t".join([feature, *map(str, weights[feature])]) + "\n" for feature in sorted(weights))
    (TAGGERS / f"{options.language}.tsv").write_text("".join(rows), "utf-8")
    print(f"{len(weights)} features")


if __name__ == "__main__":
    main()
