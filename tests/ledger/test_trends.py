"""Trends: a slope that single outliers do not move, an interval that is wide where little is known."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger import Sides, build_ledger, relations, trends
from dragoman.ledger.trends import slope_of

from .conftest import say

TWO = Sides(frozenset({"rus"}), frozenset({"ukr"}), "RUS", "UKR")


def months(kinds: list[tuple[str, str]]) -> list[object]:
    told = [say(kind, "RUS>UKR", when=f"{month}-10", published=f"{month}-11") for month, kind in kinds]
    return list(trends(relations(build_ledger(told).events, TWO, "month"), "month"))


def test_an_outlier_does_not_turn_a_line() -> None:
    times = [float(n) for n in range(9)]
    values = [2 * t for t in times]
    values[4] = -100
    found = slope_of(times, values)
    assert found is not None and found[0] == 2
    assert found[1] <= 2 <= found[2]


def test_one_moment_has_no_slope() -> None:
    assert slope_of([1.0, 1.0], [2.0, 5.0]) is None


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(-10, 10)), min_size=2, max_size=20))
def test_the_slope_lies_in_its_interval(points: list[tuple[int, int]]) -> None:
    found = slope_of([float(t) for t, _ in points], [float(v) for _, v in points])
    if found is not None:
        assert found[1] <= found[0] <= found[2]


def test_a_relation_that_sours_tells_its_events() -> None:
    kinds = ["COOPERATE", "SUPPORT", "AGREE", "ACCUSE", "THREATEN", "SANCTION", "MOBILIZE", "ASSAULT"]
    (trend,) = months([(f"2023-{month:02d}", kind) for month, kind in enumerate(kinds, start=1)])
    assert trend.direction == "colder" and trend.slope < 0 and trend.high < 0  # type: ignore[attr-defined]
    assert [len(point.behind) for point in trend.points] == [1] * 8  # type: ignore[attr-defined]


def test_three_months_are_too_few() -> None:
    (trend,) = months([("2023-01", "AGREE"), ("2023-02", "ACCUSE"), ("2023-03", "ASSAULT")])
    assert (trend.slope, trend.direction) == (None, "unknown")  # type: ignore[attr-defined]
