"""Small mistakes of the parser about words with two readings: nouns without a capital that it takes for names, and past
tenses that it takes for nouns.

A newcomer's mistake: mending by the word alone. Its neighbours decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from registry.steps.parse.tree import Token

PARTICLE = 3  # the longest small words inside names: "van", "bin"
LEVELS = ("to", "by", "from", "above", "below", "past")


def small_names(tokens: Sequence[Token]) -> None:
    """A common noun that the parser takes for a name, though it has no capital and stands beside none: "of cocaine"."""
    for one, token in pairwise(tokens):
        small = token.text.islower() and token.text.isalpha() and len(token.text) > PARTICLE
        if token.is_name and small and not one.is_name:
            token.tag = "NNS" if token.tag == "NNPS" else "NN"


def moved(tokens: Sequence[Token], heads: Sequence[int], pasts: Mapping[str, str]) -> None:
    """Make a noun of moving the verb that it is, behind what moved: "the death toll rose to four"."""
    for before, token in pairwise(tokens):
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        levelled = after is not None and after.low in LEVELS
        root = token.is_noun and heads[token.index] == token.index
        if token.low in pasts and root and levelled and before.is_noun and before.dep == "compound":
            token.tag, token.lemma, before.dep = "VBD", pasts[token.low], "nsubj"
