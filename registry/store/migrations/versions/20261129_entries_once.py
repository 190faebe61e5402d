"""Without the index of things that full text finds: who keeps a thing knows whether it is new, and a document of fifty
claims wrote a tenth of its pages there."""

from __future__ import annotations

from alembic import op

revision = "20261129_entries_once"
down_revision = "20261129_conflict_words"
branch_labels = None
depends_on = None

NAME = "uq_entry_kind_ref"


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("entry") as entry:
        entry.drop_constraint(NAME, type_="unique")


def downgrade() -> None:
    """Go back; of a thing that is there twice the newer stays findable."""
    op.execute("DELETE FROM entry WHERE number NOT IN (SELECT max(number) FROM entry GROUP BY kind, ref)")
    with op.batch_alter_table("entry") as entry:
        entry.create_unique_constraint(NAME, ["kind", "ref"])
