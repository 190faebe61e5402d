from __future__ import annotations

from datetime import date
from statistics import median

import pytest

from registry.actions import ingest
from registry.actions.ingest import Given
from registry.store import open_store
from tests.web.conftest import follow, sign_in
from tests.web.desks import AHEAD, SHOWN, Ruler

pytestmark = pytest.mark.browser

LETTERS = "ABCDEFGHIJKLMNOPRSTU"
PLACES = [f"{letter}arnwick" for letter in LETTERS]


@pytest.fixture
def full(database, page):
    """A tab at the first of twenty open conflicts."""
    store = open_store(database)
    for year, lamps in ((2023, 12), (2024, 15)):
        for at, place in enumerate(PLACES):
            text = f"The {place} Choir has {lamps + at} members."
            given = Given(title=f"Choirs of {place}", publisher=f"Almanac {year}", published=date(year, 5, 1))
            with store.writing() as session:
                ingest.keep(session, ingest.prepare_text(text, given=given), actor="seeds")
    store.close()
    page.goto("/queue")
    assert page.inner_text("h1") == "20 conflicts are open"
    return page


def test_twenty_conflicts_are_cleared_by_keys_alone_with_three_each_at_most(full):
    full.keyboard.press("j")
    with full.expect_navigation():
        full.keyboard.press("Enter")
    pressed = (("1",), ("2",), ("d",), ("t", "2"), ("n",), ("t", "3", "2"))
    ruler, took = Ruler(full), []
    for at in range(20):
        if at < 19:
            full.wait_for_selector(AHEAD)
        before = full.inner_text("h1")
        *first, last = pressed[at % len(pressed)]
        for key in first:
            full.keyboard.press(key)
        if at < 19:
            begun = ruler.told()
            assert full.evaluate(SHOWN, last) is True
            took.append(ruler.told() - begun)
            assert full.inner_text("h1") != before
            full.wait_for_selector(f".count:text-is('{19 - at}')")
        else:
            full.keyboard.press(last)
    full.wait_for_selector("text=No conflicts are open")
    assert median(took) < 0.1, took
    full.goto("/queue?state=dismissed")
    assert full.inner_text("h1") == "3 conflicts are dismissed"


def test_a_flag_and_a_reason_are_set_and_undo_and_redo_work_by_key(full):
    full.goto("/queue?words=Aarnwick")
    follow(full, ".rows .title")
    with full.expect_navigation():
        full.keyboard.press("f")
    assert full.get_attribute("[form=flag]", "aria-pressed") == "true"
    assert "words=Aarnwick" in full.url
    full.keyboard.press("t")
    full.keyboard.press("3")
    assert full.input_value("#reason") == "The body responsible for the figure says so."
    for key, told in (("2", "is right"), ("Control+z", "Taken back")):
        with full.expect_navigation():
            full.keyboard.press(key)
        assert told in full.inner_text(".toast")
    full.keyboard.press("Control+Shift+z")
    full.wait_for_selector(".toast >> text=is right")
    full.goto("/queue?state=mine")
    assert "flagged" in full.inner_text(".rows")


def test_a_session_that_ends_loses_no_draft(browser, site, database, desk):
    context = browser.new_context(base_url=site)
    sign_in(context, site, database, "Ada")
    tab = context.new_page()
    tab.goto("/queue")
    follow(tab, ".rows .title")
    path = tab.evaluate("location.pathname")
    tab.keyboard.press("r")
    tab.keyboard.type("counted from the boat")
    kept = context.cookies()
    context.clear_cookies()
    tab.keyboard.press("Enter")
    tab.keyboard.press("1")
    tab.wait_for_selector("h1:text-is('Sign in')")
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate("getComputedStyle(document.querySelector('main .form')).display") == "grid"
    context.add_cookies(kept)
    tab.goto(path)
    assert tab.input_value("#reason") == "counted from the boat"
    assert "Nobody has decided this yet" in tab.inner_text("main")
    context.close()
