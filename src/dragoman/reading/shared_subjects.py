"""Subjects that verbs share: in the middle of a clause, from the clause before, and from the verb behind."""

from __future__ import annotations

from itertools import pairwise

from .drafts import PROMISES
from .isolating import begins_clause, takes_clause, who_is_there
from .language import Language
from .line import Line, Mention, Predicate
from .reduced import behind_adverbial
from .verb_final import can_act, carried_off, told_fact

__all__ = [
    "described_by_deed",
    "inherit_backwards",
    "is_blocked",
    "opens_clause",
    "subject_medial",
    "unknown_agent",
]

_AUXILIARIES = 3


def opens_clause(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether nothing but clause words and particles stands before a verb in its clause ("after signing").

    Verbs without endings need no subject of their own even behind "that": "nói rằng đã gọi điện", says he called.
    """
    first = line.segments.index(predicate.segment)
    that = () if language.text.verb_endings else ("complementiser",)
    covered = {
        token
        for kind in ("subordinator", "cue", "infinitive", *that)
        for hit in line.hits.get(kind, ())
        for token in range(hit.first, hit.last + 1)
    }
    return all(token in covered for token in range(first, predicate.first))


def is_blocked(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether the clause has an unnamed subject of its own ("analysts", "officials"), or an unknown marked one."""
    nameless = [m for m in (*predicate.before, *predicate.after) if m.kind == "source" and m.role is None]
    nameless = [m for m in nameless if not predicate.first <= m.first < predicate.last]  # "[विरोध पत्र] भेजा"
    if line.formed and language.text.verb_endings and not language.subject_first:
        nameless = [m for m in nameless if not _behind_object(line, m, predicate)]
    unnamed = any(
        not m.genitive and (m.first < predicate.head or (language.subject_first and m.first == predicate.last + 1))
        for m in nameless
    )
    return unnamed or unknown_agent(line, predicate, language)


def _behind_object(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether a comma parts a phrase from the verb, and none from the verb before, whose object it belongs to."""
    earlier = [p for p in line.predicates if p.hits and p.head < mention.first and p.segment == predicate.segment]
    if not earlier or mention.last >= predicate.first:
        return False
    parted = any(line.tokens[at].text == "," for at in range(mention.last + 1, predicate.first))
    return parted and not any(line.tokens[at].text == "," for at in range(earlier[-1].last + 1, mention.first))


def unknown_agent(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether an agent's postposition stands behind words that mean nobody known: "भूकंप ने", "एक सूअर ने"."""
    if language.text.adpositions == "before":
        return False
    low = max((p.head for p in line.predicates if p.head < predicate.head), default=-1)
    taken = {m.marker[0] for m in line.mentions if m.marker is not None}
    return any(
        hit.payload.item.role == "agent"
        and low < hit.first < predicate.first
        and line.segments[hit.first] == predicate.segment
        and hit.first not in taken
        and line.mention_at(hit.first) is None
        for hit in line.hits.get("marker", ())
    )


def subject_medial(line: Line, predicate: Predicate, same: Predicate | None, language: Language) -> Mention | None:
    """Where the verb follows its subject: the nearest unmarked phrase before it that is nobody's object."""
    staying = None if language.text.verb_endings else who_is_there(line, predicate, same)
    if staying is not None:
        return staying
    bare = any(
        m.role is None and not m.genitive and not m.modifier and m.kind != "source" for m in predicate.before
    )
    for mention in reversed(predicate.before):
        if mention.role not in (None, "agent") or mention.genitive or mention.modifier:
            continue
        if mention.role == "agent" and _makes(line, mention, predicate, language):
            return mention
        if mention.role == "agent" and bare:  # "X bị cảnh sát bắt": who does it stands between
            continue
        if mention.role == "agent" and _agent_of(line, same):
            continue  # "troops backed by fighters clashed"
        if mention.kind == "source":
            if not language.text.verb_endings and _only_counted(line, mention):
                continue  # "Pháp, Đức và nhiều nước khác lên án"
            return mention if mention.parties else None
        if not can_act(mention):
            continue
        if same is not None and same.first <= mention.first <= same.last:
            return None  # part of the verb before: "summoned the envoy of China"
        idle = same is None or (not same.hits and same.subject is None)
        if idle or same is None or (same.last < mention.first and _new_clause(line, mention, predicate)):
            return mention
        if "infinitive" in predicate.tags and _promises(same):
            return same.subject  # "promised in a meeting with Deby to withdraw"
        if _controls(same) or (not line.formed and (takes_clause(line, same) or _thanks(same))):
            return mention
        if line.formed and same.last < mention.first and _adjoins(line, mention, predicate):
            return mention
        if same.last < mention.first:
            return mention if begins_clause(line, same, mention, predicate) else None
        return mention
    return behind_adverbial(line, predicate, same)


def _makes(line: Line, mention: Mention, predicate: Predicate, language: Language) -> bool:
    """Whether who does what a clause behind a noun tells stands right before its verb: "thuốc [do X] tặng Y"."""
    if language.text.verb_endings or mention.marker is None or mention.last + 1 != predicate.first:
        return False
    return not any(
        h.payload.kind == "cue" and h.payload.item.gives == "passive" for h in line.at[mention.marker[0]]
    )


def _only_counted(line: Line, mention: Mention) -> bool:
    """Whether others stand behind "and" who are only counted: "và nhiều nước"."""
    words = any(h.payload.kind == "class" and h.payload.item == "others" for h in line.at[mention.first])
    return words and mention.first > 1 and any(h.payload.kind == "coordinator" for h in line.at[mention.first - 1])


def described_by_deed(line: Line, previous: Predicate) -> Mention | None:
    """Return whom a deed behind him only describes, where he does what follows: "M23 [do X hậu thuẫn]"."""
    doer = previous.subject
    if doer is None or doer.role != "agent" or doer not in previous.before:
        return doer
    before = [m for m in previous.before if m.last < doer.first and m.role is None and not m.genitive and m.human]
    if before:
        return before[-1]
    opens = doer.marker[0] if doer.marker is not None else doer.first
    return None if opens and line.tokens[opens - 1].norm[0].isalpha() else doer  # "[thuốc] do X tặng đã tới"


def _agent_of(line: Line, same: Predicate | None) -> bool:
    """Whether the verb before is a passive of somebody whom we know, and so has an agent of its own."""
    known = same is not None and "passive" in same.tags and same.subject is not None and bool(same.subject.parties)
    return line.formed and known


def _adjoins(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether only an auxiliary parts a phrase from the finite verb behind it ("no way the country would …")."""
    between = range(mention.last + 1, predicate.head)
    cues = {at for hit in line.hits.get("cue", ()) for at in range(hit.first, hit.last + 1)}
    return bool(between) and len(between) <= _AUXILIARIES and all(at in cues for at in between)


def _new_clause(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether a phrase behind an earlier verb begins a clause: a joint before it, none between it and its verb."""
    joint = next((at for at in (mention.first - 1, mention.first - 2) if at >= 0 and _joins(line, at)), None)
    return joint is not None and not any(_joins(line, at) for at in range(mention.last + 1, predicate.first))


def _joins(line: Line, at: int) -> bool:
    return line.tokens[at].norm == "," or any(h.payload.kind == "coordinator" for h in line.at[at])


def _promises(predicate: Predicate) -> bool:
    """Whether its own subject acts in the infinitive that follows: "promised Kyiv to send"."""
    return any(hit.payload.frame is not None and hit.payload.frame.id in PROMISES for hit in predicate.hits)


def _controls(predicate: Predicate) -> bool:
    """Whether its object acts in the clause that follows: "accused Russia of supplying", "urged Israel to"."""
    return any(
        hit.payload.kind == "reporting"
        or (hit.payload.frame is not None and (hit.payload.frame.content or hit.payload.frame.type == "REQUEST"))
        for hit in predicate.hits
    )


def _thanks(predicate: Predicate) -> bool:
    """Whether its object acts in what somebody is thanked or praised for: "cảm ơn Ba Lan vì đã viện trợ"."""
    return any(h.payload.frame is not None and h.payload.frame.id in ("thank", "praise") for h in predicate.hits)


def _inner(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether a participle stands behind other words of its clause, a noun of which it describes."""
    open_form = "participle" in predicate.tags and "past" not in predicate.tags
    return open_form and predicate.segment in line.segments and not opens_clause(line, predicate, language)


def _opens_line(line: Line, predicate: Predicate, following: Predicate) -> bool:
    """Whether a verb without subject opens the line, and a comma parts it from a clause with its own subject."""
    if line.segments[predicate.head] != 0 or following.subject is None or following.subject_how != "subject":
        return False
    return any(
        line.tokens[at].text == "," and line.mention_at(at) is None
        for at in range(predicate.last + 1, following.subject.first)
    )


def _answered(line: Line, predicate: Predicate, following: Predicate) -> bool:
    """Whether the verb behind a fact condemns or answers it."""
    answers = any(h.payload.frame is not None and h.payload.frame.type == "ACCUSE" for h in following.hits)
    return answers and "verbal-noun" in predicate.tags and told_fact(line, predicate.last)


def _while_doing(line: Line, predicate: Predicate) -> bool:
    """Whether a participle tells what is done at the same time: "X को जिम्मेदार [ठहराते हुए] Y ने …".

    A pack lists what stands behind such participles in its patterns as the class `while-doing`.
    """
    if "participle" in predicate.tags:
        return True
    words = (h for h in line.hits.get("class", ()) if h.payload.item == "while-doing")
    return any(h.first == predicate.last > predicate.first for h in words)


def inherit_backwards(line: Line, language: Language) -> None:
    """Give a fronted clause without subject ("after meeting Kim, …") the subject of the clause that follows."""
    for predicate, following in reversed(list(pairwise(line.predicates))):
        kind = line.segment_kinds[predicate.segment]
        fronted = kind.startswith("time-") or kind in ("purpose", "cause")
        loose = predicate.tags & {"conjunctive", "infinitive", "progressive", "verbal-noun"}
        while_doing = language.subject_first and _while_doing(line, predicate)
        if language.subject_first and "conjunctive" in predicate.tags and carried_off(predicate, following):
            predicate.subject = None  # "জাহাজ আটক করে নিয়ে গেছে [বাহিনী]"
        missing = predicate.subject is None and following.subject is not None
        if not language.subject_first and not language.text.verb_endings:
            # "Gặp X, Y …" (meeting X, Y …); not where an unknown noun stands before the verb, its own subject
            opens = opens_clause(line, predicate, language)
            fronted = opens and (fronted or _opens_line(line, predicate, following))
        if line.formed and not language.subject_first and not language.cased and _inner(line, predicate, language):
            continue  # "after steps were taken [calling on X to act], the government …"
        if language.subject_first and {"verbal-noun", "locative"} <= predicate.tags:
            continue  # "অস্ত্র বিক্রি করায় X-এর ওপর নিষেধাজ্ঞা দিয়েছে Y": X sold
        if language.subject_first and _answered(line, predicate, following):
            continue  # "জলকামান ছোড়ার ঘটনায় … রাষ্ট্রদূতকে তলব করেছে": it is not who answers that did it
        conceding = {"conditional", "emphatic"} <= predicate.tags  # "… সায় দিলেও, …": although, of one subject
        if (
            missing
            and (fronted or loose or conceding or while_doing)
            and not is_blocked(line, predicate, language)
        ):
            predicate.subject, predicate.subject_how = following.subject, "subject of the clause after"
