"""The tables of an archive. Records are kept whole as blobs; columns repeat what queries look for."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

__all__ = [
    "OTHERS",
    "REVISIONS",
    "articles",
    "event_ids",
    "event_keys",
    "events",
    "judgements",
    "mentions",
    "metadata",
    "placements",
    "places",
    "quarantine",
    "readings",
    "reports",
    "sentences",
    "settings",
    "traces",
    "versions",
]

REVISIONS = ("0001", "0002", "0003", "0004")
"""The revisions that this version of the program knows, oldest first; the last is the schema below."""

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("published", String),
    Column("language", String),
)
Index("articles_published", articles.c.published)

versions = Table(
    "versions",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("fingerprint", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("versions_fingerprint", versions.c.article, versions.c.fingerprint, unique=True)

readings = Table(
    "readings",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("reader", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

traces = Table(
    "traces",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("earliest", String),
    Column("latest", String),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("reports_article", reports.c.article, reports.c.number)

mentions = Table(
    "mentions",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("entity", String, primary_key=True),
    Column("text", Text, primary_key=True),
    Column("name", Text),
    Column("type", String, nullable=False),
    Column("country", String),
    Column("count", Integer, nullable=False),
)
Index("mentions_entity", mentions.c.entity)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("position", String, nullable=False),
    Column("earliest", String),
    Column("latest", String),
    Column("part_of", String),
    Column("body", LargeBinary, nullable=False),
)
# The order of the ledger; with the other end of the span, so that a window is found in the index alone.
Index("events_order", events.c.position, events.c.id, events.c.earliest, events.c.latest)
Index("events_type", events.c.type, events.c.position, events.c.id)
Index("events_part_of", events.c.part_of)
Index("events_status", events.c.status, events.c.position, events.c.id)

event_keys = Table(
    "event_keys",
    metadata,
    Column("kind", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("event", ForeignKey("events.id"), primary_key=True),
)
Index("event_keys_event", event_keys.c.event)

event_ids = Table(
    "event_ids",
    metadata,
    Column("report", String, primary_key=True),
    Column("event", String, nullable=False),
)

placements = Table(
    "placements",
    metadata,
    Column("report", String, primary_key=True),
    Column("cluster", String, nullable=False),
    Column("gone", Boolean, nullable=False),
)
Index("placements_cluster", placements.c.cluster)
Index("placements_gone", placements.c.gone, sqlite_where=placements.c.gone.is_(True))

places = Table(
    "places",
    metadata,
    Column("key", String, primary_key=True),
    Column("bucket", Integer, primary_key=True),
    Column("report", String, primary_key=True),
    sqlite_with_rowid=False,
)
Index("places_report", places.c.report)

judgements = Table(
    "judgements",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("score", Float),
    Column("reasons", Text, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("excerpt", Text, nullable=False),
)
Index("quarantine_origin", quarantine.c.origin)

sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
Index("sentences_article", sentences.c.article)

settings = Table(
    "settings",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

OTHERS = (
    "CREATE VIRTUAL TABLE words USING fts5 "
    "(exact, folded, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
    "INSERT INTO words (words, rank) VALUES ('rank', 'bm25(4.0, 1.0)')",
    "CREATE INDEX articles_newest ON articles (coalesce(published, '') DESC, id)",
    "CREATE INDEX articles_language ON articles (language, coalesce(published, '') DESC, id)",
    "CREATE INDEX mentions_text ON mentions (text, entity)",
    "CREATE INDEX mentions_name ON mentions (lower(name), entity)",
    "INSERT OR IGNORE INTO settings VALUES ('identity', lower(hex(randomblob(8))))",
)
"""What SQLite alone knows: the words of sentences (their rowid is the sentence's id; marks belong to words; a word
as it is written weighs most), orders by expression, and a name of the archive's own."""
