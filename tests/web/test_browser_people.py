"""Accounts in a real browser: the first visit, invitations, a session that ends in the middle, roles, both themes."""

from __future__ import annotations

import pytest

from registry.actions.people import passwords
from registry.actions.people.naming import name_key
from registry.model.people import Role
from registry.store import accounts, open_store
from registry.store.queries import people as queries
from tests.web.axe import wrong
from tests.web.conftest import NEW, OLD, fill, follow, sign_in
from tests.web.test_flows import FOURTH, THIRD

pytestmark = pytest.mark.browser

PASSWORD, OTHER = "seven grey herons", "nine brown otters"


@pytest.fixture
def tab(browser, site):
    """A browser that nobody has signed in with."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def begin(tab, name: str = "Ada") -> None:
    """The first visit."""
    tab.goto("/welcome")
    tab.fill("#name", name)
    tab.fill("#password", PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/")


def enter(tab, name: str, password: str = PASSWORD) -> None:
    tab.fill("#name", name)
    tab.fill("#password", password)
    follow(tab, "main button.primary")


def chosen(database: str, name: str) -> None:
    """Give somebody the password."""
    kept = passwords.hashed(PASSWORD)
    store = open_store(database)
    with store.writing() as session:
        accounts.change_person(session, queries.named(session, name_key(name)).id, password=kept)
    store.close()


def ended(database: str) -> None:
    """End every session, as if its time were up."""
    store = open_store(database)
    with store.writing() as session:
        for row in queries.people(session):
            accounts.end_sessions(session, row.id)
    store.close()


def test_the_first_visitor_pastes_a_text_chooses_a_password_and_goes_on(tab):
    tab.goto("/add")
    for name, value in OLD.items():
        tab.fill(f'#text [name="{name}"]', value)
    tab.click("text=Add the text")
    assert tab.inner_text("h1") == "Who looks after this registry?"
    enter(tab, "Ada")
    assert tab.inner_text("h1") == "You are signed in"
    assert tab.get_attribute(".who", "title") == "Ada, administrator"
    assert OLD["publisher"] in tab.inner_text("main")
    tab.wait_for_selector("main button:focus")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".toast")
    tab.wait_for_load_state()
    assert "The old light" in tab.inner_text("main")
    assert tab.get_attribute(".who", "title") == "Ada, administrator"


def test_one_signs_out_and_in_again_and_comes_back(tab):
    begin(tab)
    tab.click(".who")
    tab.click("main >> text=Sign out >> nth=0")
    tab.wait_for_url("**/")
    assert tab.inner_text(".who") == "Sign in"
    tab.goto("/account")
    assert tab.inner_text("h1") == "Sign in"
    enter(tab, "Ada", OTHER)
    assert "not right" in tab.inner_text("[role=alert]")
    assert tab.input_value("#name") == "Ada"
    assert tab.input_value("#password") == ""
    enter(tab, "ada")
    tab.wait_for_url("**/account")
    assert tab.inner_text("h1") == "Ada"


def test_an_invitation_is_used_in_a_second_browser(browser, site, tab):
    begin(tab)
    tab.goto("/people")
    tab.fill("#note", "for Ben")
    tab.click("text=Make a link")
    link = tab.inner_text("#secret")
    context = browser.new_context(base_url=site)
    second = context.new_page()
    second.goto(link)
    assert "as a reviewer" in second.inner_text("main")
    enter(second, "Ben")
    second.wait_for_url("**/")
    assert second.inner_text(".who") == "Ben"
    second.goto("/people")
    assert "Ben is a reviewer" in second.inner_text("main")
    second.goto(link)
    assert "was used" in second.inner_text("main")
    tab.goto("/people")
    tab.click("[aria-label='Change Ben']")
    tab.locator("li", has_text="Ben").get_by_text("Disable").click()
    assert "sessions and tokens have ended" in tab.inner_text(".toast")
    second.goto("/account")
    assert second.inner_text("h1") == "Sign in"
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_session_that_ends_in_the_middle_of_a_decision_loses_nothing(browser, site, database, page, script):
    fill(database, OLD, NEW)
    context = browser.new_context(base_url=site, java_script_enabled=script)
    sign_in(context, site, database, "Ito")
    desk = context.new_page()
    chosen(database, "Ito")
    desk.goto("/queue")
    follow(desk, ".rows .title")
    desk.fill("#reason", "Measured “again”, by hand.")
    ended(database)
    desk.click("button[value='side:2']")
    desk.wait_for_selector("#password")
    assert "Nothing is lost" in desk.inner_text("main")
    enter(desk, "Ito")
    assert "Measured “again”, by hand." in desk.inner_text("main")
    desk.click("text=Send it now")
    desk.wait_for_selector(".toast")
    desk.goto("/history")
    assert "Ito" in desk.inner_text("main")
    desk.goto("/queue?state=decided")
    follow(desk, ".rows .title")
    assert "Measured “again”, by hand." in desk.inner_text("main")
    context.close()


def test_after_a_session_that_ended_the_conflict_that_was_decided_is_looked_at_again_not_the_next(
    browser, site, database, page
):
    fill(database, OLD, NEW, THIRD, FOURTH)
    context = browser.new_context(base_url=site)
    sign_in(context, site, database, "Ito")
    desk = context.new_page()
    chosen(database, "Ito")
    desk.goto("/queue")
    desk.click(".rows .title")
    desk.wait_for_selector("[data-next][data-ready]")
    question, path = desk.inner_text("h1"), desk.evaluate("location.pathname")
    desk.fill("#reason", "Two things.")
    desk.keyboard.press("Escape")
    ended(database)
    desk.keyboard.press("n")
    desk.wait_for_selector("#password")
    enter(desk, "Ito")
    desk.wait_for_selector("h1:text-is('You are signed in')")
    assert "not the same fact" in desk.inner_text("main")
    follow(desk, "text=Look at the page first")
    assert (desk.inner_text("h1"), desk.evaluate("location.pathname")) == (question, path)
    assert desk.input_value("#reason") == "Two things."
    desk.go_back()
    assert desk.evaluate("location.pathname") == path
    context.close()


def test_a_reader_reads_without_a_word_on_the_console_and_is_told_why_not_more(browser, site, database, page):
    fill(database, OLD, NEW)
    context = browser.new_context(base_url=site)
    sign_in(context, site, database, "Rea", Role.READER)
    reader = context.new_page()
    said: list[str] = []
    reader.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in ("/", "/queue", "/documents", "/account"):
        reader.goto(path)
    reader.goto("/queue")
    reader.click(".rows .title")
    reader.wait_for_load_state("networkidle")
    assert said == []
    reader.goto("/people")
    assert "Rea is a reader and may not manage people" in reader.inner_text("main")
    context.close()


def test_a_token_is_copied_once(page):
    page.goto("/account")
    if not page.is_visible("#token-name"):
        page.click("text=Make a token")
    page.fill("#token-name", "nightly")
    page.check("[name=scope][value=review]")
    page.click("text=Make the token")
    secret = page.inner_text("#secret")
    page.click("button[data-copy]")
    page.wait_for_selector("button:text-is('Copied')")
    assert page.evaluate("navigator.clipboard.readText()") == secret
    page.goto("/account")
    assert secret not in page.content()
    page.click("[aria-label='Revoke nightly']")
    assert "revoked" in page.inner_text(".toast")


def test_axe_finds_nothing_and_nothing_is_too_wide_on_the_pages_of_accounts(browser, site):
    context = browser.new_context(
        base_url=site, bypass_csp=True, viewport={"width": 360, "height": 740}, has_touch=True
    )
    tab = context.new_page()
    found: list[str] = []

    def looked() -> None:
        found.extend(wrong(tab))
        if tab.evaluate("document.documentElement.scrollWidth") > 360:
            found.append(f"{tab.url} is too wide")

    tab.goto("/welcome")
    looked()
    begin(tab, "Ada Augusta King, Countess of Lovelace and of the Registry")
    for path in ("/account", "/people"):
        tab.goto(path)
        looked()
    follow(tab, "text=Make a link")
    looked()
    link = tab.inner_text("#secret")
    tab.goto("/account")
    tab.fill("#token-name", "nightly")
    follow(tab, "text=Make the token")
    looked()
    context.clear_cookies()
    tab.goto(link)
    looked()
    tab.goto("/sign-in")
    enter(tab, "Ada", OTHER)
    looked()
    tab.goto("/add")
    tab.fill("#field-text", OLD["text"])
    follow(tab, "text=Add the text")
    looked()
    enter(tab, "Ada Augusta King, Countess of Lovelace and of the Registry")
    looked()
    context.close()
    assert found == []
