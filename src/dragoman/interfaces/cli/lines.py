"""Lines of text for a terminal, in any script.

Terminals do not agree on how wide the vowel signs of Bengali and Hindi are: some give them a column of their own,
some none. Here they count as one column each, so that no line is ever longer than the screen; and columns of a
table that may hold such text stand last, so that nothing after them is pushed aside.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

__all__ = ["fitting", "print_wrapped", "width"]

_NO_WIDTH = {"Mn", "Me", "Cf"}
_WORD = re.compile(r"\S+\s*")
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\f\v\u2028\u2029"), " ")


def width(text: str) -> int:
    """Return the columns that a text takes at most."""
    return sum(_columns(letter) for letter in text)


def print_wrapped(console: Console, text: Text, indent: int) -> None:
    """Print a text in lines that fit the screen, each after some blanks; its styles stay where they are."""
    flat = text.copy()
    flat.plain = text.plain.translate(_BLANKS)
    for line in flat.divide(_breaks(flat.plain, max(console.width - indent, 10))):
        line.rstrip()
        console.print(Text(" " * indent) + line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def fitting(parts: Iterable[str], room: int) -> str:
    """Join as many parts by commas as fit into some columns, at least one, with a sign where some are left out."""
    shown, left = "", False
    for part in parts:
        longer = f"{shown}, {part}" if shown else part
        if shown and width(longer) > room - 2:
            left = True
            break
        shown = longer
    return f"{shown} …" if left else shown


def _breaks(text: str, room: int) -> list[int]:
    """Return the offsets before which a new line begins; a word longer than a line is cut."""
    found: list[int] = []
    start = 0
    for match in _WORD.finditer(text):
        end = match.end() - (len(match[0]) - len(match[0].rstrip()))
        if match.start() > start and width(text[start:end]) > room:
            start = match.start()
            found.append(start)
        while width(text[start:end]) > room:
            start = _cut(text, start, room)
            found.append(start)
    return found


def _cut(text: str, start: int, room: int) -> int:
    used = 0
    for offset in range(start, len(text)):
        used += _columns(text[offset])
        if used > room:
            return offset
    return len(text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
