"""That names gold is sound: spans in order, known types, ids that exist. Of a bad record only the id is told."""

import unicodedata
from datetime import date
from pathlib import Path

import msgspec
import pytest

from dragoman.knowledge import Knowledge, load
from dragoman.records import NameType

GOLD = Path(__file__).parent / "gold/names"
FILES = sorted(GOLD.rglob("*.jsonl"))
PLACES = {"GPE", "LOC", "FAC"}


class GoldName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mention: the span alone, and the entity it means or null where no list has it."""

    text: str
    type: NameType
    entity: str | None


class GoldRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One to three sentences with every name in them, in the order of the text."""

    id: str
    language: str
    published: date
    text: str
    names: list[GoldName]


def in_order(record: GoldRecord) -> bool:
    """Whether the names can be laid over the text one after the other."""
    at = 0
    for name in record.names:
        start = record.text.find(name.text, at)
        if not name.text or start < 0:
            return False
        at = start + len(name.text)
    return True


def agrees(name: GoldName, knowledge: Knowledge) -> bool:
    """Whether an id is one of the knowledge base, and of the type given (places may differ in kind)."""
    if name.entity is None:
        return True
    entity = knowledge.entity(name.entity)
    return entity is not None and (entity.type == name.type or {entity.type, name.type} <= PLACES)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GOLD)))
def test_names_gold_is_sound(path: Path, knowledge: Knowledge) -> None:
    records = [msgspec.json.decode(line, type=GoldRecord) for line in path.read_bytes().splitlines()]
    bad = [
        record.id
        for record in records
        if record.language != path.stem
        or not unicodedata.is_normalized("NFC", record.text)
        or not in_order(record)
        or not all(agrees(name, knowledge) for name in record.names)
    ]
    ids = [record.id for record in records]
    assert len(ids) >= (60 if path.parent.name == "second" else 80)
    assert len(set(ids)) == len(ids)
    assert not bad
