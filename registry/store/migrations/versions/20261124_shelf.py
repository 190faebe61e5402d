"""What a reviewer keeps: saved filters, drafts and blind second reviews."""

from __future__ import annotations

revision = "20261124_shelf"
down_revision = "20261124_watches"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
