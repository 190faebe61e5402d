"""All who say one value, where a page shows the first of them."""

from __future__ import annotations

import pytest

from tests.web.conftest import fill, links
from tests.web.test_weight import COUNTS, PAPERS, said


@pytest.fixture
def often(client, database):
    """A registry in which three papers say each of four values."""
    fill(database, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    return client


def test_a_conflict_shows_the_first_sources_and_leads_to_all_of_a_value(often):
    [conflict] = links(often.get("/queue").text, "/conflicts/")
    desk = often.get(conflict).text
    assert desk.count('class="witness"') == 4
    assert desk.count("2 more quotations") == 4
    page = often.get(links(desk, f"{conflict}/sides/")[0]).text
    assert page.count('class="witness"') == 3
    assert links(page, conflict)
    assert often.get(f"{conflict}/sides/9").status_code == 404


def test_a_fact_leads_to_all_who_say_a_value(often):
    often.post("/add/text", data=said(121, "2019-06-01", "Pier Post"))
    fact = links(often.get("/facts").text, "/facts/")[0]
    [more] = links(often.get(fact).text, f"{fact}/sides/")
    assert often.get(more).text.count('class="witness"') == 4


@pytest.mark.browser
def test_the_other_sources_come_in_place(page, database):
    fill(database, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    page.goto("/queue")
    page.click(".rows .title")
    page.click("[data-rest] >> nth=0")
    page.wait_for_selector(".side:first-child .witness:nth-of-type(3)")
    assert page.locator("[data-rest]").count() == 3
    assert page.evaluate("document.activeElement.closest('.witness') !== null")
