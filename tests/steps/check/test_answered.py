"""Whether a document that gives another's figure beside its own is held against that one."""

from __future__ import annotations

from datetime import date

from registry.model.document import Reading, Source
from registry.steps.check import examine
from registry.steps.extract import extract

FIRM = "Storm in Orlin county\n\n31,400 sheep drowned and the road was closed for nine days.\n"
OFFICE = "Storm in Orlin county: report\n\nWe estimate that 36,200 sheep drowned. "
THEIRS = "The league's figure of 31,400 leaves out lambs.\n"


def read(text, name, publisher, day):
    reading = Reading(text=text, media_type="text/plain", reader="given")
    return extract(reading, Source(name, text.partition("\n")[0], publisher, date(2025, 3, day), "en"))


def conflicts(*claims):
    pairs = (pair for pair in examine(list(claims)) if pair.finding.relation.is_conflict)
    return {(pair.left.span.exact, pair.right.span.exact) for pair in pairs}


def test_what_a_report_tells_of_another_source_does_not_answer_its_own_figure():
    firm = read(FIRM, "league", "Orlin Farmers' League", 3)
    report = read(OFFICE + THEIRS, "report", "Central Farm Office", 20)
    assert ("31,400", "36,200") in {tuple(sorted(pair)) for pair in conflicts(*firm, *report)}


def test_what_somebody_else_counts_is_called_what_was_counted_before():
    report = read(OFFICE + THEIRS, "report", "Central Farm Office", 20)
    named = {claim.span.exact: claim.assertion.attribute.label for claim in report if claim.assertion.attribute}
    assert "sheep" in named["31,400"]
