"""Reading takes time in proportion to the text, whatever it says: twice the text must not take four times as long."""

from __future__ import annotations

import time

import pytest

from registry.model.document import Reading, Source
from registry.steps.extract import extract
from registry.steps.resolve import counting

SIZE, FLOOR, MOST, TRIES = 4_000, 0.06, 3.2, 3
# Where a quarter of the text takes as long as this, four times of that is the whole: a share of quadratic work that
# makes twice the whole take 3.2 times as long makes the whole take 7.3 times as long as its quarter.
LONG, MOST_OF_FOUR = 0.25, 7.3
PIECES = {
    "digits": "1234567890",
    "brackets": "(",
    "one word": "a",
    "short lines": "12\n",
    "slashes": "1/1/1/",
    "cells": "1|2|3\n",
    "pairs": "a: 1\n",
    "blanks": " ",
    "tabs": "\t",
    "quotation marks": '"',
    "dashes": "1-",
    "full stops": ". ",
    "quoted": '. "',
    "months": "May ",
    "titles": "Mr. ",
    "number words": "five hundred and ",
    "bullets": "- 12 cats\n",
    "empty lines": "\n",
    "capitals before a bracket": "MINUTES OF THE ANNUAL GENERAL MEETING OF THE BOARD OF SEA LIFE, Ada Finch (Chair) ",
}


def seconds(text: str) -> float:
    """The CPU time of reading a text."""
    started = time.process_time()
    extract(Reading(text, "text/plain", "test"), Source("test"))
    return time.process_time() - started


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece):
    once = piece * (SIZE // len(piece)) + " 12 cats"
    twice = piece * (2 * SIZE // len(piece)) + " 12 cats"
    seconds("A town has 12 cats.")
    quarter = piece * (SIZE // 4 // len(piece)) + " 12 cats"
    if (first := seconds(quarter)) > LONG and seconds(once) < MOST_OF_FOUR * first:
        return
    ratios = []
    for _ in range(TRIES):  # another process may steal the clock; the least ratio is the engine's
        short, long = seconds(once), seconds(twice)
        ratios.append(long / max(short, FLOOR))
        if ratios[-1] < MOST:
            break
    assert min(ratios) < MOST, ratios


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "F", "L"])
def test_a_line_or_a_title_of_nothing_is_read_at_once(blank):
    long = f"Boats{blank * 8_000} x"
    text, began = f"{long} has 17 locks.\n\nThe canal has 17 locks and 3 bridges.", time.process_time()
    assert extract(Reading(text, "text/markdown", "test"), Source("test", title=long, publisher=long))
    assert time.process_time() - began < 5


def test_a_name_that_is_said_often_is_weighed_once(monkeypatch):
    asked: list[str] = []
    real = counting.is_plain

    def plain(name, folded):
        asked.append(name)
        return real(name, folded)

    monkeypatch.setattr(counting, "is_plain", plain)
    extract(Reading("The court heard that Lind had said so. " * 500, "text/plain", "test"), Source("test"))
    assert "Lind" in asked
    assert len(asked) < 10
