"""Measures what a classifier over embeddings would report where no trigger stands; prints precision by type.

usage: python tools/proposals_measure.py

A candidate is a verb whose subject is of one country and beside which somebody of another stands. The classifier
sees the vectors of the clause and of the verb (`stories.vectors`, names left out), the other's role and the verb's
form, and is fitted by ridge-penalised multinomial regression on the candidates of the open gold and of the packs'
examples. What is printed is cross-validated by article: how many of the proposals that it is surest of are right
(type, actor and recipient) in lines from which the rules read nothing. The reader makes such proposals nowhere: no
type reaches the 0.85 that they would need (docs/proposals.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from msgspec import UNSET
from precision import GOLD, OPEN, annotated
from scoreboard import examples

from dragoman.packs.loader import codes
from dragoman.pipeline import explain_article, load_context
from dragoman.reading.line import Line, Mention, Predicate
from dragoman.scoring.gold import GoldReport, GoldText
from dragoman.scoring.scores import article_of
from dragoman.stories.vectors import load_vectors

FOLDS = 8
PENALTY, STEPS, PACE = 10.0, 300, 0.05
SCALE = 4.0
"""By what vectors of length 1 are multiplied beside features of 0 and 1."""
UNREAD = 8.0
"""Weight of a candidate at whose verb no trigger stands: these are what is proposed."""
SUREST = (10, 20, 40, 80, 120)
MOST_OTHERS = 2
NONE = "none"


class Candidate(NamedTuple):
    """A verb with two sides: what it is by gold, whether the rules read its line, and its features."""

    article: str
    label: str
    trigger: bool
    read: bool
    vector: np.ndarray
    marks: frozenset[str]


def main() -> None:
    """Fit on all but a part in turn, and print what the surest proposals are worth."""
    found = list(candidates())
    types = sorted({one.label for one in found})
    names = sorted({mark for one in found for mark in one.marks})
    marks = np.array([[float(name in one.marks) for name in names] for one in found])
    table = np.hstack([np.array([one.vector for one in found]) * SCALE, marks, np.ones((len(found), 1))])
    labels = np.array([types.index(one.label) for one in found])
    weights = np.array([1.0 if one.trigger else UNREAD for one in found])
    parts = np.array([blake2b(one.article.encode(), digest_size=2).digest()[0] % FOLDS for one in found])
    chances = np.zeros((len(found), len(types)))
    for part in range(FOLDS):
        kept = parts != part
        chances[~kept] = share(table[~kept] @ fit(table[kept], labels[kept], weights[kept], len(types)))
    chances[:, types.index(NONE)] = 0.0
    unread = np.array([not one.read for one in found])
    guess, sure, right = chances.argmax(axis=1)[unread], chances.max(axis=1)[unread], labels[unread]
    order = np.argsort(-sure)
    print(f"{len(found)} candidates, {int(unread.sum())} of them in lines that the rules read nothing from")
    report("all types", guess[order] == right[order])
    for number, name in enumerate(types):
        mine = order[guess[order] == number]
        if name != NONE and len(mine) >= SUREST[0]:
            report(name, right[mine] == number)


def report(name: str, hits: np.ndarray) -> None:
    """Print how many of the surest are right."""
    told = "  ".join(f"{n}: {hits[:n].mean():.2f}" for n in SUREST if n <= len(hits))
    print(f"  {name:<10} right of the surest {told}")


def candidates() -> Iterator[Candidate]:
    """Yield every verb of the open gold and the packs' examples that has two sides of different countries."""
    context, vectors = load_context(), load_vectors()
    lexicons = codes("events")
    texts = [
        text for folder in OPEN for path in sorted((GOLD / folder).glob("*.jsonl")) for text in annotated(path)
    ]
    for text in [*texts, *(example for code in lexicons for example in examples(code))]:
        if text.reports is UNSET or text.language not in lexicons:
            continue
        parsed = explain_article(article_of(text), context)
        for line, drafts in zip(parsed.lines, parsed.drafts, strict=False):
            told = told_in(text, line)
            for verb in line.predicates:
                for other in others(line, verb):
                    assert verb.subject is not None
                    words = [clause_without_names(line, verb), line.words(verb.first, verb.last)]
                    yield Candidate(
                        str(text.id),
                        label_of(told, verb.subject, other),
                        any(hit.payload.frame is not None for hit in verb.hits),
                        bool(drafts),
                        vectors.embed(words, [text.language] * len(words)).ravel(),
                        frozenset((f"role {other.role}", f"kind {other.kind}", *verb.tags)),
                    )


def others(line: Line, verb: Predicate) -> list[Mention]:
    """Return who stands in a verb's clause beside its subject and is of another country; at most two."""
    subject = verb.subject
    if subject is None or not subject.human or not subject.countries:
        return []
    found = [
        m for m in line.mentions
        if m is not subject and line.segments[m.first] == verb.segment and (m.human or m.kind == "place")
        and m.countries and not m.countries & subject.countries
    ]  # fmt: skip
    return found[:MOST_OTHERS]


def clause_without_names(line: Line, verb: Predicate) -> str:
    """Return the words of a verb's clause that are part of no name or phrase."""
    named = {at for mention in line.mentions for at in range(mention.first, mention.last + 1)}
    return " ".join(
        line.words(at, at) for at, number in enumerate(line.segments) if number == verb.segment and at not in named
    )


def told_in(text: GoldText, line: Line) -> list[GoldReport]:
    """Return the annotated reports of a line; of a text without quotations, all."""
    content = line.text[line.start : line.end]
    reports = [] if text.reports is UNSET else list(text.reports or ())
    return [one for one in reports if not one.quote or one.quote in content or content in one.quote]


def label_of(told: Sequence[GoldReport], subject: Mention, other: Mention) -> str:
    """Return the type of the annotated report between two sides, or `NONE`."""
    one, two = sides(subject), sides(other)
    for report_ in told:
        actors, recipients = set(report_.actors), set(report_.recipients)
        if (actors == one and recipients == two) or (not recipients and actors == one | two):
            return report_.type
    return NONE


def sides(mention: Mention) -> set[str]:
    return {party.country or party.entity or "" for party in mention.parties}


def fit(table: np.ndarray, labels: np.ndarray, weights: np.ndarray, types: int) -> np.ndarray:
    """Return the weights of a multinomial regression, shape (features, types), by Adam on the whole table."""
    found = np.zeros((table.shape[1], types))
    wanted = np.eye(types)[labels]
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS + 1):
        slope = table.T @ ((share(table @ found) - wanted) * weights[:, None]) + PENALTY * found
        slope /= len(table)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        found -= PACE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found


def share(scores: np.ndarray) -> np.ndarray:
    """Return scores as chances that add up to 1 in every row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


if __name__ == "__main__":
    main()
