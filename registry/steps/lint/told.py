"""A report as another registry told it, in the linter's own terms, so that every format can show it.

A newcomer's mistake: trusting its offsets. They are cut from the text that was sent, and what does not fit is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.errors import Unavailable
from registry.model.span import Span
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.problem import Fix, Level, Problem, Reference, Report

STRANGE = "The registry's answer cannot be read; its version may be another than this one's."


def report_of(told: Mapping[str, Any], text: str, path: str) -> Report:
    """The report of an answer; raises `Unavailable` where it is none."""
    try:
        found = tuple(problem(one, text) for one in told["problems"])
        silent = tuple(problem(one, text) for one in told["suppressed"])
        return Report(path, text, found, silent, claims=int(told["claims"]))
    except (KeyError, TypeError, ValueError, IndexError):
        raise Unavailable(STRANGE) from None


def problem(told: Mapping[str, Any], text: str) -> Problem:
    """A problem of an answer."""
    start, end = int(told["start"]), int(told["end"])
    if told["rule"] not in RULES or text[start:end] != told["exact"]:
        raise ValueError(told["rule"])
    at = text.rfind(told["sentence"], 0, end)
    sentence = Span.cut(text, at, at + len(told["sentence"])) if at >= 0 else Span.cut(text, start, end)
    change = told["fix"]
    return Problem(
        rule=told["rule"],
        level=Level(told["level"]),
        span=Span.cut(text, start, end),
        sentence=sentence,
        message=str(told["message"]),
        held=told["held"],
        question=told["question"],
        link=told["link"],
        sources=tuple(reference(one) for one in told["sources"]),
        fix=Fix(change["start"], change["end"], change["text"], safe=bool(change["safe"])) if change else None,
        proposal=told["proposal"],
        citation=told["citation"],
        fingerprint=str(told["fingerprint"]),
    )


def reference(told: Mapping[str, Any]) -> Reference:
    """A source of an answer."""
    day = date.fromisoformat(told["published"]) if told["published"] else None
    return Reference(str(told["name"]), str(told["quote"]), str(told["link"]), day, told["claim"])
