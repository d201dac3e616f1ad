"""The words of sentences, gathered when the archive is opened; a name of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables, empty, and the order in which articles are listed."""
    op.create_table(
        "sentences",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_index("sentences_article", "sentences", ["article"])
    op.execute(
        "CREATE VIRTUAL TABLE words USING fts5 "
        "(exact, folded, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
    )
    op.execute("INSERT INTO words (words, rank) VALUES ('rank', 'bm25(4.0, 1.0)')")
    op.execute("CREATE INDEX articles_newest ON articles (coalesce(published, '') DESC, id)")
    op.execute("CREATE INDEX articles_language ON articles (language, coalesce(published, '') DESC, id)")
    op.execute("CREATE INDEX mentions_text ON mentions (text, entity)")
    op.execute("CREATE INDEX mentions_name ON mentions (lower(name), entity)")
    op.execute("INSERT OR IGNORE INTO settings VALUES ('identity', lower(hex(randomblob(8))))")
