"""The names in some words: runs of capitalised words, without what only stands before a name.

A newcomer's mistake: counting every capitalised word. A sentence's first word, months and nationalities name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from registry.steps.given_names import given_names
from registry.steps.resolve.names import POSSESSIVE, clean_name, singular
from registry.steps.resolve.words import common_nouns, words

ARAB = r"(?:(?:a[ldnrstz]|ash|el)-)"
SMALL = r"(?:of|for|de|du|des|del|da|dos|di|van|von|der|den|ten|ter|bin|bint|ibn|and|on|the|&)"
INITIALS = r"(?:[A-Z]\.)+(?=[ \n](?!The\b|An?\b|In\b|It\b)[A-Z])"  # U.S. Forest Service, Mara F. Lind
NAME = re.compile(
    rf"\b(?:{INITIALS}|[A-Z][\w'&.-]*[\w])"  # a capitalised word
    rf"(?:[ \n](?:{SMALL}[ \n]"  # perhaps with "of the"
    rf"(?:(?:the|la|las|los|le|der|den)[ \n])?(?=[A-Z]|{ARAB}))?"
    rf"(?:{INITIALS}|{ARAB}?[A-Z][\w'&.-]*[\w]))*"  # and more of them, "al-Masri" too
)
INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
PLACES = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "N.Y."})
JOINED = re.compile(r"[ \n]and[ \n](?:the[ \n])?")
TELLING = re.compile(r"([A-Z][\w'-]+ [A-Z][\w'-]+) on (?:the )?")
SIDES = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "upper",
        "lower",
        "greater",
    }
)
PARTICLES = words()["capitals.particles"]
PEOPLES = words()["capitals.peoples"] | frozenset(f"{word}s" for word in words()["capitals.peoples"])
DULL = words()["capitals.dull"] | PEOPLES
TITLES = words()["capitals.titles"]
IMPERSONAL = frozenset[str]().union(
    *(words()[name] for name in ("nouns.generic", "nouns.event", "publishers.bodies", "nouns.places"))
)
# Words that open the names of places and end them: "North Arden", "Lake Arden", "South Amber Sea".
PLACED, LYING = words()["capitals.placed"], words()["capitals.lying"]
BEGINNINGS, ENDINGS = words()["capitals.beginnings"], words()["capitals.endings"]
PERIOD = re.compile(r"Q[1-4]|[1-4]Q|H[12]|FY\d{0,4}")  # "Norwind Q3" is Norwind
CONTRACTED = re.compile(r"(?:'(?:m|d|ll|re|ve|t)|n't)$")
FOLLOWING = re.compile(r" ([a-z]+)\b")
DECIDED = re.compile(r"[A-Z]{3,}ED")
SHORTENED = frozenset({"prof", "dr", "mr", "mrs", "ms", "rev", "gen", "col", "lt", "sgt", "hon", "st"})
NEAR, LONGEST_RUN, MOST = 60, 200, 8
RANKS = words()["capitals.ranks"]
HEADS = frozenset(
    {"ceo", "cfo", "coo", "cto", "executive", "economist", "analyst", "leader", "head", "manager", "founder"}
)
CENTRES = frozenset(("center", "centre", "laboratory", "observatory", "college", "trust"))
OFFICE, HELD = 4, 5
PREFIXED = tuple(f"{prefix}-" for prefix in ("al", "ad", "an", "ar", "as", "at", "az", "ash", "el"))
TAILS = ("-based", "-led", "-owned", "-backed", "-born", "-listed")


def names_of(said: str) -> list[tuple[int, str, bool]]:
    """The names of some words with their places, and whether the words begin with them; none where all is capitals."""
    hits = () if said.isupper() else runs(said)
    found = (trimmed(hit, said) for hit in hits)
    return [one for one in found if one is not None]


def runs(said: str) -> Iterator[re.Match[str]]:
    """The runs of capitalised words; what "and" joins are two, but for one body: "Search and Rescue Service"."""
    for hit in NAME.finditer(said):
        tells = TELLING.search(hit.group()) if " on " in hit.group() else None
        if tells is not None and looks_personal(tells[1]):  # "Mara Lind on the Corran Dam"
            yield from runs_between(said, hit.start(), hit.start() + tells.end(1))
            yield from runs_between(said, hit.start() + tells.end(), hit.end())
            continue
        both = JOINED.search(hit.group())
        one = both is None or singular(hit.group().split()[-1]) in words()["nouns.generic"] | CENTRES
        if both is None or one or hit.group()[: both.start()].lower() in SIDES:
            yield hit
            continue
        yield from runs_between(said, hit.start(), hit.start() + both.start())
        yield from runs_between(said, hit.start() + both.end(), hit.end())


def runs_between(said: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The runs of capitalised words between two places."""
    yield from NAME.finditer(said, start, end)


def trimmed(hit: re.Match[str], said: str) -> tuple[int, str, bool] | None:
    """The name in a run of capitalised words: without titles, number words and what names nothing."""
    start, first = hit.start(), hit.start() < NEAR and not said[: hit.start()].strip(" \"'([*-")
    tokens = hit.group().replace("\n", " ").split(" ")
    if len(tokens) > LONGEST_RUN:
        return None
    if gone := of_department(tokens):
        start, tokens, first = start + sum(map(len, tokens[:gone])) + gone, tokens[gone:], False
    while tokens and opens_nothing(tokens):
        start, tokens, first = start + len(tokens[0]) + 1, tokens[1:], False
    while tokens and closes_nothing(tokens):
        tokens.pop()
    while gone := of_office(tokens) or (1 if is_titled(tokens) else officed(tokens)):
        start, tokens = start + sum(map(len, tokens[:gone])) + gone, tokens[gone:]
    if len(tokens) > 3 and tokens[2] == "of" and looks_personal(" ".join(tokens[:2])):
        tokens = tokens[:2]  # "Benson Kirui of Kenya"
    if gone := led(tokens, begins=first):
        start, tokens, first = start + sum(map(len, tokens[:gone])) + gone, tokens[gone:], False
    loud = len(tokens) > 1 and all(token.isupper() for token in tokens)
    tokens = beside_dollars(tokens, hit, said)
    name = with_noun(clean_name(" ".join(tokens)), said[hit.end() : hit.end() + NEAR])
    short = name.lower().rstrip(".") in SHORTENED
    return (start, name, first) if len(name) > 1 and not (loud or short) and len(tokens) <= MOST else None


def beside_dollars(tokens: list[str], hit: re.Match[str], said: str) -> list[str]:
    """The words of a name without the country of a sum: the US of "US$10", "$US10.5m"."""
    last = -1 if said[hit.end() : hit.end() + 1] == "$" else len(tokens)
    return tokens[1 if said[max(0, hit.start() - 1) : hit.start()] == "$" else 0 : last]


def led(tokens: Sequence[str], *, begins: bool) -> int:
    """How many words stand before the name: "Closing the Norwind plant", "Norwind's Dorrin plant"."""
    owner = next(
        (place for place, token in enumerate(tokens[:-1]) if is_owner(token, last=place + 2 == len(tokens))), None
    )
    if owner is not None:
        return owner + 1
    joint = tokens[1] if len(tokens) > 2 else ""
    return 2 if (joint == "the" and begins) or (joint == "of" and is_plural(tokens[0])) else 0


def is_owner(token: str, *, last: bool) -> bool:
    """Whether a word only says whose a name is: "Norwind's Dorrin plant"; before a single word that may be the name's
    own, as in "Moody's Analytics", unless it is a country's."""
    owner = token.removesuffix("'s")
    return owner != token and (not last or owner.lower() in words()["places.countries"])


def is_titled(tokens: Sequence[str]) -> bool:
    """Whether a run begins with a person's title: "Cllr Dana Holt", "Vice President Holt", and not "District Court"."""
    if len(tokens) < 2 or singular(tokens[-1]) in bodies():
        return False
    first, second = (token.lower().rstrip(".") for token in tokens[:2])
    titled = all(part in TITLES for part in first.split("-"))
    return titled or (first in RANKS and (second in TITLES or second in RANKS))


def of_office(tokens: Sequence[str]) -> int:
    """How many words stand before what somebody holds an office of: "Mayor of Milford", "CEO of Norwind Energy"."""
    if len(tokens) < 3 or tokens[1] != "of":
        return 0
    first = tokens[0].lower()
    return 2 if first in HEADS or (len(tokens) == 3 and first in TITLES) else 0


def of_department(tokens: Sequence[str]) -> int:
    """How many words of an office and its department or place stand before a name: "Minister of Health Jan Teske"."""
    if len(tokens) < HELD or tokens[0].lower() not in TITLES or tokens[1] not in ("of", "for"):
        return 0
    personal = looks_personal(" ".join(tokens[-2:])) and singular(tokens[-1].lower()) not in common_nouns()
    return len(tokens) - 2 if personal else 0


def officed(tokens: Sequence[str]) -> int:
    """How many words of an office stand before a person's name: "Pensions Minister Joris Claes", "CEO Marit Dahl"."""
    for gone in range(1, min(OFFICE, len(tokens) - 2) + 1):
        last = tokens[gone - 1].lower()
        rest = tokens[gone:]
        office = last in TITLES or last in HEADS
        if office and rest[0].lower() not in TITLES | HEADS and looks_personal(" ".join(rest)):
            return gone
    return 0


@lru_cache(maxsize=1)
def bodies() -> frozenset[str]:
    """What ends the name of a body, a place or a thing."""
    table = words()
    return table["nouns.generic"] | table["publishers.bodies"] | table["nouns.things"] | table["nouns.places"]


def opens_nothing(tokens: Sequence[str]) -> bool:
    """Whether the first word of a run belongs to no name: "of", "January", "Three", "Italian" before a person."""
    if tokens[0][:1].islower() and not tokens[0].startswith(PREFIXED):
        return True
    if tokens[0].lower() in PEOPLES and len(tokens) > 1 and tokens[1].lower() not in DULL:
        return looks_personal(" ".join(tokens[1:])) or is_titled(tokens[1:])
    return empty(tokens[0]) and not is_first_name(tokens)


def closes_nothing(tokens: Sequence[str]) -> bool:
    """Whether the last word of a run belongs to no name: a month, a quarter, what "The Executive AGREED"."""
    last = tokens[-1]
    decided = last.endswith("ED") and DECIDED.fullmatch(last) is not None and not tokens[0].isupper()
    small = last[:1].islower() and not last.startswith(PREFIXED)
    return small or decided or empty(last) or (not last.islower() and PERIOD.fullmatch(last) is not None)


def is_first_name(tokens: Sequence[str]) -> bool:
    """Whether a word that could be a short month is a first name: "Jan Berg"."""
    return tokens[0] == "Jan" and len(tokens) > 1 and tokens[1][:1].isupper() and not empty(tokens[1])


@lru_cache(maxsize=8192)
def empty(token: str) -> bool:
    """Whether a capitalised word names nothing: an article, a month, a number word, "I'm"."""
    plain = POSSESSIVE.sub("", token.lower()).rstrip(".")
    shortened = CONTRACTED.sub("", plain) in DULL if "'" in plain else False
    return plain in DULL or shortened or is_number(token) or plain.endswith(TAILS)


def is_plural(token: str) -> bool:
    """Whether a word is a plain plural: "Shops of"."""
    low = token.lower()
    return low.endswith("s") and singular(low) != low


def with_noun(name: str, after: str) -> str:
    """A name with the small noun that belongs to it: "Elizabeth line"."""
    follows = FOLLOWING.match(after)
    return f"{name} {follows.group(1)}" if name and follows and follows.group(1) in words()["nouns.proper"] else name


def is_number(token: str) -> bool:
    """Whether a capitalised word is a number word: "Sixty-eight"."""
    return all(part in words()["capitals.numbers"] for part in token.lower().split("-"))


@lru_cache(maxsize=8192)
def looks_personal(name: str) -> bool:
    """Whether a name could be a person's: two or three plain capitalised words, none of them an organisation's, or one
    and initials."""
    every = [bare(token) for token in name.split() if token not in PARTICLES]
    tokens = [one for at, one in enumerate(every) if at == len(every) - 1 or not is_initial(one, first=not at)]
    low = {singular(token) for token in tokens}
    plain = all(
        token[0].isupper() and not token.isupper() and token.replace("-", "").replace("'", "").isalpha()
        for token in tokens
    )
    return (
        len(every) >= 2
        and 1 <= len(tokens) <= 3
        and plain
        and not low & IMPERSONAL
        and tokens[0].lower() not in PEOPLES | PLACED
        and tokens[-1].lower() not in LYING
        and not names_no_person(tokens)
    )


def names_no_person(tokens: Sequence[str]) -> bool:
    """Whether words begin or end as names of places and firms do: "La Palma", "Marrow Lake", not "Veronica Lake"."""
    if len(tokens) < 2:
        return False
    first = tokens[0].lower()
    return (first in BEGINNINGS or tokens[-1].lower() in ENDINGS) and first not in given_names()


def is_initial(token: str, *, first: bool) -> bool:
    """Whether a word of a name only stands for one: "Otto W. Lind", "J.K. Renner", not the "U.S." of its Senate."""
    if token.endswith("."):
        return INITIAL.fullmatch(token) is not None and token not in PLACES
    return len(token) == 1 and not first


def bare(token: str) -> str:
    """A word of a name without "al-" before it."""
    return token.split("-", 1)[1] if token.startswith(PREFIXED) and token.count("-") else token
