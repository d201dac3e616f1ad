"""Keys of how a name sounds, much the same whatever script it is written in.

`anyascii` takes every script to Latin letters; before it, letters that it takes elsewhere than our names
need are replaced (`_BEFORE`); after it, letters are taken together that one script tells apart and another
does not (v, w and b; s and sh; j and z). A key keeps the consonants and whether a word begins with a vowel.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations

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
    "Cyrl": (
        ("дж", "j"), ("чж", "j"), ("дз", "j"), ("цз", "j"), ("кс", "x"), ("щ", "sh"), ("ь", ""), ("ъ", ""),
        ("й", ""),
    ),
    "Arab": (("و", "u"), ("ي", "i"), ("ی", "i"), ("ى", "a"), ("ة", "a"), ("ع", "a"), ("ث", "t")),
    "Latn": (("đ", "d"),),
}  # fmt: skip

_NO_LETTER = re.compile("[^a-z ]")
_RULES: tuple[tuple[str, str, re.Pattern[str], str], ...] = tuple(
    (letters[0], letters[-1], re.compile(pattern), replacement)
    for letters, pattern, replacement in (
        ("c", r"tch|cz|tsch|ch", "C"),
        ("h", r"sch|sh", "s"),
        ("zj", r"zh|dj|dzh|dz", "j"),
        ("hf", r"ph|f", "p"),
        ("h", r"([bdgjkt])h", r"\1"),
        ("c", r"c(?=[eiy])", "s"),
        ("cq", r"ck|c|q", "k"),
        ("x", r"\bx", "s"),
        ("x", r"x", "ks"),
        ("g", r"ng", "n"),
        ("m", r"m(?=[pb])", "n"),  # one anusvara writes both
        ("vw", r"[vw]", "b"),
        ("z", r"z", "j"),
        ("C", r"C", "c"),
    )
)
"""Sounds that are taken together, each with the one or two letters without which there is nothing to take."""
_VOWEL = 1 / 4
_LONGEST_ORDERED = 4
"""Words of a name at the most that are compared in every order."""
_CONFUSED = {
    # Hangul has one letter for l and r, one for p and f, and voices consonants by their place in the word
    "lr": 0.25, "bp": 0.35, "dt": 0.35, "gk": 0.35, "cj": 0.35, "js": 0.4, "cs": 0.4,
    # Cyrillic г and х for h, Arabic without g and p, Spanish j
    "gh": 0.35, "hk": 0.35, "gj": 0.5, "hj": 0.5, "ck": 0.5, "st": 0.6, "mn": 0.5, "ct": 0.6, "dj": 0.5,
    "bu": 0.4, "bo": 0.4, "bh": 0.6, "jy": 0.35, "ij": 0.4,
}  # fmt: skip
"""What it costs to hear one sound for another, where scripts or languages take them together."""
_HANGUL_VOWELS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"eu", ""),
        (r"yeo", "yo"),
        (r"eo", "o"),
        (r"ae|oe", "e"),
        (r"sy(?=[aeou])", "s"),
    )
)
"""Vowels that Hangul writes between consonants or tells apart, and no other script does."""
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
    sounds = _NO_LETTER.sub("", anyascii(folded).lower())
    for first, second, pattern, replacement in _RULES:
        if first in sounds or second in sounds:
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


@lru_cache(maxsize=50_000)
def sound_distance(a: str, b: str) -> float:
    """Return how far apart two names sound: 0 for the same, 1 for nothing in common, in any scripts.

    An edit distance over sounds, where vowels weigh a third of consonants and sounds that some script writes
    alike less than others, over the longer name's weight. Of names with as many words, the words are
    compared in the order that fits best, and the worst of them counts as much as all together: people share
    one word of their names with many others.
    """
    skeleton = "Arab" in (script_of(a), script_of(b))
    first, second = _sounds(a, skeleton), _sounds(b, skeleton)
    whole = _relative("".join(first), "".join(second))
    if len(first) != len(second) or not 1 < len(first) <= _LONGEST_ORDERED:
        return whole
    table = [[_relative(one, other) for other in second] for one in first]
    order = min(
        permutations(range(len(first))),
        key=lambda order: sum(table[at][to] * _weight(first[at]) for at, to in enumerate(order)),
    )
    worst = max(table[at][to] for at, to in enumerate(order))
    ordered = "".join(second[to] for to in order)
    return min(1.0, (_relative("".join(first), ordered) + worst) / 2)


def _sounds(name: str, skeleton: bool) -> list[str]:
    """Return the sounds of a name's words; of a skeleton, vowels only where a word begins with one."""
    script = script_of(name)
    words = _phonetic(name, script).split()
    if script == "Hang":
        for pattern, replacement in _HANGUL_VOWELS:
            words = [pattern.sub(replacement, word) or word for word in words]
    return [word[:1] + _VOWELS.sub("", word[1:]) for word in words] if skeleton else words


def _relative(first: str, second: str) -> float:
    """Return the edits between two words over the longer one's weight."""
    longest = max(_weight(first), _weight(second))
    return min(1.0, _edits(first, second) / longest) if longest else 0.0


def _weight(sounds: str) -> float:
    return sum(map(_cost, sounds))


def _cost(sound: str) -> float:
    return _VOWEL if sound in "aeiouyh" else 1.0


@lru_cache(maxsize=2_000)
def _change(left: str, right: str) -> float:
    """Return what it costs to hear one sound for another."""
    if left == right:
        return 0.0
    if left in "aeiouy" and right in "aeiouy":
        return _VOWEL / 2
    return _CONFUSED.get(left + right, _CONFUSED.get(right + left, max(_cost(left), _cost(right))))


def _edits(first: str, second: str) -> float:
    columns = [(right, _cost(right)) for right in second]
    row = [0.0]
    for _, added in columns:
        row.append(row[-1] + added)
    for left in first:
        removed = _cost(left)
        diagonal, before = row[0], row[0] + removed
        row[0] = before
        for column, (right, added) in enumerate(columns, 1):
            above = row[column]
            best = diagonal + _change(left, right)
            if above + removed < best:
                best = above + removed
            if before + added < best:
                best = before + added
            diagonal, row[column], before = above, best, best
    return row[-1]
