"""What the forms of the desk say. A newcomer's mistake: the fields of several forms in one; a value written for one
verdict would go with another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple, Self

from pydantic import BaseModel, StringConstraints, model_validator

from api.problems import Rejected
from registry.actions.typed import Change
from registry.actions.views import Correction, SideView
from registry.model.finding import Verdict
from web import days
from web.fields import Line, Short
from web.queueing import Sought

PARTS = {"value": "value", "attribute": "attribute", "subject": "subject", "date": "as_of", "speaker": "speaker"}
NO_CLAIM = "none"
OFFERED = frozenset(Verdict) - {Verdict.UNDONE}
MISREAD = {
    "value": "the value",
    "attribute": "what is counted or measured",
    "subject": "whom or what it is about",
    "date": "the day it holds for",
    "speaker": "who says so (empty: nobody is quoted)",
    "none": "it is no claim at all",
}


class Order(BaseModel):
    """What a form of the desk says: a button's value, and what was written beside it."""

    verdict: Line = ""
    reason: Line = ""
    value: Short = ""
    source: Line = ""
    claim: Annotated[str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9_.:-]*$")] = ""
    misread: Short = ""
    should: Short = ""
    supersedes: int | None = None
    queue: Line = ""
    after: Annotated[str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9_.:-]*$")] = ""
    ready: Annotated[str, StringConstraints(max_length=2100, strip_whitespace=True)] = ""

    @model_validator(mode="after")
    def _of_template(self) -> Self:
        """A reason template says its verdict and its words at once: "time:The value changed."."""
        if self.ready:
            self.verdict, _, self.reason = self.ready.partition(":")
        return self

    def sought(self) -> Sought:
        """The queue within which the conflict was looked at."""
        return Sought.of(self.queue)

    def change(self) -> Change | None:
        """The reading as it should be, where somebody says which part is wrong and what is right; a speaker may be
        nobody."""
        known = self.should or self.misread == "speaker"
        return Change(**{PARTS[self.misread]: self.should}) if self.claim and known and self.misread in PARTS else None

    @property
    def strikes(self) -> bool:
        """Whether some words are said to be no claim."""
        return bool(self.claim) and self.misread == NO_CLAIM

    def chosen(self) -> tuple[Verdict, int | None]:
        """The button's value as a verdict: "side:2", "time"."""
        name, _, side = self.verdict.partition(":")
        numbered = side.isascii() and side.isdecimal() and len(side) < 5
        if name not in OFFERED or numbered != (name == Verdict.SIDE):
            raise Rejected("invalid", f"{self.verdict[:40]!r} is no verdict; use one of the buttons.")
        return Verdict(name), int(side) if numbered else None

    def correction(self, verdict: Verdict) -> Correction | None:
        """The right value, where every side is wrong and somebody wrote it down."""
        return Correction(self.value, self.source or None) if self.value and verdict is Verdict.NEITHER else None

    def told(self, verdict: Verdict) -> str:
        """The reason to record; for a wrong reading it begins with which claim was misread and how."""
        if verdict is not Verdict.WRONG_READING or self.misread not in MISREAD:
            return self.reason
        what = MISREAD[self.misread].partition(" (")[0]
        wrong = what if self.misread == "none" else f"{what} is wrong"
        right = f", right is “{self.should}”" if self.should else ""
        named = f"Claim {self.claim}: " if self.claim else ""
        return f"{named}{wrong}{right}. {self.reason}".strip()[:2000]


NOTHING = Order()


class Misread(NamedTuple):
    """A claim that may have been read wrongly, as the form offers it."""

    id: str
    text: str


def misreadable(sides: Sequence[SideView]) -> list[Misread]:
    """The claims of a conflict in the order in which its sides are given, the first of each side first."""
    found = [(at, place, claim) for place, side in enumerate(sides) for at, claim in enumerate(side.claims[:20])]
    return [
        Misread(
            claim.id,
            f"“{claim.span.exact}” in {claim.source.name}, {days.day(claim.source.published)}",
        )
        for _, _, claim in sorted(found, key=lambda each: each[:2])
    ]
