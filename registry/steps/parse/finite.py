"""Words under a wrong tag: main verbs that the parser takes for nouns, and nouns that it takes for verbs or names.

A newcomer's mistake: trusting the tag, or mending by the word alone. A word that has a subject, in a sentence without
another verb, is the verb; else its neighbours decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from registry.steps.kept import toml
from registry.steps.parse.tree import Token

TABLE = Path(__file__).parent.parent / "data" / "mending.toml"
PARTICLE = 3  # the longest small words inside names: "van", "bin"
LEVELS = ("to", "by", "from", "above", "below", "past")


@lru_cache(maxsize=1)
def tables() -> dict[str, frozenset[str]]:
    """The words that the rules need."""
    return {name: frozenset(words) for name, words in toml(TABLE.read_text(encoding="utf-8")).items()}


def is_past(word: str) -> bool:
    """Whether a word looks like the past tense of a verb, or its participle."""
    return word.endswith("ed") or word in tables()["past"]


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """Past tenses that the parser does not know, and their verbs."""
    return dict(toml(TABLE.read_text(encoding="utf-8"))["irregular"])


def children(heads: Sequence[int], at: int) -> list[int]:
    """The places of the words that hang on a word."""
    return [index for index, head in enumerate(heads) if head == at and index != at]


def hangs_below(heads: Sequence[int], at: int, above: int) -> bool:
    """Whether a word hangs on another one, perhaps through more."""
    while heads[at] != at and at != above:
        at = heads[at]
    return at == above


def main_verb(tokens: Sequence[Token], heads: list[int]) -> None:
    """Put right a main verb that is taken for a noun: "The population shrank", "people out of work climbed by 14"."""
    for token in tokens:
        base = irregular().get(token.low) or regular(token)
        above = heads[token.index]
        if base and (token.is_noun or token.tag == "JJ") and heads[above] == above:
            below = {tokens[child].dep for child in children(heads, token.index)}
            if "nsubj" not in below or "cop" in below:
                continue
            if above == token.index or (above > token.index and not tokens[above].is_verb):
                token.tag, token.lemma = "VBD", base
                spread(tokens, heads, token.index)
                promote(tokens, heads, token.index)


def regular(token: Token) -> str | None:
    """The verb of news of which a word in small letters is the regular past tense."""
    if not token.text.islower() or not token.low.endswith("ed"):
        return None
    return next((base for base in (token.low[:-2], token.low[:-1]) if base in tables()["headline"]), None)


def promote(tokens: Sequence[Token], heads: list[int], verb: int) -> None:
    """Make a verb the root in place of what is no verb: "climbed to 412, the highest since May"."""
    old = heads[verb]
    if old != verb:
        tokens[verb].dep, heads[verb] = tokens[old].dep, verb
        tokens[old].dep, heads[old] = "parataxis", verb


def spread(tokens: Sequence[Token], heads: list[int], verb: int) -> None:
    """Hang nouns that stood as modifiers before a verb on the noun before them: "people out of work climbed"."""
    for child in children(heads, verb):
        if child < verb and tokens[child].dep in ("compound", "amod") and tokens[child].is_noun:
            before = next((at for at in range(child - 1, -1, -1) if tokens[at].is_noun and at != child), None)
            if before is not None:
                tokens[child].dep, heads[child] = "nmod", before


def foretold(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make a forecast that somebody has a noun: "cut its growth forecast to 1.2 percent"."""
    for what, token in pairwise(tokens):
        verb = heads[what.index]
        if token.low != "forecast" or not token.is_verb or not what.is_noun or what.dep not in ("obj", "nsubj:pass"):
            continue
        left = [child for child in children(heads, what.index) if tokens[child].dep in ("nmod:poss", "det", "amod")]
        if not left or heads[token.index] != verb:
            continue
        for child in children(heads, token.index):
            heads[child] = verb
        token.tag, token.lemma, token.dep = "NN", "forecast", what.dep
        what.dep, heads[what.index] = "compound", token.index
        for child in left:
            heads[child] = token.index


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
