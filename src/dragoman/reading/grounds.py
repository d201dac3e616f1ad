"""Finds the place of an act in the clause of its trigger."""

from __future__ import annotations

from ..packs.frames import Frame
from ..records import Place
from .beside import (
    of_purpose,
)
from .language import Language
from .line import Line, Mention
from .noun_phrases import Reader
from .roles import behind_comma, fill
from .shared_times import verb_joined
from .sites import Site

__all__ = ["joined_place", "place_mention", "place_of"]

_WITHIN = 4
"""Tokens from a place to the wider one that it lies in."""
_PARTED = 2
"""Clauses from one that a relative clause interrupts to where it goes on; tokens from a place to "where"."""
_SEATED = frozenset(("GOV", "LEG"))
"""Sectors of bodies that a city is named with to say whose they are."""
_LAID_UPON = (("curfew",), ("martial-law",), ("restrict",))
"""Modes of measures that are laid upon a place."""
_WORDS = frozenset(("ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION"))
_LEFT = (("withdraw",), ("release",))
"""Modes of acts that take place where somebody is taken or let away from."""


def place_mention(line: Line, site: Site, frame: Frame, language: Language) -> Mention | None:
    """Return the place that the trigger's clause gives for the act."""
    opened = _opened_by(line, site) if line.formed else None
    for mention in (*fill("place", site, line, language), *site.before, *site.after):
        if mention.place is None or mention.role != "place" or mention.modifier:
            continue
        if (
            not language.subject_first
            and line.segments[mention.first] < line.segments[site.head]
            and mention is not opened
        ):
            continue
        if line.formed and (_of_speaker(line, mention, site) or _of_subject(mention, site)):
            continue
        if line.formed and _of_words(frame) and not _opens(line, mention):
            continue
        if language.subject_first and of_purpose(line, mention, language):
            continue
        if site.joins and mention.first > site.last:
            continue  # "released them [and sent them to the US]"
        if language.text.verb_endings or mention.first < site.first or not behind_comma(line, site, mention):
            return _with_country(mention, site, line)
    if (line.formed or language.cased) and (found := _antecedent_place(line, site)) is not None:
        return found
    if line.formed and frame.mode[:1] in _LAID_UPON:
        laid = [m for m in site.after if m.role == "target" and m.kind == "place" and m.countries]
        return laid[0] if laid else None
    if frame.mode[:1] in _LEFT and frame.type not in _WORDS:
        return next((m for m in fill("source", site, line, language) if m.place is not None), None)
    return None


def joined_place(line: Line, site: Site, frame: Frame) -> Mention | None:
    """Return the place of the verb that "and" joins to this one: "broke into the embassy in X and arrested Y"."""
    if frame.type in _WORDS or frame.mode[:1] == ("visit",):
        return None
    before = verb_joined(line, site)
    places = [m for m in before.after if m.role == "place" and m.place is not None] if before is not None else []
    return places[0] if len(places) == 1 and places[0].countries and not places[0].modifier else None


def _opens(line: Line, mention: Mention) -> bool:
    """Whether a place opens its clause: "In Geneva, the envoys accused …"."""
    first = mention.marker[0] if mention.marker is not None else mention.first
    return first == line.segments.index(line.segments[mention.first])


def _of_words(frame: Frame) -> bool:
    """Whether an act is words or a measure, behind which a place belongs to what they are about."""
    return frame.type in _WORDS and frame.mode not in (("convict",), ("investigate",))


def _of_speaker(line: Line, mention: Mention, site: Site) -> bool:
    """Whether a place stands outside the words that tell the act: "…, the ministry in Beijing said"."""
    return any(
        region.kind in ("reported", "quoted")
        and region.first <= site.head <= region.last
        and not region.first <= mention.first <= region.last
        for region in line.regions
    )


def _of_subject(mention: Mention, site: Site) -> bool:
    """Whether a place says which government, ministry or group acts: "the government in Bamako expelled …"."""
    subject = site.subject
    if subject is None or mention.marker is None or mention.marker[0] != subject.last + 1:
        return False
    seated = subject.kind == "body" and all(_SEATED & set(p.sector) or p.entity for p in subject.parties)
    return seated and mention.last < site.first and not any("COP" in p.sector for p in subject.parties)


def _opened_by(line: Line, site: Site) -> Mention | None:
    """Return the place that opens a clause which a relative clause parts from its verb: "In X, where …, …"."""
    number = line.segments[site.head]
    if line.segment_kinds[number] != "resume" or number < _PARTED:
        return None
    before = [m for m in line.mentions if line.segments[m.first] == number - _PARTED]
    told = any(p.segment == number - _PARTED for p in line.predicates)
    return before[0] if len(before) == 1 and not told and before[0].role == "place" else None


def _antecedent_place(line: Line, site: Site) -> Mention | None:
    """Return the place that a relative clause with "where" describes: "flew to Hanoi, where he met …"."""
    number = line.segments[site.head]
    first = line.segments.index(number)
    words = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == "where"}
    if line.segment_kinds[number] == "coordinate" and number and line.segment_kinds[number - 1] == "relative":
        first = line.segments.index(number - 1)  # "where he met X and signed …"
    if first not in words:
        return None
    before = [m for m in line.mentions if m.last < first and m.place is not None and not m.modifier]
    found = before[-1] if before and first - before[-1].last <= _PARTED else None
    return found if found is not None and found.countries else None


def _with_country(mention: Mention, site: Site, line: Line) -> Mention:
    """Return a place, or what it lies in where only that is known: "in the village of X in eastern Ukraine".

    What it lies in may stand right before it, too: "싱가포르 센토사섬 카펠라호텔에서".
    """
    if mention.countries:
        return mention
    first = mention.first
    for before in reversed(line.mentions):
        if before.last + 1 == first and before.place is not None and before.modifier:
            if before.countries:
                return before
            first = before.first
    wider = [m for m in site.after if m.role == "place" and 0 < m.first - mention.last <= _WITHIN and m.countries]
    if line.formed and not wider:
        wider = [m for m in line.mentions if _region_of(line, m, mention)]
    return wider[0] if wider and wider[0].place is not None and not wider[0].modifier else mention


def _region_of(line: Line, wider: Mention, mention: Mention) -> bool:
    """Whether a place stands behind another, set between commas or at the end: "in Rikovo, Silesia, on …"."""
    if wider.first != mention.last + 2 or line.tokens[wider.first - 1].text != "," or not wider.countries:
        return False
    behind = line.tokens[wider.last + 1].text if wider.last + 1 < len(line.tokens) else "."
    return wider.role is None and behind in (",", ".")


def place_of(mention: Mention | None, reader: Reader) -> Place | None:
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
