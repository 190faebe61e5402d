"""Places in a tree: how a word comes into another one's, and a subject under a verb.

A newcomer's mistake: changing a relation and not the head. Both say where a word hangs, and both are changed here.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.steps.parse.finite import children
from registry.steps.parse.tree import Token


def free(tokens: Sequence[Token], heads: Sequence[int], at: int) -> None:
    """Give what follows a new verb the relation it has to a verb."""
    token = tokens[at]
    if token.dep in ("nmod", "nummod", "compound", "nmod:unmarked", "appos", "amod"):
        cased = any(tokens[child].dep == "case" for child in children(heads, at))
        token.dep = "obl" if cased else "obj"


def take_over(tokens: Sequence[Token], heads: list[int], at: int, place: int) -> None:
    """Put a word in the place that another has in the tree."""
    tokens[at].dep = tokens[place].dep
    heads[at] = at if heads[place] == place else heads[place]
    for child in children(heads, place):
        if tokens[child].dep == "punct" and child > at:
            heads[child] = at


def settle(tokens: Sequence[Token], heads: list[int], verb: int, who: int, left: Sequence[int]) -> None:
    """Hang a subject with the words before it on a verb."""
    for child in left:
        heads[child] = who if child < who else verb
    tokens[who].dep, heads[who] = "nsubj", verb
