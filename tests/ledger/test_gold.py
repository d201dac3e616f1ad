"""Clustering alone, on the annotated texts: how well reports that are read without fault become events."""

from __future__ import annotations

from dragoman.ledger import build_ledger
from dragoman.scoring.metrics import bcubed

from .conftest import gold_statements

WANTED = 0.9


def test_annotated_reports_become_the_annotated_events() -> None:
    statements = gold_statements()
    holders = build_ledger([statement for statement, _ in statements]).aliases
    score = bcubed("all", [(holders[statement.report.id], event) for statement, event in statements])
    assert score.f1 is not None
    assert score.f1 >= WANTED, score
