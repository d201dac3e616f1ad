"""Bytes to text: by what the bytes say of themselves, and by a guess only where it can hardly be wrong."""

from __future__ import annotations

import codecs
import re
import unicodedata

from dragoman.errors import SourceError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]+?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_META_REACH = 4096
_LEAST_FOR_GUESS = 60
"""Fewer bytes than this say too little about their encoding."""
_NO_TEXT = {"Cc", "Cn", "Co", "Cs"}
_MOST_CHAOS, _LEAST_COHERENCE = 0.05, 0.5


def decode(data: bytes, *, markup: bool = False) -> str:
    """Return the text of a file; of `markup`, the encoding that the page declares is tried too.

    Raises SourceError where the bytes are no text, or text in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, f"not {encoding.removesuffix('-sig').upper()}, though it begins so")
    if b"\0" in data:
        return _decoded(data, _wide_without_mark(data), "looks like a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if markup and (declared := _declared(data)):
            return _decoded(data, declared, f"not {declared}, though the page says so")
        return _guessed(data, fault)


def _decoded(data: bytes, encoding: str | None, complaint: str) -> str:
    if encoding is None:
        raise SourceError(complaint)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise SourceError(complaint) from fault


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 of a script with many ASCII blanks shows zeros on one side of each pair only."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    least = len(data) // 40
    if len(data) % 2 or max(even, odd) < least or min(even, odd) > max(even, odd) // 20:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _is_text(data.decode(encoding, "replace")) else None


def _is_text(text: str) -> bool:
    """No control signs but blanks, no private or unassigned code points: pictures and programs have many."""
    return not any(unicodedata.category(letter) in _NO_TEXT and letter not in "\t\n\r\f" for letter in text)


def _declared(data: bytes) -> str | None:
    found = _META_CHARSET.search(data[:_META_REACH])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return None if name == "utf-8" else name


def _guessed(data: bytes, fault: UnicodeDecodeError) -> str:
    """Guess a legacy encoding, but never of text that is UTF-8 with a broken byte: that would be mojibake."""
    broken = SourceError(
        f"not UTF-8 at byte {fault.start + 1}, and no other encoding fits surely: save it as UTF-8"
    )
    kept = data.decode("utf-8", "ignore")
    wide = sum(1 for letter in kept if ord(letter) > 127)
    if wide > (len(data) - len(kept.encode())):
        raise broken
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    sure = best is not None and best.chaos <= _MOST_CHAOS and best.coherence >= _LEAST_COHERENCE
    if best is None or not sure or len(data) < _LEAST_FOR_GUESS:
        raise broken
    return str(best)
