"""Verbs that tell nothing new where no ending shows it: they only say which noun before them is meant."""

from __future__ import annotations

from .line import Line, Mention, Predicate

__all__ = ["aim_of_protest", "moved", "undergone_object"]


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


_MOVES = frozenset(("COERCE", "SANCTION", "ASSAULT", "AID", "MOBILIZE", "RETREAT"))
"""Types of deeds whose object does not go by itself."""
_MOVED = 3
"""Tokens from a verb to what it moves, with a number between."""
_AIMS = frozenset(("SUPPORT", "ACCUSE", "REQUEST"))
"""Types of words that people take to the street for."""


def aim_of_protest(line: Line, predicate: Predicate) -> bool:
    """Whether a verb behind a protest says what it is for: "biểu tình [ủng hộ X]", "tuần hành ở Y [ủng hộ X]"."""
    if predicate.subject_how == "subject":
        return False
    if any(
        h.last == predicate.first - 1 and h.payload.frame is not None and h.payload.frame.type == "PROTEST"
        for h in line.hits.get("noun", ())
    ):
        return True
    before = [p for p in line.predicates if p.head < predicate.head and p.segment == predicate.segment]
    return (
        bool(before)
        and before[-1].subject is predicate.subject
        and any(h.payload.frame is not None and h.payload.frame.type == "PROTEST" for h in before[-1].hits)
        and all(h.payload.frame is not None and h.payload.frame.type in _AIMS for h in predicate.hits)
        and not any(line.tokens[at].text == "," for at in range(before[-1].last + 1, predicate.first))
    )


def moved(line: Line, mention: Mention) -> bool:
    """Whether a verb right before a phrase moves, frees or seizes it: "trục xuất 200 người Venezuela [sang X]"."""
    return any(
        0 < mention.first - h.last <= _MOVED
        and h.head < mention.first
        and h.payload.frame is not None
        and h.payload.frame.type in _MOVES
        for h in line.hits.get("verb", ())
    )
