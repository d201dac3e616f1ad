"""A pack's `time.yaml` made ready for matching: one dictionary of words, one tree of patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ...errors import DataError
from ...packs.time_schema import SLOTS, NumericDates, TensePack, TimePack
from .endings import Endings
from .holidays import check_holiday
from .patterns import Node, compile_patterns, literal
from .tokens import Folding, tokenise

__all__ = ["NumberWord", "TimeLexicon", "Word", "compile_time"]


class Word(msgspec.Struct, frozen=True):
    """One reading of a word: its slot and value, the words that must follow, and how far it may be trusted."""

    label: str
    value: Any = None
    rest: tuple[str, ...] = ()
    capital: bool = False
    weak: bool = False
    small: bool = False


class NumberWord(msgspec.Struct, frozen=True):
    """A word in a number: `kind` is value, scale or join."""

    kind: str
    value: int = 0
    rest: tuple[str, ...] = ()


class TimeLexicon(msgspec.Struct):
    """Everything that matching and resolving need of one language. Built by `compile_time`."""

    words: dict[str, tuple[Word, ...]]
    openers: frozenset[str]
    """Those of the words that a pattern may begin with."""
    numbers: dict[str, tuple[NumberWord, ...]]
    ordinal_endings: frozenset[str]
    either: frozenset[str]
    digitwise: bool
    more: frozenset[str]
    root: Node
    folding: Folding
    split_beginnings: tuple[str, ...]
    before_digits: frozenset[str]
    ones_first: bool
    split_endings: Endings[tuple[str, ...]]
    """Endings to cut off known words, longer ones first, and the words that they are cut into."""
    numeric: NumericDates
    joins: frozenset[tuple[str, ...]]
    between: frozenset[tuple[str, ...]]
    lists: frozenset[tuple[str, ...]]
    tense: TensePack
    tense_words: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word of a cue to the words that must follow and the tense, longer cues first."""
    tense_endings: Endings[str]
    tense_beginnings: tuple[tuple[str, str], ...]
    tense_edges: frozenset[str]
    tense_since: frozenset[str]
    tense_untied: frozenset[str]
    tense_cuts: dict[str, tuple[tuple[str, ...], ...]]
    """First word of a cut to the words that must follow."""
    published: tuple[tuple[str, ...], ...]
    updated: tuple[tuple[str, ...], ...]
    longest_join: int
    parts_follow: bool
    parts_touch: bool
    record: frozenset[str]
    counted: frozenset[str]
    counted_endings: tuple[str, ...]
    counted_never: frozenset[str]
    anchor_words: frozenset[str]
    anchor_endings: tuple[str, ...]
    anchor_never: frozenset[str]
    anchor_over: frozenset[str]
    seen_parts: dict[str, tuple[str, ...]] = {}
    """What words were cut into before; the one field that grows."""


def compile_time(pack_time: TimePack) -> TimeLexicon:
    """Return the lexicon of one pack. Raises `DataError` where a pattern or a slot name is wrong."""
    folding = Folding(pack_time.fold)
    root, literals = compile_patterns(pack_time.patterns, pack_time.words, folding)
    words = _words(pack_time, folding)
    for key in literals:
        words.setdefault(key, []).append(Word(literal(key)))
    wrong = [key for key in pack_time.holidays if not check_holiday(key)]
    if wrong:
        raise DataError(f"time.yaml: holidays: {wrong[0]!r} names no day; see reading/time/holidays.py")
    joins = _sequences(pack_time.joins, folding)
    between, lists = _sequences(pack_time.between, folding), _sequences(pack_time.lists, folding)
    tense = pack_time.tense
    more = _folded(pack_time.numbers.more, folding)
    opening = (key for key, here in words.items() if key in more or any(word.label in root.edges for word in here))
    cues = (("past", tense.past), ("future", tense.future), ("present", tense.present), ("", tense.neither))
    return TimeLexicon(
        words={key: tuple(dict.fromkeys(readings)) for key, readings in words.items()},
        openers=frozenset(opening),
        numbers=_numbers(pack_time, folding),
        ordinal_endings=_folded(pack_time.ordinal_endings, folding),
        either=_folded(pack_time.numbers.either, folding),
        digitwise=pack_time.numbers.digitwise,
        more=more,
        root=root,
        folding=folding,
        split_beginnings=tuple(_folded(pack_time.split_beginnings, folding)),
        before_digits=_folded(pack_time.before_digits, folding),
        ones_first=pack_time.numbers.ones_first,
        split_endings=Endings(
            (ending.replace(" ", ""), tuple(ending.split())) for ending in pack_time.split_endings
        ),
        numeric=pack_time.numeric,
        joins=joins | {()},
        between=between,
        lists=lists,
        tense=pack_time.tense,
        tense_words=_cue_words([(word, name) for name, cue in cues for word in cue.words], folding),
        tense_endings=Endings((folding(ending), name) for name, cue in cues for ending in cue.endings),
        tense_beginnings=_cue_affixes([(start, name) for name, cue in cues for start in cue.beginnings], folding),
        tense_untied=_folded(tense.untied, folding),
        tense_cuts=_by_head(_sequences(tense.cuts, folding)),
        tense_since=_folded(tense.since, folding),
        tense_edges=_folded(tense.edges, folding),
        published=tuple(sorted(_sequences(pack_time.published, folding), key=len, reverse=True)),
        updated=tuple(sorted(_sequences(pack_time.updated, folding), key=len, reverse=True)),
        longest_join=max(len(sequence) for sequence in joins | between | lists | {()}),
        parts_follow=pack_time.parts_follow,
        parts_touch=pack_time.parts_touch,
        record=_folded(pack_time.record, folding),
        counted=_folded(pack_time.counted.words, folding),
        counted_endings=tuple(_folded(pack_time.counted.endings, folding)),
        counted_never=_folded(pack_time.counted.never, folding),
        anchor_words=_folded(pack_time.noun_anchor.words, folding),
        anchor_endings=tuple(_folded(pack_time.noun_anchor.endings, folding)),
        anchor_never=_folded(pack_time.noun_anchor.never, folding),
        anchor_over=_folded(pack_time.noun_anchor.over, folding),
    )


def _cue_affixes(cues: list[tuple[str, str]], folding: Folding) -> tuple[tuple[str, str], ...]:
    """Return beginnings that show a tense, longer ones first."""
    return tuple(sorted(((folding(ending), tense) for ending, tense in cues), key=lambda pair: -len(pair[0])))


def _folded(words: Iterable[str], folding: Folding) -> frozenset[str]:
    return frozenset(folding(word) for word in words)


def _cue_words(
    cues: list[tuple[str, str]], folding: Folding
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return cues of tense under their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, tense in cues:
        head, *rest = [token.key for token in tokenise(phrase, 0, len(phrase), folding)]
        found.setdefault(head, []).append((tuple(rest), tense))
    return {head: tuple(sorted(listed, key=lambda cue: -len(cue[0]))) for head, listed in found.items()}


def _sequences(phrases: Iterable[str], folding: Folding) -> frozenset[tuple[str, ...]]:
    """Return phrases as the token keys that they are made of."""
    return frozenset(tuple(token.key for token in tokenise(phrase, 0, len(phrase), folding)) for phrase in phrases)


def _by_head(sequences: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases under their first word, each as the words that must follow it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for head, *rest in sequences:
        found.setdefault(head, []).append(tuple(rest))
    return {head: tuple(listed) for head, listed in found.items()}


def _slot_words(pack: TimePack) -> Iterator[tuple[str, str, Any]]:
    """Yield slot, word and value for everything that a pack lists."""
    tables: tuple[tuple[str, dict[Any, tuple[str, ...]]], ...] = (
        ("month", pack.months), ("weekday", pack.weekdays), ("unit", pack.units), ("units", pack.plurals),
        ("daypart", pack.dayparts), ("season", pack.seasons), ("part", pack.parts), ("holiday", pack.holidays),
        ("zone", pack.zones), ("ordinal", pack.ordinals), ("recurring", pack.recurring), ("era", pack.eras),
        ("weekdays", pack.weekday_plurals),
        ("decade", pack.decades), ("weekdayshort", pack.weekday_short),
    )  # fmt: skip
    for slot, table in tables:
        for value, listed in table.items():
            for word in listed:
                yield slot, word, value
                if slot == "units":
                    yield "unit", word, value
                elif slot == "unit":
                    yield "single", word, value
    for day in pack.days:
        for word in day.words:
            yield "deictic", word, (day.offsets, day.daypart)
    for relative in pack.relative:
        for word in relative.words:
            yield "deictic", word, (relative.unit, relative.offset)
    for anchored in pack.anchored:
        for word in anchored.words:
            yield "anchored", word, (anchored.unit, anchored.offset)
    for measure in pack.measures:
        for word in measure.words:
            yield "measure", word, (measure.count, measure.unit)
    for calendar, months in pack.calendars.items():
        for number, listed in months.items():
            for word in listed:
                yield "calmonth", word, (calendar, number)
    for fiscal in pack.fiscal:
        for word in fiscal.words:
            yield "fiscal", word, fiscal.starts
    for number, listed in pack.numbers.halves.items():
        for word in listed:
            yield "number", word, (number, number, 2)
    for word in pack.numbers.some:
        yield "some", word, None
    for name, listed in pack.words.items():
        if name in SLOTS:
            raise DataError(f"time.yaml: words: {name!r} is the name of a slot; call the set something else")
        for word in listed:
            yield name, word, None


def _words(pack: TimePack, folding: Folding) -> dict[str, list[Word]]:
    """Return every word (and inflected form) under its first token."""
    weak = {folding(word) for word in pack.weak}
    endings = ("", *(folding(ending) for ending in pack.endings))
    found: dict[str, list[Word]] = {}
    for slot, word, value in _slot_words(pack):
        keys = [token.key for token in tokenise(word, 0, len(word), folding)]
        if not keys:
            raise DataError(f"time.yaml: {slot}: {word!r} has no letters")
        capital = slot in pack.capitals
        is_weak = folding(word) in weak
        for ending in endings if _inflected(slot, pack) else ("",):
            head, *rest = [*keys[:-1], keys[-1] + ending]
            found.setdefault(head, []).append(Word(slot, value, tuple(rest), capital, is_weak, slot in pack.small))
    return found


def _inflected(slot: str, pack: TimePack) -> bool:
    return slot in pack.inflect or (slot == "single" and "unit" in pack.inflect)


def _numbers(pack: TimePack, folding: Folding) -> dict[str, tuple[NumberWord, ...]]:
    """Return number words under their first token, longer ones first."""
    found: dict[str, list[NumberWord]] = {}
    listed = [("value", value, word) for value, words in pack.numbers.values.items() for word in words]
    listed += [("scale", value, word) for value, words in pack.numbers.scales.items() for word in words]
    listed += [("join", 0, word) for word in pack.numbers.joins]
    for kind, value, word in listed:
        head, *rest = [token.key for token in tokenise(word, 0, len(word), folding)]
        found.setdefault(head, []).append(NumberWord(kind, value, tuple(rest)))
    return {key: tuple(sorted(words, key=lambda word: -len(word.rest))) for key, words in found.items()}
