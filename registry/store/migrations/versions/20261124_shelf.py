"""What a reviewer keeps: saved filters, flags, templates, a place; blind second reviews; languages of conflicts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261124_shelf"
down_revision = "20261124_watches"
branch_labels = None
depends_on = None

NUMBER = "second_review_number"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "shelf_item",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person", "kind", "name", name=op.f("pk_shelf_item")),
    )
    op.create_table(
        "conflict_language",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("conflict_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fact_key", "conflict_id", "language", name=op.f("pk_conflict_language")),
    )
    op.create_index(op.f("ix_conflict_language_language"), "conflict_language", ["language"])
    second_reviews()


def second_reviews() -> None:
    """Their table and the sequence of its numbers."""
    if op.get_bind().dialect.supports_sequences:
        op.execute(sa.schema.CreateSequence(sa.Sequence(NUMBER)))
    op.create_table(
        "second_review",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conflict_id", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_review")),
    )
    op.create_index("uq_second_review_once", "second_review", ["conflict_id", "reviewer"], unique=True)


def downgrade() -> None:
    """Go back."""
    for table in ("second_review", "conflict_language", "shelf_item"):
        op.drop_table(table)
    if op.get_bind().dialect.supports_sequences:
        op.execute(sa.schema.DropSequence(sa.Sequence(NUMBER)))
