"""The metadata, and the short words that the tables' columns are written in."""

from typing import Any

from sqlalchemy import BigInteger, MetaData, Sequence, Text
from sqlmodel import Field, SQLModel

metadata: MetaData = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

NUMBERED = (
    "decision", "judgement", "audit_event", "entry", "concept_judgement", "amendment", "second_review", "change",
)  # fmt: skip
NUMBERS = {name: Sequence(f"{name}_number", metadata=metadata) for name in NUMBERED}


def string(**options: Any) -> Any:
    """A text column."""
    return Field(sa_type=Text, **options)


def typed(kind: Any, **options: Any) -> Any:
    """A column of one of our types."""
    return Field(sa_type=kind, **options)


def numbered(table: str, **options: Any) -> Any:
    """The next number of a table."""
    return Field(
        sa_type=BigInteger, sa_column_args=[NUMBERS[table]], sa_column_kwargs={"autoincrement": False}, **options
    )
