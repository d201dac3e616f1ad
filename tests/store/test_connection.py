import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from dragoman.errors import ArchiveError
from dragoman.store import Archive, connection


def test_there_is_none_to_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="dragoman add"):
        Archive(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("location", ["no/such/folder/a.db", "postgresql://host/db"])
def test_places_that_cannot_hold_one(location: str) -> None:
    with pytest.raises(ArchiveError):
        Archive(location, create=True)


def test_other_files_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("This is no database, however one looks at it. " * 50)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE recipes (name)")
    for path in (text, other, tmp_path):
        with pytest.raises(ArchiveError, match=r"archive|cannot be"):
            Archive(path, create=True)


@pytest.mark.parametrize("change", ["PRAGMA user_version = 99", "UPDATE alembic_version SET version_num = '9999'"])
def test_an_archive_of_a_newer_version_is_refused(tmp_path: Path, change: str) -> None:
    path = tmp_path / "newer.db"
    Archive(path, create=True).close()
    with sqlite3.connect(path) as database:
        database.execute(change)
    with pytest.raises(ArchiveError, match="newer version"):
        Archive(path)


def test_one_writer_at_a_time_and_readers_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain_reader: None
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    article = tmp_path / "a.txt"
    article.write_text("RUS meets PRK.")
    with Archive(tmp_path / "a.db", create=True) as archive:
        other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert list(archive.events()) == []
        with pytest.raises(ArchiveError, match="another process"):
            archive.add(article)
        other.execute("ROLLBACK")
        other.close()
        assert archive.add(article).added == 1


def test_migrations_lead_to_the_schema(tmp_path: Path) -> None:
    """An archive grown by migrations has the tables, columns and indexes of one made today."""
    made, grown = tmp_path / "made.db", tmp_path / "grown.db"
    Archive(made, create=True).close()
    with sqlite3.connect(grown) as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    engine = create_engine(f"sqlite:///{grown}")
    with engine.begin() as writing:
        connection._migrate(writing)
    assert _shape(grown) == _shape(made)
    Archive(grown).close()


def _shape(path: Path) -> dict[str, object]:
    engine = create_engine(f"sqlite:///{path}")
    seen = inspect(engine)
    shape: dict[str, object] = {}
    for table in seen.get_table_names():
        columns = [(x["name"], str(x["type"]), x["nullable"], x["primary_key"]) for x in seen.get_columns(table)]
        indexes = sorted((x["name"], tuple(x["column_names"]), x["unique"]) for x in seen.get_indexes(table))
        shape[table] = (columns, indexes, seen.get_pk_constraint(table)["constrained_columns"])
    engine.dispose()
    return shape
