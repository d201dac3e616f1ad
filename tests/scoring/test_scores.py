import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import SourceError
from dragoman.scoring import ScoreSheet, score_file
from dragoman.scoring.metrics import bcubed

MEETING = {"type": "CONSULT", "actors": ["RUS", "PRK"], "status": "occurred"}


@pytest.fixture
def score(tmp_path: Path, plain_reader: None) -> Any:
    def run(*texts: dict[str, Any]) -> ScoreSheet:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(text) + "\n" for text in texts))
        return score_file(path, jobs=1)

    return run


def shares(sheet: ScoreSheet, language: str = "all") -> dict[str, tuple[float | None, float | None]]:
    return {x.kind: (x.precision, x.recall) for x in sheet.scores if x.language == language}


def test_counts_by_language_and_kind(score: Any) -> None:
    sheet = score(
        {"id": "1", "text": "RUS meets PRK. RUS helps PRK.", "reports": [MEETING]},
        {"id": "2", "text": "RUS blames BLR.", "language": "vi", "reports": [], "names": []},
        {"id": "3", "text": "RUS blames BLR.", "times": []},
    )
    assert shares(sheet, "en") == {"reports": (0.5, 1.0), "status": (1.0, 1.0)}
    assert shares(sheet, "vi") == {"reports": (0.0, None), "names": (0.0, None)}
    assert shares(sheet)["reports"] == (0.3333, 1.0)
    assert [(miss.error, miss.text) for miss in sheet.misses if miss.kind == "reports"] == [
        ("false alarm", "RUS helps PRK."),
        ("false alarm", "RUS blames BLR."),
    ]


def test_a_miss_shows_its_sentence(score: Any) -> None:
    wanted = {"type": "AID", "actors": ["PRK"], "recipients": ["RUS"], "quote": "He helped."}
    (miss,) = score({"id": "1", "text": "He helped.", "reports": [wanted]}).misses
    assert (miss.error, miss.text, miss.article) == ("missed", "He helped.", "1")


def test_dates_count_on_matched_reports_only(score: Any) -> None:
    dated = MEETING | {"earliest": "2023-09-13", "latest": "2023-09-13", "status": "planned"}
    sheet = score(
        {"id": "1", "text": "RUS meets PRK on 2023-09-13.", "reports": [dated]},
        {"id": "2", "text": "Nothing.", "reports": [dated]},
    )
    assert shares(sheet) == {"reports": (1.0, 0.5), "status": (0.0, 0.0), "dates": (1.0, 1.0)}


def test_bcubed_of_known_clusterings() -> None:
    assert (lambda x: (x.precision, x.recall))(bcubed("all", [("a", "1"), ("a", "1"), ("b", "2")])) == (1.0, 1.0)
    together = bcubed("all", [("a", "1"), ("a", "2")])
    assert (together.precision, together.recall) == (0.5, 1.0)
    apart = bcubed("all", [("a", "1"), ("b", "1")])
    assert (apart.precision, apart.recall) == (1.0, 0.5)


def test_broken_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "x"}\n{"text": "y", "names": [{"text": "z"}]}\n')
    with pytest.raises(SourceError, match="line 2"):
        score_file(path)
    with pytest.raises(SourceError, match="no such"):
        score_file(tmp_path / "none")
