"""The state that tells counted people or things from others: "people out of work", "homes without power".

A newcomer's mistake: every phrase behind a noun. "People in the north" are told apart by their place, which is scope;
only what lacks something, and the states that a table knows, are part of the name.
"""

from __future__ import annotations

from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

SKIPPED = frozenset({"still", "now", "left", "currently", "are", "were", "is", "was"})
STATES = frozenset({"in", "on", "under"})
LONGEST = 3


def narrowed(tree: Tree | None, head: Token, name: str) -> str:
    """The name of counted things with the state that stands behind them."""
    found = state(tree, head) if tree is not None else None
    if found is None:
        return name
    case, noun = found
    whole = noun_phrase(noun)
    return f"{name} {case} {whole if len(whole.split()) <= LONGEST else singular(noun.low)}"


def state(tree: Tree, head: Token) -> tuple[str, Token] | None:
    """The preposition and the noun of a state: "without power", "out of work", "on the waiting list"."""
    behind = [token for token in tree.tokens[head.index + 1 : head.index + 9] if token.low not in SKIPPED]
    case = behind[0].low if behind else ""
    rest = behind[2:] if case == "out" and len(behind) > 1 and behind[1].low == "of" else behind[1:]
    if case != "without" and not (case == "out" and len(rest) < len(behind) - 1) and case not in STATES:
        return None
    noun = last_of(rest)
    if noun is None or (case in STATES and not (is_person(head) and noun.lemma in words()["nouns.states"])):
        return None
    return ("out of" if case == "out" else case), noun


def last_of(tokens: list[Token]) -> Token | None:
    """The noun at the end of the run of nouns that begins here."""
    run: list[Token] = []
    for token in tokens:
        if token.is_noun and not token.is_name:
            run.append(token)
        elif run or token.tag not in ("DT", "JJ", "PRP$", "VBG", "VBN"):
            break
    return run[-1] if run else None


def is_person(head: Token) -> bool:
    """Whether a noun names people."""
    return singular(head.low) in words()["nouns.people"] | words()["nouns.persons"]
