"""Finds subjects where words stand in a free order and case and agreement tell who acts.

A subject is a nominative that agrees with its verb, before it or
behind it. A verb without one shares that of the clause it is joined to, or has none that the text names: a plural
by itself ("арестовали") hides who acts.
"""

from __future__ import annotations

from msgspec import structs

from ..packs.frames import Frame
from .agreement import agrees, excluded
from .cases import adjectival
from .language import Language
from .line import Line, Mention, Predicate
from .participles import described, own_phrases, unknown_noun

__all__ = ["keep_apart", "settle_gerunds", "subject_free"]

_NEAR = 4
"""Words between a verb and its subject behind it, phrases not counted; fewer where the form may be an object."""
_ADVERBS = 5
_SPEAKER = 8
"""Tokens behind a verb of saying in which its subject begins, where the words that it tells stand before it."""
_BESIDE = 2
"""Tokens from a phrase to the clause behind its comma."""
_PREPOSITION = 4
_OF_NOUN = frozenset(("against", "target", "companion", "between", "genitive", "toward"))
"""Roles of phrases that belong to the noun before them."""
_COUNTED = frozenset(("nominative", "accusative"))
_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"))
"""Types of what is done by words."""
_MEASURES = (("restrict",), ("censor",), ("curfew",), ("martial-law",), ("deport",))
"""Modes of what is done to people by those who rule where it is done."""
_OBLIQUE = frozenset(("genitive", "dative", "locative", "instrumental", "accusative"))


# --- subjects -------------------------------------------------------------------------------------


def subject_free(
    line: Line, predicate: Predicate, same: Predicate | None, previous: Predicate | None, language: Language
) -> tuple[Mention | None, str]:
    """Return who is the subject of a verb, and by which step."""
    kind = line.segment_kinds[predicate.segment]
    if "conjunctive" in predicate.tags:
        return None, "subject"
    if "participle" in predicate.tags and "finite" not in predicate.tags:
        if kind != "participial":
            return described(line, predicate.head, language), "noun of a participle"
        return _antecedent(line, predicate), "antecedent of a participle"
    charged = _in_dative(line, predicate)
    if charged is not None:
        return charged, "dative of an impersonal verb"
    if _says_behind(line, predicate):
        speaker = _speaker_behind(line, predicate, language)
        if speaker is not None or kind == "inserted":
            return speaker, "subject"
    own = [m for m in predicate.before if _may_act(m) and agrees(m, predicate, line, language)]
    strict = [m for m in own if "accusative" not in m.cases]
    either = bool(own) and (own[0].kind in ("state", "place") or _counted_people(own[0]))
    if either and not strict and "infinitive" not in predicate.tags:
        # "Токио посетил премьер-министр Вьетнама", "пятерых солдат убили повстанцы"
        behind = [m for m in predicate.after[:1] if _may_act(m) and m.kind in ("person", "body")]
        told = behind and "accusative" not in behind[0].cases and agrees(behind[0], predicate, line, language)
        if told and behind[0].first == predicate.last + 1:
            return behind[0], "subject"
    here = [m for m in own if line.segments[m.first] == predicate.segment] or own
    if strict or own:
        return (strict[-1] if strict else here[0]), "subject"
    if "infinitive" in predicate.tags:
        before = same or previous
        if before is not None and same is None and kind in ("content", "purpose"):
            return before.subject, "subject of the clause before"
        return _governor(before, predicate)
    parted = _before_saying(line, predicate, previous, language) if same is None else None
    if parted is not None:
        return parted, "subject"
    owner = _may_be_subject(line, predicate, language)
    if owner is not None and not _unknown_before(line, predicate, language):
        return owner, "subject"
    relative = _relative(line, predicate) if kind == "relative" else None
    if relative is not None:
        return relative, "antecedent of a relative clause"
    covered = not _unknown_before(line, predicate, language)
    behind = [
        m
        for m in predicate.after
        if _may_act(m) and agrees(m, predicate, line, language) and not _undergoes(m, predicate)
    ]
    strict = [m for m in behind if "accusative" not in m.cases]
    if strict and covered and _words_between(line, predicate, strict[0]) <= _NEAR:
        return strict[0], "subject"
    before = same if same is not None and same.subject is not None else previous
    shared = before.subject if before is not None else None
    joined = predicate.joined or (kind in ("relative", "content", "purpose") and same is None) or same is not None
    fits = shared is not None and (
        agrees(shared, predicate, line, language)
        # "в Исламабаде утверждают, что сбили …": those whom nobody names
        or (before is not None and before.subject_how == "place that speaks" and "plural" in predicate.tags)
    )
    either = "plural" in predicate.tags and predicate.first < line.segments.index(predicate.segment)
    if fits and joined and covered and not either and not _of_others(line, predicate):  # "войска, которые обучают"
        return shared, "subject of the clause before"
    if behind and covered and _words_between(line, predicate, behind[0]) < _NEAR:
        return behind[0], "subject"
    speaking = _place_that_speaks(line, predicate, language) if covered else None
    if speaking is not None:
        return speaking, "place that speaks"
    hides = any(hit.payload.frame is not None and hit.payload.frame.authority for hit in predicate.hits)
    predicate.unknown = hides and not covered and {"finite", "plural"} <= predicate.tags
    return None, "subject"


def _in_dative(line: Line, predicate: Predicate) -> Mention | None:
    """Return who manages or has to do what follows an impersonal verb: "[Индии] удалось договориться"."""
    verbs = [h.first for h in line.hits.get("class", ()) if h.payload.item == "impersonal"]
    at = next((at for at in verbs if 0 <= predicate.head - at <= _NEAR), None)
    if at is None or line.segments[at] != predicate.segment:
        return None
    own = [m for m in line.mentions if line.segments[m.first] == predicate.segment and m.last < at]
    return next((m for m in own if m.role == "dative" and m.human), None)


def keep_apart(line: Line, group: list[Predicate], language: Language) -> None:
    """Part the phrases of participles that stand before their nouns from those of the verbs around them."""
    before = [
        p for p in group if "participle" in p.tags and not p.tags & {"finite"}
        and line.segment_kinds[p.segment] != "participial"
    ]  # fmt: skip
    nouns = {p.head: described(line, p.head, language) for p in before}
    others = [p for p in group if p not in before]
    for predicate in before:
        noun = nouns[predicate.head]
        opens = noun.first if noun is not None else unknown_noun(line, predicate.head, language)
        opens = predicate.head + 1 if opens is None else opens  # "произошедшее осудила": a noun itself
        own = own_phrases(line, predicate, opens)
        if predicate.last >= opens and any(hit.last >= opens for hit in predicate.hits):
            own += _of_its_noun(line, predicate.last)
        predicate.before, predicate.after = [], own
        left = next((p for p in reversed(others) if p.head < predicate.head), None)
        right = next((p for p in others if p.head > predicate.head), None)
        if left is not None:
            high = right.head if right is not None else len(line.tokens)
            rest = [m for m in _clause_of(line, predicate) if opens <= m.first < high]
            left.after = [*(m for m in left.after if m not in own), *(m for m in rest if m not in left.after)]
        if right is not None:
            low = left.head if left is not None else -1
            rest = [m for m in _clause_of(line, predicate) if low < m.first < predicate.head]
            kept = [m for m in right.before if m not in own]
            right.before = [*(m for m in rest if m not in kept), *kept]


def _of_its_noun(line: Line, noun: int) -> list[Mention]:
    """Return the marked phrases right behind the noun of a participle: "введенные N санкции [против Ирана]"."""
    found: list[Mention] = []
    end = noun
    for mention in line.mentions:
        opens = mention.marker[0] if mention.marker is not None else mention.first
        if mention.first <= noun:
            continue
        if opens != end + 1 or mention.role not in (
            "against",
            "target",
            "companion",
            "between",
            "genitive",
            "toward",
        ):
            break
        found.append(mention)
        end = mention.last
    return found


def _clause_of(line: Line, predicate: Predicate) -> list[Mention]:
    """Return the mentions of a predicate's clause."""
    return [m for m in line.mentions if line.segments[m.first] == predicate.segment]


def settle_gerunds(line: Line) -> None:
    """Give gerunds the subject of the verb that they stand beside: of the one before, else of the next."""
    finite = [p for p in line.predicates if not p.tags & {"conjunctive", "infinitive", "participle"}]
    for predicate in line.predicates:
        if "conjunctive" not in predicate.tags:
            continue
        number = predicate.segment
        opens = line.segment_kinds[number] != "gerund"
        before = [p for p in finite if p.head < predicate.head and p.subject is not None]
        after = [p for p in finite if p.head > predicate.head and p.subject is not None]
        resumed = [p for p in after if line.segment_kinds[p.segment] == "resume" and p.segment == number + 1]
        chosen = after[:1] if opens else resumed or before[-1:] or after[:1]
        if chosen:
            predicate.subject = chosen[0].subject
            predicate.subject_how = "subject of the gerund's verb"


def _may_act(mention: Mention) -> bool:
    if mention.role is not None or mention.genitive or mention.modifier or mention.kind in ("thing", "others"):
        return False
    return "nominative" in mention.cases and (mention.human or mention.kind in ("place", "source", "speaker"))


def _antecedent(line: Line, predicate: Predicate) -> Mention | None:
    """Return the phrase right before the comma that opens a participle's clause."""
    opening = line.segments.index(predicate.segment)
    before = [m for m in line.mentions if m.last < opening]
    if not before or opening - before[-1].last > 2 or before[-1].modifier:
        return None
    return before[-1] if before[-1].human else None


def _counted_people(mention: Mention) -> bool:
    return "plural" in mention.tags and mention.cases == _COUNTED and mention.kind in ("people", "person", "body")


def _undergoes(mention: Mention, predicate: Predicate) -> bool:
    """Whether counted people stand behind a deed that needs somebody to be done to: "задержали 12 граждан"."""
    counted = _counted_people(mention) and mention.kind != "body"
    frames = [hit.payload.frame for hit in predicate.hits if hit.payload.frame is not None]
    return counted and any("object" in frame.recipient[:1] for frame in frames)


def _place_that_speaks(line: Line, predicate: Predicate, language: Language) -> Mention | None:
    """Return the capital or body in which somebody unnamed says something: "в Кремле опровергли"."""
    tags = predicate.tags or language.verbal_tags(line.tokens[predicate.head].norm) or frozenset()
    if not {"finite", "plural"} <= tags and "passive" not in tags:
        return None
    frames = [hit.payload.frame for hit in predicate.hits if hit.payload.frame is not None]
    measures = bool(frames) and _opens_with_place(line, predicate) and all(_measure(frame) for frame in frames)
    if (not measures and any(frame.type not in _SPOKEN for frame in frames)) or not predicate.hits:
        return None
    found = [m for m in (*reversed(predicate.before), *predicate.after[:1]) if m.role == "place" and m.parties]
    found = [m for m in found if m.kind in ("body", "state") or m.capital]
    if not found:
        return None
    speaker = found[0]
    if speaker.kind == "place" and len(speaker.countries) == 1:
        (party,) = speaker.parties
        state = structs.replace(party, entity=party.country, name=party.country, type="GPE", how="capital")
        speaker.parties, speaker.kind = (state,), "state"
    speaker.role = None
    return speaker


def _measure(frame: Frame) -> bool:
    """Whether only a state does it, or those who speak for it."""
    return frame.type in ("SANCTION", "REJECT") or frame.mode[:1] in _MEASURES


def _opens_with_place(line: Line, predicate: Predicate) -> bool:
    """Whether a clause begins with where it is done, and names nobody before its verb: "в Дании запретили …"."""
    first = line.segments.index(predicate.segment)
    before = predicate.before
    return len(before) == 1 and before[0].marker is not None and before[0].marker[0] == first


def _may_be_subject(line: Line, predicate: Predicate, language: Language) -> Mention | None:
    """Return a name right before a verb that may as well own the noun before: "до пуска МИД КНДР пригрозил"."""
    beside = [m for m in line.mentions if m.last == predicate.head - 1]
    found = beside[0] if beside else None
    fits = found is not None and found.genitive and "nominative" in found.cases and found.human
    return (
        found
        if fits and found is not None and found.parties and agrees(found, predicate, line, language)
        else None
    )


def _relative(line: Line, predicate: Predicate) -> Mention | None:
    """Return whom a relative pronoun in the nominative means; a commented place or time tells nobody."""
    opening = line.segments.index(predicate.segment)
    if predicate.first < opening:
        return None  # "[удар, который нанес] …": it means what the verb carries
    hits = [h for h in line.at[opening] if h.payload.kind == "subordinator" and h.payload.item.kind == "relative"]
    if not hits or hits[0].tags & _OBLIQUE or hits[0].last > hits[0].first or not _declined(hits):
        return None
    many = any(h.payload.item == "of-many" for h in line.at[opening] if h.payload.kind == "class")
    if many and {"finite", "present"} <= predicate.tags and "plural" not in predicate.tags:
        return None  # "Эмираты, которые [он] обвиняет"
    return _antecedent(line, predicate)


def _declined(hits: list) -> bool:  # type: ignore[type-arg]
    """Whether a relative word is one of those that decline, and no "where"."""
    return any(form.endswith("~") for form in hits[0].payload.item.forms)


def _speaker_behind(line: Line, predicate: Predicate, language: Language) -> Mention | None:
    """Return who speaks behind a verb of saying: "…, сообщил в среду министр N", "X, утверждают в Кремле, …"."""
    near = [
        m
        for m in predicate.after
        if m.first - predicate.last <= _SPEAKER and not _comma_between(line, predicate, m)
    ]
    named = [m for m in near if _may_act(m) and m.parties and agrees(m, predicate, line, language)]
    strict = [m for m in named if "accusative" not in m.cases]
    if strict:
        return strict[0]
    if named and named[0].first == predicate.last + 1:
        return named[0]
    placed = near and near[0].role == "place" and near[0].first - predicate.last <= _BESIDE
    return _place_that_speaks(line, predicate, language) if placed else None


def _before_saying(
    line: Line, predicate: Predicate, previous: Predicate | None, language: Language
) -> Mention | None:
    """Return the subject that an inserted clause of saying parts from its verb: "Рим, сообщил N, поставит …"."""
    if previous is None or not _says_behind(line, previous) or line.tokens[previous.first - 1].text != ",":
        return None
    here = [m for m in line.mentions if m.last == previous.first - 2]
    if any(p.head < previous.first for p in line.predicates) or not here:
        return None
    return here[0] if _may_act(here[0]) and agrees(here[0], predicate, line, language) else None


def _comma_between(line: Line, predicate: Predicate, mention: Mention) -> bool:
    return any(line.tokens[at].text == "," for at in range(predicate.last + 1, mention.first))


def _says_behind(line: Line, predicate: Predicate) -> bool:
    """Whether a verb of saying stands right behind the comma or the mark that ends the words before it."""
    says = any(hit.payload.kind == "reporting" for hit in predicate.hits)
    if line.segment_kinds and line.segment_kinds[predicate.segment] == "inserted":
        return says
    return says and predicate.first > 0 and line.tokens[predicate.first - 1].text in ",»”—–-"


def _words_between(line: Line, predicate: Predicate, mention: Mention) -> int:
    """Return how many words stand between a verb and a phrase behind it, other phrases not counted."""
    taken = {at for m in line.mentions for at in range(m.first, m.last + 1)}
    between = range(predicate.last + 1, mention.first)
    return sum(at not in taken and line.tokens[at].norm[0].isalnum() for at in between)


def _of_others(line: Line, predicate: Predicate) -> bool:
    """Whether a nameless source ("analysts") stands in the nominative beside the verb: it acts."""
    return any(m.kind == "source" and m.role is None and not m.genitive and "nominative" in m.cases
               for m in (*predicate.before, *predicate.after[:1]))  # fmt: skip


def _governor(before: Predicate | None, predicate: Predicate) -> tuple[Mention | None, str]:
    """Return whose act an infinitive is: of whom the verb before asks it, else of its subject."""
    if before is None or before.segment != predicate.segment:
        return None, "subject"
    asks = any(h.payload.frame is not None and h.payload.frame.type == "REQUEST" for h in before.hits)
    if asks:
        asked = [m for m in before.after if m.last < predicate.first and m.role in (None, "dative", "source")]
        return (asked[0] if asked and asked[0].human else None), "of whom it is asked"
    return before.subject, "subject of the clause before"


def _counts_unknown(line: Line, at: int, end: int) -> bool:
    """Whether a word that counts stands before a noun right before a verb, and nobody knows who that is."""
    if at + 2 != end or line.mention_at(at + 1) is not None or not line.tokens[at + 1].norm[0].isalpha():
        return False
    return any(h.payload.item in ("quantity", "quantity-object") for h in line.at[at] if h.payload.kind == "class")


def _counts(line: Line, at: int) -> bool:
    """Whether a word counts those whom the phrase behind it names: "двух граждан Японии"."""
    numeral = any(
        h.payload.item in ("quantity", "quantity-object") for h in line.at[at] if h.payload.kind == "class"
    )
    near = (behind for behind in (at + 1, at + 2) if behind < len(line.tokens))
    return numeral and any(line.mention_at(behind) is not None for behind in near)


def _unknown_before(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether a word that may be an unknown subject stands before a verb: governed by nothing, no adverb."""
    first = line.segments.index(predicate.segment)
    same = [p for p in line.predicates if p.segment == predicate.segment]
    first = max([first, *(p.last + 1 for p in same if p.head < predicate.head)])
    markers = {h.last for h in line.hits.get("marker", ())}
    for at in range(first, predicate.first):
        token = line.tokens[at]
        if _counts_unknown(line, at, predicate.first):
            return True  # "несколько аппаратов сбили истребители"
        if token.norm.endswith(language.text.oblique_endings) or _counts(line, at):
            continue
        if not token.norm[0].isalpha() or line.mention_at(at) is not None or token.norm in language.transparent:
            continue
        if any(time.start <= token.start < time.end for time in line.times):
            continue
        if any(h.payload.kind not in ("context", "class", "noun", "org-word", "place-word", "without") for s in
               range(max(0, at - 3), at + 1) for h in line.at[s] if h.last >= at):  # fmt: skip
            continue
        if adjectival(token.norm, language) or token.norm.endswith(language.text.adverb_endings):
            continue
        if any(back in markers for back in range(max(first, at - _PREPOSITION), at)):
            continue
        nouns = [a for a in language.inflection.noun(token.norm) if a.tags & _OBLIQUE]
        owned = at > first and line.tokens[at - 1].norm[0].isalpha() and bool(nouns)
        if owned or excluded(line, at, predicate, language):
            continue
        return True
    return False
