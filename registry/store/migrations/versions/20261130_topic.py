"""What a document is about as those of its matter tell that it was read beside, so that it is read again as before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261130_topic"
down_revision = "20261130_names"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("document_version", sa.Column("topic", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("document_version", "topic")
