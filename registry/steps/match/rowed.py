"""Lines of tables that count only a part, of an age or of one heading. Prose counts the whole, or says of what.

A newcomer's mistake: asking what a line counts. All lines of a column count the same.
"""

from __future__ import annotations

import re

from registry.steps import values
from registry.steps.match import concepts
from registry.steps.match.profile import Profile
from registry.steps.match.words import STOP_STEMS, content, stems

BAND = re.compile(
    r"\W*(?:(?:(?:under|over|aged?|ages?|below)[ ])+(?P<one>\d{1,3})(?![\d.,%])"  # "Under 5", "Aged 65"
    r"|(?P<low>\d{1,3})\s?(?:to|-|–|—)\s?(?P<high>\d{1,3})(?![\d.,%])"  # "18 to 64", "5-17"
    r"|(?P<from>\d{1,3})\s?(?:plus\b|\+|(?:and|or)\s(?:over|older|above|under|younger)\b))",  # "65 plus"
    re.IGNORECASE,
)
GAP = re.compile(r"(?: years?)?\s*(?:\s{2,}|[\t|:=])", re.IGNORECASE)
COLUMN = re.compile(r"\W*[^\d\n.!?:]{2,60}?(?:\t|\s{2,}|\s?\|)")
WHOLE = frozenset(stems("all total totals sum overall altogether together combined grand number"))


def only_line(left: Profile, right: Profile) -> str | None:
    """One is only the line of a table for a part ("18 to 64: 104"), and nothing says that the other is of that part."""
    if not (left.row or right.row) or left.dimension != "count" or values.compare(left.value, right.value).meets:
        return None
    ages = [band(seen.words) if seen.row else frozenset() for seen in (left, right)]
    if bool(ages[0]) != bool(ages[1]):
        other = right if ages[0] else left
        told = ages[0] | ages[1]
        return None if told <= other.numbers else f"one is only for those of an age ({', '.join(sorted(told))})"
    if left.row == right.row:
        return None
    line, other = (left, right) if left.row else (right, left)
    part = heading(line)
    said = other.sentence | content(" ".join(filter(None, (other.subject, other.topic, other.place))))
    return None if not part or part & said else f"one is only the line for {line.label}"


def band(line: str) -> frozenset[str]:
    """The years of an age or of several that a line is headed by."""
    found = BAND.match(line)
    if not found or not GAP.match(line, found.end()):
        return frozenset()
    return frozenset(number for number in found.groups() if number)


def heading(line: Profile) -> frozenset[str]:
    """The words that head the line of a column; nothing where they name what is counted, or all of it."""
    if not COLUMN.match(line.words):
        return frozenset()
    words, named = frozenset(line.label.split()) - STOP_STEMS, frozenset(line.attribute)
    counted = concepts.named(tuple(line.label.split())).concepts & line.named  # "Dead  89"
    return frozenset() if counted or words & (WHOLE | named) or named & line.sentence else words
