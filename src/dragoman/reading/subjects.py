"""Gives every verb of a line its subject and the phrases beside it, by the word order of the language.

Clauses that are joined share a subject; a clause whose subject is an unknown noun has none that we could name.
"""

from __future__ import annotations

from itertools import pairwise

from ..packs.schema import Tag
from .asides import before_aside, behind_nested, settle_inverted, whose_deed, with_others
from .clauses import SUBORDINATE
from .free_order import keep_apart, settle_gerunds, subject_free
from .isolating import describes_object, nested, unknown_subject
from .language import Language
from .lent_phrases import lent
from .line import Line, Mention, Predicate
from .own_words import settle_others, settle_struck
from .reduced import announces_again, antecedent, describes_noun, settle_opening, share_objects, told_of_object
from .reflexives import settle_crowds, settle_pronouns, settle_reflexives
from .resuming import outer_speaker, resumed
from .shared_subjects import (
    described_by_deed,
    inherit_backwards,
    is_blocked,
    opens_clause,
    subject_medial,
    unknown_agent,
)
from .turned import is_turned
from .unnamed import unnamed_subject
from .verb_final import bound_by_duty, can_act, described_by, is_goal, subject_of

__all__ = ["attach"]

_OF_PARTICIPLE = frozenset(("instrument", "target", "against"))
"""Roles of phrases before a participle that describes a noun, which are its own and not the verb's behind."""
_OPEN_FORMS: frozenset[Tag] = frozenset(("infinitive", "verbal-noun"))


def attach(line: Line, language: Language) -> None:
    """Give every predicate the mentions beside it and its subject."""
    by_segment: dict[int, list[Predicate]] = {}
    for predicate in line.predicates:
        by_segment.setdefault(predicate.segment, []).append(predicate)
    previous: Predicate | None = None
    outer: Predicate | None = None
    for number in range(len(line.segment_kinds)):
        kind = line.segment_kinds[number]
        if kind == "content":
            outer = previous
        elif kind == "coordinate" and outer is not None and _behind_comma(line, number):
            previous, outer = outer, None
        group = by_segment.get(number, [])
        mentions = [m for m in line.mentions if _segment_of(line, m) == number]
        loose = _loose(line, number, by_segment) if number else []
        for index, predicate in enumerate(group):
            low = group[index - 1].head if index else -1
            high = group[index + 1].head if index + 1 < len(group) else len(line.tokens)
            if line.formed:  # "is opposed to": the pattern of one verb may hold another
                high = next((p.head for p in group[index + 1 :] if p.head > predicate.last), len(line.tokens))
            if language.subject_first:
                low = _last_finite(group[:index], predicate)
                low = max(low, _parted_at(line, group[index - 1], predicate)) if index else low
            if not language.text.verb_endings:
                high = next(
                    (p.head for p in group[index + 1 :] if not describes_object(line, p)), len(line.tokens)
                )
            closing = predicate.last if any(is_turned(h, language) for h in predicate.hits) else predicate.head
            predicate.before = [m for m in mentions if low < m.first and m.last < closing]
            described = [p.first for p in group[:index] if p.adjectival]
            if language.cased and predicate.first < line.segments.index(number):  # "[удары по X, которые нанес] Y"
                carried = [m for m in line.mentions if predicate.first < m.first and m.last < predicate.head]
                predicate.before = [*(m for m in carried if m not in predicate.before), *predicate.before]
            if described:  # "रूस द्वारा लगाए गए …": by whom belongs to the participle
                predicate.before = [
                    m for m in predicate.before if m.role not in _OF_PARTICIPLE or m.first > described[-1]
                ]
            predicate.after = [m for m in mentions if closing < m.first < high]
            if language.subject_first and index + 1 < len(group):
                closed = _parted_at(line, predicate, group[index + 1])
                predicate.after = [m for m in mentions if closing < m.first < closed]
            predicate.joined = index > 0 or line.segment_kinds[number] not in SUBORDINATE
            if not index and loose and line.segment_kinds[number] == "resume":
                predicate.before = loose + predicate.before
            elif not index and number and language.own_marked and kind == "time-while":
                predicate.before = _before_when(line, number, by_segment) + predicate.before
        if language.cased:
            for predicate in group if kind == "relative" else ():
                predicate.before = [*lent(line, number), *predicate.before]
            if group:
                group[-1].after += _resumed(line, number, by_segment)
            keep_apart(line, group, language)
        if not language.text.verb_endings:
            previous = resumed(line, number, group) or previous
        for index, predicate in enumerate(group):
            same = next((p for p in reversed(group[:index]) if not p.adjectival), None)
            outer = behind_nested(line, group[:index], predicate) if not language.subject_first else None
            _find_subject(line, predicate, same, outer or same or previous, language)
            doer = whose_deed(line, group[:index], predicate) if not language.text.verb_endings else None
            if doer is not None:
                predicate.subject, predicate.subject_how = doer, "whose deed it is"
        if language.subject_first:
            _close_with_agent(group, mentions)
            _share_through_closers(line, group)
        elif not language.cased:
            _leave_subjects(line, group)
        told = [predicate for predicate in group if predicate.subject is not None and not predicate.adjectival]
        if told and kind != "relative":
            previous = next((p for p in reversed(told) if not nested(line, p)), told[-1])
    if line.formed and not language.cased and not language.subject_first:
        share_objects(line)
        settle_inverted(line)
    if language.cased:
        settle_gerunds(line)
    else:
        settle_opening(line)
        inherit_backwards(line, language)
    settle_reflexives(line)
    if language.own_marked:
        settle_crowds(line)
    settle_pronouns(line, language.own_marked)
    settle_others(line)
    settle_struck(line)


def _close_with_agent(group: list[Predicate], mentions: list[Mention]) -> None:
    """Let the verb of the past that closes a clause have its marked agent, whatever participles stand between.

    "दोनों देशों ने उपग्रह से मिले आंकड़े साझा करने वाले समझौते पर हस्ताक्षर किए": they signed.
    """
    closing = group[-1] if group else None
    if closing is None or closing.adjectival or "past" not in closing.tags:
        return
    if closing.subject is not None and not _undergoing(closing):
        return
    if "passive" in closing.tags or closing.unknown:
        return
    agents = [m for m in mentions if m.role == "agent" and m.last < closing.first and can_act(m)]
    if agents:
        closing.subject, closing.subject_how = agents[-1], "subject"


def _undergoing(closing: Predicate) -> bool:
    """Whether the unmarked phrase taken for a subject stands inside the words of a past deed done to it."""
    subject = closing.subject
    inside = subject is not None and subject.role is None and closing.first <= subject.last <= closing.last
    return inside and any(
        h.payload.frame is not None and "object" in h.payload.frame.recipient for h in closing.hits
    )


def _leave_subjects(line: Line, group: list[Predicate]) -> None:
    """Take the subject of a following verb, behind a comma, from the phrases of the verb before ("…, he said")."""
    for predicate, following in pairwise(group):
        subject = following.subject
        if subject is None or subject not in predicate.after or following.subject_how != "subject":
            continue
        first = subject.marker[0] if subject.marker and subject.marker[0] < subject.first else subject.first
        if any(line.tokens[at].text == "," for at in range(max(predicate.last, first - 2), first)):
            predicate.after = [mention for mention in predicate.after if mention is not subject]


def _closed_at(line: Line, predicate: Predicate, following: Predicate) -> int:
    """Return the token that closes what is reported between two verbs ("… করেছে বলে জানিয়েছে"), or -1."""
    return max(
        (h.first for h in line.hits.get("closer", ()) if predicate.last < h.first <= following.first), default=-1
    )


def _parted_at(line: Line, predicate: Predicate, following: Predicate) -> int:
    """Return the token that parts two verbs: what closes words reported, or the comma before who reports them.

    "চুক্তিতে সই করেছেন [A ও B], জানিয়েছে বিবিসি": A and B signed.
    """
    closed = _closed_at(line, predicate, following)
    comma = following.first - 1
    if closed >= 0 or comma <= predicate.last or line.tokens[comma].text != "," or "finite" not in predicate.tags:
        return closed
    return comma if any(h.payload.kind == "reporting" for h in following.hits) else closed


def _share_through_closers(line: Line, group: list[Predicate]) -> None:
    """Settle who acts and who says it, where what is said stands before the verb of saying.

    Two unmarked phrases before the inner verb are speaker and actor, in this order; one alone is both, unless the
    speaker stands behind. A clause without subject is the speaker's own ("… প্রস্তুত বলে জানিয়েছে দিল্লি").
    """
    for inner, outer in pairwise(group):
        if _closed_at(line, inner, outer) < 0 or not any(h.payload.kind == "reporting" for h in outer.hits):
            continue
        if "passive" in outer.tags:
            continue
        if outer.subject is None or outer.subject_how != "subject":
            bare = [m for m in inner.before if m.role is None and can_act(m) and not is_goal(m, inner)]
            if len(bare) > 1 and inner.subject is bare[0]:
                outer.subject, outer.subject_how = bare[0], "first of two phrases"
                inner.subject = bare[1]
        elif inner.subject is None and "passive" not in inner.tags and not _has_own_actor(inner):
            inner.subject, inner.subject_how = outer.subject, "who says it"


def _has_own_actor(predicate: Predicate) -> bool:
    """Whether a verb tells what somebody underwent, and by whom in a role of its own ("হামলায় … নিহত হয়েছেন")."""
    items = [hit.payload.item for hit in predicate.hits if hit.payload.kind == "verb"]
    return any("subject" in i.recipient or (i.actor and "subject" not in i.actor) for i in items)


def _segment_of(line: Line, mention: Mention) -> int:
    """Return a phrase's segment; one in brackets belongs where the adposition behind them stands."""
    number = line.segments[mention.first]
    if line.segment_kinds[number] == "aside" and mention.marker is not None:
        return line.segments[mention.marker[0]]
    return number


def _last_finite(earlier: list[Predicate], predicate: Predicate) -> int:
    """Where the verb stands last, phrases before an embedded infinitive may belong to the verb behind it.

    Return the head of the last verb that closes what stands before it. Infinitives and verbal nouns close it for
    each other only.
    """
    embedded = False
    for one in reversed(earlier):
        opened = bool(one.tags & _OPEN_FORMS)
        inside = one.head >= predicate.first and not opened  # "[छोड़] देने चाहिए"
        if one.adjectival or inside:
            continue
        if embedded and "conjunctive" in one.tags and not predicate.tags & _OPEN_FORMS:
            continue  # "[भेजकर … छेड़ने] का आरोप लगाया"
        if not opened or predicate.tags & _OPEN_FORMS:
            return one.head
        embedded = True
    return -1


def _behind_comma(line: Line, number: int) -> bool:
    """Whether a clause begins with a comma and a coordinator: it goes on with the outer clause."""
    if number not in line.segments:
        return False
    at = line.segments.index(number)
    return at > 0 and line.tokens[at - 1].text == ","


def _resumed(line: Line, number: int, by_segment: dict[int, list[Predicate]]) -> list[Mention]:
    """Return the phrases with which a clause goes on behind inserted words: "нанесла, сообщает N, авиация"."""
    kinds = line.segment_kinds
    if kinds[number + 1 : number + 3] != ["inserted", "resume"] or by_segment.get(number + 2):
        return []
    return [m for m in line.mentions if line.segments[m.first] == number + 2]


def _loose(line: Line, number: int, by_segment: dict[int, list[Predicate]]) -> list[Mention]:
    """Return mentions of the clause that a relative clause interrupted, where it had no verb yet."""
    if number < 2 or by_segment.get(number - 2):
        return []
    return [m for m in line.mentions if line.segments[m.first] == number - 2]


def _before_when(line: Line, number: int, by_segment: dict[int, list[Predicate]]) -> list[Mention]:
    """Return what stands before the "when" of its own clause: "दोनों नेता बर्लिन में [जब] नाश्ते पर मिले, तो …"."""
    if by_segment.get(number - 1):
        return []
    return [m for m in line.mentions if line.segments[m.first] == number - 1]


def _find_subject(
    line: Line, predicate: Predicate, same: Predicate | None, previous: Predicate | None, language: Language
) -> None:
    if language.cased:
        predicate.subject, how = subject_free(line, predicate, same, previous, language)
        predicate.subject_how = how or "subject"
        return
    if not language.subject_first and language.text.modifier == "before":
        inside = [m for m in line.mentions if predicate.first < m.first and m.last < predicate.head]
        if line.formed and inside and inside[-1].role is None and can_act(inside[-1]):
            predicate.subject = inside[-1]  # "a charge [the Kremlin] denies"
            return
        named = before_aside(line, predicate, language) or with_others(line, predicate, language)
        if named is not None:
            predicate.subject = named
            return
        if unnamed_subject(line, predicate, language):
            return
    if language.subject_first and bound_by_duty(line, predicate):
        return
    described = described_by(line, predicate) if language.subject_first else None
    if described is not None:
        predicate.subject, predicate.subject_how = described, "whom the participle describes"
        predicate.tags, predicate.helped = frozenset(("past",)), True
        return
    found = (
        subject_of(line, predicate) if language.subject_first else subject_medial(line, predicate, same, language)
    )
    if language.subject_first and _of_nobody(predicate, found):
        return
    if language.subject_first and _taken(predicate, found, previous):
        found = None
    predicate.unknown = (found is None or found.role != "agent") and unknown_agent(line, predicate, language)
    if found is not None and not predicate.unknown:
        predicate.subject = found
        return
    if line.segment_kinds[predicate.segment] == "relative" and same is None:
        before = [
            m for m in line.mentions if m.last < predicate.head and line.segments[m.first] < predicate.segment
        ]
        near = bool(before) and (language.subject_first or _beside_relative(line, before[-1], predicate))
        placed = (
            near and language.subject_first and before[-1].role == "place"
        )  # "at a summit in Singapore, where …"
        described = antecedent(before, language) if near else None
        if described is not None and described.human and not described.modifier and not placed:
            predicate.subject, predicate.subject_how = described, "antecedent of a relative clause"
        return
    if not language.subject_first and describes_noun(line, predicate, same, language):
        return
    if not language.cased and not language.subject_first and told_of_object(line, predicate, same, language):
        return
    if same is not None and _behind_relative(line, predicate, same):
        owner = [m for m in line.mentions if line.segments[m.first] < predicate.segment]
        if owner and owner[-1].human and not owner[-1].modifier and _beside_relative(line, owner[-1], predicate):
            predicate.subject, predicate.subject_how = owner[-1], "subject before a relative clause"
        return
    if (
        previous is not None
        and (
            predicate.joined
            or (same is None and not language.subject_first and opens_clause(line, predicate, language))
        )
        and previous.subject is not None
        and not is_blocked(line, predicate, language)
        and not unknown_subject(line, previous, predicate, language)
    ):
        speaker = None if language.subject_first else outer_speaker(line, previous, predicate)
        speaker = speaker or announces_again(line, previous, predicate)
        shared = previous.subject if language.text.verb_endings else described_by_deed(line, previous)
        predicate.subject, predicate.subject_how = speaker or shared, "subject of the clause before"


def _taken(predicate: Predicate, found: Mention | None, previous: Predicate | None) -> bool:
    """Whether craft without a mark are the object of a past deed of the clause's marked agent before.

    "नौसेना ने मछुआरों को पकड़ लिया और [उनकी नावें] जब्त कर लीं": the navy did.
    """
    agent = previous.subject if previous is not None else None
    if found is None or agent is None or found.kind != "vehicle" or found.role is not None:
        return False
    done = "past" in predicate.tags and "passive" not in predicate.tags and predicate.joined
    return done and agent.role == "agent" and found.last < predicate.head and bool(predicate.hits)


def _of_nobody(predicate: Predicate, found: Mention | None) -> bool:
    """Whether a participle only describes the noun behind it: who acts in its sentence did not do it."""
    agent = found is not None and found.role == "agent"
    return predicate.adjectival and (agent or ("passive" in predicate.tags and found is None))


def _behind_relative(line: Line, predicate: Predicate, same: Predicate) -> bool:
    """Whether a verb behind that of a relative clause without comma is the main one: "the man who led X met Y"."""
    if line.segment_kinds[predicate.segment] != "relative" or not line.formed:
        return False
    if not predicate.tags & {"finite"} or not same.tags & {"finite"}:
        return False
    if same.last + 1 == predicate.first and not same.hits:
        return False  # "who were demonstrating"
    return not any(same.last < h.first < predicate.first for h in line.hits.get("coordinator", ()))


def _beside_relative(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether at most a comma stands between a phrase and the relative clause ("an earthquake which struck")."""
    opening = line.segments.index(predicate.segment)
    words = line.tokens[mention.last + 1 : opening]
    return len(words) <= 2 and not any(word.norm[0].isalnum() for word in words)
