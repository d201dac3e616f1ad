"""Every page: there, linked with its data, escaped, within its policy and its size."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from litestar.testing import TestClient

from dragoman.store import Archive

from .conftest import BAD, PAGES, TOKEN, opened

LARGEST = 300_000


class Page(HTMLParser):
    """The start tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def event_of(client: TestClient[Any]) -> str:
    return str(client.get("/api/events?type=CONSULT&actor=RUS").json()["items"][0]["id"])


@pytest.mark.parametrize("url", [*PAGES, "event", "event?why=1"])
def test_every_page_is_there_with_its_data(client: TestClient[Any], url: str) -> None:
    url = url.replace("event", f"/events/{event_of(client)}") if url.startswith("event") else url
    answer = client.get(url)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.of("html")[0]["lang"] == "en"
    assert len(page.of("h1")) == len(page.of("main")) == 1
    (twin,) = [link["href"] for link in page.of("link") if link.get("type") == "application/json"]
    if url != "/search":
        assert client.get(twin, headers={"Accept": "application/json"}).status_code == 200
    for attributes in page.of("a"):
        if attributes["href"].startswith("/api/"):
            assert client.get(attributes["href"], headers={"Accept": "*/*"}).status_code in (200, 400)


@pytest.mark.parametrize("url", [*PAGES, "event", "/events/none"])
def test_nothing_of_an_article_is_taken_for_markup(client: TestClient[Any], url: str) -> None:
    url = f"/events/{event_of(client)}" if url == "event" else url
    text = client.get(url).text
    page = Page(text)
    assert BAD not in text
    assert "img" not in [name for name, _ in page.tags]
    assert not [a for a in page.of("a") if a["href"].strip().lower().startswith("javascript:")]
    assert all(script.get("src", "").startswith("/static/") for script in page.of("script"))
    assert not page.of("style")
    for _, attributes in page.tags:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith(("on", "hx-on"))]


def test_what_pages_load_is_there_and_small(samples_path: Path) -> None:
    with opened(samples_path) as client:
        busiest = client.get("/api/relations?limit=1").json()["items"][0]
        widest = max(client.get("/api/events?limit=500").json()["items"], key=lambda event: len(event["evidence"]))
        more = (f"/relations/{busiest['a']}..{busiest['b']}", f"/events/{widest['id']}", "/articles/hostile")
        for url in (*[one for one in PAGES if "/a" not in one[8:]], *more):
            answer = client.get(url)
            assert answer.status_code == 200, url
            page = Page(answer.text)
            loaded = {tag["src"] for tag in page.of("script")}
            loaded |= {tag["href"] for tag in page.of("link") if tag["rel"] in ("stylesheet", "icon")}
            if any("charts.js" in one for one in loaded):
                loaded |= {
                    f"/static/charts/{one}.js"
                    for one in ("bars", "drawing", "history", "labels", "map", "network")
                }
                loaded.add("/static/vendor/d3.js")
            size = len(answer.content)
            for one in loaded:
                got = client.get(one)
                assert got.status_code == 200, one
                size += len(got.content)
            assert size < LARGEST, (url, size)


def test_every_font_is_there(client: TestClient[Any]) -> None:
    css = client.get("/static/fonts.css").text
    found = re.findall(r'url\("(fonts/[^"]+)"\)', css)
    assert len(found) > 30
    for one in found:
        assert client.get(f"/static/{one}").status_code == 200


def test_pages_of_an_empty_archive(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Archive(path, create=True).close()
    with opened(path) as client:
        for url in ("/", "/events", "/actors", "/relations", "/forecasts", "/conflicts", "/articles", "/about"):
            assert client.get(url).status_code == 200, url
        assert "dragoman add" in client.get("/").text


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ({"headers": {"Accept-Language": "bn-BD,bn;q=0.9,en;q=0.8"}}, "bn"),
        ({"headers": {"Accept-Language": "fr,vi;q=0.5,hi;q=0.7"}}, "hi"),
        ({"headers": {"Accept-Language": "ja, *;q=0.1, ;;q=x"}}, "en"),
        ({"headers": {"Accept-Language": "vi", "Cookie": "ui=hi"}}, "hi"),
        ({"params": {"ui": "vi"}, "headers": {"Cookie": "ui=hi"}}, "vi"),
        ({"params": {"ui": "xx"}}, "en"),
    ],
)
def test_the_language_is_chosen(client: TestClient[Any], told: dict[str, Any], language: str) -> None:
    answer = client.get("/events", **told)
    assert Page(answer.text).of("html")[0]["lang"] == language
    assert answer.headers["content-language"] == language
    assert ("ui" in answer.cookies) == (told.get("params") == {"ui": "vi"})


@pytest.mark.parametrize("language", ["bn", "hi", "vi"])
def test_every_page_speaks_every_language(samples_path: Path, language: str) -> None:
    with opened(samples_path) as client:
        event = client.get("/api/events?status=disputed").json()["items"][0]["id"]
        urls = [url for url in PAGES if "/a" not in url[8:]]
        for url in (
            *urls,
            f"/events/{event}?why=1",
            "/articles/hostile",
            "/events/none",
            "/forecasts?as-of=2023-09-01",
        ):
            answer = client.get(url, headers={"Accept-Language": language})
            assert answer.status_code in (200, 404), url


def test_the_theme_is_kept(client: TestClient[Any]) -> None:
    assert "data-theme" not in Page(client.get("/").text).of("html")[0]
    assert Page(client.get("/?theme=dark").text).of("html")[0]["data-theme"] == "dark"
    assert Page(client.get("/about").text).of("html")[0]["data-theme"] == "dark"
    assert "data-theme" not in Page(client.get("/?theme=auto").text).of("html")[0]


def test_foreign_words_say_their_language_and_direction(client: TestClient[Any]) -> None:
    page = Page(client.get("/articles/a3").text)
    (text,) = [tag for tag in page.of("div") if tag.get("class") == "text"]
    assert (text["lang"], text["dir"]) == ("ar", "rtl")


def test_empty_fields_are_left_out_of_the_address(client: TestClient[Any]) -> None:
    answer = client.get("/events?actor=RUS&type=&since=&view=table", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?actor=RUS&view=table")


def test_filters_are_those_of_the_api(client: TestClient[Any]) -> None:
    text = client.get("/events?type=AID").text
    for event in client.get("/api/events").json()["items"]:
        assert (f'/events/{quote(event["id"], safe="")}"' in text) == (event["type"] == "AID")


def test_both_forms_of_a_relation(client: TestClient[Any]) -> None:
    answer = client.get("/relations/PRK/RUS", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/relations/PRK..RUS")


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/nothing", 404),
        ("/events/none", 404),
        ("/actors/none", 404),
        ("/events?since=then", 400),
        ("/relations/A", 404),
    ],
)
def test_problems_are_told_to_people(client: TestClient[Any], url: str, status: int) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["x-request-id"] in answer.text
    other = client.get(url, headers={"Accept": "application/json"})
    assert other.headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_says_nothing_of_itself(client: TestClient[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(Archive, "event_page", fail)
    answer = client.get("/events")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_events_are_joined_and_parted_by_form(client: TestClient[Any]) -> None:
    one, other = [event["id"] for event in client.get("/api/events?type=CONSULT").json()["items"]][:2]
    form = {"kind": "merge", "a": one, "b": other, "token": TOKEN}
    assert client.post("/judgements", data={**form, "token": "wrong"}).status_code == 401
    assert client.post("/judgements", data={"kind": "merge", "token": TOKEN}).status_code == 400
    joined = client.post("/judgements", data=form, follow_redirects=False)
    assert joined.status_code == 303
    assert "Undo" in client.get(joined.headers["location"]).text
    (made,) = client.get("/api/judgements").json()
    undo = f"/judgements/{made['id']}/undo"
    assert client.post(undo, data={"token": "wrong"}).status_code == 401
    assert client.post(undo, data={"token": TOKEN}, follow_redirects=False).status_code == 303
    assert client.get("/api/judgements").json() == []


def test_nothing_is_changed_where_no_token_is_set(archive_path: Path) -> None:
    with opened(archive_path, token=None) as client:
        event = event_of(client)
        page = Page(client.get(f"/events/{event}").text)
        assert not [form for form in page.of("form") if form.get("method") == "post"]
        sent = {"kind": "reject", "report": event, "token": ""}
        assert client.post("/judgements", data=sent).status_code == 403


def test_search_marks_its_words(client: TestClient[Any]) -> None:
    text = client.get("/search?q=blames").text
    assert '<mark class="m-hit">blames</mark>' in text
    assert "No sentence" in client.get("/search?q=nowhere").text


def test_a_long_text_is_cut(tmp_path: Path, plain_reader: None, write_lines: Callable[..., str]) -> None:
    path = tmp_path / "long.db"
    with Archive(path, create=True) as archive:
        archive.add(write_lines("long.jsonl", {"id": "long", "text": "RUS meets PRK. " * 20_000}))
    with opened(path) as client:
        answer = client.get("/articles/long")
        assert len(answer.content) < LARGEST
        assert "longer than what is shown" in answer.text
