"""Visits told without their host, and acts that one page gives days of their own."""

from msgspec.structs import replace

from dragoman.ledger import Statement, build_ledger, forecasts

from .conftest import ledger, only, place, say


def visit(sides: str, status: str = "occurred", **more: object) -> Statement:
    return say("CONSULT", sides, status, visit=True, **more)  # type: ignore[arg-type]


PLAN = visit("IRN>TUR", "planned", published="2024-01-03", when="2024-01-04")


def test_a_visit_that_is_told_without_its_host_is_found_by_its_day() -> None:
    off = visit("IRN>", "not_occurred", published="2024-01-25", when="2024-01-04")
    assert only(PLAN, off).status == "cancelled"
    other_day = visit("IRN>", "not_occurred", published="2024-01-25", when="2024-01-14")
    assert len(build_ledger([PLAN, other_day]).events) == 2
    another = visit("IRQ>", "not_occurred", published="2024-01-25", when="2024-01-04")
    assert len(build_ledger([PLAN, another]).events) == 2


def test_a_title_may_leave_out_the_host() -> None:
    title = visit("IRN>", published="2024-01-05", article="a")
    text = visit("IRN>TUR", published="2024-01-05", article="a", start=40)
    assert len(build_ledger([title, text]).events) == 1
    elsewhere = visit("IRN>TUR", published="2024-01-05", article="b", start=40)
    assert len(build_ledger([title, elsewhere]).events) == 2


def test_a_meeting_of_one_side_is_no_visit_unless_it_never_came() -> None:
    held = visit("IRN>TUR", published="2024-01-05", when="2024-01-04")
    assert len(build_ledger([held, say("CONSULT", "IRN>", published="2024-01-05", when="2024-01-04")]).events) == 2


def test_two_days_of_one_page_are_two_acts() -> None:
    march = say("PROTEST", "BLR>", published="2020-10-27", when="2020-10-25", article="a", start=1)
    strike = say("PROTEST", "BLR>", published="2020-10-27", when="2020-10-26", article="a", start=60)
    assert len(build_ledger([march, strike]).events) == 2
    other_page = say("PROTEST", "BLR>", published="2020-10-27", when="2020-10-26", article="b", start=60)
    assert len(build_ledger([march, other_page]).events) == 1


def test_words_are_said_again_on_the_next_day() -> None:
    first = say("ACCUSE", "USA>IRN", published="2019-06-14", when="2019-06-13")
    second = say("ACCUSE", "USA>IRN", published="2019-06-15", when="2019-06-14")
    assert len(build_ledger([first, second]).events) == 2
    same_news = say("ACCUSE", "USA>IRN", published="2019-06-14", when="2019-06-14")
    assert len(build_ledger([first, same_news]).events) == 1


def test_the_day_on_which_it_did_not_come_is_none_of_its_days() -> None:
    off = visit("IRN>TUR", "not_occurred", published="2024-01-08", when="2024-01-04")
    held = visit("IRN>TUR", published="2024-01-08", when="2024-01-07")
    event = only(PLAN, off, held)
    assert (event.status, event.earliest, event.latest) == ("occurred", "2024-01-07", "2024-01-07")


def test_a_tour_of_many_stops_comes_true_with_one_of_them() -> None:
    tour = {"visit": True, "published": "2023-10-01"}
    announced = say("CONSULT", "lavrov>PRK CHN", "planned", at=place("PRK"), **tour)
    paid = say("CONSULT", "lavrov>CHN", visit=True, when="2023-10-18", at=place("CHN"))
    events = ledger(announced, paid).events
    assert [one.outcome for one in forecasts(events, (announced, paid), "2023-12-31")] == ["came true"]


def test_two_visits_called_off_weeks_apart_are_two() -> None:
    one = say("CONSULT", "lavrov>PRK", "not_occurred", visit=True, when="2023-09-05", published="2023-09-05")
    other = say("CONSULT", "lavrov>PRK", "not_occurred", visit=True, published="2023-10-20")
    assert len(ledger(one, other).events) == 2
    assert len(ledger(one, replace(other, published="2023-09-10")).events) == 1
