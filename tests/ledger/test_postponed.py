"""What was put off and came later is one event, by the words of six languages."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.ledger import Statement, fact_of, forecasts
from dragoman.ledger.delays import names_old_day

from .conftest import ledger, only, place, say

LATER = "The two ministers put off the signing to a later day"


def signing(status: str, **more: Any) -> Statement:
    return say("SUPPORT", "AUS PNG", status, start=more.pop("start", 60), **more)


PLAN = signing("planned", published="2024-03-01", when="2024-03-09")
MISSED = signing("not_occurred", published="2024-03-09", when="2024-03-09", article="m", start=60)
PUT_OFF = signing("planned", published="2024-03-09", quote=LATER, article="m", start=0)
SIGNED = signing("occurred", published="2024-05-03", when="2024-05-02")


def test_what_was_put_off_and_came_is_one_event() -> None:
    event = only(PLAN, MISSED, PUT_OFF, SIGNED)
    assert (event.status, event.earliest, event.conflicts) == ("occurred", "2024-05-02", ())
    found = forecasts([event], [PLAN, MISSED, PUT_OFF, SIGNED], "2025-01-01")
    assert [(one.said, one.outcome) for one in found] == [("2024-03-01", "did not"), ("2024-03-09", "came true")]


def test_without_that_word_they_are_two() -> None:
    assert len(ledger(PLAN, SIGNED).events) == 2


def test_what_was_put_off_is_still_to_come() -> None:
    event = only(PLAN, MISSED, PUT_OFF)
    assert (event.status, event.earliest) == ("planned", None)
    assert only(PLAN, MISSED).status == "cancelled"


def test_a_new_day_takes_the_place_of_the_old() -> None:
    moved = signing("planned", published="2024-03-08", when="2024-05-02", quote=LATER)
    event = only(PLAN, moved)
    assert (event.status, event.earliest, event.latest) == ("planned", "2024-05-02", "2024-05-02")
    assert only(PLAN, moved, SIGNED).status == "occurred"


def test_a_word_said_weeks_after_speaks_of_another() -> None:
    late = signing("planned", published="2024-04-20", quote=LATER)
    assert len(ledger(PLAN, late, SIGNED).events) == 2


def test_nobody_else_comes_in_its_place() -> None:
    other = say("SUPPORT", "AUS NZL", published="2024-05-03", when="2024-05-02", start=60)
    assert len(ledger(PLAN, PUT_OFF, other).events) == 2


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "Tokyo has postponed the talks"),
        ("en", "The summit was pushed back to June"),
        ("ru", "Переговоры перенесены на июнь"),
        ("ru", "Визит министра отложили"),
        ("hi", "वार्ता जून तक टल गई"),
        ("bn", "বৈঠকটি জুন পর্যন্ত পিছিয়ে গেছে"),
        ("vi", "Hai nước hoãn cuộc gặp đến tháng 6"),
        ("ko", "양국은 회담을 6월로 미뤘다"),
        ("ko", "정상회담이 연기됐다"),
    ],
)
def test_words_of_putting_off(language: str, quote: str) -> None:
    told = say("CONSULT", "AUS PNG", "planned", language=language, quote=quote)
    assert fact_of(told).put_off
    assert not fact_of(say("CONSULT", "AUS PNG", language=language, quote=quote)).put_off


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "They will meet in June"),
        ("ko", "연기가 치솟은 도시를 방문한다"),
        ("vi", "Ông sẽ lùi bước"),
        ("xx", "postponed"),
        (None, ""),
    ],
)
def test_other_words(language: str | None, quote: str) -> None:
    assert not fact_of(say("CONSULT", "AUS PNG", "planned", language=language, quote=quote)).put_off


def test_what_was_put_off_without_a_new_day_did_not_come_in_time() -> None:
    announced = say(
        "CONSULT", "lavrov>PRK", "planned", visit=True, when="2023-12-01..2023-12-31", published="2023-11-02"
    )
    off = say(
        "CONSULT", "lavrov>PRK", "planned", visit=True, quote="He has put off the visit", published="2023-12-20"
    )
    found = forecasts(ledger(announced, off).events, [announced, off], "2024-03-01")
    assert next((one.outcome, one.why) for one in found) == ("did not", "on 2023-12-20 it was put off")


@pytest.mark.parametrize(
    "language, quote, day, old",
    [
        ("en", "A visit due on 20 March was postponed", "20 March", True),
        ("en", "The visit was postponed to 20 March", "20 March", False),
        ("ko", "20일 베오그라드 방문이 연기됐다", "20일", True),
        ("ko", "방문이 20일로 연기됐다", "20일", False),
        ("ru", "Визит, назначенный на 20 марта, отложен", "20 марта", True),
        ("ru", "Визит перенесён на 20 марта", "20 марта", False),
        ("hi", "20 मार्च की यात्रा टल गई", "20 मार्च", True),
        ("hi", "यात्रा 20 मार्च तक टल गई", "20 मार्च", False),
        ("bn", "২০ মার্চের সফর স্থগিত হয়েছে", "২০ মার্চ", True),
        ("vi", "Chuyến thăm dự kiến vào ngày 20-3 đã bị hoãn", "ngày 20-3", True),
        ("vi", "Chuyến thăm bị hoãn đến ngày 20-3", "ngày 20-3", False),
    ],
)
def test_the_day_from_which_something_was_put_off(language: str, quote: str, day: str, old: bool) -> None:
    start = quote.index(day)
    assert names_old_day(quote, (start, start + len(day)), language) == old


def test_a_delay_that_names_the_old_day_leads_to_the_deed() -> None:
    quote = "The visit due on 20 March was postponed"
    visit = {"visit": True, "quote": quote}
    announced = say("CONSULT", "lavrov>PRK", "planned", when="2024-03-20", published="2024-03-17", visit=True)
    word = say("CONSULT", "lavrov>PRK", "planned", when="2024-03-20", published="2024-03-19", **visit)
    day = replace(word.report.time, start=quote.index("20"), end=quote.index("20") + 8)
    word = replace(word, report=replace(word.report, time=day))
    paid = say("CONSULT", "lavrov>PRK", when="2024-03-26", published="2024-03-27", visit=True)
    event = only(announced, word, paid)
    assert (event.status, event.earliest) == ("occurred", "2024-03-26")
    assert forecasts([event], [announced, word, paid], "2024-12-31")[0].outcome == "did not"


def visit(status: str = "occurred", **more: Any) -> Statement:
    return say("CONSULT", "xi>VNM", status, visit=True, **more)


def test_what_comes_once_is_moved_by_its_next_announcement() -> None:
    first = visit("planned", published="2023-10-05", when="2023-10-20..2023-10-31")
    again = visit("planned", published="2023-10-28", when="2023-12-11..2023-12-17")
    held = visit(published="2023-12-13", when="2023-12-12")
    event = only(first, again, held)
    assert (event.status, event.earliest, event.latest) == ("occurred", "2023-12-12", "2023-12-12")
    assert [one.outcome for one in forecasts([event], [first, again, held], "2024-06-01")] == [
        "did not",
        "came true",
    ]


def test_a_second_visit_or_what_comes_again_and_again_moves_nothing() -> None:
    first = visit("planned", published="2023-10-05", when="2023-10-20..2023-10-31")
    late = visit("planned", published="2023-11-28", when="2023-12-11..2023-12-17")
    assert len(ledger(first, late).events) == 2
    swap = {"mode": ["release"]}
    one = say("RETREAT", "ISR>", "planned", published="2023-11-21", when="2023-11-22..2023-11-23", **swap)
    other = say("RETREAT", "ISR>", "planned", published="2023-11-22", when="2023-11-26..2023-11-27", **swap)
    assert len(ledger(one, other).events) == 2


def test_a_meeting_is_moved_too_unless_the_first_one_was_held() -> None:
    def talks(status: str, sides: str = "blinken kim>", **more: Any) -> Statement:
        return say("CONSULT", sides, status, **more)

    first = talks("planned", published="2018-03-09", when="2018-03-09..2018-05-31")
    again = talks("planned", published="2018-05-11", when="2018-06-12", at=place("SGP"))
    held = talks("occurred", published="2018-06-13", when="2018-06-12", at=place("SGP"))
    assert only(first, again, held).status == "occurred"
    states = talks("planned", "USA PRK>", published="2018-03-09", when="2018-03-09..2018-05-31")
    assert len(ledger(states, again).events) == 2
    early = talks("occurred", published="2018-04-21", when="2018-04-20")
    assert sorted(event.reports for event in ledger(first, early, again, held).events) == [2, 2]
