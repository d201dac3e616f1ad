"""A ledger brought up to date is the ledger made afresh, whatever came, went, and was judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger import Judgement, Statement, build_ledger, fact_of, revise
from dragoman.ledger.changing import PartyKey, party_keys
from dragoman.ledger.cluster import cluster
from dragoman.ledger.keys import Key, places_of
from dragoman.ledger.statements import Fact, canonical
from dragoman.records import Event

from .conftest import say
from .test_properties import SIDES, STATUSES, made

Bucket = int | None


class KeptInMemory:
    """The ledger of some statements, of which some are gone since."""

    def __init__(self, statements: Sequence[Statement], judgements: Sequence[Judgement], gone: set[str]) -> None:
        rejected = {one.report for one in judgements if one.kind == "reject"}
        facts = [fact_of(one) for one in canonical(statements) if one.report.id not in rejected]
        self.gone = gone
        self.facts = {fact.id: fact for fact in facts}
        self.clusters: dict[str, list[Fact]] = {}
        self.holder: dict[str, str] = {}
        for group in cluster(facts, judgements):
            self.clusters[group[0].id] = group
            self.holder.update((fact.id, group[0].id) for fact in group)
        self.ledger = build_ledger(statements, judgements)
        self.events = {event.id: event for event in self.ledger.events}

    def _left(self, id_: str) -> list[Fact]:
        return [fact for fact in self.clusters[id_] if fact.id not in self.gone]

    def _at(self, fact: Fact) -> list[tuple[Key, Bucket]]:
        return list(places_of(fact))

    def buckets(self, key: Key) -> set[Bucket]:
        return {b for fact in self.facts.values() for k, b in self._at(fact) if k == key}

    def near(self, key: Key, bucket: Bucket) -> Mapping[str, Iterable[Fact]]:
        here = [f for f in self.facts.values() if (key, bucket) in self._at(f) and f.id not in self.gone]
        return {id_: self._left(id_) for id_ in {self.holder[fact.id] for fact in here}}

    def expect(self, places: Iterable[tuple[Key, Bucket]]) -> None:
        assert all(isinstance(key, tuple) for key, _ in places)

    def expect_parties(self, keys: Iterable[PartyKey]) -> None:
        assert all(isinstance(key, tuple) for key in keys)

    def holding(self, report: str) -> tuple[str, Iterable[Fact]] | None:
        id_ = self.holder.get(report)
        return None if id_ is None else (id_, self._left(id_))

    def entries(self, report: str) -> Iterable[tuple[Key, Bucket]]:
        return self._at(self.facts[report])

    def sharing(self, parties: PartyKey) -> Mapping[str, Iterable[Fact]]:
        here = [f for f in self.facts.values() if parties in party_keys(f) and f.id not in self.gone]
        return {id_: self._left(id_) for id_ in {self.holder[fact.id] for fact in here}}

    def parties(self, report: str) -> Iterable[PartyKey]:
        return party_keys(self.facts[report])

    def event(self, report: str) -> str | None:
        return self.ledger.aliases.get(report)

    def part_of(self, event: str) -> str | None:
        return self.events[event].part_of if event in self.events else None

    def parts(self, event: str) -> Iterable[str]:
        return [one.id for one in self.events.values() if one.part_of == event]


@st.composite
def many(draw: st.DrawFn) -> list[Statement]:
    """Statements of few parties and many days, so that much stands near much."""
    found = []
    for number in range(draw(st.integers(2, 14))):
        kind = draw(st.sampled_from(["CONSULT", "AID", "ASSAULT"]))
        day = draw(st.integers(1, 28))
        found.append(
            say(
                kind,
                draw(st.sampled_from(SIDES[:5])),
                draw(st.sampled_from(STATUSES)),
                published=draw(st.sampled_from([f"2023-09-{day:02d}", f"2023-10-{day:02d}", None])),
                visit=kind == "CONSULT" and draw(st.booleans()),
                when=draw(st.sampled_from([None, f"2023-09-{day:02d}", "2023-09-01..2023-11-30"])),
                context=["military"] if kind == "AID" else [],
                article=f"a{draw(st.integers(0, 9))}",
                start=60 * draw(st.integers(0, 4)),
                quote=draw(st.sampled_from([f"sentence {number}", f"postponed {number}"])),
                id=f"r{number:02d}",
            )
        )
    return found


def brought(
    old: Sequence[Statement],
    new: Sequence[Statement],
    gone: set[str],
    before: Sequence[Judgement],
    after: Sequence[Judgement],
) -> tuple[list[Event], dict[str, str]]:
    kept = KeptInMemory(old, before, set(gone))
    rejected = {one.report for one in after if one.kind == "reject"}
    was_rejected = {one.report for one in before if one.kind == "reject"}
    turned = {one for side in (set(before) ^ set(after),) for j in side for one in (j.report, j.other) if one}
    coming = [fact_of(one) for one in new if one.report.id not in rejected]
    coming += [fact_of(one) for one in old if one.report.id in was_rejected - rejected - gone]
    leaving = {one for one in gone | (rejected - was_rejected) if one in kept.facts}
    # what is parted, or parted no longer, is placed anew
    moved = {j.report for j in set(before) ^ set(after) if j.kind == "different"} & set(kept.facts) - leaving
    coming += [kept.facts[one] for one in sorted(moved)]
    kept.gone |= leaving | moved
    change = revise(kept, coming, sorted(leaving | moved), after, judged=sorted(turned))
    events = {id_: event for id_, event in kept.events.items() if id_ not in change.gone}
    events |= {event.id: event for event in change.events}
    aliases = {r: e for r, e in kept.ledger.aliases.items() if r not in leaving} | change.aliases
    ordered = sorted(events.values(), key=lambda e: (e.earliest is None, e.earliest or "", e.id))
    return ordered, aliases


def same(
    found: tuple[list[Event], dict[str, str]], statements: Iterable[Statement], judged: Sequence[Judgement]
) -> None:
    ledger = build_ledger(statements, judged)
    assert found[1] == ledger.aliases
    assert found[0] == list(ledger.events)


@settings(max_examples=400, deadline=None)
@given(st.one_of(made(), many()), st.data())
def test_what_came_and_went_makes_the_ledger_of_what_is_there(found: list[Statement], data: st.DataObject) -> None:
    new = data.draw(st.sets(st.sampled_from(range(len(found)))))
    gone = data.draw(st.sets(st.sampled_from(range(len(found))))) - new
    old = [one for n, one in enumerate(found) if n not in new]
    left = {found[n].report.id for n in gone}
    after = [one for one in found if one.report.id not in left]
    same(brought(old, [found[n] for n in new], left, [], []), after, [])


@settings(max_examples=300, deadline=None)
@given(many(), st.data())
def test_judgements_made_and_taken_back(found: list[Statement], data: st.DataObject) -> None:
    ids = st.sampled_from([one.report.id for one in found])
    rows = st.lists(
        st.one_of(
            st.builds(lambda a: Judgement(kind="reject", report=a), ids),
            st.builds(
                lambda kind, a, b: Judgement(kind=kind, report=a, other=b),
                st.sampled_from(["same", "different"]), ids, ids,
            ).filter(lambda j: j.report != j.other),
        ),
        max_size=3, unique=True,
    )  # fmt: skip
    before, after = data.draw(rows), data.draw(rows)
    same(brought(found, [], set(), before, after), found, after)
