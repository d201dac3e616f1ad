"""Measures the types of reports on PLOVER's own coded sentences, which stand outside the project.

    python tools/plover_measure.py plover_gsr.json [--misses]

The file uses an older list of types (DEMAND, DISAPPROVE, INVESTIGATE, FIGHT). A sentence counts as right where a
report of its type is read in it; those of which nothing is read are counted apart. Nothing is fitted to the file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from dragoman.pipeline import load_context, read_article
from dragoman.records import Article

TODAY = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "CONCEDE",
}  # fmt: skip


def main() -> None:
    """Print how many sentences have a report of their type."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was read instead")
    given = parser.parse_args()
    context = load_context()
    outcomes: Counter[str] = Counter()
    by_type: dict[str, Counter[str]] = {}
    for record in json.loads(given.file.read_text("utf-8")):
        wanted = TODAY.get(record["event"], record["event"])
        if wanted == "DOCUMENT":
            continue
        article = Article(id=record["id"], text=record["text"], published=record.get("date"), language="en")
        reports = read_article(article, context).reports
        found = {report.type for report in reports} | {report.plover for report in reports}
        outcome = "right" if wanted in found else "other" if found else "nothing"
        outcomes[outcome] += 1
        by_type.setdefault(wanted, Counter())[outcome] += 1
        if given.misses and outcome != "right":
            print(f"{wanted} {sorted(found)} [{record['eventText']}] {record['text']}")
    total = outcomes.total()
    share = outcomes["right"] / total
    print(f"{outcomes['right']} of {total} right ({share:.2f}), {outcomes['nothing']} without report")
    for kind, counts in sorted(by_type.items()):
        print(f"  {kind:10} {counts['right']:3} right {counts['other']:3} other {counts['nothing']:3} nothing")


if __name__ == "__main__":
    main()
