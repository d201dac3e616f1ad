"""The ledger of 20,000 statements is made in seconds, however many of them speak of one conflict."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

from dragoman.ledger import Statement, build_ledger

from .conftest import say

STATEMENTS = 20_000
SECONDS = 10
TYPES = ("CONSULT", "ASSAULT", "ACCUSE", "AID", "SUPPORT", "REJECT", "SANCTION", "THREATEN", "AGREE", "REQUEST")
STATUSES = {"occurred": 60, "ongoing": 5, "planned": 10, "proposed": 5, "forecast": 5, "alleged": 10, "denied": 5}


def statements(count: int, hot: int) -> list[Statement]:
    """Statements of a year, six in ten of them between the sides of `hot` conflicts."""
    chance = random.Random(1)
    states = ["".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=3)) for _ in range(180)]
    pairs = [chance.sample(states, 2) for _ in range(hot)]
    words = [f"word{number}" for number in range(3000)]
    found = []
    for number in range(count):
        actor, recipient = chance.choice(pairs) if chance.random() < 0.6 else chance.sample(states, 2)
        kind = chance.choice(TYPES)
        status = chance.choices(list(STATUSES), list(STATUSES.values()))[0]
        said = date(2023, 1, 1) + timedelta(chance.randrange(365))
        ahead = status in ("planned", "proposed", "forecast")
        day = said + timedelta(chance.randrange(1, 20) if ahead else -chance.randrange(4))
        found.append(
            say(
                kind,
                f"{actor}>{recipient}",
                status,
                published=said.isoformat() if chance.random() < 0.97 else None,
                when=day.isoformat() if chance.random() < 0.4 else None,
                visit=kind == "CONSULT" and chance.random() < 0.5,
                context=["military"] if kind == "AID" and chance.random() < 0.3 else [],
                article=f"a{number // 3}",
                start=number % 3 * 60,
                language=chance.choice(["bn", "hi", "vi", "en"]),
                quote=" ".join(chance.choices(words, k=20)),
                outlet=f"o{chance.randrange(60)}",
            )
        )
    return found


def test_twenty_thousand_statements() -> None:
    found = statements(STATEMENTS, hot=10)
    start = time.process_time()
    ledger = build_ledger(found)
    assert time.process_time() - start < SECONDS
    assert len(ledger.aliases) == STATEMENTS
