"""Measures the ledger on annotated events, as our reader reads the articles and as a faultless one would.

    python tools/ledger_measure.py [FOLDER ...] [--misses] [--as-of DATE]

FOLDER holds gold in the form of tests/gold/ledger/open (docs there say which; default: open, further, second,
third, fourth). Each folder is measured by itself, since two may annotate one event. Prints BCubed F1 of events,
over all pairs and over pairs of different languages; the share of events whose status, history and number of
origins are right; precision and recall of conflicts; the share of forecasts decided right, and of void ones.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.knowledge import load as load_knowledge
from dragoman.scoring.ledger import LedgerScores, score_ledger, told_by_reader, told_without_fault
from dragoman.scoring.ledger_gold import load_ledger_gold

LEDGER = Path(__file__).parents[1] / "tests" / "gold" / "ledger"
GOLD = [LEDGER / name for name in ("open", "further", "second", "third", "fourth")]
AS_OF = "2025-12-31"


def main() -> None:
    """Print the scores of both readers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=GOLD)
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    parser.add_argument("--as-of", default=AS_OF, help="the day as of which forecasts are decided")
    options = parser.parse_args()
    for folder in options.folders:
        gold = load_ledger_gold(folder)
        print(f"\n{folder.name}: {len(gold.texts)} articles, {len(gold.events)} events")
        readers = {
            "a faultless reader": told_without_fault(gold, load_knowledge()),
            "our reader": told_by_reader(gold),
        }
        for reader, told in readers.items():
            show(f"As read by {reader}", score_ledger(gold, told, options.as_of), options.misses)


def show(title: str, sheet: LedgerScores, misses: bool) -> None:
    """Print one reader's scores."""
    print(f"\n{title}\n")
    for score in sheet.scores:
        shares = {"precision": score.precision, "recall": score.recall, "F1": score.f1}
        if score.kind in ("history", "status", "origins", "forecasts"):
            shares = {f"right of {score.gold}": score.recall, f"of {score.found} found": score.precision}
        told = "  ".join(f"{name} {'-' if share is None else f'{share:.3f}'}" for name, share in shares.items())
        print(f"  {score.kind:24} {told}")
    print(f"  {'forecasts void':24} {'-' if sheet.void is None else f'{sheet.void:.3f}'}")
    for miss in sheet.misses if misses else ():
        print(f"    {miss.event:32} {miss.kind:10} {miss.what}")


if __name__ == "__main__":
    main()
