"""Counting: precision, recall and F1, and BCubed for clusters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.records import Record

__all__ = ["Score", "bcubed", "bcubed_across", "score_of"]


class Score(Record, frozen=True, kw_only=True):
    """How well one kind of thing is read in one language.

    `gold` are those to be found, `found` those that were, `right` those on both sides. Of status, dates,
    place and by only matched reports count, so that precision and recall are one and the same share.
    """

    language: str
    kind: str
    gold: int
    found: int
    right: int
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None


def score_of(language: str, kind: str, gold: int, found: int, right: int) -> Score:
    """Return the score of counts; a share of nothing is null."""
    counts = Score(language=language, kind=kind, gold=gold, found=found, right=right)
    return _with_shares(counts, (right / found if found else None, right / gold if gold else None))


def bcubed(language: str, clusters: Sequence[tuple[str, str]]) -> Score:
    """Compare two clusterings of the same items, given as pairs of (found cluster, gold cluster).

    BCubed (Bagga and Baldwin 1998): for each item, the share of its found cluster that belongs with it
    (precision), and the share of its gold cluster that was found with it (recall), averaged over items.
    """
    both = Counter(clusters)
    found, gold = Counter(a for a, _ in clusters), Counter(b for _, b in clusters)
    items = len(clusters)
    if not items:
        return score_of(language, "events", 0, 0, 0)
    precision = sum(n * n / found[a] for (a, _), n in both.items()) / items
    recall = sum(n * n / gold[b] for (_, b), n in both.items()) / items
    counts = Score(language=language, kind="events", gold=len(gold), found=len(found), right=items)
    return _with_shares(counts, (precision, recall))


def bcubed_across(items: Sequence[tuple[str, str, str]]) -> Score:
    """Compare two clusterings on pairs of items in different languages only.

    Items are (found cluster, gold cluster, language). As in BCubed, shares are averaged over items, but each is
    that of the items of other languages; an item without any of these in its cluster has no share.
    """
    precisions, recalls = [], []
    for found, gold, language in items:
        near = [b for a, b, told in items if a == found and told != language]
        meant = [a for a, b, told in items if b == gold and told != language]
        if near:
            precisions.append(sum(b == gold for b in near) / len(near))
        if meant:
            recalls.append(sum(a == found for a in meant) / len(meant))
    counts = Score(
        language="all", kind="events across languages", gold=len(recalls), found=len(precisions), right=len(items)
    )
    shares = [sum(side) / len(side) if side else None for side in (precisions, recalls)]
    return _with_shares(counts, (shares[0], shares[1]))


def _with_shares(counts: Score, shares: tuple[float | None, float | None]) -> Score:
    precision, recall = shares
    f1 = None
    if precision is not None and recall is not None:
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    elif counts.gold or counts.found:
        f1 = 0.0
    rounded = [None if share is None else round(share, 4) for share in (precision, recall, f1)]
    return msgspec.structs.replace(counts, precision=rounded[0], recall=rounded[1], f1=rounded[2])
