"""Fits the weights of `reading/confidence.py` and writes them; prints how the figures hold on reports left out.

usage: python tools/calibrate.py [--new] [TEXTS ...]

Fitted on the open gold of this repository (a report is right as `dragoman score` counts it) and, where their texts
are given under the ids that stand there, on the verdicts in docs/evaluation. Logistic regression with a penalty on
large weights (Newton's method); what is printed is cross-validated by article. With `--new` only features without
a weight get one (a frame that was added), and all others keep theirs: rules written since from the open gold would
flatter them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import UNSET
from precision import GOLD, OPEN, annotated, right_ones

from dragoman.clean import Cleaned, clean_page
from dragoman.pipeline import explain_article, load_context
from dragoman.reading.article import Parsed
from dragoman.reading.confidence import WEIGHTS, Weights, features
from dragoman.reading.reports import make_reports, told_once
from dragoman.records import Article
from dragoman.scoring.scores import article_of
from dragoman.sources import RawPage, read_sources

ROOT = Path(__file__).parents[1]
VERDICTS = ROOT / "docs" / "evaluation"
PENALTY = 8.0
FOLDS = 10
SEEN = 6
"""Cases that a feature must stand in to be given a weight."""
LEAST = 0.6
"""What is less sure than this is not reported: nearly every second such report is wrong."""
UNFITTED, FRESH = "fifth", 4.0
"""The open gold that no rule had been written from when the weights were fitted; its reports count fourfold."""
BINS = (0.9, 0.8, 0.7, 0.6, 0.0)


class Case(NamedTuple):
    """One report: the article it is of, its features, and whether it is right."""

    article: str
    features: dict[str, float]
    right: bool
    weight: float = 1.0


def main(pages: Sequence[str]) -> None:
    """Fit, print and write."""
    only_new = "--new" in pages
    cases = [*from_gold(), *from_verdicts([page for page in pages if page != "--new"])]
    seen = Counter(name for case in cases for name in case.features)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    if only_new:
        add_new(cases, names)
        return
    told = np.array([held_out(cases, names, fold) for fold in range(FOLDS)]).sum(axis=0)
    print(
        f"{len(cases)} reports, {sum(case.right for case in cases)} right; left out by article in {FOLDS} parts:"
    )
    for low, high in zip(BINS, (1.01, *BINS), strict=False):
        inside = [case.right for case, value in zip(cases, told, strict=True) if low <= value < high]
        share = f"{sum(inside) / len(inside):.2f}" if inside else "-"
        print(f"  {low:.1f} and more: {len(inside):>4} reports, {share} right")
    kept = [case.right for case, value in zip(cases, told, strict=True) if value >= LEAST]
    print(f"  reported: {len(kept)}, {sum(kept) / len(kept):.3f} right")
    bias, weights = fit(cases, names)
    fitted = Weights(
        reports=len(cases),
        right=sum(case.right for case in cases),
        fitted_on="open gold of this repository" + (" and verdicts of docs/evaluation" if pages else ""),
        bias=round(bias, 3),
        weights={name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)},
        least=LEAST,
    )
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=1) + b"\n")


def add_new(cases: Sequence[Case], names: Sequence[str]) -> None:
    """Give the features that have none a weight, and print them; what is known of a case is its starting point."""
    known = msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
    old = [name for name in names if name in known.weights]
    new = [name for name in names if name not in known.weights]
    start = known.bias + matrix(cases, old) @ np.array([known.weights[name] for name in old])
    _, found = fit(cases, new, start)
    added = {name: round(float(weight), 3) for name, weight in zip(new, found, strict=True)}
    print(added)
    weights = dict(sorted((known.weights | added).items()))
    fitted = msgspec.structs.replace(known, weights=weights)
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=1) + b"\n")


def from_gold() -> Iterator[Case]:
    """Read the open gold; a report is right where type, actors and recipients are."""
    context = load_context()
    read = {code for code, language in context.languages.items() if language.pack.events is not None}
    paths = [path for folder in OPEN for path in sorted((GOLD / folder).glob("*.jsonl"))]
    for source, text in [(path, text) for path in paths for text in annotated(path)]:
        if text.reports is UNSET or text.language not in read:
            continue
        article = article_of(text)
        parsed = with_unsure(article, explain_article(article, context))
        right = right_ones(parsed.reading, text)
        weight = FRESH if source.parent.name == UNFITTED else 1.0
        for number, found in enumerate(features_of(article, parsed)):
            yield Case(str(text.id), found, number in right, weight)


def from_verdicts(pages: Sequence[str]) -> Iterator[Case]:
    """Read the pages that were judged by hand; reports that are no longer made, or new ones, are left out."""
    verdicts: dict[str, bool] = {}
    for path in sorted(VERDICTS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = msgspec.json.decode(line)
            verdicts[row["report"]] = row["verdict"] == "right"
    context = load_context()
    for page in read_sources(list(pages)):
        found = clean_page(page) if isinstance(page, RawPage) else None
        if isinstance(found, Cleaned):
            parsed = with_unsure(found.article, explain_article(found.article, context))
            for report, held in zip(parsed.reading.reports, features_of(found.article, parsed), strict=True):
                if report.id in verdicts:
                    yield Case(found.article.id, held, verdicts[report.id])


def with_unsure(article: Article, parsed: Parsed) -> Parsed:
    """Return a reading with all its reports, those also that were too unsure to be made."""
    reading = parsed.reading
    reports = make_reports(article, parsed.lines, parsed.drafts, reading.published, None)
    return Parsed(msgspec.structs.replace(reading, reports=reports), parsed.lines, parsed.drafts)


def features_of(article: Article, parsed: Parsed) -> list[dict[str, float]]:
    """Return the features of each report of a reading."""
    return [features(draft, line) for _, line, draft in told_once(article, parsed.lines, parsed.drafts)]


def held_out(cases: Sequence[Case], names: Sequence[str], fold: int) -> np.ndarray:
    """Return, for the articles of one part, the figures by weights fitted on all the others; 0 elsewhere."""
    part = np.array([blake2b(case.article.encode(), digest_size=2).digest()[0] % FOLDS == fold for case in cases])
    bias, weights = fit([case for case, out in zip(cases, part, strict=True) if not out], names)
    return np.where(part, 1 / (1 + np.exp(-(bias + matrix(cases, names) @ weights))), 0.0)


def fit(cases: Sequence[Case], names: Sequence[str], start: np.ndarray | None = None) -> tuple[float, np.ndarray]:
    """Return bias and weights, the bias without penalty; from a start for each case there is no bias."""
    lead = np.ones((len(cases), 1)) if start is None else np.zeros((len(cases), 1))
    offset = np.zeros(len(cases)) if start is None else start
    table = np.hstack([lead, matrix(cases, names)])
    right = np.array([float(case.right) for case in cases])
    weight = np.array([case.weight for case in cases])
    penalty = np.diag([0.0 if start is None else 1.0] + [PENALTY] * len(names))
    found = np.zeros(table.shape[1])
    for _ in range(25):
        told = 1 / (1 + np.exp(-(offset + table @ found)))
        slope = table.T @ (weight * (told - right)) + penalty @ found
        curve = (table * (weight * told * (1 - told))[:, None]).T @ table + penalty
        found -= np.linalg.solve(curve, slope)
    return float(found[0]), found[1:]


def matrix(cases: Sequence[Case], names: Sequence[str]) -> np.ndarray:
    """Return the features as a table, shape (cases, names)."""
    return np.array([[case.features.get(name, 0.0) for name in names] for case in cases])


if __name__ == "__main__":
    main(sys.argv[1:])
