"""The words of an office in a sentence: "the bank's acting finance chief", "head of the fire service".

A newcomer's mistake: the noun alone. What stands before it belongs to it as far as an article or an owner; what "of"
joins to it, see `complements`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from registry.steps.assemble.roles.complements import closing
from registry.steps.assemble.roles.offices import TITLES, listed

RUN = re.compile(
    r"(?:^|(?<=[\s(\"]))(?P<det>(?i:the|an?|its|their|his|her|our|my|your|whose)|(?P<owner>[\w.&-]+)(?:'s|(?<=s)'))"
    r"(?P<words>(?: [\w&.-]+){0,5}) $"
)
CAPITALS = re.compile(r"(?:[A-Z][\w.&'-]* (?:(?:of|for|and|de|&) (?:the )?(?=[A-Z]))?)*[A-Z][\w.&'-]*$")
SMALL = re.compile(r"(?:(?:\b[Tt]he |\b[Aa]n? )((?:[\w&-]+ ){0,3}))?[\w&-]+$")
LAST = re.compile(r"(?P<word>[\w.&'-]+)(?P<joint>[ -])$")
NAMED_BESIDE = re.compile(rf" {TITLES}[A-Z]")
APPOSED = re.compile(r"(?<=[a-z]), (?P<word>[a-z]{3,}) $")
TAIL = re.compile(r"-elect\b|-designate\b| emeritus\b| emerita\b| designate\b| elect\b")
ACTING = frozenset({"former", "acting", "interim", "deputy", "outgoing", "incoming", "ex", "retired", "ex-"})


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office: where they stand, where what goes with them begins and ends, and whose it is."""

    start: int
    end: int
    first: int
    last: int
    head: str
    told: str
    det: str
    owner: str
    of: str
    at: str
    joint: str
    place: str

    @property
    def is_open(self) -> bool:
        """Whether nothing says whose office it is."""
        return not (self.owner or self.of)


@lru_cache(maxsize=1)
def heads() -> re.Pattern[str]:
    """An office or a post, with another that is joined to it."""
    known = sorted(listed("heads") | listed("posts"), key=len, reverse=True)
    one = by_letter([r"chief(?: [a-z]+){1,2} officer", *map(re.escape, known)])
    parts = "|".join(sorted(map(re.escape, listed("parts") | listed("fields")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w'-])(?:ex-)?(?P<head>{one})(?P<more> and (?:(?:{parts})[ -]){{0,3}}(?:{one}))?(?![\w'])", re.I
    )


def by_letter(ways: Iterable[str]) -> str:
    """A pattern for one of some ways, sorted by the letter they begin with, so that only those of one are tried.

    >>> by_letter(["mayor", "judge", "mayoress"])
    'm(?:ayor|ayoress)|j(?:udge)'
    """
    sorted_: dict[str, list[str]] = {}
    for way in ways:
        sorted_.setdefault(way[0], []).append(way[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in sorted_.items())


def offices_in(flat: str) -> Iterator[Office]:
    """The offices that a sentence names, in order."""
    at = 0
    while hit := heads().search(flat, at):
        at = hit.end("head")
        if (flat[at : at + 1] == "-" and not TAIL.match(flat, at)) or (
            flat[at : at + 1] == " " and heads().match(flat, at + 1)
        ):
            continue  # "consultant anaesthetist", "judge-led"
        found = office(flat, hit)
        nested = re.match(r" (?:of|for) ", flat[at:]) is None
        if found is not None:
            yield found
            at = max(at, hit.end()) if nested else at


def office(flat: str, hit: re.Match[str]) -> Office | None:
    """A hit of the table as an office, with what stands before and after it."""
    end = hit.end()
    if tail := TAIL.match(flat, end):
        end = tail.end()
    start, first, det, owner = opening(flat, hit.start(), end)
    start = start + passed(flat[start:end])
    (of, at, joint), place, last = closing(flat, end)
    told = " ".join(flat[start:end].split())
    if not told:
        return None
    head = hit.group("head").lower()
    return Office(start, end, min(first, start), last, head, told, det, owner, of, at, joint, place)


def opening(flat: str, start: int, end: int) -> tuple[int, int, str, str]:
    """Where an office and what goes before it begin, its article, and whose it is."""
    run = RUN.search(flat, max(0, start - 90), start)
    if run and all(is_part(word) for word in run.group("words").split()):
        inner = run.end("det") + 1
        if run.group("owner") is None:
            det = run.group("det").lower()
            return inner, run.start(), det, whose(flat, run.start()) if det == "whose" else ""
        own = owner_of(flat, run.end("owner"))
        begins = run.end("owner") - len(own)
        begins -= 4 if flat[:begins].lower().endswith("the ") else 0
        return inner, begins, "'s", re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", own)
    at = plain = start
    for _ in range(4):
        before = LAST.search(flat, max(0, at - 40), at)
        if before is None or not fits(before.group("word"), flat, before.start()):
            break
        at = before.start()
        plain = at if plain == before.end() and before.group("word").islower() else plain
    if ", " in flat[max(0, at - 40) : at] and (extra := APPOSED.search(flat, max(0, at - 40), at)):
        word = extra.group("word")
        at = plain = extra.start("word") if is_part(word) and word not in listed("stops") | listed("leading") else at
    named = (
        NAMED_BESIDE.match(flat, end) or not flat[:at].strip(" \"'*(-") or flat[:at].endswith((", ", ": ", "(", " - "))
    )
    at = at if named or flat[at:start].isupper() else plain
    return at, at, "", ""


def whose(flat: str, place: int) -> str:
    """The name that "whose" stands for."""
    return owner_of(flat, place - 2) if flat[:place].endswith(", ") and flat[place - 3].isalpha() else ""


def owner_of(flat: str, end: int) -> str:
    """The name or the noun that owns an office, up to its end."""
    low = max(0, end - 90)
    if hit := CAPITALS.search(flat, low, end):
        return hit.group()
    hit = SMALL.search(flat, low, end)
    return hit.group() if hit else ""


def is_part(word: str) -> bool:
    """Whether a word between an article and an office can belong to it."""
    low = word.lower()
    if low in listed("passing") or low in listed("parts") | listed("fields") | ACTING or low == "and":
        return True
    return low not in listed("leading") | listed("stops") and not re.search(r"(?:'s|ing|[a-z]ed)$", low)


def fits(word: str, flat: str, at: int) -> bool:
    """Whether a word before an office without an article belongs to it."""
    low = word.lower().rstrip(".")
    if low in listed("parts") | listed("fields") | listed("posts") | listed("heads") | ACTING:
        return True
    if low in listed("leading") | listed("passing") or low.endswith("'s"):
        return False
    if word[0].isupper():
        opens = not flat[:at].strip(" \"'(*-")
        return not word.endswith(".") and not (
            opens and not word.isupper() and low.endswith(("ly", "ed", "day", "ing"))
        )
    return low.endswith(("ic", "al")) and len(low) > 3


def passed(told: str) -> int:
    """How many letters at the start of an office's words are none of it: "current", "first"."""
    at = 0
    for word in told.split(" "):
        if word.lower() not in listed("passing") or (
            word.lower() in ("first", "second") and "minister" in told.lower()
        ):
            break
        at += len(word) + 1
    return at if at < len(told) else 0
