"""An archive read by the plain reader, and a way to add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from dragoman.store import Archive


@pytest.fixture
def archive(tmp_path: Any, plain_reader: None) -> Iterable[Archive]:
    with Archive(tmp_path / "test.db", create=True) as opened:
        yield opened


@pytest.fixture
def add(archive: Archive, write_lines: Callable[..., str]) -> Callable[..., Any]:
    """Adds article objects and returns the counts without events and seconds."""

    def add_articles(*articles: dict[str, Any]) -> list[int]:
        result = archive.add(write_lines("articles.jsonl", *articles)).to_dict()
        return [result[key] for key in ("added", "updated", "unchanged", "quarantined")]

    return add_articles
