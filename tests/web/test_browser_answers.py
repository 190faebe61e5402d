"""Answers that come late, in another order, or not at all."""

from __future__ import annotations

from contextlib import closing
from functools import partial

import pytest

from registry.actions import queueing
from registry.model.people import Role
from registry.store import open_store
from tests.web.conftest import browsing, fill
from tests.web.desks import AHEAD, Kept, queue, until
from tests.web.test_present import LOOK

__all__ = ["queue"]

pytestmark = pytest.mark.browser

# Decisions get no answer until `refuse()`, and what is looked up for any conflict but one comes when `late()` says so.
LATE = """
expected => {
  const real = window.fetch;
  window.held = [];
  window.fetch = (address, options) => {
    const path = new URL(address, location).pathname;
    if (path.endsWith("/decisions")) return new Promise((_, no) => { window.refuse = () => no(new TypeError()); });
    if (path.endsWith("/lease")) window.leased = path;
    const other = !options && /^.conflicts.[^/]+$/.test(path) && path !== expected;
    return other ? new Promise(done => held.push(async () => done(new Response(await (await real(address)).text()))))
      : real(address, options);
  };
  window.late = async () => {
    window.fetch = real;
    await Promise.all(held.map(one => one()));
    await new Promise(done => setTimeout(done, 100));
  };
}
"""
MORE = (
    {
        "text": "The tunnel of Haldis is 940 metres long.",
        "title": "Tunnel",
        "publisher": "Oslin",
        "published": "2024-05-01",
    },
    {
        "text": "The tunnel of Haldis is 870 metres long.",
        "title": "Dig",
        "publisher": "Post",
        "published": "2024-05-02",
    },
)
# Nothing is looked up ahead from now on.
BLIND = "window.requestIdleCallback = () => 0"
UNDO = ".toast form"
# Press a key as soon as it is said that there was no answer, or that the verdict is given.
GOES_ON = """
key => new MutationObserver((_, seen) => {
  if (!document.querySelector("#unsent, .toast")) return;
  seen.disconnect();
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}).observe(document.body, { childList: true, subtree: true })
"""


@pytest.fixture
def three(queue, database):
    """A tab at the first of three open conflicts."""
    fill(database, *MORE)
    queue.reload()
    queue.wait_for_selector(AHEAD)
    return queue


def test_a_verdict_without_a_connection_brings_the_conflict_back(queue):
    tab = queue.context.new_page()  # the first tab takes a failed request on its console for a fault
    tab.goto(queue.url)
    tab.wait_for_selector(AHEAD)
    before, path = tab.inner_text("h1"), tab.evaluate("location.pathname")
    tab.fill("#reason", "measured twice")
    tab.focus("main")
    verdicts = Kept(tab, "**/decisions")
    tab.keyboard.press("1")
    verdicts.come()
    verdicts.routes.pop().abort()
    tab.wait_for_selector("[role=alert] >> text=did not answer")
    assert tab.inner_text("h1") == before
    assert tab.evaluate("location.pathname") == path
    assert tab.input_value("#reason") == "measured twice"
    verdicts.end()
    tab.keyboard.press("2")
    tab.wait_for_selector(".toast >> text=is right")


def test_a_verdict_that_came_too_soon_is_not_given_and_nothing_typed_is_lost(queue):
    tab = queue.context.new_page()
    tab.goto(queue.url)
    tab.wait_for_selector(AHEAD)
    before, path = tab.inner_text("h1"), tab.evaluate("location.pathname")
    tab.fill("#reason", "measured twice")
    tab.focus("main")
    page = "<main><p class='say'>More than 60 requests in a minute; wait 3 seconds.</p></main>"
    verdicts = Kept(tab, "**/decisions")
    tab.keyboard.press("1")
    verdicts.come()
    verdicts.routes.pop().fulfill(status=429, body=page, content_type="text/html")
    tab.wait_for_selector("[role=alert] >> text=wait 3 seconds. So this is not decided yet")
    assert (tab.inner_text("h1"), tab.evaluate("location.pathname")) == (before, path)
    assert tab.input_value("#reason") == "measured twice"
    verdicts.end()
    tab.keyboard.press("2")
    tab.wait_for_selector(".toast >> text=is right")


def is_told(tab, path):
    return bool(tab.locator("#unsent").count()) and tab.evaluate("location.pathname") == path


def test_of_two_verdicts_without_an_answer_both_are_told(three):
    tab = three.context.new_page()
    tab.goto(three.url)
    tab.wait_for_selector(AHEAD)
    first, verdicts = tab.evaluate("location.pathname"), Kept(tab, "**/decisions")
    tab.keyboard.press("1")
    tab.wait_for_selector(AHEAD)
    second = tab.evaluate("location.pathname")
    tab.keyboard.press("2")
    verdicts.come(2)
    for path in (first, second):
        verdicts.routes.pop(0).abort()
        until(tab, partial(is_told, tab, path))
    tab.click("#unsent a")
    tab.wait_for_url(f"**{first}")


def test_who_writes_when_a_conflict_comes_back_gives_no_verdict_with_the_next_letters(queue):
    tab = queue.context.new_page()
    tab.goto(queue.url)
    tab.wait_for_selector(AHEAD)
    before, verdicts = tab.inner_text("h1"), Kept(tab, "**/decisions")
    tab.keyboard.press("1")
    verdicts.come()
    tab.keyboard.press("r")
    tab.keyboard.type("at ")
    tab.evaluate(GOES_ON, "2")
    verdicts.routes.pop().abort()
    tab.wait_for_selector("[role=alert] >> text=did not answer")
    assert tab.inner_text("h1") == before
    verdicts.end()
    tab.goto("/queue")
    assert tab.inner_text("h1") == "2 conflicts are open"


def test_who_writes_when_the_next_conflict_comes_gives_no_verdict_with_the_next_letters(three):
    three.add_init_script(BLIND)
    three.reload()
    before, verdicts = three.inner_text("h1"), Kept(three, "**/decisions")
    three.keyboard.press("1")
    verdicts.come()
    three.keyboard.press("r")
    three.keyboard.type("at ")
    three.evaluate(GOES_ON, "2")
    verdicts.end()
    three.wait_for_selector(".toast >> text=is right")
    assert three.inner_text("h1") != before
    three.goto("/queue")
    assert three.inner_text("h1") == "2 conflicts are open"


def test_what_is_looked_up_late_for_another_conflict_is_not_shown_next(three):
    queue = three
    first, second = queue.evaluate("location.pathname"), queue.get_attribute("[data-next]", "data-next")
    queue.evaluate(LATE, second)
    queue.keyboard.press("1")
    until(queue, lambda: queue.evaluate("window.held.length > 0 && Boolean(window.refuse)"))
    queue.evaluate("refuse()")
    queue.wait_for_selector("[role=alert] >> text=did not answer")
    queue.wait_for_selector(AHEAD)
    assert queue.evaluate("window.leased") == f"{first}/lease"
    queue.evaluate("late()")
    queue.keyboard.press("2")
    queue.wait_for_selector(".toast >> text=is right")
    assert queue.url.endswith(second)


@pytest.mark.parametrize("pressed", [("z",), ("z", "j"), ("Control+z",)])
def test_undo_pressed_before_the_answer_is_back_undoes_when_it_comes(queue, pressed):
    verdicts = Kept(queue, "**/decisions")
    queue.keyboard.press("1")
    for key in pressed:
        queue.keyboard.press(key)
    assert queue.locator(".toast").count() == 0
    verdicts.go_on()
    queue.wait_for_selector(".toast >> text=Taken back")
    queue.goto("/queue?state=decided")
    assert queue.inner_text("h1") == "No conflicts are decided"


def test_undo_is_of_the_verdict_it_was_pressed_after_whichever_answer_comes_first(three):
    first, verdicts = three.inner_text("h1"), Kept(three, "**/decisions")
    three.keyboard.press("1")
    three.keyboard.press("z")
    three.wait_for_selector(AHEAD)
    second = three.inner_text("h1")
    three.keyboard.press("2")
    verdicts.come(2)
    verdicts.routes.reverse()
    verdicts.go_on()
    assert three.inner_text(".toast span") != "Taken back"
    verdicts.go_on()
    three.wait_for_selector(".toast >> text=Taken back")
    assert three.inner_text("h1") == first
    three.goto("/queue?state=decided")
    assert three.locator(".rows .title").all_inner_texts() == [second]


@pytest.mark.parametrize("beside", [(), ("j",)])
def test_an_answer_that_was_overtaken_does_not_offer_to_undo_the_verdict_before(three, beside):
    verdicts = Kept(three, "**/decisions")
    for key in ("1", *beside):
        three.keyboard.press(key)
    three.wait_for_selector(AHEAD)
    three.keyboard.press("2")
    verdicts.come(2)
    verdicts.routes.reverse()
    verdicts.go_on()
    undo = three.get_attribute(UNDO, "action")
    verdicts.go_on()
    assert three.get_attribute(UNDO, "action") == undo
    three.goto("/queue")
    assert three.inner_text("h1") == "1 conflict is open"


@pytest.mark.parametrize("script", ["", BLIND])
def test_what_is_being_asked_when_an_answer_comes_goes_on_being_asked(queue, script):
    queue.add_init_script(script)
    queue.reload()
    if not script:
        queue.wait_for_selector(AHEAD)
    verdicts = Kept(queue, "**/decisions")
    queue.keyboard.press("1")
    queue.keyboard.press("/")
    queue.keyboard.type("2 do")
    verdicts.end()
    queue.wait_for_selector(".toast >> text=is right")
    queue.keyboard.type("gs nap")
    assert queue.input_value("#ask") == "2 dogs nap"
    queue.goto("/queue")
    assert queue.inner_text("h1") == "1 conflict is open"


def test_what_was_looked_up_before_the_answer_is_not_shown_once_more_after_it(queue):
    ahead = Kept(queue, "**" + queue.get_attribute("[data-next]", "data-next"))
    verdicts = Kept(queue, "**/decisions")
    queue.reload()
    ahead.come()
    queue.evaluate(BLIND)
    queue.keyboard.press("1")
    verdicts.come()
    ahead.go_on()
    queue.wait_for_selector(AHEAD)
    verdicts.end()
    queue.wait_for_selector(".toast >> text=is right")
    queue.keyboard.press("2")
    queue.wait_for_selector("text=No conflicts are open")


def test_a_lease_that_is_granted_late_is_given_back(queue, database):
    leases = Kept(queue, "**/lease")
    queue.reload()
    queue.wait_for_selector(AHEAD)
    leases.come()
    first, second = queue.evaluate("[location.pathname, document.querySelector('[data-next]').dataset.next]")
    queue.keyboard.press("1")
    queue.wait_for_selector(".toast >> text=is right")
    leases.come(2)
    leases.routes.reverse()
    leases.go_on()
    leases.go_on()
    names = [path.rpartition("/")[2] for path in (first, second)]
    with closing(open_store(database)) as store:

        def held() -> dict[str, str]:
            with store.reading() as session:
                return queueing.holders(session, names)

        until(queue, lambda: held() == {names[1]: "Ito"})


def test_who_has_the_conflict_before_is_not_told_of_the_next(queue, database):
    path = queue.evaluate("location.pathname")
    with browsing(database, "Ada", Role.REVIEWER) as ada:
        ada.post(f"{path}/take")
    page = Kept(queue, f"**{path}")
    queue.evaluate(LOOK)
    page.come()
    queue.keyboard.press("1")
    queue.wait_for_selector(".toast >> text=is right")
    page.go_on()
    assert "Ada" not in queue.inner_text("main")
