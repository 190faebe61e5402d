"""People, their sessions, invitations and tokens, and the count of failed attempts to sign in."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "20261124_people"
down_revision = "20261124_scale"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "person",
        text("id"),
        text("name"),
        text("name_key"),
        text("role"),
        text("password", nullable=True),
        instant("created_at"),
        instant("seen_at", nullable=True),
        instant("disabled_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("name_key", name=op.f("uq_person_name_key")),
    )
    op.create_table(
        "session",
        text("id"),
        text("digest"),
        text("person_id"),
        text("agent"),
        text("address"),
        instant("created_at"),
        instant("seen_at"),
        instant("expires_at"),
        *of_a_person("session"),
        sa.UniqueConstraint("digest", name=op.f("uq_session_digest")),
    )
    op.create_table(
        "invitation",
        text("id"),
        text("digest"),
        text("purpose"),
        text("role"),
        text("person_id", nullable=True),
        text("note"),
        text("created_by"),
        instant("created_at"),
        instant("expires_at"),
        instant("used_at", nullable=True),
        instant("withdrawn_at", nullable=True),
        *of_a_person("invitation"),
        sa.UniqueConstraint("digest", name=op.f("uq_invitation_digest")),
    )
    op.create_table(
        "token",
        text("id"),
        text("digest"),
        text("person_id"),
        text("name"),
        text("scopes"),
        instant("created_at"),
        instant("expires_at"),
        instant("used_at", nullable=True),
        instant("revoked_at", nullable=True),
        *of_a_person("token"),
    )
    for table in OF_PEOPLE:
        op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"])
    op.create_table(
        "attempt",
        text("key"),
        sa.Column("failures", sa.Integer(), nullable=False),
        instant("last_at"),
        instant("until"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attempt")),
    )
    op.create_index(op.f("ix_attempt_last_at"), "attempt", ["last_at"])


OF_PEOPLE = ("session", "invitation", "token")


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """A text column."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    """A point in time."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def of_a_person(table: str) -> tuple[sa.PrimaryKeyConstraint, sa.ForeignKeyConstraint]:
    """The keys of a table whose rows belong to a person."""
    key = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    return key, sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id"))


def downgrade() -> None:
    """Go back."""
    for table in ("attempt", *OF_PEOPLE, "person"):
        op.drop_table(table)
