"""Which events are parts of others: meetings of a visit, single shipments of a course of deliveries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .dates import EXACT_DAYS, STAY, is_shipment
from .spans import Span, span_of
from .statements import DONE, Fact

__all__ = ["party_sets", "wholes_of"]

_COURSE_DAYS = 540
_NEXT_SENTENCE = 4
"""Characters between two sentences that follow each other."""
_SOON = 120
"""Days within which a meeting that was announced without a date belongs to a visit."""

Group = Sequence[Fact]


def wholes_of(groups: Sequence[Group]) -> dict[int, int]:
    """Return, for each group that is part of another, the number of the whole. No whole is itself a part."""
    found: dict[int, int] = {}
    by_parties: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if group[0].visit or (group[0].family == "arms" and not is_shipment(group[0])):
            for parties in party_sets(group):
                by_parties[group[0].family, parties].append(number)
    spans: dict[int, Span] = {}
    for number, group in enumerate(groups):
        fact = group[0]
        if not (is_shipment(fact) if fact.family == "arms" else fact.family == "CONSULT" and not fact.visit):
            continue
        near = sorted({one for parties in party_sets(group) for one in by_parties.get((fact.family, parties), ())})
        for one in (number, *near):
            if one not in spans:
                spans[one] = span_of(groups[one])
        whole = _whole(groups, spans, number, near)
        if whole is not None:
            found[number] = whole
    return found


def party_sets(group: Group) -> set[frozenset[str]]:
    """Return the sets of parties by which a part finds its whole: meetings and deliveries alone have any."""
    return {f.parties for f in group if len(f.parties) > 1 and f.family in ("CONSULT", "arms")}


def _whole(groups: Sequence[Group], spans: dict[int, Span], number: int, near: Iterable[int]) -> int | None:
    part = groups[number]
    if part[0].family == "arms":
        fitting = [one for one in near if _same_course(part, groups[one])]
        return min(fitting, default=None)
    if _came_to_nothing(part) or all("phone" in f.statement.report.mode for f in part):
        return None
    near = [one for one in near if not _came_to_nothing(groups[one])]
    near = [one for one in near if _host_fits(part, groups[one]) and _visitor_fits(part, groups[one])]
    if not spans[number].known:
        fitting = [one for one in near if _undated_fits(part, groups[one], spans[one])]
        return fitting[0] if len(fitting) == 1 else None
    fitting = [one for one in near if _days_fit(part, spans[number], groups[one], spans[one])]
    return min(fitting, key=lambda one: (-_shared(spans[number], spans[one]), one), default=None)


def _came_to_nothing(group: Group) -> bool:
    """Whether a visit or meeting is told as not having taken place and never as held: it neither has parts nor is
    one. So too what was announced and then called off."""
    told = {f.status for f in group}
    return told.isdisjoint(DONE) and ("not_occurred" in told or told == {"denied"})


def _days_fit(part: Group, own: Span, visit: Group, whole: Span) -> bool:
    """Whether a meeting lies in or near the days of a visit, or is told beside it without days of its own."""
    announced = [f.said for f in visit if f.ahead and f.said is not None]
    to_come = all(f.ahead for f in visit)
    if to_come and announced and own.last is not None and own.last < min(announced) - 1:
        return False
    if to_come and not whole.known and any(not f.ahead for f in part):
        return False  # what took place is no part of what somebody only expects
    if not whole.known:
        return bool({f.statement.article for f in part} & {f.statement.article for f in visit})
    if own.dated == "publication" and whole.dated == "text" and _beside(part, visit):
        return True
    if to_come and any(not f.ahead for f in part) and (whole.dated != "text" or whole.days > EXACT_DAYS):
        return False
    assert own.first is not None and own.last is not None and whole.first is not None and whole.last is not None
    slack = STAY if own.dated == whole.dated == "text" else 1
    return own.first <= whole.last + slack and whole.first - slack <= own.last and own.last - own.first <= 31


def _beside(part: Group, visit: Group) -> bool:
    """Whether each account of the meeting stands in a sentence next to one of the visit, with the same persons."""
    return all(any(_adjoin(f, v) and not f.ahead and not v.ahead for v in visit) for f in part)


def _adjoin(one: Fact, other: Fact) -> bool:
    a, b = one.statement, other.statement
    return a.article == b.article and min(abs(a.start - b.end), abs(b.start - a.end)) <= _NEXT_SENTENCE


def _undated_fits(part: Group, visit: Group, whole: Span) -> bool:
    """Whether an undated meeting may belong to a visit: told in one article, or announced not long before it."""
    if {f.statement.article for f in part} & {f.statement.article for f in visit}:
        return True
    said = [f.said for f in part if f.said is not None]
    if not said:
        return any(not f.ahead for f in visit)
    if not any(f.ahead for f in part) or whole.last is None:
        return False
    return -1 <= whole.last - min(said) <= _SOON


def _shared(one: Span, other: Span) -> int:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return min(one.last, other.last) - max(one.first, other.first)


def _host_fits(part: Group, visit: Group) -> bool:
    """Whether the meeting took place in the country visited, as far as its accounts name a place."""
    hosts = {one for f in visit for one in f.recipients}
    sides = {one for f in part for one in f.parties}
    places = {f.statement.report.place.country for f in part if f.statement.report.place}
    toured = {f.statement.report.place.country for f in visit if f.statement.report.place}
    return not ((places & sides) - hosts) and not (places and places.isdisjoint(hosts | toured))


def _visitor_fits(part: Group, visit: Group) -> bool:
    """Whether the visitor himself (or nobody by name) sits in the meeting."""
    for country in {one for f in visit if not f.to_oneself for one in f.actors}:
        came = {p for f in visit for p in f.persons.get(country, ())}
        sat = {p for f in part for p in f.persons.get(country, ())}
        if came and sat and not came & sat:
            return False
    return True


def _same_course(part: Group, course: Group) -> bool:
    said = [f.published for f in course if f.published is not None]
    own = part[0].when.first
    roles = not part[0].recipients or any(
        not f.recipients or (f.actors == part[0].actors and f.recipients == part[0].recipients) for f in course
    )
    return roles and bool(not said or own is None or min(abs(own - day) for day in said) <= _COURSE_DAYS)
