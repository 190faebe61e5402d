"""What holds for every text: spans hold their words, nothing crashes, time is linear, written numbers are read back."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.model import record
from registry.model.quantity import Quantity
from registry.model.span import Block, Sentence
from registry.steps.recognise import recognise, replay
from registry.steps.recognise.numbers.numerals import numeral

WORDS = [
    *("a", "an", "one", "two", "hundred", "million", "half", "quarter", "of", "and", "-", "–", "/", ".", ",", ":", "("),
    *(
        ")",
        "$",
        "€",
        "%",
        "5",
        "12",
        "2023",
        "1,234",
        "0.5",
        "3rd",
        "third",
        "March",
        "may",
        "Monday",
        "to",
        "from",
        "x",
    ),
    *(
        "between",
        "more",
        "than",
        "at",
        "least",
        "up",
        "m",
        "km",
        "°",
        "C",
        "s",
        "'",
        "\ud800",
        "אב",
        "😀",
        "e\u0301",
        "II",
    ),
    *(
        "no",
        "No.",
        "first",
        "in",
        "by",
        "1/2",
        "10",
        "^",
        "e",
        "±",
        "+",
        "~",
        "<",
        ">",
        "Q3",
        "end",
        "the",
        "last",
        "next",
    ),
    *("this", "year", "week", "ago", "mid", "99999", "00", "31", "29.02.2023", "a.m.", "GMT", "7:45", "magnitude", "M"),
    *("before", "since", "until", "or later", "per", "capita", "100,000", "a", "couple", "of", "w/c", "Tuesday", "KW"),
    *(
        "twenty",
        "tens",
        "20240305",
        "Tue",
        "Mar",
        "14:07:22",
        "2024",
        "half",
        "past",
        "ratio",
        ":",
        "to",
        "kg",
        "g",
        "stone",
    ),
    *(
        "five-foot-11",
        "only",
        "not",
        "maximum",
        "depuis",
        "vor",
        "antes de",
        "Anfang",
        "début",
        "mi-",
        "par",
        "im",
        "CI",
    ),
    *("5.6", "-plus", "or", "top", "dozens", "lbs"),
]
UNITS = ("", "%", " km", " million", " percent", " euros")


def read(text, language="en", published=None):
    """The mentions of a text that is one sentence."""
    sentence = Sentence(0, len(text), Block(0, len(text)))
    return recognise(text, [sentence], published=published, language=language)[0]


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "de", "es", None]))
def test_spans_hold_their_words_on_any_text(text, language):
    at = 0
    for mention in read(text, language, date(2024, 2, 29)):
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
        at = mention.end


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(WORDS), max_size=16), st.sampled_from(["", " "]), st.sampled_from(["en", "fr", "de", "es"])
)
def test_any_run_of_number_words_is_read_without_a_crash_and_kept_without_loss(words, gap, language):
    for mention in read(gap.join(words), language, date(2024, 2, 29)):
        assert record.to_value(record.of_value(mention.value)) == mention.value
        assert mention.trace


@given(st.integers(0, 10**12))
def test_a_whole_number_is_read_back_from_every_grouping(number):
    for text, mark in ((f"{number:,}", "."), (f"{number:,}".replace(",", "."), ","), (str(number), ".")):
        if "." in text and number < 10**6 and text.endswith("000"):
            continue
        found = numeral(text, mark)
        assert found is not None
        assert found.value == number


@given(st.decimals(Decimal("1.01"), Decimal("99999.99"), places=2), st.sampled_from(UNITS))
def test_a_value_that_is_written_out_is_read_back(number, unit):
    mentions = read(f"It came to {number:,}{unit}, they said.")
    assert len(mentions) == 1
    value = mentions[0].value
    assert isinstance(value, Quantity)
    assert value.low == number * (10**6 if "million" in unit else 1)


@given(st.decimals(Decimal("1.1"), Decimal("999.9"), places=1), st.sampled_from(("thousand", "million", "billion")))
def test_replaying_the_trace_gives_the_value(number, scale):
    mention = read(f"It has {number} {scale} parts.")[0]
    assert isinstance(mention.value, Quantity)
    assert replay(mention.trace) == mention.value.low


@pytest.mark.parametrize(
    "piece", ["1", "(]", "a", "one ", "1 ", "123 456 ", "1,", "and a half ", "hundred ", "a-", "1/2/", "+1 2"]
)
def test_twice_the_text_takes_about_twice_the_time(piece):
    def spent(length):
        text = piece * (length // len(piece))
        began = time.process_time()
        read(text, "en", date(2024, 2, 29))
        return time.process_time() - began

    spent(2_000)
    assert spent(20_000) < 16 * spent(5_000) + 0.1


def test_the_mentions_are_aligned_with_the_sentences():
    text = "Two cats.\nNothing.\nThree dogs."
    block = Block(0, len(text))
    sentences = [Sentence(0, 9, block), Sentence(10, 18, block), Sentence(19, 30, block)]
    assert [len(found) for found in recognise(text, sentences, published=None, language="en")] == [1, 0, 1]
