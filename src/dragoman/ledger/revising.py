"""Revises clusters by what came and went, to what clustering everything afresh would give, without doing so.

Placing is sequential: a fact's place follows from the clusters near it as they stood at its turn. So only those
facts are placed again near which a cluster has changed, in their order; what moves changes two clusters in turn.
The result is the same as that of `cluster.cluster` over all facts, and costs what stands near the change.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from .cluster import Cluster, Order, best_of, order_of
from .keys import Key, is_pinned, keys_of, looked_for, looks_by, places_of
from .statements import Fact, Judgement

__all__ = ["Held", "Placed", "Revision"]

Bucket = int | None


LOWEST: Order = (-1,)
"""Before every turn."""


class Placed(Protocol):
    """The clusters as they were kept, without the reports that are gone since."""

    def buckets(self, key: Key) -> Collection[Bucket]:
        """Return the buckets under which facts are kept for a key."""

    def near(self, key: Key, bucket: Bucket) -> Mapping[str, Iterable[Fact]]:
        """Return the whole clusters that have a fact under a key and bucket, by cluster id."""

    def expect(self, places: Iterable[tuple[Key, Bucket]]) -> None:
        """Be told what `near` will be asked for soon, so that it can be looked up at once."""

    def holding(self, report: str) -> tuple[str, Iterable[Fact]] | None:
        """Return id and facts of the cluster that holds a report, or held it before it went."""

    def entries(self, report: str) -> Iterable[tuple[Key, Bucket]]:
        """Return where a report was found, which may be gone since."""


class Held:
    """A cluster under revision: facts with their orders, by order."""

    __slots__ = ("_places", "_view", "id", "members")

    def __init__(self, id: str | None) -> None:
        self.id = id
        """Its id as it was kept; None for a new one."""
        self.members: list[tuple[Order, Fact]] = []
        self._view: tuple[int, Cluster] | None = None
        self._places: dict[str, tuple[tuple[Key, Bucket], ...]] = {}

    def add(self, order: Order, fact: Fact) -> None:
        """Put a fact in its place."""
        insort(self.members, (order, fact), key=_first)
        self._view = None

    def remove(self, order: Order) -> None:
        """Take the fact of an order out."""
        del self.members[bisect_left(self.members, order, key=_first)]
        self._view = None

    def before(self, order: Order) -> Cluster | None:
        """Return the cluster as it stands at a turn: what was placed before it; None where nothing was."""
        count = bisect_left(self.members, order, key=_first)
        if not count:
            return None
        if self._view is None or self._view[0] != count:
            made = Cluster(0)
            for _, fact in self.members[:count]:
                made.add(fact)
                if fact.id not in self._places:
                    self._places[fact.id] = tuple(places_of(fact))
                made.buckets.update(self._places[fact.id])
            self._view = count, made
        return self._view[1]

    @property
    def facts(self) -> list[Fact]:
        """The facts in the order of placing."""
        return [fact for _, fact in self.members]


def _first(member: tuple[Order, Fact]) -> Order:
    return member[0]


class Revision:
    """One revision: `apply` places what is new and what is disturbed; `changed` are the clusters that differ."""

    def __init__(self, placed: Placed, judgements: Iterable[Judgement] = ()) -> None:
        self._placed = placed
        self._parted: dict[str, set[str]] = defaultdict(set)
        for one in judgements:
            if one.kind == "different":
                self._parted[one.report].add(one.other)
        self._kept: dict[str, Held] = {}
        self.holder: dict[str, Held] = {}
        """The cluster of each report that was looked at."""
        self._orders: dict[str, Order] = {}
        self._index: dict[tuple[Key, Bucket], dict[str, Fact]] = defaultdict(dict)
        self._buckets: dict[Key, set[Bucket]] = defaultdict(set)
        self._asked: set[Key] = set()
        self._loaded: set[tuple[Key, Bucket]] = set()
        self._queue: list[tuple[Order, str, Fact]] = []
        self._queued: set[str] = set()
        self._touched: dict[int, Held] = {}

    def apply(self, new: Iterable[Fact], gone: Iterable[str] = ()) -> list[Held]:
        """Place new facts and forget reports that are gone; return every cluster that is not what it was.

        A cluster without members is gone; its id (as kept) may go on as that of another.
        """
        for report in gone:
            self._forget(report)
        for fact in new:
            self._orders[fact.id] = order_of(fact, parted=fact.id in self._parted)
            self._enter(fact)
            self._push(fact)
        self._placed.expect([at for _, _, fact in self._queue for at in self._places_looked_at(fact)])
        while self._queue:
            order, report, fact = heapq.heappop(self._queue)
            self._queued.discard(report)
            self._place(order, fact)
        return list(self._touched.values())

    def _place(self, order: Order, fact: Fact) -> None:
        holder = self.holder.get(fact.id)
        chosen = self._chosen(order, fact)
        if chosen is holder and holder is not None:
            return
        if chosen is None:
            if holder is not None and holder.members[0][0] == order:
                return  # it founded its cluster, and does so still
            chosen = Held(None)
        if holder is not None:
            self._disturb(holder, order)
            holder.remove(order)
            self._touched[id(holder)] = holder
        chosen.add(order, fact)
        self.holder[fact.id] = chosen
        self._touched[id(chosen)] = chosen
        self._disturb(chosen, order)

    def _chosen(self, order: Order, fact: Fact) -> Held | None:
        """Return the cluster that a fact fits best at its turn, if any."""
        looked = set(self._looked_for(fact))
        near: set[Held | None] = set()
        for at in looked:
            near.update(map(self.holder.get, self._index.get(at, ())))
        found: list[tuple[Cluster, Held]] = []
        for held in filter(None, near):
            view = held.before(order)
            if view is not None and not view.buckets.isdisjoint(looked) and not view.out_of_reach(fact):
                found.append((view, held))
        ordered = sorted(found, key=lambda pair: pair[1].members[0][0])
        for number, (view, _) in enumerate(ordered):
            view.number = number
        best = best_of(fact, [view for view, _ in ordered], self._parted.get(fact.id, set()))
        return None if best is None else ordered[best.number][1]

    def _looked_for(self, fact: Fact) -> Iterator[tuple[Key, Bucket]]:
        """Yield the places of the index where a fact looks for clusters, loaded."""
        places = list(self._places_looked_at(fact))
        self._placed.expect(at for at in places if at not in self._loaded)
        for key, bucket in places:
            self._load(key, bucket)
            yield key, bucket

    def _places_looked_at(self, fact: Fact) -> Iterator[tuple[Key, Bucket]]:
        for key in keys_of(fact):
            yield from ((key, bucket) for bucket in looked_for(key, fact, self._all_buckets))

    def _all_buckets(self, key: Key) -> list[Bucket]:
        if key not in self._asked:
            self._asked.add(key)
            self._buckets[key].update(self._placed.buckets(key))
        return list(self._buckets[key])

    def _load(self, key: Key, bucket: Bucket) -> None:
        if (key, bucket) in self._loaded:
            return
        self._loaded.add((key, bucket))
        for id_, facts in self._placed.near(key, bucket).items():
            self.keep(id_, facts)

    def keep(self, id_: str, facts: Iterable[Fact]) -> Held:
        """Take up a cluster as it was kept."""
        held = self._kept.get(id_)
        if held is None:
            held = self._kept[id_] = Held(id_)
            for fact in facts:
                order = self._orders[fact.id] = order_of(fact, parted=fact.id in self._parted)
                held.add(order, fact)
                self.holder[fact.id] = held
                self._enter(fact)
        return held

    def _enter(self, fact: Fact) -> None:
        for key, bucket in places_of(fact):
            self._index[key, bucket][fact.id] = fact
            self._buckets[key].add(bucket)

    def _forget(self, report: str) -> None:
        """Let everything be placed again that a report which is gone may have held or kept away."""
        kept = self._placed.holding(report)
        if kept is None:
            return
        held = self.keep(*kept)
        self._touched[id(held)] = held
        self._disturb(held, LOWEST, self._placed.entries(report))

    def _disturb(self, held: Held, order: Order, left: Iterable[tuple[Key, Bucket]] = ()) -> None:
        """Queue every fact behind `order` that looks for clusters where a changed one stands, or stood."""
        places: dict[Key, set[Bucket]] = defaultdict(set)
        for key, bucket in left:
            places[key].add(bucket)
        for _, fact in held.members:
            for key, bucket in places_of(fact):
                places[key].add(bucket)
        # who has no days looks everywhere, and everybody looks among those that have none
        reached = [
            (key, bucket)
            for key, buckets in places.items()
            for bucket in (self._all_buckets(key) if None in buckets and not is_pinned(key) else {*buckets, None})
        ]
        self._placed.expect(at for at in reached if at not in self._loaded)
        for key, bucket in reached:
            self._load(key, bucket)
            for fact in self._index.get((key, bucket), {}).values():
                if self._orders[fact.id] > order and looks_by(key, fact):
                    self._push(fact)

    def _push(self, fact: Fact) -> None:
        if fact.id not in self._queued:
            self._queued.add(fact.id)
            heapq.heappush(self._queue, (self._orders[fact.id], fact.id, fact))
