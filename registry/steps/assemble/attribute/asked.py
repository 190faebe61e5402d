"""Units and measures that only the question names: "How old was he? Seventy-one.", "How deep is it? Twelve metres.".

A newcomer's mistake: the length of everything in metres. Who asks how far, how deep or how wide it is says which.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute.lending import unit_of
from registry.steps.assemble.attribute.purses import coins
from registry.steps.assemble.questions import NEXT, question
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.recognise.tables import units
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

HOW = re.compile(
    r"\bhow (?P<size>deep|wide|broad|high|tall|thick|long|far|fast|heavy|old|hot|cold|warm|big|large)\b"
    r"|\bhow many (?P<unit>[a-z]+)\b|\bwhat (?:percentage|per ?cent|share|proportion)\b(?: of (?:the |your |its |their "
    r"|all )?(?P<whole>[a-z]+))?",
    re.I,
)
MEASURES = {
    "length": {
        "deep": "depth", "wide": "width", "broad": "width", "high": "height", "tall": "height", "thick": "thickness",
        "far": "distance", "long": "length",
    },
    "duration": {"old": "age", "long": "duration"},
    "weight": {"heavy": "weight", "big": "weight"},
    "speed": {"fast": "speed"},
    "temperature": dict.fromkeys(("hot", "cold", "warm", "high"), "temperature"),
    "area": dict.fromkeys(("big", "large"), "area"),
}  # fmt: skip
APART = re.compile(r"\b(?:between|from|away|apart|off)\b", re.I)
ALONE = re.compile(r"\s*(?:$|[.,;:!\"\u2013\u2014-]|(?:or|and|at|in|on|if|give|when|by|then|I|we|maybe|perhaps)\b)")
DAYS = frozenset({"days", "nights", "weeks", "months", "years"})
OLDEST, HUNDRED, REACH = 120, 100, 4


def unit_asked(spot: Spot) -> tuple[str, Kind] | None:
    """The unit in which a question asks for a bare figure that opens the answer."""
    value = spot.mention.value
    if spot.unit != "count" or not isinstance(value, Quantity) or spot.mention.noun or not spot.number:
        return None
    asked = question(spot)
    if not asked or not opens(spot):
        return None
    hit = HOW.search(asked)
    if hit is None:
        return carried_on(spot, asked)
    high = value.high if value.high is not None else value.low
    if hit["size"]:
        return ("year", Kind.MEASURE) if hit["size"].lower() == "old" and high and high <= OLDEST else None
    if not hit["unit"]:
        return ("percent", Kind.PERCENT) if high and high <= HUNDRED else None
    return of_word(hit["unit"].lower())


def of_word(word: str) -> tuple[str, Kind] | None:
    """The unit that a word names: "metres", "euros"."""
    if word in coins():
        return coins()[word], Kind.MONEY
    if word in DAYS:
        return None  # days on which something was so are counted
    names = [name for said, name in units().forms.get(word, ()) if said == (word,)]
    return (names[0], Kind.MEASURE) if names and singular(word) != word else None


def opens(spot: Spot) -> bool:
    """Whether a figure stands first in its sentence, and no noun behind it."""
    before = spot.page.turns[spot.number].start if spot.number in spot.page.turns else spot.sentence.start
    said = spot.page.folded[before : spot.mention.start].strip(" \"'")
    return len(said.split()) <= 2 and not said.endswith(" of") and ALONE.match(spot.after()) is not None


def carried_on(spot: Spot, asked: str) -> tuple[str, Kind] | None:
    """The unit of the last answer, where the question only names the next thing: "And the boat?"."""
    one = spot.page.measured[-1] if spot.page.measured else None
    if NEXT.search(asked) is None or one is None or spot.number - one.number > REACH:
        return None
    return (unit_of(one.mention), one.mention.kind) if is_answer(spot, one.number) and not plural(asked) else None


def plural(asked: str) -> bool:
    """Whether a question names things that may be counted: "And the dead?", "And the houses?"."""
    hit = NEXT.search(asked)
    last = hit["noun"].split()[-1].lower() if hit else ""
    return singular(last) != last or last in words().adjectives


def is_answer(spot: Spot, number: int) -> bool:
    """Whether a sentence stands right behind a question that asks for a size."""
    part = spot.page.sentences[number - 1] if number else None
    return part is not None and HOW.search(spot.page.folded, part.start, part.end) is not None


def size_asked(spot: Spot, asked: str) -> Attribute | None:
    """What a question asks for, by its adjective and the dimension of the answer."""
    hit, dimension = HOW.search(asked), words().dimension.get(spot.unit, "")
    if hit is None:
        return size_again(spot, asked)
    if hit["size"]:
        name = MEASURES.get(dimension, {}).get(hit["size"].lower())
        return Attribute(name, None, "asked") if name else None
    if spot.unit == "percent" and hit["whole"]:
        return Attribute(f"share of {hit['whole'].lower()}", None, "asked")
    apart = dimension == "length" and hit["unit"] and APART.search(asked, hit.end())
    return Attribute("distance", None, "asked") if apart else None


def size_again(spot: Spot, asked: str) -> Attribute | None:
    """What the last answer measured, where the question only names the next thing: "And the boat?"."""
    one = spot.page.measured[-1] if spot.page.measured and NEXT.search(asked) else None
    found = one.found if one is not None and is_answer(spot, one.number) and unit_of(one.mention) == spot.unit else None
    return Attribute(found.name, None, "asked") if found is not None and found.name else None
