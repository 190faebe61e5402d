"""The question right before a sentence, as interviews, hearings and pages of answers have it: "How many drivers are
missing? We think 1,900."

A newcomer's mistake: the sentence alone. An answer does not say again what it answers.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Page, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

SPEAKER = re.compile(r"^\W*(?:[^:?]{1,40}: )?")
# What asks for a sum of money.
COST = re.compile(
    r"\b(?:how much|what)\b.{0,60}?\b(?P<word>costs?|earns?|paid|worth)\b"
    r"|\b(?:how much (?:money )?|what )(?:has|have|had|did|do|does|will|would|must|should|is|are|was|were)\b.{0,50}?"
    r"\b(?P<done>spen[dt]|pay|owed?|lend|lent|borrow(?:ed)?|earn(?:ed)?|raised?|charge|invest(?:ed)?|donated?)\b",
    re.I,
)
# What only names the next matter: "And the dead?", "What about the visitors?".
NEXT = re.compile(
    r"(?:^|: )(?:(?:and|but|so|now)\b,? )?(?:(?:what|how) about )?(?:the |your |its |their |those )?"
    r"(?P<noun>[a-z-]+(?: [a-z-]+){0,2})\?$",
    re.IGNORECASE,
)
# What asks whether something is so.
WHETHER = re.compile(
    r"(?:^|: )(?:(?:and|but|so|now|then)\b,? )?(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could)\b"
    r"(?! (?:you|we|i|he|she|it|they|that|this)\b)",
    re.IGNORECASE,
)
DOERS = frozenset({"nsubj", "nsubj:pass", "obj"})
ANYBODY = frozenset({"anybody", "anyone", "somebody", "someone"})
BRIEF = 24  # characters of "No, not yet." between the question and the figure
LONGEST = 200
CLOSING = "\"'*_) "


def question(spot: Spot) -> str:
    """What is asked right before the sentence of a figure, without who asks; "" where nothing is."""
    page, number = spot.page, spot.number - 1
    if number > 0 and page.sentences[number].end - page.sentences[number].start <= BRIEF and not asks(page, number):
        number -= 1
    if number < 0 or not asks(page, number):
        return ""
    asked = told(page, number)
    return SPEAKER.sub("", asked) if len(asked) <= LONGEST else ""


def asks(page: Page, number: int) -> bool:
    """Whether a sentence is a question."""
    part = page.sentences[number]
    return page.folded[max(part.start, part.end - 6) : part.end].rstrip(CLOSING).endswith("?")


def told(page: Page, number: int) -> str:
    """The words of a sentence on one line; `line` remembers one sentence only, the one that is read."""
    part = page.sentences[number]
    return " ".join(page.folded[part.start : part.end].split())


def next_matter(spot: Spot) -> Token | None:
    """The noun of a question without a verb right before, where it can be counted: "And the dead?"."""
    number = spot.number - 1
    if number < 0 or not asks(spot.page, number):
        return None
    tree, hit = spot.page.trees[number], NEXT.search(told(spot.page, number))
    last = next((one for one in reversed(tree.tokens) if one.text[:1].isalpha()), None) if tree and hit else None
    if tree is None or hit is None or last is None or last.is_name:
        return None
    named = len(hit["noun"].split())
    if any(one.is_verb for one in [one for one in tree.tokens if one.text[:1].isalpha()][-named:-1]):
        return None
    return last if last.tag == "NNS" or last.low in words().adjectives else None


def whether(spot: Spot) -> Token | None:
    """The things that a yes or no question right before a figure is about: "Did jobs go? 960.", "Have people died?"."""
    number = spot.number - 1
    if number < 0 or not asks(spot.page, number) or not WHETHER.search(told(spot.page, number)):
        return None
    tree = spot.page.trees[number]
    found = [one for one in tree.tokens if one.dep in DOERS and not one.is_name] if tree else []
    many = (one for one in found if one.tag == "NNS" or one.low in words().adjectives or one.low in ANYBODY)
    return next(many, None)
