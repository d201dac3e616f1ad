"""The first tables.

Written out and never changed again: what an archive of this revision holds, whatever comes later.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables of an archive."""
    _text_tables()
    _reading_tables()
    _ledger_tables()


def _key(name: str, foreign: str | None = None) -> "sa.Column[Any]":
    args = [sa.ForeignKey(foreign)] if foreign else []
    return sa.Column(name, sa.String, *args, primary_key=True)


def _text_tables() -> None:
    op.create_table(
        "articles",
        _key("id"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.String),
        sa.Column("language", sa.String),
    )
    op.create_index("articles_published", "articles", ["published"])
    op.create_table(
        "versions",
        _key("article", "articles.id"),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("versions_fingerprint", "versions", ["article", "fingerprint"], unique=True)
    op.create_table(
        "quarantine",
        _key("id"),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("excerpt", sa.Text, nullable=False),
    )
    op.create_index("quarantine_origin", "quarantine", ["origin"])
    op.create_table("settings", _key("key"), sa.Column("value", sa.String, nullable=False))


def _reading_tables() -> None:
    op.create_table(
        "readings",
        _key("article", "articles.id"),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reports",
        _key("id"),
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("earliest", sa.String),
        sa.Column("latest", sa.String),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("reports_article", "reports", ["article", "number"])
    op.create_table(
        "mentions",
        _key("article", "articles.id"),
        _key("entity"),
        sa.Column("text", sa.Text, primary_key=True),
        sa.Column("name", sa.Text),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("country", sa.String),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_index("mentions_entity", "mentions", ["entity"])


def _ledger_tables() -> None:
    op.create_table(
        "events",
        _key("id"),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("position", sa.String, nullable=False),
        sa.Column("earliest", sa.String),
        sa.Column("latest", sa.String),
        sa.Column("part_of", sa.String),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("events_order", "events", ["position", "id", "earliest", "latest"])
    op.create_index("events_type", "events", ["type", "position", "id"])
    op.create_index("events_status", "events", ["status", "position", "id"])
    op.create_table("event_keys", _key("kind"), _key("key"), _key("event", "events.id"))
    op.create_index("event_keys_event", "event_keys", ["event"])
    op.create_table("event_ids", _key("report"), sa.Column("event", sa.String, nullable=False))
    op.create_table(
        "judgements",
        _key("a"),
        _key("b"),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("reasons", sa.Text, nullable=False),
    )
