"""On a phone, and with long words: nothing is cut, hidden or pushed off the side."""

from __future__ import annotations

import pytest

from registry.model.people import Role
from tests.web.conftest import NEW, OLD, fill, follow, sign_in
from tests.web.test_flows import FOURTH, THIRD

pytestmark = pytest.mark.browser

LONG = "The annual report counts only those who were charged by name; the other source counts files that were opened."
WIDE = "document.documentElement.scrollWidth"


@pytest.fixture
def phone(page, database):
    """A phone with two conflicts in the queue."""
    fill(database, OLD, NEW, THIRD, FOURTH)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto("/queue")
    return page


def test_a_long_reason_is_seen_whole_and_enter_ends_it(phone):
    follow(phone, ".rows .title")
    phone.click("text=Decide")
    phone.fill("#reason", LONG)
    assert phone.evaluate("(one => one.scrollHeight <= one.clientHeight + 1)(document.querySelector('#reason'))")
    phone.press("#reason", "Enter")
    assert phone.input_value("#reason") == LONG
    assert phone.evaluate("document.activeElement.id") != "reason"


def test_enter_sends_the_reason_of_several_at_once(phone):
    phone.check(".picked input >> nth=0")
    phone.fill("#bulk-reason", LONG)
    phone.press("#bulk-reason", "Enter")
    phone.wait_for_selector("text=Nothing is recorded yet")
    phone.wait_for_load_state()
    assert phone.input_value("#other-reason") == LONG
    assert phone.evaluate("(one => one.scrollHeight <= one.clientHeight + 1)(document.querySelector('#other-reason'))")


def test_a_second_review_can_be_given(phone, browser, site, database):
    conflict = phone.get_attribute(".rows .title", "href")
    phone.goto(conflict)
    phone.click("text=Decide")
    phone.click(".verdicts [value='side:2']")
    phone.wait_for_selector(".toast")
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 780})
    sign_in(context, site, database, "Ben", Role.REVIEWER)
    other = context.new_page()
    other.goto(f"{conflict}/second")
    other.click(".verdicts [value='side:2']")
    other.wait_for_url("**/second?agreed=1")
    context.close()


def test_a_decided_conflict_is_no_wider_than_the_screen(phone):
    conflict = phone.get_attribute(".rows .title", "href")
    phone.goto(conflict)
    phone.click("text=Decide")
    phone.click(".verdicts [value='time']")
    phone.wait_for_selector(".toast")
    phone.goto(conflict)
    phone.wait_for_selector(".desk-nav >> text=History")
    assert phone.evaluate(WIDE) == 360


def test_the_mark_of_a_row_stands_beside_its_word_and_not_under_its_box(phone):
    mark, word = (phone.locator(f".picked {one}").first.bounding_box() for one in (".row > .mark", ".aside > b"))
    box = phone.locator(".picked label").first.bounding_box()
    assert abs(mark["y"] + mark["height"] / 2 - word["y"] - word["height"] / 2) < 4
    assert box["x"] + box["width"] <= mark["x"] < mark["x"] + mark["width"] <= word["x"]
    assert "·" in phone.evaluate("getComputedStyle(document.querySelector('.aside > b'), '::after').content")


@pytest.mark.parametrize(("path", "field", "least"), [("/add", "#field-text", 180), ("/lint", "#field-draft", 180)])
def test_what_is_pasted_into_has_room_before_it_is_filled(phone, path, field, least):
    phone.goto(path)
    assert phone.locator(field).bounding_box()["height"] >= least


@pytest.mark.parametrize("width", [360, 1440])
def test_words_without_a_space_break_and_cover_nothing(page, database, width):
    name = "Hafenverwaltungsgesellschaftsaufsichtsratsvorsitzendenstellvertreter" * 2
    for people, day in ((1250, "2024-02-01"), (1310, "2024-02-03")):
        text = f"The {name} employs {people:,} people in Norsund."
        entry = {"text": text, "title": f"{name}_{people}_final.pdf", "publisher": f"Verein {name}", "published": day}
        fill(database, entry)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/queue")
    conflict = page.get_attribute(".rows .title", "href")
    page.goto("/documents")
    document = page.get_attribute(".rows .title", "href")
    over = """() => [...document.querySelectorAll("main :is(p, a, span, h1, h2, blockquote)")]
      .filter((one) => one.checkVisibility() && !one.closest(".unseen, svg, .scroll"))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
      .map((one) => one.outerHTML.slice(0, 80))"""
    for path in ("/", "/queue", conflict, "/documents", document, "/facts", "/history"):
        page.goto(path)
        assert page.evaluate(WIDE) <= width, path
        assert page.evaluate(over) == [], path


def test_a_source_that_is_written_from_right_to_left_runs_so(page, database):
    text = (
        "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0625\u0646 125 \u0645\u0633\u062a\u0634\u0641\u0649."
    )
    fill(database, {"text": text, "title": text[:9], "publisher": text[:3], "published": "2024-01-01"})
    page.goto("/documents")
    follow(page, ".rows .title")
    place = "one => { const r = new Range(); r.selectNodeContents(one); return r.getBoundingClientRect().right; }"
    box = page.locator(".text p").bounding_box()
    assert abs(page.eval_on_selector(".text p", place) - box["x"] - box["width"]) < 2


def test_forced_colours_keep_what_colours_said(page, database):
    fill(database, OLD, NEW)
    page.emulate_media(forced_colors="active")
    page.goto("/queue")
    line = "one => getComputedStyle(one).borderBottomColor"
    here, other = (
        page.eval_on_selector(f".tabs a{which}", line) for which in ("[aria-current]", ":not([aria-current])")
    )
    assert here != other
    follow(page, ".rows .title")
    mark = page.eval_on_selector(".figure-mark", "one => getComputedStyle(one).borderBottomStyle")
    assert mark == "solid"


@pytest.mark.parametrize("path", ["/", "/queue", "/documents", "/add"])
def test_the_bar_stays_in_one_row_whichever_page_one_is_on(phone, path):
    phone.goto(path)
    phone.evaluate("document.querySelector('.bar .count').textContent = '1890'")
    tops = phone.evaluate(
        "[...document.querySelectorAll('.bar .name, .bar nav')].map(one => one.getBoundingClientRect())"
    )
    assert tops[1]["top"] < tops[0]["bottom"]
    assert phone.evaluate(WIDE) == 360


def test_a_tablet_leaves_room_for_what_is_asked(phone):
    phone.set_viewport_size({"width": 768, "height": 900})
    phone.goto("/queue")
    assert phone.evaluate("document.querySelector('#ask').getBoundingClientRect().width") >= 300
    assert phone.evaluate(WIDE) == 768


def test_no_dot_follows_what_stands_last(phone):
    phone.goto("/search?q=lighthouse")
    last = "[...document.querySelectorAll('.row .aside > b:last-child')]"
    told = phone.evaluate(f"{last}.map(one => getComputedStyle(one, '::after').content)")
    assert told
    assert set(told) == {"none"}
