"""Keyset paging: the rows that come after the last one seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, literal, tuple_


def below(columns: Sequence[ColumnElement[Any]], values: Sequence[Any]) -> ColumnElement[bool]:
    """Rows whose columns, taken together, are smaller than some values."""
    typed = [literal(value, column.type) for value, column in zip(values, columns, strict=True)]
    return tuple_(*columns) < tuple_(*typed)
