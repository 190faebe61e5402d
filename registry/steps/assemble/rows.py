"""Table rows: what a cell's figure means follows from the row's label and the column's heading.

A newcomer's mistake: parsing a row. Its cells are no sentence: of label and heading, one says what is measured and the
other whose or when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from registry.model.assertion import Kind
from registry.model.span import Block
from registry.steps.assemble.attribute.labels import is_participle, shared, titled
from registry.steps.assemble.captions import adds_up, captioned, is_measure, is_name, is_unit
from registry.steps.assemble.dating.behaviour import happens
from registry.steps.assemble.dating.sheets import COLUMN
from registry.steps.assemble.spot import Spot
from registry.steps.fragments import MONTHS
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import common_nouns, words

UNITS = re.compile(
    r"\s*[(\[][^)\]]{0,24}[)\]]|,\s*(?:€|\$|£|%|m|bn|km|in)\b.*$|\s+in (?:thousands|millions|billions)\b.*$"
)
PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\bQ[1-4]\b|^\s*$"  # a year, a quarter, nothing
    rf"|^\W*(?:{MONTHS}|how (?:much|many|often|long|far|big)|in figures|quantity|count|data|to date)\W*$"
    r"|\b(?:quarter|year|month|plan(?:ned)?|outcome|actual|target|before|after|change|total|value|number|figure|amount"
    r"|result|now|so far|previous|current|last"
    r"|bisher|jetzt|vorher|nachher|heute|avant|apr\u00e8s|antes|despu\u00e9s|ahora"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
SOURCE = re.compile(
    r"^\W*(?:agency|source|institute|institution|organi[sz]ation|service|body|pollster|according to|counted by"
    r"|reported by|authority|observer|estimate by|who)\b",
    re.I,
)
BASE = re.compile(r"\b(?:19|20)\d\d\s*(?:[-\u2013]|to)\s*(?:19|20)\d\d\b")
DAY = re.compile(rf"\b\d{{1,2}} {MONTHS}\b|\b{MONTHS} \d{{1,2}}\b")
# "Fragments out on the reef, Jan. 2025": what is counted, and when.
UNDATED = re.compile(
    r"(?P<what>[A-Za-z][^\d()]*?[a-z]),? (?:(?:in|on|at|by|as (?:of|at)|end of) )?(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?"
    r"(?:19|20)\d\d"
)
MONTH = re.compile(rf"(?:(?:end of )?\d{{1,2}} )?{MONTHS} (?:19|20)\d\d\b")  # a row is about a day: "March 2021"
SYSTEM = re.compile(r"^\W*(?:metric|imperial|(?:us )?customary|si|us|uk) ?(?:units?|measures?)?\W*$", re.I)
THEREOF = re.compile(r"^(?:of (?:which|these|them|whom)|thereof|including) (?:in (?=[a-z]+s?$))?")
OF_ALL = re.compile(r"^of (?:(?:all|the|total) )*(?=[a-z])")
TOTAL = re.compile(r"^\W*(?:(?:grand |overall |sub)?total|all|overall|sum|altogether|together|in all)\W*$", re.I)
FIGURES = re.compile(r"^[\s.,-]*\d[\d\s.,-]*$")
WHOLE = re.compile(r"\W*(?:all|total|overall|sum|altogether)\W*", re.I)
PART = re.compile(  # what a row without a name is a part of: sorts of people, sides of a vote, sizes
    r"\W*(?:men|women|boys|girls|males?|females?|adults?|children|others?|the rest|yes|no"
    r"|(?!(?:19|20)\d\d\W*$)\d{1,4})\W*",
    re.I,
)
SPENT = frozenset(
    {"expenditure", "expense", "spending", "outlay", "receipt", "contribution", "funding", "item of expenditure"}
)
SIDES = frozenset({"for", "against"})
IN = frozenset({"hospital", "custody", "prison", "quarantine", "isolation", "detention", "shelters", "care"})
NUMERIC = re.compile(r"^\W*\d")
PLAYED = {  # the columns of a league's table
    "p": "games played",
    "mp": "games played",
    "pld": "games played",
    "w": "games won",
    "d": "games drawn",
    "l": "games lost",
    "f": "goals",
    "gf": "goals",
    "ga": "goals against",
    "gd": "goal difference",
    "pts": "points",
}


@dataclass(slots=True)
class Cell:
    """What the table says about a figure."""

    attribute: str | None = None
    subject: str | None = None
    heading: str = ""
    label: str = ""
    speaker: str | None = None
    part: str | None = None
    place: str | None = None


def cell(spot: Spot) -> Cell | None:
    """What label and heading make of a figure in a row."""
    block = spot.sentence.block
    if not block.cells:
        return None
    column = column_of(block, spot.mention.start)
    if column is None:
        return None
    label = words_of(spot, block, 0) if column else ""
    heading = heading_of(spot, block, column)
    named_then = UNDATED.fullmatch(UNITS.sub("", heading))
    if named_then and label and not NUMERIC.match(label) and not known(label) and not tells_when(named_then["what"]):
        return replace(about(spot, label, named_then["what"]), heading=heading)
    if (told := of_all(spot, label, heading) or of_units(spot, label, heading)) is not None:
        return told
    if not heading or tells_when(heading) or SYSTEM.match(heading) or not label:
        return Cell(named(label or heading, spot.mention.kind), None, heading, label)
    who = spot.page.story.expand(UNITS.sub("", heading).strip())
    if is_who(spot, heading) and not looks_personal(spot.page.story.expand(label)):
        return Cell(named(label, spot.mention.kind), who, heading, label)
    if NUMERIC.match(label) or (label[:1].isupper() and not known(label)):
        return about(spot, label, heading)
    return Cell(named(label, spot.mention.kind), None, heading, label)


def of_units(spot: Spot, label: str, heading: str) -> Cell | None:
    """What a cell means below a heading that is only a unit, or the time of what a named row has."""
    kind = spot.mention.kind
    if label and is_measure(heading) and (sort := sort_of(spot, spot.sentence.block)):
        return Cell(named(label, kind), None, heading, label) if known(label) else about(spot, label, sort)
    if " " not in label or not heading or not tells_when(heading) or spot.page.abroad is not None:
        return None
    who = UNITS.sub("", label).strip() if is_name(spot.page, label) else ""
    return Cell(sort_of(spot, spot.sentence.block) or None, who, heading, label) if who else None


def sort_of(spot: Spot, block: Block) -> str:
    """What the figures below a bare unit are: what the first heading calls a sum ("Expenditure"), else a size."""
    corner = UNITS.sub("", block.headers[0] if block.headers else "").strip(" :").lower()
    if spot.is_money and corner and singular(corner.split()[-1]) in words()["nouns.money"] | SPENT:
        return corner
    return "amount" if spot.is_money else words().dimension.get(spot.unit, "").replace("duration", "time")


def heading_of(spot: Spot, block: Block, column: int) -> str:
    """The heading of a column, spelt out."""
    heading = block.headers[column] if column < len(block.headers) else ""
    heading = "" if FIGURES.match(heading) and not tells_when(heading) else heading
    return spelt(spot, PLAYED.get(heading.lower(), heading) if is_league(block.headers) else heading)


def of_all(spot: Spot, label: str, heading: str) -> Cell | None:
    """What a cell means in the row of a total, of a source that says it, or below a caption that says it for all."""
    kind, headers = spot.mention.kind, spot.sentence.block.headers
    if TOTAL.match(label) and heading and not tells_when(heading) and not is_who(spot, heading):
        return Cell(named(heading, kind), None, heading, label)
    if label and headers and SOURCE.search(headers[0]) and not known(label) and not adds_up(spot):
        return Cell(named(heading, kind), None, heading, label, re.sub(r"\s*\(.*", "", label) or None)
    silent = not heading or tells_when(heading) or is_unit(heading)
    if silent and label and (TOTAL.match(label) or not known(label)) and (shown := captioned(spot)):
        return replace(about(spot, label, shown), heading=heading)
    return None


def spelt(spot: Spot, heading: str) -> str:
    """The heading of a column of counts with the noun that it leaves out: "Confirmed" are the cases of which the text
    speaks, "In hospital" are people."""
    low = heading.strip(" :").lower()
    if not spot.counts or " " in UNITS.sub("", low).strip().removeprefix("in ") or low in words().adjectives:
        return heading
    if low.removeprefix("in ") in IN and low.startswith("in "):
        return f"people {low}"
    if low in SIDES:
        return f"votes {low}"
    if not is_participle(low):
        return heading
    told = re.search(rf"\b{re.escape(low)} ([a-z]{{3,}}s)\b", spot.page.folded)
    if told and singular(told.group(1)) != told.group(1):
        return f"{low} {told.group(1)}"
    things = (one.strip(" :").lower() for one in spot.sentence.block.headers[1:])
    noun = next((one for one in things if re.fullmatch(r"[a-z]{4,}", one) and singular(one) != one), "")
    return f"{low} {noun}" if noun and noun != low else heading


def is_league(headers: Sequence[str]) -> bool:
    """Whether columns are those of a league's table: games won and lost, and points."""
    return {"w", "l"} <= {heading.lower() for heading in headers}


def about(spot: Spot, label: str, heading: str) -> Cell:
    """What a cell means whose row is about what its label names, or about a part of the matter of the table."""
    kind, story = spot.mention.kind, spot.page.story
    if WHOLE.fullmatch(label) or MONTH.match(label):
        return Cell(named(heading, kind), None, heading, label)
    if PART.fullmatch(label) or is_sort(spot, label):
        return Cell(named(heading, kind), None, heading, label, part=label.strip(" .:*").lower())
    name = named(heading, kind)
    first = next(iter(spot.sentence.block.headers), "")
    located = singular(first.strip(" :").lower()) in words()["nouns.places"]
    if story.event and (located or happens(name or "", story.event)) and not looks_personal(story.expand(label)):
        return Cell(name, None, heading, label, place=label)
    return Cell(name, UNITS.sub("", label).strip() or None, heading, label)


def is_sort(spot: Spot, label: str) -> bool:
    """Whether a label is no name, but a sort of what the table is about: "Lorry, coach", "At sea", "Road"."""
    plain = UNITS.sub("", label).strip()
    first, rest = plain.split(" ")[0].rstrip(","), plain.split(" ")[1:]
    if (
        not plain
        or any(word[:1].isupper() or word[:1].isdigit() for word in rest)
        or spot.page.story.expand(plain) in spot.page.story.names
    ):
        return False
    low = first.lower()
    if re.fullmatch(r"(?:19|20)\d\d", first):
        return False
    if singular(plain.split(" ")[-1].lower()) in words()["nouns.bodies"] | words()["nouns.persons"]:
        return False  # "Military hospital", "Youngest defendant" have figures of their own
    if rest or singular(low) in common_nouns() or is_list(spot.sentence.block, low):
        return True
    return re.search(rf"(?<![.!?] )\b{re.escape(low)}s?\b", spot.page.folded) is not None


def is_list(block: Block, label: str) -> bool:
    """Whether a table has one column of figures, whose rows are parts of one matter, unless they are countries."""
    return len(block.cells) == 2 and label not in words()["places.countries"]


def is_who(spot: Spot, heading: str) -> bool:
    """Whether the heading of a column names a person."""
    who = spot.page.story.expand(UNITS.sub("", heading).strip())
    return who in spot.page.story.names and looks_personal(who)


def tells_when(heading: str) -> bool:
    """Whether the heading of a column says for when, or which, its figures are: "2023", "11 October", "Plan"."""
    plain = BASE.sub("", UNITS.sub("", heading))
    return any(hit is not None for hit in (PERIOD.search(plain), DAY.search(heading), COLUMN.match(heading)))


def column_of(block: Block, place: int) -> int | None:
    """The column a place stands in."""
    return next((index for index, (start, end) in enumerate(block.cells) if start <= place < end), None)


def words_of(spot: Spot, block: Block, index: int) -> str:
    """The words of a cell."""
    start, end = block.cells[index]
    return " ".join(spot.page.folded[start:end].split())


def known(label: str) -> bool:
    """Whether a row's label names something that is counted or measured."""
    table = words()
    tokens = [singular(token) for token in re.findall(r"[A-Za-z-]+", label)]
    return any(
        token in table.adjectives
        or token in table["behaviour.total"]
        or token in table["behaviour.fixed"]
        or token in table["nouns.measures"]
        or token in table.amounts
        for token in tokens
    )


def named(label: str, kind: Kind) -> str | None:
    """A label as an attribute."""
    plain = THEREOF.sub("", " ".join(re.findall(r"[\w'/-]+", UNITS.sub("", label).lower())))
    plain = re.sub(r"^(?:the|an?) ", "", OF_ALL.sub("", plain))  # "% of all deaths"
    if not plain or TOTAL.match(plain):
        return None
    sized = words().dimension.get(plain)
    plain = sized if sized and sized != "duration" else plain
    return shared(titled(plain), plain, kind)
