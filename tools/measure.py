"""Measures the reader on gold and writes the figures that `dragoman languages` shows.

usage: python tools/measure.py GOLD
"""

from __future__ import annotations

import sys

import msgspec

from dragoman.scoring import score_file
from dragoman.scoring.languages import SCORES


def main(gold: str) -> None:
    """Write scores by language and kind into the package; print what was written."""
    figures: dict[str, dict[str, dict[str, float | None]]] = {}
    for score in score_file(gold).scores:
        shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        figures.setdefault(score.language, {})[score.kind] = shares
    text = msgspec.json.format(msgspec.json.encode(figures), indent=1).decode() + "\n"
    SCORES.write_text(text, "utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
