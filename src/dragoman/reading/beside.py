"""Who fills a frame from beside it: whom the words around a verb name, where its own roles name nobody.

Each step stays in the line and has one antecedent: the subject of an "if" or "because", the object of the
participle before, who acts in the clause that a verb governs, who acts together with the subject.
"""

from __future__ import annotations

from ..packs.frames import Frame
from ..records import Party
from .cases import noun_before
from .language import Language
from .line import Line, Mention
from .nationality import STATE
from .owners import end_of
from .said_within import (
    accused_in,
    addressed_before,
    aimed_at,
    asked_first,
    behind_words,
    content_subject,
    promised_about,
    threatened_within,
    told_to_act,
    within_content,
)
from .sites import Site

__all__ = [
    "accused_in",
    "acting_together",
    "addressed_before",
    "aimed_at",
    "asked_first",
    "behind_words",
    "called",
    "content_subject",
    "deed_named",
    "for_what",
    "means_act",
    "meant_in",
    "met_before",
    "names_others",
    "of_purpose",
    "place_behind",
    "place_beside",
    "promised_about",
    "sent_by",
    "threatened_within",
    "told_of_own",
    "told_to_act",
    "upon_whom",
    "visiting",
    "warned_if",
    "within_content",
]

_FORCES = frozenset(("MIL", "SPY"))

_NEAR_WORDS = 4
"""Tokens from a threat to its words."""
_SENT = 3
"""Tokens from a verb of sending to whom it sends, with a number between."""
_NEAR_PLACE = 3
"""Tokens from a crowd to the place where it is."""
_NEAR_SIDES = 2
"""Tokens from those who met to the place where they did."""
_THREATENED = (None, "dative", "goal", "against", "target", "genitive")
_IN_DEED = ("companion", "toward", "beneficiary")
"""Roles of those whom a threatened deed is aimed at, where no ending shows them."""
_OWNED_DEED = 7
"""Tokens before a verb in which the owner of its object may stand."""


def acting_together(line: Line, site: Site, actors: tuple[Mention, ...]) -> list[Mention]:
    """Return who acts together with the actors: "ফিনল্যান্ডের সঙ্গে একযোগে", by the pack's class `together`."""
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "together"}
    return [
        m
        for m in (*site.before, *site.after)
        if words and m.role == "companion" and m.marker and m.marker[1] + 1 in words and m not in actors
    ]


def sent_by(line: Line, site: Site, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return who sends those without a nation who act ("Việt Nam cử đoàn … sang hỗ trợ"), else the actors.

    A pack lists verbs of sending as the class `sending`.
    """
    if len(actors) != 1 or not actors[0].needs_place:
        return actors
    words = {h.last for h in line.hits.get("class", ()) if h.payload.item == "sending"}
    for predicate in line.predicates:
        near = predicate.last in words and 0 < actors[0].first - predicate.last <= _SENT
        if near and predicate.subject is not None and predicate.subject.parties and predicate.head < site.head:
            return (predicate.subject,)
    return actors


def met_before(line: Line, site: Site) -> Mention | None:
    """Return whom the subject of an agreement met in the clause before: "gặp X … và nhất trí"."""
    if site.predicate is None or site.subject_how != "subject of the clause before":
        return None
    before = next((p for p in reversed(line.predicates) if p.hits and p.last < site.first), None)
    if before is None or before.subject is not site.subject:
        return None
    met = any(h.payload.frame is not None and h.payload.frame.type == "CONSULT" and h.payload.frame.both
              for h in before.hits)  # fmt: skip
    sides = [m for m in before.after if m.human and m.parties and m.role in (None, "companion") and not m.genitive]
    return sides[0] if met and sides else None


def meant_in(line: Line, site: Site, frame: Frame, own: set[str | None]) -> Mention | None:
    """Return the one other whom the words of a threat or promise name: "threatened to destroy North Korea".

    Of a promise only whom its deed is for ("hứa bảo đảm an ninh cho …").
    """
    stance, roles = ("threatens", _THREATENED) if frame.type == "THREATEN" else ("promises", ("beneficiary",))
    if not any(p.tags for p in line.predicates):
        roles = (*roles, *_IN_DEED) if stance == "threatens" else (None, *_IN_DEED)
    regions = [r for r in line.regions if r.kind == "content" and r.stance == stance]
    near = [r for r in regions if abs(r.first - site.last) <= _NEAR_WORDS or 1 <= site.first - r.last <= 2]
    inside = [
        m
        for m in line.mentions
        if m.human and m.kind != "people" and m.parties and m is not site.subject and m.role in roles
        and any(r.first - _NEAR_WORDS <= m.first <= r.last for r in near)
        and _told_with(line, m, site)
        and not own & {p.country or p.entity for p in m.parties}
    ]  # fmt: skip
    return inside[0] if len({frozenset(m.countries) for m in inside}) == 1 else None


def _told_with(line: Line, mention: Mention, site: Site) -> bool:
    """Whether a phrase stands in the clause of a verb, or in the one right behind that is the verb's content."""
    told, own = line.segments[mention.first], line.segments[site.head]
    return told == own or (line.formed and told == own + 1 and line.segment_kinds[told] == "content")


def told_of_own(line: Line, site: Site, frame: Frame, where: Mention | None) -> Mention | None:
    """Return the state in whose words a passive without agent tells of its own measure ("said ties were cut")."""
    inner = [r for r in line.regions if r.kind == "reported" and r.first <= site.head <= r.last]
    source = inner[-1].source if inner else None
    if source is None or len(source.parties) != 1 or not source.countries:
        return None
    party = source.parties[0]
    if frame.type == "ASSAULT":  # an army of its own strikes upon foreign ground
        abroad = where is not None and bool(where.countries) and not where.countries & source.countries
        return source if abroad and _FORCES & set(party.sector) else None
    official = party.type == "GPE" or STATE & set(party.sector)
    return source if official and source.kind in ("state", "body", "person", "place") else None


def warned_if(line: Line, own: set[str | None]) -> Mention | None:
    """Return who would bring a threat upon himself, where verbs stand last: "if Israel strikes, we will …"."""
    for region in line.regions:
        if region.kind != "content" or region.stance != "threatens":
            continue
        for predicate in line.predicates:
            if not region.first <= predicate.head <= region.last:
                continue
            subject = predicate.subject
            depends = "conditional" in predicate.tags or line.segment_kinds[predicate.segment] == "condition"
            if depends and subject is not None and subject.human and subject.parties and subject.kind != "people":
                return None if own & {p.country or p.entity for p in subject.parties} else subject
        inside = [
            m
            for m in line.mentions
            if region.first <= m.first <= region.last and m.parties and m.human and m.role != "place"
        ]
        others = [m for m in inside if m.countries and not own & m.countries]
        return others[0] if len({frozenset(m.countries) for m in others}) == 1 else None
    return None


def place_beside(line: Line, site: Site, sides: tuple[Mention, ...], language: Language) -> Mention | None:
    """Return the place right beside those who met: "talks between A and B in Geneva"."""
    number = line.segments[site.head]
    for mention in line.mentions:
        if mention.place is None or mention.role != "place" or line.segments[mention.first] != number:
            continue
        end = mention.marker[1] if mention.marker and mention.marker[0] > mention.last else mention.last
        gaps = (
            [m.first - end for m in sides] if language.subject_first else [mention.first - m.last for m in sides]
        )
        if any(0 < gap <= _NEAR_SIDES for gap in gaps):
            return mention
    return None


def names_others(line: Line, site: Site, actors: tuple[Party, ...], *, known: bool = False) -> bool:
    """Whether a clause names anybody who could be meant besides those who act.

    `known` leaves out whom nobody knows, states that only say where something is, and what stands before a verb
    that is no passive.
    """
    own = {p.country or p.entity for p in actors}
    number = line.segments[site.head]
    closed = site.joins  # what stands behind a participle belongs to the verb behind
    told = [r for r in line.regions if line.formed and r.kind == "reported" and r.first <= site.head <= r.last]
    unread = any(m.group is not None and not m.parties and line.segments[m.first] == number for m in line.mentions)
    return (known and unread) or any(
        (party.country or party.entity) not in own
        for mention in line.mentions
        if line.segments[mention.first] == number
        and not (mention is site.subject and mention.countries)
        and not (closed and mention.first > site.last)
        and all(region.first <= mention.first <= region.last for region in told)  # no source is meant
        and not (known and (mention.role == "place" or (mention.first < site.first and not site.passive)))
        and mention.kind in ("person", "state", "body", "people", "demonym", "vehicle")
        and not (line.formed and means_act(mention))
        for party in mention.parties
        if not known or party.country or party.entity
    )


def upon_whom(line: Line, site: Site, mention: Mention, language: Language) -> bool:
    """Whether a phrase belongs to the deed that is condemned: "осудила удары [по Бейруту]"."""
    opens = mention.marker[0] if mention.marker is not None else mention.first
    noun = noun_before(line, opens, language)
    return noun is not None and not site.first <= noun <= site.last


def deed_named(line: Line, site: Site) -> bool:
    """Whether a verb that stands last has for its object a deed that nobody beside it owns: "হামলার নিন্দা জানিয়েছে".

    A pack lists the nouns of deeds as the class `deed`: who else the clause names is not whom the words are for.
    """
    deeds = [h for h in line.hits.get("class", ()) if h.payload.item == "deed" and h.last == site.first - 1]
    if not deeds or not site.verbal:
        return False
    owners = [m for m in site.before if (m.genitive or m.modifier) and m.parties and m is not site.subject]
    return not any(0 < site.first - m.last <= _OWNED_DEED for m in owners)


def of_purpose(line: Line, mention: Mention, language: Language) -> bool:
    """Whether a place is where something is to be used: "ইউক্রেনে ব্যবহারের জন্য" (for use in Ukraine)."""
    at = mention.last + 1
    if at + 1 >= len(line.tokens) or line.mention_at(at) is not None:
        return False
    aim = any(h.payload.kind == "marker" and h.payload.item.role == "beneficiary" for h in line.at[at + 1])
    return aim and any("genitive" in one.tags for one in language.inflection.noun(line.tokens[at].norm))


def place_behind(line: Line, actors: tuple[Mention, ...]) -> Mention | None:
    """Return the place right behind a body or crowd without nationality: "protesters in Yerevan"."""
    if len(actors) != 1 or not actors[0].needs_place or any("JUD" in p.sector for p in actors[0].parties):
        return None  # judges sit in The Hague for the world
    return next(
        (
            m
            for m in line.mentions
            if m.role == "place" and m.place and 0 < m.first - actors[0].last <= _NEAR_PLACE
        ),
        None,
    )


def means_act(mention: Mention) -> bool:
    """Whether a pronoun for things means what was done, and nobody: "called it a betrayal"."""
    bare = mention.kind != "person" and mention.first == mention.last and not mention.genitive
    return bare and any("pronoun" in p.how for p in mention.parties)


def for_what(line: Line, site: Site) -> list[Mention]:
    """Return with whom what is signed is to be done: "signed agreements to normalise ties with B and C"."""
    following = next((p for p in line.predicates if p.head > site.last), None)
    if following is None or following.segment != line.segments[site.head] or "infinitive" not in following.tags:
        return []
    return [m for m in following.after if m.role == "companion" and m.human and m.parties][:1]


def called(line: Line, site: Site) -> list[Mention]:
    """Return whom the clause's verb addresses: "apologised to Y in a telephone call"."""
    verbs = [p for p in line.predicates if p.head < site.first]
    return [
        m
        for m in line.mentions
        if verbs and verbs[-1].head < m.first < site.first and m.role in (None, "goal") and m.human and m.parties
    ][:1]


def visiting(line: Line, site: Site, owners: tuple[Mention, ...]) -> Mention | None:
    """Return who visits, where a visit has no owner but the place visited: "X ने [भारत यात्रा] के दौरान"."""
    bare = next((m for m in site.before if end_of(m) == site.first - 1), None)
    if bare is None or (bare.role is not None and not bare.genitive) or bare.kind not in ("state", "place"):
        return None
    if any(owner is not bare for owner in owners):
        return None
    behind = line.at[site.last + 1] if site.last + 1 < len(line.at) else []
    if not any(h.payload.kind == "subordinator" and h.payload.item.kind == "time-while" for h in behind):
        return None
    verb = next((p for p in line.predicates if p.head > site.last), None)
    guest = verb.subject if verb is not None and verb.subject_how == "subject" else None
    official = guest is not None and guest.kind == "person" and not guest.genitive
    return guest if guest is not None and official and not guest.countries & bare.countries else None
