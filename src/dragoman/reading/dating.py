"""Finds the time of an act: the one of its own clause that stands nearest, and whether that fits the status."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import structs

from ..records import ReportTime, Status, Time
from .attribution import regions_of
from .line import Line, Region
from .shared_times import joined_day, parted_day, verb_shared
from .sites import Site
from .voices import regions_key

__all__ = ["lies_ahead", "lies_behind", "on_its_side", "time_of"]

_COMPARED = 8
"""Tokens between a time and the word that only compares with what happened then."""
_BARE = 5
"""Tokens that a stretch of content without an act has at the most."""
_ASIDE = 30
"""Tokens that a time in an aside counts as farther away."""
_OWNED = 3
"""Tokens behind the genitive of a time within which the act that it dates begins."""
_STILL_TO_COME = frozenset(("promises", "asks", "threatens"))
"""Stances of words whose content has not happened yet."""
_ADVERBIAL = 7
"""Tokens up to which a stretch without a verb is taken for an adverbial of the clause beside it."""
_WEEKDAY_BEFORE, _WEEKDAY_AFTER = "weekday before publication", "weekday after publication"
_MONTH = len("2009-01")
_DAY = len("2024-01-31")


def time_of(line: Line, site: Site, regions: list[Region], published: str | None) -> ReportTime | None:
    """Return the time of the trigger's own clause that stands nearest to it."""
    key = regions_key(regions)
    number = line.segments[site.head]
    occupied = {p.segment for p in line.predicates}
    fitting: list[tuple[int, Time]] = []
    others: list[tuple[int, Time]] = []
    shared = verb_shared(line, site)
    for index, given in enumerate(line.times):
        time = _counted_back(given)
        if time.type not in ("DATE", "TIME") or (time.earliest is None and time.latest is None):
            continue
        at = min(line.token_at(time.start), len(line.tokens) - 1)
        if line.dated is not None and index in line.dated:
            if number in line.dated[index] and not _compared(line, at, site.head):
                fitting.append((abs(at - site.head), time))
            continue
        other = line.segments[at]
        others.append((at, time))
        over = shared is not None and at < shared.first and abs(other - shared.segment) <= 1 and other < number
        if other != number and not over and (other in occupied or not _adverbial(line, other, number)):
            continue
        around = (
            r
            for r in regions_of(line, at)
            if not _bare_content(line, r) and not _of_saying(line, r, at, time, published)
        )
        if regions_key(list(around)) != key:
            continue
        if _compared(line, at, site.head) or (not line.formed and _of_another(line, time, site)):
            continue
        if line.formed and _of_participle(line, at, site.head):
            continue
        fitting.append((abs(at - site.head) + (_ASIDE if _aside(line, at, site.head) else 0), time))
    if not fitting:
        alike = [(at, time) for at, time in others if regions_key(regions_of(line, at)) == key]
        joined = joined_day(line, site, alike) if line.formed else None
        if joined is None:
            return parted_day(line, site, alike)
        fitting.append((0, joined))
    time = min(fitting, key=lambda pair: pair[0])[1]
    found = ReportTime(
        start=time.start, end=time.end, value=time.value, earliest=time.earliest, latest=time.latest, how=time.how
    )
    return _open_ended(found) if _beside(line, found, "since") else found


def since_then(line: Line, time: ReportTime | None, status: Status | None, *, perfect: bool) -> ReportTime | None:
    """Return the time of what goes on, without an end where it only tells since when: "с ноября", "৬ মে থেকে".

    So too what is told in the perfect of more than a month ("২০০৯ সাল থেকে … করেছে", has done since 2009). Words
    that may tell a beginning as well as since when are the pack's class `from`.
    """
    if time is None or time.earliest is None or time.latest is None:
        return time
    lasting = perfect and status in ("occurred", "alleged") and time.earliest[:_MONTH] != time.latest[:_MONTH]
    return _open_ended(time) if (status == "ongoing" or lasting) and _beside(line, time, "from") else time


def _open_ended(time: ReportTime) -> ReportTime:
    return structs.replace(time, value=None, latest=None, how=f"{time.how}, since then")


def _beside(line: Line, time: ReportTime, item: str) -> bool:
    """Whether a word of a class stands right before a time or right behind it."""
    before, behind = line.token_at(time.start) - 1, line.token_at(time.end - 1) + 1
    return any(
        hit.payload.item == item and (hit.last == before or hit.first == behind)
        for hit in line.hits.get("class", ())
    )


def _compared(line: Line, at: int, head: int) -> bool:
    """Whether a word of comparing parts a time from the act: "like his last visit in 2018, X will meet"."""
    for hit in line.hits.get("class", ()):
        if hit.payload.item != "comparison" or line.segments[hit.first] != line.segments[at]:
            continue
        low, high = min(at, hit.first), max(at, hit.last)
        if (
            high - low <= _COMPARED
            and not low <= head <= high
            and not any(low <= p.head <= high for p in line.predicates)
        ):
            return True
    return False


def _of_another(line: Line, time: Time, site: Site) -> bool:
    """Whether a time owns a noun that is not the act: "[2018 का] समझौता निलंबित किया" dates the agreement."""
    behind = line.token_at(time.end - 1) + 1
    if behind + 1 >= len(line.tokens) or behind <= site.first <= behind + _OWNED:
        return False
    markers = [hit for hit in line.at[behind] if hit.payload.kind == "marker"]
    longest = max(markers, key=lambda hit: hit.last, default=None)
    return longest is not None and longest.last == behind and longest.payload.item.role == "genitive"


def _of_participle(line: Line, at: int, head: int) -> bool:
    """Whether a participle behind a comma parts a time from the act: "restored ties, severed in 2022"."""
    return any(
        head < predicate.first < at
        and line.tokens[predicate.first - 1].text == ","
        and "past" in predicate.tags
        and (predicate.subject is None or predicate.subject_how == "subject of the clause before")
        for predicate in line.predicates
    )


def _bare_content(line: Line, region: Region) -> bool:
    """Whether a stretch of content holds no act: a time in it dates the words themselves ("vowed on Friday")."""
    short = region.kind == "content" and region.last - region.first < _BARE
    return short and not any(region.first <= p.head <= region.last for p in line.predicates)


def _of_saying(line: Line, region: Region, at: int, time: Time, published: str | None) -> bool:
    """Whether a time inside what somebody promises, demands or threatens is over, so that it dates his words.

    "Struck a deal in Vienna on Tuesday to limit …"; not where a deed told there has it ("men seized on Friday").
    """
    if region.kind == "reported" and line.formed and _right_behind(line, region, at):
        return True  # "said [on Sunday] it would …"
    if region.kind != "content" or region.stance not in _STILL_TO_COME:
        return False
    if published is None or time.latest is None:
        return False
    done = any(region.first <= p.head < at and p.tags & {"past", "participle"} for p in line.predicates)
    return time.latest[:10] <= published[:10] and not done


def _right_behind(line: Line, region: Region, at: int) -> bool:
    """Whether a time opens reported words that no "that" parts from their verb, with a subject behind it."""
    if not 0 <= at - region.first <= 1 or not any(p.last == region.first - 1 for p in line.predicates):
        return False
    behind = [m for m in line.mentions if at < m.first <= at + 2 and m.role is None and not m.genitive]
    return bool(behind)


def _counted_back(time: Time) -> Time:
    """Return "the day before", where no other day was told, counted from publication; any other time as it is."""
    if time.earliest is not None or time.latest is not None or len(time.candidates) != 1:
        return time
    only = time.candidates[0]
    return structs.replace(time, value=only.value, earliest=only.earliest, latest=only.latest, how=only.how)


def lies_ahead(time: ReportTime | None, published: str | None) -> bool:
    """Whether a day lies after publication: "is going to Beijing next week" is no journey under way."""
    return time is not None and time.earliest is not None and published is not None and (
        time.earliest[:10] > published[:10]
    )  # fmt: skip


def lies_behind(time: ReportTime | None, published: str | None) -> bool:
    """Whether a time ended a year or more before publication, so that nothing still planned then can have it."""
    return time is not None and time.latest is not None and published is not None and (
        int(time.latest[:4]) < int(published[:4]) - 1
    )  # fmt: skip


def on_its_side(time: ReportTime | None, status: Status | None, *, told: bool) -> ReportTime | None:
    """Return a weekday on the side of publication that the status asks for: what is planned lies ahead.

    `told`: whether a past form tells the act, so that it lies behind. The week is moved by seven days.
    """
    if time is None:
        return None
    ahead = status in ("planned", "forecast") and time.how == _WEEKDAY_BEFORE
    behind = status == "occurred" and told and time.how == _WEEKDAY_AFTER
    if not (ahead or behind) or time.earliest is None or time.latest is None or len(time.earliest) > _DAY:
        return time
    week = timedelta(days=7 if ahead else -7)
    earliest, latest = (str(date.fromisoformat(day[:_DAY]) + week) for day in (time.earliest, time.latest))
    how = _WEEKDAY_AFTER if ahead else _WEEKDAY_BEFORE
    return structs.replace(time, earliest=earliest, latest=latest, value=earliest if time.value else None, how=how)


def _aside(line: Line, at: int, head: int) -> bool:
    """Whether a time stands between two commas, and the act outside ("Bazoum, elected in 2021, was …")."""
    commas = [
        i for i, token in enumerate(line.tokens) if token.text == "," and line.segments[i] == line.segments[at]
    ]
    before, after = [i for i in commas if i < at], [i for i in commas if i > at]
    return bool(before and after) and not before[-1] < head < after[0]


def _adverbial(line: Line, other: int, number: int) -> bool:
    """Whether a stretch beside a clause is too short to be a clause itself ("On Monday, …")."""
    return abs(other - number) == 1 and line.segments.count(other) <= _ADVERBIAL
