"""What the registry holds, with the sentence that says so."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Held(StrEnum):
    """What the registry holds about a fact or a claim now."""

    UNDISPUTED = "undisputed"
    DISPUTED = "disputed"
    SETTLED = "settled"
    OUT_OF_DATE = "out_of_date"
    WITHDRAWN = "withdrawn"


class Standing(NamedTuple):
    """What the registry holds, with the sentence that says so: "undisputed, 4 sources, 3 independent".

    `value` is the value held now in words, None where none is. `agrees`: whether a claim states that value.
    """

    held: Held
    words: str
    value: str | None = None
    sources: int = 0
    independent: int = 0
    agrees: bool | None = None
