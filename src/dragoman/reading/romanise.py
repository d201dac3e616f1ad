"""Names nobody has listed, in Latin letters, for readers of another script.

`anyascii` takes letter for letter; Bengali and Devanagari leave their inherent vowel unwritten, so it is put in
first where it is spoken: not at the end of a word (but behind two consonants), and not between a vowel and a
consonant that has one (Ohala, Aspects of Hindi Phonology, 1983, the rule of schwa deletion).
"""

from __future__ import annotations

from typing import NamedTuple

from anyascii import anyascii

__all__ = ["romanised"]

_SCRIPTS = {0x0900: "a", 0x0980: "o"}
"""First code point of a script, and how its inherent vowel is written."""
_CONSONANTS = (range(0x15, 0x3A), range(0x58, 0x60))
_NUKTA, _VIRAMA = 0x3C, 0x4D
_SIGNS = range(0x3E, 0x4D)
_LETTERS = {
    "চ": "ch",
    "ছ": "chh",
    "শ": "sh",
    "ষ": "sh",
    "च": "ch",
    "छ": "chh",
    "श": "sh",
    "ष": "sh",
    "ং": "ng",
    "ं": "n",
    "ँ": "n",
}
_DOTTED = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "फ": "f", "ड": "r", "ढ": "rh", "ড": "r", "ঢ": "rh", "য": "y"}
"""Letters with a dot below."""
_CLOSING = {"ভ": "v"}
"""Letters with a sound of their own where no vowel is spoken behind them: লাভরভ is Lavrov."""


class _Unit(NamedTuple):
    """A consonant with what follows it, or a letter `alone`; `vowel` is None where it is not written."""

    letter: str
    vowel: str | None
    alone: bool = False


def romanised(written: str) -> str:
    """Return a name in Latin letters, each word with a capital; what is Latin stays as it is."""
    foreign = written[:1] >= "\u0370"
    latin = " ".join(_word(word) for word in written.split()) if foreign else written
    return " ".join(word[:1].upper() + word[1:] for word in latin.split())


def _word(word: str) -> str:
    base = ord(word[0]) & ~0x7F
    inherent = _SCRIPTS.get(base)
    if inherent is None:
        return anyascii(word)
    units = _units(word, base)
    vowels = [unit.vowel for unit in units]
    for at in reversed(range(len(units))):
        if vowels[at] is not None:
            continue
        if at == len(units) - 1:
            spoken = at > 0 and _joined(units[at - 1])
        else:
            spoken = at == 0 or _joined(units[at - 1]) or vowels[at + 1] == ""
        vowels[at] = inherent if spoken else ""
    return "".join(_letter(unit, vowel) + anyascii(vowel or "") for unit, vowel in zip(units, vowels, strict=True))


def _joined(unit: _Unit) -> bool:
    """Whether a consonant is written together with the next one."""
    return unit.vowel == "" and not unit.alone


def _letter(unit: _Unit, vowel: str | None) -> str:
    closing = unit.vowel is None and vowel == ""
    if len(unit.letter) > 1 and unit.letter[0] in _DOTTED:
        return _DOTTED[unit.letter[0]]
    return _CLOSING.get(unit.letter if closing else "") or _LETTERS.get(unit.letter) or anyascii(unit.letter)


def _units(word: str, base: int) -> list[_Unit]:
    """Take a word apart. Vowels that stand alone, and signs that follow one, are units that have theirs."""
    units: list[_Unit] = []
    for character in word:
        place = ord(character) - base
        last = units[-1] if units else None
        open_ = last is not None and last.vowel is None
        if any(place in span for span in _CONSONANTS):
            units.append(_Unit(character, None))
        elif last is not None and open_ and place == _NUKTA:
            units[-1] = last._replace(letter=last.letter + character)
        elif last is not None and open_ and (place == _VIRAMA or place in _SIGNS):
            units[-1] = last._replace(vowel="" if place == _VIRAMA else character)
        else:
            units.append(_Unit(character, "", alone=True))
    return units
