"""Blocking keys under their facts: those of one fact stand on one page, where each stood on a page of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261129_keys_by_fact"
down_revision = "20261128_queue_indexes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    lead_with("fact_key", "key")


def downgrade() -> None:
    """Go back."""
    lead_with("key", "fact_key")


def lead_with(*columns: str) -> None:
    """Give the table another primary key; SQLite keeps the rows themselves in its order, so it is written anew."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("pk_claim_key", "claim_key")
        op.create_primary_key("pk_claim_key", "claim_key", list(columns))
        return
    op.drop_index("ix_claim_key_key_found_at_claim_id", "claim_key")
    op.rename_table("claim_key", "claim_key_before")
    op.create_table(
        "claim_key",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(*columns, name=op.f("pk_claim_key")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO claim_key (key, fact_key, claim_id, found_at)"
        f" SELECT key, fact_key, claim_id, found_at FROM claim_key_before ORDER BY {', '.join(columns)}"
    )
    op.drop_table("claim_key_before")
    op.create_index("ix_claim_key_key_found_at_claim_id", "claim_key", ["key", "found_at", "claim_id"])
