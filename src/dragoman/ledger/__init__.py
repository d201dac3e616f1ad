"""Reports become events: merging, status, independence, conflicts and forecasts."""

from .build import Ledger, build_ledger
from .compare import FEATURES, Comparison, Feature, compare, explain_merge
from .disputes import LedgerConflict, conflicts
from .outlook import forecasts
from .reasons import Reason, reasons_of
from .statements import Judgement, Statement

__all__ = [
    "FEATURES",
    "Comparison",
    "Feature",
    "Judgement",
    "Ledger",
    "LedgerConflict",
    "Reason",
    "Statement",
    "build_ledger",
    "compare",
    "conflicts",
    "explain_merge",
    "forecasts",
    "reasons_of",
]
