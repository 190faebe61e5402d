"""What axe finds on pages that come of doing something: dry runs, decisions, a second look.

The ways in and the pages of accounts are in `test_browser_people`.
"""

from __future__ import annotations

import pytest

from registry.model.people import Role
from tests.web.axe import wrong
from tests.web.conftest import NEW, OLD, fill, sign_in
from tests.web.test_axe import tab
from tests.web.test_weight import COUNTS, PAPERS, said

__all__ = ["tab"]

pytestmark = pytest.mark.browser
FILES = [
    {"name": "a.txt", "mimeType": "text/plain", "buffer": b"The Norsund Choir has 64 members."},
    {"name": "b.bin", "mimeType": "application/octet-stream", "buffer": b"\x00\x01MZ" * 50},
]


def test_axe_finds_nothing_on_dry_runs_and_what_came_of_them(tab, database):
    found: list[str] = []
    tab.goto("/add")
    tab.fill('#text [name="text"]', OLD["text"])
    tab.click("text=See its claims first")
    tab.wait_for_url("**/add/preview")
    found += wrong(tab)
    tab.goto("/add")
    tab.set_input_files("[type=file]", FILES)
    tab.click("text=See their claims first")
    tab.wait_for_url("**/add/look")
    found += wrong(tab)
    tab.goto("/add")
    tab.set_input_files("[type=file]", FILES)
    tab.click("text=Add the files")
    tab.wait_for_selector(".uploads >> text=Kept")
    found += wrong(tab)
    fill(database, OLD, OLD | {"text": OLD["text"].replace("14", "15")})
    tab.goto("/documents")
    tab.click("text=The old light")
    tab.goto(tab.url.partition("?")[0] + "/difference")
    found += wrong(tab)
    assert found == []


def test_axe_finds_nothing_on_the_desk_while_it_is_used(tab, browser, site, database):
    fill(database, OLD, NEW, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    found: list[str] = []
    tab.goto("/queue")
    tab.check(".picked input >> nth=0")
    tab.click("text=Preview")
    tab.wait_for_url("**/queue/preview")
    found += wrong(tab)
    tab.goto("/queue")
    tab.click(".rows .title")
    tab.wait_for_selector("[data-next][data-ready]")
    path = tab.evaluate("location.pathname")
    tab.keyboard.press("d")
    tab.wait_for_selector(".toast >> text=Undo")
    found += wrong(tab)
    tab.goto("/")
    tab.keyboard.press("?")
    tab.wait_for_selector("dialog[open]")
    found += wrong(tab)
    tab.goto(f"{path}/sides/1")
    found += wrong(tab)
    tab.goto("/facts")
    tab.click(".rows .title")
    tab.wait_for_url("**/facts/*")
    tab.goto(tab.url + "/split")
    found += wrong(tab)
    context = browser.new_context(base_url=site, bypass_csp=True)
    sign_in(context, site, database, "Ben", Role.REVIEWER)
    second = context.new_page()
    second.goto("/second")
    second.click(".rows .title")
    second.wait_for_url("**/second")
    found += wrong(second)
    context.close()
    assert found == []
