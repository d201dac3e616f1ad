"""What was made of a line's triggers, before it has an id, and what becomes of drafts that tell the same.

A promise gives way to what was promised, a result to the act that brought it about, the poorer of two tellings to
the fuller one.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from ..packs.frames import Frame
from ..records import Link, Party, Place, ReportTime
from .attribution import regions_of
from .language import EntryHit, Language
from .line import Line
from .verdicts import Verdict

_HARD_WORDS = frozenset(("ACCUSE", "REJECT", "SANCTION"))
_MANNERS = frozenset(("SANCTION", "MOBILIZE", "COERCE"))
"""Types of which two modes of the same side are two acts ("expelled envoys and recalled its own")."""
_STAYING_AWAY = frozenset(("boycott-meeting", "cancel-meeting"))
"""Frames of not meeting, which is another act than any refusal beside it."""
_RESTRICTIONS = (("censor",), ("curfew",), ("martial-law",), ("withhold",))
"""Modes of measures that are often told together as one: "banned rallies and blocked the internet"."""
_MEASURES = frozenset(("SANCTION", "COERCE"))
_OBJECT = 6
"""Tokens from a verb to the noun of the measure that it eases."""
_JUDGED = 4
"""Tokens from a noun to the words that judge what it names, with an adposition and adjectives between."""
_REBELS = frozenset(("UAF", "REB"))
_BEFORE_NOUN = 2
"""Tokens from an article to its noun, with one adjective between."""

__all__ = ["PROMISES", "Draft", "settle_drafts"]

PROMISES = frozenset(("pledge", "promise", "vow", "offer-help", "agree"))
"""Frames whose content is promised, and so planned."""
_BOTH_WAYS = frozenset(("SANCTION", "ACCUSE"))
"""Types of deeds that two sides who do them to each other do one to the other and back."""
_ASKED = frozenset(("REQUEST", "THREATEN"))
_GIVEN_WAY = frozenset(("CONCEDE", "RETREAT"))
"""Types of which agreeing to them is the act that is told, and the act itself its content alone."""
_TOGETHER = frozenset(("upgrade-ties", "cooperate"))
"""Frames of what several do together, which agreeing to it tells already."""
_STORMING = frozenset(("riot", "obstruct", "vandalize"))
"""Frames of one crowd before one building ("broke into the palace and smashed it up")."""
_TOLD_TWICE = frozenset(("ACCUSE", "REQUEST", "THREATEN", "ASSAULT", "SANCTION"))
"""Types that are often told by two verbs of which one names the other party ("struck Dnipro, killing three")."""


class Draft(NamedTuple):
    """A report before it has an id: a frame, its fillers, and everything that was decided."""

    frame: Frame
    hit: EntryHit
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    time: ReportTime | None
    verdict: Verdict
    links: tuple[Link, ...]
    confidence: float


def settle_drafts(drafts: list[Draft], line: Line, language: Language) -> list[Draft]:
    """Return the drafts that stand, in the order of their words."""
    if not drafts:
        return drafts
    drafts = [one for draft in drafts for one in _told_twice(draft, line, language)]
    drafts = [one for draft in drafts for one in _each_way(draft, line)]
    if line.formed or not language.subject_first:
        drafts = _without_eased(drafts, line)
    drafts = _without_flights(_without_results(_without_promises(_with_partners(drafts, line), line)))
    drafts = [one for one in drafts if not any(_manner_of(one, other, line) for other in drafts)]
    drafts = _without_refused(
        _shouted(_without_invitations(drafts), language.frames["demonstrate"] if line.formed else None)
    )
    if language.subject_first and not language.text.agglutinative:
        drafts = [one for one in drafts if not any(_judged(one, other, line) for other in drafts)]
    drafts.sort(key=lambda draft: (draft.hit.first, draft.frame.id))
    if not language.text.verb_endings:
        drafts = _addressed(drafts, line)
    return _distinct(drafts, line)


def _with_partners(drafts: list[Draft], line: Line) -> list[Draft]:
    """Let who agrees to something with others agree with them: "agreed to open ties with Israel"."""
    found = []
    for draft in drafts:
        if draft.frame.id == "agree" and len(draft.actors) == 1:
            inside = [
                other
                for other in drafts
                if other.frame.both
                and other is not draft
                and other.verdict.status == "planned"
                and _who(draft.actors, draft) < _who(other.actors, other)
                and any(
                    r.stance == "promises" and r.first > draft.hit.first for r in regions_of(line, other.hit.head)
                )
            ]
            draft = draft._replace(actors=inside[0].actors) if inside else draft
        found.append(draft)
    return found


def _manner_of(draft: Draft, act: Draft, line: Line) -> bool:
    """Whether a noun only tells how another verb's act was done: "bombed a port in an attack that killed six"."""
    if draft.hit.payload.kind != "noun" or act.hit.payload.kind != "verb" or draft.frame.type != act.frame.type:
        return False
    if not act.hit.last < draft.hit.first or _who(draft.actors, draft) != _who(act.actors, act):
        return False
    articles = {h.last: h for h in line.hits.get("class", ()) if h.payload.item == "indefinite"}
    at = next(
        (at for at in range(draft.hit.first - 1, draft.hit.first - 1 - _BEFORE_NOUN, -1) if at in articles), 0
    )
    return at > 0 and any(h.payload.kind == "marker" and h.payload.item.role == "place" for h in line.at[at - 1])


def _judged(draft: Draft, answer: Draft, line: Line) -> bool:
    """Whether a noun only names what somebody condemns or welcomes: "ईरान के [हमले] की कड़ी निंदा की"."""
    if draft.hit.payload.kind != "noun" or not answer.frame.answers or answer.frame.type == "REJECT":
        return False
    if answer.verdict.negated:  # "[हमले] की निंदा नहीं की": it took place all the same
        return False
    at = draft.hit.last + 1
    if not at <= answer.hit.first < at + _JUDGED:
        return False
    marked = any(h.payload.kind == "marker" for h in line.at[at])
    return marked and all(line.mention_at(one) is None for one in range(at, answer.hit.first))


def _addressed(drafts: list[Draft], line: Line) -> list[Draft]:
    """Let a demand or threat without addressee be made of whom its speaker accuses before it in the line."""
    settled: list[Draft] = []
    for draft in drafts:
        unread = any(not m.parties and draft.hit.first <= m.first <= draft.hit.last + 1 for m in line.mentions)
        open_ = draft.frame.type in _ASKED and not draft.recipients and draft.verdict.status == "occurred"
        deed = any(h.first == draft.hit.last for h in line.hits.get("verb", ()))
        own = not deed and line.mention_at(draft.hit.last + 1) is not None
        if open_ and not unread and not own:
            accused = [
                other.recipients
                for other in settled
                if other.frame.type == "ACCUSE" and other.recipients
                and _who(other.actors, other) == _who(draft.actors, draft)
            ]  # fmt: skip
            if accused:
                parties = tuple(structs.replace(p, how="whom the words before address") for p in accused[-1])
                draft = draft._replace(recipients=parties)
        settled.append(draft)
    return settled


def _without_promises(drafts: list[Draft], line: Line) -> list[Draft]:
    """Drop a promise in general where what was promised is a report of its own."""
    kept = []
    agreed = any(draft.frame.id == "agree" and draft.verdict.status == "occurred" for draft in drafts)
    for draft in drafts:
        if agreed and draft.frame.type in _GIVEN_WAY and draft.verdict.why == "promised":
            continue
        if agreed and line.formed and draft.frame.type == "AGREE" and draft.verdict.why == "promised":
            continue  # "agreed to end their feud"
        if agreed and draft.frame.id in _TOGETHER and draft.verdict.why == "promised":
            continue
        if draft.frame.id in PROMISES - {"agree"} and any(
            other is not draft
            and other.verdict.status in ("planned", "proposed", "conditional")
            and any(r.stance == "promises" for r in regions_of(line, other.hit.head))
            for other in drafts
        ):
            continue
        kept.append(draft)
    return kept


def _without_invitations(drafts: list[Draft]) -> list[Draft]:
    """Drop the acceptance of an invitation where the visit that came of it is told too."""
    visits = [d for d in drafts if d.frame.mode[:1] == ("visit",) and d.frame.base is None]
    return [
        draft
        for draft in drafts
        if draft.frame.id != "accept-invitation"
        or not any(_who(v.actors, v) == _who(draft.actors, draft) for v in visits)
    ]


def _shouted(drafts: list[Draft], street: Frame | None) -> list[Draft]:
    """Let what people demand in the street be their protest: whom they ask is whom it is against."""
    against: dict[int, tuple[Party, ...]] = {}
    asked: set[int] = set()
    for number, draft in enumerate(drafts):
        for at, protest in enumerate(drafts):
            if draft.frame.type != "REQUEST" or not protest.frame.people or not protest.actors:
                continue
            told = protest.verdict.status in ("occurred", "ongoing")
            if told and _who(protest.actors, protest) == _who(draft.actors, draft):
                asked.add(number)
                against[at] = protest.recipients or draft.recipients
    kept = [
        draft._replace(recipients=against[number]) if number in against else draft
        for number, draft in enumerate(drafts)
        if number not in asked
    ]
    return [
        one._replace(frame=street) if one.frame.type == "REQUEST" and street is not None and _crowd(one) else one
        for one in kept
    ]


def _crowd(draft: Draft) -> bool:
    """Whether only protesters act, and did: "protesters demanded food"."""
    return draft.verdict.status == "occurred" and all("SOC" in party.sector for party in draft.actors)


def _without_refused(drafts: list[Draft]) -> list[Draft]:
    """Drop what somebody says that he will not do where the words that refuse it are a report of their own."""
    return [
        draft
        for draft in drafts
        if not draft.verdict.negated
        or not any(
            other.frame.type == "REJECT"
            and other.frame.content is None
            and other is not draft
            and other.hit.first <= draft.hit.head <= other.hit.last
            and (_who(other.actors, other) == _who(draft.actors, draft) or _met_nobody(other, draft))
            for other in drafts
        )
    ]


def _met_nobody(refusal: Draft, refused: Draft) -> bool:
    """Whether one side refuses the other talks or a visit, and calls nothing off: "refused to receive X"."""
    if refusal.frame.id in _STAYING_AWAY or refused.frame.type not in ("CONSULT", "SUPPORT"):
        return False
    sides = _who((*refusal.actors, *refusal.recipients), refusal)
    return _who((*refused.actors, *refused.recipients), refused) == sides


def _told_twice(draft: Draft, line: Line, language: Language) -> list[Draft]:
    """Return a draft, and the second one that its frame names, of the same parties. Nobody locks up the absent."""
    absent = any(hit.payload.item == "absent" for hit in line.hits.get("class", ()))
    second = language.frames[draft.frame.also] if draft.frame.also and not absent else None
    return [draft, draft._replace(frame=second)] if second is not None else [draft]


def _each_way(draft: Draft, line: Line) -> list[Draft]:
    """Return a draft, or two where both sides did the same to the other ("expelled each other's envoys")."""
    mutual = draft.frame.type in _BOTH_WAYS and not draft.recipients and len(draft.actors) == 2
    mutual = mutual and draft.actors[0].country != draft.actors[1].country
    number = line.segments[draft.hit.head]
    if not mutual or not any(m.kind == "others" and line.segments[m.first] == number for m in line.mentions):
        return [draft]
    one, other = draft.actors
    return [draft._replace(actors=(one,), recipients=(other,)), draft._replace(actors=(other,), recipients=(one,))]


def _without_results(drafts: list[Draft]) -> list[Draft]:
    """Let an act take what it brought about ("struck Kharkiv, killing five"): whom it hit, if it names nobody."""
    kept = [draft for draft in drafts if not draft.frame.result]
    for draft in drafts:
        if not draft.frame.result:
            continue
        at = next((i for i, one in enumerate(kept) if _same_deed(one, draft)), None)
        if at is None:
            kept.extend([draft] if draft.recipients else [])  # nobody named, no deed told: what was it?
        elif not kept[at].recipients:
            kept[at] = kept[at]._replace(recipients=draft.recipients)
    return kept


def _without_eased(drafts: list[Draft], line: Line) -> list[Draft]:
    """Drop a measure named by a noun that is only what is eased or joined: "eased its [blockade of Gaza]"."""
    verbs = [
        d for d in drafts if d.hit.payload.kind == "verb" and (d.frame.type == "CONCEDE" or d.frame.id == "join")
    ]
    return [
        d
        for d in drafts
        if d.hit.payload.kind != "noun"
        or d.frame.type not in _MEASURES
        or not any(
            0 < d.hit.head - v.hit.head <= _OBJECT and line.segments[d.hit.head] == line.segments[v.hit.head]
            for v in verbs
        )
    ]


def _without_flights(drafts: list[Draft]) -> list[Draft]:
    """Drop the visits of who resigns in the same line: "stepped down and arrived in India" tells of a flight."""
    gone = [_who(d.actors, d) for d in drafts if d.frame.mode == ("resign",) and d.verdict.status == "occurred"]
    return [d for d in drafts if d.frame.mode[:1] != ("visit",) or _who(d.actors, d) not in gone]


def _same_deed(act: Draft, result: Draft) -> bool:
    if act.frame.type != result.frame.type or act.frame.result:
        return False
    return bool({p.country or p.entity for p in act.actors} & {p.country or p.entity for p in result.actors})


def _distinct(drafts: list[Draft], line: Line) -> list[Draft]:
    """Keep one of several drafts that say the same of the same parties."""
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        apart = draft.frame.type in _MANNERS or (line.formed and draft.frame.id in _STAYING_AWAY)
        mode = draft.frame.mode if apart else ()
        mode = ("restrict",) if mode in _RESTRICTIONS else mode
        key = (
            draft.frame.type,
            mode,
            draft.verdict.status,
            *_parties_of(draft),
        )
        known = seen.get(key)
        if known is None or draft.confidence > known.confidence:
            seen[key] = draft
    kept = [draft for draft in drafts if any(draft is one for one in seen.values())]
    kept = [draft for draft in kept if not any(_overlaps(draft, other) for other in kept)]
    kept = [draft for draft in kept if not any(_says_why(draft, other) or _toll(draft, other) for other in kept)]
    kept = [draft for draft in kept if not any(_inside(draft, other) for other in kept)]
    return [draft for draft in kept if not _said_in_full(draft, kept)]


def _parties_of(draft: Draft) -> tuple[frozenset[str | None], frozenset[str | None]]:
    """Return who does it to whom; a visit to a state and one to its ruler are the same."""
    if draft.frame.mode[:1] == ("visit",) and draft.recipients:
        return _who(draft.actors, draft), frozenset(p.country or p.entity or p.name for p in draft.recipients)
    return _who(draft.actors, draft), _who(draft.recipients, draft)


def _says_why(draft: Draft, other: Draft) -> bool:
    """Whether words of disapproval only go with harder ones: "rejected the plan, calling it a sham"."""
    why = draft.frame.mode == ("disapprove",) and not draft.recipients and draft.hit.tags == {"participle"}
    return (
        why
        and other is not draft
        and other.frame.type in _HARD_WORDS
        and other.hit.first < draft.hit.first
        and _who(other.actors, other) == _who(draft.actors, draft)
    )


def _inside(draft: Draft, other: Draft) -> bool:
    """Whether a draft only tells what other words give way to: "[agreed to [halt fighting]]"."""
    given_way = draft.frame.type in _GIVEN_WAY and other.frame.type in _GIVEN_WAY
    within = other.hit.first < draft.hit.first and draft.hit.head <= other.hit.last
    return (
        given_way
        and within
        and draft.frame.type != other.frame.type
        and _who(draft.actors, draft) == _who(other.actors, other)
    )


def _overlaps(draft: Draft, other: Draft) -> bool:
    """Whether another draft tells the same kind of act in partly the same words, and tells more of it."""
    if (
        draft is other
        or draft.frame.type != other.frame.type
        or _who(draft.actors, draft) != _who(other.actors, other)
    ):
        return False
    shared = draft.hit.first <= other.hit.last and other.hit.first <= draft.hit.last
    if shared and _who(draft.recipients, draft) == _who(other.recipients, other):
        return (
            draft.hit.first < other.hit.first <= other.hit.head <= draft.hit.last
        )  # "[agreed to [open the border]]"
    return shared and not draft.recipients and bool(other.recipients)


def _said_in_full(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the line says the same kind of words of the same actors and names to whom they are said."""
    twice = draft.frame.type in _TOLD_TWICE or draft.frame.id in _STORMING
    return (twice and not draft.recipients) and any(
        other.recipients
        and other.frame.type == draft.frame.type
        and other.verdict.status == draft.verdict.status
        and _who(other.actors, other) == _who(draft.actors, draft)
        for other in drafts
    )


def _toll(draft: Draft, other: Draft) -> bool:
    """Whether a participle only tells whom an attack before it killed: "hit rebels in Yemen, killing five"."""
    killed = draft.frame.id == "kill" and draft.hit.tags == {"participle"} and other.frame.type == "ASSAULT"
    if not killed or draft is other or draft.hit.first < other.hit.last:
        return False
    hit = {p.country for p in other.recipients}
    return draft.actors == other.actors and {p.country for p in draft.recipients} <= hit


def _who(parties: tuple[Party, ...], draft: Draft) -> frozenset[str | None]:
    return frozenset(
        (party.entity if party.type == "PER" or _REBELS & set(party.sector) else None)
        or party.country
        or party.entity
        or party.name
        for party in parties
    )
