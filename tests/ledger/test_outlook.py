"""What was announced or predicted, and what came of it as of a day."""

from __future__ import annotations

import pytest

from dragoman.ledger import Statement, build_ledger, forecasts

from .conftest import say


def visit(status: str = "occurred", **more: object) -> Statement:
    return say("CONSULT", "putin>PRK", status, visit=True, **more)  # type: ignore[arg-type]


HELD = visit(published="2024-06-20", when="2024-06-19")
PLAN = visit("planned", published="2024-06-10", when="2024-06-18..2024-06-25")


def outcomes(*statements: Statement, as_of: str | None = "2025-01-01") -> list[tuple[str, str]]:
    return [(one.expects, one.outcome) for one in forecasts(build_ledger(statements).events, statements, as_of)]


def test_a_plan_came_true() -> None:
    (one,) = forecasts(build_ledger([PLAN, HELD]).events, [PLAN, HELD], "2025-01-01")
    assert (one.said, one.window, one.outcome) == ("2024-06-10", ("2024-06-18", "2024-06-25"), "came true")
    assert one.decided_by == one.event
    assert one.why == "it took place 2024-06-19"


def test_a_plan_is_open_until_its_window_has_passed_and_then_void() -> None:
    assert outcomes(PLAN, as_of="2024-06-12") == [("yes", "open")]
    assert outcomes(PLAN, HELD, as_of="2024-06-12") == [("yes", "open")]
    assert outcomes(PLAN, as_of="2024-07-12") == [("yes", "void")]
    assert outcomes(PLAN, as_of=None) == [("yes", "open")]


def test_called_off_did_not() -> None:
    off = visit("not_occurred", published="2024-06-17", when="2024-06-18")
    assert outcomes(PLAN, off) == [("yes", "did not")]


def test_what_is_called_off_later_was_open_until_then() -> None:
    plan = visit("planned", published="2024-06-10", when="2024-06-18")
    off = visit("not_occurred", published="2024-06-15", when="2024-06-18")
    assert outcomes(plan, off, as_of="2024-06-12") == [("yes", "open")]
    assert outcomes(plan, off, as_of="2024-06-16") == [("yes", "did not")]


def test_unlikely_in_the_coming_months_came_true() -> None:
    doubt = visit("forecast", published="2023-09-14", when="2023-09-14..2023-12-31", negated=True)
    assert outcomes(doubt, HELD) == [("no", "came true")]
    assert outcomes(doubt, as_of="2024-02-01") == [("no", "came true")]
    assert outcomes(doubt, as_of="2023-10-01") == [("no", "open")]
    early = visit(published="2023-10-20", when="2023-10-19")
    assert outcomes(doubt, early) == [("no", "did not")]


def test_doubt_of_no_stated_time_is_void() -> None:
    assert outcomes(visit("forecast", published="2023-09-14", negated=True), HELD) == [("no", "void")]


def test_one_or_two_weeks_on_a_page_without_a_date_is_void() -> None:
    assert outcomes(visit("planned", published=None), HELD) == [("yes", "void")]


def test_a_source_that_repeats_itself_counts_once() -> None:
    again = visit("planned", published="2024-06-10", when="2024-06-18..2024-06-25", outlet="one", article="x")
    assert (
        len(outcomes(again, visit("planned", published="2024-06-10", when="2024-06-18..2024-06-25", outlet="one")))
        == 1
    )


def test_what_was_said_later_than_the_day_asked_for_is_left_out() -> None:
    assert outcomes(PLAN, HELD, as_of="2024-06-09") == []


@pytest.mark.parametrize("status", ["planned", "proposed", "conditional", "forecast"])
def test_every_kind_of_announcement_is_a_forecast(status: str) -> None:
    assert outcomes(visit(status, published="2024-01-10"), HELD) == [("yes", "came true")]
