"""Conflicts among what full text finds, by their questions and the sentences of their sides: the queue by a common word
looked up thousands of claims to find the few that are in dispute."""

from __future__ import annotations

from alembic import op

revision = "20261129_conflict_words"
down_revision = "20261129_keys_by_fact"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE TEMPORARY TABLE said AS
    SELECT conflict.fact_key || ':' || conflict.id AS ref,
        conflict.question || ' ' || coalesce(group_concat(DISTINCT claim.sentence), '') AS words
    FROM conflict LEFT JOIN json_each(conflict.sides) AS side
    LEFT JOIN json_each(side.value, '$.claims') AS stated LEFT JOIN claim ON claim.id = stated.value
    GROUP BY conflict.fact_key, conflict.id""",
    "DELETE FROM said WHERE ref IN (SELECT ref FROM entry WHERE kind = 'conflict')",
    """INSERT INTO entry (number, kind, ref)
    SELECT (SELECT coalesce(max(number), 0) FROM entry) + said.rowid, 'conflict', said.ref FROM said""",
    """INSERT INTO entry_text (rowid, kind, words)
    SELECT entry.number, entry.kind, said.words FROM said JOIN entry USING (ref) WHERE entry.kind = 'conflict'""",
    "DROP TABLE said",
)
POSTGRESQL = (
    """INSERT INTO entry (number, kind, ref, words)
    SELECT nextval('entry_number'), 'conflict', said.ref, to_tsvector('english', said.words) FROM (
        SELECT conflict.fact_key || ':' || conflict.id AS ref,
            conflict.question || ' ' || coalesce(string_agg(DISTINCT claim.sentence, ' '), '') AS words
        FROM conflict LEFT JOIN LATERAL json_array_elements(CAST(conflict.sides AS json)) AS side ON true
        LEFT JOIN LATERAL json_array_elements_text(side -> 'claims') AS stated ON true
        LEFT JOIN claim ON claim.id = stated GROUP BY conflict.fact_key, conflict.id, conflict.question
    ) AS said ON CONFLICT DO NOTHING""",
    "CREATE INDEX ix_entry_words_newest_conflict ON entry (number) WHERE kind = 'conflict'",
)


def upgrade() -> None:
    """Go forward."""
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)


def downgrade() -> None:
    """Go back. The entries stay, since what has no content of its own cannot be taken out of full text on SQLite, and a
    number must not be given twice; nothing asks for them."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_entry_words_newest_conflict")
