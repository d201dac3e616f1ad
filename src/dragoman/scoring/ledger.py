"""How well a ledger is made, against annotated events: as our reader reads the articles, or one without fault."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from msgspec import structs

from dragoman.engines import map_articles
from dragoman.errors import SourceError
from dragoman.knowledge import Knowledge
from dragoman.ledger import Ledger, Statement, build_ledger, forecasts
from dragoman.ledger.beside import with_tolls
from dragoman.records import Event, Evidence, Forecast, Reading, Record
from dragoman.scoring.gold import GoldReport
from dragoman.scoring.ledger_gold import GoldEvent, GoldForecast, GoldLedger, faultless
from dragoman.scoring.matching import fits_report, pair, report_agreement
from dragoman.scoring.metrics import Score, bcubed, bcubed_across, score_of
from dragoman.scoring.scores import article_of, statement_fields
from dragoman.store import traces

__all__ = ["LedgerMiss", "LedgerScores", "Told", "score_ledger", "told_by_reader", "told_without_fault"]


class LedgerMiss(Record, frozen=True, kw_only=True):
    """Something of an event that is other than annotated."""

    event: str
    kind: str
    what: str


class LedgerScores(Record, frozen=True, kw_only=True):
    """The scores by kind, the share of forecasts that are void, and what is wrong."""

    scores: tuple[Score, ...]
    void: float | None
    misses: tuple[LedgerMiss, ...]


class Told(NamedTuple):
    """The statements of all articles, and of those that fit an annotated report: its event and its language."""

    statements: list[Statement]
    labels: dict[str, tuple[str, str]]


def told_without_fault(gold: GoldLedger, knowledge: Knowledge, jobs: int | None = None) -> Told:
    """Return what a faultless reader makes of the articles; sentences and days are those that ours finds."""
    told = Told([], {})
    articles = [article_of(text) for text in gold.texts]
    for text, (article, reading) in zip(gold.texts, map_articles(articles, jobs), strict=True):
        statements = faultless(text, article, knowledge, gold.events)
        if isinstance(reading, Reading):
            statements = [_in_its_sentence(one, reading) for one in statements]
            trace = with_tolls(traces.made(article, reading), reading, [one.report for one in statements])
            statements = [structs.replace(one, trace=trace) for one in statements]
        told.statements.extend(statements)
        for statement, report in zip(statements, text.reports or (), strict=True):
            _label(told, statement.report.id, report, text.language)
    return told


def _in_its_sentence(one: Statement, reading: Reading) -> Statement:
    """Return a statement with the number of the sentence in which our reader finds it."""
    number = next((n for n, s in enumerate(reading.sentences) if s.start <= one.start < s.end), 0)
    return structs.replace(one, report=structs.replace(one.report, sentence=number))


def told_by_reader(gold: GoldLedger, jobs: int | None = None) -> Told:
    """Return what our reader makes of the articles. Raises SourceError where one cannot be read."""
    told = Told([], {})
    articles = [article_of(text) for text in gold.texts]
    for text, (article, reading) in zip(gold.texts, map_articles(articles, jobs), strict=True):
        if not isinstance(reading, Reading):
            raise SourceError(f"{article.id}: {reading.reason}")
        trace = traces.made(article, reading)
        told.statements.extend(Statement(**fields, trace=trace) for fields in statement_fields(article, reading))
        wanted = tuple(text.reports or ())
        for i, j in pair(reading.reports, wanted, fits_report, partial(report_agreement, reading)).items():
            _label(told, reading.reports[i].id, wanted[j], text.language)
    return told


def _label(told: Told, id: str, report: GoldReport, language: str | None) -> None:
    if isinstance(report.event, str):
        told.labels[id] = report.event, language or ""


def score_ledger(gold: GoldLedger, told: Told, as_of: str) -> LedgerScores:
    """Build the ledger of what was told and compare it with the annotated events; forecasts as of a day.

    Clusters are scored over the reports that fit annotated ones. Each annotated event is compared with the event
    that holds most of its reports; of one that was not found at all, everything is wrong. A whole is annotated
    without its parts: of its history and origins, only what tells the whole itself is compared.
    """
    ledger = build_ledger(told.statements)
    items = [(ledger.aliases[id], event, language) for id, (event, language) in sorted(told.labels.items())]
    events = _matched(gold.events, ledger, items)
    said = {text.id: text.published for text in gold.texts}
    marks = list(_marks(gold.events, events, ledger))
    outcomes, void = _outcomes(gold.events, events, forecasts(ledger.events, told.statements, as_of), said)
    clashes, counts = _conflicts(gold.events, events, ledger)
    kinds: dict[str, list[bool]] = defaultdict(list)
    for kind, right in [*((m.kind, not m.what) for m in marks), *((m.kind, not m.what) for m in outcomes)]:
        kinds[kind].append(right)
    scores = [bcubed("all", [(a, b) for a, b, _ in items]), bcubed_across(items)]
    found = {"forecasts": sum("not found" not in one.what for one in outcomes)}
    scores += [
        score_of("all", kind, len(rights), found.get(kind, len(events)), sum(rights))
        for kind, rights in kinds.items()
    ]
    scores.append(score_of("all", "conflicts", *counts))
    misses = [miss for miss in [*marks, *outcomes, *clashes] if miss.what]
    return LedgerScores(scores=tuple(scores), void=void, misses=tuple(misses))


def _matched(
    wanted: Sequence[GoldEvent], ledger: Ledger, items: Iterable[tuple[str, str, str]]
) -> dict[str, Event]:
    """Return the found event of each annotated one: one to one, the largest overlaps first."""
    known = {event.id: event for event in ledger.events}
    shared = Counter((b, a) for a, b, _ in items)
    names = {event.event for event in wanted}
    found: dict[str, Event] = {}
    taken: set[str] = set()
    for (name, id), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if name in names and name not in found and id not in taken:
            found[name] = known[id]
            taken.add(id)
    return found


def _marks(wanted: Sequence[GoldEvent], events: Mapping[str, Event], ledger: Ledger) -> Iterator[LedgerMiss]:
    """Compare the fields of events; what is right comes back as a miss of nothing."""
    for gold in wanted:
        event = events.get(gold.event)
        own = [one for one in event.evidence if ledger.aliases[one.report] == event.id] if event else []
        checks: dict[str, tuple[object, object]] = {
            "history": (_first_said(own), {one.status: one.said for one in gold.history}),
            "status": (event and event.status, gold.status),
            "origins": (_origins(event, own), len(gold.origins)),
        }
        for kind, (has, wants) in checks.items():
            yield LedgerMiss(event=gold.event, kind=kind, what="" if has == wants else f"{has}, not {wants}")


def _first_said(own: Iterable[Evidence]) -> dict[str, str | None]:
    """Return each status of an event with the first day on which it was said."""
    said: dict[str, str | None] = {}
    for one in sorted(own, key=lambda one: (one.published is None, one.published or "")):
        said.setdefault(one.status, one.published and one.published[:10])
    return said


def _origins(event: Event | None, own: Iterable[Evidence]) -> int | None:
    """Return how many origins have an article that tells the event itself."""
    if event is None:
        return None
    articles = {one.article for one in own}
    return sum(not articles.isdisjoint(one.articles) for one in event.origins)


def _outcomes(
    wanted: Sequence[GoldEvent],
    events: Mapping[str, Event],
    found: Sequence[Forecast],
    said: Mapping[str | int | None, str | None],
) -> tuple[list[LedgerMiss], float | None]:
    """Compare each annotated forecast with the one of its event and direction; where there are more, its day's."""
    by_event: dict[str, list[Forecast]] = defaultdict(list)
    for one in found:
        by_event[one.event].append(one)
    marks = []
    for gold in wanted:
        event = events.get(gold.event)
        own = by_event[event.part_of or event.id] if event else []
        for expected in gold.forecasts:
            nearest = _nearest(own, expected, said.get(expected.article))
            outcome = nearest.outcome if nearest else "not found"
            what = f"{expected.article}: {outcome}, not {expected.outcome}"
            right = outcome == expected.outcome
            marks.append(LedgerMiss(event=gold.event, kind="forecasts", what="" if right else what))
    void = sum(one.outcome == "void" for one in found) / len(found) if found else None
    return marks, void


def _nearest(own: Sequence[Forecast], expected: GoldForecast, day: str | None) -> Forecast | None:
    fitting = [one for one in own if one.expects == expected.expects]
    window = expected.window
    return max(
        fitting,
        key=lambda one: (one.said == (day or "")[:10], window is not None and one.window == tuple(window)),
        default=None,
    )


def _conflicts(
    wanted: Sequence[GoldEvent], events: Mapping[str, Event], ledger: Ledger
) -> tuple[list[LedgerMiss], tuple[int, int, int]]:
    """Compare the kinds of conflict of each event; return what is wrong and how many are gold, found and right."""
    names = {event.id: name for name, event in events.items()}
    found = {(names.get(event.id, event.id), one.kind) for event in ledger.events for one in event.conflicts}
    gold = {(event.event, one.kind) for event in wanted for one in event.conflicts}
    wrong = [LedgerMiss(event=a, kind="conflicts", what=f"{kind} missed") for a, kind in sorted(gold - found)]
    wrong += [LedgerMiss(event=a, kind="conflicts", what=f"false {kind}") for a, kind in sorted(found - gold)]
    return wrong, (len(gold), len(found), len(gold & found))
