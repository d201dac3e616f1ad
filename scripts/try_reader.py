"""Reads annotated examples with the reader and shows, text by text, what is right, missed and invented.

    python scripts/try_reader.py examples bn          the pack's own examples.yaml
    python scripts/try_reader.py tests/gold/open hi   gold in the form of `dragoman score`, one language
    python scripts/try_reader.py FILE.txt 2023-09-14  any text: every report, and why others were not made

Options: -q only the figures; -e also explain lines with a miss or a false alarm.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import msgspec

from dragoman.knowledge import load as load_knowledge
from dragoman.packs.loader import DATA, read_frames, read_pack
from dragoman.pipeline import Context, explain_article, load_context
from dragoman.reading.explain import explain_line
from dragoman.reading.language import Language
from dragoman.records import Article, Report
from dragoman.scoring.gold import GoldReport, GoldText, load_gold
from dragoman.scoring.matching import fits_report, pair, report_agreement


def tell(report: Report | GoldReport) -> str:
    """Return one report in one line."""
    if isinstance(report, GoldReport):
        actors, recipients = report.actors or (), report.recipients or ()
        return (
            f"{report.type} {report.status} {list(actors)} -> {list(recipients)} {report.earliest} {report.place}"
        )
    actors = [p.country or p.entity or p.name for p in report.actors]
    recipients = [p.country or p.entity or p.name for p in report.recipients]
    when = report.time.earliest if report.time else None
    said = f"{report.type} {report.status} {actors} -> {recipients} {when}"
    return f"{said} <{report.trigger.text}> {report.confidence}"


def texts(source: str, language: str) -> list[GoldText]:
    """Return annotated texts of one language."""
    if source == "examples":
        rows = msgspec.yaml.decode((DATA / language / "examples.yaml").read_text("utf-8"))
        objects = [
            {"id": f"{language}-{number}", "language": language, **{k: v for k, v in row.items() if k != "note"}}
            for number, row in enumerate(rows, 1)
        ]
        return msgspec.convert(objects, list[GoldText], strict=False)
    return [text for text in load_gold(Path(source)) if text.language == language]


def one_language(code: str) -> Context:
    """Return a context of one language, so that a half-written pack of another one stands in nobody's way."""
    frames = {frame.id: frame for frame in read_frames()}
    return Context({code: Language(read_pack(code), frames)}, load_knowledge())


def main() -> None:
    """Show the comparison."""
    options = {word for word in sys.argv[1:] if word.startswith("-")}
    source, argument = [word for word in sys.argv[1:] if not word.startswith("-")][:2]
    context = load_context() if Path(source).suffix == ".txt" else one_language(argument)
    if Path(source).suffix == ".txt":
        published = None if argument == "none" else argument
        parsed = explain_article(
            Article(id="x", text=Path(source).read_text("utf-8"), published=published), context
        )
        for line in parsed.lines:
            print(explain_line(line, [r for r in parsed.reading.reports if r.sentence == line.index]))
        return
    gold_count = found_count = right_count = status_right = 0
    for text in texts(source, argument):
        article = Article(id=text.id, text=text.text, published=text.published, language=text.language)
        parsed = explain_article(article, context)
        gold, found = list(text.reports or ()), list(parsed.reading.reports)
        matched = pair(found, gold, fits_report, partial(report_agreement, parsed.reading))
        pairs = list(matched.items())
        hits, wanted = {i for i, _ in pairs}, {j for _, j in pairs}
        gold_count, found_count, right_count = (
            gold_count + len(gold),
            found_count + len(found),
            right_count + len(pairs),
        )
        status_right += sum(found[i].status == gold[j].status for i, j in pairs)
        if "-q" in options or (len(pairs) == len(gold) == len(found)):
            continue
        print(f"== {text.id} {text.published}")
        if source == "examples":
            print("  ", text.text)
        for i, report in enumerate(found):
            if i not in hits:
                line = parsed.lines[report.sentence]
                print("  FALSE ", tell(report), "|", article.text[line.start : line.end])
        for j, report in enumerate(gold):
            if j not in wanted:
                quote = getattr(report, "quote", "") or ""
                print("  MISSED", tell(report), "|", quote)
                start = text.text.find(quote) if quote else -1
                for line in parsed.lines:
                    if line.start <= start + 1 < line.end and line.notes:
                        print("           ", "; ".join(line.notes))
        if "-e" in options:
            for line in parsed.lines:
                print(explain_line(line, [r for r in found if r.sentence == line.index]))
    precision = right_count / found_count if found_count else 0.0
    recall = right_count / gold_count if gold_count else 0.0
    status = status_right / right_count if right_count else 0.0
    print(f"{argument}: precision {precision:.3f} recall {recall:.3f} status {status:.3f}", end=" ")
    print(f"(gold {gold_count}, found {found_count}, right {right_count})")


if __name__ == "__main__":
    main()
