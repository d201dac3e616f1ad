"""What clauses give one another where every one ends in its verb: doers, heads, aims and those who are helped.

Reads the predicates of a line with their phrases and subjects; adds phrases to them.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from ..packs.schema import Tag
from .line import Line, Mention, Predicate

__all__ = [
    "ANSWERS",
    "GIVEN",
    "HEAD",
    "asked",
    "charged",
    "described_head",
    "give_on",
    "lacks_whom",
    "may_be_asked",
    "outer_acts",
    "tells_words",
]

ANSWERS = frozenset(("ACCUSE", "SUPPORT", "SANCTION", "REJECT", "REQUEST", "THREATEN"))
"""Types of acts that answer what somebody else did."""
GIVEN = frozenset(("dative", "goal", "companion", "source", "target", "against", "place"))
"""Roles of phrases that a verb takes beside its subject."""
HEAD = 3
"""Tokens from a verb to the noun that its clause describes."""
_SOMEBODY = frozenset(("person", "people", "body", "vehicle", "demonym"))
_PLAIN: frozenset[Tag] = frozenset(("finite", "present"))
_WHEN = frozenset(("time-before", "time-while"))
_MEETS = frozenset(("coordinate", "time-after", "time-while"))
_PLEDGES = frozenset(("pledge-aid", "pledge-arms"))
_DONE_TO = frozenset(("COERCE", "ASSAULT", "RETREAT"))
_PUNISHES = frozenset(("COERCE", "SANCTION", "ACCUSE", "ASSAULT"))
_COMING = frozenset(("CONSULT", "AID", "COOPERATE", "MOBILIZE", "RETREAT"))
"""Types of acts that a plain present announces."""
_JOINS = frozenset(("coordinate", "time-after", "time-while"))
_TAKES_PLACE = frozenset(("CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COERCE", "PROTEST"))
"""Types of acts that take place where the act before them did."""
_DEED = 8
"""Tokens from a clause that tells a deed to the verb that answers it."""


def give_on(line: Line) -> None:
    """Add to every predicate the phrases that the clauses before it, or the noun behind it, give it."""
    _share_objects(line)
    _charged_with(line)
    _only_when(line)
    _answer_deeds(line)
    _protest_aims(line)
    _take_heads(line)
    _help_of_purpose(line)
    _announce(line)
    _agree_with(line)
    _warn_of_if(line)
    _share_places(line)


def _share_places(line: Line) -> None:
    """Let verbs that join on take place where the first did: "[Beijing-eseo hoedam-hago] hapui-haetda"."""
    where: Mention | None = None
    subject: Mention | None = None
    for verb in line.predicates:
        kind = line.segment_kinds[verb.segment]
        if kind not in _JOINS and kind != "main":
            continue
        frames = [hit.payload.frame for hit in verb.hits if hit.payload.frame is not None]
        goes = any(frame.mode[:1] == ("visit",) for frame in frames)
        here = [m for m in verb.before if m.place is not None and m.role == "place"]
        here = here or [m for m in verb.before if goes and m.place is not None and m.role in ("dative", "goal")]
        placed = any(frame.type in _TAKES_PLACE for frame in frames)
        if where is not None and subject is verb.subject and placed and not here and not goes:
            verb.before = [*verb.before, replace(where, role="place", genitive=False)]
        elif here or subject is not verb.subject:
            where, subject = (here[-1] if here else None), verb.subject


def _warn_of_if(line: Line) -> None:
    """Let a threat without an aim be against whoever must act to be spared: "[unless he resigns] warned"."""
    for at, verb in enumerate(line.predicates):
        frames = {hit.payload.frame.type for hit in verb.hits if hit.payload.frame is not None}
        if "THREATEN" not in frames or any(m.role in GIVEN and m.parties for m in verb.before):
            continue
        ifs = [p for p in line.predicates[:at] if line.segment_kinds[p.segment] == "condition"]
        doers = [p.subject for p in ifs if p.subject is not None and p.subject in p.before and p.subject.parties]
        if doers and doers[-1] is not verb.subject:
            verb.before = [*verb.before, replace(doers[-1], role="goal", tags=frozenset(), genitive=False)]


def _agree_with(line: Line) -> None:
    """Give an agreement or a demand whom its subject has just met: "[B-wa hoedam-hago] … hapui-haetda"."""
    met: Mention | None = None
    subject: Mention | None = None
    for verb in line.predicates:
        frames = [hit.payload.frame for hit in verb.hits if hit.payload.frame is not None]
        types = {frame.type for frame in frames}
        meets = any(frame.id == "meet" for frame in frames)
        sides = [m for m in verb.before if m.parties and (m.role == "companion" or (meets and m.role == "dative"))]
        if "CONSULT" in types and sides and line.segment_kinds[verb.segment] in _MEETS:
            met, subject = sides[-1], verb.subject
        elif met is None or sides or verb.subject is not subject or subject is None:
            continue
        elif "AGREE" in types or any(frame.id == "sign" for frame in frames):
            verb.before = [*verb.before, replace(met, role="companion")]
        elif ("REQUEST" in types or any(frame.id in _PLEDGES for frame in frames)) and not any(
            m.role in ("goal", "target", "beneficiary", "against") for m in verb.before
        ):
            verb.before = [*verb.before, replace(met, role="goal", tags=frozenset())]


def _announce(line: Line) -> None:
    """Let a plain present of what is done for others, or with them, tell what is to come ("jiwon-handa-go")."""
    carried = [hit for hit in line.hits.get("noun", ()) if hit.payload.frame is not None]
    for verb in line.predicates:
        if verb.tags != _PLAIN or verb.helped:
            continue
        acts = verb.hits or [hit for hit in carried if line.segments[hit.head] == verb.segment]
        if any(hit.payload.frame is not None and hit.payload.frame.type in _COMING for hit in acts):
            verb.tags, verb.helped = verb.tags | {"future"}, True


def _share_objects(line: Line) -> None:
    """Give a verb right behind another of the same doer the object of that: "[A-reul handed-over] locked up"."""
    for verb, outer in pairwise(line.predicates):
        joined = line.segment_kinds[verb.segment] == "coordinate" and "conjunctive" in verb.tags
        if not joined or outer.first != verb.last + 1 or not outer.hits or verb.subject is not outer.subject:
            continue
        if outer.before or not any(
            h.payload.frame is not None and h.payload.frame.type in _DONE_TO for h in outer.hits
        ):
            continue
        done = [m for m in verb.before if m.role == "dative" and m.parties]
        outer.before = done[-1:]


def _only_when(line: Line) -> None:
    """Let a clause of what is still to come when something else happens tell nothing: "[until it leaves]"."""
    for verb in line.predicates:
        if line.segment_kinds[verb.segment] in _WHEN and "future" in verb.tags and "past" not in verb.tags:
            verb.hits = []


def _charged_with(line: Line) -> None:
    """Let those who are punished for a deed be who did it: "[spied hyeomui-ro] two Chinese arrested".

    The pack lists words for a charge or a reason as `charge`. Whom it hits may be nobody we know: so is the doer.
    """
    charges = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "charge"}
    for verb, outer in pairwise(line.predicates) if charges else ():
        if verb.last + 1 not in charges or "passive" in outer.tags or verb.subject in verb.before:
            continue
        if not any(hit.payload.frame is not None and hit.payload.frame.type in _PUNISHES for hit in outer.hits):
            continue
        hit = [
            m
            for m in outer.before
            if m.role in ("dative", "target", "goal") and m.parties and m not in verb.before
        ]
        verb.subject = replace(hit[-1], role=None, genitive=False) if hit else None
        verb.subject_how, verb.unknown = "who is punished for it", not hit
        before = next((p for p in reversed(line.predicates) if p.last < verb.first), None)
        if before is not None and "conjunctive" in before.tags and before.subject is outer.subject:
            before.subject, before.subject_how, before.unknown = verb.subject, verb.subject_how, verb.unknown


def described_head(line: Line, verb: Predicate) -> Mention | None:
    """Return the phrase right behind a verb that describes it."""
    behind = [m for m in line.mentions if 0 < m.first - verb.last <= HEAD]
    return behind[0] if behind and behind[0].first == verb.last + 1 else None


def _answer_deeds(line: Line) -> None:
    """Give a verb that answers a deed told in its own sentence whose deed it was, as whom it is about.

    "Condemned [Russia's-having-attacked geos-eul]": the pack lists what makes a deed of a clause as `deed`.
    """
    deeds = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "deed"}
    if not deeds:
        return
    for inner, verb in pairwise(line.predicates):  # "China-ga [levied] duties lifted-geos-eul"
        nested = line.segment_kinds[inner.segment] == "relative" and inner.subject in inner.before
        if nested and verb.subject is None and verb.last + 1 in deeds and "attributive" in verb.tags:
            verb.subject, verb.subject_how = inner.subject, "subject of the clause before"
    for verb, outer in pairwise(line.predicates):
        doer = verb.subject
        if verb.last + 1 not in deeds or "attributive" not in verb.tags or doer is None or not doer.parties:
            continue
        own = outer.subject.countries if outer.subject is not None else set()
        if outer.first - verb.last <= _DEED and not (doer.countries & own) and doer is not outer.subject:
            outer.before = [*outer.before, replace(doer, role="target", tags=frozenset(), genitive=False)]


def _protest_aims(line: Line) -> None:
    """Give a protest whom the clause before it speaks against, which is no act of its own.

    "[Israel-eul gyutanhaneun] siwi-reul": the pack lists what protests are called as `protest`.
    """
    protests = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "protest"}
    for verb, outer in pairwise(line.predicates) if protests else ():
        against = any(hit.payload.frame is not None and hit.payload.frame.type in ANSWERS for hit in verb.hits)
        near = range(verb.last + 1, verb.last + HEAD)
        if line.segment_kinds[verb.segment] != "relative" or not against or not any(at in protests for at in near):
            continue
        aims = [m for m in verb.before if m is not verb.subject and m.parties and (m.genitive or m.role in GIVEN)]
        outer.before = [*outer.before, *(replace(m, role="against", genitive=False) for m in aims[:1])]
        verb.hits = []


def _take_heads(line: Line) -> None:
    """Give a clause with a subject of its own, but no object, the noun that it describes as its object.

    "[Israel-i detained] Lebanese", "[Russia-ga killed] soldiers": where the noun is somebody, and no land.
    """
    for verb in line.predicates:
        own = verb.subject is not None and verb.subject in verb.before
        if line.segment_kinds[verb.segment] != "relative" or not own or not verb.hits or "passive" in verb.tags:
            continue
        head = described_head(line, verb)
        if head is None or head.kind not in _SOMEBODY or not head.parties:
            continue
        if any(m.role in ("dative", "companion", "goal") for m in verb.before):
            continue
        described = replace(head, role="dative", tags=frozenset(), genitive=False, modifier=False)
        verb.before = [*verb.before, described]


def _help_of_purpose(line: Line) -> None:
    """Give a verb whom the clause of its purpose helps: "[to help quake victims] sent rescuers"."""
    for verb, outer in pairwise(line.predicates):
        helps = any(hit.payload.frame is not None and hit.payload.frame.type == "AID" for hit in verb.hits)
        if not helps or line.segment_kinds[verb.segment] != "purpose":
            continue
        helped = [m for m in verb.before if m.role in ("dative", "goal") and m.parties]
        if helped and not any(m.role in ("goal", "beneficiary") for m in outer.before):
            outer.before = [*outer.before, replace(helped[-1], role="beneficiary", tags=frozenset())]


def may_be_asked(mention: Mention) -> bool:
    """Whether a phrase may be of whom something is asked: no place, and no owner of what the clause is about."""
    return mention.kind != "place" and not (mention.genitive and mention.kind == "state")


def asked(line: Line, verb: Predicate) -> bool:
    """Whether a verb tells what somebody shall do: "-ra-go", "-l geos-eul", "-dorok"."""
    if verb.tags & {"imperative", "infinitive"}:
        return True
    behind = verb.last + 1
    return {"attributive", "future"} <= verb.tags and behind < len(line.tokens) and any(
        hit.payload.item == "asked" for hit in line.at[behind] if hit.payload.kind == "class"
    )  # fmt: skip


def lacks_whom(verb: Predicate, mention: Mention) -> bool:
    """Whether a verb lacks whom it is done to, so that nobody acts: "[Ankara-eseo seized] reporter"."""
    acts = [hit for hit in verb.hits if hit.payload.kind == "verb" and hit.payload.frame is not None]
    bare = bool(acts) and all(
        hit.first == hit.last and hit.payload.frame is not None and hit.payload.frame.type == "COERCE"
        for hit in acts
    )
    return bare and mention.role in ("place", "source")


def outer_acts(line: Line, verb: Predicate, loose: dict[int, frozenset[Tag]]) -> bool:
    """Whether somebody else acts in the outer clause: "[Israel-i bombed] cheongsa-eseo 3-myeong-i …"."""
    outer = next((p.first for p in line.predicates if p.first > verb.last), len(line.tokens))
    unknown = any("nominative" in tags and verb.last < at < outer for at, tags in loose.items())
    return unknown or any("nominative" in m.tags and verb.last < m.first < outer for m in line.mentions)


def charged(line: Line, verb: Predicate) -> bool:
    """Whether a clause is the charge for which somebody is punished."""
    behind = line.at[verb.last + 1] if verb.last + 1 < len(line.at) else []
    return any(hit.payload.kind == "class" and hit.payload.item == "charge" for hit in behind)


def tells_words(line: Line, verb: Predicate) -> bool:
    """Whether the noun behind is what somebody says or resolves ("[condemning] statement"): he is the subject."""
    behind = range(verb.last + 1, min(len(line.tokens), verb.last + HEAD))
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "statement"}
    if any(at in words for at in behind):
        return True
    # "admitted the fact of [having met …]": his own, where what he does about it answers nobody else's deed
    deeds = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "deed"}
    outer = next((p for p in line.predicates if p.first > verb.last), None)
    answers = outer is None or any(
        hit.payload.frame is not None and hit.payload.frame.type in ANSWERS for hit in outer.hits
    )
    return verb.last + 1 in deeds and not answers
