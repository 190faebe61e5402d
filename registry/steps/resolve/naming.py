"""The names of a text: where they stand, what their short forms stand for.

A newcomer's mistake: a short form that two longer names begin with. It stands for neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from registry.model.span import Sentence
from registry.steps.fragments import MONTHS
from registry.steps.resolve.names import clean_name, places, singular
from registry.steps.resolve.runs import bodies, empty, looks_personal, names_of
from registry.steps.resolve.words import words

NUMBERED = re.compile(
    rf"\b([A-Z][a-z]+) \d{{1,3}}\b(?![.,/:%\u2013-]?\d| (?:{MONTHS}|%|per|percent))(?: [A-Z][a-z]+\b)?"
)
DEFINED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
RUN_BEFORE = re.compile(r"(?<![\w'-])(?:[A-Z][\w'-]* (?:(?:of|for|the|and|in) )*)*[A-Z][\w'-]*$")
SCORE = re.compile(r"\b[A-Z][a-z]+ \d{1,2},? [A-Z][\w ]*? \d{1,2}\b(?! [A-Z])")  # "Rovers 3 Albion 1"
SHORT, LONG = 3, 5
PLACING = re.compile(
    r"\b(?:in|at|near|from|across|outside|\u00e0|(?:town|city|village|port|island|county|province|region) of)\s+"
    r"(?:(?:north|south|east|west|central)(?:ern)?\s+)?$"
)
ALONE, WIDEST = re.compile(r"\b(?! [A-Z])"), 28
SMALL_JOINTS = frozenset(("about", "their", "under", "until", "where", "which", "while", "whose"))


def names_in(folded: str, part: Sentence) -> list[tuple[int, str, bool]]:
    """The names of a sentence with their places, and whether it begins with them."""
    return [
        (part.start + at, lowered(name, folded), first) for at, name, first in names_of(folded[part.start : part.end])
    ]


def lowered(name: str, folded: str) -> str:
    """A name whose surname is written in capitals, as the text writes it elsewhere: "Ines KARLOW"."""
    tokens = name.split(" ")
    loud = len(tokens) > 1 and tokens[-1].isupper() and len(tokens[-1]) > SHORT and not tokens[0].isupper()
    plain = tokens[-1].title()
    return " ".join([*tokens[:-1], plain]) if loud and any(places(plain, folded)) else name


def is_long(token: str) -> bool:
    """Whether a small word of a title would have a capital in one that gives every noun its own."""
    return len(token) >= LONG and token not in words()["titles.joints"] and token not in SMALL_JOINTS


def names_of_title(title: str | None) -> list[str]:
    """The names of a title that is not written in capitals throughout."""
    tokens = [token for token in (title or "").split() if token[:1].isalpha()]
    capitals = sum(token[:1].isupper() for token in tokens)
    plain = any(token.islower() and is_long(token) for token in tokens)  # "Oral evidence: Milford General Hospital"
    if not title or (len(tokens) > 3 and capitals > len(tokens) * 0.7 and not plain):
        return []
    return [name for _, name, _ in names_of(title)]


def numbered_names(folded: str, title: str | None) -> list[str]:
    """Names with a number that a title holds and the text repeats: "Line 7 East", "Osprey 3"."""
    told = SCORE.sub("", title or "")
    hits = (hit for hit in NUMBERED.finditer(told) if not empty(hit.group(1)))
    known = (hit.group() for hit in hits if hit.group(1).lower() not in words()["capitals.counted"])
    return [name for name in known if len(re.findall(rf"\b{re.escape(name)}\b", f"{title} {folded}", re.I)) > 1]


def acronyms(folded: str) -> dict[str, str]:
    """Short forms that the text defines: "International Criminal Court (ICC)"."""
    found: dict[str, str] = {}
    for hit in DEFINED.finditer(folded):
        short = hit.group(1)
        before = folded[max(0, hit.start() - 120) : hit.start()].replace("\n", " ").rstrip()
        name = spelled_out(before, short)
        if name:
            found.setdefault(short, name)
    return found


def spelled_out(before: str, short: str) -> str | None:
    """The last words before a bracket whose initials spell the short form."""
    tokens = before.split(" ")
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for size in range(len(letters), min(len(letters) + 5, len(tokens)) + 1):
        run = tokens[-size:]
        big = [token[0].lower() for token in run if token[:1].isupper()]
        if big == letters and run[0][:1].isupper():
            return clean_name(" ".join(run))
    last = RUN_BEFORE.search(before)
    tokens = last.group().split() if last else []
    initials = [token[0].lower() for token in tokens if token[:1].isupper()]
    # "United Nations Stabilization Mission in Norland (MINUNOR)": the letters may be those of another language
    other = len(initials) > 2 and short.isupper() and len(short) > 3 and is_body(tokens)
    return clean_name(last.group()) if last and len(initials) > 1 and (initials[0] == letters[0] or other) else None


def is_body(tokens: Sequence[str]) -> bool:
    """Whether a run of words is the name of a body."""
    return bool({singular(token.lower()) for token in tokens} & words()["nouns.generic"])


def short_forms(names: Sequence[str], known: dict[str, str], folded: str = "") -> dict[str, str]:
    """Surnames and other last words, each tied to the longer name that is used most; the town of Norwind is not short
    for Fair Play Norwind."""
    counted = Counter(names)
    found: dict[str, str] = {}
    for name, _ in counted.most_common():
        tokens = name.split()
        if 2 <= len(tokens) <= 3 and looks_personal(name) and tokens[-1] not in known:
            found.setdefault(tokens[-1], known.get(name, name))
    return {short: full for short, full in found.items() if counted[short] and not names_place(short, folded)}


def names_place(name: str, folded: str) -> bool:
    """Whether a name is a country's, or a text has something in, at or near it where it stands alone, or "the town of"
    it."""
    return name.lower() in words()["places.countries"] or any(
        ALONE.match(folded, end) is not None and PLACING.search(folded, max(0, start - WIDEST), start) is not None
        for start, end in places(name, folded)
    )


def long_forms(counted: Counter[str], folded: str) -> dict[str, str]:
    """First words of longer names, each tied to the one name that begins with it: "Norwind" and "Norwind Energy"."""
    found: dict[str, str] = {}
    for name in counted:
        longer = [one for one in counted if one.startswith(f"{name} ") and len(one.split()) <= len(name.split()) + 2]
        if len(longer) != 1 or " and " in longer[0]:
            continue
        if not names_place(name, folded):
            found[name] = longer[0]
    return found


def first_places(placed: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Where each name stands first."""
    begun: dict[str, int] = {}
    for name, start in placed:
        begun.setdefault(name, start)
    return begun


def is_product(short: str, full: str, begun: Mapping[str, int]) -> bool:
    """Whether a longer name is that of a thing of the shorter one's: a text tells the whole name of a body first, so
    that "Norwind Band", named behind "Norwind", is none."""
    last = full.split()[-1].lower().rstrip(".")
    body = singular(last) in bodies() | words()["nouns.proper"] or last.endswith("s")
    return not body and short in begun and begun[short] < begun.get(full, 0)
