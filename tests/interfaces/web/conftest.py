"""Two archives behind the pages: a small one with hostile articles, and the one of the samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

import dragoman
from dragoman.interfaces.api import ServeOptions, create_app
from dragoman.store import Archive

TOKEN = "let-me-in"
BAD = "<script>document.title='run'</script>"
ARTICLES = (
    {
        "id": "a1",
        "title": BAD,
        "text": f"RUS meets PRK on 2023-09-13. RUS helps IRN. {BAD}",
        "outlet": f'"><img src=x onerror=alert(1)>{BAD}',
        "url": "javascript:alert(1)",
        "published": "2023-09-14",
    },
    {"id": "a2/x y?#", "text": "RUS meets PRK on 2023-09-13. USA blames CHN.", "published": "2023-10-03"},
    {"id": "a3", "title": "خبر", "text": "FRA meets DEU on 2023-11-05. IND meets VNM.", "language": "ar"},
)
PAGES = (
    *(
        "/",
        "/events",
        "/events?view=table",
        "/actors",
        "/relations",
        "/forecasts",
        "/conflicts",
        "/articles",
        "/stories",
    ),
    *("/search", "/search?q=meets", "/languages", "/about", "/actors/RUS", "/relations/PRK..RUS", "/articles/a1"),
    *("/articles/a2%2Fx%20y%3F%23", "/articles/a3"),
)


@pytest.fixture
def archive_path(tmp_path: Path, plain_reader: None, write_lines: Callable[..., str]) -> Path:
    path = tmp_path / "served.db"
    with Archive(path, create=True) as archive:
        archive.add(write_lines("articles.jsonl", *ARTICLES))
    return path


def opened(path: Path, token: str | None = TOKEN) -> TestClient[Any]:
    app = create_app(path, ServeOptions(token=token, hosts=("test.local",), costly=10_000))
    client = TestClient(app, base_url="http://test.local", raise_server_exceptions=False)
    client.headers["Accept"] = "text/html,*/*;q=0.8"
    return client


@pytest.fixture
def client(archive_path: Path) -> Iterator[TestClient[Any]]:
    with opened(archive_path) as client:
        yield client


@pytest.fixture(scope="session")
def samples_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the articles that ship with the package, and one that attacks the page."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    hostile = tmp_path_factory.mktemp("hostile") / "hostile.json"
    hostile.write_text(f'{{"id": "hostile", "title": "{BAD}", "text": "Russia attacked Ukraine. {BAD}"}}', "utf-8")
    with Archive(path, create=True) as archive:
        archive.add(Path(dragoman.__file__).parent / "samples", hostile)
    return path
