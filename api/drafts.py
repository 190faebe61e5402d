"""Drafts over the wire: what is sent to be linted, and what comes back."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.orders import Line
from api.schemas import Order, Wire
from api.told import Spoken
from registry.model.document import Reading
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.formats.told import Placed, placed
from registry.steps.lint.problem import Level, Options, Report

DRAFT: JsonDict = {"text": "The lighthouse of Norsund is 44 metres high.", "name": "draft.md"}


class DraftIn(Order):
    """A draft to hold against the registry; `as_of` is the day to judge by, `quotes` reads block quotes too."""

    model_config = ConfigDict(json_schema_extra={"examples": [DRAFT]})

    text: Annotated[str, Field(min_length=1, max_length=500_000)]
    media_type: Literal["text/markdown", "text/plain"] = "text/markdown"
    name: Line = "draft"
    language: Spoken | None = None
    as_of: date | None = None
    unsupported: bool = False
    quotes: bool = False

    def reading(self) -> Reading:
        """The draft as it was read."""
        return Reading(self.text, self.media_type, "given/1", language=self.language)

    def options(self) -> Options:
        """What to look for."""
        return Options(self.unsupported, self.quotes, self.as_of)


class ReferenceOut(Wire):
    """A source of what the registry holds; `claim` is the id of the stored claim, null for a passage."""

    name: str
    quote: str
    link: str
    published: date | None
    claim: str | None


class FixOut(Wire):
    """New words for `start` to `end` of the draft; `safe` where the number alone changes."""

    start: int
    end: int
    text: str
    safe: bool


class LintProblemOut(Wire):
    """Something in a draft that needs a look; everything counts code points, lines and columns from 1."""

    rule: str
    name: str
    level: Level
    start: int
    end: int
    line: int
    column: int
    exact: str
    sentence: str
    message: str
    held: str | None
    question: str | None
    link: str | None
    sources: list[ReferenceOut]
    fix: FixOut | None
    proposal: str | None
    citation: str | None
    fingerprint: str

    @classmethod
    def of(cls, one: Placed) -> Self:
        """A problem with its place."""
        problem = one.problem
        same = {name: getattr(problem, name) for name in cls.model_fields if hasattr(problem, name)}
        where = {
            "start": problem.span.start,
            "end": problem.span.end,
            "line": one.start.line,
            "column": one.start.column,
        }
        words = {"exact": problem.span.exact, "sentence": problem.sentence.exact, "name": RULES[problem.rule].name}
        return cls.model_validate({**same, **where, **words})


class LintedOut(Wire):
    """What the registry has to say about a draft; `suppressed` are the problems that the draft itself silences."""

    name: str
    claims: int
    problems: list[LintProblemOut]
    suppressed: list[LintProblemOut]

    @classmethod
    def of(cls, report: Report) -> Self:
        """A report for the wire."""
        found, silent = (
            [LintProblemOut.of(one) for one in placed(report, some)] for some in (report.problems, report.suppressed)
        )
        return cls(name=report.path, claims=report.claims, problems=found, suppressed=silent)
