"""Cuts a line into clauses, finds what is verbal in it, and gives every verb its subject and its phrases.

Cut from outside in: punctuation, subordinators and complementisers first, coordinators where they join
clauses and not names. Then predicates (triggers, reporting verbs, light verbs, verbs that only their ending
shows) take the mentions beside them, by the word order of the language.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from ..packs.schema import Tag
from .isolating import begins_clause, is_coverb, is_preposition, nested, nominalised, owned, unknown_subject
from .language import EntryHit, Language
from .line import Line, Mention, Predicate
from .turned import is_turned
from .verb_final import can_act, subject_of

__all__ = ["SUBORDINATE", "find_predicates", "segment", "select"]

_SCARE = 6
"""Tokens from a quotation mark to the one that closes it, where they only set words apart."""
_CASES: frozenset[Tag] = frozenset(("genitive", "dative", "locative"))
_OPEN_FORMS: frozenset[Tag] = frozenset(("infinitive", "verbal-noun"))
_EDGES = frozenset(";:()[]—")
_QUOTES = frozenset('"“”‘’«»„「」')
_VERBAL = frozenset(
    ("past", "present", "future", "finite", "conjunctive", "perfect", "progressive", "conditional")
)
SUBORDINATE = frozenset(
    ("relative", "condition", "time-before", "time-after", "time-while", "cause", "concession", "purpose",
     "whether", "comparison", "content")
)  # fmt: skip


def select(hits: list[EntryHit]) -> list[EntryHit]:
    """Return the hits that no longer hit covers; hits of one span all stay."""
    chosen: list[EntryHit] = []
    for hit in sorted(hits, key=lambda one: (one.first - one.last, one.first)):
        inside = any(
            other.first <= hit.first
            and hit.last <= other.last
            and (other.first, other.last) != (hit.first, hit.last)
            for other in chosen
        )
        if not inside:
            chosen.append(hit)
    chosen.sort(key=lambda one: (one.first, one.last))
    return chosen


# --- predicates -----------------------------------------------------------------------------------


def find_predicates(line: Line, language: Language) -> None:
    """Set `line.predicates`, in order of their heads, still without arguments."""
    triggers = select([*line.hits.get("verb", ()), *line.hits.get("noun", ()), *line.hits.get("reporting", ())])
    by_head: dict[int, Predicate] = {}
    nouns = {hit.head for hit in triggers if hit.payload.kind == "noun"}
    named = _named(line)
    for hit in triggers:
        if hit.payload.kind == "noun" or _grammatical(line, hit):
            continue
        if (hit.head in named or is_preposition(line, hit, language)) and not is_coverb(line, hit, language):
            continue
        if nominalised(line, hit):
            line.nominal.add(hit.head)
            continue
        if hit.payload.kind == "reporting" and not language.text.verb_endings and owned(line, hit):
            continue  # "tuyên bố của", the statement of
        if hit.head in nouns and not language.subject_first and not _stands_as_verb(line, hit):
            line.nominal.add(hit.head)
            continue
        _add(by_head, hit)
    covered = {token for p in by_head.values() for token in range(p.first, p.last + 1)}
    for kind in ("light", "happen", "vector", "plain"):
        for hit in line.hits.get(kind, ()):
            if _grammatical(line, hit) or ("conjunctive" in hit.tags and _distributive(line, hit.head)):
                continue
            if _modifies_noun(line, hit.head):
                continue
            if kind == "plain" and (
                is_preposition(line, hit, language) or owned(line, hit) or nominalised(line, hit)
            ):
                continue
            if hit.head not in covered and hit.head not in by_head and hit.head not in named:
                by_head[hit.head] = Predicate(hit.first, hit.last, hit.head, hit.tags)
    for head in [h for h, p in by_head.items() if not p.hits and _auxiliary(line, p, by_head, language)]:
        del by_head[head]
    if language.subject_first:
        _join_auxiliaries(line, by_head, language)
    covered.update(token for p in by_head.values() for token in range(p.first, p.last + 1))
    covered |= named
    for hit in (*line.hits.get("marker", ()), *line.hits.get("subordinator", ())):
        covered.update(range(hit.first, hit.last + 1))
    for at in range(len(line.tokens)):
        if at not in covered and _verbal(line, at, language):
            tags = max((a.tags for a in language.inflection.verb(line.tokens[at].norm)), key=len)
            by_head[at] = Predicate(at, at, at, tags)
    line.predicates = [by_head[head] for head in sorted(by_head)]


def _modifies_noun(line: Line, at: int) -> bool:
    """Whether a word is a pack's cue for nouns alone ("being on a visit"), so no verb of its own."""
    return any(h.payload.kind == "cue" and h.payload.item.of == "noun" for h in line.at[at])


def _grammatical(line: Line, hit: EntryHit) -> bool:
    """Whether a verb form is no verb here: it closes reported words, tells hearsay, or marks its noun ("দিয়ে")."""
    if (
        hit.first == hit.head
        and "conjunctive" in hit.tags
        and any(h.payload.kind == "marker" and h.last == hit.head for h in line.at[hit.head])
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
    if language.subject_first:
        return False
    return any(
        0 < p.first - light.last <= 3 and p.hits and not any(light.last < m.first < p.first for m in line.mentions)
        for p in by_head.values()
    )


def _join_auxiliaries(line: Line, by_head: dict[int, Predicate], language: Language) -> None:
    """Make light verbs close behind another verb part of it ("कर दिया", "किया जाएगा"), with all their tags."""
    passive = {h.head for h in line.hits.get("cue", ()) if h.payload.item.gives == "passive"}
    happening = {h.head for h in line.hits.get("happen", ())}
    vectors = {h.head for h in line.hits.get("vector", ())}
    lights = vectors | {h.head for kind in ("light", "happen") for h in line.hits.get(kind, ())}
    heads = sorted(by_head)
    for head in reversed(heads):
        verb = by_head[head]
        following = next((h for h in sorted(by_head) if h > head), None)
        if following is None or following not in lights:
            continue
        helper = by_head[following]
        if helper.hits and not (following in vectors and _only_helps(verb, helper)):
            continue
        if "conjunctive" in verb.tags and not (following in vectors and helper.first == verb.last + 1):
            continue
        between = line.tokens[verb.last + 1 : helper.first]
        if helper.first <= verb.last or any(token.norm not in language.transparent for token in between):
            continue
        verb.tags = _whole(verb.tags, helper.tags, following in passive, following in happening)
        verb.last, verb.helped = helper.last, True
        del by_head[following]


def _only_helps(verb: Predicate, helper: Predicate) -> bool:
    """Whether a verb that could be one of its own ("went") is an auxiliary behind this form of another."""
    if verb.tags & {"infinitive", "verbal-noun"}:
        return not helper.tags  # "करने जा रहे हैं", but "मिलने गए"
    return "conjunctive" not in verb.tags


def _whole(verb: frozenset[Tag], helper: frozenset[Tag], passive: bool, happens: bool) -> frozenset[Tag]:
    """Return the tags of verb and auxiliary: a bare stem takes the auxiliary's, a perfective may be passive."""
    if not verb or "conjunctive" in verb:
        return helper
    if verb & {"verbal-noun"} and passive and not verb & _CASES:
        return frozenset(helper | {"passive"})
    if verb & {"infinitive", "verbal-noun"}:
        return verb
    if "habitual" in verb and happens:  # "saying so, he …": done at the same time
        return (verb - {"habitual"}) | {"past"}
    if "past" in verb and passive:
        return frozenset(helper | {"passive"})
    return verb | helper


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


def _add(by_head: dict[int, Predicate], hit: EntryHit) -> None:
    known = by_head.get(hit.head)
    if known is None:
        by_head[hit.head] = Predicate(hit.first, hit.last, hit.head, hit.tags, [hit])
    else:
        known.hits.append(hit)
        known.first, known.last = min(known.first, hit.first), max(known.last, hit.last)


def _verbal(line: Line, at: int, language: Language) -> bool:
    """Whether a word that no lexicon has is a verb, by its ending (and its place, where endings are few)."""
    word = line.tokens[at]
    if word.norm in language.transparent and language.subject_first:
        return False
    if not word.norm[0].isalpha() or any(h.payload.kind not in ("context", "class", "cue") for h in line.at[at]):
        return False
    if _modifies_noun(line, at):
        return False
    verbal = any(
        analysis.tags & _VERBAL and len(word.norm) - len(analysis.stem) >= language.text.least_ending
        for analysis in language.inflection.verb(word.norm)
    )
    if not verbal or language.subject_first:
        return verbal
    if word.text[0].isupper() or at == 0:
        return False
    before = line.mention_at(at - 1)
    return (before is not None and not before.genitive and not before.modifier) or any(
        hit.payload.kind in ("coordinator", "subordinator") for hit in line.at[at - 1]
    )


# --- segments -------------------------------------------------------------------------------------


def segment(line: Line, language: Language) -> None:
    """Set `line.segments` and `line.segment_kinds`, and number the predicates by segment."""
    borders: dict[int, str] = {}
    closing: dict[int, str] = {}
    for hit in line.hits.get("subordinator", ()):
        if line.mention_at(hit.first) is not None or _marks(line, hit):
            continue
        if hit.payload.item.closes and not any(0 <= hit.first - p.last - 1 <= 1 for p in line.predicates):
            continue
        if hit.payload.item.closes:
            closing[hit.last + 1] = hit.payload.item.kind
        else:
            borders[hit.first] = hit.payload.item.kind
    for hit in line.hits.get("contrast", ()):
        borders.setdefault(hit.first, "contrast")
    for hit in line.hits.get("complementiser", ()):
        borders[hit.first] = "content" if _introduced(line, hit.first) else borders.get(hit.first, "relative")
    for hit in line.hits.get("coordinator", ()):
        if _joins_clauses(line, hit, language):
            borders.setdefault(hit.first, "coordinate")
    scare = _scare_quotes(line)
    asides = _asides(line)
    for at, token in enumerate(line.tokens):
        if at in asides or at in asides.values():
            continue
        if token.text in _EDGES or (token.text in _QUOTES and at not in scare):
            borders.setdefault(at, "coordinate")
            borders.setdefault(at + 1, "coordinate")
        elif token.text == "," and _comma_cuts(line, at, language):
            borders.setdefault(at + 1, "coordinate")
    _number(line, borders, closing)
    for predicate in line.predicates:
        predicate.segment = line.segments[predicate.head]


def _asides(line: Line) -> dict[int, int]:
    """Return the brackets around a few words without a verb, which cut no clause: opening -> closing."""
    found: dict[int, int] = {}
    for at, token in enumerate(line.tokens):
        if token.text in "([":
            close = next(
                (c for c in range(at + 1, min(len(line.tokens), at + _SCARE)) if line.tokens[c].text in ")]"), 0
            )
            if close and not any(at < predicate.head < close for predicate in line.predicates):
                found[at] = close
    return found


def _scare_quotes(line: Line) -> set[int]:
    """Return the quotation marks around words that are no speech: a few of them, without a verb of their own."""
    marks = [at for at, token in enumerate(line.tokens) if token.text in _QUOTES]
    heads = [predicate.head for predicate in line.predicates]
    found: set[int] = set()
    for left, right in pairwise(marks):
        few = right - left <= _SCARE and not any(left < head < right for head in heads)
        # What begins with a small letter is a piece of the sentence, however long.
        piece = line.tokens[left + 1].text[:1].islower() and left + 1 < right
        if left not in found and (few or piece):
            found.update((left, right))
    return found


def _marks(line: Line, hit: EntryHit) -> bool:
    """Whether a subordinator is the adposition of a noun phrase here ("কিমের জন্য")."""
    return any(m.marker is not None and m.marker[0] <= hit.first <= m.marker[1] for m in line.mentions)


def _number(line: Line, borders: dict[int, str], closing: dict[int, str]) -> None:
    numbers: list[int] = []
    kinds = ["main"]
    here = began = 0
    in_relative = False
    asides = _asides(line)
    heads = [predicate.head for predicate in line.predicates]
    close, outer = -1, 0
    for at, token in enumerate(line.tokens):
        if at in asides and at > close:
            close, outer = asides[at], here
            kinds.append("aside")
            here = len(kinds) - 1
        elif at <= close:
            pass
        elif at in borders:
            kinds.append(borders[at])
            here, began = len(kinds) - 1, at
            in_relative = borders[at] == "relative"
        elif at in closing:
            kinds[-1] = closing[at]
            kinds.append("main")
            here = len(kinds) - 1
        elif in_relative and token.text == "," and at > 0 and borders.get(at - 1) != "relative":
            kinds.append("resume")
            here = len(kinds) - 1
            in_relative = False
        elif token.text == "," and _fronted(line, kinds[here], began, at, heads):
            kinds.append("main")
            here = len(kinds) - 1
        numbers.append(here)
        if at == close:
            here = outer
    line.segments, line.segment_kinds = numbers, kinds


def _fronted(line: Line, kind: str, began: int, comma: int, heads: list[int]) -> bool:
    """Whether a comma ends a subordinate clause that stands before its main clause."""
    if kind not in SUBORDINATE or kind in ("relative", "content"):
        return False
    if any(head < began for head in heads) or not any(began <= head < comma for head in heads):
        return False
    return any(head > comma for head in heads) and not any(m.first < comma < m.last for m in line.mentions)


def _introduced(line: Line, at: int) -> bool:
    """Whether a complementiser follows a verb of saying, accusing, promising … closely enough."""
    return any(
        predicate.head < at
        and at - predicate.head <= 6
        and any(
            h.payload.kind == "reporting" or (h.payload.frame and h.payload.kind == "verb") for h in predicate.hits
        )
        for predicate in line.predicates
    )


def _joins_clauses(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a coordinator joins clauses (a verb on its left, and one of its own on its right)."""
    if any(mention.first < hit.first and hit.last < mention.last for mention in line.mentions):
        return False
    left = [p for p in line.predicates if p.last < hit.first]
    right = [p for p in line.predicates if p.first > hit.last]
    if not left or not right:
        return False
    if language.subject_first:
        return hit.first - left[-1].last <= 3
    near = right[0].first - hit.last
    return near <= 3 or any(
        hit.last < m.first <= hit.last + 3 and m.first < right[0].first and m.role is None for m in line.mentions
    )


def _comma_cuts(line: Line, at: int, language: Language) -> bool:
    """Whether a comma ends a clause. In verb-final languages it does behind a verb."""
    if not language.subject_first:
        return False
    return any(
        at - 4 <= p.last < at and (not _mention_between(line, p.last, at) or _subject_behind(line, p, at))
        for p in line.predicates
    )


def _subject_behind(line: Line, predicate: Predicate, comma: int) -> bool:
    """Whether all that stands between a verb and a comma is its subject, as in headlines ("मिले ब्लिंकन, …")."""
    between = [m for m in line.mentions if predicate.last < m.first < comma]
    return len(between) == 1 and between[0].first == predicate.last + 1 and between[0].last == comma - 1


def _mention_between(line: Line, first: int, last: int) -> bool:
    return any(first < mention.first < last for mention in line.mentions)


# --- arguments ------------------------------------------------------------------------------------


def attach(line: Line, language: Language) -> None:
    """Give every predicate the mentions beside it and its subject."""
    by_segment: dict[int, list[Predicate]] = {}
    for predicate in line.predicates:
        by_segment.setdefault(predicate.segment, []).append(predicate)
    previous: Predicate | None = None
    outer: Predicate | None = None
    for number in range(len(line.segment_kinds)):
        kind = line.segment_kinds[number]
        if kind == "content":
            outer = previous
        elif kind == "coordinate" and outer is not None and _behind_comma(line, number):
            previous, outer = outer, None
        group = by_segment.get(number, [])
        mentions = [m for m in line.mentions if _segment_of(line, m) == number]
        loose = _loose(line, number, by_segment) if number and not language.subject_first else []
        for index, predicate in enumerate(group):
            low = group[index - 1].head if index else -1
            high = group[index + 1].head if index + 1 < len(group) else len(line.tokens)
            if language.subject_first:
                low = _last_finite(group[:index], predicate)
                low = max(low, _closed_at(line, group[index - 1], predicate)) if index else low
            closing = predicate.last if any(is_turned(h, language) for h in predicate.hits) else predicate.head
            predicate.before = [m for m in mentions if low < m.first and m.last < closing]
            predicate.after = [m for m in mentions if closing < m.first < high]
            if language.subject_first and index + 1 < len(group):
                closed = _closed_at(line, predicate, group[index + 1])
                predicate.after = [m for m in mentions if closing < m.first < closed]
            predicate.joined = index > 0 or line.segment_kinds[number] not in SUBORDINATE
            if not index and loose and line.segment_kinds[number] == "resume":
                predicate.before = loose + predicate.before
        for index, predicate in enumerate(group):
            same = group[index - 1] if index else None
            _find_subject(line, predicate, same, previous if not index else same, language)
        if language.subject_first:
            _share_through_closers(line, group)
        else:
            _leave_subjects(line, group)
        told = [predicate for predicate in group if predicate.subject is not None]
        if told and kind != "relative":
            previous = next((p for p in reversed(told) if not nested(line, p)), told[-1])
    _inherit_backwards(line, language)
    _settle_reflexives(line)


def _settle_reflexives(line: Line) -> None:
    """Give "one's own" the parties of the subject of its clause, or of the clause behind it."""
    for mention in line.mentions:
        if not mention.reflexive:
            continue
        number = line.segments[mention.first]
        around = [p for p in line.predicates if p.subject is not None and not p.subject.reflexive]
        same = [p for p in around if p.segment == number and p.head > mention.last]
        behind = [p for p in around if p.head > mention.last]
        found = next(iter(same or behind), None)
        if found is not None and found.subject is not None:
            mention.parties = tuple(msgspec.structs.replace(p, how="reflexive") for p in found.subject.parties)
            mention.kind, mention.lost = found.subject.kind, found.subject.lost


def _leave_subjects(line: Line, group: list[Predicate]) -> None:
    """Take the subject of a following verb, behind a comma, from the phrases of the verb before ("…, he said")."""
    for predicate, following in pairwise(group):
        subject = following.subject
        if subject is None or subject not in predicate.after or following.subject_how != "subject":
            continue
        first = subject.marker[0] if subject.marker and subject.marker[0] < subject.first else subject.first
        if any(line.tokens[at].text == "," for at in range(max(predicate.last, first - 2), first)):
            predicate.after = [mention for mention in predicate.after if mention is not subject]


def _closed_at(line: Line, predicate: Predicate, following: Predicate) -> int:
    """Return the token that closes what is reported between two verbs ("… করেছে বলে জানিয়েছে"), or -1."""
    return max(
        (h.first for h in line.hits.get("closer", ()) if predicate.last < h.first <= following.first), default=-1
    )


def _share_through_closers(line: Line, group: list[Predicate]) -> None:
    """Settle who acts and who says it, where what is said stands before the verb of saying.

    Two unmarked phrases before the inner verb are speaker and actor, in this order; one alone is both, unless the
    speaker stands behind. A clause without subject is the speaker's own ("… প্রস্তুত বলে জানিয়েছে দিল্লি").
    """
    for inner, outer in pairwise(group):
        if _closed_at(line, inner, outer) < 0 or not any(h.payload.kind == "reporting" for h in outer.hits):
            continue
        if outer.subject is None or outer.subject_how != "subject":
            bare = [m for m in inner.before if m.role is None and can_act(m)]
            if len(bare) > 1 and inner.subject is bare[0]:
                outer.subject, outer.subject_how = bare[0], "first of two phrases"
                inner.subject = bare[1]
        elif inner.subject is None:
            inner.subject, inner.subject_how = outer.subject, "who says it"


def _segment_of(line: Line, mention: Mention) -> int:
    """Return a phrase's segment; one in brackets belongs where the adposition behind them stands."""
    number = line.segments[mention.first]
    if line.segment_kinds[number] == "aside" and mention.marker is not None:
        return line.segments[mention.marker[0]]
    return number


def _last_finite(earlier: list[Predicate], predicate: Predicate) -> int:
    """Where the verb stands last, phrases before an embedded infinitive may belong to the verb behind it.

    Return the head of the last verb that closes what stands before it. Infinitives and verbal nouns close it for
    each other only.
    """
    for one in reversed(earlier):
        if not one.tags & _OPEN_FORMS or predicate.tags & _OPEN_FORMS:
            return one.head
    return -1


def _behind_comma(line: Line, number: int) -> bool:
    """Whether a clause begins with a comma and a coordinator: it goes on with the outer clause."""
    if number not in line.segments:
        return False
    at = line.segments.index(number)
    return at > 0 and line.tokens[at - 1].text == ","


def _loose(line: Line, number: int, by_segment: dict[int, list[Predicate]]) -> list[Mention]:
    """Return mentions of the clause that a relative clause interrupted, where it had no verb yet."""
    if number < 2 or by_segment.get(number - 2):
        return []
    return [m for m in line.mentions if line.segments[m.first] == number - 2]


def _find_subject(
    line: Line, predicate: Predicate, same: Predicate | None, previous: Predicate | None, language: Language
) -> None:
    if (
        not language.subject_first
        and language.text.modifier == "before"
        and _unknown_subject(line, predicate, language)
    ):
        return
    found = subject_of(line, predicate) if language.subject_first else _subject_medial(line, predicate, same)
    predicate.unknown = (found is None or found.role != "agent") and _unknown_agent(line, predicate, language)
    if found is not None and not predicate.unknown:
        predicate.subject = found
        return
    if line.segment_kinds[predicate.segment] == "relative" and same is None:
        before = [
            m for m in line.mentions if m.last < predicate.head and line.segments[m.first] < predicate.segment
        ]
        near = bool(before) and (language.subject_first or _beside_relative(line, before[-1], predicate))
        if near and before[-1].human and not before[-1].modifier:
            predicate.subject, predicate.subject_how = before[-1], "antecedent of a relative clause"
        return
    if (
        previous is not None
        and (predicate.joined or (same is None and not language.subject_first and _opens_clause(line, predicate)))
        and previous.subject is not None
        and not _blocked(line, predicate, language)
        and not unknown_subject(line, previous, predicate, language)
    ):
        predicate.subject, predicate.subject_how = previous.subject, "subject of the clause before"


def _beside_relative(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether at most a comma stands between a phrase and the relative clause ("an earthquake which struck")."""
    opening = line.segments.index(predicate.segment)
    words = line.tokens[mention.last + 1 : opening]
    return len(words) <= 2 and not any(word.norm[0].isalnum() for word in words)


def _opens_clause(line: Line, predicate: Predicate) -> bool:
    """Whether nothing but clause words and particles stands before a verb in its clause ("after signing")."""
    first = line.segments.index(predicate.segment)
    covered = {
        token
        for kind in ("subordinator", "cue", "infinitive")
        for hit in line.hits.get(kind, ())
        for token in range(hit.first, hit.last + 1)
    }
    return all(token in covered for token in range(first, predicate.first))


def _unknown_subject(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether an unknown noun stands right before a verb, where heads end their phrases: it is the subject.

    So "an earthquake flattened" and "a separatist shot dead" have no actor that we could name.
    """
    if not predicate.tags & {"past", "present", "finite", "participle"}:
        return False
    at = predicate.first - 1
    while at >= 0 and (
        line.tokens[at].norm in language.transparent
        or line.tokens[at].norm.endswith(language.text.adverb_endings)
        or any(h.payload.kind in ("cue", "light", "happen") for h in line.at[at])
    ):
        at -= 1
    if at < 0 or not line.tokens[at].norm.isalpha() or line.tokens[at].text[0].isupper():
        return False
    if line.at[at] and any(
        h.payload.kind not in ("context", "class", "org-word", "place-word") for h in line.at[at]
    ):
        return False
    if line.mention_at(at) is not None or _depends(line, at):
        return False
    start = line.tokens[at].start
    return not any(time.start <= start < time.end for time in line.times) and not any(
        hit.first < at <= hit.last for earlier in range(max(0, at - 3), at) for hit in line.at[earlier]
    )


def _depends(line: Line, at: int) -> bool:
    """Whether an unknown noun is governed: by an adposition, or ("of the …", "with its …") behind one we know."""
    determiners = {hit.last for hit in line.hits.get("class", ()) if hit.payload.item == "determiner"}
    markers = {hit.last: hit for hit in line.hits.get("marker", ())}
    if at - 1 in markers:
        return True
    while at - 1 in determiners or _owned_by(line, at - 1):
        at -= 1
    hit = markers.get(at - 1)
    return hit is not None and line.mention_at(hit.first - 1) is not None


def _owned_by(line: Line, at: int) -> bool:
    """Whether a possessive pronoun or a nationality stands there, the owner of the noun behind it."""
    mention = line.mention_at(at)
    return mention is not None and mention.first == mention.last and (mention.genitive or mention.modifier)


def _blocked(line: Line, predicate: Predicate, language: Language) -> bool:
    """Whether the clause has an unnamed subject of its own ("analysts", "officials"), or an unknown marked one."""
    unnamed = any(m.kind == "source" and m.role is None and not m.genitive for m in predicate.before)
    return unnamed or _unknown_agent(line, predicate, language)


def _unknown_agent(line: Line, predicate: Predicate, language: Language) -> bool:
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


def _subject_medial(line: Line, predicate: Predicate, same: Predicate | None) -> Mention | None:
    """Where the verb follows its subject: the nearest unmarked phrase before it that is nobody's object."""
    bare = any(
        m.role is None and not m.genitive and not m.modifier and m.kind != "source" for m in predicate.before
    )
    for mention in reversed(predicate.before):
        if mention.role not in (None, "agent") or mention.genitive or mention.modifier:
            continue
        if mention.role == "agent" and bare:  # "X bị cảnh sát bắt": who does it stands between
            continue
        if mention.kind == "source":
            return None
        if not can_act(mention):
            continue
        if same is not None and same.first <= mention.first <= same.last:
            return None  # part of the verb before: "summoned the envoy of China"
        idle = same is None or (not same.hits and same.subject is None)
        if idle or same is None or (same.last < mention.first and _new_clause(line, mention, predicate)):
            return mention
        if _controls(same):
            return mention
        if same.last < mention.first:
            return mention if begins_clause(line, same, mention, predicate) else None
        return mention
    return None


def _new_clause(line: Line, mention: Mention, predicate: Predicate) -> bool:
    """Whether a phrase behind an earlier verb begins a clause: a joint before it, none between it and its verb."""
    joint = next((at for at in (mention.first - 1, mention.first - 2) if at >= 0 and _joins(line, at)), None)
    return joint is not None and not any(_joins(line, at) for at in range(mention.last + 1, predicate.first))


def _joins(line: Line, at: int) -> bool:
    return line.tokens[at].norm == "," or any(h.payload.kind == "coordinator" for h in line.at[at])


def _controls(predicate: Predicate) -> bool:
    """Whether its object acts in the clause that follows: "accused Russia of supplying", "urged Israel to"."""
    return any(
        hit.payload.kind == "reporting"
        or (hit.payload.frame is not None and (hit.payload.frame.content or hit.payload.frame.type == "REQUEST"))
        for hit in predicate.hits
    )


def _inherit_backwards(line: Line, language: Language) -> None:
    """Give a fronted clause without subject ("after meeting Kim, …") the subject of the clause that follows."""
    for predicate, following in zip(line.predicates, line.predicates[1:], strict=False):
        kind = line.segment_kinds[predicate.segment]
        fronted = kind.startswith("time-") or kind in ("purpose", "cause")
        loose = predicate.tags & {"conjunctive", "infinitive", "progressive", "verbal-noun"}
        missing = predicate.subject is None and following.subject is not None
        if missing and (fronted or loose) and not _blocked(line, predicate, language):
            predicate.subject, predicate.subject_how = following.subject, "subject of the clause after"
