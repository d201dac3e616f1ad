"""Measures merging: a year of 100,000 statements, twice as many, and how well the ledger finds the truth.

usage: python bench/ledger.py [STATEMENTS]
"""

from __future__ import annotations

import sys
import time

from synthetic import Told, bcubed, year

from dragoman.ledger import build_ledger

STATEMENTS = 100_000


def main() -> None:
    """Run and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    spent = [merge(year(number)) for number in (count, 2 * count)]
    print(f"twice as many statements take {spent[1] / spent[0]:.2f} times as long (about 2)")


def merge(told: list[Told]) -> float:
    """Merge statements and print what it took; return processor seconds."""
    statements = [one.statement for one in told]
    start = time.process_time()
    ledger = build_ledger(statements)
    spent = time.process_time() - start
    precision, recall = bcubed(told, ledger.aliases)
    print(
        f"{len(told):,} statements of {len({one.event for one in told}):,} events: {spent:.1f} s, "
        f"{len(ledger.events):,} events found, BCubed precision {precision:.2f}, recall {recall:.2f}",
        flush=True,
    )
    return spent


if __name__ == "__main__":
    main()
