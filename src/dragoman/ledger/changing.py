"""Brings a ledger up to date with what came and went: the events that change, and no others.

What `build_ledger` makes of all statements, `revise` makes of the change and of what stands near it. Which events
are parts of others follows from their parties alone, so only events of the parties concerned are looked at again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from ..records import Event, Record
from .events import Family, event_of
from .parts import party_sets, wholes_of
from .revising import Held, Placed, Revision
from .statements import Fact, Judgement, canonical_key

__all__ = ["Change", "Kept", "party_keys", "revise"]

PartyKey = tuple[str, ...]


class Kept(Placed, Protocol):
    """A ledger as it was kept."""

    def sharing(self, parties: PartyKey) -> Mapping[str, Iterable[Fact]]:
        """Return the clusters with a fact of these parties, by cluster id."""

    def expect_parties(self, keys: Iterable[PartyKey]) -> None:
        """Be told what `sharing` will be asked for soon."""

    def parties(self, report: str) -> Iterable[PartyKey]:
        """Return the keys of parties of a report, which may be gone since."""

    def event(self, report: str) -> str | None:
        """Return the event that held a report."""

    def part_of(self, event: str) -> str | None:
        """Return the event that an event was part of."""

    def parts(self, event: str) -> Iterable[str]:
        """Return the events that were parts of an event."""


class Change(Record, frozen=True, kw_only=True):
    """What a revision changes: events that are new or other than before, ids of events that are no more, and, of
    the reports concerned, the event and the cluster that hold them now."""

    events: tuple[Event, ...]
    gone: tuple[str, ...]
    aliases: dict[str, str]
    clusters: dict[str, str]


class _Group:
    """One event in the making: clusters that are one by themselves or by a person's word."""

    def __init__(self, helds: list[Held]) -> None:
        facts = [fact for held in helds for fact in held.facts]
        self.facts = tuple(sorted(facts, key=lambda fact: canonical_key(fact.statement)))
        self.id = self.facts[0].id


def party_keys(fact: Fact) -> list[PartyKey]:
    """Return the keys under which a fact's event is looked for as a part or whole of another.

    The family is no part of them: a person may have joined events of two.
    """
    return [tuple(sorted(parties)) for parties in party_sets([fact])]


def revise(
    kept: Kept,
    new: Iterable[Fact],
    gone: Iterable[str],
    judgements: Iterable[Judgement],
    *,
    judged: Iterable[str] = (),
) -> Change:
    """Return how a ledger changes by new facts and by reports that are gone.

    `judgements` are all that stand now; `judged` are reports about which one was made or taken back. Rejected
    reports are not among the new.
    """
    standing, left, came = list(judgements), list(gone), list(new)
    revision = Revision(kept, standing)
    touched = revision.apply(came, left)
    turned = {*judged}
    moved = {*left, *(fact.id for fact in came)}
    for one in standing:  # what a person joined to a report comes and goes with it
        if one.kind == "same" and moved & {one.report, one.other}:
            turned |= {one.report, one.other}
    return _Settling(kept, revision, standing).settle(touched, left, sorted(turned))


class _Settling:
    """Makes events of revised clusters."""

    def __init__(self, kept: Kept, revision: Revision, judgements: list[Judgement]) -> None:
        self.kept = kept
        self.revision = revision
        self.joined = self._joined([one for one in judgements if one.kind == "same"])
        self.groups: dict[int, _Group] = {}

    def settle(self, touched: list[Held], gone: list[str], judged: list[str]) -> Change:
        dirty = self._dirty(touched, judged)
        ring, wholes = self._wholes(dirty, gone)
        before = {self.kept.event(fact.id) for group in dirty for fact in group.facts}
        before |= {self.kept.event(report) for report in gone}
        again = self._again(dirty, ring, wholes, before - {None})
        parts: dict[int, list[_Group]] = defaultdict(list)
        for group in ring:
            if (whole := wholes.get(id(group))) is not None:
                parts[id(whole)].append(group)
        looked = {id(group) for group in ring}
        events = []
        for group in again:
            others = [self._at(one) for one in self.kept.parts(group.id)]
            own_parts = [*parts[id(group)], *(one for one in others if one is not None and id(one) not in looked)]
            members = sorted(
                (fact for one in (group, *own_parts) for fact in one.facts),
                key=lambda fact: canonical_key(fact.statement),
            )
            whole = wholes.get(id(group))
            events.append(event_of(Family(group.facts, tuple(members), whole.facts if whole else ())))
        after = {event.id for event in events}
        return Change(
            events=tuple(events),
            gone=tuple(sorted(one for one in before - after if one is not None)),
            aliases={fact.id: group.id for group in again for fact in group.facts},
            clusters={fact.id: held.members[0][1].id for held in touched for fact in held.facts},
        )

    def _joined(self, rows: list[Judgement]) -> dict[int, list[Held]]:
        """Return, for each cluster that a person joined to others, all of them."""
        joined: dict[int, list[Held]] = {}
        for row in rows:
            one, other = self._held(row.report), self._held(row.other)
            if one is None or other is None:
                continue
            together = list({id(h): h for side in (one, other) for h in joined.get(id(side), [side])}.values())
            for held in together:
                joined[id(held)] = together
        return joined

    def _held(self, report: str) -> Held | None:
        if report not in self.revision.holder and (kept := self.kept.holding(report)) is not None:
            self.revision.keep(*kept)
        return self.revision.holder.get(report)

    def _group(self, held: Held) -> _Group:
        found = self.groups.get(id(held))
        if found is None:
            together = self.joined.get(id(held), [held])
            found = _Group(together)
            for one in together:
                self.groups[id(one)] = found
        return found

    def _at(self, report: str) -> _Group | None:
        held = self._held(report)
        return None if held is None else self._group(held)

    def _dirty(self, touched: list[Held], judged: list[str]) -> list[_Group]:
        found = [self._group(held) for held in touched if held.members]
        found += [group for report in judged if (group := self._at(report)) is not None]
        return _once(found)

    def _sharing(self, keys: Iterable[PartyKey]) -> list[_Group]:
        found = []
        wanted = sorted(set(keys))
        self.kept.expect_parties(wanted)
        for key in wanted:
            for id_, facts in self.kept.sharing(key).items():
                held = self.revision.keep(id_, facts)
                if held.members:
                    found.append(self._group(held))
        return found

    def _wholes(self, dirty: list[_Group], gone: list[str]) -> tuple[list[_Group], dict[int, _Group]]:
        """Return the groups that a change may make or unmake parts, and the wholes of those that are parts."""
        keys = {key for group in dirty for fact in group.facts for key in party_keys(fact)}
        keys |= {key for report in gone for key in self.kept.parties(report)}
        ring = _once([*dirty, *self._sharing(keys)])
        around = {key for group in ring for fact in group.facts for key in party_keys(fact)}
        near = _once([*ring, *self._sharing(around - keys)])
        near.sort(key=lambda group: canonical_key(group.facts[0].statement))
        found = wholes_of([group.facts for group in near])
        looked = {id(group) for group in ring}
        return ring, {id(near[part]): near[whole] for part, whole in found.items() if id(near[part]) in looked}

    def _again(
        self, dirty: list[_Group], ring: list[_Group], wholes: dict[int, _Group], before: set[str | None]
    ) -> list[_Group]:
        """Return the groups whose events are made again: changed ones, parts whose whole is, and the wholes.

        `before` are the events that held what has changed.
        """
        changed = {id(group) for group in dirty}
        again = list(dirty)
        for event in before:
            former = self.kept.part_of(event) if event is not None else None
            if former is not None and (group := self._at(former)) is not None:
                again.append(group)
        for group in ring:
            whole = wholes.get(id(group))
            was = self.kept.event(group.id)
            old = self.kept.part_of(was) if was is not None else None
            moved = old != (whole.id if whole else None)
            if not (moved or id(group) in changed or (whole is not None and id(whole) in changed)):
                continue
            again.append(group)
            if whole is not None:
                again.append(whole)
            if old is not None and (left := self._at(old)) is not None:
                again.append(left)
        return _once(again)


def _once(groups: Iterable[_Group]) -> list[_Group]:
    return list({id(group): group for group in groups}.values())
