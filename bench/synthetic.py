"""Statements of a made-up year, with the truth of which of them tell one event.

Half of all statements speak of the sides of `HOT` pairs of states, as in a year of a few wars. An event is told by
a few articles, in several languages; some announce it, some give its day, some only tell it as news.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.ledger import Statement
from dragoman.records import Link, Party, Place, Report, ReportTime, Status, Trigger

__all__ = ["Told", "bcubed", "year"]

FIRST = date(2023, 1, 1)
DAYS = 365
HOT = 20
STATES = 180
ACCOUNTS = 4
"""Statements of an event, on average."""
APART = 9
"""Days at the least between two events of one type, mode and pair: closer ones nobody could tell apart."""
TYPES = {
    "CONSULT": ("visit", ""), "ASSAULT": ("aerial", "drone", "abduct"), "ACCUSE": ("",), "AID": ("",),
    "SUPPORT": ("",), "REJECT": ("change", "meet"), "SANCTION": ("expel", "discontinue"), "AGREE": ("",),
    "THREATEN": ("violence",), "REQUEST": ("change",), "MOBILIZE": ("troops", "weapons"),
    "COERCE": ("arrest", "seize"),
}  # fmt: skip
PLACED = frozenset(("ASSAULT", "MOBILIZE", "COERCE"))
"""Types of which most accounts name the town."""
ANNOUNCED = frozenset(("CONSULT", "AID", "SANCTION", "AGREE"))
LANGUAGES = ("bn", "hi", "vi", "en")


class Told(NamedTuple):
    """A statement, and the number of the event that it tells."""

    statement: Statement
    event: int


def year(count: int, seed: int = 1) -> list[Told]:
    """Return `count` statements, in order of publication; the same for the same seed."""
    chance = random.Random(seed)
    states = ["".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=3)) for _ in range(STATES)]
    hot = [tuple(chance.sample(states, 2)) for _ in range(HOT)]
    words = [f"word{number}" for number in range(5000)]
    taken: dict[tuple[str, ...], list[int]] = {}
    found: list[Told] = []
    event = 0
    while len(found) < count:
        pair = chance.choice(hot) if chance.random() < 0.5 else tuple(chance.sample(states, 2))
        kind = chance.choice(list(TYPES))
        mode, day = chance.choice(TYPES[kind]), chance.randrange(DAYS)
        days = taken.setdefault((*(sorted(pair) if kind in ("CONSULT", "AGREE") else pair), kind, mode), [])
        if any(abs(day - other) < APART for other in days):
            if chance.random() < 0.9:
                continue
            pair, days = tuple(chance.sample(states, 2)), []
        days.append(day)
        found += [Told(one, event) for one in _accounts(chance, pair, kind, mode, day, event, words)]
        event += 1
    return sorted(found[:count], key=lambda told: (told.statement.published or "", told.statement.article))


def _accounts(
    chance: random.Random, pair: tuple[str, ...], kind: str, mode: str, day: int, event: int, words: list[str]
) -> Iterator[Statement]:
    when = FIRST + timedelta(day)
    for number in range(1 + min(int(chance.expovariate(1 / (ACCOUNTS - 0.5))), 40)):
        ahead = kind in ANNOUNCED and chance.random() < 0.2
        said = when - timedelta(chance.randrange(1, 8)) if ahead else when + timedelta(chance.randrange(4))
        dated = ahead or chance.random() < 0.5
        id = f"r{event:07d}-{number:02d}"
        days = ReportTime(start=0, end=1, earliest=when.isoformat(), latest=when.isoformat()) if dated else None
        placed = kind in PLACED and chance.random() < 0.8
        status: Status = "planned" if ahead else "occurred" if chance.random() < 0.95 else "ongoing"
        sources = (Link(start=0, end=1, name=f"S{chance.randrange(400)}"),) if chance.random() < 0.4 else ()
        yield Statement(
            report=Report(
                id=id,
                type=kind,
                mode=(mode,) if mode else (),
                status=status,
                actors=(_state(pair[0]),),
                recipients=(_state(pair[1]),),
                trigger=Trigger(start=0, end=1, text="x"),
                place=_town(event, pair[1]) if placed else None,
                time=days,
                attribution=sources,
                sentence=0,
                confidence=0.9,
            ),
            article=f"a{event:07d}-{number:02d}",
            outlet=f"outlet {chance.randrange(300)}",
            published=said.isoformat(),
            language=chance.choice(LANGUAGES),
            quote=" ".join(chance.choices(words, k=20)),
            end=100,
        )


def _town(event: int, country: str) -> Place:
    name = f"town {event}"
    return Place(
        start=0, end=1, text=name, name=name, country=country, lat=event % 140 - 70.0, lon=event % 350 - 175.0
    )


def _state(code: str) -> Party:
    return Party(start=0, end=1, text=code, entity=code, name=code, type="GPE", country=code)


def bcubed(told: list[Told], holder: dict[str, str]) -> tuple[float, float]:
    """Return BCubed precision and recall of a ledger, given as report id to event id."""
    together: dict[tuple[int, str], int] = {}
    true: dict[int, int] = {}
    made: dict[str, int] = {}
    for one in told:
        event = holder[one.statement.report.id]
        together[one.event, event] = together.get((one.event, event), 0) + 1
        true[one.event] = true.get(one.event, 0) + 1
        made[event] = made.get(event, 0) + 1
    precision = sum(n * n / made[event] for (_, event), n in together.items()) / len(told)
    recall = sum(n * n / true[event] for (event, _), n in together.items()) / len(told)
    return precision, recall
