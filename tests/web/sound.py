"""What any page must be, and where on the pages things are."""

from __future__ import annotations

from html.parser import HTMLParser

from tests.web.conftest import links

VOID = {"meta", "link", "input", "img", "br", "hr"}


class Strict(HTMLParser):
    """Refuses tags that do not nest, ids that occur twice, and anything a content policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        assert "style" not in named, f"inline style on {tag}"
        assert not any(name.startswith("on") for name in named), f"inline script on {tag}"
        assert tag != "script" or named.get("src") or named.get("type") == "application/ld+json", "inline script"
        if named.get("id"):
            assert named["id"] not in self.ids, f"id {named['id']} twice"
            self.ids.add(named["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag, f"</{tag}> closes something else"


def well_formed(html: str) -> None:
    parser = Strict()
    parser.feed(html)
    assert parser.open == []


def conflict_of(client) -> str:
    return links(client.get("/queue").text, "/conflicts/")[0]


def claim_of(client) -> str:
    return links(client.get(links(client.get("/documents").text, "/documents/")[0]).text, "/claims/")[0]
