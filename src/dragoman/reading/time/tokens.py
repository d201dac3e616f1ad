"""Text to tokens: words, numbers with their separators, and single marks.

Scripts without spaces give one token a character, so that look-ups need no word boundaries there; the
class below is a fact about scripts, not about languages.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

__all__ = ["Folding", "Token", "digits_of", "is_unspaced", "tokenise"]

_UNSPACED: Final = "\u0e00-\u0e4f\u0e80-\u0ecf\u1000-\u103f\u1780-\u17d3\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS: Final = (
    r"!-/:-@\[-`{-~\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055d\u0589\u060c\u061b\u061f"
    r"\u066a-\u066d\u06d4\u0964\u0965\u0970\u2000-\u200b\u200e-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f"
    r"\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_TOKEN: Final = re.compile(
    rf"\d+(?:,\d{{2,3}}(?!\d)|[.:/\-\u2010-\u2013]\d+)*"
    rf"|[^\s\d{_MARKS}{_UNSPACED}]+|[{_UNSPACED}]"
    r"|\n|[^\s\u200b\u200e\u200f\ufeff]"
)
_UNSPACED_CHARACTER: Final = re.compile(f"[{_UNSPACED}]")
_PLAIN_DIGITS: Final = re.compile(r"[0-9]+")

_MOST_SEEN: Final = 100_000


class Folding:
    """How words are compared: in lower case, by a pack's `fold`; joiners and soft hyphens always go."""

    def __init__(self, fold: dict[str, str]) -> None:
        self._table = {0x200C: "", 0x200D: "", 0x00AD: ""}
        self._table.update({ord(character): replacement for character, replacement in fold.items()})
        self.seen: dict[str, str] = {}
        """Words that were folded before, no numbers among them."""

    def __call__(self, word: str) -> str:
        """Return the form under which a word is compared."""
        known = self.seen.get(word)
        if known is None:
            known = word.lower().translate(self._table)
            if len(self.seen) < _MOST_SEEN and not word[:1].isdecimal():
                self.seen[word] = known
        return known


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token: where it stands, its folded form, and whether it is a number."""

    start: int
    end: int
    key: str
    number: bool


def tokenise(text: str, start: int, end: int, folding: Folding) -> list[Token]:
    """Return the tokens of `text[start:end]` with offsets into `text`."""
    known = folding.seen
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        surface = match[0]
        first = match.start()
        key = known.get(surface)
        if key:
            tokens.append(Token(first, first + len(surface), key, False))
            continue
        number = surface[0].isdecimal()
        tokens.append(Token(first, first + len(surface), surface if number else folding(surface), number))
    return tokens


def digits_of(surface: str) -> str:
    """Return digits of any script as ASCII ones; other characters stay."""
    if _PLAIN_DIGITS.fullmatch(surface):
        return surface
    return "".join(str(int(character)) if character.isdecimal() else character for character in surface)


def is_unspaced(character: str) -> bool:
    """Say whether the character belongs to a script that is written without spaces."""
    return _UNSPACED_CHARACTER.match(character) is not None
