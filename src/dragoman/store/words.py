"""Words of a text in any script, as they are looked up: one form for texts and for what people ask.

Combining marks belong to their word (Bengali and Hindi vowels, nukta and virama). Han and Kana are cut into pairs
of neighbours, as no space parts their words. What Latin letters carry (Vietnamese tones, accents) is kept in one
form of a word and left out in another, so that who types without finds what is written with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = ["VERSION", "Word", "fold", "indexed", "is_glued", "words_of"]

VERSION = "1"
"""Changes when words are cut in another way: an archive's words are then gathered anew."""
_PAIRED = r"\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
REMEMBERED = 1 << 16
"""Words whose form is remembered: texts use few words often."""
_PAIR = re.compile(f"[{_PAIRED}]")
_JOINERS = "\u200c\u200d\u00ad"
_LEFT_OUT = dict.fromkeys([*map(ord, _JOINERS), 0x093C, 0x0640, *range(0x064B, 0x0653)])
"""Joiners, Devanagari's nukta, Arabic's tatweel and vowel signs: written or not, the word is the same."""
_SAME = str.maketrans({"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا"})
_PLAIN = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_LATIN_ENDS = 0x024F
_LATIN_MORE = range(0x1E00, 0x1F00)


class Word(NamedTuple):
    """A word as it is looked up, and where it stands in the text; `paired` is two neighbours of a run, or one."""

    text: str
    start: int
    end: int
    paired: bool = False


def words_of(text: str, *, alone: bool = True) -> Iterator[Word]:
    """Yield the words of a text. `alone` adds the last sign of a run in pairs, which begins no pair."""
    plain, mixed = _patterns()
    pattern = mixed if _PAIR.search(text) else plain
    for found in pattern.finditer(text.replace("_", " ")):
        start, end = found.span()
        if found.lastgroup != "paired":
            if word := _normal(found[0]):
                yield Word(word, start, end)
            continue
        for at in range(start, end - 1):
            yield Word(_normal(text[at : at + 2]), at, at + 2, True)
        if alone or end - start == 1:
            yield Word(_normal(text[end - 1]), end - 1, end, True)


def indexed(text: str) -> tuple[str, str]:
    """Return the words of a text as the index takes them: as they are, and without what Latin letters carry.

    The second is empty where it would be the same.
    """
    if _PAIR.search(text):
        words = [word.text for word in words_of(text)]
    else:
        words = [word for found in _patterns()[0].findall(text.replace("_", " ")) if (word := _normal(found))]
    folded = [fold(word) for word in words]
    return " ".join(words), "" if folded == words else " ".join(folded)


@lru_cache(REMEMBERED)
def fold(word: str) -> str:
    """Return a word without what its Latin letters carry; a word in another script as it is."""
    if word.isascii() or not all(_is_latin(char) for char in word):
        return word
    apart = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(char for char in apart if not unicodedata.combining(char))


def is_glued(word: str) -> bool:
    """Tell whether endings may hang on a word as it stands in a text: in every script but Latin, where it is no
    number and has two signs at least."""
    return len(word) > 1 and not any(_is_latin(char) or char.isdigit() for char in word)


@lru_cache(REMEMBERED)
def _normal(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_LEFT_OUT).translate(_SAME)
    return unicodedata.normalize("NFC", "".join(plain.split()))


def _is_latin(char: str) -> bool:
    number = ord(char)
    return number <= _LATIN_ENDS or number in _LATIN_MORE


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds words in a text without runs of signs that are cut in pairs, and in one with them."""
    plane = map(chr, range(0x0300, 0xFFFF))
    marks = "".join(char for char in plane if unicodedata.category(char)[0] == "M")
    letters = f"[\\w{marks}{_JOINERS}]"
    return re.compile(f"{letters}+"), re.compile(f"(?P<paired>[{_PAIRED}]+)|(?:(?![{_PAIRED}]){letters})+")
