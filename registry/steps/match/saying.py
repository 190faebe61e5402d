"""What a feature answers: how much it says, from -1 to 1, and why in words.

A newcomer's mistake: a reason without a number. 0 says nothing, whatever its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from registry.steps.match.profile import Profile


class Said(NamedTuple):
    """What a feature says: how much, and why."""

    value: float
    why: str = ""


Feature = Callable[[Profile, Profile], Said]
Veto = Callable[[Profile, Profile], str | None]
SILENT = Said(0.0)
