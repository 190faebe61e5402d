"""Dates of acts that happen once, in sentences that are not alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from registry.model.finding import Relation
from registry.steps.check import examine
from registry.steps.check.once import Once, key
from tests.steps.reading import claims

HOUSE = "The Orlin Museum is a museum of clocks in Tarn. It was founded in 1907 by a watchmaker."
ANNIVERSARY = "The Orlin Museum had more guests last year than ever since its foundation in 1911."


def told(*texts):
    """The claims of some texts, each a document."""
    return [
        replace(claim, source=replace(claim.source, id=f"document {at}"))
        for at, text in enumerate(texts)
        for claim in claims(text)
    ]


def pairs(every):
    """The pairs of dates that are of one act."""
    once = Once(every)
    return [(one, two) for one in range(len(every)) for two in range(one) if once.same(one, two)]


def test_a_body_is_founded_once():
    every = told(HOUSE, ANNIVERSARY)
    assert len(pairs(every)) == 1
    conflicts = [pair for pair in examine(every) if pair.finding.relation.is_conflict]
    assert [pair.finding.relation for pair in conflicts] == [Relation.CONTRADICTION]


def test_a_document_that_gives_two_dates_for_one_act_may_speak_of_two():
    assert pairs(told(f"{HOUSE} The Orlin Museum, an old paper says, was founded in 1955.", ANNIVERSARY)) == []


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The Orlin Museum was founded in 1907.", "1907", "actual  founding"),
        ("Since its foundation in 1911 the Orlin Museum has grown.", "1911", "actual  founding"),
        ("The Orlin Museum will be opened in 2031.", "2031", "planned  opening"),
        ("The Orlin Museum was robbed in 1907.", "1907", ""),
    ],
)
def test_only_acts_that_happen_once_have_a_key(text, exact, name):
    found = next(claim for claim in claims(text) if claim.span.exact == exact)
    assert key(found).strip() == name
