"""The ledger as it was kept: where its reports were placed, so that what is new costs what stands near it.

A row of `placements` says which cluster holds a report, rows of `places` under which keys it is found. When an
article is read again its rows are marked as gone until the ledger has been brought up to date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, select, text, update

from dragoman.store import queries, writes
from dragoman.store import schema as t

if TYPE_CHECKING:
    from dragoman.ledger import Change, Fact, Judgement, Statement
    from dragoman.ledger.changing import PartyKey
    from dragoman.ledger.keys import Key

__all__ = ["KeptLedger", "Pending", "bring_up_to_date", "pending", "place_all"]

NO_DAYS = -1_000_000
"""The bucket of what may lie on any day."""
PARTIES = "parties"
"""First part of the keys by which parts find their wholes."""
PAIRS = 200
"""Keys with their buckets that are looked up at once."""
SHARE = 4
"""Where more than one report in so many came or went, everything is placed afresh."""
_SEPARATOR = "\x1f"
_CLUSTERS_AT = text(
    """
    SELECT DISTINCT places."key", places.bucket, placements.cluster
    FROM json_each(:wanted) AS wanted
    CROSS JOIN places
        ON places."key" = json_extract(wanted.value, '$[0]') AND places.bucket = json_extract(wanted.value, '$[1]')
    CROSS JOIN placements ON placements.report = places.report AND placements.gone IS 0
    """
)
"""The clusters under some pairs of key and bucket. A list of pairs after IN would have all places looked through;
CROSS JOIN keeps SQLite to the order in which each step finds its rows by an index."""


class Pending:
    """Reports that came and went since the ledger was made."""

    def __init__(self, connection: Connection, rejected: Iterable[str]) -> None:
        reports, placed = t.reports.c, t.placements.c
        join = t.reports.outerjoin(t.placements, (placed.report == reports.id) & placed.gone.is_(False))
        unplaced = select(reports.id).select_from(join).where(placed.report.is_(None)).order_by(reports.id)
        out = set(rejected)
        self.new = [id_ for id_ in connection.execute(unplaced).scalars() if id_ not in out]
        gone = select(placed.report).where(placed.gone.is_(True)).order_by(placed.report)
        self.gone = list(connection.execute(gone).scalars())
        known = select(placed.report).where(placed.report.in_(sorted(out)), placed.gone.is_(False))
        self.gone += connection.execute(known).scalars()
        self.total = connection.execute(select(func.count()).select_from(t.reports)).scalar_one()

    @property
    def many(self) -> bool:
        """Whether placing everything afresh is the shorter way."""
        return (len(self.new) + len(self.gone)) * SHARE > self.total


def pending(connection: Connection, judgements: Sequence[Judgement]) -> Pending:
    """Return what came and went since the ledger was made; what a person rejected went."""
    return Pending(connection, [one.report for one in judgements if one.kind == "reject"])


class KeptLedger:
    """Answers what a revision asks (`dragoman.ledger.Kept`), from the database; clusters are read once."""

    def __init__(self, connection: Connection, gone: Iterable[str]) -> None:
        self._connection = connection
        self._gone = set(gone)
        self._clusters: dict[str, list[Fact]] = {}
        self._found: dict[tuple[str, int], list[str]] = {}
        """The clusters under each place that was looked up."""
        self._events: dict[str, str | None] = {}
        self._part_of: dict[str, str] | None = None

    def buckets(self, key: Key) -> list[int | None]:
        """Return the buckets under which reports are kept for a key."""
        columns = t.places.c
        query = select(columns.bucket).where(columns.key == _SEPARATOR.join(key)).distinct()
        return [None if bucket == NO_DAYS else bucket for bucket in self._connection.execute(query).scalars()]

    def expect(self, places: Iterable[tuple[Key, int | None]]) -> None:
        """Look up clusters under many keys and buckets at once."""
        self._look_up((_SEPARATOR.join(key), NO_DAYS if bucket is None else bucket) for key, bucket in places)

    def expect_parties(self, keys: Iterable[PartyKey]) -> None:
        """Look up clusters of many parties at once."""
        self._look_up((_SEPARATOR.join((PARTIES, *parties)), NO_DAYS) for parties in keys)

    def near(self, key: Key, bucket: int | None) -> Mapping[str, Iterable[Fact]]:
        """Return the clusters that have a report under a key and bucket."""
        return self._under(_SEPARATOR.join(key), NO_DAYS if bucket is None else bucket)

    def sharing(self, parties: PartyKey) -> Mapping[str, Iterable[Fact]]:
        """Return the clusters with a report of these parties."""
        return self._under(_SEPARATOR.join((PARTIES, *parties)), NO_DAYS)

    def holding(self, report: str) -> tuple[str, Iterable[Fact]] | None:
        """Return id and facts of the cluster that holds a report, or held it before it went."""
        query = select(t.placements.c.cluster).where(t.placements.c.report == report)
        found = self._connection.execute(query).scalar()
        return None if found is None else (found, self._loaded([found])[found])

    def entries(self, report: str) -> list[tuple[Key, int | None]]:
        """Return where a report was found."""
        return [
            (tuple(key.split(_SEPARATOR)), None if bucket == NO_DAYS else bucket)
            for key, bucket in self._rows(report)
            if not key.startswith(PARTIES + _SEPARATOR)
        ]

    def parties(self, report: str) -> list[PartyKey]:
        """Return the keys of parties under which a report was found."""
        return [
            tuple(key.split(_SEPARATOR)[1:])
            for key, _ in self._rows(report)
            if key.startswith(PARTIES + _SEPARATOR)
        ]

    def event(self, report: str) -> str | None:
        """Return the event that held a report. Reports that were loaded meanwhile are looked up with it."""
        if report not in self._events:
            loaded = [
                fact.id for facts in self._clusters.values() for fact in facts if fact.id not in self._events
            ]
            held = queries.holders(self._connection, {report, *loaded})
            self._events.update((one, held.get(one)) for one in (report, *loaded))
        return self._events[report]

    def expect_new(self, reports: Iterable[str]) -> None:
        """Be told which reports no event held."""
        self._events.update((report, None) for report in reports)

    def part_of(self, event: str) -> str | None:
        """Return the event that an event was part of."""
        return self._wholes().get(event)

    def parts(self, event: str) -> list[str]:
        """Return the events that were parts of an event."""
        return sorted(part for part, whole in self._wholes().items() if whole == event)

    def _wholes(self) -> dict[str, str]:
        if self._part_of is None:
            query = select(t.events.c.id, t.events.c.part_of).where(t.events.c.part_of.is_not(None))
            self._part_of = {row.id: row.part_of for row in self._connection.execute(query)}
        return self._part_of

    def _rows(self, report: str) -> list[tuple[str, int]]:
        query = select(t.places.c.key, t.places.c.bucket).where(t.places.c.report == report)
        return [(row.key, row.bucket) for row in self._connection.execute(query)]

    def _under(self, key: str, bucket: int) -> Mapping[str, Iterable[Fact]]:
        self._look_up([(key, bucket)])
        return self._loaded(self._found[key, bucket])

    def _look_up(self, places: Iterable[tuple[str, int]]) -> None:
        """Find which clusters stand under some keys and buckets, and load them."""
        wanted = [at for at in dict.fromkeys(places) if at not in self._found]
        for start in range(0, len(wanted), PAIRS):
            chosen = wanted[start : start + PAIRS]
            found: dict[tuple[str, int], list[str]] = {at: [] for at in chosen}
            for row in self._connection.execute(_CLUSTERS_AT, {"wanted": json.dumps(chosen)}):
                found[row.key, row.bucket].append(row.cluster)
            self._found.update((at, sorted(clusters)) for at, clusters in found.items())
            self._loaded(sorted({cluster for clusters in found.values() for cluster in clusters}))

    def _loaded(self, clusters: Sequence[str]) -> dict[str, list[Fact]]:
        from dragoman.ledger import fact_of

        missing = [one for one in clusters if one not in self._clusters]
        for start in range(0, len(missing), queries.CHUNK):
            chosen = missing[start : start + queries.CHUNK]
            columns = t.placements.c
            query = select(columns.report, columns.cluster)
            rows = self._connection.execute(query.where(columns.cluster.in_(chosen), columns.gone.is_(False)))
            holder = {row.report: row.cluster for row in rows if row.report not in self._gone}
            self._clusters.update((one, []) for one in chosen)
            for statement in queries.statements(self._connection, holder):
                self._clusters[holder[statement.report.id]].append(fact_of(statement))
        return {one: self._clusters[one] for one in clusters}


def bring_up_to_date(
    connection: Connection, waiting: Pending, judgements: Sequence[Judgement], judged: Judgement | None = None
) -> None:
    """Revise the ledger by what came and went, and by a judgement that was made or taken back."""
    from dragoman.ledger import fact_of, revise

    turned = {judged.report, judged.other} - {""} if judged else set()
    new, gone = list(waiting.new), list(waiting.gone)
    if judged is not None and judged.kind == "different" and judged.report not in gone:
        gone.append(judged.report)  # it is placed anew, at another turn than before
        new.append(judged.report)
    facts = [fact_of(statement) for statement in queries.statements(connection, new)]
    kept = KeptLedger(connection, gone)
    if not gone:
        kept.expect_new(fact.id for fact in facts)
    change = revise(kept, facts, gone, judgements, judged=sorted(turned))
    _keep(connection, change, facts, gone)


def _keep(connection: Connection, change: Change, facts: Sequence[Fact], gone: Sequence[str]) -> None:
    writes.change_events(connection, change.events, change.gone)
    writes.change_ids(connection, change.aliases, change.gone)
    _unplace(connection, gone)
    _place(connection, facts, change.clusters)
    fresh = {fact.id for fact in facts}
    moved = [(report, cluster) for report, cluster in change.clusters.items() if report not in fresh]
    for report, cluster in moved:
        connection.execute(update(t.placements).where(t.placements.c.report == report).values(cluster=cluster))


def place_all(connection: Connection, statements: Sequence[Statement], clusters: Mapping[str, str]) -> None:
    """Keep where all reports were placed, in the stead of what was kept."""
    from dragoman.ledger import fact_of

    connection.execute(delete(t.places))
    connection.execute(delete(t.placements))
    _place(connection, [fact_of(one) for one in statements if one.report.id in clusters], clusters)


def _unplace(connection: Connection, reports: Sequence[str]) -> None:
    for start in range(0, len(reports), queries.CHUNK):
        chosen = reports[start : start + queries.CHUNK]
        connection.execute(delete(t.places).where(t.places.c.report.in_(chosen)))
        connection.execute(delete(t.placements).where(t.placements.c.report.in_(chosen)))


def _place(connection: Connection, facts: Sequence[Fact], clusters: Mapping[str, str]) -> None:
    from dragoman.ledger.changing import party_keys
    from dragoman.ledger.keys import places_of

    placements = [{"report": fact.id, "cluster": clusters[fact.id], "gone": False} for fact in facts]
    places = []
    for fact in facts:
        keys = [(key, NO_DAYS if bucket is None else bucket) for key, bucket in places_of(fact)]
        keys += [((PARTIES, *parties), NO_DAYS) for parties in party_keys(fact)]
        places += [
            {"key": _SEPARATOR.join(key), "bucket": bucket, "report": fact.id}
            for key, bucket in dict.fromkeys(keys)
        ]
    if placements:
        connection.execute(insert(t.placements), placements)
    if places:
        connection.execute(insert(t.places), places)
