"""Which units near an office belong to the phrase of whoever holds it, where a name stands before its office."""

from __future__ import annotations

from .line import Line
from .noun_phrases import Unit

__all__ = ["beside", "doubled", "named_before_office", "numbered", "of_leader"]

_NO_SIGN = frozenset(("class", "context", "org-word", "place-word", "without", "following"))


def of_leader(body: Unit) -> bool:
    """Whether a body is told by the name of who leads it: a government, a cabinet, a regime."""
    return body.kind == "body" and body.data.kind == "state" and "GOV" in body.data.sector


def beside(name: Unit, title: Unit) -> bool:
    """Whether an office stands right behind a bare name, or one word off (where he serves)."""
    return not name.tags and title.first - name.last in (1, 2)


def doubled(line: Line, at: int) -> bool:
    """Whether a word joins two offices of one person: "buchongri gyeom janggwan"."""
    return any(hit.payload.kind == "class" and hit.payload.item == "doubled" for hit in line.at[at])


def numbered(line: Line, first: int) -> bool:
    """Whether a number is written together with the word behind it."""
    number = line.tokens[first - 1]
    return number.norm.isdigit() and number.end == line.tokens[first].start


def named_before_office(last: Unit, following: Unit, between: int, line: Line) -> bool:
    """Whether a name stands before a body that nobody knows and an office in it."""
    if last.kind != "name" or last.data.type != "PER" or last.tags or following.kind != "title":
        return False
    word = line.tokens[between]
    return word.norm[0].isalpha() and all(hit.payload.kind in _NO_SIGN for hit in line.at[between])
