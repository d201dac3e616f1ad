"""Where a trigger stands: the phrases around a verb, or around a noun that names an act, and who its subject is.

A site belongs to one clause. Nothing is fetched from another but the subject that clauses share.
"""

from __future__ import annotations

from ..packs.schema import Tag
from .act_nouns import settle_act_noun
from .language import EntryHit, Language
from .line import Line, Mention, Predicate
from .passives import DONE_TO, bare_participle, is_passive, joined_passive, lacks_object
from .site import Site, Trigger
from .turned import is_turned
from .verb_last import goes_on, is_bare

__all__ = ["Site", "Trigger", "lacks_object", "noun_site", "verb_site"]

_CASED: frozenset[Tag] = frozenset(("genitive", "dative", "locative", "finite"))
_TO_INFINITIVE = 2
"""Tokens from a verb to the infinitive that it governs, with the "to" between."""
_CIRCUMSTANCE_REACH = 5
_CALL_REACH = 8
"""Tokens before the noun of a meeting, or of a call, within which its adposition stands."""
_DESCRIBED = 3
"""Tokens between a noun, a verb that describes it, and the genitive of its owner."""
_HAPPENS = 3
"""Tokens from a verb of happening to the noun behind it, where words stand in a free order."""
_TALKERS = 2
_NOUN_REACH = 8
"""Tokens around a noun in which its phrases may stand."""


def verb_site(line: Line, predicate: Predicate, hit: EntryHit, language: Language) -> Site:
    """Return the surroundings of a verbal trigger."""
    site = Site(
        hit.first, hit.last, hit.head, True, predicate.before, predicate.after, predicate.subject,
        predicate.subject_how, predicate, tags=predicate.tags if predicate.helped else hit.tags or predicate.tags,
        verb_head=True,
    )  # fmt: skip
    if is_turned(hit, language):  # its phrases stand around the verb, before the noun
        site.first = hit.last
    site.passive = (
        "passive" in site.tags or is_passive(line, predicate) or _undergone(line, hit) or is_bare(hit, language)
    )
    if not site.passive and not language.subject_first and not language.cased:
        site.passive = bare_participle(line, predicate, hit)
    if not site.passive and line.formed and "past" in site.tags and _by_whom(site):
        site.passive = True
    if not site.passive and not language.text.verb_endings:
        site.passive = joined_passive(line, predicate, hit)
    site.low, site.high = _bounds(line, predicate)
    if language.subject_first and not language.text.agglutinative:
        site.joins = goes_on(line, predicate)
    site.hidden = language.cased and predicate.subject is None and {"finite", "plural"} <= site.tags
    frame = hit.payload.frame
    if not language.text.verb_endings and frame is not None and frame.type == "REJECT":
        site.after = [*site.after, *_of_refused(line, predicate)]
    governs = line.formed or (language.cased and frame is not None and frame.type == "THREATEN")
    if governs and frame is not None and frame.type in ("REJECT", "THREATEN"):
        site.after = [*site.after, *_of_infinitive(line, predicate)]
    if not language.subject_first and not hit.tags:
        site.carried = _carried(line, predicate)
    return site


def _by_whom(site: Site) -> bool:
    """Whether an agent stands right behind a verb's form of the past: "X, accused by Y of …"."""
    agents = [m for m in site.after if m.role == "agent" and m.marker is not None]
    return any(m.marker is not None and m.marker[0] == site.head + 1 != site.last for m in agents)


def _undergone(line: Line, hit: EntryHit) -> bool:
    """Whether a deed to somebody is told with a verb of becoming: "গ্রেপ্তার হয়েছেন", "गिरफ़्तार हुए", was arrested."""
    frame = hit.payload.frame
    if frame is None or frame.both or frame.type not in DONE_TO or hit.payload.item.recipient == ("subject",):
        return False
    return hit.first < hit.head and any(other.head == hit.head for other in line.hits.get("happen", ()))


def _of_refused(line: Line, predicate: Predicate) -> list[Mention]:
    """Return the phrases of the verb right behind a refusal, which it is about ("từ chối đối thoại với Mỹ")."""
    following = next((p for p in line.predicates if p.head > predicate.last), None)
    if following is None or following.segment != predicate.segment or following.subject is not predicate.subject:
        return []
    near = following.first - predicate.last <= _NOUN_REACH
    about = [m for m in following.after if m.role in ("companion", "goal", "beneficiary", "target", "toward")]
    between = range(predicate.last + 1, following.first)
    return about if near and not any(line.tokens[at].text == "," for at in between) else []


def _of_infinitive(line: Line, predicate: Predicate) -> list[Mention]:
    """Return the phrases of the infinitive that a refusal or threat governs: "refused to lift its siege"."""
    governed = next((p for p in line.predicates if p.head > predicate.head), None)
    if governed is None or "infinitive" not in governed.tags or governed.segment != predicate.segment:
        return []
    if governed.first - predicate.last > _TO_INFINITIVE:
        return []
    return [m for m in governed.after if m.first > predicate.last and m not in predicate.after]


def _carried(line: Line, predicate: Predicate) -> str | None:
    """Return the words of a future that a verb without tense shares: "will visit Hanoi and meet Lam"."""
    if predicate.subject_how != "subject of the clause before":
        return None
    if line.segment_kinds[predicate.segment] == "contrast":
        return None
    before = [p for p in line.predicates if p.head < predicate.head and p.subject is predicate.subject]
    if not before or before[-1].segment < predicate.segment - 1:
        return None
    last = before[-1]
    for hit in line.hits.get("cue", ()):
        near = 0 <= last.first - hit.last - 1 <= hit.payload.item.within or last.first <= hit.first <= last.last
        if hit.payload.item.gives in ("future", "planned", "expected") and near and hit.first < last.head + 1:
            return line.words(hit.first, hit.last)
    return None


def noun_site(line: Line, hit: EntryHit, language: Language) -> Site:
    """Return the surroundings of a noun that names an act, with the light verb that carries it, if any."""
    segment = line.segments[hit.head]
    mentions = [m for m in line.mentions if line.segments[m.first] == segment]
    carrier, happens = _carrier(line, hit, language)
    if language.subject_first and not happens and "genitive" in hit.tags:
        carrier = None  # "আলোচনার বিষয়ে ব্রিফ করবেন": the verb carries what the talks are told about
    if not happens and language.subject_first and _aimed_at(line, hit):
        carrier = None  # "मादुरो की [गिरफ्तारी पर] इनाम दोगुना किया"
    ahead = [p for p in line.predicates if p.head < hit.first and p is not carrier and not p.adjectival]
    if language.subject_first and ahead and _made(ahead[-1], hit):
        ahead.pop()
    low = max((p.head for p in ahead), default=-1)
    high = min(
        (
            p.head
            for p in line.predicates
            if p.head > hit.last
            and p is not carrier
            and not _before_owner(line, hit, p)
            and not (line.formed and not p.hits and line.tokens[p.head].norm in language.transparent)
        ),
        default=len(line.tokens),
    )
    before = [m for m in mentions if low < m.first < hit.first and m.last < hit.last
              and hit.first - m.last <= _NOUN_REACH]  # fmt: skip
    after = [m for m in mentions if hit.last < m.first < high and m.first - hit.last <= _NOUN_REACH]
    if language.text.modifier == "after":
        after = _in_chain(mentions, hit.last, high)
    site = Site(hit.first, hit.last, hit.head, False, before, after, low=_cues_from(line, low), high=high - 1)
    if carrier is None and not language.subject_first and _circumstance(line, hit):
        site.subject, site.subject_how = _around(line, hit, segment), "subject of the clause"
    if carrier is None and line.formed and _fallen(line, hit):
        site.subject, site.subject_how = _around(line, hit, segment), "subject of the clause"
    if carrier is None and language.subject_first and "locative" in hit.tags:
        frame = hit.payload.frame
        closing = next(
            (p for p in line.predicates if p.head > hit.last and p.segment == segment and "finite" in p.tags), None
        )
        if frame is not None and frame.mode[:1] == ("visit",) and closing is not None:  # "on a visit to …, he …"
            site.subject, site.subject_how = closing.subject, "subject of the clause"
    if carrier is None and language.glued_cases and "locative" in hit.tags:
        site.addressed = _who_complies(line, hit)
    if carrier is None and language.subject_first:
        site.subject, site.subject_how = _before_saying(line, hit, site) or (site.subject, site.subject_how)
    if carrier is None and language.text.agglutinative:
        settle_act_noun(line, hit, site)
    if carrier is not None:
        site.tags, site.predicate, site.happens = carrier.tags, carrier, happens
        site.verbal = True
        site.low, site.high = _bounds(line, carrier)
        site.low, site.high = min(site.low, _cues_from(line, low)), max(site.high, min(high - 1, site.high))
        if not happens:
            site.subject, site.subject_how = carrier.subject, carrier.subject_how
            site.passive = is_passive(line, carrier)
            if language.text.adpositions == "before" and language.text.modifier == "before":
                named = [m for m in before if m.genitive and m.first > carrier.head and m.parties]
                if named and all(p.how != "pronoun" for p in named[-1].parties):
                    site.subject = None  # "confirmed Kim's visit": the owner acts
            site.before = [
                m
                for m in (*carrier.before, *(() if language.subject_first else carrier.after))
                if m.first < hit.first and m.last < hit.last
            ]
            site.after = [m for m in [*carrier.before, *carrier.after] if m.first > hit.last]
    return site


def _before_owner(line: Line, hit: EntryHit, predicate: Predicate) -> bool:
    """Whether a verb between a noun and its owner only describes it: "chuyến thăm [gây tranh cãi] của X"."""
    if line.formed or predicate.hits or predicate.first - hit.last > _DESCRIBED:
        return False
    behind = range(predicate.last + 1, min(len(line.tokens), predicate.last + 1 + _DESCRIBED))
    return any(
        h.payload.kind == "marker" and h.payload.item.role == "genitive" for at in behind for h in line.at[at]
    ) and not any(line.mention_at(at) is not None for at in range(hit.last + 1, predicate.first))


def _aimed_at(line: Line, hit: EntryHit) -> bool:
    """Whether an adposition makes the noun of an act what something else is about or for."""
    behind = line.at[hit.last + 1] if hit.last + 1 < len(line.at) else []
    roles = {h.payload.item.role for h in behind if h.payload.kind == "marker" and not h.payload.item.after}
    return bool(roles & {"target", "about", "beneficiary", "against", "toward"})


def _who_complies(line: Line, hit: EntryHit) -> Mention | None:
    """Return who does something upon a request, and so was asked: "আঙ্কারার অনুরোধে জরুরি বৈঠক করেছে ন্যাটো"."""
    frame = hit.payload.frame
    if frame is None or frame.type != "REQUEST":
        return None
    number = line.segments[hit.head]
    return next((p.subject for p in line.predicates if p.head > hit.last and p.segment == number and p.hits), None)


def _made(predicate: Predicate, hit: EntryHit) -> bool:
    """Whether a bare verbal noun right before a noun says whose deed it is: "পাকিস্তানের চালানো হামলা"."""
    bare = "verbal-noun" in predicate.tags and not predicate.tags & _CASED and not predicate.hits
    return bare and hit.first == predicate.last + 1


def _cues_from(line: Line, verb: int) -> int:
    """Return the first token whose cues speak of a noun behind a verb: the verb's own, where it prevents it."""
    own = [h for h in line.hits.get("cue", ()) if h.payload.item.gives == "prevented"]
    own = [h for h in own if h.first <= verb <= h.last]
    return own[0].first if own else verb + 1


def _in_chain(mentions: list[Mention], last: int, high: int) -> list[Mention]:
    """Return the phrases behind a noun, each near the end of the one before: its owner, and then where it led."""
    found: list[Mention] = []
    for mention in mentions:
        if last < mention.first < high:
            if mention.first - last > _NOUN_REACH:
                break
            found.append(mention)
            last = mention.last
    return found


def _before_saying(line: Line, hit: EntryHit, site: Site) -> tuple[Mention | None, str] | None:
    """Return who speaks in, after or about talks: "কিমের সঙ্গে (বৈঠকে|বৈঠক শেষে|বৈঠকের পর) পুতিন বলেন"."""
    frame = hit.payload.frame
    if frame is None or frame.type != "CONSULT" or not frame.both or site.subject is not None:
        return None
    behind = [h for h in line.hits.get("subordinator", ()) if 0 < h.first - hit.last <= 2]
    when = any(h.payload.item.kind in ("time-after", "time-while") for h in behind) or "locative" in hit.tags
    roles = {h.payload.item.role for h in line.hits.get("marker", ()) if h.first == hit.last + 1}
    about = "about" in roles
    within = not when and "place" in roles  # "पुतिन के साथ [बैठक में]"
    when = when or within or (about and "genitive" in hit.tags)
    with_whom = ("companion", "source") if "source" in hit.payload.item.actor else ("companion",)
    met = any(m.role in with_whom for m in site.before[-2:])
    if not when or not (met or (behind and "genitive" in hit.tags)):
        return None
    closing = next(
        (p for p in line.predicates if p.head > hit.last and p.tags & {"finite", "past"} and not p.adjectival),
        None,
    )
    if closing is None and not line.predicates and site.after and site.after[0].first == hit.last + 1:
        named = site.after[0]  # a headline: "মস্কোয় পুতিনের সঙ্গে বৈঠকে ডোভাল"
        return (named, "subject of the clause") if named.role is None and not named.genitive else None
    if closing is None or closing.segment > line.segments[hit.head] + 1:
        return None
    if not closing.tags & {"past", "present"} and not about:
        return None
    refuses = any(h.payload.frame is not None and h.payload.frame.type == "REJECT" for h in closing.hits)
    governed = any("verbal-noun" in p.tags and hit.last < p.head < closing.head for p in line.predicates)
    if within and (refuses or governed):
        return None  # "बैठक में जाने से इनकार किया"
    if not met and (closing.subject is None or len(closing.subject.countries) < _TALKERS):
        return None  # "after talks A and B agreed"
    return closing.subject, "subject of the clause"


def _circumstance(line: Line, hit: EntryHit) -> bool:
    """Whether a noun tells when the clause's own subject acts: "said after talks with …", "on a visit to …"."""
    frame = hit.payload.frame
    if frame is None or frame.type != "CONSULT":
        return False
    far = _CALL_REACH if frame.mode == ("phone",) else _CIRCUMSTANCE_REACH
    for at in range(hit.first - 1, max(-1, hit.first - far), -1):
        found = [h for start in range(max(0, at - 2), at + 1) for h in line.at[start] if h.last == at]
        own = line.mention_at(at)
        if far == _CALL_REACH and own is not None and own.genitive and own.first == own.last:
            continue  # "told him in their first phone conversation"
        if any(h.payload.kind == "marker" for h in found):
            roles = {h.payload.item.role for h in found if h.payload.kind == "marker"}
            return bool(roles & {"place", "target", "none"})
        if line.mention_at(at) is not None or any(h.payload.kind in ("verb", "reporting", "light") for h in found):
            return False
    return False


def _fallen(line: Line, hit: EntryHit) -> bool:
    """Whether a noun of fighting tells in what the clause's own subject fell: "were killed in a clash with …"."""
    frame = hit.payload.frame
    if frame is None or not frame.both or frame.type != "ASSAULT":
        return False
    before = next((p for p in reversed(line.predicates) if p.head < hit.first), None)
    if before is None or "passive" not in before.tags or hit.first - before.last > _CIRCUMSTANCE_REACH:
        return False
    return any(
        h.payload.kind == "marker" and h.payload.item.role in ("place", "none")
        for at in range(before.last + 1, hit.first)
        for h in line.at[at]
    ) and any(h.payload.frame is not None and h.payload.frame.type == "ASSAULT" for h in before.hits)


def _around(line: Line, hit: EntryHit, segment: int) -> Mention | None:
    """Return the subject of the verb before a circumstance, or of the verb behind one that opens the line."""
    before = [p for p in line.predicates if p.head < hit.first and segment - p.segment <= 1]
    if before:
        return before[-1].subject
    return next((p.subject for p in line.predicates if p.head > hit.last), None)


def _carrier(line: Line, hit: EntryHit, language: Language) -> tuple[Predicate | None, bool]:
    """Return the light or happening verb that belongs to a noun trigger."""
    same = [
        p
        for p in line.predicates
        if p.segment == line.segments[hit.head] and (p.head < hit.first or p.head > hit.last)
    ]
    after = next((p for p in same if p.head > hit.last), None)
    before = next((p for p in reversed(same) if p.head < hit.first), None)
    for predicate, gap in (
        (after, after.first - hit.last - 1 if after else 99),
        (before, hit.first - before.last - 1 if before else 99),
    ):
        if predicate is None or (language.subject_first and predicate.hits):
            continue
        if any(h.payload.frame is not None and h.first <= h.head < h.last < hit.first for h in predicate.hits):
            continue  # "opened an investigation into allegations": it carries a noun of its own already
        kinds = {h.payload.kind for h in line.hits.get("light", ()) if h.head == predicate.head}
        kinds |= {h.payload.kind for h in line.hits.get("happen", ()) if h.head == predicate.head}
        behind = predicate is after
        reach = _NOUN_REACH if language.text.modifier == "before" else 2 * _NOUN_REACH  # its owner stands between
        if "happen" in kinds and behind and gap <= reach:
            return predicate, "light" not in kinds or predicate.subject is None or not language.subject_first
        near = 3 if behind else 2 * _NOUN_REACH if language.cased else 5
        if "light" in kinds and behind == language.subject_first and gap <= near:
            return predicate, False
        if "happen" in kinds and language.cased and gap <= _HAPPENS:
            return predicate, True  # "в столице вспыхнули протесты"
        if "light" in kinds and behind and not language.subject_first and is_passive(line, predicate):
            return predicate, True
    return None, False


def _bounds(line: Line, predicate: Predicate) -> tuple[int, int]:
    """Return first and last token whose cues may speak of a predicate: up to its neighbours."""
    # Not a word's own second reading: "phủ nhận" denies an accusation, and reports.
    others = [p for p in line.predicates if p.hits and (p.last < predicate.first or p.first > predicate.last)]
    low = max((p.head + 1 for p in others if p.head < predicate.head), default=0)
    # "… करने की घोषणा की": what governs an infinitive stands behind it and speaks of it.
    governed = predicate.tags & {"infinitive", "verbal-noun"}
    high = min(
        ((p.head if governed else p.first) - 1 for p in others if p.head > predicate.head),
        default=len(line.tokens) - 1,
    )
    first = line.segments.index(predicate.segment)
    last = len(line.segments) - 1 - line.segments[::-1].index(predicate.segment)
    return max(low, first), min(high, last)
