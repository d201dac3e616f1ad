"""Who goes on speaking or acting behind what he said of others, where no ending shows which verb is whose."""

from __future__ import annotations

from .isolating import is_coordinator, is_particle, speaks
from .line import Line, Mention, Predicate

__all__ = ["outer_speaker", "resumed", "speaks_again"]


def outer_speaker(line: Line, previous: Predicate, predicate: Predicate) -> Mention | None:
    """Return who goes on speaking, where a verb of saying follows what he said of somebody else.

    So in "tố Nga bắn rơi máy bay, đòi Moscow xin lỗi" (accused Russia of …, demanding that …).
    """
    if line.formed or not speaks(predicate) or predicate.segment == previous.segment:
        return None
    if line.segment_kinds[previous.segment] in ("time-after", "time-before", "time-while", "cause"):
        return None
    said = [p for p in line.predicates if p.head < previous.head and speaks(p) and p.subject is not None]
    if not said or said[-1].subject is previous.subject or previous.subject_how != "subject":
        return None
    return said[-1].subject


def speaks_again(line: Line, last: int, end: int) -> int:
    """Return where what is demanded or threatened ends: before a comma behind which the speaker accuses, calls …

    So in "thề báo thù, cáo buộc Israel" (vowed revenge, accusing Israel); `last` ends the verb, `end` the clause.
    """
    for predicate in line.predicates:
        if not last < predicate.first <= end:
            continue
        said = speaks(predicate)
        at, joined = _before_particles(line, predicate.first, last)
        if at > last and line.tokens[at].text == "," and (said or (joined and predicate.subject_how != "subject")):
            return at - 1
        if joined and at > last and (_outward(line, predicate) or _dated(line, at, predicate)):
            return at
        if said and is_coordinator(line, last + 1):
            return last  # "bác bỏ và quay sang tố …": what is denied is not named
    return end


def _before_particles(line: Line, first: int, last: int) -> tuple[int, bool]:
    """Return the token before a verb's particles, times and "and", down to `last`, and whether one joins."""
    at, joined = first - 1, False
    while at > last:
        time = next((t for t in line.times if t.start < line.tokens[at].end <= t.end), None)
        if time is not None:
            at = line.token_at(time.start) - 1
        elif is_coordinator(line, at):
            at, joined = at - 1, True
        elif is_particle(line, at):
            at -= 1
        else:
            break
    return at, joined


def _dated(line: Line, at: int, predicate: Predicate) -> bool:
    """Whether a time stands between "and" and a verb without a subject of its own: "và hôm qua cũng trục xuất"."""
    told = any(at < line.token_at(t.start) < predicate.first and t.type != "DURATION" for t in line.times)
    return told and predicate.subject_how != "subject"


def _outward(line: Line, predicate: Predicate) -> bool:
    """Whether a verb behind "and" is that of who speaks: it says or asks, or vows in several words."""
    threatens = any(h.payload.frame is not None and h.payload.frame.type == "THREATEN" for h in predicate.hits)
    announces = any(h.payload.kind == "reporting" for h in line.at[predicate.first])
    return (speaks(predicate) or announces) and (not threatens or predicate.last - predicate.first > 1)


def resumed(line: Line, number: int, group: list[Predicate]) -> Predicate | None:
    """Return the verb of saying of the clause before whose subject acts again behind ", and", or who speaks again.

    So in "cáo buộc X hỗ trợ Y, và đã rút đại sứ" (accused X of …, and has recalled its envoy).
    """
    if not group or line.formed or line.segment_kinds[number] != "coordinate":
        return None
    at, joined = _before_particles(line, group[0].first, -1)
    apart = _outward(line, group[0]) or _dated(line, at, group[0]) or (at >= 0 and line.tokens[at].text == ",")
    if not joined or not apart:
        return None
    said = [p for p in line.predicates if p.segment == number - 1 and speaks(p) and p.subject is not None]
    return said[0] if said else None
