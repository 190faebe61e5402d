"""Vetoes of what is counted in an order or again and again: places in a series, ages, rises of other years.

A newcomer's mistake: taking the eighth game for an answer to the sixth. Behind "in the" an ordinal only says which one
is meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.steps import values
from registry.steps.match import concepts
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import Profile
from registry.steps.match.singled import PERSONS
from registry.steps.match.times import told_of_one_day
from registry.steps.match.words import content, stem
from registry.steps.resolve import looks_personal
from registry.steps.resolve.words import words

WHICH = re.compile(
    r"\b(?:in|on|during|after|before|at|from|until|by|through|into|for|opened|began|started|closed) (?:the|an?)$"
)
BOUTS = frozenset(
    {"game", "set", "minute", "lap", "inning", "over", "frame", "hole", "half", "quarter", "leg", "heat", "day"}
    | {"night", "evening", "morning", "weekend", "week", "month", "hour"}
)
BEFORE = re.compile(r"\b(?:previous|earlier|prior|preceding|past)$")
JOBS = re.compile(r"\b(?:job|post|position|payroll)$")
AGE, BESIDE = "age", 60
SAME = ("title crown championship trophy victory win", "final", "semi-final semifinal", "goal", "medal", "defeat loss")
GAMES = ("match game appearance start cap", "set", "season campaign", "point", "lap", "inning innings")
SORTS = {word: words.split()[0] for words in SAME + GAMES for word in words.split()}
FLOWS = frozenset(
    {"revenue", "profit", "operating_profit", "core_profit", "gross_profit", "pretax_profit", "loss", "operating_loss"}
    | {"margin", "earnings_per_share", "dividend", "unit_sold", "inflation", "unemployment", "trade_deficit"}
)
WOMEN, MEN = (
    r"(?P<woman>wom[ae]n|girls?|mothers?|wife|daughters?|sisters?|grandmothers?|widow|actress)\b",
    r"(?P<man>m[ae]n|boys?|fathers?|husband|sons?|brothers?|grandfathers?|widower|actor)\b",
)
SEXED = 40
PEOPLES = words()["capitals.peoples"]
SEX_AHEAD = re.compile(
    rf"\b(?:{WOMEN}|{MEN})(?: (?:aged|of|(?:who )?(?:is|was|are|were)))?"
    r"(?: on average)?[ ,and\d-]*$",
    re.IGNORECASE,
)
SEX_BEHIND = re.compile(rf"-?(?:years?[ -]old)? ?(?:[a-z-]+ )?(?:{WOMEN}|{MEN})", re.IGNORECASE)
# "selling 31,000 copies in the opening week", "within three days"
OPENING = re.compile(
    r"\b(?:in|within|during|over|on) (?:just |only |less than )?(?:its |the |their |his |her )?"
    r"(?:first|opening|debut|second|\d+|two|three|four|five|six) ?(?:days?|weeks?|weekend|months?|years?|hours?)\b"
)
SALES = frozenset({"unit_sold"})
COPIES = frozenset(stem(word) for word in ("copies", "albums", "singles", "records", "books", "tickets"))
INTERVAL = re.compile(r"(?:\bconfidence intervals?|\bcredible intervals?|\bCI)\W*$|\d\.\d+ ?\($", re.IGNORECASE)
LONG = 200
MEAN = re.compile(r"\b(?:average|mean|median)\b")
AGE_LIMIT = re.compile(
    r"\b(?:(?:retirement|pension|pensionable|voting|minimum|legal|compulsory|school[- ]leaving) age|age limit"
    r"|age (?:of|for) (?:retirement|consent|majority|retiring|voting))\b[^.;,]{0,40}$"
)


def only_which(left: Profile, right: Profile) -> str | None:
    """An ordinal only says which one is meant: "in the eighth game"."""
    if left.dimension != "ordinal" or right.dimension != "ordinal" or values.compare(left.value, right.value).meets:
        return None
    bouts = (one for one in (left, right) if one.text.rsplit(" ", 1)[-1] in BOUTS)
    return "one only says which is meant" if any(WHICH.search(one.frame[0]) for one in bouts) else None


def other_series(left: Profile, right: Profile) -> str | None:
    """Two ordinals count different things: a seventh title is no eighth final."""
    if left.dimension != "ordinal" or right.dimension != "ordinal" or values.compare(left.value, right.value).meets:
        return None
    one, two = (SORTS.get(seen.text.rsplit(" ", 1)[-1]) for seen in (left, right))
    return f"one counts a {one}, the other a {two}" if one and two and one != two else None


def other_age(left: Profile, right: Profile) -> str | None:
    """Two ages are of two people, as far as it is known whose they are."""
    if left.dimension != "long time" or values.compare(left.value, right.value).meets:
        return None
    if len({sex(*seen.frame) for seen in (left, right)} - {""}) > 1:
        return "one is of a man, the other of a woman"  # ages, and "women live 83.1 years, men 78.4"
    if not all(AGE in seen.text.rsplit(" ", 1)[-1:] for seen in (left, right)):
        return None
    if len({bool(AGE_LIMIT.search(seen.frame[0])) for seen in (left, right)}) > 1:
        return "only one is an age that somebody must have"
    if all(MEAN.search(" ".join(seen.frame)) for seen in (left, right)):
        return None  # an average is nobody's
    return of_another(left, right) or of_anybody(left, right)


def of_anybody(left: Profile, right: Profile) -> str | None:
    """Whether nothing tells that two ages of people without a name are of one: "the driver, 38", "he himself is 52"."""
    if any(looks_personal(seen.subject or "") for seen in (left, right)):
        return None
    one, two = (content(f"{seen.frame[0][-BESIDE:]} {seen.frame[1][:BESIDE]}") for seen in (left, right))
    if one & two or AGE in one | two or foremost(left) & foremost(right):
        return None
    return "nothing tells that both are of one person"


def of_another(left: Profile, right: Profile) -> str | None:
    """Whose two ages are, where they are of two people by their names."""
    if not left.subject or not right.subject or compare(left.subject, right.subject) is not Same.NO:
        return None
    if foremost(left) & foremost(right) and not any(looks_personal(seen.subject or "") for seen in (left, right)):
        return None  # the oldest of those who are told of
    if left.owner and right.owner and compare(left.owner, right.owner) is Same.YES:
        return None  # each stands behind the name
    if hails(left) or hails(right) or not all(personal(seen) for seen in (left, right)):
        return None  # "the 59-year-old" of a text about a clinic is somebody else than the clinic
    return f"one is of {left.subject}, one of {right.subject}"


def hails(seen: Profile) -> bool:
    """Whether what an age is taken for is only where somebody comes from: "the 22-year-old from Tarn"."""
    return bool(seen.subject) and f"from {seen.subject}".lower() in seen.frame[1]


def personal(seen: Profile) -> bool:
    """Whether what an age is about may be a person's name, and is neither a thing nor a people; the age of a hall is
    nobody's."""
    name, named = seen.subject or "", seen.attribute[:-1]
    if looks_personal(name) or (named and named[-1] not in PERSONS):
        return True
    thing = seen.subject == seen.topic or any(word.islower() for word in name.split()) or name.endswith("s")
    return not thing and name.lower() not in PEOPLES


@lru_cache(maxsize=20_000)
def sex(before: str, after: str) -> str:
    """Whether an age is that of a man or of a woman, by the noun closest to it: "two women aged 24 and 61"."""
    behind, ahead = SEX_BEHIND.match(after), SEX_AHEAD.search(before[-SEXED:])
    found = behind or ahead
    return "" if found is None else "woman" if found["woman"] else "man"


def foremost(seen: Profile) -> set[str]:
    """Whether an age is that of the oldest or of the youngest."""
    table = concepts.default().modifiers
    return {table[word][1] for word in seen.modifiers if word in table and table[word][0] == "extreme"}


def only_before(left: Profile, right: Profile) -> str | None:
    """Only one counts those that went before: "in his previous three finals"."""
    if bool(BEFORE.search(left.frame[0])) == bool(BEFORE.search(right.frame[0])):
        return None
    return None if values.compare(left.value, right.value).meets else "only one counts those that went before"


def other_rise(left: Profile, right: Profile) -> str | None:
    """Two rises or falls that documents tell of more than half a year apart, and not for a time that both state."""
    one = left.period and right.period and left.period.meets(right.period)
    if (
        not left.direction
        or not right.direction
        or one
        or not left.day
        or not right.day
        or abs((left.day - right.day).days) < LONG
        or told_of_one_day(left, right)
    ):
        return None
    return None if values.compare(left.value, right.value).meets else "they are told more than half a year apart"


def other_results(left: Profile, right: Profile) -> str | None:
    """Two results of a firm, or rates of an economy, that documents tell of more than half a year apart, or nobody
    knows when, and not of a time that both state."""
    both = left.core & right.core & FLOWS
    if both == SALES and copies_of_one(left, right):
        return None
    stated = (left.period and right.period and left.period.meets(right.period)) or left.near.years & right.near.years
    if not both or stated or left.document == right.document or values.compare(left.value, right.value).meets:
        return None
    if not left.day or not right.day:
        return "nobody knows whether they are of one period"
    return None if abs((left.day - right.day).days) < LONG else "they are told more than half a year apart"


def copies_of_one(left: Profile, right: Profile) -> bool:
    """Whether both count the copies of one work: all that were ever sold of what both name, or those of its first
    week."""
    if not all(COPIES & seen.sentence for seen in (left, right)):
        return False
    one, two = (OPENING.search(seen.text.lower()) for seen in (left, right))
    if one or two:
        return bool(one and two and one.group().split()[-1] == two.group().split()[-1])
    if left.level == right.level == "world":
        return True
    return bool(left.subject and right.subject) and compare(left.subject or "", right.subject or "") is Same.YES


def other_trade(left: Profile, right: Profile) -> str | None:
    """Only one is of a trade: "manufacturing added 28,000 jobs", "the economy added 215,000"."""
    one, two = left.subject or "", right.subject or ""
    if one == two or not (one.islower() or two.islower()) or not all(JOBS.search(seen.text) for seen in (left, right)):
        return None
    if one and two and (content(one) <= content(two) or content(two) <= content(one)):
        return None  # "the council" is the council of the town
    return (
        None
        if values.compare(left.value, right.value).meets
        else f"one is of {one or 'all'}, the other of {two or 'all'}"
    )


def only_sure(left: Profile, right: Profile) -> str | None:
    """One only says between which figures an estimate lies: "1.12 (95% confidence interval: 0.97-1.29)"."""
    if not any(INTERVAL.search(one.frame[0]) for one in (left, right)):
        return None
    return None if values.compare(left.value, right.value).meets else "one only says how sure an estimate is"
