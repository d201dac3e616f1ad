"""A meaning to a record: what interval it is, seen from publication, the clause's tense and earlier dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import msgspec

from ...records import Anomaly, Time, TimeCandidate, TimeType
from . import calendars
from .anomalies import anomalies_of
from .calendars import Stretch
from .meaning import Core, Meaning, rank
from .undated import fiscal_stretches, stretch_of

__all__ = ["Context", "Resolved", "resolve"]

UNKNOWN: Final = "counted from publication, whose date is not known"
_UNANCHORED: Final = "counted from another date, which the text does not give"
_SEVERAL: Final = 6
"""How many units "the coming months" may be at most: a bound, so that a forecast can be judged."""
_WEEK: Final = 7
"""Days up to which "two days earlier" is counted from publication where no date stands before it."""
_CODES: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_DAYPARTS: Final = {
    "dawn": "TDA", "morning": "TMO", "noon": "T12:00", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
    "midnight": "T00:00",
}  # fmt: skip


class Context(msgspec.Struct, frozen=True):
    """What resolving may ask: the day of publication, tense where needed, and the date told before."""

    published: date | None
    tense: Callable[[], str | None]
    before: Stretch | None = None
    counts_back: Callable[[], bool] = lambda: False
    from_noun: Callable[[], bool] = lambda: False
    """Whether a count is from the event that a noun in front names."""
    silent_is_open: bool = False
    """Whether a weekday that no tense is told of stays undecided."""
    strange_year: str | None = None
    """Digits that stand where the year does and are none between 1000 and 2100."""


class Resolved(msgspec.Struct, frozen=True):
    """A finished time with what is wrong with it."""

    time: Time
    anomalies: tuple[Anomaly, ...] = ()
    stretch: Stretch | None = None


class _Answer(msgspec.Struct, frozen=True):
    """Value, open or closed interval and words for one meaning."""

    how: str
    value: str | None = None
    first: date | None = None
    last: date | None = None
    type: TimeType = "DATE"
    stretch: Stretch | None = None
    candidates: tuple[TimeCandidate, ...] = ()


def resolve(core: Core, text: str, context: Context) -> Resolved:
    """Return the record of one core. Never raises: what cannot be has no interval and says why."""
    meaning = core.meaning
    anomalies: list[Anomaly] = []
    try:
        read = _range if meaning.until is not None else _KINDS[meaning.kind]
        answer = read(meaning, context)
    except (ValueError, OverflowError):
        answer = _Answer("beyond the calendar")
    if meaning.kind == "calendar":
        anomalies = anomalies_of(core, answer.first, context.strange_year)
        if anomalies and anomalies[0].kind == "no-such-date":
            answer = _Answer("no such date")
    length = meaning.kind == "inside" and answer.type == "DURATION" and core.start < core.count < core.end
    start = core.count if length else core.start  # "for two months" is without its "for"
    time = Time(
        start=start,
        end=core.end,
        text=text[start : core.end],
        type=answer.type,
        value=answer.value,
        earliest=answer.first.isoformat() if answer.first else None,
        latest=answer.last.isoformat() if answer.last else None,
        how=answer.how,
        candidates=answer.candidates,
    )
    return Resolved(time, tuple(anomalies), answer.stretch)


def _calendar(meaning: Meaning, context: Context) -> _Answer:
    """Return what calendar fields and words like yesterday come to."""
    if rank(meaning) == 0:
        return _time_of_day(meaning, context.before)
    if meaning.fiscal:
        return _fiscal(meaning, context)
    if meaning.offsets and not meaning.day:
        answer = _offset_day(meaning, context)
    elif _is_undecided_weekday(meaning, context):
        answer = _either_weekday(meaning, context)
    else:
        stretch, how = stretch_of(meaning, context.published, context.tense)
        if stretch is None:
            return _Answer(how, _masked(meaning), type=_calendar_type(meaning))
        if meaning.part:
            stretch = calendars.part_of(stretch, meaning.part, context.published)
            how = f"{_PART_WORDS[meaning.part]} {how}"
        answer = _Answer(how, stretch.value, stretch.first, stretch.last, stretch=stretch)
    suffix = _clock_suffix(meaning)
    if not suffix or answer.value is None:
        return answer if not suffix else msgspec.structs.replace(answer, type="TIME")
    return msgspec.structs.replace(answer, value=answer.value + suffix, type="TIME")


def _time_of_day(meaning: Meaning, before: Stretch | None) -> _Answer:
    """Return a clock time or part of a day: of the day told before it, where there is one."""
    suffix = _clock_suffix(meaning)
    if before is None or before.first != before.last:
        return _Answer("time of day, its day not said", suffix, type="TIME")
    day = before.first
    how = f"time of day on {day}, which stands before"
    return _Answer(how, f"{day}{suffix}", day, day, "TIME", calendars.day_of(day))


def _fiscal(meaning: Meaning, context: Context) -> _Answer:
    """Return a fiscal year, half or quarter; where its first month may be one of several, all candidates."""
    options = fiscal_stretches(meaning, context.published)
    if not options:
        return _Answer(UNKNOWN if meaning.year is None else "beyond the calendar")
    if meaning.part:
        options = [calendars.part_of(one, meaning.part, context.published) for one in options]
    if len(options) == 1:
        stretch = options[0]
        return _Answer(
            f"fiscal year from {stretch.first}", stretch.value, stretch.first, stretch.last, stretch=stretch
        )
    candidates = tuple(
        TimeCandidate(
            value=one.value, earliest=str(one.first), latest=str(one.last), how=f"fiscal year from {one.first}"
        )
        for one in options
    )
    return _Answer("unresolved: when the fiscal year begins is not said", candidates=candidates)


def _is_undecided_weekday(meaning: Meaning, context: Context) -> bool:
    loose = meaning.weekday and meaning.toward is None and not (meaning.day or meaning.relative or meaning.year)
    return bool(loose and context.silent_is_open and context.published is not None and context.tense() is None)


def _either_weekday(meaning: Meaning, context: Context) -> _Answer:
    """Return the last such day and the next one: nothing says which of them."""
    last = stretch_of(meaning, context.published, lambda: "past")
    coming = stretch_of(meaning, context.published, lambda: "future")
    if last[0] is None or coming[0] is None or last[0] == coming[0]:
        return _Answer(last[1], *_ends(last[0]), stretch=last[0])
    candidates = tuple(
        TimeCandidate(value=one.value, earliest=str(one.first), latest=str(one.last), how=how)
        for one, how in (last, coming)
        if one is not None
    )
    return _Answer("unresolved: no tense says whether last or next", candidates=candidates)


def _ends(stretch: Stretch | None) -> tuple[str | None, date | None, date | None]:
    return (stretch.value, stretch.first, stretch.last) if stretch else (None, None, None)


_PART_WORDS: Final = {
    "start": "start of", "middle": "middle of", "end": "end of", "first-half": "first half of",
    "second-half": "second half of", "before": "up to now within",
    "after": "from now on within", "eve": "night before the",
}  # fmt: skip


def _calendar_type(meaning: Meaning) -> TimeType:
    return "TIME" if _clock_suffix(meaning) else "DATE"


def _masked(meaning: Meaning) -> str | None:
    """Return the value with X for what is not known: "XXXX-10-19", "XXXX-WXX-3"."""
    if meaning.month:
        day = f"-{meaning.day:02d}" if meaning.day else ""
        return f"XXXX-{meaning.month:02d}{day}"
    return None


def _clock_suffix(meaning: Meaning) -> str:
    """Return the time of day as TIMEX3 writes it, or nothing."""
    if meaning.clock:
        zone = meaning.zone or ""
        return f"T{meaning.clock}{'Z' if zone in ('+00:00', 'Z') else zone}"
    return _DAYPARTS[meaning.daypart] if meaning.daypart else ""


def _offset_day(meaning: Meaning, context: Context) -> _Answer:
    """Return yesterday and the like; of several candidates the one that the tense allows."""
    if context.published is None:
        return _Answer(UNKNOWN)
    offsets = meaning.offsets
    if len(offsets) > 1 and meaning.weekday:
        named = [
            step for step in offsets if (context.published + timedelta(days=step)).isoweekday() == meaning.weekday
        ]
        offsets = tuple(named) if len(named) == 1 else offsets
    if len(offsets) > 1:
        sign = {"past": -1, "future": 1}.get(context.tense() or "", 0)
        decided = tuple(offset for offset in offsets if offset * sign > 0)
        if len(decided) != 1:
            options = tuple(_candidate(context.published + timedelta(days=offset), offset) for offset in offsets)
            return _Answer("unresolved: the tense does not decide the direction", candidates=options)
        offsets = decided
    day = context.published + timedelta(days=offsets[0])
    stretch = calendars.day_of(day)
    return _Answer(_steps_words("day", offsets[0]), stretch.value, day, day, stretch=stretch)


def _candidate(day: date, offset: int) -> TimeCandidate:
    plain = day.isoformat()
    return TimeCandidate(value=plain, earliest=plain, latest=plain, how=_steps_words("day", offset))


def _steps_words(unit: str, count: int) -> str:
    """Return "week before publication", "3 days after publication", "day of publication"."""
    if count == 0:
        return f"{unit} of publication"
    number = "" if abs(count) == 1 else f"{abs(count)} "
    return f"{number}{unit}{'' if abs(count) == 1 else 's'} {'before' if count < 0 else 'after'} publication"


def _counted(meaning: Meaning, context: Context) -> _Answer:
    """Return "three days ago": the units that lie so far from publication."""
    published, unit, sign = context.published, meaning.unit or "day", meaning.direction
    if published is None:
        return _Answer(UNKNOWN)
    if sign < 0 and context.from_noun():
        return _Answer(_UNANCHORED)
    if meaning.count is None:
        if sign < 0:
            return _Answer("some time before publication", "PAST_REF", None, published)
        return _Answer("some time after publication", "FUTURE_REF", published, None)
    ends = sorted(sign * count for count in meaning.count)
    days = [calendars.add_units(published, unit, steps) for steps in ends]
    if days[0] is None or days[1] is None:
        return _Answer("beyond the calendar")
    if unit in ("second", "minute", "hour"):
        first, last = (days[0], published) if sign < 0 else (published, days[1])
        value = first.isoformat() if first == last else f"{first}/{last}"
        return _Answer(_steps_words(unit, sign * meaning.count[1]), value, first, last)
    low, high = calendars.unit_of(days[0], unit), calendars.unit_of(days[1], unit)
    value = low.value if low == high else f"{low.value}/{high.value}"
    stretch = Stretch(value, low.first, high.last)
    return _Answer(_steps_words(unit, sign * meaning.count[1]), value, low.first, high.last, stretch=stretch)


def _within(meaning: Meaning, context: Context) -> _Answer:
    """Return "in three days": ahead where the tense is future, else how long something took or has not been."""
    if not context.counts_back() and context.tense() == "future":
        return _counted(meaning, context)
    return _duration(meaning, context)


def _span(meaning: Meaning, context: Context) -> _Answer:
    """Return "the past six months": a stretch that ends, or begins, on the day of publication."""
    if context.published is None:
        return _Answer(UNKNOWN)
    unit = meaning.unit or "day"
    count = meaning.count[1] if meaning.count else _SEVERAL
    other = calendars.add_units(context.published, unit, meaning.direction * count)
    if other is None:
        return _Answer("beyond the calendar")
    first, last = sorted((context.published, other))
    direction = "up to" if meaning.direction < 0 else "from"
    plural = "" if count == 1 else "s"
    if meaning.count is None:
        value = "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
        return _Answer(f"several {unit}s {direction} publication, at most {count}", value, first, last)
    return _Answer(f"{count} {unit}{plural} {direction} publication", f"{first}/{last}", first, last)


def _anchored(meaning: Meaning, context: Context) -> _Answer:
    """Return "the same day", "two weeks later": counted from the date that stands before."""
    before, unit = context.before, meaning.unit or "day"
    kind: TimeType = "TIME" if _clock_suffix(meaning) else "DATE"
    if meaning.count != (0, 0) and context.from_noun():
        return _Answer(_UNANCHORED, type=kind)
    if before is None and unit == "day" and meaning.direction < 0 and meaning.count:
        return _Answer(_UNANCHORED, type=kind, candidates=_days_back(meaning.count, context.published))
    if before is None or meaning.count is None or (unit == "day" and before.first != before.last):
        return _Answer(_UNANCHORED, type=kind)
    if unit in ("second", "minute", "hour"):
        return _Answer("counted in hours from a date before it", type=kind)
    how = f"counted from {before.value}, which stands before"
    if meaning.weekday and meaning.direction:  # "the following Monday"
        stretch = calendars.weekday_beside(before, meaning.weekday, meaning.direction)
        return _Answer(how, stretch.value, stretch.first, stretch.last, kind, stretch)
    steps = [calendars.add_units(before.first, unit, meaning.direction * count) for count in meaning.count]
    ends = sorted(step for step in steps if step is not None)
    if not ends:
        return _Answer("beyond the calendar", type=kind)
    low, high = calendars.unit_of(ends[0], unit), calendars.unit_of(ends[-1], unit)
    if unit in ("month", "year") and low == high:
        low = high = _within_anchor(meaning, low.first)
    value = low.value if low == high else f"{low.value}/{high.value}"
    stretch = Stretch(low.value, low.first, high.last)
    return _Answer(how, value + _clock_suffix(meaning), low.first, high.last, kind, stretch)


def _days_back(count: tuple[int, int], published: date | None) -> tuple[TimeCandidate, ...]:
    """Return what "the day before" may mean where no date stands before it: counted from publication."""
    if published is None or count[0] != count[1] or not 0 < count[0] <= _WEEK:
        return ()
    return (_candidate(published - timedelta(days=count[0]), -count[0]),)


def _within_anchor(meaning: Meaning, first: date) -> Stretch:
    """Return "the 6th of the same month", "May of that year", "late that year"; raises where there is none."""
    month = meaning.month or (first.month if meaning.unit == "month" else None)
    named = msgspec.structs.replace(meaning, kind="calendar", year=first.year, month=month, unit=None, count=None)
    stretch, _ = stretch_of(named, None, lambda: None)
    if stretch is None:
        raise ValueError("no such date")
    return calendars.part_of(stretch, meaning.part, None) if meaning.part else stretch


def _after(meaning: Meaning, context: Context) -> _Answer:
    """Return "через два дня", "三天后": from publication if it lies ahead, else from the date told before."""
    if context.from_noun():
        return _Answer(_UNANCHORED)
    if meaning.unit in ("hour", "minute", "second"):
        return _Answer("counted in hours from another moment")
    tense = context.tense()
    if tense == "future" or (tense is None and context.before is None):
        return _counted(meaning, context)
    return _anchored(meaning, context)


def _inside(meaning: Meaning, context: Context) -> _Answer:
    """Return "в течение двух месяцев", "三天内": a stretch that begins at publication, if it lies ahead."""
    ahead = context.tense() == "future" and not context.counts_back()
    return (_span if ahead else _duration)(meaning, context)


def _apart(meaning: Meaning, context: Context) -> _Answer:
    """Return "two days before the summit": the text dates it by an event alone."""
    del context
    low, high = meaning.count or (0, 1)
    value = f"P{_period(str(low), meaning.unit)}" if low == high else None
    return _Answer("counted from an event, whose date the text does not give", value)


def _duration(meaning: Meaning, context: Context) -> _Answer:
    """Return how long something takes: no interval."""
    del context
    if meaning.count is None:
        return _Answer("how long", f"P{_period('X', meaning.unit)}", type="DURATION")
    low, high = meaning.count
    value = f"P{_period(str(low), meaning.unit)}"
    if high != low:
        value += f"/P{_period(str(high), meaning.unit)}"
    return _Answer("how long", value, type="DURATION")


def _period(count: str, unit: str | None) -> str:
    code = _CODES[unit or "day"]
    return f"T{count}{code[1:]}" if len(code) == 2 and code[0] == "T" else f"{count}{code}"


def _set(meaning: Meaning, context: Context) -> _Answer:
    """Return what recurs: no interval."""
    del context
    suffix = _clock_suffix(meaning)
    if meaning.weekday:
        value = f"XXXX-WXX-{meaning.weekday}{suffix}"
    elif meaning.month:
        value = f"XXXX-{meaning.month:02d}"
    elif meaning.unit:
        value = f"P{_period(str(meaning.count[1] if meaning.count else 1), meaning.unit)}"
    else:
        value = f"XXXX-XX-XX{suffix}"
    return _Answer("recurring", value, type="SET")


def _range(meaning: Meaning, context: Context) -> _Answer:
    """Return a range: its end is resolved first and its beginning is the latest one that fits before it."""
    until = meaning.until or meaning
    begin = msgspec.structs.replace(meaning, until=None)
    ending, answer = _KINDS[until.kind](until, context), _KINDS[begin.kind](begin, context)
    if rank(meaning) == 0:
        span = f"{answer.value}/{ending.value}"
        return msgspec.structs.replace(answer, how="range: " + answer.how, value=span)
    first, last, value, end_value = answer.first, ending.last, answer.value, ending.value
    if first is None or last is None or value is None or end_value is None:
        return _Answer(ending.how, type=answer.type)
    weeks = -(-(first - last).days // 7)
    if first > last and begin.toward == 1 and until.weekday and not until.day:
        last += timedelta(days=7 * weeks)
        end_value = last.isoformat()
    elif begin.weekday and not begin.day and (first > last or (last - first).days > 7):
        first -= timedelta(days=7 * (weeks if first > last else -((last - first).days // 7)))
        value = first.isoformat()
    elif first > last and begin.month and not begin.year:
        earlier = _calendar(msgspec.structs.replace(begin, year=first.year - 1), context)
        first, value = earlier.first or first, earlier.value or value
    if first > last:
        return _Answer("a range that ends before it begins")
    stretch = Stretch(f"{value}/{end_value}", first, last)
    return _Answer("range: " + ending.how, stretch.value, first, last, answer.type, stretch)


_KINDS: Final[dict[str, Callable[[Meaning, Context], _Answer]]] = {
    "calendar": _calendar,
    "counted": _counted,
    "within": _within,
    "inside": _inside,
    "span": _span,
    "anchored": _anchored,
    "after": _after,
    "apart": _apart,
    "duration": _duration,
    "set": _set,
}
