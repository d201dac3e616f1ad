"""Visits told without their host, and acts that one page gives days of their own."""

from dragoman.ledger import Statement, build_ledger

from .conftest import only, say


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
