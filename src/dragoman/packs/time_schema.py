"""The schema of a language pack's `time.yaml`: how a language writes dates, clocks, spans and tense.

The file holds words and patterns, the reader holds calendars; nothing in the reader knows a language.

A pattern is a row of elements parted by spaces:

    {slot}      a typed slot: one of `SLOTS`, or the name of a set under `words`
    word        that word itself
    (a|b|{c})   one of these elements
    \\(          a bracket itself
    x?          the element may be missing
    <x>         the element must stand there, but is no part of the expression (first or last ones only)
    ~ ...       the whole pattern is weak
    ! ...       the pattern is weak if a word in it is

The longest match wins; of equal ones the rule that the file lists first. Words listed under `weak` (May,
Sun) and weak patterns (a part of the day, "early", a bare year) count only in company with another time
expression. A weak word of several parts with a capital inside is not weak: "thứ Hai" is Monday, "thứ hai"
may be "second".

A word may be written as stem and set of endings, "январ~soft", where `paradigms` lists the endings of `soft`:
it stands for every form.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

__all__ = [
    "SLOTS",
    "Calendar",
    "CountedNouns",
    "DayWord",
    "Era",
    "FiscalYear",
    "Measure",
    "NounAnchor",
    "NumberWords",
    "NumericDates",
    "RelativeWord",
    "Rule",
    "TensePack",
    "TenseWords",
    "TimePack",
    "Unit",
]

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
DayPart = Literal["dawn", "morning", "noon", "afternoon", "evening", "night", "midnight"]
Season = Literal["spring", "summer", "autumn", "winter"]
Part = Literal["start", "middle", "end", "first-half", "second-half", "before", "after", "eve"]
"""`before` and `after` are parts of what publication divides; `eve` is the night that leads into a day."""
Calendar = Literal["hijri", "bengali", "saka", "vikram", "chinese", "dangi", "vietnamese"]
"""Calendars with months of their own; dangi is Korea's, vikram the Hindu one of northern India."""
Era = Literal[
    "minguo", "juche", "showa", "heisei", "reiwa", "buddhist",
    "hijri", "bengali", "saka", "vikram", "chinese", "dangi", "vietnamese",
]  # fmt: skip
"""What a year may be counted by."""
Rule = Literal[
    "nothing", "date", "range", "decade", "century", "quarter", "half", "nth", "relative", "part", "ago",
    "ahead", "within", "back_span", "ahead_span", "earlier", "later", "after", "apart", "inside", "duration",
    "set", "clock", "fiscal",
]  # fmt: skip
"""What a pattern is read as. In words:

`nothing` no time at all (an age, a score); `date` whatever calendar fields its slots fill; `range` two days
or years; `nth` "first week"; `relative` last/this/next unit; `part` start, middle or end of something;
`ago`, `ahead` counted from publication; `within` "in three days", ahead only where the tense is future;
`back_span`, `ahead_span` a stretch up to or from publication;
`earlier`, `later` counted from a date told before; `after` either, as a date told before and the tense
decide ("через два дня"); `apart` counted from an event without a date ("two days before the summit");
`inside` up to so long from publication where the tense is future, else how long;
`set` something that recurs; `fiscal` a fiscal year (2023-24, or one year, in which it ends).
"""
SLOTS = frozenset({
    "day", "month", "year", "weekday", "number", "some", "ordinal", "unit", "units", "single", "season", "daypart",
    "part", "recurring", "deictic", "anchored", "holiday", "zone", "hour", "minute", "clock", "dotclock", "dm",
    "dmy", "my", "dd", "ddm", "yy", "weekdays", "weekdayshort", "monthnumber", "mm", "measure", "calmonth", "era",
    "fiscal", "figure", "decade",
})  # fmt: skip
"""Slots with a type. `dm`, `dmy`, `my` are dates in digits (14-9, 14/9/2023, 9/2023), `dd` is 18-19, `ddm`
15-17/9, `yy` 2018-2020, `clock` 15:30 and `dotclock` 15.30; `deictic` is a word like yesterday, `anchored`
one like "the same day"; `some` is a vague number; `units` a plural that cannot be one, `single` a
singular that cannot be more; `recurring` is a word like daily, `weekdays` one like "on Fridays";
`weekdayshort` is one of `weekday_short`, `monthnumber` a month in figures, `mm` 1-9 as months; `measure` is a
count and its unit in one word (fortnight, полгода, 半年); `calmonth` is a month of one of `calendars`, `era` a
word of `eras` (with a month in figures it makes that the calendar's: 农历 8月 15日), `fiscal` one of `fiscal`;
`figure` a number in digits with marks in it (3.5, 1,999)."""


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every part of the schema refuses keys that it does not know."""


class DayWord(_Part, frozen=True, kw_only=True):
    """Words for a day counted from publication; several offsets where the word alone does not decide."""

    words: tuple[str, ...]
    offsets: tuple[int, ...]
    daypart: DayPart | None = None


class RelativeWord(_Part, frozen=True, kw_only=True):
    """Words for a unit counted from publication ("năm ngoái") or from a date told before ("পরদিন")."""

    words: tuple[str, ...]
    unit: Unit
    offset: int


class Measure(_Part, frozen=True, kw_only=True):
    """Words that hold a count and its unit: fortnight is two weeks, "полгода" six months."""

    words: tuple[str, ...]
    count: int
    unit: Unit


class FiscalYear(_Part, frozen=True, kw_only=True):
    """Words for a fiscal year, and the months in which it may begin: with several nothing decides."""

    words: tuple[str, ...]
    starts: tuple[int, ...]


class NumberWords(_Part, frozen=True, kw_only=True):
    """Number words: `values` add up, `scales` multiply, `joins` stand between ("and", "linh")."""

    values: dict[int, tuple[str, ...]]
    scales: dict[int, tuple[str, ...]] = {}
    joins: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    digitwise: bool = False
    """Whether digits in words may be written one by one, as in 二〇二三年."""
    ones_first: bool = False
    """Whether ones stand before tens, with a join between ("خمسة وعشرون")."""
    either: tuple[str, ...] = ()
    """Words between two numbers of which one holds ("two or three")."""
    halves: dict[int, tuple[str, ...]] = {}
    """Words for so many halves: 1 half, 3 one and a half (डेढ़), 5 two and a half (ढाई)."""
    more: tuple[str, ...] = ()
    """Words before a number that add a half to it (साढ़े)."""


class NumericDates(_Part, frozen=True, kw_only=True):
    """How dates are written in digits: order of the fields, and the separators of each form."""

    order: Literal["dmy", "mdy", "ymd"] = "dmy"
    full: str = "/-."
    day_month: str = ""
    month_year: str = ""
    clock: str = ":"


class TenseWords(_Part, frozen=True, kw_only=True):
    """Words (or phrases), word endings and beginnings that show a tense."""

    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()


class NounAnchor(_Part, frozen=True, kw_only=True):
    """What shows that "two weeks before" is counted from the noun in front ("মৃত্যুর দুই সপ্তাহ আগে")."""

    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """Words that end so and are no noun, or that point back to a date told before."""
    over: tuple[str, ...] = ()
    """Words that may stand between ("about", "only")."""


class CountedNouns(_Part, frozen=True, kw_only=True):
    """Which words show that digits like a year count them: "2000 soldados" is no year, "2000 las" may be one."""

    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class TensePack(_Part, frozen=True, kw_only=True):
    """Simple cues of tense, for when no clause reader is there. `look` says where the verb stands."""

    look: Literal["before", "after", "near"] = "near"
    reach: int = 30
    """How many words off a cue may stand; a comma counts for six."""
    least: int = 2
    """Letters that must stand before an ending that shows a tense."""
    unmarked: Literal["past", "future"] | None = None
    """The tense of a clause that shows none, where verbs mark but the other one."""
    silent: Literal["past", "open"] = "past"
    """What a weekday is in a line without any cue of tense or full stop: the last one, or undecided with both
    days kept, where every finite verb shows its tense."""
    edges: tuple[str, ...] = ()
    """Words that begin another clause ("and", "that")."""
    since: tuple[str, ...] = ()
    """Words shortly before a date that put it in the past, unless a verb close by says otherwise."""
    untied: tuple[str, ...] = ()
    """Words right before or behind a date that let it lie on either side, whatever the verb's tense ("was
    extended until 11 May"): the nearest is meant. A weekday keeps to the tense."""
    cuts: tuple[str, ...] = ()
    """Phrases that close a noun phrase: an expression before one belongs to that noun, not to the verb
    beyond ("will brief him about Wednesday's talks")."""
    past: TenseWords = TenseWords()
    future: TenseWords = TenseWords()
    present: TenseWords = TenseWords()
    """Needed only where a clause without cue is taken for past: it may hold now or be about to."""
    neither: TenseWords = TenseWords()
    """What only looks like one of them (Bengali adverbs in -ভাবে beside futures in -বে)."""


class TimePack(_Part, frozen=True, kw_only=True):
    """A language's `time.yaml`. Weekday 1 is Monday; keys of `zones` are UTC offsets."""

    sources: tuple[str, ...]
    fold: dict[str, str] = {}
    """Characters to replace before words are compared, in the pack and in the text alike."""
    capitals: tuple[str, ...] = ()
    """Slots whose words count only with a capital letter."""
    small: tuple[str, ...] = ()
    """Slots whose words are names where they have a capital inside a sentence and no number shortly in front."""
    weak: tuple[str, ...] = ()
    paradigms: dict[str, tuple[str, ...]] = {}
    """Named sets of endings for words written as "stem~name"; an ending may be empty. Empty once read."""
    inflect: tuple[str, ...] = ()
    """Slots and word sets whose words may carry one of `endings`."""
    endings: tuple[str, ...] = ()
    split_endings: tuple[str, ...] = ()
    """Endings that patterns name as words of their own (Korean 부터, 까지); a blank parts one into two."""
    split_beginnings: tuple[str, ...] = ()
    """Particles written together with the word that follows, cut off known words (Arabic و, ب)."""
    before_digits: tuple[str, ...] = ()
    """What may touch digits in front without making them part of a word ("و2019")."""
    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    weekday_short: dict[int, tuple[str, ...]] = {}
    """Letters for a weekday that count only where a pattern says so, mostly in brackets: 15일(월)."""
    weekday_plurals: dict[int, tuple[str, ...]] = {}
    """Forms that mean every such weekday ("Fridays", "по пятницам")."""
    units: dict[Unit, tuple[str, ...]]
    plurals: dict[Unit, tuple[str, ...]] = {}
    recurring: dict[Unit, tuple[str, ...]] = {}
    """Words that say alone that something recurs ("প্রতিদিন")."""
    dayparts: dict[DayPart, tuple[str, ...]] = {}
    seasons: dict[Season, tuple[str, ...]] = {}
    parts: dict[Part, tuple[str, ...]] = {}
    parts_follow: bool = False
    """Whether "early" and "late" stand after what they divide."""
    parts_touch: bool = False
    """Whether nothing may stand between ("начала октября" is a time, "начала в октябре" says that she began)."""
    days: tuple[DayWord, ...] = ()
    measures: tuple[Measure, ...] = ()
    decades: dict[int, tuple[str, ...]] = {}
    """Words for a decade alone, by its first year ("التسعينيات")."""
    relative: tuple[RelativeWord, ...] = ()
    anchored: tuple[RelativeWord, ...] = ()
    holidays: dict[str, tuple[str, ...]] = {}
    """Keys are MM-DD, `hijri 10-1` (month and day of another calendar), `easter -2`, `pascha`, or
    `weekday 11 4 4` (the fourth Thursday of November); a number behind adds days (`chinese 1-1 -1`)."""
    calendars: dict[Calendar, dict[int, tuple[str, ...]]] = {}
    """Names of months of other calendars."""
    eras: dict[Era, tuple[str, ...]] = {}
    """Words that say by what a year is counted (民國, بعد الهجرة, বঙ্গাব্দ), or that a month is the moon's."""
    fiscal: tuple[FiscalYear, ...] = ()
    zones: dict[str, tuple[str, ...]] = {}
    noun_anchor: NounAnchor = NounAnchor()
    counted: CountedNouns = CountedNouns()
    numbers: NumberWords
    ordinals: dict[int, tuple[str, ...]] = {}
    ordinal_endings: tuple[str, ...] = ()
    numeric: NumericDates = NumericDates()
    words: dict[str, tuple[str, ...]] = {}
    """Named sets of words for patterns. These also mean something to the reader: `last`, `this`, `next`,
    `plural` ("những"), `opening` and `final` (first months of a year, last week of a month), `halfpast`, `am`,
    `pm`, `andhalf` ("and a half" behind its unit), `opener` (a word before `inside` that a length is without),
    `following` and `preceding` (of a weekday counted from a date told before)."""
    patterns: dict[Rule, tuple[str, ...]]
    record: tuple[str, ...] = ()
    """Words after which "in N years" counts back ("the first visit in 24 years")."""
    put_off: tuple[str, ...] = ()
    """Words which say that something comes later than announced ("postponed", "put off"); `word*` is every word
    that begins so."""
    put_off_from: tuple[str, ...] = ()
    """What stands beside the day from which something was put off, with _ for the day and … for up to two
    words ("due on _", "_ … 방문")."""
    joins: tuple[str, ...] = ()
    """What may stand between two expressions that make one ("of", ","); touching ones always may."""
    between: tuple[str, ...] = ()
    """What stands between the two ends of a range."""
    lists: tuple[str, ...] = ()
    """What stands between the members of a list."""
    tense: TensePack = TensePack()
    published: tuple[str, ...] = ()
    """Labels before the date on which an article came out."""
    updated: tuple[str, ...] = ()
    """Labels before the date of its last change."""

    def __post_init__(self) -> None:
        """Write out the words that are given as a stem and a set of endings."""
        if not self.paradigms:
            return
        for field in _INFLECTED:
            msgspec.structs.force_setattr(self, field, _spelt_out(getattr(self, field), self.paradigms))
        msgspec.structs.force_setattr(self, "paradigms", {})


_INFLECTED = (
    "weak", "months", "weekdays", "weekday_plurals", "weekday_short", "units", "plurals", "recurring", "dayparts",
    "seasons", "parts", "days", "measures", "relative", "anchored", "holidays", "numbers", "ordinals", "words",
    "tense",
)  # fmt: skip


def _spelt_out(value: Any, paradigms: dict[str, tuple[str, ...]]) -> Any:
    """Return a part of a pack with every "stem~name" replaced by its forms.

    Raises `ValueError` where no paradigm has that name.
    """
    if isinstance(value, dict):
        return {key: _spelt_out(listed, paradigms) for key, listed in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = {name: _spelt_out(getattr(value, name), paradigms) for name in value.__struct_fields__}
        return type(value)(**fields)
    if not isinstance(value, tuple):
        return value
    spelt: list[Any] = []
    for one in value:
        if isinstance(one, str) and "~" in one.rstrip("~"):
            stem, _, name = one.rpartition("~")
            if name not in paradigms:
                raise ValueError(f"{one!r}: no paradigm is called {name!r}")
            spelt += [stem + ending for ending in paradigms[name]]
        else:
            spelt.append(_spelt_out(one, paradigms))
    return tuple(spelt)
