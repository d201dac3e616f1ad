"""Words are one form for texts and questions, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.searching import asked
from dragoman.store.words import fold, indexed, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kremlin's envoy, No. 2", ["kremlin", "s", "envoy", "no", "2"]),
        ("রাষ্ট্রপতি পুতিনের সফর।", ["রাষ্ট্রপতি", "পুতিনের", "সফর"]),
        ("राष्ट्रपति की यात्रा", ["राष्ट्रपति", "की", "यात्रा"]),
        ("क़ानून फ़ैसला", ["कानून", "फैसला"]),
        ("Chủ tịch nước", ["chủ", "tịch", "nước"]),
        ("북한군이 러시아에", ["북한군이", "러시아에"]),
        ("访问北京。", ["访问", "问北", "北京", "京"]),
        ("Ещё раз", ["еще", "раз"]),
        ("وَقَّعَ الاتفاق", ["وقع", "الاتفاق"]),
        ("ক্‌ষ এক্‍স", ["ক্ষ", "এক্স"]),
        ("ＮＡＴＯ", ["nato"]),
        ("…—!", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


def test_marks_of_latin_letters_are_left_out_beside() -> None:
    assert fold("đường") == "duong"
    assert fold("ngoại") == "ngoai"
    assert fold("পুতিন") == "পুতিন"
    assert indexed("Hà Nội") == ("hà nội", "ha noi")
    assert indexed("Hanoi") == ("hanoi", "")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    for word in words_of(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.text and not any(char.isspace() for char in word.text)


@given(st.text(alphabet=st.sampled_from('ab"-*():^ ANDORNOT北京পু+{}'), max_size=60))
def test_a_question_is_never_wrong(question: str) -> None:
    asked(question)
