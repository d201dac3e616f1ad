"""Where the ledger placed its reports, so that adding costs what is new. The ledger is made afresh once."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables, empty: the next run fills them."""
    op.create_table(
        "placements",
        sa.Column("report", sa.String, primary_key=True),
        sa.Column("cluster", sa.String, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False),
    )
    op.create_index("placements_cluster", "placements", ["cluster"])
    op.create_index("placements_gone", "placements", ["gone"], sqlite_where=sa.text("gone IS 1"))
    op.create_table(
        "places",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("bucket", sa.Integer, primary_key=True),
        sa.Column("report", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("places_report", "places", ["report"])
    op.create_index("events_part_of", "events", ["part_of"])
