"""Clauses where every verb says by its ending how it goes on: chains, quoted and described clauses.

The verbs of a line are taken in order, with the phrases that wait for one. A clause inside another takes what
stands behind the topic; a topic is the subject of all verbs that have none of their own. Reads the predicates and
mentions of a line; sets its segments, and each predicate's phrases and subject.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec
from msgspec.structs import replace

from ..packs.schema import Tag
from .chain_headlines import bare_subject, quoted_speaker, speaks_of_others, unknown_opener
from .chain_quotes import before_quote, closing_quote, quoted_zones
from .chain_times import date_verbs
from .given_on import (
    GIVEN,
    HEAD,
    asked,
    charged,
    described_head,
    give_on,
    lacks_whom,
    may_be_asked,
    outer_acts,
    tells_words,
)
from .language import Language
from .line import Line, Mention, Predicate
from .reflexives import settle_pronouns, settle_reflexives
from .sent import sends, settle_clefts, settle_sent
from .unnamed import of_adjective
from .verb_final import can_act

__all__ = ["chain_clauses"]

_INNER = frozenset(("content", "relative", "condition", "purpose", "cause", "concession", "comparison", "whether",
                    "time-before", "time-after", "time-while"))  # fmt: skip
_LENDS = frozenset(("content", "relative", "time-after", "time-before", "time-while", "purpose", "cause"))
"""How clauses are joined whose one subject may be that of the outer verb too."""
_SUBJECTS: frozenset[Tag] = frozenset(("nominative", "topic"))
_NO_SUBJECTS: frozenset[Tag] = frozenset(("emphatic", "finite"))
_SAYS_NOTHING = frozenset(("context", "class", "without", "org-word", "place-word", "following"))
_NO_SUBJECT = "no-subject"
"""A pack's class of words that only look as if they had a subject's particle."""
_TENSES: frozenset[Tag] = frozenset(("past", "future"))
_ADVERBIAL: frozenset[Tag] = frozenset(("locative", "ablative", "dative", "allative", "comitative"))


class _Chain(msgspec.Struct, eq=False):
    """What is known of a line up to one of its verbs."""

    waiting: list[Mention] = msgspec.field(default_factory=list)
    """Phrases that no verb has taken."""
    topic: Mention | None = None
    subject: Mention | None = None
    """Who acted in the clause before."""
    lone: Mention | None = None
    """The one subject so far, which an inner clause took and the outer one may share."""
    blocked: bool = False
    """An unknown noun is the topic: it is the subject of what has no other."""
    open: list[Predicate] = msgspec.field(default_factory=list)
    """Verbs that have no subject of their own and take that of a verb to come."""


def chain_clauses(line: Line, language: Language, published: str | None) -> None:
    """Cut a line into clauses and give every predicate its phrases and its subject."""
    verbs = line.predicates
    zones = quoted_zones(line)
    chains = {zone: _Chain() for zone in {-1, *zones.values()}}
    line.segments = [0] * len(line.tokens)
    line.segment_kinds = ["main"] * max(1, len(verbs))
    start = 0
    loose = _unknown_subjects(line, language)
    for number, verb in enumerate(verbs):
        verb.segment = number
        end = verbs[number + 1].first if number + 1 < len(verbs) else len(line.tokens)
        for at in range(start, verb.last + 1):
            line.segments[at] = number
        for at in range(verb.last + 1, end):
            line.segments[at] = number if number + 1 == len(verbs) else number + 1
        kind = _kind(line, verb)
        line.segment_kinds[number] = kind
        zone = zones.get(verb.head, -1)
        for mention in line.mentions:
            if start <= mention.first < verb.head:
                chains[zones.get(mention.first, -1)].waiting.append(mention)
        if zone < 0:
            _leave(chains)
        here = {at: loose[at] for at in loose if start <= at < verb.first and zones.get(at, -1) == zone}
        _take(line, chains[zone], verb, kind, here)
        start = verb.last + 1
        cues = [h.last + 1 for h in line.at[start] if h.payload.kind == "cue"] if start < len(line.tokens) else []
        start = max([start, *cues])  # "will-visit likelihood low" is said of this verb
        line.segments[verb.last + 1 : start] = [number] * (start - verb.last - 1)
        for mention in verb.before:
            for at in range(mention.first, mention.last + 1):
                line.segments[at] = number
    for verb in verbs:  # one whose phrase begins inside the verb before, or that only a cue covers
        if verb.hits and verb.segment not in line.segments:
            line.segments[verb.head] = verb.segment
    _leave(chains)
    speaker = quoted_speaker(line, language)
    if speaker is not None and chains[-1].topic is None and not speaks_of_others(line, speaker):
        chains[-1].topic = speaker
    _close(chains[-1])
    settle_sent(line)
    settle_clefts(line)
    give_on(line)
    _share_tense(line)
    rest = [m for m in line.mentions if m.first >= start]
    if verbs and rest:
        verbs[-1].after = rest
    settle_reflexives(line, True)
    settle_pronouns(line, False)
    date_verbs(line, zones, published)


def _leave(chains: dict[int, _Chain]) -> None:
    """Close the quotations that end: what has no subject of its own in them is the outer verb's to settle."""
    for zone, chain in chains.items():
        if zone >= 0 and chain.open:
            if chain.topic is None and chain.subject is None and not chain.blocked:
                chains[-1].open += chain.open
            else:
                _close(chain)
            chain.open = []


def _share_tense(line: Line) -> None:
    """Give verbs that join on to the next one the future of it: "will visit … and talk" ("bangmun-hae … hal").

    Not over the edge of what is said: who joins a visit to a promise may promise it while he visits.
    """
    for verb, following in reversed(list(pairwise(line.predicates))):
        if (
            not {"conjunctive"} <= verb.tags
            or verb.tags & _TENSES
            or line.segment_kinds[verb.segment] != "coordinate"
        ):
            continue
        shared = verb.subject is not None and verb.subject is following.subject
        told = line.segment_kinds[following.segment] != "content" and "finite" in following.tags
        resolved = following.tags == {"future"}  # "-giro": what they decide to do
        if _met(verb) and (resolved or following.tags >= {"future", "past"}):
            continue  # who "talk-hago … -giro haetda" have talked
        if shared and "future" in following.tags and (told or resolved or "attributive" in following.tags):
            verb.tags, verb.helped = verb.tags | {"future"}, True


def _met(verb: Predicate) -> bool:
    """Whether several sides meet or talk."""
    frames = [hit.payload.frame for hit in verb.hits if hit.payload.frame is not None]
    return any(frame.type == "CONSULT" and frame.both for frame in frames)


def _kind(line: Line, verb: Predicate) -> str:
    """Return how a verb's clause goes on, by its ending and the word behind it."""
    behind = line.at[verb.last + 1] if verb.last + 1 < len(line.at) else []
    if {"past", "subjunctive"} <= verb.tags:  # "hapui-haesseoya handa": what ought to have been was not
        verb.tags, verb.helped = verb.tags - {"past"}, True
    if any(hit.payload.kind == "closer" for hit in behind) or closing_quote(line, verb.last + 1):
        return "content"
    joined = next((hit.payload.item.kind for hit in behind if hit.payload.kind == "subordinator"), None)
    if joined is not None and {"past", "future"} <= verb.tags:  # "when he had met"
        verb.tags, verb.helped = verb.tags - {"future"}, True
    if joined is not None and verb.tags & {"attributive", "verbal-noun"}:
        return str(joined)
    if "attributive" in verb.tags:
        cues = [hit for hit in behind if hit.payload.kind in ("cue", "hearsay", "rumour")]
        after = max((hit.last for hit in cues), default=-1) + 1
        quoted = 0 < after < len(line.tokens) and any(hit.payload.kind == "closer" for hit in line.at[after])
        return "content" if quoted else "main" if cues else "relative"
    if "conditional" in verb.tags:
        return "condition"
    if verb.tags & {"infinitive", "verbal-noun"}:
        return "purpose" if "infinitive" in verb.tags else "content"
    return "main" if "finite" in verb.tags else "coordinate"


def _unknown_subjects(line: Line, language: Language) -> dict[int, frozenset[Tag]]:
    """Return the tokens with a subject's particle that mean nobody known, with what their particles say."""
    named = {at for mention in line.mentions for at in range(mention.first, mention.last + 1)}
    for hits in line.hits.values():
        for hit in hits:
            if hit.payload.kind not in _SAYS_NOTHING or hit.payload.item == _NO_SUBJECT:
                named.update(range(hit.first, hit.last + 1))
    for time in line.times:
        named.update(range(line.token_at(time.start), line.token_at(time.end - 1) + 1))
    found = {}
    for at, token in enumerate(line.tokens):
        if at in named or not token.norm[0].isalpha() or any(p.first <= at <= p.last for p in line.predicates):
            continue
        counted = at > 0 and line.tokens[at - 1].norm[0].isdigit()
        if counted and at - 2 in named:  # "soldiers 2-persons-by"
            continue
        if of_adjective(line, at):
            continue
        forms = language.inflection.noun(token.norm)
        if any(one.tags & _ADVERBIAL and len(one.stem) > 1 for one in forms):
            continue  # "haegyeol-e-neun": in the solution
        for one in forms:
            if one.tags & _NO_SUBJECTS:  # "dobal-i-ra": is a provocation
                continue
            if one.tags & _SUBJECTS and (len(one.stem) > 1 or counted):
                found[at] = one.tags
                break
    return found


def _take(line: Line, chain: _Chain, verb: Predicate, kind: str, loose: dict[int, frozenset[Tag]]) -> None:
    """Give a verb its phrases and subject, and keep what is left for verbs to come."""
    waiting = chain.waiting
    topic = next((m for m in reversed(waiting) if "topic" in m.tags), None)
    named = [m for m in waiting if "nominative" in m.tags]
    if topic is not None:
        chain.topic, chain.blocked = topic, False
    unknown = next((at for at in reversed(list(loose)) if "nominative" in loose[at]), None)
    outer = next((at for at in reversed(list(loose)) if "topic" in loose[at]), None)
    if outer is not None and topic is not None and topic.first < outer and kind == "content":
        unknown = outer  # "X-neun [muryeok-eun sseuji anatda]-go buin-haetda": what his words are about
    elif outer is not None and (topic is None or topic.first < outer):
        chain.topic, chain.blocked = None, True
    inner = kind in _INNER
    if named and topic is not None and before_quote(line, named[-1], verb):
        named = []  # "[X-neun] Y-ga '…'-rago widded-haetda": Y is who the quoted words speak of
    if kind == "content" and "conjunctive" in verb.tags:  # "let us …"
        verb.tags, verb.helped = verb.tags | {"subjunctive"}, True
    own = named[-1] if named and (unknown is None or named[-1].first > unknown) else None
    if kind == "content" and (own is not None) == _ordered(verb) and len(named) == 1:
        speaks = chain.topic is not None or chain.subject is not None
        if _ordered(verb) and topic is None and not speaks:
            own = None  # "X-ga … tteonara-go yocheong-haetda": who is told to leave is no subject
        elif speaks and unknown == named[0].last + 1:
            own = named[0]  # "X-neun … -go [Y-ga seongui-ga eopda]-go binan-haetda"
    if own is not None and topic is not None and topic.first > own.first and not inner:
        own = topic
    if inner and kind == "relative" and own is not None and _belongs_outside(line, chain, verb, named, loose):
        own = None
    verb.before = _phrases(line, chain, verb, kind, own, unknown)
    taken = set(map(id, verb.before))
    chain.waiting = [m for m in waiting if id(m) not in taken]
    _subject(line, chain, verb, kind, own, unknown is not None)


def _ordered(verb: Predicate) -> bool:
    """Whether a verb is what somebody tells others to do."""
    return "imperative" in verb.tags


def _belongs_outside(
    line: Line, chain: _Chain, verb: Predicate, named: list[Mention], loose: dict[int, frozenset[Tag]]
) -> bool:
    """Whether the only subject so far acts in the outer clause: "police [protesting] citizens arrested"."""
    if len(named) > 1 or chain.topic is not None:
        return False
    head = described_head(line, verb)
    if head is None or sends(line, verb, head) or outer_acts(line, verb, loose):
        return False
    return head.kind in ("person", "people", "body") and not _object(verb, [head])


def _object(verb: Predicate, heads: list[Mention]) -> bool:
    return bool(verb.hits) and any(m.role == "dative" for m in heads) and "passive" not in verb.tags and (
        "past" in verb.tags
    )  # fmt: skip


def _phrases(
    line: Line, chain: _Chain, verb: Predicate, kind: str, own: Mention | None, unknown: int | None
) -> list[Mention]:
    """Return the waiting phrases that belong to a verb."""
    waiting = chain.waiting
    if kind not in _INNER:
        return list(waiting)
    first = -1
    if chain.topic in waiting and chain.topic is not None:
        first = chain.topic.last
    if own is not None and kind == "content":
        first = max([first, *(m.last for m in waiting if "nominative" in m.tags and m is not own)])
    elif own is not None:
        first = max(first, own.first - 1)
    elif unknown is not None:
        first = max(first, unknown)
    else:
        first = max((m.last for m in waiting if "nominative" in m.tags), default=first)
    inside = [m for m in waiting if m.first > first]
    if kind == "relative":  # where all of it happened
        inside = [m for m in inside if m.role != "place" or _ends(m) + 1 == verb.first]
    if charged(line, verb):  # "[A-ege] … mouihan hyeomui-ro jingyeok": whom it is done to
        inside = [m for m in inside if "dative" not in m.tags or not m.human]
    if asked(line, verb):  # of whom it is asked
        inside = [m for m in inside if m.role != "goal" or not may_be_asked(m) or _ends(m) + 1 == verb.head]
    if kind == "relative" and not any(hit.payload.kind in ("verb", "reporting") for hit in verb.hits):
        near = [m for m in inside if _reaches(line, m, verb) or m is own]
        inside = near if own is None else inside
    return inside


def _reaches(line: Line, mention: Mention, verb: Predicate) -> bool:
    """Whether nothing but a noun that nobody knows parts a phrase from a verb ("Iran-of drone [output-in]")."""
    between = range(_ends(mention) + 1, verb.first)
    return len(between) <= HEAD and not any(
        line.mention_at(at) is not None or not line.tokens[at].norm[0].isalpha() for at in between
    )


def _ends(mention: Mention) -> int:
    return max(mention.last, mention.marker[1] if mention.marker else 0)


def _subject(line: Line, chain: _Chain, verb: Predicate, kind: str, own: Mention | None, unknown: bool) -> None:
    """Set a verb's subject: its own, the topic, whom its clause describes, or that of a verb beside it."""
    inner = kind in _INNER
    if own is None and not inner and not unknown:
        own = chain.topic if chain.topic in verb.before else bare_subject(line, verb)
        unknown = own is None and unknown_opener(line, verb)
    if own is not None:
        if can_act(own) or own.kind == "source":
            verb.subject = own if own.kind != "source" or own.parties else None
            verb.unknown = own.kind == "source" and not own.parties
        if not inner:
            chain.subject = own
            _settle(chain, own)
        elif kind in _LENDS and chain.lone is None:
            chain.lone = own
        if kind == "content":
            chain.subject = None
        return
    if unknown:
        verb.unknown = True
        chain.subject = chain.lone = None  # whoever it is may act in what follows
        return
    if kind == "relative" and not tells_words(line, verb):
        _described(line, verb)
        return
    if inner:
        newer = chain.topic is not None and chain.subject is not None and chain.topic.first > chain.subject.last
        if chain.subject is not None and not (newer and kind == "content"):
            _share(verb, chain.subject, "subject of the clause before")
        else:
            chain.open.append(verb)  # "A-neun …-haetgo, B-neun [attacked]-go jujang-haetda": B did
        if kind == "content" and chain.topic is not None:
            chain.subject = None  # whose words these are acts again behind them
        return
    if chain.topic is None and chain.subject is None and _speaks_for_later(line, verb):
        chain.open.append(verb)  # "[Y-ga …-handa]-go binan-hamyeo X-neun": who blames comes behind
        return
    shared = chain.topic or chain.subject or chain.lone
    if shared is None or chain.blocked:
        verb.unknown = chain.blocked
        if not chain.blocked and "finite" not in verb.tags:
            chain.open.append(verb)
        return
    _share(verb, shared, "subject" if shared is chain.topic else "subject of the clause before")
    _settle(chain, shared)


def _speaks_for_later(line: Line, verb: Predicate) -> bool:
    """Whether a verb of saying that joins on follows what is said, and a topic stands behind it."""
    said = verb.segment > 0 and line.segment_kinds[verb.segment - 1] == "content"
    speaks = "conjunctive" in verb.tags and bool(verb.hits)
    later = any("topic" in m.tags and m.first > verb.last and m.human for m in line.mentions)
    return said and speaks and later and any(h.payload.kind == "closer" for h in line.at[verb.first])


def _described(line: Line, verb: Predicate) -> None:
    """Give a clause before its noun that noun as subject, where the verb has all else that it takes."""
    head = described_head(line, verb)
    if head is not None and _nationality(head, verb):
        head = replace(head, genitive=False)  # "[Taiwan-e arms sold] US companies"
    undergone = "passive" in verb.tags and head is not None and head.kind in ("person", "people")
    if head is not None and undergone and "genitive" in head.tags:
        head = replace(head, genitive=False, role=None)  # "[shot] boy's funeral"
    if head is None or not can_act(head):
        return
    inside = any(
        hit.payload.item.to for hit in verb.hits if hit.payload.kind == "verb"
    )  # "[bang-Jung-han] minister"
    if inside or "passive" in verb.tags or any(m.role in GIVEN for m in verb.before if not lacks_whom(verb, m)):
        verb.subject, verb.subject_how = head, "whom the participle describes"


def _nationality(head: Mention, verb: Predicate) -> bool:
    """Whether a state only says whose those are whom a clause describes, and who did more than travel or talk."""
    kinds = {hit.payload.frame.type for hit in verb.hits if hit.payload.frame is not None}
    return head.kind == "state" and head.genitive and "genitive" not in head.tags and bool(kinds - {"CONSULT"})


def _share(verb: Predicate, subject: Mention, how: str) -> None:
    if can_act(subject):
        verb.subject, verb.subject_how = subject, how


def _settle(chain: _Chain, subject: Mention) -> None:
    """Give the verbs that wait for one the subject of the outer verb."""
    for verb in chain.open:
        told = chain.topic if "nominative" in subject.tags and subject.first > verb.last else None
        if told is not None and told.last < verb.first:  # "Hamas-neun … rejected-go Israel-i said"
            _share(verb, told, "topic")
        else:
            _share(verb, subject, "subject of the clause after")
    chain.open = []


def _close(chain: _Chain) -> None:
    """Give the verbs that still wait the topic, or the one subject of the line."""
    subject = chain.topic or chain.subject
    if subject is not None and not chain.blocked:
        _settle(chain, subject)
