"""Judgements: what a person joins, parts and rejects stays so, and undoing it gives back what was there."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.interfaces.cli.app import run
from dragoman.store import Archive

pytestmark = pytest.mark.usefixtures("plain_reader")
HELPS = (
    {"id": "a", "text": "RUS helps PRK on 2023-09-13.", "published": "2023-09-14", "outlet": "One"},
    {"id": "b", "text": "RUS helps PRK on 2023-09-13.", "published": "2023-09-15", "outlet": "Two"},
    {"id": "c", "text": "RUS helps PRK on 2023-12-01.", "published": "2023-12-02", "outlet": "Two"},
)


@pytest.fixture
def judged(tmp_path: Path, write_lines: Callable[..., str]) -> Iterator[Archive]:
    """Two events: one told by a and b, one by c."""
    with Archive(tmp_path / "w.db", create=True) as archive:
        archive.add(write_lines("a.jsonl", *HELPS))
        yield archive


def held(archive: Archive) -> list[set[str]]:
    return [{evidence.article for evidence in event.evidence} for event in archive.events()]


def test_joining_two_events_and_undoing_it(judged: Archive) -> None:
    before = [event.to_dict() for event in judged.events()]
    made = judged.merge("c/0", "a/0")
    assert held(judged) == [{"a", "b", "c"}]
    assert [one.id for one in judged.judgements()] == [made.id] and made.event == "a/0"
    assert judged.undo(made.id).kind == "same"
    assert [event.to_dict() for event in judged.events()] == before and not judged.judgements()


@pytest.mark.parametrize("report", ["a/0", "b/0"])
def test_a_report_taken_out_leaves_alone(judged: Archive, report: str) -> None:
    before = [event.to_dict() for event in judged.events()]
    made = judged.split("a/0", report)
    assert held(judged) == [{"a"}, {"b"}, {"c"}]
    judged.undo(made.id)
    assert [event.to_dict() for event in judged.events()] == before


def test_a_rejected_report_leaves_the_ledger_and_stays_in_its_reading(judged: Archive) -> None:
    made = judged.reject("c/0")
    assert held(judged) == [{"a", "b"}] and made.event is None
    assert (reading := judged.reading("c")) is not None and reading.reports
    judged.undo(made.id)
    assert len(held(judged)) == 2


def test_judgements_outlive_further_articles_and_a_new_reading(
    judged: Archive, write_lines: Callable[..., str]
) -> None:
    judged.merge("a/0", "c/0")
    judged.add(write_lines("d.jsonl", {"id": "d", "text": "USA blames RUS.", "published": "2024-01-01"}))
    judged.reread(every=True)
    assert held(judged) == [{"a", "b", "c"}, {"d"}]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda archive: archive.merge("a/0", "b/0"), "one event already"),
        (lambda archive: archive.merge("a/0", "nothing"), "no event nothing"),
        (lambda archive: archive.split("c/0", "c/0"), "dragoman reject c/0"),
        (lambda archive: archive.split("c/0", "a/0"), "has no report a/0"),
        (lambda archive: archive.reject("x"), "no report x"),
        (lambda archive: archive.undo("j0"), "no judgement j0"),
    ],
)
def test_what_makes_no_sense_is_refused(judged: Archive, act: Callable[[Archive], Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        act(judged)


def test_judgements_that_contradict_name_the_one_to_undo(judged: Archive) -> None:
    parted = judged.split("a/0", "b/0")
    with pytest.raises(UsageError, match=f"undo {parted.id}"):
        judged.merge("a/0", "b/0")
    judged.undo(parted.id)
    joined = judged.merge("a/0", "c/0")
    with pytest.raises(UsageError, match=f"undo {joined.id}"):
        judged.split("a/0", "c/0")


def test_an_event_says_why_its_reports_are_one(judged: Archive) -> None:
    (event,) = (one for one in judged.events() if one.id == "a/0")
    (reason,) = judged.reasons(event)
    assert (reason.report, reason.other) == ("b/0", "a/0") and reason.score is not None
    assert {one.feature for one in reason.findings} >= {"parties", "dates"}
    judged.merge("a/0", "c/0")
    (event,) = judged.events()
    assert [reason.score is None for reason in judged.reasons(event)] == [False, True]


def test_the_commands(judged: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--archive", str(tmp_path / "w.db"))
    assert run(["merge", "a/0", "c/0", *place]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["kind"] == "same" and made["event"] == "a/0"
    assert run(["show", "judgements", *place]) == 0
    assert json.loads(capsys.readouterr().out) == made
    assert run(["undo", made["id"], "--format", "table", *place]) == 0
    assert "taken back" in capsys.readouterr().err
    assert run(["undo", made["id"], *place]) == 2
