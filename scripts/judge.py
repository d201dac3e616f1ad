"""Lists the reports of some texts for judging by hand, and sums up the verdicts.

    python scripts/judge.py list TEXTS.jsonl > sheet.jsonl    one report a line, `verdict` and `cause` empty
    python scripts/judge.py sum docs/evaluation/sheet.jsonl   how many are right, and what is wrong with the rest

A sheet holds no sentence of the texts: a report is known by its article, the offset of its trigger and its gloss.
TEXTS.jsonl holds article objects (`id`, `text`, `published`, `language`).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from dragoman.pipeline import load_context, read_article
from dragoman.records import Article


def rows(path: str) -> list[dict[str, object]]:
    """Return one row a report, in the order of the texts."""
    context = load_context()
    found: list[dict[str, object]] = []
    for line in Path(path).read_text("utf-8").splitlines():
        given = json.loads(line)
        article = Article(
            id=given["id"], text=given["text"], published=given.get("published"), language=given.get("language")
        )
        for report in read_article(article, context).reports:
            time = report.time
            found.append(
                {
                    "article": article.id,
                    "sentence": report.sentence,
                    "at": report.trigger.start,
                    "report": report.id,
                    "type": "/".join((report.type, *report.mode)),
                    "status": report.status,
                    "gloss": report.gloss,
                    "time": [time.earliest, time.latest] if time else None,
                    "by": [link.name for link in report.attribution],
                    "verdict": "",
                    "cause": "",
                }
            )
    return found


def main() -> None:
    """List or sum up."""
    command, path = sys.argv[1:3]
    if command == "list":
        for row in rows(path):
            print(json.dumps(row, ensure_ascii=False))
        return
    judged = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    right = sum(row["verdict"] == "right" for row in judged)
    print(f"{right} of {len(judged)} right ({right / len(judged):.2f})")
    for cause, count in Counter(row["cause"] for row in judged if row["verdict"] != "right").most_common():
        print(f"{count:4}  {cause}")


if __name__ == "__main__":
    main()
