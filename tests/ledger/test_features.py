"""Each feature of a comparison, and the page that documents them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.ledger import FEATURES, Statement, explain_merge
from dragoman.ledger.numbers import figures_of, ordinals_of

from .conftest import ledger, only, place, say

ROOT = Path(__file__).parents[2]
LVIV, ODESA = place("Lviv", "UKR", 49.84, 24.03), place("Odesa", "UKR", 46.48, 30.73)


def decided(a: Statement, b: Statement) -> tuple[str, str, str]:
    """The verdict, and the feature and level that decided or came last."""
    found = explain_merge(a, b)
    return found.verdict, found.features[-1].name, found.features[-1].level


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (say("AID", "USA>UKR"), say("ACCUSE", "USA>UKR"), ("family", "AID and ACCUSE")),
        (say("ACCUSE", "USA>CHN"), say("ACCUSE", "CHN>USA"), ("parties", "other parties")),
        (
            say("CONSULT", "kim>RUS", visit=True),
            say("CONSULT", "putin>PRK", visit=True),
            ("parties", "another visitor"),
        ),
        (
            say("CONSULT", "lavrov>PRK", visit=True),
            say("CONSULT", "putin>PRK", visit=True),
            ("persons", "other persons"),
        ),
        (say("CONSULT", "RUS PRK"), say("CONSULT", "RUS>PRK", visit=True), ("manner", "a visit and a meeting")),
        (say("CONSULT", "USA CHN", mode=["phone"]), say("CONSULT", "USA CHN"), ("manner", "another mode")),
        (
            say("SANCTION", "USA>RUS", mode=["expel"]),
            say("SANCTION", "USA>RUS", mode=["withdraw"]),
            ("manner", "another mode"),
        ),
        (
            say("CONSULT", "USA>CHN"),
            say("CONSULT", "USA>CHN", "not_occurred"),
            ("status", "happened and did not happen"),
        ),
        (
            say("ASSAULT", "RUS>UKR", at=LVIV),
            say("ASSAULT", "RUS>UKR", at=place("RUS")),
            ("place", "other country"),
        ),
        (
            say("ACCUSE", "USA>CHN", when="2023-10-01"),
            say("ACCUSE", "USA>CHN", when="2023-10-09"),
            ("dates", "apart"),
        ),
        (say("ACCUSE", "USA>CHN", published="2023-05-01"), say("ACCUSE", "USA>CHN"), ("dates", "apart")),
        (
            say("AID", "USA>UKR", "planned", when="2023-03-01..2023-03-31"),
            say("AID", "USA>UKR", when="2023-10-09"),
            ("dates", "another window"),
        ),
        (
            say("AID", "USA>UKR", "planned"),
            say("AID", "USA>UKR", when="2023-10-09"),
            ("dates", "announced after it was over"),
        ),
    ],
)
def test_what_rules_sameness_out(a: Statement, b: Statement, reason: tuple[str, str]) -> None:
    assert decided(a, b) == ("different", *reason)
    assert decided(b, a)[0] == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (say("CONSULT", "kim putin"), say("CONSULT", "RUS PRK")),
        (say("CONSULT", "putin>PRK", visit=True), say("CONSULT", "RUS>PRK", "ongoing", visit=True)),
        (say("ASSAULT", "RUS>UKR", when="2023-10-19"), say("ASSAULT", "RUS>UKR", when="2023-10-20")),
        (say("ASSAULT", "RUS>UKR", when="2023-10-19"), say("ASSAULT", "RUS>", when="2023-10-19")),
        (say("AGREE", "IRN SAU", when="2023-10-19"), say("AGREE", "IRN SAU", when="2023-10-01..2023-10-31")),
    ],
)
def test_what_joins(a: Statement, b: Statement) -> None:
    assert explain_merge(a, b).verdict == explain_merge(b, a).verdict == "same"


def test_towns_far_apart_keep_attacks_without_days_apart() -> None:
    near = explain_merge(say("ASSAULT", "RUS>UKR", at=LVIV), say("ASSAULT", "RUS>UKR", at=LVIV))
    far = explain_merge(say("ASSAULT", "RUS>UKR", at=LVIV), say("ASSAULT", "RUS>UKR", at=ODESA))
    assert near.verdict == "same"
    assert far.verdict != "same"


def test_another_act_of_the_same_sides_is_another_event() -> None:
    praise = say("SUPPORT", "RUS>PRK", gloss="RUS praised PRK")
    other = say("SUPPORT", "RUS>PRK", gloss="RUS declared support for PRK")
    assert explain_merge(praise, say("SUPPORT", "RUS>PRK", gloss="RUS praised PRK")).verdict == "same"
    assert explain_merge(praise, other).verdict != "same"


def test_two_acts_of_one_sentence_that_differ_in_their_sides_are_two() -> None:
    a = say("PROTEST", "NER>", article="a", when="2023-07-30")
    b = say("PROTEST", "NER>FRA", article="a", when="2023-07-30")
    assert decided(a, b) == ("different", "sentence", "same sentence, other sides")


def test_an_article_that_tells_a_visit_announces_the_next() -> None:
    held = say("CONSULT", "USA>CHN", article="a", visit=True)
    assert decided(held, say("CONSULT", "USA>CHN", "planned", article="a", start=90, visit=True))[0] == "different"


def test_ordinals_keep_apart_what_words_join() -> None:
    twelfth = say("SANCTION", "USA>RUS", quote="The EU adopted its 12th package of sanctions on 18 December.")
    again = say("SANCTION", "USA>RUS", quote="The 12th package of measures was adopted.")
    thirteenth = say("SANCTION", "USA>RUS", quote="The EU adopted its 13th package of sanctions.")
    assert explain_merge(twelfth, again).verdict == "same"
    assert decided(twelfth, thirteenth) == ("different", "numbers", "another ordinal")


def test_numbers_are_read_in_the_digits_of_every_script() -> None:
    bengali = say("ASSAULT", "RUS>UKR", quote="হামলায় ১,৪০০ মানুষ নিহত, ২০২৩ সালে", language="bn")
    assert figures_of(bengali) == [(1400, "মানুষ")]
    assert ordinals_of(say("SANCTION", "USA>RUS", quote="১৩তম প্যাকেজ", language="bn")) == {"তম প্যাকেজ": {13}}


def test_every_feature_says_what_it_compares() -> None:
    assert all(feature.__doc__ for feature in FEATURES)


def test_the_documentation_holds_the_features_as_they_are() -> None:
    spec = importlib.util.spec_from_file_location("ledger_docs", ROOT / "tools" / "ledger_docs.py")
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    page = (ROOT / "docs" / "ledger.md").read_text("utf-8")
    assert tool.filled(page) == page, "run tools/ledger_docs.py"


def test_modes_that_languages_tell_apart_are_those_of_one_act() -> None:
    def told(type: str, mode: str, sides: str = "KEN>SOM") -> Statement:
        return say(type, sides, mode=[mode], when="2023-10-18")

    only(told("REQUEST", "yield"), told("REQUEST", "change"))
    only(told("COERCE", "seize", "KEN>new:x"), told("COERCE", "arrest", "KEN>new:x"))
    only(told("SANCTION", "withdraw"), told("SANCTION", "discontinue"))
    assert len(ledger(told("SANCTION", "expel"), told("SANCTION", "discontinue")).events) == 2


def test_who_was_received_by_somebody_has_met_him() -> None:
    received = say("CONSULT", "lavrov>kim", visit=True, when="2023-10-18")
    met = say("CONSULT", "lavrov kim>", when="2023-10-18", at=place("PRK"))
    assert "received by somebody, and met" in [one.level for one in explain_merge(received, met).features]
    only(received, met)
    assert len(ledger(say("CONSULT", "lavrov>PRK", visit=True, when="2023-10-18"), met).events) == 2


def test_words_are_told_again_far_down_in_an_article() -> None:
    def blame(published: str, sentence: int) -> Statement:
        made = say("ACCUSE", "KEN>SOM", published=published, mode=["allege"])
        return replace(made, report=replace(made.report, sentence=sentence))

    only(blame("2023-10-14", 0), blame("2023-10-19", 4))
    assert len(ledger(blame("2023-10-14", 0), blame("2023-10-19", 0)).events) == 2
    assert len(ledger(blame("2023-10-12", 0), blame("2023-10-19", 4)).events) == 2


def test_two_who_were_to_meet_somewhere_and_spoke_nobody_says_where() -> None:
    plan = say(
        "CONSULT", "lavrov blinken>", "planned", published="2023-10-10", when="2023-10-10..2023-10-24", at=LVIV
    )
    talk = say("CONSULT", "RUS USA>", when="2023-10-20", published="2023-10-21")
    assert len(ledger(plan, talk).events) == 2
    assert len(ledger(plan, say("CONSULT", "RUS USA>", when="2023-10-20", at=LVIV)).events) == 1
