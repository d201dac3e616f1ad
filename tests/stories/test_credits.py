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
        (f"{BODY}\n\n© 2024 AFP", "en", "Agence France-Presse"),
        (f"{BODY} — AFP", "en", "Agence France-Presse"),
        (f"By Agence France-Presse\n\n{BODY}", "en", "Agence France-Presse"),
        (f"МОСКВА, 5 мая — РИА Новости. {BODY}", "ru", "RIA Novosti"),
        (f"По материалам агентства «Интерфакс»\n\n{BODY}", "ru", "Interfax"),
        (f"(나이로비=연합뉴스) 김민수 특파원 = {BODY}", "ko", "Yonhap"),
        (f"(베를린 AFP=연합뉴스) {BODY}", "ko", "Agence France-Presse"),
        (f"{BODY}\n\n(समाचार एजेंसी रॉयटर्स के इनपुट के साथ)", "hi", "Reuters"),
        (f"पीटीआई, नैरोबी। {BODY}", "hi", "Press Trust of India"),
        (f"{BODY} খবর এএফপির।", "bn", "Agence France-Presse"),
        (f"রয়টার্স, নাইরোবি: {BODY}", "bn", "Reuters"),
        (f"{BODY} সূত্র: বিবিসি, রয়টার্স", "bn", "Reuters"),
        (f"{BODY} (Theo Reuters)", "vi", "Reuters"),
        (f"{BODY}\n\nNguyễn An (theo AP)", "vi", "Associated Press"),
        (f"{BODY} Reuters reported that the talks went well.", "en", None),
        (f"{BODY} Reuters could not verify it.", "en", None),
        (f"Reuters, citing two officials, reported on Monday that talks would go on. {BODY}", "en", None),
        (f"(Photo: AFP)\n\n{BODY}", "en", None),
        (f"사진=AP연합뉴스\n\n{BODY}", "ko", None),
        (f"{BODY}\n\nTags: Russia, TASS", "en", None),
        (f"(나이로비) {BODY}", "ko", None),
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
