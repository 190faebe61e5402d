"""Files that are added in a browser."""

from __future__ import annotations

import pytest

from tests.web.conftest import NEW, OLD, fill
from tests.web.test_flows import THIRD

pytestmark = pytest.mark.browser

FILES = [
    {"name": "light.txt", "mimeType": "text/plain", "buffer": OLD["text"].encode()},
    {"name": "ferry.txt", "mimeType": "text/plain", "buffer": THIRD["text"].encode()},
]


def test_several_files_are_sent_one_by_one_with_a_result_each_however_often_one_presses(page):
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.goto("/add")
    page.set_input_files("#field-file", FILES)
    page.evaluate("[1, 2, 3].forEach(() => document.querySelector('[data-files]').requestSubmit())")
    page.wait_for_selector(".uploads a >> nth=1")
    page.wait_for_selector("#field-file:enabled")
    assert page.locator(".uploads li").all_inner_texts()[0].startswith("light.txt: Kept.")
    assert len(sent) == 2


def test_the_bar_counts_the_conflicts_that_files_brought(page, database):
    fill(database, NEW)
    page.goto("/add")
    page.set_input_files("#field-file", FILES)
    page.click("[data-files] .primary")
    page.wait_for_selector(".uploads a >> nth=1")
    assert page.inner_text("header.bar .count") == "1"


DROPPED = """
    const file = (name, text) => ({name, isFile: true, file: (done) => done(new File([text], name))});
    const folder = (name, ...parts) => ({name, isDirectory: true, createReader: () => {
        const left = [parts, []];
        return {readEntries: (done) => done(left.shift())};
    }});
    const dropped = folder("reports", file("b.txt", "The mill has 12 looms."), file(".system", "x"),
        folder("a", file("deep.txt", "The quay has 44 bollards.")));
    const event = new Event("drop", {cancelable: true});
    event.dataTransfer = {files: [new File([], "reports")], items: [{webkitGetAsEntry: () => dropped}]};
    document.dispatchEvent(event);
"""


def test_a_folder_that_is_dropped_is_its_files(page):
    page.goto("/add")
    page.evaluate(DROPPED)
    page.wait_for_selector(".uploads li >> nth=1")
    assert page.locator(".uploads li").all_inner_texts() == ["deep.txt, 1 kB", "b.txt, 1 kB"]
    page.click("[data-files] .primary")
    page.wait_for_selector(".uploads a >> nth=1")
    assert [one.partition(".txt: ")[2][:5] for one in page.locator(".uploads li").all_inner_texts()] == ["Kept."] * 2


# A browser complains about a refusal on its console, so that this one comes with another status.
REFUSED = """
    const status = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "status").get;
    Object.defineProperty(XMLHttpRequest.prototype, "status", {
        get() { return this.getResponseHeader("X-Refused") ? 429 : status.call(this); }
    });
"""


def test_many_files_wait_where_they_are_too_many_in_a_minute(page):
    answers = iter([{"status": 200, "headers": {"Retry-After": "1", "X-Refused": "yes"}, "body": ""}])
    page.route(
        "**/add/file", lambda route: route.fulfill(**told) if (told := next(answers, None)) else route.continue_()
    )
    page.goto("/add")
    page.evaluate(REFUSED)
    page.set_input_files("#field-file", FILES)
    page.click("[data-files] .primary")
    page.wait_for_selector(".uploads li:has-text('goes on in 1 s')")
    page.wait_for_selector(".uploads a >> nth=1")
    assert all("Kept." in one for one in page.locator(".uploads li").all_inner_texts())
