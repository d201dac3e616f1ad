"""Subjects that other words part from their verb: asides, clauses made nouns, others who are only counted."""

from __future__ import annotations

from .isolating import nested
from .language import EntryHit, Language
from .line import Line, Mention, Predicate

__all__ = ["before_aside", "behind_nested", "settle_inverted", "whose_deed", "with_others"]

_WORDS = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
"""Types of acts of speech."""
_MARKS = frozenset(",\"”'’")

_COUNTED = 6
"""Tokens of others who are only counted, up to their verb: "a string of South American governments"."""
_SAID_OF = frozenset(("ACCUSE", "SUPPORT"))
"""Types of words about what somebody did."""
_LONGEST = 14
"""Tokens that an aside has at the most."""


def before_aside(line: Line, predicate: Predicate, language: Language) -> Mention | None:
    """Return who stands before an aside that ends right before a finite verb: he is its subject.

    "Samantha Power, head of the American aid agency, promised …". The aside begins with a word in small letters
    or a number and has no finite verb, so that no clause and no list of names is taken for one.
    """
    if not line.formed or "finite" not in predicate.tags:
        return None
    closing = _first_of(line, predicate, language) - 1
    if closing < 0 or line.tokens[closing].text != ",":
        return None
    number = line.segments[predicate.head]
    for at in range(closing - 1, max(-1, closing - _LONGEST - 2), -1):
        if not _same_clause(line, at, number) or any(p.head == at and "finite" in p.tags for p in line.predicates):
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


def settle_inverted(line: Line) -> None:
    """Give a verb of saying behind what is said its subject behind it: "…", warned the minister."""
    for predicate in line.predicates:
        at = predicate.first
        told = at > 1 and line.tokens[at - 1].text in _MARKS
        told = told and (predicate.subject is None or predicate.subject_how == "subject of the clause before")
        if not told or "past" not in predicate.tags or not any(map(_speaks, predicate.hits)):
            continue
        speaker = predicate.after[0] if predicate.after else None
        if (
            speaker is None
            or speaker.role is not None
            or speaker.genitive
            or speaker.modifier
            or not speaker.human
        ):
            continue
        article = any(
            h.payload.item == "determiner" for h in line.at[predicate.last + 1] if h.payload.kind == "class"
        )
        if speaker.parties and speaker.first == predicate.last + 1 + article:
            predicate.subject, predicate.subject_how = speaker, "subject behind its verb"
            predicate.after = predicate.after[1:]


def _speaks(hit: EntryHit) -> bool:
    """Whether a verb tells that somebody says something."""
    frame = hit.payload.frame
    return hit.payload.kind == "reporting" or (frame is not None and frame.type in _WORDS)


def _same_clause(line: Line, at: int, number: int) -> bool:
    """Whether a token is of a clause, or of what only "and" parts from it ("the son of the actor and poet N")."""
    own = line.segments[at]
    return own == number or (own == number - 1 and line.segment_kinds[number] == "coordinate")


def with_others(line: Line, predicate: Predicate, language: Language) -> Mention | None:
    """Return a list of names that ends with others right before its verb: "France, Spain and six other states"."""
    last = _first_of(line, predicate, language) - 1
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "others"}
    other = next((at for at in range(last - 1, last - _COUNTED, -1) if at in words), None)
    if not line.formed or other is None:
        return None
    joint = next((h for h in line.hits.get("coordinator", ()) if 0 < other - h.last <= 2), None)
    found = line.mention_at(joint.first - 1) if joint is not None and joint.first else None
    fitting = found is not None and found.role is None and not found.genitive and found.human
    return found if fitting and found is not None and found.parties else None


def _first_of(line: Line, predicate: Predicate, language: Language) -> int:
    """Return the first token of a verb with the auxiliaries before it."""
    at = min(predicate.first, predicate.head)
    while at > 0 and (
        line.tokens[at - 1].norm in language.transparent
        or any(h.payload.kind in ("cue", "light", "happen") and h.last == at - 1 for h in line.at[at - 1])
    ):
        at -= 1
    return at


def behind_nested(line: Line, earlier: list[Predicate], predicate: Predicate) -> Predicate | None:
    """Return the verb before a clause made a noun, where a comma ends that: "condemned [việc Mỹ …], demanded"."""
    if line.formed or not earlier or not nested(line, earlier[-1]):
        return None
    if not any(line.tokens[at].text == "," for at in range(earlier[-1].last, predicate.first)):
        return None
    return next(
        (p for p in reversed(earlier) if not nested(line, p) and p.subject is not earlier[-1].subject), None
    )


def whose_deed(line: Line, earlier: list[Predicate], predicate: Predicate) -> Mention | None:
    """Return who did what is condemned, where a clause made a noun tells it: "việc X làm Y bị Z lên án"."""
    subject = predicate.subject
    before = earlier[-1] if earlier else None
    if before is None or before.subject is None or subject is None or subject not in before.after:
        return None
    agent = any(m.role == "agent" and before.last < m.first for m in predicate.before)
    words = any(h.payload.frame is not None and h.payload.frame.type in _SAID_OF for h in predicate.hits)
    return before.subject if agent and words and nested(line, before) else None
