"""Which language a text is written in: its script first, then the function words of the packs of that script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from .language import Language
from .tokens import words_of

__all__ = ["Identified", "identify", "script_of"]

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1200, 0x137F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x3040, 0x30FF, "Jpan"),
    (0x3400, 0x9FFF, "Hani"),
    (0xAC00, 0xD7A3, "Hang"),
)
_SAMPLE = 4000
"""Code points that are looked at; a page's language shows in its first paragraphs."""
_LEAST_SHARE = 0.08
"""Share of function words that a text of a language has at the least; news has 0.2 to 0.5."""
_WORD_SAMPLE = 2000
"""Code points whose words are counted."""
_UNSPACED = frozenset({"Hani", "Jpan", "Thai", "Laoo", "Mymr", "Khmr"})
"""Scripts without blanks between words: there, each letter counts as a word."""
_LETTER = re.compile(r"[^\W\d_]")


class Identified(NamedTuple):
    """A language code and an ISO 15924 script; either may be unknown."""

    language: str | None
    script: str | None


def script_of(text: str) -> str | None:
    """Return the script of most letters of a text, or None where there are no letters."""
    counts: Counter[str] = Counter()
    for letter, times in Counter(text[:_SAMPLE]).items():
        script = _script_of_letter(letter)
        if script is not None:
            counts[script] += times
    return counts.most_common(1)[0][0] if counts else None


@lru_cache(maxsize=20_000)
def _script_of_letter(letter: str) -> str | None:
    if not _LETTER.match(letter):
        return None
    code = ord(letter)
    return next((script for first, last, script in _RANGES if first <= code <= last), None)


def identify(text: str, languages: Mapping[str, Language], hint: str | None = None) -> Identified:
    """Return the language of a text among those given; `hint` holds where its script fits."""
    script = script_of(text)
    fitting = [language for language in languages.values() if language.text.script == script]
    if hint is not None and (hint not in languages or languages[hint].text.script == script):
        return Identified(hint if hint in languages else None, script)
    reach = min(len(text), _WORD_SAMPLE)
    words = Counter(_LETTER.findall(text, 0, reach) if script in _UNSPACED else words_of(text, reach))
    best = max(((_share(words, language), language.code) for language in fitting), default=(0.0, ""))
    return Identified(best[1] if best[0] >= _LEAST_SHARE else None, script)


def _share(words: Counter[str], language: Language) -> float:
    """Return how many of a text's words, given with their counts, are function words of a language."""
    seen, folding, frequent = language.folding.seen, language.folding, language.identify
    known = 0
    for word, times in words.items():
        if (seen.get(word) or folding(word)) in frequent:
            known += times
    return known / words.total() if words else 0.0
