"""The stretch that an accusing, denying, promising or demanding verb governs: its content, told by its subject."""

from __future__ import annotations

from typing import cast

from ..records import Link, Stance
from .attribution import closers_before
from .beside import told_to_act
from .content_ends import BESIDE, clause_end, own_deed, own_harm, said_before
from .drafts import PROMISES
from .isolating import opens_clause
from .language import Language
from .line import Line, Mention, Region
from .reaches import answered_from, tells_of_others
from .resuming import speaks_again
from .roles import fill
from .sides import accused_of
from .sites import Site, Trigger

__all__ = ["addressed", "content_bounds", "content_region", "unsaid"]


_CONTENT_STANCE = {"alleged": "alleges", "denied": "denies"}
_OPEN = frozenset(("infinitive", "verbal-noun"))
_SHORT = 4
"""Tokens from a speaker to the verb of his words, where nothing else stands in the clause."""
_MODAL = frozenset(("obligation", "future"))
_QUOTES = frozenset("\"”'’")
_TO_WHOM = 5
"""Words behind a verb of saying that closes its sentence: "…", he told the assembly in Geneva."""
_PARTED = frozenset((",", "”", '"', "’", "»"))
_TURNS = frozenset(("contrast", "relative", "time-after"))
"""How clauses are joined that are no content of the words before their comma."""
_OF_ORDERS = frozenset(("imperative", "subjunctive", "future"))
_ASKS = frozenset(("REQUEST", "THREATEN"))


def content_region(line: Line, trigger: Trigger, language: Language) -> Region | None:
    """Return the stretch that an accusing, denying, promising or demanding verb governs."""
    frame = trigger.hit.payload.frame
    assert frame is not None
    if frame.content:
        stance = _CONTENT_STANCE[frame.content]
        closing = trigger.site.predicate
        if stance == "denies" and language.text.agglutinative and closing and tells_of_others(line, closing):
            stance = "alleges"
        if stance == "denies" and language.subject_first and _not_denied(line, trigger):
            return None
    elif frame.id in PROMISES:
        stance = "promises"
    elif frame.type in _ASKS or frame.id == "invite":
        stance = "threatens" if frame.type == "THREATEN" else "asks"
    elif not language.text.verb_endings and frame.mode == ("disapprove",) and _tells_deed(line, trigger):
        stance = "alleges"
    else:
        return None
    site = trigger.site
    asked = trigger.hit.payload.item.recipient[:1] == ("subject",)
    if stance == "asks" and asked and not language.text.verb_endings:
        return None  # "theo yêu cầu của X, Y …": what follows is told of whom it was asked
    if frame.id == "invite" and site.passive and not line.formed:
        return None  # "được X mời, Y sẽ thăm …": what follows is told
    bounds = content_bounds(line, site, language)
    if bounds is None:
        return None
    bounds = bounds[0], _before_comment(line, *bounds)
    if frame.content and language.subject_first and bounds[1] == site.first - 1:
        bounds = bounds[0], _deed_end(line, site)
    if stance == "asks" and language.text.agglutinative and _states(line, *bounds):
        stance = "alleges"
    source = site.subject
    if site.passive and (line.formed or not language.text.verb_endings):  # "was accused by X of": X says so
        source = next(iter(fill("subject", site, line, language)), None)
    links: tuple[Link, ...] = ()
    if source is not None and (frame.content or frame.mode == ("disapprove",) or stance == "alleges"):
        words = line.words(trigger.hit.first, trigger.hit.last)
        links = tuple(
            Link(
                start=p.start, end=p.end, name=p.name, entity=p.entity, country=p.country,
                stance=cast(Stance, stance), cue=words,
            )
            for p in source.parties
        )  # fmt: skip
    region = Region(bounds[0], bounds[1], links, "content", stance, source)
    if frame.content == "alleged":
        roles = ("against", "target", "object") if language.subject_first else ("against", "object", "target")
        region.subject = next(
            (
                m
                for role in roles
                for m in (accused_of(role, site, frame, language) or fill(role, site, line, language))
                if source is None or not m.countries or m.countries - source.countries
            ),
            None,
        )
    return region


def _said_before_it(line: Line, site: Site) -> bool:
    """Whether a verb of saying has its words before it, where another clause joins on: "…-rago gyutan-haetgo"."""
    joins = site.predicate is not None and "conjunctive" in site.predicate.tags
    return joins or bool(closers_before(line, site.first))


def _states(line: Line, first: int, last: int) -> bool:
    """Whether the words before a demand tell what happened, by which it is explained: "[chimbeom-haetda]-myeo"."""
    inside = [p for p in line.predicates if first <= p.head <= last and line.segment_kinds[p.segment] == "content"]
    return bool(inside) and inside[-1].tags >= {"past", "finite"} and not inside[-1].tags & _OF_ORDERS


def _before_comment(line: Line, first: int, last: int) -> int:
    """Return the last token before a clause that speaks of all of the content: "…, [в чём его обвинил X]"."""
    comments = [h.first for h in line.hits.get("class", ()) if h.payload.item == "commenting"]
    ahead = [at for at in comments if first < at <= last and line.segment_kinds[line.segments[at]] == "relative"]
    return ahead[0] - 1 if ahead else last


def _not_denied(line: Line, trigger: Trigger) -> bool:
    """Whether a negation stands right before the verb that denies: "हमले से इनकार [नहीं] किया"."""
    cues = (h for h in line.hits.get("cue", ()) if h.payload.item.gives == "negation")
    return any(trigger.hit.first < h.first and h.last == trigger.hit.last - 1 for h in cues)


def _tells_deed(line: Line, trigger: Trigger) -> bool:
    """Whether a clause of its own is what somebody condemns ("lên án Mỹ bán vũ khí"), and no noun of one."""
    site = trigger.site
    made = any(h.last == site.last for h in line.hits.get("nominaliser", ()))
    return site.verb_head and not made and opens_clause(line, site.last + 1)


def content_bounds(line: Line, site: Site, language: Language) -> tuple[int, int] | None:
    """Return where the content stands: behind the verb, or (verb-final) before its noun, or after "that"."""
    following = [h for h in line.hits.get("complementiser", ()) if 0 <= h.first - site.last - 1 <= 6]
    if (
        line.formed and not language.subject_first and not language.cased
    ):  # "breaking a truce that they had agreed"
        following = [h for h in following if line.segment_kinds[line.segments[h.first]] != "relative"]
    if following:
        return following[0].last + 1, answered_from(line, site.head, site.subject) - 1
    told = _told_before(line, site) if language.cased else None
    if told is None and line.formed and not language.cased and not language.subject_first:
        told = _said_first(line, site)
    if told is not None:
        return told
    if not language.subject_first:
        if not line.formed and not language.cased and (said := _closing(line, site)) is not None:
            return said
        bare = not language.text.verb_endings  # a pattern may end in the first word of what is demanded
        first = _past_times(line, (site.head if bare and site.verb_head else site.last) + 1)
        end = clause_end(line, site, language.cased)
        if line.formed and not language.cased:
            end = min(end, answered_from(line, site.head, site.subject) - 1)
        if not language.text.verb_endings:
            end = min(speaks_again(line, site.last, end), answered_from(line, site.head, site.subject) - 1)
        return (first, end) if first < len(line.tokens) else None
    if language.text.agglutinative and (glued := said_before(line, site)) is not None:
        return glued
    fronted = _fronted(line, site) or _headed(line, site)
    if fronted is not None:
        return fronted
    after = max(site.last, site.predicate.last if site.predicate else site.last) + 1
    if (
        after < len(line.tokens)
        and not _stands_before(line, site)
        and not (language.text.agglutinative and _said_before_it(line, site))
        and line.tokens[after].norm == ","
        and any(p.head > after for p in line.predicates)
        and (
            line.segments[after + 1] == line.segments[site.head]
            or line.segment_kinds[line.segments[after + 1]] not in _TURNS
        )
    ):
        return after + 1, len(line.tokens) - 1
    closed_here = any(hit.payload.kind == "closer" for hit in line.at[site.first])
    ended = _closed_before_addressed(line, site) if language.glued_cases and not closed_here else None
    if ended is not None:
        return ended
    starts = [
        max(m.last, m.marker[1] if m.marker else m.last) + 1
        for m in line.mentions
        if m.last < site.first and m.role in ("against", "target", "dative", "toward") and not closed_here
    ]
    first = (
        starts[0] if starts else (site.subject.last + 1 if site.subject and site.subject.last < site.first else 0)
    )
    own = line.segments[site.first]
    while own and line.segment_kinds[own - 1] in ("purpose", "cause"):  # "for having …, accused …"
        own -= 1
    if own < line.segments[site.first] and starts:  # "হামলা চালানোর জন্য চীনকে দায়ী করেছে": all of it stands before
        return next(at for at, number in enumerate(line.segments) if number >= own), site.first - 1
    first = max(first, next(at for at, number in enumerate(line.segments) if number >= own))
    if not closed_here and not closers_before(line, site.first):
        closed = [
            p.last
            for p in line.predicates
            if p.last < site.first
            and (p.tags or p.hits)
            and not p.tags & _OPEN
            and not ("finite" in p.tags and "conjunctive" not in p.tags and p.last == site.first - 1)
            and not (starts and "conjunctive" in p.tags and p.first > starts[0])
        ]
        first = max(first, closed[-1] + 1 if closed else 0)
    return (first, _end_before(line, site, first)) if first < site.first else None


def _closed_before_addressed(line: Line, site: Site) -> tuple[int, int] | None:
    """Return what is said before its closing word and to whom: "[… জবাব দেওয়া হবে] বলে ইরানকে হুঁশিয়ারি দিয়েছেন"."""
    closers = [h for h in closers_before(line, site.first) if h.first > 0]
    said = [m for m in line.mentions if closers and closers[-1].last < m.first and m.last < site.first]
    if not said or any(m.role not in ("dative", "toward", "against") for m in said):
        return None
    return 0, closers[-1].first - 1


def _end_before(line: Line, site: Site, first: int) -> int:
    """Return the last token of what is agreed to: behind an infinitive stand only time and place of agreeing."""
    frame = site.predicate.hits[0].payload.frame if site.predicate and site.predicate.hits else None
    if frame is None or frame.id != "agree":
        return site.first - 1
    told = [p for p in line.predicates if first <= p.head < site.first]
    return told[-1].last if told and "infinitive" in told[-1].tags else site.first - 1


def _closing(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the words before "…, X warned" where that closes the sentence."""
    speaker = site.subject
    closes = not any(token.norm[0].isalnum() for token in line.tokens[site.last + 1 :])
    if not closes or speaker is None or not 1 < speaker.first < site.first or speaker.last + _SHORT < site.first:
        return None
    return (0, speaker.first - 2) if line.tokens[speaker.first - 1].text in ',”"' else None


def _deed_end(line: Line, site: Site) -> int:
    """Return where content ends before its verb: a deed whose last word the verb's pattern begins with is content.

    "[सऊदी अरब पर हमला करने] से इनकार किया": the pattern "करने से इनकार" cuts the deed.
    """
    ends = [
        hit.head
        for kind in ("verb", "noun")
        for hit in line.hits.get(kind, ())
        if hit.first < site.first <= hit.head == hit.last < site.head
    ]
    return max(ends, default=site.first - 1)


def _told_before(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the words that stand before the verb of saying and its subject: "[Иран должен …], заявил Рубио"."""
    for region in line.regions:
        told = region.kind == "reported" and region.source is site.subject and region.source is not None
        if told and site.verb_head and region.last < site.first <= region.last + BESIDE:
            return region.first, region.last
    return None


def _said_first(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the words before a comma or quotation mark and who says them, at the end: "If …, …", X warned."""
    speaker = site.subject
    if speaker is None or not site.verb_head or speaker.first < BESIDE:
        return None
    inverted = site.subject_how == "subject behind its verb"
    if speaker.last >= site.first and not inverted:
        return None
    before = (site.first if inverted else speaker.first) - 1
    before -= any(h.payload.kind == "class" and h.payload.item == "determiner" for h in line.at[before])
    if line.tokens[before].text not in _PARTED or any(p.head > site.last for p in line.predicates):
        return None
    closed = speaker.last if inverted else site.last
    behind = [at for at in range(closed + 1, len(line.tokens)) if line.tokens[at].norm[0].isalnum()]
    dated = [at for at in behind if any(t.start <= line.tokens[at].start < t.end for t in line.times)]
    told = next((p for p in line.predicates if p.last < before), None)
    if told is None and any(h.last < before and h.payload.item.gives in _MODAL for h in line.hits.get("cue", ())):
        return 0, before - 1
    said = told is not None and bool(told.tags & {"finite", "present", "past", "future"})
    said = said and told is not None and not line.segment_kinds[told.segment].startswith("time-")
    quoted = line.tokens[before].text in _QUOTES
    return (0, before - 1) if said and len(behind) - len(dated) <= (_TO_WHOM if quoted else 1) else None


def _fronted(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the words before "…, X warned": what a short clause of speaker and verb alone is about."""
    speaker = site.subject
    if speaker is None or speaker.last + _SHORT < site.first or speaker.first < 2 or speaker.first > site.first:
        return None
    if line.tokens[speaker.first - 1].text != "," or line.segments[speaker.first] != line.segments[site.head]:
        return None
    told = any(
        p.last < speaker.first - 1 <= p.last + 4 and p.tags & {"finite", "past", "future"} for p in line.predicates
    )
    return (0, speaker.first - 2) if told else None


def _headed(line: Line, site: Site) -> tuple[int, int] | None:
    """Return the half of a headline before a comma and a noun of words: "…, অভিযোগ যুক্তরাষ্ট্রের"."""
    if site.verbal or site.first < BESIDE or line.tokens[site.first - 1].text != ",":
        return None
    return (0, site.first - 2) if any(p.last < site.first - 1 for p in line.predicates) else None


def _stands_before(line: Line, site: Site) -> bool:
    """Whether content of a verbal noun stands right before its noun ("… করার হুমকি দিয়েছেন, …")."""
    return site.first < site.head and any(
        "verbal-noun" in p.tags and 1 <= site.first - p.last <= 2 for p in line.predicates
    )


def _past_times(line: Line, first: int) -> int:
    """Return the first token behind time expressions that stand right behind a verb: they date the verb."""
    for time in line.times:
        at = line.token_at(time.start)
        if first <= at <= first + 1:
            first = line.token_at(time.end - 1) + 1
    return first


def unsaid(line: Line, trigger: Trigger, language: Language) -> bool:
    """Whether the class of words that a trigger asks for is missing in what its verb says."""
    said = trigger.hit.payload.item.said
    bounds = content_bounds(line, trigger.site, language) if said is not None else None
    if said == "own-deed":
        return bounds is None or not own_deed(line, trigger.site, bounds)
    if said == "others-must":
        return bounds is None or told_to_act(line, trigger.site, bounds) is None
    if said is None:
        return False
    if bounds is None:
        return True
    words = [h for h in line.hits.get("class", ()) if h.payload.item == said]
    told = any(bounds[0] <= h.first <= bounds[1] for h in words)
    return not (told or (said == "threat" and language.subject_first and own_harm(line, trigger.site, bounds)))


def addressed(line: Line, site: Site, language: Language) -> Mention | None:
    """Return who must act, in the words of the verb's subject."""
    bounds = content_bounds(line, site, language)
    return told_to_act(line, site, bounds) if bounds is not None else None
