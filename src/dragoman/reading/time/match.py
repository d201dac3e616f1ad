"""Tokens to cores: the words at each token fill slots, and the longest pattern from there wins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .build import build
from .lexicon import TimeLexicon, Word
from .meaning import Core, Meaning
from .numbers import Number, number_runs, year_in_words
from .numeric import numeric_items
from .patterns import End, Node
from .tokens import Token, is_unspaced

__all__ = ["Item", "match_cores"]

Item = tuple[str, Any, int, bool]
"""Slot, value, index past the last token, and whether it is weak."""
Best = tuple[int, int, tuple[tuple[Item, ...], End, Meaning | None]]
"""Index past the last token, the negated order of the rule, and the items with the pattern's end and meaning."""


class _Sentence:
    """The tokens of one sentence with the items found at each, looked up once."""

    def __init__(self, text: str, tokens: list[Token], lexicon: TimeLexicon) -> None:
        self.text, self.tokens, self.lexicon = text, tokens, lexicon
        self._items: list[tuple[Item, ...] | None] = [None] * len(tokens)

    def items(self, index: int) -> tuple[Item, ...]:
        """Return the items that begin at a token."""
        found = self._items[index]
        if found is None:
            found = self._items[index] = tuple(self._look_up(index))
        return found

    def _look_up(self, index: int) -> list[Item]:
        token, lexicon = self.tokens[index], self.lexicon
        items = [item for word in lexicon.words.get(token.key, ()) if (item := self._word(index, word))]
        if token.number:
            items += numeric_items(self.tokens, index, lexicon)
        elif token.key in lexicon.numbers:
            for value, past in number_runs(self.tokens, index, lexicon):
                items.append(("number", (value, value), past, False))
                if 1 <= value <= 31:
                    items.append(("day", value, past, False))
                if value <= 24:
                    items.append(("hour", value, past, False))
                if 1000 <= value <= 2100 and value % 100:
                    items.append(("year", value, past, False))
        if token.key in lexicon.more and index + 1 < len(self.tokens):
            counts = self._counts(index + 1)
            items += [("number", (2 * value + 1, 2 * value + 1, 2), past, False) for value, past in counts]
        if lexicon.digitwise and token.key in lexicon.numbers:
            year = year_in_words(self.tokens, index, lexicon)
            items += [("year", year, index + 4, False)] if year else []
            items += self._neighbours(index, items)
        items += self._pairs(items)
        return items

    def _word(self, index: int, word: Word) -> Item | None:
        past = index + 1
        for key in word.rest:
            if past >= len(self.tokens) or self.tokens[past].key != key:
                return None
            past += 1
        upper = (word.capital or word.small) and self.text[self.tokens[index].start].isupper()
        if word.capital and not upper:
            return None
        if word.small and upper and index and not self._may_be_upper(index):
            return None
        return (word.label, word.value, past, word.weak and not self._inner_capital(index, past))

    def _may_be_upper(self, index: int) -> bool:
        """Say whether a capital at a token says nothing: a sentence may begin, or a date goes on ("5 de Mayo")."""
        before = self.tokens[index - 1]
        dated = before.number or (index > 1 and self.tokens[index - 2].number and before.key[:1].isalpha())
        return dated or before.key in ".!?:\n–—-("

    def _inner_capital(self, index: int, past: int) -> bool:
        return past > index + 1 and self.text[self.tokens[past - 1].start].isupper()

    def _neighbours(self, index: int, items: list[Item]) -> list[Item]:
        """Return two digits that follow each other in counting as a number with two ends (两三天, 七八百)."""
        low = next((value[0] for label, value, past, _ in items if label == "number" and past == index + 1), 0)
        if not 1 <= low <= 8 or index + 1 >= len(self.tokens) or self.tokens[index + 1].number:
            return []
        return [
            ("number", (low * value // (low + 1), value), past, False)
            for value, past in self._counts(index + 1)
            if str(value).rstrip("0") == str(low + 1)
        ]

    def _pairs(self, items: list[Item]) -> list[Item]:
        """Return "two or three" and "two-three" as numbers with two ends."""
        pairs = []
        for label, low, past, _ in items:
            if (
                label != "number"
                or len(low) > 2
                or past + 1 >= len(self.tokens)
                or self.tokens[past].key not in self.lexicon.either
            ):
                continue
            for high, end in self._counts(past + 1):
                if 0 < abs(high - low[0]) <= max(low[0], high):
                    pairs.append(("number", (min(low[0], high), max(low[0], high)), end, False))
        return pairs

    def _counts(self, index: int) -> Iterator[Number]:
        """Return the plain numbers that begin at a token: what pairs are made of, and no pairs themselves."""
        token = self.tokens[index]
        if not token.number and token.key not in self.lexicon.numbers:
            return iter(())
        return number_runs(self.tokens, index, self.lexicon)


def match_cores(text: str, tokens: list[Token], lexicon: TimeLexicon) -> list[Core]:
    """Return what the patterns find in one sentence, left to right, not overlapping."""
    sentence = _Sentence(text, tokens, lexicon)
    openers, numbers = lexicon.openers, lexicon.numbers
    cores = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.number and token.key not in openers and token.key not in numbers:
            index += 1
            continue
        best = _best(sentence, index)
        if best is None:
            index += 1
            continue
        items, end, meaning = best[2]
        if end.before and end.rule != "nothing":
            inner_index = _bounds(items, end, index)[0]
            inner = _best(sentence, inner_index)
            if inner is not None and inner[0] > best[0]:
                index, (items, end, meaning) = inner_index, inner[2]
        first, past = _bounds(items, end, index)
        if meaning is None:
            index = max(items[-1][2], index + 1)
            continue
        weak = end.weak or ((end.shy or len(items) == 1) and any(item[3] for item in items))
        count = _count_start(items, tokens)
        cores.append(Core(meaning, tokens[first].start, tokens[past - 1].end, first, past, weak, count))
        index = max(past, index + 1)
    return cores


def _count_start(items: tuple[Item, ...], tokens: list[Token]) -> int:
    """Return the offset behind a word of the set `opener` that a match begins with."""
    return tokens[items[0][2]].start if items[0][0] == "opener" and len(items) > 1 else 0


def _best(sentence: _Sentence, index: int) -> Best | None:
    """Return the best pattern that begins at a token."""
    best: Best | None = None
    edges = sentence.lexicon.root.edges
    for item in sentence.items(index):
        node = edges.get(item[0])
        if node is not None:
            best = _walk(sentence, node, (item,), index, best)
    return best


def _walk(sentence: _Sentence, node: Node, items: tuple[Item, ...], index: int, best: Best | None) -> Best | None:
    """Return the best finished pattern reachable from a node: most tokens, then the earlier rule."""
    past = items[-1][2]
    if node.end is not None and (best is None or (past, -node.end.order) > best[:2]):
        meaning = _meaning(sentence, items, node.end, index)
        if meaning is not None or node.end.rule == "nothing":
            best = (past, -node.end.order, (items, node.end, meaning))
    if node.edges and past < len(sentence.tokens):
        for item in sentence.items(past):
            following = node.edges.get(item[0])
            if following is not None:
                best = _walk(sentence, following, (*items, item), index, best)
    return best


def _bounds(items: tuple[Item, ...], end: End, index: int) -> tuple[int, int]:
    """Return the first token of a match and the one past its last, context left out."""
    first = items[end.before - 1][2] if end.before else index
    return first, items[len(items) - 1 - end.after][2]


def _edges_clean(sentence: _Sentence, items: tuple[Item, ...], end: End, index: int) -> bool:
    """Say whether digits at either edge stand alone: not Su-27, $2020, 2018% or 14-9-xyz."""
    text, tokens = sentence.text, sentence.tokens
    first, past = _bounds(items, end, index)
    if tokens[first].number:
        start = tokens[first].start
        before = text[start - 1] if start else " "
        glued = before.isalnum() and not is_unspaced(before) and not _is_led(sentence, first)
        if glued or before in "$€£¥₹৳#+@_&=%":
            return False
        glued = before in "-\u2010\u2011\u2012\u2013/.:,'’" and start > 1 and text[start - 2].isalnum()
        if glued and not (first and first > index):
            return False
    if tokens[past - 1].number:
        stop = tokens[past - 1].end
        after = text[stop] if stop < len(text) else " "
        if after.isalnum() and not is_unspaced(after):
            return _is_ending(sentence, past)
        if after in "%‰°€₹$_@/":
            return False
        return not (
            after in "-\u2010\u2011\u2012\u2013:"
            and stop + 1 < len(text)
            and text[stop + 1].isalnum()
            and not _is_listed(sentence, past)
        )
    return True


def _is_ending(sentence: _Sentence, past: int) -> bool:
    """Say whether the letters glued to a number are known words ("2022में"), so that the number ends there."""
    return past < len(sentence.tokens) and sentence.tokens[past].key in sentence.lexicon.words


def _is_led(sentence: _Sentence, first: int) -> bool:
    """Say whether the letters glued to digits in front are a word of their own ("و2019")."""
    before = sentence.tokens[first - 1] if first else None
    return before is not None and before.key in sentence.lexicon.before_digits


def _is_listed(sentence: _Sentence, past: int) -> bool:
    """Say whether a dash after a number leads to another time or a known word."""
    return past + 1 < len(sentence.tokens) and bool(
        sentence.tokens[past + 1].key in sentence.lexicon.words or sentence.tokens[past + 1].number
    )


def _meaning(sentence: _Sentence, items: tuple[Item, ...], end: End, index: int) -> Meaning | None:
    """Return what a finished pattern means, or `None` where it is nothing or makes no sense here."""
    if end.rule == "nothing" or not _edges_clean(sentence, items, end, index):
        return None
    inner = items[end.before : len(items) - end.after]
    labels = [item[0] for item in inner]
    if labels in (["year"], ["weekday", "day"]) and _is_count(sentence, items[-1][2]):
        return None
    return build(end.rule, [(label, value) for label, value, _, _ in inner])


def _is_count(sentence: _Sentence, past: int) -> bool:
    """Say whether the word behind digits like a year is what they count ("2000 soldados")."""
    lexicon = sentence.lexicon
    if past >= len(sentence.tokens):
        return False
    key = sentence.tokens[past].key
    if key in lexicon.counted:
        return True
    return (
        bool(lexicon.counted_endings)
        and key.endswith(lexicon.counted_endings)
        and key not in lexicon.counted_never
    )
