"""The whole way of one text: sentences to tokens, cores, compositions and resolved records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import msgspec

from ...records import Anomaly, Sentence, Time
from .calendars import Stretch
from .clitics import split_tokens
from .compose import compose
from .dateline import find_dateline
from .lexicon import TimeLexicon
from .match import match_cores
from .meaning import Core, rank
from .resolve import Context, Resolved, resolve
from .tense import STOPS, cue_tense, is_cut_off, is_untied
from .tokens import Token, tokenise
from .undated import stretch_of
from .years import strange_year

__all__ = ["find_times", "parse_published", "read_cores"]

TenseAt = Callable[[int], str | None]
_DATELINE_REACH: Final = 4
"""Sentences among which the first of the text proper is, behind a title and a lead."""
_WIRE_DAYS: Final = 3
"""Days after which an agency's story is not printed any more."""
_COUNT_REACH: Final = 1
"""How many sentences back "two weeks later" looks for the date that it counts from."""
_DAY_REACH: Final = 3
"""The same for "the same day" and "the next day", which go on telling one story."""
_RECORD_REACH: Final = 12
"""How many words before "in 24 years" may hold the "first" that makes it count back."""


def find_times(
    text: str,
    sentences: Sequence[Sentence],
    lexicon: TimeLexicon,
    published: str | None,
    tense_at: TenseAt | None = None,
) -> tuple[tuple[Time, ...], tuple[Anomaly, ...]]:
    """Return the time expressions of a text and what is wrong with them, in order and not overlapping.

    Args:
        text: the text, NFC; offsets in the records are its code points.
        sentences: where its sentences stand; without any the text is one.
        lexicon: of the text's language, from `compile_time`.
        published: ISO date or date-time of publication; `None` leaves relative expressions open.
        tense_at: the tense (past, present, future) around an offset; without it, or where it answers
            `None`, the pack's own cues in the sentence are asked.
    """
    anchor = parse_published(published)
    written: date | None = None
    times: list[Time] = []
    anomalies: list[Anomaly] = []
    before: list[list[Stretch]] = []
    for number, sentence in enumerate(sentences or (Sentence(start=0, end=len(text)),)):
        tokens, cores = read_cores(text, sentence.start, sentence.end, lexicon)
        if written is None and number < _DATELINE_REACH and anchor is not None:
            written = _written(tokens, cores, anchor)
        own: list[Stretch] = []
        for core in cores:
            told = _told_before(core, own, before)
            tense = _tense_of(core, tokens, lexicon, tense_at)
            strange = strange_year(core, tokens, lexicon)
            counting = _counting(core, tokens, lexicon)
            silent = lexicon.tense.silent == "open" and tokens[-1].key not in STOPS
            context = Context(
                written or anchor, tense, told, *counting, strange_year=strange, silent_is_open=silent
            )
            resolved = resolve(core, text, context)
            if written is not None and written != anchor:
                resolved = _told_from_dateline(resolved)
            times.append(resolved.time)
            anomalies.extend(resolved.anomalies)
            stretch = _anchor_of(resolved)
            own += [stretch] if stretch else []
        before = [own, *before[: _DAY_REACH - 1]]
    return tuple(times), tuple(anomalies)


def _written(tokens: list[Token], cores: list[Core], anchor: date) -> date | None:
    """Return the day of a dateline, where it lies on publication or shortly before."""
    core = find_dateline(tokens, cores)
    if core is None:
        return None
    stretch, _ = stretch_of(core.meaning, anchor, lambda: None)
    if stretch is None or not 0 <= (anchor - stretch.first).days <= _WIRE_DAYS:
        return None
    return stretch.first


def _told_from_dateline(resolved: Resolved) -> Resolved:
    """Return what was resolved, its words saying that the dateline is what it counts from."""
    how = resolved.time.how.replace("publication", "the dateline")
    return msgspec.structs.replace(resolved, time=msgspec.structs.replace(resolved.time, how=how))


def read_cores(text: str, start: int, end: int, lexicon: TimeLexicon) -> tuple[list[Token], list[Core]]:
    """Return the tokens of `text[start:end]` and the unresolved expressions among them."""
    tokens = split_tokens(tokenise(text, start, end, lexicon.folding), lexicon)
    return tokens, compose(match_cores(text, tokens, lexicon), tokens, lexicon)


def parse_published(published: str | None) -> date | None:
    """Return the day of an ISO date or date-time, or `None` where it is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _is_neighbouring_day(core: Core) -> bool:
    """Say whether the expression is the same day as one told before, or the day next to it."""
    meaning = core.meaning
    return meaning.kind == "anchored" and meaning.unit == "day" and meaning.count in ((0, 0), (1, 1))


def _told_before(core: Core, own: list[Stretch], before: list[list[Stretch]]) -> Stretch | None:
    """Return the stretch that an expression may count from: the last one in its sentence, else an earlier one.

    "The same day" means the day that an earlier sentence is about, which it mostly names first.
    """
    if own:
        return own[-1]
    if _is_neighbouring_day(core) or rank(core.meaning) == 0:
        return next((told[0] for told in before[:_DAY_REACH] if told), None)
    return next((told[-1] for told in before[:_COUNT_REACH] if told), None)


def _anchor_of(resolved: Resolved) -> Stretch | None:
    """Return the stretch that "two weeks later" may count from: at most a month long."""
    stretch = resolved.stretch
    if stretch is None or (stretch.last - stretch.first).days > 31:
        return None
    return stretch


def _tense_of(
    core: Core, tokens: list[Token], lexicon: TimeLexicon, tense_at: TenseAt | None
) -> Callable[[], str | None]:
    """Return what answers for the tense around an expression, when it is asked."""

    def tense() -> str | None:
        if is_cut_off(tokens, core.past, lexicon):
            return "present"  # a noun's own: no verb decides
        if not core.meaning.weekday and is_untied(tokens, core.first, core.past, lexicon):
            return "present"
        said = tense_at(core.start) if tense_at is not None else None
        return said or cue_tense(tokens, core.first, core.past, lexicon)

    return tense


def _counting(
    core: Core, tokens: list[Token], lexicon: TimeLexicon
) -> tuple[Callable[[], bool], Callable[[], bool]]:
    """Return what answers whether "in 24 years" counts back, and whether a count is from a noun in front."""

    def counts_back() -> bool:
        reach = tokens[max(0, core.first - _RECORD_REACH) : core.first]
        return any(token.key in lexicon.record for token in reach)

    def from_noun() -> bool:
        index = core.first - 1
        if index >= 0 and tokens[index].key in lexicon.anchor_over:
            index -= 1
        if index < 0 or tokens[index].number or tokens[index].key in lexicon.anchor_never:
            return False
        return tokens[index].key in lexicon.anchor_words or tokens[index].key.endswith(lexicon.anchor_endings)

    return counts_back, from_noun
