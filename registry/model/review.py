"""A review: what a person's decision says about one value of a fact, in the words of those who check facts.

A newcomer's mistake: a review of a fact. A fact has several values, and each gets a rating of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from registry.model.document import Source


class Rating(IntEnum):
    """How a value fares, from worst to best."""

    INCORRECT = 1
    OUT_OF_DATE = 3
    CORRECT = 5

    @property
    def words(self) -> str:
        """The rating as people read it."""
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a value is stated: the source, the sentence, and the claim's page in the registry."""

    source: Source
    sentence: str
    permalink: str


@dataclass(frozen=True, slots=True)
class Review:
    """A rated value. `side` is the value's number, `url` the place on the fact's page, `said_at` the day it was stated.

    `appearances` names every source that states the value, the earliest first; `claimant` is who is quoted, else the
    publisher.
    """

    fact_id: str
    side: int
    question: str
    label: str
    quote: str
    rating: Rating
    explanation: str
    decided_at: datetime
    url: str
    site: str
    claimant: str | None
    said_at: date | None
    appearances: tuple[Appearance, ...]
