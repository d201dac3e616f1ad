"""Finds who fills a frame's roles at a site.

Each role is a function of the clause alone. A role that no phrase fills stays empty; nothing is fetched from
another clause but the subject that clauses share.
"""

from __future__ import annotations

from ..packs.events_schema import Triggers
from ..packs.frames import Frame
from .cased_roles import fill_cased
from .language import Language
from .line import Line, Mention
from .owned_objects import AMONG, of, of_friends, owner_of_object, usable, whose
from .owners import end_of, owner_of
from .sites import Site

__all__ = ["behind_comma", "done_to", "fill", "roles_of"]

_PREMODIFIED = 4
"""Tokens behind a trigger within which the phrase that its last adposition governs begins."""
_OWNED = 5
"""Tokens from a verb to the owner of its object."""
_DESCRIBED = 4
"""Tokens from a participle to the noun that it describes."""
_GOAL_REACH = 3
"""Tokens before a verb-final trigger in which an unmarked country is where it leads ("ভারত সফর", "मॉस्को पहुँचे")."""
_HOLDING = frozenset(("arrest", "abduct", "seize", "take-ground"))
"""Frames of holding and taking."""
_MARKED = {
    "agent": ("agent", "instrument"),
    "companion": ("companion",),
    "against": ("against",),
    "toward": ("toward",),
    "goal": ("goal", "dative"),
    "place": ("place",),
    "source": ("source",),
    "beneficiary": ("beneficiary",),
    "between": ("between",),
    "about": ("about", "topic"),
    "target": ("target",),
    "into": ("goal", "place"),
}


def fill(role: str, site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    """Return the mentions that fill a frame role at a site, or none."""
    if language.cased:
        return fill_cased(role, site, line, language)
    if role == "subject":
        return _told_by(_subject(site, language.text.agglutinative), site, line)
    if role == "speaker":
        return (site.speaker,) if site.speaker is not None and site.speaker.parties else ()
    if role == "object":
        return _object(site, line, language)
    if role == "owner" and site.verb_head and language.text.adpositions == "before":
        return ()
    if role == "owner" and site.verb_head and language.text.agglutinative and "headline" not in site.tags:
        return ()
    if role == "owner":
        return owner_of(site, line, language)
    if role == "of":
        return of(site, line, language)
    if role == "owner-of-object":
        return owner_of_object(site, line, language)
    wanted = _MARKED.get(role, ())
    bare = not site.verb_head and site.predicate is None
    if role == "agent" and language.subject_first and (bare or _describes(site)):
        wanted = ("instrument",)  # "X ने [गिरफ्तार किए गए] लोगों की [गिरफ्तारी] की निंदा की": not X
    bare_noun = not site.verb_head and site.predicate is None and language.text.modifier == "before"
    near = (
        [*site.after, *(() if bare_noun and role not in ("place", "between") else reversed(site.before))]
        if not language.subject_first
        else [*reversed(site.before), *site.after]
    )
    if language.subject_first and site.predicate is None:  # a noun by itself has its phrases before it
        behind = () if language.text.agglutinative else site.after
        near = [*reversed(site.before), *(m for m in behind if m.first == site.last + 1)]
    glued = language.text.agglutinative  # a bare place says where its noun is: "Odesa [port]-e"
    found = [m for m in near if m.role in wanted and m is not site.subject
             and (usable(m) or (glued and m.kind == "place" and bool(m.parties)))]  # fmt: skip
    if role == "between" and language.subject_first and not site.verb_head:
        found = [m for m in found if not _noun_between(line, m, site)]
    if language.text.agglutinative and role == "goal":
        found = [m for m in found if m.last > site.first or not _given_between(line, m, site, language)]
    if language.text.agglutinative and wanted:  # the particle for what is done to marks no goal of its own
        found.sort(key=lambda m: m.role != wanted[0])
    if not found and role == "between" and language.text.adpositions == "after":  # "अ और ब में समझौता"
        found = [m for m in near if m.role == "place" and m.kind in ("state", "body") and len(m.parties) > 1]
    if not found and not language.subject_first:
        behind = [m for m in site.after if m.first > site.last]
        found = [m for m in behind[:1] if _closing_marker(line, site, m) in wanted and usable(m)]
    if role == "place" and not language.subject_first:
        found = [m for m in found if m.first < site.first or not behind_comma(line, site, m)]
    if not found and role in ("goal", "place") and not site.verb_head and language.text.modifier == "before":
        found = [m for m in site.before if m.last == site.first - 1 and m.role is None
                 and not (m.genitive and ("genitive" in m.tags or not language.text.agglutinative))
                 and m.place is not None and m is not site.subject]  # fmt: skip
    if not found and role in ("goal", "place") and language.subject_first:
        glued = language.text.agglutinative
        found = [m for m in near if m.role is None and m.kind in ("place", "state") and m is not site.subject
                 and (not m.genitive or (glued and "genitive" not in m.tags))
                 and (not m.modifier or glued) and _leads_to(site, m)]  # fmt: skip
        if not site.verb_head and not glued:
            found = [m for m in found if not _owned_behind(m, site)]
    return tuple(found[:1])


def _given_between(line: Line, mention: Mention, site: Site, language: Language) -> bool:
    """Whether a noun for nobody known stands between, in the case of whom it is given to ("yeoseong-ege")."""
    end = max(mention.last, mention.marker[1] if mention.marker else 0)
    unknown = (line.tokens[at].norm for at in range(end + 1, site.first) if line.mention_at(at) is None)
    forms = (one for norm in unknown for one in language.inflection.noun(norm))
    return any("dative" in one.tags and len(one.stem) > 1 for one in forms)


def _noun_between(line: Line, mention: Mention, site: Site) -> bool:
    """Whether a noun of agreement stands between, whose sides they are: "A ও B-এর মধ্যে চুক্তি আলোচনার মাধ্যমে"."""
    return any(
        hit.payload.item == "agreement"
        and end_of(mention) < hit.first < site.first
        and not any(other.payload.kind == "marker" for other in line.at[hit.last + 1])
        for hit in line.hits.get("class", ())
    )


def _owned_behind(mention: Mention, site: Site) -> bool:
    """Whether an owner parts a bare state from the noun of an act, so that it did something about the act.

    So in "জার্মানি [ইসরায়েলের হামলা] সমর্থন করেছে": it was not Germany that was attacked.
    """
    between = [m for m in site.before if mention.last < m.first]
    return any(m.genitive or m.modifier or m.kind == "vehicle" for m in between)


def _leads_to(site: Site, mention: Mention) -> bool:
    """Whether an unmarked country stands close before a trigger, or before the verb inside its gap."""
    if site.last + 1 == mention.first:  # headlines: "ओली पहुंचे [बीजिंग]"
        return True
    if site.first < mention.first:
        return 0 < site.head - mention.last <= _GOAL_REACH
    return 0 < site.first - mention.last <= _GOAL_REACH


def _closing_marker(line: Line, site: Site, mention: Mention) -> str | None:
    """Return the role of the adposition that closes a trigger's own pattern ("cooperation with")."""
    if mention.role is not None or not 0 < mention.first - site.last <= _PREMODIFIED or site.last == site.head:
        return None
    ends = [h for h in line.at[site.last] if h.payload.kind == "marker" and h.last == site.last]
    return ends[0].payload.item.role if ends else None


def done_to(site: Site) -> list[Mention]:
    """Return whom a passive is done to: its subject, or the bare phrase before it."""
    if site.subject is not None and site.subject.role != "agent":
        return [site.subject]
    return [m for m in site.before if m.role in (None, "dative") and m.parties and not m.genitive][:1]


def _subject(site: Site, glued: bool) -> tuple[Mention, ...]:
    if site.doer is not None:
        return (site.doer,)
    if site.passive:
        by = ("instrument",) if _describes(site) and not glued else ("agent", "instrument")
        agents = [m for m in [*site.after, *site.before] if m.role in by and m.human]
        if not agents and glued:  # "-ege" is by whom something is suffered
            named = [m for m in site.before if m.role == "goal" and m.human and not m.genitive]
            agents = [m for m in named if m.kind != "state" or _holds(site)]
        return tuple(agents[:1])
    return (site.subject,) if site.subject is not None and site.subject.parties else ()


def _describes(site: Site) -> bool:
    """Whether a trigger is a participle that describes the noun behind it."""
    return site.predicate is not None and site.predicate.adjectival


def _holds(site: Site) -> bool:
    """Whether somebody is held or taken, so that a state in the dative is by whom: "Reosia-e eongnyudoen"."""
    if "attributive" in site.tags:  # who is held there is only described
        return False
    hits = site.predicate.hits if site.predicate is not None else ()
    return any(hit.payload.frame is not None and hit.payload.frame.id in _HOLDING for hit in hits)


def _told_by(agents: tuple[Mention, ...], site: Site, line: Line) -> tuple[Mention, ...]:
    """Return the agents of a passive but those who only tell of it: "were killed, according to a count by X"."""
    if not line.formed or not site.passive:
        return agents
    told = [h.first for h in line.hits.get("according", ()) if h.first > site.last]
    return tuple(m for m in agents if not told or m.first < told[0])


def _object(site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    if site.passive and language.subject_first and _describes(site):
        behind = [m for m in line.mentions if site.last < m.first <= site.last + _DESCRIBED]
        if behind and behind[0].human:
            return tuple(behind[:1])
    if site.passive:
        bare = [site.subject] if site.subject is not None and site.subject.role != "agent" else []
        if line.formed and bare and (among := among_them(line, bare[0])) is not None:
            bare = [among]
        if language.glued_cases:  # "X-কে গ্রেপ্তার করা হয়েছে": the ending shows whom, before any bare phrase
            bare = [m for m in site.before if m.role == "dative" and usable(m)][-1:] or bare
        if not bare:
            bare = [m for m in site.before if m.role in (None, "dative") and usable(m) and not m.genitive]
        if not bare and site.subject is not None and not language.subject_first:
            bare = _shared_patient(line, site)
        return tuple(bare[:1])
    if not language.subject_first:
        found = [m for m in site.after if m.role is None and usable(m) and not m.genitive]
        found = [m for m in found if not (m.kind == "vehicle" and m.needs_place)]  # "fired missiles at …"
        found = [m for m in found if not behind_comma(line, site, m)]
        if line.formed and found and (among := among_them(line, found[0])) is not None:
            found = [among]
        if not language.text.verb_endings and found and _circumstance_before(line, site, found[0]):
            return ()
        if language.text.modifier == "after" and found and _owned_before(site, found[0]):
            return ()
        owner = [m for m in site.after[:1] if m.role is None and m.genitive and m.first - site.head <= 3]
        owner = [m for m in owner if not (line.formed and of_friends(line, m))]
        if language.text.modifier == "before" and owner and (not found or found[0].first - owner[0].last > 4):
            return tuple(m for m in owner if m.parties)
        return tuple(found[:1]) or _closing_object(line, site)
    dative = [m for m in site.before if m.role == "dative" and usable(m) and m is not site.subject]
    if len(dative) > 1 and language.glued_cases and _infinitive_behind(line, dative[-1], site):
        dative = dative[:1]  # "চীনকে [রাশিয়াকে সহায়তা না দিতে] আহ্বান"
    if dative:
        return (whose(line, dative[-1]),) if language.text.agglutinative else tuple(dative[-1:])
    if language.glued_cases and (whom := _in_either_case(line, site, language)):
        return whom
    bare = [m for m in site.before if m.role is None and not (m.genitive or m.modifier) and usable(m)
            and m is not site.subject and (m.kind not in ("person", "state") or _headed(site, m))]  # fmt: skip
    if language.text.agglutinative:  # particles mark objects, but in headlines
        bare = [m for m in bare if m.last + 1 == site.first]
    if not bare and site.subject in site.before:
        bare = [m for m in site.after if m.role is None and not m.genitive and usable(m)][:1]
    known = [m for m in bare if m.countries and m.kind != "place"] or bare
    return tuple(known[-1:]) if site.subject is not None else ()


def _in_either_case(line: Line, site: Site, language: Language) -> tuple[Mention, ...]:
    """Return people before a verb, in the plural that is genitive and dative alike: "তাঁদের গ্রেপ্তার করে".

    Nothing but adverbs and times may stand between, which no genitive owns: "সেনাদের অবিলম্বে সরে যেতে বলেছে".
    """
    whom = [m for m in site.before[-1:] if {"genitive", "plural"} <= m.tags and m.human and usable(m)]
    return tuple(
        m
        for m in whom
        if m is not site.subject
        and all(
            token.norm in language.transparent or any(t.start <= token.start < t.end for t in line.times)
            for token in line.tokens[m.last + 1 : site.first]
        )
    )


def _infinitive_behind(line: Line, mention: Mention, site: Site) -> bool:
    """Whether an infinitive stands between a phrase and the verb, or in the verb's pattern, that may take it."""
    return any(
        p is not site.predicate and "infinitive" in p.tags and p.hits and mention.last < p.head < site.head
        for p in line.predicates
    )


def _circumstance_before(line: Line, site: Site, mention: Mention) -> bool:
    """Whether an adposition of what was before or beside stands between ("thả tù nhân sau cuộc gặp X")."""
    return any(
        site.last < hit.first < mention.first
        and hit.payload.item.role == "none"
        and line.mention_at(hit.first) is None
        for hit in line.hits.get("marker", ())
    )


def _headed(site: Site, mention: Mention) -> bool:
    """Whether a state stands bare right before the noun of a headline's act: "South Africa, Israel ICJ jeso"."""
    return "headline" in site.tags and mention.last + 1 == site.first and mention.kind == "state"


def among_them(line: Line, mention: Mention) -> Mention | None:
    """Return who is named among people of no nation: "24 hostages, including 13 Israelis"."""
    if not mention.needs_place:
        return None
    words = [hit for hit in line.hits.get("class", ()) if hit.payload.item == "including"]
    near = next((hit for hit in words if 0 < hit.first - mention.last <= AMONG), None)
    if near is None:
        return None
    return next((m for m in line.mentions if 0 < m.first - near.last <= AMONG and m.countries and m.human), None)


def _closing_object(line: Line, site: Site) -> tuple[Mention, ...]:
    """Return what the adposition that ends a verb's pattern governs ("put pressure on Israel"), if no place."""
    governed = [m for m in site.after if m.marker == (site.last, site.last) and m.role != "place" and usable(m)]
    return tuple(governed[:1]) if line.formed else ()


def _owned_before(site: Site, mention: Mention) -> bool:
    """Whether a genitive near the verb shows another, unlisted object before a phrase ("đề xuất của Mỹ về …")."""
    return any(m.genitive and m.first < mention.first and m.first - site.last <= _OWNED for m in site.after)


def _shared_patient(line: Line, site: Site) -> list[Mention]:
    """Return the subject of the verb before, which a passive with only its agent is done to ("được X tiếp")."""
    earlier = [
        p for p in line.predicates if p.head < site.head and p.subject is not None and p.subject.role is None
    ]
    if earlier and any(h.payload.kind == "reporting" for h in earlier[-1].hits):
        return []  # "the ministry said 633 people had been held": it is not the ministry
    near = bool(earlier) and line.segments[site.head] - earlier[-1].segment <= 1
    return [p.subject for p in earlier[-1:] if p.subject is not None] if near else []


def behind_comma(line: Line, site: Site, mention: Mention) -> bool:
    """Whether a comma that belongs to no list parts a phrase from its verb."""
    if any(
        h.payload.item == "including" and site.last < h.first < mention.first for h in line.hits.get("class", ())
    ):
        return False  # "52 prisoners, among them Poles"
    return any(
        line.tokens[at].norm == "," and line.mention_at(at) is None for at in range(site.last + 1, mention.first)
    )


def roles_of(frame: Frame, triggers: Triggers) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles that may fill actor and recipient: the pack's own where it gives them."""
    return triggers.actor or tuple(frame.actor), triggers.recipient or tuple(frame.recipient)
