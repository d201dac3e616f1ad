"""Finds the compiled knowledge base, or compiles it where it is missing or older than its tables."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from dragoman.errors import DataError
from dragoman.knowledge.base import Knowledge

__all__ = ["load", "load_with"]


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


def load_with(path: Path) -> Knowledge:
    """Return the knowledge base with a user's own tables (`build_user_tables` says in which form).

    Rows of the user replace ours of the same id. What is compiled from both is kept in the user's cache
    folder under a name made of what went in. Raises `DataError` for a wrong file.
    """
    from dragoman.knowledge import compile as compiling
    from dragoman.knowledge.build import build_user_tables
    from dragoman.knowledge.checks import check

    try:
        own = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}. Give a file of your own actors, places or outlets") from error
    inputs = compiling.inputs_of(compiling.MERGED) | {path.name: hashlib.blake2b(own, digest_size=12).hexdigest()}
    digest = hashlib.blake2b(repr(sorted(inputs.items())).encode(), digest_size=12).hexdigest()
    target = _cache_folder() / f"knowledge-{digest}.bin"
    try:
        return Knowledge(target)
    except (OSError, ValueError, DataError):
        pass
    merged = {row.entity.id: row for row in compiling.read_merged(compiling.MERGED)}
    merged |= {row.entity.id: row for row in build_user_tables(path)}
    check(list(merged.values()))
    compiling.write(target, compiling.serialise(list(merged.values()), inputs))
    return Knowledge(target)


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
