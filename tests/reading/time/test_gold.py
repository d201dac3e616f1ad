"""The reader against sentences annotated by hand, a language at a time."""

from __future__ import annotations

import unicodedata

import pytest

from .packs import CODES
from .scoring import counts, found, gold, misses

FLOOR = 0.95


@pytest.mark.parametrize("code", CODES)
def test_gold_is_well_formed(code: str) -> None:
    rows = gold(code)
    assert sum(len(row["times"]) for row in rows) >= 90
    assert sum(1 for row in rows if not row["times"]) >= 25
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert unicodedata.is_normalized("NFC", row["text"])
        assert all(time["text"] in row["text"] for time in row["times"])


@pytest.mark.parametrize("code", CODES)
def test_precision_and_recall(code: str) -> None:
    right, seen, wanted = counts(code)
    assert right / seen >= FLOOR, "\n".join(misses(code))
    assert right / wanted >= FLOOR, "\n".join(misses(code))


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_dated_where_there_is_no_date(code: str) -> None:
    alarms = [row["text"] for row in gold(code) if not row["times"] and found(row)]
    assert len(alarms) <= 1, alarms
