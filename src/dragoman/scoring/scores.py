"""Scoring the reader and the ledger against annotated text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET

from dragoman.clean import Cleaned, clean_page
from dragoman.engines import map_articles
from dragoman.errors import SourceError
from dragoman.records import Article, Reading, Record, Report
from dragoman.scoring.gold import GoldReport, GoldText, load_gold
from dragoman.scoring.matching import (
    fits_name,
    fits_report,
    fits_time,
    pair,
    report_agreement,
    same_by,
    same_dates,
    same_place,
)
from dragoman.scoring.metrics import Score, bcubed, score_of
from dragoman.sources import ArticleObject, RawPage

__all__ = ["KINDS", "Miss", "ScoreSheet", "article_of", "score_file", "score_texts", "statement_fields"]

KINDS = ("times", "names", "reports", "status", "dates", "place", "by", "events")
ALL = "all"


class Miss(Record, frozen=True, kw_only=True):
    """One thing not found, or found where there is none, or found with something wrong in it."""

    article: str
    language: str
    kind: str
    error: str
    what: str
    text: str


class ScoreSheet(Record, frozen=True, kw_only=True):
    """All scores, by language and kind, and every miss behind them."""

    scores: tuple[Score, ...]
    misses: tuple[Miss, ...]


def score_file(path: str | Path, jobs: int | None = None) -> ScoreSheet:
    """Read the texts of a gold file or folder afresh and compare. Raises SourceError for broken gold."""
    return score_texts(load_gold(Path(path)), jobs)


def score_texts(texts: Sequence[GoldText], jobs: int | None = None) -> ScoreSheet:
    """Read annotated texts and compare what was found with what was to be found."""
    articles = [article_of(text) for text in texts]
    sheet = _Sheet()
    for text, (article, reading) in zip(texts, map_articles(articles, jobs), strict=True):
        if not isinstance(reading, Reading):
            raise SourceError(f"{article.id}: {reading.reason}")
        sheet.take(text, article, reading)
    return sheet.finished()


def article_of(text: GoldText) -> Article:
    """Return an annotated text as the article that it is read from. Raises SourceError where there is no text."""
    known = {key: getattr(text, key) for key in ArticleObject.__struct_fields__ if hasattr(text, key)}
    cleaned = clean_page(RawPage(origin=str(text.id), kind="object", fields=ArticleObject(**known)))
    if not isinstance(cleaned, Cleaned):
        raise SourceError(f"gold text {text.id}: {cleaned.reason}")
    return cleaned.article


@dataclass(frozen=True)
class _Rule:
    """When something found fits something wanted, and which of several fits is the better one."""

    fits: Callable[[Any, Any], bool]
    agreement: Callable[[Any, Any], float] = lambda _found, _wanted: 0.0


class _Sheet:
    """The tally of one run: counts by language and kind, misses, and what the ledger needs."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        self._misses: list[Miss] = []
        self._readings: list[tuple[Article, Reading]] = []
        self._grouped: list[tuple[str, str, str]] = []

    def take(self, text: GoldText, article: Article, reading: Reading) -> None:
        language = text.language or reading.language or "unknown"
        place = _Place(article, language, reading)
        if text.times is not UNSET:
            self._compare(place, "times", reading.times, text.times or (), _Rule(fits_time))
        if text.names is not UNSET:
            self._compare(place, "names", reading.names, text.names or (), _Rule(fits_name))
        if text.reports is not UNSET:
            self._readings.append((article, reading))
            self._take_reports(place, tuple(text.reports or ()))

    def finished(self) -> ScoreSheet:
        languages = sorted({language for language, _ in self._counts})
        scores = []
        clusters = self._clusters()
        for language in [*languages, ALL]:
            for kind in KINDS:
                if kind == "events":
                    items = [(a, b) for a, b, told in clusters if language in (ALL, told)]
                    scores += [bcubed(language, items)] if items else []
                elif (language, kind) in self._counts or language == ALL:
                    scores += [score_of(language, kind, *self._total(language, kind))]
        return ScoreSheet(scores=tuple(x for x in scores if x.gold or x.found), misses=tuple(self._misses))

    def _total(self, language: str, kind: str) -> tuple[int, int, int]:
        rows = [row for (told, name), row in self._counts.items() if name == kind and language in (ALL, told)]
        gold, found, right = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
        return gold, found, right

    def _compare(
        self, place: _Place, kind: str, found: Sequence[Any], wanted: Sequence[Any], rule: _Rule
    ) -> dict[int, int]:
        pairs = pair(found, wanted, rule.fits, rule.agreement)
        self._count(place.language, kind, len(wanted), len(found), len(pairs))
        for j in sorted(set(range(len(wanted))) - set(pairs.values())):
            self._misses.append(place.miss(kind, "missed", wanted[j]))
        for i in sorted(set(range(len(found))) - set(pairs)):
            self._misses.append(place.miss(kind, "false alarm", found[i]))
        return pairs

    def _take_reports(self, place: _Place, wanted: Sequence[GoldReport]) -> None:
        found = place.reading.reports
        rule = _Rule(fits_report, lambda report, gold: report_agreement(place.reading, report, gold))
        pairs = self._compare(place, "reports", found, wanted, rule)
        for i, j in sorted(pairs.items()):
            report, gold = found[i], wanted[j]
            status = None if gold.status is UNSET else report.status == gold.status
            checks = {
                "status": status,
                "dates": same_dates(report, gold),
                "place": same_place(report, gold),
                "by": same_by(report, gold),
            }
            for kind, right in checks.items():
                if right is not None:
                    self._count(place.language, kind, 1, 1, int(right))
                if right is False:
                    self._misses.append(place.wrong(kind, report, gold))
            if isinstance(gold.event, str):
                self._grouped.append((report.id, gold.event, place.language))

    def _count(self, language: str, kind: str, *more: int) -> None:
        row = self._counts[language, kind]
        for index, number in enumerate(more):
            row[index] += number

    def _clusters(self) -> list[tuple[str, str, str]]:
        """Found cluster, gold cluster and language of each matched report whose event was annotated."""
        if not self._grouped:
            return []
        from dragoman.ledger import Statement, build_ledger

        statements = [
            Statement(**fields)
            for article, reading in self._readings
            for fields in statement_fields(article, reading)
        ]
        holders = build_ledger(statements).aliases
        return [(holders.get(report, report), event, language) for report, event, language in self._grouped]


class _Place:
    """Where a comparison takes place: the article, and the sentence around each thing."""

    def __init__(self, article: Article, language: str, reading: Reading) -> None:
        self.article = article
        self.language = language
        self.reading = reading

    def miss(self, kind: str, error: str, thing: Any) -> Miss:
        return self._miss(kind, error, _told(thing), self._sentence_of(thing))

    def wrong(self, kind: str, report: Report, gold: GoldReport) -> Miss:
        what = f"{_told(report)} instead of {_told(gold)}"
        return self._miss(kind, "wrong", what, self._sentence_of(report))

    def _miss(self, kind: str, error: str, what: str, text: str) -> Miss:
        return Miss(article=self.article.id, language=self.language, kind=kind, error=error, what=what, text=text)

    def _sentence_of(self, thing: Any) -> str:
        if isinstance(thing, Report):
            return self._text(thing.sentence)
        if quote := getattr(thing, "quote", None):
            return str(quote)
        start = getattr(thing, "start", None)
        if start is None:
            start = self.reading.text.find(getattr(thing, "text", None) or "\0")
        for index, sentence in enumerate(self.reading.sentences):
            if sentence.start <= start < sentence.end:
                return self._text(index)
        return ""

    def _text(self, index: int) -> str:
        sentence = self.reading.sentences[index]
        return " ".join(self.reading.text[sentence.start : sentence.end].split())


def statement_fields(article: Article, reading: Reading) -> Iterable[dict[str, Any]]:
    """Return the fields of the ledger's statement for each report of a reading, in order."""
    for report in reading.reports:
        sentence = reading.sentences[report.sentence]
        yield {
            "report": report,
            "article": article.id,
            "outlet": reading.outlet or article.outlet,
            "url": article.url,
            "published": reading.published or article.published,
            "language": reading.language,
            "quote": reading.text[sentence.start : sentence.end],
            "start": sentence.start,
            "end": sentence.end,
            "reader": reading.reader,
        }


def _told(thing: Any) -> str:
    """A found or wanted thing in one line, the same way on both sides."""
    if isinstance(thing, Report | GoldReport):
        sides = " > ".join(",".join(_labels(side)) or "-" for side in (thing.actors, thing.recipients))
        if isinstance(thing, Report):
            time = (thing.time.earliest, thing.time.latest) if thing.time else (None, None)
            place = thing.place.country or thing.place.name if thing.place else None
            by = _labels(thing.attribution)
        else:
            time, place = (thing.earliest or None, thing.latest or None), thing.place or None
            by = list(thing.by or ())
        said = f" by {','.join(by)}" if by else ""
        status = "" if thing.status is UNSET else str(thing.status)
        return f"{thing.type} {sides} {status} {time[0] or ''}..{time[1] or ''} {place or ''}{said}".strip()
    plain = {key: value for key, value in msgspec.to_builtins(thing).items() if value is not None}
    kept = [str(plain[key]) for key in ("text", "type", "entity", "earliest", "latest") if key in plain]
    return " ".join(kept)


def _labels(side: Iterable[Any]) -> list[str]:
    return [one if isinstance(one, str) else one.country or one.entity or one.name or "?" for one in side]
