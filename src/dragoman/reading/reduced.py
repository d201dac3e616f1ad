"""Verbs that word order alone does not settle.

Past forms may only describe the noun before them: "sanctions on six companies [accused of] …". A second verb
needs a joint before it. A past form without one stands for a relative clause in the passive: the noun before it
is whom it is done to, and who does it is told by an agent or not at all. Verbs that "and" joins share an
object; behind an adverbial at the head of a clause the last name may be the subject.
"""

from __future__ import annotations

from itertools import pairwise

from .language import Language
from .line import Line, Mention, Predicate

__all__ = [
    "announces_again",
    "antecedent",
    "behind_adverbial",
    "describes_noun",
    "settle_opening",
    "share_objects",
    "told_of_object",
]

_JOINTS = frozenset(("coordinator", "subordinator", "complementiser", "contrast"))
_ANNOUNCING = frozenset(("pledge", "promise", "vow"))
"""Frames of what somebody says that he will do himself."""
_OF_PARTICIPLE = frozenset(("companion", "place", "instrument", "source"))
"""Roles of what follows a past form that has no object: "armed [with]", "stationed [in]"."""
_NO_WORD = frozenset(("context", "class", "without", "org-word", "place-word", "body", "title", "source"))
"""Kinds of entries that say nothing of how a word is used in its sentence."""


def describes_noun(line: Line, predicate: Predicate, same: Predicate | None, language: Language) -> bool:
    """Whether a past form has no joint between it and the full verb before it in its clause.

    Then it is made a passive of the phrase right before it, if any.
    """
    if same is None or not language.text.verb_endings or not line.formed or language.cased:
        return False
    if not {"finite", "past"} <= predicate.tags or "passive" in predicate.tags or not predicate.hits:
        return False
    if "passive" in same.tags or "finite" not in same.tags or same.segment != predicate.segment or not _full(same):
        return False
    between = range(same.last + 1, predicate.first) or range(same.head + 1, predicate.first)
    if not between or any(line.tokens[at].text in ',;:\u2013\u2014"\u201c\u201d' for at in between):
        return False
    if any(h.payload.kind in _JOINTS for at in between for h in line.at[at]):
        return False
    if any(same.last < p.head < predicate.head for p in line.predicates):
        return False
    before = predicate.first - 1
    noun = line.mention_at(before)
    if noun is None and (not line.tokens[before].norm.isalpha() or not _plain(line, before)):
        return False
    if _only_describes(line, same, predicate, noun):
        predicate.subject = noun if same.subject is None else same.subject
        same.tags = (same.tags - {"finite"}) | {"participle"}
        return True
    predicate.tags, predicate.helped = (predicate.tags - {"finite"}) | {"passive"}, True
    predicate.subject = noun if noun is not None and not noun.genitive else None
    return True


def told_of_object(line: Line, predicate: Predicate, same: Predicate | None, language: Language) -> bool:
    """Whether a form in -ing stands right behind the object of the verb before it, and tells of that.

    "struck trucks [carrying] aid": no comma parts it from the noun. Who is named there becomes its subject.
    """
    if (
        same is None
        or not line.formed
        or "participle" not in predicate.tags
        or predicate.tags & {"past", "finite"}
    ):
        return False
    before = predicate.first - 1
    word = line.tokens[before].norm
    if "finite" not in same.tags or same.last >= before or not word.isalpha():
        return False
    if word in language.transparent or word.endswith(language.text.adverb_endings):
        return False  # "has retaliated, most recently [slapping] tariffs on …"
    noun = line.mention_at(before)
    if noun is not None and (noun.kind == "place" or noun is same.subject):
        return False
    start = line.tokens[before].start
    timed = any(time.start <= start < time.end for time in line.times)
    if timed or (noun is None and not _plain(line, before)):
        return False
    predicate.subject = noun if noun is not None and noun.human and not noun.genitive else None
    predicate.subject_how, predicate.unknown = "noun of a participle", predicate.subject is None
    return True


def _only_describes(line: Line, same: Predicate, predicate: Predicate, noun: Mention | None) -> bool:
    """Whether of two past forms the first describes a noun: "heavily [armed] gunmen attacked a convoy"."""
    at = predicate.head + 1
    opens = at < len(line.tokens) and (
        line.mention_at(at) is not None
        or line.tokens[at].norm.isdigit()
        or any(h.payload.kind == "class" and h.payload.item == "determiner" for h in line.at[at])
    )
    if not opens or not {"finite", "past"} <= same.tags or same.last - same.head > 1:
        return False
    if same.subject is None:
        return noun is not None and not noun.genitive and noun.human and noun.first == same.last + 1
    behind = line.at[same.head + 1]
    undergone = all("object" in h.payload.frame.recipient for h in same.hits if h.payload.frame is not None)
    led = any(h.payload.kind == "marker" and h.payload.item.role in _OF_PARTICIPLE for h in behind)
    return led and undergone and not any(m.role is None and m.last < predicate.first for m in same.after)


def _plain(line: Line, at: int) -> bool:
    """Whether a word is none that speaks of verbs or clauses."""
    return all(h.payload.kind in _NO_WORD for h in line.at[at])


def _full(predicate: Predicate) -> bool:
    """Whether a verb is an act with an object of its own, and takes no clause."""
    frames = [hit.payload.frame for hit in predicate.hits if hit.payload.frame is not None]
    said = any(hit.payload.kind == "reporting" for hit in predicate.hits)
    return bool(frames) and not said and not any(f.content or f.type in ("REQUEST", "THREATEN") for f in frames)


def antecedent(before: list[Mention], language: Language) -> Mention:
    """Return what a relative clause describes, not where that is: "protesters in Dakar who …"."""
    last = before[-1]
    owner = before[-2] if len(before) > 1 else None
    if owner is None or language.subject_first or last.role != "place" or last.marker is None or last.modifier:
        return last
    described = owner.kind in ("person", "people", "body") and not owner.modifier and not owner.genitive
    return owner if described and owner.last + 1 == last.marker[0] else last


def share_objects(line: Line) -> None:
    """Give a verb right before "and" and another verb the phrases behind that: "shot and wounded him"."""
    joints = {h.first: h.last for h in line.hits.get("coordinator", ())}
    for predicate, following in pairwise(line.predicates):
        behind = joints.get(predicate.last + 1)
        bare = predicate.last == predicate.head and not predicate.after
        if behind is not None and following.first == behind + 1 and bare:
            alike = "finite" in predicate.tags and "finite" in following.tags
            predicate.after = list(following.after) if alike else predicate.after


def settle_opening(line: Line) -> None:
    """Give a participle that opens the line the subject behind its comma: "Visiting X, [the king] promised"."""
    opening = line.predicates[0] if line.predicates else None
    if opening is None or not line.formed or opening.subject is not None or opening.first > 1:
        return
    if "participle" not in opening.tags or "past" in opening.tags:
        return
    main = next((p for p in line.predicates[1:] if "finite" in p.tags and p.subject is not None), None)
    if main is None or main.subject is None or main.subject_how != "subject" or main.subject.first < opening.last:
        return
    before = main.subject.first - 1
    before -= before > 0 and any(
        h.payload.item == "determiner" for h in line.at[before] if h.payload.kind == "class"
    )
    if line.tokens[before].text == ",":
        opening.subject, opening.subject_how = main.subject, "subject of the clause after"


def behind_adverbial(line: Line, predicate: Predicate, same: Predicate | None) -> Mention | None:
    """Return who stands between an adverbial at the head of a clause and its verb: "within hours [Moscow] had …".

    The adposition governs the unknown noun before him, and not him.
    """
    if same is not None or not line.formed or not predicate.before:
        return None
    last = predicate.before[-1]
    if last.kind not in ("state", "person") or last.marker is None or not last.parties or last.modifier:
        return None
    if last.last + 1 != predicate.first or last.marker[1] + 1 >= last.first or last.marker[0] > last.first:
        return None
    start = line.segments.index(predicate.segment)
    opens = any(h.payload.kind in ("marker", "subordinator") for h in line.at[start])
    words = line.tokens[last.marker[1] + 1 : last.first]
    if not opens or any(not word.norm.isalpha() or word.text[0].isupper() for word in words):
        return None
    last.role, last.genitive, last.marker = None, False, None
    return last


def announces_again(line: Line, previous: Predicate, predicate: Predicate) -> Mention | None:
    """Return who goes on speaking behind what others underwent: "X said five had been killed and vowed to …"."""
    if not line.formed or "passive" not in previous.tags or "finite" not in predicate.tags:
        return None
    frames = [hit.payload.frame for hit in predicate.hits if hit.payload.frame is not None]
    if not any(frame.type == "THREATEN" or frame.id in _ANNOUNCING for frame in frames):
        return None
    said = [p for p in line.predicates if p.head < previous.head and p.subject is not None]
    said = [p for p in said if any(hit.payload.kind == "reporting" for hit in p.hits)]
    return said[-1].subject if said else None
