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


ALONE, CHANGED, CONTRADICTED = "one source", "changed, not confirmed", "contradicted"


class Standing(NamedTuple):
    """What the registry holds, with the sentence that says so: "undisputed, 4 sources, 3 independent".

    `value` is the value held now in words, None where none is. `agrees`: whether a claim states that value. `waits`:
    whether nobody has decided about a change yet.
    """

    held: Held
    words: str
    value: str | None = None
    sources: int = 0
    independent: int = 0
    agrees: bool | None = None
    waits: bool = False

    @property
    def name(self) -> str:
        """The standing in the fewest words, with which its sentence begins; the same wherever it is shown."""
        if self.agrees is False and self.held in (Held.SETTLED, Held.UNDISPUTED):
            return CONTRADICTED
        if self.held is Held.UNDISPUTED and self.waits:
            return CHANGED
        if self.held is Held.UNDISPUTED and self.independent < 2:
            return ALONE
        return self.held.value.replace("_", " ")
