"""Proposes names that no list has in scripts without capitals, by a linear model over words and neighbours.

The model is an averaged perceptron with greedy decoding, learned from annotated news sentences
(`tools/train_names.py`, sources in SOURCES.md). Its weights are sparse: a feature is a string, its weights one
integer a label, kept in the knowledge artefact. What a word contributes at each distance is summed once and
remembered, so a token costs five additions of short vectors.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from ..knowledge import Knowledge, fold
from ..records import NameType
from .names_found import Span

__all__ = ["LABELS", "Tagger", "listed_features", "proposed_spans", "tagger_for", "word_features"]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""What a token can be: outside, or the first or a later word of a person's, body's or place's name."""

_TYPES: tuple[NameType, ...] = ("PER", "ORG", "LOC")
_DISTANCES = (-2, -1, 0, 1, 2)
_REMEMBERED = 50_000
_SHARED = 20_000
"""Features whose weights are remembered: words share most of theirs, all that end alike for one."""
_LANES = struct.Struct(f"<{len(LABELS)}I")
_BIAS = 1 << 24
_MAY_FOLLOW = {
    previous: tuple(
        label for label in range(len(LABELS)) if label % 2 or label == 0 or previous in (label, label - 1)
    )
    for previous in range(len(LABELS))
}
"""Labels that may stand after a label: a later word only after a word of the same name."""

Weights = Callable[[str], tuple[int, ...] | None]


def word_features(word: str, distance: int) -> list[str]:
    """Return the features of a word (folded) that stands `distance` words from the one in question."""
    if distance in (-2, 2):
        return [f"{distance}w{word}"]
    shape = "9" if word[:1].isdigit() else "." if not word[:1].isalpha() else ""
    features = [f"{distance}w{word}", f"{distance}s{word[-2:]}", f"{distance}t{word[-3:]}"]
    if shape:
        features.append(f"{distance}{shape}")
    if distance == 0:
        features += [
            "0b",
            f"p{word[:2]}",
            f"q{word[:3]}",
            f"u{word[-4:]}",
            f"e{word[-1:]}",
            f"n{min(len(word), 12)}",
        ]
    return features


def listed_features(spans: Sequence[Span], tokens: int) -> list[str]:
    """Return, for each token of a line, what the knowledge base has there (nothing: an empty string)."""
    found = [""] * tokens
    for span in spans:
        kinds = sorted({"dem" if hit.kind == "demonym" else hit.type for hit in span.hits})
        label = "+".join(kinds) + ("1" if span.first == span.last else "")
        for token in range(span.first, span.last + 1):
            found[token] = ("B" if token == span.first else "I") + label
    return found


class Tagger:
    """Labels the tokens of one line at a time.

    A vector of weights is packed into one integer, 32 bits a label, so that vectors are added at once; every
    label gets the same number of them, so the bias that keeps lanes positive changes no comparison.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._by_word: dict[str, tuple[int, ...]] = {}
        self._features: dict[str, int] = {}
        self._before = [self._of([f"l{label}"]) for label in range(len(LABELS))]

    def tag(self, words: Sequence[str], listed: Sequence[str]) -> list[tuple[int, int]]:
        """Return each token's label number and by how much it beat "outside" (0 for outside itself).

        `words` are as written; `listed` comes from `listed_features`.
        """
        edge = self._word("")
        known = self._by_word
        padded = [edge, edge, *(known.get(word) or self._word(word) for word in words), edge, edge]
        totals = [
            left2[0] + left[1] + word[2] + right[3] + right2[4]
            for left2, left, word, right, right2 in zip(
                padded, padded[1:], padded[2:], padded[3:], padded[4:], strict=False
            )
        ]
        for at, there in enumerate(listed):
            for distance in (-1, 0, 1) if there else ():
                if 0 <= at - distance < len(totals):
                    totals[at - distance] += self._known(f"{distance}k{there}")
        labels, previous = [], 0
        for score in totals:
            total = score + self._before[previous]
            scores = _LANES.unpack(total.to_bytes(_LANES.size, "little"))
            previous = max(_MAY_FOLLOW[previous], key=scores.__getitem__)
            labels.append((previous, scores[previous] - scores[0]))
        return labels

    def _word(self, word: str) -> tuple[int, ...]:
        """Return what a word contributes at each distance."""
        known = self._by_word.get(word)
        if known is None:
            folded = fold(word).text
            known = tuple(self._of(word_features(folded, distance)) for distance in _DISTANCES)
            if len(self._by_word) < _REMEMBERED:
                self._by_word[word] = known
        return known

    def _known(self, feature: str) -> int:
        found = self._features.get(feature)
        if found is None:
            found = self._features[feature] = self._of([feature])
        return found

    def _of(self, features: Sequence[str]) -> int:
        found = [weights for feature in features if (weights := self._weights(feature)) is not None]
        sums = map(sum, zip(*found, strict=True)) if found else (0,) * len(LABELS)
        return int.from_bytes(_LANES.pack(*(_BIAS + weight for weight in sums)), "little")


_TAGGERS: dict[tuple[int, str], Tagger | None] = {}


def tagger_for(knowledge: Knowledge, language: str) -> Tagger | None:
    """Return the tagger of a language, or None where none was learned; remembered for each base."""
    key = (id(knowledge), language)
    if key not in _TAGGERS:
        learned = knowledge.weights(language, "0b") is not None
        weights = lru_cache(maxsize=_SHARED)(partial(knowledge.weights, language))
        _TAGGERS[key] = Tagger(weights) if learned else None
    return _TAGGERS[key]


def proposed_spans(
    number: int, words: Sequence[str], listed: Sequence[str], tagger: Tagger
) -> list[tuple[Span, NameType, int]]:
    """Return the names that a tagger proposes in a line, with type and least margin over "outside"."""
    labels = tagger.tag(words, listed)
    found: list[tuple[Span, NameType, int]] = []
    for at, (label, margin) in enumerate(labels):
        if label == 0:
            continue
        if label % 2 == 0 and found and found[-1][0].last == at - 1:
            span, type_, least = found[-1]
            span.last = at
            found[-1] = (span, type_, min(least, margin))
        else:
            found.append((Span(number, at, at), _TYPES[(label - 1) // 2], margin))
    return found
