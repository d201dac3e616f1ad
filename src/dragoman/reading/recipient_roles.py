"""Takes recipients from the roles that a frame names, and leaves out those that cannot be meant."""

from __future__ import annotations

from ..packs.frames import Frame
from ..records import Party
from .accusations import also_accused
from .beside import (
    means_act,
    promised_about,
    upon_whom,
    within_content,
)
from .cases import noun_before
from .drafts import PROMISES
from .filling import Filling
from .guesses import OF_TEXT
from .isolating import opens_clause
from .language import Language
from .line import Line, Mention
from .nationality import STATE, recipients_of, same_country
from .oneself import (
    at_itself,
    instead,
    own_ground,
    reflexive,
)
from .roles import fill
from .sides import accused_of
from .sites import Site

__all__ = ["WORDS", "by_role"]

_DOMESTIC = frozenset(("OPP", "CVL", "EDU", "LAB", "JRN"))
"""Sectors whose government, where none is named, is their own country's."""
_ORGANS = frozenset(("LEG", "JUD", "OPP", "LAB", "PTY"))
"""Sectors of bodies that ask things of their own government."""
_OPPOSED = frozenset(("OPP", "SOC"))
_DEEDS = frozenset(("RETREAT", "CONCEDE", "COOPERATE", "AID", "CONSULT"))
"""Types of deeds that somebody is asked to do to others."""
_LAW = frozenset(("COP", "JUD"))
_OF_STATE = frozenset(("MIL", "COP", "GOV"))
WORDS = frozenset(("ACCUSE", "THREATEN"))
"""Types of words that an act of the other side provokes, or is to prevent."""
_OWN_DEEDS = "speaks of his own deeds"
_PAIR = 2
_UPON = frozenset(("target", "against", "toward", "goal"))
"""Roles of phrases that may belong to the deed that somebody condemns: upon whom it fell."""


def by_role(task: Filling, roles: tuple[str, ...]) -> str | None:
    """Take the phrases of the first of the frame's roles that names somebody. Returns why none can be."""
    site, frame, actors = task.site, task.frame, task.actors
    unnamed = site.passive and task.line.formed and _unnamed_patient(site)
    for role in roles:
        if unnamed and role != "object":
            continue
        found = _of_role(task, role)
        if isinstance(found, str):
            return found
        if not found:
            continue
        ground = _ground_hit(frame, task.where) or _ground_of(task, found)
        parties = recipients_of(found, frame, task.reader, ground, actors)
        if parties and not at_itself(parties, actors, frame):
            task.objects = found
            struck = any(m.kind == "people" and m.role in ("target", "dative") for m in found)
            parties = (*parties, *task.others(task.meant_by(also_accused(task.line, site, found[0], frame))))
            left = frame.mode == ("withdraw",) and frame.type == "RETREAT" and not task.language.text.verb_endings
            kept = same_country(parties, actors) if left else own_ground(parties, actors, frame)
            kept = kept or (frame.id == "apologise" and same_country(parties, actors) and _states(found))
            task.recipients = () if kept and not struck else _across(parties, task)
            if frame.content == "denied" and all(p.how.endswith(OF_TEXT) for p in parties):
                task.recipients = ()  # "denied backing the rebels": nobody has accused
            if task.language.cased and frame.content == "denied" and same_country(parties, actors):
                task.recipients = ()  # "отверг обвинения в поддержке боевиков": nobody denies to himself
            return None
    return None


def _states(mentions: tuple[Mention, ...]) -> bool:
    """Whether only states are named: none apologises to itself ("apologised for Belgium's part in it")."""
    return all(mention.kind == "state" for mention in mentions)


def _across(parties: tuple[Party, ...], task: Filling) -> tuple[Party, ...]:
    """Return the other side where two states in one word are named: ended the "Han-Il" pact."""
    if len(parties) < _PAIR or any(p.how != "nationality" for p in parties):
        return parties
    return tuple(p for p in parties if p.country not in task.countries) or parties


def _of_role(task: Filling, role: str) -> tuple[Mention, ...] | str:
    """Return the phrases that fill a role, without those that only seem to; or why nobody can be meant."""
    line, site, frame, language = task.line, task.site, task.frame, task.language
    taken = {id(m) for m in task.doers}
    first = accused_of(role, site, frame, language)
    found = tuple(m for m in (first or fill(role, site, line, language)) if id(m) not in taken)
    if line.formed and frame.content == "alleged" and any(reflexive(m, task.actors) for m in found):
        return _OWN_DEEDS
    if language.subject_first and frame.type == "REQUEST" and role == "source":
        asked = [m for m in site.before if m.role == "source" and (m.human or m.capital) and m.parties]
        found = tuple(asked[:1]) or found  # "[इजराइल से] रफा क्रॉसिंग से हटने को कहा"
    if language.subject_first and frame.mode == ("release",) and role == "object":
        freed = [m for m in site.before if m.role == "dative" and m.kind in ("person", "people") and m.countries]
        found = tuple(freed[-1:]) or found  # "[इजराइली बंधकों को] रेड क्रॉस को सौंपा"
    if language.subject_first and (frame.type in ("REQUEST", "REJECT") or frame.mode == ("disapprove",)):
        found = tuple(m for m in found if not within_content(line, site, m, frame))
    if line.formed and frame.type == "REJECT" and role == "object" and _governs_gerund(task):
        return ()  # "ruled out selling X": nobody is refused
    if line.formed and frame.mode == ("abduct",):
        own = {party.country for party in task.actors}
        found = tuple(m for m in found if not (m.needs_place and task.setting.text in own))
    if frame.type == "CONSULT":
        found = tuple(m for m in found if m.kind != "vehicle")  # "went to see fighter jets": nobody is met
    if frame.type == "REQUEST" and role == "object" and not language.text.verb_endings:
        found = tuple(m for m in found if m.first < site.last or not _ends_in_deed(line, site))
    if language.cased and frame.id in PROMISES:
        found = tuple(m for m in found if m.role == "dative" or not _in_infinitive(line, site, m))
    if language.cased and frame.type == "REJECT":
        found = tuple(m for m in found if not _of_noun(line, site, m, language))
    if language.cased and frame.mode == ("disapprove",) and role in _UPON:
        found = tuple(m for m in found if not upon_whom(line, site, m, language))
    if frame.id in PROMISES and role == "object" and not language.text.verb_endings:
        found = tuple(m for m in found if not opens_clause(line, m.first))  # "cam kết Moskva sẽ …"
    if frame.id in PROMISES and role == "object" and line.formed:
        found = tuple(m for m in found if not promised_about(line, site, m))
    if (
        line.formed
        and role == "object"
        and (frame.mode == ("disapprove",) or frame.id in ("refuse-demand", "praise"))
    ):
        found = tuple(m for m in found if not means_act(m))
    if frame.authority and site.passive:  # "তাঁকে গ্রেপ্তার করা হয়": whoever holds the place may hold its own
        return found
    return tuple(m for m in (instead(m, task.actors) for m in found) if m is not None)


def _ends_in_deed(line: Line, site: Site) -> bool:
    """Whether a demand's own words end in what is demanded, so that whom it befalls is behind: "đòi thả X"."""
    return any(
        hit.last == site.last and hit.first > site.head + 1
        and hit.payload.frame is not None and hit.payload.frame.type != "REQUEST"
        for hit in line.hits.get("verb", ())
    ) or (site.last > site.head and any(h.first == site.last and h.payload.frame is not None
          and h.payload.frame.type in _DEEDS for h in line.hits.get("verb", ())))  # fmt: skip


def _governs_gerund(task: Filling) -> bool:
    """Whether a participle stands right behind a refusal, which it is about."""
    at = task.site.last + 1
    tokens = task.line.tokens
    if task.line.mention_at(at - 2) is not None or task.line.mention_at(at - 3) is not None:
        return False  # "rejected a UN appeal for deploying X": the noun has its owner
    tags = task.language.verbal_tags(tokens[at].norm) if at < len(tokens) else None
    return bool(tags) and bool((tags or frozenset()) & {"progressive", "participle", "conjunctive"})


def _of_noun(line: Line, site: Site, mention: Mention, language: Language) -> bool:
    """Whether a dative belongs to a noun in what is refused: "отказалась поддержать пакет [помощи Украине]"."""
    noun = noun_before(line, mention.first, language) if mention.role == "dative" else None
    return noun is not None and noun > site.last


def _in_infinitive(line: Line, site: Site, mention: Mention) -> bool:
    """Whether a phrase belongs to the deed that is promised: "обязался не отправлять беженцев в Мьянму"."""
    return any("infinitive" in p.tags and site.last < p.head < mention.first for p in line.predicates)


def _unnamed_patient(site: Site) -> bool:
    """Whether a passive is done to somebody whom nobody knows: no phrase behind it is whom it is done to."""
    return site.subject is None and any(
        m.kind == "source" and m.role is None and not m.genitive for m in site.before
    )


def _ground_hit(frame: Frame, where: Mention | None) -> str | None:
    """Return the one country where somebody is attacked or rescued: people without nationality are of it."""
    hit = frame.type == "ASSAULT" and frame.ground
    helped = frame.id in ("rescue", "humanitarian-aid")
    if not (hit or helped) or where is None or len(where.countries) != 1:
        return None
    return next(iter(where.countries))


def _ground_of(task: Filling, others: tuple[Mention, ...]) -> str | None:
    """Return the country of bodies without nationality: crowds face their government, police its people."""
    frame, actors, home = task.frame, task.actors, task.setting.text
    countries = {party.country for party in actors if party.country}
    factions = all("PTY" in p.sector for m in others for p in m.parties)  # "all sides" are nobody's own people
    to_people = (frame.type == "REQUEST" and not factions) or (frame.id == "apologise" and bool(others))
    if to_people and len(countries) == 1 and all(m.kind == "people" for m in others):
        return countries.pop()  # "called on people to stay calm": a state's own
    asked = {sector for m in others for p in m.parties for sector in p.sector}
    private = all(p.type in ("ORG", "PER") and not STATE & set(p.sector) and p.country for p in actors)
    if (
        task.line.formed
        and frame.type in ("ACCUSE", "REQUEST")
        and len(countries) == 1
        and private
        and asked == {"GOV"}
    ):
        return home or countries.pop()  # "the Law Society of X is suing the government"
    organs = all(_ORGANS & set(party.sector) for party in actors)
    if frame.type in ("REQUEST", "ACCUSE") and len(countries) == 1 and organs and asked == {"GOV"}:
        return countries.pop()  # "parliament urged the government"
    own_forces = frame.mode == ("allege",) and all(p.type == "PER" for p in actors)
    if own_forces and home is None and asked and asked <= _OF_STATE and len(countries) == 1:
        return countries.pop()  # "the president accused the security forces of …"
    if frame.type in ("ASSAULT", "THREATEN") and len(countries) == 1 and asked == {"SOC"}:
        return countries.pop()  # "soldiers opened fire on protesters"
    policed = (frame.authority and not any("MIL" in p.sector for p in actors)) or all(
        _LAW & set(party.sector) for party in actors
    )
    if task.line.formed and frame.type in WORDS and _own_opponents(task, others) and len(countries) == 1:
        return home or countries.pop()  # "the president accused the opposition"
    domestic = frame.type == "PROTEST" or policed or all(_DOMESTIC & set(party.sector) for party in actors)
    return countries.pop() if domestic and len(countries) == 1 else home


def _own_opponents(task: Filling, others: tuple[Mention, ...]) -> bool:
    """Whether who governs speaks against an opposition of no other nation."""
    rules = all(
        {"GOV", "MIL", "GPE"} & {*party.sector, party.type} or party.type == "PER" for party in task.actors
    )
    return rules and bool(others) and all(_OPPOSED & set(p.sector) for m in others for p in m.parties)
