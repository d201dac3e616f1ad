"""The traces of articles, by which translations and stories are found: a new reading of an article makes its own.

The ledger is made afresh once, so that its events show their origins.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table, empty."""
    op.create_table(
        "traces",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.execute("UPDATE settings SET value = 'stale' WHERE key IN ('ledger', 'placed')")
