"""Verbs and the auxiliaries and copulas that belong to them."""

from __future__ import annotations

from ..packs.schema import Tag
from .language import Language
from .line import Line, Predicate

__all__ = ["copular", "join_auxiliaries", "modifies_noun", "nominal", "verbal"]

_LEAST_VERB = 5
"""Letters of a word that only its ending shows to be a verb, where cases tell the rest."""
_COPULAR = 8
"""Words from a subject to the noun that is said of it."""
_STOPS = frozenset(',…·;"“”‘’')
_PARTS: frozenset[Tag] = frozenset(("finite", "conjunctive", "conditional"))
_NOMINATIVE: frozenset[Tag] = frozenset(("nominative",))
_TOPIC: frozenset[Tag] = frozenset(("topic",))
_MARKS = ("'", "’", "”", '"')
_VERBAL = frozenset(("verb", "plain", "light", "happen", "vector", "reporting"))
_SAID_OF: frozenset[Tag] = frozenset(("finite", "present"))
_CASES: frozenset[Tag] = frozenset(("genitive", "dative", "locative"))


def copular(line: Line, at: int, language: Language) -> frozenset[Tag] | None:
    """Return the tags of a noun that words say of somebody: "… said that [B-i] is a [provocation-ira]-go".

    Without a subject of its own it may as well be an order, or what somebody is called.
    """
    if not language.text.agglutinative or at + 1 >= len(line.tokens):
        return None
    if not any(hit.payload.kind == "closer" for hit in line.at[at + 1]):
        return None
    noun, wanted = language.inflection.noun, _NOMINATIVE
    quoted = any(mark in line.tokens[at].text for mark in _MARKS)
    if not any("finite" in one.tags for one in noun(line.tokens[at].norm)):
        return None
    for inside in range(at - 1, max(-1, at - _COPULAR - 1), -1):
        before = line.tokens[inside]
        if before.text in _STOPS or _PARTS & (language.verbal_tags(before.norm) or frozenset()):
            return None
        if any(
            hit.payload.kind in _VERBAL and hit.head == inside and hit.tags & _PARTS for hit in line.at[inside]
        ):
            return None
        forms = [one.tags for one in noun(before.norm) if one.tags & wanted and len(one.stem) > 1]
        if any("finite" not in tags for tags in forms):
            if not quoted or wanted is _TOPIC:
                return _SAID_OF
            wanted = _TOPIC  # "[X-neun] Y-ga 'jujang'-irago": without X, Y is who says so
    return None


def modifies_noun(line: Line, at: int) -> bool:
    """Whether a word is a pack's cue for nouns alone ("being on a visit"), so no verb of its own."""
    return any(h.payload.kind == "cue" and h.payload.item.of == "noun" for h in line.at[at])


def _long_verb(line: Line, at: int) -> bool:
    """Whether a word is long enough that its ending shows a verb, and its place does not show a noun."""
    word = line.tokens[at]
    if word.text[0].isupper() or len(word.norm) < _LEAST_VERB:
        return False
    return not (at and any(h.payload.kind == "marker" for h in line.at[at - 1]))


def _may_stand(line: Line, at: int, language: Language) -> bool:
    """Whether a word that looks like a gerund opens a clause, as gerunds do: behind a comma, "and" or "not"."""
    if "conjunctive" not in (language.verbal_tags(line.tokens[at].norm) or ()):
        return True
    before = line.tokens[at - 1]
    return before.text in ",—–(" or any(
        h.payload.kind in ("coordinator", "contrast", "cue") for h in line.at[at - 1]
    )


def join_auxiliaries(line: Line, by_head: dict[int, Predicate], language: Language) -> None:
    """Make light verbs close behind another verb part of it ("कर दिया", "किया जाएगा"), with all their tags."""
    passive = {h.head for h in line.hits.get("cue", ()) if h.payload.item.gives == "passive"}
    happening = {h.head for h in line.hits.get("happen", ())}
    vectors = {h.head for h in line.hits.get("vector", ())}
    lights = vectors | {h.head for kind in ("light", "happen") for h in line.hits.get(kind, ())}
    heads = sorted(by_head)
    for head in reversed(heads):
        verb = by_head[head]
        verb.tags = verb.tags or _own_form(line, head, language)
        following = next((h for h in sorted(by_head) if h > head), None)
        if following is None or following not in lights:
            continue
        helper = by_head[following]
        if not verb.tags and helper.first == head and verb.first < head and language.own_marked:
            verb.tags = helper.tags  # "सैनिक वापस [बुला] लेगा", where "बुला ले" is a pattern too
            continue
        phrase = helper.first != helper.head  # "… চালালে হামলার হুমকি দিয়েছে": an act of its own
        if helper.hits and (phrase or not (following in vectors and _only_helps(verb, helper))):
            continue
        if "conjunctive" in verb.tags and not (following in vectors and helper.first == verb.last + 1):
            continue
        between = line.tokens[verb.last + 1 : helper.first]
        if helper.first <= verb.last or any(token.norm not in language.transparent for token in between):
            continue
        verb.tags = _whole(verb.tags, helper.tags, following in passive, following in happening)
        verb.last, verb.helped = helper.last, True
        del by_head[following]


def _own_form(line: Line, head: int, language: Language) -> frozenset[Tag]:
    """Return the tags of a verb that a pattern gives in its form of the past: "हिरासत में [लिया] गया"."""
    if not language.subject_first or language.text.agglutinative:
        return frozenset()
    tags = language.verbal_tags(line.tokens[head].norm) or frozenset()
    return tags if "past" in tags else frozenset()


def _only_helps(verb: Predicate, helper: Predicate) -> bool:
    """Whether a verb that could be one of its own ("went") is an auxiliary behind this form of another."""
    if verb.tags & {"infinitive", "verbal-noun"}:
        return not helper.tags  # "करने जा रहे हैं", but "मिलने गए"
    return "conjunctive" not in verb.tags


def _whole(verb: frozenset[Tag], helper: frozenset[Tag], passive: bool, happens: bool) -> frozenset[Tag]:
    """Return the tags of verb and auxiliary: a bare stem takes the auxiliary's, a perfective may be passive."""
    if not verb or "conjunctive" in verb:
        return helper
    if verb & {"verbal-noun"} and passive and not verb & _CASES:
        return frozenset(helper | {"passive"})
    if verb & {"infinitive", "verbal-noun"}:
        return verb
    if "habitual" in verb and happens:  # "saying so, he …": done at the same time
        return (verb - {"habitual"}) | {"past", "participle"}
    if "past" in verb and passive:
        return frozenset(helper | {"passive"})
    return verb | helper


def nominal(line: Line, at: int) -> bool:
    """Whether a pack lists a word, as the class `nominal`, that has a verb's ending and is none."""
    return any(h.payload.kind == "class" and h.payload.item == "nominal" for h in line.at[at])


def verbal(line: Line, at: int, language: Language) -> bool:
    """Whether a word that has a verb's ending and that no lexicon has is one by its place."""
    word = line.tokens[at]
    if word.norm in language.transparent and language.subject_first:
        return False
    told = ("context", "class", "cue", "without")
    if not word.norm[0].isalpha() or any(h.payload.kind not in told for h in line.at[at]):
        return False
    if modifies_noun(line, at):
        return False
    if nominal(line, at):
        return False
    if language.subject_first:
        return True
    if language.cased:
        known = any(h.payload.kind == "cue" for h in line.at[at])
        return not known and _long_verb(line, at) and _may_stand(line, at, language)
    if word.text[0].isupper() or at == 0:
        return False
    before = line.mention_at(at - 1)
    return (before is not None and not before.genitive and not before.modifier) or any(
        hit.payload.kind in ("coordinator", "subordinator") for hit in line.at[at - 1]
    )
