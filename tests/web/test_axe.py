from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.conftest import NEW, OLD, add, sign_in

pytestmark = pytest.mark.browser

OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def paths(page) -> list[str]:
    """Every sort of page, with something on it."""
    found = [
        "/",
        "/queue",
        "/queue?state=decided",
        "/documents",
        "/facts",
        "/add",
        "/keys",
        "/about",
        "/docs",
        "/history",
        "/statistics",
        "/second",
        "/words",
        "/reasons",
        "/queue?words=light&state=mine",
    ]
    found += ["/search?q=lighthouse+of+Norsund", "/search", "/nowhere"]
    for listed in ("/queue", "/documents", "/facts"):
        page.goto(listed)
        found.append(page.get_attribute(".rows .title", "href") or "")
    found.append(found[-1] + "/near")
    page.goto(found[-3])
    found += [found[-3] + "/difference", page.get_attribute(".text a.claim", "href") or ""]
    return found


def wrong(page) -> list[str]:
    """What axe finds on a page."""
    found = Axe().run(page, options=OPTIONS).response
    assert found["passes"]
    return [f"{page.url}: {one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


@pytest.fixture
def context_of(browser, site, database):
    made = [browser.new_context(base_url=site, color_scheme=theme, bypass_csp=True) for theme in ("light", "dark")]
    for each in made:
        sign_in(each, site, database, "Ito")
    yield made
    for each in made:
        each.close()


def test_axe_finds_nothing_on_any_page_in_either_theme(context_of):
    tabs = [context.new_page() for context in context_of]
    add(tabs[0], OLD)
    add(tabs[0], OLD | {"text": OLD["text"].replace("14", "15")})
    add(tabs[0], NEW)
    every = paths(tabs[0])
    found: list[str] = []
    for tab in tabs:
        for path in every:
            tab.goto(path)
            tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            found += wrong(tab)
    assert found == []
