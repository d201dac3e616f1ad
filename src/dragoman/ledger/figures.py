"""What a sentence counts: each number, in digits or words, with whom it counts and what befell them.

Languages are data (`packs/data/*/counts.yaml`): words of fate ("killed", "숨졌다"), of things ("jets", "विमान"),
and those that make a figure a bound or an estimate. A language without that layer has no such figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..packs.loader import load_packs
from ..reading.time.find import read_cores
from ..reading.time.lexicon import TimeLexicon, compile_time
from ..reading.time.numbers import number_runs
from ..reading.time.tokens import Token, tokenise

__all__ = ["Figure", "contradict", "count_alike", "counted_in", "knows"]

_FATE_REACH = 8
"""Words between a number and what befell those whom it counts."""
_THING_REACH = 3
_BOUND_REACH = 2
_ROUND = 100
"""Numbers from here on of one figure and noughts (300, 2000) are estimates, whatever the words."""
_ESTIMATED = 1.15
"""Of two figures of which one is an estimate, how far the greater may be above the smaller."""
_SMALL = 10
"""Number words below this are parts of other words and phrases too, and count only beside what they count."""
_PAIR = 2
_DIGITS = 3
_HYPHENS = "-\u2010\u2011\u2013"
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")
_YEARS = range(1900, 2101)
_FROM = {"dead": ("dead",), "hurt": ("hurt", "dead"), "held": ("held",), "freed": ("freed",)}
"""What did not befall anybody where nobody was killed, hurt, held or freed: who is not hurt is not dead."""


class _Number(NamedTuple):
    """A number among tokens: the first, past the last, its place in the text, its value."""

    first: int
    past: int
    start: int
    end: int
    value: int


class Figure(NamedTuple):
    """One number: its value, the fate and the thing that it counts, whether it is a bound, and the word after it.

    `bound` is "least", "most", "about" or nothing.
    """

    value: int
    fate: str
    thing: str
    bound: str
    word: str


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


class _Counting:
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
        self.counters = tuple(
            sorted((self.lexicon.folding(one) for one in counts.counters), key=len, reverse=True)
        )

    def counts(self, tokens: Sequence[Token]) -> bool:
        """Tell whether any word of fate, or of a thing, may be among some tokens."""
        return self.fates.may_hold(tokens) or self.things.may_hold(tokens)


@cache
def _counting(code: str) -> _Counting | None:
    pack = load_packs().get(code)
    return _Counting(code) if pack and pack.counts and pack.time else None


@lru_cache(maxsize=8192)
def counted_in(quote: str, language: str | None) -> tuple[Figure, ...]:
    """Return the figures of a sentence that count somebody or something by the words of its pack.

    Days, hours and ages that the time patterns find are none.
    """
    counting = _counting(language) if language else None
    if counting is None or not counting.counts(tokenise(quote, 0, len(quote), counting.lexicon.folding)):
        return ()
    tokens, cores = read_cores(quote, 0, len(quote), counting.lexicon)
    timed = [(core.start, core.end) for core in cores]
    tokens = list(_unglued(tokens, counting))
    spans = [
        one
        for one in _numbers(tokens, counting)
        if not any(a < one.end and one.start < b for a, b in timed)
        and not _in_a_name(quote, one)
        and not _orders(tokens, one, counting)
    ]
    fates = [(n, name) for n in range(len(tokens)) if (name := counting.fates.at(tokens, n))]
    things = [(n, name) for n in range(len(tokens)) if (name := counting.things.at(tokens, n))]
    if counting.head_last:  # of things side by side the last is counted (नौ आतंकी ठिकाने)
        inner = {n - 1 for n, name in things if name != "people"}
        things = [one for one in things if one[0] not in inner]
    found = []
    for number, span in enumerate(spans):
        low = spans[number - 1].past if number else 0
        high = spans[number + 1].first if number + 1 < len(spans) else len(tokens)
        figure = _figure(tokens, span, (fates, things, range(low, high)), counting)
        if figure is not None:
            found.append(figure)
    return (*found, *_nobody(tokens, fates, counting))


def _figure(
    tokens: list[Token],
    span: _Number,
    around: tuple[Sequence[tuple[int, str]], Sequence[tuple[int, str]], range],
    counting: _Counting,
) -> Figure | None:
    """Return what a number counts, None where it may be a part of some word or phrase instead."""
    fates, things, within = around
    fate, fate_far = _nearest(fates, span, within, (_FATE_REACH, _FATE_REACH))
    specific = [one for one in things if one[1] != "people"]
    thing, thing_far = _nearest(specific, span, within, (0, _THING_REACH))
    people, people_far = _nearest(things, span, within, (0, _THING_REACH))
    if people and (not thing or people_far + 1 < thing_far):
        thing, thing_far = people, people_far
    after = tokens[span.past] if span.past < len(tokens) else None
    if (not fate and not thing) or (after is not None and _labelled(after, counting, ("unit", "units", "month"))):
        return None
    near = min(fate_far if fate else 99, thing_far if thing else 99)
    bare = span.past == span.first + 1 and any(
        one.kind == "scale" for one in counting.lexicon.numbers.get(tokens[span.first].key, ())
    )
    if not tokens[span.first].number and (span.value < _SMALL or bare) and near > 1:
        return None
    if (span.value == 1 and (not thing or thing_far)) or (span.value == _PAIR and not fate and not thing):
        return None
    if span.value in _YEARS and span.past - span.first == 1 and near > 0:
        return None
    word = tokens[span.past].key if span.past < len(tokens) else ""
    return Figure(span.value, fate, thing, _bound(tokens, span, within, counting), word)


def _in_a_name(quote: str, one: _Number) -> bool:
    """Whether a number is part of a name (F-16, МиГ-21)."""
    return one.start > 1 and quote[one.start - 1] in _HYPHENS and quote[one.start - 2].isalpha()


def _orders(tokens: list[Token], one: _Number, counting: _Counting) -> bool:
    """Whether a number is an ordinal one, written with its ending (12th)."""
    after = tokens[one.past] if one.past < len(tokens) else None
    return after is not None and after.start == one.end and after.key in counting.lexicon.ordinal_endings


def _unglued(tokens: Sequence[Token], counting: _Counting) -> Iterator[Token]:
    """Cut what counts off the number words to which it is glued (চারজন, 두명이)."""
    numbers = counting.lexicon.numbers
    for token in tokens:
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


def _numbers(tokens: list[Token], counting: _Counting) -> Iterator[_Number]:
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
            yield _Number(at, past, tokens[at].start, tokens[past - 1].end, value)
        at = past


def _whole(tokens: list[Token], at: int, counting: _Counting) -> tuple[int, int] | None:
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


def _halves(tokens: list[Token], at: int, counting: _Counting) -> tuple[int, int] | None:
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


def _is_some(token: Token, counting: _Counting) -> bool:
    return _labelled(token, counting, ("some",))


def _labelled(token: Token, counting: _Counting, labels: tuple[str, ...]) -> bool:
    """Whether the time patterns know a word under one of some labels."""
    return any(word.label in labels and not word.rest for word in counting.lexicon.words.get(token.key, ()))


def knows(language: str | None) -> bool:
    """Return whether the pack of a language says what figures count."""
    return language is not None and _counting(language) is not None


def _nearest(
    words: Sequence[tuple[int, str]], span: _Number, within: range, reach: tuple[int, int]
) -> tuple[str, int]:
    """Return the nearest of some words to a number, before or after within reach, and how many lie between."""
    best, chosen = 99, ""
    for at, name in words:
        if at not in within or span.first <= at < span.past:
            continue
        far = at - span.past if at >= span.past else span.first - at - 1
        if far <= reach[at >= span.past] and (far < best or (far == best and at >= span.past)):
            best, chosen = far, name
    return chosen, best


def _bound(tokens: list[Token], span: _Number, within: range, counting: _Counting) -> str:
    for at in range(max(within.start, span.first - _BOUND_REACH - 1), min(within.stop, span.past + _BOUND_REACH)):
        if not span.first <= at < span.past and (name := counting.bounds.at(tokens, at)):
            return name
    return "about" if any(counting.bounds.at(tokens, at) == "about" for at in range(span.first, span.past)) else ""


def _nobody(tokens: list[Token], fates: Sequence[tuple[int, str]], counting: _Counting) -> Iterator[Figure]:
    """Return noughts: nobody was killed, hurt, held or freed."""
    for at in range(len(tokens)):
        if counting.none.at(tokens, at):
            after = next((name for n, name in fates if at <= n <= at + _FATE_REACH // 2), None)
            yield from (Figure(0, name, "", "", "") for name in (_FROM[after] if after else ()))
            return


def contradict(one: Figure, other: Figure) -> bool:
    """Return whether two figures for the same cannot both be right, estimates and bounds considered."""
    small, great = sorted((one, other))
    if small.value == great.value or small.bound == "least" or great.bound == "most":
        return False
    rough = any(
        f.bound == "about" or (f.value >= _ROUND and not str(f.value)[1:].strip("0")) for f in (small, great)
    )
    return not rough or great.value > _ESTIMATED * small.value


def count_alike(one: Figure, other: Figure) -> bool:
    """Return whether two figures count the same: one fate or one thing, and nothing else that differs."""
    fates = one.fate == other.fate or not (one.fate and other.fate)
    things = one.thing == other.thing or not (one.thing and other.thing)
    return fates and things and bool((one.fate and other.fate) or (one.thing and other.thing))
