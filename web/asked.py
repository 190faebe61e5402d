"""Days and moments in an address. A newcomer's mistake: `date | None` alone; a form that was left empty sends an empty
word, which is no date and would be refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator

NOTHING_IF_EMPTY = BeforeValidator(lambda given: given or None)

Day = Annotated[date | None, NOTHING_IF_EMPTY]
Moment = Annotated[datetime | None, NOTHING_IF_EMPTY]
