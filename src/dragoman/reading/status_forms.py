"""What the form of a verb says of an act: infinitives, participles, negation and what has come about."""

from __future__ import annotations

from .line import Predicate
from .verdicts import Context, Verdict
from .voices import experts, in_own_words, regions_key

__all__ = ["came_about", "condition_of", "negation_of", "non_finite"]

_AHEAD = frozenset(("THREATEN", "AGREE", "REQUEST"))
"""Types of words about what is to come, beside which an "if" stays one."""
_MODAL = frozenset(("possible", "expected", "unlikely", "unclear", "obligation", "wish", "planned", "conditional"))
_CONVEYED = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "CONCEDE", "THREATEN", "REJECT"))
"""Types of what one says to others, and goes or calls in order to say."""
_CALLS = frozenset(("phone", "meet", "talk", "summon", "protest-note"))


def came_about(context: Context) -> bool:
    """Whether a form of "if" tells what happened, as "when" or "although": what follows from it is told as done.

    Plain forms need a verb of the past behind them ("পৌঁছালে … স্বাগত জানান"), or one of the present that tells an
    act or stands in a line with a date; with emphasis they concede ("রাজি হলেও … প্রত্যাখ্যান করেছে"), and any tense
    but the future does.
    """
    line = context.line
    following = [p for p in line.predicates if p.head > context.head]
    ahead = _AHEAD - {"AGREE"} if "emphatic" in context.tags else _AHEAD
    if any(h.payload.frame is not None and h.payload.frame.type in ahead for p in following for h in p.hits):
        return False
    conceded = "emphatic" in context.tags
    told = [p for p in following if "finite" in p.tags and (conceded or not _only_reports(p))]
    if not told or any(p.tags & {"future", "habitual", "imperative"} for p in following):
        return False
    if any(hit.payload.item.gives in _MODAL and hit.first > context.head for hit in line.hits.get("cue", ())):
        return False
    past = [p for p in told if p.tags & {"past", "honorific"}]
    acts = any(h.payload.frame is not None for h in told[-1].hits)
    dated = any(time.earliest for time in line.times)
    narrated = "present" in told[-1].tags and (conceded or dated or acts)
    return bool(past) or narrated


def _only_reports(predicate: Predicate) -> bool:
    """Whether a verb tells what is said, and is no act itself."""
    kinds = {hit.payload.kind for hit in predicate.hits}
    return "reporting" in kinds and "verb" not in kinds


def non_finite(context: Context) -> Verdict:
    """An infinitive or verbal noun: inside a promise planned, inside an accusation alleged, else nothing."""
    stances = {region.stance for region in context.regions if region.kind == "content"}
    if "promises" in stances and context.tags != {"participle"}:
        promised = [
            r.source for r in context.regions if r.kind == "content" and r.stance == "promises" and r.source
        ]
        if context.verb_final and promised and not in_own_words(context):
            return Verdict(None, False, "what somebody else is helped to")
        if context.frame.id == "talk" and context.line.cased and "infinitive" in context.tags:
            return Verdict(None, False, "talks that the agreement is about")
        if condition_of(context, future=True):
            return Verdict("conditional", False, "promised if something happens")
        return Verdict("planned", False, "promised")
    if "alleges" in stances:
        return Verdict("alleged", False, "content of an accusation")
    if _voted(context):
        said = context.frame.type in ("ACCUSE", "REQUEST", "SUPPORT", "REJECT")
        return Verdict("occurred" if said else "planned", False, "voted")
    if _shouted(context):
        return Verdict("occurred", False, "what people demand in the street")
    if _conveyed(context):
        return Verdict("occurred", False, "said in what is told before")
    if _caused(context):
        return Verdict("occurred", False, "brought about by what is told before")
    if _came_to(context):
        return Verdict("occurred", False, "what people came for")
    return Verdict(None, False, "infinitive that nothing governs")


def _voted(context: Context) -> bool:
    """Whether a body votes to do it, and so says it or will do it: "voted overwhelmingly to condemn"."""
    line = context.line
    predicate = next((p for p in line.predicates if p.head == context.head), None)
    if predicate is None or "infinitive" not in predicate.tags or predicate.subject is None:
        return False
    before = [p for p in line.predicates if p.head < predicate.head and p.segment == predicate.segment]
    votes = {h.first for h in line.hits.get("class", ()) if h.payload.item == "votes"}
    return bool(before) and before[-1].head in votes and before[-1].subject is predicate.subject


def _shouted(context: Context) -> bool:
    """Whether people take to the street to demand something: "marched through Minsk to demand that …"."""
    predicate = next((p for p in context.line.predicates if p.head == context.head), None)
    if context.frame.type != "REQUEST" or predicate is None or predicate.subject is None:
        return False
    return any(
        p.subject is predicate.subject
        and p.head < context.head
        and any(h.payload.frame is not None and h.payload.frame.type == "PROTEST" for h in p.hits)
        for p in context.line.predicates
    )


def _conveyed(context: Context) -> bool:
    """Whether somebody calls, writes or summons in order to say it: "telephoned X to assure him of support"."""
    line = context.line
    predicate = next((p for p in line.predicates if p.head == context.head), None)
    if context.frame.type not in _CONVEYED or predicate is None or "infinitive" not in predicate.tags:
        return False
    before = next((p for p in reversed(line.predicates) if p.head < predicate.head), None)
    if before is None or before.subject is not predicate.subject or not {"finite", "past"} <= before.tags:
        return False
    addresses = {h.first for h in line.hits.get("class", ()) if h.payload.item == "addresses"}
    frames = [h.payload.frame for h in before.hits if h.payload.frame is not None]
    return before.first in addresses or any(f.id in _CALLS or f.mode[:1] == ("visit",) for f in frames)


def _caused(context: Context) -> bool:
    """Whether a verb of causing stands before the subject of an infinitive: "prompting Kenya to recall …"."""
    line = context.line
    predicate = next((p for p in line.predicates if p.head == context.head), None)
    subject = predicate.subject if predicate is not None else None
    if subject is None or "infinitive" not in context.tags or subject.last >= context.head:
        return False
    return any(h.payload.item == "causative" and h.last == subject.first - 1 for h in line.hits.get("class", ()))


def _came_to(context: Context) -> bool:
    """Whether a crowd did something in order to protest: "drove their tractors into Berlin to protest against"."""
    line = context.line
    if not context.frame.people or not line.formed or line.cased or "infinitive" not in context.tags:
        return False
    predicate = next((p for p in line.predicates if p.head == context.head), None)
    before = [p for p in line.predicates if p.head < context.head]
    if predicate is None or not before or predicate.subject is None or predicate.subject.kind != "people":
        return False
    plans = any(h.payload.kind == "cue" for h in line.at[before[-1].first])
    return before[-1].subject is predicate.subject and {"finite", "past"} <= before[-1].tags and not plans


def negation_of(context: Context, cues: dict[str, str], ahead: bool) -> Verdict:
    why = cues.get("negation", "negative ending")
    if context.frame.content == "denied":
        return Verdict(None, False, "no denial")  # "neither confirmed nor denied"
    if "unlikely" in cues:
        return Verdict(None, False, "negated twice")
    if any(region.stance == "promises" for region in context.regions):
        return Verdict(None, False, "promised not to")
    if context.line.formed and context.verbal and _to_not(context):
        return Verdict(None, False, "infinitive that nothing governs")
    if in_own_words(context):
        return Verdict("denied", True, why)
    named = {"verbal-noun", "genitive"} <= context.tags or (
        "infinitive" in context.tags and not context.tags & {"finite", "past", "future"}
    )
    if context.verb_final and named:
        return Verdict(None, False, "names what is not done")
    if ahead:
        expected = context.line.formed and "expected" in cues and not in_own_words(context)
        return (
            Verdict("forecast", True, why) if expected or experts(context) else Verdict("not_occurred", True, why)
        )
    return Verdict("not_occurred", True, why)


def _to_not(context: Context) -> bool:
    """Whether a negation stands between the word of infinitives and the verb: "to no longer recognise"."""
    line = context.line
    words = [
        h for h in line.hits.get("cue", ()) if h.payload.item.gives == "negation" and h.last == context.first - 1
    ]
    ahead = {hit.last for hit in line.hits.get("infinitive", ())}
    return any(word.first - 1 in ahead for word in words)


def condition_of(context: Context, future: bool) -> bool:
    """Whether an if-clause of the line governs this clause, which lies ahead or is infinite."""
    if not future and not (context.tags & {"conditional", "subjunctive"}):
        return False
    line = context.line
    here = regions_key(context.regions)
    for number, kind in enumerate(line.segment_kinds):
        if kind == "condition" and abs(number - line.segments[context.head]) <= 2:
            between = line.segment_kinds[line.segments[context.head] + 1 : number]
            if "purpose" in between and not line.formed:
                continue  # "sẽ gặp X nhằm giải giáp nếu Mỹ …": on the if depends what it is for
            at = line.segments.index(number) if number in line.segments else None
            if at is not None and regions_key([r for r in line.regions if r.first <= at <= r.last]) == here:
                return True
    return False
