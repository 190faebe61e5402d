"""The departments of ministers: one person has one at a time.

A newcomer's mistake: taking two names for two departments. The economy and finance are often in one hand.
"""

from __future__ import annotations

import re
from functools import cache

from registry.model.term import Term
from registry.steps.recognise.tables import read

MINISTER = re.compile(
    r"(?P<one>[a-z]+(?: and [a-z]+)?(?: affairs)?) (?:minister|secretary)(?: (?:of|in|for) (?!state\b).+)?"
    r"|(?:minister|secretary of state|secretary) (?:for|of) (?:the )?(?P<two>[a-z]+(?: and [a-z]+)?(?: affairs)?)"
)


@cache
def without() -> frozenset[str]:
    """Words before "minister" that name no department."""
    return frozenset(read("offices.toml")["departments"]["none"])


@cache
def houses() -> tuple[frozenset[str], ...]:
    """Departments that are often in one hand, or are two names of one."""
    return tuple(frozenset(words.split()) for words in read("offices.toml")["departments"]["akin"])


def department(office: Term) -> frozenset[str]:
    """The department of a minister ("fisheries minister", "minister for health"); nothing for other offices."""
    found = MINISTER.fullmatch(office.key)
    words = (found["one"] or found["two"] or "").split() if found else []
    return frozenset(words) - without() - {"and", "affairs"}


def one_department(left: Term, right: Term) -> bool:
    """Whether both are ministers, and may be those of one department ("health secretary", "secretary of state for
    health"; "interior minister", "home secretary")."""
    one, two = department(left), department(right)
    return bool(one & two) or any(one & house and two & house for house in houses())


def two_departments(left: Term, right: Term) -> bool:
    """Whether they are ministers of two departments."""
    return bool(department(left) and department(right)) and not one_department(left, right)
