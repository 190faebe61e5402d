from __future__ import annotations

import re

import pytest

from tests.web import makers as make
from tests.web.conftest import heading, links
from web.pages.home import telling_much


def test_an_empty_registry_teaches_three_ways_to_begin(client):
    page = client.get("/").text
    assert heading(page) == "The registry is empty"
    assert {"/add/example", "/add"} <= set(links(page, "/add"))


def test_the_example_brings_its_first_conflicts(client):
    assert client.post("/add/example").headers["location"] == "/"
    assert re.fullmatch(r"\d+ conflicts? needs? you", heading(client.get("/").text))
    assert client.post("/add/example").status_code == 303


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (make.fact(make.side_row(1, "64")), True),
        (make.fact(make.side_row(1, "64"), standing=make.standing(sources=1)), False),
        (make.fact(make.side_row(1, "64"))._replace(question="When was the start (Norsund)?"), False),
        (make.fact(make.side_row(1, "64"), make.side_row(2, "71"))._replace(question="When was the start?"), True),
    ],
)
def test_a_bare_date_or_a_lone_source_has_no_place_on_the_first_page(row, shown):
    assert telling_much(row) is shown


def test_home_shows_only_facts_that_more_than_one_source_speaks_of(disputed):
    recent = disputed.get("/").text.partition('id="recent"')[2]
    assert "lighthouse" in recent
    assert "lamps" not in recent


def test_the_first_week_has_its_picture(disputed):
    assert "1 found, 0 settled" in disputed.get("/").text
