"""Keyset paging: the rows that come after the last one seen; and rows whose column has some words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_, tuple_


def below(columns: Sequence[ColumnElement[Any]], values: Sequence[Any]) -> ColumnElement[bool]:
    """Rows whose columns, taken together, are smaller than some values."""
    typed = [literal(value, column.type) for value, column in zip(values, columns, strict=True)]
    return tuple_(*columns) < tuple_(*typed)


def holding(
    column: ColumnElement[Any], words: str, key: ColumnElement[Any], named: Sequence[str]
) -> ColumnElement[bool]:
    """Rows whose column is some words; or has them, where full text found the row, so that an index is used."""
    exact = column == words
    return or_(exact, and_(key.in_(named), column.contains(words, autoescape=True))) if named else exact
