"""Forms that only ask, sent as a browser sends them: with every field, the empty ones too."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest

from tests.web.conftest import links


class Asking(HTMLParser):
    """The forms of a page that ask by address, each with its fields as the page came."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self.open = False
        self.select = ""

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "form":
            self.open = named.get("method", "get") == "get"
            if self.open:
                self.forms.append((named.get("action") or "", []))
        elif self.open and tag == "select":
            self.select = named["name"]
        elif self.open and tag == "option" and (self.select or "selected" in named):
            self._chosen(named)
        elif self.open and tag == "input" and named.get("name") and named.get("type") not in ("checkbox", "radio"):
            self.forms[-1][1].append((named["name"], named.get("value") or ""))

    def _chosen(self, named):
        """The first option, or the one that is selected."""
        fields = self.forms[-1][1]
        if self.select:
            fields.append((self.select, named.get("value") or ""))
            self.select = ""
        elif "selected" in named:
            fields[-1] = (fields[-1][0], named.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = False


@pytest.fixture
def pages(disputed):
    """The lists, one of each thing, and what hangs on it."""
    conflict = links(disputed.get("/queue").text, "/conflicts/")[0]
    fact = links(disputed.get("/facts").text, "/facts/")[0]
    found = ["/", "/queue", "/queue?kind=contradiction", "/history", "/statistics", "/lint", conflict, fact]
    return [*found, f"{fact}/near", "/search?q=How+high+is+the+lighthouse+of+Norsund%3F"]


def test_a_form_that_is_sent_as_it_came_is_answered(disputed, pages):
    sent = set()
    for page in pages:
        asking = Asking()
        asking.feed(disputed.get(page).text)
        assert asking.forms, f"{page} asks nothing"
        for action, fields in asking.forms:
            address = f"{action}?{urlencode(fields)}"
            assert disputed.get(address).status_code == 200, f"{page}: {address}"
            sent.add(action)
    assert {"/queue", "/history", "/search"} <= sent
