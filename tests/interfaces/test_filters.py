"""Filters, options and notes of the commands that ask an archive."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.interfaces.cli.app import run

pytestmark = pytest.mark.usefixtures("plain_reader")
Asked = Callable[..., tuple[int, list[dict[str, Any]], str]]
ARTICLES = (
    {"id": "a", "text": "RUS meets PRK on 2023-09-13.", "published": "2023-09-14", "outlet": "One"},
    {"id": "b", "text": "RUS helps PRK.", "published": "2023-10-01", "outlet": "Two", "language": "vi"},
    {"id": "c", "text": "USA blames PRK.", "published": "2023-11-01", "outlet": "Two"},
)


@pytest.fixture
def ask(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    write_lines: Callable[..., str],
) -> Asked:
    """Runs a command on an archive of three events; returns exit code, records and notes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(tmp_path / "w.db"))
    assert run(["add", write_lines("a.jsonl", *ARTICLES)]) == 0
    capsys.readouterr()

    def command(*words: str) -> tuple[int, list[dict[str, Any]], str]:
        code = run(words)
        told = capsys.readouterr()
        return code, [json.loads(line) for line in told.out.splitlines()], told.err

    return command


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ((), 3),
        (("--type", "consult"), 1),
        (("--status", "Occurred"), 3),
        (("--actor", "rus"), 2),
        (("--actor", "RUS", "--actor", "USA"), 3),
        (("--actor", "PRK", "--with", "USA"), 1),
        (("--outlet", "two"), 2),
        (("--language", "vi"), 1),
        (("--since", "2023-10-20"), 1),
        (("--until", "2023-09-30"), 2),
        (("--limit", "2"), 2),
        (("--as-of", "2023-10-01"), 3),
    ],
)
def test_filters_of_events(ask: Asked, words: tuple[str, ...], number: int) -> None:
    code, found, _ = ask("events", *words)
    assert (code, len(found)) == (0, number)


@pytest.mark.parametrize("command", ["events", "timeline", "forecasts"])
def test_a_day_that_is_none_is_refused_before_any_archive_is_opened(ask: Asked, command: str) -> None:
    code, found, err = ask(command, "--as-of", "soon", "--archive", "nowhere.db")
    assert (code, found) == (2, [])
    assert "--as-of soon" in err
    assert ask(command, "--since", "2023-99-01", "--archive", "nowhere.db")[0] == 2


@pytest.mark.parametrize("command", ["conflicts", "forecasts"])
def test_conflicts_and_forecasts_take_the_filters_of_events(ask: Asked, command: str) -> None:
    words = ("--actor", "RUS", "--type", "CONSULT", "--since", "2023-01-01", "--language", "en")
    assert ask(command, *words)[:2] == (0, [])
    assert ask(command, "--type", "DANCE")[0] == 2


def test_a_name_that_nobody_bears_is_pointed_out_to_people(ask: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", "Nobody", "--format", "table"]) == 0
    assert "goes by Nobody" in capsys.readouterr().err
    assert run(["timeline", "Nobody", "--format", "table", "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_a_file_of_own_entities_that_is_wrong_stops_before_anything_is_made(ask: Asked, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("people: [a: : b", "utf-8")
    for file in ("own.yaml", "nowhere.yaml"):
        code, _, err = ask("add", "a.jsonl", "--knowledge", file, "--archive", "new.db")
        assert code == 2
        assert err.startswith("dragoman: --knowledge")
        assert not (tmp_path / "new.db").exists()


def test_refresh_counts(ask: Asked) -> None:
    code, (counts,), _ = ask("refresh", "--all")
    assert (code, counts["updated"], counts["events"]) == (0, 3, 3)


def test_relations_by_name_and_period(ask: Asked) -> None:
    code, found, _ = ask("relations", "RUS", "PRK")
    assert code == 0 and [(one["a"], one["b"], one["events"]) for one in found] == [
        ("RUS", "PRK", 1),
        ("RUS", "PRK", 1),
    ]
    assert [one["from"] for one in found] == ["2023-09-01", "2023-10-01"]
    code, found, _ = ask("relations", "--since", "2023-10-20")
    assert [(one["a"], one["b"]) for one in found] == [("PRK", "USA")]
    assert ask("relations", "--by", "fortnight")[0] == 2


def test_the_record_of_sources_takes_the_filters_of_events(ask: Asked) -> None:
    assert ask("forecasts", "--by", "source")[:2] == (0, [])
    assert ask("forecasts", "--by", "weather")[0] == 2


def test_trends_and_networks_of_relations(ask: Asked) -> None:
    code, (trend,), _ = ask("relations", "RUS", "PRK", "--trend")
    assert (code, trend["a"], trend["b"], trend["by"], trend["direction"]) == (0, "RUS", "PRK", "month", "unknown")
    assert [len(point["behind"]) for point in trend["points"]] == [1, 1]
    code, (network,), _ = ask("relations", "--network")
    assert (code, {side["id"] for side in network["sides"]}) == (0, {"PRK", "RUS", "USA"})
    _, (around,), _ = ask("relations", "USA", "--network")
    assert [(tie["a"], tie["b"]) for tie in around["ties"]] == [("USA", "PRK")]
    assert ask("relations", "USA", "PRK", "--network")[0] == 2
    assert ask("relations", "USA", "--trend", "--by", "all")[0] == 2


@pytest.mark.parametrize("words", [("--network",), ("RUS", "PRK", "--trend")])
def test_trends_and_networks_are_drawn(
    ask: Asked, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(["relations", *words, "--format", "table"]) == 0
    assert "PRK" in capsys.readouterr().out
