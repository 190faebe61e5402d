from __future__ import annotations

import pytest

from registry.model.people import Role
from tests.web.conftest import NEW, OLD, fill, follow, serving, sign_in
from tests.web.test_flows import FOURTH, THIRD

pytestmark = pytest.mark.browser

PAINTED = """
key => new Promise(done => {
  const begun = performance.now();
  const painted = () => done(performance.now() - begun);
  document.addEventListener("shown", () => requestAnimationFrame(() => setTimeout(painted)));
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
})
"""


@pytest.fixture
def queue(page, database):
    """A tab at the first of two open conflicts."""
    fill(database, OLD, NEW, THIRD, FOURTH)
    page.goto("/queue")
    with page.expect_response("**/lease"):
        page.click(".rows .title")
    page.wait_for_selector("[data-next][data-ready]")
    return page


def test_the_next_conflict_is_painted_before_there_is_an_answer(queue):
    before, held = queue.inner_text("h1"), []
    queue.route("**/decisions", lambda route: held.append(route))
    with queue.expect_request("**/decisions"):
        queue.evaluate(PAINTED, "1")
    assert queue.inner_text("h1") != before
    assert queue.locator(".toast").count() == 0
    queue.wait_for_timeout(100)
    held.pop().continue_()
    queue.unroute("**/decisions")
    queue.wait_for_selector(".toast >> text=is right")
    assert queue.inner_text(".count") == "1"
    assert "1 of 1" in queue.inner_text(".desk-nav")
    assert queue.get_attribute("footer >> text=Permalink", "href") == queue.evaluate("location.pathname")
    queue.keyboard.press("2")
    queue.wait_for_selector("text=No conflicts are open")


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
        late.wait_for_selector("[data-next][data-ready]")
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


FILES = [
    {"name": "light.txt", "mimeType": "text/plain", "buffer": OLD["text"].encode()},
    {"name": "ferry.txt", "mimeType": "text/plain", "buffer": THIRD["text"].encode()},
]


def test_several_files_are_sent_one_by_one_with_a_result_each_however_often_one_presses(page):
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.goto("/add")
    page.set_input_files("#field-file", FILES)
    page.evaluate("[1, 2, 3].forEach(() => document.querySelector('[data-files]').requestSubmit())")
    page.wait_for_selector(".uploads a >> nth=1")
    page.wait_for_selector("#field-file:enabled")
    assert page.locator(".uploads li").all_inner_texts()[0].startswith("light.txt: Kept.")
    assert len(sent) == 2


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


def test_the_place_in_the_queue_and_its_arrows_stand_on_one_line_on_a_phone(queue):
    queue.set_viewport_size({"width": 280, "height": 800})
    turns, arrow = queue.locator(".turns").bounding_box(), queue.locator("[rel=next]").bounding_box()
    assert turns["height"] <= arrow["height"] + 1
