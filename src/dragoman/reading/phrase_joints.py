"""Tells whether one unit of a noun phrase belongs to the next: owners, nationalities, bodies and persons."""

from __future__ import annotations

from .language import EntryHit
from .line import Line
from .noun_owners import acronym, counted, sides_of
from .units import Unit

__all__ = ["BREAKS", "both_modify", "genitive_word", "is_linked", "is_possessed", "of_phrase"]

BREAKS = frozenset(
    [
        "verb",
        "reporting",
        "coordinator",
        "subordinator",
        "complementiser",
        "closer",
        "cue",
        "light",
        "marker",
        "contrast",
        "infinitive",
        "according",
    ]
)
_SEATED = frozenset(("JUD", "LEG"))
"""Sectors whose members sit in the capital or court town of their state."""
_CODE = 3
"""Letters of a state's code."""
_HEADLINE = 16
"""Tokens of a headline, in which a comma stands for "and"."""
_COUNTED = 6
"""Tokens between an owner and its noun, where some of them only count or measure ("চীনের ৮২ সদস্যের একটি দল")."""


def _hard(line: Line, token: int) -> bool:
    """Whether a token cannot stand inside a noun phrase between a modifier and its head."""
    if not line.tokens[token].norm[0].isalnum():
        return True
    return any(hit.payload.kind in BREAKS for hit in line.at[token])


def genitive_word(line: Line, token: int) -> bool:
    if token < len(line.tokens) and line.tokens[token].norm in ("'s", "'"):
        return True
    if token >= len(line.tokens):
        return False
    markers = [hit for hit in line.at[token] if hit.payload.kind == "marker"]
    longest = max(markers, key=lambda hit: hit.last, default=None)  # "के" is no owner's in "के साथ"
    if longest is not None and longest.last > token and _before_number(line, longest):
        return any(hit.last == token and hit.payload.item.role == "genitive" for hit in markers)
    return longest is not None and longest.last == token and longest.payload.item.role == "genitive"


def _before_number(line: Line, marker: EntryHit) -> bool:
    """Whether a number behind a postposition takes its last word: "केन्या के [करीब 400] पुलिसकर्मी", about 400."""
    at = marker.last + 1
    return marker.payload.item.role == "place" and at < len(line.tokens) and line.tokens[at].norm[0].isdigit()


def is_linked(line: Line, unit: Unit, following: Unit) -> bool:
    """Whether `unit` modifies `following` (a title, a body or a person): "Russia's new defence minister"."""
    if following.kind == "body" and unit.kind in ("name", "body") and _of_its_own(line, unit, following):
        return False
    if (
        following.kind not in ("title", "body", "former", "acting", "source")
        and not sides_of(unit, following)
        and not (
            following.kind == "name"
            and following.data.type == "PER"
            and (unit.kind == "demonym" or _owns_person(line, unit, following))
        )
    ):
        return False
    between = range(unit.last + 1, following.first)
    count = counted(line, between)
    if len(between) > (_COUNTED if count else 3):
        return False
    owner = unit.kind in ("demonym", "pronoun") or "genitive" in unit.tags or acronym(line, unit)
    fillers = -len(count)
    for number, token in enumerate(between):
        if number == 0 and genitive_word(line, token):
            owner = True
            continue
        if not owner or (_hard(line, token) and not (number == 1 and _describes(line, token))):
            return False
        fillers += 1
    return fillers <= 2


def _of_its_own(line: Line, unit: Unit, following: Unit) -> bool:
    """Whether a state's bare name or a body, and people or a court in a case, stand side by side, each for itself.

    "পাকিস্তান সন্ত্রাসীদের", "পুলিশ অভিবাসীদের": as owner it would have the genitive, as in "ইরান সরকার" it need not.
    """
    if unit.tags - {"plural", "nominative"}:
        return False
    cased = {"dative"} <= following.tags or {"genitive", "plural"} <= following.tags
    apart = following.data.kind in ("people", "armed-group") or "JUD" in following.data.sector
    alone = unit.kind == "body" or (unit.data.type == "GPE" and len(unit.data.entity or "") == _CODE)
    return alone and cased and apart and not line.formed and following.first == unit.last + 1


def _describes(line: Line, token: int) -> bool:
    """Whether a verb's form right behind an owner only describes: "Jordan's visiting king"."""
    forms = [h for h in line.at[token] if h.payload.kind in ("verb", "reporting", "light") and h.head == token]
    others = [h for h in line.at[token] if h.payload.kind in ("marker", "coordinator", "subordinator", "cue")]
    return bool(forms) and not others and all(h.tags & {"progressive", "participle"} for h in forms)


def _owns_person(line: Line, unit: Unit, person: Unit) -> bool:
    """Whether somebody stands right behind the state whose he is: "Egypt's al-Sisi", "मिस्र के अब्देल फतह"."""
    if unit.kind != "name" or unit.data.type != "GPE":
        return False
    if "genitive" in unit.tags and person.first == unit.last + 1:  # "শ্রীলঙ্কার রনিল বিক্রমাসিংহে"
        return person.data.country in (None, unit.data.country)
    if person.first != unit.last + 2:
        return False
    if line.tokens[unit.last + 1].norm in ("'s", "'"):
        return person.data.country in (None, unit.data.country)
    return person.data.country == unit.data.country and genitive_word(line, unit.last + 1)


def is_possessed(line: Line, pronoun: Unit, following: Unit) -> bool:
    """Whether a possessive pronoun owns a body or an office: "its troops", "their ambassador"."""
    if pronoun.kind != "pronoun" or pronoun.data.role != "genitive":
        return False
    return following.kind in ("body", "title") and is_linked(line, pronoun, following)


def both_modify(line: Line, units: list[Unit], at: int, last: Unit) -> bool:
    """Whether nationalities share a head: "the Russian and Chinese leaders", "US, French and Turkish forces"."""
    for before, unit, following in zip((last, *units[at:]), units[at:], units[at + 1 :], strict=False):
        if not (_nationality(line, before) and _nationality(line, unit)) or unit.first != before.last + 2:
            return False
        if any(h.payload.kind == "coordinator" for h in line.at[before.last + 1]):
            return is_linked(line, unit, following)
        if line.tokens[before.last + 1].norm != ",":
            return False
        headline = before.first == 0 and len(line.tokens) <= _HEADLINE and line.tokens[-1].text != "."
        if headline and is_linked(line, unit, following):
            return True  # "US, Chinese defence chiefs meet"
    return False


def _nationality(line: Line, unit: Unit) -> bool:
    """Whether a word says whose the noun behind it is: a nationality, or a state's letters ("US")."""
    return unit.kind == "demonym" or (unit.kind == "name" and unit.data.type == "GPE" and acronym(line, unit))


def of_phrase(line: Line, head: Unit, owner: Unit, leading: bool) -> bool:
    """Whether `owner` follows `head` with a genitive preposition: "the president of Iran".

    A postposition belongs to the head instead: "चांसलर का [सियोल में] स्वागत" is no chancellor of Seoul.
    """
    if not leading or owner.kind != "name" or owner.data.type not in ("GPE", "ORG"):
        return False
    between = range(head.last + 1, owner.first)
    near = 1 <= len(between) <= 2
    return near and (
        genitive_word(line, between[0]) or _comes_from(line, head, between[0]) or _sits(line, head, between[0])
    )


def _sits(line: Line, head: Unit, token: int) -> bool:
    """Whether members of a court or parliament are told by where it sits: "prosecutors in Paris charged …"."""
    if (
        head.kind != "title"
        or not _SEATED & set(head.data.sector)
        or not line.tokens[head.last].norm.endswith("s")
    ):
        return False
    before = line.tokens[head.first - 1].norm if head.first else ""
    return line.tokens[token].norm == "in" and before not in ("to", "with", "of")


def _comes_from(line: Line, head: Unit, token: int) -> bool:
    """Whether people who act are told by where they are from: "envoys from Russia met", not "drew troops from"."""
    before = [h for kind in ("verb", "reporting", "noun") for h in line.hits.get(kind, ()) if h.head < head.first]
    if any(_has_source(hit) for hit in before):
        return False
    return any(h.payload.kind == "marker" and h.payload.item.role == "source" for h in line.at[token])


def _has_source(hit: EntryHit) -> bool:
    """Whether a verb has a role for where something comes from, or is none that we know."""
    frame, item = hit.payload.frame, hit.payload.item
    return frame is None or "source" in (*frame.recipient, *frame.actor, *item.actor, *item.recipient)
