from __future__ import annotations

import pytest

from tests.web.axe import wrong
from tests.web.conftest import NEW, OLD, fill, sign_in

pytestmark = pytest.mark.browser


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
        "/watches",
        "/lint",
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


@pytest.fixture
def tab(browser, site, database):
    """A tab that lets the tools past the policy of the pages."""
    context = browser.new_context(base_url=site, bypass_csp=True)
    sign_in(context, site, database, "Ito")
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_page_in_either_theme(tab, database):
    fill(database, OLD, OLD | {"text": OLD["text"].replace("14", "15")}, NEW)
    found: list[str] = []
    for path in paths(tab):
        tab.goto(path)
        found += wrong(tab)
    assert found == []
