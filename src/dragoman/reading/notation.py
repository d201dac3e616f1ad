"""The notation of a pack's patterns (see `packs.schema`), taken apart into chains of slots.

A slot is what may stand at one place: alternatives of one or more words. Slots are shared by all patterns that
write them alike, and nothing is multiplied out: a pattern with five alternatives at each of three places is three
slots, not 125 sequences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

import msgspec

from ..errors import DataError

__all__ = ["CARRIED", "EXACT", "NOUN", "VERB", "Alternative", "Chain", "Element", "Notation", "Slot"]

EXACT, NOUN, VERB, CARRIED = "=", "~", "+", "^"
"""First character of a key, the kind of its word: exactly so, noun with endings, verb with endings, or exactly
so but for a particle of emphasis (before a verb at the end)."""
_PART = re.compile(r"\([^)]*\)[^\s()<…]*|<[^>]+>|\S+")
_HYPHENS = re.compile(r"([-–])")
_GAP_SIGNS = ("…", "...")


class Element(msgspec.Struct, frozen=True, gc=False):
    """One word of a pattern: its key (kind and word), and whether a gap may stand before it."""

    key: str
    gap: bool


Alternative = tuple[Element, ...]


class Slot:
    """What may stand at one place of a pattern, and its variants, while patterns are taken apart."""

    def __init__(self, alternatives: tuple[Alternative, ...]) -> None:
        self.alternatives = alternatives

    @cached_property
    def gapped(self) -> Slot:
        """The same behind a gap."""
        return Slot(tuple((Element(first.key, True), *rest) for first, *rest in self.alternatives))

    @cached_property
    def carried(self) -> Slot:
        """The same before a closing verb: its exact words may take a particle of emphasis."""
        return Slot(tuple(tuple(map(_carried, alternative)) for alternative in self.alternatives))

    @cached_property
    def verbs(self) -> Slot:
        """Of the alternatives those that end in a verb."""
        return Slot(tuple(one for one in self.alternatives if one[-1].key[0] == VERB))

    @cached_property
    def others(self) -> Slot:
        """Of the alternatives those that end in something else."""
        return Slot(tuple(one for one in self.alternatives if one[-1].key[0] != VERB))

    @cached_property
    def closing(self) -> Slot:
        """The alternatives that end in a verb, with what that verb carries as before a closing verb."""
        return Slot(tuple((*map(_carried, one[:-1]), one[-1]) for one in self.verbs.alternatives))


class Chain(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Slots in order, each by its alternatives; `payload` is the number of what they mean, `head_last` says
    which verb is the head."""

    slots: tuple[tuple[Alternative, ...], ...]
    payload: int
    head_last: bool

    def head(self, element: Element, at: int, known: int) -> int:
        """Return which element is the head once the element at `at` is there; -1 while none is a verb."""
        return at if element.key[0] == VERB and (self.head_last or known < 0) else known


class Notation:
    """Takes patterns apart for one language: `fold` is how its words are compared."""

    def __init__(self, fold: Callable[[str], str], classes: dict[str, tuple[str, ...]]) -> None:
        self._fold = fold
        self._classes = classes
        self._slots: dict[str, tuple[Slot, bool]] = {}

    def chains(self, pattern: str, payload: int, *, head_last: bool) -> Iterator[Chain]:
        """Yield what a pattern stands for: one chain, or more where words may be missing.

        Raises `DataError` for a pattern without a word and for a class that the pack does not have.
        """
        for slots in self._rows(pattern):
            if not head_last:
                yield _chain(slots, payload, head_last)
                continue
            before, last = slots[:-1], slots[-1]
            if last.closing.alternatives:
                yield _chain((*(slot.carried for slot in before), last.closing), payload, head_last)
            if last.others.alternatives:
                yield _chain((*before, last.others), payload, head_last)

    def turned(self, pattern: str, payload: int) -> Iterator[Chain]:
        """Yield a pattern with its closing verb in front, and what it carries behind a gap:
        "ড্রোন হামলা চালায়" is found in "চালায় … ড্রোন হামলা"."""
        for slots in self._rows(pattern):
            for verb in slots[-1].verbs.alternatives:
                front = Slot(((Element(verb[-1].key, False),),))
                rest = (*slots[:-1], *((Slot((verb[:-1],)),) if len(verb) > 1 else ()))
                if rest:
                    yield _chain((front, rest[0].gapped, *rest[1:]), payload, False)

    def _rows(self, pattern: str) -> list[tuple[Slot, ...]]:
        """Return the pattern's slots, once with and once without what may be missing."""
        rows: list[tuple[tuple[Slot, ...], bool]] = [((), False)]
        for part in _PART.findall(pattern):
            if part in _GAP_SIGNS:
                rows = [(slots, True) for slots, _ in rows]
                continue
            slot, optional = self._slot(part, pattern)
            longer = [((*slots, slot.gapped if gap else slot), False) for slots, gap in rows]
            rows = [*longer, *rows] if optional else longer
        found = [slots for slots, _ in rows if slots]
        if not found:
            raise DataError(f"pattern {pattern!r} has no word")
        return found

    def _slot(self, part: str, pattern: str) -> tuple[Slot, bool]:
        """Return the slot of one part, and whether it may be missing."""
        known = self._slots.get(part)
        if known is None:
            alternatives = [self._alternative(words, pattern) for words in self._choices(part, pattern)]
            slot = Slot(tuple(dict.fromkeys(one for one in alternatives if one)))
            known = self._slots[part] = slot, not all(alternatives)
        return known

    def _choices(self, part: str, pattern: str) -> list[list[str]]:
        if part.startswith("<") and part.endswith(">"):
            if part[1:-1] not in self._classes:
                raise DataError(f"pattern {pattern!r} names the class {part}, which is not in classes")
            return [member.split() for member in self._classes[part[1:-1]]]
        if part.startswith("("):
            inner, _, ending = part[1:].partition(")")
            words = [one.strip() for one in inner.split("|")]
            return [(one + ("" if one[-1:] in "~+" and ending in "~+" else ending)).split() for one in words]
        return [[part]]

    def _alternative(self, words: list[str], pattern: str) -> Alternative:
        elements: list[Element] = []
        gap = False
        for word in words:
            if word in _GAP_SIGNS:
                gap = True
                continue
            first, *others = self._elements(word, pattern)
            elements += [Element(first.key, gap), *others]
            gap = False
        return tuple(elements)

    def _elements(self, word: str, pattern: str) -> list[Element]:
        """Split a pattern's word as `tokens.tokenize` would (hyphens are tokens of their own)."""
        kind = word[-1] if word[-1] in (NOUN, VERB) else EXACT
        pieces = [piece for piece in _HYPHENS.split(word.rstrip("~+")) if piece]
        if not pieces:
            raise DataError(f"pattern {pattern!r}: the word {word!r} has a mark and no letters")
        *others, last = pieces
        return [*(Element(EXACT + self._fold(piece), False) for piece in others),
                Element(kind + self._fold(last), False)]  # fmt: skip


def _chain(slots: tuple[Slot, ...], payload: int, head_last: bool) -> Chain:
    return Chain(tuple(slot.alternatives for slot in slots), payload, head_last)


def _carried(element: Element) -> Element:
    kind, word = element.key[0], element.key[1:]
    return Element(CARRIED + word, element.gap) if kind == EXACT else element
