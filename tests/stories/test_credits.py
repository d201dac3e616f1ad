"""Credits of news agencies, apart from what sentences cite."""

import pytest

from dragoman.knowledge import load
from dragoman.records import Article
from dragoman.stories.credits import credit_of

BODY = "The two ministers met on Friday and spoke about trade for three hours, officials said afterwards."


@pytest.mark.parametrize(
    ("text", "language", "agency"),
    [
        (f"MOSCOW (Reuters) - {BODY}", "en", "Reuters"),
        (f"{BODY}\n\n(Reuters)", "en", "Reuters"),
        (f"{BODY}\nReuters", "en", "Reuters"),
        (f"МОСКВА, 5 мая. /ТАСС/. Министры встретились в пятницу. {BODY}", "ru", "TASS"),
        (f"{BODY} Reuters reported that the talks went well.", "en", None),
        (BODY, "en", None),
    ],
)
def test_a_page_credits_an_agency(text: str, language: str, agency: str | None) -> None:
    found = credit_of(Article(id="a", text=text), language, load())
    assert (found or "").casefold() == (agency or "").casefold()


def test_a_byline_may_name_it() -> None:
    assert credit_of(Article(id="a", text=BODY, byline="Jane Roe, Reuters"), "en", load()) == "Reuters"
    assert credit_of(Article(id="a", text=BODY, byline="Jane Roe"), "en", load()) is None


def test_an_agency_needs_no_credit_of_itself() -> None:
    assert credit_of(Article(id="a", text=f"{BODY}\n(Reuters)", outlet="Reuters"), "en", load()) is None
