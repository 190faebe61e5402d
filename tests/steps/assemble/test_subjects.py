"""Whose or what of: persons in trials, things with figures of their own, rows, topics of documents."""

from __future__ import annotations

import pytest

from tests.steps.assemble.test_cases import claims

TRIAL = (
    "Court jails two brothers over bridge fraud\n\nA court on Monday jailed Arno Feld, a builder from the north of the "
    "country, for six years. Feld, 54, was convicted on nine of 11 counts. His partner, Olga Brix, 41, got two years. "
    "Brix had pleaded guilty in March to three charges of forgery, which the judges took into account, they said. The "
    "trial took 63 days. Prosecutors had asked for nine years for Feld and four for Brix, their spokeswoman added, and "
    "they will not appeal against the judgment, which was long awaited in the region where the bridge had stood."
)


def subject_of(text: str, exact: str, **more: str) -> str | None:
    """The subject of the first figure with these words."""
    found = [claim.assertion for claim in claims(text, "2031-01-05", **more) if claim.span.exact == exact]
    assert found, exact
    return found[0].subject.label if found[0].subject else None


@pytest.mark.parametrize(
    ("exact", "who"),
    [
        ("six years", "Arno Feld"),
        ("nine", "Arno Feld"),
        ("41", "Olga Brix"),
        ("two years", "Olga Brix"),
        ("three", "Olga Brix"),
    ],
)
def test_each_of_several_accused_has_his_own_figures(exact, who):
    assert subject_of(TRIAL, exact) == who


def test_the_row_of_a_table_is_about_its_label_even_where_a_heading_holds_figures():
    text = "Climate sheet\n\nRegion    Mean (°C)   Anomaly 1991-2020 (°C)\n"
    text += "Norland   22.7        2.2\nSudland   29.6        3.8\n"
    assert subject_of(text, "3.8") == "Sudland"


def test_a_title_names_what_a_text_is_about_before_a_colon():
    text = (
        "The firm grew again. Sales rose 9 percent. It has 410 staff, and Norwind says that it wants more of them soon."
    )
    assert subject_of(text * 6, "410", title="Norwind: good, not great") == "Norwind"


def test_the_paper_and_the_people_of_a_place_are_not_what_a_text_is_about():
    text = (
        "The Hallanders were happy. Bergby opened 12 pools. Hallanders swim a lot. Bergby spent 4 million euros. " * 8
    )
    assert subject_of(text, "4 million euros", title="Pools open", by="Daily Hallander") == "Bergby"


def test_what_is_said_of_a_place_at_the_start_of_a_sentence_is_about_the_place():
    text = "Kastel is hot. Kastel met on Monday. In Port Sund the maximum was 39 degrees. " * 10
    assert subject_of(text, "39 degrees") in ("Port Sund", "Kastel")
