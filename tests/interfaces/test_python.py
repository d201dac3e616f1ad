"""The Python interface, as the contract shows it."""

import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import SourceError, UsageError

pytestmark = pytest.mark.usefixtures("plain_reader")


def test_read_gives_objects_and_exactly_their_json() -> None:
    reading = dragoman.read("RUS meets PRK.", published="2023-09-14")
    assert reading.reports[0].type == "CONSULT"
    plain = reading.to_dict()
    assert plain["published"] == "2023-09-14" and "id" not in plain
    assert dragoman.read("RUS meets PRK.", id="x").to_dict()["id"] == "x"


def test_read_says_what_is_wrong() -> None:
    with pytest.raises(SourceError, match="empty"):
        dragoman.read(" ")
    with pytest.raises(UsageError, match="colour"):
        dragoman.read("x", colour="red")


def test_open_add_ask(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("RUS meets PRK.")
    with dragoman.open(tmp_path / "world.db") as archive:
        assert archive.add(tmp_path / "articles").added == 1
        (event,) = archive.events(actor="RUS", type="CONSULT")
        assert event.to_dict()["evidence"][0]["quote"] == "RUS meets PRK."


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, dragoman; print([m for m in ('sqlalchemy', 'msgspec', 'yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
