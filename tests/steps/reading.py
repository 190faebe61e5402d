"""What is read in a text, and found in it, in one line."""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.model.assertion import Claim, Kind
from registry.model.document import Reading, Source
from registry.model.finding import Finding
from registry.steps.check import within
from registry.steps.extract import extract


def claims(text: str, published: str | None = None, title: str | None = None, by: str | None = None) -> list[Claim]:
    """The claims of a text."""
    day = date.fromisoformat(published) if published else None
    source = Source("case", title=title, publisher=by, published=day, language="en")
    return extract(Reading(text, "text/plain", "given"), source)


def said_of(text: str, exact: str) -> Any:
    """What is said of the figure with these words."""
    return next(claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == exact)


def called(text: str, exact: str) -> str:
    """The attribute of the figure with these words."""
    found = [claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == exact]
    assert found, [claim.span.exact for claim in claims(text, "2031-01-05")]
    assert found[0].attribute is not None
    return found[0].attribute.label


def speakers(text: str) -> dict[str, str | None]:
    """The speaker of each figure."""
    return {
        claim.span.exact: claim.assertion.asserted_by.label if claim.assertion.asserted_by else None
        for claim in claims(text, "2031-01-05")
    }


def day_of(text: str, exact: str, published: str = "2030-02-01") -> tuple[str | None, str | None]:
    """The last day a figure holds for, and how that is known."""
    found = [claim.assertion.scope for claim in claims(text, published) if claim.span.exact == exact]
    assert found
    return (found[0].as_of.high.isoformat() if found[0].as_of else None), found[0].as_of_from


def of_kind(text: str, kind: Kind) -> list[tuple[str, str]]:
    """Label and subject of the claims of a kind."""
    return [
        (claim.assertion.value.label, claim.assertion.subject.label)
        for claim in claims(text, "2031-01-05")
        if claim.assertion.kind is kind
    ]


def subject_of(text: str, exact: str, **more: str) -> str | None:
    """The subject of the first figure with these words."""
    found = [claim.assertion for claim in claims(text, "2031-01-05", **more) if claim.span.exact == exact]
    assert found, exact
    return found[0].subject.label if found[0].subject else None


def report(text: str) -> list[Claim]:
    """The claims of a report that an office published on 3 June 2024."""
    source = Source("one", "Report", "Office", date(2024, 6, 3), "en")
    return extract(Reading(text=text, media_type="text/plain", reader="given"), source)


def inside(text: str) -> list[Finding]:
    """What the checks find in a report by itself."""
    return [pair.finding for pair in within(report(text))]


def rules(text: str) -> list[str]:
    """The rules by which they find it."""
    return [finding.rule for finding in inside(text)]
