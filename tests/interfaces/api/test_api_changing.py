"""What changes an archive over HTTP: only with the token, only what makes sense."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from dragoman.interfaces.api import ServeOptions, create_app

from .conftest import TOKEN

BEARER = {"Authorization": f"Bearer {TOKEN}"}
ARTICLE = {"id": "new", "text": "EGY meets SDN on 2023-12-01."}


@pytest.fixture
def locked(archive_path: Path) -> Iterator[TestClient[Any]]:
    """A server that was started without a token."""
    app = create_app(archive_path, ServeOptions(hosts=("test.local",)))
    with TestClient(app, base_url="http://test.local", raise_server_exceptions=False) as opened:
        yield opened


def test_articles_are_taken_from_who_shows_the_token(client: TestClient[Any]) -> None:
    taken = client.post("/api/articles", json=ARTICLE, headers=BEARER)
    assert (taken.status_code, taken.json()["added"]) == (200, 1)
    assert client.get("/api/events?actor=EGY").json()["items"]
    assert client.post("/api/articles", json=[ARTICLE], headers=BEARER).json()["unchanged"] == 1


def test_articles_come_one_a_line_too(client: TestClient[Any]) -> None:
    lines = b'{"id": "l1", "text": "EGY meets SDN."}\n{"id": "l2", "text": "unreadable"}\n'
    taken = client.post("/api/articles", content=lines, headers=BEARER).json()
    assert (taken["added"], taken["quarantined"]) == (1, 1)
    (refused,) = client.get("/api/quarantine").json()
    assert "/tmp" not in refused["origin"]


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer ключ"]
)
def test_without_the_token_nothing_changes(client: TestClient[Any], given: str) -> None:
    headers = {"Authorization": given.encode()} if given else {}
    for answer in (
        client.post("/api/articles", json=ARTICLE, headers=headers),
        client.post("/api/judgements", json={"kind": "reject", "report": "a1/0"}, headers=headers),
        client.delete("/api/judgements/any", headers=headers),
    ):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
    assert client.get("/api/archive").json()["articles"] == 3


def test_a_server_without_a_token_says_what_to_set(locked: TestClient[Any]) -> None:
    answer = locked.post("/api/articles", json=ARTICLE, headers=BEARER)
    assert answer.status_code == 403
    assert "DRAGOMAN_TOKEN" in answer.json()["detail"]


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b'{"text": 5}', b"\xff\xfe", b"[" * 50_000])
def test_what_is_no_article_is_refused(client: TestClient[Any], body: bytes) -> None:
    assert client.post("/api/articles", content=body, headers=BEARER).status_code == 400


def test_too_much_is_refused(archive_path: Path) -> None:
    app = create_app(archive_path, ServeOptions(token=TOKEN, hosts=("test.local",), largest=100))
    with TestClient(app, base_url="http://test.local", raise_server_exceptions=False) as client:
        big = msgspec.json.encode({"text": "word " * 100})
        assert client.post("/api/articles", content=big, headers=BEARER).status_code == 413


def test_judgements_are_made_and_taken_back(client: TestClient[Any]) -> None:
    one, other = client.get("/api/events?type=CONSULT").json()["items"][:2]
    merge = {"kind": "merge", "a": one["id"], "b": other["id"]}
    made = client.post("/api/judgements", json=merge, headers=BEARER)
    assert made.status_code == 201
    event = client.get(f"/api/events/{made.json()['event']}").json()
    assert event["reports"] == 2
    assert client.get("/api/judgements").json() == [made.json()]
    split = {"kind": "split", "event": event["id"], "report": other["id"]}
    assert client.post("/api/judgements", json=split, headers=BEARER).status_code == 400
    assert client.delete(f"/api/judgements/{made.json()['id']}", headers=BEARER).status_code == 200
    assert client.delete(f"/api/judgements/{made.json()['id']}", headers=BEARER).status_code == 404
    assert client.get("/api/judgements").json() == []


@pytest.mark.parametrize(
    "body", [{}, {"kind": "none"}, {"kind": "merge"}, {"kind": "reject", "report": "none"}, []]
)
def test_judgements_that_make_no_sense(client: TestClient[Any], body: Any) -> None:
    assert client.post("/api/judgements", json=body, headers=BEARER).status_code == 400


def test_costly_routes_are_counted(archive_path: Path) -> None:
    app = create_app(archive_path, ServeOptions(hosts=("test.local",), costly=3))
    with TestClient(app, base_url="http://test.local", raise_server_exceptions=False) as client:
        codes = [client.get("/api/search?q=meets").status_code for _ in range(4)]
        assert codes == [200, 200, 200, 429]
        assert client.get("/api/events").status_code == 200


def test_a_locked_archive_says_to_ask_again(
    client: TestClient[Any], archive_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from dragoman.store import connection

    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    other = sqlite3.connect(archive_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = client.post("/api/articles", json=ARTICLE, headers=BEARER)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert client.get("/api/events").status_code == 200
    other.close()


def test_search_over_http(client: TestClient[Any]) -> None:
    (hit,) = client.get("/api/search", params={"q": "blames"}).json()["items"]
    assert hit["text"] == "USA blames CHN on 2023-10-01."
    assert client.get("/api/search").status_code == 400
    for hostile in ('"', "NEAR(", "*", "exact:a", "-", "a\0b", "' OR 1=1 --", "😀", "()", "^" * 400):
        assert client.get("/api/search", params={"q": hostile}).status_code == 200
