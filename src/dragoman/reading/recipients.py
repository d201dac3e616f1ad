"""Finds to whom an act is done: by the frame's roles, else by a closed list of steps, each named in `how`.

The steps stand in their order; the first that finds somebody ends the search. Where the sentence names nobody
there are no recipients, unless the frame cannot do without.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from ..records import Party
from .authorities import own_officer
from .beside import (
    accused_in,
    addressed_before,
    aimed_at,
    asked_first,
    behind_words,
    content_subject,
    deed_named,
    meant_in,
    names_others,
    threatened_within,
    upon_whom,
    warned_if,
    within_content,
)
from .filling import Filling
from .guesses import OF_TEXT, guessed, no_person
from .joined_parties import beside_clause
from .line import Line
from .nationality import same_country, state_of
from .oneself import (
    ARMED,
    each_other,
    guessed_at_itself,
    own_people,
    own_rulers,
)
from .recipient_roles import WORDS, by_role
from .sites import Site

__all__ = ["find_recipients", "unfit_recipients"]

_ADDRESSED = frozenset(("ACCUSE", "THREATEN", "REQUEST", "REJECT"))
_STORMING = (("riot",), ("obstruct",), ("vandalize",))
"""Modes of protest that a crowd turns against a building."""
_ENVOYS = frozenset(("summon", "protest-note"))
_ASIDE = frozenset(("relative", "participial"))
_AT_BORDERS = frozenset(("shell", "shoot", "invade", "ram-vessel", "unconventional"))


def find_recipients(task: Filling, roles: tuple[str, ...]) -> str | None:
    """Find to whom it is done. Returns why the frame cannot be filled, or None."""
    if task.language.cased and task.frame.type == "REQUEST" and _said_who(task):
        task.recipients = _subject_of_content(task)
    reason = None if task.frame.both or task.recipients else by_role(task, roles)
    if reason:
        return reason
    for step in _STEPS:
        if task.recipients:
            break
        task.recipients = step(task)
    politics = any(_POLITICS & set(party.sector) for party in task.recipients)
    guessed_own = _by_text(task.recipients) and same_country(task.recipients, task.actors) and not politics
    if guessed_own and (task.frame.type == "REJECT" or task.frame.id == "seize-goods"):
        task.recipients = ()  # "Russia does not recognise this court", "Iran seized the Star": no body of its own
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
        others = others and not deed_named(line, site) and not _only_struck(task)
        others = others or ("other" in frame.needs and frame.type == "REQUEST" and _lost(line, site))
        if others or "recipient" in frame.needs:
            return "nobody to whom it is done"
        if frame.id == "mediate" and line.segment_kinds[line.segments[site.head]] in _ASIDE:
            return "only told to say who somebody is"  # "the Vatican, which mediated, said …"
    reason = guessed(task.recipients, actors, task.doers, frame) or no_person(task.objects, frame)
    if reason:
        return reason
    if frame.type == "AID" and _own_by_guess(task):
        return "a body taken for the giver's own, beside another state"
    if guessed_at_itself(task.recipients, actors, frame):
        return "a body taken for the text's own country would act upon that country"
    return None


def _by_text(recipients: tuple[Party, ...]) -> bool:
    """Whether nothing but the country of the text says whose those are to whom it is done."""
    return bool(recipients) and all(party.how.endswith(OF_TEXT) for party in recipients)


def _own_by_guess(task: Filling) -> bool:
    """Whether help would go to a body that only the country of the text makes the giver's own.

    The line names another state that it could be of.
    """
    if not _by_text(task.recipients):
        return False
    own = {party.country for party in task.actors}
    others = (m for m in task.line.mentions if m.human and m.countries and not own & set(m.countries))
    return same_country(task.recipients, task.actors) and any(others)


def _only_struck(task: Filling) -> bool:
    """Whether nobody else is named beside what is condemned than upon whom it fell: "осудила удары по Бейруту"."""
    line, site, own = task.line, task.site, {p.country for p in task.actors}
    if not task.language.cased or task.frame.mode != ("disapprove",):
        return False
    number = line.segments[site.head]
    near = [m for m in line.mentions if line.segments[m.first] == number and m.human and not m.countries & own]
    return bool(near) and all(m.marker and upon_whom(line, site, m, task.language) for m in near)


def _denied(task: Filling) -> bool:
    """Whether somebody says that he did not do it, and need not say to whom: "denied that it had hijacked …"."""
    line, head = task.line, task.site.head
    said = any(r.stance == "denies" and r.kind == "reported" and r.first <= head <= r.last for r in line.regions)
    return line.formed and said and task.site.verb_head


def _of_rebels(task: Filling) -> bool:
    """Whether rebels of no nation are helped, who are no state's: "accused X of arming insurgents"."""
    if task.frame.type != "AID":
        return False
    first, last = task.site.first, task.site.last
    return any(
        (first < hit.first <= last + 2 if task.line.formed else first <= hit.first <= last)
        and ARMED & set(hit.payload.item.sector)
        for hit in task.line.hits.get("body", ())
    )


def _lost(line: Line, site: Site) -> bool:
    """Whether a pronoun that means nobody known stands inside a verb's own words: "called on them to leave"."""
    if not line.formed or line.mention_at(site.head) is not None:
        return False
    pronouns = {hit.first for hit in line.hits.get("pronoun", ()) if site.head < hit.first <= site.last}
    return any(not m.parties and not m.genitive and m.first in pronouns for m in line.mentions)


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
    police = (
        task.frame.type == "ASSAULT"
        and not task.frame.foreign
        and all("COP" in p.sector and p.country for p in task.actors)
    )
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
    if task.frame.type not in WORDS:
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


def _accused(task: Filling) -> tuple[Party, ...]:
    """Who is accused in quoted words."""
    if task.frame.type != "ACCUSE" or not task.language.text.agglutinative:
        return ()
    return task.others(task.meant_by(accused_in(task.line, task.site, task.own())))


def _heeding(task: Filling) -> tuple[Party, ...]:
    """Who does what a noun of asking before it asked for: "at the request of X, Y …", where nouns stand first."""
    if task.frame.type != "REQUEST" or task.site.predicate is not None or not task.language.subject_first:
        return ()
    line, site = task.line, task.site
    after = (p for p in line.predicates if p.head > site.last and p.hits and p.subject is not None)
    heeds = next((p.subject for p in after if p.subject is not None and p.subject.first > site.last), None)
    return task.others(task.meant_by(heeds))


def _asked(task: Filling) -> tuple[Party, ...]:
    """To whom words are said that a clause parts from their verb."""
    if task.frame.type not in _ADDRESSED - {"REJECT"} or not task.language.text.agglutinative:
        return ()
    return task.others(task.meant_by(asked_first(task.line, task.site)))


def _aimed(task: Filling) -> tuple[Party, ...]:
    """The one other state that the words of a threat name."""
    if task.frame.type != "THREATEN":
        return ()
    aimed = aimed_at(task.line, task.site, task.own())
    vague = aimed is not None and task.line.formed and any("pronoun" in p.how for p in aimed.parties)
    return () if vague else task.others(task.meant_by(aimed))  # "we will respond to it": to a step, and no state


def _warned(task: Filling) -> tuple[Party, ...]:
    """Who is warned what will follow if he does something."""
    if task.frame.type != "THREATEN" or not task.language.subject_first:
        return ()
    return task.meant_by(warned_if(task.line, task.own()))


_POLITICS = frozenset(("OPP", "PTY", "GOV", "LEG"))
"""Sectors of those in one state who refuse each other."""
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
    _accused,
    _asked,
    _heeding,
    _addressed,
    _meant,
    _warned,
    _aimed,
    beside_clause,
)
