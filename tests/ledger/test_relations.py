"""Relations: each event once, in its period, for the sides that were asked for."""

from dragoman.ledger import Sides, build_ledger, relations

from .conftest import say

EVENTS = build_ledger(
    [
        say("CONSULT", "kim>RUS", when="2023-09-13", visit=True),
        say("CONSULT", "kim putin>", when="2023-09-13"),
        say("ACCUSE", "USA>PRK", published="2023-10-02"),
        say("ASSAULT", "RUS>UKR", when="2023-10-05"),
        say("SUPPORT", "PRK>RUS", "planned", when="2023-12-01"),
        say("AGREE", "RUS PRK>", when="2024-06-19", published="2024-06-20"),
    ]
).events


def test_a_meeting_counts_with_its_visit_and_plans_do_not() -> None:
    (one,) = [r for r in relations(EVENTS, Sides()) if (r.a, r.b) == ("PRK", "RUS")]
    visit, agreed = (next(e.score for e in EVENTS if e.type == kind) for kind in ("CONSULT", "AGREE"))
    assert (one.events, one.cooperation, one.conflict) == (2, visit + agreed, 0)
    assert (one.from_, one.to) == ("2023-09-13", "2024-06-19")
    assert one.to_dict()["from"] == "2023-09-13"


def test_periods_hold_the_days_on_which_events_began() -> None:
    sides = Sides(frozenset({"rus"}), frozenset({"prk"}), "RUS", "PRK")
    spans = [(r.a, r.b, r.from_, r.to) for r in relations(EVENTS, sides, "month")]
    assert spans == [("RUS", "PRK", "2023-09-01", "2023-09-30"), ("RUS", "PRK", "2024-06-01", "2024-06-30")]
    assert [r.from_ for r in relations(EVENTS, sides, "week")] == ["2023-09-11", "2024-06-17"]
    assert [r.to for r in relations(EVENTS, sides, "year")] == ["2023-12-31", "2024-12-31"]


def test_one_side_with_everybody() -> None:
    found = relations(EVENTS, Sides(frozenset({"prk"}), name_a="PRK"))
    assert {(r.a, r.b) for r in found} == {("PRK", "RUS"), ("PRK", "USA")}
    (hostile,) = [r for r in found if r.b == "USA"]
    assert hostile.conflict < 0 and hostile.score == hostile.conflict and hostile.independent == 1
