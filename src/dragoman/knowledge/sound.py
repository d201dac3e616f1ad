"""Keys of how a name sounds, much the same whatever script it is written in.

`anyascii` takes every script to Latin letters; before it, letters that it takes elsewhere than our names
need are replaced (`_BEFORE`); after it, letters are taken together that one script tells apart and another
does not (v, w and b; s and sh; j and z). A key keeps the consonants and whether a word begins with a vowel.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from dragoman.knowledge.folding import normalise_alias

__all__ = ["script_of", "sound_distance", "sound_key"]

_BEFORE: dict[str, tuple[tuple[str, str], ...]] = {
    "Beng": (
        ("ওয়া", "wa"), ("ওয়ে", "we"), ("ওয়", "wa"), ("উই", "wi"), ("য়", ""), ("্যা", "a"), ("্য", ""), ("্ব", ""),
        ("ং", "n"), ("ঙ", "n"), ("ঞ", "n"), ("ঁ", ""), ("ঃ", ""), ("ছ", "ch"), ("চ", "ch"), ("ৎ", "t"),
        ("ভ", "v"), ("য", "j"), ("ড়", "r"), ("ঢ়", "r"),
    ),
    "Deva": (
        ("ं", "n"), ("ः", ""), ("ॉ", "o"), ("ऑ", "o"), ("ज्ञ", "gy"), ("च", "ch"), ("छ", "ch"), ("ङ", "n"),
        ("ञ", "n"), ("ड़", "r"), ("ढ़", "r"),
    ),
    "Cyrl": (("дж", "j"), ("кс", "x"), ("щ", "sh"), ("ь", ""), ("ъ", ""), ("й", "")),
    "Latn": (("đ", "d"),),
}  # fmt: skip

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z ]", ""),
        (r"tch|cz|tsch|ch", "C"),
        (r"sch|sh", "s"),
        (r"zh|dj|dzh", "j"),
        (r"ph|f", "p"),
        (r"([bdgjkt])h", r"\1"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|q", "k"),
        (r"\bx", "s"),
        (r"x", "ks"),
        (r"ng", "n"),
        (r"m(?=[pb])", "n"),  # one anusvara writes both
        (r"[vw]", "b"),
        (r"z", "j"),
        (r"C", "c"),
    )
)
_VOWELS = re.compile(r"[aeiouy]+")
_REPEATED = re.compile(r"(.)\1+")
_RANGES = (
    ("Beng", "\u0980", "\u09ff"),
    ("Deva", "\u0900", "\u097f"),
    ("Cyrl", "\u0400", "\u052f"),
    ("Arab", "\u0600", "\u06ff"),
    ("Hang", "\uac00", "\ud7a3"),
)


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the first letter's script (`Latn` where it is none that we know)."""
    for char in text:
        if char.isalpha():
            return next((script for script, first, last in _RANGES if first <= char <= last), "Latn")
    return "Latn"


@lru_cache(maxsize=20_000)
def _phonetic(text: str, script: str) -> str:
    """Return a name as classes of sounds, vowels kept."""
    folded = normalise_alias(text).replace("-", " ").replace(".", " ")
    for old, new in _BEFORE.get(script, ()):
        folded = folded.replace(old, new)
    sounds = anyascii(folded).lower()
    for pattern, replacement in _RULES:
        sounds = pattern.sub(replacement, sounds)
    return _REPEATED.sub(r"\1", sounds)


def sound_key(text: str, script: str | None = None) -> str:
    """Return the key of a name: its words' consonants, joined by hyphens. May be empty (no letters)."""
    words = []
    for word in _phonetic(text, script or script_of(text)).split():
        consonants = _VOWELS.sub("", word).lstrip("h" if len(word) == 1 else "")
        consonants = consonants[:1] + consonants[1:].replace("h", "")
        words.append(_REPEATED.sub(r"\1", ("a" if word[0] in "aeiouy" else "") + consonants))
    return "-".join(words)


def sound_distance(a: str, b: str) -> float:
    """Return how far apart two names sound: 0 for the same, 1 for nothing in common, in any scripts.

    An edit distance over sounds, where vowels weigh a third of consonants, over the longer name's weight.
    """
    first, second = (_phonetic(name, script_of(name)).replace(" ", "") for name in (a, b))
    longest = max(_weight(first), _weight(second))
    return min(1.0, _edits(first, second) / longest) if longest else 0.0


def _weight(sounds: str) -> float:
    return sum(map(_cost, sounds))


def _cost(sound: str) -> float:
    return 1 / 3 if sound in "aeiouyh" else 1.0


def _edits(first: str, second: str) -> float:
    row = [0.0]
    for sound in second:
        row.append(row[-1] + _cost(sound))
    for left in first:
        diagonal, row[0] = row[0], row[0] + _cost(left)
        for column, right in enumerate(second, 1):
            changed = 0.0 if left == right else max(_cost(left), _cost(right))
            best = min(diagonal + changed, row[column] + _cost(left), row[column - 1] + _cost(right))
            diagonal, row[column] = row[column], best
    return row[-1]
