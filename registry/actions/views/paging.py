"""A page of rows."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Total(NamedTuple):
    """How many rows there are: exactly, or at least so many."""

    value: int
    exact: bool


class Page(NamedTuple, Generic[T]):
    """Some rows, and the cursor that continues after them; None where there are no more."""

    items: tuple[T, ...]
    next: str | None = None
