"""Articles in tables."""

from __future__ import annotations

import gzip
from pathlib import Path

from dragoman.sources import RawPage, Refusal, read_sources


def pages(path: Path, data: bytes) -> list[RawPage | Refusal]:
    path.write_bytes(data)
    return list(read_sources([str(path)]))


def test_a_row_is_an_article(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbfID,Text,published,mood\n7,"Two lines,\nand a ""quote""",2024-01-02,good\n\n8,More,,\n'
    one, other = pages(tmp_path / "a.csv", data)
    assert isinstance(one, RawPage)
    assert isinstance(other, RawPage)
    assert (one.fields.id, one.fields.text) == ("7", 'Two lines,\nand a "quote"')
    assert (one.fields.published, other.fields.published) == ("2024-01-02", None)
    assert one.origin.endswith("a.csv, line 3")


def test_tabs_and_packed_tables(tmp_path: Path) -> None:
    (one,) = pages(tmp_path / "a.tsv.gz", gzip.compress("text\toutlet\nখবর\tA\n".encode()))
    assert isinstance(one, RawPage)
    assert (one.fields.text, one.fields.outlet) == ("খবর", "A")


def test_what_is_no_table_of_articles_is_refused_with_a_reason(tmp_path: Path) -> None:
    (no_text,) = pages(tmp_path / "a.csv", b"name,age\nx,3\n")
    assert isinstance(no_text, Refusal)
    assert "no column text or html" in no_text.reason
    (empty,) = pages(tmp_path / "b.csv", b"")
    assert isinstance(empty, Refusal)
    good, bad = pages(tmp_path / "c.csv", b"text,id\na,1\nb,2,3\n")
    assert isinstance(good, RawPage)
    assert isinstance(bad, Refusal)
    assert bad.origin.endswith("line 3")
    good, broken = pages(tmp_path / "d.csv", b'text,id\na,1\n"b,2\n')
    assert isinstance(good, RawPage)
    assert isinstance(broken, Refusal)
    (bytes_,) = pages(tmp_path / "e.csv", b"text\n\xff\xfe\xfa\n")
    assert isinstance(bytes_, Refusal)
    assert "UTF-8" in bytes_.reason
