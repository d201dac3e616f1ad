"""For whom parties stand: armed groups for themselves, armies and persons for their state."""

import pytest
from msgspec.structs import replace

from dragoman.ledger import Statement, build_ledger
from dragoman.ledger.bodies import side_of, voice_of
from dragoman.records import Link, Party

from .conftest import say


def body(entity: str, country: str | None) -> Party:
    return Party(start=0, end=1, text=entity, name=entity, entity=entity, type="ORG", country=country)


@pytest.mark.parametrize(
    "entity, country, side",
    [
        ("org:farc", "COL", "org:farc"),
        ("org:m23", "COD", "org:m23"),
        ("org:indian-army", "IND", "IND"),
        ("org:taliban", "AFG", "AFG"),
        ("org:united-nations", None, "org:united-nations"),
        ("per:vladimir-putin", "RUS", "RUS"),
    ],
)
def test_who_stands_for_whom(entity: str, country: str | None, side: str) -> None:
    assert side_of(body(entity, country)) == side


@pytest.mark.parametrize(
    "entity, country, voice",
    [
        ("org:syrian-observatory-for-human-rights", "SYR", "org:syrian-observatory-for-human-rights"),
        ("org:reuters", "GBR", "org:reuters"),
        ("org:kcna", "PRK", "PRK"),
        ("org:syrian-arab-army", "SYR", "SYR"),
        ("per:vladimir-putin", "RUS", "RUS"),
    ],
)
def test_a_society_speaks_for_itself_and_a_state_paper_for_its_state(
    entity: str, country: str, voice: str
) -> None:
    assert voice_of(Link(start=0, end=1, name=entity, entity=entity, country=country)) == voice


def done_by(group: str, when: str) -> Statement:
    told = say("RETREAT", "COL>", published="2024-05-10", when=when)
    return replace(told, report=replace(told.report, actors=(body(group, "COL"),)))


def test_two_armed_groups_of_one_country_are_two_sides() -> None:
    one, other = done_by("org:farc", "2024-05-08"), done_by("org:eln", "2024-05-08")
    assert len(build_ledger([one, other]).events) == 2
    assert len(build_ledger([one, done_by("org:farc", "2024-05-08")]).events) == 1
