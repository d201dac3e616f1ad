import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean import MAX_TEXT, Cleaned, Defaults, clean_page, fingerprint
from dragoman.records import Article
from dragoman.sources import ArticleObject, RawPage, Refusal


def cleaned(defaults: Defaults | None = None, **fields: object) -> Article:
    page = RawPage(origin="test", kind="object", fields=ArticleObject(**fields))  # type: ignore[arg-type]
    result = clean_page(page, defaults)
    assert isinstance(result, Cleaned), result
    return result.article


def refused(kind: str = "object", body: bytes = b"", **fields: object) -> str:
    page = RawPage(origin="test", kind=kind, body=body, fields=ArticleObject(**fields))  # type: ignore[arg-type]
    result = clean_page(page)
    assert isinstance(result, Refusal), result
    return result.reason


def test_text_is_normalised_once_and_otherwise_kept_as_it_came() -> None:
    article = cleaned(text="হ\u09dfতো \r\n Hoa\u0300")
    assert article.text == unicodedata.normalize("NFC", "হ\u09dfতো \r\n Hoà")
    assert "\r\n" in article.text


def test_a_title_goes_before_text_that_does_not_begin_with_it() -> None:
    assert cleaned(title="A title", text="The text.").text == "A title\n\nThe text."
    assert cleaned(title="A title", text=" A title\nThe text.").text == " A title\nThe text."
    assert cleaned(title="A title", text="").text == "A title"


def test_an_id_is_kept_a_url_is_known_again_and_outlets_keep_copies_apart() -> None:
    assert cleaned(text="x", id=7, url="https://a.example/1").id == "7"
    assert cleaned(text="x", url="https://a.example/1").id == cleaned(text="y", url="https://a.example/1").id
    assert cleaned(text="x", outlet="A").id != cleaned(text="x", outlet="B").id
    assert cleaned(text="x", outlet="A").id == cleaned(Defaults(outlet="A"), text="x").id


def test_parts_of_an_identity_do_not_run_together() -> None:
    assert cleaned(text="bc", outlet="a").id != cleaned(text="c", outlet="ab").id


def test_what_is_given_goes_before_what_holds_for_all() -> None:
    defaults = Defaults(published="2023-01-01", outlet="All", language="hi")
    article = cleaned(defaults, text="x", published="2023-09-14T10:00:00+06:00", language="bn-BD")
    assert (article.published, article.outlet, article.language) == ("2023-09-14T10:00:00+06:00", "All", "bn")
    assert article.published_how == "given"
    assert cleaned(defaults, text="x").published == "2023-01-01"
    assert cleaned(text="x", published=" ").published is None


@pytest.mark.parametrize("date", ["9999-01-01", "yesterday", "2023-13-01", "14/09/2023", "0001-01-01"])
def test_a_date_that_cannot_be_is_refused(date: str) -> None:
    assert date in refused(text="x", published=date)


def test_basic_iso_forms_are_written_out() -> None:
    assert cleaned(text="x", published="20230914").published == "2023-09-14"
    assert cleaned(text="x", published="2023-W37-4").published == "2023-09-14"


def test_nothing_to_read_is_refused() -> None:
    assert refused(text=" \n") == "the text is empty"
    assert "neither text nor html" in refused(title="only")
    assert "longer than" in refused(text="x" * (MAX_TEXT + 1))
    assert "no article text" in refused(html="<html><body></body></html>")


@pytest.mark.parametrize("text", ["\u0301\u0301\u09cd", "\u200f\u200e", "😀😀", "\u200b.", "ꯃꯤꯇꯩ"])
def test_strange_text_is_an_article_all_the_same(text: str) -> None:
    assert cleaned(text=text).text == unicodedata.normalize("NFC", text)


def test_encodings() -> None:
    russian = "Президент России прибыл во вторник в Пхеньян с визитом, сообщает агентство. " * 3
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251"):
        page = RawPage(origin="test", kind="text", body=russian.encode(encoding))
        result = clean_page(page)
        assert isinstance(result, Cleaned) and result.article.text == russian, encoding


def test_bytes_that_are_no_text_are_refused() -> None:
    assert "binary" in refused("text", bytes(range(256)) * 20)
    broken = "পুতিন উত্তর কোরিয়া সফর করেছেন।".encode()
    assert "not UTF-8 at byte" in refused("text", broken[:30] + b"\xff" + broken[30:])
    assert "not UTF-8 at byte" in refused("text", b"caf\xe9")


PAGE = """<!doctype html><html lang="en"><head><title>Leaders meet | The Heron</title>
<meta property="og:site_name" content="The Heron"><meta property="og:title" content="Leaders meet">
<meta property="article:published_time" content="2023-09-14T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Leaders meet</h1>
<p>{0}</p><p>{0}</p></article><footer>All rights reserved</footer></body></html>""".format(
    "The two leaders met on Wednesday in the port city, the ministry said in a statement to reporters."
)


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    result = clean_page(RawPage(origin="test", kind="html", body=PAGE.encode()))
    assert isinstance(result, Cleaned)
    article = result.article
    assert article.text.startswith("Leaders meet") and "All rights" not in article.text
    assert (article.title, article.published, article.published_how) == (
        "Leaders meet",
        "2023-09-14",
        "page metadata",
    )
    assert article.outlet == "The Heron" and not result.id_given
    in_object = cleaned(html=PAGE, published="2023-09-15", outlet="Mine")
    assert (in_object.published, in_object.outlet) == ("2023-09-15", "Mine")


def test_a_page_may_declare_its_encoding() -> None:
    russian = "Президент прибыл во вторник в столицу с визитом, сообщает агентство новостей. " * 4
    page = (
        f'<html><head><meta charset="windows-1251"></head><body><article><p>{russian}</p></article></body></html>'
    )
    result = clean_page(RawPage(origin="test", kind="html", body=page.encode("cp1251")))
    assert isinstance(result, Cleaned) and "Президент прибыл" in result.article.text


def test_fingerprints_tell_versions_apart() -> None:
    one = cleaned(id="1", text="x")
    assert fingerprint(one) == fingerprint(cleaned(id="1", text="x"))
    assert (
        len({fingerprint(x) for x in (one, cleaned(id="1", text="y"), cleaned(id="1", text="x", outlet="A"))}) == 3
    )


@given(st.text(max_size=200), st.none() | st.text(max_size=30), st.none() | st.text(max_size=30))
def test_every_text_is_cleaned_or_refused_and_cleaning_is_idempotent(
    text: str, title: str | None, published: str | None
) -> None:
    page = RawPage(origin="test", kind="object", fields=ArticleObject(text=text, title=title, published=published))
    result = clean_page(page)
    if isinstance(result, Cleaned):
        article = result.article
        again = cleaned(text=article.text, title=article.title, published=article.published)
        assert again == article
