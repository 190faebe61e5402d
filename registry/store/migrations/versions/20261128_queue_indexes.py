"""Indexes for the queue by age, for documents by their newest version, for what follows a conflict, and on PostgreSQL
for the newest of a kind that has a word; all of these were read from end to end."""

from __future__ import annotations

from alembic import op

revision = "20261128_queue_indexes"
down_revision = "20261124_measures"
branch_labels = None
depends_on = None

# One for each kind, since by an index over kind and number the planner expects more pages than by the number alone.
KINDS = ("claim", "fact", "document")


def upgrade() -> None:
    """Go forward."""
    op.create_index("ix_conflict_phase_found_at_id", "conflict", ["phase", "found_at", "id"])
    op.create_index("ix_conflict_follows", "conflict", ["follows"])
    op.create_index("ix_document_version_id", "document", ["version_id"])
    if op.get_bind().dialect.name == "postgresql":
        for kind in KINDS:
            op.execute(f"CREATE INDEX ix_entry_words_newest_{kind} ON entry (number) WHERE kind = '{kind}'")


def downgrade() -> None:
    """Go back."""
    if op.get_bind().dialect.name == "postgresql":
        for kind in KINDS:
            op.execute(f"DROP INDEX ix_entry_words_newest_{kind}")
    op.drop_index("ix_conflict_follows", "conflict")
    op.drop_index("ix_document_version_id", "document")
    op.drop_index("ix_conflict_phase_found_at_id", "conflict")
