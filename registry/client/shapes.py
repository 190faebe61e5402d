"""What the API answers with, as far as the client names it; answers have more fields than stand here.

A newcomer's mistake: taking these for the domain's own values. They are JSON, with days and decimals as strings.
"""

from __future__ import annotations

from typing import Any, TypedDict


class Standing(TypedDict):
    """What the registry holds."""

    held: str
    words: str
    value: str | None
    sources: int
    independent: int
    agrees: bool | None


class Source(TypedDict):
    """What is known about a document."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None
    authors: list[str]


class Span(TypedDict):
    """Words and their place."""

    start: int
    end: int
    exact: str


class Claim(TypedDict):
    """A claim; the answer has more fields than are named here."""

    id: str
    fact_id: str
    question: str
    version_id: str
    digest: str
    source: Source
    span: Span
    sentence: Span
    value: dict[str, Any]
    standing: Standing


class Side(TypedDict):
    """A value in short."""

    number: int
    label: str
    sources: int
    independent: int
    first: str | None
    last: str | None


class Fact(TypedDict):
    """A fact in short."""

    id: str
    question: str
    values: list[Side]
    standing: Standing
    claims: int
    changed_at: str


class Conflict(TypedDict):
    """A conflict in short."""

    id: str
    fact_id: str
    question: str
    kind: str
    rule: str
    severity: str
    detail: str
    sides: list[Side]
    found_at: str
    state: str
    etag: str


class Answer(TypedDict):
    """What the registry says to one assertion or question."""

    outcome: str
    detail: str
    fact: Fact | None
    value: str | None
    supporting: list[Claim]
    opposing: list[Claim]
    why: list[str]


class Asked(TypedDict):
    """What the registry says to a text."""

    text: str
    answers: list[Answer]
    nearest: list[Fact]


class Found(TypedDict):
    """What a search found."""

    claims: list[Claim]
    facts: list[Fact]
    documents: list[dict[str, Any]]
    bounded: bool
