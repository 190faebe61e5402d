"""How far people agree with what the registry does: with its rules, and with the features that join claims."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Precision(NamedTuple):
    """How often people agreed: the share, and the interval in which it lies most likely (Wilson, 95 %).

    `share`, `low` and `high` are None while nobody has decided.
    """

    decided: int
    agreed: int
    share: float | None
    low: float | None
    high: float | None


class RuleMeasure(NamedTuple):
    """A rule with what people's decisions say of it. `suggested` since a moment where its findings are suggestions:
    the whole interval lies below the threshold. `open` counts its conflicts in the queue."""

    rule: str
    title: str
    precision: Precision
    threshold: float
    suggested: bool
    since: datetime | None
    open: int


class FeatureMeasure(NamedTuple):
    """A feature that joins claims, with what people's decisions about the conflicts it led to say of it."""

    feature: str
    title: str
    precision: Precision
