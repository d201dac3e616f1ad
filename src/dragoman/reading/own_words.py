"""Pronouns that their own clause settles, where verbs follow their subjects.

Right behind a verb of saying, a pronoun means who speaks ("Iraq said it would …"). As an object it never means its
own clause's subject ("cut ties with Qatar, accusing it of …"), and an owner behind that subject is the subject
("Britain advised its citizens").
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from .discourse import ARMED
from .line import Line, Mention, Predicate

__all__ = ["settle_objects", "settle_others", "settle_own_words", "settle_struck"]

_NEXT = 2
"""Tokens between the owner of a deed and the phrase behind its adposition."""

_REFERS = {"person": ("person",), "body": ("state", "body"), "any": ("person", "state", "body", "people")}
"""What a pronoun may mean -> kinds of phrases that it can stand for."""
_UPON = (None, "beneficiary", "goal", "toward", "target", "companion", "against")
"""Roles of what somebody does something to, who is then another than he."""
_OWN = "pronoun, who speaks"
_COST = 0.03
_PROVOKED = frozenset(("SANCTION", "ACCUSE", "REJECT", "REQUEST", "THREATEN"))
"""Types of what somebody does to another for what that one did before."""


def settle_own_words(line: Line) -> None:
    """Give nominative pronouns behind "said" and "said that" the subject of that verb."""
    if not line.formed:
        return
    openers = {h.first: h.last for h in line.hits.get("complementiser", ())}
    for predicate in line.predicates:
        if predicate.subject is None or not any(h.payload.kind == "reporting" for h in predicate.hits):
            continue
        at = _behind(line, predicate)
        at = openers.get(at, at - 1) + 1
        mention = line.mention_at(at) if at < len(line.tokens) else None
        if mention is not None and mention.first == mention.last == at and not mention.genitive:
            _settle(line, mention, predicate.subject)
        elif mention is not None and mention.first == at:
            _settle_body(line, mention, predicate.subject)


def _behind(line: Line, predicate: Predicate) -> int:
    """Return the first token behind a verb and a time that dates it."""
    at = predicate.head + 1
    for time in line.times:
        first, last = line.token_at(time.start), line.token_at(time.end - 1)
        if first <= at + 1 and at <= last:
            at = last + 1
    return at


def _settle(line: Line, mention: Mention, speaker: Mention) -> None:
    pronouns = [h.payload.item for h in line.hits.get("pronoun", ()) if h.first == mention.first == h.last]
    if not pronouns or mention is speaker or not speaker.parties:
        return
    kinds = _REFERS.get(pronouns[0].refers, ())
    if pronouns[0].role is not None or speaker.kind not in kinds:
        return
    mention.parties = tuple(
        structs.replace(p, start=line.tokens[mention.first].start, end=line.tokens[mention.first].end,
                        text=line.words(mention.first, mention.first), how=_OWN)
        for p in speaker.parties
    )  # fmt: skip
    mention.kind, mention.lost, mention.rival = speaker.kind, _COST, ()
    mention.needs_place = speaker.needs_place


def _settle_body(line: Line, mention: Mention, speaker: Mention) -> None:
    """Let "its" behind a verb of saying be the speaker's: "the ministry denied that its missiles had hit …"."""
    pronoun = next(
        (h.payload.item for h in line.hits.get("pronoun", ()) if h.first == h.last == mention.first), None
    )
    owned = mention.kind in ("body", "people", "vehicle") and len(mention.parties) == 1
    if pronoun is None or pronoun.role != "genitive" or pronoun.refers != "body" or not owned:
        return
    if speaker.kind not in ("state", "body") or len(speaker.countries) != 1:
        return
    (country,) = speaker.countries
    named = speaker.parties[0]
    group = named if named.type == "ORG" and ARMED & set(named.sector) else None
    party = structs.replace(
        mention.parties[0], country=country, entity=group.entity if group is not None else None,
        name=group.name if group is not None else country, how="pronoun",
    )  # fmt: skip
    mention.parties, mention.lost, mention.needs_place = (party,), _COST, False


def settle_objects(line: Line) -> None:
    """Give object pronouns that would mean their clause's subject the one other whom the line names before."""
    if not line.formed:
        return
    _mean_lists(line)
    _settle_provoked(line)
    for predicate in line.predicates:
        subject = predicate.subject
        if subject is None:
            continue
        for mention in predicate.after[:1]:
            if mention.first - predicate.last > 2 or not _is_pronoun(line, mention):
                continue
            if mention.genitive and mention.first == mention.last:
                continue
            if any(p.subject is mention for p in line.predicates if p is not predicate):
                continue  # "said his country would …"
            if any(p.how == "pronoun" for p in mention.parties) and mention.countries & subject.countries:
                _mean_another(line, mention, subject)
        _settle_owned(line, predicate, subject)


def _settle_provoked(line: Line) -> None:
    """Let "its" in why somebody is punished be his: "froze aid to X after [its troops] seized the town"."""
    for predicate in line.predicates:
        subject = predicate.subject
        if subject is None or line.segment_kinds[predicate.segment] not in ("time-after", "cause"):
            continue
        pronoun = next((h.payload.item for h in line.hits.get("pronoun", ()) if h.first == subject.first), None)
        if pronoun is None or pronoun.refers != "body" or pronoun.role != "genitive" or len(subject.parties) != 1:
            continue
        main = next(
            (p for p in reversed(line.predicates) if p.head < subject.first and p.subject is not None), None
        )
        frames = [h.payload.frame for h in main.hits if h.payload.frame is not None] if main is not None else []
        if main is None or main.subject is None or not any(frame.type in _PROVOKED for frame in frames):
            continue
        others = [m for m in main.after if m.last < subject.first and len(m.countries) == len(m.parties) == 1]
        others = [
            m
            for m in others
            if m.kind in ("state", "place", "person", "body") and not m.countries & main.subject.countries
        ]
        if len({frozenset(m.countries) for m in others}) != 1 or not subject.countries <= main.subject.countries:
            continue
        (country,) = others[0].countries
        party = structs.replace(
            subject.parties[0], country=country, entity=None, name=country, how="pronoun, not the subject"
        )
        subject.parties, subject.lost = (party,), _COST


def _mean_lists(line: Line) -> None:
    """Let a plural pronoun that would mean one of a list mean all: "A and B applied, but C accused them"."""
    plural = {h.first for h in line.hits.get("pronoun", ()) if h.payload.item.number == "plural"}
    for mention in line.mentions:
        if mention.first not in plural or mention.first != mention.last or len(mention.parties) != 1:
            continue
        lists = [m for m in line.mentions if m.last < mention.first and len(m.parties) > 1 and not m.genitive]
        if mention.parties[0].how != "pronoun" or not lists or not lists[-1].countries >= mention.countries:
            continue
        words = {"start": mention.parties[0].start, "end": mention.parties[0].end, "text": mention.parties[0].text}
        mention.parties = tuple(structs.replace(p, how="pronoun", **words) for p in lists[-1].parties)


def _is_pronoun(line: Line, mention: Mention) -> bool:
    return any(h.first == mention.first and h.last == mention.last for h in line.hits.get("pronoun", ()))


def _mean_another(line: Line, mention: Mention, subject: Mention) -> None:
    """Let a pronoun mean the one other party that the line names before it, or nobody."""
    others = [
        m
        for m in line.mentions
        if m.last < mention.first and m.parties and not m.genitive and not m.modifier
        and (m.kind in ("state", "body", "person") or m.capital) and not m.countries & subject.countries
        and (m.kind == "person") == (mention.kind == "person")
    ]  # fmt: skip
    if line.hits.get("pronoun") and any(
        h.first == mention.first and h.payload.item.number == "plural" for h in line.hits["pronoun"]
    ):
        others = []  # "them" may be things
    sides = {frozenset(p.country or p.entity for p in m.parties) for m in others}
    if len(sides) != 1:
        mention.parties, mention.kind = (), "source"
        return
    mention.parties = tuple(
        structs.replace(p, start=line.tokens[mention.first].start, end=line.tokens[mention.last].end,
                        text=line.words(mention.first, mention.last), how="pronoun, not the subject")
        for p in others[0].parties
    )  # fmt: skip
    mention.kind = "state" if others[0].capital else others[0].kind
    mention.lost = _COST


def _settle_owned(line: Line, predicate: Predicate, subject: Mention) -> None:
    """Let "its" behind a verb whose subject is a state be that state's, where nobody else stands between."""
    if subject.kind != "state" or len(subject.countries) != 1 or subject.first > predicate.head:
        return
    for mention in predicate.after[:1]:
        owned = mention.kind in ("body", "people", "vehicle") and len(mention.parties) == 1
        pronoun = next((h.payload.item for h in line.hits.get("pronoun", ()) if h.first == mention.first), None)
        if not owned or pronoun is None or pronoun.refers != "body" or mention.countries == subject.countries:
            continue
        country = next(iter(subject.countries))
        owner = subject.parties[0].name
        party = structs.replace(mention.parties[0], country=country, entity=None, name=owner, how="pronoun")
        mention.parties, mention.lost = (party,), _COST


def settle_struck(line: Line) -> None:
    """Let a state that a deed is done to be no doer of it: "Iran lên án cuộc tấn công của Israel vào nước này".

    "This country" right behind the owner of a deed is then the subject's.
    """
    for owner, mention in pairwise(line.mentions):
        if not owner.genitive or mention.role is None or mention.first - owner.last > _NEXT:
            continue
        if not any(p.how == "pronoun" and p.type == "GPE" for p in mention.parties):
            continue
        if not owner.countries & mention.countries:
            continue
        verb = next((p for p in reversed(line.predicates) if p.head < owner.first and p.subject is not None), None)
        subject = verb.subject if verb is not None else None
        if subject is None or len(subject.countries) != 1 or subject.countries & owner.countries:
            continue
        country = next(iter(subject.countries))
        state = structs.replace(mention.parties[0], entity=country, country=country, name=country)
        mention.parties, mention.lost = (state,), mention.lost + 0.05


def settle_others(line: Line) -> None:
    """Let "this country" that a deed is done to be no doer of it, but the one other state that the line names.

    So in "Nga triệu đại biện Anh, trục xuất hai nhà ngoại giao nước này" (expelled two of its diplomats): it is
    Britain, not Russia. Only where no ending shows a verb.
    """
    states = {h.first for h in line.hits.get("pronoun", ()) if h.payload.item.refers == "state"}
    for mention in line.mentions if states and not line.formed else ():
        if mention.first not in states or mention.role not in _UPON:
            continue
        verb = next((p for p in reversed(line.predicates) if p.head < mention.first), None)
        own = verb.subject.countries if verb is not None and verb.subject is not None else set()
        if mention.parties and (mention.countries != own or any(p.subject is mention for p in line.predicates)):
            continue
        if verb is None or verb.tags or len(own) != 1 or verb.subject is None or verb.subject.first > verb.head:
            continue
        if mention.parties and not any(h.payload.frame is not None for h in verb.hits):
            continue
        if any(m.genitive and 0 < mention.first - m.last <= _NEXT for m in line.mentions):
            continue  # "cuộc không kích của X vào nước này": whom X struck
        before = [m for m in line.mentions if m.last < mention.first and m.countries and not m.countries & own]
        others = {country for m in before for country in m.countries}
        if len(others) != 1:
            continue
        named = next(p for p in before[-1].parties if p.country)
        start, end = line.tokens[mention.first].start, line.tokens[mention.last].end
        state = structs.replace(
            named, start=start, end=end, text=line.words(mention.first, mention.last), entity=named.country,
            name=named.country or "", type="GPE", how="pronoun, not the subject",
        )  # fmt: skip
        mention.parties, mention.kind, mention.lost = (state,), "state", _COST
