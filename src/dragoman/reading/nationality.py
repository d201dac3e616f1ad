"""Whose each party is: a state, a body or a person as it stands, or the country that somebody unnamed acts for.

A body or office without a nationality is settled by the place of the act, else by the country of the text; each
step is recorded in the party's `how`.
"""

from __future__ import annotations

from msgspec import structs

from ..packs.frames import Frame
from ..records import Party
from .guesses import OF_TEXT, of_the_law
from .line import Mention
from .noun_phrases import Reader
from .setting import Setting
from .sites import Site

__all__ = [
    "STATE",
    "actors_of",
    "in_the_field",
    "office_met",
    "own_people",
    "recipients_of",
    "same_country",
    "same_party",
    "state_of",
]

STATE = frozenset(("GOV", "MIL", "GPE"))
"""Sectors and types that speak for a state."""

_SPEAKING_ROLES = (None, "dative", "goal", "against", "target", "companion", "source", "toward")
"""Roles in which a capital stands for its government, where no ground is meant."""

_CROWDS = frozenset(("CVL", "EDU", "LAB", "OPP", "SOC", "AGR"))
_FIELD = frozenset(("MIL", "COP", "LAB", "MED"))

_UPON_PEOPLE = frozenset(("PROTEST", "ASSAULT", "COERCE", "AID", "RETREAT", "SANCTION", "REQUEST"))
"""Types that are often done to a state's own people, whom the text need not name by nationality."""

_AT_HOME = frozenset(("COERCE", "ASSAULT", "MOBILIZE", "PROTEST"))

_FORCES = frozenset(("COP", "MIL", "GOV", "JUD"))
"""Sectors that, with the types above, act in the one country that a sentence names ("the army struck …")."""

_ARMED = frozenset(("UAF", "REB", "PRM"))

_LAWLESS = frozenset(("UAF", "CRM"))

_OPPOSED = frozenset(("OPP", "LAB", "REB", "SOC"))
"""Sectors of those in a state with whom its government may have to talk."""


def actors_of(
    mentions: tuple[Mention, ...], frame: Frame, reader: Reader, where: Mention | None, setting: Setting
) -> tuple[tuple[Party, ...], float]:
    """Return the actors that mentions mean, each once, and the confidence that finding them cost."""
    parties: list[Party] = []
    lost = 0.0
    for mention in mentions:
        lost = max(lost, mention.lost)
        for party in mention.parties:
            settled = _settle(party, mention, frame, reader, where, setting)
            if settled is not None and not any(same_party(settled, known) for known in parties):
                parties.append(settled)
    return tuple(parties), lost


def _settle(
    party: Party, mention: Mention, frame: Frame, reader: Reader, where: Mention | None, setting: Setting
) -> Party | None:
    """Give an actor without country the place's, where the frame allows it; drop one without any identity."""
    if mention.kind == "place":
        return state_of(party, reader, "capital for its government")
    if party.type == "PER" and (party.entity or "").startswith("new:") and not _known_role(party):
        return None  # a name without office or nation speaks for nobody
    if party.entity or party.country:
        return _at_home(party, setting.text or _host(party, frame, where))
    if not (mention.needs_place or party.how == "body without nationality"):
        return None
    if mention.needs_place and party.sector and set(party.sector) <= _LAWLESS:
        return None  # gunmen of no nation act for none
    if frame.both and _ARMED & set(party.sector):
        return None  # rebels who sign a truce somewhere are not of that country
    country = next(iter(where.countries), None) if where is not None and len(where.countries) == 1 else None
    if frame.id == "humanitarian-aid":
        country = None  # where helpers arrive is not who sent them
    how = "place of the act"
    if (
        country is None
        and party.how != "body of a people"
        and not (mention.needs_place and _ARMED & set(party.sector))
    ):
        at_home = frame.type in _AT_HOME and bool(_FORCES & set(party.sector))
        country, how = setting.line if at_home else setting.text, OF_TEXT
    return _of_country(party, country, reader, how) if country is not None else None


def _host(party: Party, frame: Frame, where: Mention | None) -> str | None:
    """Return the country in whose place somebody in office meets others, where nothing else places him."""
    met = frame.type == "CONSULT" and frame.both and where is not None and where.role == "place"
    return (
        next(iter(where.countries))
        if met and where and len(where.countries) == 1 and "GOV" in party.sector
        else None
    )


def in_the_field(party: Party) -> bool:
    """Whether a body works where things happen: soldiers, police, workers, medics."""
    return party.type == "ORG" and bool(_FIELD & set(party.sector)) and "IGO" not in party.sector


def crowd(actors: tuple[Party, ...]) -> bool:
    """Whether people act who are no body of a state and no armed group."""
    return all(_CROWDS & set(party.sector) for party in actors)


def protesters(actors: tuple[Party, ...]) -> bool:
    """Whether a crowd acts that has come together to protest."""
    return all("SOC" in party.sector for party in actors)


def _known_role(party: Party) -> bool:
    """Whether the text gives an unlisted person an office, a sector or a nationality."""
    return bool(party.sector) or party.country is not None or "title" in party.how or "office" in party.how


def _at_home(party: Party, home: str | None) -> Party:
    """Give somebody whom no list has, and no word of the text places, the country that the text is set in."""
    if home is None or party.country or party.type != "PER" or not (party.entity or "").startswith("new:"):
        return party
    return structs.replace(party, country=home, how=f"{party.how}, {OF_TEXT}")


def _of_country(party: Party, country: str, reader: Reader, how: str) -> Party:
    return Party(
        start=party.start, end=party.end, text=party.text, entity=None,
        name=reader.knowledge.country_name(country), type="ORG", country=country, sector=party.sector, how=how,
    )  # fmt: skip


def _rebels(mention: Mention) -> bool:
    """Whether a phrase means armed men of no nation ("34 militants")."""
    return any(_ARMED & set(party.sector) for party in mention.parties)


def _are_of(home: str, mention: Mention, frame: Frame, actors: tuple[Party, ...]) -> bool:
    """Whether people or a body without nationality are of the country of the text.

    Not those whom its own army or the state itself attacks: these may be anybody's.
    """
    own = all(
        p.country == home and (p.entity in (None, home) or p.type == "PER") and STATE & {*p.sector, p.type}
        for p in actors
    )
    crowd_hit = all("SOC" in party.sector for party in mention.parties)
    if actors and own and frame.type == "ASSAULT" and frame.mode != ("crowd-control",) and not crowd_hit:
        return False
    opposed = all("OPP" in party.sector for party in mention.parties)
    return (frame.type in _UPON_PEOPLE and mention.kind != "vehicle") or mention.kind == "body" or opposed


def recipients_of(
    mentions: tuple[Mention, ...],
    frame: Frame,
    reader: Reader,
    home: str | None,
    actors: tuple[Party, ...] = (),
) -> tuple[Party, ...]:
    """Return whom mentions mean, each once; what has no identity, and what cannot be acted upon, is left out."""
    parties: list[Party] = []
    for mention in mentions:
        if mention.kind == "thing":
            continue
        unnamed = all(party.entity is None for party in mention.parties)
        helped = frame.type == "AID" and frame.id != "asylum"  # but who shelters rebels does it for people
        if helped and mention.kind == "body" and unnamed and _rebels(mention):
            continue  # who helps rebels helps no state
        if mention.needs_place:
            if actors and _rebels(mention) and all("MIL" in p.sector for p in actors):
                continue  # whom an army fights without a name need not be its country's
            people = any(p.how == "body of a people" or "REF" in p.sector for p in mention.parties)
            settles = not people and not of_the_law(frame) and frame.mode != ("release",)
            if home is not None and settles and _are_of(home, mention, frame, actors):
                parties.append(_of_country(mention.parties[0], home, reader, OF_TEXT))
            continue
        speaks = mention.capital and mention.role in _SPEAKING_ROLES
        if mention.kind == "place" and not frame.ground and not speaks:
            continue
        for party in mention.parties:
            settled = party
            if mention.kind == "place":
                if party.country is None:
                    continue
                settled = state_of(party, reader, "state of the place")
            elif not (party.entity or party.country):
                continue
            else:
                settled = _at_home(party, home)
                if actors and home not in {p.country for p in actors} and settled.how.endswith(OF_TEXT):
                    settled = party  # "Germany released X" says not whose he is
            if settled.country is None and (settled.entity or "").startswith("new:") and not settled.sector:
                continue  # a name and no more: whose people they are nobody says
            if not any(same_party(settled, known) for known in parties):
                parties.append(settled)
    return tuple(parties)


def state_of(party: Party, reader: Reader, how: str) -> Party:
    """Return the state of a party, with the step that led to it."""
    country = party.country or ""
    return Party(
        start=party.start, end=party.end, text=party.text, entity=country,
        name=reader.knowledge.country_name(country), type="GPE", country=country, how=how,
    )  # fmt: skip


def office_met(site: Site, where: Mention, actors: tuple[Party, ...], reader: Reader) -> tuple[Party, ...]:
    """Return the host whose office alone is named beside "with": "ঢাকায় … উপদেষ্টার সঙ্গে সাক্ষাৎ"."""
    met = [m for m in site.before if m.role in ("companion", "source") and m.office and not m.parties]
    own = {party.country for party in actors}
    if not met or where.role != "place" or len(where.countries) != 1 or where.countries & own:
        return ()
    return (state_of(where.parties[0], reader, "an office where the act took place"),)


def own_people(doers: tuple[Mention, ...], actors: tuple[Party, ...], reader: Reader) -> tuple[Party, ...]:
    """Return the opposition, unions or rebels whom the government of one state meets: they are of that state."""
    ruled = any(m.kind in ("body", "state") and _governs(m) for m in doers)
    unnamed = [p for m in doers if m.kind in ("body", "people") for p in m.parties if not (p.entity or p.country)]
    theirs = [party for party in unnamed if _OPPOSED & set(party.sector)]
    country = actors[0].country if actors else None
    if not ruled or not theirs or country is None or len(unnamed) != len(theirs):
        return ()
    if any(_OPPOSED & set(party.sector) for party in actors):
        return actors[:1]
    return tuple(_of_country(party, country, reader, "the country of whom they meet") for party in theirs[:1])


def _governs(mention: Mention) -> bool:
    return any(p.country and ("GOV" in p.sector or "MIL" in p.sector) for p in mention.parties)


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same entity, or go by the same name and country."""
    return (one.entity, one.country, one.name) == (other.entity, other.country, other.name)


def same_country(recipients: tuple[Party, ...], actors: tuple[Party, ...]) -> bool:
    """Whether any recipient is of the same country as any actor."""
    return bool({p.country for p in recipients if p.country} & {p.country for p in actors if p.country})
