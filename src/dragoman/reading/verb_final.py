"""Who acts, where the verb stands last: among the phrases before the verb, or behind it.

News in such languages often puts the subject behind the verb ("… সফর করেছেন লাভরভ"): what stands unmarked right
behind it is the subject, and what stands unmarked before it is its object. A verb in the honorific speaks of
persons, never of a state.
"""

from __future__ import annotations

from .language import EntryHit
from .line import Line, Mention, Predicate

__all__ = ["before_future", "before_refusal", "can_act", "carried_off", "is_goal", "subject_of", "told_fact"]

_DESCRIBED = 2
"""Words from a word of agency to whom it describes."""
_DESCRIPTION = 4
"""Words that may describe, between a verb and its subject, which state or body that is."""
_BEHIND = 1
"""Words that may stand between a verb and the subject behind it."""


def can_act(mention: Mention) -> bool:
    """Whether a phrase can be somebody's act: human, or a capital, and no mere modifier."""
    if mention.kind == "speaker":  # who that is, is known when the words have a source
        return not mention.genitive
    if mention.modifier or mention.genitive or (not mention.human and not _capital(mention)):
        return False
    if mention.reflexive:  # "one's own ships" are somebody else's
        return False
    return mention.kind != "source"


def _capital(mention: Mention) -> bool:
    return mention.kind == "place" and mention.place is not None and mention.place.how in ("capital", "metonym")


def subject_of(line: Line, predicate: Predicate) -> Mention | None:
    """Return the subject of a verb that closes its clause; None where a nameless source or nobody is it."""
    marked = [m for m in predicate.before if m.role == "agent" and (m.human or m.capital)]
    if marked:
        return marked[-1]
    before = [
        m
        for m in predicate.before
        if m.role is None
        and not m.genitive
        and (m.kind == "source" or can_act(m))
        and not is_goal(m, predicate)
        and not _goal_of_noun(line, m)
        and not (
            m.needs_place
            and predicate.first <= m.first
            and m.last < predicate.last
            and not _in_crowd(m, predicate)
        )
    ]
    before = [
        m for m in before if len(before) < 2 or not (m.needs_place and (_being(line, m) or _names_act(line, m)))
    ]
    before = [m for m in before if not _acted_upon(line, m, predicate) and not _undergoes(line, m)]
    nameless = [m for m in predicate.after[:1] if m.kind == "source" and m.role is None and not m.genitive]
    if nameless and nameless[0].first == predicate.last + 1:  # "… নিষেধাজ্ঞা দিয়ে আসছে পশ্চিমা দেশগুলো"
        return None
    behind = [m for m in predicate.after if m.role is None and can_act(m)]
    if before and behind and _reached(predicate, behind[0]):  # "ओली पहुंचे [बीजिंग]"
        behind = []
    if behind and (behind[0].first - predicate.last - 1 <= _BEHIND or _apposed(line, predicate, behind[0])):
        before = [*behind[:1], *before]
    found = before or behind
    if "honorific" in predicate.tags:
        found = [m for m in found if m.kind not in ("state", "place") or _together(m)]
        found.sort(key=lambda m: m.kind not in ("person", "people", "source"))
    if not found or found[0].kind == "source":
        return None
    return found[0]


def _in_crowd(mention: Mention, predicate: Predicate) -> bool:
    """Whether people stand inside the words of what crowds do: "सड़कों पर [लाखों लोग] उतर आए"."""
    crowds = any(h.payload.frame is not None and h.payload.frame.people for h in predicate.hits)
    return crowds and mention.kind == "people" and mention.role is None


def _reached(predicate: Predicate, mention: Mention) -> bool:
    """Whether a country stands right behind a verb of arriving, in headlines, as where it leads."""
    near = mention.kind in ("state", "place") and mention.first == predicate.last + 1
    return near and any(h.payload.frame is not None and h.payload.frame.id == "arrive" for h in predicate.hits)


def _apposed(line: Line, predicate: Predicate, mention: Mention) -> bool:
    """Whether only what it is called stands between a verb and who acts: "… দেবে দ্বীপরাষ্ট্র [X]".

    A pack lists such nouns as the class `apposed`.
    """
    between = range(predicate.last + 1, mention.first)
    if len(between) > _DESCRIPTION:
        return False
    nouns = {h.last for h in line.hits.get("class", ()) if h.payload.item == "apposed"}
    plain = all(line.tokens[at].norm[0].isalpha() and line.mention_at(at) is None for at in between)
    marked = any(
        h.payload.kind in ("marker", "coordinator", "subordinator") for at in between for h in line.at[at]
    )
    return mention.first - 1 in nouns and plain and not marked


def _being(line: Line, mention: Mention) -> bool:
    """Whether a phrase only says what somebody is who is named behind it: "জিম্মি থাকা ২০ ইসরায়েলি"."""
    return any(p.first == mention.last + 1 and "verbal-noun" in p.tags for p in line.predicates)


def _names_act(line: Line, mention: Mention) -> bool:
    """Whether a phrase is part of a noun that names an act: "যুদ্ধবন্দী বিনিময়", an exchange of prisoners."""
    nouns = line.hits.get("noun", ())
    return any(hit.first <= mention.first and mention.last < hit.head for hit in nouns)


def _acted_upon(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether a place stands right before an infinitive, its object ("গ্রিনল্যান্ড কিনতে …")."""
    return mention.kind in ("state", "place") and any(
        p is not predicate and p.first == mention.last + 1 and "infinitive" in p.tags and p.head < predicate.head
        for p in line.predicates
    )


def _undergoes(line: Line, mention: Mention) -> bool:
    """Whether people of no nation are whom the noun right behind them counts: "[হাজারো মানুষ] হত্যার দায়ে"."""
    if mention.kind != "people" or not mention.needs_place or mention.tags:
        return False
    behind = line.at[mention.last + 1] if mention.last + 1 < len(line.at) else []
    return any(h.payload.kind == "noun" and h.tags & {"genitive", "locative"} for h in behind)


def _together(mention: Mention) -> bool:
    """Whether a phrase means those named before, whose persons a verb may honour ("both sides' envoys")."""
    return bool(mention.parties) and all(p.how.startswith("group") for p in mention.parties)


def is_goal(mention: Mention, predicate: Predicate) -> bool:
    """Whether an unmarked country right before a verb of visiting is its goal ("ভারত সফর করেছেন", "भारत पहुंचे").

    A single verb takes an unmarked goal only where the pack says that goals come first for it.
    """
    if mention.kind not in ("state", "place") or len(mention.parties) > 1 or mention.last + 1 != predicate.first:
        return False
    return any(_leads_to(h) for h in predicate.hits if h.payload.kind == "verb" and h.payload.frame is not None)


def _goal_of_noun(line: Line, mention: Mention) -> bool:
    """Whether a country stands right before the noun of a visit to it: "उनकी [भारत] यात्रा टल गई"."""
    return mention.kind in ("state", "place") and any(
        hit.first == mention.last + 1
        and hit.payload.frame is not None
        and hit.payload.frame.mode[:1] == ("visit",)
        for hit in line.hits.get("noun", ())
    )


def _leads_to(hit: EntryHit) -> bool:
    """Whether a verbal phrase of visiting, or one of taking or invading whose goal comes first, has a goal."""
    frame = hit.payload.frame
    first = bool(hit.payload.item.recipient[:1] == ("goal",))
    if frame is None or frame.id in ("seize", "invade"):
        return frame is not None and first
    return frame.mode[:1] == ("visit",) and (hit.first < hit.head or first)


def bound_by_duty(line: Line, predicate: Predicate) -> bool:
    """Whether somebody in the dative must do what an infinitive says ("दिल्ली को … करना चाहिए")."""
    if "past" in predicate.tags:  # "… करने को कहा": somebody says so
        return False
    if not any(m.role == "dative" for m in predicate.before) or any(m.role == "agent" for m in predicate.before):
        return False
    return any(
        hit.payload.item.gives == "obligation" and predicate.first < hit.first <= predicate.last + 1
        for hit in line.hits.get("cue", ())
    )


def described_by(line: Line, predicate: Predicate) -> Mention | None:
    """Return whom an infinitive with a word of agency describes ("हमला करने वाले आतंकी", those who attacked).

    A pack lists such words as the class `agency`.
    """
    if (traveller := _on_journey(line, predicate)) is not None:
        return traveller
    if not predicate.tags & {"infinitive", "verbal-noun"}:
        return None
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "agency"}
    if predicate.last + 1 not in words:
        return _described_bare(line, predicate)
    behind = [m for m in line.mentions if 0 < m.first - predicate.last - 1 <= _DESCRIBED]
    return behind[0] if behind and behind[0].human else None


def _on_journey(line: Line, predicate: Predicate) -> Mention | None:
    """Return who stands right behind the participle of a journey that he is on: "भारत दौरे पर आए [ब्रिटिश मंत्री] ने".

    A pack lists such participles as the class `come`.
    """
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "come"}
    if predicate.last not in words or "finite" in predicate.tags:
        return None
    if not any(h.payload.frame is not None and h.payload.frame.mode[:1] == ("visit",) for h in predicate.hits):
        return None
    behind = line.mention_at(predicate.last + 1) if predicate.last + 1 < len(line.tokens) else None
    told = behind is not None and (behind.role is not None or behind.genitive)
    return behind if behind is not None and told and behind.human else None


def _described_bare(line: Line, predicate: Predicate) -> Mention | None:
    """Return whom a verbal noun without a case stands right before: "আলোচনায় বসা [মন্ত্রীরা]", who sat in talks.

    Only of meetings: what else is told so mostly says who is meant ("গুলি করা ব্যক্তি", the man who shot).
    """
    met = any(h.payload.frame is not None and h.payload.frame.type == "CONSULT" for h in predicate.hits)
    if predicate.tags != {"verbal-noun"} or not met:
        return None
    behind = next((m for m in line.mentions if m.first == predicate.last + 1), None)
    if behind is None or not behind.human or behind.kind in ("state", "vehicle") or behind.genitive:
        return None
    return behind if behind.parties and not behind.modifier else None


def carried_off(predicate: Predicate, following: Predicate) -> bool:
    """Whether a ship or plane of nobody stands before a participle whose subject follows: it is the object."""
    own, other = predicate.subject, following.subject
    if own is None or other is None or other.first < following.head or predicate.subject_how != "subject":
        return False
    return own.kind == "vehicle" and own.needs_place and other.kind != "vehicle"


def before_future(line: Line, head: int) -> bool:
    """Whether the verb that closes the clause of a participle lies ahead: "बीजिंग जाकर … मिलेंगे"."""
    own = next((p for p in line.predicates if p.head == head), None)
    if own is None or "conjunctive" not in own.tags or own.tags & {"past", "future"}:
        return False
    closing = next(
        (p for p in line.predicates if p.head > head and p.tags & {"finite", "past", "future", "conditional"}),
        None,
    )
    return closing is not None and closing.segment == own.segment and "future" in closing.tags


def before_refusal(line: Line, head: int) -> bool:
    """Whether a participle belongs to an infinitive that somebody refuses: "ক্ষমা চেয়ে আবেদন করতে রাজি হননি"."""
    own = next((p for p in line.predicates if p.head == head), None)
    if own is None or "conjunctive" not in own.tags or own.tags & {"past", "finite"}:
        return False
    after = [p for p in line.predicates if p.head > head and p.segment == own.segment][:2]
    return (
        len(after) == 2
        and "infinitive" in after[0].tags
        and any(h.payload.frame is not None and h.payload.frame.id == "refuse" for h in after[1].hits)
    )


def told_fact(line: Line, last: int) -> bool:
    """Whether the word behind a verbal noun says that it happened ("নিহত হওয়ার ঘটনা").

    A pack lists such words as the class `told-fact`.
    """
    words = line.hits.get("class", ())
    return any(h.payload.item == "told-fact" and h.first == last + 1 for h in words)
