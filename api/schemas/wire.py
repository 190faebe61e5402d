"""What everything that travels has in common: the base, pages, problems.

A newcomer's mistake: answering with a view or a table; what is not named stays inside.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

MAX_ID = 2**63 - 1
MEMBERS = 100
Short = Annotated[str, Field(max_length=1_000)]


class Wire(BaseModel):
    """The base of everything that travels: unknown fields are refused, rows are read by attribute."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class Order(Wire):
    """The base of what is sent to us. Each unknown member is an error of its own, so a flood of them is one."""

    @model_validator(mode="before")
    @classmethod
    def few(cls, told: Any) -> Any:
        """Refuse more members than anything here has, before they are looked at."""
        if isinstance(told, dict) and len(told) > MEMBERS:
            raise ValueError(f"it has {len(told):,} members; send those that are described, and no others")
        return told


T = TypeVar("T", bound=Wire)


class TotalOut(Wire):
    """How many there are: exactly (`eq`), or so many at least (`gte`)."""

    value: int
    relation: Literal["eq", "gte"]


class PageOut(Wire, Generic[T]):
    """A page; `next_cursor` continues after it. `total` is there where it was asked for."""

    items: list[T]
    next_cursor: str | None
    has_more: bool
    total: TotalOut | None = None


class FieldProblem(Wire):
    """A value that does not fit: where (a JSON pointer, or the parameter) and why."""

    pointer: str
    detail: str


class ProblemOut(Wire):
    """A problem (RFC 9457). `type` leads to an explanation, `instance` is the request's id."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldProblem] | None = None
