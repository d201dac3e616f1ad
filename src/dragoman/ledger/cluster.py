"""Clusters statements into events: in canonical order, dated deeds first, never against a "different".

A statement joins the cluster that it fits best on average, if it is different from none of its members; so no
bridge article chains two events. Only clusters of the same family, with parties in common and of days within
reach are compared, so that a statement costs what stands near it, not what the archive holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .compare import SAME, SILENT, alike_but_for_days, answers, blame_each_other, place, weigh
from .dates import AGAINST, ARRANGED, EXACT_DAYS, STAY
from .keys import ONE_DAY, Key, hit_keys, keys_of, looked_for, places_of
from .postponed import may_move, superseded
from .statements import Fact, Judgement, canonical_key

__all__ = [
    "Cluster",
    "Order",
    "best_of",
    "cluster",
    "order_of",
    "united",
]

_WITNESSES = 16
"""Members of a cluster that a statement is compared with: the founding ones and those that differ most."""
_RANKS = 8
_DATED_PLANS = 5
"""Rank of what was announced for days of its own."""
_NEXT_MARGIN = 0.08
"""By how much less than the best the next of several events may fit, for an announcement without a date."""
_MARGIN = 0.05
"""By how much the best of several events must win over the next, for a statement of no date at all."""

Order = tuple[object, ...]
"""Where a fact stands in the order of placing; orders are compared."""


class Cluster:
    """An event in the making. `low` and `high` bound the days that all its dated deeds share.

    `due` is when it was first over, or is to be; `done` whether somebody tells that it happened.
    """

    __slots__ = (
        "articles",
        "buckets",
        "done",
        "due",
        "high",
        "low",
        "members",
        "number",
        "plans",
        "put_off",
        "reports",
        "signatures",
        "witnesses",
    )

    def __init__(self, number: int) -> None:
        self.number = number
        self.members: list[Fact] = []
        self.witnesses: list[Fact] = []
        self.signatures: set[tuple[object, ...]] = set()
        self.put_off: list[Fact] = []
        self.plans: list[Fact] = []
        self.reports: set[str] = set()
        self.articles: set[str] = set()
        self.buckets: set[tuple[Key, int | None]] = set()
        self.low, self.high = 0, 10**7
        self.due = 10**7
        self.done = False

    def add(self, fact: Fact) -> None:
        self.members.append(fact)
        self.reports.add(fact.id)
        self.articles.add(fact.statement.article)
        first, last = fact.when.first, fact.when.last
        against = fact.status in AGAINST
        if last is not None and (fact.when.from_text if fact.ahead else not against):
            self.due = min(self.due, last)
        if fact.put_off:
            self.put_off.append(fact)
        if may_move(fact):
            self.plans.append(fact)
        if not fact.ahead and not against:
            self.done = True
            if first is not None and last is not None and fact.family != "arms":
                self.low, self.high = max(self.low, first), min(self.high, last)
        signature = _signature(fact)
        if signature not in self.signatures and len(self.witnesses) < _WITNESSES:
            self.signatures.add(signature)
            self.witnesses.append(fact)

    def out_of_reach(self, fact: Fact) -> bool:
        """Whether some dated deed of the cluster must be apart from this one."""
        first, last = fact.when.first, fact.when.last
        return (
            not fact.ahead
            and not (self.put_off or fact.put_off)
            and first is not None
            and last is not None
            and fact.family != "arms"
            and (first > self.high + STAY or last < self.low - STAY)
        )


class _Board:
    """All clusters so far, found by family, parties and days."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self.clusters: list[Cluster] = []
        self._index: dict[tuple[Key, int | None], list[Cluster]] = defaultdict(list)
        self._days: dict[Key, set[int | None]] = defaultdict(set)
        self.parted: dict[str, set[str]] = defaultdict(set)
        for one in judgements:
            if one.kind == "different":
                self.parted[one.report].add(one.other)

    def place(self, fact: Fact) -> None:
        """Put a fact into the cluster that it fits best, or into one of its own."""
        chosen = best_of(fact, self._near(fact), self.parted.get(fact.id, set()))
        if chosen is None:
            chosen = Cluster(len(self.clusters))
            self.clusters.append(chosen)
        chosen.add(fact)
        self._enter(fact, chosen)

    def _near(self, fact: Fact) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for key in keys_of(fact):
            for bucket in looked_for(key, fact, self._days.__getitem__):
                for one in self._index.get((key, bucket), ()):
                    if one.number not in found and not one.out_of_reach(fact):
                        found[one.number] = one
        return [found[number] for number in sorted(found)]

    def _enter(self, fact: Fact, chosen: Cluster) -> None:
        for key, bucket in places_of(fact):
            if (key, bucket) not in chosen.buckets:
                chosen.buckets.add((key, bucket))
                self._index[key, bucket].append(chosen)
                self._days[key].add(bucket)


def cluster(facts: Sequence[Fact], judgements: Iterable[Judgement] = ()) -> list[list[Fact]]:
    """Return groups of facts (each in the order of placing) that are found to be one event each.

    What a person parted from its event is placed when all others have their places, so that it alone leaves.
    What was joined is joined afterwards (`united`), with all that the two events hold by then.
    """
    board = _Board(judgements)
    by_rank: list[list[Fact]] = [[] for _ in range(_RANKS + 1)]
    for fact in facts:
        by_rank[_RANKS if fact.id in board.parted else _rank(fact)].append(fact)
    by_rank[_DATED_PLANS].sort(key=order_of)
    for ranked in by_rank:
        for fact in ranked:
            board.place(fact)
    return [one.members for one in board.clusters]


def united(groups: list[list[Fact]], joined: Sequence[Judgement]) -> list[list[Fact]]:
    """Join the groups that a person said are one event; the given ones stay as they are."""
    if not joined:
        return groups
    groups = [list(group) for group in groups]
    holder = {fact.id: number for number, group in enumerate(groups) for fact in group}
    for one in joined:
        first, other = holder.get(one.report), holder.get(one.other)
        if first is None or other is None or first == other:
            continue  # a report that is no longer read, or what is one event already
        first, other = sorted((first, other))
        groups[first] += groups[other]
        holder.update((fact.id, first) for fact in groups[other])
        groups[other] = []
    return [group for group in groups if group]


def _rank(fact: Fact) -> int:
    """Deeds with days in the text come first, then those dated by publication or by months, then plans.

    That something was put off comes before what was announced, so that it can lead from there to the deed. Whoever
    is blamed for an attack or denies it, what is told of the attack itself comes before, unless the claim
    gives its day.
    """
    dated = fact.when.from_text and fact.when.bounded
    if fact.family == "ASSAULT" and fact.claim:
        own_day = dated and fact.when.days <= ONE_DAY and fact.statement.report.time is not None
        return 1 if own_day else 7
    if fact.put_off:
        return 4
    if fact.ahead or (dated and fact.status == "not_occurred" and fact.family in ARRANGED):
        return _DATED_PLANS if dated else 6
    if dated:
        return 0 if fact.when.days <= EXACT_DAYS else 3
    late = fact.published is None or (fact.status in AGAINST and not fact.when.from_text)
    return 6 if late else 2


def order_of(fact: Fact, *, parted: bool = False) -> Order:
    """Return where a fact stands in the order of placing. What a person `parted` from its event comes last."""
    rank = _RANKS if parted else _rank(fact)
    if rank != _DATED_PLANS:
        return rank, *canonical_key(fact.statement)
    if not may_move(fact):
        return rank, 1, *canonical_key(fact.statement)
    # Of what comes once the newest plan leads from the deed to those that it moved.
    undated, _, *place = canonical_key(fact.statement)
    return rank, 0, undated, -(fact.published or 0), *place


def best_of(fact: Fact, near: Iterable[Cluster], parted: set[str]) -> Cluster | None:
    """Return the cluster that a fact joins, of those near it but not of `parted` reports; None for its own."""
    scored, blamed, mutual = [], [], []
    for one in near:
        if parted and parted & one.reports:
            continue
        score = _score(fact, one)
        if fact.claim and score and fact.statement.article in one.articles and _blame(fact, one):
            mutual.append(one)
        if score >= SAME:
            scored.append((score, one))
        elif score == SILENT and fact.claim and _laid_at_another_door(fact, one):
            blamed.append(one)
    if mutual and not any(_told_before(fact, one) for _, one in scored if one not in mutual):
        return _nearest(fact, mutual)
    if scored:
        return _choose(fact, scored)
    return _nearest(fact, blamed) if blamed else None


def _nearest(fact: Fact, blamed: list[Cluster]) -> Cluster | None:
    """Return the attack that a claim is of: the only one, or of several by the same the one told before it."""
    if len(blamed) == 1:
        return blamed[0]
    before = {
        one.number: max((m.statement.start for m in one.members if _earlier(m, fact)), default=-1)
        for one in blamed
    }
    by = {
        member.actors
        for one in blamed
        for member in one.members
        if member.statement.article == fact.statement.article
    }
    best = max(blamed, key=lambda one: (before[one.number], -one.number))
    return best if len(by) == 1 and before[best.number] >= 0 else None


def _blame(fact: Fact, one: Cluster) -> bool:
    return any(blame_each_other(fact, member) for member in one.members)


def _told_before(fact: Fact, one: Cluster) -> bool:
    """Whether an article has told of an attack before it comes to what somebody claims of it."""
    return any(_earlier(member, fact) for member in one.members)


def _earlier(member: Fact, fact: Fact) -> bool:
    return member.statement.article == fact.statement.article and member.statement.start <= fact.statement.start


def _laid_at_another_door(fact: Fact, one: Cluster) -> bool:
    """Whether a claim is of an attack that others lay at another door.

    Its article tells that one, or tells it as claimed by those whom this one blames; or both hit the same on one
    day at one place.
    """
    if fact.statement.article in one.articles and (
        one.done or any(blame_each_other(fact, m) for m in one.members)
    ):
        return True
    hit = set(hit_keys(fact))
    return one.done and bool(hit) and any(_same_blow(fact, member, hit) for member in one.witnesses)


def _same_blow(fact: Fact, member: Fact, hit: set[Key]) -> bool:
    if hit.isdisjoint(hit_keys(member)):
        return False
    unplaced = fact.statement.report.place is None or member.statement.report.place is None
    return place(fact, member).weight > 0 or (unplaced and fact.recipients == member.recipients)


def _score(fact: Fact, one: Cluster) -> float:
    """Return how well a fact fits those of a cluster that speak of the same sides; `SILENT` where none does."""
    total, heard, answered = 0.0, 0, 0.0
    for member in one.witnesses:
        score = weigh(fact, member)
        if score is None:
            words = [*one.put_off, *one.plans]
            if fact.put_off or may_move(fact):
                words.append(fact)
            if words and superseded(fact, member, words) and alike_but_for_days(fact, member):
                continue
            return 0.0
        if score != SILENT:
            total, heard = total + score, heard + 1
            if _denied_beside(fact, member):
                answered = max(answered, score)
    return max(total / heard, answered) if heard else SILENT


def _denied_beside(fact: Fact, member: Fact) -> bool:
    """Whether one is a denial, and the other what its own article tells as claimed."""
    same = fact.statement.article == member.statement.article
    return same and {fact.status, member.status} == {"alleged", "denied"}


def _choose(fact: Fact, scored: list[tuple[float, Cluster]]) -> Cluster | None:
    if fact.status == "denied" and len(scored) > 1:
        # A denial is of what the sentence before it tells, where that is told of the same sides.
        scored = [item for item in scored if any(answers(fact, m) for m in item[1].members)] or scored
    if fact.ahead and not fact.when.from_text and fact.said is not None:
        # An announcement without a date means the next such event, not the best-told one.
        best = max(score for score, _ in scored) - _NEXT_MARGIN
        return min(
            (item for item in scored if item[0] > best), key=lambda item: (item[1].due, -item[0], item[1].number)
        )[1]
    if fact.status in AGAINST and not fact.when.from_text and fact.family in ARRANGED:
        # What is denied or called off without a day is what was announced, not what has been held.
        scored = [item for item in scored if not item[1].done] or scored
    if fact.published is None and not fact.when.from_text and len(scored) > 1:
        best, second = sorted((score for score, _ in scored), reverse=True)[:2]
        if best - second < _MARGIN:
            return None
    return max(scored, key=lambda item: (item[0], -item[1].number))[1]


def _signature(fact: Fact) -> tuple[object, ...]:
    place = fact.statement.report.place
    return (
        fact.status,
        fact.actors,
        fact.recipients,
        tuple(sorted(fact.persons.items(), key=lambda item: item[0])),
        fact.when,
        fact.statement.article if fact.when.from_text and fact.statement.report.time is None else "",
        fact.act,
        place and place.name,
    )
