"""What a text or an event is called after: the thing of the title by its noun, the ship, who stands trial.

A newcomer's mistake: the place. "Dam fails in Montana" is about a dam, which the text names.
"""

from __future__ import annotations

from registry.steps.resolve.event import sorts_in
from registry.steps.resolve.names import singular
from registry.steps.resolve.runs import HEADS
from registry.steps.resolve.standing import Weights, named
from registry.steps.resolve.story import Story
from registry.steps.resolve.vessels import SHIPS
from registry.steps.resolve.words import words

FIRST = 4
TRIALS = frozenset(("appeal", "sentencing", "retrial"))
LOSSES = frozenset(("sinking", "capsizing", "shipwreck", "wreck", "grounding", "collision"))


def thing_called(weights: Weights) -> str | None:
    """The one name of the thing that a title begins with by its noun: "Dam fails in Montana" of the Lemke Dam."""
    tokens = weights.title.split()
    for place, token in enumerate(tokens[:FIRST]):
        low = token.lower()
        if (place and not token.islower()) or not low.isalpha() or low in words()["titles.joints"]:
            return None
        after = tokens[place + 1].lower() if place + 1 < len(tokens) else ""
        if (
            low not in words()["nouns.things"] | SHIPS
            or singular(after) in words()["nouns.things"] | words()["nouns.persons"] | HEADS
        ):
            continue
        fit = (
            weights.vessels if low in SHIPS else [name for name in weights.counted if name.lower().endswith(f" {low}")]
        )
        first = {name: weights.folded.find(name) for name in fit}
        return max(fit, key=lambda name: (weights.counted[name], -first[name]), default=None)
    return None


def is_tried_alone(story: Story, event: str) -> bool:
    """Whether an event is only the trial of who the text is about, called after its place: "the Milford trial"."""
    sort = singular(event.split()[-1].lower())
    tried = story.topic in story.accused and (sort in words()["nouns.proceedings"] or sort in TRIALS)
    return tried and story.topic is not None and story.topic.split()[-1] not in event


def is_of_thing(story: Story, event: str, weights: Weights) -> bool:
    """Whether an event, of which the title says nothing, happened to the thing that the title begins with."""
    if story.topic is None or thing_called(weights) != story.topic:
        return False
    return event.split()[-1].lower() not in [*sorts_in(weights.title)]


def is_in_passing(story: Story, event: str, weights: Weights) -> bool:
    """Whether an event only comes up: neither title nor opening has its name, and the title names no event, but what
    the text is about, as "Corran Tower: why it cracked" does where a storm comes up behind it."""
    title, topic, (begin, end) = weights.title, story.topic, weights.opening
    if not topic or not named(title, topic) or topic.lower() in words()["places.countries"]:
        return False
    own = event.rsplit(" ", 1)[0]
    if own == story.home or own in f"{title} {weights.folded[begin:end]}" or set(event.split()) & set(topic.split()):
        return False
    return next(sorts_in(title), None) is None


def of_vessel(event: str, weights: Weights) -> str:
    """The loss of a ship by the ship's name, where the text has one: "sinking of the Mara Lind off Corran"."""
    sort = event.split()[-1].lower()
    begin, end = weights.opening
    known = [
        name
        for name in weights.vessels
        if weights.counted[name] > 1 or name in weights.title or weights.folded.find(name, begin, end) >= 0
    ]
    if sort not in LOSSES or not known or any(name in event for name in known):
        return event
    return f"{max(known, key=lambda name: weights.counted[name])} {sort}"
