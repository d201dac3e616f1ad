"""Where quoted words stand in a line of glued verbs, and who stands before them.

A quotation is a zone of its own: its clauses share no phrases with those outside. Reads tokens and predicates.
"""

from __future__ import annotations

from .line import Line, Mention, Predicate

__all__ = ["before_quote", "closing_quote", "quoted_zones"]

_OPENING = {"“": "”", "‘": "’", '"': '"', "「": "」", "『": "』", "'": "'"}
_SAYS = 3
"""Tokens from the mark that closes quoted words to the verb of saying."""


def quoted_zones(line: Line) -> dict[int, int]:
    """Return the tokens of quoted clauses, each with the number of its quotation: they share no phrases."""
    zones: dict[int, int] = {}
    opening = -1
    for at, token in enumerate(line.tokens):
        if opening < 0 and token.text in _OPENING:
            opening = at
        elif opening >= 0 and token.text == _OPENING[line.tokens[opening].text]:
            told = any(opening < verb.head < at for verb in line.predicates) or closing_quote(line, at)
            zones.update(dict.fromkeys(range(opening, at + 1), opening) if told else {})
            opening = -1
    return zones


def closing_quote(line: Line, at: int) -> bool:
    """Whether a quotation ends behind a verb, and the words that close it follow."""
    return at + 1 < len(line.tokens) and line.tokens[at].text in "\"”'’」" and any(
        hit.payload.kind == "closer" for hit in line.at[at + 1]
    )  # fmt: skip


def before_quote(line: Line, mention: Mention, verb: Predicate) -> bool:
    """Whether a subject stands right before quoted words that the verb of saying right behind them takes."""
    opening = mention.last + 1
    if opening >= verb.first or line.tokens[opening].text not in _OPENING:
        return False
    mark = _OPENING[line.tokens[opening].text]
    closing = next((at for at in range(verb.first - 1, opening, -1) if line.tokens[at].text == mark), 0)
    return closing > 0 and verb.first - closing <= _SAYS
