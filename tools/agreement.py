"""Measures whether the same events come out of the same page in different languages.

    python tools/agreement.py PAGES.jsonl [--from en] [--to bn,hi,vi] [--misses]

PAGES.jsonl holds one page in one language a line: `page`, `language` and its `sentences`, or articles with an
`id` that ends in the language (`page-en`) and a `text`. What is compared is what a report says apart from words:
its type and the countries of all its parties (an entity where a party has none). Of those that the page gives in
the first language, each counted as often as it is told, the share that it gives in the other language too.
`--misses` prints what only one of the two gives.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.engines import map_articles
from dragoman.records import Article, Reading, Report

Told = tuple[str, frozenset[str]]
"""A report's type, and the countries of its parties."""


def articles(path: Path) -> Iterator[tuple[str, Article]]:
    """Return the page and the article of each line."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        page, language = row.get("page") or row["id"].rsplit("-", 1)[0], row["language"]
        text = row.get("text") or "\n".join(row["sentences"])
        yield page, Article(id=f"{page}-{language}", text=text, language=language)


def told(report: Report) -> Told:
    """Return what a report says apart from words."""
    parties = (*report.actors, *report.recipients)
    return report.type, frozenset(party.country or party.entity or party.name or "?" for party in parties)


def read(path: Path, languages: tuple[str, ...]) -> dict[str, dict[str, Counter[Told]]]:
    """Return what the pages tell: language -> page -> how often each thing is told."""
    pages = [(page, article) for page, article in articles(path) if article.language in languages]
    found: dict[str, dict[str, Counter[Told]]] = defaultdict(dict)
    for (page, article), (_, reading) in zip(pages, map_articles([one for _, one in pages], 2), strict=True):
        if isinstance(reading, Reading):
            found[article.language or ""][page] = Counter(told(report) for report in reading.reports)
    return found


def main() -> None:
    """Print the table, and with `--misses` what only one side tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--from", dest="first", default="en")
    parser.add_argument("--to", default="bn,hi,vi")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    others = tuple(options.to.split(","))
    found = read(options.pages, (options.first, *others))
    first = found[options.first]
    total = sum(counts.total() for counts in first.values())
    print(f"{options.first}: {total} reports on {sum(bool(c) for c in first.values())} of {len(first)} pages")
    shares = []
    for language in others:
        pages = found[language]
        shared = sum((counts & pages.get(page, Counter())).total() for page, counts in first.items())
        own = sum(counts.total() for counts in pages.values())
        shares.append(shared / total if total else 0.0)
        print(f"{language}: {own} reports, {shared} of {total} shared ({shares[-1]:.2f})")
    print(f"on average {sum(shares) / len(shares):.2f}")
    if options.misses:
        for page, counts in sorted(first.items()):
            for language in others:
                theirs = found[language].get(page, Counter())
                for sign, rest in (("-", counts - theirs), ("+", theirs - counts)):
                    for (kind, parties), number in sorted(rest.items(), key=str):
                        print(f"  {page} {language} {sign}{number} {kind} {', '.join(sorted(parties))}")


if __name__ == "__main__":
    main()
