"""The line near the top that says which document this is: "Board meeting no. 147, 22 January 2026, 10.00-12.15".

A newcomer's mistake: any line with a date. Each of its pieces must be a date, a time, a number of the document or words
without figures, one of them must name a sort of document, and no verb may tell anything.
"""

from __future__ import annotations

import re

from registry.steps.fold import fold
from registry.steps.fragments import MONTHS, TO_TWELVE
from registry.steps.kept import compiled
from registry.steps.segment.dates import NAMELESS

_FLAGS = re.VERBOSE | re.IGNORECASE
SORT = r"""(?:minutes|transcript|programme|episode|edition|issue|(?:policy\s|research\s|staff\s|legal\s)?brief(?:ing)?
  |(?:[^\W\d_]+\s)?bulletin|fact\s?sheet|(?:[^\W\d_]+\s){0,2}report|(?:press|news)\s(?:release|notice)|newsletter
  |circular|notice|memo(?:randum)?
  |(?:working|discussion|position|command)\spaper|(?:[^\W\d_][\w']*\s){0,3}meeting|(?:[^\W\d_]+\s)?hearing|session
  |sitting|update|communiqu[eé]
  |(?:information\s)?letter|document|case|judg(?:e?)ment|agenda|proceedings|(?:[^\W\d_]+\s)?alert|advisory|dispatch|volume|vol
  |record|statement|factsheet|data\s(?:sheet|release)|technical\snote|opinion|ruling|resolution)"""
TIME = r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?"
PIECE = compiled(
    rf"""
    (?P<sort>(?:[^\W\d_][\w'-]*\s){{0,3}}{SORT}(?:\sof\s(?:the\s)?[^\d]{{3,50}})?)(?:\s(?:no|nr|number)\.?)?(?:\s\#?\s?(?=[\w/.:-]*\d)[\w/.:-]{{1,16}})?
        (?:\s(?:of|on|dated|from)\s{NAMELESS})?
  | (?:no|nr|number|issue|edition|vol|volume|part|page|pages|pp)\.?\s\d[\d/.-]*(?:\s(?:to|of|and|-)\s\d+)?
  | (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?{NAMELESS}(?:,?\s(?:at\s)?{TIME})?
  | (?:(?:early|mid|late|spring|summer|autumn|winter)[\s-])?{MONTHS}\s(?:19|20)\d\d
  | (?:spring|summer|autumn|winter)\s(?:19|20)\d\d
  | {TIME}(?:\s?[-\u2013]\s?{TIME})?(?:\s(?:h|hrs|hours|gmt|utc|cet|cest|local\stime))?
  | (?:presented|laid|submitted|delivered|adopted|published|issued|released|printed|recorded|broadcast|aired|held
      |given|approved)\s(?:[a-z]+\s){{0,4}}{NAMELESS}
  | (?-i:[A-Z]{{2,6}})\s?\d{{1,5}}(?:/\d+)?
  | (?:covering|for)\s(?:the\s)?\d{{1,2}}(?:\s[a-z]+)?\s(?:to|-)\s\d{{1,2}}\s[a-z]+(?:\s\d{{4}})?
    """,
    _FLAGS,
)
SPLIT = re.compile(
    r"\s*(?:[,;|\u00b7()]|(?<![Nn]o)(?<![Nn]r)(?<![Vv]ol)(?<!\d)\.(?=\s|$)|(?<=\d{3})\.(?=\s|$)|\s[-\u2013\u2014]\s|\s{2,}|\t)\s*"
)
DATED = compiled(rf"{NAMELESS}|{MONTHS}\s(?:19|20)\d\d|(?:spring|summer|autumn|winter)\s(?:19|20)\d\d", _FLAGS)
TELLS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may not|must|said|says|rose|fell|grew|found|finds"
    r"|shows?|puts?|killed|dead|died|injured|wins?|won|lost|up|down|percent|per cent|more|fewer|less|than|since|after"
    r"|before)\b",
    re.IGNORECASE,
)
CODED = re.compile(r"[A-Z]{2,6} ?\d|(?i:presented|laid|submitted|delivered|adopted)\b")
AMERICAN = re.compile(r"(?<=[a-z] \d), (?=(?:19|20)\d\d\b)|(?<= \d\d), (?=(?:19|20)\d\d\b)")  # no part ends there
# The name of a paper and its day in two columns: "THE NORPORT MAIL          Thursday, April 9, 2026".
COLUMNS = compiled(
    rf"""(?:(?-i:[A-Z])[^\d.:;%]{{3,60}}?\s{{4,}}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?{NAMELESS}
      |(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?{NAMELESS}\s{{4,}}(?-i:[A-Z])[^\d.:;%]{{3,60}})""",
    _FLAGS,
)
LIKELY = re.compile(
    r"minutes|transcript|programme|episode|edition|issue|brief|bulletin|sheet|report|release|notice|letter"
    r"|circular|memo|paper|meeting|hearing|session|sitting|update|communiqu|document|case|judg|agenda"
    r"|proceedings|alert|advisory|dispatch|vol|record|statement|note|opinion|ruling|resolution|presented|laid"
    r"|submitted|delivered|adopted"
)
# Who made a document, a full stop, and its day.
SIGNED = compiled(rf"(?:(?-i:[A-ZÀ-ÖØ-Þ])[^\d.!?:]{{2,70}}\.\s){{1,2}}{NAMELESS}\.?", _FLAGS)
COUNTS = re.compile(
    rf"\b(?:{TO_TWELVE}|dozens?|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)
LONGEST, WORDS = 160, 7


def is_imprint(line: str) -> bool:
    """Whether a line only says which document this is, of which day.

    >>> is_imprint("THE SATURDAY CANVAS. Transcript, programme 212, 18 January 2025. Checked against delivery")
    True
    >>> is_imprint("Report of 3 May 2024: 40 dead")
    False
    """
    if len(line) > LONGEST or not is_likely(line):
        return False
    flat = fold(line).strip()
    if not any(map(str.isdigit, flat)) or DATED.search(flat) is None or TELLS.search(flat):
        return False
    if COLUMNS.fullmatch(flat):
        return True
    whole = AMERICAN.sub(" ", flat)
    parts = [part for part in SPLIT.split(whole) if part.strip(" .:")]
    hits = [PIECE.fullmatch(part.strip(" .:")) for part in parts]
    plain = all(hit or is_plain(part) for hit, part in zip(hits, parts, strict=True))
    return plain and any(hit is not None and (hit["sort"] or CODED.match(hit.group())) for hit in hits)


def is_signed(line: str) -> bool:
    """Whether a line near the top is who made a document and its day, a full stop between them.

    >>> is_signed("Ferrand & Lyle, consulting engineers. 18 November 2024"), is_signed("Two ships sank. 3 May 2024")
    (True, False)
    """
    flat = fold(line).strip()
    return (
        len(flat) <= LONGEST and SIGNED.fullmatch(flat) is not None and not (TELLS.search(flat) or COUNTS.search(flat))
    )


def is_likely(line: str) -> bool:
    """Whether a line has a word that such lines have, or two columns; looking is cheaper than matching."""
    return "    " in line or LIKELY.search(line.lower()) is not None


def is_plain(part: str) -> bool:
    """Whether a piece is a few words without figures: a name, a place, "excerpt"."""
    return not any(map(str.isdigit, part)) and len(part.split()) <= WORDS
