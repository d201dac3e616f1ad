"""Settles what pronouns mean by the subject of their own clause."""

from __future__ import annotations

import msgspec

from .line import Line, Mention, Predicate

__all__ = ["settle_crowds", "settle_pronouns", "settle_reflexives"]

_UPON_OTHERS = frozenset(("ASSAULT", "COERCE", "SANCTION", "THREATEN"))
_OBJECTS = frozenset(("dative", "source", "companion", "against", "target", "beneficiary", "toward"))


def _own_body(mention: Mention, subject: Mention) -> None:
    """Give a body that a clause calls its subject's own the subject's country."""
    owner = subject.parties[0]
    if not mention.parties or owner.country is None or len(subject.countries) > 1:
        return
    party = msgspec.structs.replace(mention.parties[0], country=owner.country, name=owner.country, how="reflexive")
    mention.parties, mention.needs_place, mention.lost = (party,), False, subject.lost


def _same_party(subject: Mention, mention: Mention) -> bool:
    if subject.kind == "state" or mention.kind in ("state", "body", "vehicle"):
        return bool(subject.countries & mention.countries)
    return {p.entity for p in subject.parties} & {p.entity for p in mention.parties} - {None} != set()


def settle_pronouns(line: Line, possessives: bool) -> None:
    """Let a pronoun that would mean the subject of its own clause, and is no reflexive, mean somebody else.

    For marked objects that holds everywhere; for `possessives` where the language has others for one's own.
    """
    for mention in line.mentions:
        owned = mention.genitive or mention.kind in ("body", "people", "vehicle")
        if not (possessives if owned else mention.role in _OBJECTS):
            continue
        if mention.reflexive or not any(p.how == "pronoun" for p in mention.parties):
            continue
        number = line.segments[mention.first]
        verb = next((p for p in line.predicates if p.segment == number and p.head > mention.last), None)
        subject = verb.subject if verb is not None else None
        if subject is not None and subject.first < mention.first and _same_party(subject, mention):
            mention.parties, mention.lost = mention.rival, mention.lost + 0.05
            if not mention.rival:
                mention.kind = "source"


def settle_crowds(line: Line) -> None:
    """Let a marked pronoun mean people of no nation who stand before it in its sentence, and no one further back.

    "… युवा संसद में घुस गए और पुलिस ने [उन पर] गोलियां चलाईं": the youths, whose country the place tells.
    """
    for mention in line.mentions:
        pronoun = mention.role in _OBJECTS and not mention.genitive and not mention.reflexive
        pronoun = pronoun and mention.first == mention.last  # "उसके दूतावास पर" is no pronoun
        if not pronoun or not any(p.how == "pronoun" for p in mention.parties):
            continue
        before = [m for m in line.mentions if m.last < mention.first and m.human and m.parties and not m.genitive]
        subjects = {id(p.subject) for p in line.predicates}
        crowd = next((m for m in reversed(before) if m.kind == "people" and m.needs_place), None)
        between = [
            m for m in before if crowd is not None and m.first > crowd.last and m.kind in ("person", "people")
        ]
        if crowd is None or between or id(crowd) not in subjects:
            continue
        words = {"start": mention.parties[0].start, "end": mention.parties[0].end, "text": mention.parties[0].text}
        mention.parties = tuple(msgspec.structs.replace(p, **words) for p in crowd.parties)
        mention.kind, mention.needs_place, mention.rival = "people", True, ()


def _topic(mention: Mention) -> bool:
    return "topic" in mention.tags and mention.human and len(mention.countries) == 1


def _done_to(line: Line, verb: Predicate) -> bool:
    """Whether a verb, or one that it joins on to, tells what is done to somebody else."""
    following = [p for p in line.predicates if p.segment >= verb.segment and p.subject is verb.subject][:2]
    frames = [h.payload.frame for p in following for h in p.hits if h.payload.frame is not None]
    return any(frame.type in _UPON_OTHERS for frame in frames)


def settle_reflexives(line: Line, outer: bool | None = None) -> None:
    """Give "one's own" the parties of the subject of its clause, or of the clause behind it.

    With `outer`, what others do to one's own in a clause that a topic stands before is done to the topic's.
    """
    for mention in line.mentions:
        if not mention.reflexive:
            continue
        number = line.segments[mention.first]
        around = [p for p in line.predicates if p.subject is not None and not p.subject.reflexive]
        same = [p for p in around if p.segment == number and p.head > mention.last]
        behind = [p for p in around if p.head > mention.last]
        found = next(iter(same or behind), None)
        if outer is not None and found is not None and mention.needs_place and _done_to(line, found):
            topic = next((m for m in line.mentions if _topic(m) and m.last < mention.first), None)
            if topic is not None and found.subject is not topic and found.subject in found.before:
                _own_body(mention, topic)  # "Vietnam-eun China-ga jaguk boats-reul …": Vietnam's
                continue
        if found is None or found.subject is None or not found.subject.parties:
            continue
        if mention.needs_place:  # "its own diplomats"
            _own_body(mention, found.subject)
        else:
            mention.parties = tuple(msgspec.structs.replace(p, how="reflexive") for p in found.subject.parties)
            mention.kind, mention.lost = found.subject.kind, found.subject.lost
