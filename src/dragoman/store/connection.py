"""Opening an archive's database: created, brought up to date or refused, and locked by one writer."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import QueuePool

from dragoman.errors import ArchiveError, TooSlowError
from dragoman.store.schema import OTHERS, REVISIONS, metadata

__all__ = ["connect", "connect_readers", "reading", "watching", "writing"]

PATIENCE = 5.0
"""Seconds to wait for another writer to end its batch before giving up."""
STEPS = 20_000
"""Steps of the database's machine between two looks at the clock."""
MAPPED = 2**36
"""Bytes of an archive that readers see in memory, uncopied: what one process writes empties the page cache of
every other connection, but not the system's."""
_COUNT_UP = (
    "INSERT INTO settings (key, value) VALUES ('changes', '1') "
    "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
)
"""Every transaction that changed something counts, so that a reader can tell one state from another."""
MIGRATIONS = Path(__file__).parent / "migrations"


def connect(location: str, *, create: bool) -> Engine:
    """Open the archive at a path, and create it where asked. Raises ArchiveError, which says what to do."""
    path = _path_of(location)
    empty = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if empty and not create:
        raise ArchiveError(f"there is no archive at {path}: make one with `dragoman add SOURCE`")
    if empty and not path.parent.is_dir():
        raise ArchiveError(f"the folder of {path} does not exist: create it first")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    try:
        _prepare(engine, path, empty=empty)
    except BaseException:
        engine.dispose()
        raise
    return engine


class _Timed(sqlite3.Connection):
    """A connection whose transaction ends at a time of the monotonic clock."""

    deadline = 0.0


def connect_readers(location: str, *, seconds: float, threads: int) -> Engine:
    """Open an archive that is up to date for reading alone, by so many threads at once.

    A transaction that takes longer than `seconds` is broken off: TooSlowError says so.
    """
    path = _path_of(location).resolve()
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"file:{quote(str(path))}?mode=rw",
            uri=True,
            factory=_Timed,
            timeout=PATIENCE,
            check_same_thread=False,
        ),
        poolclass=QueuePool,
        pool_size=threads,
        max_overflow=threads,
        pool_timeout=seconds,
    )

    def limit(connection: _Timed, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA mmap_size = {MAPPED}")
        connection.set_progress_handler(lambda: time.monotonic() > connection.deadline, STEPS)

    def begin(connection: Connection) -> None:
        held = connection.connection.driver_connection
        assert isinstance(held, _Timed)
        held.deadline = time.monotonic() + seconds
        connection.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", limit)
    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the archive throughout, whoever writes meanwhile."""
    with _explained(engine), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """The writer's transaction: kept as a whole, or not at all."""
    with (
        _explained(engine),
        engine.connect().execution_options(write=True) as connection,
        connection.begin(),
    ):
        before = _changes(connection)
        yield connection
        if _changes(connection) != before:
            connection.exec_driver_sql(_COUNT_UP)


def watching(engine: Engine) -> Callable[[], tuple[int, int] | None]:
    """Return what gives two numbers, None if that fails: how many judgements there are, and one that differs after
    every change by any other connection.

    It holds a connection of its own, as `PRAGMA data_version` tells what others changed, and is for one thread.
    """
    borrowed = engine.raw_connection()
    held = borrowed.driver_connection
    assert isinstance(held, sqlite3.Connection)
    borrowed.detach()
    last = (-1, -1)

    def look() -> tuple[int, int] | None:
        nonlocal last
        try:
            seen = int(held.execute("PRAGMA data_version").fetchone()[0])
            if seen != last[1]:
                last = int(held.execute("SELECT count(*) FROM judgements").fetchone()[0]), seen
        except sqlite3.Error:
            return None
        return last

    return look


def _changes(connection: Connection) -> int:
    """Return how many rows this connection has changed."""
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())


def _path_of(location: str) -> Path:
    if location.startswith("sqlite:///"):
        return Path(location.removeprefix("sqlite:///"))
    if "://" in location:
        scheme = location.split("://", maxsplit=1)[0]
        raise ArchiveError(f"{scheme}:// is no archive that this version opens: give a file path")
    return Path(location)


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver must not begin and end transactions by itself: schema changes belong into them too.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _on_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _prepare(engine: Engine, path: Path, *, empty: bool) -> None:
    if empty:
        _set_journal(path)
        with writing(engine) as connection:
            if not inspect(connection).get_table_names():
                _create(connection)
                return
    with reading(engine) as connection:
        current = _revision(connection, path)
    if current != REVISIONS[-1]:
        with writing(engine) as connection:
            _migrate(connection)


def _set_journal(path: Path) -> None:
    """Let readers go on while a writer works; the file remembers it, and no transaction can change it."""
    try:
        connection = sqlite3.connect(path, timeout=PATIENCE)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    except sqlite3.Error as fault:
        raise ArchiveError(f"{path} cannot be created: {fault}") from fault


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    for statement in OTHERS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))
    connection.exec_driver_sql(f"PRAGMA user_version = {len(REVISIONS)}")


def _revision(connection: Connection, path: Path) -> str:
    """Return the revision of the archive's schema; refuse what is newer than us, or none of ours."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    if "alembic_version" not in names or "articles" not in names:
        raise ArchiveError(f"{path} is a database, but no Dragoman archive: choose another --archive")
    current = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    number: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if current not in REVISIONS or number > len(REVISIONS):
        raise ArchiveError(f"{path} was written by a newer version of Dragoman: update the program to open it")
    return str(current)


def _migrate(connection: Connection) -> None:
    """Run the missing migrations, each recorded by Alembic, in the one transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(REVISIONS)}")


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    """Turn the database's complaints into one sentence that says what to do."""
    try:
        yield
    except SQLAlchemyError as fault:
        where = engine.url.database
        text = str(getattr(fault, "orig", None) or fault)
        if "interrupted" in text or isinstance(fault, NoneFree):
            raise TooSlowError("that took too long: ask for less, or ask again later") from fault
        if "locked" in text or "busy" in text:
            raise ArchiveError(f"{where} is being written by another process: wait for it to end") from fault
        if "not a database" in text or "malformed" in text:
            raise ArchiveError(f"{where} is no archive, or a damaged one ({text})") from fault
        if isinstance(fault, DatabaseError) and "constraint" not in text.lower():
            raise ArchiveError(f"{where} cannot be used: {text}") from fault
        raise
