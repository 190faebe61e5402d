from __future__ import annotations

import pytest

from tests.web.conftest import follow, sign_in

pytestmark = pytest.mark.browser

PRESSED = "keys => keys.forEach(key => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))"


def test_the_queue_is_cleared_and_the_decision_undone_by_keys_alone(desk):
    desk.goto("/")
    desk.evaluate(PRESSED, ["g", "q"])  # a slow machine would take its time between them
    desk.wait_for_url("**/queue")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/conflicts/*")
    desk.keyboard.press("2")
    desk.wait_for_url("**/queue*")
    assert "is right" in desk.inner_text(".toast")
    assert desk.inner_text("h1") == "No conflicts are open"
    desk.keyboard.press("z")
    desk.wait_for_url("**/conflicts/*")
    assert "Taken back" in desk.inner_text(".toast")


def test_keys_stay_quiet_while_a_reason_is_written(desk):
    desk.goto("/queue")
    desk.click(".rows .title")
    desk.wait_for_url("**/conflicts/*")
    desk.keyboard.press("r")
    desk.keyboard.type("2 dogs nap by day")
    assert desk.input_value("#reason") == "2 dogs nap by day"
    assert "/conflicts/" in desk.url
    desk.keyboard.press("Escape")
    desk.keyboard.press("d")
    desk.wait_for_url("**/queue*")
    desk.goto("/queue?state=decided")
    follow(desk, ".rows .title")
    assert "2 dogs nap by day" in desk.inner_text("main")


def test_single_keys_can_be_switched_off(desk):
    desk.goto("/queue")
    desk.keyboard.press("?")
    desk.wait_for_selector("dialog[open]")
    desk.check(".keys-off")
    desk.click("dialog >> text=Close")
    desk.keyboard.press("j")
    assert desk.evaluate("document.activeElement.matches('.rows .title')") is False


def test_the_list_of_keys_opens_once_however_often_it_is_asked_for(desk):
    desk.goto("/queue")
    desk.evaluate(PRESSED, ["?", "?"])
    desk.wait_for_selector("dialog[open]")
    desk.wait_for_load_state("networkidle")
    assert desk.locator("dialog").count() == 1


def test_a_claim_in_a_text_and_in_the_rail_light_each_other_and_lead_to_the_claim(desk):
    desk.goto("/documents")
    follow(desk, "text=The old light")
    desk.hover(".rail a")
    desk.wait_for_selector(".text .claim.lit")
    desk.click(".text .claim")
    desk.wait_for_url("**/claims/*")
    assert "61 metres" in desk.inner_text(".lead")


def test_a_citation_is_copied_with_one_click(desk):
    desk.goto("/documents")
    desk.click("text=The old light")
    desk.click(".text .claim")
    desk.click("text=BibTeX")
    desk.click("text=Copy BibTeX")
    desk.wait_for_selector("text=BibTeX copied")
    assert desk.evaluate("navigator.clipboard.readText()").startswith("@")


def test_a_search_is_begun_with_a_slash_and_answered(desk):
    desk.goto("/")
    desk.keyboard.press("/")
    desk.keyboard.type("The lighthouse of Norsund is 61 metres high.")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/search*")
    assert desk.is_visible(".card")


def test_everything_works_without_script(browser, site, database, desk):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    sign_in(context, site, database, "Ito")
    plain = context.new_page()
    plain.goto("/queue")
    plain.click(".rows .title")
    follow(plain, "button[value='side:1']")
    assert "is right" in plain.inner_text(".toast")
    follow(plain, ".toast button")
    assert "Taken back" in plain.inner_text(".toast")
    context.close()


def test_a_phone_decides_from_a_sheet_and_no_page_is_too_wide(browser, site, database, desk):
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 740}, has_touch=True)
    sign_in(context, site, database, "Ito")
    phone = context.new_page()
    desk.goto("/queue")
    conflict = desk.get_attribute(".rows .title", "href")
    desk.goto("/documents")
    document = desk.get_attribute(".rows .title", "href")
    for path in (
        "/",
        "/queue",
        "/documents",
        "/facts",
        "/add",
        "/keys",
        "/about",
        "/history",
        "/search?q=light",
        document,
        conflict,
    ):
        phone.goto(path)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, path
    assert not phone.is_visible("#verdicts")
    phone.tap(".open-sheet")
    phone.tap("button[value='side:1']")
    phone.wait_for_url("**/queue*")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_targets_are_large_enough_to_touch(browser, site, theme):
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 740}, has_touch=True, color_scheme=theme
    )
    phone = context.new_page()
    phone.goto("/add")
    small = phone.evaluate(
        "[...document.querySelectorAll('button, .button, nav a, input:not([type=hidden])')]"
        ".filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"
    )
    context.close()
    assert small == []


def test_the_verdicts_are_in_sight_without_scrolling(desk):
    desk.set_viewport_size({"width": 1280, "height": 640})
    desk.goto("/queue")
    follow(desk, ".rows .title")
    box = desk.locator("#verdicts").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 641
