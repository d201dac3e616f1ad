"""Reports become events: merging, status, independence, conflicts and forecasts."""

from .build import Ledger, build_ledger
from .changing import Change, Kept, revise
from .compare import FEATURES, Comparison, Feature, compare, explain_merge
from .disputes import LedgerConflict, conflicts
from .network import Network, network_of
from .origins import origins_of
from .outlook import forecasts
from .reasons import Reason, reasons_of
from .relations import Period, Shift, Sides, relations, shifts
from .statements import Fact, Judgement, Statement, fact_of
from .track_records import TrackRecord, overall, track_records
from .trends import Trend, trends

__all__ = [
    "FEATURES",
    "Change",
    "Comparison",
    "Fact",
    "Feature",
    "Judgement",
    "Kept",
    "Ledger",
    "LedgerConflict",
    "Network",
    "Period",
    "Reason",
    "Shift",
    "Sides",
    "Statement",
    "TrackRecord",
    "Trend",
    "build_ledger",
    "compare",
    "conflicts",
    "explain_merge",
    "fact_of",
    "forecasts",
    "network_of",
    "origins_of",
    "overall",
    "reasons_of",
    "relations",
    "revise",
    "shifts",
    "track_records",
    "trends",
]
