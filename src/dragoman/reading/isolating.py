"""Tells words apart that no ending tells apart: verbs that are prepositions too, and verbs made nouns.

Only languages with prepositions whose verbs are not inflected need it (Vietnamese tới: "to" and "arrive in").
"""

from __future__ import annotations

from .isolating_nouns import (
    describes_object,
    is_coordinator,
    is_coverb,
    is_particle,
    is_preposition,
    nominalised,
    placed_as_verb,
    unknown_subject,
)
from .language import EntryHit, Language
from .line import Line, Mention, Predicate
from .modifiers import aim_of_protest, undergone_object

__all__ = [
    "begins_clause",
    "comma_cuts",
    "describes_object",
    "governed",
    "in_capitals",
    "is_coordinator",
    "is_coverb",
    "is_particle",
    "is_preposition",
    "measured",
    "nested",
    "nominalised",
    "not_yet_told",
    "opens_clause",
    "owned",
    "placed_as_verb",
    "reduced",
    "speaks",
    "takes_clause",
    "unknown_subject",
    "who_is_there",
    "without_overlaps",
]  # fmt: skip

_MADE_NOUN = 7
"""Tokens from a word that makes a noun of a clause to its verb, or to the words that govern it."""
_OBJECT_REACH = 3
"""Words behind a verb in which its object begins."""
_SAID = frozenset(("ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT"))
"""Types of what one says to others."""
_ABOUT_DEEDS = frozenset(("ACCUSE", "REJECT", "SANCTION", "CONCEDE", "CONSULT", "PROTEST"))
"""Types whose verbs may have another verb as their object."""
_TENSES = frozenset(("past", "future", "ongoing", "planned"))
_BACKS = frozenset(("SUPPORT", "CONSULT"))
"""Types of acts by which a phrase before their agent is only told from others: "do X hậu thuẫn"."""
_UNSURE = frozenset(("predicts", "doubts"))
_TAKES = frozenset(("COOPERATE", "COERCE", "SANCTION", "AID", "RETREAT", "MOBILIZE"))
"""Types of deeds that may take somebody somewhere."""


def without_overlaps(hits: list[EntryHit]) -> list[EntryHit]:
    """Return the hits without verbs that begin inside another verb's pattern and end behind it."""
    return [
        hit
        for hit in hits
        if hit.payload.kind != "verb"
        or not any(
            other.payload.kind == "verb" and other.first < hit.first <= other.last < hit.last for other in hits
        )
    ]


def governed(line: Line, hit: EntryHit) -> bool:
    """Whether a verb right before one is about it: "phản đối gia nhập" (opposes joining), "hoãn đàm phán"."""
    own = hit.payload.frame.type if hit.payload.frame is not None else ""
    return _made_noun(line, hit) or any(
        p.last == hit.first - 1
        and any(
            h.payload.frame is not None and h.payload.frame.type in _ABOUT_DEEDS and not h.payload.frame.content
            and h.payload.frame.type != own
            for h in p.hits
        )
        for p in line.predicates
    )  # fmt: skip


def _made_noun(line: Line, hit: EntryHit) -> bool:
    """Whether a verb is made the noun of what is refused, talked or worried about: "từ chối việc giải trừ"."""
    opened = [
        h for h in line.hits.get("nominaliser", ()) if h.last < hit.first and hit.first - h.last <= _MADE_NOUN
    ]
    if not opened or line.segments[opened[-1].first] != line.segments[hit.first]:
        return False
    at = opened[-1].first
    outer = [
        h
        for kind in ("verb", "noun")
        for h in line.hits.get(kind, ())
        if h.payload.frame is not None and h.last < at and line.segments[at] - line.segments[h.first] <= 1
    ]
    outer = [h for h in outer if at - h.last <= _MADE_NOUN + (h.payload.kind == "noun") * 3]
    frames = [h.payload.frame for h in outer if h.payload.frame is not None]
    return any((f.type in ("REJECT", "CONSULT") and not f.content) or f.id == "concern" for f in frames)


def in_capitals(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a verb's form has a capital inside a sentence: part of a name ("Luật Xử phạt")."""
    if not language.text.capitals or language.text.verb_endings or hit.head == 0:
        return False
    return line.tokens[hit.head].text[0].isupper() and line.tokens[hit.head - 1].norm[0].isalnum()


def measured(line: Line, first: int) -> bool:
    """Whether a span of time stands right before a verb, which is then a noun ("8 tháng giam giữ")."""
    return any(t.type == "DURATION" and line.token_at(t.end - 1) == first - 1 for t in line.times)


def owned(line: Line, hit: EntryHit) -> bool:
    """Whether a genitive marker stands right behind a word: it is a noun ("quyết định của", the decision of)."""
    at = hit.last + 1
    return at < len(line.tokens) and any(
        h.payload.kind == "marker" and h.payload.item.role == "genitive" for h in line.at[at]
    )


def comma_cuts(line: Line, comma: int) -> bool:
    """Whether a clause with a verb of its own begins behind a comma, and one stands before it.

    Between comma and verb may stand particles and times, and a subject with its own.
    """
    if not any(p.last < comma for p in line.predicates) or line.mention_at(comma) is not None:
        return False
    return opens_clause(line, comma + 1)


def opens_clause(line: Line, at: int) -> bool:
    """Whether a clause begins at a token: particles, times and a subject, if any, and then its verb."""
    firsts = {p.first for p in line.predicates}
    at = _past_particles(line, at)
    if at in firsts:
        return True
    mention = line.mention_at(at)
    if mention is None or mention.first != at or mention.role is not None or mention.genitive:
        return False
    return _past_particles(line, mention.last + 1) in firsts


def _past_particles(line: Line, at: int) -> int:
    """Return the first token from `at` on that is no particle, joining word or time."""
    while at < len(line.tokens):
        time = next((t for t in line.times if t.start <= line.tokens[at].start < t.end), None)
        if time is not None:
            at = line.token_at(time.end - 1) + 1
        elif is_particle(line, at) or is_coordinator(line, at):
            at += 1
        else:
            break
    return at


def reduced(line: Line, predicate: Predicate) -> bool:
    """Whether a passive right behind its noun only says which one is meant, and the clause's own verb follows.

    So in "tổng thống bị lật đổ hiện đang bị giam" (the ousted president is being held).
    """
    subject = predicate.subject
    if _accused_object(line, predicate) or aim_of_protest(line, predicate) or undergone_object(line, predicate):
        return True
    kinds = {h.payload.frame.type for h in predicate.hits if h.payload.frame is not None}
    agent = subject if subject is not None and subject.role == "agent" else None
    if agent is not None and kinds and kinds <= _BACKS and not _passive_cue(line, agent):
        return True  # "phiến quân do X hậu thuẫn"
    if _backed(line, predicate):
        return True
    following = next((p for p in line.predicates if p.head > predicate.last), None)
    if subject is None or following is None or following.subject is not subject:
        return False
    if (
        following.segment != predicate.segment
        or subject.last > predicate.first
        or not _only(line, subject.last + 1, predicate.first, "passive")
    ):
        return False
    return any(
        h.payload.item.gives in _TENSES and predicate.last < h.first and h.last < following.head
        for h in line.hits.get("cue", ())
    )  # fmt: skip


def _backed(line: Line, predicate: Predicate) -> bool:
    """Whether a passive without tense says by whom somebody is backed: "được X hậu thuẫn, Y …"."""
    ids = {h.payload.frame.id for h in predicate.hits if h.payload.frame is not None}
    agent = next((m for m in predicate.before if m.role == "agent" and m.last + 1 == predicate.first), None)
    return ids == {"back"} and agent is not None and _passive_cue(line, agent)


def _passive_cue(line: Line, agent: Mention) -> bool:
    """Whether the word that marks who acts makes its verb a passive ("bị", "được"; not "do")."""
    at = agent.marker[0] if agent.marker is not None else agent.first
    return any(h.payload.kind == "cue" and h.payload.item.gives == "passive" for h in line.at[at])


def _accused_object(line: Line, predicate: Predicate) -> bool:
    """Whether a deed is what the object before is accused of: "sanctioned firms [accused of supplying] arms"."""
    cues = [
        h for h in line.hits.get("cue", ()) if h.payload.item.gives == "alleged" and h.last + 1 == predicate.first
    ]
    if not cues or predicate.subject is None:
        return False
    before = line.mention_at(cues[-1].first - 1)
    acts = [p for p in line.predicates if p.hits and p.last < cues[-1].first and p.subject is predicate.subject]
    return before is not None and before is not predicate.subject and any(p.last < before.first for p in acts)


def _only(line: Line, first: int, last: int, name: str) -> bool:
    """Whether cues of one kind alone stand between two tokens, and at least one."""
    cues = [
        h for h in line.hits.get("cue", ()) if first <= h.first and h.last < last and h.payload.item.gives == name
    ]
    return first < last and {at for h in cues for at in range(h.first, h.last + 1)} == set(range(first, last))


def takes_clause(line: Line, predicate: Predicate) -> bool:
    """Whether what somebody does may be a verb's object: "phản đối Bắc Kinh phun vòi rồng" (protests at …)."""
    return any(h.payload.frame is not None and h.payload.frame.type in _SAID for h in predicate.hits) or any(
        h.payload.item == "causative" and predicate.first <= h.last and h.first <= predicate.last
        for h in line.hits.get("class", ())
    )


def speaks(predicate: Predicate) -> bool:
    """Whether a verb says something to somebody, or reports it."""
    return any(
        h.payload.kind == "reporting" or (h.payload.frame is not None and h.payload.frame.type in _SAID)
        for h in predicate.hits
    )


def nested(line: Line, predicate: Predicate) -> bool:
    """Whether a word that makes nouns of clauses stands before a subject ("việc Nga rút quân", that Russia …).

    The verbs that follow go on with the outer subject, not with this one.
    """
    subject = predicate.subject
    return (
        subject is not None
        and "nominaliser" in line.hits
        and any(
            h.payload.kind == "nominaliser" and h.last == subject.first - 1
            for start in range(max(0, subject.first - 2), subject.first)
            for h in line.at[start]
        )
    )


def not_yet_told(line: Line, predicate: Predicate) -> str | None:
    """Return why a clause without tense tells nothing: it is talked or feared about, or what comes waits for it.

    So "thảo luận về … việc X gia nhập" (discussed X's joining), "sẽ từ chức sau khi X rút" (will resign after).
    """
    before = [p for p in line.predicates if p.head < predicate.head]
    if before and _carried(line, before[-1], predicate):
        return "where somebody is taken"
    if nested(line, predicate):
        outer = [p for p in before if predicate.subject is not None and p.head < predicate.subject.first]
        for hit in outer[-1].hits if outer else ():
            if hit.payload.kind == "reporting" and hit.payload.item.stance in _UNSURE and _about(line, predicate):
                return "what is feared or expected"
            if hit.payload.frame is not None and hit.payload.frame.type == "CONSULT":
                return "what is talked about"
    if line.segment_kinds[predicate.segment] == "time-after":
        tenses = [h for h in line.hits.get("cue", ()) if h.payload.item.gives in _TENSES]
        own = [h for h in tenses if line.segments[h.first] == predicate.segment]
        outer_tenses = {h.payload.item.gives for h in tenses if line.segments[h.first] == predicate.segment - 1}
        if not own and outer_tenses & {"future", "planned"}:
            return "what is to come waits for it"
    return None


def _carried(line: Line, deed: Predicate, predicate: Predicate) -> bool:
    """Whether a verb of going only tells where a deed takes whom it is done to: "dẫn độ X [sang] Mỹ"."""
    goes = predicate.hits and all(
        h.payload.frame is not None and h.payload.frame.mode[:1] == ("visit",)
        for h in predicate.hits
        if h.payload.frame is None or h.payload.frame.type == "CONSULT"
    )
    if not goes or deed.segment != predicate.segment or deed.subject is not predicate.subject:
        return False
    taken = any(h.payload.frame is not None and h.payload.frame.type in _TAKES for h in deed.hits)
    return taken and any(
        m.human and deed.last < m.first and m.last == predicate.first - 1 and m is not predicate.subject
        for m in line.mentions
    )


def _about(line: Line, predicate: Predicate) -> bool:
    """Whether an adposition stands before the word that makes a noun of a clause: "về việc X rút" (about …)."""
    first = predicate.subject.first if predicate.subject is not None else predicate.first
    opening = [h for h in line.hits.get("nominaliser", ()) if h.last == first - 1]
    return any(h.last == n.first - 1 for n in opening for h in line.hits.get("marker", ()))


def begins_clause(line: Line, same: Predicate, mention: Mention, predicate: Predicate) -> bool:
    """Whether a phrase too far behind a verb to be its object stands right before the next verb: its subject."""
    if line.formed:
        return False
    opened = any(
        h.payload.kind == "nominaliser" and h.last == mention.first - 1
        for start in range(max(0, mention.first - 2), mention.first)
        for h in line.at[start]
    )  # "việc X tấn công", that X attacked
    if not opened and mention.first - same.last <= _OBJECT_REACH:
        return False
    return all(is_particle(line, at) for at in range(mention.last + 1, predicate.first))


def who_is_there(line: Line, predicate: Predicate, same: Predicate | None) -> Mention | None:
    """Return whom the verb before meets, where a word for "just now" parts him from this verb: he does it.

    So in "tiếp Ngoại trưởng Nga đang thăm Hà Nội" (received the minister, who is visiting).
    """
    if same is None or not predicate.before:
        return None
    near = predicate.before[-1]
    between = range(near.last + 1, predicate.first)
    cues = [h for h in line.hits.get("cue", ()) if h.payload.item.gives == "ongoing" and h.first == near.last + 1]
    behind = near.first > same.last and near.human and bool(near.parties) and not near.genitive
    if not behind or not cues or not all(is_particle(line, at) for at in between):
        return None
    return near if near.kind in ("person", "body", "people") and near.role != "agent" else None
