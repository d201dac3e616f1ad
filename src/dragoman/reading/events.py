"""Turns triggers into reports: a frame whose roles are filled from its own clause, or nothing.

Order of work in a line: triggers are selected (the longest wins), frames that have content of their own (an
accusation, a denial, a promise) open a region for it, and then every trigger is tried on its frames. What is not
reported leaves a note that says why.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..packs.frames import Frame
from ..records import Party
from .accusations import accused_in, is_own_content, of_accuser, own_accusation
from .answered import BACK, answers_unknown, other_side, warned_by_if, whose_act
from .attribution import chain_of, regions_of
from .calls import passed_calls, said_in_call
from .contents import addressed, content_region, unsaid
from .dating import lies_ahead, lies_behind, time_of
from .drafts import Draft, settle_drafts
from .isolating import without_overlaps
from .language import EntryHit, Language
from .line import Line, Mention, Predicate, Region
from .misfits import unfit
from .nationality import crowd, protesters
from .noun_phrases import Reader
from .parties import Filled, fill_frame
from .predicates import select
from .roles import fill, roles_of
from .setting import Setting
from .sites import Site, Trigger, lacks_object, noun_site, verb_site
from .status import decide
from .verdicts import Context, Verdict

__all__ = ["find_drafts", "speaker_of"]

_SIDES = 2
_ASKS = frozenset(("REQUEST", "THREATEN"))
_HARM = frozenset(("SANCTION", "ASSAULT", "COERCE", "ACCUSE"))
_AFTER_VISITS = frozenset(("pledge-aid", "pledge-arms"))
"""Promises that a guest makes to his host, whom only his visit names."""
_OUTLETS = frozenset(("wire", "state", "private", "public"))
_FINE_STATUSES = frozenset(("occurred", "ongoing", "alleged"))


def find_drafts(
    line: Line, reader: Reader, setting: Setting, earlier: Sequence[Sequence[Draft]] = ()
) -> list[Draft]:
    """Return the drafts of a line. `setting` says whose bodies without nationality are.

    `earlier` are the drafts of the lines before, for answers to acts that they tell.
    """
    triggers = _triggers(line, reader.language)
    for trigger in triggers:
        if unsaid(line, trigger, reader.language) or lacks_object(line, trigger):
            continue  # "দাবি করেছে" without a demand: claims
        region = content_region(line, trigger, reader.language)
        if region is not None:
            line.regions.append(region)
    line.regions.sort(key=lambda region: (region.first - region.last, region.first))
    neutral = _neutral(line, reader)
    best: dict[int, Draft] = {}
    before = [draft for drafts in earlier[-BACK:] for draft in drafts]
    for trigger in sorted(triggers, key=_rank):
        known = best.get(trigger.site.head)
        if known is not None and (
            known.recipients or known.hit.payload.item.said or _span(known.hit) != _span(trigger.hit)
        ):
            continue
        if trigger.hit.payload.frame is not None and trigger.hit.payload.frame.answers:
            here = [d for d in best.values() if d.hit.first < trigger.hit.first]
            here.sort(key=lambda draft: draft.hit.first)
            site = trigger.site
            who = site.subject or next(iter(fill("owner", site, line, reader.language)), None)
            site.answered = whose_act(line, site, trigger.hit.payload.frame, who, before, here)
        frame = trigger.hit.payload.frame
        promised = frame is not None and frame.id in _AFTER_VISITS
        if promised and line.formed:
            trigger.site.answered = other_side(trigger.site, [d for d in best.values() if _visited(d, trigger)])
        if frame is not None and frame.foreign and frame.type == "SANCTION" and line.formed:
            here = [d for d in best.values() if d.hit.first < trigger.hit.first]
            trigger.site.answered = other_side(trigger.site, [*before, *here])
        draft = _try(line, trigger, reader, neutral, setting)
        if draft is not None and (known is None or draft.recipients):
            best[trigger.site.head] = draft
    return settle_drafts(list(best.values()), line, reader.language)


def _rank(trigger: Trigger) -> tuple[bool, bool, int, int]:
    """Order triggers: answers last, when what they answer is known; those that look at what is said first."""
    hit = trigger.hit
    frame = hit.payload.frame
    answers = frame is not None and (frame.answers or frame.id in _AFTER_VISITS)
    return answers, not hit.payload.item.said, hit.first - hit.last, hit.first


def _span(hit: EntryHit) -> tuple[int, int]:
    return hit.first, hit.last


def _neutral(line: Line, reader: Reader) -> frozenset[str]:
    """Return the line's sources that tell news without taking sides: outlets, and bodies of no one state."""
    found = set()
    for region in line.regions:
        for party in region.source.parties if region.source is not None else ():
            entity = reader.knowledge.entity(party.entity) if party.entity else None
            if entity is None or party.entity is None:
                continue
            if entity.type == "ORG" and (entity.kind in _OUTLETS or entity.country is None):
                found.add(party.entity)
    return frozenset(found)


def _triggers(line: Line, language: Language) -> list[Trigger]:
    chosen = select([*line.hits.get("verb", ()), *line.hits.get("noun", ())])
    if not language.text.verb_endings:
        chosen = without_overlaps(chosen)
    if line.formed:
        chosen += passed_calls(line, chosen)
    by_head = {h.head: p for p in line.predicates for h in p.hits}
    found = []
    for hit in chosen:
        if hit.payload.kind == "noun" and (
            line.mention_at(hit.head) is not None or _also_verb(line, hit, by_head)
        ):
            continue
        if hit.payload.kind == "verb":
            predicate = by_head.get(hit.head)
            if predicate is not None and hit.head not in line.nominal:
                found.append(Trigger(hit, verb_site(line, predicate, hit, language)))
            elif (
                predicate is None
                and hit.head in line.nominal
                and not any(other.payload.kind == "noun" and other.head == hit.head for other in chosen)
            ):
                found.append(Trigger(hit, noun_site(line, hit, language)))
        else:
            found.append(Trigger(hit, noun_site(line, hit, language)))
    return found


def _also_verb(line: Line, hit: EntryHit, by_head: dict[int, Predicate]) -> bool:
    """Whether the same word was taken for a verb."""
    return hit.head in by_head and hit.head not in line.nominal


def _try(line: Line, trigger: Trigger, reader: Reader, neutral: frozenset[str], setting: Setting) -> Draft | None:
    hit, site = trigger
    frame, triggers = hit.payload.frame, hit.payload.item
    assert frame is not None
    words = line.words(hit.first, hit.last)
    if frame.disabled:
        line.notes.append(f"{words} [{frame.id}]: frame is disabled")
        return None
    reason = unfit(line, trigger, reader.language)
    if reason:
        line.notes.append(f"{words} [{frame.id}]: {reason}")
        return None
    if frame.mode == ("violence",) and line.formed and _promises_not_to(line, hit):
        line.notes.append(f"{words} [{frame.id}]: what somebody says that he will not do")
        return None
    accused = accused_in(line, site, verb_final=_particles_apart(reader.language))
    if accused is not None:
        site.subject, site.subject_how = accused, "the accused"
        setting = of_accuser(line, site, setting)
    elif (line.formed or not reader.language.text.verb_endings) and own_accusation(line, site):
        site.subject = None  # "cáo buộc đối thủ …": whom we cannot name
    roles = roles_of(frame, triggers)
    site.mutual = triggers.together
    site.undergone = not site.verb_head and roles[1][:1] == ("of",)
    if frame.result and _spoke_before(line, site):
        site.subject = None  # "said that the campaign killed 270": he who says so is not who kills
    nobody = site.subject is None or (site.subject.needs_place and site.subject.kind == "vehicle")
    if frame.result and (nobody or site.passive or roles[0] == ("owner",)):
        site.doer = _doer_named(line, trigger, reader.language)
        if site.doer is None:
            line.notes.append(f"{words} [{frame.id}]: nobody whose act it came of")
            return None
        site.subject, site.subject_how = site.subject or site.doer, "owner of the act named before"
        roles = (("subject",), roles[1])
    called = frame.mode == ("phone",) and site.subject_how == "subject of the clause"
    regions = [
        r
        for r in regions_of(line, site.head)
        if not (is_own_content(r, site) or (called and said_in_call(r, site)))
    ]
    if "speaker" in roles[0]:
        site.speaker = next((r.source for r in reversed(regions) if r.source is not None), None)
        regions = [r for r in regions if r.source is not site.speaker]
    if triggers.said == "others-must":
        site.addressed = addressed(line, site, reader.language)
    if triggers.to is not None and not site.answered:
        site.answered = (_inside_words(line, hit, triggers.to, reader),)
    filled = fill_frame(line, site, frame, roles, reader, setting)
    if (
        frame.answers
        and not isinstance(filled, str)
        and not filled.recipients
        and answers_unknown(line, site, frame)
    ):
        filled = "an answer to something that nobody is known to have done"
    if isinstance(filled, str):
        line.notes.append(f"{words} [{frame.id}]: {filled}")
        return None
    if triggers.together and len({party.country or party.entity for party in filled.actors}) < _SIDES:
        line.notes.append(f"{words} [{frame.id}]: only one side of what needs two")
        return None
    context = Context(
        line, frame, site.predicate.head if site.predicate else site.head, site.tags, site.verbal,
        min(site.first, site.predicate.first) if site.predicate else site.first,
        max(site.last, site.predicate.last) if site.predicate else site.last,
        regions, filled.actors, neutral, site.low, site.high, reader.language.subject_first,
    )  # fmt: skip
    verdict = decide(context)
    if "speaker" in roles[0] and frame.type in _ASKS and verdict.status is not None:
        verdict = Verdict("occurred", False, "said")
    if site.carried and verdict.status == "occurred":
        verdict = Verdict("planned", False, site.carried)
    if verdict.status is None:
        line.notes.append(f"{words} [{frame.id}]: {verdict.why}")
        return None
    around = [*regions, *(regions_of(line, hit.first) if verdict.negated else ())]  # "… न देने का आदेश"
    if any(r.kind == "content" and r.stance in ("asks", "threatens") for r in around) and not frame.base:
        line.notes.append(f"{words} [{frame.id}]: demanded or threatened, not told")
        return None
    if frame.type == "COERCE" and frame.mode == ("seize",) and line.formed and crowd(filled.actors):
        frame = reader.language.frames["obstruct"]  # "protesters occupied the square"
        filled = filled._replace(recipients=())
    if frame.id == "attack" and line.formed and protesters(filled.actors):
        frame = reader.language.frames["riot"]  # "protesters stormed the palace"
        filled = filled._replace(recipients=())
    if frame.joint and len({p.country for p in filled.actors if p.country}) > 1:
        frame = reader.language.frames[frame.joint]
    fails = any(h.head == hit.head for h in line.hits.get("happen", ()))  # "no deal came about"
    if verdict.status == "conditional" and _threatens(frame, regions, filled):
        frame, verdict = reader.language.frames["threaten"], Verdict("occurred", False, verdict.why)
    if frame.type == "THREATEN" and not filled.recipients and verdict.status == "occurred":
        filled = filled._replace(recipients=warned_by_if(line, site, filled.actors))
    sides = reader.language.cased and site.subject is not None and len(site.subject.countries) > 1
    upheld = _particles_apart(reader.language) and any(
        r.stance == "denies" for r in regions
    )  # "denied having agreed": no refusal
    if frame.negated and verdict.status in ("not_occurred", "denied") and not (fails or sides or upheld):
        frame, verdict = reader.language.frames[frame.negated], Verdict("occurred", False, verdict.why)
        filled = _one_sided(filled, site)
    time = time_of(line, site, regions)
    if verdict.status in ("planned", "forecast") and lies_behind(time, reader.published):
        time = None  # it dates something else
    if verdict.status == "ongoing" and lies_ahead(time, reader.published):
        verdict = Verdict("planned", False, "dated after publication")
    confidence = _confidence(site, filled, verdict, regions)
    return Draft(
        frame, hit, filled.actors, filled.recipients, filled.place, time, verdict, chain_of(regions), confidence
    )


def _promises_not_to(line: Line, hit: EntryHit) -> bool:
    """Whether a negation stands between a promise and the force in its pattern: "promised not to use force"."""
    return any(
        cue.payload.item.gives == "negation" and hit.head < cue.first <= hit.last
        for cue in line.hits.get("cue", ())
    )


def _particles_apart(language: Language) -> bool:
    """Whether verbs stand last and adpositions or endings, no chains of them, say who does what."""
    return language.subject_first and not language.text.agglutinative


def _visited(draft: Draft, trigger: Trigger) -> bool:
    """Whether a visit is told before a promise in one line: "visited Kyiv and pledged 50 million pounds"."""
    return draft.frame.mode[:1] == ("visit",) and draft.hit.first < trigger.hit.first


def _spoke_before(line: Line, site: Site) -> bool:
    """Whether a verb has its subject from a verb of saying before it."""
    if site.subject_how != "subject of the clause before":
        return False
    before = next((p for p in reversed(line.predicates) if p.head < site.head), None)
    return before is not None and any(hit.payload.kind == "reporting" for hit in before.hits)


def _inside_words(line: Line, hit: EntryHit, country: str, reader: Reader) -> Party:
    """Return the state that a trigger's own word holds a syllable of: "bang-Han", a visit to Korea."""
    start, end = line.tokens[hit.first].start, line.tokens[hit.last].end
    return Party(
        start=start, end=end, text=line.text[start:end], entity=country, type="GPE", country=country,
        name=reader.knowledge.country_name(country), how="inside the word",
    )  # fmt: skip


def _doer_named(line: Line, trigger: Trigger, language: Language) -> Mention | None:
    """Return whose act is the subject of what it brought about: "Russia's attack on Kharkiv killed five"."""
    acts = [
        hit
        for hit in line.hits.get("noun", ())
        if hit.last < trigger.hit.first
        and hit.payload.frame is not None
        and trigger.hit.payload.frame is not None
        and hit.payload.frame.type == trigger.hit.payload.frame.type
        and not hit.payload.frame.both
        and line.segments[hit.head] == line.segments[trigger.hit.head]
    ]
    if not acts or any(acts[-1].last < p.head < trigger.hit.first for p in line.predicates):
        return None
    return next(iter(fill("owner", noun_site(line, acts[-1], language), line, language)), None)


def _threatens(frame: Frame, regions: list[Region], filled: Filled) -> bool:
    """Whether somebody says that he will do harm unless or if something happens."""
    own = {party.country or party.entity for party in filled.actors}
    said = [r.source for r in regions if r.kind == "reported" and r.source is not None]
    speaks = any({p.country or p.entity for p in source.parties} & own for source in said)
    return frame.type in _HARM and speaks and (bool(filled.recipients) or frame.type == "ASSAULT")


def _one_sided(filled: Filled, site: Site) -> Filled:
    """Return a frame of two sides told of one that refuses: its subject acts, the other is refused."""
    own = {party.start for party in site.subject.parties} if site.subject is not None else set()
    others = tuple(party for party in filled.actors if party.start not in own)
    if filled.recipients or not others or len(others) == len(filled.actors):
        return filled
    return filled._replace(actors=tuple(p for p in filled.actors if p.start in own), recipients=others)


def _confidence(site: Site, filled: Filled, verdict: Verdict, regions: list[Region]) -> float:
    """Return 0 to 1: the certainty of the steps that were taken, each at its stated cost."""
    value = 0.92 - filled.lost
    if site.subject is not None and site.subject_how != "subject":
        value -= 0.07
    if not site.verbal:
        value -= 0.05
    if len(regions) > 1:
        value -= 0.03
    if verdict.status not in _FINE_STATUSES:
        value -= 0.03
    return round(max(0.1, value), 2)


def speaker_of(line: Line) -> Mention | None:
    """Return the subject of the line's main clause, for pronouns to come."""
    for predicate in line.predicates:
        if predicate.subject is not None:
            return predicate.subject
    return None
