"""Neighbouring cores put together: "Friday" + "last week", "18 October" to "3 November", lists."""

from __future__ import annotations

from typing import Final

import msgspec

from .lexicon import TimeLexicon
from .meaning import Core, Meaning, merge, rank
from .tokens import Token

__all__ = ["compose"]

_BRACKETS: Final = {"(": ")", "（": "）", "[": "]"}


def compose(cores: list[Core], tokens: list[Token], lexicon: TimeLexicon) -> list[Core]:
    """Return the cores of one sentence, merged where they are one expression; weak ones left alone are gone."""
    if not cores:
        return []
    merged: list[Core] = []
    for core in cores:
        current = core
        while merged and (whole := _merged(merged[-1], current, tokens, lexicon)) is not None:
            merged.pop()
            current = whole
        merged.append(current)
    listed = _lists(merged, tokens, lexicon)
    ranged: list[Core] = []
    for core in listed:
        whole = _ranged(ranged[-1], core, tokens, lexicon) if ranged else None
        if whole is None:
            ranged.append(core)
        else:
            ranged[-1] = whole
    kept = [core for core in ranged if not core.weak]
    free = [*(core.first for core in kept[1:]), len(tokens)]
    return [_zoned(core, bound, tokens, lexicon) for core, bound in zip(kept, free, strict=False)]


def _gap(one: Core, other: Core, tokens: list[Token], lexicon: TimeLexicon) -> tuple[str, ...] | None:
    """Return the words between two cores, or `None` where there are too many of them to matter."""
    if other.first - one.past > max(lexicon.longest_join, 1):
        return None
    return tuple(token.key for token in tokens[one.past : other.first])


def _merged(one: Core, other: Core, tokens: list[Token], lexicon: TimeLexicon) -> Core | None:
    gap = _gap(one, other, tokens, lexicon)
    if gap is None:
        return None
    past, end = other.past, other.end
    bracketed = len(gap) == 1 and gap[0] in _BRACKETS
    if bracketed:
        if past >= len(tokens) or tokens[past].key != _BRACKETS[gap[0]]:
            return None
        if rank(one.meaning) != 1 or rank(other.meaning) != 1:
            return None
        past, end = past + 1, tokens[past].end
    elif gap not in lexicon.joins:
        return None
    if gap == (",",) and not _apposed(one, other, tokens):
        return None
    if gap == (",",) and rank(one.meaning) > max(rank(other.meaning), 1):
        return None
    if not _in_order(one.meaning, other.meaning, gap, lexicon):
        return None
    meaning = merge(one.meaning, other.meaning, bracketed)
    if meaning is None:
        return None
    return Core(meaning, one.start, end, one.first, past)


def _apposed(one: Core, other: Core, tokens: list[Token]) -> bool:
    """Say whether a comma may join two cores: of "yesterday, Monday" the second must end its phrase."""
    if not one.meaning.offsets and one.meaning.toward is None and other.meaning.toward is None:
        return True
    ended = other.past >= len(tokens) or not (tokens[other.past].number or tokens[other.past].key[:1].isalpha())
    return ended and rank(one.meaning) == rank(other.meaning) == 1


def _zoned(core: Core, bound: int, tokens: list[Token], lexicon: TimeLexicon) -> Core:
    """Return a core with the zone that follows it, where it says a time of day and no zone yet.

    Tokens from `bound` on are another expression's: "15 h cet après-midi" has no Central European Time.
    """
    meaning = core.meaning
    if core.past >= len(tokens) or meaning.zone or not (meaning.clock or meaning.daypart):
        return core
    first = core.past + (tokens[core.past].key in ",،" and core.past + 1 < len(tokens))
    for word in lexicon.words.get(tokens[first].key, ()):
        past = first + 1 + len(word.rest)
        if past > bound or word.label not in ("zone", "local"):
            continue
        if tuple(one.key for one in tokens[first + 1 : past]) == word.rest:
            zoned = msgspec.structs.replace(meaning, zone=word.value)
            return msgspec.structs.replace(core, meaning=zoned, end=tokens[past - 1].end, past=past)
    return core


def _in_order(one: Meaning, other: Meaning, gap: tuple[str, ...], lexicon: TimeLexicon) -> bool:
    """Say whether a bare part ("early", "শুরুতে") stands on the side where the language puts it."""
    if rank(one) != 9 and rank(other) != 9:
        return True
    if gap and lexicon.parts_touch:
        return False
    return gap != (",",) and (rank(other) == 9) == lexicon.parts_follow


def _lists(cores: list[Core], tokens: list[Token], lexicon: TimeLexicon) -> list[Core]:
    """Let the members of a list complete each other: "18 and 25 October", "in 2018 and 2020"."""
    listed = list(cores)
    for index in range(len(listed) - 2, -1, -1):
        one, other = listed[index], listed[index + 1]
        if _gap(one, other, tokens, lexicon) not in lexicon.lists:
            continue
        if _day_only(one.meaning) and other.meaning.day and other.meaning.month:
            shared = msgspec.structs.replace(one.meaning, month=other.meaning.month, year=other.meaning.year)
            listed[index] = msgspec.structs.replace(one, meaning=shared, weak=False)
        elif _lacks_year(one.meaning, other.meaning):
            shared = msgspec.structs.replace(one.meaning, year=other.meaning.year, relative=other.meaning.relative)
            listed[index] = msgspec.structs.replace(one, meaning=shared, weak=False)
        elif one.weak and not other.weak and _alike(one.meaning, other.meaning):
            listed[index] = msgspec.structs.replace(one, weak=False)
    for index in range(1, len(listed)):
        one, other = listed[index - 1], listed[index]
        rescued = other.weak and not one.weak and _alike(one.meaning, other.meaning)
        if rescued and _gap(one, other, tokens, lexicon) in lexicon.lists:
            listed[index] = msgspec.structs.replace(other, weak=False)
    return listed


def _day_only(meaning: Meaning) -> bool:
    return meaning.day is not None and meaning.month is None and meaning.weekday is None


def _lacks_year(one: Meaning, other: Meaning) -> bool:
    """Say whether a day or month takes its year from the next in the list: "June and July last year"."""
    said = other.year is not None or (other.relative is not None and other.relative[0] == "year")
    bare = one.month is not None and one.year is None and one.relative is None and one.toward is None
    both_days = bool(one.day) == bool(other.day)
    return said and bare and other.month is not None and both_days and _alike(one, other) and not other.until


def _alike(one: Meaning, other: Meaning) -> bool:
    return one.kind == other.kind == "calendar" and 1 <= rank(one) == rank(other) <= 6


def _ranged(one: Core, other: Core, tokens: list[Token], lexicon: TimeLexicon) -> Core | None:
    """Return the range from one core to the next, each taking from the other what it does not say."""
    gap = _gap(one, other, tokens, lexicon)
    if one.meaning.until or other.meaning.until or gap not in lexicon.between:
        return None
    one, other = _same_day_clocks(one, other)
    start, end = one.meaning, other.meaning
    clocks = bool(start.clock and end.clock) and rank(start) == rank(end) == 0
    words = bool(gap) and gap[0].isalpha() and _open_ended(start, end)
    if not (clocks or words or _alike(start, end)):
        return None
    if bool(start.offsets) != bool(end.offsets) and not (start.weekday or end.weekday):
        return None
    if start.day and end.day:
        start = _month_before(start, end)
        start, end = _shared(start, end, "month"), _shared(end, start, "month")
    if not start.relative and not end.relative and not (start.weekday or end.weekday):
        start, end = _shared(start, end, "year"), _shared(end, start, "year")
    meaning = msgspec.structs.replace(start, until=end)
    return Core(meaning, one.start, other.end, one.first, other.past, one.weak and other.weak)


def _open_ended(start: Meaning, end: Meaning) -> bool:
    """Say whether a day and a coarser end make a range: "from 6 November until the end of June"."""
    return (
        start.kind == end.kind == "calendar" and bool(start.month) and bool(end.month) and rank(start) < rank(end)
    )


def _same_day_clocks(one: Core, other: Core) -> tuple[Core, Core]:
    """Give both clock times of "Sunday 7 am to 6 pm" their day, which only one of them says."""
    start, end = one.meaning, other.meaning
    if not (start.clock and end.clock) or {rank(start), rank(end)} != {0, 1}:
        return one, other
    dated, bare = (start, end) if rank(start) else (end, start)
    day = merge(bare, msgspec.structs.replace(dated, clock=None, daypart=None, zone=None))
    if day is None:
        return one, other
    if bare is end:
        return one, msgspec.structs.replace(other, meaning=day)
    return msgspec.structs.replace(one, meaning=day), other


def _month_before(start: Meaning, end: Meaning) -> Meaning:
    """Return the beginning with its month where it lies in the one before: "28일부터 9월 13일"."""
    if start.month or not end.month or not start.day or not end.day or start.day <= end.day:
        return start
    year = end.year - (end.month == 1) if end.year else start.year
    return msgspec.structs.replace(start, month=(end.month - 2) % 12 + 1, year=year)


def _shared(meaning: Meaning, other: Meaning, field: str) -> Meaning:
    if getattr(meaning, field) is not None:
        return meaning
    return msgspec.structs.replace(meaning, **{field: getattr(other, field)})
