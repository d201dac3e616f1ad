"""Tells whether a participle names an act that something else governs, so that it is not told itself."""

from __future__ import annotations

from ..packs.schema import Tag
from .line import Line

__all__ = ["governed_participle"]

_GOVERNED = frozenset(("goal", "against", "toward", "about", "of"))
"""Roles of a phrase behind whose adposition a participle is but what is spoken of."""


def governed_participle(line: Line, first: int, last: int, head: int, tags: frozenset[Tag]) -> bool:
    """Whether a participle names an act that something else governs ("for killing", "stop sending"): not told."""
    if tags != {"participle"}:
        return False
    at = first - 1
    while at > 0 and any(h.payload.kind == "cue" and h.payload.item.gives == "negation" for h in line.at[at]):
        at -= 1  # "its policy of not arming X"
    if at < 0:
        return False
    around = [hit for start in range(max(0, at - 2), at + 1) for hit in line.at[start] if hit.last == at]
    if any(h.payload.kind == "subordinator" and h.payload.item.kind.startswith("time-") for h in around):
        return any(h.payload.kind == "subordinator" and h.payload.item.kind == "time-before" for h in around)
    marked = line.mention_at(at)
    if line.formed and marked is not None and marked.role in _GOVERNED and line.tokens[at].text != ",":
        return True  # "said no to Finland joining NATO"
    if any(h.payload.kind == "marker" for h in around):
        return not any(h.payload.kind == "marker" and h.payload.item.role == "agent" for h in around)
    return any(p.last == at for p in line.predicates) or _gerund(line, first, last, head)


def _gerund(line: Line, first: int, last: int, head: int) -> bool:
    """Whether a participle opens its clause as the subject of a finite verb: "bowing to X would be"."""
    number = line.segments[head]
    same = [p for p in line.predicates if p.segment == number]
    opening = line.segments.index(number)
    covered = any(opening <= m.first < first for m in line.mentions)
    if not same or same[0].head != head or covered or not line.formed:
        return False
    after = [p for p in same[1:] if "finite" in p.tags]
    if after and _parted(line, last, after[0].first):
        return False  # "Visiting Beirut, the minister promised"
    auxiliary = any(
        h.payload.item.gives in ("conditional", "future", "passive", "possible")
        for h in line.hits.get("cue", ())
        if line.segments[h.first] == number and h.first > last and h.payload.item.side == "before"
    )
    return bool(after) or auxiliary


def _parted(line: Line, participle: int, verb: int) -> bool:
    """Whether a comma that belongs to no list stands right before the subject of a verb."""
    commas = [
        at for at in range(participle + 1, verb) if line.tokens[at].text == "," and line.mention_at(at) is None
    ]
    return (
        any(participle < m.first <= verb and m.first - 2 <= commas[-1] < m.first for m in line.mentions)
        if commas
        else False
    )
