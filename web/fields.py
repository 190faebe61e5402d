"""How long what people type into a form or an address may be, where several pages ask for it.

A newcomer's mistake: `str` alone. What nothing bounds is kept, searched and shown, however long it is.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import StringConstraints

Line = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Param = Annotated[str | None, Query(max_length=300)]
