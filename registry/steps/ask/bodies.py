"""Of which body an office is, by the words at it: "president of the court", "the court's president", "court president".

A newcomer's mistake: taking every body in a sentence for the one that an office is of. Where a country's president
speaks of a court, the court's president is somebody else.
"""

from __future__ import annotations

import re
from functools import cache

from registry.model.assertion import Claim
from registry.steps.ask.wish import Wish
from registry.steps.match.entities import Same, compare
from registry.steps.match.words import WORD
from registry.steps.recognise.tables import read

_NAME = r"[A-ZÀ-Þ][\w&’'-]*(?: (?:(?:of|the|for|and|on|de|du|la) ){0,2}[A-ZÀ-Þ][\w&’'-]*)*"
# "president of the court", "elected Ana Ruiz president of", "president Ana Ruiz of the bank", "who has led the court"
BEHIND = re.compile(
    r"^(?:,? (?:[A-ZÀ-Þ][\w.’'-]*,? ){0,4}| )(?:of|at|for|in|with|to)"
    r"(?: (?:the|its|a|an|this|that|[a-z-]+(?:['’]s)?)){0,4} $"
)
LED = re.compile(r"^(?:le(?:d|ads|ading)|head(?:s|ed|ing)|chair(?:s|ed|ing)|r[au]n(?:s|ning)?)$", re.IGNORECASE)
OBJECT = re.compile(r"^ (?:(?:the|its|this|that|[a-z-]+) ){0,3}$")
# "the court's new president", "court president"; "the court, whose president", "elected her as its president".
BESIDE = re.compile(r"^ (?:vice[- ]|deputy |acting |interim )?$|^['’]s? (?:[a-z-]+ ){0,3}$", re.IGNORECASE)
OWN = re.compile(r"\b(?:whose|its|their) (?:[a-z-]+ ){0,3}$")
OF_ANOTHER = re.compile(rf"^ of (?:the )?(?P<name>{_NAME})")
# Offices that stand bare before a name for those of a country or town: "President Ana Ruiz", "Mayor Lund".
STATE = re.compile(r"(?:vice[- ])?president|prime minister|premier|chancellor|mayor|king|queen|governor", re.IGNORECASE)
TITLE = re.compile(r"^ [A-ZÀ-Þ]")


def asked_of(wanted: Wish) -> tuple[str, ...]:
    """The bodies that a question names, or calls by their sort alone: "the court"."""
    return wanted.names or tuple(word for word in WORD.findall(wanted.text.lower()) if word in bodies())


def is_sort(name: str) -> bool:
    """Whether a name is nothing but a noun for bodies."""
    return name.lower().removeprefix("the ") in bodies()


def is_of(names: tuple[str, ...], claim: Claim) -> bool:
    """Whether the words at an office say that it is of one of some bodies."""
    return any(_is_at(name, claim) for name in names)


def is_anothers(names: tuple[str, ...], claim: Claim) -> bool:
    """Whether the words at an office say that it is of a body with another name, or of a whole country."""
    before, behind = around(claim)
    held = claim.span.exact
    if not STATE.fullmatch(held) or not any(map(is_body, names)) or is_of(names, claim):
        return False
    if found := OF_ANOTHER.match(behind):
        return all(compare(name, found["name"]) is Same.NO for name in names)
    return TITLE.match(behind) is not None and held[:1].isupper() and not OWN.search(before)


def is_body(name: str) -> bool:
    """Whether a name is that of a body of people and not of a country or a person: "Court of Auditors"."""
    return not bodies().isdisjoint(name.lower().split())


@cache
def bodies() -> frozenset[str]:
    """The nouns for bodies of people."""
    nouns = read("assembly_nouns.toml")["nouns"]
    return frozenset(nouns["bodies"])


def around(claim: Claim) -> tuple[str, str]:
    """The words of the sentence before and behind an office."""
    line, start = claim.sentence.exact, claim.span.start - claim.sentence.start
    return line[:start], line[start + len(claim.span.exact) :]


def _is_at(name: str, claim: Claim) -> bool:
    """Whether a name stands at an office as that of its body."""
    before, behind = around(claim)
    word = re.compile(rf"(?<![\w-]){re.escape(name.removeprefix('The '))}(?![\w-])", re.IGNORECASE)
    led = LED.match(claim.span.exact) is not None
    for found in word.finditer(behind):
        between = behind[: found.start()]
        if BEHIND.match(between) or (led and OBJECT.match(between)):
            return True
    for found in word.finditer(before):
        between = before[found.end() :]
        if BESIDE.match(between) or OWN.search(between):
            return True
    return False
