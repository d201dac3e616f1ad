"""Files, folders and standard input, read in an order that does not depend on the file system."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.sources.json_articles import MAX_LINE, from_document, from_lines
from dragoman.sources.records import RawPage, Refusal
from dragoman.sources.tables import from_table

__all__ = ["MAX_DOCUMENT", "missing_sources", "read_sources"]

MAX_DOCUMENT = 256 * 1024 * 1024
"""The largest .json document, in bytes, which is held in memory as a whole; lines have no such bound."""

TEXT = {".txt", ".md"}
HTML = {".html", ".htm", ".xhtml"}
LINES = {".jsonl", ".ndjson"}
TABLES = {".csv": ",", ".tsv": "\t"}
READABLE = ".txt .md .html .htm .xhtml .json .jsonl .ndjson .csv .tsv, each also .gz or .zst"


def read_sources(sources: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[RawPage | Refusal]:
    """Yield every page of the sources, in their order; of a folder, by path. `-` is JSON Lines on stdin."""
    for source in sources:
        if source == "-":
            yield from from_lines(stdin or sys.stdin.buffer, "stdin")
        elif (missing := _missing(source)) is not None:
            yield missing
        else:
            path = Path(source)
            for file in _files_of(path) if path.is_dir() else [path]:
                yield from _read_file(file)


def missing_sources(sources: Iterable[str]) -> list[Refusal]:
    """Return those of the sources that are not there at all, before anything is read."""
    return [missing for source in sources if (missing := _missing(source)) is not None]


def _missing(source: str) -> Refusal | None:
    reason = "no such file or folder"
    if source == "-" or Path(source).exists():
        return None
    if "://" in source:
        reason = "this version reads files, folders and standard input, no URLs: save the page and add it"
    return Refusal(origin=source, reason=reason, missing=True)


def _files_of(folder: Path) -> list[Path]:
    """List the files below a folder, hidden ones left out, sorted by their path's parts."""
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(here, name) for name in files if not name.startswith(".")]
    # a named pipe would keep us waiting for ever; a dangling link is refused when it is opened
    return sorted((file for file in found if file.is_file() or file.is_symlink()), key=lambda file: file.parts)


def _read_file(path: Path) -> Iterator[RawPage | Refusal]:
    origin = _shown(path)
    kind = _kind(path)
    if kind not in TEXT | HTML | LINES | TABLES.keys() | {".json"}:
        yield Refusal(
            origin=origin, reason=f"this version does not read {kind or 'such files'}; it reads {READABLE}"
        )
        return
    try:
        with _open(path) as stream:
            yield from _read_stream(stream, kind, origin)
    except (OSError, EOFError, zlib.error) as fault:
        yield Refusal(origin=origin, reason=f"cannot be read: {getattr(fault, 'strerror', None) or fault}")


def _read_stream(stream: BinaryIO, kind: str, origin: str) -> Iterator[RawPage | Refusal]:
    if kind in LINES or kind in TABLES:
        pages = from_lines(stream, origin) if kind in LINES else from_table(stream, origin, TABLES[kind])
        first = next(pages, None)
        yield first if first is not None else Refusal(origin=origin, reason="the file is empty")
        yield from pages
        return
    limit = MAX_DOCUMENT if kind == ".json" else MAX_LINE
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield Refusal(origin=origin, reason=f"the file is larger than {limit // 1024 // 1024} MB")
    elif not data.strip():
        yield Refusal(origin=origin, reason="the file is empty")
    elif kind == ".json":
        yield from from_document(data, origin)
    else:
        yield RawPage(origin=origin, kind="text" if kind in TEXT else "html", body=data)


def _shown(path: Path) -> str:
    """A path as it can be printed and kept: in names that are no UTF-8, or hold line breaks, these are escaped."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in str(path)
    )


def _kind(path: Path) -> str:
    """The suffix that says what a file holds, below the one that says how it is packed."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in {".gz", ".zst"}:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def _open(path: Path) -> BinaryIO:
    packing = path.suffix.lower()
    if packing == ".gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if packing == ".zst":
        return _open_zstandard(path)
    return path.open("rb")


def _open_zstandard(path: Path) -> BinaryIO:
    import zstandard

    class Frames(io.RawIOBase):
        """The unpacked bytes, with the library's own error as an OSError."""

        def __init__(self) -> None:
            self._file = path.open("rb")
            self._reader = zstandard.ZstdDecompressor().stream_reader(self._file, read_across_frames=True)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            try:
                return self._reader.readinto(buffer)
            except zstandard.ZstdError as fault:
                raise OSError(f"broken zstandard data: {fault}") from fault

        def close(self) -> None:
            self._file.close()
            super().close()

    return io.BufferedReader(Frames())  # type: ignore[type-var]
