"""Measures the reader on the packs' own examples and the open gold, and keeps what it reached.

usage: python tools/scoreboard.py [--check]

Writes `tests/reading/scoreboard.json`: for each language and set of texts, precision and recall of reports and
the share of right statuses among the reports found, with the counts behind them, and the frames that a pack has
no words for. A test holds every later version to it; a figure may only be lowered by running this on purpose.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import msgspec

from dragoman.packs.loader import DATA, codes, load_frames, load_packs
from dragoman.scoring import score_texts
from dragoman.scoring.gold import GoldText, load_gold

ROOT = Path(__file__).parents[1]
BOARD = ROOT / "tests" / "reading" / "scoreboard.json"
OPEN = [
    ROOT / "tests" / "gold" / name
    for name in ("open", "second", "third", "fourth", "fifth", "events", "ledger/open")
]
FIGURES = ("precision", "recall", "status")


class Example(GoldText, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sentence of a pack's `examples.yaml`: gold, and a note on what it shows."""

    note: str | None = None


def examples(code: str) -> list[Example]:
    """Return a pack's examples as gold. Raises msgspec.ValidationError where one is not in gold form."""
    found = msgspec.yaml.decode((DATA / code / "examples.yaml").read_bytes(), type=list[Example], strict=False)
    return [
        msgspec.structs.replace(example, id=f"{code}-{number}", language=code)
        for number, example in enumerate(found, 1)
    ]


def measure(texts: list[GoldText]) -> dict[str, float | int]:
    """Return the figures of one set of texts, rounded down to three places."""
    scores = {
        score.kind: score for score in score_texts(texts, jobs=1).scores if score.language == texts[0].language
    }
    reports, status = scores["reports"], scores["status"]
    return {
        "precision": floor(reports.precision),
        "recall": floor(reports.recall),
        "status": floor(status.recall),
        "reports": reports.gold,
        "texts": len(texts),
    }


def floor(share: float | None) -> float:
    """Return a share rounded down to three places; nothing to measure counts as nothing reached."""
    return math.floor((share or 0.0) * 1000 + 1e-6) / 1000


def missing_frames(code: str) -> list[str]:
    """Return the frames that a pack has no words for."""
    events = load_packs()[code].events
    return sorted(set(load_frames()) - set(events.frames if events else ()))


def board() -> dict[str, Any]:
    """Return all figures by language."""
    opened = [text for folder in OPEN if folder.is_dir() for text in load_gold(folder)]
    return {
        code: {
            "examples": measure(list(examples(code))),
            "open": measure([text for text in opened if text.language == code]),
            "missing_frames": missing_frames(code),
        }
        for code in codes("events")
    }


def fallen(reached: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """Return, in words, what is worse than what was kept."""
    worse = []
    for code, sets in kept.items():
        for name in ("examples", "open"):
            for figure in FIGURES:
                now, before = reached[code][name][figure], sets[name][figure]
                if now < before:
                    worse.append(f"{code}, {name}: {figure} is {now}, was {before}")
        lost = set(reached[code]["missing_frames"]) - set(sets["missing_frames"])
        worse += [f"{code}: the frame {frame} has no words any more" for frame in sorted(lost)]
    return worse


def main() -> None:
    """Compare with what is kept, or keep what is reached now."""
    reached = board()
    for code, sets in reached.items():
        for name in ("examples", "open"):
            print(code, name, " ".join(f"{key} {value}" for key, value in sets[name].items()))
    if "--check" in sys.argv:
        sys.exit("\n".join(fallen(reached, json.loads(BOARD.read_text("utf-8")))) or 0)
    BOARD.write_text(json.dumps(reached, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
