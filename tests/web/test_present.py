"""Who is where, and when: presence without a reload, days in one way, what a reader may do instead."""

from __future__ import annotations

from contextlib import closing

import pytest

from registry.actions import queueing
from registry.model.people import Role
from registry.store import open_store
from tests.web.conftest import browsing, fill, links, sign_in
from tests.web.desks import until
from tests.web.test_flows import FOURTH, THIRD, conflicts

LOOK = "document.dispatchEvent(new Event('visibilitychange'))"


def test_presence_tells_who_else_is_at_a_conflict_and_what_was_decided(disputed, database):
    conflict = conflicts(disputed)[0]
    name = conflict.removeprefix("/conflicts/")
    assert disputed.get(f"/presence?id={name}").json() == {name: {"holder": "", "decision": 0, "reviewer": ""}}
    with browsing(database, "Ada", Role.REVIEWER) as ada:
        ada.post(f"{conflict}/lease")
        assert ada.get(f"/presence?id={name}").json()[name]["holder"] == ""
        assert disputed.get(f"/presence?id={name}").json()[name]["holder"] == "Ada"
        ada.post(f"{conflict}/decisions", data={"verdict": "time"})
    told = disputed.get(f"/presence?id={name}").json()[name]
    assert (told["decision"], told["reviewer"]) == (1, "Ada")
    assert disputed.get("/presence?" + "&".join(["id=a"] * 101)).status_code == 422


def test_a_reader_is_told_what_to_do_instead_and_finds_no_form_that_is_refused(disputed, database):
    conflict = conflicts(disputed)[0]
    desk = disputed.get(conflict).text
    fact, claim = links(desk, "/facts/")[0], links(desk, "/claims/")[0]
    with browsing(database, "Rea", Role.READER) as reader:
        for path in (conflict, "/queue", fact, f"{fact}/near", claim, "/add", "/words", "/second", "/keys", "/reasons"):
            page = reader.get(path).text
            for form in page.split("<form")[1:]:
                opened = form.partition(">")[0]
                assert 'method="post"' not in opened or "hidden" in opened or "/lint" in opened, (path, opened)
        told = reader.get(conflict).text
        assert "Rea, you are a reader here. Reviewers decide conflicts" in told
        assert fact in links(told, "/facts/")
        assert "is right</button>" not in told


def test_a_stranger_is_offered_the_verdicts_and_signs_in_with_the_first(disputed, database, stranger):
    told = stranger.get(conflicts(disputed)[0]).text
    assert "is right</button>" in told
    assert "you are a reader" not in told


def test_a_page_of_the_queue_has_as_many_rows_as_one_likes(disputed, database):
    fill(database, THIRD, FOURTH)
    page = disputed.get("/queue?size=100&order=newest").text
    assert 'aria-current="true">50</a>' in page
    assert "/queue?order=newest&amp;size=10" in page
    assert all("size=50" in each for each in links(page, "/queue?") if "kind=" in each)
    assert disputed.get("/queue?size=7").status_code == 422


@pytest.mark.browser
def test_who_opens_or_decides_a_conflict_is_seen_without_a_reload(browser, site, database, desk):
    desk.goto("/queue")
    with desk.expect_response("**/lease"):
        desk.click(".rows .title")
    path = desk.evaluate("location.pathname")
    context = browser.new_context(base_url=site)
    sign_in(context, site, database, "Ada", Role.REVIEWER)
    other, listed = context.new_page(), context.new_page()
    listed.goto("/queue")
    listed.wait_for_selector(".holder:text-is('with Ito')")
    other.goto(path)
    other.click("text=Take over")
    other.wait_for_load_state("networkidle")
    desk.evaluate(LOOK)
    desk.wait_for_selector("#presence >> text=Being reviewed by Ada")
    other.click("button[value='side:1']")
    other.wait_for_selector(".toast")
    desk.evaluate(LOOK)
    desk.wait_for_selector("#presence >> text=Ada has decided this conflict meanwhile")
    desk.click("text=See what was decided")
    desk.wait_for_selector(".decision >> text=is right")
    listed.evaluate(LOOK)
    listed.wait_for_selector(".holder:text-is('decided by Ada')")
    context.close()


@pytest.mark.browser
def test_a_conflict_is_given_back_when_its_page_is_left(desk, database):
    desk.goto("/queue")
    with desk.expect_response("**/lease"):
        desk.click(".rows .title")
    desk.wait_for_load_state("networkidle")
    name = desk.evaluate("location.pathname").removeprefix("/conflicts/")
    with closing(open_store(database)) as store:

        def held() -> dict[str, str]:
            with store.reading() as session:
                return queueing.holders(session, [name])

        assert held() == {name: "Ito"}
        desk.goto("/queue")
        until(desk, lambda: not held())


def test_a_decision_ends_the_lease_of_whoever_made_it_and_no_other(disputed, database):
    conflict = conflicts(disputed)[0]
    name = conflict.removeprefix("/conflicts/")
    with browsing(database, "Ada", Role.REVIEWER) as ada:
        ada.post(f"{conflict}/lease")
        until = ada.post(f"{conflict}/lease").json()["until"]
        disputed.post(f"{conflict}/leave", data={"until": until})
        ada.post(f"{conflict}/leave", data={"until": "2026-01-01T00:00:00+00:00"})
        assert disputed.get(f"/presence?id={name}").json()[name]["holder"] == "Ada"
        ada.post(f"{conflict}/decisions", data={"verdict": "time"})
    assert disputed.get(f"/presence?id={name}").json()[name]["holder"] == ""


@pytest.mark.browser
@pytest.mark.parametrize(("locale", "zone"), [("de-DE", "Europe/Berlin"), ("en-US", "Asia/Tokyo")])
def test_days_are_written_in_one_way_in_every_locale_with_the_exact_one_on_hover(browser, site, database, locale, zone):
    fill(database, THIRD)
    context = browser.new_context(base_url=site, locale=locale, timezone_id=zone)
    tab = context.new_page()
    tab.goto("/documents")
    published, added = tab.locator(".rows time").all()
    assert published.inner_text() == "31 May 2024"
    assert published.get_attribute("title") == "2024-05-31"
    assert added.inner_text() == "just now"
    assert {"Europe/Berlin": "CE", "Asia/Tokyo": "GMT+9"}[zone] in added.get_attribute("title")
    context.close()
    plain = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    plain.goto("/documents")
    assert "31 May 2024" in plain.inner_text(".rows")
    plain.context.close()
