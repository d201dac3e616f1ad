"""Reports become events: merging, status, independence, conflicts and forecasts."""

from .build import Ledger, build_ledger
from .changing import Change, Kept, revise
from .compare import FEATURES, Comparison, Feature, compare, explain_merge
from .disputes import LedgerConflict, conflicts
from .outlook import forecasts
from .reasons import Reason, reasons_of
from .relations import Period, Sides, relations
from .statements import Fact, Judgement, Statement, fact_of

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
    "Period",
    "Reason",
    "Sides",
    "Statement",
    "build_ledger",
    "compare",
    "conflicts",
    "explain_merge",
    "fact_of",
    "forecasts",
    "reasons_of",
    "relations",
    "revise",
]
