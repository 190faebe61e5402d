"""What is typed at the desk: drafts, forms that unfold, and the keys while one writes."""

from __future__ import annotations

import pytest

from tests.web.desks import AHEAD, queue

__all__ = ["queue"]

pytestmark = pytest.mark.browser


def test_a_draft_survives_and_goes_with_the_decision(queue):
    queue.keyboard.press("r")
    queue.keyboard.type("measured twice")
    path = queue.evaluate("location.pathname")
    queue.goto("/")
    queue.goto(path)
    assert queue.input_value("#reason") == "measured twice"
    queue.focus("#reason")
    queue.keyboard.press("Enter")
    queue.keyboard.press("d")
    queue.wait_for_selector(".toast")
    queue.goto(path)
    assert queue.input_value("#reason") == ""
    assert "measured twice" in queue.inner_text("main")


def test_a_form_that_is_found_begun_is_shown_and_leaves_the_keys_to_the_desk(queue):
    path, before = queue.evaluate("location.pathname"), queue.inner_text("h1")
    queue.keyboard.press("b")
    queue.wait_for_selector("#value:focus")
    queue.keyboard.type("62")
    queue.goto(path)
    queue.wait_for_selector(AHEAD)
    assert queue.input_value("#value") == "62"
    assert queue.is_visible("#value")
    queue.keyboard.press("b")
    queue.wait_for_selector("#value:focus")
    queue.keyboard.press("Escape")
    assert queue.is_visible("#value")
    queue.keyboard.press("u")
    queue.wait_for_selector(".toast")
    assert queue.inner_text("h1") != before


def test_both_wrong_asks_for_the_right_value_in_place(queue):
    path = queue.evaluate("location.pathname")
    queue.keyboard.press("b")
    queue.wait_for_selector("#value:focus")
    queue.keyboard.type("62 metres")
    queue.keyboard.press("Tab")
    queue.keyboard.type("the survey")
    queue.keyboard.press("Enter")
    queue.wait_for_selector(".toast")
    queue.goto(path)
    assert "right is 62 metres, says the survey" in queue.inner_text("main")


def test_a_wrong_reading_is_corrected_in_place(queue):
    queue.keyboard.press("w")
    queue.wait_for_selector("#claim:focus")
    queue.fill("#should", "46 metres")
    queue.keyboard.press("Control+Enter")
    queue.wait_for_selector(".toast >> text=The reading is corrected")
    queue.goto("/queue")
    assert "46" in queue.inner_text(".rows")


def test_escape_leaves_a_form_of_the_desk_and_what_was_done_is_announced(queue):
    queue.keyboard.press("b")
    queue.wait_for_selector("#value:focus")
    queue.keyboard.press("Escape")
    queue.keyboard.press("Escape")
    assert not queue.is_visible("#value")
    assert queue.evaluate("document.activeElement.matches('summary')")
    queue.keyboard.press("1")
    queue.wait_for_selector(".toast >> text=is right")
    queue.wait_for_selector("[role=status]:text('is right')", state="attached")
    assert queue.evaluate("document.activeElement.matches('main')")
