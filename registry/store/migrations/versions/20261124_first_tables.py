"""First tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261124_first"
down_revision = None
branch_labels = None
depends_on = None


NUMBERED = ("decision", "judgement", "audit_event", "entry")


def upgrade() -> None:
    """Go forward."""
    if op.get_bind().dialect.supports_sequences:
        for name in NUMBERED:
            op.execute(sa.schema.CreateSequence(sa.Sequence(f"{name}_number")))
    op.create_table(
        "audit_event",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index("ix_audit_event_subject_id", "audit_event", ["subject_id"], unique=False)
    op.create_table(
        "blob",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_blob")),
    )
    op.create_table(
        "claim_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "fact_key", name=op.f("pk_claim_key")),
    )
    op.create_index("ix_claim_key_key_found_at", "claim_key", ["key", "found_at"], unique=False)
    op.create_table(
        "conflict",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("across", sa.Boolean(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("priority", sa.Float(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.BigInteger(), nullable=False),
        sa.Column("follows", sa.Text(), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fact_key", "id", name=op.f("pk_conflict")),
    )
    op.create_index("ix_conflict_id", "conflict", ["id"], unique=False)
    op.create_index("ix_conflict_phase_priority_id", "conflict", ["phase", "priority", "id"], unique=False)
    op.create_table(
        "conflict_publisher",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("conflict_id", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fact_key", "conflict_id", "publisher", name=op.f("pk_conflict_publisher")),
    )
    op.create_index("ix_conflict_publisher_publisher", "conflict_publisher", ["publisher"], unique=False)
    op.create_table(
        "decision",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conflict_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("supersedes_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fact_key", "id", name=op.f("pk_decision")),
        sa.UniqueConstraint("fact_key", "supersedes_id", name=op.f("uq_decision_fact_key_supersedes_id")),
    )
    op.create_index("ix_decision_conflict_id", "decision", ["conflict_id"], unique=False)
    op.create_index("ix_decision_decided_at", "decision", ["decided_at"], unique=False)
    op.create_index("ix_decision_id", "decision", ["id"], unique=False)
    op.create_index(
        "uq_decision_first",
        "decision",
        ["fact_key", "conflict_id"],
        unique=True,
        sqlite_where=sa.text("supersedes_id IS NULL"),
        postgresql_where=sa.text("supersedes_id IS NULL"),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("uri_key", sa.Text(), nullable=False),
        sa.Column("version_id", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("uri_key", name=op.f("uq_document_uri_key")),
    )
    op.create_index("ix_document_read_at_id", "document", ["read_at", "id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entry")),
        sa.UniqueConstraint("kind", "ref", name=op.f("uq_entry_kind_ref")),
    )
    op.create_table(
        "fact",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cluster", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("attribute", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("max_low", sa.Text(), nullable=True),
        sa.Column("min_high", sa.Text(), nullable=True),
        sa.Column("simple", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fact_key", name=op.f("pk_fact")),
    )
    op.create_index("ix_fact_changed_at_fact_key", "fact", ["changed_at", "fact_key"], unique=False)
    op.create_index("ix_fact_cluster", "fact", ["cluster"], unique=False)
    op.create_index("ix_fact_id", "fact", ["id"], unique=False)
    op.create_index("ix_fact_subject_attribute", "fact", ["subject", "attribute"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("left_fact", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("right_fact", sa.Text(), nullable=False),
        sa.Column("same", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("supersedes_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("left_fact", "id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("left_fact", "supersedes_id", name=op.f("uq_judgement_left_fact_supersedes_id")),
    )
    op.create_index("ix_judgement_id", "judgement", ["id"], unique=False)
    op.create_index("ix_judgement_right_fact", "judgement", ["right_fact"], unique=False)
    op.create_table(
        "lease",
        sa.Column("conflict_id", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conflict_id", name=op.f("pk_lease")),
    )
    op.create_table(
        "link",
        sa.Column("left_fact", sa.Text(), nullable=False),
        sa.Column("right_fact", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("left_fact", "right_fact", name=op.f("pk_link")),
    )
    op.create_index("ix_link_right_fact", "link", ["right_fact"], unique=False)
    op.create_table(
        "claim",
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("attribute", sa.Text(), nullable=True),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("low_number", sa.Float(), nullable=True),
        sa.Column("high_number", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("value_key", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("checkworthy", sa.Float(), nullable=False),
        sa.Column("trace", sa.Text(), nullable=False),
        sa.Column("extractor", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["fact_key"], ["fact.fact_key"], name=op.f("fk_claim_fact_key")),
        sa.PrimaryKeyConstraint("fact_key", "id", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_id", "claim", ["id"], unique=False)
    op.create_index("ix_claim_version_id_start", "claim", ["version_id", "start"], unique=False)
    op.create_table(
        "document_alias",
        sa.Column("uri_key", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_alias_document_id")),
        sa.PrimaryKeyConstraint("uri_key", name=op.f("pk_document_alias")),
    )
    op.create_index("ix_document_alias_document_id", "document_alias", ["document_id"], unique=False)
    op.create_table(
        "document_version",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["digest"], ["blob.digest"], name=op.f("fk_document_version_digest")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_version_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_version")),
    )
    op.create_index("ix_document_version_digest", "document_version", ["digest"], unique=False)
    op.create_index("ix_document_version_document_id", "document_version", ["document_id"], unique=False)
    op.create_index("ix_document_version_publisher", "document_version", ["publisher"], unique=False)


def downgrade() -> None:
    """Go back."""
    op.drop_table("document_version")
    op.drop_table("document_alias")
    op.drop_table("claim")
    op.drop_table("link")
    op.drop_table("lease")
    op.drop_table("judgement")
    op.drop_table("fact")
    op.drop_table("entry")
    op.drop_table("document")
    op.drop_table("decision")
    op.drop_table("conflict_publisher")
    op.drop_table("conflict")
    op.drop_table("claim_key")
    op.drop_table("blob")
    op.drop_table("audit_event")
    if op.get_bind().dialect.supports_sequences:
        for name in NUMBERED:
            op.execute(sa.schema.DropSequence(sa.Sequence(f"{name}_number")))
