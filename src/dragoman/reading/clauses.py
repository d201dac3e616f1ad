"""Cuts a line into clauses.

Cut from outside in: punctuation, subordinators and complementisers first, coordinators where they join clauses
and not names.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .cased_clauses import cut_commas, own_relatives
from .isolating import comma_cuts, opens_clause
from .language import EntryHit, Language
from .line import Line, Predicate
from .tokens import Token

__all__ = ["SUBORDINATE", "only_relative", "segment"]

SUBORDINATE = frozenset(
    ("relative", "condition", "time-before", "time-after", "time-while", "cause", "concession", "purpose",
     "whether", "comparison", "content")
)  # fmt: skip


_INSERTED = frozenset(("relative", "participial", "gerund", "inserted"))
"""Clauses after which a comma gives the word back to the one around them."""

_QUOTES = frozenset('"“”‘’«»„「」')


_EDGES = frozenset(";:()[]—")


_CUTTING = _EDGES | _QUOTES | {","}
"""Marks that may cut a sentence into clauses."""
_OWNED = 4
"""Words before a relative in the genitive that belong to the noun that it owns."""
_SCARE = 6
"""Tokens from a quotation mark to the one that closes it, where they only set words apart."""

_RECEIVING = ("goal", "companion", "source", "beneficiary")
"""Roles of whom something is given to, shared with or taken from."""


def segment(line: Line, language: Language) -> None:
    """Set `line.segments` and `line.segment_kinds`, and number the predicates by segment."""
    borders: dict[int, str] = {}
    closing: dict[int, str] = {}
    amounts = {  # "more than 300" compares nothing
        at
        for hit in line.hits.get("class", ())
        if hit.payload.item == "quantifier"
        for at in range(hit.first, hit.last + 1)
    }
    inside = {  # "с [которым]", "в [чем]"
        at for hit in line.hits.get("subordinator", ()) for at in range(hit.first + 1, hit.last + 1)
    } if language.cased else set()  # fmt: skip
    for hit in line.hits.get("subordinator", ()):
        if hit.first in inside:
            continue
        if hit.first in amounts or (not language.text.verb_endings and _counted(line, hit)):
            continue
        if line.mention_at(hit.first) is not None or _marks(line, hit) or _governs_noun(line, hit, language):
            continue
        if line.formed and not language.cased and _governed(line, hit, language):
            continue
        if language.cased and not _opens(line, hit):
            continue
        if hit.payload.item.closes and not any(-1 <= hit.first - p.last - 1 <= 1 for p in line.predicates):
            continue
        if hit.payload.item.closes:
            closing[hit.last + 1] = hit.payload.item.kind
        else:
            borders[_opening(line, hit, language)] = hit.payload.item.kind
    for hit in line.hits.get("contrast", ()):
        if not (language.subject_first and _behind_subject(line, hit)):
            borders.setdefault(hit.first, "contrast")
    for hit in line.hits.get("complementiser", ()):
        borders[hit.first] = "content" if _introduced(line, hit.first) else borders.get(hit.first, "relative")
    for hit in line.hits.get("coordinator", ()):
        if _joins_clauses(line, hit, language):
            borders.setdefault(hit.first, "coordinate")
    scare = _scare_quotes(line)
    asides = _asides(line)
    aside = {*asides, *asides.values()}
    for at, token in enumerate(line.tokens):
        if token.text not in _CUTTING or at in aside:
            continue
        if token.text == "—" and any(m.first < at < m.last for m in line.mentions):
            continue  # a name: "Папуа — Новая Гвинея"
        if token.text in _EDGES or (token.text in _QUOTES and at not in scare):
            borders.setdefault(at, "coordinate")
            borders.setdefault(at + 1, "coordinate")
        elif token.text == "," and _comma_cuts(line, at, language):
            borders.setdefault(at + 1, "coordinate")
    if language.cased:
        cut_commas(line, borders, asides)
    if language.subject_first:
        _take_fronted(line, borders)
    _number(line, borders, closing)
    for predicate in line.predicates:
        predicate.segment = line.segments[predicate.head]
    if language.cased:
        own_relatives(line)


def _behind_subject(line: Line, hit: EntryHit) -> bool:
    """Whether a word of contrast stands right behind the subject of its own clause: "ईरान ने हालांकि कहा"."""
    begins = next((at for at in range(hit.first - 1, -1, -1) if not line.tokens[at].norm[0].isalnum()), -1)
    if any(begins < predicate.head < hit.first for predicate in line.predicates):
        return False
    return any(
        begins < m.first and hit.first - 1 == (m.marker[1] if m.marker is not None else m.last)
        and not m.genitive and m.role in (None, "agent") and bool(m.parties)
        for m in line.mentions
    )  # fmt: skip


def _take_fronted(line: Line, borders: dict[int, str]) -> None:
    """Let an if-clause begin with what stands before its "if": "ট্রাম্প যদি দিল্লি আসেন, …" and so on."""
    verbs = {predicate.last for predicate in line.predicates}
    for at in [at for at, kind in borders.items() if kind == "condition"]:
        first = at
        while (
            first
            and (first == at or first not in borders)
            and first - 1 not in verbs
            and line.tokens[first - 1].text[0].isalnum()
        ):
            first -= 1
        first += borders.get(first) == "content" and first < at  # "कि अगर …"
        if first < at:
            del borders[at]
            borders[first] = "condition"


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
    glued = not line.formed and "’" in line.text[line.start : line.end]
    marks = [
        at
        for at, token in enumerate(line.tokens)
        if token.text in _QUOTES or (glued and _ends_quote(line.tokens, at))
    ]
    heads = [p.head for p in line.predicates if "verbal-noun" not in p.tags or "finite" in p.tags or line.formed]
    found: set[int] = set()
    for left, right in pairwise(marks):
        few = right - left <= _SCARE and not any(left < head < right for head in heads)
        # What begins with a small letter is a piece of the sentence, however long.
        piece = line.tokens[left + 1].text[:1].islower() and left + 1 < right
        if left not in found and (few or piece):
            found.update((left, right))
    return found


def _ends_quote(tokens: Sequence[Token], at: int) -> bool:
    """Whether an ending glued to a closing mark is one word with what it closes: "‘পিঠে ছুরি মারা’র"."""
    return "’" in tokens[at].text[1:-1] and any(t.text == "‘" for t in tokens[max(0, at - _SCARE) : at])


def _opening(line: Line, hit: EntryHit, language: Language) -> int:
    """Return where a clause begins: with a relative word, or the noun that it owns ("…, полиция которого …")."""
    if language.cased and hit.payload.item.kind == "whether" and hit.first:
        return hit.first - 1  # "встретится ли Трамп …": it stands behind the word that it asks about
    owns = language.cased and hit.payload.item.kind == "relative" and "genitive" in hit.tags
    if owns:
        for at in range(hit.first - 1, max(0, hit.first - 1 - _OWNED), -1):
            if line.tokens[at].text == "," and at + 1 < hit.first:
                return at + 1
            if not line.tokens[at].norm[0].isalpha():
                break
    return hit.first


def _opens(line: Line, hit: EntryHit) -> bool:
    """Whether a word of time stands where a clause may begin; elsewhere it is an adverb ("стороны пока не …")."""
    if not hit.payload.item.kind.startswith("time") or not hit.first:
        return True
    before = line.tokens[hit.first - 1]
    joins = any(h.payload.kind in ("coordinator", "contrast") for h in line.at[hit.first - 1])
    return not before.norm[0].isalnum() or joins


def _marks(line: Line, hit: EntryHit) -> bool:
    """Whether a subordinator is the adposition of a noun phrase here ("কিমের জন্য")."""
    return any(m.marker is not None and m.marker[0] <= hit.first <= m.marker[1] for m in line.mentions)


def _governed(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a participle that may open a clause is governed by a word before it: "denied [having] fired"."""
    if hit.first == 0 or "progressive" not in (language.verbal_tags(line.tokens[hit.first].norm) or ()):
        return False
    before = hit.first - 1
    marked = any(h.payload.kind == "marker" and h.last == before for h in line.at[before])
    return marked or any(p.last == before for p in line.predicates)


def _governs_noun(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a subordinator that is an adposition too has no verb before the next comma ("since the war,")."""
    if not line.formed or not any(h.payload.kind == "marker" and h.last == hit.last for h in line.at[hit.first]):
        return False
    end = next((at for at in range(hit.last + 1, len(line.tokens)) if line.tokens[at].text in ",;"), 0)
    told = any(hit.last < predicate.head < end for predicate in line.predicates)
    return bool(end) and not told and not _unknown_verb(line, hit.last + 2, end, language)


def _unknown_verb(line: Line, first: int, end: int, language: Language) -> bool:
    """Whether a verb that no lexicon has stands behind a noun in the plural: "after two trains collided"."""
    for at in range(first, end):
        word = line.tokens[at].norm
        if line.at[at] or not word.isalpha() or "past" not in (language.verbal_tags(word) or ()):
            continue
        noun = language.inflection.noun(line.tokens[at - 1].norm)
        if line.tokens[at].text.islower() and any("plural" in one.tags for one in noun):
            return True
    return False


def _number(line: Line, borders: dict[int, str], closing: dict[int, str]) -> None:
    numbers: list[int] = []
    kinds = ["main"]
    here = began = 0
    in_relative = False
    asides = _asides(line)
    heads = [predicate.head for predicate in line.predicates]
    close, outer = -1, 0
    turns = {*borders, *closing, *asides, *asides.values()}
    for at, token in enumerate(line.tokens):
        if token.text != "," and at not in turns:
            numbers.append(here)
            continue
        if at in asides and at > close:
            close, outer = asides[at], here
            kinds.append("aside")
            here = len(kinds) - 1
        elif at <= close:
            pass
        elif at in borders:
            kinds.append(borders[at])
            if kinds[here] == "condition" and borders[at] == "coordinate" and line.tokens[at - 1].text != ",":
                kinds[-1] = "condition"  # "if Iran agrees and stops …"
            here, began = len(kinds) - 1, at
            told = line.formed and in_relative and borders[at] == "content"  # "X, which says that …, did Y"
            in_relative = told or borders[at] in _INSERTED
        elif at in closing:
            kinds[-1] = closing[at]
            kinds.append("main")
            here = len(kinds) - 1
        elif in_relative and token.text == "," and at > 0 and borders.get(at - 1) not in _INSERTED:
            if borders.get(at + 1) == "coordinate":
                del borders[at + 1]
            kinds.append("resume")
            here = len(kinds) - 1
            in_relative = False
        elif token.text == "," and _fronted(line, kinds[here], began, at, heads):
            if borders.get(at + 1) == "coordinate":
                del borders[at + 1]
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


def _counted(line: Line, hit: EntryHit) -> bool:
    """Whether a number stands before words that else open a relative clause: "633 người đã bị bắt" (were held)."""
    number = line.tokens[hit.first - 1].norm if hit.first else ""
    return hit.payload.item.kind == "relative" and hit.first < hit.last and number[:1].isdigit()


def _joins_clauses(line: Line, hit: EntryHit, language: Language) -> bool:
    """Whether a coordinator joins clauses (a verb on its left, and one of its own on its right)."""
    if any(mention.first < hit.first and hit.last < mention.last for mention in line.mentions):
        return False
    left = [p for p in line.predicates if p.last < hit.first and not p.adjectival]
    right = [p for p in line.predicates if p.first > hit.last]
    if not left or not right:
        return False
    if language.subject_first:
        return hit.first - left[-1].last <= 3 or _subject_behind(line, left[-1], hit.first)
    if not language.text.verb_endings:
        return opens_clause(line, hit.last + 1)
    if language.cased and any(t.text == "," for t in line.tokens[hit.last + 1 : right[0].first]):
        return False
    if "participle" in right[0].tags and line.tokens[right[0].first - 1].text == ",":
        return False  # "sent shells and missiles to Kyiv, reversing …"
    if language.text.verb_endings and not language.cased and _told_of_receiver(line, hit.last, right[0].first):
        return False
    near = right[0].first - hit.last
    if (
        language.text.verb_endings
        and not language.cased
        and any(
            m.human and m.role is None and not m.genitive and hit.last < m.first and m.last + 1 == right[0].first
            for m in line.mentions
        )
    ):
        return True  # "…, and in Brussels the European Union suspended …"
    return near <= 3 or any(
        hit.last < m.first <= hit.last + 3 and m.first < right[0].first and m.role is None and m.kind != "thing"
        for m in line.mentions
    )


def _told_of_receiver(line: Line, first: int, verb: int) -> bool:
    """Whether a verb tells, in a relative clause, of whom a preposition governs: "fuel to Mali which is"."""
    opening = next(
        (
            h.first
            for h in line.hits.get("subordinator", ())
            if first < h.first < verb and h.payload.item.kind == "relative"
        ),
        None,
    )
    if opening is None:
        return False
    noun = line.mention_at(opening - 1 - (line.tokens[opening - 1].text == ","))
    return noun is not None and noun.first > first + 1 and noun.role in _RECEIVING


def _comma_cuts(line: Line, at: int, language: Language) -> bool:
    """Whether a comma ends a clause. In verb-final languages it does behind a verb."""
    if not language.subject_first:
        return not (language.text.verb_endings or language.cased) and comma_cuts(line, at)
    return any(
        at - 4 <= p.last < at
        and not p.adjectival
        and (not _mention_between(line, p.last, at) or _subject_behind(line, p, at))
        for p in line.predicates
    )


def _subject_behind(line: Line, predicate: Predicate, comma: int) -> bool:
    """Whether all that stands between a verb and a comma is its subject, as in headlines ("मिले ब्लिंकन, …")."""
    between = [m for m in line.mentions if predicate.last < m.first < comma]
    return len(between) == 1 and between[0].first == predicate.last + 1 and between[0].last == comma - 1


def _mention_between(line: Line, first: int, last: int) -> bool:
    return any(first < mention.first < last for mention in line.mentions)


def only_relative(line: Line, after: int) -> bool:
    """Whether nothing but a relative clause follows: "… অভিযোগ আনা হয়েছে, যিনি …" says who is meant."""
    kinds = {line.segment_kinds[p.segment] for p in line.predicates if p.head > after}
    return kinds == {"relative"}
