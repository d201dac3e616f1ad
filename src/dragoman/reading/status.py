"""Decides the one status of a report: tense, aspect, modals, negation, conditions, and whose words it stands in.

The rules stand in order of strength; the first that speaks decides, and says in a word why. A rule that would have
to guess vetoes the report instead.
"""

from __future__ import annotations

from msgspec import structs

from ..records import Status
from .cues import FORECASTS, NON_FINITE, cues_of, wished
from .gerunds import governed_participle
from .status_forms import came_about, condition_of, negation_of, non_finite
from .verb_final import before_future, before_refusal, told_fact
from .verdicts import Context, Verdict
from .voices import HOSTILE, alleged, believed, denied, experts, in_own_words

__all__ = ["Context", "Verdict", "decide"]

_VETOES = ("habitual", "obligation", "counterfactual", "ability", "attempt")
_NOT_DONE = frozenset(("failed", "cancelled", "prevented"))
_FORCEFUL = frozenset(("ASSAULT", "COERCE", "PROTEST"))
"""Types of which an attempt is told for its own sake: who tried to storm a building did not get in."""
_CARRIED = frozenset(("began", "continued", "ended"))
"""Cues that tell an infinitive or participle as done ("began to withdraw", "kept shelling")."""
_FINITE_CUES = frozenset(("began", "continued", "ended", "ongoing", "past"))
_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE"))
_OFFERED = frozenset(("AID", "RETREAT", "COOPERATE", "CONSULT", "SANCTION", "COERCE", "CONCEDE"))
"""Types of acts that an offer or proposal leaves proposed."""
_SAID_NOW = frozenset(("AGREE", "SUPPORT", "CONCEDE", "ACCUSE", "REQUEST", "REJECT"))
_REFUSALS = frozenset(("refuse", "decline", "refuse-demand", "bar-entry", "back"))
"""Frames of words, which saying that one will say them is already: refusals, backing."""
_SAID = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
"""Types of words, which papers tell in the present ("the EU, which accuses them")."""


def decide(context: Context) -> Verdict:
    """Return the status of one trigger in its clause."""
    verdict = _decided(context)
    refused = verdict.status == "planned" and context.frame.id in _REFUSALS and context.verb_final
    if refused and "planned" not in cues_of(context) and in_own_words(context):
        return Verdict("occurred", False, "refused in so many words")  # "इजाजत नहीं देगा, उसने कहा"
    if verdict.status == "planned" and context.frame.type == "AGREE" and _resolved(context):
        return Verdict("occurred", False, "they have resolved to")
    if context.frame.id == "back" and context.line.formed and _reduced_aside(context):
        return Verdict(None, False, "only says who stands behind somebody")
    if verdict.status == "planned" and context.frame.type in _OFFERED and (words := _offers(context)):
        verdict = Verdict("proposed", False, words)
    if context.frame.mode == ("disapprove",) and verdict.status in ("planned", "forecast", "conditional"):
        return Verdict(None, False, "disapproval that nobody has voiced yet")
    if context.frame.type == "AGREE" and verdict.status == "alleged" and _kind_of(context) == "relative":
        return Verdict(None, False, "an agreement that an accusation only speaks of")
    if context.frame.type in HOSTILE and verdict.status in ("occurred", "ongoing") and _of_unknown(context):
        return Verdict(None, False, "somebody whom nobody knows says it of another")
    return verdict


def _resolved(context: Context) -> bool:
    """Whether a verb tells in the past that something is to be done: "hyeomnyeok-hagiro haetda"."""
    return context.verb_final and context.tags >= {"future", "past", "finite"}


def _reduced_aside(context: Context) -> bool:
    """Whether a past participle opens an aside: "Azerbaijan, backed by Turkey, threatened …"."""
    before = context.line.tokens[context.first - 1].text if context.first else ","
    return "past" in context.tags and before in {",", "("} and context.verbal


def _offers(context: Context) -> str | None:
    """Return the words by which somebody only offers or proposes to do it, where they govern the trigger."""
    for hit in context.line.hits.get("cue", ()):
        if (
            hit.payload.item.gives != "offered"
            or context.line.segments[hit.first] != context.line.segments[context.head]
        ):
            continue
        governs = hit.last < context.first and context.first - hit.last - 1 <= hit.payload.item.within
        behind = context.verb_final and 0 < hit.first - context.last <= hit.payload.item.within + 1
        if governs or behind or context.first <= hit.first <= context.head:
            return context.line.words(hit.first, hit.last)
    return None


def _of_unknown(context: Context) -> bool:
    """Whether it stands in somebody's words, and nothing tells whose."""
    return any(r.source_kind == "unknown" and not r.links for r in context.regions)


def _decided(context: Context) -> Verdict:
    if context.verb_final and wished(context):
        return Verdict(None, False, "only wished")
    cues = cues_of(context)
    tags = context.tags
    kind = context.line.segment_kinds[context.line.segments[context.head]]
    for name in _VETOES:
        under_way = context.line.formed and {"progressive", "finite"} <= tags  # "has been arming them for years"
        if name == "habitual" and ("continued" in cues or under_way or _keeps_on(context)):
            continue  # "has always denied"
        if name == "obligation" and context.verb_final and "future" in tags and not tags & NON_FINITE:
            continue  # "मुलाकात होगी" will be, "करना होगा" must be
        if name in cues and context.frame.base is None and not _NOT_DONE & cues.keys():
            return Verdict(None, False, f"{name}: {cues[name]}")
    if "tried" in cues and not _NOT_DONE & cues.keys():
        forceful = context.frame.type in _FORCEFUL and context.verbal and not denied(context)
        return Verdict("not_occurred" if forceful else None, forceful, f"only tried: {cues['tried']}")
    upheld = _performs(context) or _keeps_saying(context) or (context.verb_final and denied(context))
    if "habitual" in tags and "ongoing" not in cues and not upheld:
        return Verdict(None, False, "habitual form")
    if context.verb_final and "conditional" in tags and "finite" not in tags:
        if not came_about(context):
            return Verdict(None, False, "is itself the if")
        tags = (tags - {"conditional"}) | {"past"}
        context = structs.replace(context, tags=tags)
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
    if context.line.formed and context.verbal and not negated and _of_nobody(context):
        negated = True
        cues.setdefault("negation", "nobody")
    if "conditional" in cues and _backshifted(context):
        cues["future"] = cues.pop("conditional")
    future = (
        "future" in cues
        or "planned" in cues
        or "future" in tags
        or (context.verb_final and before_future(context.line, context.head))
    )
    forecast = next((cues[name] for name in FORECASTS if name in cues), None)
    if context.verb_final and before_refusal(context.line, context.head):
        return Verdict(None, False, "part of what is refused")
    if "unclear" in cues:
        return (
            Verdict("forecast", False, cues["unclear"]) if future or forecast else Verdict(None, False, "unclear")
        )
    if "conditional" in cues and kind == "relative" and context.line.formed and _no_if(context):
        return Verdict(None, False, "only what something would do")
    not_done = next((cues[name] for name in _NOT_DONE if name in cues), None)
    if not_done is not None:
        return Verdict("not_occurred", True, not_done)
    if denied(context):
        return Verdict("denied", True, "inside a denial")
    if negated:
        return negation_of(context, cues, future or forecast is not None)
    conditional = "conditional" in cues or "conditional" in tags or condition_of(context, future)
    if conditional and context.frame.type != "THREATEN":
        return Verdict("conditional", False, cues.get("conditional", "depends on an if"))
    return _affirmed(context, cues, future, forecast)


def _affirmed(context: Context, cues: dict[str, str], future: bool, forecast: str | None) -> Verdict:
    tags, frame = context.tags, context.frame
    of_experts = experts(context)
    if {"past", "future", "attributive"} <= tags:  # "haesseul": supposed of what lies behind
        return Verdict("alleged" if forecast else None, False, forecast or "only supposed")
    if "expected" in cues and {"past", "attributive"} <= tags and "future" not in tags:
        return Verdict("alleged", False, cues["expected"])  # "isonghan geoseuro bogo itda": believed to have
    if forecast is not None and not (cues.keys() == {"possible"} and _accused_of(context)):
        return Verdict("forecast", "unlikely" in cues, forecast)
    if frame.base is not None and not future and not (context.verbal and _infinitive(context)):
        return Verdict(frame.base, False, "the act itself")
    if future:
        status: Status = "forecast" if of_experts or believed(context) else "planned"
        return Verdict(status, False, cues.get("future") or cues.get("planned") or "future tense")
    if "wish" in cues:
        if frame.id in ("sign", "ratify", "join"):
            return Verdict("planned", False, cues["wish"])
        return Verdict(None, False, f"only wished: {cues['wish']}")
    if _habit(context):
        return Verdict(None, False, "tells what somebody does as a rule")
    if _kind_of(context) == "time-before" and "present" in tags and not tags & {"past"}:
        return Verdict(None, False, "lies ahead of what is told")
    if "subjunctive" in tags and not tags & {"past", "future"} and "ongoing" not in cues:
        return non_finite(context)
    if not context.verbal and _presupposed(context, cues):
        return Verdict(None, False, "only mentioned inside what somebody expects or claims")
    during = context.line.segment_kinds[context.line.segments[context.head]] in (
        "time-while",
        "time-after",
        "cause",
    ) or (context.verb_final and {"verbal-noun", "locative"} <= tags)  # "… হামলা চালানোয়": because of it
    during = during or (context.verb_final and "genitive" in tags and told_fact(context.line, context.last))
    bare = (
        tags & NON_FINITE
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
        return non_finite(context)
    if alleged(context, cues) and not _only_dates(context):
        return Verdict("alleged", False, cues.get("alleged", "only claimed"))
    # A gerund ("killing twelve") is progressive too, but not finite, and tells of something done.
    progressive = "progressive" in tags and tags & {"finite", "present"} and "past" not in tags
    spoken = frame.type in _SPOKEN and frame.mode != ("investigate",)  # words are said, however often
    if frame.type == "CONSULT" and context.line.formed and _stays(context):
        return Verdict("ongoing", False, "is there as the text speaks")
    if progressive and "past" in cues and context.line.formed:
        return Verdict("occurred", False, cues["past"])  # "had been negotiating"
    decided = frame.type == "SANCTION" and context.line.cased  # "США высылают": in the present, but told
    if ("ongoing" in cues or "continued" in cues or (progressive and not decided)) and not spoken:
        return Verdict("ongoing", False, cues.get("ongoing") or cues.get("continued") or "progressive")
    return Verdict("occurred", False, "told as done")


def _stays(context: Context) -> bool:
    """Whether a verbal phrase of a visit begins with an auxiliary in the present: "is on a two-day visit to"."""
    passive = {h.first for h in context.line.hits.get("cue", ()) if h.payload.item.gives == "passive"}
    return "present" in context.tags and context.head in passive and context.last > context.head


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
    return context.verb_final and context.frame.type in _SAID_NOW and in_own_words(context)


def _keeps_saying(context: Context) -> bool:
    """Whether a charge or a denial stands for as long as it is upheld: "आरोपों से इनकार करता है", "करता रहा है"."""
    said = context.frame.type in ("ACCUSE", "REJECT") and bool(context.frame.content)
    return context.verb_final and context.verbal and said


def _keeps_on(context: Context) -> bool:
    """Whether a denial, or a charge by its verb and by no adverb before it, is told to be upheld."""
    habits = [h for h in context.line.hits.get("cue", ()) if h.payload.item.gives == "habitual"]
    upheld = _keeps_saying(context) and all(hit.last >= context.first for hit in habits)
    return upheld or (context.verbal and context.frame.content == "denied")  # what is always denied is denied


def _habit(context: Context) -> bool:
    """Whether a relative clause has a bare present, which tells a habit: "Algeria, which backs the Polisario"."""
    bare = "present" in context.tags and not context.tags & {"past", "progressive", "future"}
    said = context.frame.type in _SAID
    told = context.line.formed or "attributive" in context.tags
    return told and context.verbal and bare and not said and _kind_of(context) == "relative"


def _kind_of(context: Context) -> str:
    """Return how the trigger's clause is joined."""
    return context.line.segment_kinds[context.line.segments[context.head]]


def _of_nobody(context: Context) -> bool:
    """Whether a word for nobody opens the subject: "no official was invited", "none of the envoys came"."""
    line = context.line
    predicate = next((p for p in line.predicates if p.head == context.head), None)
    subject = predicate.subject if predicate is not None else None
    if subject is None or line.segments[subject.first] != line.segments[context.head]:
        return False
    opens = (
        subject.marker[0] if subject.marker is not None and subject.marker[0] < subject.first else subject.first
    )
    return any(
        hit.payload.item == "nobody" and 0 <= opens - hit.last - 1 <= 1 for hit in line.hits.get("class", ())
    )


def _no_if(context: Context) -> bool:
    """Whether nothing in the sentence is an "if": then "a rule that would ban X" tells of no act."""
    return "condition" not in context.line.segment_kinds and not any(
        region.kind == "content" and region.stance == "alleges" for region in context.regions
    )


def _backshifted(context: Context) -> bool:
    """Whether a conditional is the future of somebody's past words: "said that he would visit"."""
    return context.line.formed and any(region.kind == "reported" for region in context.regions)


def _presupposed(context: Context, cues: dict[str, str]) -> bool:
    """Whether a bare noun stands in words of expectation or belief, which speak of something else."""
    inner = [region for region in context.regions if region.kind == "reported"]
    return bool(inner) and inner[-1].stance in ("predicts", "claims", "alleges") and not cues


def _only_dates(context: Context) -> bool:
    """Whether the noun of an act only says when what is claimed took place: "미국 순방 도중"."""
    whens = context.line.hits.get("subordinator", ())
    return not context.verbal and any(
        hit.first == context.last + 1 and hit.payload.item.kind == "time-while" for hit in whens
    )


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
