"""The one form in which names are compared, with the way back to the text.

Texts of one language spell one name in several ways that no reader notices: with or without joiners,
with a nukta or without it (गाज़ा, गाजा), with the tone mark on either vowel (hoà, hòa), with the dots of ё
or without them, with curly or straight quotes, in capitals or not. `fold` takes all of them to one form.
Only characters are dropped or replaced one by one, so that every position of the folded text leads back
to one of the original.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, pairwise
from typing import NamedTuple

__all__ = ["Folded", "fold", "normalise_alias"]

_NUKTA = "\u093c"
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u093c"
"""Soft hyphen, zero-width space, non-joiner, joiner, word joiner, byte order mark, Devanagari nukta."""

_REPLACED = {
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "\u00a0": " ",
    "\u202f": " ",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "ँ": "ं",  # candrabindu and anusvara are used for each other
    "ऩ": "न",  # the three Devanagari letters that NFC keeps composed with their nukta
    "ऱ": "र",
    "ऴ": "ळ",
    "৷": "।",
    "ё": "е",  # papers write the dots or not
    "Ё": "Е",
    "İ": "i",  # the only letter whose lower case is two characters
}
_CHANGED = {**dict.fromkeys(_DROPPED, ""), **_REPLACED}
_ANY_CHANGED = re.compile(f"[{re.escape(''.join(_CHANGED))}]")
"""Few characters of a text are any of these, so looking for them is quicker than translating all."""
_ANY_DROPPED = re.compile(f"[{_DROPPED}]")

_OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")
"""Vietnamese open syllables with the tone on the last vowel, as written before the newer rule."""
_TONE_OF = {
    accented: (plain, tone)
    for accented, plain, tone in zip(
        "àáảãạèéẻẽẹỳýỷỹỵ",
        "aaaaaeeeeeyyyyy",
        ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323") * 3,
        strict=True,
    )
}


class Folded(NamedTuple):
    """A text in folded form. `source[i]` is where its i-th character stands in `original` (the last
    entry is the length of `original`); `source` is None where all positions are equal."""

    original: str
    text: str
    source: tuple[int, ...] | None

    def original_at(self, position: int) -> int:
        """Return where the character at `position` of the folded text stands in the original."""
        return position if self.source is None else self.source[position]

    def end_of(self, position: int) -> int:
        """Return where the character at `position` of the folded text ends in the original, with its nukta."""
        end = self.original_at(position) + 1
        return end + 1 if self.original[end : end + 1] == _NUKTA else end


def _newer_tone(match: re.Match[str]) -> str:
    syllable = match[0]
    plain, tone = _TONE_OF[syllable[1]]
    return unicodedata.normalize("NFC", syllable[0] + tone) + plain


def _kept(text: str) -> tuple[int, ...]:
    """Return where the characters that stay stand, and the length of the text."""
    dropped = [match.start() for match in _ANY_DROPPED.finditer(text)]
    edges = pairwise((-1, *dropped, len(text) + 1))
    return tuple(chain.from_iterable(range(before + 1, behind) for before, behind in edges))


def fold(text: str) -> Folded:
    """Fold an NFC text. The result has at most as many characters as the text."""
    source: tuple[int, ...] | None = None
    if _ANY_DROPPED.search(text):
        source = _kept(text)
    folded = _ANY_CHANGED.sub(lambda match: _CHANGED[match[0]], text).lower()
    return Folded(text, _OLD_TONE.sub(_newer_tone, folded), source)


def normalise_alias(alias: str) -> str:
    """Return the form under which an alias is looked up: NFC, single spaces, folded as texts are."""
    return fold(unicodedata.normalize("NFC", " ".join(alias.split()))).text
