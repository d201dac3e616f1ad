"""How many marched, and to how many years somebody was sentenced."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman import read
from dragoman.ledger.beside import with_tolls
from dragoman.ledger.sizes import crowd_in, term_in
from dragoman.stories.traces import Toll, Trace

from .conftest import only, say


@pytest.mark.parametrize(
    "language, text, months",
    [
        ("en", "A court sentenced him to 3 years and 6 months in prison.", 42),
        ("en", "The 35-year-old was given a 12-year sentence.", 144),
        ("en", "He faces up to 15 years in prison.", 0),
        ("en", "He was jailed two years ago.", 0),
        ("en", "He was jailed for two years, and she was jailed for three years.", 0),
        ("ru", "45-летний активист получил 5 лет колонии.", 60),
        ("ko", "법원은 징역 11년을 선고했다.", 132),
        ("hi", "उन्हें दो साल आठ महीने की क़ैद हुई।", 32),
        ("bn", "তাঁকে ১২ বছরের কারাদণ্ড দিয়েছে আদালত।", 144),
        ("vi", "Tòa phạt ông 2 năm 8 tháng tù.", 32),
        ("tlh", "11 DIS", 0),
    ],
)
def test_the_term_of_a_verdict(language: str, text: str, months: int) -> None:
    assert term_in(text, language) == months


@pytest.mark.parametrize(
    "language, text, sizes",
    [
        ("en", "Police put the turnout at about 60,000.", [60000]),
        ("en", "Police put the turnout at about 2,000.", [2000]),
        ("en", "Organisers of the 2000 march gave no number.", []),
        ("en", "Organisers put the turnout at 200,000; police said 80,000.", [200000, 80000]),
        ("en", "Police detained 250 people.", []),
        ("ru", "МВД оценило число участников марша в 60 тысяч.", [60000]),
        ("ko", "주최 측은 20만 명, 경찰은 5만 명으로 추산했다.", [200000, 50000]),
        ("hi", "आयोजकों के अनुसार दो लाख लोग आए, पुलिस ने 50 हज़ार बताए।", [200000, 50000]),
        ("bn", "আয়োজকদের দাবি দুই লাখ মানুষ এসেছেন, পুলিশের হিসাবে ৫০ হাজার।", [200000, 50000]),
        ("vi", "Ban tổ chức nói có 200.000 người, cảnh sát nói chỉ 50.000.", [200000, 50000]),
    ],
)
def test_the_size_of_a_march(language: str, text: str, sizes: list[int]) -> None:
    assert [figure.value for figure in crowd_in(text, language).figures] == sizes


def test_two_courts_of_the_press_give_two_terms() -> None:
    verdict = {"when": "2023-10-18", "language": "en"}
    one = say("SANCTION", "RUS>xi", quote="A court sentenced him to 11 years in prison", **verdict)
    other = say("SANCTION", "RUS>xi", quote="He was jailed for nine years", **verdict)
    assert [one.detail for one in only(one, other).conflicts] == ["9 or 11 years"]
    assert not only(one, replace(other, quote="He got an 11-year prison sentence")).conflicts


def test_police_and_organisers_count_one_march() -> None:
    text = "Tens of thousands of people protested in Minsk on Sunday against the government.\n"
    reading = read(f"{text}Organisers put the turnout at 200,000; police said 80,000.", published="2023-10-16")
    march = replace(say("PROTEST", "BLR>BLR").report, sentence=0)
    trace = with_tolls(Trace(model="", vector=b""), reading, [march])
    assert [toll.text for toll in trace.tolls] == ["Organisers put the turnout at 200,000; police said 80,000."]
    told = replace(say("PROTEST", "BLR>BLR", quote="Crowds marched"), trace=trace)
    assert [one.detail for one in only(told).conflicts] == ["80,000 or 200,000"]


def test_a_count_in_a_sentence_of_its_own_answers_that_of_its_article() -> None:
    trace = Trace(model="", vector=b"", tolls=(Toll(of=0, text="Police put the turnout at 60,000."),))
    told = replace(say("PROTEST", "BLR>BLR", quote="Over 100,000 people marched"), trace=trace)
    assert [one.detail for one in only(told).conflicts] == ["60,000 or 100,000"]
    assert not only(replace(told, quote="Some 60,000 people marched")).conflicts


def test_figures_of_one_fate_far_apart_are_of_the_same_where_two_tell_them() -> None:
    when = {"published": "2023-10-20", "when": "2023-10-01"}
    one = say("ASSAULT", "IND CHN>", quote="45 Chinese soldiers were killed", by=["TASS"], **when)
    other = say("ASSAULT", "IND CHN>", quote="Four soldiers were killed", by=["Daily"], **when)
    assert [one.kind for one in only(one, other).conflicts] == ["number"]
