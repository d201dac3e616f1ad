"""Spellings in which papers also write a foreign name in an Indian script, made from those that a table lists.

Bengali and Hindi write foreign names by ear: with a long vowel or a short one, any of three sibilants, a nasal
as a letter or as a sign (জার্মানি, জার্মানী; इंडोनेशिया, इन्डोनेशिया). No table has them all. What stands for
what is listed here, two spellings a rule; a rule holds both ways, in names of `least` letters or more: short names
are too near to other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

__all__ = ["respelled"]

_BARE = re.compile("[কখগজটডতদনপবভমরলসহকखগगজदडटतनपबभमरलसह](?=[ক-হक-ह])")
"""A consonant with the vowel that is not written, which some spell out."""
_ENDINGS = frozenset("ােোाेोै")
"""Vowels that inflect a word: at a name's end they are never changed."""
_MOST = 120
"""Spellings made of one name at the most."""


class _Rule(NamedTuple):
    one: str
    other: str
    least: int = 5


_RULES: dict[str, tuple[_Rule, ...]] = {
    "bn": (
        _Rule("ি", "ী"), _Rule("ু", "ূ"), _Rule("ই", "ঈ"), _Rule("ণ", "ন"), _Rule("ঙ্", "ং"), _Rule("ৎ", "ত"),
        _Rule("স্থ", "স্ত", 7), _Rule("স", "শ", 6), _Rule("ষ্ট", "স্ট"), _Rule("য", "জ", 6), _Rule("আ", "অ্যা"),
        _Rule("আ", "এ", 6), _Rule("এ", "অ্যা", 6), _Rule("ে", "্যা", 7), _Rule("ে", "ি", 7), _Rule("েই", "ে"),
        _Rule("ো", "", 5), _Rule("ট", "ত", 8), _Rule("িয়", "িয়ো", 8), _Rule("িও", "িয়ো"), _Rule("া", "্যা", 7),
        _Rule("থ", "ত", 6), _Rule("সউ", "সৌ"), _Rule("াক্ক", "াক", 7),
        _Rule("ংই", "ংইয়"), _Rule("এল", "আল"), _Rule("ঞ", "ন"), _Rule("ি", "ে", 7), _Rule("্র", "রি", 9),
    ),
    "hi": (
        _Rule("ि", "ी"), _Rule("ु", "ू"), _Rule("इ", "ई"), _Rule("उ", "ऊ"), _Rule("न्", "ं", 6), _Rule("म्", "ं", 6),
        _Rule("ण्", "ं", 6), _Rule("ङ्", "ं"), _Rule("ञ्", "ं"), _Rule("ण", "न"), _Rule("श", "स", 7), _Rule("ऑ", "आ"),
        _Rule("ॉ", "ा", 6), _Rule("ॉ", "ो", 6), _Rule("ै", "े", 6), _Rule("े", "ि", 7), _Rule("ट", "त", 8),
        _Rule("ो", "", 8), _Rule("ाय", "ाइ", 6), _Rule("ये", "ए"), _Rule("या", "िया", 7), _Rule("ख", "क", 8),
        _Rule("सऊ", "सउ"), _Rule("सऊ", "साऊ"), _Rule("अल ", "एल "), _Rule("ए", "ये", 6),
        _Rule("ा", "ै", 8), _Rule("ि", "्", 8), _Rule("ौ", "ो", 6), _Rule("औ", "ओ", 5), _Rule("ऐ", "ए", 5),
        _Rule("ऑ", "ओ", 6), _Rule("क्क", "क", 6), _Rule("ट्ट", "ट", 6), _Rule("त्त", "त", 6), _Rule("द्द", "द", 6),
        _Rule("प्प", "प", 6), _Rule("म्म", "म", 6), _Rule("ल्ल", "ल", 6), _Rule("स्स", "स", 6), _Rule("न्न", "न", 6),
        _Rule("्य", "िय", 7), _Rule("व्", "व", 7), _Rule("द्", "ड", 8), _Rule("ज", "ज्", 9),
        _Rule("ाई", "ाय", 6), _Rule("्र", "र", 7), _Rule("र", "र्", 8), _Rule("वै", "वे", 5), _Rule("ैं", "ें", 6),
        _Rule("ां", "ं", 6), _Rule("ी", "े", 6), _Rule("े", "", 6), _Rule("ा", "", 8), _Rule("ि", "", 8),
        _Rule("ं", "न", 6), _Rule("ग्", "ग", 7), _Rule("न्म", "नम", 7), _Rule("ुए", "ुअ", 7), _Rule(" ", "-", 6),
    ),
}  # fmt: skip


def respelled(language: str, name: str, most: int = 2) -> Iterator[str]:
    """Return the other spellings of a name, with up to `most` of its places changed; none in other languages."""
    if language not in _RULES:
        return
    places = list(_places(language, name))
    made: dict[str, None] = {}
    for count in range(1, most + 1):
        for chosen in combinations(places, count):
            made[_changed(name, chosen)] = None
            if len(made) >= _MOST:
                break
    for rule in _RULES[language]:  # one who writes a sound so writes it so throughout
        for old, new in ((rule.one, rule.other), (rule.other, rule.one)):
            alike = [place for place in places if (place[1], place[2]) == (old, new)]
            if len(alike) > 1:
                made[_changed(name, alike)] = None
    made.pop(name, None)
    yield from made


def _places(language: str, name: str) -> Iterator[tuple[int, str, str]]:
    """Return where a rule holds in a name, what stands there, and what may stand there."""
    for rule in _RULES[language]:
        if len(name) < rule.least:
            continue
        for old, new in ((rule.one, rule.other), (rule.other, rule.one)):
            if not old:
                yield from ((at.end(), old, new) for at in _BARE.finditer(name))
                continue
            at = name.find(old)
            while at >= 0:
                if at + len(old) < len(name) or _ENDINGS.isdisjoint(old + new):
                    yield at, old, new
                at = name.find(old, at + 1)


def _changed(name: str, places: tuple[tuple[int, str, str], ...] | list[tuple[int, str, str]]) -> str:
    """Return a name with its places changed; those that overlap are changed but once."""
    end = len(name)
    for at, old, new in sorted(places, reverse=True):
        if at + len(old) <= end:
            name, end = name[:at] + new + name[at + len(old) :], at
    return name
