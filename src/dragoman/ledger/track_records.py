"""How often each source was right: its announcements and predictions, counted by what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import sqrt

from ..records import Forecast, Record

__all__ = ["ALL", "TrackRecord", "overall", "track_records"]

ALL = "all sources"
"""Who the record of everybody together is of."""

_Z = 1.96
"""Standard deviations of an interval that holds in 95 of 100 cases."""


class TrackRecord(Record, frozen=True, kw_only=True):
    """One source's record. `share` is that of the decided which came true, `low` and `high` its 95% interval.

    All three are null where nothing was decided. `void_share` is the share of void ones among those whose window
    is over, null where none is.
    """

    source: str
    came_true: int = 0
    did_not: int = 0
    open: int = 0
    void: int = 0
    share: float | None = None
    low: float | None = None
    high: float | None = None
    void_share: float | None = None


def overall(forecasts: Iterable[Forecast]) -> TrackRecord:
    """Return the record of all sources together, each forecast counted once."""
    counted: dict[str, int] = defaultdict(int)
    for forecast in forecasts:
        counted[forecast.outcome] += 1
    return _record(ALL, counted)


def track_records(forecasts: Iterable[Forecast]) -> list[TrackRecord]:
    """Return the record of everybody who announced or predicted something, most decided first, then by name.

    What several say together counts for each of them.
    """
    counted: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for forecast in forecasts:
        for source in dict.fromkeys(forecast.by):
            counted[source][forecast.outcome] += 1
    found = [_record(source, outcomes) for source, outcomes in counted.items()]
    return sorted(found, key=lambda r: (-(r.came_true + r.did_not), -(r.open + r.void), r.source))


def _record(source: str, outcomes: dict[str, int]) -> TrackRecord:
    true, false = outcomes["came true"], outcomes["did not"]
    share, low, high = _wilson(true, true + false)
    over = true + false + outcomes["void"]
    return TrackRecord(
        source=source,
        came_true=true,
        did_not=false,
        open=outcomes["open"],
        void=outcomes["void"],
        share=share,
        low=low,
        high=high,
        void_share=round(outcomes["void"] / over, 4) if over else None,
    )


def _wilson(hits: int, tries: int) -> tuple[float | None, float | None, float | None]:
    """A share with Wilson's interval, which stays sensible for few tries (E. B. Wilson, JASA 22, 1927)."""
    if not tries:
        return None, None, None
    share, spread = hits / tries, _Z * _Z / tries
    middle = (share + spread / 2) / (1 + spread)
    reach = _Z * sqrt(share * (1 - share) / tries + spread / (4 * tries)) / (1 + spread)
    return round(share, 4), round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4)
