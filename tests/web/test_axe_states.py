"""What axe finds on pages in a state that nobody wishes for: empty, refused, half written, or with a sheet open."""

from __future__ import annotations

import pytest

from registry.model.people import Role
from tests.web.axe import wrong
from tests.web.conftest import NEW, OLD, fill, sign_in
from tests.web.test_axe import tab
from tests.web.test_weight import said

__all__ = ["tab"]

pytestmark = pytest.mark.browser
EMPTY = (
    "/",
    "/queue",
    "/queue?state=decided",
    "/queue?words=zebra",
    "/documents",
    "/facts",
    "/search?q=zebra",
    "/watches",
)


def test_axe_finds_nothing_on_empty_lists_and_what_is_not_there(tab):
    found: list[str] = []
    for path in (*EMPTY, "/history?what=nothing", "/second", "/conflicts/none", "/nowhere"):
        tab.goto(path)
        found += wrong(tab)
    assert found == []


def test_axe_finds_nothing_on_what_was_refused(tab, database):
    fill(database, OLD, NEW)
    found: list[str] = []
    tab.goto("/add")
    tab.click("text=Add the text")
    tab.wait_for_selector("[role=alert], :invalid")
    found += wrong(tab)
    tab.goto("/documents")
    tab.click("text=The old light")
    tab.goto(tab.url + "/cite?exact=zebra")
    tab.wait_for_selector("[role=alert]")
    found += wrong(tab)
    tab.goto("/keys")
    tab.fill(".own-keys input >> nth=2", "j")
    tab.click("text=Keep these keys")
    tab.wait_for_selector("[role=alert]")
    found += wrong(tab)
    tab.goto("/lint")
    tab.fill("textarea", "The lighthouse of Norsund is 12 metres high.")
    tab.click("text=Check the draft")
    tab.wait_for_selector(".finding, #draft >> text=Check it again")
    found += wrong(tab)
    assert found == []


def test_axe_finds_nothing_on_the_sheet_of_many_values_a_lost_race_and_a_decided_conflict(tab, browser, site, database):
    fill(database, *(said(120 + year, f"20{10 + year}-05-01", "Harbour Herald") for year in range(12)))
    found: list[str] = []
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto("/queue")
    tab.click(".rows .title")
    tab.click("text=Decide")
    tab.fill("#reason", "half a thought")
    found += wrong(tab)
    context = browser.new_context(base_url=site, bypass_csp=True)
    sign_in(context, site, database, "Ben", Role.REVIEWER)
    late = context.new_page()
    late.goto(tab.url)
    late.keyboard.press("0")
    found += wrong(late)
    tab.goto(tab.url)
    tab.click("text=Decide")
    tab.click(".verdicts [value='time']")
    tab.wait_for_selector(".toast")
    late.click(".verdicts [value='unsure']")
    late.wait_for_selector("[role=alert]")
    found += wrong(late)
    context.close()
    assert found == []
