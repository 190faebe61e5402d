"""Lines of tables count a part, and prose the whole."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.extract import extract
from registry.steps.match.profile import profile
from registry.steps.match.rowed import band, only_line
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("line", "ages"),
    [
        ("18 to 64           104", {"18", "64"}),
        ("5-17 years\t61", {"5", "17"}),
        ("Under 5 | 71", {"5"}),
        ("65 plus            31", {"65"}),
        ("75 and over  12", {"75"}),
        ("18 to 64 workers came", set()),
        ("12 March           104", set()),
        ("Over 104 came", set()),
    ],
)
def test_ages_head_a_line(line, ages):
    assert band(line) == ages


TABLE = """Fever in Dorn

Area                           Recommendations
Staffing                       11
Contract management            104
18 to 64                       61
All                            176
"""


def of_table(figure):
    reading = Reading(text=TABLE, media_type="text/plain", reader="given")
    every = extract(reading, Source("table", "Fever in Dorn", "Health office", date(2024, 6, 3), "en"))
    return next(profile(claim) for claim in every if claim.span.exact == figure)


@pytest.mark.parametrize(
    ("figure", "prose", "apart"),
    [
        ("104", "The health office made 87 recommendations.", True),
        ("104", "The health office made 87 recommendations on contract management.", False),
        ("61", "The health office made 87 recommendations.", True),
        ("61", "Of those aged 18 to 64, 87 had recommendations.", False),
        ("176", "The health office made 87 recommendations.", False),
    ],
)
def test_a_line_for_a_part_is_not_what_prose_counts(figure, prose, apart):
    line, told = of_table(figure), profile(said("87", prose, what="recommendation"))
    assert bool(only_line(line, told)) is apart
    assert bool(only_line(told, line)) is apart


@pytest.mark.parametrize(
    ("line", "words"),
    [("Dead     104 ", "The fire killed 87 people."), ("Fire in Dorn: 104 dead", "It killed 87 people.")],
)
def test_what_names_what_is_counted_heads_no_part(line, words):
    told = profile(said("87", words, what="death"))
    assert not only_line(profile(said("104", line, what="death")), told)
