"""What kinds, states and verdicts look like and are called. A newcomer's mistake: a colour without mark and word."""

from __future__ import annotations

from typing import NamedTuple

from registry.model.finding import Relation, State, Verdict


class Meaning(NamedTuple):
    """A tone of the style sheet (its mark has the same name) and the word that always stands beside it."""

    tone: str
    word: str


KINDS = {
    Relation.CONTRADICTION: Meaning("contradiction", "contradiction"),
    Relation.CHANGE_OVER_TIME: Meaning("changed", "change over time"),
    Relation.DISPUTED_ATTRIBUTION: Meaning("disputed", "disputed attribution"),
    Relation.SELF_CONTRADICTION: Meaning("contradiction", "contradicts itself"),
    Relation.AGREE: Meaning("agrees", "agree"),
    Relation.COMPATIBLE: Meaning("agrees", "compatible"),
}
STATES = {
    State.OPEN: Meaning("plain", "open"),
    State.DECIDED: Meaning("settled", "decided"),
    State.UNSURE: Meaning("unsure", "unsure"),
}


class Choice(NamedTuple):
    """A verdict that speaks about all sides, its key, and how it reads on a button and in a history."""

    verdict: Verdict
    key: str
    button: str
    told: str


CHOICES = (
    Choice(Verdict.TIME, "d", "{both}, the time differs", "all are right, the time differs"),
    Choice(Verdict.SCOPE, "c", "{both}, the scope differs", "all are right, the scope differs"),
    Choice(Verdict.NEITHER, "b", "{both} wrong", "none of the values is right"),
    Choice(Verdict.NOT_SAME_FACT, "n", "not the same fact", "not the same fact"),
    Choice(Verdict.WRONG_READING, "w", "wrong reading", "the words were read wrongly"),
    Choice(Verdict.UNSURE, "u", "unsure", "unsure"),
)


def choices(sides: int) -> tuple[Choice, ...]:
    """The verdicts about all sides, worded for their number."""
    both = "both" if sides == 2 else "all"
    return tuple(choice._replace(button=choice.button.format(both=both)) for choice in CHOICES)


TOLD = {choice.verdict: choice.told for choice in CHOICES} | {Verdict.UNDONE: "taken back"}


def told(verdict: Verdict, value: str | None) -> str:
    """A verdict in words: "125 is right", "all are right, the time differs"."""
    return f"{value} is right" if verdict is Verdict.SIDE and value else TOLD.get(verdict, "a value is right")
