"""Where things stand on a page: side by side, on paper, on a phone."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import OLD, fill, follow
from tests.web.desks import queue

__all__ = ["queue"]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 1440])
def test_the_words_of_four_sides_stand_above_the_verdicts(page, database, width):
    page.set_viewport_size({"width": width, "height": 900})
    for metres, year in ((61, 2021), (64, 2022), (66, 2023), (68, 2024)):
        text = OLD["text"].replace("61", str(metres))
        fill(database, OLD | {"text": text, "published": f"{year}-05-31", "url": f"https://norsund.example/{year}"})
    page.goto("/queue")
    follow(page, ".rows .title")
    bar = page.locator(".verdicts").bounding_box()
    quotes = [each.bounding_box() for each in page.locator(".side .quote").all()]
    assert len(quotes) == 4
    assert max(box["y"] + box["height"] for box in quotes) <= bar["y"]
    assert all(part[0].isupper() for part in page.locator(".laid li").all_inner_texts())


def test_lists_keep_their_words_apart_and_inside_a_phone(queue):
    queue.set_viewport_size({"width": 360, "height": 740})
    queue.goto("/documents")
    assert " · added" in queue.inner_text(".rows .aside >> nth=0").replace("\n", " ")
    queue.goto("/history")
    edges = queue.locator(".events td").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert max(edges) <= 360


def test_a_printed_page_names_its_address_and_shows_nothing_to_press(queue, site):
    address = queue.evaluate("location.origin + location.pathname")
    queue.emulate_media(media="print")
    after = "getComputedStyle(document.querySelector('.permalink'), '::after').content"
    assert queue.evaluate(after) == f'"{address}"'
    assert queue.is_visible(".permalink")
    assert not [each for each in queue.locator("button, .verdicts, nav a:not(.permalink)").all() if each.is_visible()]


def test_the_queue_is_printed_in_lines_and_with_exact_times(queue):
    queue.goto("/queue")
    queue.emulate_media(media="print")
    for width in (640, 1000):
        queue.set_viewport_size({"width": width, "height": 900})
        assert queue.locator(".rows .body").first.bounding_box()["width"] > width / 2
    time = "getComputedStyle(document.querySelector('.rows time'), '::after').content"
    assert re.search(r"\d{4}, \d\d:\d\d", queue.evaluate(time))


def test_the_place_in_the_queue_and_its_arrows_stand_on_one_line_on_a_phone(queue):
    queue.set_viewport_size({"width": 280, "height": 800})
    turns, arrow = queue.locator(".turns").bounding_box(), queue.locator("[rel=next]").bounding_box()
    assert turns["height"] <= arrow["height"] + 1


# Put the focus on a link that lies behind the verdicts; told is whether it can be seen then.
FOCUSED = """(selector) => {
  const link = document.querySelector(selector);
  const seen = () => {
    const box = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  };
  window.scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 20);
  const before = seen();
  link.focus();
  return [before, seen()];
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 480), (720, 360)])
def test_what_has_the_focus_does_not_lie_under_the_verdicts(queue, width, height):
    queue.set_viewport_size({"width": width, "height": height})
    assert queue.evaluate(FOCUSED, ".side .cite a") == [False, True]
