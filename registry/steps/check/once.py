"""Dates of what happens once: a body is founded, a person born, a law comes into force, a bridge opens but one time.

Two documents that each give one such date for one name answer one question, however far the dates lie apart; nothing
else in their sentences has to be alike. A newcomer's mistake: taking every act for one of these. Somebody is arrested,
a report released, a match played again and again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from registry.model.assertion import LIVE, Claim, Kind
from registry.model.moment import Moment
from registry.steps.match.entities import Same, compare
from registry.steps.match.words import content, lists
from registry.steps.values import hold

LEAST = 0.15
SURE = 0.9
UNSAID = frozenset(("date", "year", "day", "time"))


class Once:
    """The dates of acts that happen once to what they are told of, where a document gives one date for each."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.keys = [key(claim) for claim in claims]
        self.told: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, name in enumerate(self.keys):
            if name:
                self.told[claims[at].source.id, name].append(at)

    def same(self, one: int, two: int) -> bool:
        """Whether two dates are of one act that happens once to one name."""
        left, right = self.claims[one], self.claims[two]
        if not self.keys[one] or self.keys[one] != self.keys[two] or left.source.id == right.source.id:
            return False
        mine, other = left.assertion.subject, right.assertion.subject
        if mine is None or other is None or compare(proper(mine.label), proper(other.label)) is not Same.YES:
            return False
        return self.alone(one) and self.alone(two)

    def alone(self, one: int) -> bool:
        """Whether a document gives no other date for the same act."""
        claim = self.claims[one]
        return all(hold(claim, self.claims[at]).meets for at in self.told[claim.source.id, self.keys[one]])


def proper(name: str) -> str:
    """A name without the nouns that a text calls its matter by: "Norwind strike" is about Norwind."""
    kept = " ".join(word for word in name.split() if not word.islower())
    return kept or name


def key(claim: Claim) -> str:
    """What happened once on a date: the act, and of what where that is no word of the subject's name; else nothing."""
    said = claim.assertion
    so = said.status in LIVE
    dated = said.kind is Kind.DATE and isinstance(said.value, Moment) and so
    if not dated or said.attribute is None or said.subject is None:
        return ""
    tokens = [word for word in said.attribute.label.lower().split() if word not in UNSAID]
    if not tokens:
        return ""
    act = acts().get(" ".join(tokens)) or acts().get(tokens[-1], "")
    things = [] if " ".join(tokens) in acts() else tokens[:-1]
    known = content(f"{said.subject.label} {said.topic or ''}")
    of = " ".join(word for word in things if not content(word) <= known)
    return f"{said.status.value} {of} {act}" if act else ""


@lru_cache(maxsize=1)
def acts() -> dict[str, str]:
    """The names of acts that happen once, and the one that stands for those that are the same."""
    table: dict[str, list[str]] = lists()["once"]
    return {word: act for act, words in table.items() for word in words}
