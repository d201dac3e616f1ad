"""Lists and records over HTTP: filters, cursors, forms, what has not changed, what goes wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from litestar.testing import TestClient

from dragoman.records import Record
from dragoman.store import Archive

LISTS = ("events", "stories", "articles", "actors", "relations", "conflicts", "forecasts")


def plain(records: Iterable[Record]) -> Any:
    return msgspec.json.decode(msgspec.json.encode(list(records)))


def test_events_are_the_records_of_the_ledger(client: TestClient[Any], archive_path: Path) -> None:
    with Archive(archive_path) as archive:
        assert client.get("/api/events").json()["items"] == plain(archive.events())
        chosen = client.get("/api/events", params={"actor": "RUS", "type": "aid"}).json()["items"]
        assert chosen == plain(archive.events(actor="RUS", type="AID"))
        assert chosen
        for event in archive.events():
            assert client.get(f"/api/events/{event.id}").json() == plain([event])[0]


@pytest.mark.parametrize("kind", LISTS)
def test_cursors_give_each_record_once(client: TestClient[Any], kind: str) -> None:
    whole = client.get(f"/api/{kind}").json()["items"]
    found, cursor = [], {}
    while True:
        answer = client.get(f"/api/{kind}", params={"limit": 1, **cursor}).json()
        found += answer["items"]
        if answer["next"] is None:
            break
        cursor = {"cursor": answer["next"]}
    assert found == whole


def test_the_next_page_is_linked(client: TestClient[Any]) -> None:
    answer = client.get("/api/events?limit=1&type=CONSULT")
    following = answer.headers["link"].partition(">")[0].strip("<")
    assert client.get(following).json()["items"] == client.get("/api/events?type=CONSULT").json()["items"][1:2]


def test_what_has_not_changed_is_not_sent_again(
    client: TestClient[Any], archive_path: Path, write_lines: Callable[..., str]
) -> None:
    first = client.get("/api/events")
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get("/api/events", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/events?format=csv", headers=known).status_code == 200
    with Archive(archive_path) as archive:
        archive.add(write_lines("more.jsonl", {"id": "a4", "text": "EGY meets SDN."}))
    assert client.get("/api/events", headers=known).status_code == 200


@pytest.mark.parametrize("kind", LISTS)
def test_every_list_is_a_table_too(client: TestClient[Any], kind: str) -> None:
    answer = client.get(f"/api/{kind}", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == len(client.get(f"/api/{kind}").json()["items"])


def test_events_are_feeds_too(client: TestClient[Any]) -> None:
    feed = ElementTree.fromstring(client.get("/api/events?format=atom&actor=PRK").content)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == len(client.get("/api/events?actor=PRK").json()["items"])
    calendar = client.get("/api/events?format=ics")
    assert calendar.text.startswith("BEGIN:VCALENDAR")
    assert calendar.headers["content-type"].startswith("text/calendar")


@pytest.mark.parametrize(
    ("url", "status", "parameters"),
    [
        ("/api/events?since=yesterday", 400, ["since"]),
        ("/api/events?since=2023-13-01", 400, ["since"]),
        ("/api/events?since=2024-01-01&until=2023-01-01", 400, ["since", "until"]),
        ("/api/events?type=PARTY", 400, ["type"]),
        ("/api/events?actr=RUS", 400, ["actr"]),
        ("/api/archive?limit=1", 400, ["limit"]),
        ("/api/events?limit=501", 400, ["limit"]),
        ("/api/events?cursor=AAAA", 400, ["cursor"]),
        ("/api/events?format=pdf", 400, ["format"]),
        ("/api/events/none", 404, None),
        ("/api/articles/none/such", 404, None),
        ("/api/relations/RUS", 404, None),
        ("/api/nothing", 404, None),
    ],
)
def test_what_goes_wrong_is_told(
    client: TestClient[Any], url: str, status: int, parameters: list[str] | None
) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem.get("parameters")) == (status, parameters)
    assert problem["request"] == answer.headers["x-request-id"]


def test_other_methods_and_forms_are_refused(client: TestClient[Any]) -> None:
    assert client.put("/api/events").status_code == 405
    assert client.get("/api/events", headers={"Accept": "image/png"}).status_code == 406


def test_a_fault_of_ours_says_nothing_of_itself(client: TestClient[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(Archive, "event_page", fail)
    answer = client.get("/api/events")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json()["request"]


def test_only_known_names_are_answered(client: TestClient[Any]) -> None:
    assert client.get("/api/events", headers={"Host": "elsewhere.example"}).status_code == 421
    assert client.get("/api/events", headers={"Host": "[::1]:8000"}).status_code == 200


def test_every_answer_is_guarded(client: TestClient[Any]) -> None:
    for url in ("/", "/api/events", "/api/nothing", "/schema", "/health"):
        headers = client.get(url).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_about_and_health(client: TestClient[Any]) -> None:
    about = client.get("/api/archive").json()
    assert (about["articles"], about["reports"]) == (3, 6)
    assert {one["key"] for one in about["languages"]} == {"en", "hi"}
    assert client.get("/health").json()["state"] == about["state"]
    assert {one["code"] for one in client.get("/api/languages").json()} >= {"bn", "hi", "vi", "en"}


def test_a_question_that_takes_too_long_ends(archive_path: Path) -> None:
    from dragoman.errors import TooSlowError
    from dragoman.store import connection

    with Archive.for_readers(archive_path, seconds=0.05) as archive:
        with pytest.raises(TooSlowError), connection.reading(archive._engine) as held:
            held.exec_driver_sql(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
            )
        assert archive.counts()["articles"] == 3
