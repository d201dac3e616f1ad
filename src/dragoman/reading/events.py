"""Turns triggers into reports: a frame whose roles are filled from its own clause, or nothing.

Order of work in a line: triggers are selected (the longest wins), frames that have content of their own (an
accusation, a denial, a promise) open a region for it, and then every trigger is tried on its frames. What is not
reported leaves a note that says why.
"""

from __future__ import annotations

from collections.abc import Sequence

from .answered import BACK, accused, other_side, whose_act
from .calls import passed_calls
from .contents import content_region, unsaid
from .drafting import draft_of
from .drafts import Draft, settle_drafts
from .headlines import visit_told
from .isolating import without_overlaps
from .language import EntryHit, Language
from .line import Line, Mention, Predicate
from .noun_phrases import Reader
from .predicates import select
from .roles import fill
from .setting import Setting
from .sites import Trigger, lacks_object, noun_site, verb_site

__all__ = ["find_drafts", "speaker_of"]

_AFTER_VISITS = frozenset(("pledge-aid", "pledge-arms"))
"""Promises that a guest makes to his host, whom only his visit names."""
_OUTLETS = frozenset(("wire", "state", "private", "public"))


def find_drafts(
    line: Line, reader: Reader, setting: Setting, earlier: Sequence[Sequence[Draft]] = ()
) -> list[Draft]:
    """Return the drafts of a line. `setting` says whose bodies without nationality are.

    `earlier` are the drafts of the lines before, for answers to acts that they tell.
    """
    triggers = _triggers(line, reader.language)
    if reader.language.subject_first and not reader.language.text.agglutinative:
        visit = visit_told(line, reader.language)
        triggers += [visit] if visit is not None else []
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
            site.accused = accused(trigger.hit.payload.frame, who, [*before, *here])
        frame = trigger.hit.payload.frame
        promised = frame is not None and frame.id in _AFTER_VISITS
        if promised and line.formed:
            trigger.site.answered = other_side(trigger.site, [d for d in best.values() if _visited(d, trigger)])
        if frame is not None and frame.foreign and frame.type == "SANCTION" and line.formed:
            here = [d for d in best.values() if d.hit.first < trigger.hit.first]
            trigger.site.answered = other_side(trigger.site, [*before, *here])
        draft = draft_of(line, trigger, reader, neutral, setting)
        if isinstance(draft, str):
            assert frame is not None
            line.notes.append(f"{line.words(*_span(trigger.hit))} [{frame.id}]: {draft}")
        elif known is None or draft.recipients:
            best[trigger.site.head] = draft
    return settle_drafts(list(best.values()), line, reader.language)


def _rank(trigger: Trigger) -> tuple[bool, bool, int, int, bool]:
    """Order triggers: answers last, when what they answer is known; those that look at what is said first; what
    is signed before the signing."""
    hit = trigger.hit
    frame = hit.payload.frame
    answers = frame is not None and (frame.answers or frame.id in _AFTER_VISITS)
    signs = frame is not None and frame.id == "sign"
    return answers, not hit.payload.item.said, hit.first - hit.last, hit.first, signs


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
        if hit.payload.kind == "noun" and (_inside_mention(line, hit, language) or _also_verb(line, hit, by_head)):
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


def _inside_mention(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a noun is part of a phrase that means somebody, which does not only end it: "обмен [пленными]"."""
    mention = line.mention_at(hit.head)
    return mention is not None and not (language.cased and mention.first > hit.first)


def _also_verb(line: Line, hit: EntryHit, by_head: dict[int, Predicate]) -> bool:
    """Whether the same word was taken for a verb."""
    return hit.head in by_head and hit.head not in line.nominal


def _visited(draft: Draft, trigger: Trigger) -> bool:
    """Whether a visit is told before a promise in one line: "visited Kyiv and pledged 50 million pounds"."""
    return draft.frame.mode[:1] == ("visit",) and draft.hit.first < trigger.hit.first


def speaker_of(line: Line) -> Mention | None:
    """Return the subject of the line's main clause, for pronouns to come."""
    for predicate in line.predicates:
        if predicate.subject is not None:
            return predicate.subject
    return None
