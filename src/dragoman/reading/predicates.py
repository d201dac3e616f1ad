"""Finds what is verbal in a line: triggers, reporting verbs, light verbs, verbs that only their ending shows.

The longest of overlapping triggers wins. Auxiliaries join their verb and lend it their tags; words that could be
verb or noun are told apart by what stands before them.
"""

from __future__ import annotations

from msgspec import structs

from .isolating import (
    in_capitals,
    is_coverb,
    is_preposition,
    measured,
    nominalised,
    owned,
    placed_as_verb,
    without_overlaps,
)
from .language import EntryHit, Language
from .line import Line, Predicate
from .verb_groups import copular, join_auxiliaries, modifies_noun, nominal, verbal
from .verb_last import is_bare

__all__ = ["find_predicates", "select"]

_BEHIND_FINITE = frozenset(
    ("coordinator", "contrast", "complementiser", "subordinator", "light", "happen", "marker", "vector", "cue")
)
"""Kinds of words behind a verb that leave it one."""
_AUXILIARIES = ("auxiliary", "describing")
"""Classes of the words that stand behind a participle which is a verb."""


def select(hits: list[EntryHit]) -> list[EntryHit]:
    """Return the hits that no longer hit covers; hits of one span all stay."""
    if len(hits) <= 1:
        return hits
    chosen: list[EntryHit] = []
    spans: dict[tuple[int, int], None] = {}
    for hit in sorted(hits, key=_longest):
        first, last = span = hit.first, hit.last
        if span not in spans:
            for begin, end in spans:
                if begin <= first and last <= end:
                    break
            else:
                spans[span] = None
                chosen.append(hit)
        else:
            chosen.append(hit)
    chosen.sort(key=_place)
    return chosen


def _longest(hit: EntryHit) -> tuple[int, int]:
    return hit.first - hit.last, hit.first


def _place(hit: EntryHit) -> tuple[int, int]:
    return hit.first, hit.last


def _over_verb(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a phrase with a gap reaches over another verb: "[ввело комендантский час и вывело войска]"."""
    for at in range(hit.first + 2, hit.last + 1):
        if at == hit.head or not any(h.payload.kind == "coordinator" for h in line.at[at - 1]):
            continue
        if "finite" in (language.verbal_tags(line.tokens[at].norm) or ()) and line.mention_at(at) is None:
            return True
    return False


def _only_colours(line: Line, hit: EntryHit) -> bool:
    """Whether the verb that a gap leads to only colours another's stem: "टैंक … नष्ट कर [दिए]"."""
    if hit.joint != hit.head or hit.first >= hit.head - 1:
        return False
    if not any(h.payload.kind == "vector" for h in line.at[hit.head]):
        return False
    kinds = ("plain", "light", "verb")
    return any(h.payload.kind in kinds and h.first == h.last and not h.tags for h in line.at[hit.head - 1])


def _takes_subject(line: Line, hit: EntryHit) -> bool:
    """Whether a phrase takes a word of who acts for the pact that is left: "Африканский [союз приостановил]"."""
    frame = hit.payload.frame
    if hit.first == hit.head or frame is None or frame.id != "leave-treaty":
        return False
    mention = line.mention_at(hit.first)
    acts = mention is not None and mention.kind in ("body", "state") and bool(mention.parties)
    return acts and mention is not None and "nominative" in mention.cases and mention.role is None


def _owns_act(line: Line, hit: EntryHit) -> bool:
    """Whether a phrase takes for its object whose act a noun tells: "После нападения [боевиков … ввёл]"."""
    if hit.first == hit.head or hit.joint == hit.first:
        return False
    return any(h.last == hit.first - 1 for h in line.hits.get("noun", ())) and any(
        hit.first < m.first and m.last < hit.head and m.role is None and "nominative" in m.cases and m.human
        for m in line.mentions
    )


def _by_nobody(line: Line, hit: EntryHit) -> bool:
    """Whether a meeting is called off and nobody is told to have done so: the noun alone tells it then."""
    frame = hit.payload.frame
    if frame is None or not frame.cancels or "passive" not in hit.tags:
        return False
    return not any(mention.role == "agent" for mention in line.mentions)


def find_predicates(line: Line, language: Language) -> None:
    """Set `line.predicates`, in order of their heads, still without arguments."""
    if "verb" in line.hits:
        line.hits["verb"] = [hit for hit in line.hits["verb"] if not _by_nobody(line, hit)]
    if language.cased and "verb" in line.hits:
        line.hits["verb"] = [
            hit
            for hit in line.hits["verb"]
            if not (_over_verb(line, hit, language) or _takes_subject(line, hit) or _owns_act(line, hit))
        ]
    if language.subject_first and "vector" in line.hits:
        line.hits["verb"] = [hit for hit in line.hits.get("verb", ()) if not _only_colours(line, hit)]
    triggers = select([*line.hits.get("verb", ()), *line.hits.get("noun", ()), *line.hits.get("reporting", ())])
    bare = not language.text.verb_endings
    if bare:
        triggers = without_overlaps(triggers)
    by_head: dict[int, Predicate] = {}
    nouns = {hit.head for hit in triggers if hit.payload.kind == "noun"}
    named = _named(line)
    if language.text.agglutinative:
        named |= _timed(line)
    for hit in triggers:
        if hit.payload.kind == "noun" or _grammatical(line, hit):
            continue
        if (hit.head in named or is_preposition(line, hit, language)) and not is_coverb(line, hit, language):
            continue
        if in_capitals(line, hit, language) or (is_bare(hit, language) and not _closes(line, hit.last)):
            continue
        if nominalised(line, hit) or (bare and measured(line, hit.first)):
            line.nominal.add(hit.head)
            continue
        if hit.payload.kind == "reporting" and not language.text.verb_endings and owned(line, hit):
            continue  # "tuyên bố của", the statement of
        if hit.head in nouns and not language.subject_first and not _stands_as_verb(line, hit):
            line.nominal.add(hit.head)
            continue
        _add(by_head, _tagged(hit, line, language))
    covered = {token for p in by_head.values() for token in range(p.first, p.last + 1)}
    for kind in ("light", "happen", "vector", "plain"):
        for hit in line.hits.get(kind, ()):
            if _grammatical(line, hit) or ("conjunctive" in hit.tags and _distributive(line, hit.head)):
                continue
            if modifies_noun(line, hit.head) or (kind == "plain" and _noun_by_marker(line, hit, language)):
                continue
            if language.text.agglutinative and line.tokens[hit.head].norm in language.transparent:
                continue  # "8 hours neomge": over eight hours
            if in_capitals(line, hit, language):
                continue
            if bare and kind == "plain" and not placed_as_verb(line, hit, language):
                continue
            if (kind == "plain" and is_preposition(line, hit, language)) or (
                bare and (owned(line, hit) or nominalised(line, hit))
            ):
                continue
            if hit.head not in covered and hit.head not in by_head and hit.head not in named:
                by_head[hit.head] = Predicate(hit.first, hit.last, hit.head, hit.tags)
    for head in [h for h, p in by_head.items() if not p.hits and _auxiliary(line, p, by_head, language)]:
        del by_head[head]
    if language.subject_first:
        join_auxiliaries(line, by_head, language)
    covered.update(token for p in by_head.values() for token in range(p.first, p.last + 1))
    covered |= named
    for hit in (*line.hits.get("marker", ()), *line.hits.get("subordinator", ())):
        covered.update(range(hit.first, hit.last + 1))
    for at, word in enumerate(line.tokens):
        if at in covered:
            continue
        tags = language.verbal_tags(word.norm) or copular(line, at, language)
        if tags is not None and verbal(line, at, language):
            by_head[at] = Predicate(at, at, at, tags)
    line.predicates = [by_head[head] for head in sorted(by_head)]
    if language.subject_first and not language.text.agglutinative:
        line.predicates = [p for p in line.predicates if not _only_adjective(line, p, language)]
        for predicate in line.predicates:
            predicate.adjectival = _describes_noun(line, predicate) or _under_way(line, predicate)


def _noun_by_marker(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a bare stem stands before an adposition, and so is a noun here: "[जीत] को मान्यता"."""
    if hit.tags or not language.subject_first or language.text.agglutinative or hit.last + 1 >= len(line.tokens):
        return False
    return any(h.payload.kind == "marker" for h in line.at[hit.last + 1])


def _closes(line: Line, last: int) -> bool:
    """Whether a word ends a clause."""
    return last + 1 >= len(line.tokens) or not line.tokens[last + 1].norm[0].isalnum()


def _timed(line: Line) -> set[int]:
    """Return the first tokens of times: a word that describes a day is no verb ("jinan 3-il")."""
    return {line.token_at(time.start) for time in line.times if " " in time.text}


def _describes_noun(line: Line, predicate: Predicate) -> bool:
    """Whether a passive participle stands before the noun that it describes: "रूस द्वारा किए गए हमले".

    Before an auxiliary it is the clause's verb ("किया गया है"); a pack lists these as the class `auxiliary`.
    """
    if not {"past", "passive"} <= predicate.tags or "finite" in predicate.tags:
        return False
    at = predicate.last + 1
    if at >= len(line.tokens) or not line.tokens[at].norm[0].isalpha():
        return at < len(line.tokens) and line.tokens[at].norm[0].isdigit()
    if any(h.payload.kind == "class" and h.payload.item == "auxiliary" for h in line.at[at]):
        return False
    return not any(h.payload.kind in _BEHIND_FINITE for h in line.at[at])


def _only_adjective(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether a form of habit right before a noun only describes it: "चीन की [बढ़ती] सैन्य गतिविधियों पर"."""
    at = predicate.last + 1
    if predicate.tags & {"finite", "past", "future"} or "habitual" not in predicate.tags or at >= len(line.tokens):
        return False
    if predicate.hits or predicate.first != predicate.last or predicate.helped:
        return False
    word = line.tokens[at].norm
    if not word[0].isalpha() or word in language.transparent or language.verbal_tags(word) is not None:
        return False
    return not any(h.payload.kind in _BEHIND_FINITE or h.payload.item in _AUXILIARIES for h in line.at[at])


def _under_way(line: Line, predicate: Predicate) -> bool:
    """Whether a participle with its auxiliary stands before the noun that it describes: "[विरोध कर रहे] छात्र".

    A pack lists such auxiliaries as the class `describing`.
    """
    words = {h.first for h in line.hits.get("class", ()) if h.payload.item == "describing"}
    at = predicate.last if predicate.last in words and predicate.last > predicate.first else predicate.last + 1
    if at not in words or "finite" in predicate.tags or "habitual" in predicate.tags:
        return False
    at += 1
    if at >= len(line.tokens) or not line.tokens[at].norm[0].isalnum():
        return False
    if line.tokens[at].norm[0].isdigit():
        return True
    return not any(h.payload.kind in _BEHIND_FINITE or h.payload.kind in ("verb", "cue") for h in line.at[at])


def _grammatical(line: Line, hit: EntryHit) -> bool:
    """Whether a verb form is no verb here: it closes reported words, tells hearsay, or marks its noun ("দিয়ে")."""
    if (
        hit.first == hit.head
        and "conjunctive" in hit.tags
        and any(h.payload.kind == "marker" and h.last == hit.head for h in line.at[hit.head])
    ):
        return True
    if "without" in line.hits and any(
        h.payload.kind == "without" and h.payload.item is hit.payload.item for h in line.at[hit.head]
    ):
        return True
    if hit.payload.kind != "reporting":
        return False
    for kind in ("closer", "hearsay", "rumour"):
        for other in line.hits.get(kind, ()):
            if other.first <= hit.first and hit.last <= other.last:
                return True
    return False


def _distributive(line: Line, head: int) -> bool:
    """Whether a light participle stands behind a number and its counter ("১০৩ জন করে", 103 each)."""
    return any(line.tokens[at].norm[0].isdigit() for at in range(max(0, head - 2), head))


def _auxiliary(line: Line, light: Predicate, by_head: dict[int, Predicate], language: Language) -> bool:
    """Whether a light verb only helps the verb close behind it ("had signed", "having met")."""
    if language.subject_first or language.cased:
        return False
    return any(
        0 < p.first - light.last <= 3 and p.hits and not any(light.last < m.first < p.first for m in line.mentions)
        for p in by_head.values()
    )


def _named(line: Line) -> set[int]:
    """Return the tokens of noun phrases and of the markers that belong to them."""
    tokens: set[int] = set()
    for mention in line.mentions:
        tokens.update(range(mention.first, mention.last + 1))
        if mention.marker is not None:
            tokens.update(range(mention.marker[0], mention.marker[1] + 1))
    for hit in line.hits.get("hearsay", ()):  # "it is reported" tells nothing but that
        tokens.update(range(hit.first, hit.last + 1))
    return tokens


def _stands_as_verb(line: Line, hit: EntryHit) -> bool:
    """Whether a form that is noun and verb alike ("visits", "strike") is a verb here, by what stands before it."""
    if "past" in hit.tags or "progressive" in hit.tags:
        return True
    at = hit.first - 1
    while at >= 0 and any(h.payload.kind == "cue" and h.payload.item.gives == "negation" for h in line.at[at]):
        at -= 1
    if at < 0:
        return False
    mention = line.mention_at(at)
    if mention is not None:
        return mention.human and not mention.genitive and not mention.modifier and mention.kind != "demonym"
    return any(h.payload.kind in ("cue", "infinitive") and h.last == at for s in range(max(0, at - 3), at + 1)
               for h in line.at[s])  # fmt: skip


def _tagged(hit: EntryHit, line: Line, language: Language) -> EntryHit:
    """Give a pattern that ends with a verb in one form the tags of that form; a denial in it is its meaning."""
    frame = hit.payload.frame
    if hit.tags or not language.subject_first or frame is None or frame.type == "REQUEST":
        return hit
    if nominal(line, hit.head):
        return hit  # "একমত" has the ending of a habitual past
    wanted = {"finite", "infinitive"} if hit.first == hit.last else {"finite"}
    forms = [one for one in language.inflection.verb(line.tokens[hit.head].norm) if one.tags & wanted]
    form = min(forms, key=lambda one: len(one.stem), default=None)  # "হবে" is হ-বে rather than হব-ে
    return structs.replace(hit, tags=form.tags - {"negative"}) if form is not None else hit


def _add(by_head: dict[int, Predicate], hit: EntryHit) -> None:
    known = by_head.get(hit.head)
    if known is None:
        by_head[hit.head] = Predicate(hit.first, hit.last, hit.head, hit.tags, [hit])
    else:
        known.hits.append(hit)
        known.first, known.last = min(known.first, hit.first), max(known.last, hit.last)
