"""Names that no list has, found by what stands around them and by what they look like; none of them is real."""

from __future__ import annotations

import pytest

import dragoman


def found(text: str, language: str, published: str | None = None) -> dict[str, tuple[str, str | None]]:
    reading = dragoman.read(text, language=language, published=published)
    return {name.text: (name.type, name.entity) for name in reading.names}


@pytest.mark.parametrize(
    ("text", "language", "name", "type_"),
    [
        ("Soldiers burned huts in the Karimbele forest on Monday.", "en", "Karimbele", "LOC"),
        ("Two men drowned off Mount Karimbele on Monday.", "en", "Mount Karimbele", "LOC"),
        ("Shells hit the Karimbele refugee camp on Monday.", "en", "Karimbele refugee camp", "FAC"),
        ("Binh sĩ tuần tra dọc sông Karimbele hôm thứ Hai.", "vi", "Karimbele", "LOC"),
        ("Солдаты вышли к берегам реки Каримбеле.", "ru", "Каримбеле", "LOC"),
        ("সেনারা কারিম্বেলা নদীর তীরে পৌঁছেছে।", "bn", "কারিম্বেলা", "LOC"),
        ("सेना कारिम्बेला घाटी तक पहुंच गई।", "hi", "कारिम्बेला घाटी", "LOC"),
        ("군은 카림벨레강을 건넜다.", "ko", "카림벨레강", "LOC"),
        (
            "Members of the Movement for Coastal Renewal said they would leave.",
            "en",
            "Movement for Coastal Renewal",
            "ORG",
        ),
        ("Oil prices rose, the firm Karimbele Petroleum said.", "en", "Karimbele Petroleum", "ORG"),
        ("বিশপ রোদেরিকো কারিম্বেলা এ কথা বলেন।", "bn", "রোদেরিকো কারিম্বেলা", "PER"),
        ("बिशप रोडेरिको कारिम्बेला ने यह कहा।", "hi", "रोडेरिको कारिम्बेला", "PER"),
        ("로데리코 카림벨레 주교는 그렇게 말했다.", "ko", "로데리코 카림벨레", "PER"),
        ("노조 위원장 로데리코 카림벨레는 그렇게 말했다.", "ko", "로데리코 카림벨레", "PER"),
    ],
)
def test_unlisted(text: str, language: str, name: str, type_: str) -> None:
    assert found(text, language).get(name, (None, None))[0] == type_


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Fighters left the Russian camp on Monday.", "en", "Russian camp"),
        ("They planned to mount Operation Dawn.", "en", "mount Operation Dawn"),
        ("স্থানীয় নদীর পানি বেড়েছে।", "bn", "স্থানীয়"),
        ("군은 생산을 늘렸고 예산을 줄였다.", "ko", "생산"),
    ],
)
def test_no_name(text: str, language: str, word: str) -> None:
    assert word not in found(text, language)


def test_a_family_name_with_a_title_means_who_was_named() -> None:
    text = "이종섭 전 국방부 장관이 호주 대사로 임명됐다. 이 대사는 곧 출국했다."
    assert found(text, "ko")["이"] == ("PER", "per:lee-jong-sup")


def test_a_family_name_with_a_title_means_the_one_holder_on_the_day() -> None:
    assert found("윤 대통령은 그렇게 말했다.", "ko", "2024-03-01")["윤"] == ("PER", "per:yoon-suk-yeol")
    assert found("윤 대통령은 그렇게 말했다.", "ko", "2016-03-01")["윤"] == ("PER", None)


def test_former_is_no_family_name() -> None:
    assert "전" not in found("빌 클린턴 전 대통령은 그렇게 말했다.", "ko", "2024-03-01")
