"""What the registry measures of itself and has been taught."""

from __future__ import annotations

revision = "20261124_measures"
down_revision = "20261124_shelf"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
