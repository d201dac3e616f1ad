"""Pairing what was found with what was to be found, one to one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import UNSET

from dragoman.records import Link, Name, Party, Reading, Report, Time
from dragoman.scoring.gold import GoldName, GoldReport, GoldTime

__all__ = [
    "fits_name",
    "fits_report",
    "fits_time",
    "pair",
    "report_agreement",
    "same_by",
    "same_dates",
    "same_place",
]

Found = TypeVar("Found")
Wanted = TypeVar("Wanted")


def pair(
    found: Sequence[Found],
    wanted: Sequence[Wanted],
    fits: Callable[[Found, Wanted], bool],
    agreement: Callable[[Found, Wanted], float] = lambda _found, _wanted: 0.0,
) -> dict[int, int]:
    """Return a largest one-to-one pairing, index found to index wanted, the best agreeing pairs first."""
    edges = [(i, j) for i, one in enumerate(found) for j, other in enumerate(wanted) if fits(one, other)]
    edges.sort(key=lambda edge: (-agreement(found[edge[0]], wanted[edge[1]]), edge))
    choices: dict[int, list[int]] = {}
    held: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in edges:
        choices.setdefault(i, []).append(j)
        if i not in taken and j not in held:
            held[j] = i
            taken.add(i)
    for i in sorted(set(choices) - taken):
        _augment(i, choices, held, set())
    return {i: j for j, i in sorted(held.items())}


def _augment(i: int, choices: dict[int, list[int]], held: dict[int, int], tried: set[int]) -> bool:
    """Find `i` a place, moving others to another place of theirs where that makes room (Kuhn's method)."""
    for j in choices[i]:
        if j in tried:
            continue
        tried.add(j)
        if j not in held or _augment(held[j], choices, held, tried):
            held[j] = i
            return True
    return False


def fits_time(time: Time, gold: GoldTime) -> bool:
    """Same words and same interval."""
    return _same_text(time.text, gold.text) and (time.earliest, time.latest) == (gold.earliest, gold.latest)


def fits_name(name: Name, gold: GoldName) -> bool:
    """Same words, same type, and the same entity where one is given."""
    same = _same_text(name.text, gold.text) and name.type == gold.type
    return same and gold.entity in (None, name.entity)


def fits_report(report: Report, gold: GoldReport) -> bool:
    """Same type and the same full sets of parties; of a meeting, all parties together."""
    if report.type != gold.type:
        return False
    if report.type == "CONSULT":
        return _cover((*report.actors, *report.recipients), (*gold.actors, *gold.recipients))
    return _cover(report.actors, gold.actors) and _cover(report.recipients, gold.recipients)


def report_agreement(reading: Reading, report: Report, gold: GoldReport) -> float:
    """How much more two fitting reports share, so that repeated acts are paired with their own words."""
    sentence = reading.sentences[report.sentence]
    quote = unicodedata.normalize("NFC", gold.quote).strip() if gold.quote else None
    words = reading.text[sentence.start : sentence.end].strip()
    score = 4.0 if quote and (quote in words or words in quote) else 0.0
    score += 2.0 * (report.status == gold.status)
    score += 1.0 * (same_dates(report, gold) is True) + 0.5 * (same_by(report, gold) is True)
    return score


def same_dates(report: Report, gold: GoldReport) -> bool | None:
    """Whether the interval is the same; None where the gold has none annotated."""
    if gold.earliest is UNSET and gold.latest is UNSET:
        return None
    wanted = (gold.earliest or None, gold.latest or None)
    return (
        report.time.earliest if report.time else None,
        report.time.latest if report.time else None,
    ) == wanted


def same_place(report: Report, gold: GoldReport) -> bool | None:
    """Whether country or name of the place are the same; None where the gold has none annotated."""
    if gold.place is UNSET:
        return None
    if gold.place is None or report.place is None:
        return gold.place is None and report.place is None
    return str(gold.place) in (report.place.country, report.place.name)


def same_by(report: Report, gold: GoldReport) -> bool | None:
    """Whether the same sources tell it, in any order; a nameless source counts on neither side."""
    if gold.by is UNSET:
        return None
    named = [link for link in report.attribution if link.entity or link.country or link.name]
    return _cover(named, tuple(gold.by or ()))


def _cover(found: Iterable[Party | Link], labels: Iterable[str]) -> bool:
    """Every party falls on a label, and no label is left without one."""
    wanted = set(labels)
    covered: set[str] = set()
    for one in found:
        hit = wanted & {one.entity or "", one.country or ""}
        if not hit:
            return False
        covered |= hit
    return covered == wanted


def _same_text(found: str, wanted: str) -> bool:
    return found == unicodedata.normalize("NFC", wanted)
