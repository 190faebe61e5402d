from __future__ import annotations

import re

import pytest

from tests.web import makers as make
from tests.web.conftest import fill, heading, links
from tests.web.sound import conflict_of
from tests.web.test_weight import COUNTS, said
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


def test_a_decision_that_was_taken_back_settles_nothing(disputed):
    conflict = conflict_of(disputed)
    after = disputed.get(disputed.post(f"{conflict}/decisions", data={"verdict": "time"}).headers["location"]).text
    assert "1 found, 1 settled" in disputed.get("/").text
    disputed.post(links(after, "/decisions/")[0])
    assert "1 found, 0 settled" in disputed.get("/").text


def test_a_conflict_that_a_newer_one_continues_is_found_once(client, database):
    fill(database, *(said(count, day, "Harbour Herald") for count, day in COUNTS))
    assert "1 found, 0 settled" in client.get("/").text


def test_a_row_with_many_values_stays_a_row(client, database):
    fill(database, *(said(120 + year, f"20{10 + year}-05-01", "Harbour Herald") for year in range(8)))
    [row] = re.findall(r'<p class="chips">(.*?)</p>', client.get("/queue").text)
    assert re.findall(r"<b>(.*?)</b>", row) == ["120", "121", "3 more", "125", "126", "127"]
