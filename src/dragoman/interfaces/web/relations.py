"""Cooperation and conflict: of all, as matrix and network; of two, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from litestar import Response, get
from litestar.params import PathParameter
from litestar.response import Redirect

from dragoman.interfaces.api.answers import found
from dragoman.interfaces.api.parameters import Part, TheReader, Wanted
from dragoman.interfaces.api.routes import By
from dragoman.records import Relation
from dragoman.store import EventFilter, Slice

from .page import Asked, called, link, rendered

__all__ = ["HANDLERS"]

ALL = Slice(limit=500)
PERIODS = Slice(limit=500)
LETTERS = 3
SIDES = 16
"""Rows and columns of the matrix."""
BLOCS, MEMBERS, TRIADS = 6, 14, 10
"""What is listed of the network."""
_EVEN = 0.5
_STEPS = (2.5, 5.5)
"""Scores from which a shade is deeper."""
Side = Annotated[str, PathParameter(max_length=200)]


@get("/relations", sync_to_thread=True)
def network(request: Asked, reader: TheReader, wanted: Wanted, part: Part) -> Response[str]:
    """All pairs, busiest first."""
    pairs = reader.relations((None, None), "all", wanted, ALL).items
    sides = busiest(pairs)
    cells = {frozenset((one.a, one.b)): one for one in pairs}
    page = reader.relations((None, None), "all", wanted, part)
    whole = reader.network(None, wanted)
    members = {member: bloc.number for bloc in whole.blocs for member in bloc.members}
    blocs, triads = whole.blocs[:BLOCS], whole.triads[:TRIADS]
    shown = {member for bloc in blocs for member in bloc.members[:MEMBERS]}
    shown |= {side for one in triads for side in (one.a, one.b, one.shared)}
    return rendered(
        request,
        "relations.html",
        page=page,
        pairs=pairs,
        sides=sides,
        cells=cells,
        pair_of=pair_of,
        shade=shade,
        short=short,
        blocs=blocs,
        members=MEMBERS,
        bloc_of=members,
        triads=triads,
        names=called(reader, shown | {side for one in pairs for side in (one.a, one.b)}),
    )


@get("/relations/{a:str}/{b:str}", sync_to_thread=False)
def two_sides(a: Side, b: Side) -> Redirect:
    """The same relation under its own address."""
    return Redirect(link("relations", f"{a}..{b}"), status_code=308)


@get("/relations/{pair:str}", sync_to_thread=True)
def relation(
    request: Asked,
    reader: TheReader,
    wanted: Wanted,
    pair: Annotated[str, PathParameter(max_length=410)],
    by: By = None,
) -> Response[str]:
    """Two sides over time."""
    a, parted, b = pair.partition("..")
    found((a and b and parted) or None, "write two sides as RUS..PRK")
    period = by or "month"
    points = reader.relations((a, b), period, wanted, PERIODS).items
    total = reader.relations((a, b), "all", wanted, Slice(limit=1)).items
    both = EventFilter(parties=(a, b), whole=True)
    return rendered(
        request,
        "relation.html",
        a=total[0].a if total else a,
        b=total[0].b if total else b,
        by=period,
        points=points,
        names=called(reader, (a, b)),
        total=total[0] if total else None,
        trend=next(iter(reader.trends((a, b), period, wanted, Slice(limit=1)).items), None),
        events=reader.archive.event_page(both, Slice(limit=60)),
    )


def pair_of(a: str, b: str) -> frozenset[str]:
    """Return what two sides are looked up by, whichever comes first."""
    return frozenset((a, b))


def short(side: str, name: str) -> str:
    """Return what stands above a column of the matrix: a state's letters, else initials or a beginning."""
    if len(side) == LETTERS or len(name) <= LETTERS:
        return side if len(side) == LETTERS else name
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return initials if len(initials) > 1 else name[:LETTERS] + "…"


def shade(score: float) -> str:
    """Return the class of a mean score: `up-1` to `up-3` for cooperation, `down-1` to `down-3`, `even`."""
    if abs(score) < _EVEN:
        return "even"
    return f"{'up' if score > 0 else 'down'}-{1 + sum(abs(score) >= step for step in _STEPS)}"


def busiest(pairs: Sequence[Relation]) -> list[str]:
    """Return the sides with most events, in order of the alphabet, so that a side is found where one looks."""
    counted: Counter[str] = Counter()
    for one in pairs:
        counted[one.a] += one.events
        counted[one.b] += one.events
    return sorted(side for side, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:SIDES])


HANDLERS = (network, two_sides, relation)
