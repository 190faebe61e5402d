"""Full text."""

from __future__ import annotations

from alembic import op

revision = "20261124_full_text"
down_revision = "20261124_first"
branch_labels = None
depends_on = None

FTS5 = """CREATE VIRTUAL TABLE entry_text USING fts5(kind, words, content='', detail=full, prefix='2 3',
    tokenize="porter unicode61 remove_diacritics 2")"""


def upgrade() -> None:
    """Give each database its own index."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FTS5)
    else:
        op.execute("ALTER TABLE entry ADD COLUMN words tsvector NOT NULL")
        op.execute("CREATE INDEX ix_entry_words ON entry USING gin (words)")


def downgrade() -> None:
    """Take it away."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE entry_text")
    else:
        op.execute("ALTER TABLE entry DROP COLUMN words")
