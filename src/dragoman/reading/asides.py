"""Asides between two commas: "Samantha Power, head of the American aid agency, promised …"."""

from __future__ import annotations

from .line import Line, Mention, Predicate

__all__ = ["before_aside"]

_LONGEST = 14
"""Tokens that an aside has at the most."""


def before_aside(line: Line, predicate: Predicate) -> Mention | None:
    """Return who stands before an aside that ends right before a finite verb: he is its subject.

    The aside begins with a word in small letters or a number and has no finite verb, so that no clause and no
    list of names is taken for one.
    """
    if not line.formed or "finite" not in predicate.tags:
        return None
    closing = _first_of(line, predicate) - 1
    if closing < 0 or line.tokens[closing].text != ",":
        return None
    number = line.segments[predicate.head]
    for at in range(closing - 1, max(-1, closing - _LONGEST - 2), -1):
        if line.segments[at] != number or any(p.head == at and "finite" in p.tags for p in line.predicates):
            return None
        if line.tokens[at].text == ",":
            break
    else:
        return None
    opening = line.tokens[at + 1]
    if opening.text[0].isupper() or any(h.payload.kind == "coordinator" for h in line.at[at + 1]):
        return None
    found = line.mention_at(at - 1) if at else None
    fitting = found is not None and found.last == at - 1 and found.role is None and not found.genitive
    return found if fitting and found is not None and found.parties and found.human else None


def _first_of(line: Line, predicate: Predicate) -> int:
    """Return the first token of a verb with the auxiliaries before it."""
    at = min(predicate.first, predicate.head)
    while at > 0 and any(h.payload.kind in ("cue", "light", "happen") and h.last == at - 1 for h in line.at[at - 1]):
        at -= 1
    return at
