"""Noun phrases where endings are glued to their words: which units make one phrase, which role its particle gives.

A name stands before its office (Putin-president), and the last word of a phrase carries its particle. A name
without one before another noun belongs to that noun and shares its role ("Russian port-at").
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from ..packs.schema import Role, Tag
from .and_others import take_others
from .bracketed import closing_bracket, particle_behind
from .homographs import is_told
from .language import EntryHit, Language
from .line import Line, Mention
from .lists import merge
from .noun_phrases import Reader, Unit
from .office_phrases import beside, doubled, named_before_office, numbered, of_leader

__all__ = ["absorb_brackets", "compose_glued", "join_glued", "mark_glued"]

_ROLES: tuple[tuple[Tag, Role | None], ...] = (
    ("topic", None),
    ("nominative", None),
    ("accusative", "dative"),
    ("genitive", None),
    ("comitative", "companion"),
    ("dative", "goal"),
    ("allative", "goal"),
)
_CASES: frozenset[Tag] = frozenset(
    ("topic", "nominative", "accusative", "genitive", "comitative", "dative", "allative", "locative", "ablative")
)
_OBLIQUE: frozenset[Tag] = frozenset(("comitative", "dative", "allative"))
_SET_OFF: frozenset[Tag] = frozenset(("topic", "emphatic"))
"""Tags of the particles that may follow a case and leave it as it is."""
_UNDERGONE: frozenset[Tag] = frozenset(("accusative",))
_DESCRIBED = 2
"""Words between an owner and its body that only describe the body."""
_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_REACH = 3
"""Words from a bare name to the noun that it describes and that carries the particle."""
_ALPHA3 = 3
_COUNT = 5
"""Tokens from a noun to the counter that carries its particle ("citizens some ten thousand persons-by")."""
_HALVES = frozenset(",…·")
_STATES = frozenset(("state", "demonym", "body", "place"))
_OWNERS = frozenset(("demonym", "compact", "group"))
_HEADS = frozenset(("title", "body", "source", "former", "acting"))
_NO_NOUN = frozenset(("verb", "reporting", "marker", "light", "vector", "cue", "subordinator", "coordinator"))
_ENVOY = "special-envoy"
_OURS = ("speaker", "plural")
_POWERS = {"state", "body"}
_SIGNS = frozenset(("·", "ㆍ", "-", "‧"))


def absorb_brackets(units: list[Unit], line: Line, reader: Reader) -> list[Unit]:
    """Let a phrase reach over what stands in brackets behind it, to the particle that it carries there.

    "Gukje-hyeongsa-jaepanso(ICC)-neun": the particle of the court stands behind its acronym.
    """
    kept: list[Unit] = []
    end = -1
    units = _named_apart([part for unit in units for part in _told_inside(unit, line, reader)])
    units = _envoys_to(units)
    for unit in units:
        if unit.first <= end or _glued_former(unit, line):
            continue
        close = closing_bracket(line.tokens, unit.last)
        if close is None and unit.tags:
            kept.append(unit)
            continue
        close = unit.last if close is None else close  # "G7-eun": digits are a word of their own
        end, tags = close, unit.tags
        if particle_behind(line.tokens, close, reader.language):
            end, tags = close + 1, reader.language.inflection.ending(line.tokens[close + 1].norm)
        kept.append(replace(unit, last=end, tags=tags))
    return kept


def _named_apart(units: list[Unit]) -> list[Unit]:
    """Return the units without what only says what a named armed group is: "[Palestine armed-faction] Hamas"."""
    dropped: set[int] = set()
    for number, (unit, name) in enumerate(pairwise(units)):
        glued = unit.kind == "body" and not unit.tags and name.first == unit.last + 1
        if not glued or unit.data.kind != "armed-group" or name.kind != "name" or name.data.type != "ORG":
            continue
        dropped.add(number)
        owner = units[number - 1] if number else None
        if owner is not None and _owns(owner) and not owner.tags and owner.last + 1 == unit.first:
            dropped.add(number - 1)
    return [unit for number, unit in enumerate(units) if number not in dropped]


def _envoys_to(units: list[Unit]) -> list[Unit]:
    """Return the units with an envoy's office holding where he is sent: "Miguk(-ui) [Sudan teuksa]"."""
    kept: list[Unit] = []
    for unit in units:
        where = kept[-1] if kept else None
        owner = kept[-2] if len(kept) > 1 else None
        if where is not None and owner is not None and _sent_to(owner, where, unit):
            kept.pop()
            unit = replace(unit, first=where.first)
        kept.append(unit)
    return kept


def _sent_to(owner: Unit, where: Unit, office: Unit) -> bool:
    """Whether an envoy's office stands right behind two states or bodies: of the first, sent to the second."""
    if office.kind != "title" or office.data.office != _ENVOY or office.first != where.last + 1:
        return False
    if not (_owns(owner) and owner.last + 1 == where.first and where.kind == "name" and not where.tags):
        return False
    return owner.tags & _CASES <= {"genitive"} and where.data.type in ("GPE", "LOC")


def _told_inside(unit: Unit, line: Line, reader: Reader) -> list[Unit]:
    """Return the states inside a named event that is told in plain words: "Russia-ui Ukraine chimgong"."""
    if unit.kind != "name" or unit.data.type != "EVT" or unit.first == unit.last:
        return [unit]
    found: list[Unit] = []
    for at in range(unit.first, unit.last + 1):
        token = line.tokens[at]
        for one in reader.language.inflection.noun(token.norm):
            hits = reader.knowledge.lookup(reader.language.code, one.stem)
            if hits and hits[0].type == "GPE" and len(hits[0].entity) == _ALPHA3 and hits[0].kind != "demonym":
                country = hits[0].entity
                name = replace(
                    unit.data, start=token.start, end=token.start + len(one.stem), text=one.stem, type="GPE",
                    entity=country, name=reader.knowledge.country_name(country), country=country, how="alias",
                )  # fmt: skip
                found.append(Unit("name", at, at, name, one.tags))
                break
    return found or [unit]


def _glued_former(unit: Unit, line: Line) -> bool:
    """Whether a word for "late" or "former" is only the end of the word before it ("…haetda-go jang-gwan-eun")."""
    return (
        unit.kind == "former"
        and unit.first > 0
        and line.tokens[unit.first - 1].end == line.tokens[unit.first].start
    )


def compose_glued(units: list[Unit], at: int, line: Line) -> tuple[list[Unit], int]:
    """Take one noun phrase; return its units and the index of the next unit."""
    parts = [units[at]]
    at += 1
    while at < len(units) and _continues(parts[-1], units, at, line):
        parts.append(units[at])
        at += 1
    return parts, at


def _continues(last: Unit, units: list[Unit], at: int, line: Line) -> bool:
    following = units[at]
    between = range(last.last + 1, following.first)
    passed = (
        _owns(last)
        and 1 <= len(between) <= _DESCRIBED
        and (
            all(_attributive(line, at) or line.tokens[at].norm[0].isdigit() for at in between)
            or (len(between) == 1 and following.kind == "title" and not line.at[between[0]])
        )
    )  # an unknown name stands before its office
    if between and len(between) == 1 and named_before_office(last, following, between[0], line):
        return True  # "Kim Yo Jong nodongdang bubujang"
    if len(between) == 1 and following.kind == "title" and numbered(line, following.first):
        return not last.tags & _CASES  # "oegyo-bu 1-chagwan"
    if len(between) == 1 and last.kind == "title" and doubled(line, between[0]):
        return following.kind in ("title", "body") and not last.tags & _CASES
    if (between and not passed) or (last.tags & _CASES) - {"genitive"}:
        return False
    owner = _owns(last)
    if last.kind == "pronoun":  # "uri gukmin": our people
        data = last.data
        return following.kind == "body" and (data.reflexive or (data.refers, data.number) == _OURS)
    if "genitive" in last.tags:
        if owner and following.kind == "name" and following.data.type == "PER":  # "Ilbon-ui A B jang-gwan"
            return at + 1 < len(units) and units[at + 1].kind == "title" and beside(following, units[at + 1])
        return (owner or last.kind == "group") and following.kind in ("title", "body", "source")
    if last.kind == "name" and last.data.type == "PER":
        if of_leader(following) and not last.tags:
            return True  # "Trump haengjeongbu"
        if _owns(following) or following.kind == "body":
            ahead = units[at + 1] if at + 1 < len(units) else None
            near = ahead is not None and (
                ahead.first == following.last + 1
                or (ahead.first == following.last + 2 and numbered(line, ahead.first))
            )
            office = near and ahead is not None and ahead.kind in ("title", "former")
            return office and not following.tags & _CASES
        return following.kind in ("title", "former", "acting", "honorific")
    if last.kind == "demonym" and not last.tags and following.kind == "name" and following.data.type == "PER":
        return True  # "a German Artur Petrov"
    if owner and following.kind == "name" and following.data.type == "PER" and not last.tags:
        ahead = units[at + 1] if at + 1 < len(units) else None  # "Portugal Costa prime-minister"
        return ahead is not None and ahead.kind == "title" and ahead.first == following.last + 1 and (
            last.kind != "name" or last.data.type == "GPE"
        )  # fmt: skip
    if last.kind == "name" and (last.data.entity or "new:").startswith("new:") and following.kind == "title":
        return False  # "Spiegel-cheuk": whose side that is, nobody knows
    if owner or last.kind == "body":
        return following.kind in _HEADS or (owner and following.kind == "group")
    if last.kind == "group":
        return following.kind in ("title", "body")
    if last.kind == "source":
        return following.kind in ("source", "title")
    person = following.kind == "name" and following.data.type == "PER"
    return last.kind in ("title", "former", "acting") and (following.kind == "title" or person)


def _attributive(line: Line, at: int) -> bool:
    """Whether a word only says more of what stands behind it ("Norwegian-flagged tanker")."""
    return any(hit.payload.kind == "class" and hit.payload.item == "attributive" for hit in line.at[at])


def _owns(unit: Unit) -> bool:
    return unit.kind in _OWNERS or (unit.kind == "name" and unit.data.type in ("GPE", "ORG"))


def mark_glued(line: Line, mention: Mention, starts: dict[int, list[EntryHit]], language: Language) -> None:
    """Set a mention's role by its particle and the word that goes with it ("-e daehae", about)."""
    if not mention.tags & _CASES:
        take_others(line, mention, language)
    fitting = [
        hit
        for hit in starts.get(mention.last + 1, ())
        if not hit.payload.item.after or mention.tags & set(hit.payload.item.after)
    ]
    if fitting:
        hit = max(fitting, key=lambda one: one.last)
        mention.marker = (hit.first, hit.last)
        mention.role, mention.genitive = hit.payload.item.role, False
        return
    if not mention.tags and any(hit.payload.kind == "pronoun" for hit in line.at[mention.last]):
        forms = language.inflection.noun(line.tokens[mention.last].norm)
        mention.tags = next((one.tags for one in forms if one.tags & _CASES), mention.tags)
    if mention.role is not None and not mention.tags and mention.kind == "state":  # "Dae-Reo jejae": its own role
        mention.genitive = mention.modifier = False
        return
    counted = frozenset() if mention.tags & _CASES else _counted(line, mention, language)
    if counted:
        mention.tags |= counted
        mention.role, mention.genitive = _role(counted), "genitive" in counted  # "uiwon 2-myeong-ui": their
        return
    if mention.tags & _CASES:
        if mention.tags & _OBLIQUE:  # "X-gwa-do manna": met X too
            mention.tags -= _SET_OFF
        mention.role = _role(mention.tags)
        mention.genitive = mention.genitive and "genitive" in mention.tags  # "Han-Mi-Il-eun": they act
        if mention.genitive:
            mention.role = _role_of_head(line, mention, language)[0]
        return
    mention.role, case = _role_of_head(line, mention, language)
    if case is not None:
        mention.genitive = mention.kind in _STATES or mention.kind in ("person", "people")
        mention.modifier = mention.kind == "place"


def _counter(line: Line, mention: Mention, language: Language) -> frozenset[Tag]:
    """Return the particles of the counter behind a bare noun: "soldier 2-persons-by"."""
    if mention.kind in ("state", "place") or not mention.parties:
        return frozenset()
    at = mention.last + 1
    while at < min(len(line.tokens), mention.last + _COUNT) and line.tokens[at].text not in _HALVES:
        number = line.tokens[at].norm[0].isdigit() or _quantity(line, at)
        if not number and at == mention.last + 1:
            return frozenset()
        for one in language.inflection.noun(line.tokens[at].norm):
            if one.tags & _CASES and not line.tokens[at].norm[0].isdigit():
                return one.tags & _CASES
        counts = not line.tokens[at].norm[0].isdigit() and at > mention.last + 1
        if counts and at + 1 < len(line.tokens) and _headline_act(line, at + 1):
            return _UNDERGONE
        at += 1
    return frozenset()


def _counted(line: Line, mention: Mention, language: Language) -> frozenset[Tag]:
    return _counter(line, mention, language) or _christened(line, mention, language)


def _christened(line: Line, mention: Mention, language: Language) -> frozenset[Tag]:
    """Return the particles behind a ship's own name in quotation marks: "tanker 'Ganada'-reul"."""
    opening = mention.last + 1
    closing = _QUOTES.get(line.tokens[opening].text) if opening < len(line.tokens) else None
    if mention.kind != "vehicle" or closing is None:
        return frozenset()
    near = line.tokens[opening + 1 : opening + 1 + _COUNT]
    at = next((at for at, token in enumerate(near) if closing in token.text), None)
    if at is None:
        return frozenset()
    apart = near[at].text == closing  # the mark alone, or inside a word: "Ganada'ho-reul"
    name = (near[at - 1].norm + near[at + 1].norm) if apart and 0 < at < len(near) - 1 else near[at].norm
    forms = language.inflection.noun(name.replace(closing, ""))
    return next((one.tags & _CASES for one in forms if one.tags & _CASES), frozenset())


def _headline_act(line: Line, at: int) -> bool:
    """Whether the noun of an act closes a headline, or the half of one: "soldiers 2-persons seizure"."""
    closes = at + 1 == len(line.tokens) or not line.tokens[at + 1].norm[0].isalnum()
    return closes and any(hit.head == at and "headline" in hit.tags for hit in line.hits.get("verb", ()))


def _quantity(line: Line, at: int) -> bool:
    return any(hit.payload.kind == "class" and hit.payload.item == "quantifier" for hit in line.at[at])


def _role(tags: frozenset[Tag]) -> Role | None:
    if {"comitative", "genitive"} <= tags:
        return "companion"  # "B-gwa-ui hoedong": a meeting with B
    if "locative" in tags:
        return "place" if "ablative" in tags else "goal"
    if "ablative" in tags:
        return "source"
    return next((role for tag, role in _ROLES if tag in tags), None)


def _role_of_head(line: Line, mention: Mention, language: Language) -> tuple[Role | None, frozenset[Tag] | None]:
    """Return the role of the noun that a bare name or an owner describes, and that noun's particles.

    None for the particles where no noun follows.
    """
    for at in range(mention.last + 1, min(len(line.tokens), mention.last + 1 + _REACH)):
        token = line.tokens[at]
        named = [hit for hit in line.at[at] if hit.payload.kind == "noun" and hit.first == at]
        if named:  # but "Qatar-ui jungjae-ro": by its mediation
            by = named[0].payload.frame is not None and named[0].payload.frame.type == "CONSULT"
            return ("goal", frozenset()) if by and "allative" in named[0].tags else (None, frozenset())
        if token.norm[0].isdigit() and at > mention.last + 1:  # "Syrian refugees 300-persons-of"
            continue
        if not token.norm[0].isalpha() or any(hit.payload.kind in _NO_NOUN for hit in line.at[at]):
            return None, None if at == mention.last + 1 else frozenset()
        inside = line.mention_at(at)
        if inside is not None:
            place = inside.kind == "place" and at == mention.last + 1
            if not place:
                return None, None if at == mention.last + 1 else frozenset()
            return _role(inside.tags), inside.tags
        for one in language.inflection.noun(token.norm):
            if one.tags & _CASES:
                if "genitive" in one.tags:
                    break
                if "comitative" in one.tags and (later := _listed_case(line, at + 1, language)):
                    return _role(later), later  # "steel-gwa aluminium-e"
                return _role(one.tags), one.tags
    return None, frozenset()


def _listed_case(line: Line, first: int, language: Language) -> frozenset[Tag] | None:
    """Return the particles of the noun that a list ends in, which nobody in it is: "Taiwan-wa drugs-reul"."""
    for at in range(first, min(len(line.tokens), first + _REACH)):
        if not line.tokens[at].norm[0].isalpha():
            return None
        inside = line.mention_at(at)
        if inside is not None:
            counted = inside.tags & _CASES or _counter(line, inside, language)
            return counted if inside.kind == "vehicle" and "genitive" not in counted else None
        if any(hit.payload.kind in _NO_NOUN for hit in line.at[at]):
            return None
        for one in language.inflection.noun(line.tokens[at].norm):
            if one.tags & _CASES and "genitive" not in one.tags:
                return one.tags
    return None


def join_glued(line: Line, language: Language) -> None:
    """Merge lists: "A-wa B-ga", "A, B, C-neun", "A·B"."""
    joined: list[Mention] = []
    coordinators = {hit.first for hit in line.hits.get("coordinator", ())}
    headline = not is_told(line.tokens, language)
    for mention in line.mentions:
        before = joined[-1] if joined else None
        if before is not None and _listed(line, before, mention, coordinators, headline):
            joined[-1] = merge([before, mention], True)
        else:
            joined.append(mention)
    line.mentions = joined


def _listed(line: Line, left: Mention, right: Mention, coordinators: set[int], headline: bool) -> bool:
    if not (left.parties and right.parties) or left.marker is not None or not _alike(left, right):
        return False
    between = line.tokens[left.last + 1 : right.first]
    cases = left.tags & _CASES
    if not between:
        return cases == {"comitative"}
    if len(between) > 1:
        return False
    if left.last + 1 in coordinators or between[0].text in _SIGNS:
        return not cases
    return between[0].text == "," and (not cases or cases == {"comitative"}) and not headline


def _alike(left: Mention, right: Mention) -> bool:
    if left.kind == "place" or right.kind == "place":
        return left.kind == right.kind
    return left.kind in ("person", "state", "body", "people") and (
        left.kind == right.kind or (left.kind == "state" and right.human) or {left.kind, right.kind} == _POWERS
    )
