"""What joins two names to a list: "and", a comma, or the hyphen between the two sides of what follows."""

from __future__ import annotations

from .line import Line, Mention

__all__ = ["joint_of"]

_SIDES = frozenset(("state", "body"))
"""Kinds of those whom a dash between blanks makes the sides of what stands before: "đàm phán Israel - Hamas"."""
_OF_STATE = frozenset(("officials without names", "nationality", "office"))
"""How those are known whose state stands before them, to which a hyphen joins another: "भारत-चीन सैनिकों"."""
_QUOTES = frozenset("«»„“”")
"""Marks around the names of bodies, which part no list: «Роснефть» и «Лукойл»."""


def _in_dateline(line: Line, left: Mention, right: Mention) -> bool:
    """Whether a hyphen closes a dateline: "GOMA, Congo - Fighters …", "SEOUL - North Korea fired …"."""
    opening = [token.text for token in line.tokens[: left.first]]
    if left.first == 0:
        opening = [token.text for token in line.tokens[: left.last + 1]]
        if line.tokens[right.last].text.isupper():
            return False
    return len("".join(opening)) > 1 and all(text.isupper() or text == "," for text in opening)


def joint_of(line: Line, left: Mention, right: Mention, coordinators: dict[int, int]) -> str | None:
    """Return "and" or "comma" for what stands between two members of a list, or None."""
    first = (left.marker[1] if left.marker and left.marker[0] > left.last else left.last) + 1
    last = (right.marker[0] if right.marker and right.marker[1] < right.first else right.first) - 1
    between = [token for token in line.tokens[first : last + 1] if token.text not in _QUOTES]
    if not between or len(between) > 3:
        return None
    if len(between) == 1 and between[0].norm in ("-", "–"):
        parted = line.tokens[first - 1].end < between[0].start and between[0].end < line.tokens[last + 1].start
        if parted and _in_dateline(line, left, right):
            return None
        if _paired(left, right) or (parted and left.kind in _SIDES and right.kind in _SIDES):
            return "and"
    found = None
    at = first
    while at <= last:
        if at in coordinators:
            found, at = "comma and" if found == "comma" else "and", coordinators[at] + 1
        elif line.tokens[at].norm == ",":
            found, at = found or "comma", at + 1
        elif (
            line.tokens[at].text in _QUOTES
            or (line.tokens[at].norm in ("the", "a") and found)
            or (found and right.kind == left.kind == "people" and _counts(line, at))
        ):
            at += 1
        else:
            return None
    return found


def _counts(line: Line, at: int) -> bool:
    """Whether a word only counts: "two Americans and [15] Colombians"."""
    kinds = {hit.payload.item for hit in line.at[at] if hit.payload.kind == "class" and hit.last == at}
    return line.tokens[at].norm.isdigit() or "determiner" in kinds


def _paired(left: Mention, right: Mention) -> bool:
    """Whether a hyphen between two names makes them the sides of what follows: "Moscow-Kyiv", "মোদি-পুতিন"."""
    if left.kind == right.kind and left.kind in ("state", "demonym"):
        return True
    if left.kind == "state" and right.kind in ("person", "body") and left.role is None and not left.genitive:
        return all(party.how in _OF_STATE for party in right.parties)  # "भारत-रूस विदेश मंत्रियों"
    both = left.kind == right.kind == "person" and left.role is None and not left.genitive
    return both and left.first == left.last and bool(left.countries and right.countries)
