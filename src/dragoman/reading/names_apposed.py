"""What the words around a run of capitals say it is, where languages put modifiers before and give each word of a
name a capital: an apposition behind its comma, an age, what it is also known as, and nothing but its look."""

from __future__ import annotations

from collections.abc import Sequence

from ..packs.names_schema import PlaceHead
from ..records import NameType
from .language import EntryHit
from .names_context import Context
from .names_found import Span

__all__ = [
    "BODY_CONNECTORS",
    "aged",
    "attached",
    "bare_name",
    "dateline_end",
    "described",
    "known_as",
    "listed_with",
    "of_things",
    "titled_beside",
    "whole_people",
]

_APPOSITION = 6
"""Words of an apposition up to its head noun: ", a rights group"."""
_TITLE_REACH = 4
"""Words after a comma in which a title is looked for."""
_LONGEST_RUN = 3
BODY_CONNECTORS = frozenset(("of", "for", "and", "the", "on"))
"""Words inside the names of bodies."""
_OLDEST = 110
_DATELINE = 8
"""Tokens from a place in capitals to the dash behind it: "BEIRA, Mozambique (Reuters) -"."""
_HYPHENS = frozenset("-‑")
_DASHES = frozenset(("-", "–", "—"))
_STOPS = frozenset(("marker", "subordinator", "complementiser", "coordinator", "verb", "reporting", "happen"))
_OUTSIDE = frozenset(("place", "goal", "source", "target"))
"""Roles of adpositions behind which a place stands as often as a person."""
_LONGEST = 3
_LIST = 5
"""Tokens around a name in which the "and" of its list stands."""


def attached(context: Context, number: int, token: int) -> bool:
    """Whether a token is a hyphen written together with the words on both sides."""
    tokens = context.lines[number].tokens
    if not 0 < token < len(tokens) - 1 or tokens[token].text not in _HYPHENS:
        return False
    return tokens[token - 1].end == tokens[token].start and tokens[token].end == tokens[token + 1].start


def described(context: Context, number: int, last: int) -> NameType | None:
    """Return what the noun of an apposition with an indefinite article says: ", a town in", ", a rights group"."""
    at = last + 2
    if context.word(number, last + 1) != "," or not _article(context, number, at):
        return None
    end = at + 1
    while context.is_word(number, end) and end - at <= _APPOSITION and not _stops(context, number, end):
        end += 1
    head = end - 1
    if head <= at or context.word(number, head)[:1].isupper():
        return None
    if context.ending(number, head, "title") is not None or _people(context, number, head):
        return "PER"
    places = [hit for hit in context.lines[number].hits.get("place-word", ()) if hit.last == head]
    if places:
        natural = [hit.payload.item for hit in places if isinstance(hit.payload.item, PlaceHead)]
        return natural[0].type or "LOC" if natural else "GPE"
    return "ORG" if context.ending(number, head, "org-word") is not None else None


def _article(context: Context, number: int, token: int) -> bool:
    at = context.lines[number].at
    hits = at[token] if token < len(at) else []
    return any(hit.payload.kind == "class" and hit.payload.item == "indefinite" for hit in hits)


def _stops(context: Context, number: int, token: int) -> bool:
    """Whether a word ends the noun phrase that stands before it."""
    hits = context.lines[number].at[token]
    return any(hit.payload.kind in _STOPS and hit.first == token and not _nominal(hit) for hit in hits)


def _nominal(hit: EntryHit) -> bool:
    """Whether a verb's form may be a noun or a participle inside the phrase: "a mining company"."""
    return hit.payload.kind in ("verb", "happen", "reporting") and not hit.tags & {"past", "finite"}


def _people(context: Context, number: int, head: int) -> bool:
    bodies = context.lines[number].hits.get("body", ())
    return any(hit.last == head and hit.payload.item.kind == "people" for hit in bodies)


def aged(context: Context, number: int, last: int) -> bool:
    """Whether an age stands behind, between commas or in brackets: "Amina Bello, 34, said"."""
    opening, age, closing = (context.word(number, last + step) for step in (1, 2, 3))
    if not age.isdigit() or not 0 < int(age) <= _OLDEST:
        return False
    return (opening == "," and closing in {",", ".", ";"}) or (opening == "(" and closing == ")")


def known_as(context: Context, number: int, first: int) -> bool:
    """Whether words before say that somebody named before is called so: "alias Fito", "known as the Crocodile"."""
    line = context.lines[number]
    before = first - 1
    if before >= 0 and any(
        hit.payload.kind == "class" and hit.payload.item == "determiner" and hit.last == before
        for hit in line.at[before]
    ):
        before -= 1
    return any(hit.last == before and hit.payload.item == "also-called" for hit in line.hits.get("class", ()))


def bare_name(context: Context, number: int, words: list[int], first: int, last: int) -> bool:
    """Whether two or three unknown words with capitals are a person for want of anything that says otherwise.

    No article, no adposition of place and no other capital stands before them, and no "which" behind.
    """
    if not 1 < len(words) <= _LONGEST or any(_common(context, number, token) for token in words):
        return False
    if context.word(number, last + 1) == "," and context.word(number, last + 2) in {"which", "where"}:
        return False
    if first == 0:
        return True
    before = context.word(number, first - 1)
    if before[:1].isupper() or before in {'"', "“", "”", "'s", "’s"} or before.isdigit():
        return False
    hits = [hit for hit in context.lines[number].at[first - 1] if hit.last == first - 1]
    if any(hit.payload.kind in ("org-word", "place-word", "place-opener", "body") for hit in hits):
        return False
    if any(hit.payload.kind == "class" and hit.payload.item in ("determiner", "indefinite") for hit in hits):
        return False
    roles = {hit.payload.item.role for hit in hits if hit.payload.kind == "marker"}
    return not roles & _OUTSIDE


def _common(context: Context, number: int, token: int) -> bool:
    """Whether a word is one of the language, or written in small letters elsewhere in the text."""
    word = context.word(number, token)
    return context.known(number, token) or word.isupper() or word.lower() in context.written


def dateline_end(context: Context, number: int) -> int:
    """Return the last token of the town in capitals that opens a line: "EAST PALESTINE, Ohio (AP) —"; or -1."""
    line = context.lines[number]
    end = 0
    while end < len(line.tokens) and end < _LONGEST and context.word(number, end).isupper():
        end += 1
    if not end or not context.word(number, 0).isalpha() or len(context.word(number, 0)) <= 1:
        return -1
    for at in range(end, min(len(line.tokens), end + _DATELINE)):
        word = context.word(number, at)
        if word in _DASHES:
            return end - 1
        if not (word[:1].isupper() or word in {",", "(", ")"} or word.isdigit()):
            return -1
    return -1


def of_things(context: Context, number: int, first: int, last: int) -> bool:
    """Whether words are the name of a thing: behind "Hurricane", or before a comma and the noun for a ship."""
    line = context.lines[number]
    if any(hit.last == first - 1 and hit.payload.item == "storm" for hit in line.hits.get("class", ())):
        return True
    if context.word(number, last + 1) != "," or not _article(context, number, last + 2):
        return False
    heads = [hit for hit in line.hits.get("class", ()) if hit.payload.item == "vessel"]
    return any(last + 2 < hit.first <= last + _APPOSITION for hit in heads)


def listed_with(
    context: Context, number: int, first: int, last: int, taken: dict[tuple[int, int], Span]
) -> NameType | None:
    """Return GPE or LOC where a list joins words to a place: "Goris, Kornidzor and Lachin"."""
    for at, step in ((first - 1, -1), (last + 1, 1)):
        joint = context.word(number, at)
        hits = context.lines[number].at[at] if 0 <= at < len(context.lines[number].at) else []
        if joint != "," and not any(hit.payload.kind == "coordinator" for hit in hits):
            continue
        beside = taken.get((number, at + step))
        if beside is None or (joint == "," and not _in_list(context, number, first, last)):
            continue
        if beside.settled and beside.type in ("GPE", "LOC"):
            return beside.type
        types = {hit.type for hit in beside.hits}
        if not beside.settled and types and types <= {"GPE", "LOC"}:
            return "LOC" if types == {"LOC"} else "GPE"
    return None


def _in_list(context: Context, number: int, first: int, last: int) -> bool:
    """Whether a coordinator stands close, so that commas part members of a list."""
    near = range(max(0, first - _LIST), min(len(context.lines[number].tokens), last + _LIST))
    return any(hit.payload.kind == "coordinator" for at in near for hit in context.lines[number].at[at])


def titled_beside(context: Context, number: int, first: int, last: int) -> bool:
    """Whether a title stands in apposition: "X, a spokesman", "its minister, X"."""
    if context.word(number, first - 1) == "," and _title_of(context, number, first - 2):
        return True
    if context.word(number, last + 1) != ",":
        return False
    after = range(last + 2, last + 2 + _TITLE_REACH)
    return any(
        context.starting(number, token, "title") is not None
        for token in after
        if "," not in {context.word(number, passed) for passed in range(last + 2, token)}
    )


def _title_of(context: Context, number: int, token: int) -> bool:
    """Whether a title ends at a token, or before "of" and words with capitals that end there."""
    if context.ending(number, token, "title"):
        return True
    at = token
    while token - at < _LONGEST_RUN and context.word(number, at)[:1].isupper():
        at -= 1
    return (
        at < token
        and context.word(number, at) in BODY_CONNECTORS
        and bool(context.ending(number, at - 1, "title"))
    )


def whole_people(spans: Sequence[Span], context: Context, given: frozenset[str]) -> None:
    """Let listed people's names be what convention asks: without a title, with a given name right before."""
    for span in spans:
        if span.single or not span.hits or any(hit.type != "PER" for hit in span.hits):
            continue
        title = context.starting(span.line, span.first, "title")
        if title is not None and title.last < span.last:
            span.first = title.last + 1
            continue
        before = context.lines[span.line].tokens[span.first - 1 : span.first]
        if len(span.words) > 1 and before and before[0].text[:1].isupper() and before[0].norm in given:
            span.first -= 1
