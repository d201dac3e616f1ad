"""Fills a frame: chooses the mentions for its roles and turns them into the parties and place of a report.

A place can stand for the state whose ground it is, a capital for its government, a crowd for the country where
it stands; each such step is named in the party's `how`. Where a role that the frame needs stays empty, the
answer is the reason, in words.
"""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

from msgspec import structs

from ..packs.frames import Frame
from ..records import Party, Place
from .authorities import UNNAMED, authority_of, of_accused, of_inquiry, own_officer
from .beside import (
    acting_together,
    addressed_before,
    behind_words,
    called,
    content_subject,
    for_what,
    means_act,
    meant_in,
    met_before,
    names_others,
    of_purpose,
    place_behind,
    place_beside,
    promised_about,
    threatened_within,
    told_of_own,
    warned_if,
    within_content,
)
from .drafts import PROMISES
from .guesses import OF_TEXT, guessed, no_person
from .language import Language
from .line import Line, Mention
from .nationality import (
    STATE,
    actors_of,
    in_the_field,
    office_met,
    recipients_of,
    same_country,
    same_party,
    state_of,
)
from .noun_phrases import Reader
from .roles import behind_comma, fill
from .setting import Setting
from .sites import Site

__all__ = ["Filled", "accused_of", "fill_frame"]


_OUTWARD = frozenset(("ACCUSE", "THREATEN", "SUPPORT", "REJECT"))
"""Types of words that states address to others."""
_RULING = frozenset(("GOV", "MIL", "COP", "UAF", "PRM"))
_ARMED = frozenset(("UAF", "REB", "PRM"))

_DOMESTIC = frozenset(("OPP", "CVL", "EDU", "LAB", "JRN"))
"""Sectors whose government, where none is named, is their own country's."""


_ADDRESSED = frozenset(("ACCUSE", "THREATEN", "REQUEST", "REJECT"))
_UNIFORMED = frozenset(("MIL", "COP", "UAF", "REB", "PRM"))
"""Sectors of bodies that move and arrive without visiting anybody."""
_WORDS = frozenset(("ACCUSE", "THREATEN"))
"""Types of words that an act of the other side provokes, or is to prevent."""

_LAW = frozenset(("COP", "JUD"))

_OF_PEOPLE = 4
"""Tokens from a verb of force to the people whom it hits."""
_BESIDE = 2
"""Tokens from a verb of meeting to whom one meets, where no ending shows it."""
_TRADES = frozenset(("BUS", "JRN"))
"""Sectors of firms and media, whose deals and comments are no acts of their states."""

_BODILY = (("sexual",), ("beat",))
"""Modes of deeds that persons and troops do, and no state named alone."""

_ALONE = frozenset(("AGREE", "CONCEDE"))
"""Types of two sides that one side may do alone: to agree to something, to announce a ceasefire."""


_MEASURES = frozenset(("SANCTION", "AID", "MOBILIZE", "ASSAULT"))
"""Types of acts that a state which tells of them without saying whose they are did itself."""
_NAMED = frozenset(("alias", "metonym", "nationality"))
_SECOND = 0.1
"""Confidence that taking the second antecedent of a pronoun costs."""


class Filled(NamedTuple):
    """A frame's fillers, and the confidence that finding them cost."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    lost: float


def fill_frame(
    line: Line,
    site: Site,
    frame: Frame,
    roles: tuple[tuple[str, ...], tuple[str, ...]],
    reader: Reader,
    setting: Setting,
) -> Filled | str:
    """Return the fillers, or why the frame cannot be filled."""
    language = reader.language
    site.sides = frame.both
    if site.verbal and site.predicate is not None and site.predicate.unknown:
        return "somebody unknown acts"
    where = _place_mention(line, site, frame, language)
    actor_mentions = _choose(roles[0], site, line, language, frame, actors=True)
    if frame.both:
        actor_mentions = _all_sides(roles[0], site, line, language, frame)
    elif actor_mentions and site.verbal:
        actor_mentions = (*actor_mentions, *acting_together(line, site, actor_mentions))
    if frame.both and site.verbal and _only_companions(site, actor_mentions):
        return "who acts is told by a word for nobody known"
    home = setting.text
    own_place = place_behind(line, actor_mentions) if where is None and line.formed else None
    actors, lost = actors_of(actor_mentions, frame, reader, where or own_place, setting)
    if not actors and line.formed and actor_mentions and of_inquiry(frame):
        actors, lost = of_accused(actor_mentions, fill("object", site, line, language), reader), UNNAMED
    if not actors and site.passive and language.subject_first and frame.type in _MEASURES:
        told = told_of_own(line, site, frame, where)
        actors, lost = actors_of((told,), frame, reader, where, setting) if told is not None else ((), lost)
    crowd = frame.people and site.happens and where is not None and language.cased
    official = frame.authority or (language.cased and frame.mode == ("release",))
    if not actors and (crowd or (official and (site.passive or site.hidden))):
        actors, lost = authority_of(line, site, where, reader, home), UNNAMED
    if not actors:
        return "nobody who acts"
    if frame.mode in _BODILY and actor_mentions and all(m.kind == "state" for m in actor_mentions):
        return "a state itself does no such deed"
    if frame.mode == ("release",) and any(m.kind == "place" for m in fill("object", site, line, language)):
        return "a place, which is taken and not set free"
    if frame.people and any(_rules(mention, language) for mention in actor_mentions):
        return "a state or its forces, who take to no street"
    if frame.official and frame.mode[:1] == ("visit",) and all(in_the_field(party) for party in actors):
        return "forces, who pay no visit"
    if frame.official and all(_private(party, reader) for party in actors):
        return "a person without office"
    if all(party.country is None and (party.entity or "new:").startswith("new:") for party in actors):
        return "nobody who acts whose country or office is known"
    taken = {id(m) for m in actor_mentions}
    recipients: tuple[Party, ...] = ()
    recipient_mentions: tuple[Mention, ...] = ()
    if not frame.both:
        for role in roles[1]:
            first = accused_of(role, site, frame, language)
            found = tuple(m for m in (first or fill(role, site, line, language)) if id(m) not in taken)
            if line.formed and frame.content == "alleged" and any(_reflexive(m, actors) for m in found):
                return "speaks of his own deeds"
            if language.subject_first and (frame.type in ("REQUEST", "REJECT") or frame.mode == ("disapprove",)):
                found = tuple(m for m in found if not within_content(line, site, m, frame))
            if frame.type == "CONSULT":
                found = tuple(m for m in found if m.kind != "vehicle")  # "went to see fighter jets": nobody is met
            if frame.id in PROMISES and role == "object" and line.formed:
                found = tuple(m for m in found if not promised_about(line, site, m))
            if line.formed and role == "object" and (frame.mode == ("disapprove",) or frame.id == "refuse-demand"):
                found = tuple(m for m in found if not means_act(m))
            # "তাঁকে গ্রেপ্তার করা হয়": whoever holds the place may hold its own
            if not (frame.authority and site.passive):
                found = tuple(m for m in (_instead(m, actors) for m in found) if m is not None)
            parties = recipients_of(found, frame, reader, _ground_of(actors, frame, home, found), actors)
            if parties and not _at_itself(parties, actors, frame):
                recipient_mentions = found
                recipients = () if _own_ground(parties, actors, frame) else parties
                break
    if not recipients and (frame.content == "alleged" or frame.type == "REQUEST"):
        accused = site.addressed or content_subject(line, site)
        parties = recipients_of((accused,), frame, reader, home) if accused is not None else ()
        parties = () if {p.entity for p in parties} & {p.entity for p in actors} - {None} else parties
        if parties and not (same_country(parties, actors) and not _own_rulers(accused, frame, actors)):
            recipients = tuple(structs.replace(p, how="subject of what is said") for p in parties)
    recipients = recipients or site.answered
    if not recipients and frame.authority and own_officer(site) and len({p.country for p in actors}) == 1:
        recipients = (state_of(actors[0], reader, "an office of the actor's own country"),)
    if frame.type == "CONSULT" and frame.both and where is not None and len({p.country for p in actors}) == 1:
        actors = (*actors, *office_met(site, where, actors, reader))
    if frame.type == "AGREE" and frame.both and not language.text.verb_endings:
        met = met_before(line, site)
        joined, _ = actors_of((met,), frame, reader, where, setting) if met is not None else ((), 0.0)
        actors = (*actors, *(p for p in joined if not any(same_party(p, known) for known in actors)))
    rebels = any(_ARMED & set(p.sector) and p.entity for p in actors)  # an army and those who rose against it
    sides = {(p.entity or p.country) if rebels else (p.country or p.entity) for p in actors}
    one_side = frame.both and len(sides) < 2 and not _plural(actor_mentions)
    if one_side and frame.id == "sign" and language.subject_first and not names_others(line, site, actors):
        one_side = False  # "signed no agreement": with whom is not told
    among_members = (
        frame.type == "CONSULT" and actors[0].country is None and (actors[0].entity or "").startswith("org:")
    )
    if one_side and not among_members and frame.type not in _ALONE and frame.mode != ("ceasefire",):
        return "only one side of what needs two"
    strangers = line.formed and any(
        m.kind == "vehicle" or any("REF" in p.sector for p in m.parties) for m in site.after
    )
    if (
        frame.own
        and not recipients
        and not strangers
        and len({p.country for p in actors}) == 1
        and actors[0].country
    ):
        recipients = (state_of(actors[0], reader, "the actor's own country"),)
    policed = frame.type == "ASSAULT" and all("COP" in p.sector and p.country for p in actors)
    if not recipients and policed and len({p.country for p in actors}) == 1:
        recipients = (state_of(actors[0], reader, "the people of the police"),)
    if not recipients and frame.ground and frame.type == "ASSAULT" and where is not None:
        struck = recipients_of((where,), frame, reader, home)
        recipients = () if same_country(struck, actors) and not _own_people(line, site, actors) else struck
    if not recipients and frame.type in _WORDS:
        blamed = behind_words(line, site)
        recipients = recipients_of((blamed,), frame, reader, home) if blamed is not None else ()
        recipients = () if same_country(recipients, actors) else recipients
    if not recipients and frame.type == "THREATEN" and language.text.agglutinative:
        aimed = threatened_within(line, site)
        recipients = recipients_of((aimed,), frame, reader, home) if aimed is not None else ()
        recipients = () if same_country(recipients, actors) else recipients
    if not recipients and frame.type in _ADDRESSED and language.subject_first:
        addressed = addressed_before(line, site)
        if addressed is not None and frame.type == "REQUEST" and within_content(line, site, addressed, frame):
            addressed = None
        recipients = recipients_of((addressed,), frame, reader, home) if addressed is not None else ()
        recipients = () if same_country(recipients, actors) else recipients
    if not recipients and (frame.type == "THREATEN" or frame.id == "promise"):
        meant = meant_in(line, site, frame, {p.country or p.entity for p in actors})
        recipients = recipients_of((meant,), frame, reader, home) if meant is not None else ()
    if not recipients and frame.type == "THREATEN" and language.subject_first:
        warned = warned_if(line, {p.country or p.entity for p in actors})
        recipients = recipients_of((warned,), frame, reader, home) if warned is not None else ()
    wanting = not recipients and not _each_other(site, actor_mentions)
    wishes = frame.type in ("REJECT", "REQUEST")  # who wants a truce somewhere, or none, asks nobody there
    answers = line.formed and (wishes or frame.answers)
    others = "other" in frame.needs and names_others(line, site, actors, known=answers)
    if wanting and ("recipient" in frame.needs or others):
        return "nobody to whom it is done"
    reason = guessed(recipients, actors, actor_mentions, frame) or no_person(recipient_mentions, frame)
    if reason:
        return reason
    if _guessed_at_itself(recipients, actors, frame):
        return "a body taken for the text's own country would act upon that country"
    if where is None and frame.both and actor_mentions:
        where = place_beside(line, site, actor_mentions, language)
    lost += max((m.lost for m in recipient_mentions), default=0.0)
    host = recipient_mentions[0] if recipient_mentions else None
    visited = frame.mode[:1] == ("visit",) and host is not None and host.place is not None
    if visited or (frame.ground and host is not None and host.kind == "place"):
        where = host
    return Filled(actors, recipients, _place(where, reader), lost)


def _own_people(line: Line, site: Site, actors: tuple[Party, ...]) -> bool:
    """Whether a state's forces hit people of no other nation on its ground: "opened fire on mourners in Saqez"."""
    forces = all({"MIL", "COP"} & set(p.sector) and p.country for p in actors)
    hit = [m for m in site.after if m.kind == "people" and m.first - site.last <= _OF_PEOPLE]
    unnamed = bool(hit) and hit[0].needs_place and not any("REF" in p.sector for p in hit[0].parties)
    return line.formed and forces and unnamed


def _own_rulers(asked: Mention | None, frame: Frame, actors: tuple[Party, ...]) -> bool:
    """Whether people of a country ask something of those who govern it: "demanded that President X resign"."""
    if asked is None or frame.type != "REQUEST" or any(STATE & {*p.sector, p.type} for p in actors):
        return False
    return asked.kind in ("person", "body") and not any("pronoun" in p.how for p in asked.parties)


def _at_itself(recipients: tuple[Party, ...], actors: tuple[Party, ...], frame: Frame) -> bool:
    """Whether a state would visit, accuse, threaten or praise itself: then somebody else is meant, or nobody."""
    own = {party.entity for party in actors if party.entity and len(party.entity) > 3}  # no state's code
    if any(party.entity in own for party in recipients):
        return True
    if not same_country(recipients, actors):
        return False
    if frame.mode == ("investigate",) and all(p.type == "ORG" for p in recipients):
        return True  # "opened an FBI investigation": who inquires
    if frame.foreign:
        return True
    states = all(
        party.type == "GPE" or STATE & set(party.sector) or (party.type == "ORG" and not party.sector)
        for party in (*actors, *recipients)
    )
    return frame.type in _OUTWARD and states


def _guessed_at_itself(recipients: tuple[Party, ...], actors: tuple[Party, ...], frame: Frame) -> bool:
    """Whether a body that was given the country of the text would act upon that very state, named beside it."""
    if frame.type == "PROTEST" or not all(party.how.endswith(OF_TEXT) for party in actors):
        return False
    named = tuple(party for party in recipients if party.type == "GPE" and party.how in _NAMED)
    return same_country(named, actors)


def _each_other(site: Site, actors: tuple[Mention, ...]) -> bool:
    """Whether several act upon each other ("accused each other"): all of them act, and nobody else receives."""
    return _plural(actors) and any(m.kind == "others" for m in (*site.before, *site.after))


def _own_ground(recipients: tuple[Party, ...], actors: tuple[Party, ...], frame: Frame) -> bool:
    """Whether only a place on the actor's own ground was hit: that names no victim."""
    if any(_ARMED & set(party.sector) for party in actors):
        return False
    placed = all(party.how == "state of the place" for party in recipients)
    return frame.type == "ASSAULT" and placed and same_country(recipients, actors)


def _private(party: Party, reader: Reader) -> bool:
    """Whether somebody whom the knowledge base lists holds no office on the day, and the text gives none."""
    if party.how.endswith("by title"):
        return "OPP" in party.sector
    entity = reader.knowledge.entity(party.entity or "") if party.type == "PER" else None
    day = (reader.published or "")[:10]
    if entity is None:
        return False
    if not entity.offices:
        return "GOV" not in entity.sector
    return all(o.until is not None and day > o.until for o in entity.offices)


def _ground_of(
    actors: tuple[Party, ...], frame: Frame, home: str | None, others: tuple[Mention, ...]
) -> str | None:
    """Return the country of bodies without nationality: crowds face their government, police its people."""
    countries = {party.country for party in actors if party.country}
    if frame.type == "REQUEST" and len(countries) == 1 and all(m.kind == "people" for m in others):
        return countries.pop()  # "called on people to stay calm": a state's own
    policed = (frame.authority and not any("MIL" in p.sector for p in actors)) or all(
        _LAW & set(party.sector) for party in actors
    )
    domestic = frame.type == "PROTEST" or policed or all(_DOMESTIC & set(party.sector) for party in actors)
    return countries.pop() if domestic and len(countries) == 1 else home


def _instead(mention: Mention, actors: tuple[Party, ...]) -> Mention | None:
    """Return a phrase as recipient: for a pronoun that would mean who acts, whom else it could, or None."""
    if not _reflexive(mention, actors):
        return mention
    if not mention.rival:
        return None
    other = copy(mention)
    other.parties, other.lost = mention.rival, mention.lost + _SECOND
    return None if _reflexive(other, actors) else other


def _reflexive(mention: Mention, actors: tuple[Party, ...]) -> bool:
    """Whether a pronoun would make somebody act upon himself: it must mean somebody else then."""
    if mention.kind == "people":  # "urged its citizens"
        return False
    return any(p.how == "pronoun" or "looked back" in p.how for p in mention.parties) and any(
        same_party(p, actor)
        or (p.country is not None and p.country == actor.country and (p.type != "PER" or actor.type != "ORG"))
        for p in mention.parties
        for actor in actors
    )


def _choose(
    roles: tuple[str, ...], site: Site, line: Line, language: Language, frame: Frame, *, actors: bool
) -> tuple[Mention, ...]:
    for role in roles:
        found = tuple(m for m in fill(role, site, line, language) if not actors or _acts(m, frame))
        if found:
            return found
    return ()


def _acts(mention: Mention, frame: Frame) -> bool:
    if not mention.parties or all(_TRADES.issuperset(p.sector) and p.sector for p in mention.parties):
        return False
    if mention.kind == "place":
        took_place = frame.people and mention.role == "place" and bool(mention.parties[0].country)
        return mention.place is not None and len(mention.parties) == 1 and (_speaks(mention) or took_place)
    if frame.person and mention.kind not in ("person",):
        return False
    if frame.type == "CONSULT" and mention.kind in ("other", "vehicle"):
        return False
    if frame.mode[:1] == ("visit",) and mention.kind == "body":
        return not all(party.sector and set(party.sector) <= _UNIFORMED for party in mention.parties)
    return mention.human or mention.kind == "demonym"


def _speaks(mention: Mention) -> bool:
    """Whether a place may stand for a government: a capital, unmarked."""
    spoken = mention.parties[0].how in ("metonym", "capital")
    if mention.role in ("agent", "source"):
        return mention.capital or (mention.role == "source" and spoken)
    return mention.role is None and spoken


def _only_companions(site: Site, sides: tuple[Mention, ...]) -> bool:
    """Whether all sides stand in "with", and the subject is a pronoun or title that means nobody we know."""
    nobody = any(m.kind == "source" and m.role is None and not m.genitive for m in site.before)
    return site.subject is None and nobody and all(m.role == "companion" for m in sides)


def _all_sides(
    roles: tuple[str, ...], site: Site, line: Line, language: Language, frame: Frame
) -> tuple[Mention, ...]:
    """Return the mentions of all sides of a meeting, an agreement, a clash."""
    found: list[Mention] = []
    takes_object = site.verbal and not language.subject_first
    for role in (*roles, "companion", "between", "of", *(("object",) if takes_object else ())):
        if role == "of" and (roles == ("between",) or any(m.role != "companion" for m in found)):
            continue
        if role == "between" and language.subject_first and site.verbal and site.subject in found:
            continue  # who talks about what is between others is one side, they are none
        for mention in fill(role, site, line, language):
            far = role == "owner" and site.verb_head and language.subject_first and mention.last + 1 < site.first
            if far and site.subject in found:  # "শ্রীলঙ্কার ঋণ পুনর্গঠনে সম্মত হয়েছে চীন": the debt's owner
                continue
            if role == "companion" and site.passive and line.formed and behind_comma(line, site, mention):
                continue  # "was signed by A and B, with C as a witness"
            if role == "object" and not language.text.verb_endings and mention.first - site.last > _BESIDE:
                continue  # "thảo luận … việc Thổ Nhĩ Kỳ gia nhập": what they talk about
            known = {country for one in found for country in one.countries}
            if line.formed and role == "object" and mention.countries and mention.countries <= known:
                continue  # "agreed to return their ambassadors to Washington and Moscow"
            if mention not in found and (mention.human or mention.kind == "demonym") and mention.parties:
                found.append(mention)
    if found and not site.verbal and all(m.role == "companion" for m in found):
        return ()  # "talks with X": whose?
    between = site.subject is None and any(m.role == "between" for m in found)
    if site.verb_head and takes_object and not site.passive and site.subject not in found and not between:
        return ()  # "would resolve a dispute with Greece"
    if frame.id == "sign" and line.formed and not site.passive and len(found) == 1 and not _plural(tuple(found)):
        found.extend(for_what(line, site))
    if frame.mode == ("phone",) and site.subject_how == "subject of the clause" and len(found) < 2:
        found.extend(called(line, site))
    return tuple(found)


def _plural(mentions: tuple[Mention, ...]) -> bool:
    return any(len(m.parties) > 1 for m in mentions)


def accused_of(role: str, site: Site, frame: Frame, language: Language) -> tuple[Mention, ...]:
    """Return who is accused where the verb stands last: the first phrase so marked."""
    if frame.content != "alleged" or not language.subject_first or role not in ("target", "against"):
        return ()
    return tuple(m for m in site.before if m.role == role and m.parties and m is not site.subject)[:1]


def _rules(mention: Mention, language: Language) -> bool:
    """Whether a phrase is a state, its government or its forces, named as what acts."""
    if mention.kind == "state":
        return mention.role == "agent" or (language.text.order == "SVO" and bool(language.text.verb_endings))
    return mention.kind == "body" and any(_RULING & set(party.sector) for party in mention.parties)


_LEFT = (("withdraw",), ("release",))
"""Modes of acts that take place where somebody is taken or let away from."""


# --- place ----------------------------------------------------------------------------------------


def _place_mention(line: Line, site: Site, frame: Frame, language: Language) -> Mention | None:
    """Return the place that the trigger's clause gives for the act."""
    for mention in (*fill("place", site, line, language), *site.before, *site.after):
        if not language.subject_first and line.segments[mention.first] < line.segments[site.head]:
            continue
        if language.subject_first and of_purpose(line, mention, language):
            continue
        beside = language.text.verb_endings or mention.first < site.first or not behind_comma(line, site, mention)
        if mention.place is not None and mention.role == "place" and not mention.modifier and beside:
            return mention
    if frame.mode[:1] in _LEFT:
        return next((m for m in fill("source", site, line, language) if m.place is not None), None)
    return None


def _place(mention: Mention | None, reader: Reader) -> Place | None:
    if mention is None or mention.place is None:
        return None
    name = mention.place
    entity = reader.knowledge.entity(name.entity) if name.entity else None
    if name.how == "metonym" and name.country:
        entity = reader.knowledge.capital(name.country) or entity
    called = entity.name if entity is not None else name.name
    return Place(
        start=name.start, end=name.end, text=name.text, name=called or name.text, country=name.country,
        lat=entity.lat if entity else None, lon=entity.lon if entity else None, how=mention.role or "ground",
    )  # fmt: skip
