"""Finds whose deed a noun is: the owner beside it, before or behind, or by whom a participle says it was done."""

from __future__ import annotations

from .language import Language
from .line import Line, Mention
from .sites import Site

__all__ = ["NOUN_REACH", "end_of", "made_before", "of_another", "owner_of"]

NOUN_REACH = 8
"""Tokens around a noun in which its phrases may stand."""
_HAND = 3
"""Tokens from an owner inside a verb's gap to the verb that tells of his hand in it."""
_DESCRIBED = 3
"""Tokens from a participle to the noun that it describes."""
_HYPHENS = frozenset(("-", "–"))
_HALVES = frozenset((",", ";", ":"))
_STOPS = frozenset(".!।")
_PAIR = 2
_PAIR_REACH = 4
"""Tokens from a pair of names to the noun of what they do together."""
_NO_WORD = frozenset(("context", "class", "place-word", "without"))
"""Kinds of entries that say nothing of how a word is used in its sentence."""


def owner_of(site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    """The genitive or nationality beside a noun, on the side where the language puts modifiers."""
    if language.text.modifier == "before":
        made = _made_by(site, line) if language.subject_first else None
        if made is not None:
            return (made,)
        within = [
            m for m in site.before if m.first <= site.first <= m.last and m.parties
        ]  # "[a Russian missile] attack"
        if within:
            return tuple(within[:1])
        near = [m for m in site.before if (m.genitive or m.kind == "demonym") and m.role != "genitive"]
        near = [m for m in near if site.first - end_of(m) <= 4 and m is not site.subject
                and not _marked_between(line, end_of(m), site.first, m)
                and not _cased_between(line, end_of(m), site.first, language)
                and (m.genitive or m.first < site.first)]  # fmt: skip
        ahead = [m for m in near if m.first < site.first]  # no genitive inside "হামলায় [গাজার …] নিহত"
        beside = [m for m in near if site.head - end_of(m) <= _HAND and line.mention_at(end_of(m) + 1) is None]
        near = ahead or (beside if site.verb_head else near)  # but "হত্যায় [ভারতের] হাত থাকা"
        chosen = near[:1] if len(near) > 1 and near[0].genitive else near[-1:]
        if not chosen and site.sides and language.subject_first:
            chosen = _pair_before(site, line, language)
        if not chosen and language.subject_first and site.predicate is None:
            chosen = _headline_owner(site, line)
        if not chosen and not language.subject_first:
            chosen = [m for m in site.after if m.role == "agent" and _done_by(line, site, m)][:1]
        of_a_people = len(chosen) == 1 and chosen[0].kind == "demonym" and not chosen[0].genitive
        if of_a_people and language.subject_first and site.predicate is None:  # "মার্কিন অভিযোগ খারিজ চীনের"
            chosen = [m for m in site.after[:1] if _behind_all(m, site, line)] or chosen
        if not chosen and language.subject_first and site.predicate is None:  # headlines: "চুক্তিতে সই রাশিয়ার"
            chosen = [m for m in site.after[:1] if _behind_all(m, site, line)]
        return tuple(chosen)
    near = [m for m in site.after if m.role in (None, "genitive") and m.parties]
    marked = [
        m for m in near if m.genitive and m.first - site.last <= NOUN_REACH and not of_another(line, site, m)
    ]  # "chuyến thăm Hà Nội của ông X"
    bare = [m for m in near if m.first - site.last <= 3] if site.sides else []
    return tuple(marked[:1] or bare[:1])


def _pair_before(site: Site, line: Line, language: Language) -> list[Mention]:
    """Return the two whom a hyphen joins before what they do together: "ভারত-চীন সীমান্ত চুক্তি সই"."""
    for mention in reversed(site.before):
        joined = any(line.tokens[at].norm in _HYPHENS for at in range(mention.first, mention.last))
        if not joined or len(mention.parties) != _PAIR or mention.role is not None:
            continue
        near = site.first - mention.last <= _PAIR_REACH and not _governed(site, line, language)
        return [mention] if near and not _cased_between(line, mention.last, site.first, language) else []
    return []


def _behind_all(mention: Mention, site: Site, line: Line) -> bool:
    """Whether a genitive stands right behind an act's noun and closes the headline: "চুক্তিতে সই [রাশিয়ার]"."""
    return mention.genitive and mention.first == site.last + 1 and _closes(line, end_of(mention))


def _closes(line: Line, last: int) -> bool:
    """Whether a headline, or the half of it before a comma, ends here; in running text a full stop closes it."""
    rest = [token.text for token in line.tokens[last + 1 : last + 3]]
    return not rest or rest[0] in _HALVES or (len(rest) == 1 and rest[0] in _STOPS)


def _governed(site: Site, line: Line, language: Language) -> bool:
    """Whether an act's noun only says what another noun is about: "বৈঠকের প্রস্তাব", "बैठक पर संशय"."""
    behind = line.at[site.last + 1] if site.last + 1 < len(line.at) else []
    if any(hit.payload.kind == "marker" for hit in behind):
        return True
    return any("genitive" in one.tags for one in language.inflection.noun(line.tokens[site.last].norm))


def _done_by(line: Line, site: Site, agent: Mention) -> bool:
    """Whether "by" belongs to a noun itself: "an attack by X", "an attack (carried out) by X", not "blamed on"."""
    opening = agent.marker[0] if agent.marker is not None else agent.first
    between = range(site.last + 1, opening)
    carried = {hit.head for hit in line.hits.get("light", ())}
    told = [p.head for p in line.predicates if p.head in between]
    return not line.formed or not told or all(head in carried for head in told)


def made_before(site: Site, line: Line) -> Mention | None:
    """Return by whom the object of a verb that stands last was done ("रूस द्वारा किए गए हमले की निंदा की")."""
    number = line.segments[site.head]
    for predicate in line.predicates:
        near = 0 < site.first - predicate.last <= NOUN_REACH
        if predicate.adjectival and near and line.segments[predicate.head] == number:
            by = [m for m in predicate.before if m.role == "instrument" and m.human]
            return by[-1] if by else None
    return None


def _made_by(site: Site, line: Line) -> Mention | None:
    """Return by whom a noun's deed was done, in the participle before it: "रूस की ओर से किए गए [मिसाइल] हमले"."""
    for predicate in line.predicates:
        if predicate.adjectival and 0 < site.first - predicate.last <= _DESCRIBED:
            by = [m for m in predicate.before if m.role in ("agent", "instrument") and m.human]
            return by[-1] if by and by[-1].role == "instrument" else None
    return None


_ABOUT = 3
"""Tokens from a verb to the preposition of what it is about."""


def of_another(line: Line, site: Site, owner: Mention) -> bool:
    """Whether a genitive belongs to an unlisted noun that a preposition governs ("vụ tấn công vào nhà của X").

    Not where that opens what the verb itself is about: "bày tỏ quan ngại về kế hoạch của X" (the plan of X).
    """
    governing = [h for h in line.hits.get("marker", ()) if site.last < h.first < owner.first
                 and h.payload.item.role != "genitive"
                 and not (h.payload.item.role == "about" and h.first - site.last <= _ABOUT)]  # fmt: skip
    return any(not any(h.last < m.first < owner.first for m in site.after) for h in governing)


def _headline_owner(site: Site, line: Line) -> list[Mention]:
    """Who a headline without a verb opens with, where a noun closes it: "इजरायल का गाजा पर हवाई हमला"."""
    number = line.segments[site.head]
    if any(p.segment == number for p in line.predicates):
        return []
    if site.last + 1 < len(line.tokens) and line.tokens[site.last + 1].norm[0].isalnum():
        return []
    first = next((m for m in site.before if m.parties), None)
    if first is None or not first.genitive or line.segments.index(number) != first.first:
        return []
    return [first]


def _cased_between(line: Line, first: int, last: int, language: Language) -> bool:
    """Whether a noun with a case of its own stands between: the owner is its ("সেনাবাহিনীর [গাড়িবহরে] … হামলা")."""
    if not language.subject_first:
        return False
    adjectives = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "attributive"}
    for at in range(first + 1, last):
        if at in adjectives:
            continue
        known = any(hit.payload.kind not in _NO_WORD for hit in line.at[at])
        if known or line.mention_at(at) is not None:
            continue
        if any("locative" in one.tags for one in language.inflection.noun(line.tokens[at].norm)):
            return True
    return False


def _marked_between(line: Line, first: int, last: int, owner: Mention) -> bool:
    """Whether an adposition stands between an owner and a noun ("its role in the talks").

    The genitive of a state behind a person is the noun's own object: "मोदी का [जर्मनी का] दौरा".
    """
    own = {
        m.marker[0]
        for m in line.mentions
        if m.genitive and m.marker is not None and m.kind in ("state", "place") and owner.kind == "person"
    }
    return any(first < hit.first < last and hit.first not in own for hit in line.hits.get("marker", ()))


def end_of(mention: Mention) -> int:
    return max(mention.last, mention.marker[1] if mention.marker and mention.marker[0] > mention.last else 0)
