"""Days that do not fit what is told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.ledger.fitting import fitting
from dragoman.records import Report, ReportTime

from .conftest import say


def told(status: str, day: str, how: str, sentence: int = 3) -> Report:
    time = ReportTime(start=0, end=0, earliest=day, latest=day, how=how)
    return replace(say("RETREAT", "KEN>", status).report, time=time, sentence=sentence)


@pytest.mark.parametrize(
    ("status", "day", "how", "wanted"),
    [
        ("forecast", "2025-01-15", "day of the month before publication", "2025-02-15"),
        ("forecast", "2025-02-09", "day of the month before publication", "2025-02-09"),
        ("planned", "2025-01-15", "day of the month before publication", "2025-01-15"),
        ("conditional", "2024-03-20", "date before publication", "2025-03-20"),
        ("forecast", "2024-12-20", "date before publication", "2024-12-20"),
        ("forecast", "2024-03-20", "date", "2024-03-20"),
        ("occurred", "2025-02-15", "weekday after publication", "2025-02-08"),
        ("occurred", "2025-02-12", "weekday after publication", "2025-02-12"),
        ("planned", "2025-02-15", "weekday after publication", "2025-02-15"),
    ],
)
def test_days_lie_where_what_is_told_can_lie(status: str, day: str, how: str, wanted: str) -> None:
    time = fitting(told(status, day, how), "2025-02-11")
    assert time is not None and (time.earliest, time.latest) == (wanted, wanted)


def test_a_title_tells_what_is_to_come_as_done() -> None:
    report = told("occurred", "2025-02-15", "weekday after publication", sentence=0)
    assert fitting(report, "2025-02-11") is report.time
    assert fitting(report, None) is report.time and fitting(replace(report, time=None), "2025-02-11") is None
