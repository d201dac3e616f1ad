"""Verbs that are nouns, and words that only describe, in languages without endings."""

from __future__ import annotations

from .language import EntryHit, Language
from .line import Line, Predicate
from .modifiers import moved

__all__ = [
    "describes_object",
    "is_coordinator",
    "is_coverb",
    "is_particle",
    "is_preposition",
    "nominalised",
    "placed_as_verb",
    "unknown_subject",
]

_OPENERS = frozenset('"“‘«')
_BEFORE_VERBS = frozenset(
    ("cue", "coordinator", "contrast", "subordinator", "complementiser", "verb", "reporting", "light", "plain",
     "happen", "infinitive", "hearsay", "rumour")
)  # fmt: skip
_BLAMES = frozenset(("ACCUSE", "SANCTION", "COERCE"))
_NOT_OF_VERBS = frozenset(("passive", "failed", "alleged"))


def is_preposition(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a verb's form is one of the pack's prepositions."""
    return language.text.adpositions == "before" and any(
        h.payload.kind == "marker" and h.last == hit.last for h in line.at[hit.first]
    )


def is_coverb(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a form that is verb and preposition alike is a verb here: right behind its subject, behind a time at
    the head of its clause, or behind a word that speaks of verbs."""
    if not is_preposition(line, hit, language):
        return False
    at = hit.first - 1
    while at >= 0:
        time = next((t for t in line.times if t.start < line.tokens[at].end <= t.end), None)
        if time is None:
            break
        at = line.token_at(time.start) - 1
    if at < 0 or line.tokens[at].norm == ",":
        return at < hit.first - 1
    before = line.mention_at(at)
    if before is not None:
        free = before.human and before.role is None and not before.genitive and not before.modifier
        return free and not moved(line, before)
    return any(
        h.payload.kind == "cue" and h.payload.item.gives not in _NOT_OF_VERBS and h.last == at
        for start in range(max(0, at - 3), at + 1)
        for h in line.at[start]
    )


def placed_as_verb(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a word that is no act stands where a verb does: not right behind a noun that nobody listed.

    So "nhà máy sản xuất vũ khí" (a factory that makes arms) is one noun.
    """
    at = hit.first - 1
    if at < 0 or not line.tokens[at].norm[0].isalnum() or line.tokens[at].norm in language.transparent:
        return True
    if line.mention_at(at) is not None or any(t.start <= line.tokens[at].start < t.end for t in line.times):
        return True
    return any(
        h.payload.kind in _BEFORE_VERBS and h.last == at
        for start in range(max(0, at - 5), at + 1)
        for h in line.at[start]
    )


def nominalised(line: Line, hit: EntryHit) -> bool:
    """Whether a word that makes nouns of verbs stands right before a verb ("sự ủng hộ", support).

    Not where that word closes a counted crowd, which is the verb's subject ("hàng nghìn người xuống đường").
    """
    if "nominaliser" not in line.hits:
        return False
    crowd = line.mention_at(hit.first - 1) if hit.first else None
    if crowd is not None and crowd.kind == "people" and crowd.first < crowd.last == hit.first - 1:
        return False
    if any(h.first < h.last and h.first < hit.first <= h.last + 1 for h in line.hits.get("subordinator", ())):
        return False  # "bằng việc", by doing; "người đang", who is
    before = hit.first - (2 if hit.first > 1 and line.tokens[hit.first - 1].text in _OPENERS else 1)
    return any(
        h.payload.kind == "nominaliser" and h.last == before
        for start in range(max(0, before - 2), before + 1)
        for h in line.at[start]
    )


def unknown_subject(line: Line, previous: Predicate, predicate: Predicate, language: Language) -> bool:
    """Whether the accuser's words follow, or an unlisted noun or a place stands before a verb's particles.

    Then somebody whom we cannot name acts. Only where no ending shows what is a verb.
    """
    if language.subject_first or language.text.verb_endings:
        return False
    if any(h.payload.frame is not None and h.payload.frame.content == "alleged" for h in previous.hits):
        return previous.segment == predicate.segment
    if line.segment_kinds[predicate.segment] == "cause" and any(
        h.payload.frame is not None and h.payload.frame.type in _BLAMES for h in previous.hits
    ):
        return True  # "trừng phạt … vì hỗ trợ Nga": what they did on whom the penalty falls
    at = predicate.first - 1
    while at > previous.last and is_particle(line, at):
        at -= 1
    if at <= previous.last or at == predicate.first - 1 or not line.tokens[at].norm.isalpha():
        return False
    mention = line.mention_at(at)
    if mention is not None:
        return mention.kind == "place" and mention.role is None
    if any(time.start <= line.tokens[at].start < time.end for time in line.times):
        return False
    return not any(
        hit.first <= at <= hit.last
        and hit.payload.kind not in ("context", "class", "compound", "org-word", "place-word", "body")
        for start in range(max(0, at - 6), at + 1)
        for hit in line.at[start]
    )


def is_particle(line: Line, token: int) -> bool:
    """Whether a word that speaks of verbs covers a token."""
    return any(
        h.payload.kind == "cue" and h.first <= token <= h.last
        for start in range(max(0, token - 3), token + 1)
        for h in line.at[start]
    )


def describes_object(line: Line, predicate: Predicate) -> bool:
    """Whether a verb right behind a noun only describes it: "lệnh cấm vận [kéo dài] …", "căn cứ [có] lính Mỹ".

    A pack lists such verbs as the class `describing`.
    """
    at = predicate.first - 1
    if predicate.hits or at < 0 or not line.tokens[at].norm[0].isalnum() or is_particle(line, at):
        return False
    if is_coordinator(line, at):
        return False
    return any(h.payload.item == "describing" and h.first == predicate.first for h in line.hits.get("class", ()))


def is_coordinator(line: Line, token: int) -> bool:
    """Whether a joining word covers a token."""
    return any(
        h.payload.kind == "coordinator" and h.first <= token <= h.last
        for start in range(max(0, token - 1), token + 1)
        for h in line.at[start]
    )
