"""People, their sessions, invitations and tokens."""

from __future__ import annotations

revision = "20261124_people"
down_revision = "20261124_scale"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
