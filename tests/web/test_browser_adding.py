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
