"""Lists that take long: worked out aside, given out while they are made anew, and not waited for without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import ArchiveError, TooSlowError
from dragoman.store import Archive, EventFilter, Reader, Slice, reader
from dragoman.store.aside import Aside, Worked, work_out

ALL = EventFilter()


class Slow:
    """Stands in for the process aside: a question is answered when the test says so."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.asked: list[tuple[Any, Future[Worked]]] = []

    def ask(self, key: Any) -> Future[Worked]:
        self.asked.append((key, Future()))
        return self.asked[-1][1]

    def answer(self) -> None:
        for key, asked in self.asked:
            asked.set_result(Worked(work_out(self.archive, key), self.archive.state, took=60.0))
        self.asked.clear()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every archive counts as large."""
    monkeypatch.setattr(reader, "SMALL", 0)


@pytest.fixture
def filled(archive: Archive, add: Callable[..., Any]) -> Archive:
    texts = ("RUS meets PRK on 2023-09-13. USA blames CHN.", "RUS helps IRN. FRA meets DEU.", "IND meets VNM.")
    add(*({"id": f"a{number}", "text": text} for number, text in enumerate(texts)))
    return archive


@pytest.fixture
def aside(filled: Archive, tmp_path: Path) -> Iterator[Aside]:
    opened = Aside(str(tmp_path / "test.db"))
    yield opened
    opened.close()


def test_what_is_worked_out_aside_is_the_same(filled: Archive, aside: Aside, large: None) -> None:
    near, far = Reader(filled), Reader(filled, aside, seconds=600.0)
    far.prepare()
    for part in (Slice(limit=2), Slice(limit=2, cursor=near.actors(None, Slice(limit=2)).next)):
        assert far.actors(None, part) == near.actors(None, part)
    assert far.relations((None, None), "all", ALL, Slice()) == near.relations((None, None), "all", ALL, Slice())
    assert far.conflicts(ALL, Slice()) == near.conflicts(ALL, Slice())
    assert far.forecasts(None, ALL, Slice()) == near.forecasts(None, ALL, Slice())
    assert tuple(far.track_records(None, ALL)) == tuple(near.track_records(None, ALL))
    assert far.today() == near.today()
    assert far.about() == near.about()


def test_a_list_is_given_out_while_it_is_made_anew(filled: Archive, add: Any, large: None) -> None:
    slow = Slow(filled)
    readers = Reader(filled, slow)  # type: ignore[arg-type]
    readers.prepare()
    slow.answer()
    before = readers.actors(None, Slice())
    for key, listed in readers._lists.items():
        readers._lists[key] = listed._replace(lasts=0.001)  # long past
    add({"id": "new", "text": "KEN meets GHA."})
    assert readers.actors(None, Slice()) == readers.actors(None, Slice()) == before
    assert len(slow.asked) == 1
    slow.answer()
    after = readers.actors(None, Slice())
    assert {actor.id for actor in after.items} - {actor.id for actor in before.items} == {"KEN", "GHA"}
    assert after.state == filled.state != before.state


def test_nobody_waits_without_end(filled: Archive, large: None) -> None:
    slow = Slow(filled)
    readers = Reader(filled, slow, seconds=0.01)  # type: ignore[arg-type]
    for _ in range(reader.WAITING + 1):
        with pytest.raises(TooSlowError, match="ask again"):
            readers.conflicts(ALL, Slice())
    assert len(slow.asked) == 1
    slow.answer()
    assert readers.conflicts(ALL, Slice()).state == filled.state


def test_small_archives_need_no_process(filled: Archive) -> None:
    slow = Slow(filled)
    readers = Reader(filled, slow)  # type: ignore[arg-type]
    readers.prepare()
    assert readers.actors(None, Slice()).items
    assert not slow.asked


def test_a_process_that_ended_is_begun_again(filled: Archive, aside: Aside) -> None:
    assert aside.ask(("about",)).result().found[0] == filled.about()
    assert aside._process is not None
    aside._process.kill()
    aside._process.join()
    with pytest.raises(ArchiveError, match="ask again"):
        aside.ask(("about",)).result()
    assert aside.ask(("about",)).result().found[0] == filled.about()


def test_a_question_that_fails_ends_nothing(aside: Aside) -> None:
    with pytest.raises(ArchiveError, match="KeyError"):
        aside.ask(("nothing of the kind",)).result()
    assert len(aside.ask(("about",)).result().found) == 1


def test_without_an_archive_it_is_said(tmp_path: Path) -> None:
    aside = Aside(str(tmp_path / "none.db"))
    with pytest.raises(ArchiveError, match="there is no archive"):
        aside.ask(("about",)).result()
    aside.close()


def test_what_most_ask_for_stays_whatever_else_is_asked(
    filled: Archive, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "KEPT", len(reader.FIRST) + 2)
    slow: Any = Slow(filled)
    read = Reader(filled, slow)
    read.prepare()
    slow.answer()
    for limit in range(1, 9):
        read.months(EventFilter(limit=limit))
    for key in reader.FIRST:
        assert read._long(key, Slice()).items is not None
    assert not slow.asked


def test_names_are_looked_up_once(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    read, looked_up = Reader(filled), list[list[str]]()
    names = filled.names
    monkeypatch.setattr(filled, "names", lambda ids: looked_up.append(sorted(ids)) or names(ids))
    first = read.names(["RUS", "nobody"])
    assert read.names(["nobody", "RUS"]) == first == names(["RUS"])
    assert looked_up == [["RUS", "nobody"]]
