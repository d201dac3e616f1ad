"""Finds to whom an act is done: by the frame's roles, else by a closed list of steps, each named in `how`.

The steps stand in their order; the first that finds somebody ends the search. Where the sentence names nobody
there are no recipients, unless the frame cannot do without.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from ..packs.frames import Frame
from ..records import Party
from .accusations import also_accused
from .authorities import own_officer
from .beside import (
    addressed_before,
    behind_words,
    content_subject,
    deed_named,
    means_act,
    meant_in,
    names_others,
    promised_about,
    threatened_within,
    warned_if,
    within_content,
)
from .cases import behind_noun
from .drafts import PROMISES
from .filling import Filling
from .guesses import OF_TEXT, guessed, no_person
from .isolating import opens_clause
from .joined_parties import beside_clause
from .language import Language
from .line import Line, Mention
from .nationality import STATE, recipients_of, same_country, state_of
from .oneself import (
    ARMED,
    at_itself,
    each_other,
    guessed_at_itself,
    instead,
    own_ground,
    own_people,
    own_rulers,
    reflexive,
)
from .roles import fill
from .sides import accused_of
from .sites import Site

__all__ = ["find_recipients", "unfit_recipients"]

_DOMESTIC = frozenset(("OPP", "CVL", "EDU", "LAB", "JRN"))
"""Sectors whose government, where none is named, is their own country's."""
_ORGANS = frozenset(("LEG", "JUD", "OPP", "LAB", "PTY"))
"""Sectors of bodies that ask things of their own government."""
_OPPOSED = frozenset(("OPP", "SOC"))
_DEEDS = frozenset(("RETREAT", "CONCEDE", "COOPERATE", "AID", "CONSULT"))
"""Types of deeds that somebody is asked to do to others."""
_LAW = frozenset(("COP", "JUD"))
_OF_STATE = frozenset(("MIL", "COP", "GOV"))
_ADDRESSED = frozenset(("ACCUSE", "THREATEN", "REQUEST", "REJECT"))
_WORDS = frozenset(("ACCUSE", "THREATEN"))
"""Types of words that an act of the other side provokes, or is to prevent."""
_STORMING = (("riot",), ("obstruct",), ("vandalize",))
"""Modes of protest that a crowd turns against a building."""
_ENVOYS = frozenset(("summon", "protest-note"))
_AT_BORDERS = frozenset(("shell", "shoot", "invade", "ram-vessel", "unconventional"))
_OWN_DEEDS = "speaks of his own deeds"


def find_recipients(task: Filling, roles: tuple[str, ...]) -> str | None:
    """Find to whom it is done. Returns why the frame cannot be filled, or None."""
    if task.language.cased and task.frame.type == "REQUEST" and _said_who(task):
        task.recipients = _subject_of_content(task)
    reason = None if task.frame.both or task.recipients else _by_role(task, roles)
    if reason:
        return reason
    for step in _STEPS:
        if task.recipients:
            break
        task.recipients = step(task)
    if task.frame.own and task.recipients and task.actors[0].country and all(map(_stranger, task.recipients)):
        task.recipients = (state_of(task.actors[0], task.reader, "somebody of the actor's own country"),)
    return None


def _said_who(task: Filling) -> bool:
    """Whether the demanded clause opens with "that" and has a subject of its own: "…, чтобы Израиль прекратил"."""
    line, site = task.line, task.site
    opened = [hit.last for hit in line.hits.get("complementiser", ()) if hit.first > site.last]
    return bool(opened) and any(
        p.subject is not None and p.subject_how == "subject" and opened[0] < p.subject.first < p.head
        for p in line.predicates
    )


def _stranger(party: Party) -> bool:
    """Whether nothing is known of a person but an unlisted name."""
    return party.country is None and party.type == "PER" and (party.entity or "new:").startswith("new:")


def unfit_recipients(task: Filling) -> str | None:
    """Return why a frame cannot stand with the recipients that it has, or without any; None where it can."""
    line, site, frame, actors = task.line, task.site, task.frame, task.actors
    if not task.recipients and not each_other(site, task.doers) and not (_denied(task) or _of_rebels(task)):
        wishes = frame.type in ("REJECT", "REQUEST")  # who wants a truce somewhere, or none, asks nobody there
        known = line.formed and (wishes or frame.answers)
        others = "other" in frame.needs and names_others(line, site, actors, known=known)
        others = others and not deed_named(line, site)
        others = others or ("other" in frame.needs and frame.type == "REQUEST" and _lost(line, site))
        if others or "recipient" in frame.needs:
            return "nobody to whom it is done"
    reason = guessed(task.recipients, actors, task.doers, frame) or no_person(task.objects, frame)
    if reason:
        return reason
    if guessed_at_itself(task.recipients, actors, frame):
        return "a body taken for the text's own country would act upon that country"
    return None


def _denied(task: Filling) -> bool:
    """Whether somebody says that he did not do it, and need not say to whom: "denied that it had hijacked …"."""
    line, head = task.line, task.site.head
    said = any(r.stance == "denies" and r.kind == "reported" and r.first <= head <= r.last for r in line.regions)
    return line.formed and said and task.site.verb_head


def _of_rebels(task: Filling) -> bool:
    """Whether rebels of no nation are helped, who are no state's: "accused X of arming insurgents"."""
    if task.frame.type != "AID" or not task.line.formed:
        return False
    return any(
        task.site.head < hit.first <= task.site.last + 2 and ARMED & set(hit.payload.item.sector)
        for hit in task.line.hits.get("body", ())
    )


def _lost(line: Line, site: Site) -> bool:
    """Whether a pronoun that means nobody known stands inside a verb's own words: "called on them to leave"."""
    if not line.formed or line.mention_at(site.head) is not None:
        return False
    pronouns = {hit.first for hit in line.hits.get("pronoun", ()) if site.head < hit.first <= site.last}
    return any(not m.parties and not m.genitive and m.first in pronouns for m in line.mentions)


def _by_role(task: Filling, roles: tuple[str, ...]) -> str | None:
    """Take the phrases of the first of the frame's roles that names somebody. Returns why none can be."""
    site, frame, actors = task.site, task.frame, task.actors
    unnamed = site.passive and task.line.formed and _unnamed_patient(site)
    for role in roles:
        if unnamed and role != "object":
            continue
        found = _of_role(task, role)
        if isinstance(found, str):
            return found
        ground = _ground_hit(frame, task.where) or _ground_of(task, found)
        parties = recipients_of(found, frame, task.reader, ground, actors)
        if parties and not at_itself(parties, actors, frame):
            task.objects = found
            struck = any(m.kind == "people" and m.role in ("target", "dative") for m in found)
            parties = (*parties, *task.others(task.meant_by(also_accused(task.line, site, found[0], frame))))
            left = frame.mode == ("withdraw",) and frame.type == "RETREAT" and not task.language.text.verb_endings
            kept = same_country(parties, actors) if left else own_ground(parties, actors, frame)
            task.recipients = () if kept and not struck else _across(parties, task)
            if frame.content == "denied" and all(p.how.endswith(OF_TEXT) for p in parties):
                task.recipients = ()  # "denied backing the rebels": nobody has accused
            if task.language.cased and frame.content == "denied" and same_country(parties, actors):
                task.recipients = ()  # "отверг обвинения в поддержке боевиков": nobody denies to himself
            return None
    return None


_PAIR = 2


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
    return (
        mention.role == "dative" and mention.first > site.last + 1 and behind_noun(line, mention.first, language)
    )


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
    if frame.type == "REQUEST" and len(countries) == 1 and organs and asked == {"GOV"}:
        return countries.pop()  # "parliament urged the government"
    own_forces = frame.mode == ("allege",) and all(p.type == "PER" for p in actors)
    if own_forces and home is None and asked and asked <= _OF_STATE and len(countries) == 1:
        return countries.pop()  # "the president accused the security forces of …"
    if frame.type in ("ASSAULT", "THREATEN") and len(countries) == 1 and asked == {"SOC"}:
        return countries.pop()  # "soldiers opened fire on protesters"
    policed = (frame.authority and not any("MIL" in p.sector for p in actors)) or all(
        _LAW & set(party.sector) for party in actors
    )
    if task.line.formed and frame.type in _WORDS and _own_opponents(task, others) and len(countries) == 1:
        return home or countries.pop()  # "the president accused the opposition"
    domestic = frame.type == "PROTEST" or policed or all(_DOMESTIC & set(party.sector) for party in actors)
    return countries.pop() if domestic and len(countries) == 1 else home


def _own_opponents(task: Filling, others: tuple[Mention, ...]) -> bool:
    """Whether who governs speaks against an opposition of no other nation."""
    rules = all(
        {"GOV", "MIL", "GPE"} & {*party.sector, party.type} or party.type == "PER" for party in task.actors
    )
    return rules and bool(others) and all(_OPPOSED & set(p.sector) for m in others for p in m.parties)


def _subject_of_content(task: Filling) -> tuple[Party, ...]:
    """Who does what is alleged, or is asked to do something, in the words of an accusation or demand."""
    frame, site, actors = task.frame, task.site, task.actors
    quoted = task.language.text.agglutinative and frame.id == "condemn"  # "'…'-go A-ga binan-haetda"
    if frame.content != "alleged" and frame.type != "REQUEST" and not quoted:
        return ()
    accused = site.addressed or content_subject(task.line, site)
    parties = task.meant_by(accused)
    if accused is None or not parties or {p.entity for p in parties} & {p.entity for p in actors} - {None}:
        return ()
    if same_country(parties, actors) and not own_rulers(accused, frame, actors):
        return ()
    return tuple(structs.replace(p, how="subject of what is said") for p in parties)


def _answered(task: Filling) -> tuple[Party, ...]:
    """Whose act an answer speaks of."""
    return task.site.answered


def _own_office(task: Filling) -> tuple[Party, ...]:
    """The state whose own officer its authorities act upon."""
    frame = task.frame
    if not (frame.authority and frame.recipient and own_officer(task.site) and len(task.countries) == 1):
        return ()
    return (state_of(task.actors[0], task.reader, "an office of the actor's own country"),)


def _own_state(task: Filling) -> tuple[Party, ...]:
    """The actor's own state, for what is done at home where no stranger is told of."""
    line, site = task.line, task.site
    if not task.frame.own or len(task.countries) != 1 or not task.actors[0].country:
        return ()
    strangers = line.formed and any(
        m.kind == "vehicle" or any("REF" in p.sector for p in m.parties) for m in site.after
    )
    vessels = any(
        h.payload.item == "vessel" and site.last < h.first <= site.high for h in line.hits.get("class", ())
    )
    return () if strangers or vessels else (state_of(task.actors[0], task.reader, "the actor's own country"),)


def _own_seat(task: Filling) -> tuple[Party, ...]:
    """The actor's own state, whose parliament or palace a crowd storms."""
    site = task.site
    if task.frame.mode not in _STORMING or len(task.countries) != 1 or not task.actors[0].country:
        return ()
    seat = any(
        h.payload.item == "seat" and site.low <= h.first <= site.high for h in task.line.hits.get("class", ())
    )
    return (state_of(task.actors[0], task.reader, "the seat of the actor's own government"),) if seat else ()


def _before_mission(task: Filling) -> tuple[Party, ...]:
    """Whose embassy people stand before: "সিউলে জাপানি দূতাবাসের সামনে বিক্ষোভ". A pack lists them as `mission`."""
    if task.frame.type != "PROTEST":
        return ()
    line, site = task.line, task.site
    at = [
        h.first
        for h in line.hits.get("class", ())
        if h.payload.item == "mission" and site.low <= h.first <= site.high
    ]
    missions = [m for first in at if (m := line.mention_at(first)) is not None and m.kind == "body"]
    return task.others(task.meant_by(missions[-1])) if missions else ()


def _policed(task: Filling) -> tuple[Party, ...]:
    """The people of the police who use force."""
    police = task.frame.type == "ASSAULT" and all("COP" in p.sector and p.country for p in task.actors)
    if not police or len(task.countries) != 1:
        return ()
    return (state_of(task.actors[0], task.reader, "the people of the police"),)


def _ground(task: Filling) -> tuple[Party, ...]:
    """Whose ground is hit: the place of the attack, or its nation's adjective ("in three Iranian provinces")."""
    if not task.frame.ground or task.frame.type != "ASSAULT":
        return ()
    if task.where is not None:
        struck = task.meant_by(task.where)
        own = same_country(struck, task.actors) and not own_people(task.line, task.site, task.actors)
        return () if own else struck
    if not task.line.formed:
        return ()
    near = next((m for m in task.site.after if m.kind == "demonym" and m.role == "place"), None)
    return task.others(task.meant_by(near))


def _accuser(task: Filling) -> tuple[Party, ...]:
    """The state that accuses a neighbour of firing or intruding, and names nobody whom it hit."""
    if task.language.text.verb_endings or task.frame.id not in _AT_BORDERS:
        return ()
    for region in reversed(task.line.regions):
        inside = region.kind == "content" and region.first <= task.site.head <= region.last
        if inside and region.stance == "alleges" and region.source is not None:
            return task.others(task.meant_by(region.source)) if len(region.source.countries) == 1 else ()
    return ()


def _summoned(task: Filling) -> tuple[Party, ...]:
    """The one other state of the sentence, whose envoy without a nationality is told off."""
    if task.language.text.verb_endings or task.frame.id not in _ENVOYS:
        return ()
    others = [m for m in task.line.mentions if m.human and m.parties and not m.countries & task.countries]
    others = [m for m in others if m.countries and m.first > task.site.first]
    return task.meant_by(others[0]) if len({frozenset(m.countries) for m in others}) == 1 else ()


def _behind_words(task: Filling) -> tuple[Party, ...]:
    """Whose act provoked an accusation or threat."""
    if task.frame.type not in _WORDS:
        return ()
    return task.others(task.meant_by(behind_words(task.line, task.site)))


def _threatened(task: Filling) -> tuple[Party, ...]:
    """Against whom a threat's own content is aimed."""
    if task.frame.type != "THREATEN" or not task.language.text.agglutinative:
        return ()
    return task.others(task.meant_by(threatened_within(task.line, task.site)))


def _addressed(task: Filling) -> tuple[Party, ...]:
    """To whom words are said before a verb that stands last."""
    line, site, frame = task.line, task.site, task.frame
    if frame.type not in _ADDRESSED or not task.language.subject_first:
        return ()
    mention = addressed_before(line, site)
    if mention is not None and frame.type == "REQUEST" and within_content(line, site, mention, frame):
        return ()
    return task.others(task.meant_by(mention))


def _meant(task: Filling) -> tuple[Party, ...]:
    """Whom a threat or promise means in what it says."""
    if task.frame.type != "THREATEN" and task.frame.id != "promise":
        return ()
    return task.meant_by(meant_in(task.line, task.site, task.frame, task.own()))


def _warned(task: Filling) -> tuple[Party, ...]:
    """Who is warned what will follow if he does something."""
    if task.frame.type != "THREATEN" or not task.language.subject_first:
        return ()
    return task.meant_by(warned_if(task.line, task.own()))


_STEPS: tuple[Callable[[Filling], tuple[Party, ...]], ...] = (
    _subject_of_content,
    _answered,
    _own_office,
    _own_state,
    _own_seat,
    _before_mission,
    _policed,
    _ground,
    _accuser,
    _summoned,
    _behind_words,
    _threatened,
    _addressed,
    _meant,
    _warned,
    beside_clause,
)
