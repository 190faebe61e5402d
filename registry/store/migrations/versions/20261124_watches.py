"""What programs watch: webhooks, used facts and repeated requests."""

from __future__ import annotations

revision = "20261124_watches"
down_revision = "20261124_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
