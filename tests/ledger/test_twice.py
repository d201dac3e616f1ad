"""Two counts of one thing in one sentence or side by side, each by somebody else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.ledger.twice import two_counts
from dragoman.stories.traces import Toll, Trace

from .conftest import only, say

SENTENCES = [
    ("en", "The army said that 31 rebels were killed, but the rebels put their losses at nine.", (9, 31)),
    ("en", "Police arrested 40 people, while a lawyers' group counted 95.", (40, 95)),
    ("en", "Nine people were killed and 30 were hurt, officials said.", None),
    ("en", "Nine people were killed, but 30 survived, officials said.", None),
    ("en", "Nine soldiers were killed; the army said it had destroyed 12 drones.", None),
    ("en", "The army said that 31 rebels were killed on Monday, but not in how many places.", None),
    ("hi", "सेना ने कहा कि 12 उग्रवादी मारे गए, जबकि संगठन के मुताबिक़ 3 की मौत हुई।", (3, 12)),
    ("bn", "সেনাবাহিনী বলেছে, ১২ জন নিহত হয়েছেন; বিদ্রোহীরা বলছে ৩০ জন।", (12, 30)),
    ("vi", "Quân đội nói 12 tay súng bị giết, còn lực lượng nổi dậy nói chỉ có 5 người chết.", (5, 12)),
    ("ko", "군은 반군 30명을 사살했다고 밝혔으나, 반군 측은 사망자가 9명이라고 주장했다.", (9, 30)),
    ("ru", "По данным полиции, задержаны 40 человек, а правозащитники насчитали 95.", (40, 95)),
    ("tlh", "40; 95", None),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), SENTENCES)
def test_one_sentence_sets_two_counts_against_each_other(
    language: str, sentence: str, wanted: tuple[int, int] | None
) -> None:
    assert two_counts(sentence, language) == wanted


def kinds(*statements: object) -> list[tuple[str, str]]:
    return [(one.kind, one.detail) for one in only(*statements).conflicts]  # type: ignore[arg-type]


def test_such_a_sentence_contradicts_itself() -> None:
    told = say("ASSAULT", "SDN>SDN", quote="The army killed 12 people, the mayor said; doctors counted 27.")
    assert kinds(told) == [("number", "12 or 27")]
    planned = say(
        "ASSAULT", "SDN>SDN", "planned", quote="The army killed 12 people, the mayor said; doctors say 27."
    )
    assert kinds(planned) == []


def test_a_march_is_counted_twice_in_its_own_sentence() -> None:
    told = say(
        "PROTEST", "PER>", quote="Organisers said that 200,000 people marched in Lima, police counted 35,000."
    )
    assert kinds(told) == [("number", "35,000 or 200,000")]


def test_another_source_tells_more_dead_in_the_next_sentence() -> None:
    def told(beside: str, **days: str) -> object:
        trace = Trace(model="", vector=b"", tolls=(Toll(of=0, text=beside, **days),))
        quote = "A drone of the army hit a market and killed 14 people, the governor said."
        return replace(say("ASSAULT", "SDN>SDN", when="2023-10-19", quote=quote), trace=trace)

    assert kinds(told("Doctors said that 31 people had died.")) == [("number", "14 or 31")]
    assert kinds(told("Doctors said that six people had died at once.")) == []
    assert kinds(told("A market is held there each week; 31 people died in a fire in it.")) == []
    assert (
        kinds(told("By Friday 31 people had died, doctors said.", earliest="2023-10-20", latest="2023-10-20"))
        == []
    )


def test_who_says_that_it_did_not_strike_may_count_the_dead() -> None:
    day = {"when": "2023-10-17", "at": None}
    claim = say("ASSAULT", "ETH>SDN", "alleged", published="2023-10-18", quote="A strike killed 471 people", **day)
    doubt = say(
        "ASSAULT", "ETH>SDN", "not_occurred", published="2023-10-20", by=["lab"],
        quote="An estimated 100 to 300 people were killed, a laboratory said, and not by a strike", **day,
    )  # fmt: skip
    assert ("number", "100 or 471") in kinds(claim, doubt)
