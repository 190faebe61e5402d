"""Numbers that name a thing and count nothing: flights, models, makes, brands, decades, marks of a scale.

A newcomer's mistake: any capital before a number. "In Paris 12 were arrested" counts.
"""

from __future__ import annotations

import re

from registry.steps.recognise.line import Line, Number
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

FLIGHT = re.compile(r"\b(?:[Ff]light|[Pp]lane|jet|aircraft|airliner|[Tt]rain|service) (?=\d?[A-Z])[A-Z\d]{2} ?$")
AIRLINER = re.compile(r"7\d7")
REACH, KEYED, DIALLED, SHORTEST = 14, 4, 10, 3
ITEMS, OPENED = 20, 40
ROUNDED = "0000"
SPELLED = frozenset(("two", "three", "four", "five", "six", "both"))
FLYING = cues("makes_flying")
ENDING = frozenset(
    (".", ",", ";", "since", "and", "that", "which", "when", "from", "to", "on", "at", "in", "was", "had")
)
GOING_ON = frozenset(("to", "with", "for", "as", "has", "is"))


def of_things(line: Line, at: int, number: Number) -> bool:
    """Whether a number names things, of a brand, of several kinds, of a flight or of a model."""
    tokens = line.tokens
    named = _of_brand(tokens, at) or _in_plural(tokens, at, number) or _graded(tokens, at, number)
    named = (
        named
        or _opens_item(line, at, number)
        or _is_key(tokens, at, number)
        or _of_pair(tokens, at)
        or _of_pair(tokens, at - 2)
    )
    return named or _of_flight(line, at) or _of_model(tokens, at, number)


def _opens_item(line: Line, at: int, number: Number) -> bool:
    """Whether a number counts what is listed in the sentence: "either 1) you pay or 2) you leave"."""
    tokens, end = line.tokens, number.end
    if tokens.word(end) != ")" or end != at + 1 or not tokens.touches(end) or number.value >= ITEMS or number.step:
        return False
    before = tokens.low[max(0, at - OPENED) : at]
    return before.count("(") <= before.count(")") and tokens.is_word(end + 1) and not tokens.touches(end + 1)


def _is_key(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a number is to be dialled or typed: "the code is 80435"."""
    long = number.end == at + 1 and tokens.written(at).isdigit() and len(tokens.written(at)) >= KEYED
    if long and len(tokens.written(at)) >= DIALLED and tokens.word(at - 1) not in ("$", "€", "£"):
        rounded = tokens.written(at).endswith(ROUNDED)  # "a debt of 2500000000"
        return not rounded and len(tokens.word(number.end)) <= 1  # nobody ends a clause with such a count without marks
    told = long and tokens.word(at - 1) in ("is", "was") and tokens.word(at - 2) in cues("makes_keys")
    return told and (not tokens.is_word(number.end) or tokens.word(number.end) in ENDING)


def _of_pair(tokens: Tokens, at: int) -> bool:
    """Whether two numbers in a row name the things before them: "near posts 542 and 543"."""
    if at < 1 or not (tokens.is_number(at) and tokens.is_number(at + 2)) or tokens.word(at + 1) not in ("and", "or"):
        return False
    left, right = tokens.written(at), tokens.written(at + 2)
    behind, several = tokens.word(at + 3), tokens.word(at - 1)
    if not (left.isdigit() and right.isdigit() and int(right) == int(left) + 1 and several.endswith("s")):
        return False
    if tokens.is_number(at - 2) or tokens.word(at - 2) in SPELLED:
        return False  # "in the two villages 50 and 51 were killed"
    plain = (not tokens.is_word(at + 3) and behind != "%") or behind in ENDING | GOING_ON | cues("labels_no_noun")
    return plain and len(several) > SHORTEST and tokens.written(at - 1).islower()


def _graded(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a number with a full stop is an ordinal of a name that was left as it is: "in the 2. Bundesliga"."""
    end = number.end
    dotted = tokens.word(at - 1) == "the" and tokens.word(end) == "." and tokens.touches(end)
    return dotted and tokens.is_word(end + 1) and tokens.written(end + 1)[:1].isupper()


def _of_brand(tokens: Tokens, at: int) -> bool:
    """Whether a name with a capital inside stands before: "iOS 17"."""
    name = tokens.written(at - 1) if tokens.is_word(at - 1) else ""
    return name[:1].islower() and not name.islower() and len(name) > 2


def _in_plural(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether the number names a group of ages or years: "under-18s", "in her 20s", "the 80s"."""
    glued = tokens.word(number.end) == "s" and tokens.touches(number.end) and not number.step
    return glued and tokens.word(at - 1) in cues("labels_plurals")


def _of_flight(line: Line, at: int) -> bool:
    """Whether a number is that of a flight or a train: "the plane KX 318 bound for", "flight 8Q 4417"."""
    start = line.tokens.starts[at]
    return FLIGHT.search(line.about.folded, max(0, start - REACH), start) is not None


def _of_model(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a number is a model, since it has an article and no noun: "had flown a 767 since 2017"."""
    after = tokens.word(number.end)
    plain = number.end == at + 1 and tokens.written(at).isdigit() and len(tokens.written(at)) == 3
    airliner = tokens.word(at - 1) == "the" and AIRLINER.fullmatch(tokens.written(at)) is not None
    airliner = airliner and not FLYING.isdisjoint(tokens.low)  # "the 737 that lived came home"
    return plain and (airliner or tokens.word(at - 1) in ("a", "an")) and (not after or after in ENDING)


def has_short(tokens: Tokens, at: int) -> bool:
    """Whether a short form with the same number goes on in brackets: "Explorer 9 (EX9)", not "Norway 12 (GOLD)"."""
    short = tokens.word(at) == "(" and tokens.written(at + 1).isupper() and tokens.touches(at + 2)
    return short and tokens.is_number(at + 2) and tokens.written(at + 2) == tokens.written(at - 1)


def of_product(tokens: Tokens, at: int, after: str) -> bool:
    """Whether a name of two words stands before a small number and the clause goes on: "the Nova Phone 5 to see"."""
    named = all(tokens.is_word(here) and tokens.written(here)[:1].isupper() for here in (at - 1, at - 2))
    return named and at > 3 and after in GOING_ON and not tokens.is_number(at + 2)


def of_make(tokens: Tokens, at: int) -> bool:
    """Whether a number stands between a name behind an article and the one thing called so: "an Orlin 5 rocket"."""
    after = tokens.word(at + 1)
    one = tokens.is_word(at + 1) and tokens.written(at + 1).islower() and len(after) > 3 and not after.endswith("s")
    return one and tokens.word(at - 2) in ("a", "an") and tokens.raw[at] not in ("1", "0")
