"""The names in a document, by which those of one matter are known; a recheck fills in those of older documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261130_names"
down_revision = "20261129_entries_once"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("document_version", sa.Column("names", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Go back."""
    op.drop_column("document_version", "names")
