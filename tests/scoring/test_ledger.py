"""A ledger compared with annotated events."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import SourceError
from dragoman.knowledge import load as load_knowledge
from dragoman.scoring.ledger import LedgerScores, score_ledger, told_without_fault
from dragoman.scoring.ledger_gold import load_ledger_gold
from dragoman.scoring.metrics import bcubed_across

VISIT = {"type": "CONSULT", "status": "occurred", "actors": ["RUS"], "recipients": ["PRK"], "event": "visit"}
PLAN = VISIT | {"status": "planned", "earliest": "2023-10-18", "latest": "2023-10-19"}
PAGE = {"language": "en", "published": "2023-10-16", "text": "Visit.", "reports": [PLAN | {"quote": "Visit."}]}
LATER = {"language": "vi", "published": "2023-10-19", "text": "Thăm.", "reports": [VISIT | {"quote": "Thăm."}]}
EVENT = {
    "event": "visit",
    "status": "occurred",
    "history": [{"status": "planned", "said": "2023-10-16"}, {"status": "occurred", "said": "2023-10-19"}],
    "origins": [["a"], ["b"]],
    "conflicts": [],
    "forecasts": [{"article": "a", "status": "planned", "outcome": "came true"}],
}


def scored(folder: Path, event: dict[str, Any]) -> LedgerScores:
    texts = [PAGE | {"id": "a", "outlet": "First"}, LATER | {"id": "b", "outlet": "Second"}]
    (folder / "x.jsonl").write_text("".join(json.dumps(one) + "\n" for one in texts))
    (folder / "x.events.jsonl").write_text(json.dumps(event) + "\n")
    gold = load_ledger_gold(folder)
    return score_ledger(gold, told_without_fault(gold, load_knowledge()), "2025-12-31")


def test_a_ledger_as_annotated_is_all_right(tmp_path: Path) -> None:
    sheet = scored(tmp_path, EVENT)
    assert not sheet.misses
    assert {score.kind: score.f1 for score in sheet.scores} == {
        "events": 1.0, "events across languages": 1.0, "history": 1.0, "status": 1.0, "origins": 1.0,
        "forecasts": 1.0, "conflicts": None,
    }  # fmt: skip
    assert sheet.void == 0.0


def test_what_is_other_than_annotated_is_told(tmp_path: Path) -> None:
    other = EVENT | {"status": "cancelled", "origins": [["a", "b"]], "conflicts": [{"kind": "date"}]}
    sheet = scored(tmp_path, other | {"history": [{"status": "occurred", "said": "2023-10-19"}]})
    assert [miss.kind for miss in sheet.misses] == ["history", "status", "origins", "conflicts"]


def test_events_are_wanted(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps(PAGE) + "\n")
    with pytest.raises(SourceError, match="no annotated event"):
        load_ledger_gold(tmp_path)


def test_across_languages_only_those_pairs_count() -> None:
    score = bcubed_across([("a", "1", "en"), ("a", "1", "vi"), ("b", "1", "en")])
    assert (score.precision, score.recall) == (1.0, 0.5)
