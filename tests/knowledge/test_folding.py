"""Folding keeps every position traceable and takes spellings of one name together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import fold, normalise_alias

SCRIPTS = "abcÀİĐđưởoà ỳ’“–\u200c\u200d\u093cকখংৎর্যায়়गज़ाँऩकЛё9.-"


@given(st.text(alphabet=SCRIPTS, max_size=40).map(lambda text: unicodedata.normalize("NFC", text)))
def test_positions_lead_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) <= len(text)
    positions = [folded.original_at(position) for position in range(len(folded.text) + 1)]
    assert positions == sorted(set(positions))
    assert positions[-1] == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("गाज़ा", "गाजा"),
        ("hoà", "hòa"),
        ("Thuỷ", "Thủy"),
        ("র‍্যাব", "র্যাব"),
        ("O’Brien", "o'brien"),
        ("Семён", "Семен"),
        ("कांग्रेस", "काँग्रेस"),
        ("Łódź", unicodedata.normalize("NFD", "Łódź")),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert normalise_alias(one) == normalise_alias(other)


@pytest.mark.parametrize(("one", "other"), [("quý", "qúy"), ("hoàn", "hòan"), ("যায়", "যায")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert normalise_alias(one) != normalise_alias(other)
