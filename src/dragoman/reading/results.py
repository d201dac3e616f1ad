"""Says who did what a result tells, and who cannot have done what only happened: "10 were killed"."""

from __future__ import annotations

from .language import EntryHit, Language
from .line import Line, Mention
from .roles import fill, roles_of
from .sites import Site, Trigger, noun_site

__all__ = ["particles_apart", "settle_doer"]


def particles_apart(language: Language) -> bool:
    """Whether verbs stand last and adpositions or endings, no chains of them, say who does what."""
    return language.subject_first and not language.text.agglutinative


def settle_doer(line: Line, trigger: Trigger, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]] | str:
    """Return the roles of actor and recipient; a result gets who did the act that it came of as its subject."""
    hit, site = trigger
    frame = hit.payload.frame
    assert frame is not None
    roles = roles_of(frame, hit.payload.item)
    site.mutual = hit.payload.item.together
    site.undergone = not site.verb_head and roles[1][:1] == ("of",)
    if (frame.people or frame.mode == ("ceasefire",)) and _befalls(line, trigger, language):
        site.subject = None  # "… said that, after the truce began, …": he who says so is no side of it
    if frame.id == "kill" and line.formed and not language.cased and site.subject is None and not site.passive:
        site.doer = _doer_named(line, trigger, language)
        if site.doer is not None:  # "[Russia's strike on Kharkiv] killed five"
            site.subject, site.subject_how = site.doer, "owner of the act named before"
            return ("subject",), roles[1]
    if not frame.result:
        return roles
    if _spoke_before(line, site):
        site.subject = None  # "said that the campaign killed 270": he who says so is not who kills
    if particles_apart(language) and (
        site.subject_how == "subject of the clause after" or _undergone(line, hit, site.subject)
    ):
        site.subject = None  # "… की मौत के बाद भारत ने …": he acts later
    nobody = site.subject is None or (site.subject.needs_place and site.subject.kind == "vehicle")
    if not (nobody or site.passive or roles[0] == ("owner",)):
        return roles
    site.doer = _doer_named(line, trigger, language)
    if site.doer is None:
        return "nobody whose act it came of"
    site.subject, site.subject_how = site.subject or site.doer, "owner of the act named before"
    return ("subject",), roles[1]


def _undergone(line: Line, hit: EntryHit, subject: Mention | None) -> bool:
    """Whether what a result tells is owned by whom it befell: "[छात्र X] की मौत"."""
    owned = any(h.payload.kind == "marker" and h.payload.item.role == "genitive" for h in line.at[hit.first])
    if not owned or subject is None or subject.role is not None:
        return False
    between = (at for at in range(subject.last + 1, hit.first) if line.mention_at(at) is None)
    return not any(h.payload.kind == "marker" for at in between for h in line.at[at])


def _befalls(line: Line, trigger: Trigger, language: Language) -> bool:
    """Whether what a verb of happening tells has for its subject only that of the clause before."""
    if not particles_apart(language) or trigger.site.subject_how != "subject of the clause before":
        return False
    return any(h.head == trigger.hit.head for h in line.hits.get("happen", ()))


def _spoke_before(line: Line, site: Site) -> bool:
    """Whether a verb has its subject from a verb of saying before it."""
    if site.subject_how != "subject of the clause before":
        return False
    before = next((p for p in reversed(line.predicates) if p.head < site.head), None)
    return before is not None and any(hit.payload.kind == "reporting" for hit in before.hits)


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
    finite = [p for p in line.predicates if not line.formed or "finite" in p.tags]
    if not acts or any(acts[-1].last < p.head < trigger.hit.first for p in finite):
        return None
    return next(iter(fill("owner", noun_site(line, acts[-1], language), line, language)), None)
