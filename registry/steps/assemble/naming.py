"""Figures of names, titles and goods: "Crusher 3 was enclosed", "Annual review 2023", "Two months on", "80 mg tablets".

A newcomer's mistake: every number behind a capital. "In Spain 14 died and in Italy 11" counts twice; a number names
what stands before it only where a verb follows, or where the noun is a common one that is written like a name.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.model.moment import Moment, Precision
from registry.model.span import BlockKind
from registry.steps.assemble.spot import Page, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import common_nouns, words

YOUNG = 15
DIGITS = re.compile(r"\d{1,4}")
CALLED = frozenset(("name", "named", "called", "titled", "entitled", "brand", "nicknamed", "dubbed"))
GOES_ON = ("VBZ", "VBD", "MD", "VBP")
TITLED = re.compile(r"(?:[A-Za-z][\w'’-]+ )*[A-Za-z][\w'’-]{2,} $")
DATED = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "for",
        "until",
        "from",
        "after",
        "before",
        "during",
        "to",
        "and",
        "about",
        "than",
        "early",
    ]
)
ON = re.compile(r"\s*(on|after|later|ago)\W*$", re.I)
COLON = re.compile(r"[:\u2013\u2014|-]\s+$")
DOSES, SMALL = (
    frozenset(("mg", "g", "kg", "ml", "l", "\u00b5g", "ug", "mcg")),
    frozenset(("mg", "\u00b5g", "ug", "mcg")),
)
_FORMS = (
    r"(?:tablets?|capsules?|caplets?|pills?|lozenges|ampoules?|vials?|syringes?|suppositor(?:y|ies)|patch(?:es)?|sachets?"
    r"|ointment|cream|syrup|granules)"
)
_MORE = r"(?:(?:\s?(?:,|and|or|/|&)\s?(?:and\s|or\s)?)\d[\d.,]*\s?(?:mg|g|kg|ml|l|mcg|\u00b5g)\b)*"
PACKED = re.compile(rf"{_MORE}\s(?:[a-z-]+\s){{0,2}}{_FORMS}\b")
FORM_BEFORE = re.compile(
    rf"\b{_FORMS}(?:,|:| of| \(|)\s?(?:\d[\d.,]*\s?(?:mg|g|ml|mcg|\u00b5g)\s?(?:,|and|or|/|&)\s?)*$", re.I
)
NAME_BEFORE = re.compile(r"[a-z)] ([A-Z][a-z]{3,}) $|^([A-Z][a-z]{3,}) $")
PACKS_OF = re.compile(r"\b(?:packs?|packets?|boxes|blisters?|strips?) of (?:\d+ (?:and|or|,) )?$")
GOODS_END = re.compile(r"\s?(?:[.;,)]|(?:and|or) \d+\b|(?:tablets?|capsules?|pills?)\b|$)")
RESULT = re.compile(r"[-\u2013]\d")  # "Rovers beat City 3-1"
BLOCKS = frozenset((BlockKind.PROSE, BlockKind.ITEM, BlockKind.QUOTE))


def is_named(place: Spot) -> bool:
    """Whether a figure belongs to a name, a title or goods."""
    return is_number_of_name(place) or is_of_title(place) or is_of_goods(place)


def is_number_of_name(place: Spot) -> bool:
    """Whether a number belongs to the name or the label before it."""
    mention, node = place.mention, place.node
    if mention.kind is not Kind.COUNT or place.unit != "count" or node is None or place.page.abroad:
        return False
    if place.sentence.block.kind not in BLOCKS or DIGITS.fullmatch(written(place.page, mention)) is None:
        return False
    tokens = place.tree.tokens if place.tree else ()
    if not node.index or node.tag != "CD" or RESULT.match(place.after()):
        return False
    name = tokens[node.index - 1]
    after = tokens[node.index + 1] if node.index + 1 < len(tokens) else None
    if not name.is_noun or not name.text[:1].isupper() or name.low in words()["scope.calendar"]:
        return False
    if after is not None and (after.is_noun or after.tag.startswith(("JJ", "CD", "$", "VBG", "VBN"))):
        return False
    flat = node.head is name or (node.head is name.head and node.dep == name.dep)  # both subjects, says the parser
    aged = name.index > 0 and tokens[name.index - 1].is_name and int(written(place.page, mention)) > YOUNG
    whose = flat and not aged and name.first("case") is None and follows(after)
    return whose or is_called(tokens, name) or (name.index > 0 and is_common(name, place))


def written(page: Page, mention: Mention) -> str:
    """The words of a mention."""
    return page.folded[mention.start : mention.end]


def is_called(tokens: tuple[Token, ...], name: Token) -> bool:
    """Whether a name is introduced as one: "under the name Cosy", "a probe called Spectra"."""
    return any(token.low in CALLED for token in tokens[max(0, name.index - 2) : name.index])


def follows(after: Token | None) -> bool:
    """Whether the verb of a subject stands behind it."""
    return after is not None and after.tag in GOES_ON


def is_common(name: Token, place: Spot) -> bool:
    """Whether a common noun is written like a name: "at Gate 2", "in Studio 4"."""
    return not name.low.endswith("s") and (name.low in common_nouns() or f" {name.low} " in place.page.folded)


def is_of_title(place: Spot) -> bool:
    """Whether a heading only names its year, or the time that has passed: "Review 2023", "Crisis: two months on"."""
    if place.sentence.block.kind is not BlockKind.HEADING:
        return False
    value, before = place.mention.value, place.before()
    if isinstance(value, Moment) and not before and place.after().lstrip().startswith(":"):
        return value.precision is Precision.DAY  # "7 March: we made history"
    if place.page.abroad:
        return False
    if isinstance(value, Moment):
        plain = DIGITS.fullmatch(written(place.page, place.mention)) is not None
        return value.precision is Precision.YEAR and plain and is_titled(before)
    after = ON.match(place.after()) if words().dimension.get(place.unit) == "duration" else None
    return after is not None and (not before or after[1].lower() == "on" or COLON.search(before) is not None)


def is_titled(before: str) -> bool:
    """Whether a year follows the noun that it belongs to, and no preposition or verb."""
    if TITLED.search(before) is None:
        return False
    last = before.split()[-1].lower()
    return last not in DATED and last not in words()["scope.calendar"]


def is_of_goods(place: Spot) -> bool:
    """Whether a figure only tells which goods are meant: "80 mg tablets", "Tolvexin 5 mg", "packs of 30"."""
    mention, before, after = place.mention, place.before(), place.after()
    if place.page.abroad or place.sentence.block.kind is BlockKind.ROW:
        return False
    if mention.kind is Kind.COUNT and place.unit == "count":
        return PACKS_OF.search(before) is not None and GOODS_END.match(after) is not None
    if mention.kind is not Kind.MEASURE or place.unit not in DOSES or "compound" in mention.notes:
        return False
    if PACKED.match(after) or FORM_BEFORE.search(before):
        return True
    name = NAME_BEFORE.search(before) if place.unit in SMALL else None
    return name is not None and (name[1] or name[2]).lower() not in words()["scope.calendar"]
