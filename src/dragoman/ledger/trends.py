"""Whether a relation grows warmer or colder: a slope over its periods, with the interval that it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from math import sqrt
from statistics import median
from typing import Literal

from ..records import Record, Relation

__all__ = ["Point", "Trend", "slope_of", "trends"]

_Z = 1.96
"""Standard deviations of an interval that holds in 95 of 100 cases."""
LEAST = 4
"""Periods with events from which a slope is worth telling."""


class Point(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One period of a relation: the mean score of its events (-10 to +10), and their ids."""

    from_: str
    to: str
    score: float
    events: int
    independent: int
    behind: tuple[str, ...] = ()


class Trend(Record, frozen=True, kw_only=True):
    """How the scores of two sides' events change over the periods in which something happened.

    `slope` is the change of the mean score in a year of 365.25 days, `low` and `high` its 95% interval. All three
    are null with fewer than four periods. `direction` is "none" where the interval holds 0.
    """

    a: str
    b: str
    by: str
    points: tuple[Point, ...] = ()
    slope: float | None = None
    low: float | None = None
    high: float | None = None
    direction: Literal["warmer", "colder", "none", "unknown"] = "unknown"


def trends(relations: Sequence[Relation], by: str) -> list[Trend]:
    """Return the trend of each pair, out of relations by day, week, month or year, in the order given."""
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for one in relations:
        if one.from_ and one.to:
            pairs.setdefault((one.a, one.b), []).append(one)
    return [_trend(pair, rows, by) for pair, rows in pairs.items()]


def _trend(pair: tuple[str, str], rows: Sequence[Relation], by: str) -> Trend:
    points = tuple(
        Point(
            from_=one.from_ or "",
            to=one.to or "",
            score=one.score,
            events=one.events,
            independent=one.independent,
            behind=one.behind,
        )
        for one in sorted(rows, key=lambda one: one.from_ or "")
    )
    years = [
        (date.fromisoformat(p.from_).toordinal() + date.fromisoformat(p.to).toordinal()) / 730.5 for p in points
    ]
    found = slope_of(years, [p.score for p in points]) if len(points) >= LEAST else None
    if found is None:
        return Trend(a=pair[0], b=pair[1], by=by, points=points)
    slope, low, high = (round(one, 2) for one in found)
    return Trend(
        a=pair[0],
        b=pair[1],
        by=by,
        points=points,
        slope=slope,
        low=low,
        high=high,
        direction="warmer" if low > 0 else "colder" if high < 0 else "none",
    )


def slope_of(times: Sequence[float], values: Sequence[float]) -> tuple[float, float, float] | None:
    """Return slope, low and high by Theil and Sen; None where no two times differ.

    The slope is the median of those between all pairs of points, so that single outliers do not move it; its
    interval leaves out as many of the lowest and highest as Kendall's rank correlation would by chance, with
    values that tie counted (P. K. Sen, JASA 63, 1968, pp. 1379-1389). With few points the interval is the
    whole range.
    """
    slopes = sorted(
        (values[j] - values[i]) / (times[j] - times[i])
        for i, j in combinations(range(len(times)), 2)
        if times[i] != times[j]
    )
    if not slopes:
        return None
    count = len(times)
    variance = count * (count - 1) * (2 * count + 5)
    for kind in (times, values):
        for tied in (list(kind).count(one) for one in set(kind)):
            variance -= tied * (tied - 1) * (2 * tied + 5)
    reach = _Z * sqrt(max(0.0, variance / 18))
    low = max(0, round((len(slopes) - reach) / 2) - 1)
    high = min(len(slopes) - 1, round((len(slopes) + reach) / 2))
    return median(slopes), slopes[low], slopes[high]
