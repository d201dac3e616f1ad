"""Decides the one status of a report: tense, aspect, modals, negation, conditions, and whose words it stands in.

The rules stand in order of strength; the first that speaks decides, and says in a word why. A rule that would have
to guess vetoes the report instead.
"""

from __future__ import annotations

from typing import NamedTuple

from ..packs.frames import Frame
from ..packs.schema import Tag
from ..records import Party, Status
from .gerunds import governed_participle
from .language import EntryHit
from .line import Line, Mention, Predicate, Region
from .verb_final import before_future, told_fact

__all__ = ["Context", "Verdict", "decide"]

_VETOES = frozenset(("habitual", "obligation", "ability", "attempt"))
_NOT_DONE = frozenset(("failed", "cancelled", "prevented"))
_FORECASTS = frozenset(("expected", "possible", "unlikely"))
_CARRIED = frozenset(("began", "continued", "ended"))
"""Cues that tell an infinitive or participle as done ("began to withdraw", "kept shelling")."""
_PROMISES = frozenset(("pledge", "vow", "agree", "announce-ceasefire"))
_NON_FINITE = frozenset(("infinitive", "verbal-noun"))
_FINITE_CUES = frozenset(("began", "continued", "ended", "ongoing", "past"))
_AHEAD = frozenset(("THREATEN", "AGREE", "REQUEST"))
"""Types of words about what is to come, beside which an "if" stays one."""
_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE"))
_MODAL = frozenset(("possible", "expected", "unlikely", "unclear", "obligation", "wish", "planned", "conditional"))
_HOSTILE = frozenset(
    ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "AID", "COOPERATE", "ACCUSE", "REJECT", "PROTEST")
)
_SAID_NOW = frozenset(("AGREE", "SUPPORT", "ACCUSE", "REQUEST", "REJECT"))
_SAID = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
"""Types of words, which papers tell in the present ("the EU, which accuses them")."""
_DOUBTING = frozenset(("alleges", "claims", "doubts"))
_NEUTRAL_KINDS = frozenset(("witness", "media"))


class Context(NamedTuple):
    """What the rules look at."""

    line: Line
    frame: Frame
    head: int
    tags: frozenset[Tag]
    verbal: bool
    """The trigger is a verb, or a noun with a light verb that shows tense."""
    first: int
    last: int
    regions: list[Region]
    actors: tuple[Party, ...]
    neutral: frozenset[str]
    """Entities that report without taking sides: agencies, papers, bodies of the world."""
    reach_before: int
    """First token from which cues before the trigger may speak for it."""
    reach_after: int
    verb_final: bool


class Verdict(NamedTuple):
    """A status with the word or rule that decided it; `status` None means no report."""

    status: Status | None
    negated: bool
    why: str


def decide(context: Context) -> Verdict:
    """Return the status of one trigger in its clause."""
    verdict = _decided(context)
    if context.frame.mode == ("disapprove",) and verdict.status in ("planned", "forecast", "conditional"):
        return Verdict(None, False, "disapproval that nobody has voiced yet")
    if context.frame.type in _HOSTILE and verdict.status in ("occurred", "ongoing") and _of_unknown(context):
        return Verdict(None, False, "somebody whom nobody knows says it of another")
    return verdict


def _of_unknown(context: Context) -> bool:
    """Whether it stands in somebody's words, and nothing tells whose."""
    return any(r.source_kind == "unknown" and not r.links for r in context.regions)


def _decided(context: Context) -> Verdict:
    cues = _cues(context)
    tags = context.tags
    kind = context.line.segment_kinds[context.line.segments[context.head]]
    for name in _VETOES:
        if name == "habitual" and "continued" in cues:
            continue  # "has always denied"
        if name == "obligation" and context.verb_final and "future" in tags and not tags & _NON_FINITE:
            continue  # "मुलाकात होगी" will be, "करना होगा" must be
        if name in cues and context.frame.base is None and not _NOT_DONE & cues.keys():
            return Verdict(None, False, f"{name}: {cues[name]}")
    if "habitual" in tags and "ongoing" not in cues and not _performs(context):
        return Verdict(None, False, "habitual form")
    if context.verb_final and "conditional" in tags and "finite" not in tags:
        if not _came_about(context):
            return Verdict(None, False, "is itself the if")
        tags = (tags - {"conditional"}) | {"past"}
        context = context._replace(tags=tags)
    accused = any(r.kind == "content" and r.stance == "alleges" for r in context.regions)
    told = kind not in ("condition", "whether", "comparison")
    told = told and not (kind == "purpose" and context.verb_final and not accused)
    if kind == "whether" and "unclear" in cues and "future" in tags and context.verbal:
        return Verdict("forecast", False, cues["unclear"])
    if not told and context.frame.type != "THREATEN":
        return Verdict(None, False, f"stands in a {kind} clause")
    if {"attributive", "past"} <= tags and "future" not in tags:
        cues.pop("future", None)  # "gonggyeok-han geosida": it is that they attacked
    negated = ("negation" in cues) != ("negative" in tags) if "negation" in cues else "negative" in tags
    if "conditional" in cues and _backshifted(context):
        cues["future"] = cues.pop("conditional")
    future = (
        "future" in cues
        or "planned" in cues
        or "future" in tags
        or (context.verb_final and before_future(context.line, context.head))
    )
    forecast = next((cues[name] for name in _FORECASTS if name in cues), None)
    if "unclear" in cues:
        return (
            Verdict("forecast", False, cues["unclear"]) if future or forecast else Verdict(None, False, "unclear")
        )
    not_done = next((cues[name] for name in _NOT_DONE if name in cues), None)
    if not_done is not None:
        return Verdict("not_occurred", True, not_done)
    if _denied(context):
        return Verdict("denied", True, "inside a denial")
    if negated:
        return _negated(context, cues, future or forecast is not None)
    conditional = "conditional" in cues or "conditional" in tags or _conditioned(context, future)
    if conditional and context.frame.type != "THREATEN":
        return Verdict("conditional", False, cues.get("conditional", "depends on an if"))
    return _affirmed(context, cues, future, forecast)


def _affirmed(context: Context, cues: dict[str, str], future: bool, forecast: str | None) -> Verdict:
    tags, frame = context.tags, context.frame
    experts = _experts(context)
    if {"past", "future", "attributive"} <= tags:  # "haesseul": supposed of what lies behind
        return Verdict("alleged" if forecast else None, False, forecast or "only supposed")
    if forecast is not None and not (cues.keys() == {"possible"} and _accused_of(context)):
        return Verdict("forecast", "unlikely" in cues, forecast)
    if frame.base is not None and not future and not (context.verbal and _infinitive(context)):
        return Verdict(frame.base, False, "the act itself")
    if future:
        status: Status = "forecast" if experts or _believed(context) else "planned"
        return Verdict(status, False, cues.get("future") or cues.get("planned") or "future tense")
    if "wish" in cues:
        if frame.id in ("sign", "ratify", "join"):
            return Verdict("planned", False, cues["wish"])
        return Verdict(None, False, f"only wished: {cues['wish']}")
    if _habit(context):
        return Verdict(None, False, "tells what somebody does as a rule")
    if _kind_of(context) == "time-before" and "present" in tags and not tags & {"past"}:
        return Verdict(None, False, "lies ahead of what is told")
    if "subjunctive" in tags and not tags & {"past", "future"}:
        return _non_finite(context)
    if not context.verbal and _presupposed(context, cues):
        return Verdict(None, False, "only mentioned inside what somebody expects or claims")
    during = context.line.segment_kinds[context.line.segments[context.head]] in (
        "time-while",
        "time-after",
        "cause",
    ) or (context.verb_final and {"verbal-noun", "locative"} <= tags)  # "… হামলা চালানোয়": because of it
    during = during or (context.verb_final and "genitive" in tags and told_fact(context.line, context.last))
    bare = (
        tags & _NON_FINITE
        and not during
        and not (tags & {"past", "present", "finite"})
        and not (_FINITE_CUES & cues.keys())
    )
    carried = cues.keys() & _CARRIED
    aim = context.line.segment_kinds[context.line.segments[context.head]] == "purpose" and not context.verb_final
    aim = aim and not _told_as_fact(context)
    promised = not tags and any(r.kind == "content" and r.stance == "promises" for r in context.regions)
    unfinished = (
        bare
        or aim
        or promised
        or _infinitive(context)
        or governed_participle(context.line, context.first, context.last, context.head, context.tags)
    )
    if aim and _of_journey(context):
        return Verdict("planned", False, "what the journey is for")
    if context.verbal and not carried and unfinished:
        return _non_finite(context)
    if _alleged(context, cues):
        return Verdict("alleged", False, cues.get("alleged", "only claimed"))
    # A gerund ("killing twelve") is progressive too, but not finite, and tells of something done.
    progressive = "progressive" in tags and tags & {"finite", "present"} and "past" not in tags
    spoken = frame.type in _SPOKEN and frame.mode != ("investigate",)  # words are said, however often
    if ("ongoing" in cues or "continued" in cues or progressive) and not spoken:
        return Verdict("ongoing", False, cues.get("ongoing") or cues.get("continued") or "progressive")
    return Verdict("occurred", False, "told as done")


def _came_about(context: Context) -> bool:
    """Whether a form of "if" tells what happened, as "when" or "although": what follows from it is told as done.

    Plain forms need a verb of the past behind them ("পৌঁছালে … স্বাগত জানান"); with emphasis they concede ("রাজি
    হলেও … প্রত্যাখ্যান করেছে"), and any tense but the future does.
    """
    line = context.line
    following = [p for p in line.predicates if p.head > context.head]
    ahead = _AHEAD - {"AGREE"} if "emphatic" in context.tags else _AHEAD
    if any(h.payload.frame is not None and h.payload.frame.type in ahead for p in following for h in p.hits):
        return False
    told = [p for p in following if "finite" in p.tags and not _only_reports(p)]
    if not told or any(p.tags & {"future", "habitual", "imperative"} for p in following):
        return False
    if any(hit.payload.item.gives in _MODAL and hit.first > context.head for hit in line.hits.get("cue", ())):
        return False
    past = [p for p in told if p.tags & {"past", "honorific"}]
    return bool(past) or ("emphatic" in context.tags and "present" in told[-1].tags)


def _only_reports(predicate: Predicate) -> bool:
    """Whether a verb tells what is said, and is no act itself."""
    kinds = {hit.payload.kind for hit in predicate.hits}
    return "reporting" in kinds and "verb" not in kinds


def _accused_of(context: Context) -> bool:
    """Whether it stands in what somebody is accused of: "may have had a hand in" lies behind, not ahead."""
    return any(region.kind == "content" and region.stance == "alleges" for region in context.regions)


def _of_journey(context: Context) -> bool:
    """Whether somebody travels in order to meet: "tới Moscow để gặp ông Putin" (to Moscow to meet Putin)."""
    if context.frame.type != "CONSULT" or context.line.formed:
        return False
    before = [p for p in context.line.predicates if p.head < context.head]
    return bool(before) and any(
        h.payload.frame is not None and h.payload.frame.mode[:1] == ("visit",) for h in before[-1].hits
    )


def _performs(context: Context) -> bool:
    """Whether somebody's own words in the present do what they say: "we condemn the attack", "निंदा करते हैं"."""
    return context.verb_final and context.frame.type in _SAID_NOW and _own_words(context)


def _habit(context: Context) -> bool:
    """Whether a relative clause has a bare present, which tells a habit: "Algeria, which backs the Polisario"."""
    bare = "present" in context.tags and not context.tags & {"past", "progressive", "future"}
    said = context.frame.type in _SAID
    told = context.line.formed or "attributive" in context.tags
    return told and context.verbal and bare and not said and _kind_of(context) == "relative"


def _kind_of(context: Context) -> str:
    """Return how the trigger's clause is joined."""
    return context.line.segment_kinds[context.line.segments[context.head]]


def _backshifted(context: Context) -> bool:
    """Whether a conditional is the future of somebody's past words: "said that he would visit"."""
    return context.line.formed and any(region.kind == "reported" for region in context.regions)


def _presupposed(context: Context, cues: dict[str, str]) -> bool:
    """Whether a bare noun stands in words of expectation or belief, which speak of something else."""
    inner = [region for region in context.regions if region.kind == "reported"]
    return bool(inner) and inner[-1].stance in ("predicts", "claims", "alleges") and not cues


def _told_as_fact(context: Context) -> bool:
    """Whether a noun makes a deed of a clause with a subject of its own: "để trả đũa vụ Israel không kích"."""
    predicate = next((p for p in context.line.predicates if p.head == context.head), None)
    subject = predicate.subject if predicate is not None else None
    if subject is None or context.line.segments[subject.first] != context.line.segments[context.head]:
        return False
    return any(hit.last == subject.first - 1 for hit in context.line.hits.get("nominaliser", ()))


def _infinitive(context: Context) -> bool:
    """Whether a word that puts verbs in the infinitive stands right before the trigger."""
    return any(
        0 <= context.first - hit.last - 1 <= 1 and context.reach_before <= hit.first
        for hit in context.line.hits.get("infinitive", ())
    )


def _non_finite(context: Context) -> Verdict:
    """An infinitive or verbal noun: inside a promise planned, inside an accusation alleged, else nothing."""
    stances = {region.stance for region in context.regions if region.kind == "content"}
    if "promises" in stances and context.tags != {"participle"}:
        promised = [
            r.source for r in context.regions if r.kind == "content" and r.stance == "promises" and r.source
        ]
        if context.verb_final and promised and not _own_words(context):
            return Verdict(None, False, "what somebody else is helped to")
        if _conditioned(context, future=True):
            return Verdict("conditional", False, "promised if something happens")
        return Verdict("planned", False, "promised")
    if "alleges" in stances:
        return Verdict("alleged", False, "content of an accusation")
    return Verdict(None, False, "infinitive that nothing governs")


def _negated(context: Context, cues: dict[str, str], ahead: bool) -> Verdict:
    why = cues.get("negation", "negative ending")
    if "unlikely" in cues:
        return Verdict(None, False, "negated twice")
    if any(region.stance == "promises" for region in context.regions):
        return Verdict(None, False, "promised not to")
    if _own_words(context):
        return Verdict("denied", True, why)
    if context.verb_final and {"verbal-noun", "genitive"} <= context.tags:
        return Verdict(None, False, "names what is not done")
    if ahead:
        expected = context.line.formed and "expected" in cues and not _own_words(context)
        return (
            Verdict("forecast", True, why) if expected or _experts(context) else Verdict("not_occurred", True, why)
        )
    return Verdict("not_occurred", True, why)


# --- whose words ----------------------------------------------------------------------------------


def _denied(context: Context) -> bool:
    return any(region.stance == "denies" for region in context.regions)


def _sources(context: Context) -> list[Mention]:
    return [region.source for region in context.regions if region.source is not None]


def _experts(context: Context) -> bool:
    """Whether the innermost words are those of somebody who cannot bring it about."""
    for region in reversed(context.regions):
        if region.stance == "predicts" or region.source_kind == "expert":
            return True
        if region.source is not None:
            return False
    return False


def _believed(context: Context) -> bool:
    """Whether somebody else believes or claims it, of whom it does not depend."""
    doubting = any(region.stance in _DOUBTING and region.kind == "reported" for region in context.regions)
    return doubting and not _own_words(context)


def _own_words(context: Context) -> bool:
    actors = {p.country or p.entity for p in context.actors} - {None}
    entities = {p.entity for p in context.actors} - {None}
    for source in _sources(context):
        said = {p.country or p.entity for p in source.parties} | {p.entity for p in source.parties}
        if said & (actors | entities):
            return True
    return False


def _alleged(context: Context, cues: dict[str, str]) -> bool:
    """Whether it is given only as somebody's claim about somebody else."""
    if "alleged" in cues:
        return True
    for region in reversed(context.regions):
        if region.kind == "rumour" or region.stance in _DOUBTING:
            return not (region.kind == "reported" and region.source and _own_words(context))
        if region.stance == "predicts":
            return not (
                context.verb_final and {"verbal-noun", "locative"} <= context.tags
            )  # what is feared from it
        source = region.source
        if source is None or not source.parties or region.source_kind in _NEUTRAL_KINDS:
            continue
        if any((p.entity or "") in context.neutral for p in source.parties):
            continue
        countries = {p.country for p in source.parties if p.country}
        return bool(countries) and context.frame.type in _HOSTILE and not _own_words(context)
    return False


def _conditioned(context: Context, future: bool) -> bool:
    """Whether an if-clause of the line governs this clause, which lies ahead or is infinite."""
    if not future and not (context.tags & {"conditional", "subjunctive"}):
        return False
    line = context.line
    here = regions_key(context.regions)
    for number, kind in enumerate(line.segment_kinds):
        if kind == "condition" and abs(number - line.segments[context.head]) <= 2:
            at = line.segments.index(number) if number in line.segments else None
            if at is not None and regions_key([r for r in line.regions if r.first <= at <= r.last]) == here:
                return True
    return False


def regions_key(regions: list[Region]) -> tuple[tuple[int, int], ...]:
    """Return what two tokens must share to stand in the same person's words."""
    return tuple((region.first, region.last) for region in regions if region.kind not in ("hearsay", "rumour"))


# --- cues -----------------------------------------------------------------------------------------


def _cues(context: Context) -> dict[str, str]:
    """Return the cues that speak of this trigger: name -> words."""
    found: dict[str, str] = {}
    line = context.line
    for hit in line.hits.get("cue", ()):
        cue = hit.payload.item
        whole = hit.first <= context.head <= hit.last  # "[বাতিল হয়েছে]": takes the verb that the noun would have
        if (cue.of == "verb" and not context.verbal) or (
            cue.of == "noun" and context.verbal and not whole and not _nominal(context)
        ):
            continue
        # the last word of what is expected may be a verb of saying too
        begun = context.verb_final and cue.gives in _FORECASTS and hit.first == context.last + 1
        if not (context.reach_before <= hit.first and (begun or hit.last <= context.reach_after)):
            continue
        if (context.first, context.last) == (hit.first, hit.last):
            continue
        if (cue.gives != "negation" or context.frame.type == "REJECT") and _own_pattern(context, hit):
            continue  # "ক্ষমা চেয়েছেন" asked pardon, "যুদ্ধবিরতিতে সম্মত হয়েছে" agreed to a truce
        if cue.gives == "negation" and _inside_another(context, hit):
            continue
        if cue.gives == "negation" and context.verb_final and _asked_not_to(context, hit):
            continue
        # between a noun and the verb that carries it a cue speaks of both ("có kế hoạch thăm", has plans to visit)
        between = context.first <= hit.first and hit.last < context.last and _carried(context, hit.last)
        before = hit.last < context.head or between
        gap = 0 if between else context.first - hit.last - 1 if before else hit.first - context.last - 1
        if (cue.side == "before" and not before) or (cue.side == "after" and before) or gap > cue.within:
            continue
        found.setdefault(cue.gives, line.words(hit.first, hit.last))
    return found


def _asked_not_to(context: Context, hit: EntryHit) -> bool:
    """Whether a negation stands before the infinitive of what is asked or threatened ("न बढ़ाने की अपील की")."""
    if context.frame.type not in ("REQUEST", "THREATEN") and context.frame.id not in _PROMISES:
        return False
    if context.first <= hit.first and hit.last + 1 < context.head:
        return True
    return hit.last < context.first and (context.first < context.head or _before_infinitive(context, hit))


def _before_infinitive(context: Context, hit: EntryHit) -> bool:
    return any(
        p.first <= hit.last + 1 <= p.last and p.tags & _NON_FINITE and p.head != context.head
        for p in context.line.predicates
    )


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
        p.first < hit.first and hit.last < p.last and p.hits and not p.first <= context.head <= p.last
        for p in context.line.predicates
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


def words_of(line: Line, hit: EntryHit) -> str:
    """Return the words of a hit."""
    return line.words(hit.first, hit.last)
