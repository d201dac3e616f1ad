"""Endings glued to Korean stems, taken apart again."""

import pytest

from dragoman.packs.loader import read_pack
from dragoman.packs.text_schema import Clitic
from dragoman.reading.agglutination import Agglutination, Clitics


@pytest.fixture(scope="module")
def glued() -> Agglutination:
    return Agglutination(read_pack("ko").text)


@pytest.mark.parametrize(
    ("form", "stem", "says"),
    [
        ("방문했다", "방문하", {"past", "finite"}),
        ("던졌다", "던지", {"past", "finite"}),
        ("체포됐다", "체포하", {"past", "finite", "passive"}),
        ("공격받았다", "공격하", {"past", "finite", "passive"}),
        ("한다", "하", {"finite", "present"}),
        ("만날", "만나", {"attributive", "future"}),
        ("제공하겠다", "제공하", {"future", "finite"}),
        ("초치해", "초치하", {"conjunctive"}),
        ("방문", "방문하", {"headline"}),
    ],
)
def test_a_verb_is_stem_and_endings(glued: Agglutination, form: str, stem: str, says: set[str]) -> None:
    assert (stem, frozenset(says)) in set(glued.verb(form))


def test_a_noun_carries_particles(glued: Agglutination) -> None:
    assert ("정부", frozenset({"topic"})) in set(glued.noun("정부는"))
    assert ("모스크바", frozenset({"locative", "ablative"})) in set(glued.noun("모스크바에서"))


def test_nouns_and_particles_may_stand_behind_a_name(glued: Agglutination) -> None:
    assert glued.particles("에게") == {"dative"}
    assert glued.particles("정부는") == {"topic"}
    assert not glued.particles("소나무")


def test_what_closes_quoted_words_is_cut_off() -> None:
    clitics = Clitics((Clitic(after=("ㄴ다",), cut=("고", "는"), never=("르완다",)),))
    assert clitics.length("지지한다고") == 1
    assert clitics.length("지지한다는") == 1
    assert clitics.length("르완다는") == 0
    assert clitics.length("그리고") == 0
