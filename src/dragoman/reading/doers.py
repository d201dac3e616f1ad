"""Finds who acts in a frame, says why somebody cannot, and makes the sides of a meeting or pact complete."""

from __future__ import annotations

from ..records import Party
from .authorities import UNNAMED, authority_of, of_accused, of_inquiry, of_ruled, state_of_place
from .beside import (
    acting_together,
    means_act,
    met_before,
    names_others,
    place_behind,
    sent_by,
    told_of_own,
    visiting,
)
from .filling import Filling
from .language import Language
from .line import Mention
from .nationality import actors_of, in_the_field, office_met, own_people, same_party
from .oneself import ARMED, instead
from .roles import fill
from .sides import all_sides, choose, only_companions, plural, rules
from .sites import Site

__all__ = ["RULERS", "complete_sides", "find_actors", "unfit_actors"]

RULERS = "a state or its forces, who take to no street"
"""Why states and forces are nobody who protests."""
_OF_PLACE = frozenset(("summon", "expel-diplomats"))
"""Frames of what only the state can do where it is done, or from which somebody is sent: "was expelled from X"."""
_BODILY = (("sexual",), ("beat",))
"""Modes of deeds that persons and troops do, and no state named alone."""
_ALONE = frozenset(("AGREE", "CONCEDE"))
"""Types of two sides that one side may do alone: to agree to something, to announce a ceasefire."""
_FIRM = frozenset(("BUS", "MNC", "JRN"))
"""Sectors of firms."""
_SENT = frozenset(("MIL", "COP"))
"""Sectors of those whom their own state sends."""
_TOLD = frozenset(("finite", "past", "present", "future"))
"""Tags of a verb that tells something, so that its line is no headline of nouns."""
_MEASURES = frozenset(("SANCTION", "AID", "MOBILIZE", "ASSAULT", "CONCEDE"))
"""Types of acts that a state which tells of them without saying whose they are did itself."""
_OF_OTHERS = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
"""Types of words about what others do, who stand in the genitive before them."""
_LAID_DOWN = (("withdraw",), ("disarm",))
"""Modes of what nobody but its own forces does: "সেনা প্রত্যাহার করা হবে"; of captives another may tell."""


def find_actors(task: Filling, roles: tuple[str, ...]) -> str | None:
    """Find who acts: by the frame's roles, else by a closed list of steps. Returns why nobody does."""
    line, site, frame, reader = task.line, task.site, task.frame, task.reader
    if frame.type in _OF_OTHERS and _acts_itself(site, task.language):
        roles = tuple(role for role in roles if role != "owner")  # "ছাত্রদলের ভূমিকার সমালোচনা করে": of whom
    doers = choose(roles, site, line, task.language, frame, actors=True)
    if not site.verbal and task.language.subject_first and frame.mode[:1] == ("visit",):
        guest = visiting(line, site, doers)
        doers = (guest,) if guest is not None else doers
    if frame.both:
        doers = all_sides(roles, site, line, task.language, frame)
    elif doers and site.verbal:
        doers = (*doers, *acting_together(line, site, doers))
    if frame.both and site.verbal and only_companions(site, doers):
        return "who acts is told by a word for nobody known"
    if site.verbal and not frame.both and not task.language.text.verb_endings:
        doers = sent_by(line, site, doers)
    if frame.base == "proposed" and roles[:1] == ("object",) and site.subject is not None:
        others = (instead(m, site.subject.parties) for m in doers)  # "X ने … को फोन किया और [उन्हें] आमंत्रित किया"
        doers = tuple(m for m in others if m is not None)
    if frame.people:  # "Fresh protests in Georgia over suspension of EU talks": the people of the place
        doers = tuple(m for m in doers if not _of_states(m))
        if _where_alone(task) and all(m.role == "place" or rules(m, task.language) for m in doers):
            doers = ()
    task.doers = doers
    behind = place_behind(line, doers) if task.where is None and line.formed else None
    task.actors, task.lost = actors_of(doers, frame, reader, task.where or behind, task.setting)
    if not task.actors:
        _without_doers(task)
    return None if task.actors else "nobody who acts"


def _acts_itself(site: Site, language: Language) -> bool:
    """Whether a verb that stands last tells a deed of its own subject, whoever owns what the deed is about."""
    verb_final = language.subject_first and not language.text.agglutinative
    return verb_final and site.verb_head and "finite" in site.tags and not (site.passive or site.happens)


def _where_alone(task: Filling) -> bool:
    """Whether nothing but a place tells whose people protest: a headline's noun, or one that only happens."""
    site, line = task.site, task.line
    if task.where is None or len(task.where.countries) != 1:
        return False
    return site.happens or not (site.verbal or any(p.tags & _TOLD for p in line.predicates))


def _of_states(mention: Mention) -> bool:
    """Whether a phrase is a body of states, which takes to no street."""
    return bool(mention.parties) and all("IGO" in party.sector for party in mention.parties)


def _without_doers(task: Filling) -> None:
    """Find who acts where no phrase says so: the state of whom its own police suspects, who tells of an act of
    its own, the authorities of the place."""
    line, site, frame, reader = task.line, task.site, task.frame, task.reader
    language = task.language
    if line.formed and task.doers and of_inquiry(frame):
        task.actors = of_accused(task.doers, fill("object", site, line, language), reader)
        task.lost = UNNAMED
    if line.formed and not task.actors and frame.type in ("ACCUSE", "REQUEST"):
        task.actors = of_ruled(line, site, fill("object", site, line, language), reader)
        task.lost = UNNAMED
    own = frame.type in _MEASURES or (frame.type == "RETREAT" and frame.mode[:1] in _LAID_DOWN)
    if not task.actors and site.passive and language.subject_first and own:
        told = told_of_own(line, site, frame, task.where)
        if told is not None:
            task.actors, task.lost = actors_of((told,), frame, reader, task.where, task.setting)
    if not task.actors and site.passive and frame.type == "MOBILIZE":
        moved = tuple(m for m in fill("object", site, line, language) if _forces(m))
        task.actors, task.lost = actors_of(moved, frame, reader, task.where, task.setting)
    if not task.actors and line.formed and site.passive and not language.cased and frame.id in _OF_PLACE:
        task.actors = state_of_place(site, fill("source", site, line, language), task.where, reader)
        task.lost = UNNAMED
    unknown = frame.people and site.verbal and site.subject is None and language.subject_first
    unknown = unknown and not language.text.agglutinative and task.where is not None and not task.doers
    unknown = unknown and site.predicate is not None and not site.predicate.adjectival
    crowd = frame.people and (_where_alone(task) or (site.happens and task.where is not None and language.cased))
    crowd = crowd or unknown  # "ब्रिटेन में जूनियर डॉक्टर हड़ताल पर चले गए"
    official = frame.authority or (language.cased and frame.mode == ("release",))
    describes = language.subject_first and site.predicate is not None and site.predicate.adjectival
    official = official and not describes  # "गिरफ्तार किए गए लोगों की रिहाई": only mentioned
    if not task.actors and (crowd or (official and (site.passive or site.hidden))):
        task.actors = authority_of(line, site, task.where, reader, task.setting.text)
        task.lost = UNNAMED


def unfit_actors(task: Filling) -> str | None:
    """Return why those who were found cannot act so, or None."""
    line, frame, doers, actors = task.line, task.frame, task.doers, task.actors
    if line.formed and frame.id == "host" and any(means_act(mention) for mention in doers):
        return "a thing that is welcomed, and no guest"
    if frame.mode in _BODILY and doers and all(m.kind == "state" for m in doers):
        return "a state itself does no such deed"
    if frame.id in ("kill", "deadly") and line.formed and all(_stray_craft(m) for m in doers):
        return "a craft of nobody known, whose accident it may be"
    if frame.type == "MOBILIZE" and doers and not task.site.passive and all(_stray_craft(m) for m in doers):
        return "a craft of nobody known, who need not be of the place"
    if frame.mode == ("release",) and any(
        m.kind == "place" for m in fill("object", task.site, line, task.language)
    ):
        return "a place, which is taken and not set free"
    if frame.both and frame.type in ("AGREE", "CONSULT") and all(map(_firm, actors)):
        return "firms, whose deals are no acts of their states"
    if frame.id == "refuse" and all(map(_firm, actors)):
        return "a firm, which refuses its customers"
    if frame.both and frame.type == "AGREE" and all(map(_placed, doers)):
        return "people of whom only the place is known"
    if frame.people and any(rules(mention, task.language) and not _struck(mention, task) for mention in doers):
        return RULERS
    if frame.official and frame.mode[:1] == ("visit",) and all(in_the_field(party) for party in actors):
        return "forces, who pay no visit"
    if frame.official and all(_private(party, task) for party in actors):
        return "a person without office"
    if frame.type == "THREATEN" and all(_bank(party, task) for party in actors):
        return "a bank, which warns and threatens nobody"
    if all(party.country is None and (party.entity or "new:").startswith("new:") for party in actors):
        return "nobody who acts whose country or office is known"
    return None


def _firm(party: Party) -> bool:
    return bool(party.sector) and _FIRM.issuperset(party.sector)


def _placed(mention: Mention) -> bool:
    """Whether nothing but their place tells who people are."""
    return mention.kind == "people" and mention.needs_place and not _political(mention)


def _political(mention: Mention) -> bool:
    return any({"OPP", "PTY", "LAB"} & set(party.sector) for party in mention.parties)


def _forces(mention: Mention) -> bool:
    """Whether it is troops, police or craft, whom their own state sends: "X's troops were deployed"."""
    kinds = mention.kind in ("body", "vehicle") and not mention.ours
    return kinds and bool(mention.parties) and all(_SENT & set(party.sector) for party in mention.parties)


def _struck(mention: Mention, task: Filling) -> bool:
    """Whether it is the state in which people protest, the object of a verb: "a general strike paralysed X"."""
    site = task.site
    active = site.verbal and not site.passive and mention is not site.subject
    return active and mention.kind == "state" and mention in site.after


def _stray_craft(mention: Mention) -> bool:
    return mention.kind == "vehicle" and mention.needs_place


def _bank(party: Party, task: Filling) -> bool:
    entity = task.reader.knowledge.entity(party.entity or "")
    return entity is not None and entity.kind == "bank"


def _private(party: Party, task: Filling) -> bool:
    """Whether somebody whom the knowledge base lists holds no office on the day, and the text gives none."""
    if party.how.endswith("by title"):
        return "OPP" in party.sector
    entity = task.reader.knowledge.entity(party.entity or "") if party.type == "PER" else None
    day = (task.reader.published or "")[:10]
    if entity is None or entity.type != "PER":
        return False
    if not entity.offices:
        return "GOV" not in entity.sector
    return all(o.until is not None and day > o.until for o in entity.offices)


def complete_sides(task: Filling) -> str | None:
    """Add the sides of a meeting or pact that its clause names elsewhere. Returns why one side is not enough."""
    frame = task.frame
    if not frame.both:
        return None
    line, site, reader = task.line, task.site, task.reader
    if frame.type == "CONSULT" and task.where is not None and len(task.countries) == 1:
        task.actors = (*task.actors, *office_met(site, task.where, task.actors, reader))
    own = own_people(task.doers, task.actors, reader) if frame.type == "CONSULT" else ()
    task.actors = (*task.actors, *(p for p in own if p not in task.actors))
    if frame.type == "AGREE" and not task.language.text.verb_endings:
        met = met_before(line, site)
        joined, _ = actors_of((met,), frame, reader, task.where, task.setting) if met is not None else ((), 0.0)
        known = task.actors
        task.actors = (*known, *(p for p in joined if not any(same_party(p, one) for one in known)))
    lonely = frame.type not in _ALONE and frame.mode != ("ceasefire",) and not own
    if lonely and _one_side(task) and not _among_members(task):
        return "only one side of what needs two"
    return None


def _one_side(task: Filling) -> bool:
    """Whether but one side is named, and nothing says that there are more."""
    rebels = any(ARMED & set(p.sector) and p.entity for p in task.actors)  # an army and those who rose against it
    sides = {(p.entity or p.country) if rebels else (p.country or p.entity) for p in task.actors}
    if len(sides) > 1 or plural(task.doers):
        return False
    unsaid = task.frame.id == "sign" and task.language.subject_first
    return not unsaid or names_others(task.line, task.site, task.actors)  # "signed no agreement": with whom?


def _among_members(task: Filling) -> bool:
    """Whether a body of many states meets: its members are both sides."""
    first = task.actors[0]
    if all(mention.role == "companion" for mention in task.doers):
        return False  # "talks with the EU": whose, nobody says
    if task.frame.type != "CONSULT" or first.country is not None:
        return False
    if task.line.formed and task.site.subject_how == "subject of the clause":
        return False  # "lifted sanctions before the meeting": when, and not who met
    return (first.entity or "").startswith("org:") and not (task.line.formed and "pronoun" in first.how)
