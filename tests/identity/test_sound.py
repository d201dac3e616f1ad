"""One name sounds the same in every script."""

import pytest

from dragoman.identity.sound import sound_distance, sound_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Putin", "পুতিন", "पुतिन", "Путин"),
        ("Karbalevich", "কারবালেভিচ", "Карбалевич"),
        ("Lavrov", "ল্যাভরভ", "লাভরভ", "लावरोव", "Лавров"),
        ("Lukashenko", "লুকাশেঙ্কো", "लुकाशेंको"),
        ("Kim Jong Un", "কিম জং উন", "किम जोंग उन"),
        ("Washington", "ওয়াশিংটন", "वाशिंगटन"),
        ("Xi Jinping", "শি জিনপিং", "शी जिनपिंग"),
        ("Zelensky", "জেলেনস্কি", "ज़ेलेंस्की", "Зеленский"),
    ],
)
def test_spellings_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({sound_key(name) for name in spellings}) == 1
    assert all(sound_distance(spellings[0], name) < 0.2 for name in spellings)


@pytest.mark.parametrize(("one", "other"), [("Putin", "Lavrov"), ("Kim", "Trump"), ("ঢাকা", "Moscow")])
def test_other_names_are_far(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)
    assert sound_distance(one, other) > 0.4


def test_distance_is_a_distance() -> None:
    assert sound_distance("Kim", "Kim") == 0
    assert sound_distance("Kim", "Kin") == sound_distance("Kin", "Kim")
    assert sound_distance("", "") == 0
    assert sound_distance("", "Kim") == 1
