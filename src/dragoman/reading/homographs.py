"""Decides which of two readings a word form has where a pack's lexicon allows a verb and an adposition.

Verb-final languages have such pairs: Hindi की is "did" behind its noun and "of" before the next one, and the
लिए of के लिए ("for") is also "took". What follows decides: an adposition needs a noun behind or before it, a
verb ends its clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from ..packs.schema import Tag
from .language import EntryHit, Language
from .tokens import Token
from .turned import settle_turned

__all__ = ["is_told", "settle"]

_LONG = 3
"""Syllables of a compound of two words, less one."""
_VERBS = frozenset(("verb", "light", "happen", "plain", "vector", "reporting"))
_PARTING = frozenset(',…·;:"”’)')
"""Marks behind the noun that ends a headline or a half of it."""
_COMMON = frozenset(("light", "happen", "plain", "vector"))
_CLOSING = frozenset(("coordinator", "contrast", "complementiser", "subordinator", "light", "happen", "marker"))


def settle(hits: Iterable[EntryHit], tokens: Sequence[Token], language: Language) -> list[EntryHit]:
    """Return the hits without those verbs that are adpositions here."""
    found = _allowed(_outside_compounds(list(hits)))
    if language.text.agglutinative:
        return _of_glued(found, tokens, language)
    if language.text.adpositions != "after":
        return found
    found = _told_outright(found)
    inside: set[int] = set()
    alone: set[int] = set()
    opens: dict[int, set[str]] = {}
    for hit in found:
        opens.setdefault(hit.first, set()).add(hit.payload.kind)
        if hit.payload.kind == "marker" and hit.last > hit.first:
            inside.update(range(hit.first + 1, hit.last + 1))
        elif hit.payload.kind == "marker" and hit.payload.item.role == "genitive":
            alone.add(hit.first)
    passives = {hit.first for hit in found if hit.payload.kind == "cue" and hit.payload.item.gives == "passive"}
    kept = [
        hit
        for hit in found
        if hit.payload.kind not in _VERBS
        or (hit.head in passives and hit.head not in inside and _perfective(hit.head - 1, tokens, language))
        or not (
            hit.head in inside
            or (
                (hit.head in alone or _participle(hit, tokens, language))
                and not _closes(hit.head, tokens, opens, language)
            )
        )
    ]
    kept = [
        hit for hit in kept if hit.payload.kind != "verb" or hit.head >= hit.last or hit.head + 1 not in passives
    ]
    return settle_turned(_closest_complements(kept) if language.subject_first else kept, tokens)


def _allowed(hits: list[EntryHit]) -> list[EntryHit]:
    """Drop patterns whose own words hold one that forbids them: a shorter pattern may tell what it is."""
    forbidding: dict[int, list[EntryHit]] = {}
    for hit in hits:
        if hit.payload.kind == "without":
            forbidding.setdefault(id(hit.payload.item), []).append(hit)
    if not forbidding:
        return hits
    return [
        hit
        for hit in hits
        if id(hit.payload.item) not in forbidding
        or hit.payload.kind not in ("verb", "noun")
        or not any(
            hit.first <= other.first and other.last <= hit.last for other in forbidding[id(hit.payload.item)]
        )
    ]


def _told_outright(hits: list[EntryHit]) -> list[EntryHit]:
    """Drop hearsay whose verb belongs to the noun of an act before it: "নিন্দা [জানানো হয়েছে]" condemns."""
    acts = [h for h in hits if h.payload.kind == "verb" and h.payload.frame is not None and h.first < h.head]
    return [
        hit
        for hit in hits
        if hit.payload.kind != "hearsay" or not any(a.first < hit.first == a.head for a in acts)
    ]


def is_told(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a line ends in a finite verb, as no headline does that ends in the noun of its act."""
    last = next((token for token in reversed(tokens) if token.norm[0].isalnum()), None)
    return last is not None and any("finite" in one.tags for one in language.inflection.verb(last.norm))


def _of_glued(hits: list[EntryHit], tokens: Sequence[Token], language: Language) -> list[EntryHit]:
    """Drop what is no verb here: a headline's noun inside a line, a numeral that looks like a verb (한).

    Of patterns with a gap those go that pass over another verb.
    """
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].norm[0].isalnum()), 0)
    told = is_told(tokens, language)
    ends = {at for at in range(len(tokens)) if at >= last or tokens[at + 1].text in _PARTING}
    kept = []
    for hit in hits:
        if hit.payload.kind in _VERBS:
            if "headline" in hit.tags and (underway := _underway(hit, tokens, language)) is not None:
                hit = structs.replace(hit, tags=underway)
            if "headline" in hit.tags and (told or hit.last not in ends):
                continue
            common = hit.payload.kind in _COMMON
            if common and (not hit.tags or _numeral(hit, tokens, language)):
                continue
        kept.append(hit)
    verbs = {h.head for h in kept if h.payload.kind in _VERBS and h.tags and "headline" not in h.tags}
    gaps = {at for h in kept if h.payload.kind == "verb" for at in range(h.first + 1, h.joint)}
    verbs |= {at for at in gaps if "attributive" in (language.verbal_tags(tokens[at].norm) or ())}
    return [
        hit
        for hit in kept
        if hit.payload.kind != "verb"
        or hit.joint == hit.first
        or not any(hit.first < verb < hit.joint for verb in verbs)
    ]


def _underway(hit: EntryHit, tokens: Sequence[Token], language: Language) -> frozenset[Tag] | None:
    """Return the tags of the noun of an act behind which a word says that it is going on ("cheolsu jungida")."""
    behind = hit.last + 1
    if behind >= len(tokens):
        return None
    for one in language.inflection.verb(tokens[behind].norm):
        frame = hit.payload.frame
        told = "attributive" not in one.tags or (frame is not None and frame.type == "CONSULT")
        if one.stem in language.text.underway and told:  # who is merely held or hunted so is described, not told
            return frozenset(("attributive" if "attributive" in one.tags else "finite", "progressive", "present"))
    return None


def _numeral(hit: EntryHit, tokens: Sequence[Token], language: Language) -> bool:
    """Whether one syllable in the form of a participle stands behind neither an object nor another verb."""
    if len(tokens[hit.head].norm) > 1 or "attributive" not in hit.tags:
        return False
    if hit.head == 0:
        return True
    before = tokens[hit.head - 1].norm
    verbal = any(one.tags & {"conjunctive"} for one in language.inflection.verb(before))
    return not verbal and not any("accusative" in one.tags for one in language.inflection.noun(before))


def _closest_complements(hits: list[EntryHit]) -> list[EntryHit]:
    """Drop patterns whose gap passes over what their verb really carries ("मदद के लिए [धन्यवाद दिया]").

    A light verb carries the noun right before it; where a lexicon knows that pair, or knows the verb before as one
    that the last only colours ("[रोक लगा] दी"), nothing farther off belongs to it.
    """
    gapped = [hit for hit in hits if hit.payload.kind == "verb" and hit.first < hit.joint <= hit.last == hit.head]
    if not gapped:
        return hits
    stems = {hit.head for hit in hits if hit.payload.kind == "plain" and hit.first == hit.last and not hit.tags}
    inner = [
        hit for hit in hits if hit.payload.kind in ("verb", "reporting") and hit.joint <= hit.first < hit.last
    ]
    wrong = {
        id(outer)
        for outer in gapped
        for hit in inner
        if outer.first <= hit.first < outer.joint
        and hit.payload.item is not outer.payload.item
        and (
            (hit.head == outer.head and outer.first < hit.first)
            or (
                hit.head == hit.last == outer.head - 1 and outer.joint == outer.head and hit.payload.kind == "verb"
            )
        )
    }
    wrong |= {id(outer) for outer in gapped if outer.joint == outer.head and outer.head - 1 in stems}
    return [hit for hit in hits if id(hit) not in wrong]


def _perfective(at: int, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a word may be a perfective, whose passive an auxiliary behind it makes ("किए गए हमले")."""
    return at >= 0 and any("past" in one.tags for one in language.inflection.verb(tokens[at].norm))


def _participle(hit: EntryHit, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a verb that is no act may be a participle before its noun ("रूस पर लगे प्रतिबंध", "हुई बैठक").

    Behind an imperfective it is an adverb's: "कहते हुए", "while saying".
    """
    if hit.payload.kind not in _COMMON or "past" not in hit.tags or "finite" in hit.tags:
        return False
    before = language.inflection.verb(tokens[hit.first - 1].norm) if hit.first else ()
    return not any("habitual" in analysis.tags for analysis in before)


def _closes(at: int, tokens: Sequence[Token], opens: dict[int, set[str]], language: Language) -> bool:
    """Whether nothing that could be owned follows: the clause ends, or an auxiliary stands there."""
    behind = at + 1
    if behind < len(tokens) and opens.get(behind, set()) & {"light", "happen"}:
        return True
    while behind < len(tokens) and tokens[behind].norm in language.transparent:
        behind += 1
    if behind >= len(tokens) or not tokens[behind].norm[0].isalnum():
        return True
    return bool(opens.get(behind, set()) & _CLOSING)


def _opens_long(hit: EntryHit, first: int, last: int) -> bool:
    """Whether a verb ends with the first whole word of a compound of several: "bác bỏ [đề xuất] ngừng bắn"."""
    whole = last - first >= _LONG and hit.last - first == 1
    return hit.payload.kind == "verb" and hit.first < first and whole


def _outside_compounds(hits: list[EntryHit]) -> list[EntryHit]:
    """Return the hits that no compound cuts or holds (không, "not", in không kích, "air strike")."""
    compounds = [(hit.first, hit.last) for hit in hits if hit.payload.kind == "compound"]
    if not compounds:
        return hits
    within = {at for first, last in compounds for at in range(first, last + 1)}
    return [
        hit
        for hit in hits
        if within.isdisjoint(range(hit.first, hit.last + 1))
        or not any(
            hit.first <= last
            and first <= hit.last
            and not (hit.first <= first and last <= hit.last)
            and not _opens_long(hit, first, last)
            for first, last in compounds
        )
    ]
