"""Chooses the phrases that fill a role: who can act in a frame, and who are all the sides of a meeting."""

from __future__ import annotations

from ..packs.frames import Frame
from .beside import (
    called,
    for_what,
)
from .language import Language
from .line import Line, Mention
from .roles import behind_comma, fill
from .sites import Site

__all__ = ["accused_of", "all_sides", "choose", "only_companions", "plural", "rules"]

_RULING = frozenset(("GOV", "MIL", "COP", "UAF", "PRM"))
_UNIFORMED = frozenset(("MIL", "COP", "UAF", "REB", "PRM"))
"""Sectors of bodies that move and arrive without visiting anybody."""
_BESIDE = 2
"""Tokens from a verb of meeting to whom one meets, where no ending shows it."""
_OF_SPEAKERS = frozenset(("CONSULT", "COOPERATE"))
"""Types of what those do too who else only speak for a state."""
_TRADES = frozenset(("BUS", "JRN"))
"""Sectors of firms and media, whose deals and comments are no acts of their states."""


def choose(
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
        took_place = (
            (frame.people or frame.authority) and mention.role == "place" and bool(mention.parties[0].country)
        )
        return mention.place is not None and len(mention.parties) == 1 and (_speaks(mention) or took_place)
    if mention.kind == "source" and frame.authority:  # "Istanbul's governor banned all gatherings"
        return any("GOV" in p.sector and p.country for p in mention.parties)
    if _stands_for(mention, frame):
        return True
    if frame.person and mention.kind != "person" and not _cabinet(mention):
        return False
    if frame.type == "CONSULT" and mention.kind in ("other", "vehicle"):
        return False
    if frame.mode[:1] == ("visit",) and mention.kind == "body":
        return not all(party.sector and set(party.sector) <= _UNIFORMED for party in mention.parties)
    return mention.human or mention.kind == "demonym"


def _stands_for(mention: Mention, frame: Frame) -> bool:
    """Whether it is people who else only speak for a state: "representatives of Peru"."""
    spoken = mention.kind == "source" and frame.type in _OF_SPEAKERS
    return spoken and any("GOV" in p.sector and p.country for p in mention.parties)


def _cabinet(mention: Mention) -> bool:
    """Whether a phrase is a government, which resigns as persons do: "Russia's government resigned"."""
    return mention.kind == "body" and bool(mention.parties) and all("GOV" in p.sector for p in mention.parties)


def _speaks(mention: Mention) -> bool:
    """Whether a place may stand for a government: a capital, unmarked."""
    spoken = mention.parties[0].how in ("metonym", "capital")
    if mention.role in ("agent", "source"):
        return mention.capital or (mention.role == "source" and spoken)
    return mention.role is None and spoken


def only_companions(site: Site, sides: tuple[Mention, ...]) -> bool:
    """Whether all sides stand in "with", and the subject is a pronoun or title that means nobody we know."""
    if site.subject is not None and site.subject not in sides:
        return bool(sides) and all(m.role == "companion" for m in sides)
    nobody = any(m.kind == "source" and m.role is None and not m.genitive for m in site.before)
    return site.subject is None and nobody and all(m.role == "companion" for m in sides)


def all_sides(
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
        filling = fill(role, site, line, language)
        if role == "between" and filling and language.subject_first:  # "A और उनके समकक्ष B के बीच"
            filling = (*filling, *(m for m in site.before if m.role == "between" and m not in filling))
        for mention in filling:
            if role == "companion" and frame.type == "CONCEDE" and _of_noun(line, site, mention):
                continue  # "sau cuộc điện đàm với X, Y đồng ý ngừng bắn"
            far = role == "owner" and site.verb_head and language.subject_first and mention.last + 1 < site.first
            if far and site.subject in found:  # "শ্রীলঙ্কার ঋণ পুনর্গঠনে সম্মত হয়েছে চীন": the debt's owner
                continue
            handed = role == "goal" and frame.type == "COOPERATE" and mention.role == "dative"
            if handed and mention.kind in ("person", "people"):
                continue  # who is handed over is no side of it
            if role == "companion" and site.passive and line.formed and behind_comma(line, site, mention):
                continue  # "was signed by A and B, with C as a witness"
            if role == "object" and not language.text.verb_endings and mention.first - site.last > _BESIDE:
                continue  # "thảo luận … việc Thổ Nhĩ Kỳ gia nhập": what they talk about
            if role == "object" and line.formed and frame.type == "RETREAT" and mention.kind == "people":
                continue  # "swap prisoners": they are no side of it
            known = {country for one in found for country in one.countries}
            topic = frame.id == "talk" or (frame.id == "phone" and plural(tuple(found)))
            if line.formed and role == "object" and topic and not _with(line, mention):
                continue  # "discussed Taiwan": what they talk about
            if line.formed and role == "object" and mention.countries and mention.countries <= known:
                continue  # "agreed to return their ambassadors to Washington and Moscow"
            acts = mention.human or mention.kind == "demonym" or (mention.capital and mention.role == "agent")
            if mention not in found and (acts or _stands_for(mention, frame)) and mention.parties:
                found.append(mention)
    if line.formed and not site.verb_head and any(m.role == "between" and len(m.countries) > 1 for m in found):
        found = [m for m in found if m.role == "between"]  # "Qatar hosted talks between A and B"
    if found and not site.verbal and all(m.role == "companion" for m in found):
        return ()  # "talks with X": whose?
    if not language.text.verb_endings and _only_hosts(line, site, found):
        found = [m for m in found if m.role == "between"]
    between = site.subject is None and any(m.role == "between" for m in found)
    headed = (
        site.subject is None and plural(tuple(found)) and not language.text.verb_endings
    )  # "Đàm phán Nga - Mỹ"
    if (
        site.verb_head
        and takes_object
        and not site.passive
        and site.subject not in found
        and not (between or headed)
    ):
        return ()  # "would resolve a dispute with Greece"
    if frame.id == "sign" and line.formed and not site.passive and len(found) == 1 and not plural(tuple(found)):
        found.extend(for_what(line, site))
    if frame.mode == ("phone",) and site.subject_how == "subject of the clause" and len(found) < 2:
        found.extend(called(line, site))
    return tuple(found)


def _with(line: Line, mention: Mention) -> bool:
    """Whether the verb's own words end in "with" before somebody: "held talks with the president"."""
    for at in range(mention.first - 1, max(-1, mention.first - 1 - _BESIDE), -1):
        if any(hit.payload.kind == "marker" and hit.payload.item.role == "companion" for hit in line.at[at]):
            return True
        if line.mention_at(at) is not None:
            return False
    return False


def _only_hosts(line: Line, site: Site, found: list[Mention]) -> bool:
    """Whether who carries the talks of others only lends them a table: "chủ trì cuộc gặp giữa A và B"."""
    apart = [m for m in (*site.before, *site.after) if m.role == "between"]
    if not apart or site.predicate is None or (apart[0].parties and len(apart[0].parties) == 1):
        return False
    return any(h.payload.item == "hosting" and h.first == site.predicate.first for h in line.hits.get("class", ()))


def _of_noun(line: Line, site: Site, mention: Mention) -> bool:
    """Whether the adposition of a phrase before a verb stands right behind the noun of another act."""
    if mention.marker is None or mention.first > site.first or line.formed:
        return False
    return any(hit.last + 1 == mention.marker[0] for hit in line.hits.get("noun", ()))


def plural(mentions: tuple[Mention, ...]) -> bool:
    return any(len(m.parties) > 1 for m in mentions)


def accused_of(role: str, site: Site, frame: Frame, language: Language) -> tuple[Mention, ...]:
    """Return who is accused where the verb stands last: the first phrase so marked."""
    if frame.content != "alleged" or not language.subject_first or role not in ("target", "against"):
        return ()
    return tuple(m for m in site.before if m.role == role and m.parties and m is not site.subject)[:1]


def rules(mention: Mention, language: Language) -> bool:
    """Whether a phrase is a state, its government or its forces, named as what acts."""
    if mention.kind == "state":
        return mention.role == "agent" or (language.text.order == "SVO" and bool(language.text.verb_endings))
    if mention.kind == "vehicle" and mention.countries and language.leading_markers:
        return True
    return mention.kind == "body" and any(_RULING & set(party.sector) for party in mention.parties)
