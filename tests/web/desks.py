"""What the browser tests of the desk share: a tab at a conflict, and requests that are kept back.

A newcomer's mistake: a key that is pressed before the page can hear it, or a bar in milliseconds. A machine that has
much else to do is late with everything, so a test waits for the state that it needs, for as long as `PATIENCE` allows.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route

from tests.web.conftest import NEW, OLD, PATIENCE, fill, follow
from tests.web.test_flows import FOURTH, THIRD

AHEAD = "[data-next][data-ready]"
HEARD = "/static/icon.svg?heard"
ASK = "path => fetch(path, { cache: 'no-store' }).then(() => false)"
# Press a key; told, when its work is painted, is whether the next conflict was there before anything could be awaited.
SHOWN = """
key => new Promise(done => {
  let shown = false;
  document.addEventListener("shown", () => { shown = true; }, { once: true });
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const at_once = shown;
  requestAnimationFrame(() => setTimeout(() => done(at_once)));
})
"""


@pytest.fixture
def queue(page, database):
    """A tab at the first of two open conflicts; it is this tab's, and the next one has been looked up."""
    fill(database, OLD, NEW, THIRD, FOURTH)
    page.goto("/queue")
    with page.expect_response("**/lease"):
        follow(page, ".rows .title")
    page.wait_for_selector(AHEAD)
    return page


def until(tab: Page, true: Callable[[], bool], why: str = "It did not come to that.") -> None:
    """Wait for something that the page cannot be asked to wait for: its policy lets no such script in."""
    last = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < last, why
        tab.wait_for_timeout(20)


class Kept:
    """What is sent to a path, kept back until it may go on."""

    def __init__(self, tab: Page, path: str) -> None:
        self.tab = tab
        self.routes: list[Route] = []
        self.over = False
        tab.route(path, self.keep)
        self.hear()

    def keep(self, route: Route) -> None:
        """Keep back what comes, unless nothing is to be kept any more."""
        if self.over:
            route.continue_()
        else:
            self.routes.append(route)

    def hear(self) -> None:
        """Wait until the page itself knows that what it sends is looked at first. The browser says so before that: on a
        busy machine a key that is pressed at once overtakes the news, and what it sends is not kept back."""
        heard: list[str] = []

        def hear(route: Route) -> None:
            heard.append(route.request.url)
            route.continue_()

        self.tab.route(lambda url: url.endswith(HEARD), hear)
        until(self.tab, lambda: bool(heard) or bool(self.tab.evaluate(ASK, HEARD)))

    def come(self, count: int = 1) -> None:
        """Wait for so many."""
        until(self.tab, lambda: len(self.routes) >= count, f"No {count} came.")

    def go_on(self) -> None:
        """Let the oldest go on, and wait until its answer has been looked at."""
        self.come()
        route = self.routes.pop(0)
        with self.tab.expect_request_finished(lambda one: first(one) == route.request):
            route.continue_()
        self.tab.wait_for_timeout(100)

    def end(self) -> None:
        """Keep nothing back any more."""
        self.over = True
        while self.routes:
            self.go_on()


def first(request: Request) -> Request:
    """What a request was before it was sent elsewhere."""
    return first(request.redirected_from) if request.redirected_from else request


class Ruler:
    """What a page's own thread computes, in seconds of the processor: that a machine has much else to do does not make
    it more, as it makes what a clock on the wall tells."""

    def __init__(self, tab: Page) -> None:
        self.session = tab.context.new_cdp_session(tab)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def told(self) -> float:
        """All that has been computed since the page is there: scripts, styles, layout, paint."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")
