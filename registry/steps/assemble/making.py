"""An assertion with its words, as a claim of its document.

A newcomer's mistake: the whole line as the sentence. A sentence of ten pages is cut around the words of the claim.
"""

from __future__ import annotations

from registry.model.assertion import Assertion, Claim
from registry.model.span import Span
from registry.steps.assemble.spot import REACH, Page
from registry.steps.assemble.worth import worth
from registry.steps.parse.tree import Tree
from registry.steps.resolve.words import words

EXTRACTOR = "registry/1"
CONTENT = ("NN", "VB", "JJ")


def page_topic(page: Page) -> str | None:
    """What the document is about."""
    return page.story.about


def context(tree: Tree | None) -> tuple[str, ...]:
    """The content lemmas of a sentence, in order, once each."""
    tokens = tree.tokens if tree else ()
    return tuple(
        dict.fromkeys(token.lemma for token in tokens if token.tag.startswith(CONTENT) and len(token.text) > 2)
    )


def head_of(name: str) -> str:
    """The word that an attribute's name is about; for a share, that is what it is a share of.

    >>> head_of("injured person"), head_of("household without power"), head_of("vote against"), head_of("share of seat")
    ('person', 'household', 'vote', 'seat')
    """
    tokens = name.split()
    joints = words()["nouns.joints"] - {"of"}
    end = next((place for place, word in enumerate(tokens) if place and word in joints), len(tokens))
    return tokens[end - 1]


def claim_at(page: Page, number: int, place: tuple[int, int], said: Assertion, trace: tuple[str, ...]) -> Claim:
    """An assertion with its words."""
    sentence = page.sentences[number]
    start, end = max(sentence.start, place[0] - REACH), min(sentence.end, place[1] + REACH)
    whole = Span.cut(page.text, start, end)
    deserves = round(worth(whole.exact, page.trees[number]), 4)
    return Claim(page.source, Span.cut(page.text, *place), whole, said, deserves, trace, EXTRACTOR)
