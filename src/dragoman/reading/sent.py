"""Whom a clause before its noun tells of: who sent a body ("[Han-guk jeongbu-ga pagyeon-han] gugo-dae" is South
Korea's), and who it was that did something ("[byeongwon-eul gonggyeok-han] geos-eun Iseurael-ieotda").

Reads predicates with their subjects; gives a body its sender's country, and the verb of a cleft its doer.
"""

from __future__ import annotations

from msgspec import structs

from .given_on import described_head
from .line import Line, Mention, Predicate

__all__ = ["sends", "settle_clefts", "settle_sent"]

_SENDING = "sending"
"""A pack's class of the verbs of sending."""


_CLEFT = "cleft"
"""A pack's class of the words for who or what did it."""
_ENDS = 2
"""Tokens from who it was to the end of the line, the full stop among them."""


def sends(line: Line, verb: Predicate, body: Mention) -> bool:
    """Whether a clause tells who sent the body without a nationality that it describes."""
    sending = any(h.payload.item == _SENDING and h.head == verb.head for h in line.hits.get("class", ()))
    return sending and body.needs_place and "attributive" in verb.tags and "passive" not in verb.tags


def settle_sent(line: Line) -> None:
    """Give bodies without a nationality the country of who sent them, told in the clause before them."""
    for verb in line.predicates:
        subject, body = verb.subject, described_head(line, verb)
        if subject is None or subject not in verb.before or body is None or not sends(line, verb, body):
            continue
        if len(subject.countries) != 1 or len(body.parties) != 1:
            continue
        country = next(iter(subject.countries))
        body.parties = (structs.replace(body.parties[0], country=country, how="whose clause tells who sent them"),)
        body.needs_place = False
        verb.hits = [] if body.role is None else verb.hits


def settle_clefts(line: Line) -> None:
    """Give the verb of a cleft sentence who it was: "[asked for it] geos-eun Trump-ieotda"."""
    clefts = {hit.first for hit in line.hits.get("class", ()) if hit.payload.item == _CLEFT}
    last = line.mentions[-1] if clefts and line.mentions else None
    if last is None or last.role is not None or last.genitive or len(line.tokens) - last.last > _ENDS:
        return
    for verb in line.predicates:
        inside = verb.subject is not None and verb.subject in verb.before
        if verb.last + 1 in clefts and "attributive" in verb.tags and verb.last < last.first and not inside:
            verb.subject, verb.subject_how, verb.unknown = last, "who it was", False
