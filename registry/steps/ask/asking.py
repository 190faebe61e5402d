"""How people ask: what the words of questions stand for, read once from `steps/data/asking.toml`.

A newcomer's mistake: adding these to the concept table. They hold for questions only; documents are read without them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from registry.steps.kept import toml
from registry.steps.match.words import stem

NEGATED = re.compile(r"\b(?:not|never|no longer|without|neither|nor)\b|n['’]t\b|\bun(?:like|less)\b", re.IGNORECASE)
FORMER = re.compile(r"\b(?:former|ex|late|previous|past|then|old|first|last)\b", re.IGNORECASE)
LEADS = re.compile(
    r"^\W*who(?: is| was)? (?:the )?(?:leads?|led|leading|heads?|headed|heading|runs?|ran|running|in charge of|boss of"
    r"|leader of|head of)\b",
    re.IGNORECASE,
)
PEOPLE = re.compile(r"\bhow many (?:[a-z]+ )?(?:people|persons|individuals)\b", re.IGNORECASE)


@cache
def table() -> dict[str, Any]:
    """The table of questions."""
    return toml(files("registry.steps").joinpath("data", "asking.toml").read_text(encoding="utf-8"))


@cache
def light() -> frozenset[str]:
    """The stems of verbs that say nothing about what is asked for."""
    return frozenset(stem(word) for word in table()["light"]["words"].split())


@cache
def _sayings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(said, re.IGNORECASE), meant) for said, meant in table()["says"].items())


def meant(question: str) -> str:
    """A question in the words of documents.

    >>> meant("How many warrants are still open?"), meant("How many countries have joined the union?")
    ('How many warrants are outstanding?', 'How many countries are members of the union?')
    """
    for said, written in _sayings():
        question = said.sub(written, question)
    return question


def kin(concepts: frozenset[str]) -> frozenset[str]:
    """What a question may mean beside the concepts that it names."""
    known: dict[str, str] = table()["kin"]
    return frozenset(known[one] for one in concepts if one in known)


@cache
def same() -> dict[str, frozenset[str]]:
    """The stems that answer for a stem."""
    sets = [frozenset(map(stem, line.split())) for line in table()["same"]["sets"].split(",")]
    return {word: some for some in sets for word in some}


@cache
def implied() -> dict[str, frozenset[str]]:
    """The stems of the nouns that imply a verb."""
    found: dict[str, set[str]] = {}
    for noun, verbs in table()["implied"].items():
        for verb in verbs.split():
            found.setdefault(stem(verb), set()).add(stem(noun))
    return {verb: frozenset(nouns) for verb, nouns in found.items()}


@cache
def heads() -> frozenset[str]:
    """The concepts of the offices of whoever leads something."""
    return frozenset(table()["head"]["words"].split())
