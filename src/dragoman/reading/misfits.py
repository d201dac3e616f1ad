"""Tells what around a trigger makes it no act here: another sense, a verb that governs it, an object it lacks."""

from __future__ import annotations

from .act_nouns import denied_by, suffered
from .cases import adjectival
from .contents import unsaid
from .isolating import governed, not_yet_told, reduced
from .language import EntryHit, Language
from .line import Line, Mention
from .reaches import tells_of_others
from .sites import Site, Trigger, lacks_object

__all__ = ["unfit"]

_NAMED = frozenset(("person", "state", "place", "thing"))
_HELP = frozenset(("back", "military-aid", "aid"))
_WORDS = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""Types of what documents say as well as people."""
_OWN = 2
"""Tokens before words in which their own subject stands."""
_CARRIES = frozenset(("verb", "light", "happen", "cue", "marker", "subordinator", "coordinator", "reporting"))
"""Kinds of words behind a bare noun that leave it the noun of an act."""


def unfit(line: Line, trigger: Trigger, language: Language) -> str | None:
    """Return why a trigger cannot be an act here, by what stands around it, or None."""
    hit, site = trigger
    triggers = hit.payload.item
    segment = line.segments[hit.head]
    for other in line.hits.get("without", ()):
        if other.payload.item is not triggers:
            continue
        mention = line.mention_at(other.first)
        weapon = mention is not None and any(party.type == "WEA" for party in mention.parties)
        struck = language.text.agglutinative and mention is not None and mention.role in ("goal", "against")
        bare = "office" if line.formed else "office without a name"
        office = mention is not None and any(p.how.startswith(bare) for p in mention.parties)
        if mention is not None and mention.kind in _NAMED and not weapon and not struck and not office:
            continue  # part of a name: उत्तर is "answer", and the North of North Korea
        if mention is not None and _tells(line, mention, site):
            continue  # "…, French police said"
        inside = other.last >= site.low and other.first <= site.high
        beside = (line.segments[other.first] == segment and inside) or other.first == hit.last + 1
        if beside:
            return f"{line.words(other.first, other.last)} stands in the clause"
    if hit.head in line.nominal and not language.text.verb_endings and governed(line, hit):
        return "what the verb before it is about"  # "loại trừ khả năng đàm phán"
    if site.verb_head and not language.text.verb_endings:
        if governed(line, hit):
            return "what the verb before it is about"
        if site.predicate is not None and reduced(line, site.predicate):
            return "only says who is meant"
        if site.predicate is not None and (reason := not_yet_told(line, site.predicate)):
            return reason
    if line.formed and not language.cased and _only_helped(line, trigger):
        return "only says who is meant"
    if language.cased and _setting(line, trigger, language):
        return "only says where somebody spoke or was"
    if language.text.agglutinative and _describes(line, hit) and not _told_of(line, hit):
        return "stands before the noun that it describes"
    if language.glued_cases and _of_thing(line, trigger):
        return "what a thing does"
    if language.subject_first and _of_document(line, trigger):
        return "what a document says"
    if language.glued_cases and _spoken_about(line, trigger):
        return "what others speak about"
    answers = hit.payload.frame is not None and hit.payload.frame.content == "denied"
    if (
        answers
        and hit.first
        and any(h.payload.item.gives == "negation" and h.last == hit.first - 1 for h in line.hits.get("cue", ()))
    ):
        return "no denial"  # "neither confirmed nor denied"
    if language.text.agglutinative and answers and site.predicate and tells_of_others(line, site.predicate):
        return "tells what others did"
    denied = language.text.agglutinative and _told_of(line, hit)
    if language.text.agglutinative and not denied and _governed_noun(line, trigger):
        return "what another verb is about"
    if not denied and lacks_object(line, trigger):
        return f"no {triggers.object} beside it"
    if unsaid(line, trigger, language):
        return f"no {triggers.said} in what is said"
    return None


def _only_helped(line: Line, trigger: Trigger) -> bool:
    """Whether a participle right behind a noun only tells who stands behind them: "forces [backed by] drones"."""
    hit, site = trigger
    frame = hit.payload.frame
    if frame is None or frame.id not in _HELP or not site.verb_head or "passive" not in site.tags or not hit.first:
        return False
    return line.mention_at(hit.first - 1) is not None


def _of_thing(line: Line, trigger: Trigger) -> bool:
    """Whether a relative clause tells of a thing, and not of who acts before it: "টিকা দিয়েছে চীন, [যা] ঢাকায় পৌঁছায়".

    A pack lists the pronouns of things as the class `which-thing`.
    """
    hit, site = trigger
    number = line.segments[hit.head]
    if line.segment_kinds[number] != "relative" or not site.verbal:
        return False
    opening = line.segments.index(number)
    things = {h.first for h in line.hits.get("class", ()) if h.payload.item == "which-thing"}
    return opening in things and (site.subject is None or site.subject.first < opening)


def _of_document(line: Line, trigger: Trigger) -> bool:
    """Whether words are those of a document that somebody else refuses: "휴전을 [촉구하는] 결의안에 거부권을"."""
    hit, site = trigger
    frame = hit.payload.frame
    if frame is None or frame.type not in _WORDS or site.predicate is None:
        return False
    describes = site.predicate.adjectival or "attributive" in site.predicate.tags
    outer = next((p for p in line.predicates if p.first > hit.last), None)
    refused = outer is not None and any(
        h.payload.frame is not None and h.payload.frame.type == "REJECT" for h in outer.hits
    )
    own = site.subject is not None and site.subject.first >= hit.first - _OWN
    return (
        describes
        and refused
        and not own
        and any(
            h.payload.kind == "class" and h.payload.item == "document"
            for at in range(hit.last + 1, min(hit.last + 3, len(line.at)))
            for h in line.at[at]
        )
    )


def _spoken_about(line: Line, trigger: Trigger) -> bool:
    """Whether a noun that no verb carries is what words or quarrels are about: "গ্রেপ্তার নিয়ে মন্তব্য"."""
    hit, site = trigger
    frame = hit.payload.frame
    if hit.payload.kind != "noun" or frame is None or frame.type == "CONSULT" or site.predicate is not None:
        return False
    return any(
        other.first == hit.last + 1 and other.payload.item.role == "about" for other in line.hits.get("marker", ())
    )


def _tells(line: Line, mention: Mention, site: Site) -> bool:
    """Whether a phrase is who says it, and no part of what is said."""
    return any(
        p.subject is mention and p is not site.predicate and any(h.payload.kind == "reporting" for h in p.hits)
        for p in line.predicates
        if p.head > site.last
    )


def _setting(line: Line, trigger: Trigger, language: Language) -> bool:
    """Whether a gathering is only where something was said or done: "сказал на митинге в Бирмингеме"."""
    hit, site = trigger
    frame = hit.payload.frame
    if (
        hit.payload.kind != "noun"
        or frame is None
        or not frame.people
        or site.happens
        or site.predicate is not None
    ):
        return False
    at = hit.first - 1
    while at >= 0 and line.tokens[at].norm[0].isalpha() and adjectival(line.tokens[at].norm, language):
        at -= 1
    governed = at >= 0 and any(h.payload.kind == "marker" and h.last == at for h in line.at[at])
    return governed and any(p.segment == line.segments[hit.head] and "finite" in p.tags for p in line.predicates)


def _told_of(line: Line, hit: EntryHit) -> bool:
    """Whether the verb behind a noun denies the act that it names, or tells what came of it."""
    return denied_by(line, hit) is not None or suffered(line, hit) is not None


def _describes(line: Line, hit: EntryHit) -> bool:
    """Whether a bare noun stands before another one, as no act told but a kind of thing ("visit invitation")."""
    behind = hit.last + 1
    if hit.payload.kind != "noun" or hit.tags or behind >= len(line.tokens):
        return False
    if not line.tokens[behind].norm[0].isalpha():
        return False
    if line.mention_at(behind) is not None:  # "kudeta jidoja X": what leader he is
        return any(h.payload.kind == "title" for h in line.at[behind])
    return not any(
        h.payload.kind in _CARRIES and (h.payload.kind != "verb" or h.head == behind) for h in line.at[behind]
    )


def _governed_noun(line: Line, trigger: Trigger) -> bool:
    """Whether a noun is the object of a verb that does not carry it ("offered to mediate the talks")."""
    hit, site = trigger
    if hit.payload.kind != "noun" or site.predicate is not None or "ablative" in hit.tags:
        return False
    called_off = any(
        cue.payload.item.gives in ("cancelled", "failed")
        and 0 < cue.first - hit.last <= cue.payload.item.within + 1
        for cue in line.hits.get("cue", ())
    )
    return bool(hit.tags & {"accusative", "locative"}) and not called_off
