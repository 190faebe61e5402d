"""Sentences of many subjects, each with what a careful reader makes of one figure in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.steps.reading import claims

CASES = json.loads((Path(__file__).parents[2] / "cases" / "assemble.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['text'][:40]}: {case['exact']}" for case in CASES])
def test_a_figure_is_read_as_a_person_reads_it(case):
    told = claims(case["text"], case.get("published"), case.get("title"), case.get("publisher"))
    found = [claim for claim in told if claim.span.exact == case["exact"]]
    assert found, "no claim has these words"
    said = found[0].assertion
    assert case.get("kind", said.kind) == said.kind
    assert case.get("status", said.status) == said.status
    for key in ("attribute", "subject", "asserted_by"):
        term = getattr(said, key)
        if key in case:
            assert term is not None
            assert case[key].lower() in term.label.lower()
    assert case.get("previous", False) == ("previous" in said.notes)
    assert "qualifier" not in case or case["qualifier"] in said.scope.qualifiers
    for key in ("as_of", "period"):
        moment = getattr(said.scope, key)
        assert key not in case or case[key] == (moment.high.isoformat() if moment else None)


def test_every_claim_holds_its_words_in_a_text_with_odd_characters():
    text = "The caf\u00e9\u2019s 12\u00a0staff \U0001f600 earned \u201c\u00a33.2m\u201d in 2030,\nthe owner said.\n\n"
    found = claims(text * 3, "2031-01-05")
    assert found
    assert all(claim.span.holds_in(text * 3) and claim.sentence.holds_in(text * 3) for claim in found)


def test_a_restatement_in_brackets_has_the_attribute_of_what_it_restates():
    one, two = claims("The tunnel is 10 km (6.2 miles) long.")
    assert one.assertion.attribute == two.assertion.attribute


def test_a_following_pronoun_speaks_for_the_last_speaker():
    text = "The mayor's office said 14 houses had burned. It put the number of the missing at three."
    found = claims(text)
    assert {claim.assertion.asserted_by.key for claim in found if claim.assertion.asserted_by} == {"mayor's office"}


def test_a_date_in_the_same_clause_dates_a_state():
    found = claims("As of 1 April 2030 the league had 48 members.", "2031-01-05")
    state = next(claim.assertion for claim in found if claim.span.exact == "48")
    assert state.scope.as_of is not None
    assert (state.scope.as_of.high, state.scope.as_of_from) == (date(2030, 4, 1), "stated")


def test_furniture_makes_no_claims():
    assert claims("Share this article\n\n27 shares\n") == []
