"""Answers are given out again for as long as nothing changes, and not a moment longer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from dragoman.interfaces.api import KeptAnswers, ServeOptions, create_app
from dragoman.interfaces.api import kept as room
from dragoman.store import Archive


class Counting:
    """An application that counts what it is asked, and answers with the number."""

    def __init__(self, headers: list[tuple[bytes, bytes]] | None = None, status: int = 200) -> None:
        self.asked, self.headers, self.status = 0, headers or [], status

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": str(self.asked).encode()})


def ask(app: Any, **how: Any) -> str:
    return TestClient(app).get("/api/events", **how).text


def test_the_same_question_is_answered_once_for_each_state() -> None:
    state = [1]
    app = KeptAnswers(Counting(), lambda: (0, state[0]))
    assert [ask(app), ask(app)] == ["1", "1"]
    assert ask(app, params={"limit": "2"}) == "2"
    state[0] = 2
    assert [ask(app), ask(app)] == ["3", "3"]


def test_of_many_changes_those_that_can_wait_are_seen_later(monkeypatch: pytest.MonkeyPatch) -> None:
    state = [0, 1]
    app = KeptAnswers(Counting(), lambda: (state[0], state[1]))
    assert ask(app) == "1"
    state[1] = 2
    assert ask(app) == "2", "the first change shows at once"
    state[1] = 3
    assert ask(app) == "2"
    state[0] = 1
    assert ask(app) == "3", "a judgement never waits"
    state[1] = 4
    TestClient(app).post("/api/articles")
    assert ask(app) == "5", "nor does what was changed here"
    state[1] = 5
    monkeypatch.setattr(room, "BEHIND", 0.0)
    assert ask(app) == "6"


def test_what_an_answer_depends_on_is_told_apart() -> None:
    app = KeptAnswers(Counting(), lambda: (0, 1))
    headers = [{"Accept": "text/csv"}, {"Accept-Language": "bn"}, {"HX-Request": "true"}, {"Cookie": "theme=dark"}]
    assert [ask(app, headers=one) for one in headers] == ["1", "2", "3", "4"]
    assert ask(app, headers=headers[1]) == "2"


@pytest.mark.parametrize(
    ("headers", "status"), [([(b"set-cookie", b"ui=bn")], 200), ([], 404), ([], 503), ([], 500)]
)
def test_what_is_for_one_reader_or_went_wrong_is_not_kept(headers: list[tuple[bytes, bytes]], status: int) -> None:
    app = KeptAnswers(Counting(headers, status), lambda: (0, 1))
    assert [ask(app), ask(app)] == ["1", "2"]


def test_requests_with_a_token_are_passed_on() -> None:
    app = KeptAnswers(Counting(), lambda: (0, 1))
    assert [ask(app, headers={"Authorization": "Bearer x"}) for _ in range(2)] == ["1", "2"]


def test_changes_are_passed_on() -> None:
    app = KeptAnswers(Counting(), lambda: (0, 1))
    assert [TestClient(app).post("/api/articles").text for _ in range(2)] == ["1", "2"]


def test_nothing_is_kept_where_the_state_cannot_be_told() -> None:
    app = KeptAnswers(Counting(), lambda: None)
    assert [ask(app), ask(app)] == ["1", "2"]


def test_answers_age(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SECONDS", 0.0)
    app = KeptAnswers(Counting(), lambda: (0, 1))
    assert [ask(app), ask(app)] == ["1", "2"]


def test_the_oldest_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ALTOGETHER", 2)
    app = KeptAnswers(Counting(), lambda: (0, 1))
    first, second = {"limit": "1"}, {"limit": "2"}
    assert [ask(app, params=first), ask(app, params=second), ask(app, params={"limit": "3"})] == ["1", "2", "3"]
    assert [ask(app, params=second), ask(app, params=first)] == ["2", "4"]


def test_an_archive_that_changes_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "small.db"
    article = '{"id": "a", "language": "en", "published": "2024-05-02", "text": "France invaded Atlantis."}\n'
    (tmp_path / "a.jsonl").write_text(article)
    with Archive(path, create=True) as archive:
        inner = create_app(path, ServeOptions(hosts=("testserver.local",)))
        app: Any = KeptAnswers(inner, inner.state.reader.watch())
        with TestClient(inner):
            client = TestClient(app)
            first, again = client.get("/api/articles"), client.get("/api/articles")
            assert first.json() == again.json()
            assert first.headers["x-request-id"] != again.headers["x-request-id"]
            assert first.headers["content-security-policy"] == again.headers["content-security-policy"]
            archive.add(tmp_path / "a.jsonl")
            assert [one["id"] for one in client.get("/api/articles").json()["items"]] == ["a"]
