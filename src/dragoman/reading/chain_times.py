"""Which verbs a time dates where clauses stand inside one another and every one ends in its verb.

A time stands in front of its clause, behind whoever acts: what is said, described or aimed at may stand between it
and its verb ("the president 7th [fire-rago] ordered"), and verbs that join on share it ("1st A-reul detained-go
B-reul declared"). Reads the predicates, subjects and segments of a line; sets `line.dated`.
"""

from __future__ import annotations

from ..packs.schema import Tag
from .given_on import asked
from .line import Line, Predicate

__all__ = ["date_verbs"]

_JOINS = frozenset(("coordinate", "time-after", "time-while"))
"""How clauses are joined that share the time of the first."""
_POINTS = frozenset(("DATE", "TIME"))
_SUBJECTS: frozenset[Tag] = frozenset(("nominative", "topic"))
_BESIDE = 3
"""Tokens between whoever acts and the time that stands behind him."""


def date_verbs(line: Line, zones: dict[int, int], published: str | None) -> None:
    """Set for every time of the line the segments of the verbs that it dates."""
    line.dated = {}
    spans = [(line.token_at(time.start), line.token_at(time.end - 1)) for time in line.times]
    firsts: dict[int, list[Predicate]] = {}
    for number, (time, (first, last)) in enumerate(zip(line.times, spans, strict=True)):
        if time.type not in _POINTS:
            continue
        zone = zones.get(first, -1)
        verbs = [verb for verb in line.predicates if verb.head > last and zones.get(verb.head, -1) == zone]
        past = published is not None and time.latest is not None and time.latest[:10] <= published[:10]
        own = next((at for at, verb in enumerate(verbs) if not _outside(line, verb, first, last, past)), None)
        if own is not None:
            firsts[number] = verbs[own:]
    dated = {verbs[0].segment for verbs in firsts.values()}
    for number, verbs in firsts.items():
        line.dated[number] = _joined(line, verbs, dated)


def _joined(line: Line, verbs: list[Predicate], dated: set[int]) -> frozenset[int]:
    """Return the segments of a verb and of those that join on to it, with the same subject and no other time."""
    found, before = {verbs[0].segment}, verbs[0]
    pending: list[int] = []
    for verb in verbs[1:]:
        if line.segment_kinds[before.segment] not in _JOINS or verb.segment in dated:
            break
        kind = line.segment_kinds[verb.segment]
        if kind == "content":
            pending = []
        elif kind in _JOINS or kind == "main":
            if verb.subject is not verbs[0].subject:
                continue
            pending.append(verb.segment)
            before = verb
        if kind == "main":
            break
    return frozenset(found.union(pending))


def _outside(line: Line, verb: Predicate, first: int, last: int, past: bool) -> bool:
    """Whether a time in front of a verb dates a verb that comes after it."""
    kind = line.segment_kinds[verb.segment]
    own = verb.subject is not None and verb.subject in verb.before
    behind_outer = _behind_outer(line, verb, first)
    if kind == "content":
        if past and (asked(line, verb) or ("future" in verb.tags and "past" not in verb.tags)):
            return True
        if own and verb.subject is not None:
            return first < verb.subject.first and behind_outer
        return behind_outer
    if verb.first <= last + 1:
        return False
    if kind == "relative" and "past" not in verb.tags:
        return True
    if own and verb.subject is not None and verb.subject.last < first:
        return False
    if kind == "relative":
        return behind_outer and not _holds(line, verb, last)
    if kind in ("condition", "purpose", "cause"):
        return past
    return False


def _holds(line: Line, verb: Predicate, last: int) -> bool:
    """Whether nothing but a place parts a time from a clause's verb: "[jinan-ju Berlin-eseo japin] Y"."""
    inside = [m for m in line.mentions if last < m.first and m.last < verb.first]
    happens = any(hit.payload.kind == "happen" for hit in line.at[verb.head])  # what took place there, did so then
    alone = len(inside) == 1 and inside[0].first == last + 1 and inside[0].last + 1 == verb.first
    return alone and "ablative" in inside[0].tags and not happens


def _behind_outer(line: Line, verb: Predicate, first: int) -> bool:
    """Whether whoever acts in an outer clause stands right before a time."""
    return any(
        mention.tags & _SUBJECTS and mention.last < first <= mention.last + _BESIDE
        for mention in line.mentions
        if mention is not verb.subject or mention not in verb.before
    )
