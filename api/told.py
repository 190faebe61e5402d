"""Values that mean something to the registry and are checked as they arrive: units, languages, days of publication.

A newcomer's mistake: a bare `str` for one of them. A unit that is none finds nothing, and nobody is told why.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from registry.errors import InvalidValue
from registry.model.given import day_given, language_given
from registry.steps.recognise.asked_units import SUCH, alike, unit_of

T = TypeVar("T")


def checked(of: Callable[[T], T]) -> AfterValidator:
    """A check of the registry's as one of a value that arrives."""

    def check(given: T) -> T:
        try:
            return of(given)
        except InvalidValue as error:
            raise ValueError(str(error)) from None

    return AfterValidator(check)


def unit_asked(words: str) -> str:
    """The unit that is asked for, as claims have it."""
    if found := unit_of(words):
        return found
    near = alike(words)
    meant = f"; did you mean {near!r}?" if near else f"; write it as claims have it, such as {SUCH}."
    raise InvalidValue(f"There is no unit {words!r}{meant}")


def language_or_none(words: str) -> str:
    """The language of a document that is sent; a field that was left empty says nothing."""
    return language_given(words) if words.strip() else ""


Unit = Annotated[str, Field(max_length=60), checked(unit_asked)]
Language = Annotated[str, Field(max_length=40), checked(language_given)]
Spoken = Annotated[str, Field(max_length=40), checked(language_or_none)]
Published = Annotated[date, checked(day_given)]
