"""The compiled knowledge base: one file that is mapped into memory and read where it is needed.

    trie      marisa trie of keys; it stands first because marisa maps a file from its beginning
    values    what each key leads to, one after the other
    value_at  where each key's value begins (uint32, one more than there are keys)
    ids       entity ids, one after the other, and id_at, where each begins
    entities  one MessagePack `Entity` each, and entity_at, where each begins
    domains   MessagePack map from an outlet's domain to its entity's index
    footer    MessagePack `Footer`, then its length as the file's last four bytes

Keys: `a` (`A` where the text must begin it with a capital), language, tab, folded alias → hits; `#`, entity
id → entity index; `!`, office, tab, country or organisation → holders; `~`, language, tab, feature → the name
tagger's weights (int16 a label); `*`, sound key → the one person whose full name sounds so; `=`, country, tab,
sound key → the towns of the country whose names sound so; `+`, language, tab, folded word → how many people's
full names begin with it. Numbers are in the byte order of the machine that compiled it.
"""

from __future__ import annotations

import struct
import sys

import msgspec

__all__ = [
    "CAPITAL",
    "CAPITALS",
    "CASES",
    "FOOTER_LENGTH",
    "FORMAT",
    "HIT",
    "HOLDER",
    "INDEX",
    "NO_CASE",
    "UPPER",
    "Footer",
    "alias_key",
    "given_key",
    "holder_key",
    "id_key",
    "sound_index",
    "town_index",
    "weight_key",
]

FORMAT = f"dragoman-knowledge-4-{sys.byteorder}"
"""Changed whenever the layout or the folding changes, so that an older file is compiled afresh."""

HIT = struct.Struct("=IIBBB")
"""Entity index, weight, alias kind, name type, letter case."""
HOLDER = struct.Struct("=III")
"""Entity index, first and last day in office as proleptic ordinals (0 and 0xFFFFFFFF where unknown)."""
INDEX = struct.Struct("=I")
FOOTER_LENGTH = struct.Struct("=I")

CASES = range(4)
NO_CASE, CAPITAL, CAPITALS, UPPER = CASES
"""What an alias asks of the text's letters: nothing, a capital at its start, capitals at the start of its
first and last words, capitals throughout."""


class Footer(msgspec.Struct, frozen=True, kw_only=True):
    """What the file is: its format, what it was made from, how long keys get, where sections stand."""

    format: str
    inputs: dict[str, str]
    longest: int
    sections: dict[str, tuple[int, int]]


def alias_key(language: str, folded: str, capital: bool = False) -> str:
    """Return the trie key of a folded alias; `capital` where the text must begin it with a capital."""
    return f"{'A' if capital else 'a'}{language}\t{folded}"


def weight_key(language: str, feature: str) -> str:
    """Return the trie key of a feature of a language's name tagger."""
    return f"~{language}\t{feature}"


def given_key(language: str, word: str) -> str:
    """Return the trie key of a folded word that full names of people may begin with."""
    return f"+{language}\t{word}"


def sound_index(key: str) -> str:
    """Return the trie key of how a person's full name sounds."""
    return f"*{key}"


def town_index(country: str, key: str) -> str:
    """Return the trie key of how the name of a country's town sounds, words joined."""
    return f"={country}\t{key}"


def id_key(entity: str) -> str:
    """Return the trie key of an entity id."""
    return f"#{entity}"


def holder_key(office: str, where: str) -> str:
    """Return the trie key of an office of a country or organisation."""
    return f"!{office}\t{where}"
