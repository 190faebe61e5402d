"""Which part of a page is the article."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml import html as markup
from lxml.html import HtmlElement

from registry.errors import Unreadable
from registry.steps.read.plain import decode

_SKIPPED_WORDS = """
    script style noscript template svg math iframe object embed canvas head title button select option
    textarea input nav aside footer menu dialog video audio map progress meter
"""
SKIPPED = frozenset(_SKIPPED_WORDS.split())
_FURNITURE = re.compile(
    r"""(?:^|[\s_-])(?:
      cookies?|consent|gdpr|cmp|privacy|banner|nav(?:igation|bar)?|menu|breadcrumbs?|sidebar|side-bar|footer
    | share|sharing|social
    | related|recommend(?:ed|ations?)?|most-?(?:read|popular|viewed)|trending|teasers?|newsletter|subscri(?:be|ption)
    | promo|advert(?:s|isement)?
    | ads?|sponsor(?:ed)?|comments?|disqus|popup|modal|paywall|toolbar|pagination|pager|skip(?:-link)?
    | outbrain|taboola|widget|tags?|ticker|bylines?|author-?(?:bio|box|info|card|name)
    | (?:article|post|entry|story|page)-?meta(?:data)?|(?:read|reading)-?time|timestamp|date-?line
    | (?:read|up|watch)-?next|(?:read|see)-?(?:more|also|on)|further-?reading|link-?list|list-?links|kicker-?links
      |jump-?links?
    | (?:comment|share|view|like)s?-?(?:count|counter|total)|(?:weather|donat(?:e|ion)s?|quiz)-?(?:box|bar|banner
      |widget)
    | (?:inline|in-article)-?(?:promo|ad|related|newsletter)|(?:photo|image|picture|img)-?credits?|copyright
    | fund-?rais(?:er|ing)|site-?notice|sign-?up(?:-(?:box|form))?|call-to-action|catlinks|mw-editsection|navbox|hatnote
    | donat(?:e|ion)s?|(?:article|page)-?feedback|most-?(?:watched|shared|commented)|read-?later
    | polls?(?![\s_-]*(?:table|tracker|results|data))|votes?-?widget|cta|gambl(?:e|ing)|(?:top|hot|best)-?list
    | more-?(?:on|from|stories|news|reads)|mast-?head|top-?(?:bar|line|strip)|utility-?(?:bar|nav)?
    | breaking-?(?:bar|strip|banner|news)|markets?-?(?:bar|strip|data|ticker)|affiliate-?(?:note|links?|disclosure)?
    | disclosure|disclaimer|about-?(?:the-?)?(?:author|us|publisher)|(?:author|writer|reporter)s?-?(?:about|desc
      |profile)
    | tip-?(?:line|off|box)|support-?us|(?:audio|podcast|video)-?player|viewers?-?count|house-?rules|reader-?offers?
    | app-?(?:banner|download)|stock-?ticker|table-of-contents|screen-?reader(?:-text)?|visually-hidden|sr-only|onward
    )(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "dialog",
        "alertdialog",
        "search",
        "menu",
        "menubar",
        "toolbar",
    ]
)
_TEXTUAL = frozenset(["p", "li", "td", "blockquote", "h2", "h3", "dd", "pre"])
_LINES = frozenset(["p", "div", "h2", "h3", "h4", "h5", "h6"])
_ENOUGH = 0.75
_CANDIDATES = 20


def parse(data: bytes) -> HtmlElement:
    """The tree of a page."""
    parser = markup.HTMLParser(encoding=encoding_of(data), remove_comments=True, remove_pis=True, no_network=True)
    try:
        return markup.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            "The page cannot be parsed as HTML, or needs more memory than is allowed; save it as text."
        ) from error


def encoding_of(data: bytes) -> str:
    """The encoding of a page: by mark, by declaration, else UTF-8, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
            return declared[1].decode("ascii")
        decode(data)
        return "windows-1252"
    return "utf-8"


def main_part(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that hold the article, its headline first."""
    body = tree.find("body")
    root = body if body is not None else tree
    part = _container(root)
    headline = _headline(root, part)
    return [part] if headline is None else [headline, part]


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element is around the article, not of it."""
    if element.tag in SKIPPED or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if element.tag in ("body", "html", "main", "article", "table", "tr", "td", "th", "tbody", "thead"):
        return False
    if element.tag == "header":
        return element.find(".//h1") is None and not any(
            parent.tag in ("article", "main") for parent in element.iterancestors()
        )
    if re.search(r"display:\s*none|visibility:\s*hidden", element.get("style") or ""):
        return True
    if element.tag == "form":
        return not any(len(p.text_content()) > 40 for p in element.iter("p"))
    if is_links(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _FURNITURE.search(names) is not None and element.find(".//h1") is None and not _is_bulk(element)


def is_links(element: HtmlElement) -> bool:
    """Whether an element holds nothing but links to elsewhere: a list of stories, or a line that is one teaser."""
    if element.tag in ("ul", "ol"):
        items = [item for item in element if item.tag == "li"]
        return len(items) > 1 and all(_is_link(item) for item in items)
    return element.tag in _LINES and element.find(".//h1") is None and _is_link(element)


def _is_link(element: HtmlElement) -> bool:
    """Whether all words of an element stand in one link that leaves the page."""
    leaving = (link for link in element.iter("a") if not (link.get("href") or "#").startswith("#"))
    links = [*islice(leaving, 2)]
    if len(links) != 1:
        return False
    words = "".join(element.text_content().split())
    return words != "" and words == "".join(links[0].text_content().split())


def _is_bulk(element: HtmlElement) -> bool:
    """Whether an element holds several long paragraphs, whatever its name says."""
    return sum(len(p.text_content()) > 120 for p in element.iter("p")) >= 3


def _container(root: HtmlElement) -> HtmlElement:
    """The smallest element that holds most of the page's running text."""
    weight = _weights(root)
    whole = max(1, weight[root])
    for candidate in islice((*root.iter("article"), *root.iter("main")), _CANDIDATES):
        if weight[candidate] >= _ENOUGH * whole:
            return candidate
    mains = list(root.iter("main"))
    part = mains[0] if len(mains) == 1 and weight[mains[0]] else root
    total = max(1, weight[part])
    while True:
        heavy = [child for child in part if weight.get(child, 0) >= 0.9 * total and not is_furniture(child)]
        if len(heavy) != 1 or heavy[0].tag in _TEXTUAL or heavy[0].tag in ("table", "ul", "ol", "tbody", "tr"):
            return part
        part = heavy[0]


def _weights(root: HtmlElement) -> dict[HtmlElement, int]:
    """How much running text each element holds without the furniture in it; each is looked at once."""
    found: dict[HtmlElement, int] = {}
    kept: set[HtmlElement] = set()
    for node in reversed([*root.iter(etree.Element)]):
        if node.tag in _TEXTUAL:
            found[node] = len(" ".join(node.text_content().split()))
        else:
            found[node] = sum(found[child] for child in node if child in kept)
        if not is_furniture(node):
            kept.add(node)
    return found


def _headline(root: HtmlElement, part: HtmlElement) -> HtmlElement | None:
    """The page's one headline, where it stands outside the article."""
    headlines = list(root.iter("h1"))
    if len(headlines) != 1 or any(node is part for node in headlines[0].iterancestors()) or headlines[0] is part:
        return None
    return headlines[0]
