"""An archive of a few plain articles, served to a client in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from dragoman.interfaces.api import ServeOptions, create_app
from dragoman.store import Archive

TOKEN = "let-me-in"
ARTICLES = (
    {
        "id": "a1",
        "text": "RUS meets PRK on 2023-09-13. RUS helps IRN.",
        "outlet": "One",
        "published": "2023-09-14",
    },
    {"id": "a2", "text": "USA blames CHN on 2023-10-01. CHN helps PRK on 2023-10-02.", "published": "2023-10-03"},
    {"id": "a3", "text": "FRA meets DEU on 2023-11-05. IND meets VNM.", "outlet": "Two", "language": "hi"},
)


@pytest.fixture
def archive_path(tmp_path: Path, plain_reader: None, write_lines: Callable[..., str]) -> Path:
    path = tmp_path / "served.db"
    with Archive(path, create=True) as archive:
        archive.add(write_lines("articles.jsonl", *ARTICLES))
    return path


@pytest.fixture
def app(archive_path: Path) -> Litestar:
    return create_app(archive_path, ServeOptions(token=TOKEN, hosts=("test.local",)))


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Any]]:
    with TestClient(app, base_url="http://test.local", raise_server_exceptions=False) as opened:
        yield opened
