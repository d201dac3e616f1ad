"""Lists the reports of some texts for judging by hand, and sums up the verdicts.

    python scripts/judge.py list TEXTS.jsonl > sheet.jsonl    one report a line, `verdict` and `cause` empty
    python scripts/judge.py draw TEXTS.jsonl 200 [OLD.jsonl]  the first 200 by a hash of what each is;
                                                              what reads as in OLD keeps its verdict
    python scripts/judge.py show TEXTS.jsonl sheet.jsonl      the rows not judged yet, beside their sentences
    python scripts/judge.py sum sheet.jsonl                   how many are right, and what is wrong with the rest

A sheet holds no sentence of the texts: a report is known by its article, the offsets of its sentence and trigger
(code points of the reading's text) and its gloss. TEXTS.jsonl holds article objects (`id`, `text`, `published`,
`language`).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from dragoman.pipeline import load_context, read_article
from dragoman.records import Article, Party, Reading, Report

Row = dict[str, object]
JUDGED = ("verdict", "cause")


def readings(path: str) -> Iterator[tuple[str, Reading]]:
    """Read the texts one by one."""
    context = load_context()
    for line in Path(path).read_text("utf-8").splitlines():
        given = json.loads(line)
        article = Article(
            id=given["id"], text=given["text"], published=given.get("published"), language=given.get("language")
        )
        yield article.id, read_article(article, context)


def sheet_row(article: str, reading: Reading, report: Report) -> Row:
    """Return what a judge is asked about: every field that a verdict depends on."""
    time, sentence = report.time, reading.sentences[report.sentence]
    return {
        "article": article,
        "language": reading.language,
        "sentence": report.sentence,
        "start": sentence.start,
        "end": sentence.end,
        "at": report.trigger.start,
        "report": report.id,
        "type": "/".join((report.type, *report.mode)),
        "status": report.status,
        "actors": [party(found) for found in report.actors],
        "recipients": [party(found) for found in report.recipients],
        "time": [time.earliest, time.latest] if time else None,
        "place": report.place.name if report.place else None,
        "by": [link.name for link in report.attribution],
        "gloss": report.gloss,
        "verdict": "",
        "cause": "",
    }


def party(found: Party) -> str:
    """Return a party as a judge needs it: its name and country, and by which step it was found."""
    return f"{found.name or '?'} ({found.country or '-'}; {found.how})"


def listed(path: str) -> list[Row]:
    """Return one row a report, in the order of the texts."""
    return [
        sheet_row(article, reading, report) for article, reading in readings(path) for report in reading.reports
    ]


def drawn(path: str, count: int, old: str | None) -> list[Row]:
    """Return the first `count` reports by hash; what was judged before and reads as it did keeps its verdict."""
    rows = sorted(listed(path), key=order)[:count]
    judged = {content(row): row for row in load(old)} if old else {}
    return [
        {**row, **{key: judged[content(row)][key] for key in JUDGED}} if content(row) in judged else row
        for row in rows
    ]


def order(row: Row) -> str:
    """Return the fixed hash by which reports are drawn."""
    return sha256(f"{row['article']}:{row['sentence']}:{row['type']}:{row['at']}".encode()).hexdigest()


def content(row: Row) -> str:
    """Return all of a row that was judged, as one string: the same content has the same verdict."""
    return json.dumps([row.get(key) for key in row if key not in (*JUDGED, "report")], ensure_ascii=False)


def load(path: str) -> list[Row]:
    """Return the rows of a sheet."""
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def show(texts: str, sheet: str) -> None:
    """Print the rows that have no verdict, each below its sentence."""
    read = dict(readings(texts))
    for number, row in enumerate(load(sheet), 1):
        if row["verdict"]:
            continue
        text, start, end = read[str(row["article"])].text, int(str(row["start"])), int(str(row["end"]))
        print(f"\n#{number} {row['article']} {row['at']}\n  {text[start:end]}\n  = {row['gloss']}")
        print("   ", *(f"{key}: {row[key]}" for key in ("type", "status", "actors", "recipients")), sep=" | ")
        print("   ", *(f"{key}: {row[key]}" for key in ("time", "place", "by")), sep=" | ")


def summed(path: str) -> None:
    """Print how many of a sheet are right, by language and by cause."""
    rows = load(path)
    for language in sorted({str(row.get("language", "")) for row in rows}):
        some = [row for row in rows if str(row.get("language", "")) == language]
        print(f"{language:4} {sum(row['verdict'] == 'right' for row in some)} of {len(some)}")
    right = sum(row["verdict"] == "right" for row in rows)
    print(f"{right} of {len(rows)} right ({right / len(rows):.2f})")
    for cause, count in Counter(row["cause"] for row in rows if row["verdict"] != "right").most_common():
        print(f"{count:4}  {cause}")


def main() -> None:
    """List, draw, show or sum up."""
    command, path, *rest = sys.argv[1:]
    if command == "sum":
        summed(path)
    elif command == "show":
        show(path, rest[0])
    else:
        rows = listed(path) if command == "list" else drawn(path, int(rest[0]), rest[1] if rest[1:] else None)
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
