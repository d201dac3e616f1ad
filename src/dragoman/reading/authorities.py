"""Who stands behind a passive without agent that only a state's police, court or government can mean.

"Was arrested in Tallinn" is done by the state of the place; "a diplomat had been expelled, the minister announced"
by the state that announces it. `how` names the step. Who else arrests somebody unnamed is left open.
"""

from __future__ import annotations

from ..packs.frames import Frame
from ..records import Party
from .attribution import regions_of
from .line import Line, Mention
from .noun_phrases import Reader
from .roles import done_to
from .sites import Site

__all__ = ["UNNAMED", "authority_of", "of_accused", "of_inquiry", "of_ruled", "own_officer", "state_of_place"]

UNNAMED = 0.1
"""Confidence that naming the authority behind a passive costs."""
_STATE = frozenset(("GOV", "COP", "JUD", "MIL"))
_OFFICES = frozenset(("GOV", "LEG", "OPP", "PTY", "JUD", "MIL"))
_POLICE = frozenset(("COP", "JUD"))


def of_inquiry(frame: Frame) -> bool:
    """Whether police, prosecutors or courts do it to whom they hold: arrest, charge, question, convict."""
    return frame.mode[:1] in (("arrest",), ("convict",), ("allege",), ("investigate",))


def of_accused(officers: tuple[Mention, ...], accused: tuple[Mention, ...], reader: Reader) -> tuple[Party, ...]:
    """Return the state of police or prosecutors without nationality who go after an officer of one state.

    "Prosecutors charged Prime Minister Benjamin Netanyahu": who holds an office answers to his own state's court.
    """
    law = all(_POLICE & set(p.sector) for m in officers for p in m.parties)
    held = [m for m in accused if m.kind == "person" and len(m.countries) == 1 and len(m.parties) == 1]
    if not law or not held or not officers[0].needs_place or not _in_office(held[0].parties[0]):
        return ()
    return (_of(held[0].parties[0], "authority of the officer's own country", reader),)


def of_ruled(line: Line, site: Site, ruler: tuple[Mention, ...], reader: Reader) -> tuple[Party, ...]:
    """Return the state whose people speak against who rules it: "critics accuse President X of …".

    A pack lists such people as the class `opponents`.
    """
    number = line.segments[site.head]
    words = [h for h in line.hits.get("class", ()) if h.payload.item == "opponents"]
    near = [h for h in words if site.low <= h.first < site.first and line.segments[h.first] == number]
    named = [m for m in ruler if m.kind in ("person", "body") and len(m.countries) == 1 and len(m.parties) == 1]
    if not near or not named or site.passive or (site.subject is not None and site.subject.parties):
        return ()
    party = named[0].parties[0]
    rules = _in_office(party) or party.how.startswith("pronoun")
    if not rules:
        return ()
    name = f"people of {reader.knowledge.country_name(party.country or '')}"
    start, end = line.tokens[near[-1].first].start, line.tokens[near[-1].last].end
    text = line.words(near[-1].first, near[-1].last)
    return (
        Party(
            start=start, end=end, text=text, name=name, type="ORG", country=party.country, sector=("OPP",),
            how="the people of who rules",
        ),
    )  # fmt: skip


def state_of_place(
    site: Site, left: tuple[Mention, ...], where: Mention | None, reader: Reader
) -> tuple[Party, ...]:
    """Return the state that envoys are sent out of, or in whose capital they are summoned, if not their own."""
    own = {country for mention in done_to(site) for country in mention.countries}
    for mention in (*left, *((where,) if where is not None else ())):
        if len(mention.countries) == 1 and not mention.countries & own:
            return (_of(mention.parties[0], "state of the place", reader),)
    return ()


def _in_office(party: Party) -> bool:
    """Whether somebody is named with an office, or listed with one."""
    return bool(_OFFICES & set(party.sector)) or "title" in party.how or "office" in party.how


def authority_of(
    line: Line, site: Site, where: Mention | None, reader: Reader, home: str | None
) -> tuple[Party, ...]:
    """Return the state whose authority acts, or none where nothing tells which."""
    if site.predicate is not None and site.predicate.unknown:
        return ()
    if any(m.role in ("agent", "instrument") for m in (*site.before, *site.after)):
        return ()
    where = where or _only_place(line, site)
    if where is not None:
        return (_of(where.parties[0], "authority of the place", reader),) if len(where.countries) == 1 else ()
    patients = done_to(site)
    announcer = _announcer(line, site, patients)
    if announcer is None and home is not None and patients:
        known = patients[0].parties[0] if patients[0].parties else None
        person = patients[0].kind not in ("state", "place")  # "Paylin of Wasilla, Alaska, was arrested"
        person = person and not _troops(patients[0])  # who are taken by the other side
        if known is not None and person and known.country and not known.how.endswith("the country of the text"):
            return (_of(known, "authority of the country of the text", reader, home),)
        told = line.formed and not reader.language.cased and not regions_of(line, site.head)
        elsewhere = {country for mention in line.mentions for country in mention.countries} - {home}
        if known is not None and known.how == "body without nationality" and told and not elsewhere:
            return (_of(known, "authority of the country of the text", reader, home),)
    return (_of(announcer, "authority that announces it", reader),) if announcer is not None else ()


def _troops(mention: Mention) -> bool:
    return mention.kind == "body" and any("MIL" in party.sector for party in mention.parties)


def _only_place(line: Line, site: Site) -> Mention | None:
    """Return the place of another clause, in a sentence that names no other country: "as protests spread in X".

    A town or region may as well be what it is done to: "X has been placed under a curfew".
    """
    named = [mention for mention in line.mentions if mention.countries]
    places = [m for m in named if m.kind == "place" or (m.kind == "state" and m.role in ("place", "goal"))]
    if line.formed:
        places = [m for m in places if not _home_of(line, site, m)]
    countries = {country for mention in named for country in mention.countries}
    return places[0] if places and len(countries) == 1 else None


def _home_of(line: Line, site: Site, place: Mention) -> bool:
    """Whether a place only says where somebody is from: "Ann Roe, 29, of Salem, Oregon, was arrested"."""
    subject = site.subject
    if subject is None or not subject.last < place.first < site.first:
        return False
    markers = {
        m.marker[0] for m in line.mentions if m.marker is not None and subject.last < m.first <= place.first
    }
    parted = any(line.tokens[at - 1].text == "," for at in markers if at)
    return parted or place.role == "source"


def _announcer(line: Line, site: Site, patients: list[Mention]) -> Party | None:
    """Return who tells it, where that is a state's police or court, or a state that speaks of another's people."""
    sources = [r.source for r in regions_of(line, site.head) if r.kind == "reported" and r.source is not None]
    if not sources or len(sources[-1].parties) != 1:
        return None
    party = sources[-1].parties[0]
    others = {country for mention in patients for country in mention.countries}
    if others == {party.country} and line.formed and (party.type == "GPE" or bool(_STATE & set(party.sector))):
        return party  # "Saudi Arabia said that 18 Saudis had been arrested"
    foreign = (
        bool(others) and party.country not in others and (party.type == "GPE" or bool(_STATE & set(party.sector)))
    )
    return party if party.country and (foreign or _POLICE & set(party.sector)) else None


def _of(party: Party, how: str, reader: Reader, country: str | None = None) -> Party:
    code = country or party.country or ""
    return Party(
        start=party.start, end=party.end, text=party.text, entity=code,
        name=reader.knowledge.country_name(code), type="GPE", country=code, how=how,
    )  # fmt: skip


def own_officer(site: Site) -> bool:
    """Whether somebody is arrested or tried of whom the text gives an office and no country: a state's own."""
    around = (*site.before, *site.after)
    owned = [m for m in site.after if m.role == "genitive" and m.first > site.last]
    around = (*(m for m in around if m.role in ("dative", None)), *owned)
    return any(m.office and m is not site.subject for m in around)
