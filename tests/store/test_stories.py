"""Stories of an archive, on the terminal, over HTTP and as pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from dragoman.interfaces.api import create_app
from dragoman.interfaces.cli.app import run
from dragoman.records import Story
from dragoman.store import Archive
from dragoman.store.filters import EventFilter
from dragoman.store.stories import is_id

TALKS = "RUS meets PRK on 2023-09-13. They spoke about satellites, rockets and the harvest."
ARTICLES = (
    {"id": "a1", "title": "Talks <b>", "text": TALKS, "outlet": "One", "published": "2023-09-14"},
    {"id": "a2", "text": f"{TALKS} The talks took an hour.", "outlet": "Two", "published": "2023-09-15"},
    {"id": "a3", "text": "USA blames CHN for a fire in a bakery.", "published": "2023-09-15"},
)


@pytest.fixture
def path(tmp_path: Path, plain_reader: None, write_lines: Callable[..., str]) -> Path:
    found = tmp_path / "stories.db"
    with Archive(found, create=True) as archive:
        archive.add(write_lines("articles.jsonl", *ARTICLES))
    return found


@pytest.fixture
def story(path: Path) -> Story:
    with Archive(path) as archive:
        (found,) = archive.stories()
    return found


def test_articles_about_one_course_of_events(path: Path, story: Story) -> None:
    assert story.articles == ("a1", "a2")
    assert is_id(story.id)
    with Archive(path) as archive:
        assert archive.story(story.id) == story
        assert archive.story("a1") is None
        assert [event.id for event in archive.events_of(story)] == list(story.events)
        assert [article.outlet for article in archive.articles_of(story)] == ["One", "Two"]
        assert archive.stories(EventFilter(actor=("PRK",))) == [story]
        assert archive.stories(EventFilter(actor=("USA",))) == []
        assert archive.stories(EventFilter(limit=0)) == []


def test_arrival_changes_no_story(
    path: Path, story: Story, tmp_path: Path, write_lines: Callable[..., str]
) -> None:
    with Archive(tmp_path / "other.db", create=True) as other:
        for article in reversed(ARTICLES):
            other.add(write_lines("one.jsonl", article))
        assert other.stories() == [story]


def test_a_new_text_of_an_article_gets_a_new_trace(path: Path, write_lines: Callable[..., str]) -> None:
    with Archive(path) as archive:
        archive.add(write_lines("new.jsonl", ARTICLES[1] | {"text": "Snow fell on the hills of Wales all night."}))
        assert archive.stories() == []


def test_on_the_terminal(path: Path, story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", "--archive", str(path), "--format", "table"]) == 0
    assert story.id in capsys.readouterr().out
    assert run(["show", story.id, "--archive", str(path), "--format", "table"]) == 0
    shown = capsys.readouterr().out
    assert "Talks <b>" in shown
    assert all(event in shown for event in story.events)
    assert run(["show", story.id, "--archive", str(path), "--format", "jsonl"]) == 0
    assert f'"id":"{story.id}"' in capsys.readouterr().out


def test_over_http_and_as_pages(path: Path, story: Story) -> None:
    with TestClient(create_app(path), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        found: dict[str, Any] = client.get("/api/stories").json()
        assert found["items"] == [client.get(f"/api/stories/{story.id}").json()]
        assert client.get("/api/stories/s000000000000").status_code == 404
        client.headers["Accept"] = "text/html"
        assert story.id in client.get("/stories").text
        page = client.get(f"/stories/{story.id}").text
        assert "Talks &lt;b&gt;" in page
        assert client.get("/stories/none").status_code == 404
