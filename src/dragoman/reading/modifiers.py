"""Verbs that tell nothing new where no ending shows it: they only say which noun before them is meant."""

from __future__ import annotations

from .line import Line, Predicate

__all__ = ["aim_of_protest", "undergone_object"]


def undergone_object(line: Line, predicate: Predicate) -> bool:
    """Whether a passive says only which object of the verb before is meant: "thả binh lính Congo [bị bắt]"."""
    before = next((p for p in reversed(line.predicates) if p.head < predicate.head), None)
    cues = [
        h for h in line.hits.get("cue", ()) if h.payload.item.gives == "passive" and h.last + 1 == predicate.first
    ]
    if before is None or not before.hits or not cues or predicate.subject is not before.subject:
        return False
    told = line.mention_at(cues[-1].first - 1)
    return told is not None and told is not before.subject and told.first > before.last and told in before.after


def aim_of_protest(line: Line, predicate: Predicate) -> bool:
    """Whether a verb right behind the noun of a protest says what it is for: "cuộc biểu tình [ủng hộ X]"."""
    return predicate.subject_how != "subject" and any(
        h.last == predicate.first - 1 and h.payload.frame is not None and h.payload.frame.type == "PROTEST"
        for h in line.hits.get("noun", ())
    )
