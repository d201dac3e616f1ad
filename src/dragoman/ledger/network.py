"""Who deals with whom: the network of all relations, its blocs, and the triads that are out of balance.

Every event counts once, as 1 and one more for every doubling of its independent origins, so that the tenth wire
that tells it adds less than the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log2
from typing import TYPE_CHECKING

from ..records import Event, Record
from .relations import Sides, between

if TYPE_CHECKING:
    import networkx

__all__ = ["Bloc", "Network", "Node", "Tie", "Triad", "network_of"]

LEAST = 2
"""Events from which a tie counts for blocs and triads: one alone may be chance."""


class Node(Record, frozen=True, kw_only=True):
    """One side. `bloc` is the number of its bloc, null where it has no friends; sums are over all its ties."""

    id: str
    bloc: int | None = None
    ties: int = 0
    events: int = 0
    cooperation: float = 0.0
    conflict: float = 0.0


class Tie(Record, frozen=True, kw_only=True):
    """What two sides did to each other: weighted sums of positive and negative scores, their weighted mean, and
    the ids of the events behind."""

    a: str
    b: str
    events: int
    independent: int
    cooperation: float
    conflict: float
    score: float
    behind: tuple[str, ...] = ()


class Bloc(Record, frozen=True, kw_only=True):
    """Sides that cooperate with each other more than with others, by their number."""

    number: int
    members: tuple[str, ...]


class Triad(Record, frozen=True, kw_only=True):
    """Three sides out of balance: `a` and `b` are at odds, and both cooperate with `shared`.

    `strength` is the weakest of the three mean scores, without its sign.
    """

    a: str
    b: str
    shared: str
    strength: float


class Network(Record, frozen=True, kw_only=True):
    """The network of some events. All lists are in order of weight, then of names."""

    sides: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    triads: tuple[Triad, ...] = ()


def network_of(events: Iterable[Event], sides: Sides | None = None) -> Network:
    """Return the network of what happened between states and bodies, of all or of those around one side.

    Blocs are communities of greatest modularity (Clauset, Newman and Moore, Phys. Rev. E 70, 2004, as networkx
    finds them) of the ties whose score is positive. A triad is out of balance where two friends of one side are
    at odds; three that are all at odds are not, by weak balance (J. A. Davis, Human Relations 20, 1967).
    """
    import networkx

    ties = _ties(between(events, sides or Sides()))
    graph = networkx.Graph()
    for tie in ties:
        graph.add_edge(tie.a, tie.b, tie=tie)
    blocs = _blocs([tie for tie in ties if tie.events >= LEAST and tie.score > 0])
    held = {member: bloc.number for bloc in blocs for member in bloc.members}
    nodes = [_node(graph, id, held.get(id)) for id in graph]
    nodes.sort(key=lambda one: (-one.events, one.id))
    return Network(sides=tuple(nodes), ties=tuple(ties), blocs=tuple(blocs), triads=tuple(_triads(graph)))


def _ties(found: dict[tuple[str, str], list[Event]]) -> list[Tie]:
    ties = [_tie(pair, events) for pair, events in found.items()]
    return sorted(ties, key=lambda one: (-one.events, one.a, one.b))


def _tie(pair: tuple[str, str], events: Sequence[Event]) -> Tie:
    weighed = [(1 + log2(max(1, event.independent)), event.score) for event in events]
    whole = sum(weight for weight, _ in weighed)
    return Tie(
        a=pair[0],
        b=pair[1],
        events=len(events),
        independent=sum(event.independent for event in events),
        cooperation=round(sum(weight * score for weight, score in weighed if score > 0), 1),
        conflict=round(sum(weight * score for weight, score in weighed if score < 0), 1),
        score=round(sum(weight * score for weight, score in weighed) / whole, 2),
        behind=tuple(event.id for event in events),
    )


def _node(graph: networkx.Graph[str], id: str, bloc: int | None) -> Node:
    ties: list[Tie] = [data["tie"] for _, _, data in graph.edges(id, data=True)]
    return Node(
        id=id,
        bloc=bloc,
        ties=len(ties),
        events=sum(tie.events for tie in ties),
        cooperation=round(sum(tie.cooperation for tie in ties), 1),
        conflict=round(sum(tie.conflict for tie in ties), 1),
    )


def _blocs(friendly: Sequence[Tie]) -> list[Bloc]:
    import networkx

    graph = networkx.Graph()
    for tie in sorted(friendly, key=lambda one: (one.a, one.b)):
        graph.add_edge(tie.a, tie.b, weight=tie.cooperation + tie.conflict)
    if not graph:
        return []
    found = networkx.community.greedy_modularity_communities(graph, weight="weight")
    members = sorted((tuple(sorted(one)) for one in found), key=lambda one: (-len(one), one))
    return [Bloc(number=number, members=one) for number, one in enumerate(members, start=1)]


def _triads(graph: networkx.Graph[str]) -> list[Triad]:
    found = []
    for shared in sorted(graph):
        friends = [other for other in sorted(graph[shared]) if _sign(graph[shared][other]["tie"]) > 0]
        for a, b in combinations(friends, 2):
            if graph.has_edge(a, b) and _sign(graph[a][b]["tie"]) < 0:
                scores = [graph[one][other]["tie"].score for one, other in ((a, b), (a, shared), (b, shared))]
                found.append(Triad(a=a, b=b, shared=shared, strength=min(map(abs, scores))))
    return sorted(found, key=lambda one: (-one.strength, one.a, one.b, one.shared))


def _sign(tie: Tie) -> int:
    """Return 1 for friends, -1 for those at odds, 0 where too little or nothing clear is known."""
    return 0 if tie.events < LEAST else (tie.score > 0) - (tie.score < 0)
