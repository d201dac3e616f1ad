"""Tolls in sentences of their own, and the days of titles."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman import read
from dragoman.ledger import Statement, fact_of
from dragoman.ledger.beside import with_tolls
from dragoman.records import Reading
from dragoman.stories.traces import Denial, Trace

from .conftest import only, say

TITLE = "Russia attacks Kharkiv"
LEAD = "Russian troops attacked Kharkiv on Tuesday."


def traced(*sentences: str) -> tuple[Reading, Trace]:
    text = f"{TITLE}\n\n{' '.join((LEAD, *sentences))}"
    reading = read(text, published="2023-05-19", language="en", title=TITLE)
    return reading, with_tolls(Trace(model="", vector=b""), reading, reading.reports)


def test_a_toll_counts_with_the_attack_told_before_it() -> None:
    _, trace = traced("Ten people were killed, the mayor said.", "The weather was mild.")
    assert [toll.text for toll in trace.tolls] == ["Ten people were killed, the mayor said."]


def test_a_toll_of_a_war_counts_with_no_attack() -> None:
    _, trace = traced("Since February 2022 more than 9,000 people have been killed.")
    assert not trace.tolls


def test_a_title_takes_the_day_of_the_same_act_under_it() -> None:
    reading, trace = traced("Ten people were killed.")
    title = next(report for report in reading.reports if report.sentence == 0)
    assert [one.report for one in trace.headings] == [title.id]
    statement = Statement(report=title, article="a", published="2023-05-19", language="en", trace=trace)
    assert fact_of(statement).when.from_text and fact_of(statement).when.days == 1


def test_a_title_that_tells_as_done_what_is_still_to_come_announces_it() -> None:
    text = "Putin in Beijing\n\nRussian President Vladimir Putin will visit Beijing on 28 May."
    reading = read(text, published="2023-05-19", language="en", title="Putin in Beijing")
    (body,) = (one for one in reading.reports if one.sentence == 1 and "visit" in one.mode)
    title = replace(body, id="title", sentence=0, status="occurred", time=None)
    trace = with_tolls(Trace(model="", vector=b""), reading, [title, body])
    assert [one.report for one in trace.headings] == ["title"]
    statement = Statement(report=title, article="a", published="2023-05-19", language="en", trace=trace)
    assert fact_of(statement).status == "planned"
    told = replace(body, id="told", sentence=2, status="occurred", time=None)
    assert not with_tolls(Trace(model="", vector=b""), reading, [title, body, told]).headings


def test_who_is_blamed_denies_in_the_next_sentence() -> None:
    claim, denial = (
        "Azerbaijan said that Armenian troops had shelled Ganja on Sunday.",
        "Armenia denied the accusation.",
    )
    reading, trace = traced(claim, denial)
    blamed = next(one for one in reading.reports if one.status == "alleged" and one.type == "ASSAULT")
    assert [(one.report, one.by) for one in trace.denials] == [(blamed.id, ("Armenia",))]
    assert not traced(claim, "Georgia denied the accusation.")[1].denials
    assert not traced(claim, "The weather was mild.", denial)[1].denials


def test_a_state_denies_what_a_society_in_its_country_tells() -> None:
    claim = (
        "The Syrian Observatory for Human Rights said that government jets had bombed the town of Idlib on Monday."
    )
    assert traced(claim, "The Syrian army denied the accusation.")[1].denials
    assert not traced("The Syrian army said that government jets had bombed the town of Idlib on Monday.")[
        1
    ].denials


def test_a_claim_that_is_denied_at_once_is_disputed() -> None:
    claim = say("ASSAULT", "ARM>AZE", "alleged", by=["Azerbaijan"], when="2023-10-19")
    trace = Trace(model="", vector=b"", denials=(Denial(report=claim.report.id, by=("Armenia",)),))
    event = only(replace(claim, trace=trace))
    assert event.status == "disputed" and only(claim).status == "alleged"
    assert [(one.kind, one.detail) for one in event.conflicts] == [("denial", "denied by Armenia")]
    assert ("denied", ("Armenia",)) in [(one.status, one.by) for one in event.history]


def test_the_frame_of_denying_is_one_of_the_codebook() -> None:
    (denial,) = [one for one in traced("Armenia denied the accusation.")[0].reports if one.type == "REJECT"]
    assert denial.frame == "reject-accusation"


def test_who_is_said_to_have_refused_denies_it() -> None:
    claim = say("REJECT", "ARM>AZE", "alleged", by=["Azerbaijan"]).report
    denial = replace(say("REJECT", "ARM>").report, sentence=1, frame="reject-accusation")
    again = replace(denial, sentence=2, id="again")
    trace = with_tolls(Trace(model="", vector=b""), traced()[0], [claim, denial, again])
    assert [one.report for one in trace.denials] == [claim.id]


def test_a_toll_may_stand_between_a_claim_and_its_denial() -> None:
    claim = "Azerbaijan said that Armenian troops had shelled Ganja on Sunday."
    toll, denial = "Seven people were killed, the mayor said.", "Armenia denied the accusation."
    assert traced(claim, toll, denial)[1].denials
    assert not traced(claim, toll, "The weather was mild.", denial)[1].denials
