"""Whom the owner of an object means, and what stands behind "of"."""

from __future__ import annotations

from .language import EntryHit, Language
from .line import Line, Mention
from .owners import NOUN_REACH, end_of, made_before, of_another
from .sites import Site

__all__ = ["AMONG", "of", "of_friends", "owner_of_object", "usable", "whose"]

_OBJECT_REACH = 6
"""Tokens before a verb-final trigger within which whose deed its object is must stand."""
_FAR_REACH = 11
"""The same where an adposition behind the object says what is hit, and only an amount stands behind that."""
_PATIENT = 4
"""Tokens from an owner to the passive verb whose subject he owns."""
_OF_OBJECT = (None, "dative", "target", "against")
"""Roles of an owner that its object gives it, where particles mark them."""
_NEXT_BUT_ONE = 2
"""Tokens from an owner to a verb that its noun in another case stands right before."""
_OF_REACH = 6
"""Tokens from a genitive to a verb-final trigger whose noun it owns ("उनकी … हवाई अड्डे पर अगवानी की")."""
AMONG = 3
"""Tokens around "including"."""
_QUOTED = {"”": "“", "’": "‘", '"': '"', "'": "'"}
_CLOSES = 3
"""Tokens from the mark that closes what is quoted to the verb."""


def usable(mention: Mention) -> bool:
    return bool(mention.parties) and not (mention.modifier and mention.kind != "demonym")


def whose(line: Line, mention: Mention) -> Mention:
    """Return whose deed an object is where a bare name only says upon whom: "Russia-of [Ukraine annexation]"."""
    if not mention.genitive or "genitive" in mention.tags or mention.kind not in ("state", "place"):
        return mention
    before = line.mention_at(mention.first - 1) if mention.first else None
    return before if before is not None and "genitive" in before.tags and before.parties else mention


def of(site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    after = [m for m in site.after if m.role == "genitive" and m.first - site.last <= 4 and usable(m)]
    if not after and line.formed and site.verb_head:
        after = _of_object(line, site)
    if after:
        return tuple(after[:1])
    if language.text.adpositions == "after":
        reach = _OF_REACH if site.verb_head and not site.sides else 4
        near = [
            m
            for m in site.before
            if m.genitive and site.first - end_of(m) <= reach and m is not site.subject and m.parties
        ]
        near = [m for m in near if not m.reflexive] or near  # "चीन का [अपना] दौरा"
        if language.text.agglutinative:
            near = [m for m in near if m.role in _OF_OBJECT]
        elif near:  # "সিরিয়ার [তুর্কি অভিযানকে]": the nationality says whose it is, the owner where
            last = near[-1].last
            nearer = [m for m in site.before if m.kind == "demonym" and m.modifier and last < m.first]
            near = [m for m in nearer if m.last < site.first and m.parties] or near
        return tuple(near[-1:])
    if language.text.modifier == "after":
        near = [m for m in site.after if m.role is None and m.first - site.last <= 2 and usable(m)]
        return tuple(near[:1])
    return ()


def _of_object(line: Line, site: Site) -> list[Mention]:
    """Return whose the unlisted object of a verb is: "bombed more than a dozen sites of the Houthis"."""
    for mention in site.after[:1]:
        opening = mention.marker[0] if mention.marker is not None else mention.first
        if mention.role != "genitive" or not usable(mention) or opening - site.last > NOUN_REACH:
            continue
        between = range(site.last + 1, opening)
        marked = any(
            site.last < hit.first < opening for hit in line.hits.get("marker", ()) if not _counts(line, hit)
        )
        if not marked and not any(line.tokens[at].text == "," for at in between):
            return [mention]
    return []


def _governed_at(line: Line, at: int) -> bool:
    """Whether an adposition of owners stands at a token."""
    hits = line.at[at] if at < len(line.at) else []
    return any(h.payload.kind == "marker" and h.payload.item.role == "genitive" for h in hits)


def _counts(line: Line, marker: EntryHit) -> bool:
    """Whether an adposition belongs to words that only count: "dozens of"."""
    return any(
        h.payload.item == "quantifier" and h.first <= marker.first <= h.last for h in line.hits.get("class", ())
    )


def owner_of_object(site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    """Whose deed or thing the object is: "condemned Russia's invasion", "Russian strikes"."""
    made = made_before(site, line) if language.subject_first else None
    if made is not None:
        return (made,)
    if line.formed and site.passive:
        return _owner_of_patient(site)
    side = site.before if language.subject_first else site.after
    found = [m for m in side if (m.genitive or m.modifier) and m.parties and m is not site.subject]
    found = [m for m in found if m.kind != "place" and not (line.formed and of_friends(line, m))]
    if language.glued_cases and site.subject is not None:  # "[ইয়েমেনের] হুতিরা … ডুবিয়ে দিয়েছে"
        found = [m for m in found if m.last + 1 != site.subject.first]
    if language.text.agglutinative and not found and site.first < site.head:  # "[Taeguk chongri] chwiim-eul …"
        bare = [m for m in side if m.last + 1 == site.first and not m.tags and m.parties]
        found = [m for m in bare if m.kind in ("person", "state")]  # "[Peurangseu] gukgi-reul taewotda"
        return tuple(m for m in found if m is not site.subject)
    if (
        line.formed and site.last > site.head + 1
    ):  # "called it a violation of Yemen's sovereignty": Yemen is wronged
        found = [m for m in found if m.first < site.last or not _governed_at(line, site.last + 1)]
    if language.text.agglutinative:  # "by Qatar's mediation" owns no object
        first = _before_quoted(site.first, line)
        near = first - _NEXT_BUT_ONE
        found = [m for m in found if m.role in _OF_OBJECT or (m.role == "goal" and end_of(m) >= near)]
        found = [whose(line, m) for m in found[-1:]]
    if language.subject_first:
        quoted = _before_quoted(site.first, line) if language.text.agglutinative else site.first
        found = [
            m for m in found if quoted - end_of(m) <= (_FAR_REACH if _upon(line, m, quoted) else _OBJECT_REACH)
        ]
    if language.text.modifier == "after":
        found = [m for m in found if not of_another(line, site, m)]
    return tuple(found[-1:] if language.subject_first else found[:1])


def _owner_of_patient(site: Site) -> tuple[Mention, ...]:
    """Return whose thing the unlisted subject of a passive is: "[Peru's] bid was approved"."""
    if site.subject is not None and site.subject.parties:
        return ()
    near = [m for m in site.before[-1:] if m.genitive and m.parties and m.kind != "place"]
    return tuple(m for m in near if site.first - end_of(m) <= _PATIENT)


def _upon(line: Line, owner: Mention, verb: int) -> bool:
    """Whether an adposition for what is hit stands behind an owner's things, and nobody else: "X के कोयले पर"."""
    between = [m for m in line.mentions if owner.last < m.first < verb and m.parties]
    return not between and any(
        owner.last < hit.first < verb and hit.payload.item.role in ("target", "against")
        for hit in line.hits.get("marker", ())
    )


def of_friends(line: Line, owner: Mention) -> bool:
    """Whether a pronoun only tells whose allies or rivals are meant: "criticised its Western allies"."""
    if not owner.parties or owner.parties[0].how != "pronoun":
        return False
    return any(
        hit.payload.item == "relations" and 0 < hit.first - owner.last <= AMONG
        for hit in line.hits.get("class", ())
    )


def _before_quoted(first: int, line: Line) -> int:
    """Return the mark that opens what is quoted right before a verb, or the verb's first token."""
    for at in range(first - 1, max(-1, first - _CLOSES - 1), -1):
        if line.tokens[at].text in _QUOTED:
            mark = _QUOTED[line.tokens[at].text]
            return next((to for to in range(at - 1, -1, -1) if line.tokens[to].text == mark), first)
    return first
