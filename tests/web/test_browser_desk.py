"""Verdicts by key, and who else is at the desk."""

from __future__ import annotations

import pytest

from registry.model.people import Role
from tests.web.conftest import follow, serving, sign_in
from tests.web.desks import AHEAD, SHOWN, Kept, queue

__all__ = ["queue"]

pytestmark = pytest.mark.browser

NEVER_IDLE = "window.requestIdleCallback = (then, options) => options?.timeout ? setTimeout(then, options.timeout) : 0"


def test_the_next_conflict_is_painted_before_there_is_an_answer(queue):
    before, verdicts = queue.inner_text("h1"), Kept(queue, "**/decisions")
    assert queue.evaluate(SHOWN, "1") is True
    assert queue.inner_text("h1") != before
    assert queue.locator(".toast").count() == 0
    verdicts.end()
    queue.wait_for_selector(".toast >> text=is right")
    assert queue.inner_text(".count") == "1"
    assert "1 of 1" in queue.inner_text(".desk-nav")
    assert queue.get_attribute("footer >> text=Permalink", "href") == queue.evaluate("location.pathname")
    queue.keyboard.press("2")
    queue.wait_for_selector("text=No conflicts are open")


def test_a_browser_that_is_never_idle_looks_up_the_next_conflict_too(queue):
    queue.add_init_script(NEVER_IDLE)
    queue.reload()
    queue.wait_for_selector(AHEAD)


def test_a_key_that_is_pressed_twice_or_held_decides_one_conflict(queue):
    before = queue.inner_text("h1")
    queue.evaluate(
        """() => [false, false, true].map((repeat) => new KeyboardEvent("keydown", { key: "1", repeat, bubbles: true }))
             .forEach((event) => document.dispatchEvent(event))"""
    )
    queue.wait_for_selector(".toast >> text=is right")
    assert queue.inner_text("h1") != before
    queue.goto("/queue")
    assert queue.inner_text("h1") == "1 conflict is open"


def test_two_reviewers_at_one_conflict_see_each_other_and_lose_nothing(browser, queue, database):
    path = queue.evaluate("location.pathname")
    with serving(database) as address:
        context = browser.new_context(base_url=address)
        sign_in(context, address, database, "Ada", Role.REVIEWER)
        late = context.new_page()
        late.goto(path)
        late.wait_for_selector(AHEAD)
        assert "Being reviewed by Ito" in late.inner_text("main")
        late.fill("#reason", "my own count")
        queue.keyboard.press("1")
        queue.wait_for_selector(".toast")
        late.click("button[value='side:2']")
        late.wait_for_selector("[role=alert]")
        assert late.evaluate("location.pathname") == path
        assert late.input_value("#reason") == "my own count"
        context.close()


def test_rows_are_selected_by_key_and_decided_together(queue):
    queue.goto("/queue")
    assert "Resume where you left" in queue.inner_text(".resume")
    queue.keyboard.press("j")
    queue.keyboard.press("x")
    queue.keyboard.press("j")
    queue.keyboard.press("Shift+X")
    assert queue.inner_text(".picked-count") == "2 selected"
    follow(queue, "text=Preview")
    follow(queue, "text=Record these decisions")
    assert queue.inner_text("h1") == "2 conflicts of 2 decided"
    queue.keyboard.press("z")
    queue.wait_for_selector("text=2 decisions of 2 taken back")


def test_ones_own_keys_decide(queue):
    path = queue.evaluate("location.pathname")
    queue.goto("/keys")
    queue.click("text=Like Prodigy")
    queue.wait_for_selector(".toast >> text=Kept")
    queue.goto(path)
    queue.keyboard.press("1")
    assert queue.locator(".toast").count() == 0
    queue.keyboard.press("a")
    queue.wait_for_selector(".toast >> text=is right")


def test_undo_finds_the_last_verdict_where_no_notice_tells_of_it_any_more(queue):
    first = queue.evaluate("location.pathname")
    queue.keyboard.press("1")
    queue.wait_for_selector(".toast >> text=is right")
    second = queue.evaluate("location.pathname")
    queue.goto(second)
    with queue.expect_navigation():
        queue.keyboard.press("z")
    assert queue.evaluate("location.pathname") == first
    queue.wait_for_selector(".held >> text=Undo this decision")
    with queue.expect_navigation():
        queue.keyboard.press("z")
    queue.wait_for_selector(".toast >> text=Taken back")
    assert queue.evaluate("location.pathname") == first
    queue.goto("/queue")
    assert queue.inner_text("h1") == "2 conflicts are open"


def test_a_reading_that_is_taken_back_brings_its_conflict_back(queue):
    conflict = queue.evaluate("location.pathname")
    queue.keyboard.press("w")
    queue.wait_for_selector("#claim:focus")
    queue.fill("#should", "46 metres")
    queue.keyboard.press("Control+Enter")
    queue.wait_for_selector(".toast >> text=The reading is corrected")
    with queue.expect_navigation():
        queue.keyboard.press("z")
    queue.wait_for_selector(".toast >> text=Taken back")
    assert queue.evaluate("location.pathname") == conflict
    assert queue.evaluate("location.search") == ""
