"""Tokens and the notation of patterns, with packs that hold only what each case needs."""

import pytest

from dragoman.errors import DataError
from dragoman.packs.text_schema import Ending, Irregular, Text
from dragoman.reading.lexicon import Hit, Lexicon
from dragoman.reading.tokens import Folding, Inflection, tokenize

TEXT = Text(
    language="en",
    name="Test",
    own_name="Test",
    script="Latn",
    order="SVO",
    adpositions="before",
    modifier="before",
    capitals=True,
    drop="\u093c",
    fold={"ং": "ঙ"},
    digits="০১২৩৪৫৬৭৮৯",
    noun_endings=(Ending(suffix="s", tags=("plural",)), Ending(suffix="ies", restore="y", tags=("plural",))),
    verb_endings=(Ending(suffix="ed", tags=("past",)), Ending(suffix="s", tags=("present",))),
    irregular=(Irregular(stem="meet", forms={"met": ("past",)}),),
)
FOLDING = Folding(TEXT)


def find(pattern: str, text: str, **options: object) -> list[Hit[str]]:
    lexicon = Lexicon([(pattern, pattern)], FOLDING, Inflection(TEXT, FOLDING), **options)  # type: ignore[arg-type]
    return lexicon.find(tokenize(text, 0, len(text), FOLDING))


def words(pattern: str, text: str, **options: object) -> list[str]:
    tokens = tokenize(text, 0, len(text), FOLDING)
    return [text[tokens[hit.first].start : tokens[hit.last].end] for hit in find(pattern, text, **options)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("talk", "Talk of talks", ["Talk"]),
        ("talk~", "Talk of talks", ["Talk", "talks"]),
        ("party~", "parties and party", ["parties", "party"]),
        ("attack+", "attacked, attacks, attacking", ["attacked", "attacks"]),
        ("meet+", "They met.", ["met"]),
        ("(arms|weapon~) deal~", "arms deals and a weapons deal", ["arms deals", "weapons deal"]),
        ("(talk|summit)room", "a talkroom and a talk room", ["talkroom"]),
        ("peace (talk|summit)~", "peace talks, peace summits", ["peace talks", "peace summits"]),
        ("pull+ … troops", "it pulled all of its tired troops", ["pulled all of its tired troops"]),
        ("pull+ … troops", "it pulled, the troops", []),
        ("pull+ … troops", "pulled one two three four five six seven troops", []),
        ("cease-fire", "a cease-fire", ["cease-fire"]),
        ("cease-fire", "a ceasefire", []),
        ("हमला", "हमला़", ["हमला़"]),
        ("সংবাদ", "সঙবাদ", ["সঙবাদ"]),
    ],
)
def test_the_notation_of_patterns(pattern: str, text: str, found: list[str]) -> None:
    assert words(pattern, text) == found


def test_a_class_stands_for_its_members() -> None:
    classes = {"arms": ("missile~", "artillery shell~")}
    text = "sent missiles and sent artillery shells and sent bread"
    assert words("send+ <arms>", text.replace("sent", "sends"), classes=classes) == [
        "sends missiles",
        "sends artillery shells",
    ]


def test_a_class_that_is_not_there_is_a_fault_of_the_pack() -> None:
    with pytest.raises(DataError, match="<arms>"):
        find("send+ <arms>", "")


@pytest.mark.parametrize("pattern", ["", "…", "~"])
def test_a_pattern_without_words_is_a_fault_of_the_pack(pattern: str) -> None:
    with pytest.raises(DataError):
        find(pattern, "text")


def test_light_words_may_stand_inside_and_others_not() -> None:
    light = {"transparent": ("not", "also")}
    assert words("strike a deal", "strike also a deal", **light) == ["strike also a deal"]
    assert words("strike a deal", "strike quite a deal", **light) == []


def test_the_marked_word_is_the_head_and_its_ending_speaks() -> None:
    (hit,) = find("attack+ targets", "attacked targets")
    assert (hit.first, hit.last, hit.head, hit.tags) == (0, 1, 0, {"past"})
    (hit,) = find("air strike~", "air strikes")
    assert (hit.head, hit.tags) == (1, {"plural"})


def test_longer_hits_come_first_at_a_token() -> None:
    lexicon = Lexicon([("peace", "a"), ("peace talks", "b")], FOLDING, Inflection(TEXT, FOLDING))
    assert [hit.payload for hit in lexicon.find(tokenize("peace talks", 0, 11, FOLDING))] == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Putin's U.S. trip", ["Putin", "'s", "U.S.", "trip"]),
        ("1,200 men at 15:30 on 14/9/2023", ["1,200", "men", "at", "15:30", "on", "14/9/2023"]),
        ("জং–উনের", ["জং", "–", "উনের"]),
        ("क्‍या हुआ।", ["क्‍या", "हुआ", "।"]),
        ("co\u00adop", ["co\u00adop"]),
        ("a \u200d b", ["a", "b"]),
        ("2022में", ["2022", "में"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    found = tokenize(text, 0, len(text), FOLDING)
    assert [token.text for token in found] == tokens
    assert all(text[token.start : token.end] == token.text and token.norm for token in found)


def test_words_are_compared_without_case_joiners_and_dropped_marks() -> None:
    assert FOLDING("ABC") == "abc" and FOLDING("क़\u200d") == "क" and FOLDING("২৩") == "23"
