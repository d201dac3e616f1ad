"""Names as a reading gives them back, read with the whole packs."""

from __future__ import annotations

import pytest

import dragoman


def names(text: str, language: str) -> dict[str, tuple[str, str | None]]:
    return {name.text: (name.type, name.how) for name in dragoman.read(text, language=language).names}


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("The Kenyan Foreign Ministry said on Monday that talks had failed.", "en", "Kenyan Foreign Ministry"),
        ("Peru's navy searched the coast.", "en", "Peru's navy"),
        ("কেনিয়ার পররাষ্ট্র মন্ত্রণালয়ের মুখপাত্র এ কথা জানান।", "bn", "কেনিয়ার পররাষ্ট্র মন্ত্রণালয়"),
        ("केन्या की सेना ने यह बताया।", "hi", "केन्या की सेना"),
        ("Hải quân Peru tìm thấy con tàu.", "vi", "Hải quân Peru"),
        ("Об этом заявила полиция Кении.", "ru", "полиция Кении"),
        ("페루 해군은 배를 찾았다고 밝혔다.", "ko", "페루 해군"),
    ],
)
def test_a_body_and_its_state_are_one_name(text: str, language: str, body: str) -> None:
    assert names(text, language)[body] == ("ORG", "body of a state")


def test_a_government_is_its_state() -> None:
    assert "Kenya's government" not in names("Kenya's government resigned.", "en")


def test_reports_keep_state_and_body_apart() -> None:
    (report,) = dragoman.read("Peru's navy attacked a base in Chile on Monday.", language="en").reports
    assert [actor.country for actor in report.actors] == ["PER"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Mưa lớn ở tỉnh Quảng Ninh.", "vi", "Quảng Ninh"),
        ("Troops entered Kaduna state.", "en", "Kaduna"),
        ("Ships crossed the Taiwan Strait.", "en", "Taiwan Strait"),
    ],
)
def test_what_a_place_is_stands_outside_its_name(text: str, language: str, name: str) -> None:
    assert name in names(text, language)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("한미 연합훈련이 끝났다.", [("GPE", "한"), ("GPE", "미")]),
        ("美, 추가 관세 검토", [("GPE", "美")]),
        ("페루군이 국경에 배치됐다.", [("ORG", "페루군")]),
        ("가수 메리 톰은 웃었다.", [("PER", "메리 톰")]),
        ("파블로 에르난데가 경찰청장은 사과했다.", [("PER", "파블로 에르난데가")]),
        ("제2차대전이 끝났다.", []),
    ],
)
def test_korean_names_lose_particles_alone(text: str, given: list[tuple[str, str]]) -> None:
    names = dragoman.read(text, language="ko", published="2024-06-20").names
    assert [(name.type, name.text) for name in names] == given
