"""How far somebody's words reach behind the verb that brings them in: up to where another voice takes over."""

from __future__ import annotations

from .isolating import speaks
from .language import Language
from .line import Line, Mention, Predicate
from .resuming import speaks_again

__all__ = ["answered_from", "end_of_content", "opening", "speaks_anew", "tells_news", "tells_of_others"]

_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
"""Types of acts of speech."""

_NEAR = 6
"""Tokens between a reporting verb and what opens its content."""


def end_of_content(line: Line, predicate: Predicate, verb_final: bool, cased: bool) -> int:
    """Return the last token that reported words behind a verb may reach: not where the speaker acts again."""
    for later in line.predicates:
        if (
            line.formed
            and not verb_final
            and not cased
            and _denies(predicate)
            and speaks_anew(line, later, predicate.last)
        ):
            return line.segments.index(later.segment) - 1
        again = later.subject is not None and later.subject is predicate.subject
        held = later.segment in line.segments  # a chain may have given all its words to the clause behind it
        if later.head > predicate.head and again and held and later.segment > predicate.segment + 1:
            start = line.segments.index(later.segment)
            parted = line.tokens[start - 1].text == "," or (line.formed and not verb_final)
            if line.segment_kinds[later.segment] == "coordinate" and parted:
                return start - 1
    if cased:
        return _end_of_clause(line, predicate)
    if line.formed and not verb_final and (own := _own_account(line, predicate)) is not None:
        return own - 1
    if line.formed and line.segment_kinds[predicate.segment] == "relative":
        kinds = line.segment_kinds
        behind = range(predicate.last + 1, len(line.tokens))
        goes_on = next((at for at in behind if kinds[line.segments[at]] == "resume"), None)
        if goes_on is not None:
            return goes_on - 1  # "Moscow, which says that …, accused …"
    if not line.formed and not verb_final and (own := _told_when(line, predicate)) is not None:
        return own - 1
    # A semicolon gives the word back, and so does the answer of another side.
    end = answered_from(line, predicate.head, predicate.subject) - 1
    end = next((at - 1 for at in range(predicate.last + 2, end) if line.tokens[at].text == ";"), end)
    return end if verb_final or line.formed else speaks_again(line, predicate.last, end)


def _denies(predicate: Predicate) -> bool:
    return any(h.payload.kind == "reporting" and h.payload.item.stance == "denies" for h in predicate.hits)


def speaks_anew(line: Line, later: Predicate, token: int) -> bool:
    """Whether "and" and an act of speech follow a denial: "denied that it had …, and [accused] X of …"."""
    if (
        later.head <= token
        or line.segment_kinds[later.segment] != "coordinate"
        or later.segment not in line.segments
    ):
        return False
    told = {"finite", "past"} <= later.tags and later.subject_how == "subject of the clause before"
    return told and any(h.payload.frame is not None and h.payload.frame.type in _SPOKEN for h in later.hits)


def _own_account(line: Line, predicate: Predicate) -> int | None:
    """Return where the outlet goes on in its own voice: "A said that it had …, while B recalled its envoy"."""
    for later in line.predicates:
        if (
            later.head < predicate.head
            or line.segment_kinds[later.segment] != "time-while"
            or later.subject is None
        ):
            continue
        start = line.segments.index(later.segment)
        named = later.subject.first > start and all(p.how != "pronoun" for p in later.subject.parties)
        told = later.subject_how == "subject" and named and "finite" in later.tags
        if told and start > predicate.last and line.tokens[start - 1].text == ",":
            return start
    return None


def _told_when(line: Line, predicate: Predicate) -> int | None:
    """Return where, behind a comma, the outlet tells when it was said: "X thông báo …, sau khi Y lăng mạ …"."""
    for later in line.predicates:
        if later.head < predicate.head or line.segment_kinds[later.segment] not in ("time-after", "time-before"):
            continue
        start = line.segments.index(later.segment)
        own = later.subject is not None and later.subject.first > start and later.subject_how == "subject"
        if own and start > predicate.last and line.tokens[start - 1].text == ",":
            return start
    return None


def _end_of_clause(line: Line, predicate: Predicate) -> int:
    """Return the last token before a clause, joined by a comma alone, in which somebody else acts."""
    end = answered_from(line, predicate.head, predicate.subject) - 1
    said = any(0 <= h.first - predicate.last - 1 <= _NEAR for h in line.hits.get("complementiser", ()))
    for later in line.predicates:
        if said or later.head <= predicate.head or later.segment == predicate.segment or later.subject is None:
            continue
        start = line.segments.index(later.segment)
        own = later.subject is not predicate.subject and later.subject_how == "subject"
        if line.segment_kinds[later.segment] == "coordinate" and own and line.tokens[start - 1].text == ",":
            return min(end, start - 1)
    return next((at - 1 for at in range(predicate.last + 2, end) if line.tokens[at].text == ";"), end)


def answered_from(line: Line, token: int, speaker: Mention | None) -> int:
    """Return where, behind a verb of saying, another side answers ("…, but B denied it"), or the end."""
    for later in line.predicates:
        if later.head <= token or later.subject is speaker:
            continue
        if line.formed and (noun := _answers_with(line, later)) is not None and noun > token + 1:
            return noun
        if not _turned(line, later):
            continue
        if later.subject not in later.before or later.subject is None:
            continue
        if any(h.payload.frame is not None and h.payload.frame.answers for h in later.hits) or (
            not line.formed and not later.tags and speaks(later)
        ):
            return line.segments.index(later.segment)
    return len(line.tokens)


def _answers_with(line: Line, predicate: Predicate) -> int | None:
    """Return the noun or pronoun for what was said that another side answers: "…, a charge the Kremlin denies"."""
    for hit in predicate.hits:
        frame = hit.payload.frame
        if frame is None or not frame.answers or frame.content != "denied" or hit.head == hit.first:
            continue
        if any(hit.first < m.first < hit.head for m in line.mentions):
            return hit.first
    return None


def _turned(line: Line, predicate: Predicate) -> bool:
    """Whether a clause turns to another side: with "but", or where no ending shows a verb behind a comma alone."""
    kind = line.segment_kinds[predicate.segment]
    if line.formed or predicate.tags or kind not in ("coordinate", "relative"):
        return kind == "contrast"
    start = line.segments.index(predicate.segment)
    return start > 0 and "," in (line.tokens[start - 1].text, line.tokens[start].text)


def tells_of_others(line: Line, predicate: Predicate) -> bool:
    """Whether a verb of denying closes a clause of what somebody else did: "retorted that they had fired".

    Where clauses stand inside one another; what the clause itself denies is denied all the same.
    """
    told = [p for p in line.predicates if p.last < predicate.first and line.segment_kinds[p.segment] == "content"]
    if not told or predicate.segment - told[-1].segment > 1:
        return False
    doer, denier = told[-1].subject, predicate.subject
    if doer is None or denier is None or doer is denier or not doer.countries or doer.countries & denier.countries:
        return False
    return not any(
        hit.payload.item.gives == "negation" and told[-1].first <= hit.first < predicate.first
        for hit in line.hits.get("cue", ())
    )


def opening(line: Line, at: int) -> int:
    """Return the first token that a source named at a token may have told: what a semicolon parts is before it."""
    return next((one + 1 for one in range(at - 1, -1, -1) if line.tokens[one].text == ";"), 0)


def tells_news(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether words are news from somebody, whoever he is: "his office said", but not "the film tells how"."""
    medial = line.formed and bool(language.text.verb_endings) and not language.cased and not language.subject_first
    return medial and "past" in predicate.tags
