"""What the figures of a table count whose rows and columns do not say it: "Arrivals by crossing point", "Revenue, EUR
million", and below it only places, days or a total.

A newcomer's mistake: the label of a row. Where rows are parts of one total, or names below a column of years, all of
them count the same thing, and the line above the table says which.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.assemble.spot import Page, Spot
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import common_nouns, words

NUMBER = re.compile(
    r"^\W*(?:(?:table|tab|chart|annex|figure) ?)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z](?=[.:)]))?\s*[.:)]?\s*", re.I
)
REST = re.compile(r",|[(\[:]|\b(?:by|per|in|as of|as at|at|on|of the|since|until|during|for|from|to|since)\b", re.I)
BY = re.compile(r"^\s*([A-Za-z][A-Za-z -]{2,40}?),? by [a-z]+(?: [a-z]+)?\s*$")
VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|stand|stands|see|shows?|gives?)\b", re.I)
TOTAL = re.compile(r"^\W*(?:(?:grand |overall )?total|sum|altogether|together|in all)\W*$", re.I)
UNIT = re.compile(
    r"^\W*(?:euros?|dollars?|pounds?|francs?|crowns?|number|figures?|percent(?:age)?|per cent|%|thousands?"
    r"|millions?)\W*$",
    re.I,
)
MEASURE = re.compile(  # a unit and nothing else: "€ million", "US$ bn", "Hectares", "tonnes"
    r"^\W*(?:in )?(?:(?:US|C|A)?[$\u20ac\u00a3\u00a5]|EUR|USD|GBP|CHF|SEK|NOK|DKK)?\W*"
    r"(?:(?:thousands?|millions?|billions?|mn?|bn|k)(?: of)?)?\W*"
    r"(?:euros?|dollars?|pounds?|francs?|kron(?:er|or|a)|hectares?|ha|acres?|km2?|sq km"
    r"|(?:square |cubic )?(?:kilo)?met(?:re|er)s?|miles|feet|tonnes?|tons?|kg|kilos?|kilogram(?:me)?s?|lit(?:re|er)s?"
    r"|hours?|minutes?|MWh?|GWh?)?\W*$",
    re.I,
)
ROWS, WORDS, LONGEST = 3, 9, 200


def captioned(spot: Spot) -> str | None:
    """What the line above a table, or its first heading, says that all its figures count, in lower case."""
    page, first = spot.page, top_of(spot.page, spot.number)
    if first not in page.captions:
        page.captions[first] = phrase_of(page, first, spot.mention.kind)
    return page.captions[first]


def top_of(page: Page, number: int) -> int:
    """The number of the first row of a table."""
    at = number
    while at and page.sentences[at - 1].block.cells and number - at < LONGEST and not is_parted(page, at):
        at -= 1
    return at


def is_parted(page: Page, number: int) -> bool:
    """Whether a blank line stands before a row: another table begins there."""
    return page.folded.count("\n", page.sentences[number - 1].end, page.sentences[number].start) > 1


def phrase_of(page: Page, first: int, kind: Kind) -> str | None:
    """The phrase that a table's rows share; none where they count things of their own."""
    labels = labels_of(page, first)
    headers = next((one.block.headers for one in page.sentences[first : first + 2] if one.block.headers), ())
    parts = any(map(TOTAL.match, labels)) or any(map(is_unit, headers[1:]))
    names = sum(is_name(page, label) or TOTAL.match(label) is not None for label in labels)
    if len(labels) < ROWS or not (parts or 3 * names >= 2 * len(labels)):
        return None
    if headers and (hit := BY.match(headers[0])):
        return hit.group(1).lower()
    above = page.sentences[first - 1] if first else None
    if above is None or above.block.kind is BlockKind.FURNITURE:
        return None
    told = " ".join(page.folded[above.start : above.end].split())
    titled = above.block.kind in (BlockKind.HEADING, BlockKind.CAPTION) or told.endswith(":")
    if told.endswith((".", "!", "?")) or told.count(" ") > WORDS + 3 or not (titled or told[:1].isupper()):
        return None
    return noun_of(NUMBER.sub("", told, count=1), kind)


def labels_of(page: Page, first: int) -> list[str]:
    """The labels of the rows of a table that have figures."""
    found: list[str] = []
    for number in range(first, min(first + LONGEST, len(page.sentences))):
        cells = page.sentences[number].block.cells
        if not cells or (number > first and is_parted(page, number)):
            break
        following = page.sentences[number + 1].block.headers if number + 1 < len(page.sentences) else ()
        names_columns = not found and not page.sentences[number].block.headers and following
        if (
            not names_columns
            and len(cells) > 1
            and any(char.isdigit() for char in page.folded[cells[1][0] : cells[-1][1]])
        ):
            found.append(" ".join(page.folded[cells[0][0] : cells[0][1]].split()))
    return found


def is_name(page: Page, label: str) -> bool:
    """Whether a row is labelled with a name: no word of it is a common noun."""
    tokens = re.findall(r"[A-Za-z]+", label)
    if not tokens or not all(token[:1].isupper() or token in ("of", "the", "and") for token in tokens):
        return False
    last = singular(tokens[-1].lower())
    if last in common_nouns() or last in words().synonyms:
        return False
    return not re.search(rf"(?<![.!?] )\b{re.escape(tokens[-1].lower())}\b", page.folded)


def adds_up(spot: Spot) -> bool:
    """Whether a row of the table of a figure is the total of the others."""
    return any(map(TOTAL.match, labels_of(spot.page, top_of(spot.page, spot.number))))


def is_unit(heading: str) -> bool:
    """Whether the heading of a column is a unit or the word for a number."""
    return UNIT.match(heading) is not None


def is_measure(heading: str) -> bool:
    """Whether the heading of a column is the unit of its figures and nothing else.

    >>> [is_measure(heading) for heading in ("\u20ac million", "Hectares", "US$ bn", "Cost, \u20ac million", "")]
    [True, True, True, False, False]
    """
    return bool(heading.strip()) and MEASURE.match(heading) is not None


def noun_of(told: str, kind: Kind) -> str | None:
    """What a title says that is counted: "failed payments", "gross monthly minimum wage", the fines of "where the fines
    stand"."""
    plain = REST.split(told, maxsplit=1)[0].strip().lower()
    tokens = plain.split()
    sort = words()["nouns.money"] if kind is Kind.MONEY else common_nouns()
    if VERBAL.search(plain) or not 0 < len(tokens) <= WORDS // 2:
        return next((singular(token) for token in tokens if singular(token) in words()["nouns.money"]), None)
    last = singular(tokens[-1].strip("."))
    if last in sort or (kind is not Kind.MONEY and last != tokens[-1]):
        return plain
    return None
