"""Whom the words around an act mean, where it stands in what somebody says, promises or threatens."""

from __future__ import annotations

from ..packs.frames import Frame
from .line import Line, Mention, Predicate
from .sites import Site

__all__ = [
    "accused_in",
    "addressed_before",
    "aimed_at",
    "asked_first",
    "behind_words",
    "content_subject",
    "promised_about",
    "threatened_within",
    "told_to_act",
    "within_content",
]

_UNDERGONE = frozenset(("CONCEDE", "RETREAT", "COERCE"))
"""Types of acts that somebody undergoes who does nothing himself."""
_TO_THAT = 6
"""Tokens from a verb to the "that" of what it demands, with a time or an object between."""
_PROVOKING = frozenset(("condition", "time-while", "time-after", "cause"))
"""Kinds of clauses that tell for what deed somebody is threatened or accused."""
_NOT_AIMED_AT = frozenset(("source", "companion", "about", "according", "through", "agent", "beneficiary"))
"""Roles of those who stand by in a threat: "if bought from Iran", "together with China"."""
_TO_WHOM = frozenset(("dative", "against", "toward", "goal"))
"""Roles of those to whom words are said, which a participle and its verb share."""
_TO_MUST = 8
"""Tokens from who must act to the "must": "the government and the rebels in Darfur must"."""


def behind_words(line: Line, site: Site) -> Mention | None:
    """Return whose deed provokes or would bring about words: the subject of their if or because.

    "X হামলা চালালে … হুমকি দিয়েছে Y", "X হামলা চালানোয় নিন্দা জানিয়েছে Y".
    """
    if site.predicate is None:
        return None
    if line.formed:
        return _in_condition(line, site)
    if not any(p.tags for p in line.predicates):
        return _opening_clause(line, site)
    before = [p for p in line.predicates if p.head < site.head]
    near = [p for p in before if p.tags & {"conditional", "upon"} or {"verbal-noun", "locative"} <= p.tags]
    found = near[-1] if near else None
    if found is None or found.subject is None or found.subject is site.subject or found.subject_how != "subject":
        return None
    return found.subject


def _undergone(line: Line, at: int) -> bool:
    """Whether a verb behind "must" is a passive: "Israel must be punished" asks nothing of Israel."""
    if at >= len(line.at):
        return False
    longer = any(h.payload.kind == "verb" and h.last > at for h in line.at[at])  # "must be ready to"
    return not longer and any(
        h.first == at and h.payload.item.gives == "passive" for h in line.hits.get("cue", ())
    )


def _in_condition(line: Line, site: Site) -> Mention | None:
    """Return the subject of the one "if" or "unless" behind a threat: "threatened to … if the EU imposed …"."""
    behind = [p for p in line.predicates if p.head > site.head and line.segment_kinds[p.segment] == "condition"]
    subject = behind[0].subject if behind else None
    told = subject is not None and behind[0].subject_how == "subject" and subject is not site.subject
    return subject if told else None


def _opening_clause(line: Line, site: Site) -> Mention | None:
    """Return who opens the clause of an "if" or "when" behind words, where no ending shows its verb."""
    own = site.subject.countries if site.subject is not None else set()
    for hit in line.hits.get("subordinator", ()):
        if hit.first <= site.last or hit.payload.item.kind not in _PROVOKING:
            continue
        mention = line.mention_at(hit.last + 1)
        told = mention is not None and mention.human and mention.role is None and not mention.genitive
        if told and mention is not None and mention.parties and not own & mention.countries:
            return mention
    return None


def addressed_before(line: Line, site: Site) -> Mention | None:
    """Return whom the participle before a verb names ("X-কে দায়ী করে … হুমকি দেন"), where both have one subject."""
    if site.predicate is None or not site.verb_head:
        return None
    before = [p for p in line.predicates if p.last < site.first]
    last = next((p for p in reversed(before) if "conjunctive" in p.tags and p.hits), None)
    if last is None or any(
        "finite" in p.tags and "conjunctive" not in p.tags for p in before if p.head > last.head
    ):
        return None
    if last.subject is not None and last.subject is not site.subject:
        return None
    met = any(h.payload.frame is not None and h.payload.frame.type == "CONSULT" for h in last.hits)
    roles = _TO_WHOM | {"companion"} if met else _TO_WHOM  # "phoned Trump and asked for …"
    return next((m for m in reversed(last.before) if m.role in roles and m.parties), None)


def _owned_behind(line: Line, after: int, site: Site) -> bool:
    """Whether somebody owns what is condemned, behind a verbal noun ("না দেওয়ার [মার্কিন] সিদ্ধান্তের নিন্দা")."""
    return any(after < m.first < site.first and (m.genitive or m.modifier) and m.parties for m in line.mentions)


def within_content(line: Line, site: Site, mention: Mention, frame: Frame) -> bool:
    """Whether a phrase belongs to what is ordered or refused, and is nobody who is asked or refused.

    Somebody undergoes it ("ordered to release the prisoners"), or owns something in it ("ব্যবহারের প্রস্তাবে আপত্তি").
    """
    condemned = frame.mode == ("disapprove",)
    if mention.genitive and mention.role is None and not condemned:
        return any(
            p.tags & {"verbal-noun"}
            and mention.last < p.head < site.first
            and p.segment == line.segments[site.head]
            for p in line.predicates
        )
    if frame.type != "REQUEST":  # "[ইউক্রেনকে সহায়তা দিতে] … প্রস্তাবে আপত্তি"
        return mention.role == "dative" and any(
            mention.last < p.head < site.first
            and (_owned_behind(line, p.head, site) if condemned else "infinitive" in p.tags and p.hits)
            for p in line.predicates
            if p.tags & {"infinitive", "verbal-noun"}
        )
    if mention.kind not in ("people", "person") or mention.role != "dative":
        return False
    if sum(m.role == "dative" for m in site.before) != 1:
        return False
    return any(
        h.payload.frame is not None and (h.payload.frame.type in _UNDERGONE or h.payload.frame.id == "rescue")
        and mention.last < h.first <= site.last
        and "object" in h.payload.frame.recipient and h.payload.frame.type != "REQUEST"
        for h in line.hits.get("verb", ())
    )  # fmt: skip


def threatened_within(line: Line, site: Site) -> Mention | None:
    """Return whom the deed is aimed at that somebody threatens: "threatened [to impose duties on Canada]"."""
    for region in line.regions:
        if region.kind != "content" or region.stance != "threatens" or region.last > site.first:
            continue
        for predicate in line.predicates:
            if region.first <= predicate.head <= region.last and "conditional" not in predicate.tags:
                aimed = [m for m in predicate.before if m.role in ("goal", "dative", "against", "target")]
                aimed = [m for m in aimed if m.parties and m is not site.subject and m.kind != "vehicle"]
                if aimed:
                    return aimed[-1]
    return None


def accused_in(line: Line, site: Site, own: set[str | None]) -> Mention | None:
    """Return who is the subject of quoted words of accusing, or the one other whom they name.

    "X-neun Y-ga '…'-go binan-haetda", "X-neun Y-ui tereo-rago binan-haetda".
    """
    regions = [r for r in line.regions if r.kind == "content" and r.stance == "alleges" and r.last < site.first]
    inside = [
        m
        for m in line.mentions
        if m.countries and m is not site.subject and any(r.first <= m.first <= r.last for r in regions)
        and not own & {p.country or p.entity for p in m.parties}
    ]  # fmt: skip
    subject = next((m for m in inside if "nominative" in m.tags), None)
    lone = inside[0] if len({frozenset(m.countries) for m in inside}) == 1 else None
    return subject or lone


def aimed_at(line: Line, site: Site, own: set[str | None]) -> Mention | None:
    """Return the one other state that the words of a threat name: "warned that it would tax Georgian wine"."""
    near = [r for r in line.regions if r.kind == "content" and r.stance == "threatens"]
    near = [r for r in near if 0 < r.first - site.last <= _TO_THAT or 0 < site.first - r.last <= _TO_THAT]
    named = [
        m
        for m in line.mentions
        if m.countries and m.kind != "vehicle" and m.role not in _NOT_AIMED_AT
        and any(r.first <= m.first <= r.last for r in near)
    ]  # fmt: skip
    others = [m for m in named if not own & {p.country or p.entity for p in m.parties}]
    depends = any(line.segment_kinds[line.segments[m.first]] in _PROVOKING for m in others)
    return others[0] if not depends and len({frozenset(m.countries) for m in others}) == 1 else None


def asked_first(line: Line, site: Site) -> Mention | None:
    """Return to whom words are said that a clause parts from their verb: "X-neun Y-e [… mallago] chokgu-haetda".

    He stands right behind the subject, or with a time between.
    """
    if site.subject is None or site.subject.last >= site.first:
        return None
    behind = (m for m in line.mentions if m.first > site.subject.last and m.first < site.first)
    asked = next(behind, None)
    if asked is None or asked.role != "goal" or asked.kind in ("place", "vehicle") or not asked.parties:
        return None
    between = range(site.subject.last + 1, asked.first)
    dated = all(any(t.start <= line.tokens[at].start < t.end for t in line.times) for at in between)
    return asked if dated or len(between) <= 1 else None


def content_subject(line: Line, site: Site) -> Mention | None:
    """Return who is said to act, or is asked to, in the clause that the verb governs."""
    for region in line.regions:
        told = region.kind == "reported" and region.source is site.subject and region.last < site.first
        if (region.kind != "content" and not told) or not (region.first > site.last or region.last < site.first):
            continue
        if region.first > site.last and region.first - site.last > 7:
            continue
        for predicate in line.predicates:
            if "finite" not in predicate.tags and "verbal-noun" in predicate.tags and _aside(predicate, told=told):
                continue
            if told and _stated(line, site, predicate):
                continue
            if region.first <= predicate.head <= region.last:
                owner = _owner_inside(line, predicate)
                if owner is not None:
                    return owner
            if region.first <= predicate.head <= region.last and predicate.subject is not None:
                inside = region.first <= predicate.subject.first <= region.last
                if inside and predicate.subject is not site.subject:
                    return predicate.subject
    return _behind_that(line, site)


def _stated(line: Line, site: Site, predicate: Predicate) -> bool:
    """Whether a clause with an ending of its own states something in words that end in a demand, and asks nothing.

    "[B is holding back taxes]-myeo … asked the world to step in": B is not asked.
    """
    asks = any(h.payload.frame is not None and h.payload.frame.type == "REQUEST" for h in line.at[site.first])
    glued = line.segment_kinds[predicate.segment] == "content" and not line.formed
    return asks and glued and "finite" in predicate.tags and not predicate.tags & {"imperative", "subjunctive"}


def _aside(predicate: Predicate, *, told: bool) -> bool:
    """Whether a verbal noun is no deed that is said of somebody: "with the aim of ending …", "until … came"."""
    return told or "genitive" in predicate.tags or predicate.subject_how == "subject of the clause before"


def _behind_that(line: Line, site: Site) -> Mention | None:
    """Return who stands right behind the word that opens a demanded clause: "demanded that Iran release …"."""
    opened = [h.last for h in line.hits.get("complementiser", ()) if 0 <= h.first - site.last <= _TO_THAT]
    if not line.formed or not opened or any(site.last < p.head < opened[0] for p in line.predicates):
        return None
    first = [m for m in line.mentions if 0 < m.first - opened[0] <= 2 and m.role is None and not m.genitive]
    return first[0] if first and first[0].human and first[0] is not site.subject else None


def told_to_act(line: Line, site: Site, bounds: tuple[int, int]) -> Mention | None:
    """Return who must act in what the verb says ("said that Sudan must return the crew"), if not the speaker."""
    own = site.subject.countries if site.subject is not None else set()
    must = [h for h in line.hits.get("cue", ()) if h.payload.item.gives == "obligation" and h.first > bounds[0]]
    unmet = {h.first for h in line.hits.get("cue", ()) if h.payload.item.gives == "counterfactual"}
    must = [h for h in must if h.first not in unmet and not _undergone(line, h.last + 1)]
    for mention in line.mentions:
        if not bounds[0] <= mention.first <= bounds[0] + 2:
            continue
        spoken_of = mention.role is None and not mention.genitive and not mention.modifier and mention.parties
        near = any(
            0 < h.first - mention.last <= _TO_MUST
            and not any(mention.last < p.head < h.first for p in line.predicates)
            for h in must
        )
        if spoken_of and near and mention.human and not mention.countries & own:
            return mention
    return None


def _owner_inside(line: Line, predicate: Predicate) -> Mention | None:
    """Return whose the noun of a verbal phrase is that has its actor for an owner ("তেহরানের হাত ছিল")."""
    if not any("owner" in hit.payload.item.actor[:1] for hit in predicate.hits if hit.payload.kind == "verb"):
        return None
    return next((m for m in line.mentions if m.genitive and predicate.first < m.first < predicate.head), None)


def promised_about(line: Line, site: Site, mention: Mention) -> bool:
    """Whether words stand between a promise and whom it names, who is in what is promised."""
    small = {h.first for h in line.hits.get("class", ()) if h.payload.item in ("determiner", "indefinite")}
    between = range(site.last + 1, mention.first)
    return site.last > site.head and any(at not in small for at in between)
