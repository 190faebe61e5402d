"""The question a fact answers reads as an editor would write it, or is plain; it is never broken English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from registry.model.assertion import Assertion, Behaviour, Claim, Kind, Scope, Value
from registry.model.document import Source
from registry.model.moment import Bound, Moment, Precision
from registry.model.quantity import Quantity
from registry.model.span import Span
from registry.model.term import Term
from registry.steps.match import question
from registry.steps.phrases import named, plural

TWO = Quantity(Decimal(2), Decimal(2), "count")
QUARTER = Moment(date(2023, 10, 1), date(2023, 12, 31), Precision.QUARTER)


def claim(attribute, subject, kind=Kind.COUNT, value: Value = TWO, sentence="It is so.", **more) -> Claim:
    said = Assertion(
        kind=kind,
        value=value,
        subject=Term(subject.lower(), subject) if subject else None,
        attribute=Term(attribute, attribute) if attribute else None,
        head=attribute.split()[-1] if attribute else None,
        **more,
    )
    words = Span(0, 5, sentence[:5])
    return Claim(Source("a"), words, Span(0, len(sentence), sentence), said)


def amount(unit: str) -> Quantity:
    return Quantity(Decimal(2), Decimal(2), unit)


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        (
            claim("member country", "International Criminal Court"),
            "How many states are members of the International Criminal Court?",
        ),
        (claim("death", "Cedar Ridge fire"), "How many people died in the Cedar Ridge fire?"),
        (claim("sandbag", "Wendt flood"), "The Wendt flood: how many sandbags?"),
        (claim("household without power", "Wendt flood"), "The Wendt flood: how many households without power?"),
        (claim("arrest warrant", "Court", verb="have"), "How many arrest warrants does the Court have?"),
        (claim("shop", None), "How many shops?"),
        (
            claim(
                "revenue",
                "Brightmart",
                Kind.MONEY,
                amount("EUR"),
                behaviour=Behaviour.FIXED,
                scope=Scope(period=QUARTER),
            ),
            "What was the revenue of Brightmart in the fourth quarter of 2023?",
        ),
        (
            claim("price growth", "Brightmart", Kind.PERCENT, amount("percent"), direction="up"),
            "By how much did the price of Brightmart rise?",
        ),
        (claim(None, "Valdora", Kind.PERCENT, amount("percent")), "Valdora: what percentage?"),
        (claim("sentencing date", "Jon Adler", Kind.DATE, QUARTER), "When was the sentencing (Jon Adler)?"),
        (claim("date", "next meeting", Kind.DATE, QUARTER), "When was the next meeting?"),
        (claim("session", "Assembly", Kind.ORDINAL, amount("ordinal")), "Which session of the Assembly was it?"),
        (claim("office", "Mira Solen", Kind.ROLE, Term("mayor", "mayor")), "What office does Mira Solen hold?"),
    ],
)
def test_questions_read_as_an_editor_would_write_them(made, asked):
    assert question([made]) == asked


@pytest.mark.parametrize(
    ("period", "ending"),
    [
        (Moment(date(2026, 3, 14), date(2026, 3, 14)), "on 14 March 2026"),
        (Moment(date(2026, 3, 1), date(2026, 3, 31), Precision.MONTH), "in March 2026"),
        (Moment(date(2026, 3, 14), date(2026, 3, 16)), "from 14 March 2026 to 16 March 2026"),
        (Moment(date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR, bound=Bound.BEFORE), "before 2021"),
    ],
)
def test_a_question_about_a_time_takes_the_word_that_goes_with_it(period, ending):
    asked = question([claim("death", "Cedar Ridge fire", behaviour=Behaviour.FIXED, scope=Scope(period=period))])
    assert asked == f"How many people died in the Cedar Ridge fire {ending}?"


def test_a_name_takes_the_article_that_its_texts_give_it():
    said = [claim("shop", "Harbour Line", sentence="The Harbour Line has two shops.", verb="have")]
    assert question(said) == "How many shops does the Harbour Line have?"


def test_the_fullest_name_that_several_claims_use_is_shown():
    said = [claim("case", name) for name in ("Court", "Court", "Norvale Supreme Court", "Norvale Supreme Court")]
    assert question(said) == "The Norvale Supreme Court: how many cases?"


@pytest.mark.parametrize(
    ("one", "many"),
    [("bus", "buses"), ("woman", "women"), ("city in ruins", "cities in ruins"), ("bridges closed", "bridges closed")],
)
def test_plurals(one, many):
    assert plural(one) == many


@pytest.mark.parametrize(
    ("name", "shown"), [("Brightmart", "Brightmart"), ("the Crown", "the Crown"), ("crew", "the crew")]
)
def test_articles(name, shown):
    assert named(name) == shown
