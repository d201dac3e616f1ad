"""Which cases a noun phrase may stand in, and what role its case and its preposition give it.

Only languages whose packs say `cases` need it. A form may be several cases at once; they are all kept until a
preposition, the noun before or the verb decides. A genitive behind a noun is its owner or what is done to, behind
a verb it is an animate object.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..packs.schema import Role, Tag
from .language import EntryHit, Language
from .line import Line, Mention
from .noun_phrases import Unit
from .participles import cases_of_form, described

__all__ = ["adjectival", "behind_noun", "cases_of_unit", "gender_of", "mark_cases", "noun_before", "phrase_cases"]

_ALL: frozenset[Tag] = frozenset(
    ("nominative", "accusative", "genitive", "dative", "locative", "instrumental", "ablative")
)
_BARE: frozenset[Tag] = frozenset(("nominative", "accusative"))
_GENITIVE: frozenset[Tag] = frozenset(("genitive",))
_BETWEEN = 3
"""Words that may stand between a preposition and the phrase that it governs."""
_JOINED = 2
"""Tokens from a phrase to the one that a coordinator joins to it."""
_ACRONYM = 2
"""Letters from which a word in capitals is an acronym, which has no cases."""
_COUNTED_KINDS = frozenset(("people", "person", "body", "source", "vehicle"))
_QUANTITIES = frozenset(("quantity", "quantity-object"))
"""Classes of words that count; the second as they count somebody something is done to: "троих"."""
_ANIMATE = frozenset(("person", "people"))
_OPENING = frozenset('«“„"‘')
_NO_NOUN = frozenset(
    ("verb", "reporting", "light", "happen", "plain", "marker", "coordinator", "contrast", "subordinator",
     "complementiser", "cue", "according", "through", "hearsay", "rumour", "infinitive")
)  # fmt: skip
_BY_PRONOUN: dict[Role, frozenset[Tag]] = {
    "dative": frozenset(("dative",)),
    "agent": frozenset(("instrumental",)),
    "genitive": frozenset(("genitive", "accusative")),
}


def adjectival(norm: str, language: Language) -> bool:
    """Whether a word ends as adjectives do."""
    return norm.endswith(language.text.adjective_endings)


@lru_cache(maxsize=4096)
def _lemmas(item: Any, language: Language) -> frozenset[str]:
    """Return the words with endings of a pack's item, folded."""
    words = frozenset(re.split(r"[\s-]+", " ".join(item.forms).replace("(", " ").casefold()))
    written = words & frozenset(part for form in item.forms for part in re.findall(r"[\w-]+~", form.casefold()))
    return frozenset(language.folding(word.rstrip("~")) for word in written)


@lru_cache(maxsize=4096)
def _lemmas_with_parts(item: Any, language: Language) -> frozenset[str]:
    """Return the same with the parts of those that have a hyphen."""
    words = _lemmas(item, language)
    return words | frozenset(piece for word in words for piece in word.split("-"))


def _cases(
    norm: str, text: str, lemmas: frozenset[str], language: Language, *, named: bool = False
) -> frozenset[Tag]:
    """Return the cases that a form of one of `lemmas` may be; names have no plural."""
    if norm in lemmas and len(text) >= _ACRONYM and text.isupper():
        return _ALL
    found: frozenset[Tag] = frozenset()
    inflected = False
    for analysis in language.inflection.noun(norm):
        if analysis.stem not in lemmas or (named and "plural" in analysis.tags):
            continue
        if analysis.stem != norm:
            found |= (analysis.tags & _ALL) or _BARE
        elif not analysis.tags:
            inflected = True
    if inflected:
        fixed = named and bool(language.text.indeclinable) and norm.endswith(language.text.indeclinable)
        found |= _ALL if fixed else _nominative(norm, language)
    return found


@lru_cache(maxsize=50_000)
def _nominative(norm: str, language: Language) -> frozenset[Tag]:
    """Return what a citation form may be: every case where no paradigm changes it, no accusative that differs."""
    endings = [p for p in language.text.paradigms if norm.endswith(p.ending) and len(norm) > len(p.ending)]
    fitting = [p for p in endings if not p.after or norm[-len(p.ending) - 1] in p.after]
    if not fitting:
        return _ALL
    singular = [tags for p in fitting if p.ending for tags in p.forms.values() if "plural" not in tags]
    differs = any("accusative" in tags for tags in singular)
    return frozenset(("nominative",)) if differs else _BARE


def cases_of_unit(unit: Unit, line: Line, language: Language) -> frozenset[Tag]:
    """Return the cases that one piece of a noun phrase may be in; nothing where that is not known."""
    tokens = line.tokens[unit.first : unit.last + 1]
    if unit.kind == "pronoun" and unit.data.sole and unit.data.role is None:
        norm = tokens[-1].norm
        forms = language.inflection.noun(norm) if norm.endswith(language.text.oblique_endings) else ()
        told = any("accusative" in one.tags for one in forms if one.stem != norm)
        return frozenset(("accusative",)) if told else _nominative(norm, language)
    if unit.kind == "pronoun":
        return _BY_PRONOUN.get(unit.data.role, frozenset(("nominative",)))
    if unit.kind in ("name", "demonym"):
        lemmas = line.citations.get(unit.first, frozenset())
        known = [_cases(t.norm, t.text, lemmas, language, named=True) for t in tokens if t.norm[0].isalpha()]
        known = [cases for cases in known if cases]
        if not known:
            return frozenset()
        if known[-1] == _ALL and any(token.text in "-–" for token in tokens):
            return _ALL  # Буркина-Фасо
        together = frozenset.intersection(*known)  # "Анналеной Бербок": a name of a woman does not change
        return together or (known[0] if "nominative" in known[-1] else known[-1])
    if unit.data is None:  # a phrase put together of others has no words of its own
        return frozenset()
    lemmas = _lemmas_with_parts(unit.data, language)
    for at, token in enumerate(tokens):
        if at + 1 < len(tokens) and tokens[at + 1].text in "-–":
            continue  # of words with a hyphen the last one declines
        cases = _cases(token.norm, token.text, lemmas, language)
        if cases:
            return cases
    return frozenset()


def gender_of(unit: Unit, line: Line, language: Language) -> str | None:
    """Return the gender that the ending of a piece's last word tells in the nominative; acronyms have none."""
    token = line.tokens[unit.last]
    if token.text.isupper():
        return None
    if unit.kind == "name":
        lemmas = line.citations.get(unit.first, frozenset())
    else:
        lemmas = _lemmas(unit.data, language) if unit.data else frozenset()
    stems = {one.stem for one in language.inflection.noun(token.norm) if one.stem in lemmas}
    stem = token.norm if token.norm in stems else next(iter(sorted(stems)), None)
    genders = language.text.genders.items()
    return next((gender for gender, ends in genders if stem and stem.endswith(ends)), None)


def phrase_cases(parts: list[Unit], line: Line, language: Language, kind: str) -> frozenset[Tag]:
    """Return the cases of a phrase: those of its head, and of the name that stands beside it in the same case."""
    heads = [p for p in parts if p.kind in ("title", "body", "group", "source", "pronoun")]
    heads = [
        p for p in heads if p.kind != "pronoun"
    ] or heads  # "их представитель": the owner shows no case of his
    names = [p for p in parts if p.kind == "name" and p.data.type == "PER"]
    if names and any(p.kind == "acting" for p in parts):
        heads = []  # "с исполняющим обязанности премьера N": the office owns nothing of the phrase's case
    chosen = [*heads[:1], *(names if not heads or heads[0].kind == "title" else [])] or parts[:1]
    known = [cases for cases in (cases_of_unit(p, line, language) for p in chosen) if cases]
    cases = (frozenset.intersection(*known) or known[0]) if known else _ALL
    for part in parts if cases == _ALL or kind == "vehicle" else ():
        if part.kind == "demonym" and part not in chosen:  # "израильские суда": its adjective agrees
            agreeing = cases_of_form(line.tokens[part.last].norm, language)
            cases = (cases & agreeing) or agreeing or cases
    animate = kind in _ANIMATE or (kind == "body" and _animate(chosen[0], line, language))
    if animate and cases != _ALL:
        if "nominative" in cases and "genitive" not in cases:
            told = any(p.kind in ("name", "title") for p in chosen) or _many(chosen[0], line, language)
            cases = cases - {"accusative"} if told else cases
        if "genitive" in cases:
            cases = cases | {"accusative"}
    return cases


def _animate(unit: Unit, line: Line, language: Language) -> bool:
    """Whether a body's word means its people, whose accusative is their genitive: "обвинила военных"."""
    if unit.kind == "name" and language.text.plural_names:  # "снабжает хуситов"
        lemmas = line.citations.get(unit.first, frozenset())
        return unit.first == unit.last and any(word.endswith(language.text.plural_names) for word in lemmas)
    return any(
        h.payload.item == "animate" and unit.first <= h.first <= unit.last for h in line.hits.get("class", ())
    )


def _many(unit: Unit, line: Line, language: Language) -> bool:
    """Whether a body's word is a plural, whose accusative its form is not: "повстанцы", "военные"."""
    norm = line.tokens[unit.first].norm
    return norm.endswith(language.text.plural_names) or adjectival(norm, language)


def mark_cases(line: Line, language: Language) -> None:
    """Set role, marker and genitive of every mention of the line by its preposition or its case."""
    ends: dict[int, list[EntryHit]] = {}
    told = {hit.first: hit.last for hit in line.hits.get("according", ())}  # "по словам": no "по" of its own
    sources = {at + more for at in told.values() for more in range(1, _BETWEEN + 1)}
    for hit in line.hits.get("marker", ()):
        if hit.first not in told:
            ends.setdefault(hit.last, []).append(hit)
    _take_class_words(line, language)
    _agree_in_lists(line)
    for mention in line.mentions:
        if mention.kind == "demonym" or mention.modifier:
            mention.genitive = False
        if _by_preposition(line, mention, ends, language):
            continue
        if mention.first in sources and not mention.modifier and "genitive" in mention.cases:
            mention.role, mention.genitive = "according", False
            sources = set()
            continue
        if mention.modifier:
            continue
        _by_case(line, mention, language)
        plural = language.text.plural_names
        if plural and mention.kind in ("state", "body", "place") and mention.role is None:
            ends_so = line.tokens[mention.last].norm.endswith(plural)
            mention.tags |= {"plural"} if ends_so else frozenset()
    _before_participles(line, ends, language)


def _before_participles(line: Line, ends: dict[int, list[EntryHit]], language: Language) -> None:
    """Let a preposition before a participle govern the noun that the participle stands before."""
    for at, hits in ends.items():
        opening = next((a for a in (at + 1, at + 2) if a < len(line.tokens) and _participle(line, a, language)), 0)
        noun = described(line, opening, language) if opening else None
        if noun is None or noun.marker is not None:
            continue
        governed = noun.cases & cases_of_form(line.tokens[opening].norm, language)
        fits = [h for h in hits if not h.payload.item.after or governed & frozenset(h.payload.item.after)]
        hit = min(fits or hits, key=lambda one: one.first)
        noun.role, noun.marker, noun.genitive = hit.payload.item.role, (hit.first, at), False


def _participle(line: Line, at: int, language: Language) -> bool:
    tags = language.verbal_tags(line.tokens[at].norm) or frozenset()
    return "participle" in tags and "finite" not in tags and line.mention_at(at) is None


def _by_preposition(line: Line, mention: Mention, ends: dict[int, list[EntryHit]], language: Language) -> bool:
    governed = mention.cases
    nouns, counted = 0, False
    for at in range(mention.first - 1, max(-1, mention.first - 2 - _BETWEEN), -1):
        if at in ends:
            if at + 1 < mention.first and _counts_about(line, at):
                return False  # "около двадцати солдат"
            hits = sorted(ends[at], key=lambda one: one.first)
            hits = [hit for hit in hits if hit.first == hits[0].first]
            fits = [h for h in hits if not h.payload.item.after or governed & frozenset(h.payload.item.after)]
            if not fits and nouns:
                return False
            if not fits and "nominative" in governed:  # "в сектор Газа": half of a name does not change
                fits = [h for h in hits if "accusative" in h.payload.item.after]
            role = (fits or hits)[0].payload.item.role
            if role == "none" and not fits and hits[0].payload.item.after:
                return False  # "накануне Минфин США ввел": an adverb
            mention.marker, mention.genitive = (hits[0].first, at), False
            mention.role = role
            mention.modifier = mention.modifier and mention.kind != "demonym"
            return True
        token = line.tokens[at]
        if token.text in _OPENING:
            continue
        if not token.norm[0].isalnum() or line.mention_at(at) is not None:
            return False
        if any(h.payload.kind in _NO_NOUN or h.payload.kind == "noun" for h in line.at[at]):
            return False
        if token.norm[0].isdigit() or adjectival(token.norm, language):
            counted = counted or token.norm[0].isdigit()
            continue
        if counted:
            return False  # "выпустил из тюрем 90 палестинцев"
        nouns += 1
        if nouns > 1 or ("genitive" not in mention.cases and mention.kind != "demonym"):
            return False
        if "nominative" in mention.cases and _before_verb(line, mention):
            return False  # "за час до пуска МИД КНДР пригрозил": it acts
        governed = frozenset(
            tag for one in language.inflection.noun(token.norm) for tag in ((one.tags & _ALL) or _BARE)
        )
    return False


def _counts_about(line: Line, at: int) -> bool:
    """Whether a preposition only says that the number behind it is about right."""
    words = {h.first for h in line.hits.get("class", ()) if h.payload.item in _QUANTITIES}
    return at in words and (at + 1 in words or line.tokens[at + 1].norm[0].isdigit())


def behind_noun(line: Line, first: int, language: Language) -> bool:
    """Whether a noun stands right before a token, which may own it; adjectives may stand between."""
    return noun_before(line, first, language) is not None


def noun_before(line: Line, first: int, language: Language) -> int | None:
    """Return the noun right before a token; adjectives and numerals in an oblique case may stand between."""
    at = first - 1
    while at >= 0 and line.tokens[at].norm[0].isalpha() and (
        adjectival(line.tokens[at].norm, language) or _oblique_numeral(line, at)
    ):  # fmt: skip
        at -= 1
    if at >= 0 and line.tokens[at].norm in language.transparent:
        return None
    if at < 0 or not line.tokens[at].norm[0].isalpha():
        quoted = at >= 0 and line.tokens[at].text in "»”" and line.tokens[at - 1].norm[0].isalpha()
        return at if quoted else None
    start = line.tokens[at].start
    if any(time.start <= start < time.end for time in line.times):
        return None
    near = [hit for start in range(max(0, at - 3), at + 1) for hit in line.at[start]]
    noun = any(hit.payload.kind == "noun" and hit.last == at for hit in near)
    if noun or line.mention_at(at) is not None:
        return at
    known = any(
        h.payload.kind in _NO_NOUN and h.first <= at <= h.last
        for s in range(max(0, at - 3), at + 1)
        for h in line.at[s]
        if h.payload.kind != "verb" or h.head == at
    )
    return at if not known and language.verbal_tags(line.tokens[at].norm) is None else None


def _oblique_numeral(line: Line, at: int) -> bool:
    return any(h.payload.item == "quantity-oblique" and h.first == h.last for h in line.at[at])


def _behind_place(line: Line, mention: Mention) -> bool:
    """Whether a named place where something was done stands before somebody, who owns no place: "арестовала в Кито
    бывшего вице-президента"."""
    before = line.mention_at(mention.first - 1) if mention.first else None
    named = before is not None and before.kind in ("place", "state") and before.marker is not None
    return named and mention.kind in ("person", "people", "body") and "accusative" in mention.cases


def _before_verb(line: Line, mention: Mention) -> bool:
    """Whether a verb that a pack lists stands right behind a phrase."""
    at = mention.last + 1
    found = line.at[at] if at < len(line.at) else []
    return any(h.payload.kind in ("verb", "reporting", "light") and h.head == at for h in found)


def _counted(line: Line, mention: Mention, language: Language) -> bool:
    """Whether a genitive is counted: "тысячи жителей", "12 граждан". The number stands for it in the clause."""
    if mention.kind not in _COUNTED_KINDS:
        return False
    words = {h.first: h.tags for h in line.hits.get("class", ()) if h.payload.item in _QUANTITIES}
    at = mention.first - 1
    while at >= 0 and at not in words and adjectival(line.tokens[at].norm, language):
        at -= 1
    if "genitive" not in mention.cases and not (at in words and "nominative" in mention.cases):
        return False  # of "сотни солдат" the genitive looks like a nominative
    first = at
    while first >= 0 and (first in words or line.tokens[first].norm[0].isdigit()):
        first -= 1
    if first == at or any(t.start <= line.tokens[at].start < t.end for t in line.times):
        return False
    oblique = words.get(first + 1, frozenset()) & {"dative", "locative", "instrumental"}
    return not oblique or bool(words.get(first + 1, frozenset()) & _BARE)


def _agree_in_lists(line: Line) -> None:
    """Leave to two that a coordinator joins the cases that both may be in, where one is no nominative."""
    for one, other in pairwise(line.mentions):
        joined = other.first - one.last == _JOINED and (
            line.tokens[one.last + 1].text == ","
            or any(h.payload.kind == "coordinator" for h in line.at[one.last + 1])
        )
        common = one.cases & other.cases
        if not any(h.last == one.first - 1 for h in line.hits.get("marker", ())):
            common -= {"locative"}  # which no noun is in without a preposition
        named = one.kind == other.kind and one.kind in ("state", "place", "person")
        if joined and named and len(common) == 1 and "nominative" not in common:
            one.cases = other.cases = common


def _take_class_words(line: Line, language: Language) -> None:
    """Take the word that says what a name is into its phrase, whose case it shows: "город Мьявади"."""
    words = {hit.last: hit for kind in ("place-word", "org-word") for hit in line.hits.get(kind, ())}
    bodies = {hit.last for hit in line.hits.get("org-word", ())} - {
        h.last for h in line.hits.get("place-word", ())
    }
    for mention in line.mentions:
        before = mention.first - 1
        before -= 1 if before > 0 and line.tokens[before].text in _OPENING else 0
        word = words.get(before)
        named = mention.kind in ("place", "state", "body") and mention.first in line.citations
        if word is None or not named or line.mention_at(before) is not None:
            continue
        if mention.kind == "state" and before in bodies:
            continue  # "участие в работе организации Ереван заморозил"
        norm = line.tokens[before].norm
        own = word.tags & _ALL if word.tags else _nominative(norm, language)
        own = own or cases_of_form(norm, language)
        quoted = before < mention.first - 1
        if quoted or "nominative" in mention.cases or own & mention.cases:
            mention.first, mention.cases = word.first, own or mention.cases


def _counted_oblique(line: Line, mention: Mention) -> bool:
    """Whether a numeral in another case counts, so that nobody acts: "вещание [шести] российских каналов"."""
    at = mention.first - 1
    before = line.at[at - 1] if at > 0 else []
    counts = any(h.payload.item in _QUANTITIES for h in before if h.payload.kind == "class")
    return not counts and _oblique_numeral(line, at)


def _by_case(line: Line, mention: Mention, language: Language) -> None:
    cases = mention.cases
    if mention.kind == "person" and mention.genitive and mention.parties and mention.parties[0].how == "pronoun":
        return
    mention.genitive = False
    if _counted(line, mention, language) and not _counted_oblique(line, mention):
        undergone = any(h.payload.item == "quantity-object" and h.first == mention.first - 1
                        for h in line.hits.get("class", ()))  # fmt: skip
        mention.role, mention.cases = None, frozenset(("accusative",)) if undergone else _BARE
        mention.tags |= {"plural"}
        return
    if "genitive" in cases and behind_noun(line, mention.first, language) and not _behind_place(line, mention):
        mention.genitive, mention.role = True, "genitive"
    elif "nominative" in cases or "accusative" in cases:
        mention.role = None
    elif "dative" in cases:
        mention.role = "dative"
    elif "instrumental" in cases:
        mention.role = "agent"
    elif cases & _GENITIVE:
        mention.role, mention.genitive = "genitive", True
