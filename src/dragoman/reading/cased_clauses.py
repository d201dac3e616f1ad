"""Cuts clauses at commas where words stand in a free order: before participles, gerunds, inserted words, verbs."""

from __future__ import annotations

from msgspec import structs

from .line import Line, Predicate

__all__ = ["cut_commas", "own_relatives"]

_OPENING = 3
"""Tokens behind a comma in which the participle or gerund that opens a clause stands."""
_BESIDE = 2
"""Tokens from a phrase to the clause behind its comma."""


def own_relatives(line: Line) -> None:
    """Give a body that a relative word owns the country of whom it means: "с Эквадором, полиция которого …"."""
    for hit in line.hits.get("subordinator", ()):
        number = line.segments[hit.first]
        opening = line.segments.index(number)
        whose = any(h.payload.item == "whose" for h in line.at[hit.first] if h.payload.kind == "class")
        if whose and hit.first == opening:  # "Турция, чьи самолеты …"
            body = next((m for m in line.mentions if 1 <= m.first - opening <= _BESIDE), None)
        elif hit.payload.item.kind == "relative" and opening < hit.first and "genitive" in hit.tags:
            body = next((m for m in line.mentions if opening <= m.first and m.last < hit.first), None)
        else:
            continue
        owner = next((m for m in reversed(line.mentions) if m.last < opening), None)
        if body is None or owner is None or not body.needs_place or opening - owner.last > _BESIDE:
            continue
        if len(owner.countries) == 1 and len(body.parties) == 1:
            body.parties = (
                structs.replace(body.parties[0], country=next(iter(owner.countries)), how="nationality"),
            )
            body.needs_place, body.lost = False, 0.0


def cut_commas(line: Line, borders: dict[int, str], asides: dict[int, int]) -> None:
    """Add the borders that commas make: before a participle, a gerund, or a verb where one stands before."""
    commas = [
        at
        for at, token in enumerate(line.tokens)
        if token.text == "," and not any(first < at < last for first, last in asides.items())
        and not any(m.first < at < m.last for m in line.mentions)
    ]  # fmt: skip
    verbs = line.predicates
    if commas and verbs and verbs[0].head < commas[0] and _inserted(line, 0, verbs[0]):
        borders[0] = "inserted"
    start = 0
    for at in commas:
        opened = [b for b in borders if start < b <= at]
        start = max([start, *opened])
        if at + 1 in borders:
            start = at + 1
            continue
        end = min([*(c for c in commas if c > at), *(b for b in borders if b > at + 1), len(line.tokens)])
        inside = [p for p in line.predicates if at < p.head < end]
        if not inside:
            continue
        first = inside[0]
        if end in commas and _inserted(line, at + 1, first):
            borders[at + 1] = "inserted"
        elif "conjunctive" in first.tags and first.first - at <= _OPENING:
            borders[at + 1] = "gerund"
        elif "participle" in first.tags and first.first - at - _dated(line, at, first.first) <= _OPENING:
            borders[at + 1] = "participial"
        elif any(start <= p.head < at and "infinitive" not in p.tags for p in line.predicates):
            borders[at + 1] = "coordinate"
        else:
            continue
        start = at + 1


def _dated(line: Line, first: int, last: int) -> int:
    """Return how many tokens between two tell a time: ", ещё [в сентябре] урезавшая …"."""
    spans = [(line.token_at(time.start), line.token_at(time.end - 1)) for time in line.times]
    return sum(1 + end - begin for begin, end in spans if first < begin and end < last)


def _inserted(line: Line, first: int, verb: Predicate) -> bool:
    """Whether a stretch opens with "as" and a verb of saying: "Вена, как отметили в Кремле, …"."""
    told = any(h.payload.kind == "reporting" for h in verb.hits) or not verb.hits
    compares = any(h.first == first and h.payload.item == "as" for h in line.hits.get("class", ()))
    return told and compares and 1 <= verb.first - first <= _OPENING
