"""What a reader sees of a web page, with the places of its marks in that text."""

import html.parser
import itertools
import re
from typing import Any

from tests.clusters.values import MarkupError

# Stand around the words of a mark while a page is turned into text.
OPEN, CLOSE = "\ue000", "\ue001"
BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|button|caption|dd|div|dl|dt|fig.+|foot.*|form|h[1-6]|head.*|hr|label|li|main"
    "|nav|ol|p|pre|section|table|tbody|thead|tr|ul"
)
UNSEEN = re.compile("head|noscript|script|style|template|title")


class Reader(html.parser.HTMLParser):
    """Collects the lines of text that a reader sees of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a line at a block, leave a blank between cells."""
        self.hidden += UNSEEN.fullmatch(tag) is not None
        self.space(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the start opened."""
        self.hidden -= UNSEEN.fullmatch(tag) is not None
        self.space(tag)

    def handle_data(self, data: str) -> None:
        """Take over text that is shown."""
        if not self.hidden:
            self.lines[-1] += data

    def space(self, tag: str) -> None:
        """Part what a browser shows apart."""
        if BLOCKS.fullmatch(tag):
            self.lines.append("")
        elif tag in ("td", "th"):
            self.lines[-1] += " "


def seen(page: str, marks: list[tuple[int | None, int, str, list[str]]]) -> tuple[str, list[Any]]:
    """The text that a reader sees of a page, a line for each block, and its marks with their places in that text.

    >>> seen("<p>All of  <b>120&nbsp;km</b></p><p>Now</p>", [(1, 14, "120&nbsp;km", ["", "length"])])
    ('All of 120\\xa0km\\nNow\\n', [(1, 7, '120\\xa0km', ['', 'length'])])
    """
    marked, at = "", 0
    for _, start, words, _ in marks:
        marked += page[at:start] + OPEN + words + CLOSE
        at = start + len(words)
    reader = Reader()
    reader.feed(marked + page[at:])
    lines = (re.sub("[ \t\r\n]+", " ", line).strip(" ") for line in reader.lines)
    parts = re.split(f"[{OPEN}{CLOSE}]", "".join(f"{line}\n" for line in lines if line))
    if len(parts) != 2 * len(marks) + 1:
        raise MarkupError("a mark is not in the text that a reader sees")
    places = itertools.accumulate((len(part) for part in parts), initial=0)
    starts = list(places)[1:-1:2]
    words_seen = parts[1::2]
    found = zip(marks, starts, words_seen, strict=True)
    return "".join(parts), [(mark[0], start, words, mark[3]) for mark, start, words in found]
