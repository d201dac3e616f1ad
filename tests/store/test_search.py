"""Search: sentences in any script, the best first, whatever is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from dragoman.store import Archive, EventFilter
from dragoman.store.connection import writing

TEXTS = {
    "bn": "প্রেসিডেন্ট পুতিনের সফর শেষ হয়েছে.\nদুই নেতা চুক্তিতে সই করেন.",
    "hi": "राष्ट्रपति की यात्रा समाप्त हुई.\nनया फ़ैसला आया.",
    "vi": "Chủ tịch nước thăm Hà Nội.\nHai bên ký thỏa thuận về đường sắt.",
    "ko": "푸틴이 평양에 도착했다.\n북한군이 훈련했다.",
    "zh": "普京访问北京。两国签署协议。",
    "en": "The president visited Hanoi. A railway deal was signed, and the president left.",
}


@pytest.fixture
def filled(archive: Archive, add: Callable[..., Any]) -> Archive:
    add(
        *(
            {
                "id": code,
                "text": words,
                "language": code,
                "published": f"2023-01-{number:02}",
                "outlet": f"O{number}",
            }
            for number, (code, words) in enumerate(TEXTS.items(), 1)
        )
    )
    return archive


def articles(archive: Archive, question: str, **wanted: Any) -> list[str]:
    return [hit.article for hit in archive.search(question, EventFilter(**wanted), 50)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("পুতিন", ["bn"]),
        ("চুক্তি", ["bn"]),
        ("राष्ट्रपति", ["hi"]),
        ("फैसला", ["hi"]),
        ("đường sắt", ["vi"]),
        ("duong sat", ["vi"]),
        ("ha noi", ["vi"]),
        ("푸틴", ["ko"]),
        ("북한군", ["ko"]),
        ("北京", ["zh"]),
        ("访问北京", ["zh"]),
        ("京", ["zh"]),
        ("president -railway", ["en"]),
        ('"visited Hanoi"', ["en"]),
        ('"Hanoi visited"', []),
        ("president hanoi", ["en"]),
        ("", []),
        ("-president", []),
        ('"', []),
        ("a AND OR NOT (", []),
    ],
)
def test_finds_in_any_script(filled: Archive, question: str, found: list[str]) -> None:
    assert articles(filled, question) == found


def test_a_hit_is_a_sentence_with_its_place(filled: Archive) -> None:
    (hit,) = filled.search("hà nội", EventFilter(), 10)
    assert TEXTS["vi"][hit.start : hit.end] == hit.text
    assert [hit.text[start:end] for start, end in hit.marks] == ["Hà", "Nội"]
    assert 0 < hit.score <= 1
    (pair,) = filled.search("访问北京", EventFilter(), 10)
    assert [pair.text[start:end] for start, end in pair.marks] == ["访问北京"]


def test_marks_given_are_preferred(archive: Archive, add: Callable[..., Any]) -> None:
    add({"id": "with", "text": "Quân đội có mặt.", "language": "vi"}, {"id": "other", "text": "Quan doi co mat."})
    assert articles(archive, "quan") == articles(archive, "quan doi") and len(articles(archive, "quan")) == 2
    assert articles(archive, "quân")[0] == "with"


def test_filters_are_those_of_the_article(filled: Archive) -> None:
    assert articles(filled, "president", language=("hi",)) == []
    assert articles(filled, "president", since="2023-01-06", until="2023-01-06") == ["en", "en"]
    assert articles(filled, "president", until="2023-01-05") == []
    assert articles(filled, "president", outlet=("o6",)) == ["en", "en"]


def test_the_words_follow_the_article(filled: Archive, add: Callable[..., Any]) -> None:
    add({"id": "en", "text": "Another text altogether.", "language": "en"})
    assert articles(filled, "president") == []
    assert articles(filled, "altogether") == ["en"]
    filled.reread(every=True)
    assert articles(filled, "altogether") == ["en"]


def test_parts_of_a_search_give_each_hit_once(filled: Archive) -> None:
    from dragoman.store import Slice

    found, cursor = [], None
    while True:
        page = filled.search_page("president", EventFilter(), Slice(limit=1, cursor=cursor))
        found += page.items
        if (cursor := page.next) is None:
            break
    assert list(found) == filled.search("president", EventFilter(), 10)


def test_words_are_gathered_where_an_older_version_did_not(filled: Archive, tmp_path: Any) -> None:
    with writing(filled._engine) as connection:
        connection.execute(text("DELETE FROM words"))
        connection.execute(text("UPDATE settings SET value = '0' WHERE key = 'words'"))
    with Archive(tmp_path / "test.db") as again:
        assert articles(again, "পুতিন") == ["bn"]
