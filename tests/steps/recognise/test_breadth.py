"""Values of every form in sentences of their own, and numbers that are none; the cases are a table.

Each line of the table: a language, a sentence, and what is read in it (nothing behind the last mark: nothing).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.steps.recognise.test_recognise import read
from tests.steps.recognise.told import told

TABLE = Path(__file__).parents[2] / "cases" / "recognise_breadth.txt"


def cases() -> Iterator[tuple[str, str, str]]:
    """The lines of the table."""
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, wanted = (part.strip() for part in line.split("|"))
            yield language, text, wanted


@pytest.mark.parametrize(("language", "text", "wanted"), list(cases()))
def test_every_form_of_a_value_is_read_and_no_name_is(language, text, wanted):
    assert "; ".join(told(text, mention) for mention in read(text, language)) == wanted


def test_the_table_is_broad():
    assert len(list(cases())) > 250
