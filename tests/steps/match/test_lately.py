"""The last answer about a pair is remembered, and no other pair gets it."""

from __future__ import annotations

from registry.steps.match.lately import lately
from registry.steps.match.profile import Profile, profile
from tests.steps.makers import said

ONE, OTHER = (
    profile(said(value, f"The Court has {value} members.", what="member", of="Court")) for value in ("12", "13")
)


def test_a_pair_is_asked_about_once_and_each_order_by_itself():
    asked: list[tuple[Profile, Profile]] = []

    @lately
    def question(left: Profile, right: Profile) -> str:
        """What is asked."""
        asked.append((left, right))
        return f"{left.value} {right.value}"

    told = [question(ONE, OTHER), question(ONE, OTHER), question(OTHER, ONE), question(ONE, OTHER)]
    assert told == [told[0], told[0], told[2], told[0]]
    assert told[0] != told[2]
    assert asked == [(ONE, OTHER), (OTHER, ONE), (ONE, OTHER)]
    assert (question.__name__, question.__doc__) == ("question", "What is asked.")
