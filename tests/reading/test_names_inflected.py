"""Names in Russian cases and with Korean particles, by the packs themselves."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.packs.loader import load_frames, load_pack
from dragoman.reading.language import Language


def names(code: str, text: str) -> list[tuple[str, str, str | None]]:
    return [(name.text, name.type, name.entity) for name in dragoman.read(text, language=code).names]


@pytest.mark.parametrize(
    ("form", "citation"),
    [
        ("россии", "россия"),
        ("зеленского", "зеленский"),
        ("лавровым", "лавров"),
        ("украину", "украина"),
        ("захаровой", "захарова"),
        ("израилем", "израиль"),
        ("шанхае", "шанхай"),
        ("филиппинах", "филиппины"),
        ("министерством", "министерство"),
        ("украинцев", "украинцы"),
        ("павлом", "павел"),
        ("северной", "северная"),
    ],
)
def test_a_form_leads_to_its_citation(form: str, citation: str) -> None:
    assert citation in Language(load_pack("ru"), load_frames()).inflection.citations(form)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Делегация вылетела из России в Индию.", [("России", "GPE", "RUS"), ("Индию", "GPE", "IND")]),
        (
            "Послы Северной Кореи и Японии встретились.",
            [("Северной Кореи", "GPE", "PRK"), ("Японии", "GPE", "JPN")],
        ),
        ("Об этом рассказал Пётр Загорулько.", [("Пётр Загорулько", "PER", "new:ptr-jgrlk")]),
    ],
)
def test_russian_names_are_found_in_their_cases(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert names("ru", text) == found


def test_the_first_word_of_a_body_alone_has_a_capital() -> None:
    assert ("Комитета по делам беженцев", "ORG") not in [n[:2] for n in names("ru", "Комитет по делам есть.")]
    assert [n[:2] for n in names("ru", "Он работает в Бюро переписи населения.")] == [
        ("Бюро переписи населения", "ORG")
    ]
    assert [n[:2] for n in names("ru", "Она пишет для газеты «Вечерний Брод».")] == [("Вечерний Брод", "ORG")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("일본은 베트남과 협정을 맺었다.", [("일본", "GPE", "JPN"), ("베트남", "GPE", "VNM")]),
        ("배상철 의원은 반대했다.", [("배상철", "PER")]),
        ("곽씨의 가족이 왔다.", [("곽", "PER")]),
        ("김민서(34)가 체포됐다.", [("김민서", "PER")]),
        ("사람이 정도로 이상의 하나도 없다.", []),
        ("한솔은행은 문을 닫았다.", [("한솔은행", "ORG")]),
    ],
)
def test_korean_names_are_found_before_particles_and_titles(text: str, found: list[tuple[str, ...]]) -> None:
    assert [name[: len(found[0])] if found else name for name in names("ko", text)] == found


@pytest.mark.parametrize(
    ("code", "text", "entities"),
    [
        (
            "ko",
            "푸틴 대통령과 시진핑 주석이 모스크바에서 만났다.",
            ["per:vladimir-putin", "per:xi-jinping", "geonames:524901"],
        ),
        ("ko", "미국대사관 앞에서 시위가 열렸다.", ["USA"]),
        ("ru", "Путина встретил Си Цзиньпин.", ["per:vladimir-putin", "per:xi-jinping"]),
        ("ru", "О переговорах с Лавровым рассказали в Кремле.", ["per:sergei-lavrov", "RUS"]),
    ],
)
def test_listed_people_and_places_are_found_in_any_form(code: str, text: str, entities: list[str]) -> None:
    assert [name[2] for name in names(code, text)] == entities


def test_an_unlisted_person_is_one_in_all_cases() -> None:
    found = dragoman.read(
        "Суд отпустил Алексея Хворостова. Хворостов рад. Адвокат Хворостова ушёл.", language="ru"
    ).names
    assert [name.text for name in found] == ["Алексея Хворостова", "Хворостов", "Хворостова"]
    assert {name.entity for name in found} == {"new:alks-kbrstb"}
    assert found[0].name == "Aleksey Khvorostov"


def test_a_family_name_of_one_syllable_means_who_was_named_in_full_or_nobody() -> None:
    text = "홍길수 합참의장이 방문했다. 홍 의장은 떠났다. 박 의장은 남았다."
    found = [(name.text, name.entity) for name in dragoman.read(text, language="ko").names]
    assert found == [("홍길수", "new:hngls"), ("홍", "new:hngls"), ("박", None)]


def test_a_place_is_not_its_small_namesake_in_a_country_of_the_text() -> None:
    found = dragoman.read("Делегация США прибыла на встречу в Женеве.", language="ru").names
    assert [name.country for name in found] == ["USA", "CHE"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Затем Гривцов уехал в Суздаль.", ["Гривцов", "Суздаль"]),
        ("Убит Абу Юсуф аль-Мухаджир.", ["Абу Юсуф аль-Мухаджир"]),
        ("Глава комитета Госдумы Леонид Вершинский молчит.", ["Госдумы", "Леонид Вершинский"]),
    ],
)
def test_a_name_begins_and_ends_where_it_does(text: str, found: list[str]) -> None:
    assert [name.text for name in dragoman.read(text, language="ru").names] == found


def test_a_place_stays_a_place() -> None:
    found = dragoman.read("Он вылетел из Гривска. Жители называют Гривск тихим.", language="ru").names
    assert [(name.text, name.type) for name in found] == [("Гривска", "GPE"), ("Гривск", "GPE")]
