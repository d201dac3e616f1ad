"""Like events that are two, and accounts of one that look like two: every case is a cause once seen on texts."""

from __future__ import annotations

from dragoman.ledger import Statement, build_ledger

from .conftest import ledger, only, place, say


def grouped(*told: Statement) -> list[list[int]]:
    """The numbers of the statements, those of one event together."""
    holders = build_ledger(told).aliases
    ids = [one.report.id for one in told]
    return sorted([n for n, id in enumerate(ids) if holders[id] == event] for event in set(holders.values()))


def weapons(**more: object) -> Statement:
    return say("MOBILIZE", "PRK>", mode=["weapons"], **more)  # type: ignore[arg-type]


def test_tests_of_one_month_stay_apart() -> None:
    first = weapons(when="2022-01-05", published="2022-01-06")
    second = weapons(when="2022-01-11", published="2022-01-12")
    fresh = weapons(published="2022-01-12", article="b", start=200)
    assert grouped(first, second, fresh) == [[0], [1, 2]]


def test_news_of_a_day_ago_is_not_what_was_told_four_days_before() -> None:
    truce = say("CONCEDE", "PAK AFG>", when="2025-10-15", published="2025-10-15")
    another = say("CONCEDE", "PAK AFG>", published="2025-10-19")
    assert grouped(truce, another) == [[0], [1]]
    same = say("CONCEDE", "PAK AFG>", published="2025-10-16")
    assert grouped(truce, same) == [[0, 1]]


def test_what_comes_day_after_day_is_the_news_of_each_day() -> None:
    monday = say("PROTEST", "BLR>BLR", published="2020-08-11", when="2020-08-10")
    tuesday = say("PROTEST", "BLR>BLR", published="2020-08-12", when="2020-08-11")
    assert len(ledger(monday, tuesday).events) == 2
    dissent = say("PROTEST", "BLR>BLR", published="2020-08-11", when="2020-08-11")
    assert only(monday, dissent).conflicts[0].kind == "date"
    assert len(ledger(monday, say("PROTEST", "BLR>BLR", published="2020-08-15")).events) == 2
    talks = [say("CONSULT", "RUS PRK", published=f"2020-08-1{n}", when=f"2020-08-1{n - 1}") for n in (1, 2)]
    assert only(*talks).conflicts[0].kind == "date"


def test_who_did_it_may_claim_it_days_later() -> None:
    claim = say("ASSAULT", "org:is>RUS", published="2024-03-25", by=["is"])
    news = say("ASSAULT", "org:is>RUS", published="2024-03-23", when="2024-03-22")
    assert only(news, claim).reports == 2
    assert len(ledger(news, say("ASSAULT", "org:is>RUS", published="2024-03-25")).events) == 2


def test_a_body_that_was_hit_stands_on_somebodys_ground() -> None:
    charity = say("ASSAULT", "USA>org:msf", published="2015-10-04", when="2015-10-03")
    ground = say("ASSAULT", "USA>AFG", published="2015-10-04", when="2015-10-03")
    assert only(charity, ground).reports == 2
    assert (
        len(ledger(charity, say("ASSAULT", "USA>org:un", published="2015-10-04", when="2015-10-03")).events) == 2
    )


def test_an_invitation_is_told_as_a_visit_or_a_meeting_at_the_hosts() -> None:
    visit = say("CONSULT", "USA>RUS", "proposed", published="2025-08-16", visit=True)
    meeting = say("CONSULT", "USA RUS", "proposed", published="2025-08-16", at=place("Moscow", "RUS"))
    assert only(visit, meeting).reports == 2


def test_words_of_one_person_are_likelier_one() -> None:
    to_nobody = say("ACCUSE", "putin>", published="2024-06-03")
    assert only(to_nobody, say("ACCUSE", "putin>UKR", published="2024-06-03")).reports == 2
    assert len(ledger(to_nobody, say("ACCUSE", "lavrov>UKR", published="2024-06-03")).events) == 2


def test_a_measure_that_was_planned_waits_for_months() -> None:
    plan = say("COERCE", "DEU>AFG", "planned", published="2024-05-13")
    assert only(plan, say("COERCE", "DEU>AFG", published="2024-08-31", when="2024-08-30")).reports == 2


def test_a_title_belongs_to_the_sentence_after_it() -> None:
    title = weapons(published="2022-01-28", article="a", start=0)
    lead = weapons(published="2022-01-28", when="2022-01-27", article="a", start=52)
    before = weapons(published="2022-01-28", when="2022-01-25", article="a", start=300)
    assert grouped(title, lead, before) == [[0, 1], [2]]


def test_packages_by_number_stay_apart() -> None:
    row = [
        say("SANCTION", "org:european-union>RUS", published="2025-07-18", quote=f"the {n}th package was adopted")
        for n in (17, 18, 18)
    ]
    assert grouped(*row) == [[0], [1, 2]]


def test_called_off_and_held_after_all_is_one_meeting() -> None:
    plan = say("CONSULT", "USA PRK>", "planned", when="2018-06-12", published="2018-05-11")
    off = say("CONSULT", "USA PRK>", "not_occurred", published="2018-05-25", when="2018-06-12")
    held = say("CONSULT", "USA PRK>", when="2018-06-12", published="2018-06-13")
    event = only(plan, off, held)
    assert event.status == "occurred"
    assert [one.status for one in event.history] == ["planned", "not_occurred", "occurred"]
    assert only(plan, off).status == "cancelled"


def test_a_denial_answers_the_announcement_and_not_what_was_held() -> None:
    held = say("CONSULT", "USA RUS>", when="2025-10-16", published="2025-10-17")
    plan = say("CONSULT", "USA RUS>", "planned", published="2025-10-18", when="2025-10-25..2025-10-31")
    denied = say("CONSULT", "USA RUS>", "denied", published="2025-10-21", by=["White House"])
    assert grouped(held, plan, denied) == [[0], [1, 2]]
    statuses = {event.status for event in ledger(held, plan, denied).events}
    assert statuses == {"occurred", "disputed"}


def test_what_is_denied_before_the_deed_is_not_disputed() -> None:
    plan = say("CONSULT", "USA RUS>", "planned", published="2025-02-01", when="2025-02-18")
    denied = say("CONSULT", "RUS USA>", "denied", published="2025-02-05")
    held = say("CONSULT", "USA RUS>", when="2025-02-18", published="2025-02-19")
    assert only(plan, denied, held).status == "occurred"
    assert not only(plan, denied, held).conflicts


def test_an_undated_plan_for_one_country_is_no_meeting_held_in_another() -> None:
    plan = say("CONSULT", "USA RUS>", "planned", published="2025-10-17", at=place("HUN"))
    held = say("CONSULT", "USA RUS>", when="2025-12-02", published="2025-12-03", at=place("RUS"))
    assert grouped(plan, held) == [[0], [1]]


def test_one_article_that_dates_a_deed_and_a_plan_tells_two() -> None:
    sent = say("AID", "VNM>TUR", when="2023-02-09", published="2023-02-10", article="a", start=0)
    more = say(
        "AID", "VNM>TUR", "planned", when="2023-02-10..2023-02-17", published="2023-02-10", article="a", start=90
    )
    assert grouped(sent, more) == [[0], [1]]


def test_plans_years_apart_are_two_whatever_is_called_off() -> None:
    plan = say("CONCEDE", "USA>", "planned", published="2018-06-12")
    off = say("CONCEDE", "USA RUS>", "not_occurred", published="2025-08-16")
    assert grouped(plan, off) == [[0], [1]]


def test_a_forecast_of_force_meets_what_comes_within_days() -> None:
    fear = say("ASSAULT", "ISR>IRN", "forecast", published="2025-06-12")
    struck = say("ASSAULT", "ISR>IRN", when="2025-06-13", published="2025-06-13")
    later = say("ASSAULT", "ISR>IRN", when="2025-07-10", published="2025-07-11")
    assert grouped(fear, struck) == [[0, 1]]
    assert grouped(fear, later) == [[0], [1]]


def test_one_blow_is_no_account_of_a_fight_that_goes_on() -> None:
    course = say("ASSAULT", "ISR>PSE", "ongoing", when="2023-10-07..", published="2023-10-25")
    claim = say("ASSAULT", "ISR>PSE", "alleged", published="2023-10-25", article="b")
    assert grouped(course, claim) == [[0], [1]]


def test_words_of_a_day_to_come_were_said_in_the_days_before_the_news() -> None:
    off = say("REJECT", "USA>PRK", mode=["meet"], published="2018-05-24", when="2018-06-01..2018-06-30")
    told = say("REJECT", "USA>PRK", mode=["meet"], published="2018-05-25", when="2018-05-24")
    event = only(off, told)
    assert (event.status, event.earliest) == ("occurred", "2018-05-24")


ATTACK = say("ASSAULT", "org:islamic-state>RUS", when="2024-03-22", published="2024-03-23", article="a", start=0)
DENIED = say("ASSAULT", "UKR>", "denied", published="2024-03-23", article="a", start=300, by=["Kyiv"])
BLAMED = say("ASSAULT", "UKR USA>", "alleged", published="2024-03-26", by=["FSB"])


def test_an_attack_laid_at_two_doors_is_one() -> None:
    event = only(ATTACK, DENIED, BLAMED)
    assert event.status == "disputed"
    assert {one.kind for one in event.conflicts} == {"actor", "denial"}
    (actor,) = (one for one in event.conflicts if one.kind == "actor")
    assert actor.detail == "by org:islamic-state or UKR, USA"


def test_who_is_blamed_in_another_article_may_have_done_something_else() -> None:
    assert grouped(ATTACK, BLAMED) == [[0], [1]]


def test_a_denial_beside_two_attacks_joins_neither() -> None:
    other = say("ASSAULT", "org:pkk>RUS", when="2024-03-22", published="2024-03-23", article="a", start=150)
    assert grouped(ATTACK, other, DENIED) == [[0], [1], [2]]


def test_nobody_is_suspected_of_having_hit_himself() -> None:
    attack = say("ASSAULT", "UKR>RUS", when="2024-03-22", published="2024-03-23", article="a", start=0)
    claim = say("ASSAULT", "RUS>", "denied", published="2024-03-23", article="a", start=300)
    assert grouped(attack, claim) == [[0], [1]]


def test_a_fight_of_two_holds_the_blow_of_one() -> None:
    both = say("ASSAULT", "AFG PAK>", when="2025-10-11", published="2025-10-12")
    one = say("ASSAULT", "AFG>PAK", when="2025-10-11", published="2025-10-12")
    back = say("ASSAULT", "IRN>ISR", when="2025-10-11", published="2025-10-12")
    assert grouped(both, one, back) == [[0, 1], [2]]
