"""Blocking keys as numbers, and indexes for the lists that grow with the registry."""

from __future__ import annotations

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "20261124_scale"
down_revision = "20261124_append_only"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    rows = op.get_bind().execute(sa.text("SELECT key, fact_key, claim_id, found_at FROM claim_key")).all()
    op.drop_table("claim_key")
    op.create_table(
        "claim_key",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "fact_key", name=op.f("pk_claim_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_key_key_found_at_claim_id", "claim_key", ["key", "found_at", "claim_id"])
    op.create_index("ix_claim_found_at_id", "claim", ["found_at", "id"])
    facets = ["phase", "kind", "severity", "rule", "subject", "fact_key", "id"]
    op.create_index("ix_conflict_facets", "conflict", facets)
    told = [
        {"key": number(row.key), "fact_key": row.fact_key, "claim_id": row.claim_id, "found_at": row.found_at}
        for row in rows
    ]
    if told:
        insert = (
            "INSERT INTO claim_key (key, fact_key, claim_id, found_at) VALUES (:key, :fact_key, :claim_id, :found_at)"
        )
        op.get_bind().execute(sa.text(insert), told)


def number(key: str) -> int:
    """The number of a key, as `registry.store.queries.candidates` makes it."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def downgrade() -> None:
    """Go back; the words of keys are gone, so recheck the documents afterwards."""
    op.drop_index("ix_conflict_facets", "conflict")
    op.drop_index("ix_claim_found_at_id", "claim")
    op.drop_table("claim_key")
    op.create_table(
        "claim_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "fact_key", name=op.f("pk_claim_key")),
    )
    op.create_index("ix_claim_key_key_found_at", "claim_key", ["key", "found_at"])
