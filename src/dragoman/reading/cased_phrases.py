"""Puts noun phrases together where adjectives stand before their nouns and owners, in the genitive, behind them.

"российский министр", "министр обороны Ирана Азиз Насирзаде", "власти Грузии", "представитель МИД Китая".
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from ..records import Name
from .cases import adjectival, cases_of_unit
from .language import Language
from .line import Line
from .noun_phrases import Reader, Unit
from .participles import cases_of_form

__all__ = ["adjective", "cased_head", "compose_cased", "outside_prepositions", "with_rests"]

_FILLERS = 2
"""Adjectives that may stand between a nationality and its noun."""
_OPENING = frozenset('«“„"')
_OFFICE = 4
"""Words that may stand between an office and its state."""
_NO_NOUN = frozenset(
    ("verb", "reporting", "light", "happen", "plain", "marker", "coordinator", "cue", "subordinator", "contrast")
)
_LISTED = 9
"""Pieces ahead in which a list of states ends."""
_HEADS = frozenset(("title", "body", "source"))


def adjective(unit: Unit, line: Line, language: Language) -> bool:
    """Whether a nationality is an adjective here, and no word for its people."""
    words = line.citations.get(unit.first, frozenset())
    return unit.kind == "demonym" and all(adjectival(word, language) for word in words)


def outside_prepositions(units: list[Unit], line: Line, language: Language) -> list[Unit]:
    """Return the pieces that are no part of a preposition of several words ("со стороны").

    Nor are nouns that could look back, where what stands around them says what they mean ("страны Балтии").
    """
    phrases = [hit for hit in line.hits.get("marker", ()) if hit.first < hit.last]
    inside = {at for hit in phrases for at in range(hit.first, hit.last + 1)}
    crafts = {unit.last + 2 for unit in units if unit.kind == "body" and unit.data.kind == "vehicle"}
    return [
        unit for unit in units
        if (unit.kind == "name" or unit.last not in inside)
        and not (unit.first in crafts and line.tokens[unit.first - 1].text in _OPENING)  # «эсминец "Карни"»
        and not (unit.kind == "pronoun" and unit.data.sole and _told_otherwise(unit, line, language))
    ]  # fmt: skip


def _told_otherwise(unit: Unit, line: Line, language: Language) -> bool:
    """Whether an adjective before a noun or a genitive, a name or a hyphen behind it says whom it means."""
    if unit.first:
        before = line.tokens[unit.first - 1]
        counts = any(h.payload.kind == "class" and h.payload.item == "quantity" for h in line.at[unit.first - 1])
        if before.text in "-–" or counts or (before.norm[0].isalpha() and adjectival(before.norm, language)):
            return True
    if unit.last + 1 >= len(line.tokens):
        return False
    behind = line.tokens[unit.last + 1]
    if behind.text in "-–" or behind.text in _OPENING or (behind.text[0].isupper() and behind.text[0].isalpha()):
        return True
    if not behind.norm[0].isalpha() or behind.norm in language.transparent:
        return False
    if any(h.payload.kind in _NO_NOUN for h in line.at[unit.last + 1]):
        return False
    if language.verbal_tags(behind.norm) is not None:
        return False
    return "genitive" in cases_of_form(behind.norm, language)


def with_rests(units: list[Unit], names: list[Name], line: Line, reader: Reader) -> list[Unit]:
    """Add the states that end a body's name of which a title took the first half: "глава МИД | Китая".

    A body's word that is only the adjective of another goes.
    """
    whole: list[Unit] = []
    for number, unit in enumerate(units):
        if (
            unit.kind == "body"
            and unit.first == unit.last
            and adjectival(line.tokens[unit.last].norm, reader.language)
        ):
            behind = units[number + 1] if number + 1 < len(units) else None
            if behind is not None and behind.kind == "body" and behind.first == unit.last + 1:
                continue  # "военные власти Нигера": an adjective here
        whole.append(unit)
        if unit.kind not in _HEADS or unit.last + 1 >= len(line.tokens):
            continue
        start, end = line.tokens[unit.last + 1].start, line.tokens[unit.last].end
        cut = next((n for n in names if n.type == "ORG" and n.country and n.start < end and n.end > start), None)
        if cut is not None:
            state = structs.replace(
                cut, start=start, text=line.text[start : cut.end], type="GPE", entity=cut.country
            )
            whole.append(Unit("name", unit.last + 1, line.token_at(cut.end - 1), state, frozenset()))
    return whole


def cased_head(parts: list[Unit]) -> Unit:
    """Return the head of a phrase: its first title, body or source, else its last piece."""
    return next((p for p in parts if p.kind in _HEADS or p.kind == "group"), parts[-1])


def compose_cased(units: list[Unit], at: int, line: Line, reader: Reader) -> tuple[list[Unit], int]:
    """Take one noun phrase; return its units and the index of the next."""
    parts = [units[at]]
    at += 1
    while at < len(units) and _continues(parts, units[at : at + _LISTED], line, reader.language):
        parts.append(units[at])
        at += 1
    while len(parts) > 1 and parts[-1].kind in ("former", "acting", "honorific"):
        parts.pop()
        at -= 1
    return parts, at


def _continues(parts: list[Unit], ahead: list[Unit], line: Line, language: Language) -> bool:
    last, following = parts[-1], ahead[0]
    first = last.last + 1
    if first < following.first and line.tokens[first].text in _OPENING:
        first += 1  # "боевики «Хезболлы»"
    if last.kind in _HEADS and first < following.first and line.tokens[first].text in "»”":
        first += 1  # "«оккупационным силам» США"
    between = range(first, following.first)
    person = following.kind == "name" and following.data.type == "PER"
    if last.kind == "name" and last.data.type == "PER":
        return False
    if last.kind == "demonym":
        if not adjective(last, line, language) or not _adjectives(between, line, language):
            return False
        return following.kind in ("title", "body", "source", "former", "acting") or person
    if last.kind == "pronoun":
        owner = last.data.role == "genitive" or last.data.reflexive
        if following.kind == "demonym" and len(ahead) > 1:  # "его турецкий коллега"
            near = _adjectives(range(following.last + 1, ahead[1].first), line, language)
            titled = ahead[1].kind == "title" and near and adjective(following, line, language)
            return owner and not between and titled
        return owner and following.kind in ("title", "body") and _adjectives(between, line, language)
    if last.kind in ("former", "acting", "honorific"):
        return not between and (following.kind in ("title", "body", "honorific", "demonym", "former") or person)
    quoted = first > last.last + 1 and not between and following.kind == "name" and following.data.type == "ORG"
    if quoted and last.kind == "body" and last.data.kind == "armed-group":
        return True  # "боевики «Боко Харам»": a name that no case changes
    if last.kind in _HEADS:
        if len(between) == 1 and last.kind == "body" and _opens_from(parts, between[0], following, line):
            return True
        if last.kind == "title" and len(between) == 1 and _comes_from(last, between[0], following, line):
            return True
        agency = last.kind == "source" and last.data.kind == "media" and following.kind == "name"
        if agency and following.data.type == "ORG" and not between:
            return True  # "агентство Рейтер"
        if following.kind == "group" and not between:
            return True  # "представители обеих стран"
        if between:
            return last.kind in ("title", "body") and _of_office(between, following, line, language)
        return _behind_head(parts, ahead, line, language)
    if last.kind == "name" and last.data.type in ("GPE", "ORG") and len(parts) > 1:
        titled = any(p.kind == "title" for p in parts)
        if person:
            return not between and titled
        joined = len(between) == 1 and any(h.payload.kind == "coordinator" for h in line.at[between[0]])
        joined = joined or (len(between) == 1 and _goes_on(ahead, line, between[0]))
        cases = _cases(following, line, language)
        acronym = line.tokens[between[0]].text == "," if len(between) == 1 else False
        acronym = acronym and line.tokens[following.first].text.isupper()
        return joined and _owns(following, line, language) and (acronym or "nominative" not in cases)
    return False


def _adjectives(between: range, line: Line, language: Language) -> bool:
    words = [line.tokens[at].norm for at in between]
    return len(words) <= _FILLERS and all(
        word[0].isdigit() or (word[0].isalpha() and adjectival(word, language)) for word in words
    )


def _opens_from(parts: list[Unit], at: int, following: Unit, line: Line) -> bool:
    """Whether armed men or hackers at the head of a clause come from a state: "хакеры из КНДР взломали"."""
    first = parts[0].first
    opens = first == 0 or not line.tokens[first - 1].norm[0].isalnum()
    state = following.kind == "name" and following.data.type == "GPE"
    source = any(h.payload.kind == "marker" and h.payload.item.role == "source" for h in line.at[at])
    return opens and state and source and parts[-1].data.kind == "armed-group"


def _comes_from(title: Unit, at: int, following: Unit, line: Line) -> bool:
    """Whether somebody's counterpart is told by his state: "коллега из Ирака"."""
    counterpart = title.data.alone and not title.data.office and not title.data.sector
    state = following.kind == "name" and following.data.type == "GPE"
    source = any(h.payload.kind == "marker" and h.payload.item.role == "source" for h in line.at[at])
    return counterpart and state and source


def _of_office(between: range, following: Unit, line: Line, language: Language) -> bool:
    """Whether genitives that no list has stand between an office and its state: "министр транспорта Польши"."""
    owner = following.kind == "body" or (following.kind == "name" and following.data.type in ("GPE", "ORG"))
    if not owner or len(between) > _OFFICE or not _owns(following, line, language):
        return False
    for at in between:
        token = line.tokens[at]
        if not token.text.isalpha() or token.text[0].isupper() or language.verbal_tags(token.norm) is not None:
            return False
        if any(
            h.payload.kind not in ("context", "class", "without", "org-word", "noun")
            or h.payload.item in ("quantity", "quantity-object")
            for h in line.at[at]
        ):
            return False
        if not adjectival(token.norm, language) and "genitive" not in cases_of_form(token.norm, language):
            return False
    return True


def _behind_head(parts: list[Unit], ahead: list[Unit], line: Line, language: Language) -> bool:
    """Whether what touches a title or a body belongs to it: its owner, its holder, what it represents."""
    head, following = parts[-1], ahead[0]
    if following.kind == "name" and following.data.type == "PER":
        titled = parts[0].kind == "title" and any(p.kind == "demonym" for p in parts)  # "глава французского МИД N"
        return head.kind == "title" or (head.kind == "body" and (titled or _owns(following, line, language)))
    if following.kind == "name" and following.data.type in ("GPE", "ORG"):
        return _owns(following, line, language)
    if following.kind == "title":
        return head.kind == "title"
    if following.kind == "pronoun":  # "власти республики"
        return bool(following.data.sole) and following.data.role == "genitive"
    if following.kind == "body":
        owned = len(ahead) > 1 and _touches(following, ahead[1]) and _state_owner(ahead[1], line, language)
        return (head.kind in ("title", "source") or owned) and _owns(following, line, language)
    if following.kind == "demonym" and adjective(following, line, language):
        body = ahead[1] if len(ahead) > 1 else None
        if body is not None and body.kind == "body":
            near = _adjectives(range(following.last + 1, body.first), line, language)
            owned = _genitive_form(following, line, language) and _owns(body, line, language)
            return near and (head.kind == "title" or owned)
    return False


def _touches(unit: Unit, following: Unit) -> bool:
    return following.first == unit.last + 1


def _state_owner(unit: Unit, line: Line, language: Language) -> bool:
    """Whether a state's name owns what stands before it: "спецназ МВД [Грузии]"."""
    return unit.kind == "name" and unit.data.type == "GPE" and _owns(unit, line, language)


def _genitive_form(unit: Unit, line: Line, language: Language) -> bool:
    return "genitive" in cases_of_form(line.tokens[unit.last].norm, language)


def _goes_on(ahead: list[Unit], line: Line, comma: int) -> bool:
    """Whether a comma goes on with a list of states that a coordinator ends: "главы МИД Японии, Кореи и Китая"."""
    if line.tokens[comma].text != ",":
        return False
    for unit, following in pairwise(ahead):
        between = range(unit.last + 1, following.first)
        if following.kind != "name" or following.data.type == "PER" or len(between) != 1:
            return False
        if any(h.payload.kind == "coordinator" for h in line.at[between[0]]):
            return True
        if line.tokens[between[0]].text != ",":
            return False
    return False


def _owns(unit: Unit, line: Line, language: Language) -> bool:
    cases = _cases(unit, line, language)
    return not cases or "genitive" in cases


def _cases(unit: Unit, line: Line, language: Language) -> frozenset[str]:
    return frozenset(cases_of_unit(unit, line, language))
