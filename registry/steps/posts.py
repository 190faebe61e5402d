"""Offices taken apart: the noun, what sort of it, and the body it is of.

A newcomer's mistake: comparing titles as words. "Chairwoman of Ostby Harbour" and "Ostby Harbour's chairman" are one
office, "deputy mayor" and "mayor" are two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from registry.steps.assemble.roles.offices import listed, tables
from registry.steps.match.words import STOP, stem, stems

JOINTS = re.compile(r" (?:of|to|for|in|at) ")


class Post(NamedTuple):
    """An office taken apart: its noun, what sort of it, and the body it is of as far as it is named."""

    office: str
    sort: frozenset[str]
    body: frozenset[str]


@lru_cache(maxsize=1024)
def post(label: str) -> Post:
    """An office taken apart.

    >>> post("Transit director"), post("chairwoman of Ostby Harbour")[:2]
    (Post(office='director', sort=frozenset(), body=frozenset({'transit'})), ('chair', frozenset()))
    """
    first, *rest = JOINTS.split(label)
    words = first.replace("-", " ").split()
    at = next((at for at in range(len(words)) if " ".join(words[at:]).lower() in offices()), max(0, len(words) - 1))
    office = " ".join(words[at:]).lower()
    body = [*(word for word in words[:at] if word[0].isupper()), *(word for part in rest for word in part.split())]
    return Post(
        tables()["alone"]["same"].get(office, office),
        frozenset(stem(word) for word in words[:at] if not word[0].isupper()),
        frozenset(stems(" ".join(body))) - STOP,
    )


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """The words of offices, hyphens as spaces."""
    told = tables()["alone"]
    every = (*listed("heads"), *listed("posts"), *told["offices"], *told["same"])
    return frozenset(word.replace("-", " ") for word in every)


@lru_cache(maxsize=1)
def alone() -> frozenset[str]:
    """The offices of which a body has one."""
    return frozenset(tables()["alone"]["offices"])
