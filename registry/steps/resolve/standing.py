"""How fit a name is to be what a document is about, by what stands around it in the text.

A newcomer's mistake: a pattern for each name. A book has a hundred names, and compiling patterns takes longer than
looking at the words before and after each place of a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from registry.model.document import Source
from registry.steps.given_names import given_names
from registry.steps.resolve.runs import looks_personal
from registry.steps.resolve.story import words_of
from registry.steps.resolve.words import words

BRANCH = re.compile(
    r"\s*\(.*|,.*|\s+(?:press office|investor relations|newsroom|media (?:office|relations)|press service"
    r"|communications)\b.*",
    re.I,
)
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
PLACED = re.compile(r"\b(?:in|at|near|from|to|outside|around|across|of)\s+(?:the\s+)?$")
TELLS = re.compile(
    r"(?: \([A-Z]+\))?(?:,? which)? (?:\w+ )?(?:said|says|put|puts|counted|counts|reported|reports|claims|claimed"
    r"|estimates|estimated|told|announced|spoke|speaks|confirm(?:s|ed)|warn(?:s|ed))\b"
)
ACCORDING = re.compile(r"[Aa]ccording to (?:the )?$")
NUMBERED = re.compile(
    r"\b(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|dozens|hundreds|several|many)\b)[\w,.]* $",
    re.I,
)
DEED = re.compile(
    r"(?:sentenced|convicted|found (?:not )?guilty|charged|acquitted|jailed|indicted|pleaded|on trial|imprisoned"
    r"|accused of|den(?:y|ies|ied) (?:[a-z\d]+ ){0,2}(?:counts?|charges?|murder|manslaughter|fraud)\b)"
)
TRIED = re.compile(
    r"\b(?:(?:sentence|conviction|trial|prosecution|indictment|retrial) of (?:the )?(?:(?:ex-|former |[a-z]+ ){0,3})"
    r"(?P<of>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
    r"|(?P<whose>[A-Z][\w-]+)'s? (?:[a-z-]+ )?(?:sentence|conviction|trial|retrial|guilty plea)\b)"
)
OF_PLACE, NOUN = ("ian", "ean", "yan", "ese", "ish"), re.compile(r" [a-z]{3,}")
HEARERS = frozenset(("committee", "commission", "inquiry", "panel"))
CASES = ("sentence", "conviction", "trial", "indictment", "guilty plea")
PRONOUN = re.compile(r"^\W*(?:He|She)\b")
OPENS = re.compile(r"\W*([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)[, ]")
STOP = re.compile(r"[.\n]\s+")
BEING = re.compile(r"\b(?:is|was|were|has been|be|been)\b[^.\n]{0,20}$")
NEAR, AROUND, CLOSE, LONG = 110, 40, 50, 320
ARTICLED = frozenset(("the", "in", "at", "near", "off", "across", "outside", "around"))
SITES = frozenset(
    ("north", "south", "east", "west", "port", "mount", "lake", "cape", "fort", "st", "saint", "new", "upper", "lower")
)


@dataclass(slots=True)
class Weights:
    """How much each name is what a document is about: how often and where it stands, and what it is short for.

    `opening` is where the first two sentences of the text begin and end, `speakers` are the surnames of who talks,
    `talk` is where the first of them begins.
    """

    folded: str
    source: Source
    counted: Counter[str] = field(default_factory=Counter)
    full: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)
    opening: tuple[int, int] = (0, 0)
    speakers: frozenset[str] = frozenset()
    talk: int = 0
    vessels: frozenset[str] = frozenset()
    human: dict[str, bool] = field(default_factory=dict)
    traits: dict[str, dict[str, float]] | None = None

    @property
    def title(self) -> str:
        """The title, or nothing."""
        return self.source.title or ""


def is_human(weights: Weights, name: str) -> bool:
    """Whether a name may be a person's: it looks so, and does not stand behind "the", "in" or "at" as those of places,
    ships and bodies do."""
    if name not in weights.human:
        site = name.split()[0].lower().rstrip(".") in SITES
        called = bool(weights.speakers) and name.lower() in given_names()  # who talks is called by the first name
        human = (looks_personal(name) and not site) or called
        weights.human[name] = human and not stands_placed(name, weights.folded)
    return weights.human[name]


def stands_placed(name: str, folded: str) -> bool:
    """Whether a name stands behind an article or a word of place, and is not the first part of another name."""
    return any(
        before.lower().split()[-1:]
        and before.lower().split()[-1].lstrip("\"'(") in ARTICLED
        and not (begins_name(after) or after.startswith("'s "))  # "in Mara Lind's garden"
        for before, after in places_of(name, folded)
    )


def begins_name(after: str) -> bool:
    """Whether a name goes on: "the Mara Lind Foundation"."""
    return after.removeprefix("'s")[1:2].isupper()


def publisher_of(source: Source) -> str | None:
    """Who publishes a document, without the branch that does it."""
    return unbranched(source.publisher or "") or None


@lru_cache(maxsize=1024)
def unbranched(publisher: str) -> str:
    """A publisher without the branch."""
    return BRANCH.sub("", publisher).strip()


def is_media(name: str) -> bool:
    """Whether a publisher's name is that of a paper, an agency or a blog."""
    return bool(words_of(name) & words()["publishers.media"])


def places_of(name: str, folded: str) -> Iterator[tuple[str, str]]:
    """What stands before and after each place of a name."""
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        yield folded[max(0, at - AROUND) : at], folded[end : end + AROUND]
        at = folded.find(name, end)


def standing(weights: Weights, name: str) -> float:
    """How fit a name is to be what a document is about."""
    if is_own_paper(weights, name) or is_people(weights, name):
        return 0.0
    if is_human(weights, name):
        return personal(weights, name)
    around = list(places_of(name, weights.folded))
    hits = len(around)
    placed = sum(PLACED.search(before) is not None for before, _ in around)
    told = sum(TELLS.match(after) is not None or ACCORDING.search(before) is not None for before, after in around)
    heard = 1 - min(told, hits) / hits if hits and name not in weights.title else 1.0
    counted = name.endswith("s") and any(NUMBERED.search(before) for before, _ in around)
    return (0.2 if counted else heard) * (0.7 if hits and placed > hits / 2 else 1.0)


def only_tells(weights: Weights, name: str) -> bool:
    """Whether a name, which the title does not hold, stands in a text only for who says what it tells."""
    around = list(places_of(name, weights.folded))
    told = sum(TELLS.match(after) is not None or ACCORDING.search(before) is not None for before, after in around)
    return 0 < len(around) == told and not named(weights.title, name)


def named(title: str, name: str) -> bool:
    """Whether a title has a name for more than who says so: "Wages will rise, says Norwind"."""
    plain, verbs = re.escape(name), "(?:says?|warns?|finds?)"
    telling = rf"[,;:]? (?:{verbs}|according to) (?:the )?{plain}$|^{plain} {verbs} "
    return re.search(rf"\b{plain}\b", re.sub(telling, " ", title)) is not None


def prosecutes(weights: Weights, name: str) -> bool:
    """Whether a title names a state as the first party of a case, which is about the other: "United States v. Hale"."""
    public = bool({name.lower(), name.split()[-1].lower()} & words()["titles.prosecutors"])
    against = re.search(rf"\b{re.escape(name)} (?:v|vs|versus)\b\.? ([^:;,]+)", weights.title)
    return against is not None and (public or (not is_human(weights, name) and looks_personal(against[1])))


def talks(weights: Weights, name: str) -> bool:
    """Whether a name, which the title does not hold, is that of a speaker in a talk, or of the committee before which
    it is held: who asks or answers."""
    last, own = name.split()[-1], weights.source.publisher or ""
    hears = bool(weights.speakers) and name in own and bool(words_of(name) & HEARERS)
    asked = (last.lower() in weights.speakers or hears) and last not in weights.title
    return asked or (bool(weights.speakers) and name == own) or is_programme(weights, name)


def is_programme(weights: Weights, name: str) -> bool:
    """Whether a talk is only headed by a name, which nobody speaks of: "Morning Call: the mayor answers"."""
    if weights.talk == 0:
        return False
    headed = re.match(rf"(?:The )?{re.escape(name)}\b[^:]{{0,40}}: ", weights.title)
    return headed is not None and re.search(rf"\b{re.escape(name)}\b", weights.folded[weights.talk :], re.I) is None


def is_people(weights: Weights, name: str) -> bool:
    """Whether a name is that of the people of a place, or says that something is of it: "Norwegians", "a Berliner",
    "Corranian"."""
    low = name.lower()
    if low.endswith(OF_PLACE) and " " not in name:
        return all(NOUN.match(after) for _, after in places_of(name, f"{weights.folded} {weights.title}."))
    return low.endswith(("ians", "eans", "cans", "anders", "ese")) or (
        low.endswith("er") and f"{name}s" in weights.counted
    )


def is_own_paper(weights: Weights, name: str) -> bool:
    """Whether a name is that of the paper itself."""
    known = weights.source.publisher or ""
    if not is_media(known) or WE.search(name):
        return False
    if name.lower() == known.lower() or (name in known and is_media(name)):
        return True
    if re.search(rf"\b{re.escape(name)}\b", known) is None or name in weights.title:
        return False
    around = [before for before, _ in places_of(name, weights.folded.replace(known, ""))]
    return not any(PLACED.search(before) for before in around) if " " not in name else not around


def accused_of(folded: str, people: Iterable[str]) -> frozenset[str]:
    """The persons of whom a text says that they are charged, tried or sentenced."""
    if not trials(folded) and not tried(folded):
        return frozenset()
    return frozenset(name for name in dict.fromkeys(people) if is_accused(folded, name.split()[-1]))


@lru_cache(maxsize=4)
def trials(folded: str) -> tuple[tuple[str, str], ...]:
    """What stands before and after each word of a trial, within its sentence; before, where it is passive or a plea."""
    found = []
    for hit in DEED.finditer(folded):
        before = re.split(r"[.\n]", folded[max(0, hit.start() - NEAR) : hit.start()])[-1]
        passive = BEING.search(before)
        answered = hit.group().startswith(("den", "plea"))
        who = before[-CLOSE:] if answered else before[: passive.start()] if passive else ""
        if who and PRONOUN.match(before):
            who = f"{taken_up(folded[max(0, hit.start() - LONG) : hit.start()])} {who}"
        found.append((who, folded[hit.end() : hit.end() + AROUND]))
    return tuple(found)


def taken_up(before: str) -> str:
    """The name that the sentence before the last one begins with: "Mara Lind, 58, ran a branch. She was convicted"."""
    parts = STOP.split(before)
    opens = OPENS.match(parts[-2]) if len(parts) > 1 else None
    return opens[1] if opens else ""


@lru_cache(maxsize=4)
def tried(folded: str) -> tuple[str, ...]:
    """Whose trial, sentence or conviction a text speaks of: "the prison sentence of Mara Lind", "Lind's trial"."""
    return (
        tuple(hit["of"] or hit["whose"] for hit in TRIED.finditer(folded))
        if any(case in folded for case in CASES)
        else ()
    )


def is_accused(folded: str, last: str) -> bool:
    """Whether somebody with a surname is said to be charged, tried or sentenced."""
    if any(last in told.split() for told in tried(folded)):
        return True
    for before, after in trials(folded):
        if last in before and last in re.findall(r"[\w'-]+", before):
            return True
        if last in after[: len(last) + 16] and last in re.findall(r"^ (?:[A-Z][\w-]+ )?([\w'-]+)", after):
            return True
    return False


def personal(weights: Weights, name: str) -> float:
    """How fit a person is: very, where the title names him or he stands trial; else hardly."""
    last = name.split()[-1]
    accused = is_accused(weights.folded, last)
    if last not in weights.title:
        return 2.0 if accused else 0.4
    titled = re.search(rf"\b{re.escape(last)}\b", weights.title)
    if accused:
        return 3.0 if titled else 2.0
    if re.search(rf"\b(?:[Ii]nterview|Q&A|talks?) with [^.\n]{{0,40}}{re.escape(last)}\b", weights.title):
        return 0.2
    return 1.0 if titled else 0.4
