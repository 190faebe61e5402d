"""What axe finds wrong with a page, in both themes.

A newcomer's mistake: looking at everything again in the dark theme. Only the colours differ there, so only their rules
run twice.
"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": TAGS, "resultTypes": ["violations"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
OPENED = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


def wrong(page: Page) -> list[str]:
    """What axe finds on a page with everything unfolded. The browser must let scripts past the page's policy."""
    page.wait_for_load_state()
    page.evaluate(OPENED)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = told(page, "light", Axe().run(page, options=EVERYTHING).response)
    page.emulate_media(color_scheme="dark")
    return found + told(page, "dark", page.evaluate("options => axe.run(options)", COLOURS))


def told(page: Page, theme: str, answer: dict[str, Any]) -> list[str]:
    """Each thing found, with where it is."""
    assert answer["passes"], f"axe looked at nothing on {page.url}"
    nodes = ((one["id"], node["html"]) for one in answer["violations"] for node in one["nodes"])
    return [f"{page.url}, {theme}: {rule}: {html[:160]}" for rule, html in nodes]
