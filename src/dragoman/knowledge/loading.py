"""Finds the compiled knowledge base, or compiles it where it is missing or older than its tables."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from dragoman.errors import DataError
from dragoman.knowledge.base import Knowledge

__all__ = ["load"]


@lru_cache(maxsize=1)
def load() -> Knowledge:
    """Return the knowledge base, mapped; the same object at every call of a process.

    It is compiled when the package is built. Where that file is missing or stale (a table changed in a
    working tree), it is compiled again, beside the tables or, if they are read-only, in the user's cache
    folder. Raises `DataError` where the tables are wrong.
    """
    from dragoman.knowledge import compile as compiling

    targets = (compiling.ARTEFACT, _cache_folder() / compiling.ARTEFACT.name)
    for path in targets:
        if _is_fresh(path, [*compiling.MERGED.glob("*.jsonl"), *compiling.TAGGERS.glob("*.tsv")]):
            return Knowledge(path)
    inputs = compiling.inputs_of(compiling.MERGED)
    for path in targets:
        try:
            knowledge = Knowledge(path)
        except (OSError, ValueError, DataError):
            continue
        if knowledge.footer.inputs == inputs:
            return knowledge
    for path in targets:
        try:
            compiling.compile_to(path)
        except OSError:
            continue
        return Knowledge(path)
    raise DataError(f"the knowledge base can be written neither to {targets[0]} nor to {targets[1]}")


def _is_fresh(path: Path, tables: list[Path]) -> bool:
    """Whether the file is newer than every table. A cheap test; digests decide where it fails."""
    try:
        made = path.stat().st_mtime_ns
        newest = max(table.stat().st_mtime_ns for table in tables)
        return newest < made and Knowledge(path).footer is not None
    except (OSError, ValueError, DataError):
        return False


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dragoman"
