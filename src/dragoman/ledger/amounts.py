"""The numbers of a sentence as papers write them: digits, words, 1.2 million, 3만2천, ढाई लाख, 40 to 50.

And the words of one language that tell what is counted, from `packs/data/*/counts.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..packs.loader import load_packs
from ..reading.time.lexicon import TimeLexicon, compile_time
from ..reading.time.numbers import number_runs
from ..reading.time.tokens import Token

__all__ = ["Counting", "Number", "counting_of", "in_a_name", "labelled", "numbers", "orders", "ranged", "unglued"]

_PAIR = 2
_DIGITS = 3
_HYPHENS = "-\u2010\u2011\u2013"
_DASHES = (*_HYPHENS, "\u2014", "~")
_RANGE = re.compile(rf"(\d+)([{''.join(_HYPHENS)}\u2014~])(\d+)")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WIDE = 3
"""How many times its beginning the end of a range may be; else two numbers stand side by side."""
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")


class Number(NamedTuple):
    """A number among tokens: the first, past the last, its place in the text, its value."""

    first: int
    past: int
    start: int
    end: int
    value: int
    high: int = 0


class _Words:
    """Words of one language by their first one: exact, and by their beginning."""

    def __init__(self, listed: dict[str, tuple[str, ...]], lexicon: TimeLexicon) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._begun: dict[str, str] = {}
        for name, words in listed.items():
            for word in words:
                first, *rest = [lexicon.folding(part) for part in word.removesuffix("*").split()]
                if word.endswith("*"):
                    self._begun[first] = name
                else:
                    self._exact.setdefault(first, []).append((tuple(rest), name))
        self._beginnings = tuple(sorted(self._begun, key=len, reverse=True))

    def at(self, tokens: Sequence[Token], index: int) -> str | None:
        """Return the name under which the words at a token are listed."""
        key = tokens[index].key
        for rest, name in self._exact.get(key, ()):
            if all(
                index + 1 + n < len(tokens) and tokens[index + 1 + n].key == word for n, word in enumerate(rest)
            ):
                return name
        if not key.startswith(self._beginnings):
            return None
        return next(self._begun[word] for word in self._beginnings if key.startswith(word))

    def may_hold(self, tokens: Iterable[Token]) -> bool:
        """Tell whether a first word of any is among some tokens."""
        return any(token.key in self._exact or token.key.startswith(self._beginnings) for token in tokens)


class Counting:
    """What the pack of one language says of counting."""

    def __init__(self, code: str) -> None:
        pack = load_packs()[code]
        assert pack.time is not None and pack.counts is not None
        counts = pack.counts
        self.lexicon = compile_time(pack.time)
        self.head_last = pack.text.order == "SOV"
        self.fates = _Words({str(name): words for name, words in counts.fates.items()}, self.lexicon)
        self.things = _Words({str(name): words for name, words in counts.things.items()}, self.lexicon)
        bounds = {"least": counts.least, "most": counts.most, "about": counts.about}
        self.bounds = _Words(bounds, self.lexicon)
        self.none = _Words({"none": counts.none}, self.lexicon)
        self.terms = _Words({"term": counts.terms}, self.lexicon)
        self.crowds = _Words({"turnout": counts.turnout, "organisers": counts.organisers}, self.lexicon)
        self.told = _Words({"counted": counts.counted, "whereas": counts.whereas}, self.lexicon)
        self.besides = _Words({"further": counts.further, "vague": counts.vague}, self.lexicon)
        self.ranges = frozenset((*_DASHES, *(self.lexicon.folding(one) for one in counts.ranges)))
        self.counters = tuple(
            sorted((self.lexicon.folding(one) for one in counts.counters), key=len, reverse=True)
        )

    def counts(self, tokens: Sequence[Token]) -> bool:
        """Tell whether any word of fate, or of a thing, may be among some tokens."""
        return self.fates.may_hold(tokens) or self.things.may_hold(tokens)


@cache
def counting_of(code: str) -> Counting | None:
    pack = load_packs().get(code)
    return Counting(code) if pack and pack.counts and pack.time else None


def in_a_name(quote: str, one: Number) -> bool:
    """Whether a number is part of a name (F-16, МиГ-21)."""
    return one.start > 1 and quote[one.start - 1] in _HYPHENS and quote[one.start - 2].isalpha()


def orders(tokens: list[Token], one: Number, counting: Counting) -> bool:
    """Whether a number is an ordinal one, written with its ending (12th)."""
    after = tokens[one.past] if one.past < len(tokens) else None
    return after is not None and after.start == one.end and after.key in counting.lexicon.ordinal_endings


def unglued(tokens: Sequence[Token], counting: Counting) -> Iterator[Token]:
    """Cut what counts off the number words to which it is glued (চারজন, 두명이), and ranges into two numbers."""
    numbers = counting.lexicon.numbers
    for token in tokens:
        if token.number and (match := _RANGE.fullmatch(token.key)):
            for part, number in ((1, True), (2, False), (3, True)):
                yield Token(token.start + match.start(part), token.start + match.end(part), match[part], number)
            continue
        if token.number and _GROUPED.fullmatch(token.key):
            yield Token(token.start, token.end, token.key.replace(".", ""), True)
            continue
        if not token.number and token.key not in numbers:
            cut = next(
                (
                    at
                    for at in range(len(token.key) - 1, 0, -1)
                    if token.key[:at] in numbers and token.key[at:].startswith(counting.counters)
                ),
                0,
            )
            if cut and counting.counters:
                middle = token.start + cut
                yield Token(token.start, middle, token.key[:cut], False)
                yield Token(middle, token.end, token.key[cut:], False)
                continue
        yield token


def ranged(numbers: Sequence[Number], tokens: Sequence[Token], counting: Counting) -> Iterator[Number]:
    """Join two numbers that make a range: 40–50, 40 to 50, от 40 до 50."""
    at = 0
    while at < len(numbers):
        one = numbers[at]
        other = numbers[at + 1] if at + 1 < len(numbers) else None
        if (
            other is not None
            and other.first == one.past + 1
            and tokens[one.past].key in counting.ranges
            and one.value < other.value <= _WIDE * one.value
        ):
            yield Number(one.first, other.past, one.start, other.end, one.value, other.value)
            at += 2
        else:
            yield one
            at += 1


def numbers(tokens: list[Token], counting: Counting) -> Iterator[Number]:
    """Yield the longest number at each place, left to right; "several hundred" is none."""
    at = 0
    while at < len(tokens):
        run = _whole(tokens, at, counting)
        if run is None:
            at += 1
            continue
        value, past = run
        several = at and not tokens[at].number and _is_some(tokens[at - 1], counting)
        if not (past < len(tokens) and tokens[past].number) and not several:
            yield Number(at, past, tokens[at].start, tokens[past - 1].end, value)
        at = past


def _whole(tokens: list[Token], at: int, counting: Counting) -> tuple[int, int] | None:
    """Return value and end of the number that begins at a token: also 1.2 million, 3만2천, साढ़े तीन सौ, ढाई लाख."""
    lexicon, token = counting.lexicon, tokens[at]
    if (half := _halves(tokens, at, counting)) is not None:
        return half
    if token.key in lexicon.more and at + 1 < len(tokens):
        run = _run(tokens, at + 1, lexicon)
        return (run[0] + _last_scale(run[0]) // 2, run[1]) if run and run[0] >= _PAIR else None
    run = _run(tokens, at, lexicon)
    while run is not None and run[1] > at + 1 and run[1] < len(tokens) and tokens[run[1]].number:
        more = _run(tokens, run[1], lexicon)
        if more is None or more[0] >= _last_scale(run[0]):
            break
        run = run[0] + more[0], more[1]
    return run


def _run(tokens: list[Token], at: int, lexicon: TimeLexicon) -> tuple[int, int] | None:
    if not tokens[at].number and tokens[at].key not in lexicon.numbers:
        return None
    return max(number_runs(tokens, at, lexicon), key=lambda run: run[1], default=None)


def _halves(tokens: list[Token], at: int, counting: Counting) -> tuple[int, int] | None:
    """Return a fraction of a scale: 1.2 million, 1,5 тысячи, डेढ़ लाख."""
    lexicon, token, past = counting.lexicon, tokens[at], at + 1
    share: float | None = None
    if token.number and (match := _DECIMAL.fullmatch(token.key)):
        share = float(f"{int(match[1])}.{int(match[2]):0{len(match[2])}d}")
    elif token.number and token.key.isdecimal() and past + 1 < len(tokens) and tokens[past].key == ",":
        after = tokens[past + 1]
        if after.number and after.key.isdecimal() and len(after.key) < _DIGITS and after.start == token.end + 1:
            share, past = float(f"{int(token.key)}.{after.key}"), past + 2
    else:
        word = next((w for w in lexicon.words.get(token.key, ()) if w.label == "number" and not w.rest), None)
        share = word.value[0] / word.value[2] if word is not None and len(word.value) > _PAIR else None
    if share is None or past >= len(tokens):
        return None
    scale = next((one for one in lexicon.numbers.get(tokens[past].key, ()) if one.kind == "scale"), None)
    return (round(share * scale.value), past + 1) if scale is not None else None


def _last_scale(value: int) -> int:
    """Return the power of ten that a number counts in: 100 of 300, 10000 of 30000."""
    scale = 1
    while value and value % (scale * 10) == 0:
        scale *= 10
    return scale


def _is_some(token: Token, counting: Counting) -> bool:
    return labelled(token, counting, ("some",))


def labelled(token: Token, counting: Counting, labels: tuple[str, ...]) -> bool:
    """Whether the time patterns know a word under one of some labels."""
    return any(word.label in labels and not word.rest for word in counting.lexicon.words.get(token.key, ()))
