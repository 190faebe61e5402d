"""What two figures are a part of: one of what the other counts, or two parts that exclude each other.

A newcomer's mistake: to part "the dead" from "dead in the region" by the word alone. A modifier excludes only another
of its own table.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from registry.model.quantity import Quantity
from registry.steps import values
from registry.steps.match import concepts
from registry.steps.match.entities import Same, compare
from registry.steps.match.figures import magnitude
from registry.steps.match.profile import Profile
from registry.steps.match.saying import marked
from registry.steps.match.words import content, stem, stems

BESIDE, CLOSE_BY, LONG = 0.6, 0.5, 3
UNDOING = ("il", "un", "ir", "non")
EXCLUSIVE = frozenset(("side", "sex", "pay", "sector", "size", "extreme", "certainty", "schooling"))
SHARE = "share"
REACH = 60
PEOPLE = frozenset(("person", "in"))
PERSON = ("person",)
LIVING = frozenset(("population", "resident"))
FAR, ALIKE, MUCH = 0.05, 0.08, 0.2  # of powers of ten
COUNT = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)"
# A list behind its total: "19 of 23 counts" and behind a colon 16 counts of this and three of that.
LISTED = re.compile(r"(?P<total>[^.:;]*):(?:[^.:;]*(?:,| and))?$")
TOTAL = re.compile(rf"\b{COUNT} (?:(?:out )?of (?:the )?{COUNT} )?(?P<words>(?:[a-z-]+ ?){{1,3}})")
ITEM = re.compile(
    r"(?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]{3,})(?: (?:of|for|about|with|in|on) (?P<of>[^.,;:]{3,40}?))?(?: and\b|[.,;:]|$)"
)
# "78 objects, which brings the total to 142"
WHOM = re.compile(r"\b(?:of (?:whom|which|these|those)|among (?:them|whom)|including)(?: [a-z]+){0,2} ?$")
# "Of 212 samples taken there, 37", "of the medals withdrawn, 19", a row "of which with accounts abroad"
OUT_OF = re.compile(
    rf"(?:^|\W)[Oo]f (?:the |those |these |its |some |about )?{COUNT} [a-z][^.;:\d]{{0,60}}$"
    r"|(?:^|[.;:] )[Oo]f (?:all |the |those |these |its |their )+[a-z][^.;:,\d]{2,60},$"
    r"|^[Oo]f (?:which|whom)\b[^.;:\d]*$"
)
EACH_TIME = re.compile(r"of (?:them|these|those) (?:an?|per|each|every) [a-z]")
OF_STUFF = re.compile(r"of (?P<what>[^.,;:\d]{3,30})")
PAUSE, NEXT = re.compile(r"[.;]|\d"), re.compile(r"[.,;:]|\d| and ")
ARE = re.compile(r" ?of (?:them|whom|which|these|those) (?:are|were|was|is|being) (?P<what>[a-z -]{3,40})")
ADDED = re.compile(
    r"[^.;:\d]{0,60}?,? (?:which |that |and )?(?:br(?:ings?|ought)|bringing|tak(?:es?|ing)|took|rais(?:es?|ed|ing)"
    r"|lift(?:s|ed|ing)|push(?:es|ed|ing)) (?:the |its |their |his |her |this year's |our )?(?:[a-z]+ ){0,2}?"
    r"(?:total|number|count|tally|toll|sum|figure|haul|collection)\b[^.;:\d]{0,40} to\b"
)


def opposed(one: tuple[str, str] | None, two: tuple[str, str] | None) -> bool:
    """Whether two modifiers are of one group and different."""
    return one is not None and two is not None and one[0] == two[0] and one[1] != two[1]


def part_of_it(left: Profile, right: Profile) -> str | None:
    """One is a part of what the other counts."""
    if bool(left.near.part) == bool(right.near.part) or values.compare(left.value, right.value).meets:
        return None
    part, whole = (left, right) if left.near.part else (right, left)
    if of_one_whole(left, right) or one_spot(left, right) or nobody(part) or alike(part, whole):
        return None
    if told := whole_told(part):
        sizes = [magnitude(seen.value) for seen in (part, whole)]
        near = abs(sizes[1] - sizes[0])
        if abs(sizes[1] - told) > near and (of_one(part, whole) or (near < ALIKE and told - sizes[1] > MUCH)):
            return None  # "33 of the 60 seats", "32 seats"
    itself = part.dimension == "count" and not any(part.near.part)  # "690 of them"
    if itself and (part.core & whole.core or part.heads & whole.heads or both_people(part, whole)):
        return None if also_part(part, whole) else "one is a part of what the other counts"
    of = concepts.named(part.near.part)
    if part.acts & whole.acts and not of.concepts & whole.acts:
        return None  # "four of the 47 patients have died", "three patients have died"
    if (of.concepts - {SHARE}) & whole.core or (set(of.rest) & whole.heads and not of.concepts):
        return f"one is a part of what the other counts ({marked(part.near.part)})"
    return None


def nobody(part: Profile) -> bool:
    """Whether a part is none at all, so that there are none: "none of them has died"."""
    return isinstance(part.value, Quantity) and part.value.low == part.value.high == 0


def of_one_whole(left: Profile, right: Profile) -> bool:
    """Whether both are shares of one thing: "17 percent of all exports", "14 percent of exports"."""
    both = left.things & right.things
    if SHARE in both and both - {SHARE}:
        return True  # "70 percent of turnover", "80 percent of its revenue"
    return SHARE in left.core & right.core and left.heads == right.heads and left.modifiers == right.modifiers


def also_part(part: Profile, other: Profile) -> bool:
    """Whether the other is the same part: behind "of whom" as well, told in the same narrowing words ("seven of them
    seriously", "nine in a serious condition"), or what some "of them are"."""
    table = concepts.default().modifiers
    narrow = {word for word in part.modifiers if word in table and table[word][0] == "severity"}
    if said_to_be(part) & (other.core | other.heads):
        return True
    return bool(one_of_them(other.frame[0]) or (narrow and part.modifiers == other.modifiers))


def one_spot(left: Profile, right: Profile) -> bool:
    """Whether one name stands beside both, and is none of what their documents are about as a whole: "of the dead, 91
    were in Tarn", "87 deaths in Tarn itself"."""
    known = content(left.topic or "") & content(right.topic or "")
    return bool((left.near.names & right.near.names) - known - content(" ".join((*left.near.part, *right.near.part))))


def alike(part: Profile, other: Profile) -> bool:
    """Whether the other is a part as well, or the part is none of a whole."""
    return is_told_as_part(other) or by_time(part) or both_of(part, other) or said_alike(part, other)


def by_time(part: Profile) -> bool:
    """Whether a part is of no whole but what comes in a time: "we send out 600,000 of them a day"."""
    return EACH_TIME.match(part.frame[1]) is not None


def both_of(part: Profile, other: Profile) -> bool:
    """Whether both are so much of one stuff: "24 kilometres of the only road", "20 miles of road"."""
    found = OF_STUFF.match(other.frame[1]) if part.dimension != "count" else None
    return found is not None and bool(content(found["what"]) & {*part.near.part})


def said_alike(part: Profile, other: Profile) -> bool:
    """Whether the same is said of the other as of the part, which makes it the same part: "seven of the phones belong
    to journalists", "13 were carried by journalists"."""
    own = content(PAUSE.split(part.frame[1][:REACH])[0]) - {*part.near.part}
    told = content(NEXT.split(other.frame[1][:REACH])[0]) | (content(other.frame[0]) if other.row else frozenset())
    known = {*part.attribute, *other.attribute} | content(f"{part.topic or ''} {other.topic or ''}")
    return bool((own & told) - known)


def both_people(left: Profile, right: Profile) -> bool:
    """Whether both count people and nothing tells what they are: "57,000 of them", "83,500 people"."""
    return left.attribute == right.attribute == PERSON


def is_told_as_part(seen: Profile) -> bool:
    """Whether a figure is itself told as a part, as "73 of the samples" is: "of 212 samples taken there, 37"."""
    return OUT_OF.search(seen.frame[0]) is not None


@lru_cache(maxsize=20_000)
def one_of_them(before: str) -> bool:
    """Whether the words before a figure make it a part of the one before."""
    return WHOM.search(before) is not None


def said_to_be(part: Profile) -> frozenset[str]:
    """What some "of them" are said to be ("47 of them are women"), which others may count by itself ("41 women")."""
    own = {word for word in part.attribute if word not in PEOPLE}
    if own and len(part.attribute) > 1 and own <= content(part.frame[1][:REACH]):
        return part.core | part.heads  # "two of them in intensive care"
    found = ARE.match(part.frame[1])
    if not found:
        return frozenset()
    return concepts.named(stems(found["what"])).concepts | part.heads & content(found["what"])


def of_one(left: Profile, right: Profile) -> bool:
    """Whether two figures are about one body or person by name."""
    return bool(left.subject and right.subject) and compare(left.subject or "", right.subject or "") is Same.YES


def whole_told(part: Profile) -> float:
    """How large the whole is, in powers of ten, where the words behind a part say so; 0 where they do not."""
    told = [word.replace(",", "") for word in part.near.part]
    return next((math.log10(int(word)) for word in told if word.isdigit() and int(word) > 1), 0.0)


def exclusive(seen: Profile) -> set[str]:
    """The words beside a figure of which one excludes another ("nationwide", "regional")."""
    table = concepts.default().modifiers
    near = {word for word, weight in seen.near.words if weight >= BESIDE} | seen.modifiers | set(seen.label.split())
    return {word for word in near if word in table and table[word][0] in EXCLUSIVE}


def opposed_nearby(left: Profile, right: Profile) -> str | None:
    """Words that exclude each other stand close to the two figures."""
    table = concepts.default().modifiers
    one, two = exclusive(left), exclusive(right)
    for word in sorted(one - two):
        for other in sorted(two - one):
            if opposed(table.get(word), table.get(other)):
                return f"“{table[word][1]}” is not “{table[other][1]}”"
    return undone(left, right) or undone(right, left)


def undone(left: Profile, right: Profile) -> str | None:
    """The reason, where the one stands beside a word and the other beside the same word undone: "shot legally", "shot
    illegally", "paid staff", "unpaid staff"."""
    if left.near.words == right.near.words:
        return None
    near, other = beside(left), beside(right)
    for prefix in UNDOING:
        for word in near:
            if len(word) >= LONG and prefix + word in other and prefix + word not in near and word not in other:
                return f"one says “{word}…”, the other “{prefix}{word}…”"
    return None


def beside(seen: Profile) -> frozenset[str]:
    """The stems of the words that stand close to a figure."""
    return frozenset(word for word, weight in seen.near.words if weight >= CLOSE_BY)


def only_item(left: Profile, right: Profile) -> str | None:
    """Only one is an item of a list behind its total ("19 counts: 16 counts of fraud and three of forgery")."""
    if left.dimension != "count" or values.compare(left.value, right.value).meets:
        return None
    one, two = item(*left.frame), item(*right.frame)
    if bool(one) == bool(two) or (one or two) == narrowed((right if one else left).frame[1]):
        return None
    return "only one is an item of a list behind its total"


@lru_cache(maxsize=20_000)
def item(before: str, after: str) -> frozenset[str]:
    """What narrows a count that is listed behind the total of its noun; nothing where it is no such item."""
    behind = ITEM.match(after) if ":" in before else None
    found = LISTED.search(before) if behind else None
    totals = TOTAL.finditer(found["total"]) if found and behind else ()
    if not behind or not any(stem(behind["noun"]) in stems(total["words"]) for total in totals):
        return frozenset()
    return content(behind["of"] or "")


def narrowed(after: str) -> frozenset[str]:
    """What narrows any count."""
    behind = ITEM.match(after)
    return content(behind["of"] or "") if behind else frozenset()


def only_befallen(left: Profile, right: Profile) -> str | None:
    """One counts all who live there, the other only some of them: "620 inhabitants were moved"."""
    if not LIVING & left.things & right.things or values.compare(left.value, right.value).meets:
        return None
    family = concepts.default().family
    one, two = (any(family.get(act) == "casualties" for act in seen.acts) for seen in (left, right))
    return "only one counts those to whom something happened" if one != two else None


def only_added(left: Profile, right: Profile) -> str | None:
    """Only one is what was added to a total ("78 objects, which brings the total to 142")."""
    far = abs(magnitude(left.value) - magnitude(right.value)) >= FAR  # what is as large is hardly the total
    if not far or values.compare(left.value, right.value).meets or left.near.days & right.near.days:
        return None
    return "only one is what was added to a total" if added(left.frame[1]) != added(right.frame[1]) else None


@lru_cache(maxsize=20_000)
def added(after: str) -> bool:
    """Whether the words behind a figure say that it was added to a total."""
    return ADDED.match(after) is not None
