"""Running heads: a title of the document, or a line that comes again, with the number of a page.

A newcomer's mistake: a line that ends in a figure for one. Its words must stand elsewhere, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from registry.model.span import Block
from registry.steps.fold import fold

_TITLE = 2
# Nothing longer is looked at: in a line of thousands of blanks the pattern would try each of them as the bar's first.
_LONGEST = 200
_HEAD = re.compile(
    r"(?P<words>[^\W\d_][^\n\t:]{2,90}?)(?:(?P<bar>\s{3,}|\s+[|\u00b7\u2013\u2014-]\s)|\s+)\s*\d{1,3}"
    r"|\d{1,3}(?:(?P<far>\s{3,}|\s+[|\u00b7\u2013\u2014-]\s)|\s+)\s*(?P<after>[^\W\d_][^\n\t:]{2,90})"
)


def running_heads(found: Sequence[Block], text: str) -> list[int]:
    """The numbers of running heads: a title of the document, or a line that comes again, with the number of a page."""
    hits = {
        number: hit
        for number, block in enumerate(found)
        if block.end - block.start <= _LONGEST and (hit := _HEAD.fullmatch(text, block.start, block.end))
    }
    if not hits:
        return []
    titles = {fold(text[block.start : block.end]).strip(" #*_").lower() for block in found}
    again = Counter(map(_words, hits.values()))
    return [
        number
        for number, hit in hits.items()
        if (hit["bar"] or hit["far"] or _words(hit).count(" ") >= _TITLE)
        and (again[_words(hit)] > 1 or not titles.isdisjoint(re.split(r" [|\u00b7] ", _words(hit))))
    ]


def _words(head: re.Match[str]) -> str:
    """The words of a running head."""
    return fold(head["words"] or head["after"]).strip().lower()
