"""What programs watch: webhooks, used facts and repeated requests; and what facts were called before."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "20261124_watches"
down_revision = "20261124_people"
branch_labels = None
depends_on = None

TABLES = ("repeat_request", "delivery_attempt", "message", "endpoint", "change", "use", "watch", "fact_before")


def upgrade() -> None:
    """Go forward."""
    if op.get_bind().dialect.supports_sequences:
        op.execute(sa.schema.CreateSequence(sa.Sequence("change_number")))
    _watched()
    _told()
    _delivered()


def _watched() -> None:
    """What facts were called before, watches and what they use."""
    op.create_table(
        "fact_before",
        *texts("fact_key", "cluster", "label"),
        instant("until"),
        sa.PrimaryKeyConstraint("fact_key", "until", name=op.f("pk_fact_before")),
    )
    op.create_index("ix_fact_before_cluster", "fact_before", ["cluster"])
    op.create_index("ix_fact_before_until", "fact_before", ["until"])
    op.create_table(
        "watch",
        *texts("id", "owner", "name"),
        sa.Column("url", sa.Text(), nullable=True),
        instant("made_at"),
        instant("ended_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
        sa.UniqueConstraint("owner", "name", name=op.f("uq_watch_owner_name")),
    )
    op.create_index("ix_watch_owner", "watch", ["owner"])
    op.create_table(
        "use",
        *texts("watch_id", "id", "fact_key", "sentence", "words", "standing", "held"),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        instant("used_at"),
        sa.PrimaryKeyConstraint("watch_id", "id", name=op.f("pk_use")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_use_watch_id")),
    )
    op.create_index("ix_use_fact_key", "use", ["fact_key"])


def _told() -> None:
    """Changes, and who wants to be told."""
    op.create_table(
        "change",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        instant("at"),
        *texts("type", "fact_key", "fact_id", "data"),
        sa.Column("watch_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index("ix_change_fact_id", "change", ["fact_id"])
    op.create_index("ix_change_watch_id_id", "change", ["watch_id", "id"])
    op.create_index("ix_change_at", "change", ["at"])
    op.create_table(
        "endpoint",
        *texts("id", "owner", "url", "types", "secret"),
        sa.Column("watch_id", sa.Text(), nullable=True),
        sa.Column("former", sa.Text(), nullable=True),
        instant("former_until", nullable=True),
        instant("made_at"),
        instant("disabled_at", nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endpoint")),
    )
    op.create_index("ix_endpoint_owner", "endpoint", ["owner"])


def _delivered() -> None:
    """The outbox, its attempts, and requests that were done before."""
    op.create_table(
        "message",
        *texts("id", "endpoint_id", "type", "body", "state"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        instant("made_at"),
        instant("due_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.ForeignKeyConstraint(["endpoint_id"], ["endpoint.id"], name=op.f("fk_message_endpoint_id")),
    )
    op.create_index("ix_message_state_due_at", "message", ["state", "due_at"])
    op.create_index("ix_message_endpoint_id_made_at_id", "message", ["endpoint_id", "made_at", "id"])
    op.create_table(
        "delivery_attempt",
        *texts("message_id", "detail"),
        sa.Column("number", sa.Integer(), nullable=False),
        instant("at"),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("message_id", "number", name=op.f("pk_delivery_attempt")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_delivery_attempt_message_id")),
    )
    op.create_table(
        "repeat_request",
        *texts("key", "fingerprint", "headers", "body"),
        instant("at"),
        sa.Column("status", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_repeat_request")),
    )
    op.create_index("ix_repeat_request_at", "repeat_request", ["at"])


def texts(*names: str) -> list[sa.Column[str]]:
    """Columns of text."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    """A column for a point in time."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def downgrade() -> None:
    """Go back."""
    for name in TABLES:
        op.drop_table(name)
    if op.get_bind().dialect.supports_sequences:
        op.execute(sa.schema.DropSequence(sa.Sequence("change_number")))
