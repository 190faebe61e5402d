"""Decisions, judgements and audit events are only ever appended; a second fence, nothing depends on it."""

from __future__ import annotations

from alembic import op

revision = "20261124_append_only"
down_revision = "20261124_full_text"
branch_labels = None
depends_on = None

TABLES = ("decision", "judgement", "audit_event")
FUNCTION = """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""


def upgrade() -> None:
    """Refuse update and delete."""
    lite = op.get_bind().dialect.name == "sqlite"
    if not lite:
        op.execute(FUNCTION)
    for table in TABLES:
        for statement in sqlite(table) if lite else postgresql(table):
            op.execute(statement)


def sqlite(table: str) -> list[str]:
    """The triggers of a table on SQLite."""
    return [
        f"""CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for verb in ("update", "delete")
    ]


def postgresql(table: str) -> list[str]:
    """The triggers of a table on PostgreSQL."""
    return [
        f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
        f"""CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    ]


def downgrade() -> None:
    """Take the fence away."""
    lite = op.get_bind().dialect.name == "sqlite"
    for table in TABLES:
        for name in ("no_update", "no_delete") if lite else ("append_only", "not_emptied"):
            op.execute(f"DROP TRIGGER {table}_{name}" + ("" if lite else f" ON {table}"))
    if not lite:
        op.execute("DROP FUNCTION refuse_change()")
