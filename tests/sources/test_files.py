import gzip
import io
from pathlib import Path

import zstandard

from dragoman.sources import RawPage, Refusal, read_sources
from dragoman.sources.json_articles import MAX_LINE


def read(*sources: object, stdin: bytes = b"") -> list[RawPage | Refusal]:
    return list(read_sources([str(source) for source in sources], io.BytesIO(stdin)))


def texts(pages: list[RawPage | Refusal]) -> list[str | None]:
    return [page.fields.text for page in pages if isinstance(page, RawPage)]


def test_a_folder_is_read_by_path_whatever_the_file_system_says(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.jsonl", "b/z.txt", "b/a.md", ".hidden.txt"):
        (tmp_path / name).write_text('{"text": "x"}')
    found = [page.origin.removeprefix(f"{tmp_path}/") for page in read(tmp_path)]
    assert found == ["a.jsonl, line 1", "b/a.md", "b/z.txt", "c.txt"]


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    line = b'{"text": "packed"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line))
    (tmp_path / "b.jsonl.zst").write_bytes(zstandard.compress(line) + zstandard.compress(line))
    assert texts(read(tmp_path)) == ["packed", "packed", "packed"]


def test_broken_packing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(b"no gzip at all")
    (tmp_path / "b.txt.zst").write_bytes(b"no zstandard")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "cut off"}\n' * 500)[:-30])
    pages = read(tmp_path)
    assert {type(page) for page in pages if "c.jsonl" not in page.origin} == {Refusal}
    assert isinstance(pages[-1], Refusal)


def test_a_broken_line_is_refused_with_its_number_and_the_rest_is_read() -> None:
    pages = read("-", stdin=b'{"text": "one"}\n\n{"text": \n{"text": 3}\n[1]\n{"text": "two", "more": 1}')
    assert texts(pages) == ["one", "two"]
    assert [page.origin for page in pages if isinstance(page, Refusal)] == [
        f"stdin, line {number}" for number in (3, 4, 5)
    ]


def test_an_endless_line_is_passed_over() -> None:
    line = b'{"text": "' + b"x" * (MAX_LINE + 10) + b'"}\n'
    pages = read("-", stdin=line + b'{"text": "next"}\n')
    assert isinstance(pages[0], Refusal) and "longer than" in pages[0].reason
    assert texts(pages) == ["next"]


def test_json_documents(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('[{"text": "a"}, 5, {"text": "b"}]')
    (tmp_path / "object.json").write_text('\ufeff{"text": "c",\n "title": "T"}', "utf-8")
    (tmp_path / "really-lines.json").write_text('{"text": "d"}\n{"text": "e"}\n')
    pages = read(tmp_path)
    assert texts(pages) == ["a", "b", "c", "d", "e"]
    assert [page.origin.rsplit("/")[-1] for page in pages if isinstance(page, Refusal)] == ["list.json, item 2"]


def test_utf16_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text": "ঢাকা"}\n'.encode("utf-16"))
    assert texts(read(tmp_path)) == ["ঢাকা"]


def test_what_this_version_does_not_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "empty.jsonl").write_bytes(b"\n\n")
    reasons = [page.reason for page in read(tmp_path) if isinstance(page, Refusal)]
    assert ".parquet" in reasons[0] and reasons[1:] == ["the file is empty"] * 2


def test_what_is_not_there_is_missing_and_no_quarantine_matter(tmp_path: Path) -> None:
    for source in (tmp_path / "nothing.txt", "https://example.org/feed"):
        (page,) = read(source)
        assert isinstance(page, Refusal) and page.missing
