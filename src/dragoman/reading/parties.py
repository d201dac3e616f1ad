"""Fills a frame: chooses the mentions for its roles and turns them into the parties and place of a report.

A place can stand for the state whose ground it is, a capital for its government, a crowd for the country where
it stands; each such step is named in the party's `how`. Where a role that the frame needs stays empty, the
answer is the reason, in words.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from ..packs.frames import Frame
from ..records import Party, Place
from .authorities import UNNAMED, authority_of, of_accused, of_inquiry, own_officer
from .beside import (
    acting_together,
    addressed_before,
    behind_words,
    content_subject,
    means_act,
    meant_in,
    met_before,
    names_others,
    place_behind,
    place_beside,
    promised_about,
    threatened_within,
    told_of_own,
    warned_if,
    within_content,
)
from .drafts import PROMISES
from .grounds import joined_place, place_mention, place_of
from .guesses import guessed, no_person
from .line import Line, Mention
from .nationality import (
    actors_of,
    in_the_field,
    office_met,
    recipients_of,
    same_country,
    same_party,
    state_of,
)
from .noun_phrases import Reader
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
from .setting import Setting
from .sides import accused_of, all_sides, choose, only_companions, plural, rules
from .sites import Site

__all__ = ["Filled", "accused_of", "fill_frame"]


_DOMESTIC = frozenset(("OPP", "CVL", "EDU", "LAB", "JRN"))
"""Sectors whose government, where none is named, is their own country's."""


_ORGANS = frozenset(("LEG", "JUD", "OPP", "LAB", "PTY"))
"""Sectors of bodies that ask things of their own government."""
_ADDRESSED = frozenset(("ACCUSE", "THREATEN", "REQUEST", "REJECT"))
_WORDS = frozenset(("ACCUSE", "THREATEN"))
"""Types of words that an act of the other side provokes, or is to prevent."""

_LAW = frozenset(("COP", "JUD"))


_BODILY = (("sexual",), ("beat",))
"""Modes of deeds that persons and troops do, and no state named alone."""

_ALONE = frozenset(("AGREE", "CONCEDE"))
"""Types of two sides that one side may do alone: to agree to something, to announce a ceasefire."""


_MEASURES = frozenset(("SANCTION", "AID", "MOBILIZE", "ASSAULT"))
"""Types of acts that a state which tells of them without saying whose they are did itself."""


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
    where = place_mention(line, site, frame, language)
    actor_mentions = choose(roles[0], site, line, language, frame, actors=True)
    if frame.both:
        actor_mentions = all_sides(roles[0], site, line, language, frame)
    elif actor_mentions and site.verbal:
        actor_mentions = (*actor_mentions, *acting_together(line, site, actor_mentions))
    if frame.both and site.verbal and only_companions(site, actor_mentions):
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
    if line.formed and frame.id == "host" and any(means_act(mention) for mention in actor_mentions):
        return "a thing that is welcomed, and no guest"
    if frame.mode in _BODILY and actor_mentions and all(m.kind == "state" for m in actor_mentions):
        return "a state itself does no such deed"
    if (
        frame.id in ("kill", "deadly")
        and line.formed
        and all(m.kind == "vehicle" and m.needs_place for m in actor_mentions)
    ):
        return "a craft of nobody known, whose accident it may be"
    if frame.mode == ("release",) and any(m.kind == "place" for m in fill("object", site, line, language)):
        return "a place, which is taken and not set free"
    if frame.people and any(rules(mention, language) for mention in actor_mentions):
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
        unnamed = site.passive and line.formed and _unnamed_patient(site)
        for role in roles[1]:
            if unnamed and role != "object":
                continue
            first = accused_of(role, site, frame, language)
            found = tuple(m for m in (first or fill(role, site, line, language)) if id(m) not in taken)
            if line.formed and frame.content == "alleged" and any(reflexive(m, actors) for m in found):
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
                found = tuple(m for m in (instead(m, actors) for m in found) if m is not None)
            ground = _ground_hit(frame, where) or _ground_of(actors, frame, home, found)
            parties = recipients_of(found, frame, reader, ground, actors)
            if parties and not at_itself(parties, actors, frame):
                recipient_mentions = found
                recipients = () if own_ground(parties, actors, frame) else parties
                break
    if not recipients and (frame.content == "alleged" or frame.type == "REQUEST"):
        accused = site.addressed or content_subject(line, site)
        parties = recipients_of((accused,), frame, reader, home) if accused is not None else ()
        parties = () if {p.entity for p in parties} & {p.entity for p in actors} - {None} else parties
        if parties and not (same_country(parties, actors) and not own_rulers(accused, frame, actors)):
            recipients = tuple(structs.replace(p, how="subject of what is said") for p in parties)
    recipients = recipients or site.answered
    if (
        not recipients
        and frame.authority
        and frame.recipient
        and own_officer(site)
        and len({p.country for p in actors}) == 1
    ):
        recipients = (state_of(actors[0], reader, "an office of the actor's own country"),)
    if frame.type == "CONSULT" and frame.both and where is not None and len({p.country for p in actors}) == 1:
        actors = (*actors, *office_met(site, where, actors, reader))
    if frame.type == "AGREE" and frame.both and not language.text.verb_endings:
        met = met_before(line, site)
        joined, _ = actors_of((met,), frame, reader, where, setting) if met is not None else ((), 0.0)
        actors = (*actors, *(p for p in joined if not any(same_party(p, known) for known in actors)))
    rebels = any(ARMED & set(p.sector) and p.entity for p in actors)  # an army and those who rose against it
    sides = {(p.entity or p.country) if rebels else (p.country or p.entity) for p in actors}
    one_side = frame.both and len(sides) < 2 and not plural(actor_mentions)
    if one_side and frame.id == "sign" and language.subject_first and not names_others(line, site, actors):
        one_side = False  # "signed no agreement": with whom is not told
    among_members = (
        frame.type == "CONSULT"
        and actors[0].country is None
        and (actors[0].entity or "").startswith("org:")
        and not (line.formed and "pronoun" in actors[0].how)
    )
    if one_side and not among_members and frame.type not in _ALONE and frame.mode != ("ceasefire",):
        return "only one side of what needs two"
    strangers = (
        line.formed and any(m.kind == "vehicle" or any("REF" in p.sector for p in m.parties) for m in site.after)
    ) or any(h.payload.item == "vessel" and site.last < h.first <= site.high for h in line.hits.get("class", ()))
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
        recipients = () if same_country(struck, actors) and not own_people(line, site, actors) else struck
    if not recipients and frame.ground and frame.type == "ASSAULT" and where is None and line.formed:
        grounds = tuple(m for m in site.after if m.kind == "demonym" and m.role == "place")[:1]
        struck = recipients_of(grounds, frame, reader, home)
        recipients = () if same_country(struck, actors) else struck  # "in three Iranian provinces"
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
    wanting = not recipients and not each_other(site, actor_mentions)
    wishes = frame.type in ("REJECT", "REQUEST")  # who wants a truce somewhere, or none, asks nobody there
    answers = line.formed and (wishes or frame.answers)
    others = "other" in frame.needs and names_others(line, site, actors, known=answers)
    if wanting and ("recipient" in frame.needs or others):
        return "nobody to whom it is done"
    reason = guessed(recipients, actors, actor_mentions, frame) or no_person(recipient_mentions, frame)
    if reason:
        return reason
    if guessed_at_itself(recipients, actors, frame):
        return "a body taken for the text's own country would act upon that country"
    if where is None and frame.both and actor_mentions:
        where = place_beside(line, site, actor_mentions, language)
    lost += max((m.lost for m in recipient_mentions), default=0.0)
    host = recipient_mentions[0] if recipient_mentions else None
    visited = frame.mode[:1] == ("visit",) and host is not None and host.place is not None
    if visited or (frame.ground and host is not None and host.kind == "place" and frame.type != "SANCTION"):
        where = host
    if where is None and line.formed:
        where = joined_place(line, site, frame)
    return Filled(actors, recipients, place_of(where, reader), lost)


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
    asked = {sector for m in others for p in m.parties for sector in p.sector}
    organs = all(_ORGANS & set(party.sector) for party in actors)
    if frame.type == "REQUEST" and len(countries) == 1 and organs and asked == {"GOV"}:
        return countries.pop()  # "parliament urged the government"
    policed = (frame.authority and not any("MIL" in p.sector for p in actors)) or all(
        _LAW & set(party.sector) for party in actors
    )
    domestic = frame.type == "PROTEST" or policed or all(_DOMESTIC & set(party.sector) for party in actors)
    return countries.pop() if domestic and len(countries) == 1 else home


def _unnamed_patient(site: Site) -> bool:
    """Whether a passive is done to somebody whom nobody knows: no phrase behind it is whom it is done to."""
    return site.subject is None and any(
        m.kind == "source" and m.role is None and not m.genitive for m in site.before
    )


def _ground_hit(frame: Frame, where: Mention | None) -> str | None:
    """Return the one country where somebody is attacked: people without nationality are of it."""
    if frame.type != "ASSAULT" or not frame.ground or where is None or len(where.countries) != 1:
        return None
    return next(iter(where.countries))
