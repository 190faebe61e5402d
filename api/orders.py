"""What programs send: documents to take in and decisions to record."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Self

from fastapi import UploadFile
from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from api.schemas import Order
from api.told import Published, Spoken
from registry.actions.ingest import Given
from registry.actions.views import Correction
from registry.model.finding import Verdict

Line = Annotated[str, StringConstraints(max_length=1_000, strip_whitespace=True)]
Address = Annotated[str, StringConstraints(max_length=4_000, pattern=r"^https?://")]

TEXT: JsonDict = {
    "text": "The lighthouse of Norsund is 61 metres high. It was built in 1893.",
    "title": "The lighthouse of Norsund",
    "publisher": "Norsund Harbour Board",
    "published": "2024-05-31",
    "address": "https://norsund.example/lighthouse",
}
URL: JsonDict = {"url": "https://example.org/report.html"}
QUESTIONS: JsonDict = {"questions": ["The lighthouse is 61 metres high.", "How high is the lighthouse of Norsund?"]}
RIGHT: JsonDict = {"verdict": "side", "side": 2, "reason": "The later count is the board's own."}
BOTH: JsonDict = {"verdict": "time", "reason": "A year lies between the two."}


class DocumentIn(Order):
    """A document: its `text`, or the `url` to fetch it from; what else is given outranks what the document says.

    `address` is where a text that is sent was published; it is not fetched.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [TEXT, URL]})

    text: str | None = None
    url: Address | None = None
    address: Address | None = None
    title: Line | None = None
    publisher: Line | None = None
    published: Published | None = None
    language: Spoken | None = None

    @model_validator(mode="after")
    def one(self) -> Self:
        """Either a text or an address to fetch."""
        if (self.text is None) == (self.url is None):
            raise ValueError("Give either text or url.")
        return self

    def given(self) -> Given:
        """What is said about the document."""
        return Given(self.url or self.address, self.title, self.publisher, self.published, self.language)


class FileIn(Order):
    """A file, and what is said about it."""

    file: UploadFile
    address: Address | None = None
    title: Line | None = None
    publisher: Line | None = None
    published: Published | None = None
    language: Spoken | None = None

    def given(self) -> Given:
        """What is said about the document; an empty field of a form says nothing."""
        return Given(self.address, self.title or None, self.publisher or None, self.published, self.language or None)

    def media_type(self) -> str | None:
        """What the file is said to be, unless that says nothing."""
        sort = self.file.content_type
        return None if sort == "application/octet-stream" else sort


class QuestionsIn(Order):
    """Statements or questions, up to 500 at once; `as_of` is a day in the world, `known_at` a moment in the past."""

    model_config = ConfigDict(json_schema_extra={"examples": [QUESTIONS]})

    questions: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=10_000)]], Field(min_length=1, max_length=500)
    ]
    as_of: date | None = None
    known_at: datetime | None = None


class DecisionIn(Order):
    """A verdict: `side` says which value is right, counted from 1; `value` and `source` go with `neither`."""

    model_config = ConfigDict(json_schema_extra={"examples": [RIGHT, BOTH]})

    verdict: Verdict
    side: Annotated[int, Field(ge=1, le=1_000)] | None = None
    value: Line | None = None
    source: Line | None = None
    reason: Annotated[str, Field(max_length=10_000)] = ""

    def correction(self) -> Correction | None:
        """The right value, where one is given."""
        return Correction(self.value, self.source) if self.value else None
