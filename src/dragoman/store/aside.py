"""Long questions, worked out in a process beside the server's: whoever asks for something short waits for none.

What is found comes as bytes, an item each, and only those of the page that is asked for become records.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from multiprocessing.connection import Client, Connection, Listener
from typing import Any, NamedTuple, overload
from weakref import WeakKeyDictionary

import msgspec

from dragoman.errors import ArchiveError, DragomanError
from dragoman.records import Forecast
from dragoman.store.archive import Archive
from dragoman.store.filters import EventFilter

__all__ = [
    "AGAIN",
    "QUICK",
    "Aside",
    "Key",
    "Packed",
    "Worked",
    "answer_at",
    "long_questions",
    "stand_behind",
    "work_out",
]

Key = tuple[Any, ...]
"""A question: its name, then what it is asked with."""
PATIENCE = 3600.0
"""Seconds that a long question may take."""
QUICK = 0.25
"""Seconds in which a list is worked out anew after every change."""
AGAIN = 20
"""A list that takes longer is given out for so many times as long, although the archive has changed meanwhile."""
REMEMBERED = 16
"""Lists that the process remembers."""
NICENESS = 10
"""How far behind others stands what nobody looks at meanwhile: answers come first."""


class Question(NamedTuple):
    """What a list is made of, and how an archive is asked for it."""

    item: Any
    ask: Callable[..., Sequence[Any]]


class Packed(Sequence[Any]):
    """A list of records as bytes; an item becomes a record each time it is looked at."""

    def __init__(self, packed: Sequence[bytes], item: Any) -> None:
        self._packed = packed
        self._decode = msgspec.msgpack.Decoder(item).decode

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self._decode(one) for one in self._packed[at]]
        return self._decode(self._packed[at])


class _Found(NamedTuple):
    """What a process works out: as in Worked, and until when (monotonic clock) it outlives its state."""

    state: str
    took: float
    packed: list[bytes]
    lasts: float


class Worked(NamedTuple):
    """What was found, the state of the archive that it is of, and how many seconds it took."""

    found: Sequence[Any]
    state: str
    took: float


@cache
def long_questions() -> Mapping[str, Question]:
    """Return the questions that need all events, readings or names of an archive, by name."""
    from dragoman.ledger import LedgerConflict, Network, TrackRecord, track_records
    from dragoman.records import Relation, Story
    from dragoman.store.actors import Actor
    from dragoman.store.listing import About
    from dragoman.store.today import Today

    return {
        "about": Question(About, lambda archive: [archive.about()]),
        "actors": Question(Actor, lambda archive, name: archive.actors(name)),
        "conflicts": Question(LedgerConflict, lambda archive, wanted: archive.conflicts(wanted)),
        "forecasts": Question(Forecast, _forecasts),
        "network": Question(Network, lambda archive, actor, wanted: [archive.network(actor, wanted)]),
        "records": Question(
            TrackRecord, lambda archive, as_of, wanted: track_records(_forecasts(archive, as_of, wanted))
        ),
        "relations": Question(
            Relation, lambda archive, sides, by, wanted: archive.relations(*sides, by=by, wanted=wanted)
        ),
        "stories": Question(Story, lambda archive, wanted: archive.stories(wanted)),
        "today": Question(Today, lambda archive, since: [archive.today(since)]),
    }


_MADE: WeakKeyDictionary[Archive, tuple[Key, Sequence[Forecast]]] = WeakKeyDictionary()
"""The forecasts that were asked for last: who asks for the records of sources asks for them as well."""


def _forecasts(archive: Archive, as_of: str | None, wanted: EventFilter) -> Sequence[Forecast]:
    key = (archive.state, as_of, wanted)
    made = _MADE.pop(archive, None)
    if made is not None and made[0] == key:
        return made[1]
    found = archive.forecasts(as_of, wanted)
    _MADE[archive] = key, found
    return found


def work_out(archive: Archive, key: Key) -> Sequence[Any]:
    """Return what a long question finds."""
    name, *told = key
    return long_questions()[name].ask(archive, *told)


def stand_behind() -> None:
    """Let other processes have the cores first, where the system can do that; for the rest of this one's life."""
    with contextlib.suppress(AttributeError, OSError):
        os.setpriority(os.PRIO_PROCESS, 0, max(os.getpriority(os.PRIO_PROCESS, 0), NICENESS))


class Aside:
    """A process that works out one long question after the other. It starts with the first one.

    With an `address` it is one that others ask too, and that was started elsewhere (`answer_at`).
    """

    def __init__(self, location: str, address: str | None = None) -> None:
        self._location, self._address = location, address
        self._turns = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def ask(self, key: Key) -> Future[Worked]:
        """Ask a question; the future raises ArchiveError where the archive or the process fails."""
        return self._turns.submit(self._answer, key)

    def close(self) -> None:
        """End the process, whatever it does."""
        self._turns.shutdown(wait=False, cancel_futures=True)
        self._end()

    def _answer(self, key: Key) -> Worked:
        try:
            line = self._line or self._begin()
            line.send(key)
            told = line.recv()
        except (EOFError, OSError) as fault:
            self._end()
            raise ArchiveError("the process that works out long lists has ended: ask again") from fault
        if isinstance(told, DragomanError):
            raise told
        state, took, packed = told
        return Worked(Packed(packed, long_questions()[key[0]].item), state, took)

    def _begin(self) -> Connection:
        if self._address is not None:
            self._line = Client(self._address, authkey=bytes(multiprocessing.current_process().authkey))
            return self._line
        context = multiprocessing.get_context("spawn")
        self._line, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._location, other), daemon=True)
        self._process.start()
        other.close()  # the process alone holds its end: when this one is gone, it sees the line end
        return self._line

    def _end(self) -> None:
        process, line, self._process, self._line = self._process, self._line, None, None
        if process is not None:
            process.terminate()
        if line is not None:
            line.close()


def answer_at(address: str, location: str) -> None:
    """Answer whoever connects to an address, until this process is ended; all its askers share what is found."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stand_behind()
    work = _Work(location)
    with Listener(address, authkey=bytes(multiprocessing.current_process().authkey)) as listening:
        while True:
            with contextlib.suppress(EOFError, OSError, multiprocessing.AuthenticationError):
                threading.Thread(target=work.answer, args=(listening.accept(),), daemon=True).start()


def _serve(location: str, line: Connection) -> None:
    """Answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first one decides
    stand_behind()
    _Work(location).answer(line)


class _Work:
    """Works out one question at a time, and remembers what it found last for those who ask the same."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._archive: Archive | None = None
        self._turn = threading.Lock()
        self._found: OrderedDict[Key, _Found] = OrderedDict()

    def answer(self, line: Connection) -> None:
        """Answer on a line until the other end is gone."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                key = line.recv()
                try:
                    with self._turn:
                        told: Any = self._answered(key)[:3]
                except DragomanError as fault:
                    told = fault
                except Exception as fault:  # one question that fails must not end the process for the others
                    told = ArchiveError(f"that could not be worked out: {type(fault).__name__}")
                line.send(told)

    def _answered(self, key: Key) -> _Found:
        archive = self._archive = self._archive or Archive.for_readers(self._location, seconds=PATIENCE, threads=1)
        began, state = time.monotonic(), archive.state
        last = self._found.pop(key, None)
        if last is None or (last.state != state and began > last.lasts):
            packed = [msgspec.msgpack.encode(one) for one in work_out(archive, key)]
            now = time.monotonic()
            took = now - began
            last = _Found(state, took, packed, now + AGAIN * took if took > QUICK else 0.0)
        self._found[key] = last
        if len(self._found) > REMEMBERED:
            self._found.popitem(last=False)
        return last
