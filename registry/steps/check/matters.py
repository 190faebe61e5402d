"""How likely documents are of one matter: by themselves, and through a third that is surely of one matter with both.

What one report calls by other names, a third may call by those of both. A newcomer's mistake: a chain of likely
documents. Reports of two floods have some words in common with a report that recalls both; so either link must be next
to certain where documents are many, and a registry, whose third documents are more, does without.
"""

from __future__ import annotations

from collections.abc import Mapping

from registry.steps.match.kinship import Kin, akin, set_elsewhere

CERTAIN = 0.98
FEW = 40
# Whoever lays a handful of documents side by side takes them to be of one matter. Where nothing says otherwise they are
# so by a fair chance, and a third that is likely of one matter with both tells enough. Documents that tell
# of two places stay apart, and so do those of two groups that are tied within and not to each other.
HANDFUL, TRUST, EVEN, LINKED = 8, 0.3, 0.5, 0.8


class Matters:
    """The chances that two documents are of one matter, each worked out once; `linked`, whether a third may tell."""

    def __init__(self, family: Mapping[str, Kin], *, linked: bool) -> None:
        self.family = family
        self.linked = linked and len(family) <= FEW
        self.direct: dict[tuple[int, int], float] = {}
        self.known: dict[tuple[str, str], float] = {}

    def between(self, one: str, two: str) -> float:
        """How likely two documents are of one matter."""
        if one == two:
            return 1.0
        left, right = (one, two) if one < two else (two, one)
        if (left, right) not in self.known:
            trust = self.linked and len(self.family) <= HANDFUL and self.open(left, right)
            told = self.told(left, right)
            self.known[left, right] = max(told, TRUST) if trust else told
        return self.known[left, right]

    def told(self, one: str, two: str) -> float:
        """How likely they are of one matter by what they say themselves, or a third document says for sure."""
        alone = self.alone(one, two)
        return alone if alone >= CERTAIN or not self.linked else self.best(one, two, alone)

    def open(self, one: str, two: str) -> bool:
        """Whether nothing says that two documents are of two matters: they tell of no two places, and do not stand in
        two groups that are tied within and not to each other."""
        if set_elsewhere(self.family[one], self.family[two]):
            return False
        mine, theirs = self.group(one), self.group(two)
        return two in mine or len(mine) == 1 or len(theirs) == 1

    def group(self, one: str) -> set[str]:
        """The documents that are tied to one by what they say, directly or through others."""
        found, more = {one}, [one]
        while more:
            here = more.pop()
            tied = {each for each in self.family if each not in found and self.alone(here, each) >= EVEN}
            found |= tied
            more += tied
        return found

    def alone(self, one: str, two: str) -> float:
        """The same by the two documents themselves."""
        left, right = sorted((one, two))
        pair = id(self.family[left]), id(self.family[right])
        if pair not in self.direct:
            self.direct[pair] = akin(self.family[left], self.family[right])
        return self.direct[pair]

    def best(self, one: str, two: str, alone: float) -> float:
        """What the best third document says, if it is certain, or else the two themselves."""
        others = (each for each in self.family if each not in (one, two))
        linked = max((min(self.alone(one, each), self.alone(each, two)) for each in others), default=0.0)
        apart = len(self.family) > HANDFUL or set_elsewhere(self.family[one], self.family[two])
        needed = CERTAIN if apart else LINKED
        return max(alone, linked) if linked >= needed else alone
