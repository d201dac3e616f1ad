"""What a sentence counts: each number, in digits or words, with whom it counts and what befell them.

Languages are data (`packs/data/*/counts.yaml`): words of fate ("killed", "숨졌다"), of things ("jets", "विमान"),
and those that make a figure a bound or an estimate. A language without that layer has no such figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..reading.time.find import read_cores
from ..reading.time.tokens import Token, tokenise
from .amounts import Counting, Number, counting_of, in_a_name, labelled, numbers, orders, ranged, unglued

__all__ = ["ESTIMATED", "FATES_OF_MANY", "Figure", "at_night", "contradict", "count_alike", "counted_in", "knows"]

_FATE_REACH = 8
"""Words between a number and what befell those whom it counts."""
_THING_REACH = 3
_BOUND_REACH = 2
_ROUND = 100
"""Numbers from here on of one figure and noughts (300, 2000) are estimates, whatever the words."""
ESTIMATED = 1.15
"""Of two figures of which one is an estimate, how far the greater may be above the smaller."""
_SMALL = 10
"""Number words below this are parts of other words and phrases too, and count only beside what they count."""
_PAIR = 2
_JOINED = {True: 3, False: 2}
"""Words between two numbers of one fate ("four children and nine adults died"), by whether verbs come last."""
_PERSONS = frozenset(
    ("people", "soldiers", "fighters", "civilians", "children", "police", "pilots", "captives", "diplomats")
)
_YEARS = range(1900, 2101)
_OF_LIVES = frozenset(("dead", "hurt"))
"""What befalls people, and no drone or ship that stands nearer to a number."""
FATES_OF_MANY = frozenset(("dead", "hurt", "held", "freed"))
"""What befell those who are counted; other fates are none."""
_NIGHT = frozenset(("night", "midnight", "dawn"))
_FROM = {"dead": ("dead",), "hurt": ("hurt", "dead"), "held": ("held",), "freed": ("freed",)}
"""What did not befall anybody where nobody was killed, hurt, held or freed: who is not hurt is not dead."""


class Figure(NamedTuple):
    """One number: its value, the fate and the thing that it counts, whether it is a bound, and the word after it.

    `bound` is "least", "most", "about" or nothing; `high` the end of a range ("40 to 50"), else 0.
    """

    value: int
    fate: str
    thing: str
    bound: str
    word: str
    high: int = 0


@lru_cache(maxsize=8192)
def counted_in(quote: str, language: str | None) -> tuple[Figure, ...]:
    """Return the figures of a sentence that count somebody or something by the words of its pack.

    Days, hours and ages that the time patterns find are none.
    """
    counting = counting_of(language) if language else None
    if counting is None or not counting.counts(tokenise(quote, 0, len(quote), counting.lexicon.folding)):
        return ()
    tokens, cores = read_cores(quote, 0, len(quote), counting.lexicon)
    timed = [(core.start, core.end) for core in cores]
    tokens = list(unglued(tokens, counting))
    spans = [
        one
        for one in ranged(list(numbers(tokens, counting)), tokens, counting)
        if not any(a < one.end and one.start < b for a, b in timed)
        and not in_a_name(quote, one)
        and not orders(tokens, one, counting)
    ]
    fates = [(n, name) for n in range(len(tokens)) if (name := counting.fates.at(tokens, n))]
    things = [(n, name) for n in range(len(tokens)) if (name := counting.things.at(tokens, n))]
    if counting.head_last:  # of things side by side the last is counted (नौ आतंकी ठिकाने)
        inner = {n - 1 for n, name in things if name != "people"}
        things = [one for one in things if one[0] not in inner]
    spans = [one for one in spans if not _is_article(tokens, one, things)]
    befell = _befell(tokens, spans, fates, counting)
    found = []
    for number, span in enumerate(spans):
        within = range(*_room(tokens, spans, number))
        figure = _figure(tokens, span, (befell[number], things, within), counting)
        if figure is not None and not (span.first == spans[0].first and _besides(tokens, span, counting)):
            found.append(figure)
    return (*found, *_nobody(tokens, fates, counting))


def _room(tokens: Sequence[Token], spans: Sequence[Number], number: int) -> tuple[int, int]:
    """Return between which tokens a number stands alone: from the number before to the one after."""
    low = spans[number - 1].past if number else 0
    return low, spans[number + 1].first if number + 1 < len(spans) else len(tokens)


def _is_article(tokens: Sequence[Token], one: Number, things: Sequence[tuple[int, str]]) -> bool:
    """Whether a word for one stands before nothing that is counted (a bomb)."""
    return one.value == 1 and not tokens[one.first].number and all(at != one.past for at, _ in things)


def _befell(
    tokens: Sequence[Token], spans: Sequence[Number], fates: Sequence[tuple[int, str]], counting: Counting
) -> list[tuple[str, int]]:
    """Return the fate of each number, and how many words lie between.

    The nearest one, but not one that the number before has taken, nor one beyond a comma that is nearer to the
    next number. Those side by side share the fate of one of them.
    """
    found: list[tuple[str, int]] = []
    taken = -1
    for number, span in enumerate(spans):
        low, high = _room(tokens, spans, number)
        near = [
            (at - span.past if at >= span.past else span.first - at - 1, at < span.past, at, name)
            for at, name in fates
            if low <= at < high
        ]
        after = [one for one in near if not one[1] and not _next_ones(tokens, span, one[2], high)]
        before = [one for one in near if one[1] and (one[2] != taken or not after)]
        best = min((one for one in (*before, *after) if one[0] <= _FATE_REACH), default=None)
        taken = best[2] if best is not None else -1
        found.append((_freed(best[3], near), best[0]) if best is not None else ("", 99))
    pairs = [(n, n + 1) for n in range(len(spans) - 1)]
    for own, other in (*reversed(pairs), *((b, a) for a, b in pairs)):
        first, last = sorted((own, other))
        between = tokens[spans[first].past : spans[last].first]
        if (
            not found[own][0]
            and len(between) <= _JOINED[counting.head_last]
            and all(t.key != "," for t in between)
        ):
            found[own] = found[other][0], 99
    return found


def _next_ones(tokens: Sequence[Token], span: Number, at: int, high: int) -> bool:
    """Whether a fate is that of the next number: beyond a comma, and nearer to it."""
    return high < len(tokens) and high - at <= at - span.past and any(t.key == "," for t in tokens[span.past : at])


def _freed(fate: str, near: Sequence[tuple[int, bool, int, str]]) -> str:
    """Return the fate; that of hostages who are freed is not to be held."""
    return "freed" if fate == "held" and any(one[3] == "freed" for one in near) else fate


def _besides(tokens: Sequence[Token], span: Number, counting: Counting) -> bool:
    """Whether a number counts what comes on top of others ("another six"), or is none ("hàng chục")."""
    beside = (at for at in (span.first - 1, span.past, span.past + 1) if 0 <= at < len(tokens))
    return any(counting.besides.at(tokens, at) is not None for at in beside)


def _figure(
    tokens: list[Token],
    span: Number,
    around: tuple[tuple[str, int], Sequence[tuple[int, str]], range],
    counting: Counting,
) -> Figure | None:
    """Return what a number counts, None where it may be a part of some word or phrase instead."""
    (fate, fate_far), things, within = around
    specific = [one for one in things if one[1] != "people"]
    thing, thing_far = _nearest(specific, span, within, (0, _THING_REACH))
    people, people_far = _nearest(things, span, within, (0, _THING_REACH))
    if people and (not thing or people_far + 1 < thing_far):
        thing, thing_far = people, people_far
    if fate and (fate_far == 99 or (thing and fate in _OF_LIVES)) and thing not in _PERSONS:
        fate = ""
    after = tokens[span.past] if span.past < len(tokens) else None
    if (not fate and not thing) or (after is not None and labelled(after, counting, ("unit", "units", "month"))):
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
    bound = "" if span.high else _bound(tokens, span, within, counting)
    return Figure(span.value, fate, thing, bound, word, span.high)


@lru_cache(maxsize=1024)
def at_night(quote: str, language: str | None) -> bool:
    """Whether a sentence tells of the night or the small hours, which have two dates."""
    counting = counting_of(language) if language else None
    if counting is None:
        return False
    words = counting.lexicon.words
    return any(
        word.value in _NIGHT if word.label == "daypart" else word.label == "deictic" and word.value[1] in _NIGHT
        for token in tokenise(quote, 0, len(quote), counting.lexicon.folding)
        for word in words.get(token.key, ())
    )


def knows(language: str | None) -> bool:
    """Return whether the pack of a language says what figures count."""
    return language is not None and counting_of(language) is not None


def _nearest(
    words: Sequence[tuple[int, str]], span: Number, within: range, reach: tuple[int, int]
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


def _bound(tokens: list[Token], span: Number, within: range, counting: Counting) -> str:
    for at in range(max(within.start, span.first - _BOUND_REACH - 1), min(within.stop, span.past + _BOUND_REACH)):
        if not span.first <= at < span.past and (name := counting.bounds.at(tokens, at)):
            return name
    return "about" if any(counting.bounds.at(tokens, at) == "about" for at in range(span.first, span.past)) else ""


def _nobody(tokens: list[Token], fates: Sequence[tuple[int, str]], counting: Counting) -> Iterator[Figure]:
    """Return noughts: nobody was killed, hurt, held or freed."""
    for at in range(len(tokens)):
        if counting.none.at(tokens, at):
            after = next((name for n, name in fates if at <= n <= at + _FATE_REACH // 2), None)
            yield from (Figure(0, name, "", "", "") for name in (_FROM[after] if after else ()))
            return


def contradict(one: Figure, other: Figure) -> bool:
    """Return whether two figures for the same cannot both be right, estimates and bounds considered."""
    small, great = sorted((one, other))
    if great.value <= max(small.value, small.high) or small.bound == "least" or great.bound == "most":
        return False
    if small.thing in _PERSONS - {"people"} and great.thing in ("", "people"):
        return False  # some of all who were hit
    rough = any(
        f.bound == "about" or (f.value >= _ROUND and not str(f.value)[1:].strip("0")) for f in (small, great)
    )
    return not rough or great.value > ESTIMATED * small.value


def count_alike(one: Figure, other: Figure) -> bool:
    """Return whether two figures count the same: one fate or one thing, and nothing else that differs."""
    fates = one.fate == other.fate or not (one.fate and other.fate)
    things = one.thing == other.thing or not (one.thing and other.thing)
    things = things or ("people" in (one.thing, other.thing) and {one.thing, other.thing} <= _PERSONS)
    return fates and things and bool((one.fate and other.fate) or (one.thing and other.thing))
