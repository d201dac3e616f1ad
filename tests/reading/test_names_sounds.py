"""Listed people whose names stand in a text as no table has them."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.knowledge import load


@pytest.mark.parametrize(
    ("text", "language", "written", "entity"),
    [
        ("প্যারিসে গিয়েছিলেন ভ্যাক্লাভ হাভেল।", "bn", "ভ্যাক্লাভ হাভেল", None),
        ("राष्ट्रपति गुडलक जॉनाथन ने यह कहा।", "hi", "गुडलक जॉनाथन", "per:goodluck-jonathan"),
        ("President Gudluk Jonatan said so.", "en", "Gudluk Jonatan", "per:goodluck-jonathan"),
    ],
)
def test_people_are_known_by_sound(text: str, language: str, written: str, entity: str | None) -> None:
    found = {name.text: name for name in dragoman.read(text, language=language).names}
    if entity is not None:
        assert (found[written].entity, found[written].how) == (entity, "sound")
    else:
        assert not any(name.how == "sound" for name in found.values())


def test_a_key_leads_to_one_person_alone() -> None:
    knowledge = load()
    person = knowledge.sounding("gdlk-jntn")
    assert person is not None and person.id == "per:goodluck-jonathan"
    assert knowledge.sounding("k-m") is None


def test_words_that_names_begin_with_are_counted() -> None:
    knowledge = load()
    assert knowledge.bearers("en", "vladimir") > 3
    assert knowledge.bearers("en", "ministry") == 0
