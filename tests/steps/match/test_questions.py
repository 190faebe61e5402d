"""The question a fact answers reads as an editor would write it, or is plain; it is never broken English."""

from __future__ import annotations

import dataclasses
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
        (
            claim("heavy fuel oil", "Corran spill", Kind.MEASURE, amount("t")),
            "The Corran spill: how much heavy fuel oil?",
        ),
        (claim("area burned", "Canada", Kind.MEASURE, amount("km2")), "What is the area burned (Canada)?"),
        (claim("defence budget", "defence budget", Kind.MONEY, amount("EUR")), "What is the defence budget?"),
        (claim("cover", "Storm Discover", Kind.MONEY, amount("EUR")), "What is the cover of Storm Discover?"),
        (claim("in-patient cost", "Norland", Kind.MONEY, amount("EUR")), "What is the in-patient cost of Norland?"),
        (claim("earnings", "Orvelle", Kind.MONEY, amount("EUR")), "What are the earnings of Orvelle?"),
        (claim("gas price", "Orvelle", Kind.MONEY, amount("EUR")), "What is the gas price of Orvelle?"),
        (claim("sales", "Orvelle", Kind.MONEY, amount("EUR")), "What are the sales of Orvelle?"),
        (claim("votes cast", "Lossan referendum"), "The Lossan referendum: how many votes cast?"),
        (claim("person date", "Zarun strike", Kind.DATE, QUARTER), "When was the Zarun strike?"),
        (claim("received", "Kurada", Kind.MONEY, amount("EUR")), "Kurada: how much money?"),
        (claim("launch mass", "Halden", Kind.MEASURE, amount("kg")), "What is the launch mass of Halden?"),
        (claim("age", "Jon Adler", Kind.MEASURE, amount("year")), "What is the age of Jon Adler?"),
        (claim("sentencing date", "Jon Adler", Kind.DATE, QUARTER), "When was the sentencing (Jon Adler)?"),
        (claim("date", "next meeting", Kind.DATE, QUARTER), "When was the next meeting?"),
        (claim("work start date", "Jon Adler", Kind.DATE, QUARTER), "When was the start of the work (Jon Adler)?"),
        (claim("cable car opening date", "cable car", Kind.DATE, QUARTER), "When was the opening of the cable car?"),
        (claim("french court date", "Jon Adler", Kind.DATE, QUARTER), "When was the French court (Jon Adler)?"),
        (claim("death", "Norland Court"), "The Norland Court: how many people died?"),
        (claim("death", "Norland Airport crash"), "How many people died in the Norland Airport crash?"),
        (claim("issued new permit", "Norland", verb="issue"), "Norland: how many new permits were issued?"),
        (claim("limited edition", "Norland", verb="issue"), "Norland: how many limited editions?"),
        (claim("session", "Assembly", Kind.ORDINAL, amount("ordinal")), "Which session of the Assembly was it?"),
        (claim("office", "Mira Solen", Kind.ROLE, Term("mayor", "mayor")), "What office does Mira Solen hold?"),
    ],
)
def test_questions_read_as_an_editor_would_write_them(made, asked):
    assert question([made]) == asked


@pytest.mark.parametrize(
    ("noun", "verb", "told", "about", "asked"),
    [
        ("signing", "sign", "Ada Holm signed treaty", "Ada Holm", "What did Ada Holm sign?"),
        ("issue", "issue", "Court issued warrant", "Ada Holm", "What is known of the warrant concerning Ada Holm?"),
        ("conviction", "convict", "Ada Holm was convicted", "Ada Holm", "What is known of the conviction of Ada Holm?"),
        ("jail", "jail", "Ada Holm was jailed", "Ada Holm", "What happened to Ada Holm?"),
        ("cause", "cause", "faulty cable", "Norland fire", "What caused the Norland fire?"),
    ],
)
def test_an_act_is_asked_for_from_the_side_of_whom_it_is_about(noun, verb, told, about, asked):
    sentence = f"{told.split()[-2 if 'was' not in told else -1]} it, they say."
    act = claim(noun, about, Kind.EVENT, Term(told.lower(), told), sentence=sentence, verb=verb)
    act = dataclasses.replace(act, span=Span(0, len(sentence.split()[0]), sentence.split()[0]))
    assert question([act]) == asked


@pytest.mark.parametrize(
    ("period", "ending"),
    [
        (Moment(date(2026, 3, 14), date(2026, 3, 14)), "on 14 March 2026"),
        (Moment(date(2026, 3, 1), date(2026, 3, 31), Precision.MONTH), "in March 2026"),
        (Moment(date(2026, 3, 14), date(2026, 3, 16)), "from 14 to 16 March 2026"),
        (Moment(date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR, bound=Bound.BEFORE), "before 2021"),
    ],
)
def test_a_question_about_a_time_takes_the_word_that_goes_with_it(period, ending):
    asked = question([claim("death", "Cedar Ridge fire", behaviour=Behaviour.FIXED, scope=Scope(period=period))])
    assert asked == f"How many people died in the Cedar Ridge fire {ending}?"


def test_a_name_takes_the_article_that_its_texts_give_it():
    said = [claim("shop", "Harbour Line", sentence="The Harbour Line has two shops.", verb="have")]
    assert question(said) == "How many shops does the Harbour Line have?"


def test_a_word_keeps_its_hyphen():
    assert question([claim("non stop flight", "Vardal", sentence="Two non-stop flights leave.")]) == (
        "Vardal: how many non-stop flights?"
    )


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


def figured(text, exact, attribute, subject, kind=Kind.DATE, value: Value = QUARTER):
    """A claim whose figure stands in its sentence."""
    made = claim(attribute, subject, kind, value, sentence=text)
    at = text.index(exact)
    return Claim(made.source, Span(at, at + len(exact), exact), made.sentence, made.assertion)


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        (
            figured("The Hardal Tribunal had nine cases on 3 May.", "3 May", "date", "Hardal Tribunal"),
            "“The Hardal Tribunal had nine cases on …”: when?",
        ),
        (
            figured("In June the port suffered its second big flood.", "June", "second big flood suffering", "port"),
            "“In … the port suffered its second big flood”: when?",
        ),
        (
            figured("Crews at the port will strike for 5 days.", "5 days", "time", "port", Kind.MEASURE, amount("day")),
            "“Crews at the port will strike for …”: how long?",
        ),
        (
            figured("He died at 72 years in the port.", "72 years", "age", "Hardal", Kind.MEASURE, amount("year")),
            "“He died at … in the port” (Hardal): how old?",
        ),
        (
            figured(
                "Hardal seized one-third of the barges.",
                "one-third",
                "share of barge",
                "Hardal",
                Kind.FRACTION,
                amount("fraction"),
            ),
            "Hardal: what share of barges?",
        ),
        (
            figured("The boat lay 3 km off the quay.", "3 km", "distance", "Hardal", Kind.MEASURE, amount("km")),
            "“The boat lay … off the quay” (Hardal): how far?",
        ),
        (
            figured("Old Norse coins were found in 1931.", "1931", "norse coin finding date", "Hardal"),
            "When was the Norse coin finding (Hardal)?",
        ),
        (figured("Fourteen people were hurt.", "Fourteen", "injury", "Fourteen people", Kind.COUNT, TWO), None),
    ],
)
def test_what_has_no_good_name_is_asked_for_in_the_words_of_the_claim(made, asked):
    assert question([made]) == (asked or "How many people were injured?")


def test_a_figure_in_its_question_would_take_sides():
    made = figured(
        "Officials say that the ferry with the name of Marisol sank on 4 May 2024.", "4 May 2024", "date", "X"
    )
    assert "2024" not in question([made])


def test_an_event_is_asked_for_by_its_name():
    assert question([figured("The Hardal election was on 3 May.", "3 May", "date", "Hardal election")]) == (
        "When was the Hardal election?"
    )


def test_the_blank_shows_a_long_sentence_around_the_figure_only():
    text = f"{'So it was told to all ' * 8}that ships sank in 1931 {'and then came others ' * 8}again."
    asked = question([figured(text, "1931", "year", "Hardal")])
    assert "ships sank in … and then" in asked
    assert len(asked) < 150


def test_a_name_that_says_something_is_taken_before_one_that_does_not():
    days = amount("day")
    vague = figured("Crews at the port will strike for 5 days.", "5 days", "time", "port", Kind.MEASURE, days)
    clear = figured("The strike length is 3 days.", "3 days", "strike length", "port", Kind.MEASURE, days)
    assert question([vague, clear]) == "How long is the strike length of the port?"


def test_of_names_used_as_often_the_one_that_stands_in_all_sentences_is_taken():
    first = claim("school", "Norland", sentence="Fire drills were held in two schools.")
    second = claim("fire drill", "Norland", sentence="Norland held nine fire drills.")
    assert question([first, second]) == question([second, first]) == "Norland: how many fire drills?"


def test_letters_that_stand_for_words_keep_their_capitals():
    made = claim("ebit", "Auralis", Kind.MONEY, amount("EUR"), sentence="At Auralis EBIT came to 2 euros.")
    assert question([made]) == "What is the EBIT of Auralis?"
