"""What the registry measures of itself and has been taught, and which documents repeat each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261124_measures"
down_revision = "20261124_shelf"
branch_labels = None
depends_on = None

NUMBERED = ("concept_judgement", "amendment")
INDEXES = (
    ("ix_conflict_changed_at_id", "conflict", ["changed_at", "id"]),
    ("ix_conflict_found_at_id", "conflict", ["found_at", "id"]),
    ("ix_conflict_rule_phase", "conflict", ["rule", "phase"]),
    ("ix_conflict_sieve", "conflict", ["phase", "suggested", "kind", "severity", "rule", "found_at", "subject"]),
    ("ix_audit_event_actor_id", "audit_event", ["actor", "id"]),
    ("ix_audit_event_action_id", "audit_event", ["action", "id"]),
    ("ix_claim_subject_found_at_id", "claim", ["subject", "found_at", "id"]),
    ("ix_claim_attribute_found_at_id", "claim", ["attribute", "found_at", "id"]),
    ("ix_claim_low_found_at_id", "claim", ["low", "found_at", "id"]),
)
STANDING = ["fact_key", "value_key", "found_at", "id", "voice", "version_id", "retired_at"]
FILL = (
    """UPDATE claim SET voice = (SELECT document_id FROM document_version
        WHERE document_version.id = claim.version_id)""",
    "UPDATE document_version SET origin = document_id",
    """UPDATE conflict SET changed_at = coalesce((SELECT decided_at FROM decision
        WHERE decision.fact_key = conflict.fact_key AND decision.id = conflict.decision_id), found_at)""",
)


def upgrade() -> None:
    """Go forward."""
    lite = op.get_bind().dialect.name == "sqlite"
    if op.get_bind().dialect.supports_sequences:
        for name in NUMBERED:
            op.execute(sa.schema.CreateSequence(sa.Sequence(f"{name}_number")))
    _tables()
    op.add_column("document_version", sa.Column("origin", sa.Text(), nullable=True))
    op.add_column("document_version", sa.Column("alike", sa.Float(), nullable=True))
    op.add_column("document_version", sa.Column("taught", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("link", sa.Column("engine", sa.Text(), nullable=False, server_default=""))
    op.add_column("claim", sa.Column("voice", sa.Text(), nullable=True))
    op.add_column("conflict", sa.Column("suggested", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("conflict", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
    for statement in FILL:
        op.execute(statement)
    with op.batch_alter_table("conflict") as batch:
        batch.alter_column("changed_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
    op.create_index("ix_claim_standing", "claim", STANDING)
    span = sa.text("low IS NULL OR low <> high")
    op.create_index("ix_claim_span", "claim", ["high", "found_at", "id"], sqlite_where=span, postgresql_where=span)
    for table in NUMBERED:
        for statement in _sqlite(table) if lite else _postgresql(table):
            op.execute(statement)


def _tables() -> None:
    """The new tables."""
    op.create_table(
        "mark",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("conflict_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("fact_key", "conflict_id", "kind", "name", name=op.f("pk_mark")),
    )
    op.create_index("ix_mark_kind_name_agreed", "mark", ["kind", "name", "agreed"])
    op.create_index("ix_mark_conflict_id", "mark", ["conflict_id"])
    op.create_table(
        "rule_state",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("suggested", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("rule", name=op.f("pk_rule_state")),
    )
    op.create_table(
        "sketch",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("version_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("band", "version_id", name=op.f("pk_sketch")),
        sqlite_with_rowid=False,
    )
    said = (("reviewer", sa.Text()), ("reason", sa.Text()))
    op.create_table(
        "concept_judgement",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("left_words", "right_words", "same")),
        *(sa.Column(name, kind, nullable=False) for name, kind in said),
        sa.Column("supersedes_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concept_judgement")),
        sa.UniqueConstraint(
            "left_words",
            "right_words",
            "supersedes_id",
            name=op.f("uq_concept_judgement_left_words_right_words_supersedes_id"),
        ),
    )
    op.create_index("ix_concept_judgement_left_words_right_words", "concept_judgement", ["left_words", "right_words"])
    op.create_table(
        "amendment",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "version_id", "claim_id")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("start", "end", "sentence_start")),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        *(sa.Column(name, kind, nullable=False) for name, kind in said),
        sa.Column("supersedes_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_amendment")),
        sa.UniqueConstraint("document_id", "supersedes_id", name=op.f("uq_amendment_document_id_supersedes_id")),
    )
    for column in ("claim_id", "id"):
        op.create_index(f"ix_amendment_{column}", "amendment", [column])


def _sqlite(table: str) -> list[str]:
    """The triggers that keep people's words, on SQLite."""
    return [
        f"""CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for verb in ("update", "delete")
    ]


def _postgresql(table: str) -> list[str]:
    """The triggers that keep people's words, on PostgreSQL."""
    return [
        f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
        f"""CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    ]


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_claim_span", "claim")
    op.drop_index("ix_claim_standing", "claim")
    for name, table, _columns in INDEXES:
        op.drop_index(name, table)
    for table in ("amendment", "concept_judgement", "sketch", "rule_state", "mark"):
        op.drop_table(table)
    for table, columns in (("conflict", ("changed_at", "suggested")), ("claim", ("voice",)), ("link", ("engine",))):
        for column in columns:
            op.drop_column(table, column)
    for column in ("taught", "alike", "origin"):
        op.drop_column("document_version", column)
    if op.get_bind().dialect.supports_sequences:
        for name in NUMBERED:
            op.execute(sa.schema.DropSequence(sa.Sequence(f"{name}_number")))
