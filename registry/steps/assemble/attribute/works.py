"""The year of a film, a book or a record that stands before its noun: "a 1974 drama film", "the 1981 novel Bay".

A newcomer's mistake: taking every year before a noun for that of its making. "The 2012 draft" and "the 2019 campaign"
are named after their year; and "a 1981 novel" that has no name tells of nothing that could be looked up.
"""

from __future__ import annotations

import re

from registry.model.assertion import Mention
from registry.model.moment import Moment, Precision
from registry.steps.assemble.spot import Attribute, Page
from registry.steps.cues import cued

OWNED = re.compile(r"(?:\b(?:an?|the|his|her|its|their|this|that)|['\u2019]s?)\s$", re.IGNORECASE)
TOLD = re.compile(r"(?P<name>[A-Z\d\"'\u201c\u2018].*?)[,)\"'\u201d\u2019]?\s(?:is|was)\s(?:an?|the)\s$", re.DOTALL)
MADE = cued(
    r"\s(?:(?!(?:of|in|on|at|for|to|and|or|the|an?|by|with|from|was|is|were|are|that|which|who|had|has|have|as)\b)"
    r"[A-Za-z\d][\w'\u2019-]*\s){0,9}"  # American science fiction
    r"(?P<noun>film|movie|album|mixtape|novel|novella|sitcom|miniseries|telenovela|documentary|musical|opera|comedy|drama|"
    r"thriller|(?:television|tv|radio|web|anime|drama|comedy|book|film|crime)\sseries|"
    r"(?:video|computer|arcade|platform|racing|adventure|action|shooter|board|card|puzzle|fighting|horror)\sgame|"
    r"(?:hit|debut|pop|rock|folk|dance|country|soul)\s(?:song|single)|single|song|EP|short\sstory|memoir|biography|"
    r"autobiography|play)\b"
    r"(?!['\u2019-])(?P<rest>.{0,90})",
    re.IGNORECASE | re.DOTALL,
)
NAME = re.compile(
    r"\s(?:(?:classic|adaptation|remake|sequel|version|drama|comedy),?\s)?[\"'\u201c\u2018]?"
    r"(?P<name>[A-Z\d][\w'\u2019.&-]*(?:,?\s(?:(?:of|the|and|in|to|for|an?|on|at|with|from|de|la)\s){0,2}(?:[A-Z][\w'\u2019.:&-]*|\d{1,2}\b))*)"
)
BOOKS = frozenset(("novel", "novella", "memoir", "biography", "autobiography", "short story"))
CAPITALS = frozenset(("EP", "TV series"))
REACH = 120


def made(page: Page, number: int, mention: Mention) -> Attribute | None:
    """The year of a work that is named right behind it, or that a clause says it is; in English."""
    value = mention.value
    if not isinstance(value, Moment) or value.precision is not Precision.YEAR or page.abroad:
        return None
    part = page.sentences[number]
    before = page.folded[max(part.start, mention.start - REACH) : mention.start]
    if not OWNED.search(before):
        return None
    hit = MADE.match(page.folded[mention.end : min(part.end, mention.end + 2 * REACH)])
    if hit is None or not (NAME.match(hit["rest"]) or TOLD.search(before)):
        return None
    if hit["noun"][0].isupper() and hit["noun"] not in CAPITALS:
        return None  # "the 2023 Arle Film Festival"
    return Attribute("publication date" if hit["noun"].lower() in BOOKS else "release date", None, "work")


def titled(page: Page, number: int, mention: Mention) -> str | None:
    """The name of the work, where it stands behind its noun."""
    part = page.sentences[number]
    hit = MADE.match(page.folded[mention.end : min(part.end, mention.end + 2 * REACH)])
    name = NAME.match(hit["rest"]) if hit else None
    return name["name"].rstrip(".,:") if name else None
