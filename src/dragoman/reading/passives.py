"""Whether a verb is passive, where its form alone does not tell, and whether it lacks its object."""

from __future__ import annotations

from .language import EntryHit
from .line import Line, Predicate
from .site import Trigger
from .verb_last import PERSONS, of_people

__all__ = ["DONE_TO", "bare_participle", "is_passive", "joined_passive", "lacks_object"]

DONE_TO = frozenset(("COERCE", "ASSAULT", "SANCTION", "RETREAT"))
"""Types of deeds that somebody undergoes, so that a passive without its marks is likely."""
_AMOUNTS = frozenset(("quantifier", "roundly"))
"""Classes of words before a number that may be adpositions elsewhere."""


def joined_passive(line: Line, predicate: Predicate, hit: EntryHit) -> bool:
    """Whether a deed without object is joined to one that its subject undergoes: "bị đánh đập và bắt giữ"."""
    frame = hit.payload.frame
    if frame is None or frame.type not in DONE_TO or predicate.subject_how != "subject of the clause before":
        return False
    before = next((p for p in reversed(line.predicates) if p.head < predicate.head), None)
    if before is None or before.subject is not predicate.subject or not is_passive(line, before):
        return False
    between = range(before.last + 1, predicate.first)
    joined = any(h.payload.kind == "coordinator" for at in between for h in line.at[at])
    return joined and not any(m.role is None and m.first - hit.last <= 3 for m in predicate.after)


def bare_participle(line: Line, predicate: Predicate, hit: EntryHit) -> bool:
    """Whether a past form behind "X," has no object, and another verb follows: "X, arrested on Monday, …"."""
    frame = hit.payload.frame
    if frame is None or frame.type not in DONE_TO or "past" not in hit.tags or "object" not in frame.recipient:
        return False
    object_within = hit.last > hit.head and line.mention_at(hit.last) is not None  # "killed civilians."
    if (
        hit.payload.item.transitive
        and hit.last - hit.head <= 1
        and not object_within
        and _without_object(line, hit)
    ):
        return True
    if hit.first == 0 or line.tokens[hit.first - 1].text != "," or predicate.subject not in predicate.before:
        return False
    object_near = any(m.role is None and m.first - hit.last <= 4 for m in predicate.after)
    return not object_near and any(p.head > hit.last for p in line.predicates)


def _without_object(line: Line, hit: EntryHit) -> bool:
    """Whether an adposition, a comma, a time or the end follows a verb."""
    at = hit.last + 1
    if at >= len(line.tokens) or not line.tokens[at].norm[0].isalnum():
        return at >= len(line.tokens) or line.tokens[at].text in ",.;:)"
    if any(time.start <= line.tokens[at].start < time.end for time in line.times):
        return True
    if any(h.payload.kind == "class" and h.payload.item in _AMOUNTS for h in line.at[at]):
        return False  # "shot dead at least 23 people"
    return any(h.payload.kind in ("marker", "subordinator", "coordinator") for h in line.at[at])


def is_passive(line: Line, predicate: Predicate) -> bool:
    if "passive" in predicate.tags:
        return True
    if predicate.helped or line.formed:
        return False
    return _has_cue(line, predicate, "passive") or _behind_agent(line, predicate)


def _behind_agent(line: Line, predicate: Predicate) -> bool:
    """Whether the one marked as who does it, however long his name, stands right before a verb ("được X tiếp")."""
    near = predicate.before[-1] if predicate.before else None
    if near is None or near.role != "agent" or near.marker is None or near.last + 1 != predicate.first:
        return False
    cues = {h.first for h in line.hits.get("cue", ()) if h.payload.item.gives == "passive"}
    return near.marker[0] in cues


def _has_cue(line: Line, predicate: Predicate, name: str) -> bool:
    for hit in line.hits.get("cue", ()):
        cue = hit.payload.item
        if cue.gives != name or line.segments[hit.first] != predicate.segment:
            continue
        before = hit.last < predicate.head
        opening = predicate.first if hit.last < predicate.first else predicate.head
        gap = opening - hit.last - 1 if before else hit.first - predicate.last - 1
        if 0 <= gap <= cue.within and cue.side in ("either", "before" if before else "after"):
            return True
    return False


def lacks_object(line: Line, trigger: Trigger) -> bool:
    """Whether the class of words that a trigger asks for is missing around it."""
    hit, wanted = trigger.hit, trigger.hit.payload.item.object
    if wanted in ("place", "state"):
        return not any(m.kind == wanted and m.role is None and m is not trigger.site.subject for m in
                       (*trigger.site.before, *trigger.site.after))  # fmt: skip
    if wanted in PERSONS and of_people(wanted, trigger.site.before, trigger.site.after, trigger.site.subject):
        return False
    return wanted is not None and not any(
        other.payload.item == wanted
        and other.first != hit.head  # the "call" of "call off" is none
        and abs(line.segments[other.first] - line.segments[hit.head]) <= 1
        and -12 <= other.first - hit.head <= 12
        for other in line.hits.get("class", ())
    )
