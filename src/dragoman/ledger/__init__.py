"""Reports become events: merging, status, independence, conflicts and forecasts."""

from .build import Ledger, build_ledger
from .compare import FEATURES, Comparison, compare
from .disputes import LedgerConflict, conflicts
from .outlook import forecasts
from .statements import Statement

__all__ = [
    "FEATURES",
    "Comparison",
    "Ledger",
    "LedgerConflict",
    "Statement",
    "build_ledger",
    "compare",
    "conflicts",
    "forecasts",
]
