"""Finds the cues that speak of a trigger: modals, negations, words of beginning, of failing, of expecting."""

from __future__ import annotations

import re

from .language import EntryHit
from .line import Line, Predicate
from .verdicts import Context

__all__ = ["FORECASTS", "NON_FINITE", "cues_of", "failed", "of_will", "wished"]

FORECASTS = frozenset(("expected", "possible", "unlikely"))
_PROMISES = frozenset(("pledge", "vow", "agree", "announce-ceasefire"))
_WORD = re.compile(r"[^\s()|+~…]+")
"""One word of a pattern, without its marks."""
NON_FINITE = frozenset(("infinitive", "verbal-noun"))
_REFUSING = frozenset(("REJECT", "ACCUSE", "THREATEN"))
"""Types whose words may hold a "no" of their own: "will make no concessions"."""


def cues_of(context: Context) -> dict[str, str]:
    """Return the cues that speak of this trigger: name -> words."""
    found: dict[str, str] = {}
    line = context.line
    for hit in line.hits.get("cue", ()):
        cue = hit.payload.item
        if _no_object(context, hit):
            found.setdefault(cue.gives, line.words(hit.first, hit.last))
            continue
        whole = hit.first <= context.head <= hit.last  # "[বাতিল হয়েছে]": takes the verb that the noun would have
        if (cue.of == "verb" and not context.verbal) or (
            cue.of == "noun" and context.verbal and not whole and not _nominal(context)
        ):
            continue
        # the last word of what is expected may be a verb of saying too
        begun = context.verb_final and cue.gives in FORECASTS and hit.first == context.last + 1
        if not (context.reach_before <= hit.first and (begun or hit.last <= context.reach_after)):
            continue
        if (context.first, context.last) == (hit.first, hit.last):
            continue
        if cue.gives == "negation" and context.first < hit.first == hit.last == context.head:
            continue  # "[yeonjang-haji anta]": not to prolong is what the words mean
        stays = cue.gives == "ongoing" and context.verb_final and hit.last == context.last  # "दौरे [पर हैं]"
        stays = stays and context.frame.type != "SUPPORT"  # but "পাশে [আছে]" only says so
        own = cue.gives != "negation" or context.frame.type == "REJECT" or _closes_pattern(context, hit)
        own = own and not stays and not (cue.gives == "negation" and context.verb_final and _let_in(context, hit))
        if own and _own_pattern(context, hit):
            continue  # "ক্ষমা চেয়েছেন" asked pardon, "যুদ্ধবিরতিতে সম্মত হয়েছে" agreed to a truce
        if cue.gives == "negation" and _inside_another(context, hit):
            continue
        if cue.gives == "negation" and context.verb_final and _asked_not_to(context, hit):
            continue
        # between a noun and the verb that carries it a cue speaks of both ("có kế hoạch thăm", has plans to visit)
        between = context.first <= hit.first and hit.last < context.last and _carried(context, hit.last)
        behind = context.verb_final and _behind_noun(context, hit)  # "यात्रा [रद्द] हो गई"
        between = between or behind
        before = (hit.last < context.head or between) and not behind
        gap = 0 if between else context.first - hit.last - 1 if before else hit.first - context.last - 1
        if (cue.side == "before" and not before) or (cue.side == "after" and before) or gap > cue.within:
            continue
        found.setdefault(cue.gives, line.words(hit.first, hit.last))
    return found


def _no_object(context: Context, hit: EntryHit) -> bool:
    """Whether a verb's own words say that it had no object: "reached [no] deal", "[no] deal was reached"."""
    cue, line = hit.payload.item, context.line
    if not (line.formed and context.verbal and cue.gives == "negation" and cue.of == "noun"):
        return False
    inside = context.head < hit.first <= context.last
    subject = context.first < context.head and hit.last == context.first - 1
    counts = any(h.payload.item == "quantifier" for h in line.at[hit.first] if h.payload.kind == "class")
    marked = inside and any(h.payload.kind == "marker" for h in line.at[hit.first - 1])  # "at no cost"
    return (inside or subject) and not (counts or marked) and context.frame.type not in _REFUSING


def _asked_not_to(context: Context, hit: EntryHit) -> bool:
    """Whether a negation stands before the infinitive of what is asked or threatened ("न बढ़ाने की अपील की")."""
    if context.frame.type not in ("REQUEST", "THREATEN") and context.frame.id not in _PROMISES:
        return False
    if context.first <= hit.first and hit.last + 1 < context.head:
        return True
    return hit.last < context.first and (context.first < context.head or _before_infinitive(context, hit))


def _before_infinitive(context: Context, hit: EntryHit) -> bool:
    return any(
        p.first <= hit.last + 1 <= p.last and p.tags & NON_FINITE and p.head != context.head
        for p in context.line.predicates
    )


def _let_in(context: Context, hit: EntryHit) -> bool:
    """Whether no pattern of a trigger has the negation that stands inside it: "आरोपों को खारिज [नहीं] किया"."""
    if not context.first < hit.first <= hit.last < context.last:
        return False
    line, norm = context.line, context.line.tokens[hit.first].norm
    before, behind = line.tokens[hit.first - 1].norm, line.tokens[hit.last + 1].norm
    found = [
        other
        for other in line.hits.get("verb", ())
        if other.payload.frame is context.frame and other.first <= hit.first and hit.last < other.last
    ]
    for pattern in (pattern for other in found for pattern in other.payload.item.verbs):
        words = _WORD.findall(pattern)
        for at in (at for at, word in enumerate(words) if word == norm):
            ends = words[at + 1 : at + 2]
            if any(before.startswith(word) for word in words[:at]) or any(behind.startswith(w) for w in ends):
                return False
    return bool(found)


def _closes_pattern(context: Context, hit: EntryHit) -> bool:
    """Whether a pattern ends in a word, which no gap or particle can have brought in: "ঢুকতে দিচ্ছে [না]"."""
    return context.verb_final and hit.last == context.last and context.first < hit.first


def _own_pattern(context: Context, hit: EntryHit) -> bool:
    """Whether a cue's words are words of the trigger's own pattern."""
    line = context.line
    return any(
        other.payload.frame is context.frame
        and other.head == context.head
        and (hit.last <= other.last or hit.first < other.head)
        for kind in ("verb", "noun")
        for other in line.hits.get(kind, ())
        if other.first <= hit.first
    )


def _inside_another(context: Context, hit: EntryHit) -> bool:
    """Whether a word stands inside another verb's own pattern ("did not condemn"), and so speaks of that verb."""
    return any(
        p.first < hit.first and hit.last < p.last and p.hits and not _own_predicate(context, p)
        for p in context.line.predicates
    )


def _own_predicate(context: Context, predicate: Predicate) -> bool:
    """Whether a trigger stands in a verb's words; not in the infinitive that opens those of a verb at the end."""
    if context.verb_final and predicate.first == context.head < predicate.head:
        return False  # "[भेजने] से इनकार नहीं किया"
    return predicate.first <= context.head <= predicate.last


def _behind_noun(context: Context, hit: EntryHit) -> bool:
    """Whether a cue stands between the noun of an act, which opens the trigger, and the verb that carries it."""
    if not context.first < hit.first <= hit.last < context.head:
        return False
    return any(
        noun.first == context.first and noun.last < hit.first and noun.payload.frame is context.frame
        for noun in context.line.hits.get("noun", ())
    )


def _nominal(context: Context) -> bool:
    return any(h.payload.kind == "noun" and h.head == context.head for h in context.line.at[context.head])


def _carried(context: Context, token: int) -> bool:
    """Whether the trigger is a noun behind a token, and its head the verb before that carries it."""
    return any(
        hit.payload.frame is context.frame and hit.last == context.last and hit.first > token
        for kind in ("verb", "noun")
        for hit in context.line.hits.get(kind, ())
    )


def failed(line: Line, why: str) -> bool:
    """Whether the words that decided a status tell of failing: who did not manage to agree refused nothing."""
    cues = (hit for hit in line.hits.get("cue", ()) if hit.payload.item.gives == "failed")
    return any(line.words(cue.first, cue.last) == why for cue in cues)


def of_will(line: Line, hit: EntryHit) -> bool:
    """Whether a verb of happening tells that somebody was willing: no "no deal came about", but "राजी नहीं हुआ".

    A pack lists such adjectives as the class `willing`.
    """
    words = (h for h in line.hits.get("class", ()) if h.payload.item == "willing")
    return any(hit.first <= h.first < hit.head for h in words)


def wished(context: Context) -> bool:
    """Whether somebody only wishes what a clause says that stands behind the words for it: "चाहता है कि …"."""
    line = context.line
    opening = line.segments.index(line.segments[context.head])
    return any(
        h.payload.item.gives == "wish" and h.payload.item.side == "before" and 0 < opening - 1 <= h.last <= opening
        for h in line.hits.get("cue", ())
    )
