"""Measures the reader on gold: writes what `dragoman languages`, docs/measured.md and docs/precision.md show.

usage: python tools/measure.py

What `dragoman languages` shows is measured on the blind sets together, which no rule was written from.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import precision
from names_gold import files, measure, rows

from dragoman.packs.loader import load_packs
from dragoman.scoring import Score, score_texts
from dragoman.scoring.gold import GoldText, load_gold
from dragoman.scoring.languages import SCORES

ROOT = Path(__file__).parents[1]
GOLD = {
    "blind": "The blind half of the samples: whole articles, which no rule was written from",
    "blind-short": "The second blind set: short articles on other subjects, which no rule was written from",
    "blind-fifth": "The third blind set: dense articles by other hands, for measuring alone",
    "open": "The open half of the samples, which rules may be written from",
    "second": "A second open set: denser short articles by other hands",
    "third": "A third open set, of the same kind",
    "fourth": "A fourth open set, of the same kind and denser; blind when it was made",
    "fifth": "A fifth open set, of the same kind; blind when it was made",
}
BLIND = ("blind", "blind-short", "blind-fifth")
PAGE = ROOT / "docs" / "measured.md"
TIMES = ROOT / "tests" / "gold" / "time"
TIME_PAGE = ROOT / "docs" / "time.md"
TIME_BEGIN = "<!-- measured by tools/measure.py: begin -->\n"
TIME_END = "<!-- measured by tools/measure.py: end -->\n"
NAMES = ROOT / "tests" / "gold" / "names"
NAMES_PAGE = ROOT / "docs" / "names.md"
NAMES_BEGIN = "<!-- names measured by tools/measure.py: begin -->\n"
NAMES_END = "<!-- names measured by tools/measure.py: end -->\n"
INTRODUCTION = """# Measured

Written by `make scores`. Gold is annotated by hand after [coding.md](coding.md); `dragoman score tests/gold/blind
--misses` shows every miss and false alarm. A report is right where its type and the full sets of its actors and
recipients are; status, dates, place and source (`by`) are measured on the reports that were found; `events` is
BCubed over them. Sets are small (46 articles, 240, and 204 to 300 short ones), so the second digit means little.
Each set was annotated by one person, not the same for all; where the conventions leave room, mostly in who is
named as the recipient of what a state does to its own people, the sets differ.

The short sets have Russian and Korean texts too.
"""


def main() -> None:
    """Write the figures of all sets."""
    parts = [INTRODUCTION]
    found = {name: texts_of(name) for name in GOLD}
    for name, title in GOLD.items():
        parts.append(f"## {title}\n\n{table(score_texts(found[name], jobs=None).scores)}")
    shown = figures(score_texts([text for name in BLIND for text in found[name]], jobs=None).scores)
    measure_time(shown)
    precision.main()
    measure_names()
    SCORES.write_bytes(msgspec.json.format(msgspec.json.encode(shown), indent=1) + b"\n")
    PAGE.write_text("\n".join(parts), "utf-8")


def texts_of(name: str) -> list[GoldText]:
    """Return the texts of a set, of the languages that have an event lexicon."""
    read = {code for code, pack in load_packs().items() if pack.events is not None}
    paths = sorted((ROOT / "tests" / "gold" / name).glob("*.jsonl"))
    return [text for path in paths for text in load_gold(path) if text.language in read]


def measure_time(shown: dict[str, dict[str, dict[str, float | None]]]) -> None:
    """Write how well times are read into docs/time.md, and the blind figures into what `languages` shows."""
    halves = {"open": TIMES, "blind": TIMES / "blind"}
    found: dict[str, dict[str, Score]] = {}
    for half, folder in halves.items():
        texts = [text for path in sorted(folder.glob("*.jsonl")) for text in load_gold(path)]
        for score in score_texts(texts, jobs=None).scores if texts else ():
            if score.kind == "times" and score.language != "all":
                found.setdefault(score.language, {})[half] = score
                if half == "blind":
                    shown.setdefault(score.language, {}).update(figures((score,))[score.language])
    lines = ["| language | half | expressions | precision | recall | F1 |", "|---|---|--:|--:|--:|--:|"]
    for language, scores in sorted(found.items()):
        for half, score in scores.items():
            shares = " | ".join(f"{share or 0:.3f}" for share in (score.precision, score.recall, score.f1))
            lines.append(f"| {language} | {half} | {score.gold} | {shares} |")
    put_between(TIME_PAGE, (TIME_BEGIN, TIME_END), lines)


def measure_names() -> None:
    """Write how well names are found into docs/names.md."""
    lines = []
    for title, folder in (("Blind half", NAMES / "blind"), ("Open half", NAMES)):
        texts = [text for path in files(folder) for text in load_gold(path)]
        lines += [f"{title}:", "", *rows(measure(texts)), ""]
    put_between(NAMES_PAGE, (NAMES_BEGIN, NAMES_END), lines[:-1])


def put_between(page: Path, marks: tuple[str, str], lines: list[str]) -> None:
    """Put lines between two marks of a page."""
    before, _, rest = page.read_text("utf-8").partition(marks[0])
    _, _, after = rest.partition(marks[1])
    page.write_text(f"{before}{marks[0]}\n{chr(10).join(lines)}\n\n{marks[1]}{after}", "utf-8")


def figures(scores: tuple[Score, ...]) -> dict[str, dict[str, dict[str, float | None]]]:
    """Return precision, recall and F1 by language and kind."""
    found: dict[str, dict[str, dict[str, float | None]]] = {}
    for score in scores:
        shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        found.setdefault(score.language, {})[score.kind] = shares
    return found


def table(scores: tuple[Score, ...]) -> str:
    """Return one row for each language and kind."""
    rows = [
        "| language | what | annotated | found | right | precision | recall |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for score in scores:
        shares = " | ".join("" if share is None else f"{share:.2f}" for share in (score.precision, score.recall))
        counts = f"{score.gold} | {score.found} | {score.right}"
        rows.append(f"| {score.language} | {score.kind} | {counts} | {shares} |")
    return "\n".join([*rows, ""])


if __name__ == "__main__":
    main()
