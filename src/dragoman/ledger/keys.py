"""Where a statement is looked for: by family, parties and stretches of days, or by its article and day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from .compare import to_be_hosted
from .dates import STAY
from .sides import is_alone
from .statements import Fact

__all__ = [
    "ONE_DAY",
    "Key",
    "buckets_of",
    "hit_keys",
    "is_pinned",
    "keys_of",
    "looked_for",
    "looks_by",
    "places_of",
]

_BUCKET = 16
"""Days of one bucket of the index."""
_REACH = 40
"""Days over which an act is looked for by its days; a longer or open interval is looked for everywhere."""
_PAIRED = 8
"""Parties of a meeting by whose pairs it is found; more are cut off in alphabetical order."""
ONE_DAY = 2
"""Days of an act of one day or night."""
TOLD_IN = "ASSAULT told in"
"""First part of the keys by which claims find the attacks that their article tells, of whatever days, or that hit
one country on one day."""
ALONE = "visitor of"
"""First part of the keys by which an account that names no host finds the visit that somebody pays on one day."""
Key = tuple[str, ...]


def keys_of(fact: Fact) -> Iterator[Key]:
    """Return the keys under which a fact is found: of a meeting each pair of parties, else each actor.

    An attack is also found by its article, and by its day and country, where somebody else may be blamed for it.
    """
    if fact.family != "CONSULT":
        for actor in fact.actors if fact.actors else ("",):
            yield fact.family, actor
        if fact.family == "ASSAULT":
            yield TOLD_IN, fact.statement.article
            yield from hit_keys(fact)
        return
    kind = "visit" if fact.visit else "meeting"
    if fact.visit or is_alone(fact):
        yield from _paid(fact)
    if len(fact.parties) == 1 or fact.visit:
        yield from ((kind, host) for host in (fact.recipients or fact.parties))
    hosted = not fact.visit and to_be_hosted(fact)
    for pair in combinations(sorted(fact.parties)[:_PAIRED], 2):
        yield kind, *pair
        if hosted:
            yield "visit", *pair
        elif fact.received:
            yield "meeting", *pair


def hit_keys(fact: Fact) -> Iterator[Key]:
    """Yield the keys of the day on which an attack hit some country, that of its place or of whom it hit."""
    place, first = fact.statement.report.place, fact.when.first
    where = {place.country} if place is not None and place.country else fact.recipients
    if first is not None and fact.when.from_text and fact.when.days <= ONE_DAY:
        for country in sorted(where):
            for day in range(first, first + fact.when.days):
                yield TOLD_IN, f"{country} {day}"


def _paid(fact: Fact) -> Iterator[Key]:
    """Yield the keys of the article and of the days of somebody's visit."""
    first, short = fact.when.first, fact.when.from_text and fact.when.days <= ONE_DAY
    days = range(first, first + fact.when.days) if first is not None and short else ()
    for visitor in sorted(fact.actors):
        yield ALONE, visitor, fact.statement.article
        yield from ((ALONE, visitor, str(day)) for day in days)


def looked_for(key: Key, fact: Fact, known: Callable[[Key], Iterable[int | None]]) -> Iterable[int | None]:
    """Return the stretches of days under which a fact looks for others by one of its keys; None stands for any."""
    if is_pinned(key):
        return [None] if looks_by(key, fact) else []
    days = buckets_of(fact)
    return known(key) if days is None else [*days, None]


def is_pinned(key: Key) -> bool:
    """Return whether a key holds an article or a day itself, so that it needs no stretch of days."""
    return key[0] in (TOLD_IN, ALONE)


def looks_by(key: Key, fact: Fact) -> bool:
    """Return whether a fact looks for others by one of its keys, rather than being found by it alone."""
    return key[0] != TOLD_IN or fact.claim


def buckets_of(fact: Fact) -> list[int] | None:
    """Return the stretches of days in which a fact lies, or None where it may lie anywhere."""
    first, last = fact.when.first, fact.when.last
    if (
        fact.ahead
        or fact.put_off
        or fact.family == "arms"
        or first is None
        or last is None
        or last - first > _REACH
    ):
        return None
    return list(range((first - STAY) // _BUCKET, (last + STAY) // _BUCKET + 1))


def places_of(fact: Fact) -> Iterator[tuple[Key, int | None]]:
    """Yield the keys and stretches of days under which a fact is found."""
    days = buckets_of(fact)
    for key in keys_of(fact):
        for bucket in [None] if days is None or is_pinned(key) else days:
            yield key, bucket
