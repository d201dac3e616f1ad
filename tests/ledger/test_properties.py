"""What holds of any statements: the order of arrival does not matter, and every report has its event."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger import Judgement, Statement, build_ledger, compare
from dragoman.ledger.compare import SILENT, weigh
from dragoman.ledger.statements import fact_of

from .conftest import say

DAYS = ["2023-09-01", "2023-09-13", "2023-09-14", "2023-10-18", "2024-06-19"]
STATUSES = [
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "conditional",
    "forecast",
    "alleged",
    "denied",
    "not_occurred",
]
SIDES = [
    "RUS>PRK",
    "PRK>RUS",
    "RUS PRK>",
    "putin>PRK",
    "kim>PRK",
    "kim putin>",
    "RUS>",
    "USA RUS>PRK",
    "lavrov>PRK",
    "USA>PRK",
    "UKR>",
]


@st.composite
def made(draw: st.DrawFn) -> list[Statement]:
    found = []
    for number in range(draw(st.integers(1, 9))):
        kind = draw(st.sampled_from(["CONSULT", "CONSULT", "AID", "ASSAULT", "SUPPORT"]))
        article = draw(st.integers(0, 3))
        found.append(
            say(
                kind,
                draw(st.sampled_from(SIDES)),
                draw(st.sampled_from(STATUSES)),
                published=[*DAYS[1:4], None][article],
                visit=kind == "CONSULT" and draw(st.booleans()),
                when=draw(st.sampled_from([None, None, *DAYS, "2023-09-01..2023-09-30", "2023-09-13.."])),
                context=["military"] if kind == "AID" else [],
                article=f"a{article}",
                start=60 * draw(st.integers(0, 4)),
                language=draw(st.sampled_from(["bn", "vi"])),
                quote=draw(st.sampled_from(["", "", f"câu {number}", "Hai bên hoãn lại"])),
                id=f"r{number}",
            )
        )
    return found


@settings(max_examples=150, deadline=None)
@given(made().flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_arrival_does_not_matter(case: tuple[list[Statement], list[Statement]]) -> None:
    found, shuffled = case
    assert build_ledger(iter(found)) == build_ledger(shuffled)


@settings(max_examples=150, deadline=None)
@given(made())
def test_every_report_is_in_one_event_and_in_its_whole(found: list[Statement]) -> None:
    ledger = build_ledger(found)
    events = {event.id: event for event in ledger.events}
    assert set(ledger.aliases) == {one.report.id for one in found}
    assert set(ledger.aliases.values()) == set(events)
    for event in ledger.events:
        told = {one.report for one in event.evidence}
        parts = [one.id for one in ledger.events if one.part_of == event.id]
        assert told == {report for report, holder in ledger.aliases.items() if holder in (event.id, *parts)}
        assert (event.reports, event.articles) == (len(event.evidence), len({e.article for e in event.evidence}))
        assert 1 <= event.independent <= event.articles
        assert event.part_of is None or events[event.part_of].part_of is None
        assert event.part_of is None or told <= {one.report for one in events[event.part_of].evidence}
        assert event.earliest is None or event.latest is None or event.earliest <= event.latest
        assert {one.status for one in event.history} == {one.status for one in event.evidence}


@settings(max_examples=80, deadline=None)
@given(made())
def test_an_event_bears_the_id_of_its_founding_report(found: list[Statement]) -> None:
    ledger = build_ledger(found)
    order = sorted(found, key=lambda s: (s.published is None, s.published or "", s.article, s.start, s.report.id))
    for event in ledger.events:
        own = [one.report.id for one in order if ledger.aliases[one.report.id] == event.id]
        assert event.id == own[0]


@settings(max_examples=80, deadline=None)
@given(made())
def test_the_order_of_the_record(found: list[Statement]) -> None:
    events = build_ledger(found).events
    keys = [(event.earliest is None, event.earliest or "", event.id) for event in events]
    assert keys == sorted(keys)


@settings(max_examples=80, deadline=None)
@given(made(), st.data())
def test_what_does_not_concern_an_event_leaves_it_as_it_is(found: list[Statement], data: st.DataObject) -> None:
    far = say(data.draw(st.sampled_from(["CONSULT", "AID"])), "BRA ARG>", id="far", published="2023-09-14")
    ledger, more = build_ledger(found), build_ledger([*found, far])
    assert [event for event in more.events if event.id != "far"] == list(ledger.events)


@settings(max_examples=80, deadline=None)
@given(made())
def test_comparing_takes_no_sides_and_its_short_form_agrees(found: list[Statement]) -> None:
    facts = [fact_of(one) for one in found]
    for a in facts:
        for b in facts:
            if a.family == b.family:
                whole = compare(a, b)
                assert (whole.verdict, whole.score) == (compare(b, a).verdict, compare(b, a).score)
                blamed = whole.features[0].level.startswith("another culprit")
                told = SILENT if blamed else whole.score
                apart = whole.features[-1].different or (blamed and whole.verdict == "different")
                assert weigh(a, b) == (None if apart else told)


def test_a_person_joins_parts_and_rejects() -> None:
    a, b = say("ACCUSE", "USA>CHN", id="r1"), say("ACCUSE", "USA>CHN", id="r2")
    c = say("ACCUSE", "CHN>USA", id="r3")

    def held(*judgements: Judgement) -> list[list[str]]:
        ledger = build_ledger([a, b, c], judgements)
        return sorted(sorted(r for r, e in ledger.aliases.items() if e == event.id) for event in ledger.events)

    assert held() == [["r1", "r2"], ["r3"]]
    assert held(Judgement(kind="different", report="r2", other="r1")) == [["r1"], ["r2"], ["r3"]]
    assert held(Judgement(kind="reject", report="r1")) == [["r2"], ["r3"]]
    assert build_ledger([a, b], [Judgement(kind="same", report="r1", other="r2")]).aliases == {
        "r1": "r1",
        "r2": "r1",
    }
    later = say("ACCUSE", "USA>CHN", id="r4", published="2024-06-01")
    assert len(build_ledger([a, later]).events) == 2
    assert len(build_ledger([a, later], [Judgement(kind="same", report="r4", other="r1")]).events) == 1
