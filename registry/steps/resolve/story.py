"""What a document speaks about, and what its short forms, "the court" and "she" stand for.

A newcomer's mistake: a person as "the company", a ministry as "the trial": what a text is about must fit the noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.runs import looks_personal
from registry.steps.resolve.words import words

LONGEST = 200_000


@dataclass(slots=True)
class Story:
    """What a document speaks about; `topic` is its main name, `matter` what of it, `event` what happened, if it did."""

    topic: str | None = None
    matter: str | None = None
    event: str | None = None
    strong: bool = False
    names: Counter[str] = field(default_factory=Counter)
    full: dict[str, str] = field(default_factory=dict)
    people: list[tuple[int, str]] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    author: str | None = None
    places: list[tuple[int, int, str]] = field(default_factory=list)
    sorts: dict[str, str] = field(default_factory=dict)
    hers: bool = False
    women: dict[str, bool] = field(default_factory=dict)
    home: str | None = None
    brief: bool = False
    accused: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()

    @property
    def about(self) -> str | None:
        """The event, or else the main name with what of it is the matter."""
        return self.event or self.matter or self.topic

    def expand(self, name: str) -> str:
        """The full form of a short name or an acronym."""
        clean = clean_name(name)
        return self.full.get(clean, clean)

    def meant(self, noun: str) -> str | None:
        """What "the court" or "the quake" stands for."""
        low = singular(noun)
        if self.event and words().aliases.get(low, low) == words().aliases.get(*(self.event.split()[-1].lower(),) * 2):
            return self.event
        if self.matter and " " in self.matter and self.matter.lower().split()[-1] == low:
            return self.matter
        if low in self.sorts:
            return self.expand(self.sorts[low])
        known = [*(name for name, _ in self.names.most_common(40)), *([self.author] if self.author else [])]
        holders = [name for name in known if low in name.lower().split() and " " in name and not is_paper(name, low)]
        holders.sort(key=lambda name: head_of(name) != low)
        if holders:
            return self.expand(holders[0])
        if low in words()["nouns.places"]:
            return self.home or (self.topic if self.fits(low) else None)
        return self.topic if low in words()["nouns.generic"] and self.fits(low) else None

    def fits(self, noun: str) -> bool:
        """Whether what the document is about can be called so: a person is no company, a ministry no trial."""
        if self.topic is None or self.is_person(self.topic) or self.topic in self.women or self.topic in self.accused:
            return False
        sort = words_of(self.topic) & words()["nouns.generic"]
        return not sort or noun in sort or (noun in words()["nouns.bodies"] and bool(sort & words()["nouns.bodies"]))

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's: it looks so, and the surname stands for it elsewhere in the text."""
        if not looks_personal(name) or words_of(name) & words()["publishers.bodies"]:
            return False
        return self.full.get(name.split()[-1]) == name and name.split()[0] not in self.full

    def person(self, pronoun: str, place: int) -> str | None:
        """Who "he" or "she" is: the person whom the document is about, if it mostly says so, or the last one named."""
        hers = pronoun in ("she", "her", "hers")
        known = [name for start, name in self.people if start < place and self.women.get(name, hers) == hers]
        sure = self.topic in self.women or (self.topic is not None and self.is_person(self.topic)) or len({*known}) == 1
        if self.topic in known and sure and self.women.get(self.topic, self.hers) == hers:
            return self.topic
        others = [name for name in known if name != self.topic] if self.topic in known else known
        return others[-1] if others else None

    def name_at(self, place: int) -> str | None:
        """The name that stands at a place."""
        at = bisect_right(self.places, (place, LONGEST * 2, "")) - 1
        return self.places[at][2] if at >= 0 and self.places[at][0] <= place < self.places[at][1] else None

    def section(self, place: int) -> str | None:
        """The name in the heading above a place."""
        above = [name for start, name in self.sections if start < place]
        return above[-1] if above else None


def is_paper(name: str, noun: str) -> bool:
    """Whether a name is that of a paper, which only has the noun in its own: "Airline Ledger" is no airline."""
    return head_of(name) != noun and singular(head_of(name)) in words()["publishers.media"]


@lru_cache(maxsize=4096)
def words_of(name: str) -> frozenset[str]:
    """The words of a name in the singular."""
    return frozenset(singular(word) for word in re.findall(r"[a-z]+", name.lower()))


def head_of(name: str) -> str:
    """What a name says that it is: "bank" for "Bank of England", "court" for "Supreme Court".

    >>> head_of("Bank of England"), head_of("Supreme Court")
    ('bank', 'court')
    """
    return re.split(r"\s(?:of|for|on|de|du|des|del)\s", name)[0].lower().split()[-1]
