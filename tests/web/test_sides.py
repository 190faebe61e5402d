"""All who say one value, where a page shows the first of them."""

from __future__ import annotations

from functools import partial

import pytest

from registry.actions import lookup
from tests.web.conftest import fill, follow, links
from tests.web.desks import Kept
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


@pytest.fixture
def very_often(client, database):
    """A registry in which fifteen papers say one value, more than a fact keeps at hand, and one says another."""
    papers = [f"Pier Post no. {place}" for place in "ABCDEFGHIJKLMNO"]
    fill(database, *(said(125, "2025-01-16", paper) for paper in papers), said(121, "2019-05-01", "Island Gazette"))
    return client


def test_a_conflict_tells_how_many_more_there_are_than_it_has_at_hand_and_leads_to_all(very_often):
    [conflict] = links(very_often.get("/queue").text, "/conflicts/")
    desk = very_often.get(conflict).text
    assert "15 sources" in desk
    assert f"{15 - 3} more quotations" in desk
    page = very_often.get(links(desk, f"{conflict}/sides/")[0]).text
    assert page.count('class="witness"') == 15
    assert all(f"Pier Post no. {place}" in page for place in "ABCDEFGHIJKLMNO")
    assert "Island Gazette" not in page


def test_all_who_say_a_value_come_a_page_at_a_time(very_often, monkeypatch):
    monkeypatch.setattr(lookup, "further", partial(lookup.further, limit=2))
    [conflict] = links(very_often.get("/queue").text, "/conflicts/")
    page = very_often.get(links(very_often.get(conflict).text, f"{conflict}/sides/")[0]).text
    found = page.count('class="witness"')
    assert found == 14
    [following] = [link for link in links(page, f"{conflict}/sides/") if "cursor=" in link]
    page = very_often.get(following).text
    assert page.count('class="witness"') == 1
    assert "More who say so" not in page
    assert very_often.get(f"{conflict}/sides/1?cursor=none").status_code == 422


@pytest.mark.browser
def test_the_other_sources_come_in_place(page, database):
    fill(database, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    page.goto("/queue")
    follow(page, ".rows .title")
    page.click("[data-rest] >> nth=0")
    page.wait_for_selector(".side:first-child .witness:nth-of-type(3)")
    assert page.locator("[data-rest]").count() == 3
    assert page.evaluate("document.activeElement.closest('.witness') !== null")


@pytest.mark.browser
def test_the_other_sources_come_once_however_often_they_are_asked_for(page, database):
    fill(database, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    page.goto("/queue")
    follow(page, ".rows .title")
    page.evaluate("(link => { link.click(); link.click(); })(document.querySelector('[data-rest]'))")
    page.wait_for_selector(".side:first-child .witness:nth-of-type(3)")
    page.wait_for_load_state("networkidle")
    assert page.locator(".witness").count() == 4 + 2


@pytest.mark.browser
def test_who_writes_when_the_other_sources_come_goes_on_writing(page, database):
    fill(database, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    page.goto("/queue")
    follow(page, ".rows .title")
    sides = Kept(page, "**/sides/*")
    page.click("[data-rest] >> nth=0")
    sides.come()
    page.keyboard.press("r")
    page.keyboard.type("see ")
    sides.end()
    page.wait_for_selector(".side:first-child .witness:nth-of-type(3)")
    page.keyboard.type("table 2")
    assert page.input_value("#reason") == "see table 2"


@pytest.mark.browser
def test_all_sources_of_a_value_come_in_place_also_those_that_are_not_at_hand(page, database):
    papers = [f"Pier Post no. {place}" for place in "ABCDEFGHIJKLMNO"]
    fill(database, *(said(125, "2025-01-16", paper) for paper in papers), said(121, "2019-05-01", "Island Gazette"))
    page.goto("/queue")
    follow(page, ".rows .title")
    page.focus("[data-rest]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".side .witness:nth-of-type(15)")
    assert page.locator(".witness").count() == 16


@pytest.mark.browser
def test_a_day_is_written_in_one_way_on_a_page_whatever_the_language_of_the_browser(browser, site, database):
    fill(database, said(125, "2025-01-16", "Pier Post"), said(121, "2019-05-01", "Island Gazette"))
    tab = browser.new_page(base_url=site, locale="en-US")
    tab.goto("/queue")
    follow(tab, ".rows .title")
    assert tab.locator(".witness time").all_inner_texts() == ["1 May 2019", "16 January 2025"]
    assert tab.locator(".lane-days").all_text_contents() == ["1 May 2019", "16 January 2025"]
    assert "16 January 2025" in tab.inner_text(".head")
    tab.close()
