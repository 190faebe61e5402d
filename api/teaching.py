"""What goes over the wire where people correct and teach: rules, words, readings, and which claims are one fact."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas import ClaimOut, Order, Wire
from registry.actions.typed import Change

Reason = Annotated[str, Field(max_length=2_000)]
Typed = Annotated[str | None, Field(max_length=200)]
Phrase = Annotated[str, Field(min_length=1, max_length=80)]
Ref = Annotated[str, Field(min_length=1, max_length=200)]

WORDS: JsonDict = {"left": "member state", "right": "state party", "same": True}
READING: JsonDict = {"value": "61 m", "reason": "The table gives feet beside metres."}
PARTED: JsonDict = {"claims": ["5dd3a2373eff0b0db5683c1b352fa404"], "reason": "The old lighthouse, not the new one."}
UNDONE: JsonDict = {"reason": "Taken back: the table was read right."}
JOINED: JsonDict = {"other": "17d6095d0f641f625bcd1a94b01c461b", "reason": "Two names of one lighthouse."}


class PrecisionOut(Wire):
    """How often people agreed; `low` and `high` are the ends of the Wilson interval (95 %)."""

    decided: int
    agreed: int
    share: float | None
    low: float | None
    high: float | None


class RuleOut(Wire):
    """A rule; `suggested` where its whole interval is below the threshold, so that its findings are suggestions."""

    rule: str
    title: str
    precision: PrecisionOut
    threshold: float
    suggested: bool
    since: datetime | None
    open: int


class FeatureOut(Wire):
    """A feature that joins claims, with how often people agreed that they are about one fact."""

    feature: str
    title: str
    precision: PrecisionOut


class ConceptIn(Order):
    """Two names for what is counted; `same` null takes back what was said about them."""

    model_config = ConfigDict(json_schema_extra={"examples": [WORDS]})

    left: Phrase
    right: Phrase
    same: bool | None = True
    reason: Reason = ""


class ConceptOut(Wire):
    """What a person said about two names."""

    id: int
    left: str
    right: str
    same: bool | None
    reviewer: str
    reason: str
    decided_at: datetime


class LessonOut(Wire):
    """What teaching came to: facts filed anew at once, new conflicts, and whether a recheck has more to do."""

    concept: ConceptOut
    facts: int
    conflicts: int
    more: bool


class NearOut(Wire):
    """A claim that was not joined with another, what speaks for joining them, and what against."""

    claim: ClaimOut
    score: float
    suggested: bool
    reasons: list[str]
    against: list[str]


class CorrectionIn(Order):
    """What is wrong about a reading, as a person types it; what is left out stays, "" clears it. With `struck` the
    words are no claim at all."""

    model_config = ConfigDict(json_schema_extra={"examples": [READING]})

    value: Typed = None
    subject: Typed = None
    attribute: Typed = None
    as_of: Typed = None
    status: Typed = None
    speaker: Typed = None
    struck: bool = False
    reason: Reason = ""

    def change(self) -> Change:
        """The change for the action."""
        return Change(self.value, self.subject, self.attribute, self.as_of, self.status, self.speaker)


class CorrectedOut(Wire):
    """The number that undoes it, the claim as it reads now, the one that gave way, and how many conflicts are new."""

    number: int
    claim: str
    replaced: str
    conflicts: int


class PastOut(Wire):
    """A correction of a claim; `undone` where it takes an earlier one back, `struck` where the words are no claim."""

    number: int
    reviewer: str
    reason: str
    decided_at: datetime
    undone: bool
    struck: bool = False


class MergeIn(Order):
    """The fact that is one with this one."""

    model_config = ConfigDict(json_schema_extra={"examples": [JOINED]})

    other: Ref
    reason: Reason = ""


class SplitIn(Order):
    """The claims that answer another question."""

    model_config = ConfigDict(json_schema_extra={"examples": [PARTED]})

    claims: Annotated[list[Ref], Field(min_length=1, max_length=500)]
    reason: Reason = ""


class UndoIn(Order):
    """Why something is taken back."""

    model_config = ConfigDict(json_schema_extra={"examples": [UNDONE]})

    reason: Reason = ""


class DeedOut(Wire):
    """The number that undoes it, the fact that came of it, and how many conflicts are new."""

    number: int
    fact: str
    conflicts: int
