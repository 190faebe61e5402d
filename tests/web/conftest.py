from __future__ import annotations

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from html import unescape
from typing import Any, TypeVar

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.testclient import TestClient

from registry.actions import ingest
from registry.actions.ingest import Given, Prepared
from registry.config import Settings
from registry.model.people import Role
from registry.store import open_store
from tests.people import enrolled
from tests.web.visitors import PASSWORD
from web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 90  # seconds; nobody waits for them but a test that fails
Opened = TypeVar("Opened", BrowserContext, Page)
OLD = {
    "text": "The lighthouse of Norsund is 61 metres high. Its keeper tends 14 lamps.",
    "title": "The old light",
    "publisher": "Harbour Board",
    "published": "2024-05-31",
    "url": "https://norsund.example/light",
}
NEW = {
    "text": "The lighthouse of Norsund is 64 metres high, the council said.",
    "title": "Measured again",
    "publisher": "Harbour Herald",
    "published": "2024-06-02",
}


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    """The whole service over an empty registry, in the browser of an administrator."""
    with browsing(database, "Ito") as made:
        yield made


@contextmanager
def browsing(database: str, name: str, role: Role = Role.ADMINISTRATOR) -> Iterator[TestClient]:
    """The whole service in the browser of somebody who is signed in."""
    settings = Settings(database=database)
    with TestClient(create_app(settings), follow_redirects=False) as made:
        made.cookies.update(enrolled(database, name, role).cookie(settings))
        yield made


@pytest.fixture
def home(database):
    """A browser on the machine itself, on a registry that nobody has set up."""
    made = TestClient(
        create_app(Settings(database=database)),
        base_url="http://localhost:8000",
        client=("127.0.0.1", 5000),
        follow_redirects=False,
    )
    with made:
        yield made


@pytest.fixture
def stranger(database):
    """A browser without an account, on a registry with an administrator."""
    enrolled(database, "Ada")
    with TestClient(create_app(Settings(database=database)), follow_redirects=False) as made:
        yield made


@pytest.fixture
def ada(home):
    """The browser of an administrator who has chosen a password."""
    home.post("/welcome", data={"name": "Ada", "password": PASSWORD})
    return home


@pytest.fixture
def disputed(client: TestClient, database: str) -> TestClient:
    """The service over two documents that disagree about one fact."""
    fill(database, OLD, NEW)
    return client


def fill(database: str, *entries: dict[str, str]) -> None:
    """Take in texts as the form would, without a request for each; `add` goes through the page."""
    with closing(open_store(database)) as store:
        for entry in entries:
            with store.writing() as session:
                ingest.keep(session, prepared(**entry), actor="Ito")


@cache
def prepared(*, text: str, title: str, publisher: str, published: str, url: str | None = None) -> Prepared:
    """A text that was read, once for all tests."""
    given = Given(title=title, publisher=publisher, published=date.fromisoformat(published), url=url)
    return ingest.prepare_text(text, given=given)


def links(html: str, start: str) -> list[str]:
    """The addresses on a page that begin so, each once and in order."""
    found = re.findall(rf'(?:href|action)="({re.escape(start)}[^"#]*)', html)
    return list(dict.fromkeys(unescape(each) for each in found))


def heading(html: str) -> str:
    """The words of a page's heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found.group(1))).strip() if found else ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and os.environ.get("CI") != "true":
        pytest.skip("There is no Chromium here; apt-get install chromium.")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET), timeout=1000 * PATIENCE)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(made, "new_context", patient(made.new_context))
            patched.setattr(made, "new_page", patient(made.new_page))
            yield made
        made.close()


def patient(opened: Callable[..., Opened]) -> Callable[..., Opened]:
    """A way to open tabs that wait longer than half a minute for what has to come, as on a machine with much to do."""

    def opening(**options: Any) -> Opened:
        made = opened(**options)
        made.set_default_timeout(1000 * PATIENCE)
        return made

    return opening


@pytest.fixture
def site(database: str) -> Iterator[str]:
    """The service on a free loopback port."""
    with serving(database) as address:
        yield address


@contextmanager
def serving(database: str) -> Iterator[str]:
    """The service; two of them may share a registry."""
    held = socket.create_server(("127.0.0.1", 0))  # and handed on: between two looks another might have the port
    address = f"http://127.0.0.1:{held.getsockname()[1]}"
    app = create_app(Settings(database=database, site=address))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, args=([held],), daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "The service did not start."
        time.sleep(0.02)
    yield address
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser: Browser, site: str, database: str) -> Iterator[Page]:
    """A signed-in tab that fails the test when a page asks another host for anything or complains on its console."""
    context = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    sign_in(context, site, database, "Ito")
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("request", lambda request: None if request.url.startswith((site, "data:")) else wrong.append(request.url))
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    yield tab
    context.close()
    assert wrong == []


def sign_in(context: BrowserContext, site: str, database: str, name: str, role: Role = Role.ADMINISTRATOR) -> None:
    """Let a browser in as somebody."""
    held = enrolled(database, name, role).cookie(Settings(database=database, site=site))
    context.add_cookies([{"name": key, "value": secret, "url": site} for key, secret in held.items()])


def follow(page: Page, selector: str) -> None:
    """Click on what leads to another page, and wait for its sheets and scripts: before them a key is lost."""
    with page.expect_navigation():
        page.click(selector)


def add(page: Page, entry: dict[str, str]) -> None:
    page.goto("/add")
    for name, value in entry.items():
        page.fill(f'#text [name="{name}"]', value)
    page.click("text=Add the text")
    page.wait_for_selector(".toast")


@pytest.fixture
def desk(page: Page, database: str) -> Page:
    """A tab on a registry with one open conflict."""
    fill(database, OLD, NEW)
    return page
