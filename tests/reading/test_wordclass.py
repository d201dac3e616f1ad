"""Verbs and nouns of one form in English, told apart by what stands before and behind them."""

from __future__ import annotations

import pytest

from dragoman.pipeline import explain_article, load_context
from dragoman.reading.line import Line
from dragoman.records import Article


def line_of(text: str) -> Line:
    article = Article(id="t", text=text, published="2024-05-15", language="en")
    return explain_article(article, load_context()).lines[0]


def verbs_of(line: Line) -> dict[str, frozenset[str]]:
    return {line.tokens[hit.head].text: frozenset(hit.tags) for hit in line.hits.get("verb", ())}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A Russian attack on Kharkiv killed six soldiers.", "attack"),
        ("Moscow condemned the arrest of a journalist.", "arrest"),
        ("Iran's strikes on Erbil were condemned by Iraq.", "strikes"),
        ("Beijing blamed US sanctions for the delay.", "sanctions"),
        ("The historic meeting between Ethiopia and Somalia was welcomed.", "meeting"),
        ("American-supplied weapons were shown in Kyiv.", "supplied"),
    ],
)
def test_nouns_are_no_verbs(text: str, word: str) -> None:
    assert word not in verbs_of(line_of(text))


@pytest.mark.parametrize(
    ("text", "word", "tags"),
    [
        ("Turkey attacks Kurdish positions in Syria.", "attacks", {"present"}),
        ("Police in Dhaka arrested two Indians.", "arrested", {"past"}),
        ("Two Indians were arrested in Dhaka.", "arrested", {"past", "passive"}),
        ("Two Indians arrested by Nepal were freed.", "arrested", {"past", "passive"}),
        ("Two Kenyans were killed or wounded in Somalia.", "wounded", {"past", "passive"}),
        ("Israel is bombarding Rafah.", "bombarding", {"progressive"}),
        ("Egypt was accused of bombarding Libya.", "bombarding", {"participle"}),
        ("France wants to visit Algeria.", "visit", {"infinitive"}),
        ("Macron to visit Algeria", "visit", {"future"}),
    ],
)
def test_verbs_keep_what_their_form_says(text: str, word: str, tags: set[str]) -> None:
    assert tags <= verbs_of(line_of(text)).get(word, frozenset({"no verb"}))
