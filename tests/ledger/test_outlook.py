"""What was announced or predicted, and what came of it as of a day."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.ledger import Statement, build_ledger, forecasts, overall, track_records
from dragoman.records import Link

from .conftest import place, say


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


def test_the_rule_is_the_same_whatever_comes() -> None:
    def rules(*told: Statement) -> set[tuple[str, object]]:
        return {(one.rule, one.window) for one in forecasts(build_ledger(told).events, told, "2025-01-01")}

    assert rules(PLAN) == rules(PLAN, HELD)
    ((rule, _),) = rules(PLAN)
    assert rule.startswith("came true if it takes place from 2024-06-18 to 2024-06-25; did not if")


def test_another_act_of_the_kind_decides() -> None:
    plan = say("ASSAULT", "RUS>UKR", "forecast", published="2024-02-01", when="2024-02-02..2024-02-03")
    strike = say("ASSAULT", "RUS>UKR", when="2024-02-20", published="2024-02-21")
    told = [plan, strike]
    (one,) = forecasts(build_ledger(told).events, told, "2024-03-01")
    assert (one.outcome, one.why) == ("did not", "it took place 2024-02-20, after the window")
    assert one.decided_by == strike.report.id


def test_a_later_meeting_does_not_tell_that_an_earlier_one_was_not_held() -> None:
    later = visit(published="2024-08-02", when="2024-08-01")
    assert outcomes(PLAN, later) == [("yes", "void")]


def test_denied_and_never_told_did_not() -> None:
    plan = say("CONSULT", "USA IRN>", "planned", published="2025-06-26", when="2025-06-30..2025-07-06")
    denied = say("CONSULT", "IRN USA>", "denied", published="2025-06-27")
    assert outcomes(plan, denied, as_of="2025-07-01") == [("yes", "open")]
    assert outcomes(plan, denied, as_of="2025-08-01") == [("yes", "did not")]


def test_an_if_that_is_not_met_is_void() -> None:
    talks = say("CONSULT", "RUS UKR>", "conditional", published="2024-03-01")
    assert outcomes(talks, as_of="2024-04-01") == [("yes", "open")]
    assert outcomes(talks, as_of="2024-12-01") == [("yes", "void")]


def test_a_threat_is_carried_out_by_its_mode() -> None:
    threat = say("THREATEN", "RUS>UKR", mode=["violence"], published="2024-03-01")
    struck = say("ASSAULT", "RUS>UKR", when="2024-03-20", published="2024-03-21")
    blamed = say("ACCUSE", "RUS>UKR", when="2024-03-20", published="2024-03-21")
    assert outcomes(threat, struck) == [("yes", "came true")]
    assert outcomes(threat, blamed) == [("yes", "void")]
    before = say("ASSAULT", "RUS>UKR", when="2024-02-20", published="2024-02-21")
    assert outcomes(threat, before) == [("yes", "void")]


def test_a_promise_counts_where_somebody_was_promised_something() -> None:
    promise = say("AGREE", "DEU>UKR", published="2024-03-01")
    sent = say("AID", "DEU>UKR", when="2024-05-02", published="2024-05-03")
    assert outcomes(promise, sent) == [("yes", "came true")]
    assert outcomes(say("AGREE", "DEU>", published="2024-03-01"), sent) == []


def test_doubt_comes_true_where_the_thing_is_called_off() -> None:
    doubt = visit("forecast", published="2024-05-14", negated=True)
    off = visit("not_occurred", published="2024-06-01")
    assert outcomes(doubt, off) == [("no", "came true")]


def test_records_of_all_sources_count_each_forecast_once() -> None:
    together = visit("planned", published="2024-06-10", when="2024-06-18..2024-06-25", by=["KCNA", "Kremlin"])
    undated = visit("planned", published=None, outlet="Nobody")
    told = [together, undated, HELD]
    found = forecasts(build_ledger(told).events, told, "2025-01-01")
    both = {one.source: one for one in track_records(found)}
    assert (both["KCNA"].came_true, both["Kremlin"].came_true, both["Nobody"].void_share) == (1, 1, 1.0)
    whole = overall(found)
    assert (whole.source, whole.came_true, whole.void, whole.void_share) == ("all sources", 1, 1, 0.5)
    assert whole.low is not None and whole.low < 0.5


def test_by_the_end_of_the_month_is_a_window_from_the_saying_on() -> None:
    plan = say("RETREAT", "FRA", "planned", published="2023-09-25", when="..2023-12-31", at=place("NER"))
    gone = say("RETREAT", "FRA", published="2023-12-23", when="2023-12-22", at=place("NER"))
    (event,) = build_ledger([plan, gone]).events
    (one,) = forecasts([event], [plan, gone], "2025-01-01")
    assert (one.window, one.outcome) == (("2023-09-25", "2023-12-31"), "came true")
    this_year = visit("planned", published="2024-06-10", when="2024-01-01..2024-12-31")
    (one,) = forecasts(build_ledger([this_year]).events, [this_year], "2025-01-01")
    assert one.window == ("2024-06-10", "2024-12-31")


def test_a_title_tells_its_text() -> None:
    title = visit("planned", published="2024-06-10", article="a")
    text = visit("planned", published="2024-06-10", when="2024-06-18..2024-06-25", article="a", start=80)
    (one,) = forecasts(build_ledger([title, text]).events, [title, text], "2025-01-01")
    assert one.window == ("2024-06-18", "2024-06-25")


def test_a_visitor_who_met_his_host_at_home_has_come() -> None:
    met = say("CONSULT", "putin PRK", published="2024-06-20", when="2024-06-19", at=place("PRK"))
    assert outcomes(PLAN, met) == [("yes", "came true")]
    elsewhere = say("CONSULT", "putin PRK", published="2024-06-20", when="2024-06-19", at=place("RUS"))
    assert outcomes(PLAN, elsewhere) == [("yes", "void")]


def test_what_two_will_do_they_do_where_others_are_with_them() -> None:
    plan = say("CONSULT", "RUS PRK", "planned", published="2024-06-10", when="2024-06-19")
    three = say("CONSULT", "RUS PRK CHN", published="2024-06-20", when="2024-06-19")
    assert outcomes(plan, three) == [("yes", "came true")]


def test_what_was_put_off_did_not_come() -> None:
    later = visit("planned", published="2024-06-15", when="2024-09-18")
    assert outcomes(PLAN, later, as_of="2024-07-12") == [("yes", "did not"), ("yes", "open")]
    one_more = visit("planned", published="2024-07-15", when="2024-09-18")
    assert outcomes(PLAN, one_more, as_of="2024-07-16") == [("yes", "void"), ("yes", "open")]


def test_a_like_deed_fulfils_what_was_announced() -> None:
    plan = say("COOPERATE", "ARM AZE", "planned", published="2024-06-10", when="2024-06-18..2024-06-25")
    swap = say("RETREAT", "ARM AZE", published="2024-06-20", when="2024-06-19", mode=("release",))
    assert outcomes(plan, swap) == [("yes", "came true")]


def test_what_an_article_tells_as_done_is_not_what_it_announces() -> None:
    told = say("CONSULT", "RUS PRK", published="2024-06-10", when="2024-06-09", article="a", start=1)
    plan = say("CONSULT", "RUS PRK", "planned", published="2024-06-10", article="a", start=90)
    assert ("yes", "void") in outcomes(told, plan)


def _claimed_by(country: str, published: str) -> Statement:
    claim = say("AID", "USA>UKR", "alleged", published=published)
    link = Link(start=0, end=1, name=country, entity=country, country=country)
    return replace(claim, report=replace(claim.report, attribution=(link,)))


def test_the_word_of_who_was_given_something_is_enough() -> None:
    plan = say("AID", "USA>UKR", "planned", published="2023-01-26")
    given, told = (_claimed_by(who, published="2023-09-26") for who in ("UKR", "RUS"))
    assert ("yes", "came true") in outcomes(plan, given)
    assert outcomes(plan, told) == [("yes", "void")]


def test_measures_that_a_state_plans_have_half_a_year() -> None:
    plan = say("COERCE", "DEU>AFG", "planned", published="2024-05-13")
    done = say("COERCE", "DEU>AFG", published="2024-08-31", when="2024-08-30")
    assert outcomes(plan, done) == [("yes", "came true")]


def test_a_meeting_with_nobody_is_no_forecast() -> None:
    assert outcomes(say("CONSULT", "JPN", "planned", published="2024-05-13")) == []


def test_what_two_agree_on_is_no_promise() -> None:
    assert outcomes(say("AGREE", "ARM AZE", published="2024-06-10")) == []


def test_a_visit_that_was_called_off_has_no_parts() -> None:
    off = visit("not_occurred", published="2024-12-30", when="2024-01-01..2024-12-31")
    met = say("CONSULT", "putin PRK", published="2024-06-20", when="2024-06-19")
    assert all(event.part_of is None for event in build_ledger([PLAN, off, met]).events)


def test_what_came_after_its_day_is_not_fulfilled_by_an_older_act() -> None:
    older = say("ACCUSE", "MEX>ECU", published="2024-04-07")
    plan = say("ACCUSE", "MEX>ECU", "planned", published="2024-04-08", when="2024-04-08")
    sued = say("ACCUSE", "MEX>ECU", published="2024-04-12", when="2024-04-11")
    assert outcomes(older, plan, sued) == [("yes", "did not")]


def test_what_was_over_when_it_was_announced_fulfils_nothing() -> None:
    plan = say("SUPPORT", "PNG>", "planned", published="2024-10-07")
    pact = say("AGREE", "AUS PNG", published="2024-10-06")
    assert outcomes(plan, pact, as_of="2024-12-31") == [("yes", "open")]


def test_a_threat_says_with_what_and_whom_it_threatens() -> None:
    assert outcomes(say("THREATEN", "RUS>UKR", published="2024-03-01")) == []
    assert outcomes(say("THREATEN", "RUS>", mode=["violence"], published="2024-03-01")) == []


def test_the_day_of_promising_is_not_that_of_keeping() -> None:
    promise = say("AID", "GBR>UKR", "planned", published="2022-04-10", when="2022-04-09")
    sent = say("AID", "GBR>UKR", when="2022-06-01", published="2022-06-02")
    assert outcomes(promise, sent) == [("yes", "came true")]
    assert outcomes(promise, as_of="2023-12-31") == [("yes", "void")]


def test_a_later_plan_tells_that_nothing_came_of_the_first() -> None:
    plan = say("SUPPORT", "COL org:x>", "planned", published="2024-06-01", when="2024-06-01..2024-06-20")
    again = say("SUPPORT", "COL org:x>", "planned", published="2024-07-10", when="2024-09-01..2024-09-30")
    assert ("yes", "did not") in outcomes(plan, again)
    much_later = say("SUPPORT", "COL org:x>", "planned", published="2024-12-10", when="2025-02-01..2025-02-28")
    assert ("yes", "did not") not in outcomes(plan, much_later)


def test_what_is_still_to_come_after_its_window_did_not_come_in_it() -> None:
    plan = say("RETREAT", "COL>org:x", "planned", published="2024-06-01", when="2024-06-01..2024-06-20")
    later = say("RETREAT", "COL>org:x", "planned", published="2024-07-20")
    assert ("yes", "did not") in outcomes(plan, later)
    assert ("yes", "did not") not in outcomes(PLAN, visit("planned", published="2024-07-20"))


def test_what_comes_once_and_came_later_missed_its_window() -> None:
    plan = say("RETREAT", "COL>org:x", "planned", published="2024-06-01", when="2024-06-01..2024-06-20")
    done = say("RETREAT", "COL>org:x", published="2024-11-03", when="2024-11-02")
    assert outcomes(plan, done) == [("yes", "did not")]
    talks = say("CONSULT", "COL org:x>", "planned", published="2024-06-01", when="2024-06-01..2024-06-20")
    held = say("CONSULT", "COL org:x>", published="2024-11-03", when="2024-11-02")
    assert outcomes(talks, held) == [("yes", "void")]


def test_doubt_is_refuted_by_what_came_soon() -> None:
    doubt = say("ASSAULT", "org:x>AFG", "forecast", published="2024-07-09", negated=True)
    soon = say("ASSAULT", "org:x>AFG", published="2024-09-06", when="2024-09-05")
    late = say("ASSAULT", "org:x>AFG", published="2024-12-06", when="2024-12-05")
    assert outcomes(doubt, soon) == [("no", "did not")]
    assert outcomes(doubt, late) == [("no", "void")]


def test_a_refusal_of_the_day_of_an_agreement_is_of_something_else() -> None:
    asked = visit("proposed", published="2024-07-04", article="a", start=1)
    agreed = visit("planned", published="2024-07-04", article="a", start=60)
    refused = say("REJECT", "PRK>RUS", published="2024-07-04", article="a", start=90)
    assert ("yes", "did not") not in outcomes(asked, agreed, refused, as_of="2026-01-01")


def test_a_day_that_the_text_gives_is_no_other_but_a_visit_lasts_some() -> None:
    def aid(status: str, when: str | None, **more: object) -> Statement:
        return say("AID", "TUR>SDN", status, when=when, **more)  # type: ignore[arg-type]

    plan = aid("planned", "2024-03-08", published="2024-03-06")
    day_later = aid("occurred", "2024-03-09", published="2024-03-10")
    assert outcomes(plan, day_later) == [("yes", "did not")]
    assert outcomes(plan, aid("occurred", None, published="2024-03-09")) == [("yes", "came true")]
    vague = aid("planned", "2024-03-06..2024-03-12", published="2024-03-06")
    assert outcomes(vague, aid("occurred", "2024-03-13", published="2024-03-14")) == [("yes", "came true")]
    month = aid("planned", "2024-03-06..2024-03-31", published="2024-03-06")
    assert outcomes(month, aid("occurred", "2024-04-01", published="2024-04-02")) == [("yes", "did not")]
    plan = visit("planned", published="2024-06-10", when="2024-06-18")
    assert outcomes(plan, HELD) == [("yes", "came true")]


def test_what_was_brought_forward_did_not_come_as_announced() -> None:
    plan = say("PROTEST", "PER>", "planned", published="2024-08-02", when="2024-08-06")
    march = say("PROTEST", "PER>", published="2024-08-05", when="2024-08-05")
    (one,) = forecasts(build_ledger([plan, march]).events, [plan, march], "2025-01-01")
    assert (one.outcome, one.why) == ("did not", "it took place 2024-08-05, before the window")


def test_what_was_called_off_for_its_day_did_not_come_whatever_else_did() -> None:
    plan = say("SANCTION", "PER>PER", "planned", published="2024-12-05", when="2024-12-07")
    off = say("SANCTION", "PER>PER", "not_occurred", published="2024-12-08", when="2024-12-07")
    other = say("SANCTION", "PER>PER", published="2024-12-09", when="2024-12-08")
    assert outcomes(plan, off, other) == [("yes", "did not")]


def test_a_claim_that_is_denied_tells_nothing_of_what_is_to_come() -> None:
    plan = say("AID", "IRN>SDN", "forecast", published="2024-10-25", when="2024-10-25..2024-12-31")
    claim = say("AID", "IRN>SDN", "alleged", published="2024-10-20", when="2024-10-08", article="x")
    denial = say("AID", "IRN>SDN", "denied", published="2024-10-26", article="y")
    assert outcomes(plan, claim, denial) == [("yes", "void")]


def test_a_war_foreseen_between_two_comes_with_a_blow_on_the_land_of_one() -> None:
    war = say("ASSAULT", "ISR org:hezbollah>", "forecast", published="2024-02-16", when="2024-03-01..2024-03-31")
    group = replace(war.report.actors[1], country="LBN")
    war = replace(war, report=replace(war.report, actors=(war.report.actors[0], group)))
    blow = say("ASSAULT", "ISR>LBN", published="2024-03-19", when="2024-03-18")
    assert outcomes(war, blow) == [("yes", "came true")]
    assert outcomes(war, say("ASSAULT", "ISR>SYR", published="2024-03-19", when="2024-03-18")) == [("yes", "void")]


def test_who_foresees_it_after_it_was_called_off_is_not_answered_by_that() -> None:
    plan = say("CONSULT", "USA RUS>", "planned", published="2024-03-01", at=place("HUN"))
    off = say("CONSULT", "USA RUS>", "not_occurred", published="2024-03-10", at=place("HUN"), article="x")
    hope = say("CONSULT", "USA RUS>", "forecast", published="2024-03-10", at=place("HUN"), article="x", start=60)
    assert outcomes(plan, off, hope, as_of="2024-04-01") == [("yes", "did not"), ("yes", "open")]
