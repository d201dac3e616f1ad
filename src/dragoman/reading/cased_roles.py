"""Finds who fills a frame's roles where cases tell them: the counterpart of `roles` for a free word order."""

from __future__ import annotations

from .cases import adjectival
from .language import Language
from .line import Line, Mention
from .sites import Site

__all__ = ["fill_cased"]

_NEAR = 4
"""Tokens behind a noun in which its genitive begins."""
_OBJECT = 9
"""Tokens from a verb in which its object stands."""
_COMMA = 2
"""Tokens from a phrase to the relative clause behind its comma."""
_MARKED = {
    "companion": ("companion",),
    "against": ("against",),
    "toward": ("toward", "dative"),
    "goal": ("goal", "dative"),
    "place": ("place",),
    "source": ("source",),
    "beneficiary": ("beneficiary",),
    "between": ("between",),
    "about": ("about",),
    "target": ("target",),
    "into": ("goal", "place"),
    "agent": ("agent",),
}


def fill_cased(role: str, site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    """Return the mentions that fill a frame role at a site, or none."""
    found = _fill(role, site, line, language)
    if role in ("object", "goal", "toward", "against") and found and _means_subject(found[0], site):
        other = _done_to_before(found[0], site, line)
        return (other,) if other is not None else found
    return found


def _means_subject(mention: Mention, site: Site) -> bool:
    """Whether a pronoun was taken for the subject of its own clause, which only a reflexive means."""
    if mention.reflexive or site.subject is None or not any(p.how.startswith("pronoun") for p in mention.parties):
        return False
    return bool(mention.countries & site.subject.countries)


def _done_to_before(pronoun: Mention, site: Site, line: Line) -> Mention | None:
    """Return whom the clause before names beside the subject: "выслала дипломатов Ирана, обвинив их"."""
    verbs = [p for p in line.predicates if p.head < site.head and p.subject is site.subject]
    near = [m for p in verbs for m in p.after if m.last < pronoun.first and m is not pronoun and _usable(m)]
    near = [m for m in near if m.countries - pronoun.countries and m.role not in ("place", "none")]
    other = [m for m in near if m.role != "companion"] or [m for m in near if m.kind == "person"]
    return other[-1] if other else None


def _fill(role: str, site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    if role == "subject":
        return _subject(site)
    if role == "speaker":
        return (site.speaker,) if site.speaker is not None and site.speaker.parties else ()
    if role == "object":
        return _object(site, line, language)
    if role == "owner":
        return () if site.verb_head else _owner(site, line, language)
    if role == "of":
        return _of(site, line)
    if role == "owner-of-object":
        return _owner_of_object(site, line)
    wanted = _MARKED.get(role, ())
    near = [*site.after, *reversed(site.before)] if site.verbal or role in ("place", "between") else site.after
    found = [m for m in near if m.role in wanted and m is not site.subject and _usable(m)]
    if not found and role == "goal":  # "отправить в Гаити": a name that no case changes
        found = [m for m in near if m.role == "place" and _either_case(m) and _usable(m)]
    if role == "place":
        found = [m for m in found if m.first < site.first or not _behind_comma(line, site, m)]
    if not found and "dative" in wanted and site.verb_head:
        found = [m for m in site.after if _may_be_dative(m, site)]
    return tuple(found[:1])


def _either_case(mention: Mention) -> bool:
    """Whether a place's form says neither that something is there nor that it goes there."""
    return mention.kind in ("state", "place") and {"locative", "accusative"} <= mention.cases


def _may_be_dative(mention: Mention, site: Site) -> bool:
    """Whether what may be a dative stands beside a verb that has its object: "принес извинения России"."""
    if mention is site.subject or not _usable(mention) or "dative" not in mention.cases:
        return False
    carried = site.head < site.last and mention.first - site.last <= 1
    if {"nominative", "dative"} <= mention.cases and mention.role is None and mention.first == site.last + 1:
        return True  # "поможет Порт-Морсби": a name that no case changes
    if mention.marker is not None:  # "отказал в визах делегации": its preposition is the trigger's own
        return carried and site.head < mention.marker[0] <= site.last
    return carried and (mention.genitive or mention.role is None)


def _usable(mention: Mention) -> bool:
    return bool(mention.parties) and not (mention.modifier and mention.kind != "demonym")


def _subject(site: Site) -> tuple[Mention, ...]:
    if site.doer is not None:
        return (site.doer,)
    if site.passive:
        agents = [m for m in [*site.after, *reversed(site.before)] if m.role == "agent" and _usable(m)]
        if not agents:  # "арестован ФСБ": a name that no case changes
            right = [m for m in site.after[:1] if m.first == site.last + 1 and m.role is None and _usable(m)]
            agents = [m for m in right if "instrumental" in m.cases and m is not site.subject]
        if not agents and site.subject_how == "place that speaks" and site.subject is not None:
            return (site.subject,)  # "в США предъявлены обвинения"
        return tuple(agents[:1])
    return (site.subject,) if site.subject is not None and site.subject.parties else ()


def _object(site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    """Whom it is done to: the subject of a passive, else the accusative nearest to the verb, first behind it."""
    if site.passive:
        subject = site.subject
        bare = subject is not None and (subject.role is None or site.subject_how == "noun of a participle")
        return (subject,) if subject is not None and bare and _usable(subject) else ()
    near = [*site.after, *reversed(site.before)]
    found = [
        m for m in near
        if m is not site.subject and _usable(m)
        and ((m.role is None and _accusative(m, site)) or _behind_phrase(m, site, line, language))
    ]  # fmt: skip
    found = found or [m for m in site.after if _usable(m) and _past_phrase(m, site, line, language)]
    found = found or [m for m in site.after[:1] if _usable(m) and _governed(m, site)]
    found = [m for m in found if not (m.kind == "vehicle" and m.needs_place)]
    found = [m for m in found if abs(m.first - site.head) <= _OBJECT and not _behind_comma(line, site, m)]
    return tuple(found[:1]) or _antecedent(line, site)


def _antecedent(line: Line, site: Site) -> tuple[Mention, ...]:
    """Whom a relative word means that opens the verb's clause in the accusative: "N, которого суд приговорил"."""
    number = line.segments[site.head]
    if (
        line.segment_kinds[number] != "relative"
        or not site.verb_head
        or (site.subject is None and not site.hidden)
    ):
        return ()
    opening = line.segments.index(number)
    objects = [h for h in line.at[opening] if h.payload.kind == "class" and h.payload.item == "object-relative"]
    before = [m for m in line.mentions if m.last < opening]
    if not objects or not before or opening - before[-1].last > _COMMA or before[-1] is site.subject:
        return ()
    known = any(not (p.entity or "new:").startswith("new:") or p.country for p in before[-1].parties)
    return (before[-1],) if known and _usable(before[-1]) else ()


def _behind_phrase(mention: Mention, site: Site, line: Line, language: Language) -> bool:
    """Whether an animate genitive stands behind a verb with its phrase: "приговорил к году тюрьмы активиста"."""
    if mention.kind not in ("person", "people", "body") or "accusative" not in mention.cases:
        return False
    between = line.tokens[site.last + 1 : mention.first]
    own = _prepositions(line, site.first, site.last + 1)
    return own and site.head < site.last < mention.first and all(adjectival(t.norm, language) for t in between)


def _past_phrase(mention: Mention, site: Site, line: Line, language: Language) -> bool:
    """Whether somebody named stands behind a verb and where it was done: "задержали в аэропорту журналиста N"."""
    if mention.kind not in ("person", "people") or "accusative" not in mention.cases or not site.verb_head:
        return False
    if mention.first <= site.last or any(p.how.startswith("office") for p in mention.parties):
        return False
    if mention.marker is not None and mention.marker[1] + 1 >= mention.first:
        return False
    if mention.marker is None and not mention.genitive:
        return False
    between = [
        at for at in range(site.last + 1, mention.first) if line.tokens[at].norm not in language.transparent
    ]
    times = [(t.start, t.end) for t in line.times]
    between = [at for at in between if not any(a <= line.tokens[at].start < b for a, b in times)]
    opened = bool(between) and any(h.payload.kind == "marker" for h in line.at[between[0]])
    nouns = [at for at in between[1:] if not adjectival(line.tokens[at].norm, language)]
    return opened and bool(nouns) and all(line.tokens[at].norm[0].isalpha() for at in between)


def _governed(mention: Mention, site: Site) -> bool:
    """Whether the preposition that ends a verb's pattern governs a phrase: "КПП на границе с Литвой"."""
    ends = mention.marker is not None and site.head < mention.marker[0] and mention.marker[1] == site.last
    return ends and mention.role != "place"


def _accusative(mention: Mention, site: Site) -> bool:
    if mention.genitive:  # "его арестовали": a pronoun that could own something, and owns nothing here
        return mention.kind == "person" and mention.parties[0].how == "pronoun" and site.verb_head
    if mention.kind == "demonym":  # "двух американских заложниц"
        return bool(mention.cases & {"accusative", "genitive"}) and abs(mention.first - site.last) <= _NEAR
    unchanged = mention.kind == "person" and site.subject is not None and site.subject.last < site.first
    if unchanged and site.verb_head and mention.first > site.head and "nominative" in mention.cases:
        return True  # "приговорил Аун Сан Су Чжи": its subject stands before, and a name may not change
    return "accusative" in mention.cases


def _behind_comma(line: Line, site: Site, mention: Mention) -> bool:
    return any(
        line.tokens[at].text == "," and line.mention_at(at) is None for at in range(site.last + 1, mention.first)
    )


def _owner(site: Site, line: Line, language: Language) -> tuple[Mention, ...]:
    """Whose act a noun names: a nationality before it, a genitive behind it, else who is marked as doing it.

    Where the noun's own genitive is whom it is done to ("обстрел Харькова"), a genitive owns nothing.
    """
    for mention in reversed(site.before):
        possessive = mention.genitive and mention.parties and mention.parties[0].how == "pronoun"
        adjective = mention.kind == "demonym" or possessive
        between = line.tokens[mention.last + 1 : site.first]
        if adjective and len(between) <= 2 and all(adjectival(t.norm, language) for t in between):
            return (mention,)
    agents = [m for m in site.after if m.role == "agent" and _usable(m) and not _behind_comma(line, site, m)]
    if site.undergone or agents:
        return tuple(agents[:1])
    return _genitive_behind(site, line)


def _genitive_behind(site: Site, line: Line) -> tuple[Mention, ...]:
    found = [m for m in site.after if m.genitive and m.parties and m.first - site.last <= _NEAR]
    found = [m for m in found if not _behind_comma(line, site, m) and not _prepositions(line, site.last, m.first)]
    return tuple(found[:1])


def _prepositions(line: Line, first: int, last: int) -> bool:
    return any(first < hit.first < last for hit in line.hits.get("marker", ()))


def _of(site: Site, line: Line) -> tuple[Mention, ...]:
    """Whom a noun's genitive names as undergoing it: "арест активиста", "обстрел Харькова"."""
    return _genitive_behind(site, line)


def _inside(mention: Mention, site: Site) -> bool:
    """Whether the preposition before a genitive is a verb's own: "выступил с критикой Вашингтона"."""
    marker = mention.marker
    own = marker is not None and site.head < marker[0] < site.last and mention.first == site.last + 1
    before = site.predicate
    if marker is not None and before is not None and before.first <= marker[0] and mention.last < before.head:
        own = site.first == site.last  # "под [санкции США] попали": its words stand before the verb
    return own and "genitive" in mention.cases


def _owner_of_object(site: Site, line: Line) -> tuple[Mention, ...]:
    """Whose deed or thing the object is: "осудил действия Израиля", "российское вторжение"."""
    opens = site.subject is None or site.subject.first > site.first  # "действия России осудил Киев"
    found = [
        m
        for m in (*site.after, *(reversed(site.before) if opens or not site.verb_head else ()))
        if (m.genitive or m.kind == "demonym" or _inside(m, site))
        and m.parties and m is not site.subject and m.kind != "place"
        and not _behind_comma(line, site, m)
    ]  # fmt: skip
    return tuple(found[:1])
