"""Article objects in JSON and JSON Lines, one bad line never harming its neighbours."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.sources.records import ArticleObject, RawPage, Refusal

__all__ = ["MAX_LINE", "from_document", "from_lines"]

MAX_LINE = 16 * 1024 * 1024
"""The longest line or page read, in bytes: no news page comes near it."""
EXCERPT = 120

_ARTICLE = msgspec.json.Decoder(ArticleObject)
_RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def from_lines(stream: BinaryIO, origin: str) -> Iterator[RawPage | Refusal]:
    """Yield the article of each line; `origin` and the line number name each of them."""
    stream = _as_utf8(stream)
    for number, line in enumerate(_lines(stream), start=1):
        where = f"{origin}, line {number}"
        if line is None:
            yield Refusal(origin=where, reason=f"the line is longer than {MAX_LINE // 1024 // 1024} MB")
        elif line.strip():
            yield parse_article(line, where)


def from_document(data: bytes, origin: str) -> Iterator[RawPage | Refusal]:
    """Yield the articles of a JSON document: one object, a list of objects, or lines after all."""
    data = data.removeprefix(codecs.BOM_UTF8).strip()
    if data.startswith(b"["):
        try:
            items = _RAW_LIST.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            yield _refusal(data, origin, fault)
            return
        for number, item in enumerate(items, start=1):
            yield parse_article(bytes(item), f"{origin}, item {number}")
        return
    page = parse_article(data, origin)
    if isinstance(page, Refusal) and b"}" in data.split(b"\n", 1)[0]:
        yield from from_lines(io.BytesIO(data), origin)
    else:
        yield page


def parse_article(line: bytes, origin: str) -> RawPage | Refusal:
    """Read one article object; unknown keys are passed over, wrong types are not."""
    try:
        return RawPage(origin=origin, kind="object", fields=_ARTICLE.decode(line))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        return _refusal(line, origin, fault)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines, and None for one that is too long, which is passed over without being held."""
    while line := stream.readline(MAX_LINE + 1):
        if len(line) <= MAX_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE)
        yield None


def _as_utf8(stream: BinaryIO) -> BinaryIO:
    """Take a byte order mark off the beginning, and turn UTF-16 into UTF-8."""
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var]
    start = buffered.peek(4)[:4]
    if start.startswith(codecs.BOM_UTF8):
        buffered.read(len(codecs.BOM_UTF8))
    elif start.startswith(_WIDE_MARKS):
        text = io.TextIOWrapper(buffered, encoding="utf-16", errors="replace").read()
        return io.BytesIO(text.encode())
    return buffered


def _refusal(data: bytes, origin: str, fault: Exception) -> Refusal:
    if isinstance(fault, UnicodeDecodeError):
        reason = f"not UTF-8 at byte {fault.start + 1}"
    elif isinstance(fault, msgspec.ValidationError):
        reason = f"not an article object: {fault}"
    else:
        reason = f"broken JSON: {fault}"
    return Refusal(origin=origin, reason=reason, excerpt=data[:EXCERPT].decode("utf-8", "replace"))
