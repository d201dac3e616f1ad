"""What the ledger must make of courses of events that several articles tell in pieces."""

from __future__ import annotations

import pytest

from dragoman.ledger import Statement
from dragoman.records import Event

from .conftest import ledger, only, place, say

ARMS = ("military",)


def statuses(event: Event) -> list[str]:
    return [entry.status for entry in event.history]


def names(event: Event) -> set[str | None]:
    return {party.name for party in (*event.actors, *event.recipients)}


def visit(sides: str, status: str = "occurred", **more: object) -> Statement:
    return say("CONSULT", sides, status, visit=True, **more)  # type: ignore[arg-type]


def test_a_visit_is_planned_and_occurs() -> None:
    event = only(
        visit("lavrov>PRK", "planned", published="2023-09-14", when="2023-10-01..2023-10-31", language="vi"),
        visit("RUS>PRK", published="2023-10-19", when="2023-10-18..2023-10-19", language="bn"),
        visit("lavrov>PRK", "ongoing", published="2023-10-19", language="bn"),
    )
    assert (event.status, event.earliest, event.latest, event.dated) == (
        "occurred",
        "2023-10-18",
        "2023-10-19",
        "text",
    )
    assert statuses(event) == ["planned", "occurred", "ongoing"]
    assert names(event) == {"Sergei Lavrov", "PRK"}
    assert event.languages == ("bn", "vi")


def test_an_invitation_without_a_date_meets_the_first_fitting_visit_months_after() -> None:
    said = [
        visit("putin>PRK", "proposed", published="2023-09-14"),
        visit("putin>PRK", "planned", published="2023-10-19"),
        visit("putin>PRK", "forecast", published="2023-09-15", negated=True),
        visit("putin>PRK", published="2024-06-20", when="2024-06-19"),
    ]
    event = only(*said)
    assert (event.status, event.earliest) == ("occurred", "2024-06-19")
    both = ledger(*said, visit("putin>PRK", published="2024-11-02", when="2024-11-01")).events
    assert [(e.earliest, e.reports) for e in both] == [("2024-06-19", 4), ("2024-11-01", 1)]


def test_an_invitation_waits_eighteen_months_at_most() -> None:
    late = visit("putin>PRK", published="2025-06-20", when="2025-06-19")
    assert len(ledger(visit("putin>PRK", "proposed", published="2023-09-14"), late).events) == 2


def test_the_day_of_inviting_is_not_that_of_the_visit() -> None:
    event = only(
        visit("SWE>HUN", "proposed", published="2024-01-25", when="2024-01-23"),
        visit("SWE>HUN", published="2024-02-27", when="2024-02-23"),
    )
    assert (event.earliest, event.status) == ("2024-02-23", "occurred")


def test_visits_there_and_back_stay_apart() -> None:
    back = visit("putin>PRK", published="2023-09-14")
    assert len(ledger(visit("kim>RUS", published="2023-09-14"), back).events) == 2


def test_a_meeting_during_a_visit_is_part_of_it() -> None:
    made = ledger(
        visit("blinken>CHN", published="2023-06-19", when="2023-06-18..2023-06-19"),
        say("CONSULT", "blinken qin", published="2023-06-19", when="2023-06-18", language="hi"),
        say("CONSULT", "blinken xi", published="2023-06-19", when="2023-06-19", at=place("Beijing", "CHN")),
        say("CONSULT", "USA CHN", published="2023-11-16", when="2023-11-15"),
    )
    whole = next(e for e in made.events if e.mode == ("visit",))
    parts = [e for e in made.events if e.part_of == whole.id]
    assert [sorted(names(e)) for e in parts] == [["Antony Blinken", "Qin Gang"], ["Antony Blinken", "Xi Jinping"]]
    assert (whole.reports, whole.articles, whole.languages) == (3, 3, ("en", "hi"))
    assert {e.report for e in whole.evidence} == {
        r for r, e in made.aliases.items() if e in (whole.id, *(p.id for p in parts))
    }
    assert [e.earliest for e in made.events if e.part_of is None] == ["2023-06-18", "2023-11-15"]


def test_a_meeting_elsewhere_or_of_others_is_no_part() -> None:
    trip = visit("lavrov>PRK", published="2023-10-19", when="2023-10-18..2023-10-19")
    others = say("CONSULT", "putin kim", published="2023-10-19", when="2023-10-18")
    abroad = say("CONSULT", "lavrov kim", published="2023-10-19", when="2023-10-19", at=place("Sochi", "RUS"))
    assert all(e.part_of is None for e in ledger(trip, others, abroad).events)


def test_a_meeting_without_days_beside_a_dated_visit_takes_its_days() -> None:
    made = ledger(
        visit("kim>RUS", published="2023-10-19", when="2023-09-13", article="a", start=0),
        say("CONSULT", "kim putin", published="2023-10-19", article="a", start=51),
    )
    assert [(e.earliest, e.part_of is None) for e in made.events] == [
        ("2023-09-13", True),
        ("2023-09-13", False),
    ] or [(e.earliest, e.part_of is None) for e in made.events] == [("2023-09-13", False), ("2023-09-13", True)]


def test_stops_of_one_visit_are_one_visit() -> None:
    event = only(
        visit("kim>RUS", published="2023-09-15", when="2023-09-13"),
        visit("kim>RUS", published="2023-09-15", when="2023-09-15", at=place("Komsomolsk", "RUS")),
    )
    assert (event.earliest, event.latest, event.conflicts) == ("2023-09-13", "2023-09-15", ())


def test_arms_are_one_disputed_course() -> None:
    event = only(
        say("AID", "PRK>RUS", "alleged", published="2023-09-15", context=ARMS, by=["Pentagon"]),
        say("AID", "PRK>RUS", "forecast", published="2023-09-14", context=ARMS, language="vi"),
        say(
            "COOPERATE",
            "PRK RUS",
            "alleged",
            published="2023-10-19",
            context=("military", "economic"),
            when="2023-08-01..",
        ),
        say("AID", "PRK>RUS", "denied", published="2023-10-19", context=ARMS, language="bn"),
    )
    assert event.status == "disputed"
    assert {"alleged", "denied", "forecast"} <= set(statuses(event))
    assert [c.kind for c in event.conflicts] == ["denial"]


def test_a_shipment_with_days_of_its_own_is_part_of_the_course() -> None:
    made = ledger(
        say("AID", "PRK>RUS", "alleged", published="2023-09-15", context=ARMS),
        say("AID", "PRK>RUS", "alleged", published="2023-10-14", context=ARMS, when="2023-10-07"),
        say("AID", "PRK>RUS", "alleged", published="2024-01-14", context=ARMS, when="2024-01-03"),
        say("AID", "RUS>PRK", "alleged", published="2024-01-14", context=ARMS),
    )
    course = next(e for e in made.events if e.reports == 3)
    assert sorted((e.part_of == course.id, e.reports) for e in made.events) == [
        (False, 1),
        (False, 3),
        (True, 1),
        (True, 1),
    ]


def test_a_denied_shipment_disputes_the_course() -> None:
    made = ledger(
        say("AID", "PRK>RUS", "alleged", published="2023-09-15", context=ARMS),
        say("AID", "PRK>RUS", "denied", published="2023-10-14", context=ARMS, when="2023-10-07"),
    )
    assert [(e.status, e.reports) for e in made.events if e.part_of is None] == [("disputed", 2)]


def test_joint_exercises_are_no_deliveries() -> None:
    exercise = say("COOPERATE", "PRK RUS", context=ARMS)
    assert len(ledger(exercise, say("AID", "PRK>RUS", "alleged", context=ARMS)).events) == 2


def test_the_score_is_that_of_the_mode() -> None:
    event = only(visit("lavrov>PRK", when="2023-10-18"), visit("RUS>PRK", "planned", when="2023-10-18"))
    assert (event.mode, event.score) == (("visit",), 4)


def test_a_denial_is_an_event_and_disputes_what_it_denies() -> None:
    made = ledger(
        say("ASSAULT", "ISR>PSE", "alleged", article="a"),
        say("ASSAULT", "ISR>PSE", "denied", article="a", start=60),
        say("REJECT", "ISR>", article="a", start=60),
    )
    assert sorted((e.type, e.status) for e in made.events) == [("ASSAULT", "disputed"), ("REJECT", "occurred")]


def test_called_off_is_cancelled_until_it_is_announced_anew() -> None:
    plan = visit("blinken>CHN", "planned", published="2023-02-01", when="2023-02-05..2023-02-06")
    off = visit("blinken>CHN", "not_occurred", published="2023-02-03")
    anew = visit("blinken>CHN", "planned", published="2023-02-04", when="2023-02-06")
    assert only(plan, off).status == "cancelled"
    assert only(off).status == "not_occurred"
    assert only(plan, off, anew).status == "planned"
    held = visit("blinken>CHN", published="2023-06-19", when="2023-06-18")
    assert sorted(e.status for e in ledger(plan, off, held).events) == ["cancelled", "occurred"]


def test_a_page_without_a_date_joins_where_one_event_fits() -> None:
    held = visit("putin>PRK", published="2024-06-20", when="2024-06-19")
    deck = visit("putin>PRK", published=None, language="bn")
    assert only(held, deck).dated == "text"
    other = visit("putin>PRK", published="2019-06-20", when="2019-06-19")
    assert len(ledger(held, other, deck).events) == 3
    alone = only(deck)
    assert (alone.dated, alone.earliest) == ("none", None)


def test_somebody_visiting_himself_is_a_conflict_of_the_visit_told_otherwise() -> None:
    event = only(
        visit("putin>PRK", published="2024-06-19", when="2024-06-19"),
        visit("kim>PRK", published="2024-06-19", when="2024-06-19", language="hi"),
    )
    assert names(event) == {"Vladimir Putin", "PRK"}
    assert [(c.kind, c.detail) for c in event.conflicts] == [("actor", "visitor: Vladimir Putin or Kim Jong Un")]


def test_what_is_told_as_done_of_days_to_come_is_planned() -> None:
    event = only(visit("BLR>RUS", published="2023-09-14", when="2023-09-18"))
    assert (event.status, statuses(event)) == ("planned", ["planned"])


def test_an_announcement_after_the_deed_speaks_of_the_next() -> None:
    release = say("RETREAT", "org:hamas>", published="2023-11-25", when="2023-11-24", mode=["release"])
    assert (
        len(
            ledger(
                release, say("RETREAT", "org:hamas>", "planned", published="2023-11-25", mode=["release"])
            ).events
        )
        == 2
    )


def test_fresh_news_lies_in_the_week_before_publication() -> None:
    event = only(
        say("ASSAULT", "RUS>UKR", published="2023-10-20"), say("ASSAULT", "RUS>UKR", published="2023-10-19")
    )
    assert (event.earliest, event.latest, event.dated) == ("2023-10-13", "2023-10-19", "publication")


def test_a_visit_under_way_lies_in_the_days_just_before_publication() -> None:
    event = only(
        visit("lavrov>PRK", "planned", published="2023-09-14", when="2023-10-01..2023-10-31"),
        visit("lavrov>PRK", "ongoing", published="2023-10-19"),
    )
    assert (event.earliest, event.latest, event.dated) == ("2023-10-17", "2023-10-19", "publication")


def test_what_is_announced_and_confirmed_lies_on_the_day_announced() -> None:
    event = only(
        say("CONSULT", "RUS BLR", "planned", published="2023-09-14", when="2023-09-15"),
        say("CONSULT", "RUS BLR", published="2023-09-16"),
    )
    assert (event.earliest, event.latest, event.dated) == ("2023-09-15", "2023-09-15", "text")


def test_an_earlier_meeting_is_no_part_of_a_visit_still_to_come() -> None:
    made = ledger(
        visit("BLR>RUS", "planned", published="2023-09-14", article="a"),
        say("CONSULT", "RUS BLR", published="2023-09-14", when="2023-06-23", article="a", start=60),
        say("CONSULT", "RUS BLR", "planned", published="2023-09-14", when="2023-09-15", article="a", start=120),
    )
    assert sorted((e.earliest, e.part_of is not None) for e in made.events) == [
        ("2023-06-23", False),
        ("2023-09-15", False),
        ("2023-09-15", True),
    ]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (["planned", "occurred"], "occurred"),
        (["ongoing"], "ongoing"),
        (["ongoing", "occurred"], "occurred"),
        (["alleged"], "alleged"),
        (["denied"], "denied"),
        (["occurred", "denied"], "disputed"),
        (["forecast", "proposed"], "proposed"),
        (["forecast", "conditional"], "conditional"),
    ],
)
def test_what_status_the_history_makes(told: list[str], status: str) -> None:
    assert only(*(say("AID", "USA>UKR", one) for one in told)).status == status
