"""What the address of the queue asks for, and back again: the tab, the filters, the words and the order.

A newcomer's mistake: keeping the filter in a session. In the address it can be saved, sent and resumed.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, Any
from urllib.parse import parse_qsl

from pydantic import BaseModel, StringConstraints, ValidationError

from registry.actions.queueing import Order, Tab, within
from registry.actions.views import Age, ConflictFilter
from registry.model.finding import Relation, Severity
from web.rendering import query

FILTERS = ("kind", "severity", "subject", "publisher", "rule", "language", "age", "words")
Line = Annotated[str, StringConstraints(max_length=2000)]


class Size(IntEnum):
    """How many rows a page of the queue has; with more it weighs too much. An address kept from when there were 100
    has the most there are."""

    SMALL = 10
    USUAL = 25
    MOST = 50

    @classmethod
    def _missing_(cls, value: object) -> Size | None:
        """What another number stands for."""
        return cls.MOST if value in (100, "100") else None


class Sought(BaseModel):
    """The filters of the queue, as they stand in an address."""

    state: Tab = Tab.OPEN
    kind: Relation | None = None
    severity: Severity | None = None
    subject: Line | None = None
    publisher: Line | None = None
    rule: Line | None = None
    language: Line | None = None
    age: Age | None = None
    words: Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)] = ""
    order: Order = Order.PRIORITY
    size: Size = Size.USUAL

    @classmethod
    def of(cls, text: str) -> Sought:
        """The filters of an address's query; what is none is no filter."""
        try:
            return Sought.model_validate(dict(parse_qsl(text)))
        except ValidationError:
            return Sought()

    @property
    def bare(self) -> ConflictFilter:
        """The filters without the tab."""
        return ConflictFilter(None, **{name: getattr(self, name) for name in FILTERS})

    def where(self, person: str) -> ConflictFilter:
        """The filters within the tab; `person` is whoever asks."""
        return within(self.state, self.bare, person)

    def fields(self, **changes: Any) -> dict[str, str]:
        """What stands in the address, without what is usual."""
        told = {**{name: getattr(self, name) for name in ("state", *FILTERS, "order", "size")}, **changes}
        usual = {"state": Tab.OPEN, "order": Order.PRIORITY, "size": Size.USUAL}
        return {name: str(value) for name, value in told.items() if value and value != usual.get(name)}

    def address(self, **changes: Any) -> str:
        """The address of the queue with some filters changed."""
        return "/queue" + self.query(**changes)

    def query(self, **changes: Any) -> str:
        """The part of the address after its path."""
        return query(**self.fields(**changes))

    def programs(self) -> str:
        """The same queue for programs; what is one's own has no address there."""
        where = self.where("")._replace(facts=None, person=None)._asdict()
        return "/v1/conflicts" + query(**{name: _plain(value) for name, value in where.items()})

    @property
    def filtered(self) -> bool:
        """Whether anything but the tab narrows the queue."""
        return any(getattr(self, name) for name in FILTERS)


def _plain(value: object) -> object:
    """A filter's value as an address writes it."""
    return str(value).lower() if isinstance(value, bool) else value
