"""Several processes answer on one port: all of them the same, without one of them too, and none is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.interfaces.cli import workers
from dragoman.store import Archive

pytestmark = pytest.mark.skipif(not workers.possible(), reason="the system does not share a port out")
ASK = "import sys, urllib.request as u; sys.stdout.buffer.write(u.urlopen(sys.argv[1]).read())"
"""Asks from a process of its own: a test itself uses no network."""
PATIENCE = 120.0
"""Seconds that a busy machine may take to start processes."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """An archive of one article, served by two processes: its address and the first process."""
    path = tmp_path / "small.db"
    article = {"id": "a", "language": "en", "published": "2024-05-02", "text": "France invaded Atlantis."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article))
    with Archive(path, create=True) as archive:
        archive.add(tmp_path / "a.jsonl")
    command = [sys.executable, "-m", "dragoman", "serve", "--archive", str(path), "--port", "0", "--workers", "2"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    told = server.stderr.readline()
    yield told.split(" at ")[1].split()[0], server
    server.terminate()
    server.wait(PATIENCE)
    server.stderr.close()


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def articles(address: str) -> list[str]:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            answer = subprocess.run(
                [sys.executable, "-c", ASK, f"{address}/api/articles"], capture_output=True, check=True
            )
            return [one["id"] for one in json.loads(answer.stdout)["items"]]
        except subprocess.CalledProcessError:
            assert time.monotonic() < until
            time.sleep(0.2)


def test_who_ends_is_started_again_and_all_end_with_the_first(served: tuple[str, subprocess.Popen[str]]) -> None:
    address, server = served
    assert articles(address) == ["a"]
    time.sleep(workers.TOO_SOON)
    before = children(server.pid)
    os.kill(before[-1], signal.SIGKILL)
    until = time.monotonic() + PATIENCE
    while children(server.pid) == before or len(children(server.pid)) < len(before):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert {tuple(articles(address)) for _ in range(6)} == {("a",)}
    now = children(server.pid)
    server.terminate()
    assert server.wait(PATIENCE) == 0
    while any(Path(f"/proc/{pid}").exists() for pid in now):
        assert time.monotonic() < until
        time.sleep(0.1)
